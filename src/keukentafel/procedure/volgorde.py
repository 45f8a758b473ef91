"""What is out of order: acts of the municipality that the procedure does not allow at that point, and doubles.

What a resident, carer or supporter sends is never refused; it is recorded, judged and explained.
"""

from __future__ import annotations

from collections.abc import Sequence

from keukentafel.procedure.feit import GEMEENTE, Feit, Feitsoort, Rol
from keukentafel.procedure.register import FEITSOORTEN
from keukentafel.procedure.taal import dag_voluit
from keukentafel.procedure.zaak import CORRECTIE, pas_correcties_toe

BEGIN = ("melding_ontvangen", "aanvraag_ontvangen")
NA_VERNIETIGING = ("dwangsom_betaald", CORRECTIE, "dossier_vernietigd")
_BEWONERS = (Rol.INWONER, Rol.MANTELZORGER, Rol.CLIENTONDERSTEUNER)


def alleen_gemeente(soort: Feitsoort) -> bool:
    """Is this an act that only the municipality (or someone for it) does?"""
    return GEMEENTE in soort.door and not any(rol in soort.door for rol in _BEWONERS)


def weigeringen(feiten: Sequence[Feit]) -> list[tuple[Feit, str]]:
    """Every fact that the procedure does not allow at its place, with the reason and what would be right."""
    geldend = pas_correcties_toe(feiten)
    uit: list[tuple[Feit, str]] = []
    for plaats, feit in enumerate(geldend):
        reden = weigering(FEITSOORTEN[feit.soort], feit.dag, [f for f in geldend if f is not feit], geldend[:plaats])
        if reden is not None:
            uit.append((feit, reden))
    return uit


def weigering(soort: Feitsoort, dag: int | None, andere: Sequence[Feit], eerder: Sequence[Feit]) -> str | None:
    """Why a fact of this kind on this day is refused among these others, or None.

    `eerder`: those before it in the order of the case (for doubles the first one stands).
    """
    if soort.eenmalig and any(f.soort == soort.soort for f in eerder):
        return f"{soort.titel} kan maar één keer in een zaak; begin voor een nieuwe melding een nieuwe zaak"
    if not alleen_gemeente(soort):
        return None
    if soort.soort not in NA_VERNIETIGING and any(f.soort == "dossier_vernietigd" for f in eerder):
        return "het dossier is vernietigd; daarna kan alleen nog een betaling, een correctie of een vernietiging"
    if soort.na and not _op_of_voor(soort.na, dag, andere):
        return f"{soort.waarom_na}; leg eerst vast: {' of '.join(soort.na)}, op of vóór {dag_voluit(dag)}"
    if soort.soort != CORRECTIE and not _op_of_voor(BEGIN, dag, andere):
        return f"er is op of vóór {dag_voluit(dag)} geen melding en geen aanvraag; leg die eerst vast"
    return None


def _op_of_voor(soorten: tuple[str, ...], dag: int | None, feiten: Sequence[Feit]) -> bool:
    """Is one of these kinds on file on or before this day? An unknown day satisfies the order."""
    return any(f.soort in soorten and (dag is None or f.dag is None or f.dag <= dag) for f in feiten)
