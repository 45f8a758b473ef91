"""What the talk is: the explanation pages, the contribution, the municipality finder."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from keukentafel.portaal.kader.datum import vandaag
from keukentafel.portaal.uitleg import gemeenten, inhoud
from keukentafel.portaal.uitleg import kosten as kostenvraag

LANGSTE_ZOEKWOORD = 60


@require_safe
def overzicht(verzoek: HttpRequest) -> HttpResponse:
    """What the talk is in short, and all pages about it."""
    return render(verzoek, "uitleg/overzicht.html")


@require_safe
def zorgen(verzoek: HttpRequest) -> HttpResponse:
    """The eleven worries, answered for the law of today, with what changed since 2015."""
    return render(verzoek, "uitleg/zorgen.html", {"zorgen": inhoud.zorgen()})


@require_safe
def regels(verzoek: HttpRequest) -> HttpResponse:
    """The thirty rules: what is law, what is a norm, what comes from the courts."""
    return render(verzoek, "uitleg/regels.html", {"groepen": inhoud.regels()})


@require_safe
def blad(verzoek: HttpRequest, naam: str, *, los: bool = False) -> HttpResponse:
    """A plain page: vragen, spoed, ondersteuning, pgb; `los` from the explanation: privacy, toegankelijkheid, over."""
    return render(verzoek, "uitleg/blad.html", {"blad": inhoud.blad(naam), "los": los})


@require_http_methods(["GET", "HEAD", "POST"])
def kosten(verzoek: HttpRequest) -> HttpResponse:
    """The contribution for a day and a household. The question comes by POST, so it is in no address."""
    nu = vandaag()
    post = verzoek.POST if verzoek.method == "POST" else {}
    anders = {"dag": nu.day, "maand": nu.month, "jaar": nu.year}
    vak = {deel: post.get(f"datum-{deel}", str(getal)) for deel, getal in anders.items()}
    antwoord = kostenvraag.beantwoord(verzoek.POST) if verzoek.method == "POST" else kostenvraag.Antwoord()
    gegevens = {"vak": vak, "huishouden": post.get("huishouden", ""), "antwoord": antwoord}
    return render(verzoek, "uitleg/kosten.html", gegevens, status=422 if antwoord.fouten else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def gemeente(verzoek: HttpRequest) -> HttpResponse:
    """Find the website of a municipality."""
    alle = gemeenten.lijst(settings.GEMEENTEN, vandaag())
    woord = verzoek.POST.get("gemeente", "").strip()[:LANGSTE_ZOEKWOORD] if verzoek.method == "POST" else ""
    gegevens = {
        "alle": alle,
        "woord": woord,
        "gezocht": verzoek.method == "POST",
        "gevonden": gemeenten.zoek(alle, woord),
        "voorbeeld": not settings.GEMEENTEN,
    }
    return render(verzoek, "uitleg/gemeente.html", gegevens)
