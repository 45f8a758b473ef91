"""People who work here and their mandates: given from a day, ended on a day, never removed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from keukentafel.dossier.gebeurtenissen import Gebeurtenis, meld
from keukentafel.dossier.models import Gebruiker, Mandaat
from keukentafel.dossier.sessies import beeindig, lopend
from keukentafel.dossier.toegang import geldig_op
from keukentafel.dossier.woorden import Woord
from keukentafel.werkplek.beheer.begin import Plek, plek
from keukentafel.werkplek.beheer.formulier import Beheerformulier, dag, keuze, tekst, toon

ROLWOORDEN = {
    "consulent": Woord("Consulent: voert gesprekken in één team", "Adviser: holds talks in one team"),
    "beslisser": Woord("Beslisser: neemt besluiten", "Decision maker: takes decisions"),
    "beheerder": Woord("Beheerder: richt in, ziet geen zaken", "Manager: sets up, sees no cases"),
    "deskundige": Woord(
        "Deskundige: ziet alleen de vraag die een consulent stelt",
        "Expert: sees only the question that an adviser asks",
    ),
    "clientondersteuner": Woord(
        "Cliëntondersteuner: ziet alleen wie daar ja op zei", "Client supporter: sees only who said yes to it"
    ),
}
"""The roles that are given here. An expert and a supporter are let in; which case they see follows from that case."""
ROLNAMEN = {
    "consulent": Woord("consulent", "adviser"),
    "beslisser": Woord("beslisser", "decision maker"),
    "beheerder": Woord("beheerder", "manager"),
    "deskundige": Woord("deskundige", "expert"),
    "clientondersteuner": Woord("cliëntondersteuner", "client supporter"),
}
GEEN_TEAM = "geen"
_EIGEN = Woord(
    "U kunt uw eigen rol niet veranderen. Vraag een andere beheerder.",
    "You cannot change your own role. Ask another manager.",
)
_GEEN_DIENST = Woord(
    "Er is geen inlogdienst voor medewerkers ingesteld. Vraag wie het systeem installeerde.",
    "No login service for workers was set up. Ask whoever installed the system.",
)
_TE_VROEG = Woord("Kies gisteren, vandaag of een latere dag.", "Choose yesterday, today or a later day.")


@require_safe
def lijst(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """Who works here, in what role, since when and until when."""
    hier = plek(verzoek, gemeente)
    rijen = [
        {
            "mandaat": m, "rol": ROLNAMEN[m.rol], "loopt": loopt(m, hier.vandaag),
            "straks": m.vanaf > hier.vandaag, "bij_zaak": bool(m.zaak_id or m.betrokkene_id),
            "te_beeindigen": _te_beeindigen(m, hier), "eigen": m.gebruiker_id == hier.wie.pk,
        }
        for m in _mandaten(hier)
    ]  # fmt: skip
    return toon(verzoek, "mensen", gemeente=hier.gemeente, rijen=rijen)


@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """Give somebody a role, from a day; `?wie=` somebody who works here already."""
    hier = plek(verzoek, gemeente)
    bekend = Gebruiker.objects.filter(
        mandaten__in=_mandaten(hier), onderwerp=verzoek.GET.get("wie", "")
    ).first()  # fmt: skip
    begin = {"naam": bekend.naam, "onderwerp": bekend.onderwerp} if bekend else {}
    begin |= {"vanaf": hier.vandaag.isoformat(), "team": GEEN_TEAM}
    formulier = Beheerformulier(verzoek.POST or None, _velden(hier), begin, hier.vandaag)
    if verzoek.method == "POST" and formulier.is_valid() and _geef(hier, formulier):
        return redirect("beheer:mensen", gemeente=gemeente)
    return toon(verzoek, "mandaat", formulier, gemeente=hier.gemeente)


@require_http_methods(["GET", "HEAD", "POST"])
def sessies(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """Log somebody else who works here out everywhere (`?wie=`). Raises Http404 for who does not work here."""
    hier = plek(verzoek, gemeente)
    mens = Gebruiker.objects.filter(mandaten__in=_mandaten(hier), onderwerp=verzoek.GET.get("wie", "")).first()
    if mens is None or mens == hier.wie:
        raise Http404
    if verzoek.method == "POST":
        meld(Gebeurtenis.SESSIES_BEEINDIGD, door=hier.wie.pk, rekening=mens.pk, aantal=beeindig(mens))
        return redirect("beheer:mensen", gemeente=gemeente)
    return toon(verzoek, "sessies", gemeente=hier.gemeente, mens=mens, aantal=len(lopend(mens)))


@require_http_methods(["GET", "HEAD", "POST"])
def einde(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """Give a mandate its last day (`?mandaat=`). Raises Http404 for one that is not of this municipality."""
    hier = plek(verzoek, gemeente)
    nummer = verzoek.GET.get("mandaat", "")
    mandaat = _mandaten(hier).filter(pk=int(nummer)).first() if nummer.isdecimal() and len(nummer) < 18 else None
    if mandaat is None or not _te_beeindigen(mandaat, hier):
        raise Http404
    velden = {"laatste": dag(
        Woord("Wat is de laatste dag?", "What is the last day?"),
        Woord("Gisteren: dan stopt het meteen.", "Yesterday: then it stops at once."),
    )}  # fmt: skip
    formulier = Beheerformulier(verzoek.POST or None, velden, {"laatste": hier.vandaag.isoformat()})
    if verzoek.method == "POST" and formulier.is_valid():
        laatste: date = formulier.cleaned_data["laatste"]
        if laatste >= hier.vandaag - timedelta(days=1):
            _beeindig(mandaat, laatste, hier)
            return redirect("beheer:mensen", gemeente=gemeente)
        formulier.add_error("laatste", str(_TE_VROEG))
    return toon(
        verzoek, "einde", formulier, gemeente=hier.gemeente, mandaat=mandaat, rol=ROLNAMEN[mandaat.rol]
    )  # fmt: skip


def loopt(mandaat: Mandaat, vandaag: date) -> bool:
    """Does this mandate hold today?"""
    return mandaat.vanaf <= vandaag and (mandaat.tot is None or mandaat.tot >= vandaag)


def _mandaten(hier: Plek) -> Any:
    """Every mandate of who works here, also those for one case: that there is one, never which case."""
    rijen = Mandaat.objects.filter(gemeente=hier.gemeente, rol__in=ROLWOORDEN)
    return rijen.select_related("gebruiker", "team", "gegeven_door", "beeindigd_door").order_by(
        "gebruiker__naam", "vanaf", "id"
    )


def _te_beeindigen(mandaat: Mandaat, hier: Plek) -> bool:
    """Not one's own, and not one that has ended."""
    open_ = mandaat.tot is None or mandaat.tot >= hier.vandaag
    return open_ and mandaat.gebruiker_id != hier.wie.pk


def _beeindig(mandaat: Mandaat, laatste: date, hier: Plek) -> None:
    """End it; with who was let in, what they may see of single cases ends as well."""
    mandaat.beeindig(laatste, hier.wie)
    if mandaat.zaak_id or mandaat.betrokkene_id:
        return
    rijen = Mandaat.objects.filter(geldig_op(hier.vandaag), gemeente=hier.gemeente, gebruiker=mandaat.gebruiker)
    for bij_een_zaak in rijen.filter(rol=mandaat.rol).exclude(zaak=None, betrokkene=None):
        bij_een_zaak.beeindig(laatste, hier.wie)


def _velden(hier: Plek) -> dict[str, Any]:
    teams = [(str(team.pk), team.naam) for team in hier.gemeente.teams.order_by("naam")]
    return {
        "naam": tekst(Woord("Naam", "Name")),
        "onderwerp": tekst(
            Woord("Kenmerk bij de inlogdienst", "Reference at the login service"),
            Woord("Zo noemt de inlogdienst deze persoon (sub).", "What the login service calls this person (sub)."),
        ),
        "rol": keuze(Woord("Welke rol?", "Which role?"), list(ROLWOORDEN.items())),
        "team": keuze(
            Woord("Welk team?", "Which team?"),
            [*teams, (GEEN_TEAM, Woord("Geen team", "No team"))],
            Woord("Een consulent werkt in een team.", "An adviser works in a team."),
        ),
        "vanaf": dag(Woord("Vanaf welke dag?", "From which day?"), Woord("Vandaag of later.", "Today or later.")),
        "tot": dag(
            Woord("Tot en met welke dag?", "Until which day?"),
            Woord("Mag leeg blijven: dan is er geen einde.", "May stay empty: then there is no end."),
            verplicht=False,
        ),
    }


def _geef(hier: Plek, formulier: Beheerformulier) -> bool:
    """Record the mandate; False when something does not fit (said on the form)."""
    gegeven = formulier.cleaned_data
    uitgever = _uitgever()
    for veld, fout in _bezwaren(hier, gegeven, uitgever):
        formulier.add_error(veld, str(fout))
    if not formulier.is_valid():
        return False
    team = None if gegeven["team"] == GEEN_TEAM else hier.gemeente.teams.get(pk=gegeven["team"])
    with transaction.atomic():
        mens, _ = Gebruiker.objects.get_or_create(
            uitgever=uitgever, onderwerp=gegeven["onderwerp"], defaults={"naam": gegeven["naam"][:120]}
        )
        mandaat = Mandaat.objects.create(
            gebruiker=mens, gemeente=hier.gemeente, rol=gegeven["rol"], team=team, vanaf=gegeven["vanaf"],
            tot=gegeven["tot"], gegeven_door=hier.wie,
        )  # fmt: skip
    meld(Gebeurtenis.ROL_GEGEVEN, door=hier.wie.pk, rekening=mens.pk, rol=mandaat.rol, mandaat=mandaat.pk)
    return True


def _bezwaren(hier: Plek, gegeven: dict[str, Any], uitgever: str) -> list[tuple[str | None, Woord]]:
    uit: list[tuple[str | None, Woord]] = []
    if not uitgever:
        uit.append((None, _GEEN_DIENST))
    if (hier.wie.uitgever, hier.wie.onderwerp) == (uitgever, gegeven["onderwerp"]):
        uit.append(("onderwerp", _EIGEN))
    if gegeven["rol"] == "consulent" and gegeven["team"] == GEEN_TEAM:
        uit.append(("team", Woord("Kies een team voor deze consulent.", "Choose a team for this adviser.")))
    if gegeven["tot"] and gegeven["tot"] < gegeven["vanaf"]:
        uit.append(("tot", Woord("Deze dag ligt vóór de eerste dag.", "This day lies before the first day.")))
    return uit


def _uitgever() -> str:
    """The login service of workers; in the demonstration its own."""
    if settings.DEMO:
        return "demo"
    dienst = settings.AANBIEDERS.get("medewerker")
    return dienst.uitgever if dienst else ""
