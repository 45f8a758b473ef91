"""The own contribution by date and household, row by row, and what is refused."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keukentafel.wet.bijdrage import LAATSTE_DAG, TARIEVEN, Bijdrage, aow_leeftijd, bijdrage
from keukentafel.wet.fouten import BuitenBekendeTijd, WetFout
from keukentafel.wet.instellingen import STANDAARD
from tests.wet.datums import dag


def codes(uitkomst: Bijdrage) -> list[str]:
    return [w.code for w in uitkomst.waarschuwingen]


@pytest.mark.parametrize(
    ("datum", "per", "alleen", "samen_niet_aow", "samen_aow"),
    [
        ("do 1-1-2015", "vier_weken", "19.40", "27.60", "27.60"),
        ("do 31-12-2015", "vier_weken", "19.40", "27.60", "27.60"),
        ("vr 1-1-2016", "vier_weken", "19.40", "27.80", "27.80"),
        ("za 31-12-2016", "vier_weken", "19.40", "27.80", "27.80"),
        ("zo 1-1-2017", "vier_weken", "17.50", "0.00", "17.50"),
        ("zo 31-12-2017", "vier_weken", "17.50", "0.00", "17.50"),
        ("ma 1-1-2018", "vier_weken", "17.60", "0.00", "17.60"),
        ("zo 30-12-2018", "vier_weken", "17.60", "0.00", "17.60"),
        ("ma 31-12-2018", "vier_weken", "17.50", "0.00", "17.50"),
        ("di 31-12-2019", "vier_weken", "17.50", "0.00", "17.50"),
        ("wo 1-1-2020", "maand", "19.00", "0.00", "19.00"),
        ("zo 31-12-2023", "maand", "19.00", "0.00", "19.00"),
        ("ma 1-1-2024", "maand", "20.60", "0.00", "20.60"),
        ("wo 1-1-2025", "maand", "21.00", "0.00", "21.00"),
        ("do 1-1-2026", "maand", "21.80", "0.00", "21.80"),
        ("do 31-12-2026", "maand", "21.80", "0.00", "21.80"),
    ],
)
def test_het_bedrag_per_datum_en_huishouden(
    datum: str, per: str, alleen: str, samen_niet_aow: str, samen_aow: str
) -> None:
    d = dag(datum)
    uitkomsten = [bijdrage(d, 1), bijdrage(d, 2, aow_gerechtigd=False), bijdrage(d, 2, aow_gerechtigd=True)]
    assert [str(u.bedrag) for u in uitkomsten] == [alleen, samen_niet_aow, samen_aow]
    assert {u.per for u in uitkomsten} == {per}
    assert all(u.bron and u.uitleg for u in uitkomsten)


@pytest.mark.parametrize(
    ("datum", "personen", "aow", "inkomen", "vermogen", "bedrag"),
    [
        # 2015: basis + 15% van wat boven de drempel ligt, gedeeld door 13.
        ("ma 1-6-2015", 1, False, 22331, None, "19.40"),
        ("ma 1-6-2015", 1, False, 23631, None, "34.40"),
        ("ma 1-6-2015", 1, True, 17934, None, "34.40"),
        ("ma 1-6-2015", 2, False, 29217, None, "42.60"),
        ("ma 1-6-2015", 2, True, 24346, None, "42.60"),
        ("ma 1-6-2015", 1, True, 16634, 16250, "34.40"),  # 8% van het vermogen telt mee
        ("ma 1-6-2015", 1, True, 10000, 16250, "19.40"),
        # 2016
        ("wo 1-6-2016", 1, True, 18187, None, "34.40"),
        ("wo 1-6-2016", 2, False, 29477, None, "42.80"),
        ("wo 1-6-2016", 2, True, 24674, None, "42.80"),
        # 2017 en 2018: 12,5%
        ("do 1-6-2017", 2, False, 36300, None, "12.50"),
        ("vr 1-6-2018", 1, False, 24173, None, "30.10"),
        ("vr 1-6-2018", 1, True, 18774, None, "30.10"),
        ("vr 1-6-2018", 2, False, 35175, None, "0.00"),
        ("vr 1-6-2018", 2, False, 36475, None, "12.50"),
        ("vr 1-6-2018", 2, True, 25428, None, "30.10"),
        # Afronden gebeurt één keer, aan het eind, een halve cent omhoog.
        ("vr 1-6-2018", 1, True, 17475, None, "17.61"),  # 0,0096...
        ("vr 1-6-2018", 1, True, Decimal("17474.52"), None, "17.61"),  # 0,0050 precies
        ("vr 1-6-2018", 1, True, Decimal("17474.51"), None, "17.60"),
    ],
)
def test_het_inkomen_telde_tot_en_met_2018(
    datum: str, personen: int, aow: bool, inkomen: Any, vermogen: Any, bedrag: str
) -> None:
    uitkomst = bijdrage(dag(datum), personen, aow_gerechtigd=aow, inkomen=inkomen, vermogen=vermogen)
    assert str(uitkomst.bedrag) == bedrag
    assert "Uitvoeringsbesluit Wmo 2015 art. 3.9" in map(str, uitkomst.bron)


def test_hoe_het_cak_afrondt_is_een_instelling() -> None:
    vraag: dict[str, Any] = {"aow_gerechtigd": True, "inkomen": 17475}
    assert codes(bijdrage(dag("vr 1-6-2018"), 1, **vraag)) == ["afronding_cak"]
    omlaag = bijdrage(dag("vr 1-6-2018"), 1, **vraag, instellingen=replace(STANDAARD, afronding_cak="omlaag"))
    assert (str(omlaag.bedrag), codes(omlaag)) == ("17.60", ["afronding_cak"])
    assert codes(bijdrage(dag("vr 1-6-2018"), 1, aow_gerechtigd=True, inkomen=17474)) == []


@pytest.mark.parametrize(
    ("datum", "personen", "aow"),
    [("wo 1-6-2016", 1, False), ("do 1-6-2017", 1, False), ("do 1-6-2017", 1, True), ("do 1-6-2017", 2, True)],
)
def test_een_onbekende_drempel_wordt_niet_geraden(datum: str, personen: int, aow: bool) -> None:
    with pytest.raises(BuitenBekendeTijd, match="niet bekend vanaf welk inkomen"):
        bijdrage(dag(datum), personen, aow_gerechtigd=aow, inkomen=30000)
    assert bijdrage(dag(datum), personen, aow_gerechtigd=aow).bedrag > 0


def test_zonder_inkomen_alleen_het_basisbedrag() -> None:
    uitkomst = bijdrage(dag("vr 1-6-2018"), 1, vermogen=50000)
    assert str(uitkomst.bedrag) == "17.60"
    assert "Zonder inkomen" in uitkomst.uitleg[-1]


def test_met_inkomen_moet_de_aow_leeftijd_bekend_zijn() -> None:
    with pytest.raises(WetFout, match="AOW-leeftijd"):
        bijdrage(dag("vr 1-6-2018"), 1, inkomen=30000)


@pytest.mark.parametrize("datum", ["ma 31-12-2018", "wo 1-1-2020", "zo 22-11-2026"])
def test_sinds_2019_telt_het_inkomen_niet(datum: str) -> None:
    rijk = bijdrage(dag(datum), 1, inkomen=250000, vermogen=1000000)
    assert rijk.bedrag == bijdrage(dag(datum), 1).bedrag
    assert "tellen op deze datum niet mee" in rijk.uitleg[-1]


@pytest.mark.parametrize("grond", ["rolstoel", "minderjarig", "clientondersteuning", "wlz", "gemeentelijk"])
@pytest.mark.parametrize("datum", ["ma 1-6-2015", "zo 22-11-2026"])
def test_vrijgesteld(grond: str, datum: str) -> None:
    uitkomst = bijdrage(dag(datum), 1, vrijgesteld=grond)
    assert str(uitkomst.bedrag) == "0.00"
    assert uitkomst.bron and uitkomst.uitleg


@pytest.mark.parametrize(
    ("datum", "kostprijs", "bedrag", "artikel"),
    [
        ("zo 22-11-2026", Decimal("12.50"), "12.50", "Wmo 2015 art. 2.1.4a lid 6"),
        ("zo 22-11-2026", 0, "0.00", "Wmo 2015 art. 2.1.4a lid 6"),
        ("zo 22-11-2026", Decimal("21.799"), "21.79", "Wmo 2015 art. 2.1.4a lid 6"),
        ("vr 1-6-2018", 10, "10.00", "Wmo 2015 art. 2.1.4 lid 3"),
    ],
)
def test_nooit_meer_dan_de_kostprijs(datum: str, kostprijs: Any, bedrag: str, artikel: str) -> None:
    uitkomst = bijdrage(dag(datum), 1, kostprijs=kostprijs)
    assert str(uitkomst.bedrag) == bedrag
    assert str(uitkomst.bron[-1]) == artikel


def test_een_hogere_kostprijs_verandert_niets() -> None:
    assert bijdrage(dag("zo 22-11-2026"), 1, kostprijs=500) == bijdrage(dag("zo 22-11-2026"), 1)


@pytest.mark.parametrize("datum", ["vr 1-1-2027", "za 1-1-2028", "ma 1-1-2035"])
def test_na_2026_is_geen_bedrag_bekend(datum: str) -> None:
    with pytest.raises(BuitenBekendeTijd, match="31 december 2026"):
        bijdrage(dag(datum), 1)


def test_voor_2015_bestond_de_wet_niet() -> None:
    with pytest.raises(BuitenBekendeTijd, match="1 januari 2015"):
        bijdrage(dag("wo 31-12-2014"), 1)


@pytest.mark.parametrize("personen", [0, 3, -1, True])
def test_een_of_twee_personen(personen: int) -> None:
    with pytest.raises(WetFout, match="1 of 2"):
        bijdrage(dag("zo 22-11-2026"), personen)


def test_met_twee_personen_moet_de_aow_leeftijd_bekend_zijn() -> None:
    with pytest.raises(WetFout, match="allebei de AOW-leeftijd"):
        bijdrage(dag("zo 22-11-2026"), 2)


@pytest.mark.parametrize("bedrag", [-1, Decimal("-0.01"), Decimal("NaN"), Decimal("Infinity"), True, "veel", 1.5])
@pytest.mark.parametrize("veld", ["inkomen", "vermogen", "kostprijs"])
def test_een_bedrag_is_een_bedrag(veld: str, bedrag: Any) -> None:
    vraag: dict[str, Any] = {veld: bedrag}
    with pytest.raises(WetFout, match=f"veld {veld}"):
        bijdrage(dag("zo 22-11-2026"), 1, **vraag)


def test_alle_fouten_ineens() -> None:
    with pytest.raises(WetFout) as fout:
        bijdrage(dag("vr 1-1-2027"), 3, inkomen=-1, vermogen=Decimal("NaN"), kostprijs=-5, vrijgesteld="lief")
    tekst = str(fout.value)
    assert len(tekst.splitlines()) == 6
    assert all(deel in tekst for deel in ("U gaf: 3", "lief", "inkomen", "vermogen", "kostprijs", "1 januari 2027"))


def test_de_rijen_sluiten_op_elkaar_aan() -> None:
    for vorige, volgende in pairwise(TARIEVEN):
        assert volgende.van == vorige.tot + timedelta(days=1)
    assert dag("do 31-12-2026") == LAATSTE_DAG


@given(
    st.dates(date(2019, 1, 1), LAATSTE_DAG),
    st.sampled_from([1, 2]),
    st.booleans(),
    st.decimals(0, 100, places=2),
)
def test_het_bedrag_ligt_tussen_nul_en_tarief_en_kostprijs(
    datum: date, personen: int, aow: bool, kostprijs: Decimal
) -> None:
    zonder = bijdrage(datum, personen, aow_gerechtigd=aow).bedrag
    assert bijdrage(datum, personen, aow_gerechtigd=aow, kostprijs=kostprijs).bedrag == min(zonder, kostprijs)


@given(st.dates(date(2018, 1, 1), date(2018, 12, 30)), st.integers(0, 10**6), st.integers(0, 10**5))
def test_meer_inkomen_is_nooit_een_lagere_bijdrage(datum: date, inkomen: int, meer: int) -> None:
    laag, hoog = (bijdrage(datum, 1, aow_gerechtigd=True, inkomen=i).bedrag for i in (inkomen, inkomen + meer))
    assert laag <= hoog


@pytest.mark.parametrize(
    ("datum", "leeftijd"),
    [
        ("ma 1-6-2015", "65 jaar en 3 maanden"),
        ("wo 1-6-2016", "65 jaar en 6 maanden"),
        ("do 1-6-2017", "65 jaar en 9 maanden"),
        ("ma 1-1-2018", "66 jaar"),
        ("di 1-1-2019", "66 jaar en 4 maanden"),
        ("vr 31-12-2021", "66 jaar en 4 maanden"),
        ("za 1-1-2022", "66 jaar en 7 maanden"),
        ("di 31-1-2023", "66 jaar en 10 maanden"),
        ("vr 31-12-2027", "67 jaar"),
        ("za 1-1-2028", "67 jaar en 3 maanden"),
    ],
)
def test_aow_leeftijd(datum: str, leeftijd: str) -> None:
    assert str(aow_leeftijd(dag(datum))) == leeftijd


@pytest.mark.parametrize("datum", ["wo 31-12-2014", "ma 1-1-2029"])
def test_een_onbekende_aow_leeftijd_wordt_niet_geraden(datum: str) -> None:
    with pytest.raises(BuitenBekendeTijd, match="AOW-leeftijd"):
        aow_leeftijd(dag(datum))
