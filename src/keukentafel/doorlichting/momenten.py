"""Moments of the procedure over columns: the same declarations that `procedure.moment` reads for one case."""

from __future__ import annotations

from functools import singledispatch
from typing import Final

import numpy as np

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.blok import NOOIT, Blok, Getallen, Reeks, kies_sleutel
from keukentafel.procedure.feit import Feit
from keukentafel.procedure.moment import Eerste, Laatste, Moment, Na, Voorrang, Vroegste, Waar

ONBEKEND, NIET, WEL = np.int8(-1), np.int8(0), np.int8(1)
_DRIE: Final = {None: ONBEKEND, False: NIET, True: WEL}


def geldt(blok: Blok, soort: str, waar: Waar) -> Getallen:
    """For every fact of a kind whether it meets a filter: 1, 0, or -1 where it does not say."""
    sleutel = ("geldt", soort, waar)
    if sleutel not in blok.geheugen:
        veld = waar.pad.partition(".")[0]
        codes, waarden = blok.veld(soort, veld) if veld in regels.VELDKOLOMMEN[soort].values() else (None, [None])
        uitkomsten = np.array(
            [_DRIE[waar.geldt(Feit(1, soort, 1, {} if w is None else {veld: w}))] for w in waarden], np.int8
        )
        if codes is None:
            codes = np.zeros(len(blok.van(soort)), np.int32)
        blok.geheugen[sleutel] = uitkomsten.take(codes)
    return blok.geheugen[sleutel]  # type: ignore[no-any-return]


def drie(blok: Blok, soorten: tuple[str, ...], waar: Waar) -> tuple[Reeks, Getallen]:
    """The facts of these kinds and, for each, whether it meets the filter."""
    reeks = blok.van(*soorten)
    aanwezig = [soort for soort in soorten if blok.heeft(soort)]
    if len(aanwezig) == 1:
        return reeks, geldt(blok, aanwezig[0], waar)
    alle = np.zeros(len(blok.soort), np.int8)
    for soort in aanwezig:
        alle[blok.van(soort).plek] = geldt(blok, soort, waar)
    return reeks, alle[reeks.plek]


def passend(blok: Blok, soorten: tuple[str, ...], waar: Waar | None) -> Reeks:
    """The facts of these kinds that certainly meet the filter."""
    if waar is None:
        return blok.van(*soorten)
    sleutel = ("passend", soorten, waar)
    if sleutel not in blok.geheugen:
        reeks, uitkomst = drie(blok, soorten, waar)
        blok.geheugen[sleutel] = reeks if (uitkomst == WEL).all() else reeks.deel(uitkomst == WEL)
    return blok.geheugen[sleutel]  # type: ignore[no-any-return]


def moment(blok: Blok, m: Moment) -> Getallen:
    """Per case the key of the fact that is meant, or `NOOIT`. The caller does not write in it."""
    sleutel = ("moment", _nummer(m))
    uit = blok.geheugen.get(sleutel)
    if uit is None:
        uit = blok.geheugen[sleutel] = _van(m, blok)
    return uit  # type: ignore[no-any-return]


def er_is(blok: Blok, m: Moment) -> Getallen:
    """Per case whether the moment exists."""
    sleutel = ("er is", _nummer(m))
    uit = blok.geheugen.get(sleutel)
    if uit is None:
        uit = blok.geheugen[sleutel] = moment(blok, m) != NOOIT
    return uit  # type: ignore[no-any-return]


_NUMMERS: Final[dict[Moment, int]] = {}
_OP_PLEK: Final[dict[int, tuple[Moment, int]]] = {}


def _nummer(m: Moment) -> int:
    """One number for equal moments, found by the place of the object: the hash of a declaration takes longer."""
    gevonden = _OP_PLEK.get(id(m))
    if gevonden is None:
        gevonden = _OP_PLEK[id(m)] = (m, _NUMMERS.setdefault(m, len(_NUMMERS)))
    return gevonden[1]


@singledispatch
def _van(m: Moment, blok: Blok) -> Getallen:
    raise TypeError(m)


@_van.register
def _(m: Eerste, blok: Blok) -> Getallen:
    return eerste_vanaf(blok, m.soorten, m.waar, blok.alle, None)


@_van.register
def _(m: Laatste, blok: Blok) -> Getallen:
    return passend(blok, m.soorten, m.waar).laatste


@_van.register
def _(m: Na, blok: Blok) -> Getallen:
    begin = moment(blok, m.moment)
    rijen = np.flatnonzero(begin != NOOIT)
    uit = np.full(blok.n, NOOIT, np.int32)
    if len(rijen) and any(blok.heeft(soort) for soort in m.soorten):
        uit[rijen] = eerste_vanaf(blok, m.soorten, m.waar, rijen, begin.take(rijen) + np.int32(1))
    return uit


def eerste_vanaf(
    blok: Blok, soorten: tuple[str, ...], waar: Waar | None, zaak: Getallen, grens: Getallen | None
) -> Getallen:
    """For each asked case the first fact of these kinds that meets the filter, with a key of at least `grens`."""
    uit: Getallen | None = None
    for soort in soorten:
        if blok.heeft(soort):
            reeks = passend(blok, (soort,), waar)
            deel = reeks.neem(zaak) if grens is None else reeks.vanaf(zaak, grens)
            uit = deel if uit is None else np.minimum(uit, deel)
    return np.full(len(zaak), NOOIT, np.int32) if uit is None else uit


@_van.register
def _(m: Voorrang, blok: Blok) -> Getallen:
    uit = moment(blok, m.momenten[0])
    for deel in m.momenten[1:]:
        uit = kies_sleutel(uit != NOOIT, uit, moment(blok, deel))
    return uit


@_van.register
def _(m: Vroegste, blok: Blok) -> Getallen:
    uit = moment(blok, m.momenten[0])
    for deel in m.momenten[1:]:
        uit = np.minimum(uit, moment(blok, deel))
    return uit
