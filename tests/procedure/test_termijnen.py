"""Every term as a table of dates with their weekday: start, length, what moves it, and how it ends."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from keukentafel.procedure.register import TERMIJN
from tests.procedure.casussen import Regel, oordeel_over, stand, standen, toon
from tests.wet.datums import dag

MELDING = "ma 2-3-2026 melding_ontvangen"
AANVRAAG: list[Regel] = [MELDING, "di 24-3-2026 verslag_verstuurd", "di 14-4-2026 aanvraag_ontvangen"]
BESLUIT: list[Regel] = [*AANVRAAG, "ma 20-4-2026 besluit_bekendgemaakt"]
BEZWAAR: list[Regel] = [*BESLUIT, {"di 12-5-2026 bezwaar_ontvangen": {"commissie": False}}]
TE_LAAT: list[Regel] = [*AANVRAAG, "wo 29-4-2026 ingebrekestelling_ontvangen"]
BEROEP: list[Regel] = [*TE_LAAT, "do 14-5-2026 beroep_ingesteld"]

# termijn, feiten, zonder verschuiving, uiterlijk, wat het haalt (op tijd)
TERMIJNEN: list[tuple[str, list[Regel], str, str, str]] = [
    ("persoonlijk_plan", [MELDING], "ma 9-3-2026", "ma 9-3-2026", "persoonlijk_plan_ontvangen"),
    (
        "persoonlijk_plan",
        ["zo 29-3-2026 melding_ontvangen"],
        "zo 5-4-2026",
        "di 7-4-2026",
        "persoonlijk_plan_ontvangen",
    ),
    ("uitnodiging", [MELDING], "ma 16-3-2026", "ma 16-3-2026", "uitnodiging_verstuurd"),
    ("uitnodiging", ["za 7-3-2026 melding_ontvangen"], "za 21-3-2026", "za 21-3-2026", "uitnodiging_verstuurd"),
    ("gesprek", ["ma 23-2-2026 melding_ontvangen"], "ma 6-4-2026", "ma 6-4-2026", "gesprek_gevoerd"),
    ("onderzoek", ["ma 23-2-2026 melding_ontvangen"], "ma 6-4-2026", "di 7-4-2026", "verslag_verstuurd"),
    ("onderzoek", ["vr 3-4-2026 melding_ontvangen"], "vr 15-5-2026", "ma 18-5-2026", "verslag_verstuurd"),
    ("verslag", [MELDING, "za 14-3-2026 gesprek_gevoerd"], "za 28-3-2026", "za 28-3-2026", "verslag_verstuurd"),
    ("bedenktijd", [MELDING, "za 14-3-2026 verslag_verstuurd"], "za 28-3-2026", "za 28-3-2026", "verslag_getekend"),
    ("beschikking", AANVRAAG, "di 28-4-2026", "di 28-4-2026", "besluit_bekendgemaakt"),
    (
        "beschikking",
        [MELDING, "di 10-3-2026 verslag_verstuurd", "ma 13-4-2026 aanvraag_ontvangen"],
        "ma 27-4-2026",
        "di 28-4-2026",
        "besluit_bekendgemaakt",
    ),
    (
        "aanvulling",
        [*AANVRAAG, {"do 16-4-2026 aanvulling_gevraagd": {"tot": "za 25-4-2026"}}],
        "za 25-4-2026",
        "za 25-4-2026",
        "aanvulling_ontvangen",
    ),
    ("respijt_ingebrekestelling", TE_LAAT, "wo 13-5-2026", "wo 13-5-2026", "besluit_bekendgemaakt"),
    (
        "respijt_ingebrekestelling",
        [*AANVRAAG, "do 30-4-2026 ingebrekestelling_ontvangen"],
        "do 14-5-2026",
        "do 14-5-2026",
        "besluit_bekendgemaakt",
    ),
    ("dwangsom", TE_LAAT, "wo 24-6-2026", "wo 24-6-2026", "besluit_bekendgemaakt"),
    (
        "dwangsom",
        [*AANVRAAG, "za 2-5-2026 ingebrekestelling_ontvangen"],
        "za 27-6-2026",
        "za 27-6-2026",
        "besluit_bekendgemaakt",
    ),
    (
        "dwangsombeschikking",
        [*TE_LAAT, "ma 18-5-2026 besluit_bekendgemaakt"],
        "zo 31-5-2026",
        "ma 1-6-2026",
        "dwangsombesluit_bekendgemaakt",
    ),
    (
        "dwangsombetaling",
        [*TE_LAAT, {"za 4-7-2026 dwangsombesluit_bekendgemaakt": {"bedrag": "1442.00"}}],
        "za 15-8-2026",
        "ma 17-8-2026",
        "dwangsom_betaald",
    ),
    ("bezwaar", BESLUIT, "ma 1-6-2026", "ma 1-6-2026", "bezwaar_ontvangen"),
    (
        "bezwaar",
        [*AANVRAAG, "ma 13-4-2026 aanvraag_ontvangen", "wo 15-4-2026 besluit_bekendgemaakt"],
        "wo 27-5-2026",
        "wo 27-5-2026",
        "bezwaar_ontvangen",
    ),
    ("bezwaar_per_post", BESLUIT, "ma 8-6-2026", "ma 8-6-2026", "bezwaar_ontvangen"),
    ("beslissing_op_bezwaar", BEZWAAR, "ma 13-7-2026", "ma 13-7-2026", "beslissing_op_bezwaar_bekendgemaakt"),
    (
        "beslissing_op_bezwaar",
        [*BESLUIT, {"di 12-5-2026 bezwaar_ontvangen": {"commissie": True}}],
        "ma 24-8-2026",
        "ma 24-8-2026",
        "beslissing_op_bezwaar_bekendgemaakt",
    ),
    (
        "beroep",
        [*BEZWAAR, "za 4-7-2026 beslissing_op_bezwaar_bekendgemaakt"],
        "za 15-8-2026",
        "ma 17-8-2026",
        "beroep_ingesteld",
    ),
    (
        "griffierecht",
        [*BEROEP, "za 16-5-2026 griffierecht_gevraagd"],
        "za 13-6-2026",
        "ma 15-6-2026",
        "griffierecht_betaald",
    ),
    (
        "nieuw_besluit_na_uitspraak",
        [*BEROEP, {"za 1-8-2026 uitspraak_rechtbank": {"uitkomst": "gegrond"}}],
        "za 15-8-2026",
        "ma 17-8-2026",
        "besluit_bekendgemaakt",
    ),
    (
        "hoger_beroep",
        [*BEROEP, {"za 1-8-2026 uitspraak_rechtbank": {"uitkomst": "ongegrond"}}],
        "za 12-9-2026",
        "ma 14-9-2026",
        "hoger_beroep_ingesteld",
    ),
    ("klacht", [MELDING, "za 7-3-2026 klacht_ontvangen"], "za 18-4-2026", "ma 20-4-2026", "klacht_afgedaan"),
    ("inzage", [MELDING, "vr 6-3-2026 inzage_gevraagd"], "ma 6-4-2026", "di 7-4-2026", "inzage_gegeven"),
    ("inzage", [MELDING, "di 31-3-2026 inzage_gevraagd"], "do 30-4-2026", "do 30-4-2026", "inzage_gegeven"),
    (
        "vernietiging",
        [MELDING, "vr 6-3-2026 vernietiging_gevraagd"],
        "za 6-6-2026",
        "ma 8-6-2026",
        "vernietiging_beantwoord",
    ),
    (
        "vernietiging",
        [MELDING, "zo 30-11-2025 vernietiging_gevraagd"],
        "za 28-2-2026",
        "ma 2-3-2026",
        "vernietiging_beantwoord",
    ),
]
RECHT = ("persoonlijk_plan", "bedenktijd", "bezwaar", "bezwaar_per_post", "beroep", "hoger_beroep")


def _kort(rij: tuple[str, Any, str, str, str]) -> str:
    return f"{rij[0]} {rij[3]}"


@pytest.mark.parametrize("rij", TERMIJNEN, ids=_kort)
def test_de_laatste_dag_en_hoe_het_staat(rij: tuple[str, list[Regel], str, str, str]) -> None:
    termijn, feiten, zonder, uiterlijk, act = rij
    loopt = stand(oordeel_over(feiten, uiterlijk), termijn)
    assert (toon(date.fromordinal(loopt.einddag.zonder or 1)), toon(loopt.uiterlijk)) == (zonder, uiterlijk)
    assert loopt.status.value == "loopt"
    morgen = toon(date.fromordinal(dag(uiterlijk).toordinal() + 1)) or ""
    over = stand(oordeel_over(feiten, morgen), termijn)
    assert over.status.value == ("vervallen" if termijn in RECHT else "overschreden")
    assert stand(oordeel_over([*feiten, f"{uiterlijk} {act}"], morgen), termijn).status.value == "gehaald"
    laat = stand(oordeel_over([*feiten, f"{morgen} {act}"], morgen), termijn)
    assert laat.status.value == "te_laat_gehaald"
    assert laat.uiterlijk == loopt.uiterlijk


def test_elke_termijn_met_een_laatste_dag_staat_in_een_tabel() -> None:
    elders = {"buiten_behandeling", "stukken_hoorzitting", "beroep_niet_tijdig", "klacht_niet_behandelen", "bewaren"}
    assert {rij[0] for rij in TERMIJNEN} | elders == set(TERMIJN)


VERDAGINGEN: list[tuple[str, bool | None, list[Regel], str, str]] = [
    (
        "zes weken erbij",
        False,
        [{"ma 13-7-2026 bezwaartermijn_verdaagd": {"weken": 6, "schriftelijk": True}}],
        "ma 24-8-2026",
        "gehouden",
    ),
    (
        "een dag te laat",
        False,
        [{"di 14-7-2026 bezwaartermijn_verdaagd": {"weken": 6, "schriftelijk": True}}],
        "ma 13-7-2026",
        "niet",
    ),
    (
        "acht weken wordt zes",
        False,
        [{"ma 6-7-2026 bezwaartermijn_verdaagd": {"weken": 8, "schriftelijk": True}}],
        "ma 24-8-2026",
        "gehouden",
    ),
    (
        "twee keer, samen hoogstens zes",
        False,
        [
            {"ma 6-7-2026 bezwaartermijn_verdaagd": {"weken": 4, "schriftelijk": True}},
            {"ma 3-8-2026 bezwaartermijn_verdaagd": {"weken": 4, "schriftelijk": True}},
        ],
        "ma 24-8-2026",
        "gehouden",
    ),
    (
        "niet op papier",
        False,
        [{"ma 6-7-2026 bezwaartermijn_verdaagd": {"weken": 6, "schriftelijk": False}}],
        "ma 13-7-2026",
        "niet",
    ),
    (
        "met commissie",
        True,
        [{"ma 24-8-2026 bezwaartermijn_verdaagd": {"weken": 6, "schriftelijk": True}}],
        "ma 5-10-2026",
        "gehouden",
    ),
    ("commissie niet bekend: de latere dag", None, [], "ma 24-8-2026", "niet"),
    (
        "gebrek hersteld na veertien dagen",
        False,
        [
            "ma 18-5-2026 verzuim_herstel_gevraagd",
            "ma 1-6-2026 verzuim_hersteld",
        ],
        "ma 27-7-2026",
        "niet",
    ),
]


@pytest.mark.parametrize("rij", VERDAGINGEN, ids=lambda rij: rij[0])
def test_beslissing_op_bezwaar(rij: tuple[str, bool | None, list[Regel], str, str]) -> None:
    _, commissie, feiten, uiterlijk, verlengd = rij
    velden = {} if commissie is None else {"commissie": commissie}
    b = oordeel_over([*BESLUIT, {"di 12-5-2026 bezwaar_ontvangen": velden}, *feiten], "di 1-9-2026")
    s = stand(b, "beslissing_op_bezwaar")
    assert toon(s.uiterlijk) == uiterlijk
    assert (s.einddag.verlengd_door is not None) is (verlengd == "gehouden")


@pytest.mark.parametrize(
    ("klacht", "erbij", "uiterlijk"),
    [
        ({}, [], "ma 13-4-2026"),
        ({"adviescommissie": True}, [], "ma 11-5-2026"),
        ({}, ["ma 13-4-2026 klacht_verdaagd"], "ma 11-5-2026"),
        ({"adviescommissie": True}, ["ma 11-5-2026 klacht_verdaagd"], "ma 8-6-2026"),
        ({}, ["di 14-4-2026 klacht_verdaagd"], "ma 13-4-2026"),
        ({}, ["ma 6-4-2026 klacht_verdaagd", "ma 4-5-2026 klacht_verdaagd"], "ma 11-5-2026"),
    ],
)
def test_klacht_zes_of_tien_weken_en_hoogstens_vier_erbij(
    klacht: dict[str, bool], erbij: list[Regel], uiterlijk: str
) -> None:
    b = oordeel_over([MELDING, {"ma 2-3-2026 klacht_ontvangen": klacht}, *erbij], "ma 1-6-2026")
    assert toon(stand(b, "klacht").uiterlijk) == uiterlijk


def test_stukken_voor_de_hoorzitting_tien_dagen_terug_en_niet_verschoven() -> None:
    feiten: list[Regel] = [*BEZWAAR, {"ma 18-5-2026 hoorzitting_gepland": {"op": "wo 10-6-2026"}}]
    s = stand(oordeel_over(feiten, "di 19-5-2026"), "stukken_hoorzitting")
    assert toon(s.uiterlijk) == "zo 31-5-2026"


def test_beroep_wegens_niet_beslissen_heeft_een_eerste_dag_en_geen_laatste() -> None:
    s = stand(oordeel_over(TE_LAAT, "do 14-5-2026"), "beroep_niet_tijdig")
    assert (toon(date.fromordinal(s.vanaf_nr or 1)), s.uiterlijk) == ("do 14-5-2026", None)


def test_elk_stuk_heeft_zijn_eigen_bewaartijd() -> None:
    rij = standen(oordeel_over([MELDING, "za 29-2-2020 klacht_ontvangen"], "ma 1-6-2026"), "bewaren")
    assert {toon(s.uiterlijk) for s in rij} == {"za 2-3-2041", "wo 28-2-2035"}


def test_niet_behandelen_binnen_vier_weken_na_de_gegeven_tijd() -> None:
    feiten: list[Regel] = [*AANVRAAG, {"do 16-4-2026 aanvulling_gevraagd": {"tot": "do 23-4-2026"}}]
    assert toon(stand(oordeel_over(feiten, "vr 24-4-2026"), "buiten_behandeling").uiterlijk) == "do 21-5-2026"
    assert not standen(oordeel_over(feiten, "do 23-4-2026"), "buiten_behandeling")
