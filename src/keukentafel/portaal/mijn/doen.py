"""Doing one thing in a case: the form of a `Handeling`, recorded through the one way in, answered with proof."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from keukentafel.dossier.rechten import ROLLEN
from keukentafel.portaal.mijn.beeld import beeld
from keukentafel.portaal.mijn.handelingen import PER_NAAM, bedenktijd, feiten, formulier, geldig
from keukentafel.portaal.mijn.samen import leg_vast, open_zaak, pagina
from keukentafel.procedure import CasusFout


@require_http_methods(["GET", "HEAD", "POST"])
def doen(verzoek: HttpRequest, zaak_id: Any, naam: str) -> HttpResponse:
    """Show the form, or record what it says. Raises Http404 for what is not to be done here."""
    handeling = PER_NAAM.get(naam)
    inzage = open_zaak(verzoek, zaak_id, "iets doen")
    if handeling is None or handeling.soort not in ROLLEN[inzage.mandaat.rol].feiten:
        raise Http404
    b = beeld(inzage)
    geen_ja: list[tuple[str, str]] = []
    if verzoek.method == "POST":
        ingevuld = formulier(handeling, b, verzoek.POST)
        if handeling.gevolg and verzoek.POST.get("ja") != "ja":
            geen_ja = [("ja", _("Kruis aan dat u weet wat dit betekent. Of ga terug naar de zaak."))]
        if geldig(handeling, ingevuld, b.vandaag) and not geen_ja:
            try:
                uit = leg_vast(verzoek, zaak_id, feiten(handeling, ingevuld, b))
            except CasusFout as fout:
                ingevuld.neem_fouten(fout)
            else:
                return uit if isinstance(uit, HttpResponse) else redirect("mijn:bewijs", zaak_id, uit.feiten[0].nr)
    else:
        ingevuld = formulier(handeling, b)
    fouten = (ingevuld.foutlijst() if ingevuld.is_bound else []) + geen_ja
    return pagina(
        verzoek, "mijn/doen.html", inzage, "zaak", 422 if fouten else 200, handeling=handeling, formulier=ingevuld,
        fouten=fouten, geen_ja=dict(geen_ja).get("ja"), nuttig=handeling.kan(b), bedenktijd=bedenktijd(b),
        gezien=verzoek.POST.get("gezien") or inzage.zaak.versie,
    )  # fmt: skip
