"""The content of the preparation: numbered by place, complete in both languages, tied to the law where it says so."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

import keukentafel.portaal
from gereedschap.vertalingen import lees
from keukentafel.dossier.woorden import Woord
from keukentafel.portaal.voorbereiden.inhoud import DEEL, DELEN, VELD, Deel, Item
from keukentafel.portaal.voorbereiden.staat import GROOTSTE, LENGTE, Staat
from tests.portaal.teksten import uit_code, uit_sjablonen

PORTAAL = Path(keukentafel.portaal.__path__[0])
SJABLONEN = sorted((PORTAAL / "templates" / "voorbereiden").iterdir())


def items() -> Iterator[Item]:
    return (item for deel in DELEN for item in deel.items)


def teksten() -> Iterator[tuple[str, Woord]]:
    for deel in DELEN:
        yield from ((deel.naam, tekst) for tekst in (deel.titel, deel.kort, deel.inleiding))
    for item in items():
        yield from ((item.naam, tekst) for tekst in (item.tekst, item.uitleg, item.voorbeeld, item.kop))
        yield from ((veld.naam, optie.tekst) for veld in item.velden for optie in veld.opties)


def test_de_delen_gaan_van_voor_tot_na_het_gesprek() -> None:
    assert [deel.naam for deel in DELEN][:3] == ["voor", "tijdens", "na"]
    assert [deel.nr for deel in DELEN] == list(range(1, 10))


@pytest.mark.parametrize("deel", DELEN, ids=lambda deel: deel.naam)
def test_het_nummer_is_de_plaats(deel: Deel) -> None:
    assert [item.nr for item in deel.items] == [f"{deel.nr}.{i}" for i in range(1, len(deel.items) + 1)]


def test_elke_naam_is_er_maar_een_keer() -> None:
    namen = [veld.naam for deel in DELEN for veld in deel.velden]
    assert len(namen) == len(set(namen)) == len(VELD)


def test_elke_tekst_is_er_in_beide_talen() -> None:
    half = [
        (naam, tekst) for naam, tekst in teksten() if bool(tekst.nl) != bool(tekst.en) or tekst.nl != tekst.nl.strip()
    ]
    assert not half
    assert not [item.naam for item in items() if not item.tekst]


def test_een_tekst_spreekt_de_taal_van_de_pagina() -> None:
    tekst = Woord("dag", "day")
    with translation.override("nl"):
        assert str(tekst) == "dag"
    with translation.override("en"):
        assert str(tekst) == "day"


def test_de_zinnen_zijn_kort() -> None:
    """B1: no sentence of more than 25 words, in either language."""
    lang = [
        zin
        for _, tekst in teksten()
        for taal in (tekst.nl, tekst.en)
        for zin in re.split(r"(?<=[.?!:])\s", taal)
        if len(zin.split()) > 25
    ]
    assert not lang


def test_wie_een_bron_noemt_zegt_of_het_wet_is() -> None:
    assert not [item.naam for item in items() if bool(item.bron) != bool(item.binding)]
    assert {item.binding for item in items()} == {"", "wet", "norm", "rechtspraak"}


@pytest.mark.parametrize("item", [item for item in items() if item.binding], ids=lambda item: item.naam)
def test_wet_is_een_artikel_en_norm_een_spelregel(item: Item) -> None:
    begin = {"wet": ("Wmo 2015, artikel", "Awb, artikel"), "norm": ("Spelregels",), "rechtspraak": ("CRvB",)}
    assert item.bron.startswith(begin[item.binding])


def test_een_verwijzing_komt_ergens_uit() -> None:
    assert not [item.naam for item in items() if item.verwijst and item.verwijst not in DEEL]


def test_het_plan_volgt_de_letters_van_de_wet() -> None:
    """Wmo 2.3.2 lid 4: a tot en met g, each with help and an example; then the help that fits best (lid 2)."""
    letters = [item for item in DEEL["plan"].items if item.letter]
    assert "".join(item.letter for item in letters) == "abcdefg"
    assert all(item.uitleg and item.voorbeeld for item in letters)
    assert DEEL["plan"].items[-1].naam == "plan-hulp"


def test_de_week_heeft_zeven_dagen() -> None:
    dagen = [item.tekst.nl for item in DEEL["week"].items if item.soort == "dag"]
    assert dagen == ["Maandag", "Dinsdag", "Woensdag", "Donderdag", "Vrijdag", "Zaterdag", "Zondag"]


def test_van_de_mantelzorger_is_elk_punt_apart_te_delen() -> None:
    assert all(item.gedeeld_per_punt for item in DEEL["mantelzorger"].items)
    assert not [item.naam for item in items() if item.gedeeld_per_punt and item not in DEEL["mantelzorger"].items]


def test_alles_vol_past_in_een_bestand() -> None:
    vol = Staat({naam: "\n" * LENGTE[veld.soort] for naam, veld in VELD.items()})
    assert len(vol.als_tekst()) < GROOTSTE


def test_elk_woord_op_het_scherm_is_vertaald() -> None:
    engels = lees(PORTAAL / "voorbereiden" / "locale" / "en" / "LC_MESSAGES" / "django.po")
    vertaald = {woord for msgid in engels for woord in msgid.split("\0")}
    gevraagd = {tekst for _, tekst in uit_sjablonen(PORTAAL / "templates" / "voorbereiden")}
    gevraagd |= {tekst for _, tekst in uit_code(PORTAAL / "voorbereiden")}
    assert len(gevraagd) > 60
    assert gevraagd - vertaald == set()
    assert vertaald - gevraagd == {""}, "een vertaling die niemand meer vraagt"


@pytest.mark.parametrize("pad", SJABLONEN, ids=lambda pad: pad.name)
def test_geen_sjabloon_heeft_eigen_opmaak_of_script(pad: Path) -> None:
    bron = pad.read_text("utf-8")
    assert not re.search(r"\sstyle=|<style|\son\w+=|<script(?! src=)", bron)
