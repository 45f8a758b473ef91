"""Reads days out of text, dates and moments: a day is an integer, counted from 1 January 2010."""

from __future__ import annotations

from datetime import date
from typing import Final

import polars as pl

DAG0: Final = date(2010, 1, 1).toordinal()
"""Ordinal of day 0."""

_EPOCH: Final = (date(2010, 1, 1) - date(1970, 1, 1)).days
_VERSTE: Final = (1 << 20) - 1
_EERSTE: Final = date(1, 1, 1).toordinal() - DAG0
_UUR: Final = r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?"
_ISO: Final = rf"^(\d{{4}}-\d{{2}}-\d{{2}})(?:[T ]{_UUR})?$"
_NEDERLANDS: Final = rf"^(\d{{1,2}}-\d{{1,2}}-\d{{4}})(?:[T ]{_UUR})?$"
_MET_ZONE: Final = r"^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?([.,]\d+)?\s?(Z|[+-]\d{2}:?\d{2})$"

LEESBAAR: Final = "schrijf jjjj-mm-dd of dd-mm-jjjj"


def leesbaar_type(soort: pl.DataType) -> bool:
    """Can a column of this type hold days?"""
    return soort == pl.Date or soort == pl.String or isinstance(soort, (pl.Datetime, pl.Categorical, pl.Enum))


def dagen_van(kolom: pl.Series, zone: str) -> pl.Series:
    """Days since 2010-01-01 (Int32), null without a readable date. A moment with an offset is taken in `zone`."""
    if isinstance(kolom.dtype, pl.Datetime):
        datums = kolom.dt.convert_time_zone(zone).dt.date() if kolom.dtype.time_zone else kolom.dt.date()
    elif kolom.dtype == pl.Date:
        datums = kolom
    else:
        datums = _uit_tekst(kolom.cast(pl.String), zone)
    dagen = datums.cast(pl.Int32) - _EPOCH
    return pl.select(pl.when(dagen >= _EERSTE).then(dagen.clip(upper_bound=_VERSTE))).to_series().cast(pl.Int32)


def _uit_tekst(tekst: pl.Series, zone: str) -> pl.Series:
    snel = tekst.str.to_date("%Y-%m-%d", strict=False)
    snel = pl.select(pl.when(snel.dt.year() >= 1000).then(snel)).to_series()
    rest = snel.is_null() & tekst.is_not_null()
    if not rest.any():
        return snel
    plekken = rest.arg_true()
    return snel.scatter(plekken, _uit_vrije_tekst(tekst.gather(plekken).str.strip_chars(), zone))


def _uit_vrije_tekst(tekst: pl.Series, zone: str) -> pl.Series:
    kolom = pl.col("t")
    dag, uur, seconde = (kolom.str.extract(_MET_ZONE, nr) for nr in (1, 2, 3))
    afstand = (
        kolom.str.extract(_MET_ZONE, 5).str.replace("Z", "+00:00", literal=True).str.replace(":", "", literal=True)
    )
    moment = (
        pl.concat_str(dag, pl.lit("T"), uur, seconde.fill_null(":00"), afstand)
        .str.to_datetime("%Y-%m-%dT%H:%M:%S%z", strict=False, time_unit="us")
        .dt.convert_time_zone(zone)
    )
    return (
        tekst.to_frame("t")
        .select(
            pl.coalesce(
                kolom.str.extract(_ISO, 1).str.to_date("%Y-%m-%d", strict=False),
                kolom.str.extract(_NEDERLANDS, 1).str.to_date("%d-%m-%Y", strict=False),
                moment.dt.date(),
            )
        )
        .to_series()
    )
