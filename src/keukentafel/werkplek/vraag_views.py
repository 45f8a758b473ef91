"""The one question put to an expert: seen with the data needed for it, and answered. Nothing else is shown.

With the answer the mandate gets its last day: that same day, so that it can still be added to.
"""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from keukentafel.dossier.formulieren import Feitformulier
from keukentafel.dossier.inzage import kijk
from keukentafel.dossier.leesbaar import regels
from keukentafel.dossier.models import Feit
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
    gegevens = {"zaak": inzage.zaak, "vragen": mandaten, "gemeente": inzage.zaak.gemeente}
    actie = verzoek.POST.get("actie", "")
    if formulier.is_bound and actie != "aanpassen" and formulier.is_valid():
        if actie != "versturen":
            return _nakijken(verzoek, formulier, gegevens)
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
    fouten = formulier.foutlijst() if formulier.is_bound else []
    return render(verzoek, "werkplek/vraag.html", status=422 if fouten else 200, context=gegevens | {
        "formulier": formulier,
        "fouten": fouten,
        "antwoorden": [(rij.datum, regels(rij)) for rij in eigen],
        "paginastaat": Getypt(verzoek.POST),
    })  # fmt: skip


def _nakijken(verzoek: HttpRequest, formulier: Feitformulier, gegevens: dict[str, Any]) -> HttpResponse:
    """The answer once more, before it goes out."""
    feit = formulier.als_feit()
    velden = {naam: waarde for naam, waarde in feit.items() if naam not in ("soort", "datum")}
    return render(verzoek, "werkplek/vraag_nakijken.html", gegevens | {
        "antwoord": regels(Feit(soort=SOORT, velden=velden)),
        "getypt": Getypt(verzoek.POST).paren,
        "paginastaat": Getypt(verzoek.POST, ("actie",)),
    })  # fmt: skip
