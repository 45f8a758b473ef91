"""What holds now of the help that was granted: the decision, with every change and withdrawal after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

BESLUIT: Final = "besluit_bekendgemaakt"
INGETROKKEN: Final = "besluit_ingetrokken"
SOORTEN: Final = (BESLUIT, "besluit_gewijzigd", INGETROKKEN)


def geldende_hulp(feiten: Iterable[tuple[str, Mapping[str, Any]]]) -> dict[str, Mapping[str, Any]]:
    """What was decided last on each need, by its id, as a list of (kind, fields) in their order tells it.

    A withdrawal that names needs ends those; one that names none ends all.
    """
    uit: dict[str, Mapping[str, Any]] = {}
    for soort, velden in feiten:
        if soort not in SOORTEN:
            continue
        regels = {str(r["id"]): r for r in velden.get("behoeften") or () if isinstance(r, Mapping)}
        if soort == INGETROKKEN:
            uit = {naam: regel for naam, regel in uit.items() if regels and naam not in regels}
        else:
            uit |= regels
    return uit


def toegekend(regel: Mapping[str, Any]) -> bool:
    """Was this need granted?"""
    return regel.get("uitkomst") == "toegekend"
