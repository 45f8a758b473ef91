"""What the preparation holds: parts and items, read once from the files in `inhoud/`, both languages side by side.

The number of an item (1.1, 1.2 ...) is its place in these files, so screen, paper and PDF can only show the same one.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from keukentafel.dossier.woorden import Woord

_MAP: Final = Path(__file__).parent / "inhoud"
_VOLGORDE: Final = (
    "voor", "tijdens", "na", "gemeente-vraagt", "u-vraagt", "wie-waar-wat", "plan", "mantelzorger", "week",
)  # fmt: skip
TALEN: Final = ("nl", "en")

# The fields that each kind of item asks for: what follows the item's name, and the kind of value.
_VELDEN: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "vink": (("", "vink"),),
    "antwoord": (("", "tekst"),),
    "letter": (("", "tekst"),),
    "vraag": (("-vink", "vink"), ("", "tekst")),
    "keuze": (("", "keuze"),),
    "regel": (("", "regel"),),
    "datum": (("-dag", "dagdeel"), ("-maand", "dagdeel"), ("-jaar", "dagdeel")),
    "persoon": (("-naam", "regel"), ("-rol", "regel")),
    "taak": (("-wat", "regel"), ("-uren", "getal"), ("-door", "keuze"), ("-delen", "vink")),
    "eigen": (("", "tekst"), ("-delen", "vink")),
    "eigen-keuze": (("", "keuze"), ("-delen", "vink")),
    "dag": (("-hoe", "keuze"), ("-wat", "regel")),
}


@dataclass(frozen=True)
class Optie:
    """One of the answers to choose from."""

    naam: str
    tekst: Woord


@dataclass(frozen=True)
class Veld:
    """One thing to fill in: a tick, a line, a text, a number, a date or a choice."""

    naam: str
    soort: str
    achtervoegsel: str
    opties: tuple[Optie, ...] = ()


@dataclass(frozen=True)
class Item:
    """One numbered point of a part. `binding` (wet, rechtspraak, norm) and `bron`: what it rests on.

    `verwijst` is the part it leads to, `aanvulling` the autocomplete token, `ik` the heading in the plan to hand in.
    """

    nr: str
    naam: str
    soort: str
    tekst: Woord
    uitleg: Woord
    voorbeeld: Woord
    kop: Woord
    letter: str
    binding: str
    bron: str
    verwijst: str
    aanvulling: str
    ik: str
    velden: tuple[Veld, ...]

    @property
    def gedeeld_per_punt(self) -> bool:
        """Whether the carer decides for this item alone if it goes along to the talk."""
        return any(veld.achtervoegsel == "-delen" for veld in self.velden)

    @cached_property
    def veld(self) -> dict[str, Veld]:
        """The fields by role: `hoofd` for the one that bears the item's own name, else `naam`, `uren` ..."""
        return {veld.achtervoegsel.lstrip("-") or "hoofd": veld for veld in self.velden}


@dataclass(frozen=True)
class Deel:
    """One part of the preparation: a page on screen, a chapter on paper."""

    nr: int
    naam: str
    titel: Woord
    kort: Woord
    inleiding: Woord
    items: tuple[Item, ...]

    @cached_property
    def velden(self) -> tuple[Veld, ...]:
        """Every field of the part, in order."""
        return tuple(veld for item in self.items for veld in item.velden)


def _opties(ruw: list[dict[str, Any]]) -> tuple[Optie, ...]:
    return tuple(Optie(optie["naam"], Woord(**optie["tekst"])) for optie in ruw)


def _lees(naam: str) -> dict[str, Any]:
    return tomllib.loads((_MAP / f"{naam}.toml").read_text("utf-8"))


_VAST: Final = {f"-{naam}": _opties(ruw) for naam, ruw in _lees("keuzes").items()}
HOE: Final = _VAST["-hoe"]


def _item(nr: str, ruw: dict[str, Any]) -> Item:
    eigen = _opties(ruw.get("optie", []))
    velden = tuple(
        Veld(ruw["naam"] + achter, soort, achter, _VAST.get(achter, eigen) if soort == "keuze" else ())
        for achter, soort in _VELDEN[ruw["soort"]]
    )
    return Item(
        nr=nr,
        naam=ruw["naam"],
        soort=ruw["soort"],
        tekst=Woord(**ruw["tekst"]),
        uitleg=Woord(**ruw.get("uitleg", {})),
        voorbeeld=Woord(**ruw.get("voorbeeld", {})),
        kop=Woord(**ruw.get("kop", {})),
        letter=ruw.get("letter", ""),
        binding=ruw.get("binding", ""),
        bron=ruw.get("bron", ""),
        verwijst=ruw.get("deel", ""),
        aanvulling=ruw.get("aanvulling", ""),
        ik=ruw.get("ik", ""),
        velden=velden,
    )


def _deel(nr: int, naam: str) -> Deel:
    ruw = _lees(naam)
    items = tuple(_item(f"{nr}.{i}", item) for i, item in enumerate(ruw["item"], 1))
    return Deel(nr, naam, Woord(**ruw["titel"]), Woord(**ruw["kort"]), Woord(**ruw["inleiding"]), items)


DELEN: Final = tuple(_deel(nr, naam) for nr, naam in enumerate(_VOLGORDE, 1))
DEEL: Final = {deel.naam: deel for deel in DELEN}
VELD: Final = {veld.naam: veld for deel in DELEN for veld in deel.velden}
