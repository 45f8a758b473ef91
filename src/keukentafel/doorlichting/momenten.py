"""Moments of the procedure over columns: the same declarations that `procedure.moment` reads for one case."""

from __future__ import annotations

from functools import singledispatch
from typing import Final

import numpy as np

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.blok import NOOIT, SCHUIF, Blok, Getallen, Reeks
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
        blok.geheugen[sleutel] = uitkomsten[codes if codes is not None else np.zeros(len(blok.van(soort)), np.int64)]
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
    uit = blok.geheugen.get(m)
    if uit is None:
        uit = blok.geheugen[m] = _van(m, blok)
    return uit  # type: ignore[no-any-return]


@singledispatch
def _van(m: Moment, blok: Blok) -> Getallen:
    raise TypeError(m)


@_van.register
def _(m: Eerste, blok: Blok) -> Getallen:
    return passend(blok, m.soorten, m.waar).eerste


@_van.register
def _(m: Laatste, blok: Blok) -> Getallen:
    return passend(blok, m.soorten, m.waar).laatste


@_van.register
def _(m: Na, blok: Blok) -> Getallen:
    begin = moment(blok, m.moment)
    uit = np.full(blok.n, NOOIT, np.int32)
    rijen = np.flatnonzero(begin != NOOIT)
    reeks = passend(blok, m.soorten, m.waar)
    if len(rijen) and len(reeks):
        uit[rijen] = reeks.vanaf(rijen, begin[rijen] + np.int32(1))
    return uit


@_van.register
def _(m: Voorrang, blok: Blok) -> Getallen:
    uit = moment(blok, m.momenten[0])
    for deel in m.momenten[1:]:
        uit = np.where(uit != NOOIT, uit, moment(blok, deel))
    return uit


@_van.register
def _(m: Vroegste, blok: Blok) -> Getallen:
    uit = moment(blok, m.momenten[0])
    for deel in m.momenten[1:]:
        uit = np.minimum(uit, moment(blok, deel))
    return uit


def dag(sleutel: Getallen) -> Getallen:
    """The day of a moment; meaningless for `NOOIT`."""
    return sleutel >> SCHUIF
