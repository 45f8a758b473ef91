"""What may happen next, by whom, and if not, why not: every kind of fact, as it stands today."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from keukentafel.procedure.feit import Feitsoort
from keukentafel.procedure.register import CORRECTIE, FEITSOORTEN, STAPPEN
from keukentafel.procedure.stap import Stap, Stapstand
from keukentafel.procedure.volgorde import ALLEEN_GEMEENTE, weigering
from keukentafel.procedure.zaak import Zaak


def _gewoon(soort: Feitsoort) -> Stapstand:
    """The step as it stands when nothing is against it."""
    woorden = STAPPEN.get(soort.soort)
    waarom = "De gemeente kan dit nu vastleggen." if soort.soort in ALLEEN_GEMEENTE else "Dit kan altijd."
    return Stapstand(soort.soort, soort.door[0].value, True, woorden.waarom if woorden is not None else waarom)


_SOORTEN: Final = tuple(soort for naam, soort in FEITSOORTEN.items() if naam != CORRECTIE.soort)


@lru_cache(maxsize=4096)
def _naar_volgorde(soorten: frozenset[str]) -> tuple[tuple[Stapstand, Stap | None], ...]:
    """Every step as far as the kinds on file decide it; with it, what else may be against it."""
    uit: list[tuple[Stapstand, Stap | None]] = []
    for soort in _SOORTEN:
        stand = _gewoon(soort)
        reden = weigering(soort, lambda gevraagd: not soorten.isdisjoint(gevraagd))
        if reden is not None:
            uit.append((_niet(stand, f"Kan nu niet: {reden}."), None))
        else:
            uit.append((stand, STAPPEN.get(soort.soort)))
    return tuple(uit)


def stappen(zaak: Zaak) -> list[Stapstand]:
    """Every step with its verdict; refused by the order of the procedure, or without use yet."""
    return [
        stand if woorden is None or woorden.nog_niet is None else _stap(stand, woorden.nog_niet(zaak))
        for stand, woorden in _naar_volgorde(zaak.soorten)
    ]


def _stap(stand: Stapstand, nog_niet: str | None) -> Stapstand:
    return stand if nog_niet is None else _niet(stand, nog_niet)


def _niet(stand: Stapstand, waarom: str) -> Stapstand:
    return Stapstand(stand.soort, stand.door, False, waarom)
