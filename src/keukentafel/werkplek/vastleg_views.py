"""Recording a fact: a form out of its declaration, what it does to the safeguards, and then the one way in."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from keukentafel.dossier.inzage import Inzage, kijk
from keukentafel.dossier.leesbaar import behoeftenamen, regels
from keukentafel.dossier.models import Feit
from keukentafel.dossier.toegang import NietGevonden, Persoon, mandaat_voor_feit
from keukentafel.dossier.vastleggen import Conflict, vastleggen
from keukentafel.dossier.woorden import feitwoord
from keukentafel.procedure import CasusFout
from keukentafel.procedure.register import CORRECTIE, FEITSOORTEN
from keukentafel.werkplek import uitgaand, zaakbeeld
from keukentafel.werkplek.formulieren import formulier
from keukentafel.werkplek.gevolg import Gevolg, gevolg
from keukentafel.werkplek.werkformulier import Werkformulier
from keukentafel.werkplek.zaak_views import WAAROM

DEUR = "werkplek"
EIGEN_VELDEN = frozenset({"csrfmiddlewaretoken", "actie", "reden", "gezien"})
LANGSTE_REDEN = 2000


class Getypt:
    """What was typed, to hand on: every value of every field, in the order of the form."""

    def __init__(self, post: QueryDict, ook: tuple[str, ...] = ()) -> None:
        self.paren = [
            (n, w) for n, rij in post.lists() for w in rij if (n not in EIGEN_VELDEN and n[:3] != "kt_") or n in ook
        ]

    def items(self) -> Iterator[tuple[str, str]]:
        """Name and value, a name once for each of its values."""
        return iter(self.paren)


@require_http_methods(["GET", "HEAD", "POST"])
def vastleg(verzoek: HttpRequest, zaak_id: uuid.UUID, soort: str) -> HttpResponse:
    """The form of one kind of fact in one case. Raises `NietGevonden`, `NietToegestaan`."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    if soort not in FEITSOORTEN or soort == CORRECTIE.soort:
        raise NietGevonden
    inzage = kijk(wie, zaak_id, wat=f"vastleggen: {feitwoord(soort).nl}", waarom=WAAROM)
    mandaat_voor_feit(wie, inzage.zaak, soort)
    stap = next(s for s in inzage.beoordeling.stappen if s.soort == soort)
    if not stap.mag:
        return _toon(verzoek, "werkplek/kan_niet.html", inzage, soort, waarom=stap.waarom)
    if verzoek.method != "POST":
        return _formulier(verzoek, inzage, formulier(soort, None, inzage, wie), inzage.zaak.versie)
    return _verwerk(verzoek, inzage, soort, wie)


def _verwerk(verzoek: HttpRequest, inzage: Inzage, soort: str, wie: Persoon) -> HttpResponse:
    getypt = formulier(soort, verzoek.POST, inzage, wie)
    actie, gezien = verzoek.POST.get("actie", ""), _gezien(verzoek, inzage)
    if actie == "aanpassen" or not getypt.is_valid():
        return _formulier(verzoek, inzage, getypt, gezien)
    nu = {s.soort for s in inzage.beoordeling.stappen if s.mag} & zaakbeeld.soorten_voor(wie, inzage) - {soort}
    try:
        gevolgen = gevolg(inzage, getypt.feiten(), wie, nu)
        reden = verzoek.POST.get("reden", "").strip()[:LANGSTE_REDEN]
        if actie != "vastleggen" or (gevolgen.mist and not reden):
            return _nakijken(verzoek, inzage, getypt, gevolgen, gezien)
        return _leg_vast(verzoek, inzage, getypt, gezien, reden if gevolgen.mist else "")
    except CasusFout as fout:
        getypt.neem_fouten(fout)
        return _formulier(verzoek, inzage, getypt, gezien)


def _leg_vast(verzoek: HttpRequest, inzage: Inzage, getypt: Werkformulier, gezien: int, reden: str) -> HttpResponse:
    feiten = getypt.feiten()
    if reden:
        eerder = str(feiten[0].get("toelichting") or "")
        doorgegaan = f"Toch doorgegaan, omdat: {reden}"
        feiten[0]["toelichting"] = f"{eerder}\n\n{doorgegaan}" if eerder else doorgegaan
    try:
        with transaction.atomic():
            uit = vastleggen(
                inzage.zaak.pk, feiten, wie=getypt.wie, deur=DEUR, gezien=gezien, berichten=uitgaand.berichten()
            )
            getypt.na_vastleggen(uit)
    except Conflict as conflict:
        return _conflict(verzoek, inzage, getypt, conflict)
    nummers = "-".join(str(f.nr) for f in uit.feiten)
    return HttpResponseRedirect(f"{reverse('werk:zaak', args=[inzage.zaak.pk])}?vastgelegd={nummers}")


def _gezien(verzoek: HttpRequest, inzage: Inzage) -> int:
    """The version of the case that the form was filled in on; what is no number is an old one."""
    tekst = verzoek.POST.get("gezien", "")
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 10 else -1


def _formulier(verzoek: HttpRequest, inzage: Inzage, getypt: Werkformulier, gezien: int) -> HttpResponse:
    return _toon(
        verzoek, "werkplek/vastleggen.html", inzage, getypt.soort, formulier=getypt, gezien=gezien,
        fouten=getypt.foutlijst() if getypt.is_bound else [], naast=getypt.NAAST, bij=getypt.naast(),
    )  # fmt: skip


def _nakijken(
    verzoek: HttpRequest, inzage: Inzage, getypt: Werkformulier, gevolgen: Gevolg, gezien: int
) -> HttpResponse:
    gevraagd = verzoek.POST.get("actie") == "vastleggen"
    fouten = [("reden", _("Schrijf op waarom u toch doorgaat."))] if gevraagd else []
    return _toon(
        verzoek, "werkplek/nakijken.html", inzage, getypt.soort, gevolgen=gevolgen, gezien=gezien, fouten=fouten,
        feiten=[_in_woorden(f, inzage) for f in gevolgen.feiten], getypt=Getypt(verzoek.POST).paren,
        brief=uitgaand.voorbeeld(inzage, getypt.feiten()[0], getypt.wie), reden=verzoek.POST.get("reden", ""),
    )  # fmt: skip


def _conflict(verzoek: HttpRequest, inzage: Inzage, getypt: Werkformulier, conflict: Conflict) -> HttpResponse:
    """Both texts side by side: what came in between, and what was typed; it can be offered again."""
    nieuwste = max((f.nr for f in conflict.erbij), default=inzage.zaak.versie)
    eigen = Feit(zaak=inzage.zaak, soort=getypt.soort, velden={
        n: w for n, w in getypt.feiten()[0].items() if n not in ("soort", "datum")
    })  # fmt: skip
    return _toon(
        verzoek, "werkplek/conflict.html", inzage, getypt.soort, gezien=nieuwste, eigen=_in_woorden(eigen, inzage),
        erbij=[_in_woorden(f, inzage) for f in conflict.erbij], getypt=Getypt(verzoek.POST).paren, status=409,
    )  # fmt: skip


def _in_woorden(feit: Feit, inzage: Inzage) -> dict[str, Any]:
    namen = behoeftenamen(inzage.rijen)
    return {"titel": str(feitwoord(feit.soort)), "datum": feit.datum, "velden": regels(feit, namen)}


def _toon(
    verzoek: HttpRequest, sjabloon: str, inzage: Inzage, soort: str, *, status: int = 200, **meer: Any
) -> HttpResponse:
    staat = Getypt(verzoek.POST, ("actie", "reden", "gezien"))
    gegevens = {"zaak": inzage.zaak, "titel": str(feitwoord(soort)), "soort": soort, "paginastaat": staat, **meer}
    return render(verzoek, sjabloon, gegevens, status=status)
