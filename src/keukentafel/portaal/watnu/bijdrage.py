"""The resident's own contribution, for who got custom support or may still get it."""

from __future__ import annotations

from typing import Any, Final

from keukentafel.dossier.geldend import BESLUIT, geldende_hulp, toegekend
from keukentafel.portaal.watnu.beeld import Beeld

TOEGEKEND: Final = ("toegekend", "deels_toegekend")


def bijdrage(b: Beeld) -> dict[str, Any] | None:
    """The most that is paid a month; `nog_niet` before a decision. None once nothing was granted (Wmo 2.1.4)."""
    bedrag = b.oordeel.get("bijdrage")
    if bedrag is None or not b.heeft(BESLUIT):
        return bedrag and {**bedrag, "nog_niet": True}
    hulp = geldende_hulp((str(feit["soort"]), feit) for feit in b.dossier.feiten).values()
    zonder_regels = not hulp and b.dossier.van(BESLUIT)[-1].get("uitkomst") in TOEGEKEND
    return dict(bedrag) if zonder_regels or any(map(toegekend, hulp)) else None
