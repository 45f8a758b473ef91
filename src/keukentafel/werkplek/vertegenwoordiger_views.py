"""Taking down a representative on paper proof: who, of what kind, for what, and the code that is shown once."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from keukentafel.dossier import eenmalig, vertegenwoordigers
from keukentafel.dossier.formuliervelden import Dagveld, Keuzeveld, Tekstveld, veldfouten
from keukentafel.dossier.inzage import open_voor
from keukentafel.dossier.models import Zaak
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import Persoon
from keukentafel.dossier.uitnodigingen import DAGEN, LANGSTE_NAAM, Aanbod
from keukentafel.dossier.vertegenwoordigers import Opgave
from keukentafel.dossier.woorden import Veldwoord, Woord
from keukentafel.werkplek.zaak_views import WAAROM

SOORTEN: Final = {
    "curator": Woord("Curator (aangewezen door de rechter)", "Curator (appointed by the court)"),
    "mentor": Woord("Mentor (aangewezen door de rechter)", "Mentor (appointed by the court)"),
    "bewindvoerder": Woord("Bewindvoerder (aangewezen door de rechter)", "Administrator (appointed by the court)"),
    "gevolmachtigde": Woord("Gevolmachtigde (volmacht van de inwoner)", "Attorney (authorised by the resident)"),
}
DEZE, ALLES = "deze", "alles"
REIKT: Final = (
    (ALLES, Woord("Bij al haar of zijn zaken, ook nieuwe", "In all their cases, also new ones")),
    (DEZE, Woord("Alleen bij deze zaak", "In this case only")),
)


class Opgaveformulier(forms.Form):
    """What the paper says, and on which day a worker saw it."""

    naam = Tekstveld(
        Veldwoord(Woord("Hoe heet de vertegenwoordiger?", "What is the representative called?")),
        required=True,
        lengte=LANGSTE_NAAM,
    )
    soort = Keuzeveld(
        Veldwoord(
            Woord("Wat voor vertegenwoordiger?", "What kind of representative?"),
            waarom=Woord(
                "Dit bepaalt of de inwoner het zelf kan stoppen: een volmacht wel, wie de rechter aanwees niet.",
                "This decides whether the resident can end it: a power of attorney yes, a court appointment no.",
            ),
        ),
        list(SOORTEN.items()), required=True,
    )  # fmt: skip
    reikt = Keuzeveld(Veldwoord(Woord("Bij welke zaken?", "In which cases?")), REIKT, required=True)
    bewijs = Tekstveld(
        Veldwoord(
            Woord("Welk bewijs zag u?", "What proof did you see?"),
            Woord(
                "Bijvoorbeeld: de beschikking van de rechtbank van 3 maart 2026, of een volmacht met handtekening.",
                "For example: the order of the court of 3 March 2026, or a signed power of attorney.",
            ),
        ),
        required=True,
    )  # fmt: skip
    gezien_op = Dagveld(
        Veldwoord(Woord("Op welke dag zag u dat?", "On which day did you see it?")), tot=None, required=True
    )
    vanaf = Dagveld(
        Veldwoord(Woord("Vanaf welke dag geldt het?", "From which day does it hold?")), tot=None, required=True
    )
    tot = Dagveld(
        Veldwoord(
            Woord("Tot en met welke dag? (mag leeg)", "Until which day? (may stay empty)"),
            Woord("Staat er een einde op het bewijs? Vul die dag in.", "Does the proof name an end? Fill in that day."),
        ),
        tot=None,
    )  # fmt: skip

    def __init__(self, data: Any, vandaag: date) -> None:
        dag = vandaag.isoformat()
        super().__init__(data, prefix="f", initial={"reikt": ALLES, "gezien_op": dag, "vanaf": dag})
        self.vandaag = vandaag
        self.fields["gezien_op"].tot = vandaag  # type: ignore[attr-defined]

    def clean_tot(self) -> date | None:
        """The last day is still to come, and not before the first one."""
        tot: date | None = self.cleaned_data["tot"]
        begin = self.cleaned_data.get("vanaf") or self.vandaag
        if tot is not None and tot < max(begin, self.vandaag):
            raise forms.ValidationError(_("Deze dag ligt voor het begin, of is al geweest. Kies een latere dag."))
        return tot

    def opgave(self) -> Opgave:
        """What is taken down. Only after `is_valid()`."""
        g = self.cleaned_data
        aanbod = Aanbod(vertegenwoordigers.ROL, g["naam"], g["reikt"] == DEZE, g["tot"])
        return Opgave(aanbod, g["soort"], g["vanaf"], g["bewijs"], g["gezien_op"])


@require_http_methods(["GET", "HEAD", "POST"])
def vertegenwoordiger(verzoek: HttpRequest, zaak_id: uuid.UUID) -> HttpResponse:
    """Who represents the resident, and the form for one more; then the code, this once. Raises `NietGevonden`."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    zaak = _open(wie, zaak_id)
    formulier = Opgaveformulier(verzoek.POST if verzoek.method == "POST" else None, wie.vandaag)
    if formulier.is_bound and formulier.is_valid():
        uit, code = vertegenwoordigers.neem_op(wie, zaak_id, formulier.opgave())
        eenmalig.leg_klaar(verzoek.session, verzoek.path, uit.pk, code)
        return HttpResponseRedirect(verzoek.path)
    if not formulier.is_bound and (gemaakt := eenmalig.haal(verzoek.session, verzoek.path)):
        return _toon_code(verzoek, zaak, *gemaakt)
    fouten = veldfouten(formulier) if formulier.is_bound else []
    gegevens = {
        "zaak": zaak, "formulier": formulier, "fouten": fouten, "dagen": DAGEN, "soorten": SOORTEN,
        "nu": [
            (m, soort, vertegenwoordigers.andere_naam(m))
            for m, soort in _met_soort(vertegenwoordigers.vertegenwoordigers(zaak, wie.vandaag))
        ],
        "wachtend": _met_soort(vertegenwoordigers.wachtend(zaak)),
    }  # fmt: skip
    return render(verzoek, "werkplek/vertegenwoordiger.html", gegevens, status=422 if fouten else 200)


def _toon_code(verzoek: HttpRequest, zaak: Zaak, nr: int, code: str) -> HttpResponse:
    """The page with the code. It is there once: who loads it again sees who waits, and makes no new code."""
    uit = next((u for u in vertegenwoordigers.wachtend(zaak) if u.pk == nr), None)
    if uit is None:
        return _terug(zaak.pk)
    gegevens = {
        "zaak": zaak, "uit": uit, "code": code,
        "adres": verzoek.build_absolute_uri(reverse("mijn:uitnodiging")), "zonder_keuzes": True,
    }  # fmt: skip
    return render(verzoek, "werkplek/vertegenwoordiger_code.html", gegevens)


@require_POST
def bevestig(verzoek: HttpRequest, zaak_id: uuid.UUID, nr: int) -> HttpResponse:
    """Who came with the code is who stands on the proof. Raises `NietGevonden`."""
    vertegenwoordigers.bevestig(verzoek.persoon, zaak_id, nr)  # type: ignore[attr-defined]
    return _terug(zaak_id)


@require_POST
def stop(verzoek: HttpRequest, zaak_id: uuid.UUID, nr: int) -> HttpResponse:
    """End a mandate. Raises `NietGevonden`."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    vertegenwoordigers.stop(wie, zaak_id, nr)
    return _terug(zaak_id)


@require_POST
def trek_in(verzoek: HttpRequest, zaak_id: uuid.UUID, nr: int) -> HttpResponse:
    """Take back a code that was not used yet. Raises `NietGevonden`."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    vertegenwoordigers.trek_in(wie, zaak_id, nr)
    return _terug(zaak_id)


def _open(wie: Persoon, zaak_id: uuid.UUID) -> Zaak:
    return open_voor(wie, zaak_id, wat="vertegenwoordiging", waarom=WAAROM, recht=Recht.VERTEGENWOORDIGING)[0]


def _met_soort(rijen: Any) -> list[tuple[Any, str]]:
    return [(rij, str(SOORTEN.get(rij.soort, rij.soort))) for rij in rijen]


def _terug(zaak_id: uuid.UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("werk:vertegenwoordiger", args=[zaak_id]))
