"""The last day of a term: its length, what suspends it, what lengthens it, and what moves it.

Suspension and lengthening are facts; the date that follows explains itself (Awb 4:15, 6:6, 7:10).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

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


class Einddag(NamedTuple):
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
    zonder_dag: Feit | None = None
    """What may have moved the end, on a day that is not known: after `uiterlijk` it cannot be told."""
    eerste: int | None = None
    """For what runs up day by day instead of waiting for an act: its first day."""


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
        return _zonder_verschuiving(dag, duur, atw)
    return _met_verschuiving(termijn, dag, duur, atw, zaak)


@lru_cache(maxsize=65_536)
def _zonder_verschuiving(dag: int, duur: Duur, atw: bool) -> Einddag:
    """A term that nothing suspends or lengthens ends by its day and its length alone, so it is reckoned once."""
    zonder = zonder_atw_nr(dag, duur)
    return Einddag(uiterste_dag_nr(dag, duur) if atw else zonder, zonder, duur=duur)


def _met_verschuiving(termijn: Termijn, dag: int, duur: Duur, atw: bool, zaak: Zaak) -> Einddag:
    zonder = zonder_atw_nr(dag, duur)
    laatste = uiterste_dag_nr(dag, duur) if atw else zonder
    tijden = tussentijden(termijn.opschortingen, dag, laatste, zaak)
    dagen, minder = telling(tijden)
    punten: tuple[str, ...] = ()
    plan = None
    if dagen:
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
        zonder_dag=zonder_dag(termijn.opschortingen, termijn.verlengingen, zaak),
    )
    for verlenging in termijn.verlengingen:
        einde = verleng(einde, verlenging, dag, zaak)
    return einde


def schuif_nr(dag: int, duur: Duur, atw: bool) -> int:
    """Roll a last day on to the next working day where the Algemene termijnenwet covers the length."""
    return volgende_werkdag_nr(dag) if atw and onder_atw(duur) else dag


def tussentijden(soorten: Sequence[Opschorting], begin: int, laatste: int, zaak: Zaak) -> list[Tussentijd]:
    """The stretches in which the clock stood still, for requests made while the term still ran, in their order."""
    per_van = {soort.van: soort for soort in soorten}
    uit: list[Tussentijd] = []
    for feit in zaak.van_een(tuple(per_van)):
        if feit.dag is not None and begin <= feit.dag <= laatste + telling(uit)[0]:
            uit.append(_tussentijd(per_van[feit.soort], feit, zaak))
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


def zonder_dag(opschortingen: Sequence[Opschorting], verlengingen: Sequence[Verlenging], zaak: Zaak) -> Feit | None:
    """A fact of unknown day that may have stopped the clock or given a later end."""
    for opschorting in opschortingen:
        for feit in zaak.van(opschorting.van):
            if feit.dag is None:
                return feit
    for verlenging in verlengingen:
        for feit in zaak.van(verlenging.door):
            if feit.dag is None and False not in [feit.velden.get(v) for v in verlenging.voorwaarden]:
                return feit
    return None


def telling(tijden: Sequence[Tussentijd]) -> tuple[int, int]:
    """Days in which the clock stood still: by difference of dates, and by the letter (a day less a stretch).

    Stretches that overlap count once.
    """
    dagen = letterlijk = tot_nu = 0
    for tijd in sorted(tijden, key=lambda t: t.van):
        van = max(tijd.van, tot_nu)
        if tijd.tot > van:
            dagen += tijd.tot - van
            letterlijk += tijd.tot - van - (van == tijd.van)
            tot_nu = tijd.tot
    return dagen, letterlijk


def verleng(einde: Einddag, verlenging: Verlenging, begin: int, zaak: Zaak) -> Einddag:
    """The end after each lengthening of this kind that was made in time and meets its conditions.

    Weeks are added up to `hoogstens` in all, however often it was lengthened.
    """
    over = verlenging.hoogstens
    bericht_telt = verlenging.tot_veld is not None and zaak.instellingen.kennisgeving_4_14_schort_op
    voorwaarden = () if bericht_telt else verlenging.voorwaarden
    for feit in zaak.van(verlenging.door):
        if einde.uiterlijk is None or feit.dag is None or not begin <= feit.dag <= einde.uiterlijk:
            continue
        if False in [feit.velden.get(veld) for veld in voorwaarden]:
            continue
        mist = tuple(v for v in voorwaarden if v not in feit.velden)
        if verlenging.tot_veld is not None:
            einde = _tot(einde, verlenging, feit, mist)
        else:
            aantal = min(int(feit.velden.get(verlenging.weken_veld or "", over)), over)
            einde, over = _weken_erbij(einde, verlenging, feit, mist, aantal), over - aantal
    return einde


def _tot(einde: Einddag, verlenging: Verlenging, feit: Feit, mist: tuple[str, ...]) -> Einddag:
    """The new last day as agreed: itself, not moved, so that no dispute about the old one is left."""
    tot = feit.velden.get(verlenging.tot_veld or "")
    if not isinstance(tot, date) or einde.uiterlijk is None or tot.toordinal() <= einde.uiterlijk:
        return einde
    nieuw = tot.toordinal()
    return einde._replace(
        uiterlijk=nieuw,
        zonder=nieuw,
        plan_op=einde.plan_op if mist else None,
        zeker=_zeker(einde, mist),
        mist=mist + einde.mist,
        verlengd_door=feit,
        verlengd_bron=verlenging.bron,
        geschilpunten=einde.geschilpunten if mist else (),
    )


def _weken_erbij(einde: Einddag, verlenging: Verlenging, feit: Feit, mist: tuple[str, ...], aantal: int) -> Einddag:
    if not aantal or einde.uiterlijk is None or einde.zonder is None or feit.dag is None:
        return einde
    erbij = weken(aantal)
    zonder = zonder_atw_nr(einde.uiterlijk, erbij)
    nieuw = schuif_nr(zonder, erbij, True)
    kort = schuif_nr(zonder_atw_nr(einde.plan_op or einde.zonder, erbij), erbij, True)
    plan = kort if kort < nieuw else None
    if verlenging.weken_veld and verlenging.weken_veld not in feit.velden:
        mist = (*mist, verlenging.weken_veld)
    zeker = _zeker(einde, mist)
    if not mist and zeker is not None and feit.dag <= zeker:
        zeker = schuif_nr(zonder_atw_nr(zeker, erbij), erbij, True)
    return einde._replace(
        uiterlijk=nieuw,
        zonder=zonder,
        plan_op=plan,
        zeker=zeker,
        mist=mist + einde.mist,
        verlengd_door=feit,
        verlengd_bron=verlenging.bron,
        geschilpunten=(*einde.geschilpunten, *(("verdaging_ketenen",) if plan and verlenging.weken_veld else ())),
    )


def _zeker(einde: Einddag, mist: tuple[str, ...]) -> int | None:
    """Until when it is in time whatever the missing fields say."""
    return einde.uiterlijk if mist and einde.zeker is None else einde.zeker
