"""Reporting a need in steps: one question a page, saved as one goes on, and a case once it is sent."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from keukentafel.dossier import eigen_ruimte, mandaten
from keukentafel.dossier.formulieren import Feitformulier
from keukentafel.dossier.formuliervelden import Emailveld, Janeeveld
from keukentafel.dossier.instellingen import team_voor_melding
from keukentafel.dossier.models import Mandaat, Team, Zaak
from keukentafel.dossier.toegang import Persoon
from keukentafel.dossier.vastleggen import open_zaak
from keukentafel.dossier.woorden import Veldwoord, Woord
from keukentafel.portaal.mijn.meekijken import ROLWOORD
from keukentafel.portaal.mijn.postwijze import EMAIL
from keukentafel.portaal.mijn.samen import DEUR, EIGEN, wie
from keukentafel.portaal.mijn.uitgaand import berichten
from keukentafel.portaal.watnu.woorden import leefgebied
from keukentafel.procedure import CasusFout

MELDING: Final = "melding"
SOORT: Final = "melding_ontvangen"
STAPPEN: Final = (
    ("hulpvragen", gettext_lazy("Wat lukt niet meer?")), ("spoed", gettext_lazy("Is er haast bij?")),
    ("hulp", gettext_lazy("Hulp en berichten")), ("nakijken", gettext_lazy("Nakijken en versturen")),
)  # fmt: skip
NAMEN: Final = tuple(naam for naam, _titel in STAPPEN)
MEESTE: Final = 8


class Hulpformulier(forms.Form):
    """Two questions that belong to a melding but are facts of their own."""

    ondersteuner = Janeeveld(
        Veldwoord(
            Woord("Wilt u hulp van een cliëntondersteuner?", "Do you want help from a supporter?"),
            Woord(
                "Die staat naast u, is onafhankelijk en kost niets.",
                "A supporter stands beside you, is independent and costs nothing.",
            ),
            Woord(
                "De gemeente moet u op deze hulp wijzen (Wmo 2015, art. 2.3.2).",
                "The municipality must tell you about this help (Wmo 2015, art. 2.3.2).",
            ),
        )
    )
    digitaal = Janeeveld(
        Veldwoord(
            Woord("Wilt u berichten van de gemeente op deze website?", "Do you want messages on this website?"),
            Woord("Zegt u nee, dan krijgt u brieven op papier.", "If you say no, you get letters on paper."),
            Woord(
                "Dit mag alleen als u uitdrukkelijk ja zegt. U kunt het altijd weer veranderen (Awb art. 2:8).",
                "This is only allowed if you expressly say yes. You can always change it (Awb art. 2:8).",
            ),
        )
    )

    email = Emailveld(EMAIL)

    def clean(self) -> dict[str, Any]:
        gegeven = dict(super().clean() or {})
        if gegeven.get("digitaal") and not gegeven.get("email") and "email" not in self.errors:
            self.add_error("email", _("Vul uw e-mailadres in. Anders weet u niet dat er iets voor u is."))
        return gegeven

    def foutlijst(self) -> list[tuple[str, str]]:
        """Every error with the id of its field."""
        return [(self[naam].id_for_label, str(tekst)) for naam in self.fields for tekst in self.errors.get(naam, ())]


def voor_wie(persoon: Persoon) -> list[Mandaat]:
    """For whom this person can report a need: the mandates as resident or representative."""
    return [m for m in persoon.mandaten if m.rol in EIGEN and m.betrokkene_id is not None and m.zaak_id is None]


@require_http_methods(["GET", "HEAD", "POST"])
def begin(verzoek: HttpRequest) -> HttpResponse:
    """Go on where one was, or begin: for whom, when there is a choice. Raises Http404 for who can report for nobody."""
    persoon = wie(verzoek)
    eigen = voor_wie(persoon)
    if not eigen:
        raise Http404
    if verzoek.method == "POST" and verzoek.POST.get("actie") == "weg":
        eigen_ruimte.wis_concept(persoon, MELDING)
        return redirect("mijn:start")
    half = eigen_ruimte.concept(persoon, MELDING)
    if half is not None:
        return redirect("mijn:melding_stap", eigen_ruimte.geschreven(half).get("stap", NAMEN[0]))
    gekozen = verzoek.POST.get("voor", "")
    if len(eigen) == 1:
        return redirect("mijn:melding_stap", NAMEN[0])
    if gekozen in {str(m.pk) for m in eigen}:
        eigen_ruimte.bewaar_concept(persoon, MELDING, {"mandaat": int(gekozen), "stap": NAMEN[0], "velden": {}})
        return redirect("mijn:melding_stap", NAMEN[0])
    fouten = [("voor", _("Kies voor wie u dit meldt."))] if verzoek.method == "POST" else []
    return render(
        verzoek, "mijn/melding_voor.html", {"mandaten": eigen, "fouten": fouten, "paginastaat": {}},
        status=422 if fouten else 200,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def stap(verzoek: HttpRequest, naam: str) -> HttpResponse:
    """One step. Raises Http404 for a step that is not there."""
    if naam not in NAMEN:
        raise Http404
    persoon = wie(verzoek)
    half = eigen_ruimte.concept(persoon, MELDING)
    inhoud = eigen_ruimte.geschreven(half) or _nieuw(persoon)
    mandaat = _mandaat(persoon, inhoud)
    if mandaat is None:
        eigen_ruimte.wis_concept(persoon, MELDING)
        return redirect("mijn:melding")
    if verzoek.method != "POST":
        return _toon(verzoek, naam, inhoud, mandaat, _formulier(naam, inhoud, persoon, _email(mandaat)))
    if naam == NAMEN[-1]:
        return _verstuur(verzoek, persoon, inhoud, mandaat)
    formulier = _formulier(naam, inhoud, persoon, _email(mandaat), verzoek.POST)
    assert formulier is not None
    if not _in_orde(naam, formulier, strikt=verzoek.POST.get("actie") == "volgende"):
        return _toon(verzoek, naam, inhoud, mandaat, formulier)
    return _verder(verzoek, naam, persoon, _neem_op(naam, inhoud, formulier))


def _nieuw(persoon: Persoon) -> dict[str, Any]:
    """A report that nothing was typed in yet; kept with its first answer. Who has a choice makes it first."""
    eigen = voor_wie(persoon)
    return {"mandaat": eigen[0].pk, "velden": {}} if len(eigen) == 1 else {}


def _mandaat(persoon: Persoon, inhoud: dict[str, Any]) -> Mandaat | None:
    return next((m for m in voor_wie(persoon) if m.pk == inhoud.get("mandaat")), None)


def _email(mandaat: Mandaat) -> str:
    return mandaat.betrokkene.email if mandaat.betrokkene is not None else ""


def _formulier(naam: str, inhoud: dict[str, Any], persoon: Persoon, email: str, data: Any = None) -> Any:
    velden = inhoud.get("velden", {})
    if naam == "hulp":
        return Hulpformulier(data, prefix="f", initial={"email": email} | (inhoud.get("hulp") or {}))
    if naam == "nakijken":
        return None
    gevraagd = ("behoeften", "toelichting") if naam == "hulpvragen" else ("spoed",)
    rijen = min(int(inhoud.get("rijen", 2)), MEESTE)
    return Feitformulier(data, soort=SOORT, vandaag=persoon.vandaag, velden=gevraagd, begin=velden, rijen=rijen)


def _in_orde(naam: str, formulier: Any, *, strikt: bool) -> bool:
    formulier.is_valid()
    if strikt and naam == "hulpvragen" and not formulier.errors and not formulier.als_feit().get("behoeften"):
        formulier.add_error("behoeften-0-vraag", _("Schrijf op wat niet meer lukt. Eén zin is genoeg."))
    return not formulier.errors


def _neem_op(naam: str, inhoud: dict[str, Any], formulier: Any) -> dict[str, Any]:
    if naam == "hulp":
        return inhoud | {"hulp": formulier.cleaned_data}
    feit = {n: w for n, w in formulier.als_feit().items() if n not in ("soort", "datum")}
    blijft = {n: w for n, w in inhoud.get("velden", {}).items() if n not in formulier.vormen}
    return inhoud | {"velden": blijft | feit}


def _verder(verzoek: HttpRequest, naam: str, persoon: Persoon, inhoud: dict[str, Any]) -> HttpResponse:
    """Keep the answer and go where the button says."""
    actie, plek = verzoek.POST.get("actie", ""), NAMEN.index(naam)
    if actie == "rij":
        inhoud["rijen"] = min(int(inhoud.get("rijen", 2)) + 1, MEESTE)
    naar = {"volgende": plek + 1, "vorige": max(plek - 1, 0)}.get(actie, plek)
    eigen_ruimte.bewaar_concept(persoon, MELDING, inhoud | {"stap": NAMEN[naar]})
    return redirect("mijn:start") if actie == "bewaren" else redirect("mijn:melding_stap", NAMEN[naar])


def _toon(
    verzoek: HttpRequest, naam: str, inhoud: dict[str, Any], mandaat: Mandaat, formulier: Any, los: Any = ()
) -> HttpResponse:
    fouten = [*los, *(formulier.foutlijst() if formulier is not None and formulier.is_bound else [])]
    plek = NAMEN.index(naam)
    stappen = [
        {"titel": titel, "staat": "gedaan" if nr < plek else "hier" if nr == plek else "straks"}
        for nr, (_naam, titel) in enumerate(STAPPEN)
    ]
    context = {
        "stap": naam, "titel": STAPPEN[plek][1], "stappen": stappen, "formulier": formulier, "fouten": fouten,
        "eerste": plek == 0, "rijen": min(int(inhoud.get("rijen", 2)), MEESTE), "meeste": MEESTE,
        "velden": inhoud.get("velden", {}), "behoeften": _behoeften(inhoud),
        "hulp": inhoud.get("hulp") or {}, "gemeente": mandaat.gemeente,
        "namens": mandaat.rol == "vertegenwoordiger", "paginastaat": {}, **_mee(wie(verzoek), mandaat),
    }  # fmt: skip
    return render(verzoek, "mijn/melding.html", context, status=422 if fouten else 200)


def _behoeften(inhoud: dict[str, Any]) -> list[dict[str, Any]]:
    """The needs as they were typed, each with its area of life in words."""
    rijen = inhoud.get("velden", {}).get("behoeften") or ()
    return [{**rij, "gebied": leefgebied(rij["leefgebied"]) if rij.get("leefgebied") else ""} for rij in rijen]


def _mee(persoon: Persoon, mandaat: Mandaat) -> dict[str, Any]:
    """For whom this is, and who looks along in the case that comes of it, with the page where that can be ended."""
    betrokkene = mandaat.betrokkene
    if betrokkene is None:
        return {}
    naasten = mandaten.naasten(betrokkene, mandaat.gemeente_id, persoon.vandaag)
    ander = [m for m in naasten if m.gebruiker_id != persoon.gebruiker.pk]
    eerder = Zaak.objects.filter(betrokkene=betrokkene, gemeente=mandaat.gemeente).order_by("-begonnen_op").first()
    return {
        "naam": betrokkene.naam, "mee": [(m.gebruiker.naam, str(ROLWOORD[m.rol]).lower()) for m in ander],
        "mee_adres": reverse("mijn:meekijken", args=[eerder.pk]) if eerder else "",
    }  # fmt: skip


def _verstuur(verzoek: HttpRequest, persoon: Persoon, inhoud: dict[str, Any], mandaat: Mandaat) -> HttpResponse:
    """Make the case out of what was typed."""
    if verzoek.POST.get("actie") == "vorige":
        return _verder(verzoek, NAMEN[-1], persoon, inhoud)
    if not inhoud.get("velden", {}).get("behoeften"):
        return redirect("mijn:melding_stap", NAMEN[0])
    betrokkene = mandaat.betrokkene
    assert betrokkene is not None
    hulp = inhoud.get("hulp") or {}
    if hulp.get("digitaal") and hulp.get("email"):
        betrokkene.email = hulp["email"]
        betrokkene.save(update_fields=("email",))
    try:
        uit = open_zaak(
            mandaat.gemeente, betrokkene, _feiten(persoon, inhoud, mandaat), wie=persoon, deur=DEUR,
            team=_team(mandaat, persoon.vandaag), berichten=berichten(),
        )  # fmt: skip
    except CasusFout as fout:
        return _toon(verzoek, NAMEN[-1], inhoud, mandaat, None, [("", f.tekst) for f in fout.fouten])
    eigen_ruimte.wis_concept(persoon, MELDING)
    return redirect("mijn:bewijs", uit.zaak.pk, 1)


def _feiten(persoon: Persoon, inhoud: dict[str, Any], mandaat: Mandaat) -> list[dict[str, Any]]:
    dag = {"datum": persoon.vandaag.isoformat()}
    namens = {"namens": True} if mandaat.rol == "vertegenwoordiger" else {}
    feiten = [{"soort": SOORT, **dag, "kanaal": "web", **namens, **inhoud["velden"]}]
    hulp = inhoud.get("hulp") or {}
    extra = (("ondersteuner", "clientondersteuner_gevraagd"), ("digitaal", "elektronisch_bereikbaar_verklaard"))
    return feiten + [{"soort": soort, **dag} for naam, soort in extra if hulp.get(naam)]


def _team(mandaat: Mandaat, dag: date) -> Team | None:
    """The team that knows this person, else the one for new reports: a new case is on somebody's list."""
    eerder = Zaak.objects.filter(betrokkene=mandaat.betrokkene, team__isnull=False).order_by("-begonnen_op").first()
    return eerder.team if eerder is not None else team_voor_melding(mandaat.gemeente, dag)
