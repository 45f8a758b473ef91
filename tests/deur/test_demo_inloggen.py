"""The demonstration's login: one click a role there, and nothing at all anywhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest
from django.test import Client

from keukentafel.dossier.models import Gebruiker
from keukentafel.inrichting.inloggen import demo as deur
from keukentafel.inrichting.voorbeeldgemeente import ROLSPELERS

KNOPPEN = [str(deur.KNOPPEN[r.knop][0]) for r in ROLSPELERS]


@pytest.fixture
def demo(settings: Any, voorbeeldstad: Any) -> Client:
    settings.DEMO = True
    return Client()


def test_er_is_een_knop_voor_elke_rol(demo: Client) -> None:
    tekst = demo.get("/demo/").content.decode()
    assert not [knop for knop in KNOPPEN if f">{knop}</button>" not in tekst]
    assert {"Inloggen als inwoner", "Inloggen als inwoner (andere zaak)", "Inloggen als cliëntondersteuner"} <= set(
        KNOPPEN
    )


@pytest.mark.parametrize("speler", ROLSPELERS, ids=lambda r: r.knop)
def test_een_klik_logt_in_en_een_klik_logt_uit(demo: Client, speler: Any) -> None:
    antwoord = demo.post("/demo/", {"wie": speler.knop})
    assert antwoord.status_code == 302
    assert speler.naam in demo.get("/inloggen/wie/").content.decode()
    assert demo.post("/inloggen/uit/")["Location"] == "/inloggen/uitgelogd/"
    assert demo.get("/inloggen/wie/").status_code == 302
    assert "U bent uitgelogd" in demo.get("/inloggen/uitgelogd/").content.decode()


def test_iemand_die_niet_van_de_demo_is_kan_er_niet_mee_inloggen(demo: Client) -> None:
    Gebruiker.objects.create(uitgever="https://idp.example", onderwerp="echt", naam="Echt Mens")
    for wie in ("echt", "", "x" * 300, "consulent\x00"):
        assert demo.post("/demo/", {"wie": wie}).status_code == 404
    assert demo.get("/inloggen/wie/").status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("pad", ["/demo/", "/en/demo/"])
def test_buiten_de_demo_bestaat_de_pagina_niet(voorbeeldstad: Any, pad: str) -> None:
    client = Client()
    assert client.get(pad).status_code == client.post(pad, {"wie": "consulent"}).status_code == 404
    assert not client.cookies


def test_geen_instelling_in_de_omgeving_zet_de_demo_aan() -> None:
    code = "from django.conf import settings; print(settings.DEMO)"
    omgeving = os.environ | {f"KEUKENTAFEL_{n}": "1" for n in ("DEMO", "DEBUG", "TEST", "LOG")} | {"DEMO": "1"}
    omgeving["DJANGO_SETTINGS_MODULE"] = "keukentafel.inrichting.settings"
    uit = subprocess.run([sys.executable, "-c", code], env=omgeving, capture_output=True, text=True, check=True)
    assert uit.stdout == "False\n"


def test_een_methode_die_niemand_gebruikt_wordt_geweigerd(demo: Client) -> None:
    for methode in ("TRACE", "CONNECT", "PROPFIND"):
        assert demo.generic(methode, "/inloggen/wie/").status_code == 405


def test_wat_achter_de_deur_gezegd_is_wordt_nergens_bewaard(als: Any) -> None:
    antwoord = als("consulent").get("/inloggen/wie/")
    assert antwoord["Cache-Control"] == "no-store"
    assert "Cookie" in antwoord["Vary"]


def test_een_formulier_zonder_sleutel_wordt_geweigerd(als: Any) -> None:
    client = als("consulent")
    client.handler.enforce_csrf_checks = True
    antwoord = client.post("/inloggen/uit/")
    assert antwoord.status_code == 403 and "Dit formulier is verlopen" in antwoord.content.decode()
    assert client.get("/inloggen/wie/").status_code == 200
    sleutel = client.get("/inloggen/wie/").content.decode().split('csrfmiddlewaretoken" value="')[1].split('"')[0]
    assert client.post("/inloggen/uit/", {"csrfmiddlewaretoken": sleutel}).status_code == 302


def test_met_https_heeft_elk_koekje_het_voorvoegsel_van_deze_site_alleen() -> None:
    code = (
        "from django.conf import settings as s; from keukentafel.portaal.kader import leeswijze;"
        "print(s.SESSION_COOKIE_NAME, leeswijze.KOEKJE, s.SESSION_COOKIE_SECURE, s.SECURE_HSTS_INCLUDE_SUBDOMAINS)"
    )
    omgeving = os.environ | {"KEUKENTAFEL_HTTPS": "ja", "DJANGO_SETTINGS_MODULE": "keukentafel.inrichting.settings"}
    uit = subprocess.run([sys.executable, "-c", code], env=omgeving, capture_output=True, text=True, check=True)
    assert uit.stdout == "__Host-keukentafel __Host-leeswijze True True\n"
