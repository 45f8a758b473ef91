"""Words on the screen for what the engine names (terms, safeguards, facts), and its sentences made plain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from keukentafel.dossier.woorden import LEEFGEBIEDEN as _LEEFGEBIEDEN
from keukentafel.dossier.woorden import Woord
from keukentafel.portaal.watnu.model import Keuze, lees_inhoud

_WOORDEN = lees_inhoud("woorden")
_FEITNUMMER = re.compile(r" \(feit \d+\)|(?<=\()feit \d+, |; feit \d+(?=\))")


@dataclass(frozen=True, slots=True)
class Termijnwoord:
    """A term in plain words. `voor`: what its last day is for. `zolang`: only worth showing while it can still run."""

    titel: Woord
    wie: str
    voor: Woord | None = None
    zolang: bool = False
    verborgen: bool = False


def _termijnwoord(rauw: Mapping[str, Any]) -> Termijnwoord:
    voor = Woord(**rauw["voor"]) if "voor" in rauw else None
    return Termijnwoord(
        Woord(rauw["nl"], rauw["en"]), rauw["wie"], voor, rauw.get("zolang", False), rauw.get("verborgen", False)
    )


TERMIJN: Final[dict[str, Termijnwoord]] = {naam: _termijnwoord(rauw) for naam, rauw in _WOORDEN["termijn"].items()}
FEIT: Final[dict[str, Woord]] = {soort: Woord(**rauw) for soort, rauw in _WOORDEN["feit"].items()}
LEEFGEBIEDEN: Final[tuple[Keuze, ...]] = tuple(Keuze(naam, woord) for naam, woord in _LEEFGEBIEDEN)
_WAARBORG: Final[dict[str, str]] = _WOORDEN["waarborg"]
_LEEFGEBIED: Final = {keuze.waarde: keuze.tekst for keuze in LEEFGEBIEDEN}


def waarborgtitel(naam: str, titel: str) -> Woord:
    """The title of a safeguard; the Dutch one is the engine's own."""
    return Woord(titel, _WAARBORG.get(naam, titel))


def feittitel(soort: str) -> Woord:
    return FEIT.get(soort, Woord(soort.replace("_", " "), soort.replace("_", " ")))


def leefgebied(naam: str) -> Woord:
    return _LEEFGEBIED.get(naam, Woord(naam, naam))


def behoefte(regel: Mapping[str, Any]) -> str:
    """A need in the words of the visitor, else its area."""
    return str(regel.get("vraag") or "") or str(leefgebied(str(regel.get("leefgebied") or regel.get("id"))))


def gewoon(zin: str, behoeften: Iterable[Mapping[str, Any]]) -> str:
    """A sentence of the engine without numbers of facts, and with needs by their words."""
    uit = _FEITNUMMER.sub("", zin)
    for regel in behoeften:
        naam = behoefte(regel)
        if naam and naam != regel["id"]:
            heel_woord = rf"(?<![\w“]){re.escape(str(regel['id']))}(?![\w”])"
            # A replacement text reads backslashes; the words of a visitor are never a pattern.
            uit = re.sub(heel_woord, f"‘{naam}’".replace("\\", r"\\"), uit)
    return uit
