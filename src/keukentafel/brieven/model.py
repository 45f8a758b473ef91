"""The words of this room: what a letter is as a declaration, as an offer, and as a text of one's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from keukentafel.brieven.taal import Tekst

if TYPE_CHECKING:
    from keukentafel.brieven.beeld import Zaakbeeld
    from keukentafel.wet.artikel import Artikel

Voorwaarde = Callable[["Zaakbeeld"], date | None]
"""The first day on which something holds (`date.min`: at once); None when the facts give no such day."""


class Moment(StrEnum):
    """Where in the procedure a letter belongs; the order is that of the overview."""

    MELDING = "melding"
    GESPREK = "gesprek"
    VERSLAG = "verslag"
    AANVRAAG = "aanvraag"
    TE_LAAT = "te_laat"
    BESLUIT = "besluit"
    DOSSIER = "dossier"

    @property
    def titel(self) -> Tekst:
        return _MOMENTTITELS[self]


_MOMENTTITELS = {
    Moment.MELDING: Tekst("Uw melding", "Your report of a need"),
    Moment.GESPREK: Tekst("Rond het gesprek", "Around the talk"),
    Moment.VERSLAG: Tekst("Het verslag", "The report of the talk"),
    Moment.AANVRAAG: Tekst("De aanvraag", "The application"),
    Moment.TE_LAAT: Tekst("De gemeente is te laat", "The municipality is late"),
    Moment.BESLUIT: Tekst("Na het besluit", "After the decision"),
    Moment.DOSSIER: Tekst("Uw gegevens en klachten", "Your data and complaints"),
}


@dataclass(frozen=True, slots=True)
class Alinea:
    """One paragraph. `als`: only where this holds. A line that starts with '- ' is an item of a list."""

    tekst: Tekst
    als: Callable[[Zaakbeeld], bool] | None = None


def alinea(nl: str, en: str, als: Callable[[Zaakbeeld], bool] | None = None) -> Alinea:
    return Alinea(Tekst(nl, en), als)


@dataclass(frozen=True, slots=True)
class Brief:
    """A letter a resident can send, as a declaration.

    `past`: all must hold; the offer starts on the latest of their days. `wanneer`: when it fits, for the overview.
    `waarom`: why it is offered now; `straks`: why it is not possible yet. `altijd`: fits in any state of the case.
    `achteraan`: in these cases it comes after the letters that belong to the moment. `tips`: advice beside the letter.
    """

    naam: str
    moment: Moment
    titel: Tekst
    wanneer: Tekst
    past: tuple[Voorwaarde, ...]
    waarom: Tekst
    onderwerp: Tekst
    alineas: tuple[Alinea, ...]
    bronnen: tuple[Artikel, ...]
    straks: Tekst | None = None
    bijlagen: tuple[Alinea, ...] = ()
    tips: tuple[Tekst, ...] = ()
    altijd: bool = False
    achteraan: Callable[[Zaakbeeld], bool] | None = None


@dataclass(frozen=True, slots=True)
class Briefaanbod:
    """A letter offered for a case. `kan` False: not before `vanaf`. `bron`: the articles it rests on, as text."""

    naam: str
    titel: str
    waarom: str
    kan: bool
    vanaf: date | None
    bron: tuple[str, ...]
    altijd: bool = False


@dataclass(frozen=True, slots=True)
class Concept:
    """The text of a letter, ready to be changed by its writer. Addresses are lines."""

    naam: str
    taal: str
    datum: date
    plaats: str
    afzender: tuple[str, ...]
    contact: tuple[str, ...]
    aan: tuple[str, ...]
    kenmerk: str
    onderwerp: str
    aanhef: str
    alineas: tuple[str, ...]
    slot: str
    ondertekenaar: str
    bijlagen: tuple[str, ...]
    bronnen: tuple[str, ...]
    email: str = ""


class OnbekendeBrief(KeyError):
    """There is no letter of this name."""


class BriefKanNogNiet(ValueError):
    """The facts of the case do not support this letter (yet). `vanaf`: from which day they will, if that is known."""

    def __init__(self, naam: str, vanaf: date | None) -> None:
        super().__init__(naam, vanaf)
        self.naam = naam
        self.vanaf = vanaf
