"""Term arithmetic: from an event and a length to the last day, moved by the Algemene termijnenwet or not.

The day of the event never counts. A term lasts to the end of its last day. Every function refuses a start before
10 October 2010, from which day the text of the Atw read here is in force, and an end past the year 9999.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from keukentafel.wet.artikel import Artikel, atw, vo1182
from keukentafel.wet.fouten import BuitenBekendeTijd, WetFout
from keukentafel.wet.instellingen import waarschuwing
from keukentafel.wet.kalender import (
    TABEL_TOT,
    TABEL_VAN,
    TWEEDE,
    WERKDAG,
    aangewezen_dagen_bekend_nr,
    tweede_werkdag_na_nr,
    volgende_werkdag_nr,
    vrije_dag,
)
from keukentafel.wet.waarschuwing import Waarschuwing

EERSTE_DAG: Final = date(2010, 10, 10)
"""First day from which terms are computed."""

_EERSTE_NR: Final = EERSTE_DAG.toordinal()
_LAATSTE_NR: Final = date.max.toordinal()
_VERSCHUIVING: Final = (atw("1", lid=1),)
_TWEE_WERKDAGEN: Final = (atw("2"),)
_NIET_ONDER_ATW: Final = (atw("4", onderdeel="a"),)
_EU_VERSCHUIVING: Final = (vo1182("3", lid=4),)
_EU_TWEE_WERKDAGEN: Final = (vo1182("3", lid=5),)
_DAGEN_ONBEKEND: Final = (waarschuwing("aangewezen_dagen_onbekend"),)
_TE_WEINIG_WERKDAGEN: Final = "nog geen twee werkdagen in de termijn"


class Eenheid(StrEnum):
    """The unit of a term."""

    DAG = "dag"
    WEEK = "week"
    MAAND = "maand"
    JAAR = "jaar"


class Maandafronding(StrEnum):
    """What a term in months or years does when its day number does not exist in the last month."""

    LAATSTE_DAG = "laatste_dag"


_MEERVOUD: Final = {Eenheid.DAG: "dagen", Eenheid.WEEK: "weken", Eenheid.MAAND: "maanden", Eenheid.JAAR: "jaar"}
_DAGEN_PER: Final = {Eenheid.DAG: 1, Eenheid.WEEK: 7}
_MAANDEN_PER: Final = {Eenheid.MAAND: 1, Eenheid.JAAR: 12}
_GRENS_ATW: Final = {Eenheid.DAG: 90, Eenheid.WEEK: 12, Eenheid.MAAND: 3, Eenheid.JAAR: 0}
"""The longest term per unit to which the Algemene termijnenwet applies (art. 4 onder a)."""


@dataclass(frozen=True, slots=True)
class Duur:
    """The length of a term; `str()` reads "6 weken". Months and years must declare their rounding (WetFout)."""

    aantal: int
    eenheid: Eenheid
    afronding: Maandafronding | None = None
    in_dagen: int = field(init=False, repr=False, compare=False)
    in_maanden: int = field(init=False, repr=False, compare=False)
    atw: bool = field(init=False, repr=False, compare=False)
    twee_werkdagen: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if isinstance(self.aantal, bool) or not isinstance(self.aantal, int) or self.aantal < 1:
            raise WetFout(f"Een termijn is een heel aantal van 1 of meer. U gaf: {self.aantal}.")
        if self.eenheid in _MAANDEN_PER and self.afronding is None:
            raise WetFout("Een termijn in maanden of jaren moet zeggen hoe een dag wordt afgerond die niet bestaat.")
        object.__setattr__(self, "in_dagen", self.aantal * _DAGEN_PER.get(self.eenheid, 0))
        object.__setattr__(self, "in_maanden", self.aantal * _MAANDEN_PER.get(self.eenheid, 0))
        object.__setattr__(self, "atw", self.aantal <= _GRENS_ATW[self.eenheid])
        object.__setattr__(self, "twee_werkdagen", self.in_maanden > 0 or self.in_dagen >= 3)

    def __str__(self) -> str:
        return f"{self.aantal} {self.eenheid if self.aantal == 1 else _MEERVOUD[self.eenheid]}"


def dagen(n: int) -> Duur:
    """A term of `n` calendar days."""
    return Duur(n, Eenheid.DAG)


def weken(n: int) -> Duur:
    """A term of `n` weeks; it ends on the same weekday."""
    return Duur(n, Eenheid.WEEK)


def maanden(n: int, afronding: Maandafronding = Maandafronding.LAATSTE_DAG) -> Duur:
    """A term of `n` calendar months; it ends on the same day number, or as `afronding` says."""
    return Duur(n, Eenheid.MAAND, afronding)


def jaren(n: int, afronding: Maandafronding = Maandafronding.LAATSTE_DAG) -> Duur:
    """A term of `n` calendar years; 29 February as `afronding` says."""
    return Duur(n, Eenheid.JAAR, afronding)


def onder_atw(duur: Duur) -> bool:
    """Does the Algemene termijnenwet apply to a term of this length? Exactly 90 days, 12 weeks or 3 months: yes."""
    return duur.atw


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """One day over which an end was moved, and why."""

    datum: date
    reden: str


@dataclass(frozen=True, slots=True)
class Einde:
    """The last day of a term (`uiterlijk`), and everything that explains it."""

    uiterlijk: date
    zonder_verschuiving: date
    verschoven_om: tuple[Verschuiving, ...] = ()
    bron: tuple[Artikel, ...] = ()
    waarschuwingen: tuple[Waarschuwing, ...] = ()


def _te_vroeg() -> BuitenBekendeTijd:
    return BuitenBekendeTijd("Termijnen worden berekend vanaf 10 oktober 2010. De begindatum ligt daarvoor.")


def _te_laat() -> BuitenBekendeTijd:
    return BuitenBekendeTijd("Deze termijn loopt door tot na het jaar 9999. Zo ver rekent het programma niet.")


def _plus_maanden(d: date, aantal: int) -> date:
    jaar, maand = divmod(d.year * 12 + d.month - 1 + aantal, 12)
    try:
        return date(jaar, maand + 1, min(d.day, monthrange(jaar, maand + 1)[1]))
    except (ValueError, OverflowError):
        raise _te_laat() from None


def zonder_atw_nr(vanaf_nr: int, duur: Duur) -> int:
    """Day number of the last day, not moved: the event plus the length."""
    if vanaf_nr < _EERSTE_NR:
        raise _te_vroeg()
    if duur.in_dagen:
        if vanaf_nr + duur.in_dagen > _LAATSTE_NR:
            raise _te_laat()
        return vanaf_nr + duur.in_dagen
    return _plus_maanden(date.fromordinal(vanaf_nr), duur.in_maanden).toordinal()


def uiterste_dag_nr(vanaf_nr: int, duur: Duur) -> int:
    """Day number of the last day, moved by the Atw where it applies (art. 1, 2 and 4)."""
    einde_nr = zonder_atw_nr(vanaf_nr, duur)
    if not duur.atw:
        return einde_nr
    einde_nr = volgende_werkdag_nr(einde_nr)
    return max(einde_nr, tweede_werkdag_na_nr(vanaf_nr)) if duur.twee_werkdagen else einde_nr


def uiterste_dag(vanaf: date, duur: Duur) -> date:
    """The last day of a term, moved by the Atw where it applies: `einde(vanaf, duur).uiterlijk`, without the reasons.

    Terms in days and weeks within the table of the calendar need two look-ups; the rest goes the long way round.
    """
    nr = vanaf.toordinal()
    stap = duur.in_dagen
    if stap and duur.atw and _EERSTE_NR <= nr < _TABEL_GRENS:
        plek = nr - TABEL_VAN
        laatste = WERKDAG[plek + stap]
        if stap >= 3 and TWEEDE[plek] > laatste:
            laatste = TWEEDE[plek]
        return date.fromordinal(laatste)
    return date.fromordinal(uiterste_dag_nr(nr, duur))


_TABEL_GRENS: Final = TABEL_TOT - 90


def schuif(d: date) -> date:
    """`d`, or the first working day after it (Atw art. 1 lid 1); for an end that is already known."""
    return date.fromordinal(volgende_werkdag_nr(d.toordinal()))


def terug(op: date, duur: Duur) -> date:
    """The day that lies `duur` before `op`; such an end is never moved (Atw art. 1 lid 2)."""
    if op < EERSTE_DAG:
        raise _te_vroeg()
    if duur.in_dagen:
        if op.toordinal() <= duur.in_dagen:
            raise BuitenBekendeTijd("Zo ver terug rekent het programma niet.")
        return date.fromordinal(op.toordinal() - duur.in_dagen)
    return _plus_maanden(op, -duur.in_maanden)


def einde(vanaf: date, duur: Duur, atw: bool = True, *, eu: bool = False) -> Einde:
    """The last day of a term that starts with an event on `vanaf`, with each day it was moved over.

    `atw=False` for terms the Act does not reach (set by the college, norms). `eu=True` for terms of EU law, which
    follow Verordening (EEG) 1182/71 art. 3 with the same free days and no longest length.
    Raises BuitenBekendeTijd for a start before 10-10-2010 or an end past 9999.
    """
    begin = vanaf.toordinal()
    nr = zonder_atw_nr(begin, duur)
    onverschoven = date.fromordinal(nr)
    if eu:
        twee = duur.in_maanden > 0 or duur.in_dagen >= 2
        return _verschoven(begin, nr, twee, _EU_VERSCHUIVING, _EU_TWEE_WERKDAGEN)
    if not atw:
        return Einde(onverschoven, onverschoven)
    if not duur.atw:
        return Einde(onverschoven, onverschoven, (), _NIET_ONDER_ATW)
    return _verschoven(begin, nr, duur.twee_werkdagen, _VERSCHUIVING, _TWEE_WERKDAGEN)


def verschoven_einde(datum: date) -> Einde:
    """An end that is already known (after a suspension, say), moved to a working day, with the reasons."""
    nr = datum.toordinal()
    return _verschoven(nr, nr, False, _VERSCHUIVING, _TWEE_WERKDAGEN)


def _verschoven(
    begin: int, nr: int, twee_werkdagen: bool, bron: tuple[Artikel, ...], bron_twee: tuple[Artikel, ...]
) -> Einde:
    gerold = laatste = volgende_werkdag_nr(nr)
    if twee_werkdagen:
        laatste = max(gerold, tweede_werkdag_na_nr(begin))
    onverschoven = date.fromordinal(nr)
    uiterlijk = onverschoven if laatste == nr else date.fromordinal(laatste)
    redenen = tuple(_reden(dag) for dag in range(nr, laatste))
    # The second working day can only matter in the first two weeks; further on the end itself decides.
    onzeker_van = begin + 1 if twee_werkdagen and nr - begin < 14 else nr
    return Einde(
        uiterlijk,
        onverschoven,
        redenen,
        bron if laatste == gerold else bron + bron_twee,
        _zekerheid(onzeker_van, laatste),
    )


def _reden(nr: int) -> Verschuiving:
    dag = date.fromordinal(nr)
    return Verschuiving(dag, vrije_dag(dag) or _TE_WEINIG_WERKDAGEN)


def _zekerheid(van: int, tot: int) -> tuple[Waarschuwing, ...]:
    return () if aangewezen_dagen_bekend_nr(van, tot) else _DAGEN_ONBEKEND
