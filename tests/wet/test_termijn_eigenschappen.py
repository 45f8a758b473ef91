"""What holds for every term, whatever its start and length."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from keukentafel.wet.kalender import is_vrij, vrije_dag
from keukentafel.wet.termijn import (
    EERSTE_DAG,
    Duur,
    dagen,
    einde,
    jaren,
    maanden,
    onder_atw,
    terug,
    uiterste_dag,
    uiterste_dag_nr,
    weken,
    zonder_atw_nr,
)

BEGIN = st.dates(EERSTE_DAG, date(2150, 12, 31))
ONDER_DE_WET = st.one_of(st.integers(1, 90).map(dagen), st.integers(1, 12).map(weken), st.integers(1, 3).map(maanden))
DAARBUITEN = st.one_of(
    st.integers(91, 400).map(dagen),
    st.integers(13, 60).map(weken),
    st.integers(4, 40).map(maanden),
    st.integers(1, 20).map(jaren),
)
DUUR = st.one_of(ONDER_DE_WET, DAARBUITEN)


@given(BEGIN, ONDER_DE_WET)
def test_onder_de_wet_is_de_laatste_dag_nooit_vrij(vanaf: date, duur: Duur) -> None:
    assert vrije_dag(uiterste_dag(vanaf, duur)) is None


@given(BEGIN, DAARBUITEN)
def test_buiten_de_wet_wordt_niets_verschoven(vanaf: date, duur: Duur) -> None:
    uitkomst = einde(vanaf, duur)
    assert not onder_atw(duur)
    assert uitkomst.uiterlijk == uitkomst.zonder_verschuiving == uiterste_dag(vanaf, duur)


@given(BEGIN, DUUR)
def test_nooit_vroeger_dan_zonder_de_wet(vanaf: date, duur: Duur) -> None:
    uitkomst = einde(vanaf, duur)
    assert vanaf < uitkomst.zonder_verschuiving <= uitkomst.uiterlijk


@given(BEGIN, DUUR)
def test_met_en_zonder_uitleg_is_de_uitkomst_gelijk(vanaf: date, duur: Duur) -> None:
    uitkomst = einde(vanaf, duur)
    assert uitkomst.uiterlijk == uiterste_dag(vanaf, duur)
    assert uitkomst.uiterlijk.toordinal() == uiterste_dag_nr(vanaf.toordinal(), duur)
    assert uitkomst.zonder_verschuiving.toordinal() == zonder_atw_nr(vanaf.toordinal(), duur)


@given(BEGIN, DUUR)
def test_elke_dag_ertussen_staat_in_de_uitleg(vanaf: date, duur: Duur) -> None:
    uitkomst = einde(vanaf, duur)
    ertussen = (uitkomst.uiterlijk - uitkomst.zonder_verschuiving).days
    assert [v.datum for v in uitkomst.verschoven_om] == [
        uitkomst.zonder_verschuiving + timedelta(days=n) for n in range(ertussen)
    ]


@given(BEGIN, st.integers(0, 400), DUUR)
def test_wie_later_begint_eindigt_niet_eerder(vanaf: date, later: int, duur: Duur) -> None:
    assert uiterste_dag(vanaf, duur) <= uiterste_dag(vanaf + timedelta(days=later), duur)


@given(BEGIN, st.integers(1, 12), st.integers(1, 12))
def test_langer_eindigt_niet_eerder(vanaf: date, een: int, twee: int) -> None:
    kort, lang = sorted((een, twee))
    assert uiterste_dag(vanaf, weken(kort)) <= uiterste_dag(vanaf, weken(lang))


@given(BEGIN, ONDER_DE_WET)
def test_een_termijn_van_drie_dagen_of_meer_houdt_twee_werkdagen(vanaf: date, duur: Duur) -> None:
    uiterlijk = uiterste_dag(vanaf, duur)
    werkdagen = sum(not is_vrij(vanaf + timedelta(days=n)) for n in range(1, (uiterlijk - vanaf).days + 1))
    assert werkdagen >= (2 if duur.in_maanden or duur.in_dagen >= 3 else 1)


@given(BEGIN, ONDER_DE_WET)
def test_niet_langer_dan_nodig(vanaf: date, duur: Duur) -> None:
    """A day earlier than `uiterlijk` would be free, before the end, or leave fewer than two working days."""
    uitkomst = einde(vanaf, duur)
    if uitkomst.uiterlijk == uitkomst.zonder_verschuiving:
        return
    dag_eerder = uitkomst.uiterlijk - timedelta(days=1)
    werkdagen = sum(not is_vrij(vanaf + timedelta(days=n)) for n in range(1, (dag_eerder - vanaf).days + 1))
    assert is_vrij(dag_eerder) or werkdagen < 2


@given(BEGIN, st.integers(1, 400))
def test_terug_is_het_omgekeerde_van_vooruit(vanaf: date, aantal: int) -> None:
    assert terug(einde(vanaf, dagen(aantal), atw=False).uiterlijk, dagen(aantal)) == vanaf
