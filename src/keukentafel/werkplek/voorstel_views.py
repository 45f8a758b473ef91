"""Preparing a decision for who decides, taking it back, and sending it back with a reason."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from keukentafel.dossier import voorstellen
from keukentafel.dossier.inzage import kijk
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import NietGevonden, Persoon, zoek_zaak
from keukentafel.werkplek import concepten, voorleggen
from keukentafel.werkplek.formulieren import formulier
from keukentafel.werkplek.vastleg_views import LANGSTE_REDEN, behandel, bewaar_stil, toon_formulier
from keukentafel.werkplek.zaak_views import WAAROM, WAT

INTREKKEN = "intrekken"


@require_http_methods(["GET", "HEAD", "POST"])
def voorstel(verzoek: HttpRequest, zaak_id: uuid.UUID, soort: str) -> HttpResponse:
    """The form of a decision, for who prepares it. Raises `NietGevonden`, `NietToegestaan`.

    The resident sees that the case was opened; not that a decision is being prepared, which is none yet.
    """
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    if soort not in voorstellen.VOORBEREID:
        raise NietGevonden
    zaak = voorstellen.om_voor_te_bereiden(wie, zaak_id, soort)
    if verzoek.headers.get(concepten.STIL) == "1" and verzoek.method == "POST":
        return bewaar_stil(verzoek, wie, zaak, soort)
    inzage = kijk(wie, zaak_id, wat=WAT, waarom=WAAROM)
    if verzoek.POST.get("actie") == INTREKKEN:
        voorstellen.trek_in(wie, zaak_id, soort)
        return HttpResponseRedirect(f"{reverse('werk:zaak', args=[zaak.pk])}?gedaan=ingetrokken")
    return behandel(verzoek, inzage, wie, soort, voorstel=True)


@require_http_methods(["GET", "HEAD", "POST"])
def terug(verzoek: HttpRequest, zaak_id: uuid.UUID, soort: str) -> HttpResponse:
    """Send back what was laid before, always with the reason. Raises `NietGevonden`."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    if verzoek.method != "POST":
        zoek_zaak(wie, zaak_id, Recht.ZAAK_ZIEN)
        return HttpResponseRedirect(reverse("werk:zaak", args=[zaak_id]))
    ligt = voorstellen.om_te_beslissen(wie, zaak_id, soort)
    inzage = kijk(wie, zaak_id, wat=WAT, waarom=WAAROM)
    reden = verzoek.POST.get("reden_terug", "").strip()[:LANGSTE_REDEN]
    if not reden:
        getypt = formulier(soort, voorleggen.geschreven(ligt, wie).post, inzage, wie)
        getypt.toon_zonder_fouten()
        fout = ("reden_terug", _("Schrijf op wat er anders moet."))
        return toon_formulier(verzoek, inzage, getypt, inzage.zaak.versie, fout=fout)
    voorstellen.stuur_terug(wie, zaak_id, soort, reden)
    concepten.wis(wie, inzage.zaak, soort)
    return HttpResponseRedirect(f"{reverse('werk:zaak', args=[zaak_id])}?gedaan=teruggestuurd")
