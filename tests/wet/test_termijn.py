"""Term arithmetic, in tables of dates with their weekday."""

from datetime import date

import pytest

from keukentafel.wet.fouten import BuitenBekendeTijd, WetFout
from keukentafel.wet.termijn import (
    Duur,
    Eenheid,
    Maandafronding,
    dagen,
    einde,
    jaren,
    maanden,
    onder_atw,
    schuif,
    terug,
    uiterste_dag,
    uiterste_dag_nr,
    verschoven_einde,
    weken,
    zonder_atw_nr,
)
from tests.wet.datums import dag

EINDEN = [
    # vanaf, duur, zonder verschuiving, uiterlijk
    # De Leidraad Invordering: 31 oktober geeft 12 december; 28 februari geeft 11 april, in een schrikkeljaar 10 april.
    ("di 31-10-2023", weken(6), "di 12-12-2023", "di 12-12-2023"),
    ("di 28-2-2023", weken(6), "di 11-4-2023", "di 11-4-2023"),
    ("wo 28-2-2024", weken(6), "wo 10-4-2024", "wo 10-4-2024"),
    # Van melding naar beschikking.
    ("ma 2-3-2026", weken(6), "ma 13-4-2026", "ma 13-4-2026"),
    ("di 14-4-2026", weken(2), "di 28-4-2026", "di 28-4-2026"),
    ("ma 2-3-2026", dagen(7), "ma 9-3-2026", "ma 9-3-2026"),
    # Weekend.
    ("za 10-1-2026", weken(6), "za 21-2-2026", "ma 23-2-2026"),
    ("zo 11-1-2026", weken(6), "zo 22-2-2026", "ma 23-2-2026"),
    # Pasen.
    ("do 19-2-2026", weken(6), "do 2-4-2026", "do 2-4-2026"),
    ("vr 20-2-2026", weken(6), "vr 3-4-2026", "di 7-4-2026"),
    ("ma 23-2-2026", weken(6), "ma 6-4-2026", "di 7-4-2026"),
    ("vr 15-3-2024", weken(2), "vr 29-3-2024", "di 2-4-2024"),
    # Koningsdag op zondag: zaterdag 26 april.
    ("za 15-3-2025", weken(6), "za 26-4-2025", "ma 28-4-2025"),
    ("zo 16-3-2025", weken(6), "zo 27-4-2025", "ma 28-4-2025"),
    ("ma 16-3-2026", weken(6), "ma 27-4-2026", "di 28-4-2026"),
    ("wo 14-4-2027", dagen(13), "di 27-4-2027", "wo 28-4-2027"),
    # De vrijdag na Koningsdag, aangewezen in 2023 en 2028.
    ("do 16-3-2023", weken(6), "do 27-4-2023", "ma 1-5-2023"),
    ("do 16-3-2028", weken(6), "do 27-4-2028", "ma 1-5-2028"),
    # 5 mei, elk jaar.
    ("di 24-3-2026", weken(6), "di 5-5-2026", "wo 6-5-2026"),
    ("vr 24-3-2023", weken(6), "vr 5-5-2023", "ma 8-5-2023"),
    ("do 21-4-2022", weken(2), "do 5-5-2022", "vr 6-5-2022"),
    # 5 mei, Hemelvaart, aangewezen vrijdag en weekend achter elkaar.
    ("wo 24-3-2027", weken(6), "wo 5-5-2027", "ma 10-5-2027"),
    # Hemelvaart met en zonder aangewezen vrijdag.
    ("do 2-4-2026", weken(6), "do 14-5-2026", "ma 18-5-2026"),
    ("do 27-3-2014", weken(9), "do 29-5-2014", "ma 2-6-2014"),
    # Pinksteren.
    ("ma 13-4-2026", weken(6), "ma 25-5-2026", "di 26-5-2026"),
    # Kerst tegen het weekend aan.
    ("vr 13-11-2026", weken(6), "vr 25-12-2026", "ma 28-12-2026"),
    ("za 13-11-2027", weken(6), "za 25-12-2027", "ma 27-12-2027"),
    ("wo 13-11-2024", weken(6), "wo 25-12-2024", "ma 30-12-2024"),
    ("ma 10-12-2012", weken(2), "ma 24-12-2012", "do 27-12-2012"),
    # Oud en nieuw.
    ("do 20-11-2025", weken(6), "do 1-1-2026", "ma 5-1-2026"),
    ("wo 19-11-2025", weken(6), "wo 31-12-2025", "wo 31-12-2025"),
    ("ma 19-11-2012", weken(6), "ma 31-12-2012", "wo 2-1-2013"),
    # Maanden volgens de kalender.
    ("wo 31-1-2024", maanden(1), "do 29-2-2024", "do 29-2-2024"),
    ("di 31-1-2023", maanden(1), "di 28-2-2023", "di 28-2-2023"),
    ("do 30-11-2023", maanden(3), "do 29-2-2024", "do 29-2-2024"),
    ("do 31-12-2026", maanden(2), "zo 28-2-2027", "ma 1-3-2027"),
    ("vr 15-10-2027", maanden(3), "za 15-1-2028", "ma 17-1-2028"),
    ("do 29-2-2024", maanden(1), "vr 29-3-2024", "di 2-4-2024"),
    # Jaren: de Algemene termijnenwet geldt niet (art. 4).
    ("wo 29-2-2012", jaren(15), "zo 28-2-2027", "zo 28-2-2027"),
    ("za 29-2-2020", jaren(4), "do 29-2-2024", "do 29-2-2024"),
    ("vr 2-1-2015", jaren(1), "za 2-1-2016", "za 2-1-2016"),
    # Precies 12 weken, 3 maanden, 90 dagen schuift op; één meer niet.
    ("zo 3-1-2027", weken(12), "zo 28-3-2027", "di 30-3-2027"),
    ("zo 3-1-2027", weken(13), "zo 4-4-2027", "zo 4-4-2027"),
    ("zo 11-1-2026", maanden(3), "za 11-4-2026", "ma 13-4-2026"),
    ("vr 9-1-2026", maanden(4), "za 9-5-2026", "za 9-5-2026"),
    ("zo 11-1-2026", dagen(90), "za 11-4-2026", "ma 13-4-2026"),
    ("za 10-1-2026", dagen(91), "za 11-4-2026", "za 11-4-2026"),
    # Artikel 2: een termijn van drie dagen of meer houdt twee werkdagen.
    ("do 2-4-2026", dagen(2), "za 4-4-2026", "di 7-4-2026"),
    ("do 2-4-2026", dagen(3), "zo 5-4-2026", "wo 8-4-2026"),
    ("do 2-4-2026", dagen(5), "di 7-4-2026", "wo 8-4-2026"),
    ("do 2-4-2026", dagen(6), "wo 8-4-2026", "wo 8-4-2026"),
    ("wo 1-4-2026", dagen(3), "za 4-4-2026", "di 7-4-2026"),
    ("di 24-12-2013", dagen(3), "vr 27-12-2013", "di 31-12-2013"),
    ("di 24-12-2013", dagen(6), "ma 30-12-2013", "di 31-12-2013"),
    ("di 24-12-2013", dagen(7), "di 31-12-2013", "di 31-12-2013"),
    ("vr 9-1-2026", dagen(1), "za 10-1-2026", "ma 12-1-2026"),
    # De eerste dag, en buiten de tabel.
    ("zo 10-10-2010", dagen(1), "ma 11-10-2010", "ma 11-10-2010"),
    ("do 11-11-2100", weken(12), "do 3-2-2101", "do 3-2-2101"),
    ("do 13-11-2149", weken(6), "do 25-12-2149", "ma 29-12-2149"),
    ("ma 31-10-2101", maanden(3), "di 31-1-2102", "di 31-1-2102"),
]


@pytest.mark.parametrize(("vanaf", "duur", "zonder", "uiterlijk"), EINDEN, ids=lambda w: str(w))
def test_einde(vanaf: str, duur: Duur, zonder: str, uiterlijk: str) -> None:
    begin = dag(vanaf)
    uitkomst = einde(begin, duur)
    assert (uitkomst.zonder_verschuiving, uitkomst.uiterlijk) == (dag(zonder), dag(uiterlijk))
    assert uiterste_dag(begin, duur) == dag(uiterlijk)
    assert uiterste_dag_nr(begin.toordinal(), duur) == dag(uiterlijk).toordinal()
    assert zonder_atw_nr(begin.toordinal(), duur) == dag(zonder).toordinal()
    assert einde(begin, duur, atw=False).uiterlijk == dag(zonder)


def redenen(vanaf: str, duur: Duur, eu: bool = False) -> list[tuple[date, str]]:
    return [(v.datum, v.reden) for v in einde(dag(vanaf), duur, eu=eu).verschoven_om]


def test_elke_dag_van_een_verschuiving_heeft_een_reden() -> None:
    assert redenen("wo 24-3-2027", weken(6)) == [
        (dag("wo 5-5-2027"), "Bevrijdingsdag"),
        (dag("do 6-5-2027"), "Hemelvaartsdag"),
        (dag("vr 7-5-2027"), "aangewezen dag (KB voor 2026-2028)"),
        (dag("za 8-5-2027"), "zaterdag"),
        (dag("zo 9-5-2027"), "zondag"),
    ]


def test_ook_artikel_2_is_een_reden() -> None:
    assert redenen("do 2-4-2026", dagen(3)) == [
        (dag("zo 5-4-2026"), "zondag"),
        (dag("ma 6-4-2026"), "Tweede Paasdag"),
        (dag("di 7-4-2026"), "nog geen twee werkdagen in de termijn"),
    ]


@pytest.mark.parametrize(
    ("vanaf", "duur", "bron"),
    [
        ("vr 20-2-2026", weken(6), ["Atw art. 1 lid 1"]),
        ("do 19-2-2026", weken(6), ["Atw art. 1 lid 1"]),
        ("do 2-4-2026", dagen(3), ["Atw art. 1 lid 1", "Atw art. 2"]),
        ("zo 3-1-2027", weken(13), ["Atw art. 4 onder a"]),
        ("vr 2-1-2015", jaren(15), ["Atw art. 4 onder a"]),
    ],
)
def test_een_einde_noemt_zijn_artikelen(vanaf: str, duur: Duur, bron: list[str]) -> None:
    assert [str(artikel) for artikel in einde(dag(vanaf), duur).bron] == bron


def test_zonder_de_wet_is_er_geen_reden_en_geen_bron() -> None:
    uitkomst = einde(dag("vr 20-2-2026"), weken(6), atw=False)
    assert (uitkomst.verschoven_om, uitkomst.bron, uitkomst.waarschuwingen) == ((), (), ())


@pytest.mark.parametrize(
    ("duur", "geldt"),
    [
        (dagen(90), True),
        (dagen(91), False),
        (weken(12), True),
        (weken(13), False),
        (maanden(3), True),
        (maanden(4), False),
        (jaren(1), False),
    ],
)
def test_onder_de_algemene_termijnenwet(duur: Duur, geldt: bool) -> None:
    assert onder_atw(duur) is geldt


@pytest.mark.parametrize(
    ("vanaf", "duur", "uiterlijk"),
    [
        ("wo 31-12-2025", maanden(1), "ma 2-2-2026"),  # za 31-1
        ("do 2-4-2026", dagen(2), "wo 8-4-2026"),  # twee dagen: al twee werkdagen nodig
        ("zo 3-1-2027", weken(13), "ma 5-4-2027"),  # geen langste duur
    ],
)
def test_europese_termijnen_schuiven_naar_hun_eigen_regels(vanaf: str, duur: Duur, uiterlijk: str) -> None:
    uitkomst = einde(dag(vanaf), duur, eu=True)
    assert uitkomst.uiterlijk == dag(uiterlijk)
    assert str(uitkomst.bron[0]) == "Verordening (EEG) 1182/71 art. 3 lid 4"


@pytest.mark.parametrize(
    ("op", "duur", "dan"),
    [
        ("do 16-4-2026", dagen(10), "ma 6-4-2026"),  # Tweede Paasdag, en toch niet verschoven
        ("do 16-4-2026", weken(1), "do 9-4-2026"),
        ("di 31-3-2026", maanden(1), "za 28-2-2026"),
        ("do 29-2-2024", jaren(1), "di 28-2-2023"),
        ("zo 10-10-2010", weken(1), "zo 3-10-2010"),
    ],
)
def test_terugtellen_verschuift_nooit(op: str, duur: Duur, dan: str) -> None:
    assert terug(dag(op), duur) == dag(dan)


@pytest.mark.parametrize(
    ("vanaf", "duur", "gewaarschuwd"),
    [
        ("vr 14-4-2017", weken(6), True),  # vr 26-5-2017
        ("vr 18-11-2016", weken(6), False),  # vr 30-12-2016
        ("za 19-11-2016", weken(6), True),  # za 31-12-2016 schuift naar ma 2-1-2017
        ("wo 20-11-2019", weken(6), False),  # wo 1-1-2020 schuift naar do 2-1-2020
        ("di 19-11-2019", weken(6), True),  # di 31-12-2019
        ("vr 17-11-2028", weken(6), False),  # vr 29-12-2028
        ("zo 19-11-2028", weken(6), True),  # zo 31-12-2028 schuift naar di 2-1-2029
        ("ma 1-1-2035", weken(2), True),
        ("ma 1-1-2035", weken(13), False),  # de wet geldt niet: geen vrije dag doet ertoe
        ("ma 30-12-2019", dagen(3), True),  # twee werkdagen hangen van 31-12-2019 af
    ],
)
def test_waarschuwing_waar_aangewezen_dagen_onbekend_zijn(vanaf: str, duur: Duur, gewaarschuwd: bool) -> None:
    codes = [w.code for w in einde(dag(vanaf), duur).waarschuwingen]
    assert codes == (["aangewezen_dagen_onbekend"] if gewaarschuwd else [])


def test_een_bekend_einde_verschuift_met_redenen() -> None:
    uitkomst = verschoven_einde(dag("za 21-11-2026"))
    assert (uitkomst.uiterlijk, uitkomst.zonder_verschuiving) == (dag("ma 23-11-2026"), dag("za 21-11-2026"))
    assert [v.reden for v in uitkomst.verschoven_om] == ["zaterdag", "zondag"]
    assert schuif(dag("za 21-11-2026")) == dag("ma 23-11-2026")
    assert verschoven_einde(dag("ma 23-11-2026")).verschoven_om == ()


def test_termijnen_beginnen_op_10_oktober_2010() -> None:
    zaterdag = dag("za 9-10-2010")
    for vraag in (einde, uiterste_dag, terug):
        with pytest.raises(BuitenBekendeTijd, match="10 oktober 2010"):
            vraag(zaterdag, weken(6))
    with pytest.raises(BuitenBekendeTijd, match="10 oktober 2010"):
        uiterste_dag_nr(zaterdag.toordinal(), weken(6))


@pytest.mark.parametrize(
    "duur", [dagen(90), weken(12), weken(500_000), maanden(3), maanden(99_999), jaren(8000)], ids=str
)
def test_voorbij_het_jaar_9999_is_een_nette_weigering(duur: Duur) -> None:
    with pytest.raises(BuitenBekendeTijd, match="9999"):
        einde(date(9999, 11, 30), duur)
    with pytest.raises(BuitenBekendeTijd, match="9999"):
        uiterste_dag(date(9999, 11, 30), duur)


@pytest.mark.parametrize("duur", [dagen(999_999), maanden(99_999), jaren(3000)], ids=str)
def test_terug_voor_het_jaar_1_is_een_nette_weigering(duur: Duur) -> None:
    with pytest.raises(BuitenBekendeTijd):
        terug(date(2026, 1, 1), duur)


@pytest.mark.parametrize("aantal", [0, -1, True, 1.5])
def test_een_termijn_is_een_heel_aantal(aantal: int) -> None:
    with pytest.raises(WetFout, match=str(aantal)):
        dagen(aantal)


@pytest.mark.parametrize("eenheid", [Eenheid.MAAND, Eenheid.JAAR])
def test_een_maand_zonder_afronding_bestaat_niet(eenheid: Eenheid) -> None:
    with pytest.raises(WetFout, match="afgerond"):
        Duur(1, eenheid)
    assert Duur(1, eenheid, Maandafronding.LAATSTE_DAG).in_maanden in (1, 12)


@pytest.mark.parametrize(
    ("duur", "tekst"),
    [
        (dagen(1), "1 dag"),
        (dagen(7), "7 dagen"),
        (weken(1), "1 week"),
        (weken(6), "6 weken"),
        (maanden(1), "1 maand"),
        (maanden(3), "3 maanden"),
        (jaren(15), "15 jaar"),
    ],
)
def test_een_duur_leest_als_nederlands(duur: Duur, tekst: str) -> None:
    assert str(duur) == tekst
