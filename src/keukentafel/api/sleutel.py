"""Who asks: a program with a token. It is the person of that token, in one municipality, for what the token is for."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja.security import HttpBearer
from ninja.throttling import BaseThrottle

from keukentafel.api.problemen import Geweigerd
from keukentafel.dossier import sleutels
from keukentafel.dossier.sleutels import Bereik
from keukentafel.dossier.toegang import Persoon, persoon
from keukentafel.dossier.vastleggen import vandaag

OMSLAG = 4096
"""What a form wraps around a file."""


@dataclass(frozen=True, slots=True)
class Vrager:
    """A program that may ask: the digest of its token, and the person it asks as."""

    sleutel: str
    naam: str
    gemeente_id: int
    persoon: Persoon

    @property
    def waarom(self) -> str:
        """What the log of looks says."""
        return f"koppeling {self.naam}"


class Sleutel(HttpBearer):
    """Asks for a token with a scope; without a valid one 401, without the scope 403."""

    def __init__(self, bereik: Bereik) -> None:
        self.bereik = bereik
        super().__init__()

    def authenticate(self, request: HttpRequest, token: str) -> Vrager | None:
        """The program behind a token. Raises `Geweigerd`."""
        _niet_te_groot(request)
        rij = sleutels.zoek(token)
        if rij is None:
            return None
        if self.bereik not in rij.bereik:
            raise Geweigerd(403, f"Deze sleutel is niet gemaakt voor {self.bereik.value}.")
        wie = persoon(rij.gebruiker, vandaag())
        eigen = tuple(m for m in wie.mandaten if m.gemeente_id == rij.gemeente_id)
        return Vrager(rij.zegel, rij.naam, rij.gemeente_id, replace(wie, mandaten=eigen))


def _niet_te_groot(request: HttpRequest) -> None:
    """Refuse a body by its length before it is read. Raises `Geweigerd`."""
    bestand = request.content_type == "multipart/form-data"
    grens = settings.GROOTSTE_DOCUMENT if bestand else settings.GROOTSTE_INZENDING
    lengte = request.headers.get("Content-Length") or "0"
    if not lengte.isdigit() or int(lengte) > grens + OMSLAG * bestand:
        raise Geweigerd(413, f"Stuur hoogstens {grens // (1024 * 1024)} MB in één keer.")


class PerMinuut(BaseThrottle):
    """So many requests a minute for one token, counted in this process."""

    def __init__(self) -> None:
        self._slot, self._minuut, self._teller = Lock(), -1, Counter[str]()

    def allow_request(self, request: Any) -> bool:
        """Count one request; False when this token had its share."""
        minuut = int(time.monotonic() // 60)
        with self._slot:
            if minuut != self._minuut:
                self._minuut, self._teller = minuut, Counter()
            self._teller[request.auth.sleutel] += 1
            return self._teller[request.auth.sleutel] <= settings.API_PER_MINUUT

    def wait(self) -> float:
        """Seconds until the next minute."""
        return 60 - int(time.monotonic() % 60)
