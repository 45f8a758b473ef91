"""`datum: onbekend`: it happened, the day is not known. It satisfies order, and starts no term."""

from __future__ import annotations

from tests.procedure.casussen import Regel, codes, oordeel_over, oordelen, stand, toon, waarborg


def test_een_besluit_in_de_hand_en_een_aanvraag_van_onbekende_dag() -> None:
    """The date to object by is known; whether the decision was in time is not."""
    feiten: list[Regel] = [
        "ma 2-3-2026 melding_ontvangen",
        "onbekend aanvraag_ontvangen",
        {"ma 20-4-2026 besluit_bekendgemaakt": {"uitkomst": "afgewezen", "rechtsmiddelenclausule": True}},
    ]
    b = oordeel_over(feiten, "di 21-4-2026")
    assert toon(stand(b, "bezwaar").uiterlijk) == "ma 1-6-2026"
    assert (stand(b, "beschikking").uiterlijk, stand(b, "beschikking").vanaf_nr) == (None, None)
    assert waarborg(b, "A1").oordeel.value == "niet_vast_te_stellen"
    assert waarborg(b, "A8").oordeel.value == "nagekomen"
    assert "datum_onbekend" in codes(b)
    assert b.als_dict()["termijnen"][0]["uitleg"]


def test_alleen_een_besluit_en_verder_niets_bekend() -> None:
    feiten: list[Regel] = [
        "onbekend melding_ontvangen",
        "onbekend aanvraag_ontvangen",
        "ma 20-4-2026 besluit_bekendgemaakt",
    ]
    b = oordeel_over(feiten, "di 21-4-2026")
    assert toon(stand(b, "bezwaar").uiterlijk) == "ma 1-6-2026"
    assert {oordelen(b)[w] for w in ("M2", "O1", "O2", "V1", "A1", "M4")} == {"niet_vast_te_stellen"}
    assert "geschonden" not in {v for k, v in oordelen(b).items() if k[0] in "M" and k != "M5"}


def test_het_verslag_van_onbekende_dag_laat_de_aanvraag_tellen() -> None:
    feiten: list[Regel] = [
        "ma 2-3-2026 melding_ontvangen",
        "onbekend verslag_verstuurd",
        "di 10-3-2026 aanvraag_ontvangen",
    ]
    assert toon(stand(oordeel_over(feiten, "wo 11-3-2026"), "beschikking").uiterlijk) == "di 24-3-2026"


def test_bevestigd_op_een_onbekende_dag_is_bevestigd() -> None:
    """The law gives no day for confirming the melding."""
    b = oordeel_over(["ma 2-3-2026 melding_ontvangen", "onbekend ontvangst_bevestigd"], "ma 1-6-2026")
    assert waarborg(b, "M1").oordeel.value == "nagekomen"


def test_gedaan_op_een_onbekende_dag_is_niet_te_laat_en_niet_op_tijd() -> None:
    b = oordeel_over(["ma 2-3-2026 melding_ontvangen", "onbekend verslag_verstuurd"], "ma 1-6-2026")
    assert waarborg(b, "O1").oordeel.value == "niet_vast_te_stellen"
    assert waarborg(b, "O1").mist == ("datum",)


def test_een_ingebrekestelling_van_onbekende_dag_geeft_geen_bedrag() -> None:
    feiten: list[Regel] = [
        "ma 2-3-2026 melding_ontvangen",
        "di 24-3-2026 verslag_verstuurd",
        "di 14-4-2026 aanvraag_ontvangen",
        "onbekend ingebrekestelling_ontvangen",
    ]
    assert oordeel_over(feiten, "ma 1-6-2026").dwangsom is None


def test_een_opschorting_van_onbekende_dag_verandert_geen_datum() -> None:
    feiten: list[Regel] = [
        "ma 2-3-2026 melding_ontvangen",
        "di 24-3-2026 verslag_verstuurd",
        "di 14-4-2026 aanvraag_ontvangen",
        "onbekend aanvulling_gevraagd",
    ]
    b = oordeel_over(feiten, "ma 1-6-2026")
    assert toon(stand(b, "beschikking").uiterlijk) == "di 28-4-2026"
    assert waarborg(b, "A1").oordeel.value == "niet_vast_te_stellen"
