"""Reads a parquet file a stretch of rows at a time. `RIJ` counts as in a csv: the first row is line 2."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from keukentafel.doorlichting.bron_csv import RIJ
from keukentafel.doorlichting.fouten import Invoerfout

_WAARDEN_PER_STUK: Final = 12_000_000
_RIJEN_PER_STUK: Final = 800_000
"""Some seventy thousand cases: enough that the work on a block outweighs its overhead, and it still fits."""


class ParquetBron:
    """A parquet file; only the columns that are asked for are read."""

    def __init__(self, pad: Path) -> None:
        self.pad = pad
        try:
            self._plan = pl.scan_parquet(pad)
            self.schema = self._plan.collect_schema()
            self.omvang = int(self._plan.select(pl.len()).collect().item())
        except (pl.exceptions.PolarsError, OSError):
            raise Invoerfout(f"{pad} is geen leesbaar parquet-bestand.") from None
        self.gelezen = 0
        self.kolommen = list(self.schema)

    def blokken(self, nodig: list[str], als_code: Collection[str] = ()) -> Iterator[pl.DataFrame]:
        """The rows with these columns, in order; those of `als_code`, if they are text, as codes (`Categorical`)."""
        codes = [pl.col(naam).cast(pl.Categorical) for naam in als_code if self.schema[naam] == pl.String]
        stuk = min(_RIJEN_PER_STUK, max(100_000, _WAARDEN_PER_STUK // len(nodig)))
        plan = self._plan.select(nodig).with_columns(codes)
        try:
            for begin in range(0, self.omvang, stuk):
                tabel = plan.slice(begin, stuk).collect()
                nummers = np.arange(begin + 2, begin + 2 + tabel.height, dtype=np.int64)
                self.gelezen = begin + tabel.height
                yield tabel.with_columns(pl.Series(RIJ, nummers))
        except (pl.exceptions.PolarsError, OSError):
            raise Invoerfout(
                f"{self.pad} is beschadigd: na rij {self.gelezen + 1} is het niet meer te lezen."
            ) from None
