"""Kept cases: what a request costs, on SQLite and on PostgreSQL; the list at a million; writers that are killed.

`BENCH_LIJST` bounds the longest list (1000000), `BENCH_AFBREKEN` how often a writer is killed (1000), on each database.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.dossier_server import Server, Verzoek, server, verdeel
from gereedschap.postgres import Cluster, cluster
from gereedschap.schrijver import omgeving, schrijvers

Cijfer = tuple[str, str, str]
KEREN = 240
VERBINDINGEN = 2
LIJSTEN = [n for n in (1_000, 100_000, 1_000_000) if n <= int(os.environ.get("BENCH_LIJST", "1000000"))]
AFBREKEN = int(os.environ.get("BENCH_AFBREKEN", "1000"))
BLADEN = 60
WERKLIJSTEN = (
    ("werklijst", "", 70), ("werklijst met spoed", "spoed=ja&", 70), ("werklijst van een fase", "fase=onderzoek&", 70),
    ("werklijst met eigen zaken", "wie=eigen&", 70), ("werklijst te laat", "te_laat=ja&", -2),
)  # fmt: skip
"""The list, narrowed in each way, and until how many days after today its pages are asked."""
LEZERS, BEZOEKEN = 8, 8
COOKIE = "keukentafel"


def cijfers() -> list[Cijfer]:
    """The figures of the record with their goals, SQLite first."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "keukentafel.inrichting.settings"
    import django

    django.setup()
    uit = []
    for naam in ("SQLite", "PostgreSQL"):
        with _databank(naam) as plek:
            uit += [(f"{naam}: {wat}", gemeten, doel) for wat, gemeten, doel in _alles(plek)]
    return uit


@dataclass(frozen=True, slots=True)
class Plek:
    """An empty database: its address, a folder for documents, and the process of its server (0: none)."""

    adres: str
    map_: Path
    pid: int

    def omgeving(self) -> dict[str, str]:
        """What a process needs to work on it."""
        return omgeving(self.adres) | {"KEUKENTAFEL_MAP": str(self.map_), "KEUKENTAFEL_API_PER_MINUUT": "1000000"}


@contextmanager
def _databank(naam: str) -> Iterator[Plek]:
    with tempfile.TemporaryDirectory(prefix="kt-bench-") as map_:
        if naam == "SQLite":
            yield Plek(str(Path(map_) / "zaken.sqlite3"), Path(map_), 0)
            return
        with cluster(duurzaam=True) as draait:
            yield _op_postgres(draait, Path(map_))


def _op_postgres(draait: Cluster, map_: Path) -> Plek:
    draait.voer_uit("CREATE DATABASE bench")
    return Plek(draait.adres("bench"), map_, draait.pid)


def _alles(plek: Plek) -> Iterator[Cijfer]:
    begin = time.perf_counter()
    _roep(plek, "-c", "from keukentafel.inrichting.opdrachten import main; main(['migreer'])")
    yield "lege databank maken", f"{time.perf_counter() - begin:.1f} s", "≤ 5 s"
    inhoud = json.loads(_roep(plek, "-m", "bench.dossier_inhoud", "begin"))
    begin = time.perf_counter()
    with server(plek.omgeving(), plek.pid) as draait:
        yield "starten tot het eerste antwoord", f"{time.perf_counter() - begin:.2f} s", "≤ 2 s"
        yield from _verzoeken(draait, inhoud)
        yield from _lijsten(plek, draait, inhoud)
        yield "geheugen van een werker", f"{draait.geheugen():.0f} MB", "-"
    yield _afbreken(plek, inhoud)


def _roep(plek: Plek, *woorden: str) -> str:
    gedaan = subprocess.run(
        [sys.executable, *woorden], env=plek.omgeving(), stdout=subprocess.PIPE, check=True, text=True
    )
    return gedaan.stdout


def _verzoeken(draait: Server, inhoud: dict[str, Any]) -> Iterator[Cijfer]:
    """What each kind of request costs, application and database together."""
    zaken, koppen = inhoud["zaken"], {"Authorization": f"Bearer {inhoud['sleutel']}"}
    sessie = {"Cookie": f"{COOKIE}={inhoud['sessies']['beslisser']}"}
    melding = {"soort": "melding_ontvangen", "datum": "2026-06-01", "kanaal": "telefoon",
               "behoeften": [{"id": "b1", "leefgebied": "huishouden", "vraag": "stofzuigen"}]}  # fmt: skip
    nieuw = json.dumps({"betrokkene": {"naam": "J. Terpstra"}, "feiten": [melding]}).encode()
    feit = {"soort": "evaluatie_gehouden", "datum": "2026-05-20", "cijfer": 7}

    def erbij(nr: int) -> Verzoek:
        ronde, welke = divmod(nr, len(zaken))
        lijf = json.dumps({"gezien": inhoud["versie"] + ronde, "feiten": [feit]}).encode()
        return Verzoek("POST", f"/api/v1/zaken/{zaken[welke]}/feiten", koppen, lijf, 201)

    soorten = [
        ("zaak openen over de API", lambda _: Verzoek("POST", "/api/v1/zaken", koppen, nieuw, 201), 8),
        ("hele zaak lezen", lambda nr: Verzoek("GET", f"/api/v1/zaken/{zaken[nr % len(zaken)]}", koppen), 6),
        ("feit vastleggen over de API", erbij, 8),
        ("werklijst van 20", lambda _: Verzoek("GET", "/werk/", sessie), 10),
    ]
    for wat, maak, doel in soorten:
        if "vastleggen" not in wat:  # those are counted: a case takes each fact once
            draait.meet(verdeel(10, VERBINDINGEN, maak))
        maat = draait.meet(verdeel(KEREN, VERBINDINGEN, maak))
        gemeten = f"{maat.cpu:.1f} ms CPU, {maat.per_seconde:.0f}/s, p95 {maat.p95:.0f} ms"
        yield wat, gemeten, f"≤ {doel} ms CPU"
    yield _bewoners(draait, inhoud)


def _bewoners(draait: Server, inhoud: dict[str, Any]) -> Cijfer:
    """Residents who read their page and come back a second after the answer."""
    sessie = {"Cookie": f"{COOKIE}={inhoud['sessies']['inwoner']}"}
    rijen = [[Verzoek("GET", f"/mijn/zaak/{zaak}/", sessie)] * BEZOEKEN for zaak in inhoud["zaken"][:LEZERS]]
    draait.meet([rij[:2] for rij in rijen])
    maat = draait.meet(rijen, rust=1.0)
    return f"bladzijde van een inwoner, {LEZERS} verbindingen", f"p95 {maat.p95:.0f} ms", "p95 ≤ 50 ms"


def _lijsten(plek: Plek, draait: Server, inhoud: dict[str, Any]) -> Iterator[Cijfer]:
    """The list of somebody who sees a whole municipality, whole and narrowed in every way, at pages all through it."""
    sessie = {"Cookie": f"{COOKIE}={inhoud['sessies']['beslisser']}"}
    dobbel, van = random.Random(1), 0
    eerste: dict[str, float] = {}
    for aantal in LIJSTEN:
        _roep(plek, "-m", "bench.dossier_inhoud", "vul", str(van), str(aantal))
        van = aantal
        na = "00000000-0000-4000-8000-000000000000"
        for wat, smal, tot in WERKLIJSTEN:
            dagen = [datetime.now(UTC).date() + timedelta(dobbel.randint(-35, tot)) for _ in range(BLADEN)]
            rij = [Verzoek("GET", f"/werk/?{smal}na={dag}.{na}", sessie) for dag in dagen]
            draait.meet([rij[:10]])
            maat = draait.meet([rij])
            verhouding = f" ({maat.p95 / eerste[wat]:.2f} keer)" if wat in eerste else ""
            eerste.setdefault(wat, maat.p95)
            gemeten = f"p95 {maat.p95:.1f} ms{verhouding}, {maat.cpu:.1f} ms CPU"
            yield f"{wat} bij {aantal} zaken", gemeten, "hoogstens 1,2 keer die bij 1000"


def _afbreken(plek: Plek, inhoud: dict[str, Any]) -> Cijfer:
    """Writers that are killed in the middle: how many acknowledged facts are gone, and how many are half."""
    dobbel = random.Random(2)
    zaken = inhoud["zaken"]
    with schrijvers(plek.adres) as schrijf:
        for keer in range(AFBREKEN):
            pid = schrijf.begin(zaken[keer % len(zaken)], inhoud["gebruiker"])
            schrijf.wacht_op(1)
            time.sleep(dobbel.random() * 0.02)
            schrijf.dood(pid)
    bevestigd = {zaak: sorted(nrs) for zaak, nrs in schrijf.bevestigd.items()}
    uit = subprocess.run(
        [sys.executable, "-m", "bench.dossier_inhoud", "tel"], env=plek.omgeving(), stdout=subprocess.PIPE, check=True,
        text=True, input=json.dumps(bevestigd),
    ).stdout  # fmt: skip
    return f"{AFBREKEN} keer hard afgebroken: bevestigd, verloren, half", uit.strip(), "niets verloren of half"
