"""The pages of *Wat nu?*. The visitor's file comes in with every form and goes out in every page."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

import yaml
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from keukentafel.brieven import pdf
from keukentafel.portaal.kader import begrens, leeswijze
from keukentafel.portaal.watnu import agenda, antwoorden, blad, scherm, stappen, verloop
from keukentafel.portaal.watnu.beeld import Beeld
from keukentafel.portaal.watnu.dossier import Dossier, lees_dossier
from keukentafel.portaal.watnu.draad import kolommen, tekening
from keukentafel.portaal.watnu.klok import klok
from keukentafel.portaal.watnu.lezen import GRENS, DossierFout
from keukentafel.portaal.watnu.model import Stap
from keukentafel.portaal.watnu.uitkomst import uitkomst
from keukentafel.portaal.watnu.velden import Fout, Rauw

BESTAND = "mijn-dossier"
LANGSTE_AANTEKENING = 5000
NA_TE_KIJKEN = (("verslag", "verslag_verstuurd"), ("besluit", "besluit_bekendgemaakt"))


def dossier_van(verzoek: HttpRequest) -> Dossier:
    """The file that the form carried, with the notes of the page. Raises `DossierFout`."""
    tekst = verzoek.POST.get("dossier", "")
    dossier = lees_dossier(tekst, timezone.localdate()) if tekst.strip() else Dossier()
    if "aantekeningen" in verzoek.POST:
        dossier.eigen["aantekeningen"] = verzoek.POST["aantekeningen"][:LANGSTE_AANTEKENING].replace("\r\n", "\n")
    return dossier


def _pagina(verzoek: HttpRequest, sjabloon: str, dossier: Dossier, status: int = 200, **meer: Any) -> HttpResponse:
    """A page with the file in it; `paginastaat` asks for the same page in the other language."""
    inhoud = dossier.als_json() if dossier.als_dict().keys() - {"zaak"} else ""
    context: dict[str, Any] = {"dossier": inhoud, "leeg": not dossier.feiten, **meer}
    context["paginastaat"] = {"dossier": inhoud, **meer.get("paginastaat", {})}
    return render(verzoek, sjabloon, context, status=status)


def _kapot(verzoek: HttpRequest, fout: DossierFout) -> HttpResponse:
    """The file cannot be read: what is wrong, that nothing was kept, what to do."""
    fouten = [("", tekst) for tekst in fout.fouten]
    return render(verzoek, "watnu/kapot.html", {"fouten": fouten, "paginastaat": {}}, status=422)


def met_dossier(bladzijde: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Hand the page the file that the form carried (asked for without a form: an empty one).

    A file that cannot be read has a page of its own.
    """

    @wraps(bladzijde)
    def open_(verzoek: HttpRequest, *plek: Any, **plekken: Any) -> HttpResponse:
        try:
            dossier = dossier_van(verzoek)
        except DossierFout as fout:
            return _kapot(verzoek, fout)
        return bladzijde(verzoek, dossier, *plek, **plekken)

    return open_


@require_http_methods(["GET", "HEAD", "POST"])
@met_dossier
def start(verzoek: HttpRequest, dossier: Dossier) -> HttpResponse:
    """The opening question: where are you now?"""
    return _start(verzoek, dossier, [])


def _start(verzoek: HttpRequest, dossier: Dossier, fouten: list[Fout], status: int = 200) -> HttpResponse:
    return _pagina(
        verzoek, "watnu/start.html", dossier, status,
        plekken=stappen.PLEKKEN, plek=dossier.plek, fouten=[(f.anker, f.tekst) for f in fouten],
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@met_dossier
def vraag(verzoek: HttpRequest, dossier: Dossier) -> HttpResponse:
    """One question: take in the answer, and show the next page."""
    if verzoek.method != "POST":
        return redirect("watnu:start")
    if verzoek.POST.get("actie") == "begin":
        return _begin(verzoek, dossier)
    rauw = {n: verzoek.POST.getlist(n) for n in verzoek.POST if n.startswith("v-") or n == antwoorden.ANTWOORD}
    vandaag = timezone.localdate()
    actie = "toon" if leeswijze.toont_weer(verzoek) else verzoek.POST.get("actie", "volgende")
    gang = verloop.ga(dossier, verzoek.POST.get("stap", ""), actie, rauw, vandaag)
    if gang.fouten and gang.stap is not None:
        return _toon_vraag(verzoek, gang.dossier, gang.stap, rauw, gang.fouten)
    if gang.klaar:
        return _toon_uitkomst(verzoek, gang.dossier)
    if gang.stap is None:
        return _start(verzoek, gang.dossier, [])
    return _toon_vraag(verzoek, gang.dossier, gang.stap, {**gang.rauw} if gang.rauw else None, ())


def _begin(verzoek: HttpRequest, dossier: Dossier) -> HttpResponse:
    plek = verzoek.POST.get("plek", "")
    if plek not in stappen.PLEK:
        return _start(verzoek, dossier, [Fout("plek-0", _("Kies waar u nu bent."))], 422)
    antwoorden.kies_plek(plek, dossier)
    eerste = stappen.route(dossier)[0]
    return _toon_vraag(verzoek, dossier, eerste, None, ())


def _toon_vraag(
    verzoek: HttpRequest, dossier: Dossier, stap: Stap, rauw: Rauw | None, fouten: tuple[Fout, ...]
) -> HttpResponse:
    """The page of one question, with what was typed before."""
    typen = rauw if rauw is not None else antwoorden.ingevuld(stap, dossier, timezone.localdate())
    return _pagina(
        verzoek, "watnu/vraag.html", dossier, 422 if fouten else 200,
        stap=stap, deel=stappen.DELEN[stap.deel], keuzes=scherm.keuzes(stap, typen),
        velden=scherm.schermvelden(stap, typen, fouten, dossier), fouten=[(f.anker, f.tekst) for f in fouten],
        plaats=stappen.plaats(stap, dossier), antwoorden=scherm.samenvatting(dossier),
        paginastaat={"stap": stap.naam, "actie": "toon"}, houdt_vast=True,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@met_dossier
def resultaat(verzoek: HttpRequest, dossier: Dossier) -> HttpResponse:
    """The result of the file that the form carried."""
    return _toon_uitkomst(verzoek, dossier) if verzoek.method == "POST" else redirect("watnu:start")


def _toon_uitkomst(verzoek: HttpRequest, dossier: Dossier, **meer: Any) -> HttpResponse:
    vandaag = timezone.localdate()
    uit = uitkomst(Beeld(dossier, vandaag))
    return _pagina(
        verzoek, "watnu/uitkomst.html", dossier,
        uit=uit, vandaag=vandaag, antwoorden=scherm.samenvatting(dossier), aantekeningen=dossier.aantekeningen,
        nakijken=[naam for naam, feit in NA_TE_KIJKEN if dossier.heeft(feit)],
        kolommen=kolommen(), tekening=tekening(uit.draden) if uit.draden else "", rol=dossier.rol,
        komend=agenda.komende(uit.klok, vandaag), lengte=LANGSTE_AANTEKENING, **meer,
    )  # fmt: skip


@require_POST
def openen(verzoek: HttpRequest) -> HttpResponse:
    """Open a file that was saved before; every fault of it at once, and what was on the page stays."""
    try:
        nu = dossier_van(verzoek)
    except DossierFout:
        nu = Dossier()
    try:
        return _toon_uitkomst(verzoek, lees_bestand(verzoek), geopend=True)
    except DossierFout as fout:
        return _start(verzoek, nu, [Fout("bestand", tekst) for tekst in fout.fouten], 422)


def lees_bestand(verzoek: HttpRequest) -> Dossier:
    """The file that was sent along. Raises `DossierFout`."""
    bestand = verzoek.FILES.get("bestand")
    if bestand is None:
        raise DossierFout([_("Kies eerst een bestand van uw apparaat.")])
    if (bestand.size or 0) > GRENS:
        raise DossierFout([_("Het bestand is te groot. Een eigen dossier is kleiner dan 200 kB.")])
    try:
        tekst = bestand.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DossierFout([_("Dit is geen tekstbestand. Kies het bestand dat u hier eerder hebt bewaard.")]) from None
    return lees_dossier(tekst, timezone.localdate(), yaml=not tekst.lstrip().startswith("{"))


def _download(inhoud: bytes | str, soort: str, naam: str) -> HttpResponse:
    kop = {"Content-Disposition": f'attachment; filename="{naam}"', "Cache-Control": "no-store"}
    return HttpResponse(inhoud, content_type=soort, headers=kop)


@require_POST
@met_dossier
def bewaren(verzoek: HttpRequest, dossier: Dossier, vorm: str) -> HttpResponse:
    """The whole file for the visitor's own device."""
    gegevens = dossier.als_dict()
    if vorm == "yaml":
        return _download(
            yaml.safe_dump(gegevens, allow_unicode=True, sort_keys=False), "application/yaml", f"{BESTAND}.yaml"
        )
    tekst = json.dumps(gegevens, ensure_ascii=False, indent=2)
    return _download(tekst, "application/json", f"{BESTAND}.json")


@require_POST
@met_dossier
def naar_agenda(verzoek: HttpRequest, dossier: Dossier) -> HttpResponse:
    """The days to come as a calendar file."""
    beeld = Beeld(dossier, timezone.localdate())
    return _download(agenda.agenda(klok(beeld), beeld.vandaag), "text/calendar; charset=utf-8", "datums.ics")


@require_http_methods(["GET", "HEAD", "POST"])
@met_dossier
def papier(verzoek: HttpRequest, dossier: Dossier) -> HttpResponse:
    """The sheet with the dates, to print."""
    if verzoek.method != "POST":
        return redirect("watnu:start")
    vandaag = timezone.localdate()
    uit = uitkomst(Beeld(dossier, vandaag))
    return _pagina(verzoek, "watnu/blad.html", dossier, uit=uit, vandaag=vandaag, aantekeningen=dossier.aantekeningen)


@require_POST
@begrens("pdf", 30, per=60)
@met_dossier
def papier_pdf(verzoek: HttpRequest, dossier: Dossier) -> HttpResponse:
    """The same sheet as a tagged PDF, on wish in large print."""
    vandaag = timezone.localdate()
    inhoud = blad.als_blad(uitkomst(Beeld(dossier, vandaag)), dossier.aantekeningen, vandaag)
    groot = bool(verzoek.POST.get("groot"))
    return _download(pdf.maak("blad", inhoud, get_language() or "nl", groot), "application/pdf", "datums.pdf")
