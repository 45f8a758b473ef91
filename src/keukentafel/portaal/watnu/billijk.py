"""Fair words: what was never asked is not held against the municipality, and what is only on record is left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from keukentafel.portaal.watnu.antwoorden import beantwoord
from keukentafel.portaal.watnu.beeld import Beeld
from keukentafel.portaal.watnu.model import Stap
from keukentafel.portaal.watnu.stappen import STAP, aan_de_orde

WAARBORG_VRAAG: Final[Mapping[str, str]] = {
    "M1": "bevestiging", "M2": "uitnodiging", "M3": "uitnodiging-inhoud", "M4": "steun", "M5": "plan-verteld",
    "M6": "tijdelijk", "O1": "verslag", "O2": "gesprek", "O3": "gesprek", "O4": "gesprek", "O5": "gesprek-wie",
    "O6": "gesprek-wie", "O7": "gesprek-over", "O8": "gesprek-wie", "O9": "gesprek-over", "O10": "gesprek-over",
    "O17": "gesprek-uitleg", "O18": "gesprek-uitleg", "O19": "gesprek-uitleg", "O22": "gesprek-over",
    "O24": "gesprek-uitleg", "V1": "verslag", "V2": "verslag", "V3": "verslag-inhoud", "V4": "verslag-behoeften",
    "A1": "besluit", "A2": "langer", "A3": "dwangsombesluit", "A5": "besluit-inhoud", "A6": "besluit-behoeften",
    "A8": "besluit", "A9": "besluit-behoeften", "A11": "besluit-behoeften", "A13": "aanvraag",
    "R1": "bezwaar-bevestigd", "R3": "hoorzitting", "R4": "bezwaar-besluit", "R5": "verdaging",
    "R8": "klacht-klaar", "P1": "inzage-klaar",
}  # fmt: skip
"""Which question decides a safeguard, for those that a resident can tell about."""
TERMIJN_VRAAG: Final[Mapping[str, str]] = {
    "uitnodiging": "uitnodiging", "gesprek": "gesprek", "onderzoek": "verslag", "verslag": "verslag",
    "beschikking": "besluit", "aanvulling": "aanvulling-gegeven", "dwangsombeschikking": "dwangsombesluit",
    "beslissing_op_bezwaar": "bezwaar-besluit", "klacht": "klacht-klaar", "inzage": "inzage-klaar",
}  # fmt: skip
"""Which question tells whether a term was met."""
_EERST: Final[Mapping[str, tuple[str, ...]]] = {
    "beschikking": ("verslag", "aanvulling", "langer"), "beslissing_op_bezwaar": ("verdaging",),
}  # fmt: skip
"""What has to be known before the municipality can be called late: was there a beginning, was there more time
(Wmo 2.3.2 lid 9; Awb 4:14, 4:15, 7:10)? A notice of default that comes too early has no effect (Awb 4:17 lid 3)."""
_GAAT_OVER: Final[Mapping[str, str]] = {"A1": "beschikking", "R4": "beslissing_op_bezwaar"}
INGEBREKESTELLING: Final[Mapping[str, str]] = {
    "ingebrekestelling": "beschikking", "ingebrekestelling-bezwaar": "beslissing_op_bezwaar",
}  # fmt: skip
"""The letter that says that a term is over."""
_STRAKS_PAS: Final = ("A5", "A6", "A7", "A8", "A9", "A10", "A11", "A15", "V6", "R7")
"""Demands on a text that does not exist yet: of use in the check of that text, not before."""


def vraag_van(waarborg: Mapping[str, Any]) -> Stap | None:
    naam = WAARBORG_VRAAG.get(waarborg["id"])
    return STAP[naam] if naam else None


def eerst_weten(termijn: str, b: Beeld) -> Stap | None:
    """The first open question without which nobody can say that this term is over; None when it is sure, or runs."""
    if b.dossier.van_elders or b.status(termijn) != "overschreden":
        return None
    open_ = (STAP[naam] for naam in _EERST.get(termijn, ()) if not beantwoord(STAP[naam], b.dossier))
    return next(open_, None) or (_melding_zonder_verslag(b) if termijn == "beschikking" else None)


def _melding_zonder_verslag(b: Beeld) -> Stap | None:
    """Without a report an application only counts six weeks after the melding: then that day has to be known."""
    if b.heeft("verslag_verstuurd") or b.uiterlijk("onderzoek") is not None:
        return None
    return STAP["melding"]


def tonen(waarborg: Mapping[str, Any], b: Beeld) -> bool:
    """Is this verdict worth showing to a resident?"""
    oordeel = waarborg["oordeel"]
    if oordeel == "niet_van_toepassing" or (oordeel == "loopt" and waarborg["id"] in _STRAKS_PAS):
        return False
    if b.dossier.van_elders or oordeel == "nagekomen":
        return True
    stap = vraag_van(waarborg)
    if b.alleen_klacht and (stap is None or stap.deel != "overig"):
        return False
    return stap is not None and aan_de_orde(stap, b.dossier)


def oordeel_billijk(waarborg: Mapping[str, Any], b: Beeld) -> str:
    """The verdict, or unknown where it only rests on something that was never asked."""
    oordeel = str(waarborg["oordeel"])
    if oordeel != "geschonden" or b.dossier.van_elders:
        return oordeel
    stap = vraag_van(waarborg)
    if eerst_weten(_GAAT_OVER.get(waarborg["id"], ""), b) is not None:
        return "niet_vast_te_stellen"
    if waarborg["id"] == "R8" and _niet_gevraagd_wie_gehoord_is(b):
        return "niet_vast_te_stellen"
    if stap is None or beantwoord(stap, b.dossier):
        return oordeel
    return "niet_vast_te_stellen"


def _niet_gevraagd_wie_gehoord_is(b: Beeld) -> bool:
    """An answer in time by someone else: then only the hearing is left, and no question here asks for that."""
    betrokken = any(feit.get("betrokken") for feit in b.dossier.van("klacht_afgedaan"))
    return b.status("klacht") == "gehaald" and not betrokken and not b.heeft("klacht_gehoord")


def niet_gevraagd(termijn: str, b: Beeld) -> bool:
    """Do we not know whether the act of this term was done, since nobody asked?"""
    naam = TERMIJN_VRAAG.get(termijn)
    return naam is not None and not b.dossier.van_elders and not beantwoord(STAP[naam], b.dossier)
