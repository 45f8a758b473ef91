"""The words of *Wat nu?*: a question (`Stap`), its answers (`Optie`) and fields (`Veld`), and where to begin (`Plek`).

The questions themselves are data (`inhoud/*.toml`), each text in Dutch and English beside each other.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from keukentafel.dossier.woorden import Woord

INHOUD = files(__package__) / "inhoud"
GEEN = Woord()


@dataclass(frozen=True, slots=True)
class Keuze:
    """One value out of a closed list, with its words."""

    waarde: str
    tekst: Woord


@dataclass(frozen=True, slots=True)
class Optie:
    """An answer to the question of a step.

    `feit`: the kind of fact it makes (none: it makes no fact). `vast`: field values that belong to it. `niet`: a fact
    with one of these values is another step's.
    """

    waarde: str
    tekst: Woord
    feit: str | None = None
    vast: Mapping[str, Any] = field(default_factory=dict)
    niet: Mapping[str, Any] = field(default_factory=dict)

    def herkent(self, feit: Mapping[str, Any]) -> bool:
        """Is this fact the one that this answer makes?"""
        if feit.get("soort") != self.feit:
            return False
        if any(feit.get(veld) in waarden for veld, waarden in self.niet.items()):
            return False
        return all(feit.get(veld) == waarde for veld, waarde in self.vast.items())


@dataclass(frozen=True, slots=True)
class Veld:
    """One thing to fill in. `naam` is the field of the fact (a dot: a field inside a group).

    `bij`: the answers it belongs to (empty: all that make a fact). `facultatief`: a date that may stay empty.
    `suggesties`: a list to choose from while typing (`gemeenten`); anything else may be typed too.
    """

    naam: str
    soort: str
    label: Woord
    hulp: Woord = GEEN
    keuzes: tuple[Keuze, ...] = ()
    bij: tuple[str, ...] = ()
    toekomst: bool = False
    facultatief: bool = False
    minimum: int = 0
    maximum: int = 10_000
    sleutel: str = ""
    reden: bool = False
    aanvullen: str = ""
    suggesties: str = ""


@dataclass(frozen=True, slots=True)
class Stap:
    """One question, one page."""

    naam: str
    deel: str
    vraag: Woord
    waarom: Woord
    hulp: Woord = GEEN
    opties: tuple[Optie, ...] = ()
    velden: tuple[Veld, ...] = ()
    hoort_bij: str = ""
    opslag: str = ""
    als: tuple[str, ...] = ()
    als_spoed: bool = False
    als_behoeften: bool = False

    @property
    def soorten(self) -> frozenset[str]:
        """The kinds of fact that this step can make."""
        return frozenset(optie.feit for optie in self.opties if optie.feit)

    def optie(self, waarde: str) -> Optie | None:
        return next((optie for optie in self.opties if optie.waarde == waarde), None)


@dataclass(frozen=True, slots=True)
class Plek:
    """Where someone is now, and the short route of questions from there (empty: all questions).

    `ja` and `nee`: the questions that who is here thereby answers so. A yes still asks for its day, a no is not asked.
    """

    naam: str
    tekst: Woord
    route: tuple[str, ...]
    ja: tuple[str, ...] = ()
    nee: tuple[str, ...] = ()


def lees_inhoud(naam: str) -> dict[str, Any]:
    """A content file of this package."""
    return tomllib.loads((INHOUD / f"{naam}.toml").read_text("utf-8"))


def tekst(rauw: Mapping[str, str] | None) -> Woord:
    return Woord(**rauw) if rauw else Woord()


def _keuzes(rauw: list[dict[str, Any]]) -> tuple[Keuze, ...]:
    return tuple(Keuze(k["waarde"], tekst(k["tekst"])) for k in rauw)


def _optie(rauw: dict[str, Any]) -> Optie:
    return Optie(**{**rauw, "tekst": tekst(rauw["tekst"])})


def lees_veld(rauw: dict[str, Any]) -> Veld:
    """A field out of a content file."""
    rest = {sleutel: waarde for sleutel, waarde in rauw.items() if sleutel not in ("label", "hulp", "keuze", "bij")}
    return Veld(
        label=tekst(rauw["label"]), hulp=tekst(rauw.get("hulp")), keuzes=_keuzes(rauw.get("keuze", [])),
        bij=tuple(rauw.get("bij", ())), **rest,
    )  # fmt: skip


def lees_stap(rauw: dict[str, Any]) -> Stap:
    """A step out of a content file."""
    anders = ("vraag", "waarom", "hulp", "optie", "veld", "als")
    rest = {sleutel: waarde for sleutel, waarde in rauw.items() if sleutel not in anders}
    return Stap(
        vraag=tekst(rauw["vraag"]), waarom=tekst(rauw["waarom"]), hulp=tekst(rauw.get("hulp")),
        opties=tuple(_optie(o) for o in rauw.get("optie", [])),
        velden=tuple(lees_veld(v) for v in rauw.get("veld", [])), als=tuple(rauw.get("als", ())), **rest,
    )  # fmt: skip


def lees_plek(rauw: dict[str, Any]) -> Plek:
    """A place to begin out of a content file."""
    lijsten = (tuple(rauw.get(naam, ())) for naam in ("route", "ja", "nee"))
    return Plek(rauw["naam"], tekst(rauw["tekst"]), *lijsten)
