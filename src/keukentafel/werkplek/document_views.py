"""Documents of a case for who works on it: what is there and from whom, add one, take one out."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from keukentafel.dossier import documenten
from keukentafel.dossier.inzage import open_voor
from keukentafel.dossier.rechten import ROLLEN, Recht
from keukentafel.dossier.toegang import Persoon
from keukentafel.werkplek.zaak_views import WAAROM


@require_http_methods(["GET", "HEAD", "POST"])
def lijst(verzoek: HttpRequest, zaak_id: uuid.UUID) -> HttpResponse:
    """The documents, and a form to add one; what is not taken in says why. Raises `NietGevonden`."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    fouten: list[tuple[str, str]] = []
    if verzoek.method == "POST":
        fouten = _voeg_toe(verzoek, wie, zaak_id)
        if not fouten:
            return HttpResponseRedirect(f"{verzoek.path}?toegevoegd=ja")
    zaak, _mandaat = open_voor(wie, zaak_id, wat="lijst van documenten", waarom=WAAROM, recht=Recht.DOCUMENTEN)
    rijen = zaak.documenten.select_related("door").order_by("-toegevoegd_op", "id")
    return render(verzoek, "werkplek/documenten.html", {
        "zaak": zaak, "hier": "documenten", "fouten": fouten, "kan": bool(settings.MAP),
        "documenten": [(d, ROLLEN[d.rol].titel if d.rol in ROLLEN else d.rol) for d in rijen],
        "grens": settings.GROOTSTE_DOCUMENT // (1024 * 1024),
    }, status=422 if fouten else 200)  # fmt: skip


def _voeg_toe(verzoek: HttpRequest, wie: Persoon, zaak_id: uuid.UUID) -> list[tuple[str, str]]:
    bestand = verzoek.FILES.get("bestand")
    if bestand is None:
        return [("bestand", _("Kies eerst een bestand van uw apparaat."))]
    try:
        documenten.voeg_toe(wie, zaak_id, bestand.name or "", bestand.read(), waarom=WAAROM)
    except documenten.Afgekeurd as fout:
        return [("bestand", str(fout))]
    return []


@require_safe
def ophalen(verzoek: HttpRequest, zaak_id: uuid.UUID, document_id: uuid.UUID) -> HttpResponse:
    """One document, to keep on one's own device. Raises `NietGevonden`."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    try:
        document, inhoud = documenten.lees(wie, zaak_id, document_id, waarom=WAAROM)
    except documenten.NogNietGekeurd:
        return HttpResponseRedirect(verzoek.path.partition("documenten/")[0] + "documenten/")
    antwoord = HttpResponse(inhoud, content_type=document.mediatype)
    antwoord.headers["Content-Disposition"] = content_disposition_header(True, document.naam) or "attachment"
    antwoord.headers["Cache-Control"] = "no-store"
    return antwoord
