"""The preparation in short, two pages at most: what to tell, what to ask, who comes, which papers.

Everything stands whole while there is room. Then the longest answers are shortened, and only then points are left out,
which is said; in the folder (`bundel`) everything stands whole.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from math import ceil
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from keukentafel.brieven import pdf
from keukentafel.portaal.voorbereiden.inhoud import DEEL, Item
from keukentafel.portaal.voorbereiden.staat import Staat

KORT: Final = "kort"


@dataclass(frozen=True, slots=True)
class Maat:
    """What surely goes on two pages: lines below the headings, characters on a line, lines that any answer gets."""

    regels: float
    breed: int
    antwoord: int


GEWOON: Final = Maat(regels=80, breed=80, antwoord=3)
GROOT: Final = Maat(regels=52, breed=40, antwoord=2)
BLADZIJDEN: Final = 2
_HEEL: Final = 60
"""Lines that the longest answer takes, in large print too."""
_WIT: Final = 0.8
_TUSSEN: Final = 0.3
"""Lines of white around a point, and below a text in it."""


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


@dataclass(frozen=True, slots=True)
class Punt:
    """A point that was filled in, with how wide its words and its answer are."""

    item: Item
    antwoord: str
    kop: float
    breed: float

    def hoogte(self, regels: int, maat: Maat) -> float:
        """Lines that it takes on paper with an answer of so many lines."""
        breed = min(self.breed, _regels(self.item, regels) * maat.breed)
        antwoord = ceil(breed / maat.breed) + _TUSSEN if self.antwoord else 0
        return _WIT + ceil(self.kop / maat.breed) + _TUSSEN + antwoord


def _regels(item: Item, regels: int) -> int:
    """A name with its tie stands on one line."""
    return 1 if item.soort == "persoon" else regels


Keuze = tuple[list[list[Punt]], int]
"""The points of each part, and how many lines an answer gets."""


def blad(staat: Staat, vandaag: date, *, groot: bool = False) -> dict[str, Any]:
    """The sheet, ready to print; `groot` in large print, with less on it."""
    return _blad(staat, _ingevuld(staat), vandaag, GROOT if groot else GEWOON)


def als_pdf(staat: Staat, vandaag: date, taal: str, *, groot: bool = False) -> bytes:
    """The sheet as a PDF, with as much on its two pages as really goes on them: it is set and counted."""
    zeker, alle = GROOT if groot else GEWOON, _ingevuld(staat)
    weinig, veel = zeker.regels, 3 * zeker.regels

    def gezet(regels: float) -> bytes:
        return pdf.maak("voorbereiding", _blad(staat, alle, vandaag, replace(zeker, regels=regels)), taal, groot)

    inhoud = gezet(veel)
    if pdf.bladzijden(inhoud) <= BLADZIJDEN:
        return inhoud
    inhoud = gezet(weinig)
    while veel - weinig > 1:
        midden = (weinig + veel) / 2
        proef = gezet(midden)
        if pdf.bladzijden(proef) <= BLADZIJDEN:
            weinig, inhoud = midden, proef
        else:
            veel = midden
    return inhoud


def _ingevuld(staat: Staat) -> list[list[Punt]]:
    """What was filled in, by part."""
    return [[_lees(item, staat) for item in stuk.items if staat.ingevuld(item)] for stuk in _STUKKEN]


def _lees(item: Item, staat: Staat) -> Punt:
    antwoord = _antwoord(item, staat)
    return Punt(item, antwoord, _breedte(str(item.tekst)), _breedte(antwoord))


def _blad(staat: Staat, alle: list[list[Punt]], vandaag: date, maat: Maat) -> dict[str, Any]:
    gekozen, regels = _heel(alle, maat) or _ingekort(alle, maat)
    delen = [
        _deel(stuk, [_punt(punt, regels, maat) for punt in punten], len(ingevuld))
        for stuk, punten, ingevuld in zip(_STUKKEN, gekozen, alle, strict=True)
    ]
    met_iets = [delen[plek] for plek in _VOLGORDE if delen[plek]["punten"] or delen[plek]["opmerking"]]
    return {
        "titel": titel(), "datum": vandaag.isoformat(), "naam": _knip(staat["plan-naam"], 1, maat),
        "delen": [deel | {"nr": str(nr)} for nr, deel in enumerate(met_iets, 1)],
    }  # fmt: skip


def _heel(alle: list[list[Punt]], maat: Maat) -> Keuze | None:
    """Every point, the answers as long as there is room for; None when even the shortest do not all fit."""
    for regels in range(_HEEL, maat.antwoord - 1, -1):
        if sum(punt.hoogte(regels, maat) for punten in alle for punt in punten) <= maat.regels:
            return alle, regels
    return None


def _ingekort(alle: list[list[Punt]], maat: Maat) -> Keuze:
    """As many points as there is room for: each part its share, then what is left over to whoever comes first."""
    gekozen: list[list[Punt]] = [[] for _stuk in _STUKKEN]
    over = maat.regels
    for eerlijk in (True, False):
        for stuk, van, naar in zip(_STUKKEN, alle, gekozen, strict=True):
            ruimte = over * (stuk.deel if eerlijk else 1.0)
            for punt in van[len(naar) :]:
                hoog = punt.hoogte(maat.antwoord, maat)
                if hoog > ruimte:
                    break
                naar.append(punt)
                ruimte -= hoog
                over -= hoog
    return gekozen, maat.antwoord


def titel() -> str:
    """The title of the sheet."""
    return _("Mijn gesprek in het kort")


def _deel(stuk: Stuk, punten: list[dict[str, Any]], ingevuld: int) -> dict[str, Any]:
    """A part with its points, and how many there are besides."""
    nog = ingevuld - len(punten)
    meer = ngettext("Nog %(nog)s punt staat in mijn map.", "Nog %(nog)s punten staan in mijn map.", nog) % {"nog": nog}
    return {
        "titel": str(stuk.titel), "inleiding": "", "opmerking": meer if nog else "", "punten": punten, "totaal": "",
        "beeld": None,
    }  # fmt: skip


def _punt(punt: Punt, regels: int, maat: Maat) -> dict[str, Any]:
    """A point with the number that it has on the screen: its words, a tick for what one takes along, and the answer."""
    item = punt.item
    waarde = _knip(punt.antwoord, _regels(item, regels), maat)
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


def _knip(tekst: str, regels: int, maat: Maat) -> str:
    """The text in so many lines; what is cut off ends in three dots, after a whole word where there is one."""
    if _breedte(tekst) <= regels * maat.breed:
        return tekst
    breedtes = list(accumulate(_breedte(teken) for teken in tekst))
    kaal = tekst[: bisect(breedtes, regels * maat.breed - 4)]
    return (kaal.rpartition(" ")[0] or kaal) + " …"
