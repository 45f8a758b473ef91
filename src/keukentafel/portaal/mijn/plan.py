"""The personal plan along a-g in own words: saved as one types, handed in with proof (Wmo 2.3.2 lid 2 and 4)."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from keukentafel.dossier import eigen_ruimte
from keukentafel.dossier.inzage import Inzage
from keukentafel.dossier.rechten import ROLLEN
from keukentafel.dossier.toegang import NietGevonden
from keukentafel.dossier.woorden import Woord
from keukentafel.portaal.mijn.beeld import beeld
from keukentafel.portaal.mijn.samen import leg_vast, open_zaak, pagina, wie
from keukentafel.procedure import CasusFout

PLAN: Final = "plan"
SOORT: Final = "persoonlijk_plan_ontvangen"
LANGST: Final = 5000
DELEN: Final = (
    (
        "a", Woord("Wat heb ik nodig, en wat vind ik belangrijk?", "What do I need, and what matters to me?"),
        Woord("Vertel over uzelf, uw gezondheid en hoe u wilt leven.", "Tell about yourself and your wishes."),
    ),
    (
        "b", Woord("Wat kan ik zelf, of samen met mijn huisgenoten?", "What can I do myself, or with my household?"),
        Woord("Ook wat u vroeger zelf deed en nu niet meer lukt.", "Also what you used to do and no longer can."),
    ),
    (
        "c", Woord("Wat doen familie, vrienden of buren?", "What do family, friends or neighbours do?"),
        Woord("En wat kunnen zij niet of niet meer?", "And what can they not, or no longer, do?"),
    ),
    (
        "d", Woord("Wat heeft mijn mantelzorger nodig?", "What does my carer need?"),
        Woord("Bijvoorbeeld een vrije dag, of hulp bij het regelen.", "For example a day off, or help with arranging."),
    ),
    (
        "e", Woord("Wat is er in de buurt dat mij kan helpen?", "What is there nearby that can help me?"),
        Woord("Bijvoorbeeld een buurthuis, maaltijden of vervoer.", "For example a centre, meals or transport."),
    ),
    (
        "f", Woord("Welke andere hulp heb ik al?", "What other help do I have?"),
        Woord("Van de dokter, de zorgverzekeraar, school of werk.", "From the doctor, health insurer, school or work."),
    ),
    (
        "g", Woord("Wat wil ik weten over de kosten?", "What do I want to know about the costs?"),
        Woord("De eigen bijdrage rekent het CAK uit.", "The CAK works out your own contribution."),
    ),
)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def plan(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """Write, save, hand in. Raises `NietGevonden` for a role that hands in no plan."""
    inzage = open_zaak(verzoek, zaak_id, "persoonlijk plan")
    if SOORT not in ROLLEN[inzage.mandaat.rol].feiten:
        raise NietGevonden
    persoon = wie(verzoek)
    if verzoek.method != "POST":
        half = eigen_ruimte.concept(persoon, PLAN, inzage.zaak)
        bewaard = half.bewaard_op if half is not None else None
        return _toon(verzoek, inzage, eigen_ruimte.geschreven(half), bewaard=bewaard)
    tekst = {letter: verzoek.POST.get(letter, "").replace("\r\n", "\n").strip() for letter, _kop, _hulp in DELEN}
    fouten = [
        (letter, _("Dit is te lang. Gebruik hoogstens %(aantal)s tekens.") % {"aantal": LANGST})
        for letter, inhoud in tekst.items() if len(inhoud) > LANGST
    ]  # fmt: skip
    if fouten:
        return _toon(verzoek, inzage, tekst, fouten)
    half = eigen_ruimte.bewaar_concept(persoon, PLAN, tekst, inzage.zaak)
    if verzoek.headers.get("X-Bewaren") == "1":
        return HttpResponse(status=204)
    if verzoek.POST.get("actie") != "inleveren":
        return _toon(verzoek, inzage, tekst, bewaard=half.bewaard_op)
    return _lever_in(verzoek, inzage, tekst)


def _lever_in(verzoek: HttpRequest, inzage: Inzage, tekst: dict[str, str]) -> HttpResponse:
    if not any(tekst.values()):
        return _toon(verzoek, inzage, tekst, [("a", _("Uw plan is nog leeg. Schrijf bij minstens één vraag iets op."))])
    behoeften = [{"id": str(regel["id"])} for regel in beeld(inzage).dossier.behoeften]
    persoon = wie(verzoek)
    feit: dict[str, Any] = {"soort": SOORT, "datum": persoon.vandaag.isoformat(), "toelichting": als_tekst(tekst)}
    try:
        uit = leg_vast(verzoek, inzage.zaak.pk, feit | ({"behoeften": behoeften} if behoeften else {}))
    except CasusFout as fout:
        return _toon(verzoek, inzage, tekst, [("", f.tekst) for f in fout.fouten])
    if isinstance(uit, HttpResponse):
        return uit
    eigen_ruimte.wis_concept(persoon, PLAN, inzage.zaak)
    return redirect("mijn:bewijs", inzage.zaak.pk, uit.feiten[0].nr)


def als_tekst(tekst: dict[str, str]) -> str:
    """The plan as it is kept: every answer under its question."""
    return "\n\n".join(f"{letter}. {kop.nl}\n{tekst[letter]}" for letter, kop, _hulp in DELEN if tekst.get(letter))


def _toon(
    verzoek: HttpRequest, inzage: Inzage, tekst: dict[str, str], fouten: Any = (), bewaard: Any = None
) -> HttpResponse:
    b = beeld(inzage)
    delen = [
        {"letter": letter, "kop": kop, "hulp": hulp, "tekst": tekst.get(letter, ""), "fout": dict(fouten).get(letter)}
        for letter, kop, hulp in DELEN
    ]
    ingeleverd = [feit for feit in inzage.rijen if feit.soort == SOORT]
    return pagina(
        verzoek, "mijn/plan.html", inzage, "plan", 422 if fouten else 200, delen=delen, fouten=list(fouten),
        bewaard=bewaard, tot=b.uiterlijk("persoonlijk_plan"), vandaag=b.vandaag,
        ingeleverd=ingeleverd, langst=LANGST, gezien=verzoek.POST.get("gezien") or inzage.zaak.versie,
    )  # fmt: skip
