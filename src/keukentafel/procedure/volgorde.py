"""What is out of order: acts of the municipality that the procedure does not allow at that point, and doubles.

What a resident, carer or supporter sends is never refused; it is recorded, judged and explained.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from keukentafel.procedure.feit import GEMEENTE, Feit, Feitsoort, Rol
from keukentafel.procedure.register import FEITSOORTEN
from keukentafel.procedure.taal import dag_voluit
from keukentafel.procedure.zaak import CORRECTIE, pas_correcties_toe

BEGIN = ("melding_ontvangen", "aanvraag_ontvangen")
VERNIETIGD = ("dossier_vernietigd",)
NA_VERNIETIGING = ("dwangsom_betaald", CORRECTIE, "dossier_vernietigd")
_BEWONERS = (Rol.INWONER, Rol.MANTELZORGER, Rol.CLIENTONDERSTEUNER)


def _alleen_gemeente(soort: Feitsoort) -> bool:
    return GEMEENTE in soort.door and not any(rol in soort.door for rol in _BEWONERS)


ALLEEN_GEMEENTE: Final = frozenset(naam for naam, soort in FEITSOORTEN.items() if _alleen_gemeente(soort))
"""Acts that only the municipality (or someone for it) does: only these can be out of order."""

Aanwezig = Callable[[tuple[str, ...]], bool]
"""Is one of these kinds on file, in time for the fact that is looked at?"""


def weigeringen(feiten: Sequence[Feit]) -> list[tuple[Feit, str]]:
    """Every fact that the procedure does not allow at its place, with the reason and what would be right."""
    geldend = pas_correcties_toe(feiten)
    uit: list[tuple[Feit, str]] = []
    for plaats, feit in enumerate(geldend):
        reden = weigering(FEITSOORTEN[feit.soort], _op_of_voor(feit, geldend), _in(geldend[:plaats]))
        if reden is not None:
            uit.append((feit, reden + ("" if feit.dag is None else f" (op of vóór {dag_voluit(feit.dag)})")))
    return uit


def weigering(soort: Feitsoort, aanwezig: Aanwezig, eerder: Aanwezig) -> str | None:
    """Why a fact of this kind is refused, or None.

    `aanwezig` looks at facts on or before its day, `eerder` at those before it in the order of the case.
    """
    if soort.eenmalig and eerder((soort.soort,)):
        return f"{soort.titel} kan maar één keer in een zaak; begin voor een nieuwe melding een nieuwe zaak"
    if soort.soort not in ALLEEN_GEMEENTE:
        return None
    if soort.soort not in NA_VERNIETIGING and eerder(VERNIETIGD):
        return "het dossier is vernietigd; daarna kan alleen nog een betaling, een correctie of een vernietiging"
    if soort.na and not aanwezig(soort.na):
        return f"{soort.waarom_na}; leg eerst vast: {' of '.join(soort.na)}"
    if soort.soort != CORRECTIE and not aanwezig(BEGIN):
        return "er is nog geen melding en geen aanvraag; leg die eerst vast"
    return None


def _in(feiten: Sequence[Feit]) -> Aanwezig:
    soorten = {f.soort for f in feiten}
    return lambda gevraagd: not soorten.isdisjoint(gevraagd)


def _op_of_voor(feit: Feit, feiten: Sequence[Feit]) -> Aanwezig:
    """Facts on or before the day of this one; an unknown day satisfies the order."""
    dag = feit.dag
    return _in([f for f in feiten if f is not feit and (dag is None or f.dag is None or f.dag <= dag)])
