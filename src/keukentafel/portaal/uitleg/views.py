"""What the talk is: the explanation pages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def overzicht(verzoek: HttpRequest) -> HttpResponse:
    """All explanation pages, with what each is for."""
    return render(verzoek, "uitleg/overzicht.html")


zorgen = regels = vragen = spoed = ondersteuning = kosten = pgb = gemeente = overzicht
