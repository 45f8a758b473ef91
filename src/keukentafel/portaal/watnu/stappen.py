"""Which questions there are, which of them matter for a dossier, and in which order they come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from keukentafel.dossier.woorden import Woord
from keukentafel.portaal.watnu.model import Plek, Stap, lees_inhoud, lees_plek, lees_stap, tekst

if TYPE_CHECKING:
    from keukentafel.portaal.watnu.dossier import Dossier

_BEGIN = lees_inhoud("begin")
STAPPEN: Final[tuple[Stap, ...]] = tuple(
    lees_stap(rauw) for naam in ("vragen-1", "vragen-2") for rauw in lees_inhoud(naam)["stap"]
)
STAP: Final[dict[str, Stap]] = {stap.naam: stap for stap in STAPPEN}
PLEKKEN: Final[tuple[Plek, ...]] = tuple(lees_plek(rauw) for rauw in _BEGIN["plek"])
PLEK: Final[dict[str, Plek]] = {plek.naam: plek for plek in PLEKKEN}
DELEN: Final[dict[str, Woord]] = {rauw["naam"]: tekst(rauw["tekst"]) for rauw in _BEGIN["deel"]}
ALLES: Final = "alles"


def aan_de_orde(stap: Stap, dossier: Dossier) -> bool:
    """Does this question make sense, given what is already known?"""
    if stap.als and not dossier.heeft(*stap.als):
        return False
    if stap.als_behoeften and not dossier.behoeften:
        return False
    return not stap.als_spoed or any(feit.get("spoed") is True for feit in dossier.van("melding_ontvangen"))


def route(dossier: Dossier) -> list[Stap]:
    """The questions of the chosen place that make sense now, in order."""
    plek = PLEK.get(dossier.plek, PLEK[ALLES])
    stappen = [STAP[naam] for naam in plek.route] if plek.route else list(STAPPEN)
    return [stap for stap in stappen if aan_de_orde(stap, dossier)]


def _namen(dossier: Dossier) -> list[str]:
    return [stap.naam for stap in route(dossier)]


def volgende(stap: Stap, dossier: Dossier) -> Stap | None:
    """The question after this one; None: that was the last, or it was asked by itself."""
    plek = PLEK.get(dossier.plek, PLEK[ALLES])
    orde = plek.route or tuple(STAP)
    if stap.naam not in orde:
        return None
    later = set(orde[orde.index(stap.naam) + 1 :])
    return next((s for s in route(dossier) if s.naam in later), None)


def vorige(stap: Stap, dossier: Dossier) -> Stap | None:
    """The question before this one; None: the opening question."""
    namen = _namen(dossier)
    if stap.naam not in namen or namen.index(stap.naam) == 0:
        return None
    return STAP[namen[namen.index(stap.naam) - 1]]


def plaats(stap: Stap, dossier: Dossier) -> tuple[int, int] | None:
    """Which question this is of how many (the total changes with the answers); None outside the route."""
    namen = _namen(dossier)
    return (namen.index(stap.naam) + 1, len(namen) + _nog_verwacht(dossier)) if stap.naam in namen else None


def _nog_verwacht(dossier: Dossier) -> int:
    """How many questions of a short route come up once an open question on it is answered with yes."""
    plek = PLEK.get(dossier.plek, PLEK[ALLES])
    stappen = [STAP[naam] for naam in plek.route]
    open_ = [stap for stap in stappen if aan_de_orde(stap, dossier) and stap.naam not in dossier.antwoorden]
    straks = {soort for stap in open_ for soort in stap.soorten}
    return sum(1 for stap in stappen if not aan_de_orde(stap, dossier) and straks.intersection(stap.als))
