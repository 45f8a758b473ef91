"""The own file of *Wat nu?*: saved and opened again, calendar and paper, and nothing of it kept here."""

from __future__ import annotations

import html
import io
import json
import logging
import re
from collections.abc import Iterator
from datetime import date, timedelta

import icalendar
import pikepdf
import pytest
import time_machine
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from keukentafel.portaal.kader.grens import VENSTERS
from keukentafel.portaal.watnu import views
from keukentafel.procedure import lees_casus
from tests.portaal.gang import AANVRAAG, BESLUIT, HULPVRAAG, MAANDAG, MELDING, VERSLAG, Gang, datum, feit, uitkomst


@pytest.fixture(autouse=True)
def op_maandag(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    assert views.papier_pdf
    monkeypatch.setattr(VENSTERS["pdf"], "aantal", 1_000_000)
    with time_machine.travel(MAANDAG, tick=False):
        yield


@pytest.fixture
def bezoeker() -> Client:
    return Client(headers={"host": "127.0.0.1"})


# --- the own file ---------------------------------------------------------------------------------------------------


def test_bewaren_en_weer_openen_geeft_hetzelfde(bezoeker: Client) -> None:
    gang = Gang(bezoeker, "besluit").antwoord_met("ja", **datum(date(2026, 11, 3))).antwoord_met("nee")
    for adres in ("bestand/download.json", "bestand/download.yaml"):
        bestand = gang.naar(adres, aantekeningen="Mevrouw belde op 4 november.\r\nZij zou terugbellen.")
        assert re.fullmatch(r'attachment; filename="mijn-dossier\.\w+"', bestand["Content-Disposition"])
        terug = bezoeker.post("/wat-nu/bestand/openen/", {"bestand": SimpleUploadedFile("x", bestand.content)})
        tekst = html.unescape(terug.content.decode())
        assert "Uw bestand is geopend" in tekst and "15 december 2026" in tekst
        assert "Mevrouw belde op 4 november.\nZij zou terugbellen." in tekst
        lees_casus(bestand.content.decode(), vandaag=MAANDAG)


@pytest.mark.parametrize(
    ("inhoud", "bericht"),
    [
        (b"", "Dit is geen dossier van deze website"),
        (b"%PDF-1.7 \xff\xfe", "Dit is geen tekstbestand"),
        (b"[1, 2]", "Dit is geen dossier van deze website"),
        (b'{"feiten": "nee"}', "hoort een lijst te staan"),
        (b'{"feiten": [1]}', "hoort een lijst te staan"),
        (b"{" * 100_000, "Dit is geen dossier van deze website"),
        (b"[" * 100_000 + b"]" * 100_000, "Dit is geen dossier van deze website"),
        (b"x" * 300_000, "Het bestand is te groot"),
        (b"a: &a [1,1]\nb: [*a,*a]\n", "Dit is geen dossier van deze website"),
        (b"!!python/object/apply:os.system ['ls']", "Dit is geen dossier van deze website"),
        (b'{"zaak": "z", "feiten": [{"soort": "toverij", "datum": "2026-01-01"}]}', "toverij"),
        (b'{"zaak": "z", "feiten": [{"soort": "melding_ontvangen", "datum": "2027-02-03"}]}', "2027-02-03"),
    ],
)  # fmt: skip
def test_een_bestand_dat_niet_deugt_wordt_vriendelijk_geweigerd(bezoeker: Client, inhoud: bytes, bericht: str) -> None:
    antwoord = bezoeker.post("/wat-nu/bestand/openen/", {"bestand": SimpleUploadedFile("x.json", inhoud or b" ")})
    assert antwoord.status_code == 422
    tekst = html.unescape(antwoord.content.decode())
    assert bericht in tekst and "Traceback" not in tekst


def test_alle_fouten_van_een_bestand_in_een_keer(bezoeker: Client) -> None:
    feiten = [
        feit("toverij", "2026-01-01"),
        feit("melding_ontvangen", "2026-02-30"),
        feit("besluit_bekendgemaakt", "2014-01-01"),
    ]
    inhoud = json.dumps({"zaak": "z", "feiten": feiten}).encode()
    antwoord = bezoeker.post("/wat-nu/bestand/openen/", {"bestand": SimpleUploadedFile("x.json", inhoud)})
    tekst = html.unescape(antwoord.content.decode())
    assert all(woord in tekst for woord in ("toverij", "2026-02-30", "2014-01-01"))


def test_een_zaak_met_een_verbetering_wordt_verbeterd_gelezen(bezoeker: Client) -> None:
    feiten = [
        feit("melding_ontvangen", date(2026, 9, 1)),
        feit(
            "feit_gecorrigeerd", date(2026, 11, 3), betreft=1, reden="typefout", vervangt_door={"datum": "2026-11-02"}
        ),
    ]
    gang = uitkomst(bezoeker, feiten)
    assert "14 december 2026" in gang.zin
    assert gang.feiten == [feit("melding_ontvangen", date(2026, 11, 2))]


# --- calendar and paper ---------------------------------------------------------------------------------------------


def test_de_agenda_is_prive_herinnert_en_verraadt_niets(bezoeker: Client) -> None:
    gang = uitkomst(bezoeker, [MELDING, VERSLAG, AANVRAAG, feit("besluit_bekendgemaakt", date(2026, 11, 3))])
    antwoord = gang.naar("agenda/download.ics")
    assert antwoord["Content-Type"].startswith("text/calendar")
    kalender = icalendar.Calendar.from_ical(antwoord.content)
    (dag,) = kalender.walk("VEVENT")
    assert dag["DTSTART"].dt == date(2026, 12, 15)
    assert dag["CLASS"] == "PRIVATE" and dag["DTSTAMP"].dt.date() == MAANDAG
    assert [alarm["TRIGGER"].dt for alarm in dag.walk("VALARM")] == [timedelta(days=-7), timedelta(days=-1)]
    assert "trap" not in antwoord.content.decode() and HULPVRAAG not in antwoord.content.decode()
    assert gang.naar("agenda/download.ics").content == antwoord.content, "dezelfde dag geeft dezelfde bytes"


def test_het_blad_op_papier_en_als_pdf(bezoeker: Client) -> None:
    gang = uitkomst(bezoeker, [MELDING, VERSLAG, AANVRAAG, BESLUIT])
    assert "Mijn datums op 23 november 2026" in gang.naar("blad/").content.decode()
    for groot in ({}, {"groot": "ja"}):
        antwoord = gang.naar("blad/download.pdf", **groot)
        with pikepdf.open(io.BytesIO(antwoord.content)) as blad:
            assert str(blad.Root.Lang) == "nl-NL" and blad.Root.MarkInfo.Marked
            assert len(blad.pages) == 1 or groot


# --- nothing stays --------------------------------------------------------------------------------------------------

_GEHEIM = "Ik ben bang om te vallen in de badkamer"


def _alles(bezoeker: Client) -> Iterator[HttpResponse]:
    zaak = json.dumps(
        {
            "zaak": "z",
            "feiten": [{**MELDING, "behoeften": [{"id": "b1", "vraag": _GEHEIM}]}, VERSLAG, AANVRAAG, BESLUIT],
        }
    )
    for adres in (
        "",
        "vraag/",
        "uitkomst/",
        "blad/",
        "agenda/download.ics",
        "blad/download.pdf",
        "bestand/download.json",
        "bestand/download.yaml",
    ):
        yield bezoeker.post(f"/wat-nu/{adres}", {"dossier": zaak, "stap": "gemeente", "actie": "toon"})


def test_niets_wordt_bewaard_of_gelogd_of_onthouden(bezoeker: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("keukentafel").propagate = True
    for antwoord in _alles(bezoeker):
        assert antwoord.status_code == 200
        assert antwoord["Cache-Control"] == "no-store"
        assert not antwoord.cookies and "Set-Cookie" not in antwoord
    logging.getLogger("keukentafel").propagate = False
    assert _GEHEIM not in caplog.text and "b1" not in caplog.text


def test_een_adres_dat_alleen_antwoordt_stuurt_terug_naar_het_begin(bezoeker: Client) -> None:
    for adres in ("vraag/", "uitkomst/", "blad/"):
        antwoord = bezoeker.get(f"/wat-nu/{adres}")
        assert antwoord.status_code == 302 and antwoord["Location"] == "/wat-nu/"


def test_formulieren_gaan_naar_eigen_adressen_zonder_gegevens(bezoeker: Client) -> None:
    tekst = uitkomst(bezoeker, [MELDING, VERSLAG, AANVRAAG, BESLUIT]).tekst
    adressen = re.findall(r'(?:form)?action="([^"]*)"', tekst) + re.findall(r'(?:href|src)="([^"#]*)"', tekst)
    assert adressen and all(adres.startswith("/") and "?" not in adres for adres in adressen)
    assert 'method="get"' not in tekst


def test_vijandige_tekst_is_alleen_tekst(bezoeker: Client) -> None:
    kwaad = '"><script>alert(1)</script>'
    gang = uitkomst(bezoeker, [{**MELDING, "behoeften": [{"id": "b1", "vraag": kwaad}]}, VERSLAG], gemeente=kwaad)
    assert "<script>alert" not in gang.antwoord.content.decode()


def test_een_kapot_dossier_in_de_pagina_geeft_een_gewone_foutpagina(bezoeker: Client) -> None:
    for adres in ("", "vraag/", "uitkomst/", "blad/", "agenda/download.ics", "bestand/download.json"):
        antwoord = bezoeker.post(f"/wat-nu/{adres}", {"dossier": "{kapot"})
        assert antwoord.status_code == 422
        assert "Dit dossier kunnen we niet lezen" in antwoord.content.decode()


def test_yaml_van_elders_is_heel(bezoeker: Client) -> None:
    """In a case file of another program, what is not in it did not happen; that is said as it is."""
    inhoud = yaml.safe_dump({"zaak": "Z-1", "feiten": [MELDING]}).encode()
    antwoord = bezoeker.post("/wat-nu/bestand/openen/", {"bestand": SimpleUploadedFile("zaak.yaml", inhoud)})
    assert "Een schriftelijk verslag gekregen" in antwoord.content.decode()
