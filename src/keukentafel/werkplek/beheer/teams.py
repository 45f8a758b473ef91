"""Teams of the municipality: add one, give one another name."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from keukentafel.dossier.instellingen import TEAM, WEBMELDING, reeks, team_voor_melding, voeg_toe
from keukentafel.dossier.models import Team
from keukentafel.dossier.woorden import Woord
from keukentafel.werkplek.beheer.begin import Plek, plek
from keukentafel.werkplek.beheer.formulier import Beheerformulier, dag, keuze, tekst, toon

_NAAM = Woord("Naam van het team", "Name of the team")
_WELK = Woord("Welk team krijgt een melding van de website?", "Which team gets a report from the website?")
_BESTAAT = Woord("Er is al een team met deze naam. Kies een andere.", "There is a team of this name. Choose another.")
_TE_LANG = Woord("Deze naam is te lang. Gebruik hoogstens 80 tekens.", "This name is too long: at most 80 characters.")


@require_http_methods(["GET", "HEAD", "POST"])
def lijst(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """The teams, with how many people work in each today; a new one."""
    hier = plek(verzoek, gemeente)
    formulier = Beheerformulier(verzoek.POST or None, {"naam": tekst(_NAAM)}, {})
    if verzoek.method == "POST" and _geldig(formulier, hier):
        Team.objects.create(gemeente=hier.gemeente, naam=formulier.cleaned_data["naam"])
        return redirect("beheer:teams", gemeente=gemeente)
    teams, melding = hier.gemeente.teams.order_by("naam"), team_voor_melding(hier.gemeente, hier.vandaag)
    return toon(verzoek, "teams", formulier, gemeente=hier.gemeente, teams=teams, melding=melding)


@require_http_methods(["GET", "HEAD", "POST"])
def naam(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """Another name for a team (`?team=` its name now). Raises Http404 for a team that is not there."""
    hier = plek(verzoek, gemeente)
    team = hier.gemeente.teams.filter(naam=verzoek.GET.get("team", "")).first()
    if team is None:
        raise Http404
    formulier = Beheerformulier(verzoek.POST or None, {"naam": tekst(_NAAM)}, {"naam": team.naam})
    if verzoek.method == "POST" and _geldig(formulier, hier, team):
        team.naam = formulier.cleaned_data["naam"]
        team.save(update_fields=("naam",))
        return redirect("beheer:teams", gemeente=gemeente)
    return toon(verzoek, "team", formulier, gemeente=hier.gemeente, team=team)


@require_http_methods(["GET", "HEAD", "POST"])
def webmelding(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """Which team gets what residents report on the site, from a day on."""
    hier = plek(verzoek, gemeente)
    teams = {str(team.pk): team.naam for team in hier.gemeente.teams.order_by("naam")}
    nu = team_voor_melding(hier.gemeente, hier.vandaag)
    velden = {"team": keuze(_WELK, [(nr, Woord(naam, naam)) for nr, naam in teams.items()]), "vanaf": dag()}
    begin = {"team": str(nu.pk) if nu else "", "vanaf": hier.vandaag.isoformat()}
    formulier = Beheerformulier(verzoek.POST or None, velden, begin, hier.vandaag)
    if verzoek.method == "POST" and formulier.is_valid():
        gegeven = formulier.cleaned_data
        waarde = {"team": int(gegeven["team"])}
        voeg_toe(hier.gemeente, TEAM, WEBMELDING, waarde, vanaf=gegeven["vanaf"], door=hier.wie)
        return redirect("beheer:teams", gemeente=gemeente)
    eerder = [
        {"rij": rij, "naam": teams.get(str(rij.waarde["team"]), "")}
        for rij in reeks(hier.gemeente, TEAM, WEBMELDING).reverse()
    ]
    return toon(verzoek, "webmelding", formulier, gemeente=hier.gemeente, eerder=eerder, teams=teams)


def _geldig(formulier: Beheerformulier, hier: Plek, behalve: Team | None = None) -> bool:
    if not formulier.is_valid():
        return False
    gewenst = formulier.cleaned_data["naam"]
    anderen = hier.gemeente.teams.exclude(pk__in=[behalve.pk] if behalve else [])
    if len(gewenst) > 80:
        formulier.add_error("naam", str(_TE_LANG))
    elif anderen.filter(naam__iexact=gewenst).exists():
        formulier.add_error("naam", str(_BESTAAT))
    return formulier.is_valid()
