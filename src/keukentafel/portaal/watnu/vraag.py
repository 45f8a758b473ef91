"""What is still unknown, and the one question that would tell most."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from keukentafel.dossier.woorden import Woord
from keukentafel.portaal.watnu.antwoorden import OVERGESLAGEN, beantwoord, feit_van, gekozen
from keukentafel.portaal.watnu.beeld import Beeld
from keukentafel.portaal.watnu.dossier import Dossier
from keukentafel.portaal.watnu.model import Stap
from keukentafel.portaal.watnu.stappen import STAP, STAPPEN, aan_de_orde, route

ONBEKENDE_DAG: Final = 100
"""A day that is not known stops every date that starts from it; nothing tells more."""
_GEWICHT: Final[Mapping[str, int]] = {
    "melding": 60, "besluit": 55, "verslag": 50, "aanvraag": 45, "gesprek": 40, "bezwaar": 60, "bezwaar-besluit": 50,
    "ingebrekestelling": 35, "uitnodiging": 25, "bevestiging": 20, "steun": 18, "aanvulling": 17, "langer": 17,
    "verslag-inhoud": 16, "behoeften": 15, "besluit-inhoud": 15, "besluit-behoeften": 14, "verslag-behoeften": 14,
    "plan-verteld": 12, "uitnodiging-inhoud": 10, "gesprek-over": 10, "gesprek-uitleg": 9, "plan": 8, "reactie": 7,
}  # fmt: skip
"""How much a question tells when nothing is known about it: dates first, then contents."""
_FASEN: Final[Mapping[str, tuple[str, ...]]] = {
    "melding": ("u", "melding", "gesprek", "verslag"),
    "onderzoek": ("melding", "gesprek", "verslag"),
    "verslag": ("melding", "gesprek", "verslag", "aanvraag"),
    "aanvraag": ("melding", "verslag", "aanvraag", "besluit"),
    "besluit": ("aanvraag", "besluit", "bezwaar"),
    "rechtsbescherming": ("besluit", "bezwaar", "overig"),
    "vervolg": ("besluit", "bezwaar"),
}
"""Which parts of the questions matter in a phase."""
_VOOR_HET_BESLUIT: Final = ("aanvulling", "langer", "ingebrekestelling")
"""Questions on the waiting for a decision: they tell nothing about one that came in time."""


def ene_vraag(b: Beeld) -> Stap | None:
    """The open question that would tell most; None when nothing of weight is open."""
    if b.alleen_klacht:
        rest = (stap for stap in route(b.dossier) if stap.deel == "overig")
        return next((stap for stap in rest if not beantwoord(stap, b.dossier)), None)
    gewogen = [(_gewicht(stap, b), -nr, stap) for nr, stap in enumerate(STAPPEN)]
    gewicht, _nr, stap = max(gewogen, key=lambda g: g[:2])
    return stap if gewicht > 0 else None


def vraagtekst(stap: Stap, dossier: Dossier) -> Woord:
    """The question in words: of what is known to have happened only the day is asked."""
    gevonden = feit_van(stap, dossier)
    dag = next((veld.label for veld in stap.velden if veld.naam == "datum"), None)
    return dag if dag and gevonden is not None and gevonden[1].get("datum") == "onbekend" else stap.vraag


def _gewicht(stap: Stap, b: Beeld) -> int:
    dossier = b.dossier
    if not aan_de_orde(stap, dossier):
        return 0
    gevonden = feit_van(stap, dossier)
    if gevonden is not None and gevonden[1].get("datum") == "onbekend":
        return ONBEKENDE_DAG + _GEWICHT.get(stap.naam, 0) if stap.naam in _GEWICHT and _telt(stap, b) else 0
    if beantwoord(stap, dossier) or gekozen(stap, dossier):
        return 0
    if dossier.antwoorden.get(stap.naam) == OVERGESLAGEN:
        return 0
    if stap.deel not in _FASEN.get(b.fase, ()) or (stap.naam in _VOOR_HET_BESLUIT and _op_tijd_besloten(b)):
        return 0
    return _GEWICHT.get(stap.naam, 0)


def _op_tijd_besloten(b: Beeld) -> bool:
    """Is there a decision, and nothing that says that it came late?"""
    return b.heeft("besluit_bekendgemaakt") and b.status("beschikking") not in ("te_laat_gehaald", "overschreden")


def _telt(stap: Stap, b: Beeld) -> bool:
    """Does the day of this step still matter? (An application's day no longer does once there is a decision.)"""
    return stap.deel in _FASEN.get(b.fase, ()) and not (stap.naam == "aanvraag" and b.heeft("besluit_bekendgemaakt"))


def open_vraag(dossier: Dossier) -> Stap | None:
    """The first question that makes sense and has no answer yet."""
    return next((stap for stap in STAPPEN if aan_de_orde(stap, dossier) and not beantwoord(stap, dossier)), None)


def vraag_bij(waarborg: Mapping[str, Any], b: Beeld) -> Stap | None:
    """The question whose answer would tell about a safeguard that cannot be told."""
    soorten = {_soort(nr, b) for nr in waarborg["feiten"]}
    mist = set(waarborg.get("mist") or ())
    kandidaten = [stap for stap in STAPPEN if aan_de_orde(stap, b.dossier) and _bouwt(stap) & soorten]
    for stap in kandidaten:
        if mist & {veld.naam for veld in stap.velden}:
            return stap
    return next((stap for stap in kandidaten if stap.hoort_bij and not beantwoord(stap, b.dossier)), None)


def _soort(nr: int, b: Beeld) -> str:
    feiten = b.dossier.feiten
    return str(feiten[nr - 1]["soort"]) if 0 < nr <= len(feiten) else ""


def _bouwt(stap: Stap) -> frozenset[str]:
    return STAP[stap.hoort_bij].soorten if stap.hoort_bij else stap.soorten
