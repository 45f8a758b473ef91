"""The door to what lies behind the login: session, who it is, what the route asks, and CSRF. Public pages pass by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import CsrfViewMiddleware
from django.urls import reverse
from django.utils.translation import gettext as _

from keukentafel.dossier.gebeurtenissen import Gebeurtenis, meld
from keukentafel.dossier.toegang import NietGevonden, NietToegestaan, Persoon
from keukentafel.inrichting import sessie
from keukentafel.inrichting.delen import AANWEZIG
from keukentafel.inrichting.grenzen import Grenzen
from keukentafel.inrichting.toegang import VERS, Regel, Toegang, toegang
from keukentafel.portaal.kader.fouten import foutpagina

Antwoord = Callable[[HttpRequest], HttpResponse]
VERDER = "verder"
ZONDER_SESSIE = (Toegang.OPENBAAR, Toegang.SLEUTEL, Toegang.DIENST)


class Deur:
    """Sets `request.persoon` (None for nobody) on every route behind the door, and lets in by the access table.

    Nobody is sent to the login; who is somebody but not for this part gets what is not there.
    """

    def __init__(self, antwoord: Antwoord) -> None:
        self.antwoord = antwoord
        self.sessies = SessionMiddleware(antwoord)
        self.csrf = CsrfViewMiddleware(antwoord)
        self.grenzen = Grenzen()

    def __call__(self, verzoek: HttpRequest) -> HttpResponse:
        """Answer; what was said behind the door is kept by nobody on the way."""
        uit = self.antwoord(verzoek)
        if uit.status_code == 404 and verzoek.resolver_match is None:
            uit = self._geen_adres(verzoek, uit)
        if hasattr(verzoek, "session"):
            uit.headers["Cache-Control"] = "no-store"
            # With no-referrer a browser sends `Origin: null` with every form, which the check on forms must refuse.
            uit.headers["Referrer-Policy"] = "same-origin"
            self.csrf.process_response(verzoek, uit)
            self.sessies.process_response(verzoek, uit)
        return uit

    def process_view(self, verzoek: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Open the session, know the person, hold the rule of the route, check the form's token. Raises Http404."""
        regel = toegang(verzoek.resolver_match) if verzoek.resolver_match else None
        if regel is None or (regel.toegang is Toegang.DEMO and not settings.DEMO):
            raise Http404
        if regel.toegang in ZONDER_SESSIE:
            return None
        persoon = self._wie(verzoek)
        if regel.toegang is Toegang.INGELOGD:
            if persoon is None:
                return _naar_de_deur(verzoek)
            persoon = _in_dit_deel(persoon, regel, verzoek)
        verzoek.persoon = persoon  # type: ignore[attr-defined]
        eerst = self._te_vaak(verzoek, persoon) or _bewijs_eerst(verzoek, persoon)
        try:
            return eerst or self.csrf.process_view(verzoek, view, args, kwargs)
        except RequestDataTooBig:  # the token is looked for in what was sent: there it turns out too large
            return foutpagina(verzoek, 413)

    def _wie(self, verzoek: HttpRequest) -> Persoon | None:
        """Open the session and say whose it is. A page that refuses has forms as well, with its token."""
        self.sessies.process_request(verzoek)
        self.csrf.process_request(verzoek)
        return sessie.wie(verzoek)

    def _geen_adres(self, verzoek: HttpRequest, uit: HttpResponse) -> HttpResponse:
        """An address that is not there, under a part behind the login: for who is in, with their own way back."""
        begin = reverse("portaal:start")
        if not verzoek.path.startswith(tuple(begin + deel.adres for deel in AANWEZIG)):
            return uit
        persoon = self._wie(verzoek)
        if persoon is None:
            return uit
        verzoek.persoon = persoon  # type: ignore[attr-defined]
        return foutpagina(verzoek, 404)

    def _te_vaak(self, verzoek: HttpRequest, persoon: Persoon | None) -> HttpResponse | None:
        """The page for who sends or fetches more than a person can; None for anybody else."""
        wacht = self.grenzen.wacht(verzoek, persoon)
        if not wacht:
            return None
        _meld("te vaak", verzoek, Gebeurtenis.TE_VAAK)
        antwoord = foutpagina(verzoek, 429, wacht=wacht)
        antwoord.headers["Retry-After"] = str(wacht)
        return antwoord

    def process_exception(self, verzoek: HttpRequest, fout: Exception) -> HttpResponse | None:
        """A case that is not there and one that is refused: the same page. What may not be done says so."""
        if isinstance(fout, NietGevonden):
            _meld("niet gevonden, of geweigerd", verzoek)
            return foutpagina(verzoek, 404)
        if isinstance(fout, NietToegestaan):
            _meld("niet toegestaan", verzoek)
            raad = _("Ga terug. Denkt u dat dit niet klopt? Vraag het de gemeente.")
            return foutpagina(verzoek, 403, titel=_("Dit mag u hier niet"), uitleg=str(fout), raad=raad)
        return None


def _in_dit_deel(persoon: Persoon, regel: Regel, verzoek: HttpRequest) -> Persoon:
    """The person as the roles of this part make them. Raises Http404 when they hold none of these and need one."""
    mandaten = tuple(m for m in persoon.mandaten if m.rol in regel.rollen)
    if not mandaten and (persoon.mandaten or not regel.zonder_rol):
        verzoek.persoon = persoon  # type: ignore[attr-defined]
        _meld("geen rol in dit deel", verzoek)
        raise Http404
    return replace(persoon, mandaten=mandaten)


def _meld(reden: str, verzoek: HttpRequest, wat: Gebeurtenis = Gebeurtenis.GEWEIGERD) -> None:
    """Log a refusal: which route and which account. No address, no name, no case."""
    persoon = sessie.persoon_van(verzoek)
    route = verzoek.resolver_match.view_name if verzoek.resolver_match else "-"
    meld(wat, reden=reden, route=route, rekening=persoon.gebruiker.pk if persoon else "niemand")


def _bewijs_eerst(verzoek: HttpRequest, persoon: Persoon | None) -> HttpResponse | None:
    """To the page that asks to log in once more, when this route asks for that and it was too long ago."""
    route = verzoek.resolver_match.view_name if verzoek.resolver_match else ""
    if persoon is None or route not in VERS or sessie.is_vers(verzoek):
        return None
    if verzoek.method in ("GET", "HEAD"):
        return HttpResponseRedirect(f"{reverse('inloggen:bevestig')}?{urlencode({VERDER: verzoek.get_full_path()})}")
    return foutpagina(
        verzoek, 403, titel=_("Log eerst nog een keer in"),
        uitleg=_("Dit formulier stond te lang open. Wat u verstuurde is niet bewaard."),
        raad=_("Ga terug met uw browser en kopieer wat u typte. Open de pagina daarna opnieuw."),
    )  # fmt: skip


def _naar_de_deur(verzoek: HttpRequest) -> HttpResponse:
    """To the login, and back to this page after it; a form that came too late is answered with a page."""
    if verzoek.method not in ("GET", "HEAD"):
        return foutpagina(
            verzoek, 403, titel=_("U bent niet meer ingelogd"),
            uitleg=_("U was te lang weg, of u bent uitgelogd. Wat u verstuurde is niet bewaard."),
            raad=_("Ga terug met uw browser en kopieer wat u typte. Log daarna opnieuw in."),
        )  # fmt: skip
    vragen = {VERDER: verzoek.get_full_path()}
    if getattr(verzoek, "sessie_verlopen", False):
        vragen["verlopen"] = "1"
    return HttpResponseRedirect(f"{reverse('inloggen:kies')}?{urlencode(vragen)}")


def formulier_verlopen(verzoek: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form whose token does not fit this session (Django calls this)."""
    _meld("formulier zonder geldige sleutel", verzoek)
    return foutpagina(
        verzoek, 403, titel=_("Dit formulier is verlopen"),
        uitleg=_("Dit formulier hoort niet bij deze sessie. Wat u verstuurde is niet bewaard."),
        raad=_("Ga terug met uw browser en kopieer wat u typte. Open de pagina daarna opnieuw."),
    )  # fmt: skip
