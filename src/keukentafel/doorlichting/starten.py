"""Terms whose start is a small function in `procedure`, over columns: the twins of those that occur often.

A property test holds each equal to its original; a function without a twin goes to the single-case evaluator.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

import numpy as np

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.blok import Blok
from keukentafel.doorlichting.datums import DAG0
from keukentafel.doorlichting.kalender import GEEN_EINDE, einde_snel, einden, schuif, schuif_snel
from keukentafel.doorlichting.kiezen import Getallen
from keukentafel.doorlichting.reeks import NOOIT, SCHUIF
from keukentafel.doorlichting.standen import NOG_LEEG, Standen
from keukentafel.procedure import aanvraag, privacy, rechtsbescherming_oordelen
from keukentafel.procedure.termijn import Termijn
from keukentafel.wet.instellingen import STANDAARD as INSTELLINGEN
from keukentafel.wet.termijn import Duur, weken

Begin = Callable[[Blok, Termijn], tuple[Standen, Getallen]]
"""Gives the entries of a term with their ends, and the cases that the single-case evaluator must do."""


def _datums(blok: Blok, soort: str, veld: str) -> Getallen:
    """A field with a date, for each fact of a kind; `NOOIT` where it is not known."""
    codes, waarden = blok.veld(soort, veld)
    dagen = [int(NOOIT) if not isinstance(w, date) else min(w.toordinal() - DAG0, 1 << 22) for w in waarden]
    return np.array(dagen, np.int32)[codes]


def _aanvulling(blok: Blok, termijn: Termijn) -> tuple[Standen, Getallen]:
    """Until the day that the municipality set."""
    reeks = blok.van("aanvulling_gevraagd")
    s = Standen(reeks.zaak, reeks.sleutel, reeks.sleutel >> SCHUIF)
    if len(reeks):
        s.uiterlijk = s.zonder = _datums(blok, "aanvulling_gevraagd", "tot")
    return s, NOG_LEEG


def _na_aanvulling(blok: Blok, termijn: Termijn) -> tuple[Standen, Getallen]:
    """Four weeks from the supplement, or from the unused end of the time given for it."""
    vraag = blok.van("aanvulling_gevraagd")
    if not len(vraag):
        return Standen(NOG_LEEG, NOG_LEEG, NOG_LEEG), NOG_LEEG
    grens = _datums(blok, "aanvulling_gevraagd", "tot")
    gekregen = blok.van("aanvulling_ontvangen").vanaf(vraag.zaak, vraag.sleutel + np.int32(1))
    op_tijd = (gekregen != NOOIT) & (gekregen >> SCHUIF <= grens)
    begint = op_tijd | (grens < blok.vandaag)
    begin, vanaf = np.where(op_tijd, gekregen, vraag.sleutel), np.where(op_tijd, gekregen >> SCHUIF, grens)
    s = Standen(vraag.zaak[begint], begin[begint], vanaf[begint])
    assert termijn.duur is not None
    s.uiterlijk, s.zonder = einden(s.vanaf, termijn.duur, termijn.atw)
    return s, NOG_LEEG


def _klacht(blok: Blok, termijn: Termijn) -> tuple[Standen, Getallen]:
    """Six weeks, or ten with a committee; a complaint that was adjourned goes to the single-case evaluator."""
    reeks = blok.van("klacht_ontvangen")
    s = Standen(reeks.zaak, reeks.sleutel, reeks.sleutel >> SCHUIF)
    if not len(reeks):
        return s, NOG_LEEG
    codes, waarden = blok.veld("klacht_ontvangen", "adviescommissie")
    commissie = np.array([bool(w) for w in waarden])[codes]
    assert termijn.duur is not None
    s.uiterlijk, s.zonder = einden(s.vanaf, termijn.duur, termijn.atw)
    s.uiterlijk[commissie], s.zonder[commissie] = einden(s.vanaf[commissie], weken(10), termijn.atw)
    return s, np.unique(blok.van(*(v.door for v in termijn.verlengingen)).zaak)


def _op_bezwaar(blok: Blok, termijn: Termijn) -> tuple[Standen, Getallen]:
    """Six or twelve weeks from the end of the term for objecting; one that was mended or adjourned goes to the
    single-case evaluator. Without a word on a committee the shorter end is certain."""
    bezwaren = blok.van("bezwaar_ontvangen")
    s = Standen(bezwaren.zaak, bezwaren.sleutel, np.full(len(bezwaren), NOOIT, np.int32))
    if not len(bezwaren):
        return s, NOG_LEEG
    bezwaar = regels.TERMIJNEN["bezwaar"]
    besluit = blok.van(*bezwaar.vanaf).voor(bezwaren.zaak, bezwaren.sleutel)
    plek = np.flatnonzero(besluit != NOOIT)
    codes, waarden = blok.veld("bezwaar_ontvangen", "commissie")
    commissie = np.array([-1 if w is None else int(w) for w in waarden])[codes][plek]
    assert bezwaar.duur is not None
    s.vanaf[plek], _ = einden(besluit[plek] >> SCHUIF, bezwaar.duur, bezwaar.atw)
    kort, lang = (einden(s.vanaf[plek], duur, atw=False)[0] for duur in _MET_OF_ZONDER)
    uiterlijk, zonder, zeker = (np.full(len(bezwaren), GEEN_EINDE, np.int32) for _ in range(3))
    zonder[plek] = np.where(commissie == 0, kort, lang)
    uiterlijk[plek] = schuif(zonder[plek])
    zeker[plek] = np.where(commissie < 0, schuif(kort), GEEN_EINDE)
    s.uiterlijk, s.zonder, s.zeker = uiterlijk, zonder, zeker
    return s, np.unique(blok.van("verzuim_herstel_gevraagd", "bezwaartermijn_verdaagd").zaak)


_MET_OF_ZONDER: Final = (weken(6), weken(12))


def _per_post(blok: Blok, termijn: Termijn) -> tuple[Standen, Getallen]:
    """One week from the end of the term for objecting, an entry for each of its entries."""
    bezwaar = regels.TERMIJNEN["bezwaar"]
    reeks = blok.van(*bezwaar.vanaf)
    if not len(reeks):
        return Standen(NOG_LEEG, NOG_LEEG, NOG_LEEG), NOG_LEEG
    assert bezwaar.duur is not None
    if blok.dicht(reeks):
        s = Standen(blok.alle, reeks.eerste, einde_snel(reeks.eerste >> SCHUIF, bezwaar.duur, bezwaar.atw))
        s.zonder = einde_snel(s.vanaf, _POSTWEEK, False)
        s.uiterlijk = schuif_snel(s.zonder) if INSTELLINGEN.postweek_verschuift else s.zonder
    else:
        s = Standen(reeks.zaak, reeks.sleutel, einden(reeks.sleutel >> SCHUIF, bezwaar.duur, bezwaar.atw)[0])
        s.zonder = s.vanaf + np.int32(_POSTWEEK.in_dagen)
        s.uiterlijk = schuif(s.zonder) if INSTELLINGEN.postweek_verschuift else s.zonder
    return s, NOG_LEEG


_POSTWEEK: Final = weken(1)


def _bewaren(blok: Blok, termijn: Termijn) -> tuple[Standen, Getallen]:
    """Every item must be kept fifteen years. While that of the first one runs, it is the entry that counts."""
    assert termijn.duur is not None
    if blok.heeft_een(privacy.GEEN_STUK):
        buiten = np.zeros(len(regels.SOORTEN), bool)
        buiten[[regels.CODE[soort] for soort in privacy.GEEN_STUK]] = True
        plek = np.flatnonzero(~buiten[blok.soort])
        zaak = blok.zaak[plek]
        eerste = plek[np.append(True, zaak[1:] != zaak[:-1])[: len(zaak)]]
    else:
        plek, eerste = None, blok.begin[:-1]
        if blok.leeg.any():
            eerste = eerste[~blok.leeg]
    s = _stukken(blok, eerste, termijn.duur, ieder=len(eerste) == blok.n)
    if len(s.zaak) and int(s.uiterlijk.min()) < blok.vandaag:
        s = _stukken(blok, np.arange(len(blok.zaak)) if plek is None else plek, termijn.duur)
    return s, NOG_LEEG


def _stukken(blok: Blok, plek: Getallen, duur: Duur, *, ieder: bool = False) -> Standen:
    """An entry for each of these facts. `ieder`: it is one of every case."""
    sleutel = blok.sleutel.take(plek)
    s = Standen(blok.alle if ieder else blok.zaak.take(plek), sleutel, sleutel >> SCHUIF)
    snel = ieder and blok.gewone_dagen
    s.uiterlijk = einde_snel(s.vanaf, duur, False) if snel else einden(s.vanaf, duur, atw=False)[0]
    return s


EIGEN_START: Final[Mapping[Any, Begin]] = {
    aanvraag._aanvulling: _aanvulling,
    aanvraag._na_aanvulling: _na_aanvulling,
    rechtsbescherming_oordelen.klacht: _klacht,
    rechtsbescherming_oordelen.per_post: _per_post,
    rechtsbescherming_oordelen.beslissing_op_bezwaar: _op_bezwaar,
    privacy._bewaren: _bewaren,
}
