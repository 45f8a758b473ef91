"""A token for a program, fetched by the person as whom it will ask: who manages grants it and never sees it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keukentafel.dossier import sleutels
from keukentafel.dossier.models import Gebruiker, Toegangssleutel
from keukentafel.dossier.sleutels import BEREIKWOORDEN, Bereik
from keukentafel.inrichting import sessie


def eigen_sleutels(gebruiker: Gebruiker) -> list[Toegangssleutel]:
    """The tokens that hold for this person, or wait to be fetched, the newest first."""
    geldig = gebruiker.sleutels.filter(ingetrokken_op=None, verloopt_op__gt=timezone.now())
    return list(geldig.select_related("gemeente").order_by("-pk"))


@require_http_methods(["GET", "HEAD", "POST"])
def sleutel(verzoek: HttpRequest, nummer: int) -> HttpResponse:
    """One's own token: fetch it, which can be done once, or end it. Raises Http404 for another's."""
    persoon = sessie.persoon_van(verzoek)
    if persoon is None:
        return HttpResponseRedirect(reverse("inloggen:kies"))
    rij = next((s for s in eigen_sleutels(persoon.gebruiker) if s.pk == nummer), None)
    if rij is None:
        raise Http404
    gegevens: dict[str, Any] = {"sleutel": rij, "bereik": [BEREIKWOORDEN[Bereik(b)] for b in rij.bereik]}
    if verzoek.method == "POST" and verzoek.POST.get("actie") == "einde":
        sleutels.trek_in(rij, persoon.gebruiker)
        return HttpResponseRedirect(reverse("inloggen:wie"))
    if verzoek.method == "POST":
        gegevens |= {"geheim": sleutels.haal_op(rij), "zonder_keuzes": True}
    return render(verzoek, "inloggen/sleutel.html", gegevens)
