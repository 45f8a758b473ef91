"""The pages on which one reads: start, a case, everything recorded, proof, who looked, taking it along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from keukentafel.dossier import agenda, eigen_ruimte, mandaten
from keukentafel.dossier.afspraak import Afspraak, afspraak, afspraak_van
from keukentafel.dossier.inzage import Inzage, open_voor
from keukentafel.dossier.leesbaar import behoeftenamen
from keukentafel.dossier.models import Zaak
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.rechtzetting import rechtzettingen
from keukentafel.dossier.toegang import NietGevonden, Persoon, zaken_voor
from keukentafel.dossier.woorden import keuzewoord
from keukentafel.portaal.mijn import handelingen
from keukentafel.portaal.mijn.beeld import beeld, scherm, uitkomst
from keukentafel.portaal.mijn.brieven import eigenbrieven
from keukentafel.portaal.mijn.meekijken import ROLWOORD
from keukentafel.portaal.mijn.melding import MELDING, voor_wie
from keukentafel.portaal.mijn.samen import EIGEN, open_zaak, pagina, reden, regel, wie
from keukentafel.portaal.watnu.beeld import Beeld
from keukentafel.portaal.watnu.woorden import TERMIJN, behoefte, leefgebied
from keukentafel.procedure import schrijf_casus

THUIS: Final = ("bij de inwoner thuis", "at the resident's home")
KORT_GELEDEN: Final = timedelta(days=14)
HEEL: Final = 3
"""So many cases are shown whole on the start page; more make a list."""


@require_safe
def start(verzoek: HttpRequest) -> HttpResponse:
    """What happens now, whose turn it is, by when, what one can do: for every role that this person holds here."""
    persoon = wie(verzoek)
    eigen = _zaken(_als(persoon, EIGEN))
    kaarten = [_kaart(verzoek, zaak) for zaak in eigen[:HEEL]]
    return render(
        verzoek, "mijn/start.html",
        {
            "kaarten": kaarten, "gelukt": "gelukt" in verzoek.GET,
            "nieuw_mee": {rij["nr"]: rij for kaart in kaarten for rij in kaart["nieuw_mee"]}.values(),
            "andere": [_kort(zaak) for zaak in eigen[HEEL:]],
            "inwoner": bool(voor_wie(persoon)), "half": eigen_ruimte.concept(persoon, MELDING),
            "clienten": [_kort(zaak) for zaak in _zaken(_als(persoon, {"clientondersteuner"}))],
            "bladen": [_blad(persoon, zaak) for zaak in eigen_ruimte.zaken_met_blad(persoon)],
            "rollen": {m.rol for m in persoon.mandaten},
            "zelf": "inwoner" in settings.AANBIEDERS and _alleen_naaste(persoon),
        },
    )  # fmt: skip


def _alleen_naaste(persoon: Persoon) -> bool:
    """Does this person only stand beside others here, as one of their own people?"""
    rollen = {m.rol for m in persoon.mandaten}
    return "inwoner" not in rollen and bool(rollen & {"mantelzorger", "vertegenwoordiger"})


def _als(persoon: Persoon, rollen: Any) -> Persoon:
    return replace(persoon, mandaten=tuple(m for m in persoon.mandaten if m.rol in rollen))


def _zaken(persoon: Persoon) -> list[Zaak]:
    rij = zaken_voor(persoon, Recht.ZAAK_ZIEN).select_related("betrokkene", "gemeente")
    return list(rij.order_by("-open", "-begonnen_op", "nummer"))


def _kaart(verzoek: HttpRequest, zaak: Zaak) -> dict[str, Any]:
    inzage = open_zaak(verzoek, zaak.pk, "beginpagina")
    b = beeld(inzage)
    uit = uitkomst(b)
    komend = [punt for punt in uit.klok if punt.toekomst and punt.datum is not None and punt.datum >= b.vandaag]
    doen = [h for h in handelingen.mogelijk(b, inzage.mandaat.rol) if h.plaats(b) == "nu"]
    ongelezen = zaak.uitgaand.filter(kanaal="portaal", gelezen_op__isnull=True).count()
    return {
        "zaak": inzage.zaak, "naam": zaak.betrokkene.naam, "beurt": uit.beurt, "komend": komend[:2], "doen": doen,
        "ongelezen": ongelezen, "namens": inzage.mandaat.rol == "vertegenwoordiger",
        "gereageerd": handelingen.gereageerd(b), "waarover": _waarover(b),
        "nieuw_mee": _nieuw_mee(inzage, b.vandaag),
    }  # fmt: skip


def _nieuw_mee(inzage: Inzage, vandaag: date) -> list[dict[str, Any]]:
    """Who came to stand beside the resident in the last two weeks: she should know, if it was not her doing."""
    naasten = mandaten.naasten(inzage.zaak.betrokkene, inzage.zaak.gemeente_id, vandaag, inzage.zaak)
    return [
        {
            "nr": m.pk, "zaak": inzage.zaak, "naam": m.gebruiker.naam, "rol": str(ROLWOORD[m.rol]).lower(),
            "sinds": m.vanaf,
        }
        for m in naasten if m.vanaf >= vandaag - KORT_GELEDEN and m.gebruiker_id != inzage.mandaat.gebruiker_id
    ]  # fmt: skip


def _waarover(b: Beeld) -> str:
    """The areas of life that the needs of a case are in; the words of the need where no area was told."""
    namen = [
        str(leefgebied(rij["leefgebied"])) if rij["leefgebied"] else behoefte(rij) for rij in b.oordeel["behoeften"]
    ]
    return " · ".join(dict.fromkeys(capfirst(naam) for naam in namen))


def _kort(zaak: Zaak) -> dict[str, Any]:
    """A case in two lines: whose it is, since when, and the next day that counts."""
    termijn = TERMIJN.get(zaak.eerstvolgend)
    return {"zaak": zaak, "naam": zaak.betrokkene.naam, "termijn": termijn.titel if termijn else "", "fase": zaak.fase}


def _blad(persoon: Persoon, zaak: Zaak) -> dict[str, Any]:
    _zaak, wanneer = afspraak(persoon, zaak.pk, waarom=reden(persoon))
    return {"zaak": zaak, "naam": zaak.betrokkene.naam, "afspraak": wanneer, "waar": _waar(wanneer)} | {
        "komt_nog": wanneer.komt_nog(persoon.vandaag)
    }


def _waar(wanneer: Afspraak, *, eigen: bool = False) -> str:
    """Where the talk is, as one says it to the resident (`eigen`) or to somebody else."""
    plaats = wanneer.plaats or (str(keuzewoord("vorm", wanneer.vorm)) if wanneer.vorm else "")
    return _("bij u thuis") if eigen and plaats.lower() in THUIS else plaats


@require_safe
def zaak(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """One case: now, the days that count, what one can do, what was kept, the thread of each need."""
    inzage = open_zaak(verzoek, zaak_id, "overzicht")
    b = beeld(inzage)
    kan, zelf = handelingen.mogelijk(b, inzage.mandaat.rol), inzage.mandaat.rol == "inwoner"
    wanneer = afspraak_van(inzage.beoordeling.zaak)
    groepen = [(kop, [h for h in kan if h.plaats(b) == naam]) for naam, kop in handelingen.GROEPEN]
    plan = b.uiterlijk("persoonlijk_plan") if b.loopt("persoonlijk_plan") else None
    return pagina(
        verzoek, "mijn/zaak.html", inzage, "zaak", **scherm(uitkomst(b)), vandaag=b.vandaag,
        nu=[h for h in kan if h.plaats(b) == "nu"], groepen=[g for g in groepen if g[1]], plan_tot=plan,
        dwangsom=b.dwangsom, afspraak=wanneer, komt_nog=wanneer.komt_nog(b.vandaag), waar=_waar(wanneer, eigen=zelf),
        gedeeld=eigen_ruimte.gedeeld(inzage.zaak), brieven=eigenbrieven(b, inzage.zaak, eigen=zelf),
        gereageerd=handelingen.gereageerd(b), bedenktijd=handelingen.bedenktijd(b),
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
