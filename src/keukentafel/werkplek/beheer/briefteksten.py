"""The municipality's own words in letters: dated, beside the text that the law asks for, which stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from keukentafel.brieven.gemeente import BRIEVEN, aanhef, als_pdf
from keukentafel.brieven.gemeente.eigen import ALGEMEEN, SOORT, afzenders
from keukentafel.brieven.gemeente.model import EIGEN_WOORDEN, Opgesteld
from keukentafel.brieven.gemeente.voorbeelden import ONTVANGER, voorbeeldbrief
from keukentafel.dossier.instellingen import geldend, reeks, voeg_toe
from keukentafel.dossier.woorden import Woord
from keukentafel.werkplek.beheer.begin import Plek, plek
from keukentafel.werkplek.beheer.formulier import Beheerformulier, dag, tekst, toon

ONDERTEKENAAR = "Sanne de Boer"
"""Who signs the preview: a made-up name."""


@require_safe
def lijst(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """Every letter, and whether it holds own words today."""
    hier = plek(verzoek, gemeente)
    eigen = geldend(hier.gemeente, SOORT, hier.vandaag)
    rijen = [{"naam": n, "titel": Woord(*b.titel), "eigen": eigen.get(n)} for n, b in BRIEVEN.items()]
    return toon(verzoek, "brieven", gemeente=hier.gemeente, rijen=rijen, woorden=eigen.get(ALGEMEEN))


@require_http_methods(["GET", "HEAD", "POST"])
def algemeen(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """Names and places that every letter uses."""
    hier = plek(verzoek, gemeente)
    rij = geldend(hier.gemeente, SOORT, hier.vandaag).get(ALGEMEEN)
    velden: dict[str, Any] = {n: tekst(Woord(*w), verplicht=False) for n, w in EIGEN_WOORDEN.items()}
    velden["vanaf"] = dag()
    begin = (dict(rij.waarde) if rij else {}) | {"vanaf": hier.vandaag.isoformat()}
    formulier = Beheerformulier(verzoek.POST or None, velden, begin, hier.vandaag)
    if verzoek.method == "POST" and formulier.is_valid():
        _bewaar(hier, ALGEMEEN, formulier, tuple(EIGEN_WOORDEN))
        return redirect("beheer:brieven", gemeente=gemeente)
    eerder = list(reeks(hier.gemeente, SOORT, ALGEMEEN))[::-1]
    return toon(verzoek, "woorden", formulier, gemeente=hier.gemeente, eerder=eerder)


@require_http_methods(["GET", "HEAD", "POST"])
def brief(verzoek: HttpRequest, gemeente: str, naam: str) -> HttpResponse:
    """Own paragraphs in one letter, with the letter as it then reads. Raises Http404."""
    hier = plek(verzoek, gemeente)
    if naam not in BRIEVEN:
        raise Http404
    rij = geldend(hier.gemeente, SOORT, hier.vandaag).get(naam)
    begin = (dict(rij.waarde) if rij else {}) | {"vanaf": hier.vandaag.isoformat()}
    formulier = Beheerformulier(verzoek.POST or None, _velden(), begin, hier.vandaag)
    geldig = verzoek.method == "POST" and formulier.is_valid()
    if geldig and verzoek.POST.get("actie") == "bewaar":
        _bewaar(hier, naam, formulier, ("nl", "en"))
        return redirect("beheer:brieven", gemeente=gemeente)
    context = {"titel": Woord(*BRIEVEN[naam].titel), "naam": naam, "proef": geldig}
    context |= {"eerder": list(reeks(hier.gemeente, SOORT, naam))[::-1]}
    context |= _vertoning(hier, naam, formulier.cleaned_data if geldig else None)
    return toon(verzoek, "brief", formulier, gemeente=hier.gemeente, **context)


@require_safe
def voorbeeld(verzoek: HttpRequest, gemeente: str, naam: str) -> HttpResponse:
    """The letter with the words of a day (`?op=`, else today), as PDF in a made-up case; `?groot=ja` in large print.

    Raises Http404.
    """
    hier = plek(verzoek, gemeente)
    if naam not in BRIEVEN:
        raise Http404
    try:
        hier = replace(hier, vandaag=date.fromisoformat(verzoek.GET.get("op") or hier.vandaag.isoformat()))
    except ValueError:
        raise Http404 from None
    inhoud = als_pdf(_brieven(hier, naam)[0], ONTVANGER, groot=verzoek.GET.get("groot") == "ja")
    kop = {"Content-Disposition": f'inline; filename="voorbeeld-{naam}.pdf"'}
    return HttpResponse(inhoud, content_type="application/pdf", headers=kop)


def _velden() -> dict[str, Any]:
    hulp = Woord(
        "Komt onderaan de brief, vóór de groet. Een lege regel begint een nieuwe alinea. Leeg: geen eigen tekst.",
        "Comes at the end of the letter, before the greeting. An empty line starts a paragraph. Empty: no own text.",
    )
    engels = Woord("Leeg: de Nederlandse tekst staat er ook.", "Empty: the Dutch text is shown there too.")
    return {
        "nl": tekst(Woord("Eigen tekst, Nederlands", "Own text, Dutch"), hulp, lang=True, verplicht=False),
        "en": tekst(
            Woord("Eigen tekst, Engels (leesversie)", "Own text, English"), engels, lang=True, verplicht=False
        ),
        "vanaf": dag(),
    }  # fmt: skip


def _bewaar(hier: Plek, naam: str, formulier: Beheerformulier, velden: tuple[str, ...]) -> None:
    gegeven = formulier.cleaned_data
    waarde = {veld: gegeven[veld] for veld in velden}
    voeg_toe(hier.gemeente, SOORT, naam, waarde, vanaf=gegeven["vanaf"], door=hier.wie)


def _brieven(hier: Plek, naam: str, eigen: dict[str, Any] | None = None) -> list[Opgesteld]:
    """The letter in a made-up case, with the words of today or with these."""
    van = afzenders(hier.gemeente, hier.vandaag, ONDERTEKENAAR)[naam]
    if eigen is not None:
        van = van._replace(alineas={taal: eigen[taal] for taal in ("nl", "en")})
    return voorbeeldbrief(naam, van)


def _vertoning(hier: Plek, naam: str, eigen: dict[str, Any] | None) -> dict[str, Any]:
    nl, en = _brieven(hier, naam, eigen)
    gekozen = en if (get_language() or "nl").startswith("en") else nl
    return {"brief": gekozen, "aanhef": aanhef(ONTVANGER, gekozen.taal)}
