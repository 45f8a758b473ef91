"""Moments of the procedure over columns: the same declarations that `procedure.moment` reads for one case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import Final

import numpy as np

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.blok import Blok
from keukentafel.doorlichting.kiezen import Getallen, kies_sleutel, vertaal
from keukentafel.doorlichting.reeks import NOOIT, Reeks
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
            codes = np.zeros(len(blok.van(soort)), np.uint8)
        blok.geheugen[sleutel] = vertaal(codes, uitkomsten)
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
        uit = blok.geheugen[sleutel] = kolom_van(m, blok)
    return uit  # type: ignore[no-any-return]


def er_is(blok: Blok, m: Moment) -> Getallen:
    """Per case whether the moment exists."""
    sleutel = ("er is", _nummer(m))
    uit = blok.geheugen.get(sleutel)
    if uit is None:
        wanneer = moment(blok, m)
        uit = blok.geheugen[sleutel] = blok.nergens if wanneer is blok.nooit else wanneer != NOOIT
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
def kolom_van(m: Moment, blok: Blok) -> Getallen:
    """How a kind of moment is evaluated; asked through `moment`, which keeps the outcome."""
    raise TypeError(m)


@kolom_van.register
def _(m: Eerste, blok: Blok) -> Getallen:
    return eerste_vanaf(blok, m.soorten, m.waar, blok.alle, None)


@kolom_van.register
def _(m: Laatste, blok: Blok) -> Getallen:
    reeks = passend(blok, m.soorten, m.waar)
    return reeks.laatste if len(reeks) else blok.nooit


@kolom_van.register
def _(m: Na, blok: Blok) -> Getallen:
    begin = moment(blok, m.moment)
    if begin is blok.nooit:
        return begin
    return _vroegste(blok, (r.na(blok.alle, begin) for r in _reeksen(blok, m.soorten, m.waar)))


@kolom_van.register
def _(m: Voorrang, blok: Blok) -> Getallen:
    uit = blok.nooit
    for deel in m.momenten:
        wanneer = moment(blok, deel)
        if wanneer is not blok.nooit:
            uit = wanneer if uit is blok.nooit else kies_sleutel(uit != NOOIT, uit, wanneer)
    return uit


@kolom_van.register
def _(m: Vroegste, blok: Blok) -> Getallen:
    return _vroegste(blok, (moment(blok, deel) for deel in m.momenten))


def _vroegste(blok: Blok, momenten: Iterable[Getallen]) -> Getallen:
    uit = blok.nooit
    for wanneer in momenten:
        if wanneer is not blok.nooit:
            uit = wanneer if uit is blok.nooit else np.minimum(uit, wanneer)
    return uit


def _reeksen(blok: Blok, soorten: tuple[str, ...], waar: Waar | None) -> Iterator[Reeks]:
    """The facts that are meant, kind by kind, as far as there are any."""
    for soort in soorten:
        if blok.heeft(soort):
            reeks = passend(blok, (soort,), waar)
            if len(reeks):
                yield reeks


def eerste_vanaf(
    blok: Blok, soorten: tuple[str, ...], waar: Waar | None, zaak: Getallen, grens: Getallen | None
) -> Getallen:
    """For each asked case the first fact of these kinds that meets the filter, with a key of at least `grens`."""
    uit: Getallen | None = None
    for reeks in _reeksen(blok, soorten, waar):
        deel = reeks.neem(zaak) if grens is None else reeks.vanaf(zaak, grens)
        uit = deel if uit is None else np.minimum(uit, deel)
    if uit is None:
        return blok.nooit if zaak is blok.alle else np.full(len(zaak), NOOIT, np.int32)
    return uit
