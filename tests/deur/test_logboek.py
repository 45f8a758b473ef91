"""The log of what touches safety: every event is in it and in the docs, with numbers only, and nothing can break it."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from keukentafel.dossier.gebeurtenissen import ERNSTIG, Gebeurtenis, meld
from keukentafel.dossier.models import Gebruiker, Mandaat, Team, Toegangssleutel
from keukentafel.dossier.vastleggen import vandaag
from keukentafel.inrichting.voorbeeldgemeente import speler
from tests.huis.bron import WORTEL

Als = Callable[[Any], Client]
Regels = Callable[[], list[str]]
BEHEER = "/beheer/voorbeeldstad/"
VORM = re.compile(r"[A-Z_]+( [a-z]+=[\w:.@/+-]+)*")


@pytest.fixture
def regels() -> Iterator[Regels]:
    """The lines so far."""
    logger, gezien = logging.getLogger("keukentafel.beveiliging"), logging.Handler()
    lijst: list[str] = []
    gezien.emit = lambda regel: lijst.append(regel.getMessage())  # type: ignore[method-assign]
    logger.addHandler(gezien)
    yield lambda: lijst
    logger.removeHandler(gezien)


def test_elke_gebeurtenis_staat_in_de_handleiding() -> None:
    pagina = (WORTEL / "docs" / "beveiliging.md").read_text("utf-8")
    genoemd = re.findall(r"^\| `([A-Z_]+)` \| (\w+) \|", pagina, re.M)
    assert dict(genoemd) == {g.name: "WARNING" if g in ERNSTIG else "INFO" for g in Gebeurtenis}


def test_geen_waarde_breekt_uit_haar_plaats(regels: Regels) -> None:
    meld(Gebeurtenis.GEWEIGERD, reden="a\r\n2026 INFO INGELOGD rekening=x", route="x" * 500, rekening="\x1b[31m ")
    (regel,) = regels()
    assert VORM.fullmatch(regel) and len(regel) < 300
    assert regel.startswith("GEWEIGERD reden=a_2026_INFO_INGELOGD_rekening_x route=")


def dag(naam: str) -> dict[str, Any]:
    op = vandaag()
    return {f"{naam}-dag": op.day, f"{naam}-maand": op.month, f"{naam}-jaar": op.year}


def wat_een_beheerder_doet(client: Client, consulent: Client) -> None:
    """Every change that counts, one after the other."""
    rol = {"naam": "Lot Kuiper", "onderwerp": "lot", "rol": "beslisser", "team": "geen"}
    client.post(f"{BEHEER}mensen/nieuw/", rol | dag("vanaf"))
    mandaat = Mandaat.objects.get(gebruiker__onderwerp="lot")
    client.post(f"{BEHEER}mensen/einde/?mandaat={mandaat.pk}", dag("laatste"))
    client.post(f"{BEHEER}mensen/uitloggen/?wie=lot")
    sleutel = {"naam": "Zaaksysteem", "als": str(speler("consulent").pk), "bereik": ["zaken:lezen"]} | dag("tot")
    client.post(f"{BEHEER}sleutels/nieuw/", sleutel)
    nummer = Toegangssleutel.objects.get().pk
    geheim = consulent.post(f"/inloggen/sleutel/{nummer}/", {"actie": "ophalen"}).content.decode()
    (geheim,) = re.findall(r"kt_[\w-]{43}", geheim)
    for _ in range(3):
        client.get("/api/v1/zaken", headers={"Authorization": f"Bearer {geheim}"})
    client.get("/api/v1/zaken", headers={"Authorization": "Bearer kt_onzin"})
    client.post(f"{BEHEER}sleutels/", {"sleutel": nummer})
    client.post(f"{BEHEER}teams/melding/", {"team": Team.objects.first().pk} | dag("vanaf"))  # type: ignore[union-attr]


def test_wat_telt_staat_erin_en_niemand_met_naam(als: Als, settings: Any, regels: Regels) -> None:
    settings.DEMO = True
    consulent = als("consulent")
    wat_een_beheerder_doet(als("beheerder"), consulent)
    assert [regel.split()[0] for regel in regels()] == [
        "ROL_GEGEVEN", "ROL_BEEINDIGD", "SESSIES_BEEINDIGD", "SLEUTEL_GEMAAKT", "SLEUTEL_OPGEHAALD", "SLEUTEL_GEBRUIKT",
        "SLEUTEL_GEWEIGERD", "SLEUTEL_BEEINDIGD", "INSTELLING_GEWIJZIGD",
    ]  # fmt: skip
    mo, lot = speler("beheerder").pk, Gebruiker.objects.get(onderwerp="lot").pk
    assert regels()[0].startswith(f"ROL_GEGEVEN door={mo} rekening={lot} rol=beslisser mandaat=")
    alles = " ".join(regels())
    assert not [w for w in ("Lot", "Kuiper", "Mo_", "Karaca", "Zaaksysteem", "kt_", "Sanne") if w in alles]
    assert all(VORM.fullmatch(regel) for regel in regels())


def test_wat_geweigerd_wordt_staat_erin(als: Als, regels: Regels) -> None:
    client = als("consulent")
    client.get(f"{BEHEER}mensen/")
    client.get("/werk/zaak/00000000-0000-4000-8000-000000000000/")
    client.post("/inloggen/uit/", headers={"Sec-Fetch-Site": "cross-site"})
    client.handler.enforce_csrf_checks = True
    client.post("/inloggen/uit/")
    wie = speler("consulent").pk
    assert regels() == [
        f"GEWEIGERD reden=geen_rol_in_dit_deel route=beheer:mensen rekening={wie}",
        f"GEWEIGERD reden=niet_gevonden_of_geweigerd route=werk:zaak rekening={wie}",
        "GEWEIGERD reden=formulier_van_een_andere_site route=- rekening=niemand",
        f"GEWEIGERD reden=formulier_zonder_geldige_sleutel route=inloggen:uit rekening={wie}",
    ]


def test_wat_elke_pagina_achter_de_deur_meekrijgt(als: Als) -> None:
    for pad in ("/inloggen/wie/", "/werk/", "/werk/zaak/00000000-0000-4000-8000-000000000000/"):
        antwoord = als("consulent").get(pad)
        assert antwoord["Cache-Control"] == "no-store" and antwoord["X-Frame-Options"] == "DENY"
        assert antwoord["X-Content-Type-Options"] == "nosniff" and antwoord["Referrer-Policy"] == "same-origin"
        assert "default-src 'none'" in antwoord["Content-Security-Policy"] and "unsafe" not in str(antwoord.headers)
        assert not {"Server", "X-Powered-By", "Access-Control-Allow-Origin"} & set(antwoord.headers)


def test_een_fout_van_onszelf_toont_geen_spoor_en_geen_inhoud(als: Als, monkeypatch: pytest.MonkeyPatch) -> None:
    def kapot(*_: Any) -> Any:
        raise ValueError("mevrouw Geheim 999990019")

    monkeypatch.setattr("keukentafel.inrichting.inloggen.views.thuis", kapot)
    client = als("consulent")
    client.raise_request_exception = False
    antwoord = client.get("/inloggen/wie/")
    assert antwoord.status_code == 500 and "Er ging iets mis bij ons" in antwoord.content.decode()
    logboek = logging.getLogger("django").handlers[0].formatter
    assert logboek is not None and "Geheim" not in antwoord.content.decode()
    try:
        kapot()
    except ValueError:
        regel = logging.LogRecord("django", logging.ERROR, __file__, 1, "x", None, sys.exc_info())
        assert "ValueError" in logboek.format(regel) and "Geheim" not in logboek.format(regel)
