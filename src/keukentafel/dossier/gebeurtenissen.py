"""What is logged for safety: one line an event, `NAME key=value ...`, in the logger `keukentafel.beveiliging`.

Of people and cases only numbers are in it, never a name, an address or what somebody wrote: enough to reconstruct what
happened, too little to know who it was. docs/beveiliging.md names every event.
"""

from __future__ import annotations

import logging
import re
from enum import StrEnum
from typing import Final

log: Final = logging.getLogger("keukentafel.beveiliging")
_VREEMD: Final = re.compile(r"[^\w:.@/+-]+")


class Gebeurtenis(StrEnum):
    """Something that who guards the site wants to know."""

    INGELOGD = "ingelogd"
    OPNIEUW_BEWEZEN = "opnieuw bewezen"
    INLOGGEN_MISLUKT = "inloggen mislukt"
    UITGELOGD = "uitgelogd"
    SESSIES_BEEINDIGD = "sessies beëindigd"
    GEWEIGERD = "geweigerd"
    TE_VAAK = "te vaak"
    ROL_GEGEVEN = "rol gegeven"
    ROL_BEEINDIGD = "rol beëindigd"
    UITGENODIGD = "uitgenodigd"
    UITNODIGING_BEANTWOORD = "uitnodiging beantwoord"
    UITNODIGING_INGETROKKEN = "uitnodiging ingetrokken"
    UITNODIGING_GEWEIGERD = "uitnodiging geweigerd"
    VERTEGENWOORDIGER_BEVESTIGD = "vertegenwoordiger bevestigd"
    SLEUTEL_GEMAAKT = "sleutel gemaakt"
    SLEUTEL_OPGEHAALD = "sleutel opgehaald"
    SLEUTEL_GEBRUIKT = "sleutel gebruikt"
    SLEUTEL_GEWEIGERD = "sleutel geweigerd"
    SLEUTEL_BEEINDIGD = "sleutel beëindigd"
    INSTELLING_GEWIJZIGD = "instelling gewijzigd"


ERNSTIG: Final = frozenset({
    Gebeurtenis.INLOGGEN_MISLUKT, Gebeurtenis.GEWEIGERD, Gebeurtenis.TE_VAAK, Gebeurtenis.SLEUTEL_GEWEIGERD,
    Gebeurtenis.UITNODIGING_GEWEIGERD,
})  # fmt: skip
"""Logged as a warning; the rest as information."""


def meld(wat: Gebeurtenis, **gegevens: object) -> None:
    """Log an event with what belongs to it: numbers and words of our own. No value can break out of its place."""
    paren = [f"{naam}={_VREEMD.sub('_', str(waarde))[:100]}" for naam, waarde in gegevens.items()]
    log.log(logging.WARNING if wat in ERNSTIG else logging.INFO, "%s", " ".join([wat.name, *paren]))
