"""All facts of a case, and putting one right."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from keukentafel.dossier.inzage import kijk
from keukentafel.dossier.rechtzetting import NIET_VAN_U, mag, zoals_het_nu_is
from keukentafel.dossier.toegang import NietGevonden, NietToegestaan, Persoon, reikt
from keukentafel.werkplek import zaakbeeld
from keukentafel.werkplek.formulieren.rechtzetting import Rechtzetting
from keukentafel.werkplek.vastleg_views import toon_formulier, verwerk
from keukentafel.werkplek.zaak_views import WAAROM


@require_safe
def feiten(verzoek: HttpRequest, zaak_id: uuid.UUID) -> HttpResponse:
    """Every fact, the newest first, with who recorded it and whether it was put right."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    inzage = kijk(wie, zaak_id, wat="alle feiten", waarom=WAAROM)
    gegevens = {"zaak": inzage.zaak, "feiten": zaakbeeld.feiten(inzage, wie), "hier": "feiten"}
    return render(verzoek, "werkplek/feiten.html", gegevens)


@require_http_methods(["GET", "HEAD", "POST"])
def rechtzetten(verzoek: HttpRequest, zaak_id: uuid.UUID, nr: int) -> HttpResponse:
    """The form of one fact, to put it right. Raises `NietGevonden`, `NietToegestaan`."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    inzage = kijk(wie, zaak_id, wat="een feit rechtzetten", waarom=WAAROM)
    nu = next((rij for rij in zoals_het_nu_is(inzage.rijen) if rij.nr == nr), None)
    if nu is None:
        raise NietGevonden
    if not mag(nu, {m.rol for m in wie.mandaten if reikt(m, inzage.zaak)}):
        raise NietToegestaan(NIET_VAN_U)
    if verzoek.method == "POST":
        return verwerk(verzoek, inzage, Rechtzetting(verzoek.POST, inzage=inzage, wie=wie, nu=nu))
    return toon_formulier(verzoek, inzage, Rechtzetting(None, inzage=inzage, wie=wie, nu=nu), inzage.zaak.versie)
