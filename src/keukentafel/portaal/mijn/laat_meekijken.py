"""Let a client supporter look along: chosen by the resident, among those whom the municipality let in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from keukentafel.dossier import mandaten
from keukentafel.dossier.rechten import Recht
from keukentafel.portaal.mijn.meekijken import MAG
from keukentafel.portaal.mijn.samen import open_zaak, pagina, wie


@require_http_methods(["GET", "HEAD", "POST"])
def kies(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """Ask who, and give the mandate. Raises `NietGevonden`, `NietToegestaan`."""
    gekozen = verzoek.POST.get("wie", "")
    if gekozen:
        mandaten.geef(wie(verzoek), zaak_id, gekozen)
        return redirect("mijn:meekijken", zaak_id)
    inzage = open_zaak(verzoek, zaak_id, "wie mag meekijken", Recht.MEEKIJKERS)
    fouten = [("wie", _("Kies een cliëntondersteuner."))] if verzoek.method == "POST" else []
    return pagina(
        verzoek, "mijn/laat_meekijken.html", inzage, "meekijken", 422 if fouten else 200, fouten=fouten,
        mensen=mandaten.te_kiezen(inzage.zaak, wie(verzoek).vandaag), mag=MAG[mandaten.ONDERSTEUNER],
    )  # fmt: skip
