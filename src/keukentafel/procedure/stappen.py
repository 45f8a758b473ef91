"""What may happen next, by whom, and if not, why not: every kind of fact, as it stands today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from keukentafel.procedure.feit import Feitsoort
from keukentafel.procedure.register import CORRECTIE, FEITSOORTEN, STAPPEN
from keukentafel.procedure.stap import Stap, Stapstand
from keukentafel.procedure.volgorde import ALLEEN_GEMEENTE, BEGIN, VERNIETIGD, weigering
from keukentafel.procedure.zaak import Zaak


@dataclass(frozen=True, slots=True)
class _Plan:
    """A kind with what can be said of it beforehand. `zonder_meer`: allowed in every case that runs."""

    soort: Feitsoort
    woorden: Stap | None
    weigerbaar: bool
    zonder_meer: bool
    stand: Stapstand


def _plan(soort: Feitsoort) -> _Plan:
    gemeente, woorden = soort.soort in ALLEEN_GEMEENTE, STAPPEN.get(soort.soort)
    waarom = "De gemeente kan dit nu vastleggen." if gemeente else "Dit kan altijd."
    stand = Stapstand(soort.soort, soort.door[0].value, True, woorden.waarom if woorden is not None else waarom)
    zonder_meer = not soort.eenmalig and not soort.na and (woorden is None or woorden.nog_niet is None)
    return _Plan(soort, woorden, gemeente or soort.eenmalig, zonder_meer, stand)


_PLANNEN: Final = tuple(_plan(soort) for naam, soort in FEITSOORTEN.items() if naam != CORRECTIE.soort)


def stappen(zaak: Zaak) -> list[Stapstand]:
    """Every step with its verdict; refused by the order of the procedure, or without use yet."""
    loopt = zaak.heeft_een(BEGIN) and not zaak.heeft_een(VERNIETIGD)
    return [plan.stand if loopt and plan.zonder_meer else _stap(plan, zaak) for plan in _PLANNEN]


def _stap(plan: _Plan, zaak: Zaak) -> Stapstand:
    stand, woorden = plan.stand, plan.woorden
    if plan.weigerbaar:
        reden = weigering(plan.soort, zaak.heeft_een, zaak.heeft_een)
        if reden is not None:
            return Stapstand(stand.soort, stand.door, False, f"Kan nu niet: {reden}.")
    if woorden is not None and woorden.nog_niet is not None:
        nog_niet = woorden.nog_niet(zaak)
        if nog_niet is not None:
            return Stapstand(stand.soort, stand.door, False, nog_niet)
    return stand
