"""Brings the rows of one case together, wherever they stand in the file, in bounded memory.

Most exports hold the rows of a case one after the other: then tables of whole cases are cut straight from the stream,
and at the end it is checked that no case came back. A log in another order (by day, say) is first sorted: in memory
when it fits, else over temporary files, by a hash of 128 bits of the case number.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

ZAKEN_PER_STUK: Final = 131_072
IN_GEHEUGEN: Final = 500 * 1024 * 1024
"""So many bytes of rows are sorted in memory; more goes over files."""

_DELEN: Final = 64


class NietAaneen(Exception):
    """The rows of some case do not stand together in the log."""


def aaneengesloten(stroom: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """Tables of whole cases, in the order of the log. Raises `NietAaneen` as soon as a case comes back.

    Every table has the column `begin`: true on the first row of a case.
    """
    rest: pl.DataFrame | None = None
    gezien: list[np.ndarray] = []
    for blok in stroom:
        if blok.height == 0:
            continue
        rijen = blok if rest is None else pl.concat([rest, blok], how="diagonal")
        begin = _begint(rijen["zaak"])
        plekken = np.flatnonzero(begin)
        knip = int(plekken[-1])
        if knip == 0:
            rest = rijen
            continue
        gezien.append(_nieuwe(rijen["zaak"][:knip].gather(plekken[:-1])))
        rest = rijen[knip:]
        yield from _stukken(rijen[:knip], begin[:knip], plekken[:-1])
    if rest is not None:
        begin = _begint(rest["zaak"])
        gezien.append(_nieuwe(rest["zaak"][:1]))
        alles = np.concatenate(gezien)
        _keur(alles)
        yield from _stukken(rest, begin, np.flatnonzero(begin))


def _begint(zaak: pl.Series) -> np.ndarray:
    return (zaak != zaak.shift()).fill_null(True).to_numpy()


def _nieuwe(zaken: pl.Series) -> np.ndarray:
    """Hashes of these cases; a case that came back within one table is seen at once."""
    sleutels = zaken.hash(seed=1).to_numpy()
    _keur(sleutels)
    return sleutels


def _keur(sleutels: np.ndarray) -> None:
    """All different?"""
    op_volgorde = np.sort(sleutels)
    if (op_volgorde[1:] == op_volgorde[:-1]).any():
        raise NietAaneen


def _stukken(rijen: pl.DataFrame, begin: np.ndarray, plekken: np.ndarray) -> Iterator[pl.DataFrame]:
    """Cut whole cases into tables of at most `ZAKEN_PER_STUK` cases."""
    rijen = rijen.drop("zaak").with_columns(pl.Series("begin", begin))
    for nr in range(0, len(plekken), ZAKEN_PER_STUK):
        tot = plekken[nr + ZAKEN_PER_STUK] if nr + ZAKEN_PER_STUK < len(plekken) else rijen.height
        yield rijen[int(plekken[nr]) : int(tot)]


def gesorteerd(stroom: Iterable[pl.DataFrame], grens: int = IN_GEHEUGEN) -> Iterator[pl.DataFrame]:
    """The same tables of whole cases out of a log in any order; within a case the order of the file stays."""
    bewaard: list[pl.DataFrame] = []
    omvang = 0
    bron = iter(stroom)
    for blok in bron:
        bewaard.append(_met_sleutel(blok))
        omvang += int(bewaard[-1].estimated_size())
        if omvang > grens:
            break
    else:
        if bewaard:
            yield from _sorteer(pl.concat(bewaard, how="diagonal"))
        return
    with tempfile.TemporaryDirectory(prefix="doorlichting-") as map_:
        _verdeel(bewaard, (_met_sleutel(blok) for blok in bron), Path(map_))
        for deel in range(_DELEN):
            bestanden = sorted(Path(map_).glob(f"{deel}-*.arrow"))
            if bestanden:
                delen = [pl.read_ipc(b) for b in bestanden]
                yield from _sorteer(pl.concat(delen, how="diagonal"))


def _met_sleutel(blok: pl.DataFrame) -> pl.DataFrame:
    zaak = blok["zaak"]
    return blok.drop("zaak").with_columns(zaak.hash(seed=1).alias("h1"), zaak.hash(seed=2).alias("h2"))


def _verdeel(bewaard: list[pl.DataFrame], rest: Iterable[pl.DataFrame], map_: Path) -> None:
    """Spread the rows over files by their hash; the order of the file stays within each."""
    nr = 0
    while bewaard:
        _schrijf(bewaard.pop(0), map_, nr)
        nr += 1
    for blok in rest:
        _schrijf(blok, map_, nr)
        nr += 1


def _schrijf(blok: pl.DataFrame, map_: Path, nr: int) -> None:
    per_deel = blok.with_columns((pl.col("h1") % _DELEN).alias("deel")).partition_by(
        "deel", as_dict=True, include_key=False
    )
    for (deel,), rijen in per_deel.items():
        rijen.write_ipc(map_ / f"{deel}-{nr:06d}.arrow", compression="lz4")


def _sorteer(rijen: pl.DataFrame) -> Iterator[pl.DataFrame]:
    rijen = rijen.sort("h1", maintain_order=True)
    eerste = (rijen["h1"] != rijen["h1"].shift()).fill_null(True)
    samen = eerste | (rijen["h2"] != rijen["h2"].shift()).fill_null(True)
    if int(samen.sum()) != int(eerste.sum()):  # two cases with one hash: the second hash parts them
        rijen = rijen.sort("h1", "h2", maintain_order=True)
        samen = ((rijen["h1"] != rijen["h1"].shift()) | (rijen["h2"] != rijen["h2"].shift())).fill_null(True)
    begin = samen.to_numpy()
    yield from _stukken(rijen.rename({"h1": "zaak"}).drop("h2"), begin, np.flatnonzero(begin))
