"""Safeguards over columns: the families of `procedure.waarborg`, judged for all cases of a block at once.

A verdict is a small integer: its place in `regels.UITSLAGEN`. `Eigen` (a function) is judged by its course of events,
see `verloop`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch
from typing import Any, Final

import numpy as np

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.blok import NOOIT, SCHUIF, Blok, Getallen, Reeks
from keukentafel.doorlichting.datums import DAG0
from keukentafel.doorlichting.kalender import werkdagen_verder
from keukentafel.doorlichting.momenten import NIET, ONBEKEND, drie, moment
from keukentafel.doorlichting.standen import GEEN_EINDE, GEHAALD, OVERSCHREDEN, TE_LAAT, VERVALLEN
from keukentafel.doorlichting.termijnen import einde_per_zaak, standen
from keukentafel.doorlichting.verloop import eigen
from keukentafel.procedure.moment import Moment, Waar, eindmomenten
from keukentafel.procedure.normen import STANDAARDNORMEN
from keukentafel.procedure.waarborg import (
    Afwezig,
    Brief,
    Eigen,
    Grens,
    Onderdelen,
    Orde,
    Rol,
    Uitslag,
    VolgtTermijn,
    Waarborg,
)

NAGEKOMEN, GESCHONDEN, LOOPT, NVT, NVTS = (
    np.int8(regels.UITSLAGEN.index(u))
    for u in (
        Uitslag.NAGEKOMEN, Uitslag.GESCHONDEN, Uitslag.LOOPT, Uitslag.NIET_VAN_TOEPASSING, Uitslag.NIET_VAST_TE_STELLEN,
    )
)  # fmt: skip
GEEN: Final = np.zeros(0, np.int32)


def oordelen(blok: Blok, waarborg: Waarborg) -> Getallen:
    """The verdict on one safeguard for every case of the block."""
    uit = np.full(blok.n, NVT, np.int8)
    rijen, gevonden = _oordeel(waarborg.familie, waarborg, blok)
    uit[rijen] = gevonden
    for zaak in np.flatnonzero(blok.apart & ~blok.voor_de_wet):
        uit[zaak] = regels.uitslag(waarborg, regels.zaak_van(blok, int(zaak)))
    uit[blok.voor_de_wet] = NVTS
    return uit


@singledispatch
def _oordeel(familie: Any, waarborg: Waarborg, blok: Blok) -> tuple[Getallen, Any]:
    """The cases to which the safeguard applies, and their verdicts."""
    raise TypeError(familie)


@_oordeel.register
def _(familie: Eigen, waarborg: Waarborg, blok: Blok) -> tuple[Getallen, Any]:
    return eigen(blok, waarborg, familie)


# --- until when ------------------------------------------------------------------------------------------------------


def _begonnen(blok: Blok, als: Moment | None) -> tuple[Getallen, Getallen]:
    """The cases in which it has begun, and the moment."""
    begin = blok.van("melding_ontvangen").eerste if als is None else moment(blok, als)
    rijen = np.flatnonzero(begin != NOOIT)
    return rijen, begin[rijen]


def _laatste_dag(blok: Blok, grens: Grens, rijen: Getallen, begin: Getallen) -> Getallen:
    if grens.termijn is not None:
        return einde_per_zaak(blok, grens.termijn)[rijen]
    uit = np.full(len(rijen), GEEN_EINDE, np.int32)
    if grens.norm is not None:
        dag = begin >> SCHUIF
        for nr, norm in enumerate(STANDAARDNORMEN[grens.norm]):
            deel = dag >= norm.vanaf.toordinal() - DAG0 if nr else np.ones(len(dag), bool)
            erbij = dag[deel] + np.int32(norm.duur.aantal)
            uit[deel] = werkdagen_verder(dag[deel], norm.duur.aantal) if norm.werkdagen else erbij
    return uit


def _grensact(blok: Blok, grens: Grens, rijen: Getallen) -> Getallen:
    uit = np.full(len(rijen), NOOIT, np.int32)
    for acten in grens.acten:
        uit = np.minimum(uit, moment(blok, acten)[rijen])
    return uit


def _op_tijd(grens: Grens, feit: Getallen, act: Getallen, laatste: Getallen) -> Getallen:
    dag = feit >> SCHUIF
    voor = feit <= act
    if grens.tot_en_met:
        voor |= dag == act >> SCHUIF
    return voor & (dag <= laatste)


def _nog_niet(blok: Blok, act: Getallen, laatste: Getallen) -> Getallen:
    verstreken = (act != NOOIT) | (np.int32(blok.vandaag) > laatste)
    return np.where(verstreken, GESCHONDEN, LOOPT)


def _gestopt(blok: Blok, grens: Grens, rijen: Getallen, act: Getallen) -> Getallen:
    """Cases in which the term no longer matters, and no act closes it."""
    uit = np.zeros(blok.n, bool)
    if grens.termijn is not None:
        s = standen(blok, regels.TERMIJNEN[grens.termijn])
        uit[s.zaak[s.status == VERVALLEN]] = True
    return uit[rijen] & (act == NOOIT)


# --- the families ----------------------------------------------------------------------------------------------------


@_oordeel.register
def _(o: Orde, waarborg: Waarborg, blok: Blok) -> tuple[Getallen, Any]:
    rijen, begin = _begonnen(blok, o.als)
    if not len(rijen):
        return rijen, NVT
    laatste = _laatste_dag(blok, o.grens, rijen, begin)
    act = _grensact(blok, o.grens, rijen)
    feit = moment(blok, o.dan)[rijen]
    goed = NAGEKOMEN if o.te_laat_mag else np.where(_op_tijd(o.grens, feit, act, laatste), NAGEKOMEN, GESCHONDEN)
    nog_niet = np.where(_gestopt(blok, o.grens, rijen, act), NVT, _nog_niet(blok, act, laatste))
    if o.behalve is not None:
        nog_niet = np.where(moment(blok, o.behalve)[rijen] != NOOIT, NVT, nog_niet)
    if any(waar is not None for _, waar in eindmomenten(o.dan)):
        twijfel = _misschien(blok, o, _verspreid(blok, rijen, act), _verspreid(blok, rijen, laatste))
        nog_niet = np.where(twijfel[rijen], NVTS, nog_niet)
    return rijen, np.where(feit != NOOIT, goed, nog_niet)


def _verspreid(blok: Blok, rijen: Getallen, waarden: Getallen) -> Getallen:
    """Values of some cases as a column of all."""
    uit = np.full(blok.n, NOOIT, np.int32)
    uit[rijen] = waarden
    return uit


def _misschien(blok: Blok, o: Orde, act: Getallen, laatste: Getallen) -> Getallen:
    """Cases with a fact in time that might be it, but does not bear the field that tells."""
    uit = np.zeros(blok.n, bool)
    for soorten, waar in eindmomenten(o.dan):
        if waar is not None:
            reeks, uitkomst = drie(blok, soorten, waar)
            reeks = reeks.deel(uitkomst == ONBEKEND)
            uit[reeks.zaak[_op_tijd(o.grens, reeks.sleutel, act[reeks.zaak], laatste[reeks.zaak])]] = True
    return uit


@_oordeel.register
def _(o: Onderdelen, waarborg: Waarborg, blok: Blok) -> tuple[Getallen, Any]:
    rijen, begin = _begonnen(blok, o.als)
    if not len(rijen):
        return rijen, NVT
    act = _verspreid(blok, rijen, _grensact(blok, o.grens, rijen))
    laatste = _verspreid(blok, rijen, _laatste_dag(blok, o.grens, rijen, begin))
    reeks = blok.van(*o.soorten)
    binnen = _op_tijd(o.grens, reeks.sleutel, act[reeks.zaak], laatste[reeks.zaak])
    gezien, zwijgt = _delen(blok, o)
    per_zaak = np.zeros(blok.n, np.int64)
    zaken = reeks.zaak[binnen]
    if reeks.dubbel:
        np.bitwise_or.at(per_zaak, zaken, gezien[binnen] | _ER_IS_IETS)
    else:
        per_zaak[zaken] = gezien[binnen] | _ER_IS_IETS
    misschien = np.zeros(blok.n, np.int64)
    np.bitwise_or.at(misschien, zaken, zwijgt[binnen])
    alles = (1 << sum(len(delen) for delen in o.delen.values())) - 1 | _ER_IS_IETS
    kan_alles = (per_zaak | misschien)[rijen] == alles
    nog_niet = _nog_niet(blok, act[rijen], laatste[rijen])
    uit = np.where(_gestopt(blok, o.grens, rijen, act[rijen]), NVT, nog_niet)
    uit = np.where(kan_alles, NVTS, uit)
    return rijen, np.where(per_zaak[rijen] == alles, NAGEKOMEN, uit)


_ER_IS_IETS: Final = 1 << 62


def _delen(blok: Blok, o: Onderdelen) -> tuple[Getallen, Getallen]:
    """Per fact which parts it holds (a bit each), and which it may hold, for want of the field that tells."""
    bits = {deel: 1 << nr for nr, deel in enumerate(d for delen in o.delen.values() for d in delen)}
    velden = dict.fromkeys(veld for veld, _ in bits)
    gezien, zwijgt = np.zeros(len(blok.soort), np.int64), np.zeros(len(blok.soort), np.int64)
    for soort in o.soorten:
        if not blok.heeft(soort):
            continue
        plek = blok.van(soort).plek
        for veld in velden:
            codes, waarden = blok.veld(soort, veld)
            maskers = [sum(b for (v, w), b in bits.items() if v == veld and w in (waarde or ())) for waarde in waarden]
            gezien[plek] |= np.array(maskers, np.int64)[codes]
            kan = sum(b for (v, _), b in bits.items() if v == veld)
            zwijgt[plek] |= np.array([kan if waarde is None else 0 for waarde in waarden], np.int64)[codes]
    plekken = blok.van(*o.soorten).plek
    return gezien[plekken], zwijgt[plekken]


@_oordeel.register
def _(b: Brief, waarborg: Waarborg, blok: Blok) -> tuple[Getallen, Any]:
    reeks = blok.van(b.soort)
    if not len(reeks):
        return GEEN, NVT
    bits = {deel: 1 << nr for nr, deel in enumerate(b.delen)}
    nodig = np.full(blok.n, sum(bits.values()), np.int64)
    for m, delen in b.alleen_als:
        nodig[moment(blok, m) == NOOIT] &= ~sum(bits[deel] for deel in delen if deel in bits)
    codes, waarden = blok.veld(b.soort, b.veld)
    gezien = np.array([sum(bit for deel, bit in bits.items() if deel in (w or ())) for w in waarden], np.int64)[codes]
    bekend = np.array([w is not None for w in waarden])[codes]
    vraag = nodig[reeks.zaak]
    volledig = bekend & (gezien & vraag == vraag)
    return _herstelbaar(blok, b, reeks, bekend, volledig)


def _herstelbaar(blok: Blok, b: Brief, reeks: Reeks, bekend: Getallen, volledig: Getallen) -> tuple[Getallen, Any]:
    """The first letter decides, unless a later complete one before the act it prepares mends it."""
    eerste = np.append(True, reeks.zaak[1:] != reeks.zaak[:-1])
    rijen = reeks.zaak[eerste]
    uit = np.where(bekend, np.where(volledig, NAGEKOMEN, GESCHONDEN), NVTS)[eerste]
    if reeks.dubbel:
        tot = moment(blok, b.herstel_tot)[reeks.zaak] if b.herstel_tot is not None else NOOIT
        hersteld = np.zeros(blok.n, bool)
        hersteld[reeks.zaak[volledig & (reeks.sleutel <= tot)]] = True
        uit = np.where(hersteld[rijen], NAGEKOMEN, uit)
    return rijen, uit


def _per_zaak(blok: Blok, reeks: Reeks, fout: Getallen, onbekend: Getallen) -> Getallen:
    """Broken by one fact, else unknown by one, else kept; for every case of the block."""
    uit = np.full(blok.n, NAGEKOMEN, np.int8)
    uit[reeks.zaak[onbekend]] = NVTS
    uit[reeks.zaak[fout]] = GESCHONDEN
    return uit


@_oordeel.register
def _(r: Rol, waarborg: Waarborg, blok: Blok) -> tuple[Getallen, Any]:
    reeks = blok.van(r.soort)
    fout, onbekend = np.zeros(len(reeks), bool), np.zeros(len(reeks), bool)
    for pad, goed in r.velden if len(reeks) else ():
        _, uitkomst = drie(blok, (r.soort,), Waar(pad, (goed,)))
        fout |= uitkomst == NIET
        onbekend |= uitkomst == ONBEKEND
    uit = _per_zaak(blok, reeks, fout, onbekend)
    er_is = reeks.eerste != NOOIT
    if r.loopt_na is None:
        return np.flatnonzero(er_is), uit[er_is]
    loopt = ~er_is & (moment(blok, r.loopt_na) != NOOIT)
    if r.tenzij is not None:
        loopt &= moment(blok, r.tenzij) == NOOIT
    uit[loopt] = LOOPT
    rijen = np.flatnonzero(er_is | loopt)
    return rijen, uit[rijen]


@_oordeel.register
def _(a: Afwezig, waarborg: Waarborg, blok: Blok) -> tuple[Getallen, Any]:
    reeks = blok.van(a.soort)
    if not len(reeks):
        return GEEN, NVT
    _, uitkomst = drie(blok, (a.soort,), a.waar)
    rijen = np.unique(reeks.zaak)
    return rijen, _per_zaak(blok, reeks, uitkomst > NIET, uitkomst == ONBEKEND)[rijen]


_VAN_STATUS: Final[Mapping[int, Any]] = {
    GEHAALD: NAGEKOMEN, TE_LAAT: GESCHONDEN, OVERSCHREDEN: GESCHONDEN, VERVALLEN: NVT,
}  # fmt: skip


@_oordeel.register
def _(v: VolgtTermijn, waarborg: Waarborg, blok: Blok) -> tuple[Getallen, Any]:
    s = standen(blok, regels.TERMIJNEN[v.termijn])
    tabel = np.array([_VAN_STATUS.get(nr, LOOPT) for nr in range(len(regels.STATUSSEN))], np.int8)
    uit = tabel[s.status]
    peil = np.where(s.gehaald != NOOIT, s.gehaald >> SCHUIF, np.int32(blok.vandaag))
    mist = (s.zeker != NOOIT) & (s.zeker < peil) & (peil <= s.uiterlijk)
    uit[(mist | (s.uiterlijk == GEEN_EINDE)) & (s.status != VERVALLEN)] = NVTS
    return s.zaak, uit
