"""Forms of the manager's pages: the fields of the house, every error at once, and a day from which something holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from keukentafel.dossier.formuliervelden import Dagveld, Getalveld, Keuzeveld, Tekstveld, Veld, veldfouten
from keukentafel.dossier.woorden import Veldwoord, Woord

VANAF = Woord("Vanaf welke dag geldt dit?", "From which day does this hold?")
VANAF_HULP = Woord(
    "Vandaag of later. Wat eerder gold, blijft te lezen.", "Today or later. What held before can still be read."
)


def tekst(label: Woord, hulp: Woord | None = None, *, lang: bool = False, verplicht: bool = True) -> Tekstveld:
    """Text on one line, or in a box."""
    return Tekstveld(Veldwoord(label, hulp or Woord(), lang=lang), required=verplicht)


def getal(label: Woord, minimum: int, maximum: int) -> Getalveld:
    """A whole number."""
    return Getalveld(Veldwoord(label), minimum, maximum, required=True)


def keuze(label: Woord, opties: Sequence[tuple[str, Any]], hulp: Woord | None = None) -> Keuzeveld:
    """One of these."""
    return Keuzeveld(Veldwoord(label, hulp or Woord()), opties, required=True)


def dag(label: Woord = VANAF, hulp: Woord = VANAF_HULP, *, verplicht: bool = True) -> Dagveld:
    """A day."""
    return Dagveld(Veldwoord(label, hulp), tot=None, required=verplicht)


class Beheerformulier(forms.Form):
    """A form out of fields by name. `vandaag`: no day field may lie before it (a rule never works back)."""

    def __init__(
        self, data: Any, velden: Mapping[str, Veld], begin: Mapping[str, Any], vandaag: date | None = None
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self.fields.update(velden)
        self.vandaag = vandaag

    def clean(self) -> dict[str, Any]:
        """Refuse a day that has passed."""
        for naam, waarde in list(self.cleaned_data.items()):
            if self.vandaag is not None and isinstance(waarde, date) and waarde < self.vandaag:
                self.add_error(naam, str(Woord("Kies vandaag of een latere dag.", "Choose today or a later day.")))
        return self.cleaned_data

    def foutlijst(self) -> list[tuple[str, str]]:
        """Every error with the id of its field, in the order of the page."""
        los = [("", str(t)) for t in self.non_field_errors()]
        return los + veldfouten(self)


def toon(verzoek: HttpRequest, sjabloon: str, formulier: Beheerformulier | None = None, **meer: Any) -> HttpResponse:
    """The page; with a form that has errors the answer says so (422) and everything typed is still there."""
    fouten = formulier.foutlijst() if formulier is not None and formulier.is_bound else []
    context = {"formulier": formulier, "fouten": fouten, **meer}
    return render(verzoek, f"beheer/{sjabloon}.html", context, status=422 if fouten else 200)
