"""What goes out: one JSON document, or lines that read without colour."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from textwrap import fill
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from keukentafel.wet.waarschuwing import Waarschuwing

BREEDTE = 78
WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def schrijf_json(document: Mapping[str, Any]) -> None:
    """The one JSON document of a command."""
    leesbaar = (getattr(sys.stdout, "encoding", None) or "").lower().startswith("utf")
    print(json.dumps(document, ensure_ascii=not leesbaar, indent=2))


def schrijf_regels(regels: Iterable[str]) -> None:
    """Lines, folded at a width that reads well; what is indented stays so."""
    for regel in regels:
        inspringing = regel[: len(regel) - len(regel.lstrip())]
        vervolg = inspringing + "  "
        print(fill(regel, BREEDTE, subsequent_indent=vervolg, break_long_words=False, break_on_hyphens=False))


def voluit(d: date) -> str:
    """`dinsdag 1 september 2026`."""
    return f"{WEEKDAGEN[d.weekday()]} {d.day} {MAANDEN[d.month - 1]} {d.year}"


def euro(bedrag: Decimal | str) -> str:
    """`€ 1.442,00`."""
    return "€ " + f"{Decimal(bedrag):,.2f}".translate(str.maketrans(",.", ".,"))


def bronnen(rij: Sequence[object]) -> list[str]:
    return [str(b) for b in rij]


def waarschuwingen(rij: Sequence[Waarschuwing]) -> list[dict[str, Any]]:
    """Warnings as every JSON document of the command line holds them."""
    return [{"code": w.code, "tekst": w.tekst, "bron": bronnen(w.bron)} for w in rij]


def slotregels(bron: Sequence[object], rij: Sequence[Waarschuwing]) -> list[str]:
    """The sources and warnings below a short answer."""
    uit = [f"Bron: {'; '.join(bronnen(bron))}"] if bron else []
    return [*uit, *(f"Let op: {w.tekst}" for w in rij)]
