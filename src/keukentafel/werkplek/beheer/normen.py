"""Norms: lengths that no law gives. Dated; the terms of the law stand beside them and cannot be changed."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from keukentafel.dossier.instellingen import reeks, voeg_toe
from keukentafel.dossier.normen import SOORT, normen_van
from keukentafel.dossier.woorden import Woord
from keukentafel.procedure.normen import STANDAARDNORMEN, Norm
from keukentafel.procedure.register import TERMIJNEN
from keukentafel.werkplek.beheer.begin import Plek, plek
from keukentafel.werkplek.beheer.formulier import Beheerformulier, dag, getal, keuze, tekst, toon

TITELS = {
    "uitnodiging": Woord("Uitnodigen na de melding", "Invite after the report"),
    "gesprek": Woord("Gesprek na de melding", "Talk after the report"),
    "verslag": Woord("Verslag na het gesprek", "Report after the talk"),
    "bedenktijd": Woord("Bedenktijd vóór een handtekening", "Time to think before a signature"),
    "spoed": Woord("Tijdelijke hulp bij spoed", "Temporary help when urgent"),
    "andere_clientondersteuner": Woord("Een andere cliëntondersteuner", "Another client supporter"),
    "evaluatie": Woord("Vragen of de hulp past", "Ask whether the help fits"),
}
EENHEDEN = {
    "dag": Woord("dagen", "days"),
    "werkdag": Woord("werkdagen", "working days"),
    "week": Woord("weken", "weeks"),
}
_EEN = {
    "dag": Woord("dag", "day"),
    "werkdag": Woord("werkdag", "working day"),
    "week": Woord("week", "week"),
}
_LANGST = 52


@require_safe
def lijst(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """Every norm as it stands today, and the terms of the law."""
    hier = plek(verzoek, gemeente)
    rijen = []
    for naam, titel in TITELS.items():
        norm = _nu(hier, naam)
        rijen.append({"naam": naam, "titel": titel, "lengte": lengte(norm), "vanaf": norm.vanaf, "bron": norm.bron})
    wet = [
        {"titel": t.naam, "lengte": str(t.duur) if t.duur else "", "bron": ", ".join(t.bron_tekst)}
        for t in TERMIJNEN
        if t.binding.value == "wet"
    ]
    return toon(verzoek, "normen", gemeente=hier.gemeente, rijen=rijen, wet=wet)


@require_http_methods(["GET", "HEAD", "POST"])
def norm(verzoek: HttpRequest, gemeente: str, naam: str) -> HttpResponse:
    """Set one norm from a day on; earlier ones stay readable. Raises Http404 for what is no norm (law is not)."""
    hier = plek(verzoek, gemeente)
    if naam not in TITELS:
        raise Http404
    nu = _nu(hier, naam)
    begin = {"aantal": nu.duur.aantal, "eenheid": _eenheid(nu), "vanaf": hier.vandaag.isoformat(), "bron": ""}
    formulier = Beheerformulier(verzoek.POST or None, _velden(), begin, hier.vandaag)
    if verzoek.method == "POST" and formulier.is_valid():
        _bewaar(hier, naam, formulier.cleaned_data)
        return redirect("beheer:normen", gemeente=gemeente)
    context = {"titel": TITELS[naam], "naam": naam, "nu": lengte(nu), "eerder": _eerder(hier, naam)}
    return toon(verzoek, "norm", formulier, gemeente=hier.gemeente, **context)


def lengte(norm: Norm) -> str:
    """'2 weken', '2 werkdagen'."""
    eenheid = _eenheid(norm)
    return f"{norm.duur.aantal} {(_EEN if norm.duur.aantal == 1 else EENHEDEN)[eenheid]}"


def _eenheid(norm: Norm) -> str:
    return "werkdag" if norm.werkdagen else norm.duur.eenheid.value


def _nu(hier: Plek, naam: str) -> Norm:
    return normen_van(hier.gemeente).op(naam, hier.vandaag)


def _velden() -> dict[str, Any]:
    return {
        "aantal": getal(Woord("Hoeveel?", "How many?"), 1, _LANGST),
        "eenheid": keuze(Woord("Dagen, werkdagen of weken?", "Days, working days or weeks?"), list(EENHEDEN.items())),
        "vanaf": dag(),
        "bron": tekst(
            Woord("Waar is dit afgesproken?", "Where was this agreed?"),
            Woord("Bijvoorbeeld: collegebesluit van 3 maart 2026", "For instance: decision of 3 March 2026"),
        ),
    }


def _bewaar(hier: Plek, naam: str, gegeven: dict[str, Any]) -> None:
    eenheid = gegeven["eenheid"]
    waarde = {
        "aantal": gegeven["aantal"],
        "eenheid": "week" if eenheid == "week" else "dag",
        "werkdagen": eenheid == "werkdag",
    }
    voeg_toe(
        hier.gemeente, SOORT, naam, waarde, vanaf=gegeven["vanaf"], door=hier.wie, bron=gegeven["bron"]
    )  # fmt: skip


def _eerder(hier: Plek, naam: str) -> list[dict[str, Any]]:
    """Every version, the newest first, down to the one that came with the program."""
    standaard = STANDAARDNORMEN[naam][0]
    rijen: list[dict[str, Any]] = [
        {"lengte": lengte(standaard), "vanaf": standaard.vanaf, "bron": standaard.bron, "door": ""}
    ]
    for rij in reeks(hier.gemeente, SOORT, naam):
        eenheid = "werkdag" if rij.waarde.get("werkdagen") else rij.waarde["eenheid"]
        aantal = rij.waarde["aantal"]
        woord = (_EEN if aantal == 1 else EENHEDEN)[eenheid]
        wie = rij.door.naam if rij.door else ""
        rijen.append({"lengte": f"{aantal} {woord}", "vanaf": rij.vanaf, "bron": rij.bron, "door": wie})
    return rijen[::-1]
