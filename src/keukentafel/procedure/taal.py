"""Dutch for verdicts: dates in full, lists in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

MAANDEN: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


@lru_cache(maxsize=16_384)
def datum_voluit(nr: int) -> str:
    """The day with this ordinal as `9 september 2026`."""
    d = date.fromordinal(nr)
    return f"{d.day} {MAANDEN[d.month - 1]} {d.year}"


@lru_cache(maxsize=16_384)
def dag_voluit(nr: int | None) -> str:
    """As `datum_voluit`; an unknown day is said to be so."""
    return "een onbekende dag" if nr is None else datum_voluit(nr)


def opsomming(delen: Sequence[str]) -> str:
    """`a, b en c`."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"


def aantal_dagen(aantal: int) -> str:
    """`1 dag`, `2 dagen`."""
    return f"{aantal} {'dag' if aantal == 1 else 'dagen'}"


def euro(bedrag: Decimal | str) -> str:
    """An amount as `€ 1.442,00`."""
    return "€ " + f"{Decimal(bedrag):,.2f}".translate(str.maketrans(",.", ".,"))
