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
from keukentafel.doorlichting.blok import NOOIT, SCHUIF, Blok, Getallen, Reeks, kies, neem
from keukentafel.doorlichting.datums import DAG0
from keukentafel.doorlichting.kalender import werkdagen_verder
from keukentafel.doorlichting.momenten import NIET, ONBEKEND, drie, moment
from keukentafel.doorlichting.onderdelen import delen, vraag
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


Oordelen = tuple[Getallen | None, Any]
"""The cases to which the safeguard may apply (None: all), and their verdicts."""

NERGENS: Final[Oordelen] = (None, NVT)


def oordelen(blok: Blok, waarborg: Waarborg) -> Getallen:
    """The verdict on one safeguard for every case of the block."""
    rijen, gevonden = _oordeel(waarborg.familie, waarborg, blok)
    if rijen is None and isinstance(gevonden, np.ndarray):
        uit = gevonden
    else:
        uit = np.full(blok.n, NVT, np.int8)
        if rijen is not None:
            uit[rijen] = gevonden
    for zaak in np.flatnonzero(blok.apart & ~blok.voor_de_wet):
        uit[zaak] = regels.uitslag(waarborg, regels.zaak_van(blok, int(zaak)))
    if blok.voor_de_wet.any():
        uit[blok.voor_de_wet] = NVTS
    return uit


@singledispatch
def _oordeel(familie: Any, waarborg: Waarborg, blok: Blok) -> Oordelen:
    raise TypeError(familie)


@_oordeel.register
def _(familie: Eigen, waarborg: Waarborg, blok: Blok) -> Oordelen:
    return eigen(blok, waarborg, familie)


# --- until when: columns of all cases, also where the safeguard does not apply ----------------------------------------


def _begin(blok: Blok, als: Moment | None) -> Getallen:
    """The moment that sets it going."""
    return blok.van("melding_ontvangen").eerste if als is None else moment(blok, als)


def _laatste_dag(blok: Blok, grens: Grens, begin: Getallen) -> Getallen:
    if grens.termijn is not None:
        return einde_per_zaak(blok, grens.termijn)
    uit = np.full(blok.n, GEEN_EINDE, np.int32)
    if grens.norm is not None:
        dag = begin >> SCHUIF
        for nr, norm in enumerate(STANDAARDNORMEN[grens.norm]):
            deel = dag >= norm.vanaf.toordinal() - DAG0 if nr else np.ones(len(dag), bool)
            erbij = dag[deel] + np.int32(norm.duur.aantal)
            uit[deel] = werkdagen_verder(dag[deel], norm.duur.aantal) if norm.werkdagen else erbij
    return uit


def _grensact(blok: Blok, grens: Grens) -> Any:
    """The earliest closing act."""
    uit: Any = NOOIT
    for acten in grens.acten:
        uit = np.minimum(uit, moment(blok, acten))
    return uit


def _op_tijd(grens: Grens, feit: Getallen, act: Any, laatste: Getallen) -> Getallen:
    dag = feit >> SCHUIF
    voor = feit <= act
    if grens.tot_en_met:
        voor |= dag == act >> SCHUIF
    return voor & (dag <= laatste)


def _nog_niet(blok: Blok, grens: Grens, act: Any, laatste: Getallen) -> Getallen:
    """Nothing done: broken once the limit has passed, else it runs; not asked where the term was stopped."""
    gesloten = act != NOOIT
    uit = kies(gesloten | (np.int32(blok.vandaag) > laatste), GESCHONDEN, LOOPT)
    if grens.termijn is not None:
        uit = kies(_gestopt(blok, grens.termijn) & ~gesloten, NVT, uit)
    return uit


def _gestopt(blok: Blok, termijn: str) -> Getallen:
    """Cases in which the term no longer matters."""
    sleutel = ("gestopt", termijn)
    if sleutel not in blok.geheugen:
        s = standen(blok, regels.TERMIJNEN[termijn])
        uit = np.zeros(blok.n, bool)
        uit[s.zaak[s.status == VERVALLEN]] = True
        blok.geheugen[sleutel] = uit
    return blok.geheugen[sleutel]  # type: ignore[no-any-return]


# --- the families ----------------------------------------------------------------------------------------------------


@_oordeel.register
def _(o: Orde, waarborg: Waarborg, blok: Blok) -> Oordelen:
    begin = _begin(blok, o.als)
    begonnen = begin != NOOIT
    if not begonnen.any():
        return NERGENS
    laatste = _laatste_dag(blok, o.grens, begin)
    act = _grensact(blok, o.grens)
    feit = moment(blok, o.dan)
    uit = _nog_niet(blok, o.grens, act, laatste)
    if o.behalve is not None:
        uit = kies(moment(blok, o.behalve) != NOOIT, NVT, uit)
    if any(waar is not None for _, waar in eindmomenten(o.dan)):
        uit = kies(_misschien(blok, o, act, laatste), NVTS, uit)
    goed = NAGEKOMEN if o.te_laat_mag else kies(_op_tijd(o.grens, feit, act, laatste), NAGEKOMEN, GESCHONDEN)
    return None, kies(begonnen, kies(feit != NOOIT, goed, uit), NVT)


def _misschien(blok: Blok, o: Orde, act: Any, laatste: Getallen) -> Getallen:
    """Cases with a fact in time that might be it, but does not bear the field that tells."""
    uit = np.zeros(blok.n, bool)
    act = np.broadcast_to(act, blok.n)
    for soorten, waar in eindmomenten(o.dan):
        if waar is not None:
            reeks, uitkomst = drie(blok, soorten, waar)
            onbekend = uitkomst == ONBEKEND
            if onbekend.any():
                reeks = reeks.deel(onbekend)
                uit[reeks.zaak[_op_tijd(o.grens, reeks.sleutel, act[reeks.zaak], laatste[reeks.zaak])]] = True
    return uit


@_oordeel.register
def _(o: Onderdelen, waarborg: Waarborg, blok: Blok) -> Oordelen:
    begin = _begin(blok, o.als)
    begonnen = begin != NOOIT
    if not begonnen.any():
        return NERGENS
    act, laatste = _grensact(blok, o.grens), _laatste_dag(blok, o.grens, begin)
    gezien, misschien = gehouden(blok, o, act, laatste)
    nodig = np.int64(vraag(o))
    heeft = gezien & nodig
    uit = kies((heeft | misschien) & nodig == nodig, NVTS, _nog_niet(blok, o.grens, act, laatste))
    return None, kies(begonnen, kies(heeft == nodig, NAGEKOMEN, uit), NVT)


def gehouden(blok: Blok, o: Onderdelen, act: Any, laatste: Getallen) -> tuple[Getallen, Getallen]:
    """Per case the parts held before the limit (a bit each), and those that may be, for want of the field that tells.

    Every safeguard over the same facts and the same limit reads the same two columns.
    """
    sleutel = ("gehouden", o.soorten, o.grens)
    if sleutel not in blok.geheugen:
        reeks = blok.van(*o.soorten)
        binnen = _op_tijd(
            o.grens, reeks.sleutel, np.broadcast_to(act, blok.n)[reeks.zaak], laatste[reeks.zaak]
        ) if len(reeks) else np.zeros(0, bool)  # fmt: skip
        gezien, zwijgt = delen(blok, o.soorten)
        blok.geheugen[sleutel] = tuple(_samen(blok, reeks, kolom, binnen) for kolom in (gezien, zwijgt))
    return blok.geheugen[sleutel]  # type: ignore[no-any-return]


def _samen(blok: Blok, reeks: Reeks, bits: Getallen, binnen: Getallen) -> Getallen:
    """The bits of all facts of a case together."""
    uit = np.zeros(blok.n, np.int64)
    if reeks.dubbel:
        np.bitwise_or.at(uit, reeks.zaak[binnen], bits[binnen])
    else:
        uit[reeks.zaak[binnen]] = bits[binnen]
    return uit


@_oordeel.register
def _(b: Brief, waarborg: Waarborg, blok: Blok) -> Oordelen:
    reeks = blok.van(b.soort)
    if not len(reeks):
        return NERGENS
    bits = {deel: 1 << nr for nr, deel in enumerate(b.delen)}
    nodig = np.full(blok.n, sum(bits.values()), np.int64)
    for m, delen_ in b.alleen_als:
        nodig[moment(blok, m) == NOOIT] &= ~sum(bits[deel] for deel in delen_ if deel in bits)
    codes, waarden = blok.veld(b.soort, b.veld)
    gezien = np.array([sum(bit for deel, bit in bits.items() if deel in (w or ())) for w in waarden], np.int64)[codes]
    bekend = np.array([w is not None for w in waarden])[codes]
    gevraagd = neem(nodig, reeks.zaak)
    volledig = bekend & (gezien & gevraagd == gevraagd)
    return _herstelbaar(blok, b, reeks, bekend, volledig)


def _herstelbaar(blok: Blok, b: Brief, reeks: Reeks, bekend: Getallen, volledig: Getallen) -> Oordelen:
    """The first letter decides, unless a later complete one before the act it prepares mends it."""
    uit = kies(bekend, kies(volledig, NAGEKOMEN, GESCHONDEN), NVTS)
    if not reeks.dubbel:
        return reeks.zaak, uit
    eerste = np.append(True, reeks.zaak[1:] != reeks.zaak[:-1])
    rijen = reeks.zaak[eerste]
    tot = moment(blok, b.herstel_tot)[reeks.zaak] if b.herstel_tot is not None else NOOIT
    hersteld = np.zeros(blok.n, bool)
    hersteld[reeks.zaak[volledig & (reeks.sleutel <= tot)]] = True
    return rijen, kies(hersteld[rijen], NAGEKOMEN, uit[eerste])


def _per_zaak(blok: Blok, reeks: Reeks, fout: Getallen, onbekend: Getallen) -> Getallen:
    """Broken by one fact, else unknown by one, else kept; does not apply where there is none."""
    uit = kies(reeks.eerste != NOOIT, NAGEKOMEN, NVT)
    for masker, oordeel in ((onbekend, NVTS), (fout, GESCHONDEN)):
        if masker.any():
            uit[reeks.zaak[masker]] = oordeel
    return uit


@_oordeel.register
def _(r: Rol, waarborg: Waarborg, blok: Blok) -> Oordelen:
    reeks = blok.van(r.soort)
    fout, onbekend = np.zeros(len(reeks), bool), np.zeros(len(reeks), bool)
    for pad, goed in r.velden if len(reeks) else ():
        _, uitkomst = drie(blok, (r.soort,), Waar(pad, (goed,)))
        fout |= uitkomst == NIET
        onbekend |= uitkomst == ONBEKEND
    uit = _per_zaak(blok, reeks, fout, onbekend)
    if r.loopt_na is not None:
        loopt = (reeks.eerste == NOOIT) & (moment(blok, r.loopt_na) != NOOIT)
        if r.tenzij is not None:
            loopt &= moment(blok, r.tenzij) == NOOIT
        uit = kies(loopt, LOOPT, uit)
    return None, uit


@_oordeel.register
def _(a: Afwezig, waarborg: Waarborg, blok: Blok) -> Oordelen:
    reeks = blok.van(a.soort)
    if not len(reeks):
        return NERGENS
    _, uitkomst = drie(blok, (a.soort,), a.waar)
    return None, _per_zaak(blok, reeks, uitkomst > NIET, uitkomst == ONBEKEND)


_VAN_STATUS: Final[Mapping[int, Any]] = {
    GEHAALD: NAGEKOMEN, TE_LAAT: GESCHONDEN, OVERSCHREDEN: GESCHONDEN, VERVALLEN: NVT,
}  # fmt: skip
_OORDEEL_VAN_STATUS: Final = np.array([_VAN_STATUS.get(nr, LOOPT) for nr in range(len(regels.STATUSSEN))], np.int8)


@_oordeel.register
def _(v: VolgtTermijn, waarborg: Waarborg, blok: Blok) -> Oordelen:
    s = standen(blok, regels.TERMIJNEN[v.termijn])
    uit = _OORDEEL_VAN_STATUS.take(s.status)
    weet_niet = (s.uiterlijk == GEEN_EINDE) | s.hangt_af(blok.vandaag)
    if weet_niet.any():
        uit[weet_niet & (s.status != VERVALLEN)] = NVTS
    return s.zaak, uit
