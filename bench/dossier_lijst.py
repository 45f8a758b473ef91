"""The work list at a thousand, a hundred thousand and a million cases, asked in turn: a busy moment hits all."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

from bench.dossier_plek import Plek
from bench.dossier_server import Server, Verzoek, server

AANTALLEN = [n for n in (1_000, 100_000, 1_000_000) if n <= int(os.environ.get("BENCH_LIJST", "1000000"))]
BLADEN, VOORAF = 120, 20
WERKLIJSTEN = (
    ("werklijst", "", 70), ("werklijst met spoed", "spoed=ja&", 70), ("werklijst van een fase", "fase=onderzoek&", 70),
    ("werklijst met eigen zaken", "wie=eigen&", 70), ("werklijst te laat", "te_laat=ja&", -2),
)  # fmt: skip
"""The list, narrowed in each way, and until how many days after today its pages are asked."""


def lijsten(maak: Callable[[str], Plek], cookie: str) -> Iterator[tuple[str, str, str]]:
    """The list of somebody who sees a whole municipality, whole and narrowed, at pages all through it."""
    dobbel = random.Random(1)
    with ExitStack() as stapel:
        vragers = [_vrager(stapel, maak(f"lijst{aantal}"), aantal, cookie) for aantal in AANTALLEN]
        for wat, smal, tot in WERKLIJSTEN:
            dagen = [datetime.now(UTC).date() + timedelta(dobbel.randint(-35, tot)) for _ in range(BLADEN + VOORAF)]
            paden = [f"/werk/?{smal}na={dag}.00000000-0000-4000-8000-000000000000" for dag in dagen]
            maten = _om_en_om(vragers, paden)
            for aantal, (p95, cpu) in zip(AANTALLEN, maten, strict=True):
                keer = f" ({p95 / maten[0][0]:.2f} en {cpu / maten[0][1]:.2f} keer)" if aantal != AANTALLEN[0] else ""
                gemeten = f"p95 {p95:.1f} ms, {cpu:.1f} ms CPU{keer}"
                yield f"{wat} bij {aantal} zaken", gemeten, "hoogstens 1,2 keer die bij 1000"


Vrager = tuple[Server, dict[str, str]]


def _vrager(stapel: ExitStack, plek: Plek, aantal: int, cookie: str) -> Vrager:
    plek.migreer()
    inhoud = plek.begin()
    plek.roep("-m", "bench.dossier_inhoud", "vul", "0", str(aantal))
    draait = stapel.enter_context(server(plek.omgeving(), plek.pid))
    return draait, {"Cookie": f"{cookie}={inhoud['sessies']['beslisser']}"}


def _om_en_om(vragers: Sequence[Vrager], paden: Sequence[str]) -> list[tuple[float, float]]:
    """Of each server the 95th percentile and the mean processor time, in ms. The first few requests do not count."""
    duren: list[list[float]] = [[] for _ in vragers]
    cpu = [0.0] * len(vragers)
    for nr, pad in enumerate(paden):
        for wie, (draait, koppen) in enumerate(vragers):
            verbruikt, begin = draait.verbruikt(), time.perf_counter()
            draait.vraag(Verzoek("GET", pad, koppen))
            if nr >= VOORAF:
                duren[wie].append((time.perf_counter() - begin) * 1000)
                cpu[wie] += (draait.verbruikt() - verbruikt) * 1000
    return [(sorted(d)[int(len(d) * 0.95)], c / len(d)) for d, c in zip(duren, cpu, strict=True)]
