"""The page of one case, its appointment as a calendar file, and taking the case on."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from keukentafel.dossier import agenda
from keukentafel.dossier.eigen_ruimte import gedeeld
from keukentafel.dossier.inzage import kijk, open_voor
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import NietGevonden, Persoon
from keukentafel.dossier.woorden import feitwoord
from keukentafel.werkplek import concepten, zaakbeeld
from keukentafel.werkplek.woorden import FASEN

WAAROM = "behandeling van de zaak"
LAATSTE = 5


@require_safe
def zaak(verzoek: HttpRequest, zaak_id: uuid.UUID) -> HttpResponse:
    """The whole case."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    inzage = kijk(wie, zaak_id, wat="de hele zaak", waarom=WAAROM)
    mag = zaakbeeld.soorten_voor(wie, inzage)
    voorop, stappen = zaakbeeld.stappen(inzage, mag)
    nieuw, wanneer = verzoek.GET.get("vastgelegd", ""), agenda.moment(inzage.rijen)
    return render(verzoek, "werkplek/zaak.html", {
        "zaak": inzage.zaak,
        "fase": FASEN[inzage.beoordeling.fase.value],
        "klok": zaakbeeld.klok(inzage),
        "waarborgen": zaakbeeld.waarborgen(inzage, mag),
        "draden": zaakbeeld.draden(inzage),
        "kolommen": [_("Melding"), _("Plan"), _("Gesprek"), _("Verslag"), _("Aanvraag"), _("Besluit")],
        "feiten": zaakbeeld.feiten(inzage, wie)[:LAATSTE],
        "concepten": [(zaakbeeld.stap(soort), op) for soort, op in concepten.lopend(wie, inzage.zaak)],
        "hier": "zaak",
        "eerst": zaakbeeld.eerst(inzage),
        "geboren": zaakbeeld.geboren(inzage),
        "voorop": voorop,
        "stappen": stappen,
        "dwangsommen": zaakbeeld.dwangsommen(inzage),
        "gedeeld": gedeeld(inzage.zaak),
        "afspraak": wanneer,
        "afspraak_komt": wanneer is not None and agenda.komt_nog(wanneer[0], wie.vandaag),
        "eigen": inzage.zaak.behandelaar_id == wie.gebruiker.pk,
        "mag_nemen": bool(wie.met(Recht.REGISTREREN)),
        "waarschuwingen": inzage.beoordeling.waarschuwingen,
        "nieuw": [str(feitwoord(r.soort)) for r in inzage.rijen if str(r.nr) in nieuw.split("-")],
    })  # fmt: skip


@require_safe
def afspraak(verzoek: HttpRequest, zaak_id: uuid.UUID) -> HttpResponse:
    """The appointment for the worker's own calendar. Raises `NietGevonden` when there is none."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    zaak_, _mandaat = open_voor(wie, zaak_id, wat="afspraak", waarom=WAAROM, recht=Recht.AFSPRAAK_ZIEN)
    titel = _("Gesprek, zaak %(nummer)s") % {"nummer": zaak_.nummer}
    inhoud = agenda.afspraak(zaak_, zaak_.feiten.order_by("nr"), titel)
    if inhoud is None:
        raise NietGevonden
    kop = {"Content-Disposition": f'attachment; filename="gesprek-{zaak_.nummer}.ics"'}
    return HttpResponse(inhoud, content_type="text/calendar; charset=utf-8", headers=kop)


@require_POST
def neem(verzoek: HttpRequest, zaak_id: uuid.UUID) -> HttpResponse:
    """Take the case on: from now on it is in this worker's own list."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    zaak_, _mandaat = open_voor(wie, zaak_id, wat="zaak overnemen", waarom=WAAROM, recht=Recht.ZAAK_ZIEN)
    zaak_.behandelaar = wie.gebruiker
    zaak_.save(update_fields=("behandelaar",))
    return HttpResponseRedirect(reverse("werk:zaak", args=[zaak_.pk]))
