"""Putting right what was recorded wrongly: the fact itself stays, a later fact says what holds instead."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from keukentafel.dossier.models import Feit, Zaak
from keukentafel.dossier.rechten import ROLLEN
from keukentafel.dossier.toegang import NietToegestaan, Persoon, reikt
from keukentafel.procedure.zaak import CORRECTIE

VAN_DE_GEMEENTE: Final = frozenset({"consulent", "beslisser"})
"""Who recorded what the municipality may put right: what a resident or an expert said stays theirs."""

NIET_VAN_U: Final = "Dit feit kunt u niet rechtzetten: het is van de inwoner, of van iemand met een andere rol."


def rechtzettingen(rijen: Iterable[Feit]) -> dict[int, int]:
    """The corrections that stand: the number of a fact, and that of the last correction of it."""
    uit: dict[int, int] = {}
    for rij in _staande(rijen):
        uit[int(rij.velden["betreft"])] = rij.nr
    return uit


def zoals_het_nu_is(rijen: Iterable[Feit]) -> list[Feit]:
    """The facts as they hold after every correction, in their own order; what was struck out is gone.

    The corrected ones are copies: they cannot be saved.
    """
    alle = list(rijen)
    stand: dict[int, Feit | None] = {rij.nr: rij for rij in alle if rij.soort != CORRECTIE}
    for correctie in _staande(alle):
        nr = int(correctie.velden["betreft"])
        oud = stand.get(nr)
        if oud is not None:
            stand[nr] = _vervangen(oud, correctie.velden.get("vervangt_door"))
    return [rij for rij in stand.values() if rij is not None]


def toegestaan(wie: Persoon, zaak: Zaak, rijen: Sequence[Feit], nieuw: Mapping[str, Any]) -> None:
    """May this person make this correction? Only of a fact that one may record oneself, and that came from the
    municipality. A fact that is not there is left to the procedure, which says so. Raises `NietToegestaan`.
    """
    doel = next((rij for rij in rijen if str(rij.nr) == str(nieuw.get("betreft"))), None)
    if doel is None:
        return
    rollen = {m.rol for m in wie.mandaten if reikt(m, zaak)}
    vervanging = nieuw.get("vervangt_door")
    soort = vervanging.get("soort", doel.soort) if isinstance(vervanging, Mapping) else doel.soort
    if not mag(doel, rollen) or not any(soort in ROLLEN[rol].feiten for rol in rollen):
        raise NietToegestaan(NIET_VAN_U)


def mag(rij: Feit, rollen: Collection[str]) -> bool:
    """May someone with these roles put this fact right?"""
    mogen = [ROLLEN[rol].feiten for rol in rollen if CORRECTIE in ROLLEN[rol].feiten]
    return rij.rol in VAN_DE_GEMEENTE and rij.soort != CORRECTIE and any(rij.soort in feiten for feiten in mogen)


def _staande(rijen: Iterable[Feit]) -> list[Feit]:
    """The corrections in the order in which they count, without those that a later one took back."""
    correcties = sorted((r for r in rijen if r.soort == CORRECTIE), key=lambda r: (r.datum or date.min, r.nr))
    weg: set[int] = set()
    for rij in reversed(correcties):
        if rij.nr not in weg and rij.velden.get("vervangt_door") is None:
            weg.add(int(rij.velden["betreft"]))
    return [rij for rij in correcties if rij.nr not in weg]


def _vervangen(oud: Feit, door: Mapping[str, Any] | None) -> Feit | None:
    if door is None:
        return None
    inhoud = dict(door)
    geheel = "soort" in inhoud
    soort, datum = inhoud.pop("soort", oud.soort), inhoud.pop("datum", None)
    dag = oud.datum if datum is None else None if datum == "onbekend" else date.fromisoformat(str(datum)[:10])
    velden = inhoud if geheel else {**oud.velden, **inhoud}
    return Feit(
        zaak_id=oud.zaak_id, nr=oud.nr, soort=soort, datum=dag, velden=velden, door_id=oud.door_id, rol=oud.rol,
        deur=oud.deur, vastgelegd_op=oud.vastgelegd_op,
    )  # fmt: skip
