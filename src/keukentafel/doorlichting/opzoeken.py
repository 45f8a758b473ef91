"""Looks up numbers of 64 bits in bulk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

Getallen = np.ndarray[Any, Any]

_ROER: Final = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_MEESTE_BITS: Final = 20


def roer(x: Getallen) -> Getallen:
    """The finaliser of splitmix64: every bit of the input reaches every bit of the outcome."""
    x = (x ^ (x >> np.uint64(30))) * _ROER[0]
    x = (x ^ (x >> np.uint64(27))) * _ROER[1]
    return x ^ (x >> np.uint64(31))


class Tabel:
    """Numbers of 64 bits and their values (never negative, of type `soort`), to be looked up for a whole column."""

    def __init__(self, waarden: Mapping[int, int], soort: Any = np.int8) -> None:
        sleutels = np.array(list(waarden), np.uint64)
        bits = min(_MEESTE_BITS, 4 + 2 * len(sleutels).bit_length())
        self._schuif = np.uint64(64 - bits)
        plek = sleutels
        for nr in range(200):
            self._maal = roer(np.array([nr], np.uint64))[0] | np.uint64(1)
            plek = self._plek(sleutels)
            if len(np.unique(plek)) == len(plek):
                break
        self._sleutels = np.zeros(1 << bits, np.uint64)
        self._waarden = np.full(1 << bits, -1, soort)
        self._sleutels[plek] = sleutels
        self._waarden[plek] = list(waarden.values())

    def _plek(self, sleutels: Getallen) -> Getallen:
        return ((sleutels * self._maal) >> self._schuif).view(np.int64)

    def zoek(self, sleutels: Getallen) -> Getallen:
        """The value of each number, or -1 when it is not known (or lost its place to another)."""
        plek = self._plek(sleutels)
        vreemd = self._sleutels.take(plek, mode="clip") != sleutels
        return self._waarden.take(plek, mode="clip") | -vreemd.view(np.int8)
