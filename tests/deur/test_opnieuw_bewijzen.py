"""Before what can do much harm one logs in once more: at the provider, as the same person, just now."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from keukentafel.dossier.models import Gebruiker, Mandaat, Sessie, Zaak
from keukentafel.inrichting import sessie
from keukentafel.inrichting.toegang import VERS

LogIn = Callable[..., Any]
ADRESSEN = {
    "inloggen:overal_uit": "/inloggen/overal-uit/",
    "inloggen:sleutel": "/inloggen/sleutel/1/",
    "beheer:mandaat": "/beheer/voorbeeldstad/mensen/nieuw/",
    "beheer:sleutel_nieuw": "/beheer/voorbeeldstad/sleutels/nieuw/",
}
BUITEN = {
    "mijn:meekijken_laat": ("inwoner", "/mijn/zaak/{}/meekijken/laat/"),
    "mijn:nodig_uit": ("inwoner", "/mijn/zaak/{}/meekijken/nodig-uit/"),
    "werk:vertegenwoordiger": ("consulent", "/werk/zaak/{}/vertegenwoordiger/"),
}
"""The same rule, with a case in its address: whose it is, and where."""
OVERAL = ADRESSEN["inloggen:overal_uit"]


def laat_oud_worden(client: Client, seconden: int) -> None:
    winkel = client.session
    winkel[sessie.BEWEZEN] = int(time.time()) - seconden
    winkel.save()


@pytest.fixture
def beheerder(sanne: Gebruiker, log_in: LogIn) -> Client:
    """Logged in at the provider, eleven minutes ago."""
    gemeente = sanne.mandaten.get().gemeente
    Mandaat.objects.create(gebruiker=sanne, gemeente=gemeente, rol="beheerder", vanaf="2025-01-01")
    client = Client()
    log_in(client, "medewerker", "sanne-1")
    laat_oud_worden(client, sessie.VERS + 60)
    return client


def test_elke_route_die_erom_vraagt_is_hier_genoemd() -> None:
    assert {*ADRESSEN, *BUITEN} == VERS


@pytest.mark.parametrize(("rol", "waar"), BUITEN.values())
def test_ook_wie_iemand_laat_meekijken(als: Any, rol: str, waar: str) -> None:
    client, zaak = als(rol), Zaak.objects.order_by("nummer")[0]
    adres = waar.format(zaak.pk)
    assert client.get(adres).status_code == 200
    laat_oud_worden(client, sessie.VERS + 60)
    assert client.get(adres)["Location"].startswith("/inloggen/bevestig/")
    laat_oud_worden(client, sessie.VERS_VORM + 60)
    assert client.post(adres).status_code == 403


@pytest.mark.parametrize("adres", ADRESSEN.values())
def test_wie_lang_geleden_inlogde_moet_het_opnieuw_doen(beheerder: Client, adres: str) -> None:
    naar = beheerder.get(adres)
    assert naar.status_code == 302 and naar["Location"].startswith("/inloggen/bevestig/?verder=")
    tekst = beheerder.get(naar["Location"]).content.decode()
    assert "Log nog een keer in" in tekst and "/inloggen/bij/medewerker/?opnieuw=ja&amp;verder=" in tekst
    # A form that was opened in time can still be sent; one that stood open for long cannot.
    laat_oud_worden(beheerder, sessie.VERS_VORM + 60)
    antwoord = beheerder.post(adres)
    assert antwoord.status_code == 403 and "Log eerst nog een keer in" in antwoord.content.decode()
    assert Sessie.objects.count() == 1


def naar_dienst(client: Client, verder: str = OVERAL) -> str:
    return str(client.get("/inloggen/bij/medewerker/", {"opnieuw": "ja", "verder": verder})["Location"])


def test_opnieuw_inloggen_en_verder(beheerder: Client, bij_aanbieder: Callable[..., str]) -> None:
    oud = beheerder.session.session_key
    naar = naar_dienst(beheerder)
    vraag = parse_qs(urlsplit(naar).query)
    assert (vraag["prompt"], vraag["max_age"]) == (["login"], ["0"])
    assert beheerder.get(bij_aanbieder(naar, "sanne-1"))["Location"] == OVERAL
    assert beheerder.get(OVERAL).status_code == 200
    assert beheerder.session.session_key != oud and not Sessie.objects.filter(session_key=oud).exists()


def test_de_dienst_moet_het_echt_gevraagd_hebben(beheerder: Client, bij_aanbieder: Callable[..., str]) -> None:
    toen = int(time.time()) - 600
    antwoord = beheerder.get(bij_aanbieder(naar_dienst(beheerder), "sanne-1", auth_time=toen))
    assert antwoord.status_code == 403 and "U bent niet ingelogd" not in antwoord.content.decode()
    assert beheerder.get(OVERAL).status_code == 302
    assert beheerder.get("/inloggen/wie/").status_code == 200


def test_iemand_anders_achter_het_scherm_komt_er_niet_door(
    beheerder: Client, uitgever: str, bij_aanbieder: Callable[..., str]
) -> None:
    Gebruiker.objects.create(uitgever=uitgever, onderwerp="ander", naam="Een collega")
    for wie in ("ander", "een vreemde"):
        assert beheerder.get(bij_aanbieder(naar_dienst(beheerder), wie)).status_code == 403
        assert beheerder.get(OVERAL).status_code == 302
        assert "Sanne de Boer" in beheerder.get("/inloggen/wie/").content.decode()


def test_wie_net_inlogde_gaat_gewoon_door(sanne: Gebruiker, log_in: LogIn) -> None:
    client = Client()
    log_in(client, "medewerker", "sanne-1")
    assert client.get(OVERAL).status_code == 200
    assert client.get("/inloggen/bevestig/", {"verder": OVERAL})["Location"] == OVERAL
    assert client.get("/inloggen/bevestig/", {"verder": "https://elders.example/"})["Location"].startswith("/")


def test_een_inlog_bij_de_dienst_van_vanmorgen_is_niet_vers(sanne: Gebruiker, log_in: LogIn) -> None:
    """Single sign-on: logged in here just now, without having shown anything."""
    client = Client()
    log_in(client, "medewerker", "sanne-1", auth_time=int(time.time()) - 3600)
    assert client.get("/inloggen/wie/").status_code == 200
    assert client.get(OVERAL).status_code == 302


def test_in_de_demonstratie_wordt_het_niet_gevraagd(als: Any, settings: Any) -> None:
    client = als("beheerder")
    laat_oud_worden(client, 9999)
    assert client.get(OVERAL).status_code == 302
    assert client.get(client.get(OVERAL)["Location"]).status_code == 404
    settings.DEMO = True
    assert client.get(OVERAL).status_code == 200
