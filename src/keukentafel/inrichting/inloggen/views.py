"""The page that asks how to log in, the page that says who you are here, and the way out."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from keukentafel.dossier.gebeurtenissen import Gebeurtenis, meld
from keukentafel.dossier.models import Gebruiker
from keukentafel.dossier.rechten import ROLLEN
from keukentafel.dossier.sessies import beeindig, beeindig_een, lopend, merk
from keukentafel.inrichting import sessie
from keukentafel.inrichting.inloggen.sleutels import eigen_sleutels
from keukentafel.inrichting.inloggen.thuis import thuis, verder


@require_safe
def kies(verzoek: HttpRequest) -> HttpResponse:
    """How do you log in? Who is logged in goes on. Raises Http404 where no login is set up."""
    gevraagd = verzoek.GET.get("verder", "")
    persoon = sessie.persoon_van(verzoek)
    if persoon is not None:
        return HttpResponseRedirect(verder(verzoek, gevraagd, persoon))
    vraag = f"?{urlencode({'verder': gevraagd})}" if gevraagd else ""
    if settings.AANBIEDERS:
        gegevens = {"aanbieders": settings.AANBIEDERS.values(), "vraag": vraag, "verlopen": "verlopen" in verzoek.GET}
        return render(verzoek, "inloggen/kies.html", gegevens)
    if settings.DEMO:
        return HttpResponseRedirect(reverse("demo:kies") + vraag)
    raise Http404


@require_safe
def wie(verzoek: HttpRequest) -> HttpResponse:
    """Who you are here, and by which mandates you may do what."""
    persoon = sessie.persoon_van(verzoek)
    if persoon is None:
        return HttpResponseRedirect(reverse("inloggen:kies"))
    gegevens = {
        "rollen": [(ROLLEN[m.rol], m) for m in persoon.mandaten],
        "thuis": thuis(persoon),
        "sessies": _sessies(verzoek, persoon.gebruiker),
        "sleutels": eigen_sleutels(persoon.gebruiker),
    }
    return render(verzoek, "inloggen/wie.html", gegevens)


def _sessies(verzoek: HttpRequest, gebruiker: Gebruiker) -> list[tuple[bool, datetime, str]]:
    return [(sleutel == verzoek.session.session_key, op, merk(sleutel)) for sleutel, op in lopend(gebruiker)]


@require_safe
def bevestig(verzoek: HttpRequest) -> HttpResponse:
    """Why you log in once more, and where. Raises Http404 where that cannot be done."""
    persoon = sessie.persoon_van(verzoek)
    if persoon is None:
        return HttpResponseRedirect(reverse("inloggen:kies"))
    gevraagd = verzoek.GET.get("verder", "")
    if sessie.is_vers(verzoek):
        return HttpResponseRedirect(verder(verzoek, gevraagd, persoon))
    aanbieder = settings.AANBIEDERS.get(verzoek.session.get(sessie.SOORT, ""))
    if aanbieder is None:
        raise Http404
    vraag = urlencode({"opnieuw": "ja", "verder": gevraagd})
    return render(verzoek, "inloggen/bevestig.html", {"aanbieder": aanbieder, "vraag": vraag})


@require_http_methods(["GET", "HEAD", "POST"])
def overal_uit(verzoek: HttpRequest) -> HttpResponse:
    """End one session of this person, or every one, this one as well."""
    persoon = sessie.persoon_van(verzoek)
    if persoon is None:
        return HttpResponseRedirect(reverse("inloggen:kies"))
    if verzoek.method != "POST":
        return render(verzoek, "inloggen/overal_uit.html", {"sessies": _sessies(verzoek, persoon.gebruiker)})
    een = verzoek.POST.get("sessie", "")
    hier = een == merk(verzoek.session.session_key or "")
    aantal = beeindig_een(persoon.gebruiker, een) if een else beeindig(persoon.gebruiker)
    meld(Gebeurtenis.SESSIES_BEEINDIGD, door=persoon.gebruiker.pk, rekening=persoon.gebruiker.pk, aantal=aantal)
    return uit(verzoek) if hier or not een else HttpResponseRedirect(reverse("inloggen:overal_uit"))


@require_POST
def uit(verzoek: HttpRequest) -> HttpResponse:
    """End the session here; the next page tells how to end it at the provider too."""
    soort = verzoek.session.get(sessie.SOORT, "")
    sessie.meld_af(verzoek)
    vraag = f"?{urlencode({'bij': soort})}" if soort in settings.AANBIEDERS else ""
    antwoord = HttpResponseRedirect(reverse("inloggen:uitgelogd") + vraag)
    antwoord.headers["Clear-Site-Data"] = '"cache"'
    return antwoord


@require_safe
def uitgelogd(verzoek: HttpRequest) -> HttpResponse:
    """That you are logged out, and where to log out at the provider."""
    aanbieder = settings.AANBIEDERS.get(verzoek.GET.get("bij", ""))
    adres = ""
    if aanbieder is not None:
        from keukentafel.inrichting.inloggen.oidc import uitlogadres

        adres = uitlogadres(aanbieder, verzoek.build_absolute_uri(reverse("inloggen:uitgelogd")))
    return render(verzoek, "inloggen/uitgelogd.html", {"aanbieder": aanbieder, "adres": adres})
