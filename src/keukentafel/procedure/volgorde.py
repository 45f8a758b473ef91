"""What is out of order: acts of the municipality that the procedure does not allow at that point, and doubles.

What a resident, carer or supporter sends is never refused; it is recorded, judged and explained.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from keukentafel.procedure.feit import GEMEENTE, Feit, Feitsoort, Rol, titel_van
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
    eerste_dag = _eerste_dagen(geldend)
    gezien: set[str] = set()
    uit: list[tuple[Feit, str]] = []
    for feit in geldend:
        soort = FEITSOORTEN[feit.soort]
        reden = _uitgesloten(soort, lambda gevraagd: not gezien.isdisjoint(gevraagd))
        if reden is None:
            reden = _ontbreekt(soort, _op_of_voor(eerste_dag, feit.dag))
            if reden is not None and feit.dag is not None:
                reden = f"{reden} (op of vóór {dag_voluit(feit.dag)})"
        if reden is not None:
            uit.append((feit, reden))
        if feit.soort not in VERNIETIGD or feit.dag is not None:  # on an unknown day it comes after everything
            gezien.add(feit.soort)
    return uit


def weigering(soort: Feitsoort, aanwezig: Aanwezig) -> str | None:
    """Why a fact of this kind is refused after those that are on file, or None."""
    return _uitgesloten(soort, aanwezig) or _ontbreekt(soort, aanwezig) or _zonder_aanleiding(soort, aanwezig)


def eerst_nodig(nieuw: Feit, feiten: Sequence[Feit]) -> tuple[str, ...]:
    """The kinds of which one must be on file before this fact is recorded, beside these; empty when it may.

    What a resident does, or did by the word of the fact itself (`door: inwoner`), is never refused.
    """
    soort = FEITSOORTEN[nieuw.soort]
    if soort.soort not in ALLEEN_GEMEENTE and nieuw.velden.get("door") != GEMEENTE:
        return ()
    nodig = soort.na or soort.slaat_op
    dagen = _eerste_dagen(pas_correcties_toe(feiten)) if nodig else {}
    return () if not nodig or _op_of_voor(dagen, nieuw.dag)(nodig) else nodig


def _uitgesloten(soort: Feitsoort, eerder: Aanwezig) -> str | None:
    if soort.eenmalig and eerder((soort.soort,)):
        return f"{soort.titel} kan maar één keer in een zaak; begin voor een nieuwe melding een nieuwe zaak"
    if soort.soort in ALLEEN_GEMEENTE and soort.soort not in NA_VERNIETIGING and eerder(VERNIETIGD):
        return "het dossier is vernietigd; daarna kan alleen nog een betaling, een correctie of een vernietiging"
    return None


def _ontbreekt(soort: Feitsoort, aanwezig: Aanwezig) -> str | None:
    if soort.soort not in ALLEEN_GEMEENTE:
        return None
    if soort.na and not aanwezig(soort.na):
        return _eerst(soort, soort.na)
    if soort.soort != CORRECTIE and not aanwezig(BEGIN):
        return "er is nog geen melding en geen aanvraag; leg die eerst vast"
    return None


def _zonder_aanleiding(soort: Feitsoort, aanwezig: Aanwezig) -> str | None:
    ontbreekt = soort.soort in ALLEEN_GEMEENTE and soort.slaat_op and not aanwezig(soort.slaat_op)
    return _eerst(soort, soort.slaat_op) if ontbreekt else None


def _eerst(soort: Feitsoort, nodig: Sequence[str]) -> str:
    return f"{soort.waarom_na}; leg eerst vast: {' of '.join(titel_van(naam) for naam in nodig)}"


def _eerste_dagen(feiten: Sequence[Feit]) -> dict[str, int]:
    """The first day of every kind; an unknown day satisfies the order."""
    uit: dict[str, int] = {}
    for feit in feiten:
        uit[feit.soort] = min(feit.dag or 0, uit.get(feit.soort, date.max.toordinal()))
    return uit


def _op_of_voor(eerste_dag: Mapping[str, int], dag: int | None) -> Aanwezig:
    grens = date.max.toordinal() if dag is None else dag
    return lambda gevraagd: any(eerste_dag.get(soort, grens + 1) <= grens for soort in gevraagd)
