"""A source is written as a jurist cites it."""

import pytest

from keukentafel.wet.artikel import Artikel, Binding, atw, avg, awb, bron, spelregel, ub, uitspraak, vo1182, wmo, zorg


@pytest.mark.parametrize(
    ("artikel", "tekst"),
    [
        (wmo("2.3.2", lid=1), "Wmo 2015 art. 2.3.2 lid 1"),
        (wmo("2.3.10", lid=1, onderdeel="a"), "Wmo 2015 art. 2.3.10 lid 1 onder a"),
        (awb("4:17", lid=3), "Awb art. 4:17 lid 3"),
        (awb("3:46"), "Awb art. 3:46"),
        (atw("1", lid=1), "Atw art. 1 lid 1"),
        (avg("12", lid=3), "AVG art. 12 lid 3"),
        (ub("3.8"), "Uitvoeringsbesluit Wmo 2015 art. 3.8"),
        (vo1182("3", lid=4), "Verordening (EEG) 1182/71 art. 3 lid 4"),
        (spelregel(18), "ANBO spelregel 18"),
        (spelregel("20 onder a"), "ANBO spelregel 20 onder a"),
        (zorg(3), "AVI/VNG zorg 3"),
        (uitspraak("CRvB 21-3-2018, ECLI:NL:CRVB:2018:819"), "CRvB 21-3-2018, ECLI:NL:CRVB:2018:819"),
        (bron("Verordening Voorbeeldstad art. 4"), "Verordening Voorbeeldstad art. 4"),
    ],
)
def test_zo_wordt_een_bron_geschreven(artikel: Artikel, tekst: str) -> None:
    assert str(artikel) == tekst


def test_een_norm_is_geen_wet() -> None:
    assert [a.binding for a in (wmo("2.3.2"), uitspraak("x"), spelregel(1), zorg(1), bron("y"))] == [
        Binding.WET,
        Binding.RECHTSPRAAK,
        Binding.NORM,
        Binding.NORM,
        Binding.NORM,
    ]


def test_dezelfde_bron_is_gelijk() -> None:
    assert {wmo("2.3.2", lid=1), wmo("2.3.2", lid=1)} == {wmo("2.3.2", 1)}
    assert wmo("2.3.2", lid=1) != wmo("2.3.2", lid=2)
