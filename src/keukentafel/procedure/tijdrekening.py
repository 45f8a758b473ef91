"""The last day of a term: its length, what suspends it, what lengthens it, and what moves it.

Suspension and lengthening are facts; the date that follows explains itself (Awb 4:15, 6:6, 7:10).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from keukentafel.procedure.feit import Feit
from keukentafel.wet.artikel import Artikel
from keukentafel.wet.kalender import volgende_werkdag_nr
from keukentafel.wet.termijn import Duur, onder_atw, uiterste_dag_nr, weken, zonder_atw_nr

if TYPE_CHECKING:
    from keukentafel.procedure.termijn import Termijn
    from keukentafel.procedure.zaak import Zaak


@dataclass(frozen=True, slots=True)
class Opschorting:
    """Kinds that stop and restart the clock; `tot_veld`: a date on the first one at which it restarts by itself."""

    van: str
    tot: tuple[str, ...]
    tot_veld: str
    bron: Artikel


@dataclass(frozen=True, slots=True)
class Verlenging:
    """A kind that gives the term a later end.

    Either `tot_veld` holds the new last day itself (not moved), or `weken_veld` the weeks added, at most `hoogstens`.
    `voorwaarden`: fields that must be true; one that is absent leaves both ends possible.
    """

    door: str
    voorwaarden: tuple[str, ...]
    bron: Artikel
    tot_veld: str | None = None
    weken_veld: str | None = None
    hoogstens: int = 0


@dataclass(frozen=True, slots=True)
class Tussentijd:
    """A stretch in which the clock stood still: from the day after `van` up to and including `tot` (ordinals)."""

    van: int
    tot: int
    feit: Feit
    bron: Artikel
    open: bool


@dataclass(frozen=True, slots=True)
class Einddag:
    """The reckoned end of a term, as ordinals.

    `uiterlijk`: last day on which the act is in time (None: not known, or there is none). `zonder`: before the
    Algemene termijnenwet. `plan_op`: the earlier day to plan on where the law is disputed. `zeker`: until this day the
    act is in time whatever the missing fields say. `vanaf`: for a right without an end, its first day.
    """

    uiterlijk: int | None
    zonder: int | None
    plan_op: int | None = None
    zeker: int | None = None
    mist: tuple[str, ...] = ()
    vanaf: int | None = None
    opgeschort: bool = False
    tussentijden: tuple[Tussentijd, ...] = ()
    verlengd_door: Feit | None = None
    verlengd_bron: Artikel | None = None
    geschilpunten: tuple[str, ...] = ()
    duur: Duur | None = None


ONBEKENDE_DAG = Einddag(None, None)


def einddag(termijn: Termijn, dag: int | None, duur: Duur | None, zaak: Zaak) -> Einddag:
    """The end of a term that starts on `dag` (ordinal; None when the day is unknown)."""
    if dag is None:
        return ONBEKENDE_DAG
    atw = termijn.atw
    if duur is None:
        duur = termijn.duur
    if termijn.norm is not None:
        duur = zaak.normen.op(termijn.norm, date.fromordinal(dag)).duur
        atw = zaak.instellingen.norm_verschuiven
    assert duur is not None, termijn.id
    if not termijn.opschortingen and not termijn.verlengingen:
        zonder = zonder_atw_nr(dag, duur)
        return Einddag(uiterste_dag_nr(dag, duur) if atw else zonder, zonder, duur=duur)
    return _met_verschuiving(termijn, dag, duur, atw, zaak)


def _met_verschuiving(termijn: Termijn, dag: int, duur: Duur, atw: bool, zaak: Zaak) -> Einddag:
    zonder = zonder_atw_nr(dag, duur)
    laatste = uiterste_dag_nr(dag, duur) if atw else zonder
    tijden = tussentijden(termijn.opschortingen, dag, laatste, zaak)
    dagen = _samen(tijden)
    punten: tuple[str, ...] = ()
    plan = None
    if dagen:
        minder = dagen - len(tijden)
        punten = ("opschorting_telling",)
        kort = schuif_nr(zonder + minder, duur, atw)
        if zaak.instellingen.opschorting_telling == "letterlijk":
            dagen = minder
        zonder += dagen
        laatste = schuif_nr(zonder, duur, atw)
        plan = kort if kort < laatste else None
    einde = Einddag(
        laatste,
        zonder,
        plan,
        tussentijden=tuple(tijden),
        geschilpunten=punten,
        duur=duur,
        opgeschort=any(t.open or t.van < zaak.vandaag < t.tot for t in tijden),
    )
    for verlenging in termijn.verlengingen:
        einde = verleng(einde, verlenging, dag, zaak)
    return einde


def schuif_nr(dag: int, duur: Duur, atw: bool) -> int:
    """Roll a last day on to the next working day where the Algemene termijnenwet covers the length."""
    return volgende_werkdag_nr(dag) if atw and onder_atw(duur) else dag


def tussentijden(soorten: Sequence[Opschorting], begin: int, laatste: int, zaak: Zaak) -> list[Tussentijd]:
    """The stretches in which the clock stood still, for requests made while the term still ran."""
    uit: list[Tussentijd] = []
    for soort in soorten:
        for feit in zaak.van(soort.van):
            if feit.dag is None or not begin <= feit.dag <= laatste + _samen(uit):
                continue
            uit.append(_tussentijd(soort, feit, zaak))
    return uit


def _tussentijd(soort: Opschorting, feit: Feit, zaak: Zaak) -> Tussentijd:
    assert feit.dag is not None
    einden = [f.dag for f in zaak.van_een(soort.tot) if f.dag is not None and f.sleutel > feit.sleutel][:1]
    tot = feit.velden.get(soort.tot_veld)
    if isinstance(tot, date):
        einden.append(max(tot.toordinal(), feit.dag))
    eind = min(einden, default=None)
    if eind is None:
        return Tussentijd(feit.dag, max(zaak.vandaag, feit.dag), feit, soort.bron, open=True)
    return Tussentijd(feit.dag, eind, feit, soort.bron, open=False)


def _samen(tijden: Sequence[Tussentijd]) -> int:
    """Days in which the clock stood still; stretches that overlap count once."""
    dagen = 0
    tot_nu = 0
    for tijd in sorted(tijden, key=lambda t: t.van):
        van = max(tijd.van, tot_nu)
        if tijd.tot > van:
            dagen += tijd.tot - van
            tot_nu = tijd.tot
    return dagen


def verleng(einde: Einddag, verlenging: Verlenging, begin: int, zaak: Zaak) -> Einddag:
    """The end after the first lengthening of this kind that was made in time and meets its conditions."""
    for feit in zaak.van(verlenging.door):
        if einde.uiterlijk is None or feit.dag is None or not begin <= feit.dag <= einde.uiterlijk:
            continue
        gegeven = [feit.velden.get(veld) for veld in verlenging.voorwaarden]
        if False in gegeven:
            continue
        mist = tuple(v for v in verlenging.voorwaarden if v not in feit.velden)
        einde = _verlengd(einde, verlenging, feit, mist)
    return einde


def _verlengd(einde: Einddag, verlenging: Verlenging, feit: Feit, mist: tuple[str, ...]) -> Einddag:
    assert einde.uiterlijk is not None and einde.zonder is not None
    plan = einde.plan_op
    if verlenging.tot_veld is not None:
        tot = feit.velden.get(verlenging.tot_veld)
        if not isinstance(tot, date):
            return einde
        nieuw = zonder = max(tot.toordinal(), einde.uiterlijk)
    else:
        aantal = feit.velden.get(verlenging.weken_veld or "", verlenging.hoogstens)
        erbij = weken(min(int(aantal), verlenging.hoogstens))
        zonder = zonder_atw_nr(einde.uiterlijk, erbij)
        nieuw = schuif_nr(zonder, erbij, True)
        kort = schuif_nr(zonder_atw_nr(einde.plan_op or einde.zonder, erbij), erbij, True)
        plan = kort if kort < nieuw else None
        if verlenging.weken_veld and verlenging.weken_veld not in feit.velden:
            mist = (*mist, verlenging.weken_veld or "")
    return Einddag(
        nieuw,
        zonder,
        plan,
        zeker=einde.uiterlijk if mist else einde.zeker,
        mist=mist + einde.mist,
        tussentijden=einde.tussentijden,
        opgeschort=einde.opgeschort,
        verlengd_door=feit,
        verlengd_bron=verlenging.bron,
        duur=einde.duur,
        geschilpunten=(*einde.geschilpunten, *(("verdaging_ketenen",) if plan and verlenging.weken_veld else ())),
    )
