"""Dates as a jurist writes them, with the weekday: a table that is wrong about the week does not run."""

from __future__ import annotations

from datetime import date

_WEEKDAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")


def dag(tekst: str) -> date:
    """`dag("vr 3-4-2026")`, refused if 3 April 2026 is no Friday."""
    weekdag, datum = tekst.split()
    d, m, j = (int(deel) for deel in datum.split("-"))
    gelezen = date(j, m, d)
    assert _WEEKDAGEN[gelezen.weekday()] == weekdag, f"{datum} is een {_WEEKDAGEN[gelezen.weekday()]}"
    return gelezen
