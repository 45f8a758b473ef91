"""The words for fields and choices of facts, in Dutch and English: one table for both sides of the counter."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from django.utils.translation import get_language

from keukentafel.procedure.feit import titel_van

_TABEL: Final[Mapping[str, Any]] = tomllib.loads((files(__package__) / "woorden.toml").read_text("utf-8"))

_KOPPEN: Final[Mapping[str, Any]] = tomllib.loads((files(__package__) / "koppen.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Woord:
    """A text in two languages; as text it speaks the language of the page."""

    nl: str = ""
    en: str = ""

    def __str__(self) -> str:
        return self.en if (get_language() or "nl").startswith("en") else self.nl

    def __bool__(self) -> bool:
        return bool(self.nl)


@dataclass(frozen=True, slots=True)
class Veldwoord:
    """What a field is called, its help, why it is asked, and whether the answer is long."""

    label: Woord
    hulp: Woord = Woord()
    waarom: Woord = Woord()
    lang: bool = False


def _woord(rauw: Mapping[str, Any], voor: str = "") -> Woord:
    return Woord(rauw.get(f"{voor}nl", ""), rauw.get(f"{voor}en", ""))


def veldwoord(soort: str, naam: str) -> Veldwoord:
    """The words of a field in a kind of fact. Raises `KeyError` for a field without words."""
    rauw = _TABEL["veld_bij"].get(soort, {}).get(naam) or _TABEL["veld"][naam]
    return Veldwoord(_woord(rauw), _woord(rauw, "hulp_"), _woord(rauw, "waarom_"), rauw.get("lang", False))


def veldkop(soort: str, naam: str) -> Woord:
    """What a field is called where it was recorded: a heading, not a question. Raises `KeyError` as `veldwoord`."""
    rauw = _KOPPEN["bij"].get(soort, {}).get(naam) or _KOPPEN["kop"].get(naam)
    return _woord(rauw) if rauw else veldwoord(soort, naam).label


def keuzewoord(naam: str, waarde: str) -> Woord:
    """The words of a choice. Raises `KeyError` for one without words."""
    return _woord(_TABEL["keuze_bij"].get(naam, {}).get(waarde) or _TABEL["keuze"][waarde])


def waarom(soort: str) -> Woord:
    """Why this is asked and on what ground; empty when it speaks for itself."""
    return _woord(_TABEL["waarom"].get(soort, {}))


def feitwoord(soort: str) -> Woord:
    """What a kind of fact is called. Raises `KeyError` for one without English words."""
    titel = titel_van(soort)
    return Woord(titel[0].upper() + titel[1:], _TABEL["feit"][soort])


def vast(naam: str) -> Woord:
    """A word of every form (skip, choose)."""
    return _woord(_TABEL["vast"][naam])


LEEFGEBIEDEN: Final = tuple((naam, _woord(rauw)) for naam, rauw in _TABEL["leefgebied"].items())
"""The areas of life that a need can be about, with their words."""
