"""Consent: what was given, for what, since when; given and withdrawn per purpose (Wmo 5.1.1, 5.2.5)."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from keukentafel.dossier.formulieren import Feitformulier
from keukentafel.dossier.inzage import Inzage
from keukentafel.dossier.rechten import ROLLEN
from keukentafel.dossier.toegang import NietGevonden
from keukentafel.dossier.woorden import keuzewoord
from keukentafel.portaal.mijn.samen import leg_vast, open_zaak, pagina, wie
from keukentafel.procedure import CasusFout
from keukentafel.procedure.feit import Feit

GEGEVEN: Final = "toestemming_gegeven"
INGETROKKEN: Final = "toestemming_ingetrokken"


@require_http_methods(["GET", "HEAD", "POST"])
def toestemming(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """The consents that stand, a form to give one, a button to withdraw one. Raises `NietGevonden`."""
    inzage = open_zaak(verzoek, zaak_id, "toestemming")
    if GEGEVEN not in ROLLEN[inzage.mandaat.rol].feiten:
        raise NietGevonden
    if verzoek.method == "POST" and "intrekken" in verzoek.POST:
        return _trek_in(verzoek, inzage)
    formulier = _formulier(verzoek, verzoek.POST if verzoek.method == "POST" else None)
    if formulier.is_bound and formulier.is_valid():
        try:
            uit = leg_vast(verzoek, zaak_id, formulier.als_feit())
        except CasusFout as fout:
            formulier.neem_fouten(fout)
        else:
            return uit if isinstance(uit, HttpResponse) else redirect("mijn:bewijs", zaak_id, uit.feiten[0].nr)
    return _toon(verzoek, inzage, formulier, formulier.foutlijst() if formulier.is_bound else [])


def _formulier(verzoek: HttpRequest, data: Any) -> Feitformulier:
    velden = ("gegevens", "doel")
    return Feitformulier(data, soort=GEGEVEN, vandaag=wie(verzoek).vandaag, velden=velden, verplicht=velden)


def geldend(inzage: Inzage) -> list[Feit]:
    """The consents that were given and not withdrawn since."""
    staat: dict[tuple[Any, Any], Feit] = {}
    for feit in inzage.beoordeling.zaak.van_een((GEGEVEN, INGETROKKEN)):
        sleutel = (feit.velden.get("gegevens"), feit.velden.get("doel"))
        if feit.soort == GEGEVEN:
            staat[sleutel] = feit
        elif sleutel[1]:
            staat.pop(sleutel, None)
        else:
            # Withdrawn without a purpose: for all purposes of these data.
            staat = {s: f for s, f in staat.items() if s[0] != sleutel[0]}
    return list(staat.values())


def _trek_in(verzoek: HttpRequest, inzage: Inzage) -> HttpResponse:
    feit = next((f for f in geldend(inzage) if str(f.nr) == verzoek.POST["intrekken"]), None)
    if feit is None:
        return _toon(verzoek, inzage, _formulier(verzoek, None), [("", _("Deze toestemming is al ingetrokken."))])
    velden = {naam: feit.velden[naam] for naam in ("gegevens", "doel") if feit.velden.get(naam)}
    nieuw = {"soort": INGETROKKEN, "datum": wie(verzoek).vandaag.isoformat(), **velden}
    uit = leg_vast(verzoek, inzage.zaak.pk, nieuw)
    return uit if isinstance(uit, HttpResponse) else redirect("mijn:bewijs", inzage.zaak.pk, uit.feiten[0].nr)


def _toon(verzoek: HttpRequest, inzage: Inzage, formulier: Feitformulier, fouten: Any) -> HttpResponse:
    rijen = [
        {"nr": feit.nr, "sinds": feit.datum, "doel": feit.velden.get("doel") or "",
         "gegevens": keuzewoord("gegevens", feit.velden["gegevens"]) if feit.velden.get("gegevens") else ""}
        for feit in geldend(inzage)
    ]  # fmt: skip
    return pagina(
        verzoek, "mijn/toestemming.html", inzage, "toestemming", 422 if fouten else 200, rijen=rijen,
        formulier=formulier, fouten=fouten,
    )  # fmt: skip
