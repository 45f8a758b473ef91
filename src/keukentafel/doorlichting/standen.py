"""Where one term stands in the cases of a block: an entry a case, in columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.blok import NOOIT, SCHUIF, Getallen
from keukentafel.doorlichting.datums import DAG0
from keukentafel.procedure.termijn import Stand, Status

GEEN_EINDE: Final = NOOIT
"""A last day that is not known, or does not exist."""

LOOPT, GEHAALD, OVERSCHREDEN, OPGESCHORT, VERVALLEN, TE_LAAT = (
    regels.STATUSSEN.index(s)
    for s in (
        Status.LOOPT, Status.GEHAALD, Status.OVERSCHREDEN, Status.OPGESCHORT, Status.VERVALLEN, Status.TE_LAAT_GEHAALD,
    )
)  # fmt: skip


NOG_LEEG: Final = np.zeros(0, np.int32)
_VELDEN: Final = ("zaak", "begin", "vanaf", "uiterlijk", "zonder", "status", "gehaald", "eerder", "zeker")


@dataclass
class Standen:
    """One term in a block: an entry a case in which it started. Days count from 2010-01-01.

    `zeker`: until this day the act is in time whatever a missing field says (`GEEN_EINDE`: nothing is missing).
    `veel`: cases with more than one entry.
    """

    zaak: Getallen
    begin: Getallen
    vanaf: Getallen
    uiterlijk: Getallen
    zonder: Getallen
    status: Getallen
    gehaald: Getallen
    eerder: Getallen
    zeker: Getallen
    veel: Getallen

    @classmethod
    def leeg(cls, zaak: Getallen, begin: Getallen) -> Standen:
        n = len(zaak)
        heel = [np.full(n, NOOIT, np.int32) for _ in range(5)]
        return cls(
            zaak, begin, heel[0], heel[1], heel[2], np.full(n, LOOPT, np.int8), heel[3], np.zeros(n, bool), heel[4],
            NOG_LEEG,
        )  # fmt: skip

    def hangt_af(self, vandaag: int) -> Getallen:
        """Entries whose outcome hangs on a field that is missing: past the certain end, within the possible one."""
        mist = self.zeker != NOOIT
        if not mist.any():
            return mist
        peil = np.where(self.gehaald != NOOIT, self.gehaald >> SCHUIF, np.int32(vandaag))
        return mist & (self.zeker < peil) & (peil <= self.uiterlijk)

    def kies(self, plekken: Getallen) -> Standen:
        kolommen = [getattr(self, veld)[plekken] for veld in _VELDEN]
        return Standen(*[*kolommen, self.veel])

    def met(self, ander: Standen, zaken: Getallen) -> Standen:
        """These cases as the other says, the rest as it is."""
        eigen = self.kies(np.flatnonzero(~np.isin(self.zaak, zaken)))
        kolommen = [np.concatenate((getattr(eigen, v), getattr(ander, v))) for v in _VELDEN]
        samen = Standen(*[*kolommen, NOG_LEEG])
        samen = samen.kies(np.argsort(samen.zaak, kind="stable"))
        samen.veel = np.concatenate((self.veel[~np.isin(self.veel, zaken)], ander.veel))
        return samen

    def neem_over(self, plek: int, stand: Stand) -> None:
        """Put in what the single-case evaluator says of this entry."""
        einde = stand.einddag
        self.begin[plek] = _sleutel_van(stand.feit.dag)
        self.vanaf[plek] = _dag(stand.vanaf_nr)
        self.uiterlijk[plek] = _dag(einde.uiterlijk)
        self.zonder[plek] = _dag(einde.zonder)
        self.zeker[plek] = _dag(einde.zeker if einde.mist else None)
        self.status[plek] = regels.STATUSSEN.index(stand.status)
        self.gehaald[plek] = _sleutel_van(None if stand.gehaald is None else stand.gehaald.dag)
        self.eerder[plek] = stand.act_voor_start


def _dag(nr: int | None) -> int:
    return int(NOOIT) if nr is None else min(nr - DAG0, int(NOOIT) - 1)


def _sleutel_van(nr: int | None) -> int:
    return int(NOOIT) if nr is None else (nr - DAG0) << SCHUIF
