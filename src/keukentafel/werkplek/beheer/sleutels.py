"""Tokens for programs: a manager grants one to a person, who fetches it. No manager ever holds what opens a case."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keukentafel.dossier import sleutels
from keukentafel.dossier.formuliervelden import Meerveld
from keukentafel.dossier.models import Gebruiker, Toegangssleutel
from keukentafel.dossier.sleutels import BEREIKWOORDEN, LANGST, Bereik
from keukentafel.dossier.toegang import geldig_op
from keukentafel.dossier.vastleggen import AMSTERDAM
from keukentafel.dossier.woorden import Veldwoord, Woord
from keukentafel.werkplek.beheer.begin import Plek, plek
from keukentafel.werkplek.beheer.formulier import Beheerformulier, dag, keuze, tekst, toon

ROLLEN = ("consulent", "beslisser")
"""The roles as which a program can work in cases."""
STANDAARD = 365
_TE_LANG = Woord("Kies een dag binnen een jaar.", "Choose a day within a year.")
_TE_LANGE_NAAM = Woord("Deze naam is te lang: hoogstens 80 tekens.", "This name is too long: at most 80 characters.")
_NIEMAND = Woord(
    "Er is nog niemand onder wiens naam een programma kan werken. Geef eerst iemand een rol.",
    "There is nobody yet under whose name a program can work. First give somebody a role.",
)


@require_http_methods(["GET", "HEAD", "POST"])
def lijst(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """Every token of this municipality; a post ends one. Raises Http404 for one that is not of this municipality."""
    hier = plek(verzoek, gemeente)
    if verzoek.method == "POST":
        sleutels.trek_in(_zoek(hier, verzoek.POST.get("sleutel", "")), hier.wie)
        return redirect("beheer:sleutels", gemeente=gemeente)
    rijen = hier.gemeente.sleutels.select_related("gebruiker", "gemaakt_door", "ingetrokken_door").order_by("-pk")
    return toon(verzoek, "sleutels", gemeente=hier.gemeente, rijen=[_rij(s) for s in rijen])


@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """Grant a token; the person as whom the program asks fetches it."""
    hier = plek(verzoek, gemeente)
    mensen = _mensen(hier)
    tot = hier.vandaag + timedelta(days=STANDAARD)
    formulier = Beheerformulier(verzoek.POST or None, _velden(mensen), {"tot": tot.isoformat()}, hier.vandaag)
    if verzoek.method == "POST" and formulier.is_valid() and _zet_klaar(hier, formulier, mensen):
        return redirect("beheer:sleutels", gemeente=gemeente)
    return toon(verzoek, "sleutel", formulier, gemeente=hier.gemeente, niemand=None if mensen else _NIEMAND)


def _mensen(hier: Plek) -> dict[str, Gebruiker]:
    """Who may do something in cases here today, never who manages."""
    werkt = hier.gemeente.mandaten.filter(geldig_op(hier.vandaag), rol__in=ROLLEN, gebruiker__is_active=True)
    rij = Gebruiker.objects.filter(mandaten__in=werkt).exclude(pk=hier.wie.pk).distinct().order_by("naam", "pk")
    return {str(mens.pk): mens for mens in rij}


def _velden(mensen: dict[str, Gebruiker]) -> dict[str, Any]:
    bereik = Veldwoord(
        Woord("Wat mag het programma?", "What may the program do?"),
        Woord("Geef niet meer dan nodig is.", "Grant no more than is needed."),
    )
    return {
        "naam": tekst(
            Woord("Naam van het programma", "Name of the program"),
            Woord("De inwoner ziet deze naam in de lijst van wie er keek.", "The resident sees this in who looked."),
        ),
        "als": keuze(
            Woord("Onder wiens naam werkt het?", "Under whose name does it work?"),
            [(nummer, Woord(mens.naam, mens.naam)) for nummer, mens in mensen.items()],
            Woord("Het mag nooit meer dan deze persoon.", "It may never do more than this person."),
        ),
        "bereik": Meerveld(bereik, [(b.value, w) for b, w in BEREIKWOORDEN.items()], geen=False, required=True),
        "tot": dag(
            Woord("Tot en met welke dag?", "Until which day?"), Woord("Hoogstens een jaar.", "At most a year.")
        ),
    }  # fmt: skip


def _zet_klaar(hier: Plek, formulier: Beheerformulier, mensen: dict[str, Gebruiker]) -> bool:
    """Grant it; False when something does not fit (said on the form)."""
    gegeven = formulier.cleaned_data
    if gegeven["tot"] > hier.vandaag + timedelta(days=LANGST):
        formulier.add_error("tot", str(_TE_LANG))
    if len(gegeven["naam"]) > 80:
        formulier.add_error("naam", str(_TE_LANGE_NAAM))
    if not formulier.is_valid():
        return False
    bereik = [Bereik(b) for b in gegeven["bereik"]]
    sleutels.zet_klaar(
        hier.gemeente, mensen[gegeven["als"]], gegeven["naam"], bereik, _eind(gegeven["tot"]), hier.wie
    )  # fmt: skip
    return True


def _eind(laatste: date) -> datetime:
    """The end of the last day, in the Netherlands."""
    return datetime.combine(laatste + timedelta(days=1), time(), AMSTERDAM)


def _zoek(hier: Plek, nummer: str) -> Toegangssleutel:
    rij = hier.gemeente.sleutels.filter(pk=int(nummer)).first() if nummer.isdecimal() and len(nummer) < 18 else None
    if rij is None:
        raise Http404
    return rij


def _rij(sleutel: Toegangssleutel) -> dict[str, Any]:
    loopt = sleutel.ingetrokken_op is None and sleutel.verloopt_op > timezone.now()
    bereik = [BEREIKWOORDEN[Bereik(b)] for b in sleutel.bereik]
    return {"sleutel": sleutel, "loopt": loopt, "bereik": bereik}
