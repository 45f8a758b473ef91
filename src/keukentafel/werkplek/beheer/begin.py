"""Which municipality, and what there is to set up in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from keukentafel.dossier.models import Gebruiker, Gemeente
from keukentafel.dossier.outbox import vastgelopen
from keukentafel.dossier.rechten import Recht
from keukentafel.werkplek.beheer.formulier import toon


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a manager is at work: the municipality, who it is, and the day."""

    gemeente: Gemeente
    wie: Gebruiker
    vandaag: date


def plek(verzoek: HttpRequest, kenmerk: str) -> Plek:
    """The municipality of this address. Raises Http404 when this person does not manage it, or it is not there."""
    wie = verzoek.persoon  # type: ignore[attr-defined]
    for mandaat in wie.met(Recht.INRICHTEN):
        if mandaat.gemeente.kenmerk == kenmerk:
            return Plek(mandaat.gemeente, wie.gebruiker, wie.vandaag)
    raise Http404


@require_safe
def start(verzoek: HttpRequest) -> HttpResponse:
    """To the one municipality of this manager, or a choice."""
    wie = verzoek.persoon  # type: ignore[attr-defined]
    gemeenten = {mandaat.gemeente.kenmerk: mandaat.gemeente for mandaat in wie.met(Recht.INRICHTEN)}
    if len(gemeenten) == 1:
        return redirect("beheer:gemeente", gemeente=next(iter(gemeenten)))
    return toon(verzoek, "kies", gemeenten=sorted(gemeenten.values(), key=lambda g: g.naam))


@require_safe
def gemeente(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """What there is to set up."""
    hier = plek(verzoek, gemeente)
    vast = vastgelopen().filter(zaak__gemeente=hier.gemeente).count()
    return toon(verzoek, "begin", gemeente=hier.gemeente, vast=vast)
