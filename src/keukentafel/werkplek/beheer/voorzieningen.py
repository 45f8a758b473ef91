"""Voorzieningen of the municipality, general (open to all) and custom; each version dated, ended with a day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from keukentafel.dossier.instellingen import geldend, reeks, voeg_toe
from keukentafel.dossier.woorden import LEEFGEBIEDEN, Woord
from keukentafel.werkplek.beheer.begin import Plek, plek
from keukentafel.werkplek.beheer.formulier import Beheerformulier, dag, keuze, tekst, toon

SOORT = "voorziening"
SOORTEN = {
    "algemeen": Woord("Algemeen: open voor iedereen", "General: open to everyone"),
    "maatwerk": Woord("Maatwerk: na onderzoek en besluit", "Individual: after investigation and decision"),
}
STOPT = "stopt"
_BESTAAT = Woord("Deze naam is er al. Kies hem in de lijst om hem te veranderen.", "This name is there already.")
_ZONDER_LETTERS = Woord("Gebruik letters in de naam.", "Use letters in the name.")


@require_safe
def lijst(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """What there is today."""
    hier = plek(verzoek, gemeente)
    rijen = [
        {"naam": naam, "rij": rij, "soort": SOORTEN[rij.waarde["soort"]]}
        for naam, rij in geldend(hier.gemeente, SOORT, hier.vandaag).items()
    ]
    straks = reeks(hier.gemeente, SOORT).filter(vanaf__gt=hier.vandaag)
    return toon(verzoek, "voorzieningen", gemeente=hier.gemeente, rijen=rijen, straks=straks)


@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """A voorziening that was not there."""
    hier = plek(verzoek, gemeente)
    begin = {"vanaf": hier.vandaag.isoformat(), "soort": "algemeen"}
    formulier = Beheerformulier(verzoek.POST or None, _velden(), begin, hier.vandaag)
    if verzoek.method == "POST" and formulier.is_valid():
        naam = slugify(formulier.cleaned_data["titel"])[:60]
        if not naam:
            formulier.add_error("titel", str(_ZONDER_LETTERS))
        elif naam in geldend(hier.gemeente, SOORT, hier.vandaag) or naam == "nieuw":
            formulier.add_error("titel", str(_BESTAAT))
        else:
            _bewaar(hier, naam, formulier.cleaned_data)
            return redirect("beheer:voorzieningen", gemeente=gemeente)
    return toon(verzoek, "voorziening", formulier, gemeente=hier.gemeente, titel=None, eerder=[])


@require_http_methods(["GET", "HEAD", "POST"])
def voorziening(verzoek: HttpRequest, gemeente: str, naam: str) -> HttpResponse:
    """Change or end one from a day on. Raises Http404 for one that was never there."""
    hier = plek(verzoek, gemeente)
    eerder = list(reeks(hier.gemeente, SOORT, naam))
    if not eerder:
        raise Http404
    nu = geldend(hier.gemeente, SOORT, hier.vandaag).get(naam, eerder[-1])
    begin = dict(nu.waarde) | {"vanaf": hier.vandaag.isoformat()}
    formulier = Beheerformulier(verzoek.POST or None, _velden(stopt=True), begin, hier.vandaag)
    if verzoek.method == "POST" and formulier.is_valid():
        _bewaar(hier, naam, formulier.cleaned_data)
        return redirect("beheer:voorzieningen", gemeente=gemeente)
    context = {"titel": nu.waarde["titel"], "eerder": eerder[::-1], "naam": naam}
    return toon(verzoek, "voorziening", formulier, gemeente=hier.gemeente, **context)


def _velden(*, stopt: bool = False) -> dict[str, Any]:
    soorten = [*SOORTEN.items(), *([(STOPT, Woord("Stopt op die dag", "Ends on that day"))] if stopt else [])]
    return {
        "titel": tekst(Woord("Naam van de voorziening", "Name of the provision")),
        "soort": keuze(Woord("Wat voor voorziening?", "What kind?"), soorten),
        "leefgebied": keuze(Woord("Waarvoor is het?", "What is it for?"), LEEFGEBIEDEN),
        "omschrijving": tekst(
            Woord("Wat is het?", "What is it?"),
            Woord("In gewone woorden; het komt in verslagen en brieven.", "In plain words; it is used in letters."),
            lang=True,
        ),
        "prijs": tekst(
            Woord("Wat kost het de inwoner?", "What does it cost the resident?"),
            Woord("Bijvoorbeeld: 4 euro per maaltijd", "For instance: 4 euro a meal"),
            verplicht=False,
        ),
        "vanaf": dag(),
    }


def _bewaar(hier: Plek, naam: str, gegeven: dict[str, Any]) -> None:
    """A new version; one that stops holds for no day from that day on."""
    waarde = {veld: gegeven[veld] for veld in ("titel", "soort", "leefgebied", "omschrijving", "prijs")}
    vanaf = gegeven["vanaf"]
    if waarde["soort"] == STOPT:
        laatste = reeks(hier.gemeente, SOORT, naam).last()
        waarde = dict(laatste.waarde) if laatste else waarde
        voeg_toe(hier.gemeente, SOORT, naam, waarde, vanaf=vanaf, tot=vanaf - timedelta(days=1), door=hier.wie)
        return
    voeg_toe(hier.gemeente, SOORT, naam, waarde, vanaf=vanaf, door=hier.wie)
