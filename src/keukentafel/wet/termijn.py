"""Term arithmetic: from an event and a length to the last day, moved by the Algemene termijnenwet or not.

The day of the event never counts. A term lasts to the end of its last day. Every function refuses a start before
10 October 2010, from which day the text of the Atw read here is in force, and an end past the year 9999.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from keukentafel.wet.artikel import Artikel, atw, vo1182
from keukentafel.wet.fouten import BuitenBekendeTijd, WetFout
from keukentafel.wet.instellingen import waarschuwing
from keukentafel.wet.kalender import (
    TABEL_TOT,
    TABEL_VAN,
    WERKDATUM,
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
# A term of at least so many days holds two working days (Atw art. 2; Verordening 1182/71 art. 3 lid 5).
_MINSTENS_ATW: Final = 3
_MINSTENS_EU: Final = 2
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
    # What `uiterste_dag` may look up in one step: art. 2 no longer matters from seven days on (proved in the tests).
    snelle_dagen: int = field(init=False, repr=False, compare=False)
    snelle_maanden: int = field(init=False, repr=False, compare=False)
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if isinstance(self.aantal, bool) or not isinstance(self.aantal, int) or self.aantal < 1:
            raise WetFout(f"Een termijn is een heel aantal van 1 of meer. U gaf: {self.aantal}.")
        if self.eenheid in _MAANDEN_PER and self.afronding is None:
            raise WetFout("Een termijn in maanden of jaren moet zeggen hoe een dag wordt afgerond die niet bestaat.")
        in_dagen = self.aantal * _DAGEN_PER.get(self.eenheid, 0)
        in_maanden = self.aantal * _MAANDEN_PER.get(self.eenheid, 0)
        atw = self.aantal <= _GRENS_ATW[self.eenheid]
        object.__setattr__(self, "in_dagen", in_dagen)
        object.__setattr__(self, "in_maanden", in_maanden)
        object.__setattr__(self, "atw", atw)
        object.__setattr__(self, "snelle_dagen", in_dagen if atw and in_dagen >= 7 else 0)
        object.__setattr__(self, "snelle_maanden", in_maanden if atw else 0)
        object.__setattr__(self, "_hash", hash((self.aantal, self.eenheid, self.afronding)))

    def __hash__(self) -> int:
        return self._hash

    def heeft_werkdagen(self, vanaf_dagen: int) -> bool:
        """Must the term hold two working days? From `vanaf_dagen` days on: 3 in the Atw, 2 in EU law."""
        return self.in_maanden > 0 or self.in_dagen >= vanaf_dagen

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


def _buiten_kalender() -> BuitenBekendeTijd:
    return BuitenBekendeTijd("Deze termijn komt buiten de jaren 1 tot en met 9999. Zo ver rekent het programma niet.")


_DAGEN_IN_MAAND: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _dagen_in_maand(jaar: int, maand: int) -> int:
    schrikkeljaar = jaar % 4 == 0 and (jaar % 100 != 0 or jaar % 400 == 0)
    return 29 if maand == 2 and schrikkeljaar else _DAGEN_IN_MAAND[maand - 1]


def maanden_verder(d: date, aantal: int) -> date:
    """The same day number `aantal` calendar months on (or back), else the last day of that month; never moved."""
    jaar, maand = divmod(d.year * 12 + d.month - 1 + aantal, 12)
    try:
        return date(jaar, maand + 1, min(d.day, _dagen_in_maand(jaar, maand + 1)))
    except (ValueError, OverflowError):
        raise _buiten_kalender() from None


def zonder_atw_nr(vanaf_nr: int, duur: Duur) -> int:
    """Day number of the last day, not moved: the event plus the length."""
    if vanaf_nr < _EERSTE_NR:
        raise _te_vroeg()
    if duur.in_dagen:
        if vanaf_nr + duur.in_dagen > _LAATSTE_NR:
            raise _buiten_kalender()
        return vanaf_nr + duur.in_dagen
    return maanden_verder(date.fromordinal(vanaf_nr), duur.in_maanden).toordinal()


def uiterste_dag_nr(vanaf_nr: int, duur: Duur) -> int:
    """Day number of the last day, moved by the Atw where it applies (art. 1, 2 and 4)."""
    einde_nr = zonder_atw_nr(vanaf_nr, duur)
    if not duur.atw:
        return einde_nr
    einde_nr = volgende_werkdag_nr(einde_nr)
    return max(einde_nr, tweede_werkdag_na_nr(vanaf_nr)) if duur.heeft_werkdagen(_MINSTENS_ATW) else einde_nr


_MAANDEN: Final = [(jaar, maand) for jaar in range(2010, 2101) for maand in range(1, 13)]
_MAAND_NUL: Final = 2010 * 12 + 1
_MAAND_PLEK: Final = [date(jaar, maand, 1).toordinal() - 1 - TABEL_VAN for jaar, maand in _MAANDEN]
_MAAND_DAGEN: Final = [_dagen_in_maand(jaar, maand) for jaar, maand in _MAANDEN]
_PLEK_VAN: Final = _EERSTE_NR - TABEL_VAN
_PLEK_TOT: Final = TABEL_TOT - TABEL_VAN - 100


def uiterste_dag(vanaf: date, duur: Duur) -> date:
    """The last day of a term, moved by the Atw where it applies: `einde(vanaf, duur).uiterlijk`, without the reasons.

    Terms of a week or more that start before 2100 are looked up; the rest goes the long way round.
    """
    plek = vanaf.toordinal() - TABEL_VAN
    if _PLEK_VAN <= plek < _PLEK_TOT:
        if duur.snelle_dagen:
            return WERKDATUM[plek + duur.snelle_dagen]
        if duur.snelle_maanden:
            maand = vanaf.year * 12 + vanaf.month + duur.snelle_maanden - _MAAND_NUL
            dag, laatste = vanaf.day, _MAAND_DAGEN[maand]
            return WERKDATUM[_MAAND_PLEK[maand] + (dag if dag < laatste else laatste)]
    return date.fromordinal(uiterste_dag_nr(plek + TABEL_VAN, duur))


def schuif(d: date) -> date:
    """`d`, or the first working day after it (Atw art. 1 lid 1); for an end that is already known."""
    return date.fromordinal(volgende_werkdag_nr(d.toordinal()))


def terug(op: date, duur: Duur) -> date:
    """The day that lies `duur` before `op`; such an end is never moved (Atw art. 1 lid 2)."""
    if op < EERSTE_DAG:
        raise _te_vroeg()
    if duur.in_dagen:
        if op.toordinal() <= duur.in_dagen:
            raise _buiten_kalender()
        return date.fromordinal(op.toordinal() - duur.in_dagen)
    return maanden_verder(op, -duur.in_maanden)


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
        return _verschoven(begin, nr, duur.heeft_werkdagen(_MINSTENS_EU), _EU_VERSCHUIVING, _EU_TWEE_WERKDAGEN)
    if not atw:
        return Einde(onverschoven, onverschoven)
    if not duur.atw:
        return Einde(onverschoven, onverschoven, (), _NIET_ONDER_ATW)
    return _verschoven(begin, nr, duur.heeft_werkdagen(_MINSTENS_ATW), _VERSCHUIVING, _TWEE_WERKDAGEN)


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


@lru_cache(maxsize=4096)
def _reden(nr: int) -> Verschuiving:
    dag = date.fromordinal(nr)
    return Verschuiving(dag, vrije_dag(dag) or _TE_WEINIG_WERKDAGEN)


def _zekerheid(van: int, tot: int) -> tuple[Waarschuwing, ...]:
    return () if aangewezen_dagen_bekend_nr(van, tot) else _DAGEN_ONBEKEND
