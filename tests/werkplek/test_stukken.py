"""Letters and documents of a case at work: what went out, who put what there; the resident sees the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from keukentafel.dossier import outbox
from keukentafel.dossier.models import Document, Zaak
from keukentafel.dossier.outbox import GEEN_ADRES


def tekst(antwoord: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", antwoord.content.decode()))


@pytest.fixture
def adres(zaken: list[Zaak], settings: Any, tmp_path: Path) -> str:
    settings.MAP, settings.DEMO, settings.VIRUSSCANNER = str(tmp_path), True, ""
    return f"/werk/zaak/{zaken[0].pk}/documenten/"


def bestand(naam: str, inhoud: bytes) -> dict[str, SimpleUploadedFile]:
    return {"bestand": SimpleUploadedFile(naam, inhoud)}


def test_beide_kanten_zien_wie_wat_toevoegde(
    consulent: Client, als: Callable[[str], Client], zaken: list[Zaak], adres: str
) -> None:
    assert "Er zijn nog geen documenten." in tekst(consulent.get(adres))
    klaar = consulent.post(adres, bestand("foto van de trap.txt", b"Een rechte trap."))
    assert klaar["Location"] == f"{adres}?toegevoegd=ja"
    assert "Het document is toegevoegd." in tekst(consulent.get(f"{adres}?toegevoegd=ja"))
    mijn = f"/mijn/zaak/{zaken[0].pk}/documenten/"
    als("inwoner").post(mijn, bestand("brief.txt", b"Van mijn dokter."))
    inhoud = tekst(consulent.get(adres))
    assert "foto van de trap.txt Sanne de Boer (Consulent)" in inhoud
    assert "brief.txt Annie Bloemendaal (Inwoner)" in inhoud
    assert "foto van de trap.txt" in tekst(als("inwoner").get(mijn))
    document = Document.objects.get(naam="brief.txt")
    antwoord = consulent.get(f"{adres}{document.pk}/download/")
    assert antwoord.content == b"Van mijn dokter." and "attachment" in antwoord["Content-Disposition"]
    assert antwoord["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("gestuurd", "zin"),
    [
        ({}, "Kies eerst een bestand"),
        (bestand("programma.exe", b"MZ\x90\x00\x03"), "Dit soort bestand kunnen wij niet aannemen"),
        (bestand("leeg.pdf", b""), "Dit bestand is leeg"),
        (bestand("b.pdf", b"Een rechte trap."), "Dit bestand heet .pdf, maar dat is het niet: het is platte tekst."),
    ],
    ids=["geen", "programma", "leeg", "geen-pdf"],
)
def test_wat_niet_wordt_aangenomen_zegt_waarom(
    consulent: Client, zaken: list[Zaak], adres: str, gestuurd: dict[str, Any], zin: str
) -> None:
    antwoord = consulent.post(adres, gestuurd)
    assert antwoord.status_code == 422 and zin in tekst(antwoord)
    assert not zaken[0].documenten.exists()


def test_een_ander_team_en_wie_geen_stukken_ziet_vindt_niets(
    consulent: Client, als: Callable[[str], Client], zaken: list[Zaak], adres: str
) -> None:
    consulent.post(adres, bestand("stuk.txt", b"Vertrouwelijk."))
    pad = f"{adres}{zaken[0].documenten.get().pk}/download/"
    for rol in ("deskundige", "mantelzorger", "beheerder"):
        assert als(rol).get(adres).status_code == als(rol).get(pad).status_code == 404
    assert consulent.get(pad.replace(str(zaken[0].pk), str(zaken[1].pk))).status_code == 404


def test_de_brieven_zeggen_of_ze_weg_zijn(consulent: Client, zaken: list[Zaak]) -> None:
    brief = zaken[0].uitgaand.latest("id")
    pad = f"/werk/zaak/{zaken[0].pk}/brieven/"
    zaken[0].uitgaand.filter(pk=brief.pk).update(klaar_op=None, pogingen=0, fout="")
    assert f"{brief.onderwerp} " in tekst(consulent.get(pad)) and "Wordt verstuurd" in tekst(consulent.get(pad))
    zaken[0].uitgaand.filter(pk=brief.pk).update(pogingen=3, fout="De map is vol.")
    assert "Zit vast De map is vol." in tekst(consulent.get(pad))
    blad = tekst(consulent.get(f"{pad}{brief.pk}/"))
    assert brief.onderwerp in blad and "Bewaar deze brief (pdf)" in blad
    pdf = consulent.get(f"{pad}{brief.pk}/brief.pdf")
    assert pdf.content.startswith(b"%PDF") and pdf["Cache-Control"] == "no-store"


def test_een_brief_van_een_andere_zaak_is_er_niet(
    consulent: Client, als: Callable[[str], Client], zaken: list[Zaak]
) -> None:
    brief = zaken[1].uitgaand.latest("id")
    for einde in ("", "brief.pdf"):
        assert consulent.get(f"/werk/zaak/{zaken[0].pk}/brieven/{brief.pk}/{einde}").status_code == 404
    for rol in ("deskundige", "mantelzorger", "beheerder"):
        assert als(rol).get(f"/werk/zaak/{zaken[1].pk}/brieven/{brief.pk}/").status_code == 404


def test_een_brief_zonder_adres_vraagt_erom_en_gaat_dan_weg(consulent: Client, zaken: list[Zaak]) -> None:
    brief = zaken[0].uitgaand.latest("id")
    pad = f"/werk/zaak/{zaken[0].pk}/"
    zaken[0].uitgaand.update(klaar_op=timezone.now())
    zaken[0].uitgaand.filter(pk=brief.pk).update(klaar_op=None, pogingen=1, fout=GEEN_ADRES, kanaal="print")
    assert "Wacht op adres" in tekst(consulent.get(f"{pad}brieven/"))
    half = consulent.post(f"{pad}adres/", {"adres": "Lindelaan 3", "postcode_plaats": "Voorbeeldstad"})
    assert half.status_code == 422 and 'value="Lindelaan 3"' in half.content.decode()
    goed = consulent.post(f"{pad}adres/", {"adres": "Lindelaan 3", "postcode_plaats": "1234 AB Voorbeeldstad"})
    assert goed["Location"] == f"{pad}brieven/?adres=ja"
    zaken[0].betrokkene.refresh_from_db()
    assert zaken[0].betrokkene.adres == "Lindelaan 3"
    assert brief in outbox.te_doen(timezone.now())
