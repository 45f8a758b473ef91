"""Terms over columns: the declarations of `procedure.termijn`, judged for all cases of a block at once.

A case counts once a term, by its first entry (the running one, else the latest). Entries that bear what columns do
not tell exactly (two suspensions, a start that is reckoned from another term) go to the single-case evaluator.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.blok import Blok
from keukentafel.doorlichting.datums import DAG0
from keukentafel.doorlichting.kalender import GEEN_EINDE, einde_snel, einden
from keukentafel.doorlichting.kiezen import Getallen, kies, kies_sleutel
from keukentafel.doorlichting.momenten import NIET, eerste_vanaf, geldt, kolom_van, passend
from keukentafel.doorlichting.reeks import NOOIT, SCHUIF, Reeks
from keukentafel.doorlichting.standen import (
    GEHAALD,
    LOOPT,
    NIET_BEGONNEN,
    NOG_LEEG,
    OPGESCHORT,
    OVERSCHREDEN,
    TE_LAAT,
    VERVALLEN,
    Standen,
)
from keukentafel.doorlichting.starten import EIGEN_START
from keukentafel.doorlichting.verschuiving import verschuif
from keukentafel.procedure.moment import Begin
from keukentafel.procedure.normen import STANDAARDNORMEN
from keukentafel.procedure.termijn import Aard, Stand, Termijn, bereken
from keukentafel.wet.instellingen import STANDAARD as INSTELLINGEN
from keukentafel.wet.termijn import Duur

_DAGBEGIN: Final = np.int32(-1 << SCHUIF)


def standen(blok: Blok, termijn: Termijn) -> Standen:
    """Where a term stands in every case of the block."""
    sleutel = ("standen", termijn.id)
    uit = blok.geheugen.get(sleutel)
    if uit is None:
        uit = blok.geheugen[sleutel] = _standen(blok, termijn)
    return uit  # type: ignore[no-any-return]


def einde_per_zaak(blok: Blok, termijn_id: str) -> Getallen:
    """Per case the last day of a term, or `GEEN_EINDE`."""
    sleutel = ("einde", termijn_id)
    uit = blok.geheugen.get(sleutel)
    if uit is None:
        s = standen(blok, regels.TERMIJNEN[termijn_id])
        uit = blok.geheugen[sleutel] = s.per_zaak(s.uiterlijk, GEEN_EINDE, blok.alle)
    return uit  # type: ignore[no-any-return]


@kolom_van.register
def _(m: Begin, blok: Blok) -> Getallen:
    s = standen(blok, regels.TERMIJNEN[m.termijn])
    return s.per_zaak(s.begin, NOOIT, blok.alle) if len(s.zaak) else blok.nooit


def _standen(blok: Blok, termijn: Termijn) -> Standen:
    if termijn.vanaf and not blok.heeft_een(termijn.vanaf):
        return Standen(NOG_LEEG, NOG_LEEG, NOG_LEEG)
    eigen_start = EIGEN_START.get(termijn.start) if termijn.start is not None else _gewone_start
    if eigen_start is None:
        zaken = np.unique(blok.van(*termijn.vanaf).zaak)
        return _een_voor_een(blok, termijn, zaken[~blok.voor_de_wet[zaken]])
    s, twijfel = eigen_start(blok, termijn)
    if len(s.zaak):
        weg = _act(blok, termijn, s)
        s.status = _status(blok, termijn, s, weg)
        if s.zaak is not blok.alle:
            s = _eerste_ingang(s)
    zaken = blok.los
    if len(twijfel):
        zaken = np.union1d(zaken, twijfel[~blok.voor_de_wet[twijfel]])
    return s.met(_een_voor_een(blok, termijn, zaken), zaken) if len(zaken) else s


# --- starts and ends -------------------------------------------------------------------------------------------------


def _gewone_start(blok: Blok, termijn: Termijn) -> tuple[Standen, Getallen]:
    """Every start fact is an entry; its end by the declared length. Second: cases for the single-case evaluator."""
    reeks = blok.van(*termijn.vanaf)
    duur, atw = _duur(termijn)
    if duur is not None and blok.dicht(reeks):
        s = _in_elke_zaak(blok, termijn, reeks, duur, atw)
    else:
        reeks = _begint(blok, termijn, reeks)
        s = Standen(reeks.zaak, reeks.sleutel, reeks.sleutel >> SCHUIF)
        if duur is not None:
            s.uiterlijk, s.zonder = einden(s.vanaf, duur, atw)
        else:
            _norm(termijn.norm or "", s)
    if termijn.opschortingen or termijn.verlengingen:
        return s, verschuif(blok, termijn, s)
    return s, NOG_LEEG


def _duur(termijn: Termijn) -> tuple[Duur | None, bool]:
    """The length, and whether the Algemene termijnenwet moves the end; None for a norm that has changed over time."""
    if termijn.norm is None:
        return termijn.duur, termijn.atw
    normen = STANDAARDNORMEN[termijn.norm]
    return (normen[0].duur if len(normen) == 1 else None), INSTELLINGEN.norm_verschuiven


def _in_elke_zaak(blok: Blok, termijn: Termijn, reeks: Reeks, duur: Duur, atw: bool) -> Standen:
    """An entry for every case, also where it does not start: its columns are those of the block itself."""
    begin = reeks.eerste
    weg = _begint_niet(blok, termijn, reeks)
    if weg is not None and weg.any():
        begin = kies_sleutel(weg, np.full(blok.n, NOOIT, np.int32), begin)
    s = Standen(blok.alle, begin, begin >> SCHUIF)
    s.uiterlijk = einde_snel(s.vanaf, duur, atw)
    s.zonder = lambda: einde_snel(s.vanaf, duur, False)
    return s


def _norm(naam: str, s: Standen) -> None:
    """The end by a dated local norm: the norm of the day on which it starts."""
    s.uiterlijk, s.zonder = np.empty_like(s.vanaf), np.empty_like(s.vanaf)
    for nr, norm in enumerate(STANDAARDNORMEN[naam]):
        vanaf = norm.vanaf.toordinal() - DAG0
        deel = s.vanaf >= vanaf if nr else np.ones(len(s.vanaf), bool)
        s.uiterlijk[deel], s.zonder[deel] = einden(s.vanaf[deel], norm.duur, INSTELLINGEN.norm_verschuiven)


def _begint(blok: Blok, termijn: Termijn, reeks: Reeks) -> Reeks:
    """The facts that start the term: of the right kind, and standing by themselves (Wmo 2.3.2 lid 9)."""
    if termijn.laatste and reeks.dubbel:
        laatste = np.append(reeks.zaak[1:] != reeks.zaak[:-1], True)
        reeks = reeks.deel(laatste)
    if termijn.alleen_waar is not None:
        reeks = reeks.deel(_per_feit(blok, termijn)[reeks.plek] != NIET)
    if termijn.staat is not None and len(reeks):
        dag = reeks.sleutel >> SCHUIF
        vooraf = einde_per_zaak(blok, termijn.staat.of_na_termijn).take(reeks.zaak)
        eerste = blok.van(termijn.staat.na_soort).neem(reeks.zaak) >> SCHUIF
        reeks = reeks.deel((vooraf == GEEN_EINDE) | (dag > vooraf) | (eerste <= dag))
    return reeks


def _begint_niet(blok: Blok, termijn: Termijn, reeks: Reeks) -> Getallen | None:
    """The same per case: where the start fact does not start the term."""
    weg: Getallen | None = None
    if termijn.alleen_waar is not None:
        weg = reeks.verspreid(_per_feit(blok, termijn)[reeks.plek], NIET) == NIET
    if termijn.staat is not None:
        dag = reeks.eerste >> SCHUIF
        vooraf = einde_per_zaak(blok, termijn.staat.of_na_termijn)
        eerste = blok.van(termijn.staat.na_soort).eerste >> SCHUIF
        te_vroeg = (vooraf != GEEN_EINDE) & (dag <= vooraf) & (eerste > dag)
        weg = te_vroeg if weg is None else weg | te_vroeg
    return weg


def _per_feit(blok: Blok, termijn: Termijn) -> Getallen:
    """Per fact of the block whether it is one that may start the term."""
    assert termijn.alleen_waar is not None
    uit = np.ones(len(blok.soort), np.int8)
    for soort in termijn.vanaf:
        if blok.heeft(soort):
            uit[blok.van(soort).plek] = geldt(blok, soort, termijn.alleen_waar)
    return uit


# --- acts and status -------------------------------------------------------------------------------------------------


def _act(blok: Blok, termijn: Termijn, s: Standen) -> Getallen | None:
    """The act that meets the term (an act on the day of the start counts, whatever their order), and the fact after
    which it no longer matters: of the first kind that has one."""
    dagbegin = s.begin & _DAGBEGIN
    if blok.heeft_een(termijn.gehaald_door):
        s.gehaald = eerste = eerste_vanaf(blok, termijn.gehaald_door, termijn.gehaald_waar, s.zaak, None)
        if (eerste < dagbegin).any():
            s.gehaald = eerste_vanaf(blok, termijn.gehaald_door, termijn.gehaald_waar, s.zaak, dagbegin)
            s.eerder = (s.gehaald == NOOIT) & (eerste != NOOIT) & (s.begin != NOOIT)
    weg: Getallen | None = None
    for soort, waar in termijn.vervalt_door:
        if not blok.heeft(soort):
            continue
        reeks = passend(blok, (soort,), waar)
        if len(reeks):
            eerste = reeks.vanaf(s.zaak, dagbegin)
            weg = eerste if weg is None else kies_sleutel(weg != NOOIT, weg, eerste)
    return weg


def _status(blok: Blok, termijn: Termijn, s: Standen, weg: Getallen | None) -> Getallen:
    te_laat = np.int8(OVERSCHREDEN if termijn.aard is Aard.PLICHT else VERVALLEN)
    status = kies(np.int32(blok.vandaag) <= s.uiterlijk, s.open, te_laat)
    if blok.heeft_een(termijn.gehaald_door):
        op_tijd = (s.gehaald >> SCHUIF) <= s.uiterlijk
        status = kies(s.gehaald != NOOIT, kies(op_tijd, np.int8(GEHAALD), np.int8(TE_LAAT)), status)
    if weg is not None:
        vervalt = (weg < s.gehaald) & ((weg >> SCHUIF) <= s.uiterlijk) & (weg != NOOIT)
        status = kies(vervalt, np.int8(VERVALLEN), status)
    return kies(s.begin != NOOIT, status, np.int8(NIET_BEGONNEN)) if s.zaak is blok.alle else status


# --- one entry a case, and the single-case evaluator -----------------------------------------------------------------


def _eerste_ingang(s: Standen) -> Standen:
    """Keep the entry that runs (the earliest end first), else the latest."""
    dubbel = s.zaak[1:] == s.zaak[:-1]
    if not dubbel.any():
        return s
    veel = np.unique(s.zaak[1:][dubbel])
    loopt = (s.status == LOOPT) | (s.status == OPGESCHORT)
    einde = np.where(s.uiterlijk == GEEN_EINDE, -DAG0, s.uiterlijk)
    rang = np.where(loopt, einde, -s.begin.astype(np.int64))
    volgorde = np.lexsort((rang, ~loopt, s.zaak))
    zaken = s.zaak[volgorde]
    s = s.kies(volgorde[np.append(True, zaken[1:] != zaken[:-1])])
    s.veel = veel
    return s


def _een_voor_een(blok: Blok, termijn: Termijn, zaken: Getallen) -> Standen:
    """The single-case evaluator, for what columns do not tell exactly."""
    return Standen.van_een_zaak([(int(zaak), rij) for zaak in zaken if (rij := _standen_van(blok, termijn, int(zaak)))])


def _standen_van(blok: Blok, termijn: Termijn, nr: int) -> list[Stand]:
    zaak = blok.enkele_zaak(nr)
    return zaak.standen[termijn.id] if termijn.id in regels.TERMIJNEN else bereken(termijn, zaak)
