"""Every route behind the login, with the blanks in its address, and values that fit them."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
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


def loop(client: Client, begin: str, kijk: Callable[[str, Any], None] = lambda *_: None) -> dict[str, str]:
    """Follow every link from `begin` to one page of each kind; `kijk` sees each address with its answer."""
    gevonden: dict[str, str] = {}
    open_ = [(begin, "begin")]
    while open_:
        pad, vanaf = open_.pop()
        soort = kern(pad)
        if soort is None or soort in gevonden:
            continue
        antwoord = client.get(pad)
        assert antwoord.status_code in (200, 302, 405), f"{vanaf} verwijst naar {pad}: {antwoord.status_code}"
        gevonden[soort] = pad
        kijk(pad, antwoord)
        if antwoord.status_code == 302:
            open_.append((antwoord["Location"], pad))
        elif antwoord.get("Content-Type", "").startswith("text/html"):
            tekst = unescape(antwoord.content.decode())
            open_ += [(doel, pad) for doel in re.findall(r'(?:href|action)="(/[^"#]*)', tekst)]
    return gevonden


def kern(pad: str) -> str | None:
    """The route of an address behind the login with the words in it, without numbers; None for any other address."""
    try:
        route = resolve(pad.partition("?")[0])
    except Resolver404:
        return None
    woorden = [w for w in route.kwargs.values() if isinstance(w, str)]
    hoort = pad.startswith("/") and (route.namespaces or [""])[0] in DELEN
    return " ".join([route.view_name, *woorden]) if hoort else None
