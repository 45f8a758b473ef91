"""Holds a judgement (the document of `toets --json`) against an expectation that a jurist wrote down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

Document = dict[str, Any]


def verschillen(uitkomst: Document, verwacht: Document) -> list[str]:
    """Every point on which the judgement differs from what was written down; only what was written down counts."""
    kijkers = {
        "fase": _gelijk,
        "termijnen": _termijnen,
        "waarborgen": _waarborgen,
        "geschonden": _geschonden,
        "dwangsom": _gelijk,
        "bijdrage": _gelijk,
        "waarschuwingen": _waarschuwingen,
        "gevallen_tussen": _gevallen_tussen,
    }
    assert verwacht.keys() <= kijkers.keys(), verwacht.keys() - kijkers.keys()
    return [v for naam, waarde in verwacht.items() for v in kijkers[naam](uitkomst, naam, waarde)]


def _kaal(waarde: Any) -> Any:
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def _velden(waar: str, gevonden: Document, verwacht: Document) -> Iterator[str]:
    for veld, waarde in verwacht.items():
        if gevonden.get(veld) != _kaal(waarde):
            yield f"{waar}.{veld}: verwacht {_kaal(waarde)}, uitkomst {gevonden.get(veld)}"


def _gelijk(uitkomst: Document, naam: str, verwacht: Any) -> Iterator[str]:
    gevonden = uitkomst[naam]
    if isinstance(verwacht, dict) and isinstance(gevonden, dict):
        yield from _velden(naam, gevonden, verwacht)
    elif gevonden != verwacht:
        yield f"{naam}: verwacht {verwacht}, uitkomst {gevonden}"


def _termijnen(uitkomst: Document, naam: str, verwacht: Document) -> Iterator[str]:
    eerste: dict[str, Document] = {}
    for termijn in uitkomst["termijnen"]:
        eerste.setdefault(termijn["id"], termijn)
    for nr, velden in verwacht.items():
        if nr not in eerste:
            yield f"{naam}: {nr} ontbreekt"
        else:
            yield from _velden(nr, eerste[nr], velden)


def _waarborgen(uitkomst: Document, naam: str, verwacht: dict[str, str]) -> Iterator[str]:
    oordelen = {w["id"]: w["oordeel"] for w in uitkomst["waarborgen"]}
    for nr, oordeel in verwacht.items():
        if oordelen.get(nr) != oordeel:
            yield f"{nr}: verwacht {oordeel}, uitkomst {oordelen.get(nr)}"


def _geschonden(uitkomst: Document, naam: str, verwacht: list[str]) -> Iterator[str]:
    """Exactly these safeguards are broken, and no other."""
    gevonden = {w["id"] for w in uitkomst["waarborgen"] if w["oordeel"] == "geschonden"}
    if gevonden != set(verwacht):
        yield f"{naam}: te veel {sorted(gevonden - set(verwacht))}, te weinig {sorted(set(verwacht) - gevonden)}"


def _waarschuwingen(uitkomst: Document, naam: str, verwacht: list[str]) -> Iterator[str]:
    codes = {w["code"] for w in uitkomst[naam]}
    if not set(verwacht) <= codes:
        yield f"{naam}: {sorted(set(verwacht) - codes)} ontbreekt"


def _gevallen_tussen(uitkomst: Document, naam: str, verwacht: dict[str, str | None]) -> Iterator[str]:
    gevonden = {b["id"]: b[naam] for b in uitkomst["behoeften"]}
    if gevonden != verwacht:
        yield f"{naam}: verwacht {verwacht}, uitkomst {gevonden}"
