"""To the provider and back: every way in which it can end, each with a page of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_http_methods

from keukentafel.dossier.gebeurtenissen import Gebeurtenis, meld
from keukentafel.dossier.models import Gebruiker
from keukentafel.dossier.toegang import persoon
from keukentafel.dossier.vastleggen import vandaag
from keukentafel.dossier.versleuteld import ontsleutel, versleutel
from keukentafel.inrichting import sessie
from keukentafel.inrichting.inloggen import afmelding, oidc, rekening
from keukentafel.inrichting.inloggen.aanbieders import INWONER, Aanbieder
from keukentafel.inrichting.inloggen.thuis import verder
from keukentafel.portaal.kader.fouten import foutpagina
from keukentafel.portaal.kader.grens import Venster, adres_van

MISLUKT = Venster(aantal=20, per=600)
"""Failed logins from one address; after these the door stays shut until the window ends."""
BEGONNEN = Venster(aantal=settings.INLOGGEN_PER_ADRES, per=600)
"""Logins begun from one address: each leaves a session behind until it is over."""
VERDER, NIEUW, OPNIEUW = "verder", "nieuw", "opnieuw"
KORT = 15 * 60
"""Seconds that a login may take."""
PLEK = "sessie.bsn"
Pagina = Callable[..., HttpResponse]


def _met_aanbieder(pagina: Pagina) -> Pagina:
    """Give the view its provider, and the failures of all providers one answer each."""

    @wraps(pagina)
    def om(verzoek: HttpRequest, soort: str) -> HttpResponse:
        aanbieder = settings.AANBIEDERS.get(soort)
        if aanbieder is None:
            raise Http404
        adres, nu = adres_van(verzoek), time.monotonic()
        if wacht := MISLUKT.neem(adres, nu, tel=False):
            return te_vaak(verzoek, wacht)
        try:
            return pagina(verzoek, aanbieder)
        except (oidc.Geweigerd, oidc.Onbereikbaar) as fout:
            MISLUKT.neem(adres, nu)
            return _mislukt(verzoek, aanbieder, fout)

    return om


def te_vaak(verzoek: HttpRequest, wacht: int) -> HttpResponse:
    """The door stays shut for this address for so many seconds."""
    meld(Gebeurtenis.TE_VAAK, reden="inloggen")
    antwoord = foutpagina(verzoek, 429, wacht=wacht)
    antwoord.headers["Retry-After"] = str(wacht)
    return antwoord


def _mislukt(verzoek: HttpRequest, aanbieder: Aanbieder, fout: Exception) -> HttpResponse:
    reden = str(fout) or "de inlogdienst antwoordt niet"
    meld(Gebeurtenis.INLOGGEN_MISLUKT, bij=aanbieder.soort, reden=reden)
    opnieuw = _("Probeer het nog een keer. Lukt het niet? Bel of schrijf dan de gemeente.")
    if isinstance(fout, oidc.Onbereikbaar):
        titel = _("De inlogdienst antwoordt niet")
        return foutpagina(
            verzoek, 502, titel=titel, uitleg=_("Dit ligt niet aan u. Er is niets bewaard."), raad=opnieuw
        )
    if isinstance(fout, oidc.TweedeFactorOntbreekt):
        uitleg = _("Hier gaat het om persoonlijke gegevens. Een wachtwoord alleen is daarvoor niet veilig genoeg.")
        raad = _("Log opnieuw in, met een app, een sms of een pas erbij.")
        return foutpagina(verzoek, 403, titel=_("Log in met een extra stap"), uitleg=uitleg, raad=raad)
    uitleg = _("Misschien duurde het te lang, of hebt u zelf gestopt.")
    if sessie.persoon_van(verzoek) is None:
        uitleg = _("U bent niet ingelogd. Misschien duurde het te lang, of hebt u zelf gestopt.")
    return foutpagina(verzoek, 403, titel=_("Inloggen is niet gelukt"), uitleg=uitleg, raad=opnieuw)


@require_GET
@_met_aanbieder
def begin(verzoek: HttpRequest, aanbieder: Aanbieder) -> HttpResponse:
    """To the provider, remembering which page was asked for. Raises Http404 for a provider that is not set up.

    With `?opnieuw=ja` somebody who is logged in by this provider shows again who they are.
    """
    if wacht := BEGONNEN.neem(adres_van(verzoek), time.monotonic()):
        return te_vaak(verzoek, wacht)
    binnen = sessie.persoon_van(verzoek) is not None
    opnieuw = binnen and OPNIEUW in verzoek.GET and verzoek.session.get(sessie.SOORT) == aanbieder.soort
    verzoek.session[VERDER] = verzoek.GET.get(VERDER, "")[:2000]
    verzoek.session[OPNIEUW] = time.time() if opnieuw else None
    if not binnen:
        verzoek.session.set_expiry(KORT)
    return oidc.begin(verzoek, aanbieder, _terugadres(verzoek, aanbieder), opnieuw=opnieuw)


@require_GET
@_met_aanbieder
def terug(verzoek: HttpRequest, aanbieder: Aanbieder) -> HttpResponse:
    """Back from the provider: log in who has an account, welcome a new resident, tell a stranger that they are one."""
    sinds = verzoek.session.get(OPNIEUW)
    claims = oidc.rond_af(verzoek, aanbieder, sinds=sinds)
    bewijs = sessie.Bewijs(int(claims.get("auth_time") or time.time()), *afmelding.zegels(aanbieder, claims))
    if aanbieder.soort != INWONER:
        return _laat_binnen(verzoek, aanbieder, rekening.medewerker(aanbieder, claims), bewijs)
    bsn = rekening.lees_bsn(claims[aanbieder.claim])
    if bsn is None:
        raise oidc.Geweigerd("de inlogdienst geeft geen geldig burgerservicenummer")
    gebruiker = rekening.inwoner(aanbieder, bsn)
    nieuw_hier = gebruiker is None or _wil_zelf(verzoek, gebruiker)
    if nieuw_hier and sinds is None and rekening.gemeenten(aanbieder):
        return _welkom(verzoek, bsn, claims, bewijs)
    return _laat_binnen(verzoek, aanbieder, gebruiker, bewijs)


def _wil_zelf(verzoek: HttpRequest, gebruiker: Gebruiker) -> bool:
    """Does somebody who is only known here as a helper of others now come to report for herself?"""
    gevraagd: str = verzoek.session.get(VERDER, "")
    return gevraagd.startswith(reverse("mijn:melding")) and rekening.alleen_helper(gebruiker)


@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(verzoek: HttpRequest) -> HttpResponse:
    """Somebody new: nothing is kept of them until they say yes. Raises Http404 for who did not just log in."""
    aanbieder, wacht = settings.AANBIEDERS.get(INWONER), verzoek.session.get(NIEUW)
    if aanbieder is None or not wacht:
        raise Http404
    plekken = rekening.gemeenten(aanbieder)
    naam, keuze = verzoek.POST.get("naam", wacht["naam"]).strip(), verzoek.POST.get("gemeente", "")
    gemeente = next((g for g in plekken if g.kenmerk == keuze), plekken[0] if len(plekken) == 1 else None)
    met_code = verzoek.POST.get("met") == "code"
    if verzoek.method == "POST" and naam and (gemeente or met_code):
        bsn, bewijs = ontsleutel(wacht["bsn"], PLEK), sessie.Bewijs(*wacht["bewijs"])
        if met_code:
            verzoek.session[VERDER] = reverse("mijn:uitnodiging")
            return _laat_binnen(verzoek, aanbieder, rekening.genodigde(aanbieder, bsn, naam), bewijs)
        assert gemeente is not None
        return _laat_binnen(verzoek, aanbieder, rekening.nieuwe_inwoner(aanbieder, bsn, naam, gemeente), bewijs)
    fouten = []
    if verzoek.method == "POST":
        fouten += [] if naam else [("naam", _("Vul uw naam in."))]
        fouten += [] if gemeente or met_code else [("gemeente", _("Kies uw gemeente."))]
    gegevens = {
        "naam": naam, "gemeenten": plekken, "gekozen": keuze, "fouten": fouten,
        "genodigd": met_code or _genodigd(verzoek),
    }  # fmt: skip
    return render(verzoek, "inloggen/nieuw.html", gegevens)


def _genodigd(verzoek: HttpRequest) -> bool:
    """Does this new person come with a code of somebody else? They say so, or the page they asked for does."""
    gevraagd: str = verzoek.session.get(VERDER, "")
    kwam = gevraagd.startswith(reverse("mijn:uitnodiging")) and verzoek.method != "POST"
    return "code" in verzoek.GET or (kwam and "zelf" not in verzoek.GET)


def _welkom(verzoek: HttpRequest, bsn: str, claims: Mapping[str, Any], bewijs: sessie.Bewijs) -> HttpResponse:
    """Under a new session, with the BSN sealed in it, for as long as the question stands."""
    gevraagd = verzoek.session.get(VERDER, "")
    verzoek.session.flush()
    naam = str(claims.get("name") or "")[: rekening.LANGSTE_NAAM]
    wacht = {"bsn": versleutel(bsn, PLEK), "naam": naam, "bewijs": [bewijs.op, bewijs.sid, bewijs.sub]}
    verzoek.session.update({VERDER: gevraagd, NIEUW: wacht})
    verzoek.session.set_expiry(KORT)
    return HttpResponseRedirect(reverse("inloggen:nieuw"))


def _laat_binnen(
    verzoek: HttpRequest, aanbieder: Aanbieder, gebruiker: Gebruiker | None, bewijs: sessie.Bewijs
) -> HttpResponse:
    hier = sessie.persoon_van(verzoek)
    if verzoek.session.get(OPNIEUW) and hier is not None and hier.gebruiker != gebruiker:
        raise oidc.Geweigerd("iemand anders logde in dan wie hier al was")
    if gebruiker is None or not gebruiker.is_active:
        meld(Gebeurtenis.INLOGGEN_MISLUKT, bij=aanbieder.soort, reden="geen toegang")
        verzoek.session.flush()
        uitleg = _("U bent goed ingelogd bij {naam}, maar u hebt op deze website geen toegang.")
        raad = _("Vraag de beheerder van uw gemeente om u toegang te geven.")
        titel = _("U hebt hier geen toegang")
        return foutpagina(verzoek, 403, titel=titel, uitleg=uitleg.format(naam=aanbieder.naam), raad=raad)
    gevraagd = verzoek.session.get(VERDER, "")
    sessie.meld_aan(verzoek, gebruiker, aanbieder.soort, bewijs)
    return HttpResponseRedirect(verder(verzoek, gevraagd, persoon(gebruiker, vandaag())))


def _terugadres(verzoek: HttpRequest, aanbieder: Aanbieder) -> str:
    """The one address that the provider knows, whatever the language of the page."""
    with override("nl"):
        return verzoek.build_absolute_uri(reverse("inloggen:terug", args=[aanbieder.soort]))
