"""The letter pages: which letters there are, one letter to change and take along. Nothing is kept in between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST

from keukentafel import brieven
from keukentafel.brieven import pdf
from keukentafel.brieven.maken import brief as declaratie
from keukentafel.portaal.brief.invoer import Formulier, Zaak, beginwaarden, lees_formulier, lees_zaak
from keukentafel.portaal.brief.velden import AFZENDER, BRIEF, GEMEENTE, Veld
from keukentafel.portaal.kader import begrens

_UIT: dict[str, tuple[str, Callable[[brieven.Concept], bytes]]] = {
    "pdf": ("application/pdf", brieven.als_pdf),
    "groot.pdf": ("application/pdf", lambda concept: brieven.als_pdf(concept, groot=True)),
    "txt": ("text/plain; charset=utf-8", lambda concept: brieven.als_tekst(concept).encode()),
    "eml": ("message/rfc822", brieven.als_eml),
}


@require_http_methods(["GET", "HEAD", "POST"])
def overzicht(verzoek: HttpRequest) -> HttpResponse:
    """Every letter and when it fits; with a case, which fit it now and which from a later day."""
    zaak, fouten = lees_zaak(verzoek.POST, _vandaag())
    taal = get_language() or "nl"
    if zaak.casus and zaak.beoordeling:
        alle = brieven.aanbod(zaak.beoordeling, zaak.casus, _vandaag(), taal)
        aanbod = [a for a in alle if a.naam not in zaak.eerst]
        inhoud: dict[str, Any] = {
            "nu": [a for a in aanbod if a.kan and not a.altijd],
            "later": [a for a in aanbod if not a.kan],
            "altijd": [a for a in aanbod if a.kan and a.altijd],
        }
    else:
        inhoud = {"momenten": _alle(taal)}
    inhoud |= {"zaak": zaak, "fouten": fouten}
    return _toon(verzoek, "brief/overzicht.html", inhoud, status=422 if fouten else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def brief(verzoek: HttpRequest, naam: str) -> HttpResponse:
    """One letter: asked for with a case it comes filled in, without one it has open places."""
    _bestaat(naam)
    zaak, fouten = lees_zaak(verzoek.POST, _vandaag())
    formulier = lees_formulier(verzoek.POST)
    formulier.fouten += fouten
    try:
        return _briefpagina(verzoek, naam, zaak, formulier)
    except brieven.BriefKanNogNiet as nee:
        return _nog_niet(verzoek, nee, zaak)


@require_POST
@begrens("pdf", 30, per=60)
def download(verzoek: HttpRequest, naam: str, soort: str) -> HttpResponse:
    """The letter as it stands in the form, as a file. A mistake brings the form back, with everything in it."""
    _bestaat(naam)
    if soort not in _UIT:
        raise Http404
    zaak, fouten = lees_zaak(verzoek.POST, _vandaag())
    formulier = lees_formulier(verzoek.POST)
    formulier.fouten += fouten
    try:
        if formulier.fouten:
            return _briefpagina(verzoek, naam, zaak, formulier)
        concept = formulier.toegepast(_basis(naam, zaak, formulier))
    except brieven.BriefKanNogNiet as nee:
        return _nog_niet(verzoek, nee, zaak, status=409)
    mime, maak = _UIT[soort]
    kop = {"Content-Disposition": f'attachment; filename="brief-{naam}.{soort}"', "Cache-Control": "no-store"}
    return HttpResponse(maak(concept), content_type=mime, headers=kop)


def _toon(verzoek: HttpRequest, sjabloon: str, inhoud: dict[str, Any], status: int) -> HttpResponse:
    """The page; who comes from a kept case is in already, and is not asked to log in."""
    return render(verzoek, sjabloon, inhoud | ({"inloggen": ""} if inhoud["zaak"].uit else {}), status=status)


def _vandaag() -> date:
    return timezone.localdate()


def _bestaat(naam: str) -> None:
    if naam not in brieven.ALLE:
        raise Http404


def _basis(naam: str, zaak: Zaak, formulier: Formulier, taal: str = "nl") -> brieven.Concept:
    if naam in zaak.eerst:
        raise brieven.BriefKanNogNiet(naam, None)
    return brieven.concept(
        naam, zaak.beoordeling, zaak.casus, formulier.afzender(), _vandaag(), taal, zaak.niet_onderzocht
    )


def _briefpagina(verzoek: HttpRequest, naam: str, zaak: Zaak, formulier: Formulier) -> HttpResponse:
    taal = get_language() or "nl"
    soort = declaratie(naam)
    basis = _basis(naam, zaak, formulier)
    concept = formulier.toegepast(basis)
    waarden = {**beginwaarden(basis, zaak), **formulier.waarden}
    fout_bij = dict(formulier.fouten)
    inhoud = {
        "brief": soort,
        "titel": soort.titel.in_taal(taal),
        "wanneer": soort.wanneer.in_taal(taal),
        "tips": [tip.in_taal(taal) for tip in soort.tips],
        "bron": concept.bronnen,
        "zaak": zaak,
        "fouten": formulier.fouten,
        "afzender": _getoond(AFZENDER, waarden, fout_bij),
        "gemeente": _getoond(GEMEENTE, waarden, fout_bij),
        "tekstvelden": _getoond(BRIEF, waarden, fout_bij),
        "concept": concept,
        "voorbeeld": formulier.geschreven and not formulier.fouten,
        "leesversie": _basis(naam, zaak, formulier, "en") if taal == "en" else None,
    }
    if not formulier.fouten:
        alles = brieven.als_tekst(concept)
        inhoud |= {
            "open_plekken": brieven.open_plekken(concept),
            "niet_op_papier": pdf.niet_toonbaar(alles),
            "plaats_en_dag": brieven.plaats_en_dag(concept),
        }
    return _toon(verzoek, "brief/brief.html", inhoud, status=422 if formulier.fouten else 200)


def _nog_niet(verzoek: HttpRequest, nee: brieven.BriefKanNogNiet, zaak: Zaak, status: int = 200) -> HttpResponse:
    """No text is given: from which day it will be, or that the case gives no reason for this letter."""
    taal = get_language() or "nl"
    soort = declaratie(nee.naam)
    assert zaak.casus is not None and zaak.beoordeling is not None
    aanbod = brieven.aanbod_van(nee.naam, zaak.beoordeling, zaak.casus, _vandaag(), taal)
    inhoud = {
        "titel": soort.titel.in_taal(taal),
        "wanneer": soort.wanneer.in_taal(taal),
        "aanbod": aanbod,
        "eerst": zaak.eerst.get(nee.naam),
        "zaak": zaak,
    }
    return _toon(verzoek, "brief/nog_niet.html", inhoud, status=status)


def _getoond(velden: tuple[Veld, ...], waarden: dict[str, str], fout_bij: dict[str, str]) -> list[dict[str, Any]]:
    return [{"v": v, "waarde": waarden.get(v.naam, ""), "fout": fout_bij.get(v.naam, "")} for v in velden]


def _alle(taal: str) -> list[dict[str, Any]]:
    """All letters, grouped by the moment they belong to."""
    return [
        {
            "titel": moment.titel.in_taal(taal),
            "brieven": [
                {"naam": b.naam, "titel": b.titel.in_taal(taal), "wanneer": b.wanneer.in_taal(taal)} for b in groep
            ],
        }
        for moment, groep in groupby(_op_volgorde(), key=lambda b: b.moment)
    ]


def _op_volgorde() -> list[brieven.Brief]:
    volgorde = list(brieven.Moment)
    return sorted(brieven.ALLE.values(), key=lambda b: volgorde.index(b.moment))
