"""The page that asks how to log in, the page that says who you are here, and the way out."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from keukentafel.dossier.rechten import ROLLEN
from keukentafel.inrichting import sessie
from keukentafel.inrichting.inloggen.thuis import thuis, verder


@require_safe
def kies(verzoek: HttpRequest) -> HttpResponse:
    """How do you log in? Who is logged in goes on. Raises Http404 where no login is set up."""
    gevraagd = verzoek.GET.get("verder", "")
    if verzoek.persoon is not None:  # type: ignore[attr-defined]
        return HttpResponseRedirect(verder(verzoek, gevraagd, verzoek.persoon))  # type: ignore[attr-defined]
    if settings.DEMO:
        return HttpResponseRedirect(f"{reverse('demo:kies')}?{urlencode({'verder': gevraagd})}")
    raise Http404


@require_safe
def wie(verzoek: HttpRequest) -> HttpResponse:
    """Who you are here, and by which mandates you may do what."""
    persoon = verzoek.persoon  # type: ignore[attr-defined]
    if persoon is None:
        return HttpResponseRedirect(reverse("inloggen:kies"))
    rollen = [(ROLLEN[m.rol], m) for m in persoon.mandaten]
    return render(verzoek, "inloggen/wie.html", {"rollen": rollen, "thuis": thuis(persoon)})


@require_POST
def uit(verzoek: HttpRequest) -> HttpResponse:
    """End the session."""
    sessie.meld_af(verzoek)
    antwoord = HttpResponseRedirect(reverse("inloggen:uitgelogd"))
    antwoord.headers["Clear-Site-Data"] = '"cache"'
    return antwoord


@require_safe
def uitgelogd(verzoek: HttpRequest) -> HttpResponse:
    """That you are logged out."""
    return render(verzoek, "inloggen/uitgelogd.html")
