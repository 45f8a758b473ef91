"""The letter pages, as a browser without script uses them."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from html import unescape
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client

from keukentafel import brieven
from keukentafel.portaal.brief import views
from keukentafel.portaal.brief.velden import ALLE
from keukentafel.portaal.kader.grens import VENSTERS
from tests.brieven.gevallen import (
    AFZENDER,
    GEVALLEN,
    INGEBREKE,
    TOT_AANVRAAG,
    TOT_BESLUIT,
    Feiten,
)

SOORTEN = {
    "pdf": "application/pdf",
    "groot.pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "eml": "message/rfc822",
}


@pytest.fixture(autouse=True)
def ruim(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit on PDFs has a test of its own."""
    assert views.download
    monkeypatch.setattr(VENSTERS["pdf"], "aantal", 1_000_000)


@pytest.fixture
def bezoeker() -> Client:
    return Client(headers={"host": "127.0.0.1"})


@pytest.fixture(autouse=True)
def op_dinsdag() -> Iterator[None]:
    """Dinsdag 20 oktober 2026: de eerste dag na de beslistermijn van de aanvraag van 5 oktober."""
    with time_machine.travel(date(2026, 10, 20), tick=False):
        yield


def dossier(feiten: Feiten) -> str:
    return json.dumps({"zaak": "mijn-zaak", "gemeente": "Voorbeeldstad", "feiten": feiten})


def velden(antwoord: HttpResponse) -> dict[str, str]:
    """The fields of the letter form as a browser would send them back."""
    html = antwoord.content.decode()
    vorm = html[html.index('id="briefformulier"') :]
    vorm = vorm[: vorm.index("</form>")]
    gevonden = {n: unescape(w) for n, w in re.findall(r'<input[^>]*? name="(\w+)"[^>]*? value="([^"]*)"', vorm)}
    gevonden |= {
        n: unescape(w) for n, w in re.findall(r'<textarea[^>]* name="(\w+)"[^>]*>\n(.*?)</textarea>', vorm, re.S)
    }
    return gevonden


def tekst_van(antwoord: HttpResponse) -> str:
    zonder = re.sub(r"<[^>]+>", " ", antwoord.content.decode())
    return " ".join(unescape(zonder).split())


# --- het overzicht


def test_het_overzicht_noemt_elke_brief_met_wanneer_hij_past(bezoeker: Client) -> None:
    for taal, adres in (("nl", "/brieven/"), ("en", "/en/brieven/")):
        antwoord = bezoeker.get(adres)
        tekst = tekst_van(antwoord)
        assert antwoord.status_code == 200
        for brief in brieven.ALLE.values():
            assert brief.titel.in_taal(taal) in tekst
            assert brief.wanneer.in_taal(taal) in tekst
            assert f'href="{adres}{brief.naam}/"' in antwoord.content.decode()


def test_met_een_zaak_toont_het_overzicht_wat_nu_kan_en_wat_later(bezoeker: Client) -> None:
    with time_machine.travel(date(2026, 10, 19), tick=False):
        antwoord = bezoeker.post("/brieven/", {"dossier": dossier(TOT_AANVRAAG)})
    html = antwoord.content.decode()
    assert 'formaction="/brieven/reactie-op-verslag/"' in html
    assert 'formaction="/brieven/ingebrekestelling/"' not in html
    assert "Kan vanaf dinsdag 20 oktober 2026" in tekst_van(antwoord)
    later = bezoeker.post("/brieven/", {"dossier": dossier(TOT_AANVRAAG)})
    assert 'formaction="/brieven/ingebrekestelling/"' in later.content.decode()


# --- één brief


@pytest.mark.parametrize("voor", ["", "/en"])
@pytest.mark.parametrize("naam", brieven.ALLE)
def test_elke_brief_opent_ook_zonder_zaak(bezoeker: Client, naam: str, voor: str) -> None:
    antwoord = bezoeker.get(f"{voor}/brieven/{naam}/")
    assert antwoord.status_code == 200
    assert brieven.ALLE[naam].titel.in_taal("en" if voor else "nl") in tekst_van(antwoord)
    assert "[vul in: " in velden(antwoord)["tekst"] or naam in ("clientondersteuning-vragen", "inzage-dossier")


def test_met_een_zaak_staan_de_datums_er_al_in(bezoeker: Client) -> None:
    gevuld = velden(bezoeker.post("/brieven/ingebrekestelling/", {"dossier": dossier(TOT_AANVRAAG)}))
    assert "U hebt op 5 oktober 2026 mijn aanvraag om hulp ontvangen" in gevuld["tekst"]
    assert "uiterlijk op 19 oktober 2026" in gevuld["tekst"]
    assert gevuld["gemeente"] == "Voorbeeldstad"
    assert json.loads(gevuld["dossier"])["feiten"] == TOT_AANVRAAG


def test_de_brief_staat_voor_de_velden_en_de_weg_terug_erboven(bezoeker: Client) -> None:
    html = bezoeker.post("/brieven/ingebrekestelling/", {"dossier": dossier(TOT_AANVRAAG)}).content.decode()
    volgorde = [html.index(deel) for deel in ("Terug naar uw overzicht", "<h1", "br-papier", 'id="briefformulier"')]
    assert volgorde == sorted(volgorde)
    assert html.count("Terug naar uw overzicht") == 2


def test_een_dag_te_vroeg_komt_er_geen_brief_maar_een_dag(bezoeker: Client) -> None:
    with time_machine.travel(date(2026, 10, 19), tick=False):
        antwoord = bezoeker.post("/brieven/ingebrekestelling/", {"dossier": dossier(TOT_AANVRAAG)})
        bestand = bezoeker.post("/brieven/ingebrekestelling/download.pdf", {"dossier": dossier(TOT_AANVRAAG)})
    assert "Deze brief kan vanaf dinsdag 20 oktober 2026." in tekst_van(antwoord)
    assert "stel ik u in gebreke" not in tekst_van(antwoord)
    assert bestand.status_code == 409
    assert not bestand.content.startswith(b"%PDF")


def test_een_brief_die_niet_past_zegt_wanneer_wel(bezoeker: Client) -> None:
    antwoord = bezoeker.post("/brieven/bezwaar-pro-forma/", {"dossier": dossier(TOT_AANVRAAG)})
    assert "Deze brief past niet bij wat u verteld hebt." in tekst_van(antwoord)
    assert brieven.ALLE["bezwaar-pro-forma"].wanneer.nl in tekst_van(antwoord)
    assert "past niet bij" in tekst_van(
        bezoeker.post("/brieven/ingebrekestelling/", {"dossier": dossier([*TOT_AANVRAAG, INGEBREKE])})
    )


def test_de_hele_reis_van_brief_naar_bestand(bezoeker: Client) -> None:
    formulier = velden(bezoeker.post("/brieven/bezwaar-pro-forma/", {"dossier": dossier(TOT_BESLUIT)}))
    formulier |= AFZENDER | {"postcode": "1234ab", "tekst": formulier["tekst"] + "\r\n\r\nIk bel u morgen."}
    voorbeeld = bezoeker.post("/brieven/bezwaar-pro-forma/", formulier)
    assert "Zo ziet uw brief eruit" in tekst_van(voorbeeld)
    assert "Dit is nog open" not in tekst_van(voorbeeld)
    opnieuw = velden(voorbeeld)
    assert opnieuw["tekst"].endswith("Ik bel u morgen.")
    assert opnieuw["postcode"] == "1234 AB"
    tekst = bezoeker.post("/brieven/bezwaar-pro-forma/download.txt", opnieuw).content.decode()
    assert tekst.startswith("Marga de Vries-Jansen\nLindelaan 12\n1234 AB  Voorbeeldstad\nGeboren: 3 maart 1948")
    assert "op 15 oktober 2026 aan mij bekendgemaakt" in tekst
    assert "Ik bel u morgen." in tekst
    assert "Voorbeeldstad, 20 oktober 2026" in tekst


@pytest.mark.parametrize(("soort", "mime"), SOORTEN.items())
def test_elk_bestand_met_een_naam_zonder_persoon_en_nergens_bewaard(bezoeker: Client, soort: str, mime: str) -> None:
    formulier = velden(bezoeker.post("/brieven/klacht/", {"dossier": dossier(TOT_BESLUIT)})) | AFZENDER
    antwoord = bezoeker.post(f"/brieven/klacht/download.{soort}", formulier)
    assert antwoord.status_code == 200
    assert antwoord.headers["Content-Type"] == mime
    assert antwoord.headers["Content-Disposition"] == f'attachment; filename="brief-klacht.{soort}"'
    assert antwoord.headers["Cache-Control"] == "no-store"
    if soort == "eml":
        assert message_from_bytes(antwoord.content)["X-Unsent"] == "1"
    if mime == "application/pdf":
        assert antwoord.content.startswith(b"%PDF-1.7")


def test_een_bestand_vraagt_om_post_en_een_bekende_soort(bezoeker: Client) -> None:
    assert bezoeker.get("/brieven/klacht/download.pdf").status_code == 405
    assert bezoeker.post("/brieven/klacht/download.docx").status_code == 404
    assert bezoeker.post("/brieven/bestaatniet/download.pdf").status_code == 404
    assert bezoeker.get("/brieven/bestaatniet/").status_code == 404


def test_de_brief_blijft_nederlands_op_de_engelse_pagina(bezoeker: Client) -> None:
    antwoord = bezoeker.post("/en/brieven/ingebrekestelling/", {"dossier": dossier(TOT_AANVRAAG)})
    html = antwoord.content.decode()
    assert velden(antwoord)["tekst"].startswith("U hebt op 5 oktober 2026 mijn aanvraag")
    assert "You received my application for help on 5 October 2026." in tekst_van(antwoord)
    assert re.search(r'<textarea[^>]* lang="nl"[^>]* name="tekst"', html)
    formulier = velden(antwoord) | AFZENDER
    assert b"Geacht college," in bezoeker.post("/en/brieven/ingebrekestelling/download.txt", formulier).content


# --- wat mis kan gaan


def test_alle_fouten_tegelijk_en_niets_kwijt(bezoeker: Client) -> None:
    formulier = velden(bezoeker.get("/brieven/klacht/")) | {
        "naam": "M" * 101,
        "email": "geen adres",
        "gemeente_email": "ook@fout",
        "tekst": "Mijn verhaal. " * 2000,
    }
    for adres in ("/brieven/klacht/", "/brieven/klacht/download.pdf"):
        antwoord = bezoeker.post(adres, formulier)
        tekst = tekst_van(antwoord)
        assert antwoord.status_code == 422
        assert "Er kloppen nog 4 dingen niet" in tekst
        for deel in (
            "Naam is te lang: er passen 100 tekens in, dit zijn er 101.",
            "geen adres",
            "ook@fout",
            "er passen 15000 tekens in",
        ):
            assert deel in tekst
        assert velden(antwoord)["tekst"].startswith("Mijn verhaal.")
        assert velden(antwoord)["naam"] == "M" * 101
        assert 'href="#naam"' in antwoord.content.decode()


@pytest.mark.parametrize(
    "kapot",
    [
        "geen json",
        "[]",
        '{"zaak": "x", "feiten": 3}',
        '{"zaak": "x", "feiten": [{"soort": "onzin", "datum": "2026-01-01"}]}',
        '{"zaak": "x", "feiten": [{"soort": "melding_ontvangen", "datum": "2026-13-01"}]}',
        '{"zaak": "x", "feiten": [' + '{"soort": "ontvangst_bevestigd", "datum": "2026-10-01"},' * 9000 + "{}]}",
    ],
)
def test_een_kapot_dossier_wordt_vriendelijk_geweigerd(bezoeker: Client, kapot: str) -> None:
    for adres in ("/brieven/", "/brieven/klacht/", "/brieven/klacht/download.pdf"):
        antwoord = bezoeker.post(adres, {"dossier": kapot})
        assert antwoord.status_code == 422
        assert "Traceback" not in antwoord.content.decode()
        assert 'role="alert"' in antwoord.content.decode()


@pytest.mark.parametrize("veld", [veld.naam for veld in ALLE])
def test_vijandige_invoer_blijft_tekst(bezoeker: Client, veld: str) -> None:
    gif = '"><script>alert(1)</script>{{ 7 }}{% x %}#read("/etc/passwd")'
    formulier = velden(bezoeker.get("/brieven/klacht/")) | {veld: gif}
    antwoord = bezoeker.post("/brieven/klacht/", formulier)
    assert "<script>alert" not in antwoord.content.decode()
    if antwoord.status_code == 200:
        assert velden(antwoord)[veld] == gif
        assert bezoeker.post("/brieven/klacht/download.pdf", formulier).content.startswith(b"%PDF")


def test_tekens_die_niet_op_papier_kunnen_worden_genoemd(bezoeker: Client) -> None:
    formulier = velden(bezoeker.get("/brieven/klacht/")) | {"tekst": "Ik ben blij 😀 en €5 kwijt"}
    assert "Deze tekens kunnen niet in een pdf: 😀" in tekst_van(bezoeker.post("/brieven/klacht/", formulier))


# --- niets wordt bewaard


def test_niets_van_de_schrijver_in_het_logboek_de_koekjes_of_het_adres(
    bezoeker: Client, caplog: pytest.LogCaptureFixture
) -> None:
    logging.getLogger("keukentafel").propagate = True
    caplog.set_level(logging.DEBUG)
    formulier = velden(bezoeker.post("/brieven/klacht/", {"dossier": dossier(TOT_BESLUIT)})) | AFZENDER
    antwoorden: list[Any] = [bezoeker.post("/brieven/klacht/", formulier)]
    antwoorden += [bezoeker.post(f"/brieven/klacht/download.{soort}", formulier) for soort in SOORTEN]
    for antwoord in antwoorden:
        assert antwoord.headers["Cache-Control"] == "no-store"
        assert not antwoord.cookies
        assert antwoord.get("Location") is None
    assert caplog.records
    for geheim in (*AFZENDER.values(), "stofzuigen", "2026-10-15"):
        assert geheim not in caplog.text
    logging.getLogger("keukentafel").propagate = False


def test_de_pdf_heeft_een_grens(bezoeker: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(VENSTERS["pdf"], "aantal", 0)
    antwoord = bezoeker.post("/brieven/klacht/download.pdf", velden(bezoeker.get("/brieven/klacht/")))
    assert antwoord.status_code == 429
    assert int(antwoord.headers["Retry-After"]) > 0


@pytest.mark.parametrize("naam", GEVALLEN)
def test_elke_brief_gaat_van_zaak_naar_papier(bezoeker: Client, naam: str) -> None:
    op, feiten = GEVALLEN[naam]
    with time_machine.travel(date.fromisoformat(op), tick=False):
        formulier = velden(bezoeker.post(f"/brieven/{naam}/", {"dossier": dossier(feiten)}))
        assert formulier["onderwerp"] == brieven.ALLE[naam].onderwerp.nl
        assert bezoeker.post(f"/brieven/{naam}/download.pdf", formulier | AFZENDER).content.startswith(b"%PDF")


def test_elke_tekst_van_de_pagina_heeft_engels(bezoeker: Client) -> None:
    """No Dutch is left on the English pages but the letter itself, which says so in its language."""
    for antwoord in (
        bezoeker.get("/en/brieven/"),
        bezoeker.get("/en/brieven/klacht/"),
        bezoeker.post("/en/brieven/", {"dossier": dossier(TOT_AANVRAAG)}),
        bezoeker.post("/en/brieven/bezwaar-pro-forma/", {"dossier": dossier(TOT_AANVRAAG)}),
    ):
        zonder_nl = re.sub(
            r'<(\w+)[^>]* lang="nl"[^>]*>.*?</\1>|<input[^>]*>', " ", antwoord.content.decode(), flags=re.S
        )
        woorden = set(re.findall(r"[a-zà-ÿ]+", re.sub(r"<[^>]+>", " ", zonder_nl).lower()))
        assert not woorden & {"de", "het", "een", "niet", "uw", "brief", "brieven", "voor", "wordt"}, woorden
