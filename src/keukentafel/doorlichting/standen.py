"""Where one term stands in the cases of a block: an entry a case, in columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, Final

import numpy as np

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.datums import DAG0
from keukentafel.doorlichting.kalender import GEEN_EINDE
from keukentafel.doorlichting.kiezen import Getallen
from keukentafel.doorlichting.reeks import NOOIT, SCHUIF
from keukentafel.procedure.termijn import Stand, Status

LOOPT, GEHAALD, OVERSCHREDEN, OPGESCHORT, VERVALLEN, TE_LAAT = (
    regels.STATUSSEN.index(s)
    for s in (
        Status.LOOPT, Status.GEHAALD, Status.OVERSCHREDEN, Status.OPGESCHORT, Status.VERVALLEN, Status.TE_LAAT_GEHAALD,
    )
)  # fmt: skip

NIET_BEGONNEN: Final = len(regels.STATUSSEN)
"""Status of a case in which the term never started."""

NOG_LEEG: Final = np.zeros(0, np.int32)
_VELDEN: Final = ("zaak", "begin", "vanaf", "uiterlijk", "zonder", "status", "gehaald", "eerder", "zeker")


class Standen:
    """One term in a block: an entry a case in which it started. Days count from 2010-01-01.

    A term that starts in many cases has an entry for every case (`zaak` is then `Blok.alle` itself), and status
    `NIET_BEGONNEN` where it did not start. `zonder` is the end before the Algemene termijnenwet, reckoned when asked.
    `zeker`: until this day the act is in time whatever a missing field says (`GEEN_EINDE`: nothing is missing).
    `veel`: cases with more than one entry.
    """

    def __init__(self, zaak: Getallen, begin: Getallen, vanaf: Getallen) -> None:
        self.zaak = zaak
        self.begin = begin
        self.vanaf = vanaf
        self._uiterlijk: Getallen | None = None
        self._gehaald: Getallen | None = None
        self.status: Getallen = NOG_LEEG
        self.open: Any = np.int8(LOOPT)
        self.veel = NOG_LEEG
        self._zonder: Getallen | Callable[[], Getallen] | None = None
        self._eerder: Getallen | None = None
        self._zeker: Getallen | None = None

    @property
    def uiterlijk(self) -> Getallen:
        return self._nooit if self._uiterlijk is None else self._uiterlijk

    @uiterlijk.setter
    def uiterlijk(self, waarde: Getallen) -> None:
        self._uiterlijk = waarde

    @property
    def gehaald(self) -> Getallen:
        return self._nooit if self._gehaald is None else self._gehaald

    @gehaald.setter
    def gehaald(self, waarde: Getallen) -> None:
        self._gehaald = waarde

    @cached_property
    def _nooit(self) -> Getallen:
        """Replaced, never written in."""
        return np.full(len(self.zaak), NOOIT, np.int32)

    @property
    def zonder(self) -> Getallen:
        if self._zonder is None:
            return self.uiterlijk
        if callable(self._zonder):
            self._zonder = self._zonder()
        return self._zonder

    @zonder.setter
    def zonder(self, waarde: Getallen | Callable[[], Getallen]) -> None:
        self._zonder = waarde

    @property
    def eerder(self) -> Getallen:
        """Entries of which the act is dated before the start."""
        return np.zeros(len(self.zaak), bool) if self._eerder is None else self._eerder

    @eerder.setter
    def eerder(self, waarde: Getallen) -> None:
        self._eerder = waarde if waarde.any() else None

    @property
    def zeker(self) -> Getallen:
        return np.full(len(self.zaak), GEEN_EINDE, np.int32) if self._zeker is None else self._zeker

    @zeker.setter
    def zeker(self, waarde: Getallen) -> None:
        self._zeker = waarde if (waarde != GEEN_EINDE).any() else None

    @property
    def mist_iets(self) -> bool:
        """Does the end of some entry hang on a field that is missing?"""
        return self._zeker is not None

    @property
    def begonnen(self) -> Getallen:
        return self.status != NIET_BEGONNEN

    def hangt_af(self, vandaag: int) -> Getallen:
        """Entries whose outcome hangs on a field that is missing: past the certain end, within the possible one."""
        if self._zeker is None:
            return np.zeros(len(self.zaak), bool)
        peil = np.where(self.gehaald != NOOIT, self.gehaald >> SCHUIF, np.int32(vandaag))
        return (self._zeker != NOOIT) & (self._zeker < peil) & (peil <= self.uiterlijk)

    def per_zaak(self, waarden: Getallen, leeg: Any, alle: Getallen) -> Getallen:
        """A column of entries as a column of cases."""
        if self.zaak is alle:
            return waarden
        uit = np.full(len(alle), leeg, waarden.dtype)
        uit[self.zaak] = waarden
        return uit

    def kies(self, plekken: Getallen) -> Standen:
        return Standen.van_kolommen([getattr(self, veld).take(plekken) for veld in _VELDEN])

    @classmethod
    def van_kolommen(cls, kolommen: list[Getallen]) -> Standen:
        s = cls(*kolommen[:3])
        for veld, kolom in zip(_VELDEN[3:], kolommen[3:], strict=True):
            setattr(s, veld, kolom)
        return s

    def met(self, ander: Standen, zaken: Getallen) -> Standen:
        """These cases as the other says, the rest as it is."""
        eigen = self.kies(np.flatnonzero(~np.isin(self.zaak, zaken) & self.begonnen))
        samen = self.van_kolommen([np.concatenate((getattr(eigen, v), getattr(ander, v))) for v in _VELDEN])
        samen = samen.kies(np.argsort(samen.zaak, kind="stable"))
        samen.veel = np.concatenate((self.veel[~np.isin(self.veel, zaken)], ander.veel))
        return samen

    @classmethod
    def van_een_zaak(cls, gevonden: Sequence[tuple[int, Sequence[Stand]]]) -> Standen:
        """What the single-case evaluator says of these cases: of each its first entry."""
        rijen = [(zaak, *_velden_van(standen[0])) for zaak, standen in gevonden]
        soorten = (np.int32,) * 5 + (np.int8, np.int32, bool, np.int32)
        s = cls.van_kolommen([np.array([rij[nr] for rij in rijen], soort) for nr, soort in enumerate(soorten)])
        s.veel = np.array([zaak for zaak, standen in gevonden if len(standen) > 1], np.int32)
        return s


def _velden_van(stand: Stand) -> tuple[Any, ...]:
    """The columns of `_VELDEN`, without the case."""
    einde = stand.einddag
    return (
        _sleutel_van(stand.feit.dag), _dag(stand.vanaf_nr), _dag(einde.uiterlijk), _dag(einde.zonder),
        regels.STATUSSEN.index(stand.status), _sleutel_van(None if stand.gehaald is None else stand.gehaald.dag),
        stand.act_voor_start, _dag(einde.zeker if einde.mist else None),
    )  # fmt: skip


def _dag(nr: int | None) -> int:
    return int(NOOIT) if nr is None else min(nr - DAG0, int(NOOIT) - 1)


def _sleutel_van(nr: int | None) -> int:
    return int(NOOIT) if nr is None else (nr - DAG0) << SCHUIF
