"""The words of this room: what a letter of the municipality is as a declaration, and as a letter that was made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from keukentafel.brieven.taal import Tekst

if TYPE_CHECKING:
    from keukentafel.brieven.gemeente.beeld import Gemeentebeeld
    from keukentafel.wet.artikel import Artikel

Als = Callable[["Gemeentebeeld"], bool]
Regels = Callable[["Gemeentebeeld", str], list[str]]
Stukken = Callable[["Gemeentebeeld", str], list[dict[str, Any]]]


LEEG: Final = Tekst("", "")


@dataclass(frozen=True, slots=True)
class Blok:
    """A piece of a letter: `kop` or `tekst` from a text with fields; or more pieces, made from the case."""

    soort: str
    tekst: Tekst = LEEG
    als: Als | None = None
    regels: Regels | None = None
    delen: tuple[Tekst, ...] = ()
    stukken: Stukken | None = None


def kop(nl: str, en: str, als: Als | None = None) -> Blok:
    """A heading."""
    return Blok("kop", Tekst(nl, en), als)


def tekst(nl: str, en: str, als: Als | None = None) -> Blok:
    """A paragraph; words between braces are fields."""
    return Blok("tekst", Tekst(nl, en), als)


def lijst(regels: Regels, als: Als | None = None) -> Blok:
    """A list whose lines come from the case; no lines, no list."""
    return Blok("lijst", als=als, regels=regels)


def punten(*delen: tuple[str, str], als: Als | None = None) -> Blok:
    """A list of fixed lines, each in Dutch and English, with fields."""
    return Blok("lijst", als=als, delen=tuple(Tekst(*deel) for deel in delen))


def stukken(maak: Stukken, als: Als | None = None) -> Blok:
    """Pieces that a function makes from the case (a table of days, one part for each need)."""
    return Blok("stukken", als=als, stukken=maak)


@dataclass(frozen=True, slots=True)
class Gemeentebrief:
    """A letter that goes out with one kind of fact, as a declaration.

    `bij`: the kind of fact; `past`: and only where this holds (two letters of one kind exclude each other).
    `besluit`: it is a decision against which an objection can be made. `nodig`: fields without which the letter is not
    complete (they are named by `ontbreekt`). `ook`: an article only where it plays a part.
    """

    naam: str
    titel: Tekst
    bij: str
    onderwerp: Tekst
    blokken: tuple[Blok, ...]
    bronnen: tuple[Artikel, ...]
    past: Als | None = None
    nodig: tuple[str, ...] = ()
    bijlagen: tuple[Tekst, ...] = ()
    ook: tuple[tuple[Als, Artikel], ...] = ()


class Ontvanger(NamedTuple):
    """To whom: name and address, the language of the reading version, and whether the print must be large.

    `namens`: whom the addressee represents, for a copy. `kopie_aan`: who gets a copy, on the letter itself.
    """

    naam: str
    adres: str = ""
    postcode_plaats: str = ""
    taal: str = "nl"
    groot: bool = False
    namens: str = ""
    kopie_aan: str = ""


@dataclass(frozen=True, slots=True)
class Opgesteld:
    """A letter as it was made: plain data, so that it can be kept and always be shown the same again."""

    naam: str
    taal: str
    datum: str
    kenmerk: str
    onderwerp: str
    blokken: tuple[Mapping[str, Any], ...]
    bronnen: tuple[str, ...]
    bijlagen: tuple[str, ...]
    afzender: tuple[str, ...]
    contact: tuple[str, ...]
    ondertekenaar: tuple[str, ...]
    sjabloon: str = ""
    """From which day the municipality's own words in this letter hold; empty when it has none."""


EIGEN_WOORDEN: Final[Mapping[str, Tekst]] = {
    "afdeling": Tekst("Naam van de afdeling", "Name of the department"),
    "bereikbaar": Tekst("Wanneer u bereikbaar bent", "When you can be reached"),
    "clientondersteuning": Tekst(
        "Wie de gratis cliëntondersteuning geeft, met telefoonnummer", "Who gives free client support, with phone"
    ),
    "bezwaaradres": Tekst("Waar een bezwaar naartoe kan", "Where an objection can be sent"),
    "rechtbank": Tekst("Naam van de rechtbank", "Name of the court"),
    "ombudsman": Tekst("Naam van de ombudsman voor uw gemeente", "Name of the ombudsman for your municipality"),
}
"""Names and places that a municipality fills in once; every letter uses them."""
