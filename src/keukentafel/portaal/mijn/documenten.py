"""Documents of a case: add one, see what is there, take one out."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from keukentafel.dossier import documenten
from keukentafel.dossier.rechten import Recht
from keukentafel.portaal.mijn.samen import open_zaak, pagina, reden, wie


@require_http_methods(["GET", "HEAD", "POST"])
def lijst(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """The documents, and a form to add one; what is not taken in says why."""
    fouten: list[tuple[str, str]] = []
    if verzoek.method == "POST":
        bestand = verzoek.FILES.get("bestand")
        if bestand is None:
            fouten = [("bestand", _("Kies eerst een bestand van uw apparaat."))]
        else:
            persoon = wie(verzoek)
            try:
                documenten.voeg_toe(persoon, zaak_id, bestand.name or "", bestand.read(), waarom=reden(persoon))
            except documenten.Afgekeurd as fout:
                fouten = [("bestand", str(fout))]
            else:
                return redirect("mijn:documenten", zaak_id)
    inzage = open_zaak(verzoek, zaak_id, "lijst van documenten", Recht.DOCUMENTEN)
    rij = inzage.zaak.documenten.select_related("door").order_by("toegevoegd_op", "id")
    return pagina(
        verzoek, "mijn/documenten.html", inzage, "documenten", 422 if fouten else 200, documenten=rij, fouten=fouten,
        grens=settings.GROOTSTE_DOCUMENT // (1024 * 1024), kan=bool(settings.MAP),
    )  # fmt: skip


@require_safe
def ophalen(verzoek: HttpRequest, zaak_id: Any, document_id: Any) -> HttpResponse:
    """One document, to keep on one's own device. Raises `NietGevonden`."""
    persoon = wie(verzoek)
    try:
        document, inhoud = documenten.lees(persoon, zaak_id, document_id, waarom=reden(persoon))
    except documenten.NogNietGekeurd:
        return redirect("mijn:documenten", zaak_id)
    antwoord = HttpResponse(inhoud, content_type=document.mediatype)
    antwoord.headers["Content-Disposition"] = content_disposition_header(True, document.naam) or "attachment"
    antwoord.headers["Cache-Control"] = "no-store"
    return antwoord
