"""What may happen next, and if not, why not: the doors that open and close on a day."""

from __future__ import annotations

import pytest

from tests.procedure.casussen import Regel, oordeel_over

TE_LAAT: list[Regel] = ["ma 2-3-2026 melding_ontvangen", "di 14-4-2026 aanvraag_ontvangen"]
GESTELD: list[Regel] = [*TE_LAAT, "wo 29-4-2026 ingebrekestelling_ontvangen"]
BESLUIT: list[Regel] = [*TE_LAAT, "ma 20-4-2026 besluit_bekendgemaakt"]
BESLIST: list[Regel] = [*BESLUIT, "di 12-5-2026 bezwaar_ontvangen", "ma 15-6-2026 beslissing_op_bezwaar_bekendgemaakt"]

# stap, feiten, op welke dag, mag het, wat de uitleg zegt
STAPPEN: list[tuple[str, list[Regel], str, bool, str]] = [
    ("aanvraag_ontvangen", TE_LAAT[:1], "ma 13-4-2026", False, "na 13 april 2026"),
    ("aanvraag_ontvangen", TE_LAAT[:1], "di 14-4-2026", True, ""),
    ("aanvraag_ontvangen", [*TE_LAAT[:1], "di 24-3-2026 verslag_verstuurd"], "di 24-3-2026", True, ""),
    ("melding_ontvangen", TE_LAAT, "wo 15-4-2026", False, "maar één keer"),
    ("ingebrekestelling_ontvangen", TE_LAAT, "di 28-4-2026", False, "nog op tijd"),
    ("ingebrekestelling_ontvangen", TE_LAAT, "wo 29-4-2026", True, ""),
    ("ingebrekestelling_ontvangen", GESTELD, "do 30-4-2026", False, "29 april 2026. Een tweede telt niet"),
    ("ingebrekestelling_ontvangen", BESLUIT, "do 30-4-2026", False, "geen besluit te laat"),
    ("bezwaar_ontvangen", TE_LAAT[:1], "di 24-3-2026", False, "nog geen besluit"),
    ("bezwaar_ontvangen", TE_LAAT, "wo 29-4-2026", False, "Dan kan geen bezwaar, wel een ingebrekestelling"),
    ("bezwaar_ontvangen", BESLUIT, "di 21-4-2026", True, ""),
    ("beroep_ingesteld", TE_LAAT, "wo 29-4-2026", False, "twee weken na een ingebrekestelling"),
    ("beroep_ingesteld", GESTELD, "wo 13-5-2026", False, "vanaf 14 mei 2026"),
    ("beroep_ingesteld", GESTELD, "do 14-5-2026", True, ""),
    (
        "beroep_ingesteld",
        [*GESTELD, "vr 15-5-2026 besluit_bekendgemaakt"],
        "ma 18-5-2026",
        False,
        "na de beslissing op bezwaar",
    ),
    ("beroep_ingesteld", BESLIST, "di 16-6-2026", True, ""),
    ("hoger_beroep_ingesteld", BESLIST, "di 16-6-2026", False, "nog geen uitspraak"),
    ("besluit_bekendgemaakt", TE_LAAT[:1], "di 14-4-2026", False, "geen aanvraag"),
    ("besluit_bekendgemaakt", TE_LAAT, "di 14-4-2026", True, ""),
    ("gesprek_gevoerd", [*TE_LAAT, "wo 15-4-2026 dossier_vernietigd"], "do 16-4-2026", False, "vernietigd"),
    ("inzage_gevraagd", TE_LAAT[:1], "di 3-3-2026", True, ""),
]


@pytest.mark.parametrize("stap", STAPPEN, ids=lambda s: f"{s[0]} op {s[2]}")
def test_of_een_stap_nu_kan_en_waarom(stap: tuple[str, list[Regel], str, bool, str]) -> None:
    soort, feiten, op, mag, zegt = stap
    (gevonden,) = [s for s in oordeel_over(feiten, op).stappen if s.soort == soort]
    assert gevonden.mag is mag, gevonden.waarom
    assert zegt in gevonden.waarom


FASEN: list[tuple[list[Regel], str]] = [
    ([], "melding"),
    (["di 17-3-2026 onderzoeksvorm_gekozen"], "onderzoek"),
    (["di 17-3-2026 gesprek_gevoerd"], "onderzoek"),
    (["di 17-3-2026 gesprek_gevoerd", "di 24-3-2026 verslag_verstuurd"], "verslag"),
    (["di 10-3-2026 aanvraag_ontvangen"], "melding"),
    (["di 14-4-2026 aanvraag_ontvangen"], "aanvraag"),
    (["di 14-4-2026 aanvraag_ontvangen", "ma 20-4-2026 besluit_bekendgemaakt"], "besluit"),
    (
        ["di 14-4-2026 aanvraag_ontvangen", "ma 20-4-2026 besluit_bekendgemaakt", "ma 4-5-2026 voorziening_gestart"],
        "vervolg",
    ),
    (
        ["di 14-4-2026 aanvraag_ontvangen", "ma 20-4-2026 besluit_bekendgemaakt", "di 12-5-2026 bezwaar_ontvangen"],
        "rechtsbescherming",
    ),
    (
        [
            "di 14-4-2026 aanvraag_ontvangen",
            "ma 20-4-2026 besluit_bekendgemaakt",
            "di 12-5-2026 bezwaar_ontvangen",
            "wo 13-5-2026 bezwaar_ingetrokken",
        ],
        "besluit",
    ),
    (["di 14-4-2026 aanvraag_ontvangen", "ma 20-4-2026 aanvraag_ingetrokken"], "afgesloten"),
    (["di 10-3-2026 melding_ingetrokken"], "afgesloten"),
    (["di 10-3-2026 onderzoek_afgesloten"], "afgesloten"),
]


@pytest.mark.parametrize(("feiten", "fase"), FASEN)
def test_de_fase_volgt_uit_de_feiten(feiten: list[Regel], fase: str) -> None:
    assert oordeel_over(["ma 2-3-2026 melding_ontvangen", *feiten], "ma 1-6-2026").fase.value == fase


def test_de_rode_draad_zegt_waar_een_behoefte_van_tafel_viel() -> None:
    feiten: list[Regel] = [
        {"ma 2-3-2026 melding_ontvangen": {"behoeften": [{"id": "b1", "vraag": "traplopen"}, "b2", "b3"]}},
        {
            "di 24-3-2026 verslag_verstuurd": {
                "behoeften": [{"id": "b1", "soort_oplossing": "maatwerk"}, {"id": "b3", "soort_oplossing": "netwerk"}]
            }
        },
        {"di 14-4-2026 aanvraag_ontvangen": {"behoeften": ["b1", "b3"]}},
        {"ma 20-4-2026 besluit_bekendgemaakt": {"behoeften": [{"id": "b1", "uitkomst": "toegekend"}]}},
    ]
    draden = {d["id"]: d for d in oordeel_over(feiten, "di 21-4-2026").als_dict()["behoeften"]}
    assert {id: d["gevallen_tussen"] for id, d in draden.items()} == {"b1": None, "b2": "verslag", "b3": "besluit"}
    assert [k["stap"] for k in draden["b1"]["draad"]] == ["melding", "verslag", "aanvraag", "besluit"]
    assert (draden["b1"]["open"], draden["b2"]["open"], draden["b1"]["vraag"]) == (False, True, "traplopen")


INGEBREKE: list[Regel] = [
    "ma 2-3-2026 melding_ontvangen", "di 24-3-2026 verslag_verstuurd", "di 14-4-2026 aanvraag_ontvangen",
    "ma 4-5-2026 ingebrekestelling_ontvangen",
]  # fmt: skip


@pytest.mark.parametrize(
    ("feiten", "op", "mag"),
    [
        (INGEBREKE[:3], "ma 4-5-2026", False),
        (INGEBREKE, "ma 11-5-2026", False),
        (INGEBREKE, "ma 25-5-2026", False),
        ([*INGEBREKE, "di 12-5-2026 besluit_bekendgemaakt"], "wo 13-5-2026", False),
        ([*INGEBREKE, "wo 27-5-2026 besluit_bekendgemaakt"], "wo 27-5-2026", True),
        (INGEBREKE, "ma 3-8-2026", True),
    ],
)
def test_de_dwangsom_wordt_vastgesteld_als_hij_voorbij_is(feiten: list[Regel], op: str, mag: bool) -> None:
    """Awb 4:18: within two weeks after the last day; before that there is no amount yet."""
    stand = next(s for s in oordeel_over(feiten, op).stappen if s.soort == "dwangsombesluit_bekendgemaakt")
    assert stand.mag is mag, stand.waarom
    if len(feiten) == 4 and not mag:
        assert "vanaf" in stand.waarom
