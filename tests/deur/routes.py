"""Every route behind the login, with the blanks in its address, and values that fit them."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter, UUIDConverter

DELEN = ("mijn", "werk", "beheer")


@dataclass(frozen=True)
class Route:
    """One route: its full name, its address with blanks, and the blanks with their converters."""

    naam: str
    adres: str
    gaten: tuple[tuple[str, Any], ...]

    @property
    def deel(self) -> str:
        return self.naam.split(":", 1)[0]

    @property
    def van_een_zaak(self) -> bool:
        return any(gat == "zaak_id" for gat, _ in self.gaten)

    def met(self, **vast: Any) -> str:
        """The address with its blanks filled: by `vast`, else by any value that fits."""
        waarden = {gat: vast.get(gat, _zomaar(soort)) for gat, soort in self.gaten}
        return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda m: str(waarden[m[1]]), self.adres)


def _zomaar(soort: Any) -> Any:
    if isinstance(soort, UUIDConverter):
        return uuid.uuid4()
    return 1 if isinstance(soort, IntConverter) else "zomaar"


def routes() -> list[Route]:
    """All routes of the parts behind the login."""
    return sorted(_loop(get_resolver().url_patterns, "", "", ()), key=lambda route: route.naam)


def _loop(patronen: list[Any], ruimte: str, adres: str, gaten: tuple[tuple[str, Any], ...]) -> Iterator[Route]:
    for patroon in patronen:
        hier = adres + (str(patroon.pattern) if not _taal(patroon) else "")
        nu = (*gaten, *patroon.pattern.converters.items())
        if isinstance(patroon, URLResolver):
            deel = f"{ruimte}{patroon.namespace}:" if patroon.namespace else ruimte
            yield from _loop(patroon.url_patterns, deel, hier, nu)
        elif isinstance(patroon, URLPattern) and ruimte.split(":")[0] in DELEN:
            yield Route(f"{ruimte}{patroon.name}", hier, nu)


def _taal(patroon: Any) -> bool:
    return hasattr(patroon.pattern, "prefix_default_language")
