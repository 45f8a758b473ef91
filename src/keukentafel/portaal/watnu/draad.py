"""The thread of every need as a small picture (SVG, made here) with the same in a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from keukentafel.portaal.watnu.beeld import Beeld
from keukentafel.portaal.watnu.stappen import STAP
from keukentafel.portaal.watnu.woorden import behoefte

STAPPEN: Final = ("melding", "verslag", "aanvraag", "besluit")
BREED, RIJ, LINKS = 640, 56, 90
_TUSSEN: Final = (BREED - 2 * LINKS) / (len(STAPPEN) - 1)


@dataclass(frozen=True, slots=True)
class Draad:
    """One need: its words, what each step says of it, and where it fell off the table."""

    naam: str
    cellen: tuple[str, ...]
    bereikt: tuple[bool, ...]
    gevallen: int | None
    slot: str

    @property
    def stappen(self) -> list[tuple[str, str, str]]:
        """Each step: its heading, what it says, and whether the need is there (er, weg, niet)."""
        staten = ("weg" if i == self.gevallen else "er" if er else "niet" for i, er in enumerate(self.bereikt))
        return list(zip(kolommen(), self.cellen, staten, strict=True))


def kolommen() -> list[str]:
    return [_("Uw melding"), _("Het verslag"), _("Uw aanvraag"), _("Het besluit")]


def draden(b: Beeld) -> list[Draad]:
    """The thread of every need of this case."""
    return [_draad(regel) for regel in b.oordeel["behoeften"]]


def _draad(regel: Mapping[str, Any]) -> Draad:
    per_stap: dict[str, str] = {}
    for knoop in regel["draad"]:
        per_stap[knoop["stap"]] = _woord(knoop)
    bereikt = tuple(stap in per_stap for stap in STAPPEN)
    gevallen = STAPPEN.index(regel["gevallen_tussen"]) if regel.get("gevallen_tussen") in STAPPEN else None
    cellen = tuple(
        _("Valt hier weg") if plaats == gevallen else per_stap.get(stap, "–") for plaats, stap in enumerate(STAPPEN)
    )
    return Draad(behoefte(regel), cellen, bereikt, gevallen, _slot(regel, gevallen))


def _slot(regel: Mapping[str, Any], gevallen: int | None) -> str:
    if gevallen is not None:
        waar = kolommen()[gevallen].lower()
        return _("Deze hulpvraag staat niet in: %(waar)s. U kunt vragen waarom.") % {"waar": waar}
    return _("Nog geen antwoord.") if regel["open"] else _("Beantwoord.")


def _woord(knoop: Mapping[str, Any]) -> str:
    """What a step says of a need, in the words of the question that asked it."""
    stap, uitkomst = knoop["stap"], knoop["uitkomst"]
    vraag = {"verslag": "verslag-behoeften", "besluit": "besluit-behoeften", "aanvraag": "aanvraag"}.get(stap)
    if stap == "melding" or vraag is None:
        return _("Gemeld") if stap == "melding" else _("Genoemd")
    for veld in STAP[vraag].velden:
        for keuze in veld.keuzes:
            if keuze.waarde == uitkomst:
                return str(keuze.tekst)
    return _("Aangevraagd") if stap == "aanvraag" else _("Genoemd")


def tekening(rij: list[Draad]) -> SafeString:
    """The picture: a line a need, a filled dot where it came back, a cross where it fell off the table."""
    hoogte = 40 + RIJ * len(rij)
    koppen = format_html_join(
        "", '<text class="wn-draad__kop" x="{}" y="20" text-anchor="middle">{}</text>',
        ((round(LINKS + i * _TUSSEN), kop) for i, kop in enumerate(kolommen())),
    )  # fmt: skip
    lijnen = format_html_join("", "{}", ((_lijn(draad, nr),) for nr, draad in enumerate(rij)))
    omschrijving = " ".join(f"{draad.naam}: {draad.slot}" for draad in rij)
    return format_html(
        '<svg class="wn-draad" viewBox="0 0 {} {}" role="img" aria-labelledby="draad-titel draad-uitleg">'
        '<title id="draad-titel">{}</title><desc id="draad-uitleg">{}</desc>{}{}</svg>',
        BREED, hoogte, _("De weg van elke hulpvraag"), omschrijving, koppen, lijnen,
    )  # fmt: skip


def _lijn(draad: Draad, nr: int) -> SafeString:
    y = 58 + RIJ * nr
    einde = max((i for i, er in enumerate(draad.bereikt) if er), default=0)
    stukken = [
        format_html(
            '<text class="wn-draad__naam" x="{}" y="{}">{}</text>', 12, y - 14, f"{nr + 1}. {_kort(draad.naam)}"
        ),
        format_html(
            '<line class="wn-draad__lijn" x1="{}" y1="{}" x2="{}" y2="{}"/>', LINKS, y, round(LINKS + 3 * _TUSSEN), y
        ),
        format_html(
            '<line class="wn-draad__weg" x1="{}" y1="{}" x2="{}" y2="{}"/>', LINKS, y, round(LINKS + einde * _TUSSEN), y
        ),
    ]
    for i, er in enumerate(draad.bereikt):
        stukken.append(_knoop(round(LINKS + i * _TUSSEN), y, er=er, weg=i == draad.gevallen))
    return format_html_join("", "{}", ((stuk,) for stuk in stukken))


def _knoop(x: int, y: int, *, er: bool, weg: bool) -> SafeString:
    if weg:
        return format_html('<path class="wn-draad__kruis" d="M{} {}l14 14m0 -14l-14 14"/>', x - 7, y - 7)
    return format_html('<circle class="{}" cx="{}" cy="{}" r="8"/>', "wn-draad__vol" if er else "wn-draad__leeg", x, y)


def _kort(naam: str) -> str:
    return naam if len(naam) <= 60 else f"{naam[:57]}…"
