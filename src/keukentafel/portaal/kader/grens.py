"""A limit on what costs (a PDF): so many times a window for one visitor.

Counted in this process's memory under a salted hash of the address. The salt lives one window, so what is kept
cannot be traced back, not even to itself, once the window is over.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import Counter
from collections.abc import Callable
from functools import wraps
from ipaddress import ip_network
from threading import Lock
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from keukentafel.portaal.kader.fouten import foutpagina

P = ParamSpec("P")
Pagina = Callable[Concatenate[HttpRequest, P], HttpResponse]


class Venster:
    """A fixed window of `per` seconds in which each visitor may come `aantal` times."""

    def __init__(self, aantal: int, per: int) -> None:
        self.aantal, self.per = aantal, per
        self._slot = Lock()
        self._nummer, self._zout, self._teller = -1, b"", Counter[bytes]()

    def neem(self, adres: str, nu: float, *, tel: bool = True) -> int:
        """Count one visit at `nu` (seconds). 0 when it is allowed, else the seconds to wait (at least one).

        Without `tel` only ask whether the next one would be allowed.
        """
        with self._slot:
            nummer = int(nu // self.per)
            if nummer != self._nummer:
                self._nummer, self._zout, self._teller = nummer, secrets.token_bytes(16), Counter()
            sleutel = hashlib.blake2b(adres.encode(), key=self._zout, digest_size=16).digest()
            self._teller[sleutel] += tel
            return int((nummer + 1) * self.per - nu) + 1 if self._teller[sleutel] > self.aantal - (not tel) else 0


VENSTERS: dict[str, Venster] = {}


def begrens(naam: str, aantal: int, per: int = 60) -> Callable[[Pagina[P]], Pagina[P]]:
    """Let one visitor do what is called `naam` at most `aantal` times in `per` seconds; then a designed 429.

    Views with the same name share one count. Only POST counts: opening a page costs little.
    """
    venster = VENSTERS.setdefault(naam, Venster(aantal, per))

    def om(pagina: Pagina[P]) -> Pagina[P]:
        @wraps(pagina)
        def begrensd(verzoek: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            wacht = venster.neem(adres_van(verzoek), time.monotonic()) if verzoek.method == "POST" else 0
            if wacht:
                antwoord = foutpagina(verzoek, 429, wacht=wacht)
                antwoord.headers["Retry-After"] = str(wacht)
                return antwoord
            return pagina(verzoek, *args, **kwargs)

        return begrensd

    return om


def adres_van(verzoek: HttpRequest) -> str:
    """Where the visit comes from: the direct neighbour, or behind our own proxies what the outermost of them saw."""
    keten = [deel.strip() for deel in verzoek.headers.get("X-Forwarded-For", "").split(",") if deel.strip()]
    if settings.PROXIES and len(keten) >= settings.PROXIES:
        return _aansluiting(keten[-settings.PROXIES])
    return _aansluiting(str(verzoek.META.get("REMOTE_ADDR", "")))


def _aansluiting(adres: str) -> str:
    """The connection that an address belongs to: of IPv6 the first half, since each home has the whole second half."""
    try:
        return str(ip_network(f"{adres}/64", strict=False)) if ":" in adres else adres
    except ValueError:
        return adres
