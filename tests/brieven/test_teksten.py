"""Every letter, written for a case it fits, is the text that was read and approved: in Dutch and as English reading."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from keukentafel import brieven
from keukentafel.brieven.velden import VELDEN
from tests.brieven.gevallen import AFZENDER, GEVALLEN, beoordeeld

TEKSTEN = Path(__file__).parent / "teksten"
TALEN = ("nl", "en")


def geschreven(naam: str, taal: str) -> str:
    op, feiten = GEVALLEN[naam]
    oordeel, zaak, vandaag = beoordeeld(feiten, op)
    return brieven.als_tekst(brieven.concept(naam, oordeel, zaak, AFZENDER, vandaag, taal))


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("naam", GEVALLEN)
def test_de_brief_is_de_goedgekeurde_tekst(naam: str, taal: str) -> None:
    assert geschreven(naam, taal) == (TEKSTEN / f"{naam}.{taal}.txt").read_text("utf-8")


def test_elke_brief_heeft_een_geval_en_elke_tekst_een_brief() -> None:
    assert set(GEVALLEN) == set(brieven.ALLE)
    assert {bestand.name for bestand in TEKSTEN.iterdir()} == {f"{n}.{t}.txt" for n in brieven.ALLE for t in TALEN}


@pytest.mark.parametrize("brief", brieven.ALLE.values(), ids=lambda brief: brief.naam)
def test_nederlands_en_engels_houden_dezelfde_velden_en_open_plekken(brief: brieven.Brief) -> None:
    for tekst in (*(a.tekst for a in (*brief.alineas, *brief.bijlagen)), brief.waarom, brief.onderwerp):
        velden = re.findall(r"{(\w+)}", tekst.nl)
        assert sorted(velden) == sorted(re.findall(r"{(\w+)}", tekst.en))
        assert set(velden) <= set(VELDEN)
        assert len(re.findall(r"\[vul in: [^\]]+\]", tekst.nl)) == len(re.findall(r"\[fill in: [^\]]+\]", tekst.en))
        assert tekst.nl.count("[") == len(re.findall(r"\[vul in: ", tekst.nl))


@pytest.mark.parametrize("naam", brieven.ALLE)
def test_zonder_zaak_is_elke_brief_een_open_brief(naam: str) -> None:
    op, _ = GEVALLEN[naam]
    open_brief = brieven.concept(naam, None, None, {}, beoordeeld([], op)[2])
    assert brieven.open_plekken(open_brief)[:3] == ["uw naam", "uw adres", "postcode en plaats"]
    assert "{" not in brieven.als_tekst(open_brief)


@pytest.mark.parametrize("naam", brieven.ALLE)
def test_de_zinnen_zijn_kort_en_de_toon_is_u(naam: str) -> None:
    """B1: no sentence above 30 words, on average below 15; never 'je' or 'jullie'."""
    for alinea in brieven.ALLE[naam].alineas:
        assert not re.search(r"\b(je|jij|jouw|jullie|gij)\b", alinea.tekst.nl), alinea.tekst.nl
    lopend = " ".join(a.tekst.nl for a in brieven.ALLE[naam].alineas if not a.tekst.nl.startswith("- "))
    lengtes = [len(zin.split()) for zin in re.split(r"[.?!:] ", lopend) if zin]
    assert max(lengtes) <= 30
    assert sum(lengtes) / len(lengtes) < 15


def test_een_norm_staat_niet_als_regel_onder_een_brief() -> None:
    """What the municipality gets to read as a rule is law or case law; agreements between organisations stay out."""
    for naam in brieven.ALLE:
        oordeel, zaak, vandaag = beoordeeld(GEVALLEN[naam][1], GEVALLEN[naam][0])
        bronnen = brieven.concept(naam, oordeel, zaak, AFZENDER, vandaag).bronnen
        assert bronnen
        assert not [b for b in bronnen if "spelregel" in b]
