"""An application that comes too early is kept with the melding; a new one stands (A13, Wmo 2.3.2 lid 9).

The melding is of Monday 2 March 2026; the last day of the onderzoek is Monday 13 April.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.procedure.casussen import Regel, codes, oordeel_over, standen, toon, waarborg

MELDING = "ma 2-3-2026 melding_ontvangen"
VROEG = "aanvraag_te_vroeg"

# wat er gebeurde, de feiten na de melding, van welke dag een beslistermijn loopt
VORMEN: list[tuple[str, list[Regel], list[str]]] = [
    ("op de dag van de melding", ["ma 2-3-2026 aanvraag_ontvangen"], []),
    ("vroeg", ["di 10-3-2026 aanvraag_ontvangen"], []),
    ("na het gesprek, vóór het verslag", ["di 17-3-2026 gesprek_gevoerd", "wo 18-3-2026 aanvraag_ontvangen"], []),
    ("op de laatste dag", ["ma 13-4-2026 aanvraag_ontvangen"], []),
    ("de dag erna", ["di 14-4-2026 aanvraag_ontvangen"], ["di 14-4-2026"]),
    (
        "op de dag van het verslag",
        ["di 24-3-2026 verslag_verstuurd", "di 24-3-2026 aanvraag_ontvangen"],
        ["di 24-3-2026"],
    ),
    ("na het verslag", ["di 24-3-2026 verslag_verstuurd", "wo 25-3-2026 aanvraag_ontvangen"], ["wo 25-3-2026"]),
    ("te vroeg, en daarna een laat verslag", ["di 10-3-2026 aanvraag_ontvangen", "ma 20-4-2026 verslag_verstuurd"], []),
    (
        "te vroeg, en daarna opnieuw",
        ["di 10-3-2026 aanvraag_ontvangen", "di 24-3-2026 verslag_verstuurd", "wo 25-3-2026 aanvraag_ontvangen"],
        ["wo 25-3-2026"],
    ),
]


@pytest.mark.parametrize("vorm", VORMEN, ids=lambda vorm: vorm[0])
def test_welke_aanvraag_een_beslistermijn_start(vorm: tuple[str, list[Regel], list[str]]) -> None:
    _, feiten, lopend = vorm
    b = oordeel_over([MELDING, *feiten], "ma 1-6-2026")
    assert [toon(_dag(s.vanaf_nr)) for s in standen(b, "beschikking")] == lopend
    assert waarborg(b, "A13").oordeel.value == "nagekomen"
    vroeg = sum("aanvraag_ontvangen" in str(r) for r in feiten) > len(lopend)
    assert (VROEG in codes(b)) is vroeg
    assert waarborg(b, "A1").oordeel.value == ("geschonden" if lopend else "niet_van_toepassing")


def _dag(nr: int | None) -> date | None:
    return None if nr is None else date.fromordinal(nr)


def test_de_laatste_dag_schuift_mee_met_tweede_paasdag() -> None:
    """Six weeks after Monday 23 February is Easter Monday 6 April; Tuesday 7 April still belongs to the onderzoek."""
    melding = "ma 23-2-2026 melding_ontvangen"
    assert not standen(oordeel_over([melding, "di 7-4-2026 aanvraag_ontvangen"], "ma 1-6-2026"), "beschikking")
    assert standen(oordeel_over([melding, "wo 8-4-2026 aanvraag_ontvangen"], "ma 1-6-2026"), "beschikking")


def test_een_besluit_op_een_vroege_aanvraag_mag_met_een_waarschuwing() -> None:
    besluit: list[Regel] = [
        "di 10-3-2026 aanvraag_ontvangen",
        {"ma 23-3-2026 besluit_bekendgemaakt": {"uitkomst": "toegekend"}},
    ]
    b = oordeel_over([MELDING, *besluit], "ma 1-6-2026")
    assert "besluit_op_vroege_aanvraag" in codes(b)
    assert toon(standen(b, "bezwaar")[0].uiterlijk) == "ma 4-5-2026"
    assert b.fase.value == "besluit"


def test_een_vroege_aanvraag_laat_de_zaak_in_haar_fase() -> None:
    assert oordeel_over([MELDING, "di 10-3-2026 aanvraag_ontvangen"], "ma 16-3-2026").fase.value == "melding"
    assert oordeel_over([MELDING, "di 14-4-2026 aanvraag_ontvangen"], "wo 15-4-2026").fase.value == "aanvraag"


def test_zonder_melding_telt_de_aanvraag_meteen() -> None:
    """An application that the municipality received without a melding: no onderzoek stands in its way."""
    b = oordeel_over(["di 10-3-2026 aanvraag_ontvangen"], "ma 16-3-2026")
    assert toon(standen(b, "beschikking")[0].uiterlijk) == "di 24-3-2026"


def test_in_gebreke_stellen_na_een_vroege_aanvraag_geeft_geen_dwangsom() -> None:
    feiten: list[Regel] = [MELDING, "di 10-3-2026 aanvraag_ontvangen", "di 7-4-2026 ingebrekestelling_ontvangen"]
    b = oordeel_over(feiten, "ma 1-6-2026")
    assert b.dwangsom is None
    assert "ingebrekestelling_te_vroeg" in codes(b)
