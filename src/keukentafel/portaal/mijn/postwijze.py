"""How one gets letters: on paper or, after an express yes (Awb 2:8), here or by e-mail; in large print; copies."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from keukentafel.brieven.gemeente import wijze_voor
from keukentafel.dossier.formuliervelden import Emailveld, Janeeveld, Keuzeveld, Tekstveld, veldfouten
from keukentafel.dossier.inzage import Inzage
from keukentafel.dossier.mensen import Betrokkene, Mandaat
from keukentafel.dossier.rechten import ROLLEN
from keukentafel.dossier.toegang import NietGevonden
from keukentafel.dossier.woorden import Veldwoord, Woord
from keukentafel.portaal.mijn.samen import leg_vast, open_zaak, pagina, wie
from keukentafel.procedure import CasusFout

JA: Final = "elektronisch_bereikbaar_verklaard"
NEE: Final = "elektronisch_bereikbaar_ingetrokken"
PAPIER: Final = "brief"
WIJZEN: Final = (
    (PAPIER, Woord("Op papier, met de post", "On paper, by post")),
    ("portaal", Woord(
        "Op deze website. U krijgt een e-mail als er iets klaarstaat",
        "On this website. You get an e-mail when something is ready",
    )),
    ("email", Woord(
        "De brief zelf in uw e-mail. Dat is minder veilig: anderen kunnen soms meelezen",
        "The letter itself in your e-mail. This is less safe: others can sometimes read along",
    )),
)  # fmt: skip
EMAIL: Final = Veldwoord(
    Woord("Uw e-mailadres", "Your e-mail address"),
    Woord("Alleen nodig als u niet voor papier kiest.", "Only needed if you do not choose paper."),
)


class Postformulier(forms.Form):
    """How letters come. `kopie`: also ask a representative where copies go."""

    wijze = Keuzeveld(
        Veldwoord(
            Woord("Hoe wilt u brieven van de gemeente krijgen?", "How do you want to get letters?"),
            waarom=Woord(
                "De gemeente mag alleen iets digitaal sturen als u daar uitdrukkelijk ja op zegt. U kunt altijd terug"
                " naar papier (Awb art. 2:8).",
                "The municipality may only send things digitally if you expressly say yes. You can always go back to"
                " paper (Awb art. 2:8).",
            ),
        ),
        WIJZEN, required=True,
    )  # fmt: skip
    email = Emailveld(EMAIL)
    groot = Janeeveld(
        Veldwoord(
            Woord("Wilt u brieven in grote letters?", "Do you want letters in large print?"),
            Woord("Dit geldt voor al uw brieven, ook op papier.", "This holds for all your letters, also on paper."),
        ),
        required=True,
    )

    def __init__(self, data: Any, inzage: Inzage) -> None:
        betrokkene, mandaat = inzage.zaak.betrokkene, inzage.mandaat
        begin = {
            "wijze": wijze_voor(inzage.beoordeling, betrokkene.email), "email": betrokkene.email,
            "groot": betrokkene.groot, "adres": mandaat.adres, "postcode_plaats": mandaat.postcode_plaats,
        }  # fmt: skip
        super().__init__(data, prefix="f", initial=begin)
        self.was = begin["wijze"]
        gezegd = inzage.beoordeling.zaak.van_een((JA, NEE))
        self.zei_ja = bool(gezegd) and gezegd[-1].soort == JA
        if mandaat.rol == "vertegenwoordiger":
            self.fields["adres"] = Tekstveld(Veldwoord(
                Woord("Uw eigen straat en huisnummer (mag leeg)", "Your own street and number (may stay empty)"),
                Woord("Dan krijgt u van elke brief een kopie.", "Then you get a copy of every letter."),
            ))  # fmt: skip
            self.fields["adres"].aanvullen = "address-line1"  # type: ignore[attr-defined]
            self.fields["postcode_plaats"] = Tekstveld(
                Veldwoord(Woord("Uw eigen postcode en woonplaats (mag leeg)", "Your own postcode and town (optional)"))
            )

    def clean(self) -> dict[str, Any]:
        gegeven = dict(super().clean() or {})
        if gegeven.get("wijze") not in (None, PAPIER) and not gegeven.get("email") and "email" not in self.errors:
            self.add_error("email", _("Vul uw e-mailadres in. Anders weet u niet dat er iets voor u is."))
        if bool(gegeven.get("adres")) != bool(gegeven.get("postcode_plaats")) and "adres" in self.fields:
            leeg = "postcode_plaats" if gegeven.get("adres") else "adres"
            self.add_error(leeg, _("Vul het hele adres in, of laat alles leeg."))
        return gegeven

    def velden(self) -> list[forms.BoundField]:
        """The fields for the page."""
        return list(self)

    def feiten(self, vandaag: str) -> list[dict[str, Any]]:
        """What is said anew about the channel; nothing when it stays as it was."""
        wijze = self.cleaned_data["wijze"]
        if wijze == PAPIER:
            return [{"soort": NEE, "datum": vandaag}] if self.zei_ja else []
        return [] if wijze == self.was else [{"soort": JA, "datum": vandaag, "wijze": wijze}]


@require_http_methods(["GET", "HEAD", "POST"])
def postwijze(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """Choose, and see what holds now. Raises `NietGevonden` for a role that has no say in it."""
    inzage = open_zaak(verzoek, zaak_id, "hoe brieven komen")
    if JA not in ROLLEN[inzage.mandaat.rol].feiten:
        raise NietGevonden
    if verzoek.method != "POST":
        return _toon(verzoek, inzage, Postformulier(None, inzage))
    formulier = Postformulier(verzoek.POST, inzage)
    if not formulier.is_valid():
        return _toon(verzoek, inzage, formulier, veldfouten(formulier))
    if not _ja(formulier, verzoek):
        zin = _("Kruis aan dat u dit echt wilt. Of kies voor papier.")
        return _toon(verzoek, inzage, formulier, [("ja", zin)])
    return _bewaar(verzoek, inzage, formulier)


def _ja(formulier: Postformulier, verzoek: HttpRequest) -> bool:
    """Was the yes said that is needed for what is new?"""
    wijze = formulier.cleaned_data["wijze"]
    return wijze in (PAPIER, formulier.was) or verzoek.POST.get("ja") == "ja"


def _bewaar(verzoek: HttpRequest, inzage: Inzage, formulier: Postformulier) -> HttpResponse:
    gegeven = formulier.cleaned_data
    feiten = formulier.feiten(wie(verzoek).vandaag.isoformat())
    if feiten:
        try:
            uit = leg_vast(verzoek, inzage.zaak.pk, feiten)
        except CasusFout as fout:
            return _toon(verzoek, inzage, formulier, [("", f.tekst) for f in fout.fouten])
        if isinstance(uit, HttpResponse):
            return uit
    mens = Betrokkene.objects.filter(pk=inzage.zaak.betrokkene_id)
    mens.update(email=gegeven["email"], groot=gegeven["groot"])
    if "adres" in gegeven:
        eigen = {naam: gegeven[naam] for naam in ("adres", "postcode_plaats")}
        Mandaat.objects.filter(pk=inzage.mandaat.pk).update(**eigen)
    antwoord = redirect("mijn:postwijze", inzage.zaak.pk)
    antwoord["Location"] += "?klaar"
    return antwoord


def _toon(verzoek: HttpRequest, inzage: Inzage, formulier: Postformulier, fouten: Any = ()) -> HttpResponse:
    return pagina(
        verzoek, "mijn/postwijze.html", inzage, "post", 422 if fouten else 200, formulier=formulier,
        fouten=list(fouten), fout=dict(fouten), klaar="klaar" in verzoek.GET and not fouten,
        gezien=verzoek.POST.get("gezien") or inzage.zaak.versie, ja=verzoek.POST.get("ja"),
    )  # fmt: skip
