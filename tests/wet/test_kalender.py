"""The free days of the Algemene termijnenwet (art. 3)."""

from datetime import date, timedelta

import holidays
import pytest

from keukentafel.wet import kalender
from keukentafel.wet.fouten import BuitenBekendeTijd
from keukentafel.wet.kalender import (
    AANGEWEZEN,
    aangewezen_dagen_bekend,
    feestdagen,
    is_vrij,
    pasen,
    tabel,
    tweede_werkdag_na_nr,
    volgende_werkdag,
    volgende_werkdag_nr,
    vrije_dag,
    werkdagen_verder,
)
from tests.wet.datums import dag


@pytest.mark.parametrize(
    ("datum", "naam"),
    [
        ("do 1-1-2026", "Nieuwjaarsdag"),
        ("vr 2-1-2026", "aangewezen dag (KB voor 2026-2028)"),
        ("vr 3-4-2026", "Goede Vrijdag"),
        ("zo 5-4-2026", "zondag"),
        ("ma 6-4-2026", "Tweede Paasdag"),
        ("ma 27-4-2026", "Koningsdag"),
        ("di 5-5-2026", "Bevrijdingsdag"),
        ("do 14-5-2026", "Hemelvaartsdag"),
        ("vr 15-5-2026", "aangewezen dag (KB voor 2026-2028)"),
        ("ma 25-5-2026", "Tweede Pinksterdag"),
        ("vr 25-12-2026", "Eerste Kerstdag"),
        ("za 26-12-2026", "Tweede Kerstdag (zaterdag)"),
        ("zo 25-12-2022", "Eerste Kerstdag (zondag)"),
        ("za 21-11-2026", "zaterdag"),
        ("ma 30-4-2012", "Koninginnedag"),
        ("ma 24-12-2012", "aangewezen dag (KB 7-6-2010)"),
        # Geen feestdagen, hoe vrij zij ook voelen.
        ("do 24-12-2026", None),
        ("do 31-12-2026", None),
        ("vr 1-5-2026", None),
        ("ma 4-5-2026", None),
        ("ma 16-2-2026", None),
        ("ma 30-4-2018", None),
    ],
)
def test_vrije_dagen_met_naam(datum: str, naam: str | None) -> None:
    assert vrije_dag(dag(datum)) == naam
    assert is_vrij(dag(datum)) is (naam is not None)


@pytest.mark.parametrize("datum", ["za 26-4-2014", "za 26-4-2025", "za 26-4-2031"])
def test_koningsdag_op_zondag_is_zaterdag_26_april(datum: str) -> None:
    zaterdag = dag(datum)
    assert vrije_dag(zaterdag) == "Koningsdag (zaterdag)"
    assert vrije_dag(zaterdag + timedelta(days=1)) == "zondag"


def test_koninginnedag_op_zondag_was_zaterdag_29_april() -> None:
    assert vrije_dag(dag("za 29-4-2006")) == "Koninginnedag (zaterdag)"


def test_tot_2014_koninginnedag_daarna_koningsdag() -> None:
    assert date(2013, 4, 30) in feestdagen(2013) and date(2013, 4, 27) not in feestdagen(2013)
    assert date(2015, 4, 27) in feestdagen(2015) and date(2015, 4, 30) not in feestdagen(2015)


@pytest.mark.parametrize("jaar", range(2010, 2101))
def test_vijf_mei_is_elk_jaar_een_feestdag(jaar: int) -> None:
    assert feestdagen(jaar)[date(jaar, 5, 5)] == "Bevrijdingsdag" or date(jaar, 5, 5) == pasen(jaar) + timedelta(39)


@pytest.mark.parametrize(
    ("jaar", "paasdag"),
    [
        (1818, "zo 22-3-1818"),
        (2011, "zo 24-4-2011"),
        (2016, "zo 27-3-2016"),
        (2024, "zo 31-3-2024"),
        (2026, "zo 5-4-2026"),
        (2038, "zo 25-4-2038"),
        (2049, "zo 18-4-2049"),
        (2076, "zo 19-4-2076"),
    ],
)
def test_eerste_paasdag(jaar: int, paasdag: str) -> None:
    assert pasen(jaar) == dag(paasdag)


def test_gelijk_aan_een_andere_kalender_2015_tot_2035() -> None:
    """Every holiday of 2015-2035 against the `holidays` package; designated days are not in it."""
    anders = holidays.country_holidays("NL", years=range(2015, 2036), categories=("public", "optional"))
    hunne = {d for d in anders if d.weekday() != 6}
    onze = {d for jaar in range(2015, 2036) for d in feestdagen(jaar) if d.weekday() != 6} - set(AANGEWEZEN)
    assert onze == hunne


def test_aangewezen_dagen_zijn_gewone_weekdagen() -> None:
    assert len(AANGEWEZEN) == 46
    assert all(d.weekday() < 5 for d in AANGEWEZEN)


AANGEWEZEN_SINDS_2010 = (
    "vr 6-5-2011, vr 3-6-2011, vr 18-5-2012, ma 24-12-2012, ma 31-12-2012, ma 29-4-2013, vr 10-5-2013, vr 27-12-2013, "
    "vr 30-5-2014, vr 2-1-2015, ma 4-5-2015, vr 15-5-2015, vr 6-5-2016, vr 22-5-2020, vr 14-5-2021, vr 27-5-2022, "
    "vr 28-4-2023, vr 19-5-2023, vr 10-5-2024, vr 27-12-2024, vr 30-5-2025, vr 2-1-2026, vr 15-5-2026, vr 7-5-2027, "
    "vr 28-4-2028, vr 26-5-2028"
)


@pytest.mark.parametrize("datum", AANGEWEZEN_SINDS_2010.split(", "))
def test_elke_aangewezen_dag_sinds_2010_is_vrij(datum: str) -> None:
    naam = vrije_dag(dag(datum))
    assert naam and naam.startswith("aangewezen dag (KB ")


@pytest.mark.parametrize(
    ("datum", "bekend"),
    [
        ("za 9-10-2010", False),
        ("zo 10-10-2010", True),
        ("za 31-12-2016", True),
        ("zo 1-1-2017", False),
        ("di 31-12-2019", False),
        ("wo 1-1-2020", True),
        ("zo 31-12-2028", True),
        ("ma 1-1-2029", False),
    ],
)
def test_waar_de_aangewezen_dagen_bekend_zijn(datum: str, bekend: bool) -> None:
    assert aangewezen_dagen_bekend(dag(datum)) is bekend


@pytest.mark.parametrize(
    ("datum", "werkdag"),
    [
        ("do 2-4-2026", "do 2-4-2026"),
        ("vr 3-4-2026", "di 7-4-2026"),
        ("wo 25-12-2024", "ma 30-12-2024"),
        ("wo 5-5-2027", "ma 10-5-2027"),
        ("vr 31-12-2100", "vr 31-12-2100"),
        ("za 1-1-2101", "ma 3-1-2101"),
        ("do 25-12-2149", "ma 29-12-2149"),
        ("za 29-4-2006", "ma 1-5-2006"),
    ],
)
def test_volgende_werkdag(datum: str, werkdag: str) -> None:
    assert volgende_werkdag(dag(datum)) == dag(werkdag)


@pytest.mark.parametrize(
    ("datum", "aantal", "werkdag"),
    [
        ("do 2-4-2026", 0, "do 2-4-2026"),
        ("do 2-4-2026", 1, "di 7-4-2026"),
        ("do 2-4-2026", 2, "wo 8-4-2026"),
        ("zo 5-4-2026", 2, "wo 8-4-2026"),
        ("vr 24-4-2026", 2, "wo 29-4-2026"),
    ],
)
def test_werkdagen_verder(datum: str, aantal: int, werkdag: str) -> None:
    assert werkdagen_verder(dag(datum), aantal) == dag(werkdag)


def test_de_tabel_zegt_wat_de_regels_dag_voor_dag_zeggen() -> None:
    """The table is filled by strides; the rules are asked a day at a time."""
    verwacht: list[int] = []
    volgende = volgende_werkdag(date(2101, 1, 1)).toordinal()
    for nr in range(date(2100, 12, 31).toordinal(), date(2010, 1, 1).toordinal() - 1, -1):
        volgende = nr if vrije_dag(date.fromordinal(nr)) is None else volgende
        verwacht.append(volgende)
    assert list(tabel(date(2010, 1, 1), date(2100, 12, 31))) == verwacht[::-1]


@pytest.mark.parametrize("van", [date(2009, 12, 20), date(2015, 4, 2), date(2100, 12, 23), date(2150, 5, 1)])
@pytest.mark.parametrize("aantal", [0, 1, 5, 30])
def test_tabel_binnen_en_buiten_het_bereik(van: date, aantal: int) -> None:
    nrs = range(van.toordinal(), van.toordinal() + aantal + 1)
    assert list(tabel(van, van + timedelta(days=aantal))) == [volgende_werkdag_nr(nr) for nr in nrs]


def test_tweede_werkdag() -> None:
    assert date.fromordinal(tweede_werkdag_na_nr(dag("do 2-4-2026").toordinal())) == dag("wo 8-4-2026")


def test_vanaf_een_week_zijn_er_altijd_twee_werkdagen() -> None:
    """Why a term of seven days or more is looked up without a thought for art. 2."""
    begin, einde = date(2010, 1, 1).toordinal(), date(2100, 12, 31).toordinal()
    assert max(tweede_werkdag_na_nr(nr) - volgende_werkdag_nr(nr + 7) for nr in range(begin, einde)) <= 0


def test_het_einde_van_de_kalender() -> None:
    assert volgende_werkdag(date.max) == date.max  # a Friday
    with pytest.raises(BuitenBekendeTijd, match="9999"):
        kalender.tweede_werkdag_na_nr(date.max.toordinal())
