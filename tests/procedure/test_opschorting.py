"""What stops the clock for the decision, and what gives it a later day (Awb 4:5, 4:14, 4:15)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from keukentafel.wet.instellingen import Instellingen
from tests.procedure.casussen import Regel, codes, oordeel_over, stand, toon

MELDING = "ma 2-3-2026 melding_ontvangen"
AANVRAAG: list[Regel] = [MELDING, "di 24-3-2026 verslag_verstuurd", "di 14-4-2026 aanvraag_ontvangen"]

# Awb 4:5, 4:15: from 14 April two weeks is 28 April; King's day (27 April) and Liberation day (5 May) are free.
OPSCHORTINGEN: list[tuple[str, list[Regel], str, str, str, str | None]] = [
    (
        "aangevuld na dertien dagen, als in de circulaire",
        ["wo 15-4-2026 aanvulling_gevraagd", "di 28-4-2026 aanvulling_ontvangen"],
        "ma 1-6-2026",
        "ma 11-5-2026",
        "ma 11-5-2026",
        None,
    ),
    (
        "een dag verschil van mening: plan de vroegste",
        ["wo 15-4-2026 aanvulling_gevraagd", "wo 22-4-2026 aanvulling_ontvangen"],
        "ma 1-6-2026",
        "di 5-5-2026",
        "wo 6-5-2026",
        "ma 4-5-2026",
    ),
    (
        "twee die elkaar overlappen tellen één keer",
        [
            "wo 15-4-2026 aanvulling_gevraagd",
            {"vr 17-4-2026 termijn_opgeschort": {"tot": "do 23-4-2026"}},
            "wo 22-4-2026 aanvulling_ontvangen",
        ],
        "ma 1-6-2026",
        "wo 6-5-2026",
        "wo 6-5-2026",
        None,
    ),
    (
        "twee na elkaar, elk een dag van mening",
        [
            "wo 15-4-2026 aanvulling_gevraagd",
            "vr 17-4-2026 aanvulling_ontvangen",
            "ma 20-4-2026 aanvulling_gevraagd",
            "wo 22-4-2026 aanvulling_ontvangen",
        ],
        "ma 1-6-2026",
        "za 2-5-2026",
        "ma 4-5-2026",
        "do 30-4-2026",
    ),
    (
        "niet aangevuld: tot de gegeven dag",
        [{"wo 15-4-2026 aanvulling_gevraagd": {"tot": "wo 29-4-2026"}}],
        "ma 1-6-2026",
        "di 12-5-2026",
        "di 12-5-2026",
        "ma 11-5-2026",
    ),
    (
        "te laat aangevuld: de gegeven dag blijft",
        [{"wo 15-4-2026 aanvulling_gevraagd": {"tot": "wo 29-4-2026"}}, "di 5-5-2026 aanvulling_ontvangen"],
        "ma 1-6-2026",
        "di 12-5-2026",
        "di 12-5-2026",
        "ma 11-5-2026",
    ),
    (
        "na de laatste dag gevraagd: te laat",
        ["wo 29-4-2026 aanvulling_gevraagd"],
        "ma 1-6-2026",
        "di 28-4-2026",
        "di 28-4-2026",
        None,
    ),
]


@pytest.mark.parametrize("rij", OPSCHORTINGEN, ids=lambda rij: rij[0])
def test_een_opschorting_schuift_op(rij: tuple[str, list[Regel], str, str, str, str | None]) -> None:
    _, feiten, op, zonder, uiterlijk, plan = rij
    b = oordeel_over([*AANVRAAG, *feiten], op)
    s = stand(b, "beschikking")
    plan_op = None if s.einddag.plan_op is None else toon(date.fromordinal(s.einddag.plan_op))
    assert (toon(date.fromordinal(s.einddag.zonder or 1)), toon(s.uiterlijk), plan_op) == (zonder, uiterlijk, plan)
    assert ("opschorting_telling" in codes(b)) is bool(s.einddag.tussentijden)


def test_letterlijk_geteld_is_het_een_dag_minder() -> None:
    feiten = [*AANVRAAG, "wo 15-4-2026 aanvulling_gevraagd", "wo 22-4-2026 aanvulling_ontvangen"]
    s = stand(oordeel_over(feiten, "ma 1-6-2026", Instellingen(opschorting_telling="letterlijk")), "beschikking")
    assert toon(s.uiterlijk) == "ma 4-5-2026"


def test_zolang_er_niets_komt_staat_de_klok_stil() -> None:
    for op in ("do 16-4-2026", "ma 1-6-2026"):
        s = stand(oordeel_over([*AANVRAAG, "wo 15-4-2026 aanvulling_gevraagd"], op), "beschikking")
        assert s.status.value == "opgeschort"


def test_instemming_op_papier_geeft_de_afgesproken_dag_zelf() -> None:
    """Also a Saturday: what was agreed is not moved, and leaves no dispute about an earlier suspension."""
    ja = {"tot": "za 23-5-2026", "schriftelijk": True, "instemming": True}
    feiten: list[Regel] = [
        *AANVRAAG,
        "wo 15-4-2026 aanvulling_gevraagd",
        "wo 22-4-2026 aanvulling_ontvangen",
        {"ma 4-5-2026 beslistermijn_verlengd": ja},
    ]
    s = stand(oordeel_over(feiten, "za 23-5-2026"), "beschikking")
    assert (toon(s.uiterlijk), s.einddag.plan_op) == ("za 23-5-2026", None)


@pytest.mark.parametrize(
    ("bericht", "uiterlijk"),
    [
        ({"tot": "ma 18-5-2026", "schriftelijk": True, "instemming": False}, "di 28-4-2026"),
        ({"tot": "ma 18-5-2026", "schriftelijk": False, "instemming": True}, "di 28-4-2026"),
        ({"schriftelijk": True, "instemming": True}, "di 28-4-2026"),
        ({"tot": "ma 20-4-2026", "schriftelijk": True, "instemming": True}, "di 28-4-2026"),
    ],
)
def test_een_bericht_alleen_schuift_niets_op(bericht: dict[str, Any], uiterlijk: str) -> None:
    b = oordeel_over([*AANVRAAG, {"vr 24-4-2026 beslistermijn_verlengd": bericht}], "wo 29-4-2026")
    assert toon(stand(b, "beschikking").uiterlijk) == uiterlijk


def test_een_bericht_schuift_wel_op_waar_de_gemeente_dat_zo_instelt() -> None:
    bericht = {
        "vr 24-4-2026 beslistermijn_verlengd": {"tot": "ma 18-5-2026", "schriftelijk": True, "instemming": False}
    }
    b = oordeel_over([*AANVRAAG, bericht], "wo 29-4-2026", Instellingen(kennisgeving_4_14_schort_op=True))
    assert toon(stand(b, "beschikking").uiterlijk) == "ma 18-5-2026"
