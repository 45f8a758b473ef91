"""Watches the single-case evaluator: which kinds, fields, terms and comparisons a small function looks at.

What was looked at decides which cases are alike for that function; see `verloop`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from functools import cached_property
from itertools import combinations
from typing import Any, Final

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.blok import Blok, Velden
from keukentafel.procedure import register
from keukentafel.procedure.feit import Feit
from keukentafel.procedure.moment import Waar
from keukentafel.procedure.termijn import Termijn
from keukentafel.procedure.waarborg import Waarborg
from keukentafel.procedure.zaak import Dwangsomstand, Zaak

ALLES: Final = "*"
Paar = tuple[str, str]


@dataclass(frozen=True)
class Kijk:
    """What a function looks at: kinds, fields (kind, field; kind `*` when it walks all facts), terms.

    `volgorde`, `dagen`: kinds of which the place in the case, or the day, is compared. `einden`: kinds of which the
    day is compared with the end of a term. `vanaf_dag`: of the second kind only whether it came on or after the day of
    the first is asked, as the acts of a term are. `alle_feiten`: it walks all facts. `rekent`: it reckons an amount.
    """

    soorten: frozenset[str] = frozenset()
    velden: frozenset[Paar] = frozenset()
    termijnen: frozenset[str] = frozenset()
    volgorde: frozenset[Paar] = frozenset()
    dagen: frozenset[Paar] = frozenset()
    einden: frozenset[Paar] = frozenset()
    vanaf_dag: frozenset[Paar] = frozenset()
    alle_feiten: bool = False
    rekent: bool = False

    def met(self, ander: Kijk) -> Kijk:
        return Kijk(*(getattr(self, f.name) | getattr(ander, f.name) for f in fields(self)))

    @cached_property
    def vragen(self) -> tuple[tuple[str, ...], ...]:
        """What is asked of the days of a case, one bit each, always in the same order."""
        uit: list[tuple[str, ...]] = [("er", soort) for soort in sorted(self.soorten)]
        uit += [("voor", a, b) for a, b in sorted(self.volgorde)]
        uit += [("zelfde dag", a, b) for a, b in sorted(self.dagen)]
        uit += [("vanaf dag", a, b) for a, b in sorted(self.vanaf_dag)]
        uit += [("vandaag", soort) for soort in sorted({soort for soort, _ in self.einden})]
        for soort, termijn in sorted(self.einden):
            uit.append(("op tijd", soort, termijn))
            if regels.TERMIJNEN[termijn].verlengingen or regels.TERMIJNEN[termijn].start is not None:
                uit.append(("zeker op tijd", soort, termijn))
        return tuple(uit)

    @cached_property
    def velden_per_soort(self) -> tuple[Paar, ...]:
        """The fields, each with a kind that has it."""
        uit: dict[Paar, None] = {}
        for soort, veld in sorted(self.velden):
            soorten = regels.SOORTEN if soort == ALLES else (soort,)
            uit.update(dict.fromkeys((s, veld) for s in soorten if veld in register.FEITSOORTEN[s].velden))
        return tuple(uit)


def _paar(a: str, b: str) -> Paar:
    return (a, b) if a < b else (b, a)


@dataclass
class _Spoor:
    soorten: set[str] = field(default_factory=set)
    velden: set[Paar] = field(default_factory=set)
    termijnen: set[str] = field(default_factory=set)
    volgorde: set[Paar] = field(default_factory=set)
    dagen: set[Paar] = field(default_factory=set)
    met_einde: set[str] = field(default_factory=set)
    alle_feiten: bool = False
    rekent: bool = False

    @contextmanager
    def niet_kijken(self) -> Iterator[None]:
        """What is looked at meanwhile does not count."""
        bewaard = {naam: set(w) if isinstance(w, set) else w for naam, w in vars(self).items()}
        yield
        vars(self).update(bewaard)

    def samen(self, soorten: Iterable[str]) -> None:
        """Facts of these kinds are looked at in the order in which they came."""
        soorten = set(soorten)
        self.soorten |= soorten
        self.volgorde.update(_paar(a, b) for a, b in combinations(soorten, 2))

    def kijk(self) -> Kijk:
        velden = {(ALLES, veld) for _, veld in self.velden} if self.alle_feiten else set()
        einden = {(soort, termijn) for soort in self.met_einde for termijn in self.termijnen}
        vanaf_dag: set[Paar] = set()
        for termijn_id in self.termijnen:
            t = regels.TERMIJNEN[termijn_id]
            acten = {*t.gehaald_door, *(soort for soort, _ in t.vervalt_door)}
            self.soorten.update(t.vanaf, acten)
            self.velden.update((soort, veld_van(waar)) for soort, waar in t.vervalt_door if waar is not None)
            if _eenvoudig(t):
                vanaf_dag.update((begin, act) for begin in t.vanaf for act in acten if act != begin)
            else:
                einden.update((soort, termijn_id) for soort in self._van_termijn(t, acten))
        paren = (self.volgorde, self.dagen, einden, vanaf_dag)
        volgorde, dagen, einden_, vanaf_dag_ = map(frozenset[Paar], paren)
        return Kijk(
            frozenset(self.soorten), frozenset(self.velden | velden), frozenset(self.termijnen), volgorde, dagen,
            einden_, vanaf_dag_, self.alle_feiten, self.rekent,
        )  # fmt: skip

    def _van_termijn(self, t: Termijn, acten: set[str]) -> set[str]:
        """The kinds that make such a term what it is: all that can be compared among them counts."""
        self.velden.update((v.door, veld) for v in t.verlengingen for veld in v.voorwaarden)
        if t.gehaald_waar is not None:
            self.velden.update((soort, veld_van(t.gehaald_waar)) for soort in t.gehaald_door)
        soorten = {*t.vanaf, *acten, *(o.van for o in t.opschortingen), *(v.door for v in t.verlengingen)}
        self.samen(soorten)
        self.dagen.update(_paar(a, b) for a, b in combinations(soorten, 2))
        return soorten


def _eenvoudig(t: Termijn) -> bool:
    """One kind starts it, one kind meets it, and nothing moves it."""
    beweegt = t.opschortingen or t.verlengingen or t.start is not None or t.gehaald_waar is not None
    return not beweegt and len(t.vanaf) == 1 and len(t.gehaald_door) <= 1


def veld_van(waar: Waar) -> str:
    return waar.pad.partition(".")[0]


class _Getal(int):
    """A day or a place in the case that tells with what it was compared."""

    soort: str
    spoor: _Spoor

    @classmethod
    def van(cls, waarde: int, soort: str, spoor: _Spoor) -> _Getal:
        uit = cls(waarde)
        uit.soort, uit.spoor = soort, spoor
        return uit

    def let_op(self, ander: object) -> None:
        raise NotImplementedError

    __hash__ = int.__hash__


def _vergelijkend(naam: str) -> Callable[[_Getal, Any], Any]:
    vergelijk = getattr(int, naam)

    def gadegeslagen(self: _Getal, ander: Any) -> Any:
        self.let_op(ander)
        return vergelijk(self, ander)

    return gadegeslagen


for _naam in ("__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__"):
    setattr(_Getal, _naam, _vergelijkend(_naam))


class _Dag(_Getal):
    def let_op(self, ander: object) -> None:
        if not isinstance(ander, _Dag):
            self.spoor.met_einde.add(self.soort)
        elif ander.spoor is self.spoor and ander.soort != self.soort:
            self.spoor.volgorde.add(_paar(self.soort, ander.soort))
            self.spoor.dagen.add(_paar(self.soort, ander.soort))


class _Sleutel(_Getal):
    def let_op(self, ander: object) -> None:
        if isinstance(ander, _Sleutel) and ander.soort != self.soort:
            self.spoor.volgorde.add(_paar(self.soort, ander.soort))


class _Velden(Velden):
    """Fields that say which of them were looked at."""

    __slots__ = ("_soort", "_spoor")

    def __init__(self, blok: Blok, plek: int, soort: str, spoor: _Spoor) -> None:
        super().__init__(blok, plek)
        self._soort = soort
        self._spoor = spoor

    def get(self, veld: str, default: Any = None) -> Any:
        self._spoor.velden.add((self._soort, veld))
        return super().get(veld, default)

    def __getitem__(self, veld: str) -> Any:
        self._spoor.velden.add((self._soort, veld))
        return super().__getitem__(veld)

    def __contains__(self, veld: object) -> bool:
        self._spoor.velden.add((self._soort, str(veld)))
        return super().__contains__(veld)


class _Standen(regels.Standen):
    """Terms that say which of them were looked at; reckoning one is not looking."""

    def __init__(self, zaak: Zaak, spoor: _Spoor) -> None:
        super().__init__(zaak)
        self._spoor = spoor

    def get(self, termijn_id: str, default: Any = None) -> Any:
        self._spoor.termijnen.add(termijn_id)
        with self._spoor.niet_kijken():
            standen_ = self[termijn_id]
        return standen_ or default


class _Zaak(Zaak):
    """A case that says what is asked of it."""

    def __init__(self, feiten: list[Feit], blok: Blok, spoor: _Spoor) -> None:
        self._spoor = spoor
        super().__init__(feiten, blok.datum)
        self.standen = _Standen(self, spoor)

    def van(self, soort: str) -> Any:
        self._spoor.soorten.add(soort)
        return super().van(soort)

    def van_een(self, soorten: tuple[str, ...]) -> Any:
        self._spoor.samen(soorten)
        alle = self._spoor.alle_feiten
        uit = super().van_een(soorten)
        self._spoor.alle_feiten = alle
        return uit

    def heeft(self, soort: str) -> bool:
        self._spoor.soorten.add(soort)
        return super().heeft(soort)

    def heeft_een(self, soorten: tuple[str, ...]) -> bool:
        self._spoor.soorten.update(soorten)
        return super().heeft_een(soorten)

    @property
    def feiten(self) -> list[Feit]:  # type: ignore[override]
        self._spoor.alle_feiten = True
        return self._feiten

    @feiten.setter
    def feiten(self, waarde: list[Feit]) -> None:
        self._feiten = waarde

    @property
    def dwangsommen(self) -> dict[str, Dwangsomstand] | None:  # type: ignore[override]
        self._spoor.rekent = True
        return self._dwangsommen

    @dwangsommen.setter
    def dwangsommen(self, waarde: dict[str, Dwangsomstand] | None) -> None:
        self._dwangsommen = waarde


def gadegeslagen(blok: Blok, waarborg: Waarborg, nr: int) -> tuple[int, Kijk]:
    """The verdict on one case, and what was looked at to reach it."""
    spoor = _Spoor()
    zaak = _Zaak(blok.feiten_van(nr), blok, spoor)
    for plek, feit in enumerate(zaak.feiten, int(blok.begin[nr])):
        _sla_gade(feit, _Velden(blok, plek, feit.soort, spoor), spoor)
    spoor.alle_feiten = False  # that was this function, not the one that judges
    uitslag = regels.uitslag(waarborg, zaak)
    return uitslag, spoor.kijk()


def _sla_gade(feit: Feit, velden: _Velden, spoor: _Spoor) -> None:
    """Put what tells in the place of what does not; the facts were put in order before, for that is not looking."""
    assert feit.dag is not None
    object.__setattr__(feit, "velden", velden)
    object.__setattr__(feit, "sleutel", _Sleutel.van(feit.sleutel, feit.soort, spoor))
    object.__setattr__(feit, "dag", _Dag.van(feit.dag, feit.soort, spoor))
