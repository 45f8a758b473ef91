"""What moves the end of a term, over columns: one suspension (Awb 4:5, 4:15) or one agreed new date (Awb 4:15 lid 2).

The same declarations as `procedure.tijdrekening`. Cases with more than that go to the single-case evaluator.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from keukentafel.doorlichting.blok import Blok
from keukentafel.doorlichting.datums import DAG0
from keukentafel.doorlichting.kalender import schuif
from keukentafel.doorlichting.kiezen import Getallen
from keukentafel.doorlichting.reeks import NOOIT, SCHUIF, Reeks
from keukentafel.doorlichting.standen import NOG_LEEG, OPGESCHORT, Standen
from keukentafel.procedure.termijn import Termijn
from keukentafel.procedure.tijdrekening import Opschorting, Verlenging
from keukentafel.wet.instellingen import STANDAARD as INSTELLINGEN


def verschuif(blok: Blok, termijn: Termijn, s: Standen) -> Getallen:
    """Move the ends in `s`; gives the cases that the single-case evaluator must do."""
    twijfel = [_opschorten(blok, termijn, s), *(_verlengen(blok, v, s) for v in termijn.verlengingen)]
    return np.concatenate(twijfel)


def _opschorten(blok: Blok, termijn: Termijn, s: Standen) -> Getallen:
    soorten = tuple(o.van for o in termijn.opschortingen)
    reeks = blok.van(*soorten)
    if not len(reeks):
        return NOG_LEEG
    for opschorting in termijn.opschortingen:
        if blok.heeft(opschorting.van):
            deel = blok.van(opschorting.van)
            _een_opschorting(blok, termijn, opschorting, s, _eenmalig(s, deel, reeks, blok))
    return _meermalig(s, reeks)


def _eenmalig(s: Standen, deel: Reeks, reeks: Reeks, blok: Blok) -> Getallen:
    """The entries of cases with one fact of all these kinds, of this kind."""
    zaken = deel.zaak[reeks.aantal.take(deel.zaak) == 1] if reeks.dubbel else deel.zaak
    if s.zaak is blok.alle:
        return zaken[s.begin.take(zaken) != NOOIT]
    hier = np.zeros(blok.n, bool)
    hier[zaken] = True
    return np.flatnonzero(hier.take(s.zaak))


def _meermalig(s: Standen, reeks: Reeks) -> Getallen:
    return s.zaak[(reeks.aantal.take(s.zaak) > 1) & (s.begin != NOOIT)] if reeks.dubbel else NOG_LEEG


def _een_opschorting(blok: Blok, termijn: Termijn, o: Opschorting, s: Standen, plekken: Getallen) -> None:
    reeks = blok.van(o.van)
    if not len(plekken):
        return
    feit = reeks.eerste[s.zaak[plekken]]
    van = feit >> SCHUIF
    telt = (feit != NOOIT) & (van >= s.begin[plekken] >> SCHUIF) & (van <= s.uiterlijk[plekken])
    plekken, feit, van = plekken[telt], feit[telt], van[telt]
    if not len(plekken):
        return
    hervat = (
        blok.van(*o.tot).vanaf(s.zaak[plekken], feit + np.int32(1))
        if len(blok.van(*o.tot))
        else np.full_like(feit, NOOIT)
    )
    tot = np.where(hervat == NOOIT, NOOIT, hervat >> SCHUIF)
    gezegd = _datumveld(blok, o.van, o.tot_veld, s.zaak[plekken])
    tot = np.minimum(tot, np.where(gezegd == NOOIT, NOOIT, np.maximum(gezegd, van)))
    open_ = tot == NOOIT
    tot = np.where(open_, np.int32(blok.vandaag), tot)
    dagen = tot - van
    if INSTELLINGEN.opschorting_telling == "letterlijk":
        dagen = np.where(dagen > 0, dagen - 1, 0)
    duur = termijn.duur
    assert duur is not None
    schuift = dagen > 0
    zonder = s.zonder[plekken] + np.where(schuift, dagen, 0).astype(np.int32)
    nieuw = schuif(zonder) if termijn.atw and duur.atw else zonder
    s.zonder[plekken] = zonder
    s.uiterlijk[plekken] = np.where(tot > van, nieuw, s.uiterlijk[plekken])
    stil = open_ | ((van < blok.vandaag) & (blok.vandaag < tot))
    if stil.any():
        s.open = np.full(len(s.zaak), s.open, np.int8)
        s.open[plekken[stil]] = OPGESCHORT


def _verlengen(blok: Blok, v: Verlenging, s: Standen) -> Getallen:
    reeks = blok.van(v.door)
    if not len(reeks):
        return NOG_LEEG
    if v.tot_veld is None:
        return s.zaak[reeks.er.take(s.zaak) & (s.begin != NOOIT)]
    plekken = _eenmalig(s, reeks, reeks, blok)
    dag = reeks.eerste[s.zaak[plekken]] >> SCHUIF
    telt = (dag >= s.begin[plekken] >> SCHUIF) & (dag <= s.uiterlijk[plekken])
    plekken = plekken[telt]
    if len(plekken):
        _een_verlenging(blok, v, s, plekken)
    return _meermalig(s, reeks)


def _een_verlenging(blok: Blok, v: Verlenging, s: Standen, plekken: Getallen) -> None:
    """The new last day itself; a condition that is not told leaves both ends possible."""
    zaken = s.zaak[plekken]
    gegeven = [_waarheid(blok, v.door, veld, zaken) for veld in _voorwaarden(v)]
    tot = _datumveld(blok, v.door, v.tot_veld or "", zaken)
    geldt = (tot != NOOIT) & (tot > s.uiterlijk[plekken])
    mist = np.zeros(len(plekken), bool)
    for waar in gegeven:
        geldt &= waar != 0
        mist |= waar < 0
    plekken, tot, mist = plekken[geldt], tot[geldt], mist[geldt]
    eerder = s.uiterlijk[plekken]
    if mist.any():
        zeker = s.zeker
        zeker[plekken[mist]] = eerder[mist]
        s.zeker = zeker
    s.uiterlijk[plekken] = s.zonder[plekken] = tot


def _voorwaarden(v: Verlenging) -> tuple[str, ...]:
    return () if INSTELLINGEN.kennisgeving_4_14_schort_op else v.voorwaarden


def _per_zaak(blok: Blok, soort: str, zaken: Getallen, waarden: Getallen, leeg: Any) -> Getallen:
    """Spread values of the facts of a kind over the cases asked (one fact a case)."""
    heel = np.full(blok.n, leeg, waarden.dtype)
    heel[blok.van(soort).zaak] = waarden
    return heel.take(zaken)


def _datumveld(blok: Blok, soort: str, veld: str, zaken: Getallen) -> Getallen:
    codes, waarden = blok.veld(soort, veld)
    dagen = [int(NOOIT) if not isinstance(w, date) else min(w.toordinal() - DAG0, 1 << 22) for w in waarden]
    return _per_zaak(blok, soort, zaken, np.array(dagen, np.int32)[codes], NOOIT)


def _waarheid(blok: Blok, soort: str, veld: str, zaken: Getallen) -> Getallen:
    codes, waarden = blok.veld(soort, veld)
    drie = [-1 if w is None else int(w is not False) for w in waarden]
    return _per_zaak(blok, soort, zaken, np.array(drie, np.int8)[codes], np.int8(-1))
