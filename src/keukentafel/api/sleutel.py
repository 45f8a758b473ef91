"""Who asks: a program with a token. It is the person of that token, in one municipality, for what the token is for."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from threading import Lock
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja.security import HttpBearer
from ninja.throttling import BaseThrottle

from keukentafel.api.problemen import Geweigerd
from keukentafel.dossier.gebeurtenissen import Gebeurtenis, meld
from keukentafel.dossier.sleutelhouder import Sleutelhouder, houder
from keukentafel.dossier.sleutels import Bereik, merk_gebruik
from keukentafel.dossier.toegang import Persoon
from keukentafel.dossier.vastleggen import vandaag

OMSLAG = 4096
"""What a form wraps around a file."""


@dataclass(frozen=True, slots=True)
class Vrager:
    """A program that may ask."""

    houder: Sleutelhouder

    @property
    def persoon(self) -> Persoon:
        """As whom it asks."""
        return self.houder.persoon

    @property
    def waarom(self) -> str:
        """What the log of looks says."""
        return f"koppeling {self.houder.naam}"


class Sleutel(HttpBearer):
    """Asks for a token with a scope; without a valid one 401, without the scope 403."""

    def __init__(self, bereik: Bereik) -> None:
        self.bereik = bereik
        super().__init__()

    def authenticate(self, request: HttpRequest, token: str) -> Vrager | None:
        """The program behind a token. Raises `Geweigerd`."""
        _niet_te_groot(request)
        gevonden = houder(token, vandaag())
        if gevonden is None:
            meld(Gebeurtenis.SLEUTEL_GEWEIGERD)
            return None
        if self.bereik not in gevonden.bereik:
            meld(Gebeurtenis.SLEUTEL_GEWEIGERD, als=gevonden.persoon.gebruiker.pk, bereik=self.bereik.value)
            raise Geweigerd(403, f"Deze sleutel is niet gemaakt voor {self.bereik.value}.")
        _van_een_bekend_soort(request)
        merk_gebruik(gevonden.zegel)
        return Vrager(gevonden)


def _niet_te_groot(request: HttpRequest) -> None:
    """Refuse a body by its length before it is read. Raises `Geweigerd`."""
    bestand = request.content_type == "multipart/form-data"
    grens = settings.GROOTSTE_DOCUMENT if bestand else settings.GROOTSTE_INZENDING
    lengte = request.headers.get("Content-Length") or "0"
    if not lengte.isdigit() or int(lengte) > grens + OMSLAG * bestand:
        raise Geweigerd(413, f"Stuur hoogstens {grens // (1024 * 1024)} MB in één keer.")


def _van_een_bekend_soort(request: HttpRequest) -> None:
    """Refuse a body that does not say that it is JSON or a form with a file. Raises `Geweigerd`."""
    leeg = (request.headers.get("Content-Length") or "0") == "0"
    if not leeg and request.content_type not in ("application/json", "multipart/form-data"):
        raise Geweigerd(415, "Stuur JSON als Content-Type: application/json, of een document als multipart/form-data.")


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
            self._teller[request.auth.houder.zegel] += 1
            return self._teller[request.auth.houder.zegel] <= settings.API_PER_MINUUT

    def wait(self) -> float:
        """Seconds until the next minute."""
        return 60 - int(time.monotonic() % 60)
