"""The disputed points: each is named, explained, sourced, and says what is chosen."""

from dataclasses import fields, replace
from typing import Any

import pytest

from keukentafel.wet.instellingen import GESCHILPUNTEN, NAGEKEKEN_OP, STANDAARD, Instellingen, waarschuwing

OMGEZET: dict[str, Any] = {
    "respijt_verschuift": True,
    "postweek_verschuift": True,
    "besluitdag_telt": True,
    "opschorting_telling": "letterlijk",
    "kennisgeving_4_14_schort_op": True,
    "verdaging_ketenen": "onverlengd_einde",
    "afronding_cak": "omlaag",
}


def test_elke_instelling_over_de_wet_is_een_geschilpunt() -> None:
    assert {veld.name for veld in fields(Instellingen)} - {"norm_verschuiven"} == set(OMGEZET)
    assert set(OMGEZET) <= set(GESCHILPUNTEN)


@pytest.mark.parametrize("code", GESCHILPUNTEN)
def test_elk_geschilpunt_noemt_keuze_alternatief_uitleg_en_bron(code: str) -> None:
    punt = GESCHILPUNTEN[code]
    tekst = waarschuwing(code).tekst
    assert all(deel and deel in tekst for deel in (punt.titel, punt.keuze, punt.alternatief, punt.uitleg))
    assert tekst.index(punt.keuze) < tekst.index(punt.alternatief)
    assert punt.bron and punt.nagekeken_op == NAGEKEKEN_OP
    assert waarschuwing(code).code == code


@pytest.mark.parametrize("code", OMGEZET)
def test_een_andere_keuze_staat_zo_in_de_waarschuwing(code: str) -> None:
    anders: Any = {code: OMGEZET[code]}
    tekst = waarschuwing(code, replace(STANDAARD, **anders)).tekst
    assert tekst.index(GESCHILPUNTEN[code].alternatief) < tekst.index(GESCHILPUNTEN[code].keuze)


def test_de_aanbevolen_keuzes() -> None:
    assert Instellingen() == STANDAARD
    assert not STANDAARD.respijt_verschuift and not STANDAARD.postweek_verschuift
    assert not STANDAARD.besluitdag_telt and not STANDAARD.kennisgeving_4_14_schort_op
    assert STANDAARD.opschorting_telling == "datumverschil"


def test_een_onbekende_code_is_een_programmeerfout() -> None:
    with pytest.raises(KeyError):
        waarschuwing("bestaat_niet")
