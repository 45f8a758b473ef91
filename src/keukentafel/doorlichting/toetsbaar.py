"""Which safeguards a log can tell anything about: those of which it can hold a deciding fact or field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import singledispatch
from typing import Any

from keukentafel.doorlichting import regels
from keukentafel.procedure.moment import ONBEKEND, eindmomenten
from keukentafel.procedure.waarborg import Afwezig, Brief, Eigen, Onderdelen, Orde, Rol, VolgtTermijn, Waarborg

Beslisser = tuple[str, str | None]
"""A kind that decides by itself, or a kind with the field that must be known."""


def toetsbaar(waarborg: Waarborg, kan_soort: Callable[[str], bool], velden: frozenset[str]) -> bool:
    """Can a log with these kinds and field columns hold anything that decides this safeguard?"""
    return any(
        kan_soort(soort) and (veld is None or _gedragen(soort, veld, velden)) for soort, veld in beslissers(waarborg)
    )


def _gedragen(soort: str, pad: str, velden: frozenset[str]) -> bool:
    veld = pad.partition(".")[0]
    return any(van == veld and kolom in velden for kolom, van in regels.VELDKOLOMMEN[soort].items())


def beslissers(waarborg: Waarborg) -> set[Beslisser]:
    """What decides a safeguard, read from its declaration."""
    return set(_van(waarborg.familie))


@singledispatch
def _van(familie: Any) -> Iterator[Beslisser]:
    raise TypeError(familie)


@_van.register
def _(o: Orde) -> Iterator[Beslisser]:
    for soorten, waar in eindmomenten(o.dan):
        veld = None if waar is None or waar.standaard is not ONBEKEND else waar.pad
        yield from ((soort, veld) for soort in soorten)


@_van.register
def _(o: Onderdelen) -> Iterator[Beslisser]:
    yield from ((soort, veld) for soort in o.soorten for delen in o.delen.values() for veld, _ in delen)


@_van.register
def _(b: Brief) -> Iterator[Beslisser]:
    yield b.soort, b.veld


@_van.register
def _(r: Rol) -> Iterator[Beslisser]:
    yield from ((r.soort, veld) for veld, _ in r.velden)


@_van.register
def _(a: Afwezig) -> Iterator[Beslisser]:
    yield a.soort, a.waar.pad


@_van.register
def _(v: VolgtTermijn) -> Iterator[Beslisser]:
    yield from ((soort, None) for soort in regels.TERMIJNEN[v.termijn].gehaald_door)


@_van.register
def _(e: Eigen) -> Iterator[Beslisser]:
    for veld in e.velden:
        soort, _, pad = veld.partition(".")
        yield soort, pad
    soorten = e.beslist_door or (() if e.velden else e.soorten)
    yield from ((soort, None) for soort in soorten)
