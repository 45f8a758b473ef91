"""Moments: which fact of a case is meant. Data, so that one text serves one case and a million.

A moment is asked of a `Zaak` (`moment.van(zaak)`) and gives the fact or None; `doorlichting` evaluates the same
moments over columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from keukentafel.procedure.feit import Feit

if TYPE_CHECKING:
    from keukentafel.procedure.zaak import Zaak


class _Onbekend:
    """The value of a field that the fact does not bear: not known, so neither true nor false."""

    def __repr__(self) -> str:
        return "ONBEKEND"


ONBEKEND: Final = _Onbekend()


def waarde(feit: Feit, pad: str) -> Any:
    """The value at a path such as `gespreksvoerder.belang`; through a list it gives all values found there.

    `ONBEKEND` when the field, or any step of the path, is absent.
    """
    if "." not in pad:
        return feit.velden.get(pad, ONBEKEND)
    stap: Any = feit.velden
    for naam in pad.split("."):
        if isinstance(stap, tuple):
            stap = tuple(regel[naam] for regel in stap if isinstance(regel, dict) and naam in regel)
        elif naam in stap:
            stap = stap[naam]
        else:
            return ONBEKEND
    return stap


@dataclass(frozen=True, slots=True)
class Waar:
    """Facts whose field holds one of these values (a list field: at least one). `standaard`: what absence means."""

    pad: str
    een_van: tuple[Any, ...]
    standaard: Any = ONBEKEND

    def geldt(self, feit: Feit) -> bool | None:
        """True, False, or None when the fact does not say."""
        gevonden = waarde(feit, self.pad)
        if gevonden is ONBEKEND:
            gevonden = self.standaard
            if gevonden is ONBEKEND:
                return None
        if isinstance(gevonden, tuple):
            return any(w in self.een_van for w in gevonden)
        return gevonden in self.een_van


@dataclass(frozen=True, slots=True)
class Eerste:
    """The first fact of one of these kinds (that certainly meets `waar`)."""

    soorten: tuple[str, ...]
    waar: Waar | None = None

    def van(self, zaak: Zaak) -> Feit | None:
        rij = zaak.van_een(self.soorten)
        if self.waar is None or not rij:
            return rij[0] if rij else None
        for feit in rij:
            if self.waar.geldt(feit):
                return feit
        return None


@dataclass(frozen=True, slots=True)
class Laatste:
    """The last fact of one of these kinds (that certainly meets `waar`)."""

    soorten: tuple[str, ...]
    waar: Waar | None = None

    def van(self, zaak: Zaak) -> Feit | None:
        for feit in reversed(zaak.van_een(self.soorten)):
            if self.waar is None or self.waar.geldt(feit):
                return feit
        return None


@dataclass(frozen=True, slots=True)
class Na:
    """The first fact of these kinds after another moment, in the order of the case."""

    moment: Moment
    soorten: tuple[str, ...]
    waar: Waar | None = None

    def van(self, zaak: Zaak) -> Feit | None:
        begin = self.moment.van(zaak)
        if begin is None:
            return None
        for feit in zaak.van_een(self.soorten):
            if feit.sleutel > begin.sleutel and (self.waar is None or self.waar.geldt(feit)):
                return feit
        return None


@dataclass(frozen=True, slots=True)
class Voorrang:
    """The first of these moments that exists (a talk; without a talk the file study; else the report)."""

    momenten: tuple[Moment, ...]

    def van(self, zaak: Zaak) -> Feit | None:
        for moment in self.momenten:
            feit = moment.van(zaak)
            if feit is not None:
                return feit
        return None


@dataclass(frozen=True, slots=True)
class Vroegste:
    """The earliest of these moments."""

    momenten: tuple[Moment, ...]

    def van(self, zaak: Zaak) -> Feit | None:
        gevonden = [f for m in self.momenten if (f := m.van(zaak)) is not None]
        return min(gevonden, key=_sleutel) if gevonden else None


@dataclass(frozen=True, slots=True)
class Begin:
    """The fact of these kinds from which a term runs: an application that came too early starts none."""

    termijn: str
    soorten: tuple[str, ...]
    waar: None = None

    def van(self, zaak: Zaak) -> Feit | None:
        stand = zaak.stand(self.termijn)
        return None if stand is None else stand.feit


def _sleutel(feit: Feit) -> int:
    return feit.sleutel


Moment = Eerste | Laatste | Na | Voorrang | Vroegste | Begin


def eerste(*soorten: str, waar: Waar | None = None) -> Eerste:
    return Eerste(soorten, waar)


def laatste(*soorten: str, waar: Waar | None = None) -> Laatste:
    return Laatste(soorten, waar)


def na(moment: Moment, *soorten: str, waar: Waar | None = None) -> Na:
    return Na(moment, soorten, waar)


def voorrang(*momenten: Moment) -> Voorrang:
    return Voorrang(momenten)


def vroegste(*momenten: Moment) -> Vroegste:
    return Vroegste(momenten)


def eindmomenten(moment: Moment) -> Iterator[tuple[tuple[str, ...], Waar | None]]:
    """The kinds (with their filter) whose presence decides a moment."""
    if isinstance(moment, (Voorrang, Vroegste)):
        for deel in moment.momenten:
            yield from eindmomenten(deel)
    else:
        yield moment.soorten, moment.waar


def soorten_van(moment: Moment) -> frozenset[str]:
    """Every kind that a moment looks at."""
    uit = {soort for soorten, _ in eindmomenten(moment) for soort in soorten}
    if isinstance(moment, Na):
        uit |= soorten_van(moment.moment)
    return frozenset(uit)
