"""Hides small counts in groups, also where they could be found again by subtraction.

A count of 1 up to and including 4 is not shown. Because the totals over all groups are shown, a column of which only
one count is hidden would give it away: then the next smallest is hidden too, and likewise in a row.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

DREMPEL: Final = 5
"""Counts below this are hidden in groups; zero is shown."""

Getallen = np.ndarray[Any, Any]


def verberg(aantallen: Getallen, rij_telt_op: Getallen | None = None) -> Getallen:
    """Which cells of a table (rows: groups, columns: counts) are to be hidden.

    `rij_telt_op`: the columns that add up within a row (None: all). A table of one row is the total itself: shown.
    """
    weg = (aantallen > 0) & (aantallen < DREMPEL)
    if len(aantallen) < 2:
        return np.zeros_like(weg)
    kolommen = np.arange(aantallen.shape[1]) if rij_telt_op is None else np.flatnonzero(rij_telt_op)
    while True:
        voor = int(weg.sum())
        for kolom in range(aantallen.shape[1]):
            _dek(aantallen[:, kolom], weg[:, kolom])
        for rij in range(len(aantallen)):
            deel = weg[rij, kolommen]
            _dek(aantallen[rij, kolommen], deel)
            weg[rij, kolommen] = deel
        if int(weg.sum()) == voor:
            return weg


def _dek(aantallen: Getallen, weg: Getallen) -> None:
    """Hide more until at least two are hidden, together at least the threshold."""
    if not weg.any():
        return
    for plek in np.argsort(np.where(aantallen == 0, np.iinfo(np.int64).max, aantallen), kind="stable"):
        if weg.sum() >= 2 and aantallen[weg].sum() >= DREMPEL:
            return
        weg[plek] = True
