"""What may happen next, by whom, and if not, why not: every kind of fact, as it stands today."""

from __future__ import annotations

from keukentafel.procedure.register import CORRECTIE, FEITSOORTEN, STAPPEN
from keukentafel.procedure.stap import Stapstand
from keukentafel.procedure.volgorde import alleen_gemeente, weigering
from keukentafel.procedure.zaak import Zaak

_ALTIJD = {
    soort.soort: Stapstand(
        soort.soort, soort.door[0].value, True,
        "De gemeente kan dit nu vastleggen." if alleen_gemeente(soort) else "Dit kan altijd.",
    )
    for soort in FEITSOORTEN.values()
}  # fmt: skip


def stappen(zaak: Zaak) -> list[Stapstand]:
    """Every step with its verdict; refused by the order of the procedure, or without use yet."""
    return [_stap(naam, zaak) for naam in FEITSOORTEN if naam != CORRECTIE.soort]


def _stap(naam: str, zaak: Zaak) -> Stapstand:
    soort, extra = FEITSOORTEN[naam], STAPPEN.get(naam)
    if alleen_gemeente(soort) or soort.eenmalig:
        reden = weigering(soort, zaak.vandaag, zaak.feiten, zaak.feiten)
        if reden is not None:
            return Stapstand(naam, soort.door[0].value, False, f"Kan nu niet: {reden}.")
    if extra is None:
        return _ALTIJD[naam]
    nog_niet = extra.nog_niet(zaak) if extra.nog_niet is not None else None
    return Stapstand(naam, soort.door[0].value, nog_niet is None, nog_niet or extra.waarom)
