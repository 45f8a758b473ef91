"""The court fee for a resident, in the years for which it was found."""

import pytest

from keukentafel.wet.fouten import BuitenBekendeTijd
from keukentafel.wet.griffierecht import Instantie, griffierecht
from tests.wet.datums import dag


@pytest.mark.parametrize(
    ("datum", "instantie", "bedrag", "artikel"),
    [
        ("wo 1-1-2014", "beroep", "45.00", "Awb art. 8:41 lid 2 onder a"),
        ("di 1-6-2021", "beroep", "49.00", "Awb art. 8:41 lid 2 onder a"),
        ("zo 31-12-2023", "beroep", "50.00", "Awb art. 8:41 lid 2 onder a"),
        ("ma 1-1-2024", "beroep", "51.00", "Awb art. 8:41 lid 2 onder a"),
        ("wo 31-12-2025", "beroep", "53.00", "Awb art. 8:41 lid 2 onder a"),
        ("zo 31-12-2023", "hoger_beroep", "136.00", "Awb art. 8:109 lid 1 onder a"),
        ("ma 1-1-2024", "hoger_beroep", "138.00", "Awb art. 8:109 lid 1 onder a"),
        ("wo 1-1-2025", "hoger_beroep", "143.00", "Awb art. 8:109 lid 1 onder a"),
    ],
)
def test_het_lage_tarief(datum: str, instantie: Instantie, bedrag: str, artikel: str) -> None:
    uitkomst = griffierecht(dag(datum), instantie)
    assert (str(uitkomst.bedrag), str(uitkomst.bron[0])) == (bedrag, artikel)


@pytest.mark.parametrize(
    ("datum", "instantie"), [("za 1-1-2022", "beroep"), ("do 1-1-2026", "beroep"), ("di 1-6-2021", "hoger_beroep")]
)
def test_een_onbekend_jaar_wordt_niet_geraden(datum: str, instantie: Instantie) -> None:
    with pytest.raises(BuitenBekendeTijd, match=r"Bekend zijn: .*2025"):
        griffierecht(dag(datum), instantie)
