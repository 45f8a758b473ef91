"""What every request passes: the log without persons, the gate against foreign posts, the protective headers."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed

from keukentafel.dossier.gebeurtenissen import Gebeurtenis, meld
from keukentafel.inrichting.toegang import Toegang, toegang
from keukentafel.portaal.kader.fouten import foutpagina

Antwoord = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger("keukentafel.toegang")

METHODEN = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
ZONDER_DOCUMENTEN = (Toegang.OPENBAAR, Toegang.DEUR, Toegang.DEMO, Toegang.DIENST)
ANDERE_SITE = (
    "Dit verzoek komt van een andere website. De API is voor programma's met een sleutel, niet voor een browser."
)
KALE_LIJN = "Vraag dit over https. Kwam uw sleutel over een open lijn? Laat hem dan intrekken."
VASTE_KOPREGELS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}


def toegangslog(antwoord: Antwoord) -> Antwoord:
    """Log one line a request: method, name of the route, status, milliseconds. No address, path or body."""

    def verwerk(verzoek: HttpRequest) -> HttpResponse:
        begin = time.perf_counter()
        uit = antwoord(verzoek)
        route = getattr(verzoek.resolver_match, "view_name", None) or "-"
        log.info("%s %s %d %.0fms", verzoek.method, route, uit.status_code, (time.perf_counter() - begin) * 1000)
        return uit

    return verwerk


def kopregels(antwoord: Antwoord) -> Antwoord:
    """Add the headers that Django does not set, and forbid keeping what answers a post."""

    def verwerk(verzoek: HttpRequest) -> HttpResponse:
        uit = antwoord(verzoek)
        for naam, waarde in VASTE_KOPREGELS.items():
            uit.headers.setdefault(naam, waarde)
        if verzoek.method == "POST":
            uit.headers["Cache-Control"] = "no-store"
        else:
            # The reading choice is in a cookie, so a page is asked for again, not taken from a shared store.
            uit.headers.setdefault("Cache-Control", "private, no-cache")
        return uit

    return verwerk


class Poort:
    """Refuse a post from another site (in place of a CSRF cookie), one that is too large, a route without a rule."""

    def __init__(self, antwoord: Antwoord) -> None:
        self.antwoord = antwoord

    def __call__(self, verzoek: HttpRequest) -> HttpResponse:
        """Let through, or answer with a designed 403; a method that nobody uses with a bare 405."""
        if verzoek.method not in METHODEN:
            return _methode_kan_niet(verzoek)
        if verzoek.method == "POST" and not _eigen_herkomst(verzoek):
            meld(Gebeurtenis.GEWEIGERD, reden="formulier van een andere site", route="-", rekening="niemand")
            return _probleem(403, ANDERE_SITE) if _voor_programma(verzoek) else foutpagina(verzoek, 403)
        return self.antwoord(verzoek)

    def process_view(self, verzoek: HttpRequest, *_: object) -> HttpResponse | None:
        """A route without an access rule is not there (raises Http404); what is too large is not read."""
        regel = toegang(verzoek.resolver_match) if verzoek.resolver_match else None
        if regel is None:
            raise Http404
        if regel.toegang is Toegang.SLEUTEL:
            # A token that came over a bare line is no secret any more. In all else the API bounds itself.
            return _probleem(403, KALE_LIJN) if settings.HTTPS and not verzoek.is_secure() else None
        grens = settings.GROOTSTE_INZENDING if regel.toegang in ZONDER_DOCUMENTEN else settings.GROOTSTE_DOCUMENT
        return foutpagina(verzoek, 413) if _lengte(verzoek) > grens else None

    def process_exception(self, verzoek: HttpRequest, fout: Exception) -> HttpResponse | None:
        """A body that turns out too large while it is read gets the same page as one that says so."""
        return foutpagina(verzoek, 413) if isinstance(fout, RequestDataTooBig) else None


def _voor_programma(verzoek: HttpRequest) -> bool:
    """Whether a program asks: the route is not known yet, but every address of the API begins so."""
    return verzoek.path.startswith("/api/")


def _probleem(status: int, uitleg: str) -> HttpResponse:
    """A refusal as the API gives it, never a page."""
    from keukentafel.api.problemen import probleem

    return probleem(status, uitleg)


def _methode_kan_niet(verzoek: HttpRequest) -> HttpResponse:
    if not _voor_programma(verzoek):
        return HttpResponseNotAllowed(METHODEN)
    uit = _probleem(405, f"Er kan alleen: {', '.join(METHODEN)}.")
    uit.headers["Allow"] = ", ".join(METHODEN)
    return uit


def _lengte(verzoek: HttpRequest) -> int:
    lengte = verzoek.headers.get("Content-Length") or "0"
    return int(lengte) if lengte.isdigit() else settings.GROOTSTE_INZENDING + 1


def _eigen_herkomst(verzoek: HttpRequest) -> bool:
    """Whether the post comes from a page of our own.

    Browsers say so in Sec-Fetch-Site. Older ones send Origin, which our own no-referrer policy may turn to "null".
    A program that sends neither has no visitor's browser to misuse; behind the login a form carries a token as well.
    """
    plek = verzoek.headers.get("Sec-Fetch-Site")
    if plek is not None:
        return plek in {"same-origin", "none"}
    herkomst = verzoek.headers.get("Origin", "null")
    return herkomst == "null" or urlsplit(herkomst).netloc == verzoek.get_host()
