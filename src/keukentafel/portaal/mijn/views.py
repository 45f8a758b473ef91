"""The pages on which one reads: start, a case, everything recorded, proof, who looked, taking it along."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from keukentafel.dossier import agenda, eigen_ruimte
from keukentafel.dossier.inzage import open_voor
from keukentafel.dossier.leesbaar import behoeftenamen
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.rechtzetting import rechtzettingen
from keukentafel.dossier.toegang import NietGevonden
from keukentafel.portaal.mijn import handelingen
from keukentafel.portaal.mijn.beeld import beeld, scherm, uitkomst, waar
from keukentafel.portaal.mijn.brieven import eigenbrieven
from keukentafel.portaal.mijn.gedaan import gedaan
from keukentafel.portaal.mijn.samen import open_zaak, pagina, reden, regel, wie
from keukentafel.procedure import schrijf_casus


@require_safe
def zaak(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """One case: now, the days that count, what one can do, what was kept, the thread of each need."""
    inzage = open_zaak(verzoek, zaak_id, "overzicht")
    b = beeld(inzage)
    kan, zelf = handelingen.mogelijk(b, inzage.mandaat.rol), inzage.mandaat.rol == "inwoner"
    wanneer = b.afspraak
    groepen = [(kop, [h for h in kan if h.plaats(b) == naam]) for naam, kop in handelingen.GROEPEN]
    plan = b.uiterlijk("persoonlijk_plan") if b.loopt("persoonlijk_plan") else None
    return pagina(
        verzoek, "mijn/zaak.html", inzage, "zaak", **scherm(uitkomst(b)), vandaag=b.vandaag,
        nu=[h for h in kan if h.plaats(b) == "nu"], groepen=[g for g in groepen if g[1]], plan_tot=plan,
        dwangsom=b.dwangsom, afspraak=wanneer, komt_nog=wanneer.komt_nog(b.vandaag), waar=waar(wanneer, eigen=zelf),
        gedeeld=eigen_ruimte.gedeeld(inzage.zaak), brieven=eigenbrieven(b, inzage.zaak, eigen=zelf),
        gedaan=gedaan(b), bedenktijd=handelingen.bedenktijd(b),
    )  # fmt: skip


@require_safe
def in_agenda(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """The appointment for one's own calendar. Raises `NietGevonden`, also when there is none."""
    persoon = wie(verzoek)
    zaak_, _mandaat = open_voor(
        persoon, zaak_id, wat="afspraak", waarom=reden(persoon), recht=Recht.AFSPRAAK_ZIEN
    )  # fmt: skip
    inhoud = agenda.afspraak(zaak_, zaak_.feiten.order_by("nr"), _("Gesprek met de gemeente"))
    if inhoud is None:
        raise NietGevonden
    kop = {"Content-Disposition": 'attachment; filename="gesprek.ics"', "Cache-Control": "no-store"}
    return HttpResponse(inhoud, content_type="text/calendar; charset=utf-8", headers=kop)


@require_safe
def feiten(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """Everything that was recorded, newest first."""
    inzage = open_zaak(verzoek, zaak_id, "alles wat is vastgelegd")
    namen, recht = behoeftenamen(inzage.rijen), rechtzettingen(inzage.rijen)
    rijen = [regel(f, namen) | {"rechtgezet": recht.get(f.nr)} for f in reversed(inzage.rijen)]
    return pagina(verzoek, "mijn/feiten.html", inzage, "feiten", regels=rijen)


@require_safe
def bewijs(verzoek: HttpRequest, zaak_id: Any, nr: int) -> HttpResponse:
    """One recorded fact: what, when, by whom, and its seal. Raises Http404."""
    inzage = open_zaak(verzoek, zaak_id, "bewijs")
    feit = next((f for f in inzage.rijen if f.nr == nr), None)
    if feit is None:
        raise Http404
    eigen = feit.door_id == wie(verzoek).gebruiker.pk
    return pagina(
        verzoek, "mijn/bewijs.html", inzage, "feiten", regel=regel(feit, behoeftenamen(inzage.rijen)), feit=feit,
        van_uzelf=eigen, gemeente=inzage.zaak.gemeente.naam,
    )  # fmt: skip


@require_safe
def meenemen(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """What one can take along, and what to do with it."""
    return pagina(verzoek, "mijn/meenemen.html", open_zaak(verzoek, zaak_id, "meenemen", Recht.MEENEMEN), "meenemen")


@require_safe
def bestand(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """The whole case as one file, which *Wat nu?* can open."""
    inzage = open_zaak(verzoek, zaak_id, "zaak als bestand", Recht.MEENEMEN)
    kop = {"Content-Disposition": 'attachment; filename="mijn-dossier.yaml"', "Cache-Control": "no-store"}
    return HttpResponse(schrijf_casus(inzage.beoordeling.casus), content_type="application/yaml", headers=kop)
