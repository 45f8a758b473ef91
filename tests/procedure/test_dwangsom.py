"""The notice of default and the dwangsom: its borders, which notice counts, and what it is about (Awb 4:17)."""

from __future__ import annotations

import pytest

from tests.procedure.casussen import Regel, codes, oordeel_over, standen

MELDING = "ma 2-3-2026 melding_ontvangen"
AANVRAAG: list[Regel] = [MELDING, "di 24-3-2026 verslag_verstuurd", "di 14-4-2026 aanvraag_ontvangen"]
BESLUIT: list[Regel] = [*AANVRAAG, "ma 20-4-2026 besluit_bekendgemaakt"]
BEZWAAR: list[Regel] = [*BESLUIT, {"di 12-5-2026 bezwaar_ontvangen": {"commissie": False}}]
TE_LAAT: list[Regel] = [*AANVRAAG, "wo 29-4-2026 ingebrekestelling_ontvangen"]

DWANGSOMMEN: list[tuple[str, list[Regel], str, int, str, bool]] = [
    ("laatste dag van de twee weken", [], "wo 13-5-2026", 0, "0.00", False),
    ("eerste dag", [], "do 14-5-2026", 1, "23.00", True),
    ("veertiende dag", [], "wo 27-5-2026", 14, "322.00", True),
    ("vijftiende dag", [], "do 28-5-2026", 15, "357.00", True),
    ("achtentwintigste dag", [], "wo 10-6-2026", 28, "812.00", True),
    ("negenentwintigste dag", [], "do 11-6-2026", 29, "857.00", True),
    ("laatste dag", [], "wo 24-6-2026", 42, "1442.00", True),
    ("daarna", [], "do 25-6-2026", 42, "1442.00", False),
    (
        "besluit op de laatste dag van de twee weken",
        ["wo 13-5-2026 besluit_bekendgemaakt"],
        "ma 1-6-2026",
        0,
        "0.00",
        False,
    ),
    ("besluit op de eerste dag", ["do 14-5-2026 besluit_bekendgemaakt"], "ma 1-6-2026", 0, "0.00", False),
    ("besluit op de tweede dag", ["vr 15-5-2026 besluit_bekendgemaakt"], "ma 1-6-2026", 1, "23.00", False),
]


@pytest.mark.parametrize("rij", DWANGSOMMEN, ids=lambda rij: rij[0])
def test_dwangsom_na_een_ingebrekestelling_op_29_april(rij: tuple[str, list[Regel], str, int, str, bool]) -> None:
    _, feiten, op, dagen, bedrag, loopt = rij
    uit = oordeel_over([*TE_LAAT, *feiten], op).als_dict()["dwangsom"]
    assert (uit["dagen"], uit["bedrag"], uit["loopt"]) == (dagen, bedrag, loopt)
    assert (uit["eerste_dag"], uit["laatste_dag"]) == ("2026-05-14", "2026-06-24")


def test_te_vroeg_in_gebreke_gesteld_telt_niet_en_de_eerste_die_wel_telt_geldt() -> None:
    feiten: list[Regel] = [
        *AANVRAAG,
        "di 28-4-2026 ingebrekestelling_ontvangen",
        "wo 29-4-2026 ingebrekestelling_ontvangen",
        "ma 4-5-2026 ingebrekestelling_ontvangen",
    ]
    b = oordeel_over(feiten, "ma 1-6-2026")
    assert [d["ingebrekestelling"] for d in b.als_dict()["dwangsommen"]] == ["2026-04-29"]
    assert "ingebrekestelling_te_vroeg" in codes(b)
    assert oordeel_over(feiten[:4], "ma 1-6-2026").als_dict()["dwangsom"] is None


def test_een_ingebrekestelling_die_niet_zegt_waarover_gaat_over_wat_te_laat_is() -> None:
    feiten: list[Regel] = [*BEZWAAR, "di 14-7-2026 ingebrekestelling_ontvangen"]
    uit = oordeel_over(feiten, "di 1-9-2026").als_dict()["dwangsom"]
    assert (uit["betreft"], uit["eerste_dag"]) == ("bezwaar", "2026-07-29")


def test_meer_aanvragers_delen_de_dwangsom() -> None:
    feiten: list[Regel] = [*AANVRAAG, {"wo 29-4-2026 ingebrekestelling_ontvangen": {"aantal_aanvragers": 2}}]
    uit = oordeel_over(feiten, "wo 24-6-2026").als_dict()["dwangsom"]
    assert (uit["bedrag"], uit["per_aanvrager"]) == ("1442.00", "721.00")


def test_het_late_onderzoek_geeft_nooit_een_dwangsom() -> None:
    b = oordeel_over([MELDING, "di 14-4-2026 ingebrekestelling_ontvangen"], "ma 1-6-2026")
    assert b.dwangsom is None
    assert "ingebrekestelling_te_vroeg" in codes(b)


def test_de_lopende_komt_eerst_en_anders_de_laatste() -> None:
    feiten: list[Regel] = [*BESLUIT, "ma 18-5-2026 aanvraag_ontvangen"]
    assert [s.status.value for s in standen(oordeel_over(feiten, "di 19-5-2026"), "beschikking")] == [
        "loopt",
        "gehaald",
    ]
