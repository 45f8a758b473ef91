"""A fact is never changed; a correction puts it right, and both stay readable."""

from __future__ import annotations

from typing import Any

import pytest

from keukentafel.procedure import CasusFout, lees_casus, schrijf_casus
from tests.procedure.casussen import Regel, casus, oordeel_over, stand, standen, toon, waarborg
from tests.wet.datums import dag

MELDING: Regel = {"ma 2-3-2026 melding_ontvangen": {"behoeften": ["b1"]}}


def correctie(op: str, betreft: int, door: dict[str, Any] | None) -> Regel:
    return {f"{op} feit_gecorrigeerd": {"betreft": betreft, "reden": "vergissing", "vervangt_door": door}}


def test_van_een_datum() -> None:
    b = oordeel_over([MELDING, correctie("wo 4-3-2026", 1, {"datum": "2026-03-01"})], "ma 1-6-2026")
    assert toon(stand(b, "onderzoek").uiterlijk) == "ma 13-4-2026"  # Sunday 12 April moves to Monday
    assert toon(stand(b, "uitnodiging").uiterlijk) == "zo 15-3-2026"
    assert [d.vraag or d.id for d in b.behoeften] == ["b1"]  # what was not named stays


def test_van_een_soort() -> None:
    """The letter was no complaint but an objection."""
    feiten: list[Regel] = [
        MELDING,
        "di 24-3-2026 verslag_verstuurd",
        "di 14-4-2026 aanvraag_ontvangen",
        "ma 20-4-2026 besluit_bekendgemaakt",
        "di 12-5-2026 klacht_ontvangen",
        correctie("wo 13-5-2026", 5, {"soort": "bezwaar_ontvangen", "datum": "2026-05-12", "commissie": False}),
    ]
    b = oordeel_over(feiten, "ma 1-6-2026")
    assert not standen(b, "klacht")
    assert toon(stand(b, "beslissing_op_bezwaar").uiterlijk) == "ma 13-7-2026"
    assert stand(b, "beslissing_op_bezwaar").feit.nr == 5


def test_van_alleen_een_veld() -> None:
    feiten: list[Regel] = [
        MELDING,
        {"di 17-3-2026 gesprek_gevoerd": {"gespreksvoerder": {"professional": False}, "vorm": "huisbezoek"}},
        correctie("wo 18-3-2026", 2, {"gespreksvoerder": {"professional": True}}),
    ]
    b = oordeel_over(feiten, "ma 23-3-2026")
    assert waarborg(b, "O5").oordeel.value == "nagekomen"
    assert waarborg(b, "O3").oordeel.value == "nagekomen"


def test_schrappen() -> None:
    feiten: list[Regel] = [MELDING, "di 24-3-2026 verslag_verstuurd", correctie("wo 25-3-2026", 2, None)]
    b = oordeel_over(feiten, "di 14-4-2026")
    assert stand(b, "onderzoek").status.value == "overschreden"
    assert b.fase.value == "melding"


def test_van_een_correctie() -> None:
    """The report was struck by mistake; that correction is struck in turn."""
    feiten: list[Regel] = [
        MELDING,
        "di 24-3-2026 verslag_verstuurd",
        correctie("wo 25-3-2026", 2, None),
        correctie("do 26-3-2026", 3, None),
    ]
    assert stand(oordeel_over(feiten, "di 14-4-2026"), "onderzoek").status.value == "gehaald"


def test_twee_correcties_van_een_feit_de_laatste_geldt() -> None:
    feiten: list[Regel] = [
        MELDING,
        correctie("wo 4-3-2026", 1, {"datum": "2026-02-23"}),
        correctie("do 5-3-2026", 1, {"datum": "2026-02-24"}),
    ]
    assert toon(stand(oordeel_over(feiten, "ma 1-6-2026"), "uitnodiging").uiterlijk) == "di 10-3-2026"


def test_twee_correcties_van_verschillende_velden_gelden_beide() -> None:
    feiten: list[Regel] = [
        {"ma 2-3-2026 melding_ontvangen": {"kanaal": "web"}},
        correctie("wo 4-3-2026", 1, {"datum": "2026-02-23"}),
        correctie("do 5-3-2026", 1, {"kanaal": "telefoon"}),
    ]
    (melding,) = oordeel_over(feiten, "ma 1-6-2026").zaak.van("melding_ontvangen")
    assert (melding.datum, melding.velden["kanaal"]) == (dag("ma 23-2-2026"), "telefoon")


def test_een_correctie_kan_een_feit_toelaten_dat_anders_wordt_geweigerd() -> None:
    """The application came in before the decision, and was entered with the wrong day."""
    feiten: list[Regel] = [MELDING, "ma 20-4-2026 besluit_bekendgemaakt", "ma 27-4-2026 aanvraag_ontvangen"]
    with pytest.raises(CasusFout, match="er is op of vóór die dag geen aanvraag"):
        oordeel_over(feiten, "ma 1-6-2026")
    b = oordeel_over([*feiten, correctie("di 28-4-2026", 3, {"datum": "2026-04-14"})], "ma 1-6-2026")
    assert stand(b, "beschikking").status.value == "gehaald"


def test_een_correctie_kan_een_feit_zijn_grond_ontnemen() -> None:
    feiten: list[Regel] = [
        MELDING,
        "di 14-4-2026 aanvraag_ontvangen",
        "ma 20-4-2026 besluit_bekendgemaakt",
        correctie("di 21-4-2026", 2, None),
    ]
    with pytest.raises(CasusFout, match=r"feit 3: .*geen aanvraag"):
        oordeel_over(feiten, "ma 1-6-2026")


@pytest.mark.parametrize(
    ("betreft", "door", "zegt"),
    [
        (9, None, "betreft moet het nummer van een ander feit in de zaak zijn"),
        (2, None, "betreft moet het nummer van een ander feit in de zaak zijn"),
        (1, "weg", "vervangt_door moet een feit zijn"),
        (1, {"datum": "2026-02-30"}, "geen bestaande datum"),
        (1, {"datum": "2014-12-31"}, "vóór 2015-01-01"),
        (1, {"datum": "2026-12-31"}, "na de peildatum"),
        (1, {"soort": "praatje_gemaakt"}, "onbekende soort"),
        (1, {"kanaal": "postduif"}, "'postduif' mag alleen zijn"),
        (1, {"soort": "feit_gecorrigeerd", "betreft": 2, "vervangt_door": {}}, "vervangt_door: null"),
    ],
)
def test_een_correctie_die_niet_kan_wordt_geweigerd(betreft: int, door: Any, zegt: str) -> None:
    with pytest.raises(CasusFout) as fout:
        casus([MELDING, correctie("wo 4-3-2026", betreft, door)], "ma 1-6-2026")
    assert zegt in str(fout.value)
    assert all(f.feit == 2 for f in fout.value.fouten)


def test_beide_blijven_leesbaar_en_lezen_terug() -> None:
    feiten: list[Regel] = [MELDING, correctie("wo 4-3-2026", 1, {"datum": "2026-03-01"})]
    eerst = casus(feiten, "ma 1-6-2026")
    tekst = schrijf_casus(eerst)
    assert "2026-03-02" in tekst and "2026-03-01" in tekst and "vergissing" in tekst
    terug = lees_casus(tekst, vandaag=dag("ma 1-6-2026"))
    assert terug.feiten[1].velden["vervangt_door"].datum == dag("zo 1-3-2026")
