"""Safeguards that are small functions, judged once for each *course of events* instead of once a case.

The functions of `procedure` compare moments, ends of terms and fields; they reckon no days. So two cases in which the
same kinds of facts follow each other in the same way, on the same side of the same ends, get the same verdict. The
first case of such a course is judged by the single-case evaluator, which is watched: what it looks at (kinds, fields,
terms) becomes part of the course, and what was judged with less is judged anew. Cases in which that is not exact (a
field with a date, a term with several entries, a dwangsom) are judged one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Any, Final

import numpy as np

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.blok import NOOIT, Blok, Getallen, Velden
from keukentafel.doorlichting.kalender import einden
from keukentafel.doorlichting.termijnen import einde_per_zaak, standen
from keukentafel.procedure import register
from keukentafel.procedure.feit import Dag, Feit
from keukentafel.procedure.waarborg import Eigen, Waarborg
from keukentafel.procedure.zaak import Zaak

_BEWAREN: Final = "bewaren"
_GOUD: Final = np.uint64(0x9E3779B97F4A7C15)
_ROER: Final = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_ALLES: Final = "*"


@dataclass(frozen=True)
class Kijk:
    """What a function looks at: kinds, fields (kind, field; kind `*` when it walks all facts), terms."""

    soorten: frozenset[str] = frozenset()
    velden: frozenset[tuple[str, str]] = frozenset()
    termijnen: frozenset[str] = frozenset()
    alle_feiten: bool = False
    rekent: bool = False

    def met(self, ander: Kijk) -> Kijk:
        return Kijk(
            self.soorten | ander.soorten, self.velden | ander.velden, self.termijnen | ander.termijnen,
            self.alle_feiten or ander.alle_feiten, self.rekent or ander.rekent,
        )  # fmt: skip


@dataclass
class _Geheugen:
    """What is known of one safeguard: what its function looks at, and the verdict of each course of events."""

    kijk: Kijk = field(default_factory=Kijk)
    oordelen: dict[int, int] = field(default_factory=dict)
    slot: Lock = field(default_factory=Lock)


_BEKEND: Final[dict[str, _Geheugen]] = {}
_BEKEND_SLOT: Final = Lock()


def eigen(blok: Blok, waarborg: Waarborg, familie: Eigen) -> tuple[Getallen, Any]:
    """The cases that hold one of the deciding kinds, and their verdicts."""
    rijen = np.flatnonzero(_heeft_een(blok, familie.soorten) & ~blok.apart & ~blok.voor_de_wet)
    if not len(rijen):
        return rijen, np.int8(0)
    with _BEKEND_SLOT:
        geheugen = _BEKEND.setdefault(waarborg.id, _Geheugen())
    while True:
        kijk, bekend = geheugen.kijk, geheugen.oordelen
        apart = _een_voor_een(blok, kijk, rijen)
        uit = np.zeros(len(rijen), np.int8)
        gewoon = np.flatnonzero(~apart)
        verloop, eerste, plaats = np.unique(
            _verloop(blok, kijk, rijen[gewoon]), return_index=True, return_inverse=True
        )  # fmt: skip
        if not _leer(blok, waarborg, geheugen, kijk, zip(verloop.tolist(), rijen[gewoon][eerste], strict=True)):
            continue
        uit[gewoon] = np.array([bekend[v] for v in verloop.tolist()], np.int8)[plaats]
        for plek in np.flatnonzero(apart):
            uit[plek] = regels.uitslag(waarborg, regels.zaak_van(blok, int(rijen[plek])))
        return rijen, uit


def _heeft_een(blok: Blok, soorten: Iterable[str]) -> Getallen:
    uit = np.zeros(blok.n, bool)
    for soort in soorten:
        if blok.heeft(soort):
            uit[blok.van(soort).zaak] = True
    return uit


def _leer(blok: Blok, waarborg: Waarborg, geheugen: _Geheugen, kijk: Kijk, nieuw: Iterable[tuple[int, int]]) -> bool:
    """Judge the courses that are new. False when the function turned out to look at more: then all starts anew."""
    for verloop, zaak in nieuw:
        if verloop in geheugen.oordelen:
            continue
        with geheugen.slot:
            if geheugen.kijk is not kijk:
                return False
            uitslag, gezien = _gadegeslagen(blok, waarborg, int(zaak))
            samen = kijk.met(gezien)
            if samen != kijk:
                geheugen.kijk, geheugen.oordelen = samen, {}
                return False
            geheugen.oordelen[verloop] = uitslag
    return geheugen.kijk is kijk


# --- the course of events --------------------------------------------------------------------------------------------


def _een_voor_een(blok: Blok, kijk: Kijk, rijen: Getallen) -> Getallen:
    """Which of these cases the course of events does not tell exactly."""
    if kijk.rekent:
        return np.ones(len(rijen), bool)
    uit = np.zeros(blok.n, bool)
    if _BEWAREN in kijk.termijnen and blok.heeft("dossier_vernietigd"):
        uit[blok.van("dossier_vernietigd").zaak] = True
    for termijn in kijk.termijnen - {_BEWAREN}:
        uit[standen(blok, regels.TERMIJNEN[termijn]).veel] = True
    for soort, veld in _velden(kijk):
        if isinstance(register.FEITSOORTEN[soort].velden[veld], Dag) and blok.heeft(soort):
            codes, waarden = blok.veld(soort, veld)
            gegeven = np.array([w is not None for w in waarden])[codes]
            uit[blok.van(soort).zaak[gegeven]] = True
    return uit[rijen]


def _velden(kijk: Kijk) -> Iterator[tuple[str, str]]:
    for soort, veld in sorted(kijk.velden):
        for naam in regels.SOORTEN if soort == _ALLES else (soort,):
            if veld in register.FEITSOORTEN[naam].velden:
                yield naam, veld


def _verloop(blok: Blok, kijk: Kijk, rijen: Getallen) -> Getallen:
    """A number of 64 bits for the course of events in each of these cases."""
    plek = _deelnemers(blok, kijk, rijen)
    zaak, dag = blok.zaak[plek], blok.dag[plek]
    per_zaak = np.zeros(blok.n, np.uint64)
    if len(zaak):
        teken = _tekens(blok, kijk, plek)
        nieuw = zaak[1:] != zaak[:-1]
        teken[1:] += (dag[1:] == dag[:-1]).astype(np.uint64) << np.uint64(40)
        for nr, termijn in enumerate(sorted(kijk.termijnen)):
            teken += (dag <= _einde(blok, termijn)[zaak]).astype(np.uint64) << np.uint64(41 + nr)
        begin = np.append(0, np.flatnonzero(nieuw) + 1)
        rang = np.arange(1, len(zaak) + 1, dtype=np.uint64)
        rang -= np.repeat(begin.astype(np.uint64), np.diff(np.append(begin, len(zaak))))
        per_zaak[zaak[begin]] = np.add.reduceat(_roer(teken + _GOUD * rang), begin)
    for nr, termijn in enumerate(sorted(kijk.termijnen), 1):
        per_zaak += _roer(_stand(blok, termijn) + np.uint64(nr << 8))
    return per_zaak[rijen]


def _deelnemers(blok: Blok, kijk: Kijk, rijen: Getallen) -> Getallen:
    """The facts of these cases that are looked at."""
    mee = np.zeros(len(regels.SOORTEN), bool)
    mee[[regels.CODE[soort] for soort in kijk.soorten]] = True
    doet_mee = mee[blok.soort]
    for soort, veld in _gevulde_velden(blok, kijk) if kijk.alle_feiten else ():
        codes, waarden = blok.veld(soort, veld)
        doet_mee[blok.van(soort).plek] |= np.array([w is not None for w in waarden])[codes]
    if len(rijen) < blok.n:
        gevraagd = np.zeros(blok.n, bool)
        gevraagd[rijen] = True
        doet_mee &= gevraagd[blok.zaak]
    return np.flatnonzero(doet_mee)


def _tekens(blok: Blok, kijk: Kijk, plek: Getallen) -> Getallen:
    """Per fact a number of less than 40 bits for its kind and for the fields that are looked at."""
    teken = _PER_SOORT[blok.soort[plek]]
    velden = list(_gevulde_velden(blok, kijk))
    if velden:
        heel = np.zeros(len(blok.soort), np.uint64)
        for nr, (soort, veld) in enumerate(velden, 1):
            codes, waarden = blok.veld(soort, veld)
            cijfers = [0 if w is None else hash((veld, _vast(w))) & 0xFFFFFFFFFFFFFFFF for w in waarden]
            roer = _roer(np.array(cijfers, np.uint64) * _GOUD + np.uint64(nr)) >> np.uint64(28)
            heel[blok.van(soort).plek] += roer[codes]
        teken += heel[plek] & np.uint64((1 << 38) - 1)
    return teken


def _gevulde_velden(blok: Blok, kijk: Kijk) -> Iterator[tuple[str, str]]:
    for soort, veld in _velden(kijk):
        if blok.heeft(soort) and blok.gevuld(soort, veld):
            yield soort, veld


def _vast(waarde: Any) -> Any:
    """A value that can be hashed."""
    if isinstance(waarde, dict):
        return tuple((k, _vast(v)) for k, v in sorted(waarde.items()))
    return tuple(map(_vast, waarde)) if isinstance(waarde, tuple) else waarde


def _roer(x: Getallen) -> Getallen:
    """The finaliser of splitmix64: every bit of the input reaches every bit of the outcome."""
    x = (x ^ (x >> np.uint64(30))) * _ROER[0]
    x = (x ^ (x >> np.uint64(27))) * _ROER[1]
    return x ^ (x >> np.uint64(31))


_PER_SOORT: Final = _roer(np.arange(1, len(regels.SOORTEN) + 1, dtype=np.uint64)) >> np.uint64(28)


def _einde(blok: Blok, termijn: str) -> Getallen:
    """Per case the last day of a term; of `bewaren` that of the last item."""
    sleutel = ("verloop einde", termijn)
    if sleutel not in blok.geheugen:
        uit = einde_per_zaak(blok, termijn)
        if termijn == _BEWAREN and len(blok.zaak):
            duur = regels.TERMIJNEN[termijn].duur
            assert duur is not None
            uit = uit.copy()
            laatste = blok.begin[1:][np.diff(blok.begin) > 0] - 1
            uit[blok.zaak[laatste]] = einden(blok.dag[laatste], duur, atw=False)[0]
        blok.geheugen[sleutel] = uit
    return blok.geheugen[sleutel]  # type: ignore[no-any-return]


def _stand(blok: Blok, termijn: str) -> Getallen:
    """Per case where a term stands: not begun, or its status, and whether its end has passed or is not known."""
    s = standen(blok, regels.TERMIJNEN[termijn])
    einde = _einde(blok, termijn)
    uit = np.zeros(blok.n, np.uint64)
    vragen = (einde[s.zaak] < blok.vandaag, s.uiterlijk == NOOIT, s.zeker != NOOIT)
    stand = s.status.astype(np.uint64) + np.uint64(1)
    stand[~s.begonnen] = 0
    for nr, vraag in enumerate(vragen, 4):
        stand += vraag.astype(np.uint64) << np.uint64(nr)
    uit[s.zaak] = stand
    return uit


# --- watching the single-case evaluator ------------------------------------------------------------------------------


@dataclass
class _Spoor:
    soorten: set[str] = field(default_factory=set)
    velden: set[tuple[str, str]] = field(default_factory=set)
    termijnen: set[str] = field(default_factory=set)
    alle_feiten: bool = False
    rekent: bool = False

    @contextmanager
    def niet_kijken(self) -> Iterator[None]:
        """What is looked at meanwhile does not count."""
        bewaard = replace(self, soorten=set(self.soorten), velden=set(self.velden), termijnen=set(self.termijnen))
        yield
        vars(self).update(vars(bewaard))

    def kijk(self) -> Kijk:
        soorten, velden = set(self.soorten), set(self.velden)
        for termijn_id in self.termijnen:
            t = regels.TERMIJNEN[termijn_id]
            soorten.update(t.vanaf, t.gehaald_door, (soort for soort, _ in t.vervalt_door))
            soorten.update(o.van for o in t.opschortingen)
            soorten.update(v.door for v in t.verlengingen)
            velden.update((v.door, veld) for v in t.verlengingen for veld in v.voorwaarden)
        if self.alle_feiten:
            velden = {(_ALLES, veld) for _, veld in velden} | velden
        return Kijk(frozenset(soorten), frozenset(velden), frozenset(self.termijnen), self.alle_feiten, self.rekent)


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
        self._spoor.soorten.update(soorten)
        return super().van_een(soorten)

    def heeft(self, soort: str) -> bool:
        self._spoor.soorten.add(soort)
        return super().heeft(soort)

    def __getattribute__(self, naam: str) -> Any:
        if naam == "feiten":
            object.__getattribute__(self, "_spoor").alle_feiten = True
        elif naam == "dwangsommen":
            object.__getattribute__(self, "_spoor").rekent = True
        return object.__getattribute__(self, naam)


def _gadegeslagen(blok: Blok, waarborg: Waarborg, nr: int) -> tuple[int, Kijk]:
    """The verdict on one case, and what was looked at to reach it."""
    spoor = _Spoor()
    eerste = int(blok.begin[nr])
    feiten = [
        Feit(f.nr, f.soort, f.dag, _Velden(blok, plek, f.soort, spoor))
        for plek, f in enumerate(blok.feiten_van(nr), eerste)
    ]
    zaak = _Zaak(feiten, blok, spoor)
    spoor.alle_feiten = spoor.rekent = False
    uitslag = regels.uitslag(waarborg, zaak)
    return uitslag, spoor.kijk()
