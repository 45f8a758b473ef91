"""The parts behind the login: their address, their routes, and the roles that may be in them at all.

A part that is not installed has no address and no rule. Inside a part a person is only what these roles make of them:
a worker who is also a resident is a resident under /mijn/ and a worker under /werk/.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import Final


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of the site behind the login. `naam` is also the namespace of its routes."""

    naam: str
    adres: str
    routes: str
    rollen: frozenset[str]

    @property
    def aanwezig(self) -> bool:
        """Whether its routes are installed."""
        return _bestaat(self.routes)


def _bestaat(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


DELEN: Final = (
    Deel(
        "mijn", "mijn/", "keukentafel.portaal.mijn.urls",
        frozenset({"inwoner", "vertegenwoordiger", "mantelzorger", "clientondersteuner"}),
    ),
    Deel("werk", "werk/", "keukentafel.werkplek.urls", frozenset({"consulent", "deskundige", "beslisser"})),
    Deel("beheer", "beheer/", "keukentafel.werkplek.beheer.urls", frozenset({"beheerder"})),
)  # fmt: skip
AANWEZIG: Final = tuple(deel for deel in DELEN if deel.aanwezig)
API: Final = "keukentafel.api.urls"
API_AANWEZIG: Final = _bestaat(API)
APPS: Final = [kamer for kamer in ("keukentafel.werkplek", "keukentafel.api") if _bestaat(kamer)]
