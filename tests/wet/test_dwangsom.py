"""The dwangsom of Awb 4:17: its days, its tranches, its amounts by day of receipt of the notice."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keukentafel.wet.dwangsom import BEDRAGEN, Dwangsom, bedragen_op, dwangsom
from keukentafel.wet.fouten import BuitenBekendeTijd, WetFout
from keukentafel.wet.instellingen import STANDAARD
from tests.wet.datums import dag


def codes(uitkomst: Dwangsom) -> list[str]:
    return [w.code for w in uitkomst.waarschuwingen]


@pytest.mark.parametrize(
    ("ontvangen", "per_dag", "maximum"),
    [
        ("do 1-10-2009", (20, 30, 40), "1260.00"),
        ("ma 31-12-2018", (20, 30, 40), "1260.00"),
        ("di 1-1-2019", (23, 35, 45), "1442.00"),
        ("wo 31-12-2025", (23, 35, 45), "1442.00"),
        ("do 1-1-2026", (23, 35, 45), "1442.00"),
        ("ma 1-3-2027", (23, 35, 45), "1442.00"),
    ],
)
def test_de_dag_van_ontvangst_bepaalt_het_bedrag(ontvangen: str, per_dag: tuple[int, ...], maximum: str) -> None:
    rij = bedragen_op(dag(ontvangen))
    assert (rij.per_dag, str(rij.maximum), rij.dagen) == (per_dag, maximum, 42)
    assert str(dwangsom(dag(ontvangen)).bedrag) == maximum


def test_voor_oktober_2009_was_er_geen_dwangsom() -> None:
    with pytest.raises(BuitenBekendeTijd, match="1 oktober 2009"):
        dwangsom(dag("wo 30-9-2009"))


@pytest.mark.parametrize(
    ("ontvangen", "eerste_dag"),
    [
        ("ma 2-11-2026", "di 17-11-2026"),  # de circulaire: maandag ontvangen, dinsdag twee weken later
        ("do 2-1-2020", "vr 17-1-2020"),  # Rijswijk: 3 tot en met 16 januari, daarna begint het
        ("wo 6-5-2026", "do 21-5-2026"),
        ("wo 14-2-2024", "do 29-2-2024"),
    ],
)
def test_de_dwangsom_begint_vijftien_dagen_na_ontvangst(ontvangen: str, eerste_dag: str) -> None:
    uitkomst = dwangsom(dag(ontvangen))
    assert uitkomst.eerste_dag == dag(eerste_dag)
    assert uitkomst.respijt_tot == dag(eerste_dag) - timedelta(days=1)
    assert uitkomst.laatste_dag == dag(eerste_dag) + timedelta(days=41)


@pytest.mark.parametrize(
    ("ontvangen", "besluit", "dagen", "bedrag"),
    [
        # CRVB:2020:2006: op dag negen beslist, geen dwangsom.
        ("wo 21-2-2018", "vr 2-3-2018", 0, "0.00"),
        # CRVB:2022:2602: € 610, dat zijn 25 dagen.
        ("wo 5-10-2016", "ma 14-11-2016", 25, "610.00"),
        # De randen van het respijt en van elke schijf; ontvangen op maandag 2 november 2026.
        ("ma 2-11-2026", "ma 2-11-2026", 0, "0.00"),
        ("ma 2-11-2026", "ma 16-11-2026", 0, "0.00"),
        ("ma 2-11-2026", "di 17-11-2026", 0, "0.00"),
        ("ma 2-11-2026", "wo 18-11-2026", 1, "23.00"),
        ("ma 2-11-2026", "ma 30-11-2026", 13, "299.00"),
        ("ma 2-11-2026", "di 1-12-2026", 14, "322.00"),
        ("ma 2-11-2026", "wo 2-12-2026", 15, "357.00"),
        ("ma 2-11-2026", "di 15-12-2026", 28, "812.00"),
        ("ma 2-11-2026", "wo 16-12-2026", 29, "857.00"),
        ("ma 2-11-2026", "ma 28-12-2026", 41, "1397.00"),
        ("ma 2-11-2026", "di 29-12-2026", 42, "1442.00"),
        ("ma 2-11-2026", "vr 1-1-2027", 42, "1442.00"),
        # De oude schijven.
        ("ma 5-11-2018", "di 4-12-2018", 14, "280.00"),
        ("ma 5-11-2018", "wo 5-12-2018", 15, "310.00"),
        ("ma 5-11-2018", "wo 19-12-2018", 29, "740.00"),
        ("ma 5-11-2018", "di 1-1-2019", 42, "1260.00"),
    ],
)
def test_dagen_en_bedrag_tot_het_besluit(ontvangen: str, besluit: str, dagen: int, bedrag: str) -> None:
    uitkomst = dwangsom(dag(ontvangen), besluit=dag(besluit))
    assert (uitkomst.dagen, str(uitkomst.bedrag)) == (dagen, bedrag)


@pytest.mark.parametrize(
    ("peildatum", "dagen", "bedrag"),
    [
        ("wo 6-5-2026", 0, "0.00"),
        ("wo 20-5-2026", 0, "0.00"),
        ("do 21-5-2026", 1, "23.00"),
        ("di 30-6-2026", 41, "1397.00"),
        ("wo 1-7-2026", 42, "1442.00"),
        ("do 2-7-2026", 42, "1442.00"),
    ],
)
def test_zonder_besluit_telt_de_peildatum_mee(peildatum: str, dagen: int, bedrag: str) -> None:
    uitkomst = dwangsom(dag("wo 6-5-2026"), tot=dag(peildatum))
    assert (uitkomst.dagen, str(uitkomst.bedrag)) == (dagen, bedrag)


def test_zonder_besluit_en_peildatum_is_het_het_maximum() -> None:
    uitkomst = dwangsom(dag("wo 6-5-2026"))
    assert (uitkomst.dagen, uitkomst.bedrag, uitkomst.maximum) == (42, Decimal("1442.00"), Decimal("1442.00"))


@pytest.mark.parametrize(
    ("ontvangen", "te_vroeg"), [("ma 27-4-2026", True), ("di 28-4-2026", True), ("wo 29-4-2026", False)]
)
def test_een_ingebrekestelling_voor_het_einde_van_de_termijn_geldt_niet(ontvangen: str, te_vroeg: bool) -> None:
    uitkomst = dwangsom(dag(ontvangen), termijn_verstreken=dag("di 28-4-2026"))
    assert ("ingebrekestelling_te_vroeg" in codes(uitkomst)) is te_vroeg
    assert (uitkomst.dagen, str(uitkomst.bedrag)) == ((0, "0.00") if te_vroeg else (42, "1442.00"))


@pytest.mark.parametrize(
    ("verstreken", "ontvangen", "laat"),
    [
        ("di 28-4-2026", "wo 28-4-2027", False),
        ("di 28-4-2026", "do 29-4-2027", True),
        ("do 29-2-2024", "vr 28-2-2025", False),
        ("do 29-2-2024", "za 1-3-2025", True),
        ("do 1-10-2009", "ma 4-10-2010", True),
    ],
)
def test_meer_dan_een_jaar_gewacht_geeft_een_waarschuwing(verstreken: str, ontvangen: str, laat: bool) -> None:
    uitkomst = dwangsom(dag(ontvangen), termijn_verstreken=dag(verstreken))
    assert ("ingebrekestelling_onredelijk_laat" in codes(uitkomst)) is laat
    assert uitkomst.dagen == 42  # een oordeel is aan de gemeente of de rechter


def test_een_besluit_van_voor_de_ingebrekestelling() -> None:
    uitkomst = dwangsom(dag("wo 8-1-2025"), besluit=dag("di 7-1-2025"))
    assert (uitkomst.dagen, codes(uitkomst)) == (0, ["besluit_voor_ingebrekestelling"])


def test_vanaf_2026_een_waarschuwing_over_de_bedragen() -> None:
    assert codes(dwangsom(dag("wo 31-12-2025"))) == []
    assert codes(dwangsom(dag("wo 7-1-2026"))) == ["dwangsombedragen_2026"]


def test_de_dag_van_het_besluit_is_een_instelling() -> None:
    ontvangen, besluit = dag("wo 8-1-2025"), dag("ma 27-1-2025")
    assert codes(dwangsom(ontvangen, besluit=besluit)) == ["besluitdag_telt"]
    assert dwangsom(ontvangen, besluit=besluit).dagen == 4
    telt = replace(STANDAARD, besluitdag_telt=True)
    assert dwangsom(ontvangen, besluit=besluit, instellingen=telt).dagen == 5
    in_respijt = dag("wo 22-1-2025")
    assert dwangsom(ontvangen, besluit=in_respijt, instellingen=telt).dagen == 0
    assert codes(dwangsom(ontvangen, besluit=in_respijt)) == []


def test_respijt_dat_op_een_vrije_dag_eindigt() -> None:
    zaterdag = dag("za 11-1-2025")  # veertien dagen later: za 25-1
    uitkomst = dwangsom(zaterdag)
    assert (uitkomst.respijt_tot, codes(uitkomst)) == (dag("za 25-1-2025"), ["respijt_verschuift"])
    verschoven = dwangsom(zaterdag, instellingen=replace(STANDAARD, respijt_verschuift=True))
    assert (verschoven.respijt_tot, verschoven.eerste_dag) == (dag("ma 27-1-2025"), dag("di 28-1-2025"))
    assert codes(verschoven) == ["respijt_verschuift"]


@pytest.mark.parametrize(
    ("aanvragers", "bedragen", "per_aanvrager"),
    [
        (1, ["1442.00"], "1442.00"),
        (2, ["721.00", "721.00"], "721.00"),
        (3, ["480.67", "480.67", "480.66"], "480.67"),
        (4, ["360.50"] * 4, "360.50"),
        (7, ["206.00"] * 7, "206.00"),
    ],
)
def test_samen_aangevraagd_is_gelijk_gedeeld(aanvragers: int, bedragen: list[str], per_aanvrager: str) -> None:
    uitkomst = dwangsom(dag("wo 8-1-2025"), aanvragers=aanvragers)
    assert ([str(b) for b in uitkomst.bedragen], str(uitkomst.per_aanvrager)) == (bedragen, per_aanvrager)
    assert ("Awb art. 4:17 lid 7" in map(str, uitkomst.bron)) is (aanvragers > 1)


@pytest.mark.parametrize("aanvragers", [0, -2, True, 1.5])
def test_zonder_aanvrager_geen_dwangsom(aanvragers: int) -> None:
    with pytest.raises(WetFout, match="aanvragers"):
        dwangsom(dag("wo 8-1-2025"), aanvragers=aanvragers)


def test_voorbij_het_jaar_9999_is_een_nette_weigering() -> None:
    with pytest.raises(BuitenBekendeTijd, match="9999"):
        dwangsom(date(9999, 12, 1))


def test_de_bron_staat_erbij() -> None:
    bronnen = [str(artikel) for artikel in dwangsom(dag("wo 8-1-2025")).bron]
    assert bronnen[:3] == ["Awb art. 4:17 lid 1", "Awb art. 4:17 lid 2", "Awb art. 4:17 lid 3"]
    assert "Regeling indexering, Stcrt. 2018, 65542" in bronnen


def test_de_rijen_sluiten_op_elkaar_aan() -> None:
    for vorige, volgende in pairwise(BEDRAGEN):
        assert volgende.vanaf == vorige.tot + timedelta(days=1)


@given(st.dates(date(2009, 10, 1), date(2040, 1, 1)), st.integers(-5, 90), st.integers(1, 9))
def test_nooit_meer_dan_het_maximum_en_de_delen_kloppen(ontvangen: date, na: int, aanvragers: int) -> None:
    uitkomst = dwangsom(ontvangen, besluit=ontvangen + timedelta(days=na), aanvragers=aanvragers)
    assert 0 <= uitkomst.dagen <= 42
    assert 0 <= uitkomst.bedrag <= uitkomst.maximum
    assert sum(uitkomst.bedragen) == uitkomst.bedrag
    assert max(uitkomst.bedragen) - min(uitkomst.bedragen) <= Decimal("0.01")


@given(st.dates(date(2009, 10, 1), date(2040, 1, 1)), st.integers(0, 90))
def test_een_dag_later_is_nooit_minder(ontvangen: date, na: int) -> None:
    eerder, later = (dwangsom(ontvangen, tot=ontvangen + timedelta(days=na + n)) for n in (0, 1))
    assert eerder.bedrag <= later.bedrag
    assert later.dagen - eerder.dagen in (0, 1)
