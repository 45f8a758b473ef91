"""The pages of the preparation. State comes in with the form and goes out in the page: nothing is kept in between."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from keukentafel.brieven import pdf
from keukentafel.portaal.kader import begrens
from keukentafel.portaal.voorbereiden import bundel, kort, plan, scherm, staat, week
from keukentafel.portaal.voorbereiden.inhoud import DEEL, DELEN
from keukentafel.portaal.voorbereiden.staat import Fout, Staat, StaatFout

BESTAND = "mijn-voorbereiding.json"
GROOTSTE_BESTAND = 2 * staat.GROOTSTE  # bytes


def _uit(verzoek: HttpRequest) -> tuple[Staat, list[Fout]]:
    """The state of the page that was sent: what it carried, with the fields of the part it showed laid over it."""
    if verzoek.method != "POST":
        return Staat(), []
    ruw, fouten = _meegedragen(verzoek.POST.get("voorbereiding", ""))
    getoond = DEEL.get(verzoek.POST.get("van", ""))
    if getoond:
        ruw |= {veld.naam: verzoek.POST.get(veld.naam, "") for veld in getoond.velden}
    nu, mis = staat.neem(ruw, localdate())
    return nu, fouten + mis


def _meegedragen(tekst: str) -> tuple[dict[str, Any], list[Fout]]:
    try:
        return (staat.ontleed(tekst) if tekst else {}), []
    except StaatFout as fout:
        return {}, fout.fouten


def _toon(verzoek: HttpRequest, sjabloon: str, nu: Staat, fouten: list[Fout], **meer: Any) -> HttpResponse:
    context = {"staat": nu, "toestand": nu.als_tekst() if nu.velden else "", "fouten": fouten}
    context |= {"blijvend": scherm.BLIJVEND, **meer}
    return render(verzoek, sjabloon, context, status=422 if fouten else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def overzicht(verzoek: HttpRequest) -> HttpResponse:
    """The parts, what is filled in, and what can be done with it."""
    nu, fouten = _uit(verzoek)
    if fouten and verzoek.POST.get("van") in DEEL:
        return _deelpagina(verzoek, verzoek.POST["van"], nu, fouten)
    return _overzicht(verzoek, nu, fouten)


def _overzicht(verzoek: HttpRequest, nu: Staat, fouten: list[Fout], **meer: Any) -> HttpResponse:
    delen = [
        {"deel": deel, "aantal": nu.aantal(deel), "van": len(deel.items), "telt": scherm.telt(deel)} for deel in DELEN
    ]
    return _toon(verzoek, "voorbereiden/overzicht.html", nu, fouten, delen=delen, **meer)


@require_http_methods(["GET", "HEAD", "POST"])
def deel(verzoek: HttpRequest, naam: str) -> HttpResponse:
    """One part to fill in; a mistake in the part that was sent brings that part back, with everything in it."""
    if naam not in DEEL:
        raise Http404
    nu, fouten = _uit(verzoek)
    terug = verzoek.POST.get("van", "")
    return _deelpagina(verzoek, terug if fouten and terug in DEEL else naam, nu, fouten)


def _deelpagina(verzoek: HttpRequest, naam: str, nu: Staat, fouten: list[Fout]) -> HttpResponse:
    plek = DEEL[naam].nr - 1
    fout_bij = {fout.veld: fout.tekst for fout in fouten}
    meer = week.context(nu) if naam == "week" else {}
    if naam == "plan" and not fouten:
        meer = {"laatste_dag": plan.laatste_dag(nu)}
    if naam == "mantelzorger":
        meer = {"uren": bundel.getal(nu.uren())}
    return _toon(
        verzoek, "voorbereiden/deel.html", nu, fouten,
        deel=DEEL[naam], aantal_delen=len(DELEN), punten=scherm.punten(DEEL[naam], nu, fout_bij),
        vorige=DELEN[plek - 1] if plek else None, volgende=DELEN[plek + 1] if plek + 1 < len(DELEN) else None, **meer,
    )  # fmt: skip


def _wat(verzoek: HttpRequest) -> str:
    wat = verzoek.POST.get("wat") or verzoek.GET.get("wat") or bundel.ALLES
    if wat not in (*bundel.SOORTEN, kort.KORT):
        raise Http404
    return wat


@require_http_methods(["GET", "HEAD", "POST"])
def papier(verzoek: HttpRequest) -> HttpResponse:
    """The sheet to print, with the numbers of the screen; asked for without answers it is an empty form."""
    nu, fouten = _uit(verzoek)
    wat = _wat(verzoek)
    if fouten:
        return _fout_terug(verzoek, nu, fouten)
    gevuld = kort.blad(nu, localdate()) if wat == kort.KORT else bundel.blad(nu, wat, localdate())
    if wat == kort.KORT and not gevuld["delen"]:
        return _niets_in_het_kort(verzoek, nu)
    return _toon(verzoek, "voorbereiden/papier.html", nu, fouten, blad=gevuld, wat=wat)


def _niets_in_het_kort(verzoek: HttpRequest, nu: Staat) -> HttpResponse:
    """An empty short sheet is of no use on paper: what to fill in first."""
    tekst = _(
        "Het korte blad is nog leeg. Vul eerst in wat u wilt vertellen of vragen, wie erbij is of wat u meeneemt."
    )
    return _fout_terug(verzoek, nu, [Fout("kort", tekst)])


def _fout_terug(verzoek: HttpRequest, nu: Staat, fouten: list[Fout]) -> HttpResponse:
    """Nothing is made of what is not right: the page where it can be mended comes back."""
    van = verzoek.POST.get("van", "")
    return _deelpagina(verzoek, van, nu, fouten) if van in DEEL else _overzicht(verzoek, nu, fouten)


@require_POST
@begrens("pdf", 30, per=60)
def als_pdf(verzoek: HttpRequest) -> HttpResponse:
    """The same sheet as a tagged PDF, on wish in large print; the plan alone is Dutch, for it is handed in."""
    nu, fouten = _uit(verzoek)
    wat = _wat(verzoek)
    if fouten:
        return _fout_terug(verzoek, nu, fouten)
    groot = bool(verzoek.POST.get("groot"))
    if verzoek.POST.get("inleveren"):
        return _bestand(pdf.maak("blad", plan.als_blad(nu, localdate()), "nl", groot), "application/pdf", "plan.pdf")
    taal = get_language() or "nl"
    if wat == kort.KORT:
        if not kort.blad(nu, localdate())["delen"]:
            return _niets_in_het_kort(verzoek, nu)
        return _bestand(kort.als_pdf(nu, localdate(), taal, groot=groot), "application/pdf", "voorbereiding.pdf")
    inhoud = pdf.maak("voorbereiding", bundel.blad(nu, wat, localdate()), taal, groot)
    return _bestand(inhoud, "application/pdf", "voorbereiding.pdf")


@require_POST
def plan_tekst(verzoek: HttpRequest) -> HttpResponse:
    """The plan as plain text."""
    nu, fouten = _uit(verzoek)
    if fouten:
        return _fout_terug(verzoek, nu, fouten)
    return _bestand(plan.als_tekst(nu).encode(), "text/plain; charset=utf-8", "plan.txt")


@require_POST
def bewaren(verzoek: HttpRequest) -> HttpResponse:
    """Everything as one file for the visitor's own device."""
    nu, fouten = _uit(verzoek)
    if fouten:
        return _fout_terug(verzoek, nu, fouten)
    return _bestand(nu.als_tekst().encode(), "application/json", BESTAND)


def _bestand(inhoud: bytes, soort: str, naam: str) -> HttpResponse:
    return HttpResponse(inhoud, content_type=soort, headers={"Content-Disposition": f'attachment; filename="{naam}"'})


@require_POST
def openen(verzoek: HttpRequest) -> HttpResponse:
    """Open a file that was kept; when it cannot be read, what was on the page stays."""
    nu, _mis = _uit(verzoek)
    bestand = verzoek.FILES.get("bestand")
    if bestand is None:
        return _overzicht(verzoek, nu, [Fout("bestand", _("Kies eerst een bestand van uw apparaat."))])
    try:
        nu = staat.lees(bestand.read(GROOTSTE_BESTAND + 1).decode("utf-8-sig", "replace"), localdate())
    except StaatFout as fout:
        return _overzicht(verzoek, nu, [Fout("bestand", reden.tekst) for reden in fout.fouten])
    return _overzicht(verzoek, nu, [], geopend=True)
