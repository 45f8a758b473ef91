"""Inviting a carer or a representative: for what, until when, and the code that is shown once."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from keukentafel.dossier import eenmalig, uitnodigingen
from keukentafel.dossier.formuliervelden import Dagveld, Keuzeveld, Tekstveld, veldfouten
from keukentafel.dossier.inzage import Inzage
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.uitnodigingen import LANGSTE_NAAM, Aanbod
from keukentafel.dossier.woorden import Veldwoord, Woord
from keukentafel.portaal.mijn.meekijken import ROLWOORD
from keukentafel.portaal.mijn.samen import open_zaak, pagina, wie

ROL: Final = {
    "mantelzorger": Woord(
        "Als mantelzorger. Ziet alleen waar en wanneer het gesprek is, en heeft een eigen blad.",
        "As a carer. Sees only where and when the talk is, and has a sheet of their own.",
    ),
    "vertegenwoordiger": Woord(
        "Als vertegenwoordiger. Ziet alles en mag alles doen wat u mag, namens u.",
        "As a representative. Sees everything and may do all that you may, on your behalf.",
    ),
}  # fmt: skip
DEZE, ALLES = "deze", "alles"
REIKT: Final = (
    (DEZE, Woord("Alleen bij deze zaak", "In this case only")),
    (ALLES, Woord("Bij al mijn zaken, ook nieuwe", "In all my cases, also new ones")),
)


class Uitnodigformulier(forms.Form):
    """Who is invited, as what, for which cases and until which day."""

    naam = Tekstveld(
        Veldwoord(
            Woord("Hoe heet deze persoon?", "What is this person's name?"),
            Woord("Voor- en achternaam. Zo herkent u de uitnodiging later.",
                  "First name and surname. So you know the invitation later."),
        ),
        required=True, lengte=LANGSTE_NAAM,
    )  # fmt: skip
    rol = Keuzeveld(Veldwoord(Woord("Wat mag deze persoon?", "What may this person do?")), [], required=True)
    reikt = Keuzeveld(Veldwoord(Woord("Bij welke zaken?", "In which cases?")), REIKT, required=True)
    tot = Dagveld(
        Veldwoord(
            Woord("Tot en met welke dag? (mag leeg)", "Until which day? (may stay empty)"),
            Woord("Laat leeg als u nog geen einde weet. U kunt het altijd zelf stoppen.",
                  "Leave empty if you do not know an end yet. You can always end it yourself."),
        ),
        tot=None,
    )  # fmt: skip

    def __init__(self, data: Any, rollen: tuple[str, ...], vandaag: date) -> None:
        super().__init__(data, prefix="f", initial={"rol": rollen[0] if len(rollen) == 1 else ""})
        self.vandaag = vandaag
        veld = self.fields["rol"]
        veld.choices = [(rol, ROL[rol]) for rol in rollen]  # type: ignore[attr-defined]

    def clean_tot(self) -> date | None:
        tot: date | None = self.cleaned_data["tot"]
        if tot is not None and tot < self.vandaag:
            raise forms.ValidationError(_("Deze dag is al geweest. Vul vandaag of een latere dag in."))
        return tot

    def aanbod(self) -> Aanbod:
        """What is offered."""
        gegeven = self.cleaned_data
        return Aanbod(gegeven["rol"], gegeven["naam"], gegeven["reikt"] == DEZE, gegeven["tot"])


@require_http_methods(["GET", "HEAD", "POST"])
def nodig_uit(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """Ask who and for what; then show the code, this once. Raises `NietGevonden`, `NietToegestaan`."""
    inzage = open_zaak(verzoek, zaak_id, "wie mag meekijken", Recht.MEEKIJKERS)
    vandaag = wie(verzoek).vandaag
    rollen = uitnodigingen.rollen_voor(inzage.zaak, inzage.mandaat.rol, vandaag)
    formulier = Uitnodigformulier(verzoek.POST if verzoek.method == "POST" else None, rollen, vandaag)
    if formulier.is_bound and formulier.is_valid():
        uit, code = uitnodigingen.nodig_uit(wie(verzoek), zaak_id, formulier.aanbod())
        eenmalig.leg_klaar(verzoek.session, verzoek.path, uit.pk, code)
        return redirect(verzoek.path)
    if not formulier.is_bound and (gemaakt := eenmalig.haal(verzoek.session, verzoek.path)):
        return _toon_code(verzoek, inzage, *gemaakt)
    fouten = veldfouten(formulier) if formulier.is_bound else []
    return pagina(
        verzoek, "mijn/nodig_uit.html", inzage, "meekijken", 422 if fouten else 200, formulier=formulier, fouten=fouten,
        dagen=uitnodigingen.DAGEN, volmacht="vertegenwoordiger" in rollen,
    )  # fmt: skip


def _toon_code(verzoek: HttpRequest, inzage: Inzage, nr: int, code: str) -> HttpResponse:
    """The page with the code. It is there once: who loads it again makes no new code."""
    uit = next((u for u in uitnodigingen.wachtend(inzage.zaak) if u.pk == nr), None)
    if uit is None:
        return redirect("mijn:meekijken", inzage.zaak.pk)
    return pagina(
        verzoek, "mijn/uitnodiging_code.html", inzage, "meekijken", uit=uit, code=code, zonder_keuzes=True,
        als=str(ROLWOORD[uit.rol]).lower(), dagen=uitnodigingen.DAGEN,
        adres=verzoek.build_absolute_uri(reverse("mijn:uitnodiging")),
    )  # fmt: skip


@require_POST
def weg(verzoek: HttpRequest, zaak_id: Any, nr: int) -> HttpResponse:
    """Withdraw an invitation that waits. Raises `NietGevonden`."""
    uitnodigingen.trek_in(wie(verzoek), zaak_id, nr)
    return redirect("mijn:meekijken", zaak_id)
