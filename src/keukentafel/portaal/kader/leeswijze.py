"""The reading choice: large letters, high contrast. The one cookie of the site, set only when a visitor chooses."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

KOEKJE = "__Host-leeswijze" if settings.HTTPS else "leeswijze"
KEUZES = ("groot", "contrast")
JAAR = 365 * 24 * 3600


def lees(verzoek: HttpRequest) -> frozenset[str]:
    """What the visitor chose earlier; anything unknown in the cookie is passed over."""
    return frozenset(verzoek.COOKIES.get(KOEKJE, "").split("-")) & frozenset(KEUZES)


def toont_weer(verzoek: HttpRequest) -> bool:
    """Whether a form was sent on by the language switch: it is shown as it was filled in, and not taken as sent."""
    return "kt_taal" in verzoek.POST


def wissel(gekozen: frozenset[str], keuze: str) -> str:
    """The new cookie value after one choice is switched on or off; empty when nothing is chosen any more."""
    nieuw = gekozen ^ ({keuze} & set(KEUZES))
    return "-".join(naam for naam in KEUZES if naam in nieuw)
