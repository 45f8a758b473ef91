"""The menu behind the login: what is there for the roles that a person holds. A page that does not exist is not in it.

A part adds its own pages by naming them here: route, title, and the roles that get to see it.
"""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

INWONER: Final = frozenset({"inwoner", "vertegenwoordiger"})
BIJSTAND: Final = frozenset({"mantelzorger", "clientondersteuner"})
WERK: Final = frozenset({"consulent", "beslisser", "deskundige"})
BEHEER: Final = frozenset({"beheerder"})

NAVIGATIE: Final = (
    ("mijn:start", _("Mijn zaken"), INWONER | BIJSTAND),
    ("werk:start", _("Werklijst"), WERK),
    ("werk:melding", _("Melding opnemen"), frozenset({"consulent"})),
    ("beheer:start", _("Beheer"), BEHEER),
)


def navigatie(verzoek: HttpRequest) -> list[dict[str, Any]]:
    """The entries for who is logged in, for the template; empty for nobody."""
    persoon = getattr(verzoek, "persoon", None)
    if persoon is None:
        return []
    rollen = {mandaat.rol for mandaat in persoon.mandaten}
    uit = [ingang for route, titel, voor in NAVIGATIE if voor & rollen for ingang in _ingang(verzoek, route, titel)]
    if any(ingang["hier"] for ingang in uit):  # a page with an entry of its own is not under another one as well
        return [ingang | {"onder": False} for ingang in uit]
    return uit


def _ingang(verzoek: HttpRequest, route: str, titel: object) -> list[dict[str, Any]]:
    try:
        adres = reverse(route)
    except NoReverseMatch:
        return []
    hier = verzoek.path == adres
    onder = not hier and verzoek.path.startswith(adres)
    return [{"adres": adres, "titel": titel, "hier": hier, "onder": onder}]
