"""The one question put to an expert: seen with the data needed for it, and answered. Nothing else is shown.

With the answer the mandate gets its last day: that same day, so that it can still be added to.
"""

from __future__ import annotations

import uuid

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from keukentafel.dossier.formulieren import Feitformulier
from keukentafel.dossier.inzage import kijk
from keukentafel.dossier.leesbaar import regels
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import Persoon
from keukentafel.dossier.vastleggen import vastleggen
from keukentafel.procedure import CasusFout
from keukentafel.werkplek import uitgaand
from keukentafel.werkplek.vastleg_views import DEUR, Getypt

SOORT = "advies_ontvangen"


@require_http_methods(["GET", "HEAD", "POST"])
def vraag(verzoek: HttpRequest, zaak_id: uuid.UUID) -> HttpResponse:
    """The question and the form for the answer. Raises `NietGevonden`."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    inzage = kijk(wie, zaak_id, wat="de gestelde vraag", waarom="advies", recht=Recht.VRAAG_ZIEN)
    mandaten = [m for m in wie.met(Recht.VRAAG_ZIEN) if m.zaak_id == inzage.zaak.pk]
    formulier = Feitformulier(
        verzoek.POST if verzoek.method == "POST" else None, soort=SOORT, vandaag=wie.vandaag,
        velden=("strekking", "richting"), verplicht={"strekking"},
    )  # fmt: skip
    if formulier.is_bound and formulier.is_valid():
        try:
            with transaction.atomic():
                vastleggen(inzage.zaak.pk, formulier.als_feit(), wie=wie, deur=DEUR, berichten=uitgaand.berichten())
                for mandaat in mandaten:
                    if mandaat.tot != wie.vandaag:
                        mandaat.beeindig(wie.vandaag, wie.gebruiker)
            return HttpResponseRedirect(verzoek.path)
        except CasusFout as fout:
            formulier.neem_fouten(fout)
    eigen = [r for r in inzage.rijen if r.soort == SOORT and r.door_id == wie.gebruiker.pk]
    return render(verzoek, "werkplek/vraag.html", {
        "zaak": inzage.zaak,
        "vragen": [m.vraag for m in mandaten],
        "formulier": formulier,
        "fouten": formulier.foutlijst() if formulier.is_bound else [],
        "antwoorden": [(rij.datum, regels(rij)) for rij in eigen],
        "paginastaat": Getypt(verzoek.POST),
    })  # fmt: skip
