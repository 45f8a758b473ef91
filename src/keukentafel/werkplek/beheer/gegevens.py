"""Address, telephone and e-mail of the municipality: they stand in every letter."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from keukentafel.dossier.woorden import Woord
from keukentafel.werkplek.beheer.begin import plek
from keukentafel.werkplek.beheer.formulier import Beheerformulier, tekst, toon

_FOUT = {
    "adres": Woord("Dit adres is te lang. Gebruik hoogstens 200 tekens.", "This address is too long."),
    "telefoon": Woord("Dit nummer is te lang. Gebruik hoogstens 30 tekens.", "This number is too long."),
    "email": Woord(
        "Dit is geen e-mailadres. Schrijf het zo: wmo@gemeente.nl.", "This is no e-mail address, like wmo@gemeente.nl."
    ),
}


def _velden() -> dict[str, Any]:
    return {
        "adres": tekst(
            Woord("Adres", "Address"), Woord("Straat, nummer, postcode en plaats", "Street, number, postcode, town")
        ),
        "telefoon": tekst(Woord("Telefoon", "Telephone")),
        "email": tekst(
            Woord("E-mail", "E-mail"),
            Woord("Vanaf dit adres gaan e-mails naar inwoners.", "E-mails to residents come from this address."),
        ),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def gegevens(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """See and change how the municipality is reached."""
    hier = plek(verzoek, gemeente)
    g = hier.gemeente
    begin = {"adres": g.adres, "telefoon": g.telefoon, "email": g.email}
    formulier = Beheerformulier(verzoek.POST or None, _velden(), begin)
    if verzoek.method == "POST" and formulier.is_valid():
        for naam in begin:
            setattr(g, naam, formulier.cleaned_data[naam])
        try:
            g.full_clean()
        except ValidationError as fout:
            for naam in fout.message_dict:
                formulier.add_error(naam, str(_FOUT[naam]))
        else:
            g.save(update_fields=tuple(begin))
            return redirect("beheer:gemeente", gemeente=gemeente)
    return toon(verzoek, "gegevens", formulier, gemeente=g)
