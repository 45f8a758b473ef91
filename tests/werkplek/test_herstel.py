"""What the page says to do about a missed safeguard does mend it."""

from __future__ import annotations

import pytest

from keukentafel.procedure.register import WAARBORG
from keukentafel.werkplek import herstel
from tests.procedure.casussen import Regel, oordeel_over, waarborg

BEGIN = "ma 2-3-2026 melding_ontvangen"
PLAN = "wo 4-3-2026 persoonlijk_plan_aangeboden"
IN_BRIEF: Regel = {"wo 4-3-2026 uitnodiging_verstuurd": {"onderdelen": ["persoonlijk_plan"]}}

# feiten, wat M5 herstelt
M5: list[tuple[list[Regel], tuple[str, ...]]] = [
    (["di 17-3-2026 gesprek_gevoerd"], ("persoonlijk_plan_aangeboden",)),
    (["vr 6-3-2026 gesprek_gevoerd"], ("persoonlijk_plan_aangeboden",)),
    ([PLAN, "vr 6-3-2026 gesprek_gevoerd"], ()),
    ([IN_BRIEF, "vr 6-3-2026 gesprek_gevoerd"], ()),
    (["di 10-3-2026 persoonlijk_plan_aangeboden"], ()),
]


@pytest.mark.parametrize(("feiten", "stappen"), M5)
def test_wat_al_gedaan_is_heet_geen_herstel(feiten: list[Regel], stappen: tuple[str, ...]) -> None:
    oordeel = waarborg(oordeel_over([BEGIN, *feiten], "wo 18-3-2026"), "M5")
    assert oordeel.oordeel.value == "geschonden"
    assert herstel.voor(WAARBORG["M5"], oordeel) == stappen
    assert stappen or "alsnog" in oordeel.uitleg


def test_minder_hulp_zonder_onderzoek_wijst_naar_een_heronderzoek() -> None:
    assert "heronderzoek_gestart" in herstel.soorten(WAARBORG["W1"])
