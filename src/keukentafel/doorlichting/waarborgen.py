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
from keukentafel.doorlichting.blok import Blok
from keukentafel.doorlichting.datums import DAG0
from keukentafel.doorlichting.kalender import GEEN_EINDE, werkdagen_verder
from keukentafel.doorlichting.kiezen import Getallen, kies, kies_sleutel, vertaal
from keukentafel.doorlichting.momenten import NIET, ONBEKEND, WEL, drie, er_is, geldt, moment
from keukentafel.doorlichting.onderdelen import delen, vraag
from keukentafel.doorlichting.reeks import NOOIT, SCHUIF, Reeks
from keukentafel.doorlichting.standen import GEHAALD, NIET_BEGONNEN, OVERSCHREDEN, TE_LAAT, VERVALLEN
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

_WEINIG: Final = 8
"""What started in fewer than one in so many cases is judged for those cases alone."""


def oordelen(blok: Blok, waarborg: Waarborg) -> Getallen:
    """The verdict on one safeguard for every case of the block."""
    rijen, gevonden = _oordeel(waarborg.familie, waarborg, blok) if waarborg.kan_spelen(blok.soorten) else NERGENS
    if rijen is None and isinstance(gevonden, np.ndarray):
        uit = gevonden
    else:
        uit = np.full(blok.n, NVT, np.int8)
        if rijen is not None:
            uit[rijen] = gevonden
    for zaak in blok.los:
        uit[zaak] = regels.uitslag(waarborg, blok.enkele_zaak(int(zaak)))
    if blok.er_is_voor_de_wet:
        uit[blok.voor_de_wet] = NVTS
    return uit


@singledispatch
def _oordeel(familie: Any, waarborg: Waarborg, blok: Blok) -> Oordelen:
    raise TypeError(familie)


@_oordeel.register
def _(familie: Eigen, waarborg: Waarborg, blok: Blok) -> Oordelen:
    return None, eigen(blok, waarborg, familie, NVT)


# --- of which cases, and until when --------------------------------------------------------------------------------


class _Wie:
    """The cases in which a moment sets something going: all of them, or so few that they are better picked."""

    def __init__(self, blok: Blok, als: Moment | None) -> None:
        melding = blok.van("melding_ontvangen")
        self.begin = melding.eerste if als is None else moment(blok, als)
        self._er = melding.er if als is None else er_is(blok, als)
        self.aantal = int(np.count_nonzero(self._er))
        self.rijen = np.flatnonzero(self._er) if self.aantal * _WEINIG < blok.n else None

    def pak(self, kolom: Any) -> Any:
        """A column of all cases, for these."""
        return kolom if self.rijen is None or not isinstance(kolom, np.ndarray) else kolom.take(self.rijen)

    def oordelen(self, uit: Getallen) -> Oordelen:
        """These verdicts, where it was set going."""
        if self.rijen is not None or self.aantal == len(self._er):
            return self.rijen, uit
        return None, kies(self._er, uit, NVT)


def _laatste_dag(blok: Blok, grens: Grens, begin: Getallen) -> Any:
    """Per case the last day on which it may still be done."""
    if grens.termijn is not None:
        return einde_per_zaak(blok, grens.termijn)
    if grens.norm is None:
        return GEEN_EINDE
    dag = begin >> SCHUIF
    uit: Any = None
    for norm in STANDAARDNORMEN[grens.norm]:
        aantal = norm.duur.aantal
        dan = werkdagen_verder(dag, aantal) if norm.werkdagen else dag + np.int32(aantal)
        uit = dan if uit is None else kies_sleutel(dag >= norm.vanaf.toordinal() - DAG0, dan, uit)
    return uit


def _grensact(blok: Blok, grens: Grens) -> Any:
    """The earliest closing act, per case."""
    uit: Any = NOOIT
    for acten in grens.acten:
        uit = moment(blok, acten) if uit is NOOIT else np.minimum(uit, moment(blok, acten))
    return uit


def _op_tijd(grens: Grens, feit: Getallen, act: Any, laatste: Any) -> Getallen:
    dag = feit >> SCHUIF
    voor = feit <= act
    if grens.tot_en_met:
        voor |= dag == act >> SCHUIF
    return voor if laatste is GEEN_EINDE else voor & (dag <= laatste)


def _nog_niet(blok: Blok, grens: Grens, act: Any, laatste: Any, wie: _Wie) -> Getallen:
    """Nothing done: broken once the limit has passed, else it runs; not asked where the term was stopped.

    The same for every safeguard with this limit, unless the limit counts from what set the safeguard going.
    """
    if grens.norm is not None:
        return wie.pak(_na_de_grens(blok, grens, act, laatste))
    sleutel = ("na de grens", id(grens))
    if sleutel not in blok.geheugen:
        blok.geheugen[sleutel] = _na_de_grens(blok, grens, act, laatste)
    return wie.pak(blok.geheugen[sleutel])  # type: ignore[no-any-return]


def _na_de_grens(blok: Blok, grens: Grens, act: Any, laatste: Any) -> Getallen:
    gesloten = blok.nergens if act is NOOIT or act is blok.nooit else act != NOOIT
    voorbij = gesloten if laatste is GEEN_EINDE else gesloten | (laatste < np.int32(blok.vandaag))
    uit = kies(voorbij, GESCHONDEN, LOOPT)
    gestopt = None if grens.termijn is None else _gestopt(blok, grens.termijn)
    return uit if gestopt is None else kies(gestopt & ~gesloten, NVT, uit)


def _gestopt(blok: Blok, termijn: str) -> Getallen | None:
    """Cases in which the term no longer matters; None when there are none."""
    sleutel = ("gestopt", termijn)
    if sleutel not in blok.geheugen:
        s = standen(blok, regels.TERMIJNEN[termijn])
        weg = s.status == VERVALLEN
        blok.geheugen[sleutel] = s.per_zaak(weg, False, blok.alle) if weg.any() else None
    return blok.geheugen[sleutel]  # type: ignore[no-any-return]


# --- the families ----------------------------------------------------------------------------------------------------


@_oordeel.register
def _(o: Orde, waarborg: Waarborg, blok: Blok) -> Oordelen:
    wie = _Wie(blok, o.als)
    if not wie.aantal:
        return NERGENS
    act, laatste = _grensact(blok, o.grens), _laatste_dag(blok, o.grens, wie.begin)
    uit = _nog_niet(blok, o.grens, act, laatste, wie)
    if o.behalve is not None:
        uit = kies(wie.pak(er_is(blok, o.behalve)), NVT, uit)
    misschien = _misschien(blok, o, act, laatste)
    if misschien is not None:
        uit = kies(wie.pak(misschien), NVTS, uit)
    goed: Any = NAGEKOMEN
    if not o.te_laat_mag:
        op_tijd = _op_tijd(o.grens, wie.pak(moment(blok, o.dan)), wie.pak(act), wie.pak(laatste))
        goed = kies(op_tijd, NAGEKOMEN, GESCHONDEN)
    return wie.oordelen(kies(wie.pak(er_is(blok, o.dan)), goed, uit))


def _misschien(blok: Blok, o: Orde, act: Any, laatste: Any) -> Getallen | None:
    """Cases with a fact in time that might be it, but does not bear the field that tells; None when there are none."""
    uit: Getallen | None = None
    for soorten, waar in eindmomenten(o.dan):
        reeks, uitkomst = drie(blok, soorten, waar) if waar is not None else (blok.van(), _GEEN)
        onbekend = np.flatnonzero(uitkomst == ONBEKEND)
        if len(onbekend):
            zaak, sleutel = reeks.zaak.take(onbekend), reeks.sleutel.take(onbekend)
            if uit is None:
                uit = np.zeros(blok.n, bool)
            uit[zaak[_op_tijd(o.grens, sleutel, _van(act, zaak), _van(laatste, zaak))]] = True
    return uit


_GEEN: Final = np.zeros(0, np.int8)


def _van(kolom: Any, zaak: Getallen) -> Any:
    return kolom.take(zaak) if isinstance(kolom, np.ndarray) else kolom


@_oordeel.register
def _(o: Onderdelen, waarborg: Waarborg, blok: Blok) -> Oordelen:
    wie = _Wie(blok, o.als)
    if not wie.aantal:
        return NERGENS
    act, laatste = _grensact(blok, o.grens), _laatste_dag(blok, o.grens, wie.begin)
    gezien, misschien = gehouden(blok, o, act, laatste)
    nodig = np.int32(vraag(o))
    heeft = wie.pak(gezien) & nodig
    uit = _nog_niet(blok, o.grens, act, laatste, wie)
    if misschien is not None:
        uit = kies((heeft | wie.pak(misschien)) & nodig == nodig, NVTS, uit)
    return wie.oordelen(kies(heeft == nodig, NAGEKOMEN, uit))


def gehouden(blok: Blok, o: Onderdelen, act: Any, laatste: Any) -> tuple[Getallen, Getallen | None]:
    """Per case the parts held before the limit (a bit each), and those that may be, for want of the field that tells.

    Every safeguard over the same facts and the same limit reads the same two columns.
    """
    sleutel = ("gehouden", o.soorten, id(o.grens), id(o.als) if o.grens.norm is not None else None)
    if sleutel not in blok.geheugen:
        reeks = blok.van(*o.soorten)
        gezien, zwijgt = delen(blok, o.soorten)
        binnen = _op_tijd(o.grens, reeks.sleutel, _van(act, reeks.zaak), _van(laatste, reeks.zaak))
        masker = -binnen.astype(np.int32)
        stil = _samen(reeks, zwijgt & masker) if zwijgt.any() else None
        blok.geheugen[sleutel] = _samen(reeks, gezien & masker), stil
    return blok.geheugen[sleutel]  # type: ignore[no-any-return]


def _samen(reeks: Reeks, bits: Getallen) -> Getallen:
    """The bits of all facts of a case together."""
    if not reeks.dubbel:
        return reeks.verspreid(bits, 0)
    uit = np.zeros(len(reeks.alle), np.int32)
    np.bitwise_or.at(uit, reeks.zaak, bits)
    return uit


@_oordeel.register
def _(b: Brief, waarborg: Waarborg, blok: Blok) -> Oordelen:
    reeks = blok.van(b.soort)
    if not len(reeks):
        return NERGENS
    bits = {deel: 1 << nr for nr, deel in enumerate(b.delen)}
    codes, waarden = blok.veld(b.soort, b.veld)
    mist = [sum(bit for deel, bit in bits.items() if deel not in (w or ())) for w in waarden]
    per_code = np.array(
        [NVTS if w is None else GESCHONDEN if m else NAGEKOMEN for w, m in zip(waarden, mist, strict=True)]
    )
    uit = vertaal(codes, per_code)
    if b.alleen_als:
        mist_per_brief = np.array(mist, np.int32).take(codes)
        for m, delen_ in b.alleen_als:
            gevraagd = ~np.int32(sum(bits.get(deel, 0) for deel in delen_))
            mist_per_brief &= gevraagd | -er_is(blok, m).take(reeks.zaak).astype(np.int32)
        uit = kies((mist_per_brief == 0) & (uit != NVTS), NAGEKOMEN, uit)
    return _herstelbaar(blok, b, reeks, uit)


def _herstelbaar(blok: Blok, b: Brief, reeks: Reeks, uit: Getallen) -> Oordelen:
    """The first letter decides, unless a later complete one before the act it prepares mends it."""
    if not reeks.dubbel:
        return None, reeks.verspreid(uit, NVT)
    eerste = np.append(True, reeks.zaak[1:] != reeks.zaak[:-1])
    rijen = reeks.zaak[eerste]
    tot = moment(blok, b.herstel_tot)[reeks.zaak] if b.herstel_tot is not None else NOOIT
    hersteld = np.zeros(blok.n, bool)
    hersteld[reeks.zaak[(uit == NAGEKOMEN) & (reeks.sleutel <= tot)]] = True
    return rijen, kies(hersteld[rijen], NAGEKOMEN, uit[eerste])


def _per_zaak(reeks: Reeks, goed: Getallen) -> Getallen:
    """Broken by one fact (`NIET`), else unknown by one (`ONBEKEND`), else kept; does not apply where there is none."""
    if not reeks.dubbel:
        per_feit = kies(goed == NIET, GESCHONDEN, kies(goed == ONBEKEND, NVTS, NAGEKOMEN))
        return reeks.verspreid(per_feit, NVT)
    uit = kies(reeks.er, NAGEKOMEN, NVT)
    for waarde, oordeel in ((ONBEKEND, NVTS), (NIET, GESCHONDEN)):
        uit[reeks.zaak[goed == waarde]] = oordeel
    return uit


@_oordeel.register
def _(r: Rol, waarborg: Waarborg, blok: Blok) -> Oordelen:
    reeks = blok.van(r.soort)
    if not len(reeks) and r.loopt_na is None:
        return NERGENS
    goed = np.full(len(reeks), WEL, np.int8)
    for pad, waarde in r.velden if len(reeks) else ():
        uitkomst = geldt(blok, r.soort, Waar(pad, (waarde,)))
        goed = kies((goed == NIET) | (uitkomst == NIET), NIET, np.minimum(goed, uitkomst))
    uit = _per_zaak(reeks, goed)
    if r.loopt_na is not None:
        loopt = er_is(blok, r.loopt_na) & ~reeks.er
        if r.tenzij is not None:
            loopt &= ~er_is(blok, r.tenzij)
        uit = kies(loopt, LOOPT, uit)
    return None, uit


@_oordeel.register
def _(a: Afwezig, waarborg: Waarborg, blok: Blok) -> Oordelen:
    reeks = blok.van(a.soort)
    if not len(reeks):
        return NERGENS
    uitkomst = geldt(blok, a.soort, a.waar)
    return None, _per_zaak(reeks, kies(uitkomst == ONBEKEND, ONBEKEND, kies(uitkomst == WEL, NIET, WEL)))


_VAN_STATUS: Final[Mapping[int, Any]] = {
    GEHAALD: NAGEKOMEN, TE_LAAT: GESCHONDEN, OVERSCHREDEN: GESCHONDEN, VERVALLEN: NVT, NIET_BEGONNEN: NVT,
}  # fmt: skip
_OORDEEL_VAN_STATUS: Final = np.array([_VAN_STATUS.get(nr, LOOPT) for nr in range(NIET_BEGONNEN + 1)], np.int8)


@_oordeel.register
def _(v: VolgtTermijn, waarborg: Waarborg, blok: Blok) -> Oordelen:
    s = standen(blok, regels.TERMIJNEN[v.termijn])
    uit = vertaal(s.status, _OORDEEL_VAN_STATUS)
    weet_niet = (s.uiterlijk == GEEN_EINDE) | s.hangt_af(blok.vandaag)
    weet_niet &= (s.status != VERVALLEN) & s.begonnen
    if weet_niet.any():
        uit[weet_niet] = NVTS
    return None if s.zaak is blok.alle else s.zaak, uit
