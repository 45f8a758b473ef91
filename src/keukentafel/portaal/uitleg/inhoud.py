"""The texts of the explanation pages as data: both languages side by side, with sources and the day of checking."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

MAP = Path(__file__).parent / "inhoud"
TALEN = ("nl", "en")


@lru_cache
def lees(naam: str) -> dict[str, Any]:
    """A whole text file (zorgen, regels, bladen), read once."""
    return tomllib.loads((MAP / f"{naam}.toml").read_text("utf-8"))


def taal() -> str:
    """The language of this page, Dutch when it is none of ours."""
    gekozen = get_language()
    return gekozen if gekozen in TALEN else "nl"


def zorgen() -> list[dict[str, Any]]:
    """The eleven worries in the language of the page."""
    return [{"nummer": z["nummer"], "bron": z["bron"], **z[taal()]} for z in lees("zorgen")["zorg"]]


def regels() -> list[dict[str, Any]]:
    """The thirty rules in the language of the page, in their groups."""
    gegevens = lees("regels")
    return [
        {
            "titel": groep[taal()],
            "regels": [{**r, **r[taal()]} for r in gegevens["regel"] if r["groep"] == groep["naam"]],
        }
        for groep in gegevens["groep"]
    ]


def blad(naam: str) -> dict[str, Any]:
    """One plain page in the language of the page. Raises KeyError."""
    return dict(lees("bladen")[naam][taal()])
