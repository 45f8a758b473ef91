"""The letter as text and as e-mail draft; days and amounts as they are written in Dutch and English."""

from __future__ import annotations

import email
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from email.policy import default

import pytest

from keukentafel import brieven
from keukentafel.brieven.taal import schrijf_bedrag, schrijf_datum
from tests.brieven.gevallen import AFZENDER, GEVALLEN, beoordeeld


def concept(naam: str = "melding-doen") -> brieven.Concept:
    op, feiten = GEVALLEN[naam]
    oordeel, zaak, vandaag = beoordeeld(feiten, op)
    return brieven.concept(naam, oordeel, zaak, AFZENDER, vandaag)


def inhoud(eml: bytes) -> str:
    return str(gelezen(eml).get_content()).replace("\r\n", "\n")


def gelezen(eml: bytes) -> EmailMessage:
    bericht = email.message_from_bytes(eml, policy=default)
    assert isinstance(bericht, EmailMessage)
    return bericht


@pytest.mark.parametrize(
    ("datum", "nl", "en"),
    [
        (date(2026, 11, 21), "21 november 2026", "21 November 2026"),
        (date(2028, 2, 29), "29 februari 2028", "29 February 2028"),
        (date(2026, 3, 1), "1 maart 2026", "1 March 2026"),
    ],
)
def test_datums_voluit(datum: date, nl: str, en: str) -> None:
    assert (schrijf_datum(datum), schrijf_datum(datum, "en")) == (nl, en)


@pytest.mark.parametrize(
    ("bedrag", "nl", "en"),
    [
        ("1442.00", "€\u00a01.442,00", "€1,442.00"),
        ("23.00", "€\u00a023,00", "€23.00"),
        ("0.00", "€\u00a00,00", "€0.00"),
    ],
)
def test_bedragen_met_komma(bedrag: str, nl: str, en: str) -> None:
    assert (schrijf_bedrag(bedrag), schrijf_bedrag(bedrag, "en")) == (nl, en)


def test_de_tekst_heeft_de_volgorde_van_een_brief() -> None:
    tekst = brieven.als_tekst(concept("bezwaar-pro-forma"))
    delen = [
        "Marga de Vries-Jansen\nLindelaan 12\n1234 AB  Voorbeeldstad",
        "Gemeente Voorbeeldstad\nCollege van burgemeester en wethouders\nPostbus 100",
        "Voorbeeldstad, 20 oktober 2026",
        "Uw kenmerk: WMO-2026-0456",
        "Onderwerp: Bezwaar tegen uw besluit",
        "Geacht college,",
        "Met vriendelijke groet,",
        "Bijlagen:\n- Kopie van het besluit",
        "Regels bij deze brief: Awb art. 6:5",
    ]
    plekken = [tekst.index(deel) for deel in delen]
    assert plekken == sorted(plekken)


def test_de_mail_is_een_concept_en_geen_verzonden_bericht() -> None:
    bericht = gelezen(brieven.als_eml(concept("bezwaar-pro-forma")))
    assert bericht["X-Unsent"] == "1"
    assert bericht["To"] == "wmo@voorbeeldstad.example"
    assert bericht["Subject"] == "Bezwaar tegen uw besluit"
    assert not {"From", "Date", "Message-ID", "Received"} & set(bericht.keys())
    tekst = inhoud(brieven.als_eml(concept("bezwaar-pro-forma")))
    assert tekst.startswith("Uw kenmerk: WMO-2026-0456\n\nGeacht college,\n")
    assert "1234 AB  Voorbeeldstad" in tekst
    assert brieven.als_eml(concept()) == brieven.als_eml(concept())


@pytest.mark.parametrize(
    "adres", ["wmo@x.nl\r\nBcc: ander@x.nl", "wmo@x.nl, ander@x.nl", "<b@x.nl>", "geen adres", "a@b", "wmo@x.nl\x00"]
)
def test_geen_tweede_ontvanger_langs_een_omweg(adres: str) -> None:
    bericht = gelezen(brieven.als_eml(replace(concept(), email=adres)))
    assert bericht["To"] is None
    assert bericht["Bcc"] is None


def test_een_onderwerp_met_regeleinden_wordt_een_regel() -> None:
    bericht = gelezen(brieven.als_eml(replace(concept(), onderwerp="Hulp\r\nBcc: x@y.nl\n\n" + "ë" * 200)))
    assert bericht["Bcc"] is None
    assert bericht["Subject"].startswith("Hulp Bcc: x@y.nl ëë")


def test_wat_men_schreef_komt_letterlijk_in_de_mail() -> None:
    eigen = "Regel één\n.\nFrom hier\n😀 “ja”\n" + "lang " * 400
    assert eigen.strip() in inhoud(brieven.als_eml(replace(concept(), alineas=(eigen,))))


def test_afzender_en_adres_blijven_een_regel() -> None:
    van = {naam: f" {waarde}\n  en meer\t" for naam, waarde in AFZENDER.items()}
    brief = brieven.concept("klacht", None, None, van, date(2026, 11, 21))
    for regel in (*brief.afzender, *brief.contact, *brief.aan, brief.plaats, brief.kenmerk, brief.ondertekenaar):
        assert "\n" not in regel
        assert "\t" not in regel


def test_open_plekken_worden_genoemd_tot_ze_zijn_ingevuld() -> None:
    brief = concept("gesprek-verzetten")
    assert brieven.open_plekken(brief) == ["reden", "dagen en tijden die u goed uitkomen"]
    ingevuld = replace(brief, alineas=("Ik kan dan niet, omdat mijn zoon [Jan] werkt.",))
    assert brieven.open_plekken(ingevuld) == []
