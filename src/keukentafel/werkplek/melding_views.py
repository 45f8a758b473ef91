"""The page on which a melding by phone, on paper or at the counter is registered."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from keukentafel.dossier.formuliervelden import veldfouten
from keukentafel.dossier.models import Zaak
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import NietGevonden, Persoon
from keukentafel.procedure import CasusFout
from keukentafel.werkplek.melding import Persoonformulier, meldingformulier, neem_op
from keukentafel.werkplek.vastleg_views import Getypt


@require_http_methods(["GET", "HEAD", "POST"])
def melding(verzoek: HttpRequest) -> HttpResponse:
    """The form, and the new case. With urgency the next page asks for temporary support. Raises `NietGevonden`."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    mandaten = wie.met(Recht.REGISTREREN)
    if not mandaten:
        raise NietGevonden
    data: Any = verzoek.POST if verzoek.method == "POST" else None
    persoon = Persoonformulier(data, mandaten=mandaten, vandaag=wie.vandaag)
    feit = meldingformulier(data, wie)
    bezig: list[Zaak] = []
    goed = data is not None and all([persoon.is_valid(), feit.is_valid()])
    if goed and data.get("toch") != "ja":
        bezig = persoon.al_bezig(wie)
    if goed and not bezig:
        try:
            uit = neem_op(wie, persoon, feit.als_feit())
        except CasusFout as fout:
            feit.neem_fouten(fout)
        else:
            nummers = "-".join(str(f.nr) for f in uit.feiten)
            if uit.zaak.spoed:
                return HttpResponseRedirect(
                    reverse("werk:vastleggen", args=[uit.zaak.pk, "tijdelijke_voorziening_verstrekt"])
                )
            return HttpResponseRedirect(f"{reverse('werk:zaak', args=[uit.zaak.pk])}?vastgelegd={nummers}")
    fouten = [] if data is None else [*feit.foutlijst(), *_fouten(persoon)]
    gegevens = {"persoon": persoon, "formulier": feit, "fouten": fouten, "paginastaat": Getypt(verzoek.POST)}
    status = 422 if fouten or bezig else 200
    return render(verzoek, "werkplek/melding.html", {**gegevens, "bezig": bezig}, status=status)


def _fouten(persoon: Persoonformulier) -> list[tuple[str, str]]:
    return veldfouten(persoon)
