"""The page of one case, its appointment as a calendar file, and taking the case on."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from keukentafel.dossier import agenda, vertegenwoordigers, voorstellen
from keukentafel.dossier.eigen_ruimte import gedeeld
from keukentafel.dossier.inzage import kijk, open_voor
from keukentafel.dossier.outbox import wacht_op_adres
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import NietGevonden, Persoon
from keukentafel.dossier.woorden import feitwoord
from keukentafel.werkplek import concepten, voorleggen, zaakbeeld
from keukentafel.werkplek.woorden import FASEN

WAAROM = "behandeling van de zaak"
WAT = "de hele zaak"
GEDAAN = {
    "voorgelegd": gettext_lazy("Voorgelegd. Wie beslist, ziet het in de werklijst."),
    "ingetrokken": gettext_lazy("Ingetrokken. Uw voorstel is weg."),
    "teruggestuurd": gettext_lazy("Teruggestuurd. Wie het voorlegde, ziet uw reden."),
}
"""What was done that is no fact, as the page of the case says it."""
LAATSTE = 5


@require_safe
def zaak(verzoek: HttpRequest, zaak_id: uuid.UUID) -> HttpResponse:
    """The whole case."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    inzage = kijk(wie, zaak_id, wat=WAT, waarom=WAAROM)
    mag = zaakbeeld.soorten_voor(wie, inzage)
    ligt = voorleggen.wachtend(wie, voorstellen.in_zaak(wie, inzage.zaak))
    voor = voorstellen.voor_te_bereiden(wie, inzage.zaak) - {w.voorstel.soort for w in ligt}
    voorop, stappen = zaakbeeld.stappen(inzage, mag, voor)
    nieuw, wanneer = verzoek.GET.get("vastgelegd", ""), agenda.moment(inzage.rijen)
    return render(verzoek, "werkplek/zaak.html", {
        "zaak": inzage.zaak,
        "fase": FASEN[inzage.beoordeling.fase.value],
        "klok": zaakbeeld.klok(inzage),
        "waarborgen": zaakbeeld.waarborgen(inzage, mag),
        "draden": zaakbeeld.draden(inzage),
        "kolommen": zaakbeeld.KOLOMMEN.values(),
        "feiten": zaakbeeld.feiten(inzage, wie)[:LAATSTE],
        "concepten": [(zaakbeeld.stap(s, s not in mag), op) for s, op in concepten.lopend(wie, inzage.zaak)],
        "ligt": ligt,
        "wacht_op_adres": wacht_op_adres(inzage.zaak),
        "gedaan": GEDAAN.get(verzoek.GET.get("gedaan", "")),
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
        "vertegenwoordigers": [
            (m, vertegenwoordigers.andere_naam(m))
            for m in vertegenwoordigers.vertegenwoordigers(inzage.zaak, wie.vandaag)
        ],
        "mag_vertegenwoordiger": bool(wie.met(Recht.VERTEGENWOORDIGING)),
        "waarschuwingen": inzage.beoordeling.waarschuwingen,
        "nieuw": [str(feitwoord(r.soort)) for r in inzage.rijen if str(r.nr) in nieuw.split("-")],
    })  # fmt: skip


@require_safe
def afspraak(verzoek: HttpRequest, zaak_id: uuid.UUID) -> HttpResponse:
    """The appointment for the worker's own calendar. Raises `NietGevonden` when there is none."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    zaak_, _mandaat = open_voor(wie, zaak_id, wat="afspraak", waarom=WAAROM, recht=Recht.AFSPRAAK_ZIEN)
    titel = _("Gesprek, zaak %(nummer)s") % {"nummer": zaak_.nummer}
    b = zaak_.betrokkene
    adres = ", ".join(deel for deel in (b.adres, b.postcode_plaats) if b.adres and deel)
    inhoud = agenda.afspraak(zaak_, zaak_.feiten.order_by("nr"), titel, thuis=adres)
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
