"""The preparation in short, two pages at most: what to tell, what to ask, who comes, which papers.

What does not fit is left out and said to be left out; in the folder (`bundel`) everything stands whole.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import ceil
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from keukentafel.portaal.voorbereiden.inhoud import DEEL, Item
from keukentafel.portaal.voorbereiden.staat import Staat

KORT: Final = "kort"


@dataclass(frozen=True, slots=True)
class Maat:
    """What goes on two pages: lines below the headings, characters on a line, lines that any answer gets."""

    regels: int
    breed: int
    antwoord: int


GEWOON: Final = Maat(regels=80, breed=80, antwoord=3)
GROOT: Final = Maat(regels=52, breed=40, antwoord=2)
_WIT: Final = 0.8
"""Lines of white around a point."""


@dataclass(frozen=True, slots=True)
class Stuk:
    """A part of the sheet: its title, its points, and which share of the room that is left it may take."""

    titel: Promise
    items: tuple[Item, ...]
    deel: float


_WIE: Final = DEEL["wie-waar-wat"].items
_VERTEL: Final = (*DEEL["plan"].items, *DEEL["gemeente-vraagt"].items)
# Who comes and which papers are short: they take their room first, then the questions; the story gets the rest.
_STUKKEN: Final = (
    Stuk(gettext_lazy("Wie erbij is en waar"), tuple(i for i in _WIE if i.soort != "vink"), 0.35),
    Stuk(gettext_lazy("Papieren die ik meeneem"), tuple(i for i in _WIE if i.soort == "vink"), 0.35),
    Stuk(gettext_lazy("Wat ik wil vragen"), DEEL["u-vraagt"].items, 0.6),
    Stuk(gettext_lazy("Wat ik wil vertellen"), tuple(i for i in _VERTEL if i.soort in ("letter", "antwoord")), 1.0),
)
_VOLGORDE: Final = (3, 2, 0, 1)
"""On paper the story comes first."""


def blad(staat: Staat, vandaag: date, *, groot: bool = False) -> dict[str, Any]:
    """The sheet, ready to print; `groot` in large print, with less on it."""
    maat, delen = GROOT if groot else GEWOON, []
    over: float = maat.regels
    for stuk in _STUKKEN:
        deel = _deel(stuk, staat, over * stuk.deel, maat)
        over -= sum(_hoogte(punt, maat) for punt in deel["punten"])
        delen.append(deel)
    met_iets = [delen[plek] for plek in _VOLGORDE if delen[plek]["punten"] or delen[plek]["opmerking"]]
    return {
        "titel": titel(), "datum": vandaag.isoformat(), "naam": _knip(staat["plan-naam"], 1, maat),
        "delen": [deel | {"nr": str(nr)} for nr, deel in enumerate(met_iets, 1)],
        "leeg": _("U hebt nog niets ingevuld."),
    }  # fmt: skip


def titel() -> str:
    """The title of the sheet."""
    return _("Mijn gesprek in het kort")


def _deel(stuk: Stuk, staat: Staat, ruimte: float, maat: Maat) -> dict[str, Any]:
    """As many of its points as there is room for, and how many there are besides."""
    ingevuld = [item for item in stuk.items if staat.ingevuld(item)]
    per_punt = max(maat.antwoord, int(ruimte / len(ingevuld) - 1 - _WIT)) if ingevuld else 0
    punten: list[dict[str, Any]] = []
    for item in ingevuld:
        punt = _punt(item, staat, per_punt, maat)
        if sum(_hoogte(p, maat) for p in (*punten, punt)) > ruimte:
            break
        punten.append(punt)
    nog = len(ingevuld) - len(punten)
    meer = ngettext("Nog %(nog)s punt staat in mijn map.", "Nog %(nog)s punten staan in mijn map.", nog) % {"nog": nog}
    return {
        "titel": str(stuk.titel), "inleiding": "", "opmerking": meer if nog else "", "punten": punten, "totaal": "",
        "beeld": None,
    }  # fmt: skip


def _punt(item: Item, staat: Staat, regels: int, maat: Maat) -> dict[str, Any]:
    """A point with the number that it has on the screen: its words, a tick for what one takes along, and the answer."""
    waarde = _knip(_antwoord(item, staat), 1 if item.soort == "persoon" else regels, maat)
    vak = {"label": "", "opties": [], "waarde": waarde, "lijnen": 0}
    return {
        "nr": item.nr, "letter": item.letter, "kop": "", "tekst": str(item.tekst), "uitleg": "", "bron": "",
        "vink": True if item.soort == "vink" else None, "vakken": [vak] if waarde else [],
    }  # fmt: skip


def _antwoord(item: Item, staat: Staat) -> str:
    """What was filled in: of a choice its words, of a person name and tie; nothing for a tick or a question to ask."""
    if item.soort == "vraag":
        return ""
    gekozen = [str(o.tekst) for veld in item.velden for o in veld.opties if staat[veld.naam] == o.naam]
    getypt = [" ".join(staat[veld.naam].split()) for veld in item.velden if veld.soort not in ("vink", "keuze")]
    return ", ".join(deel for deel in (*gekozen, *getypt) if deel)


def _breedte(tekst: str) -> float:
    """How wide a text is, in ordinary letters: capitals and m and w are wider."""
    return sum(1.7 if teken.isupper() or teken in "mw@%—" else 1 for teken in tekst)


def _hoogte(punt: dict[str, Any], maat: Maat) -> float:
    """Lines that a point takes on paper."""
    teksten = [punt["tekst"], *(vak["waarde"] for vak in punt["vakken"])]
    return _WIT + sum(ceil(_breedte(tekst) / maat.breed) + 0.3 for tekst in teksten)


def _knip(tekst: str, regels: int, maat: Maat) -> str:
    """The text in so many lines; what is cut off ends in three dots, after a whole word where there is one."""
    if _breedte(tekst) <= regels * maat.breed:
        return tekst
    breedtes = list(accumulate(_breedte(teken) for teken in tekst))
    kaal = tekst[: bisect(breedtes, regels * maat.breed - 4)]
    return (kaal.rpartition(" ")[0] or kaal) + " …"
