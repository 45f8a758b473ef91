"""Kept cases: what a request costs, on SQLite and on PostgreSQL; the list at a million; writers that are killed.

`BENCH_LIJST` bounds the longest list (1000000), `BENCH_AFBREKEN` how often a writer is killed (1000), on each database.
"""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Iterator
from typing import Any

from bench.dossier_lijst import lijsten
from bench.dossier_plek import Plek, databanken
from bench.dossier_server import Server, Verzoek, server, verdeel
from gereedschap.schrijver import schrijvers

Cijfer = tuple[str, str, str]
KEREN = 240
VERBINDINGEN = 2
AFBREKEN = int(os.environ.get("BENCH_AFBREKEN", "1000"))
LEZERS, BEZOEKEN = 8, 8
COOKIE = "keukentafel"
JSON = {"Content-Type": "application/json"}


def cijfers() -> list[Cijfer]:
    """The figures of the record with their goals, SQLite first."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "keukentafel.inrichting.settings"
    import django

    django.setup()
    uit = []
    for naam in ("SQLite", "PostgreSQL"):
        with databanken(naam) as maak:
            gemeten = [*_alles(maak("bench")), *lijsten(maak, COOKIE)]
            uit += [(f"{naam}: {wat}", uitkomst, doel) for wat, uitkomst, doel in gemeten]
    return uit


def _alles(plek: Plek) -> Iterator[Cijfer]:
    begin = time.perf_counter()
    plek.migreer()
    yield "lege databank maken", f"{time.perf_counter() - begin:.1f} s", "≤ 5 s"
    inhoud = plek.begin()
    begin = time.perf_counter()
    with server(plek.omgeving(), plek.pid) as draait:
        yield "starten tot het eerste antwoord", f"{time.perf_counter() - begin:.2f} s", "≤ 2 s"
        yield from _verzoeken(draait, inhoud)
        yield "geheugen van een werker", f"{draait.geheugen():.0f} MB", "-"
    yield _afbreken(plek, inhoud)


def _verzoeken(draait: Server, inhoud: dict[str, Any]) -> Iterator[Cijfer]:
    """What each kind of request costs, application and database together."""
    zaken, koppen = inhoud["zaken"], JSON | {"Authorization": f"Bearer {inhoud['sleutel']}"}
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
    return (
        f"bladzijde van een inwoner, {LEZERS} verbindingen",
        f"p95 {maat.p95:.0f} ms, {maat.cpu:.1f} ms CPU",
        "p95 ≤ 50 ms",
    )


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
    uit = plek.roep("-m", "bench.dossier_inhoud", "tel", erin=json.dumps(bevestigd))
    return f"{AFBREKEN} keer hard afgebroken: bevestigd, verloren, half", uit.strip(), "niets verloren of half"
