"""Terms over columns: the declarations of `procedure.termijn`, judged for all cases of a block at once.

A case counts once a term, by its first entry (the running one, else the latest). Entries that bear what columns do
not tell exactly (two suspensions, a start that is reckoned from another term) go to the single-case evaluator.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.blok import NOOIT, SCHUIF, Blok, Getallen, Reeks, kies, neem
from keukentafel.doorlichting.datums import DAG0
from keukentafel.doorlichting.kalender import einden
from keukentafel.doorlichting.momenten import NIET, geldt, passend
from keukentafel.doorlichting.standen import (
    GEEN_EINDE,
    GEHAALD,
    LOOPT,
    NOG_LEEG,
    OPGESCHORT,
    OVERSCHREDEN,
    TE_LAAT,
    VERVALLEN,
    Standen,
)
from keukentafel.doorlichting.starten import EIGEN_START
from keukentafel.doorlichting.verschuiving import verschuif
from keukentafel.procedure.normen import STANDAARDNORMEN
from keukentafel.procedure.termijn import Aard, Stand, Termijn, bereken
from keukentafel.wet.instellingen import STANDAARD as INSTELLINGEN


def standen(blok: Blok, termijn: Termijn) -> Standen:
    """Where a term stands in every case of the block."""
    sleutel = ("standen", termijn.id)
    if sleutel not in blok.geheugen:
        blok.geheugen[sleutel] = _standen(blok, termijn)
    return blok.geheugen[sleutel]  # type: ignore[no-any-return]


def einde_per_zaak(blok: Blok, termijn_id: str) -> Getallen:
    """Per case the last day of a term, or `GEEN_EINDE`."""
    sleutel = ("einde", termijn_id)
    if sleutel not in blok.geheugen:
        s = standen(blok, regels.TERMIJNEN[termijn_id])
        uit = s.uiterlijk
        if len(s.zaak) < blok.n:
            uit = np.full(blok.n, GEEN_EINDE, np.int32)
            uit[s.zaak] = s.uiterlijk
        blok.geheugen[sleutel] = uit
    return blok.geheugen[sleutel]  # type: ignore[no-any-return]


def _standen(blok: Blok, termijn: Termijn) -> Standen:
    eigen_start = EIGEN_START.get(termijn.start) if termijn.start is not None else _gewone_start
    if eigen_start is None:
        zaken = np.unique(blok.van(*termijn.vanaf).zaak)
        return _een_voor_een(blok, termijn, zaken[~blok.voor_de_wet[zaken]])
    s, twijfel = eigen_start(blok, termijn)
    if len(s.zaak):
        _act(blok, termijn, s)
        _status(blok, termijn, s)
        s = _eerste_ingang(s)
    twijfelt = blok.apart.copy()
    twijfelt[twijfel] = True
    zaken = np.flatnonzero(twijfelt & ~blok.voor_de_wet)
    return s.met(_een_voor_een(blok, termijn, zaken), zaken) if len(zaken) else s


# --- starts and ends -------------------------------------------------------------------------------------------------


def _gewone_start(blok: Blok, termijn: Termijn) -> tuple[Standen, Getallen]:
    """Every start fact is an entry; its end by the declared length. Second: cases for the single-case evaluator."""
    reeks = _begint(blok, termijn)
    s = Standen.leeg(reeks.zaak, reeks.sleutel)
    s.vanaf = reeks.sleutel >> SCHUIF
    twijfel = NOG_LEEG
    if not len(reeks):
        return s, twijfel
    duur, atw = termijn.duur, termijn.atw
    if termijn.norm is not None:
        _norm(termijn.norm, s)
        return s, twijfel
    assert duur is not None, termijn.id
    s.uiterlijk, s.zonder = einden(s.vanaf, duur, atw)
    if termijn.opschortingen or termijn.verlengingen:
        twijfel = verschuif(blok, termijn, s)
    return s, twijfel


def _norm(naam: str, s: Standen) -> None:
    """The end by a dated local norm: the norm of the day on which it starts."""
    s.uiterlijk, s.zonder = np.empty_like(s.vanaf), np.empty_like(s.vanaf)
    for nr, norm in enumerate(STANDAARDNORMEN[naam]):
        vanaf = norm.vanaf.toordinal() - DAG0
        deel = s.vanaf >= vanaf if nr else np.ones(len(s.vanaf), bool)
        s.uiterlijk[deel], s.zonder[deel] = einden(s.vanaf[deel], norm.duur, INSTELLINGEN.norm_verschuiven)


def _begint(blok: Blok, termijn: Termijn) -> Reeks:
    """The facts that start the term: of the right kind, and standing by themselves (Wmo 2.3.2 lid 9)."""
    reeks = blok.van(*termijn.vanaf)
    if termijn.laatste and reeks.dubbel:
        laatste = np.append(reeks.zaak[1:] != reeks.zaak[:-1], True)
        reeks = reeks.deel(laatste)
    if termijn.alleen_waar is not None and len(reeks):
        uitkomst = np.ones(len(blok.soort), np.int8)
        for soort in termijn.vanaf:
            if blok.heeft(soort):
                uitkomst[blok.van(soort).plek] = geldt(blok, soort, termijn.alleen_waar)
        reeks = reeks.deel(uitkomst[reeks.plek] != NIET)
    if termijn.staat is not None and len(reeks):
        dag = reeks.sleutel >> SCHUIF
        vooraf = neem(einde_per_zaak(blok, termijn.staat.of_na_termijn), reeks.zaak)
        eerste = neem(blok.van(termijn.staat.na_soort).eerste, reeks.zaak) >> SCHUIF
        reeks = reeks.deel((vooraf == GEEN_EINDE) | (dag > vooraf) | (eerste <= dag))
    return reeks


# --- acts and status -------------------------------------------------------------------------------------------------


def _act(blok: Blok, termijn: Termijn, s: Standen) -> None:
    if not termijn.gehaald_door:
        return
    acten = passend(blok, termijn.gehaald_door, termijn.gehaald_waar)
    if not len(acten):
        return
    s.gehaald = acten.vanaf(s.zaak, _dagbegin(s))
    gedaan = s.gehaald != NOOIT
    s.eerder = ~gedaan & (neem(acten.eerste, s.zaak) != NOOIT)


def _dagbegin(s: Standen) -> Getallen:
    """The first key of the day of the start fact: an act on that day counts, whatever their order."""
    return s.begin & np.int32(-1 << SCHUIF)


def _vervallen(blok: Blok, termijn: Termijn, s: Standen) -> Getallen | None:
    """Per entry the fact after which the term no longer matters: of the first kind that has one."""
    uit: Getallen | None = None
    for soort, waar in termijn.vervalt_door:
        reeks = passend(blok, (soort,), waar)
        if len(reeks):
            weg = reeks.vanaf(s.zaak, _dagbegin(s))
            uit = weg if uit is None else np.where(uit != NOOIT, uit, weg)
    return uit


def _status(blok: Blok, termijn: Termijn, s: Standen) -> None:
    open_: Any = s.status if (s.status != LOOPT).any() else np.int8(LOOPT)
    te_laat = np.int8(OVERSCHREDEN if termijn.aard is Aard.PLICHT else VERVALLEN)
    status = kies(np.int32(blok.vandaag) <= s.uiterlijk, open_, te_laat)
    op_tijd = (s.gehaald >> SCHUIF) <= s.uiterlijk
    status = kies(s.gehaald != NOOIT, kies(op_tijd, np.int8(GEHAALD), np.int8(TE_LAAT)), status)
    weg = _vervallen(blok, termijn, s) if termijn.vervalt_door else None
    if weg is not None:
        vervalt = (weg < s.gehaald) & ((weg >> SCHUIF) <= s.uiterlijk)
        status = kies(vervalt & (weg != NOOIT), np.int8(VERVALLEN), status)
    s.status = status


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
    gevonden = [(int(zaak), rij) for zaak in zaken if (rij := _standen_van(blok, termijn, int(zaak)))]
    nummers = np.array([zaak for zaak, _ in gevonden], np.int32)
    s = Standen.leeg(nummers, np.full(len(nummers), NOOIT, np.int32))
    for plek, (_, rij) in enumerate(gevonden):
        s.neem_over(plek, rij[0])
    s.veel = np.array([zaak for zaak, rij in gevonden if len(rij) > 1], np.int32)
    return s


def _standen_van(blok: Blok, termijn: Termijn, nr: int) -> list[Stand]:
    zaak = regels.zaak_van(blok, nr)
    return zaak.standen[termijn.id] if termijn.id in regels.TERMIJNEN else bereken(termijn, zaak)
