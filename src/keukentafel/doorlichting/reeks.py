"""Facts of some kinds in a block, and what they are per case.

A moment is one int32 a case: `dag << 10 | plaats in de zaak`, `NOOIT` where it did not happen; so `<` compares moments
and `>> 10` gives the day (from 1 January 2010).
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, Final, Literal

import numpy as np

from keukentafel.doorlichting.kiezen import Getallen, kies_sleutel

NOOIT: Final = np.int32(2**31 - 1)
SCHUIF: Final = 10


class Reeks:
    """Facts of some kinds: `zaak` and `sleutel` in order, `plek` among all facts of the block.

    `alle`: the numbers of all cases. Asked for exactly that array, a column comes as it is, without being gathered.
    """

    def __init__(self, zaak: Getallen, sleutel: Getallen, plek: Getallen, alle: Getallen) -> None:
        self.zaak = zaak
        self.sleutel = sleutel
        self.plek = plek
        self.alle = alle

    def __len__(self) -> int:
        return len(self.zaak)

    @cached_property
    def dubbel(self) -> bool:
        """Has some case more than one?"""
        return bool((self.zaak[1:] == self.zaak[:-1]).any())

    @cached_property
    def eerste(self) -> Getallen:
        """Per case the first of these facts, or `NOOIT`."""
        return self.verspreid(self.sleutel, NOOIT)

    @cached_property
    def dag(self) -> Getallen:
        """Per case the day of the first."""
        return self.eerste >> SCHUIF

    @cached_property
    def laatste(self) -> Getallen:
        """Per case the last of these facts, or `NOOIT`."""
        if not self.dubbel:
            return self.eerste
        uit = np.full(len(self.alle), NOOIT, np.int32)
        uit[self.zaak] = self.sleutel
        return uit

    @cached_property
    def er(self) -> Getallen:
        """Per case whether there is one."""
        return self.eerste != NOOIT

    @cached_property
    def aantal(self) -> Getallen:
        """Per case how many."""
        return np.bincount(self.zaak, minlength=len(self.alle)).astype(np.int32)

    @cached_property
    def _index(self) -> Getallen:
        """`zaak`, as numpy likes best to find places by."""
        return self.zaak.astype(np.intp)

    @cached_property
    def _samen(self) -> Getallen:
        return (self.zaak.astype(np.int64) << 32) + self.sleutel

    def verspreid(self, waarden: Getallen, leeg: Any) -> Getallen:
        """Per case the value that belongs to the first of these facts, or `leeg`. May be `waarden` itself."""
        if self.dubbel:
            uit = np.full(len(self.alle), leeg, waarden.dtype)
            uit[self.zaak[::-1]] = waarden[::-1]
            return uit
        if len(self) == len(self.alle):
            return waarden
        uit = np.full(len(self.alle), leeg, waarden.dtype)
        uit[self._index] = waarden
        return uit

    def neem(self, zaak: Getallen) -> Getallen:
        """For each asked case the first of these facts, or `NOOIT`. The caller does not write in it."""
        return self.eerste if zaak is self.alle else self.eerste.take(zaak)

    def vanaf(self, zaak: Getallen, grens: Getallen) -> Getallen:
        """For each asked case the first fact with a key of at least `grens`, or `NOOIT`."""
        return self._voorbij(zaak, grens, self.neem(zaak) < grens, "left")

    def na(self, zaak: Getallen, sleutel: Getallen) -> Getallen:
        """For each asked case the first fact with a higher key; `NOOIT` after what never happened."""
        return self._voorbij(zaak, sleutel, self.neem(zaak) <= sleutel, "right")

    def _voorbij(self, zaak: Getallen, grens: Getallen, eerder: Getallen, kant: Literal["left", "right"]) -> Getallen:
        """The first fact on that side of `grens`. `eerder`: where that is not the first of all."""
        uit = self.neem(zaak)
        if not eerder.any():
            return uit
        uit = kies_sleutel(eerder, NOOIT, uit)
        if self.dubbel:
            plekken = np.flatnonzero(eerder)
            z = zaak[plekken]
            p = np.searchsorted(self._samen, (z.astype(np.int64) << 32) + grens[plekken], kant)
            binnen = p < len(self.zaak)
            binnen[binnen] = self.zaak[p[binnen]] == z[binnen]
            uit[plekken[binnen]] = self.sleutel[p[binnen]]
        return uit

    def voor(self, zaak: Getallen, grens: Getallen) -> Getallen:
        """For each asked case the last fact with a key below `grens`, or `NOOIT`."""
        uit = np.full(len(zaak), NOOIT, np.int32)
        p = np.searchsorted(self._samen, (zaak.astype(np.int64) << 32) + grens) - 1
        binnen = p >= 0
        binnen[binnen] = self.zaak[p[binnen]] == zaak[binnen]
        uit[binnen] = self.sleutel[p[binnen]]
        return uit

    def deel(self, masker: Getallen) -> Reeks:
        wie = np.flatnonzero(masker)
        return Reeks(self.zaak.take(wie), self.sleutel.take(wie), self.plek.take(wie), self.alle)
