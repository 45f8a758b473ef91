"""Log in as somebody made up, with one click. Only in the demonstration, and only as somebody of the demonstration."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from keukentafel.dossier.models import Gebruiker
from keukentafel.dossier.toegang import persoon
from keukentafel.dossier.vastleggen import vandaag
from keukentafel.inrichting import sessie
from keukentafel.inrichting.inloggen.thuis import verder
from keukentafel.inrichting.voorbeeldgemeente import ROLSPELERS, speler

KNOPPEN = {
    "inwoner": (_("Inloggen als inwoner"), _("Ziet en doet alles in de eigen zaak.")),
    "inwoner (andere zaak)": (_("Inloggen als inwoner (andere zaak)"), _("Hier is de gemeente te laat.")),
    "vertegenwoordiger": (_("Inloggen als vertegenwoordiger"), _("Doet dit voor iemand anders.")),
    "mantelzorger": (_("Inloggen als mantelzorger"), _("Heeft een eigen blad, en deelt daarvan wat zij wil.")),
    "clientondersteuner": (_("Inloggen als cliëntondersteuner"), _("Helpt, met eigen notities.")),
    "consulent": (_("Inloggen als consulent"), _("Voert de gesprekken en schrijft de verslagen van team Noord.")),
    "deskundige": (_("Inloggen als deskundige"), _("Ziet alleen de gestelde vraag.")),
    "beslisser": (_("Inloggen als beslisser"), _("Neemt besluiten, met het verslag ernaast.")),
    "beheerder": (_("Inloggen als beheerder"), _("Richt in; ziet geen enkele zaak.")),
}
MEDEWERKERS = frozenset({"consulent", "deskundige", "beslisser", "beheerder"})


@require_http_methods(["GET", "HEAD", "POST"])
def kies(verzoek: HttpRequest) -> HttpResponse:
    """A button for every role. Raises Http404 outside the demonstration."""
    if not settings.DEMO:
        raise Http404
    if verzoek.method == "POST":
        return _meld_aan(verzoek)
    spelers = [
        {"wie": r.knop, "naam": r.naam, "knop": KNOPPEN[r.knop][0], "uitleg": KNOPPEN[r.knop][1]} for r in ROLSPELERS
    ]
    gegevens = {"spelers": spelers, "verder": verzoek.GET.get("verder", "")}
    return render(verzoek, "inloggen/demo.html", gegevens)


def _meld_aan(verzoek: HttpRequest) -> HttpResponse:
    wie = verzoek.POST.get("wie", "")
    if wie not in KNOPPEN:
        raise Http404
    try:
        gebruiker = speler(wie)
    except Gebruiker.DoesNotExist:
        raise Http404 from None
    soort = "medewerker" if gebruiker.onderwerp in MEDEWERKERS else "inwoner"
    sessie.meld_aan(verzoek, gebruiker, soort)
    return HttpResponseRedirect(verder(verzoek, verzoek.POST.get("verder"), persoon(gebruiker, vandaag())))
