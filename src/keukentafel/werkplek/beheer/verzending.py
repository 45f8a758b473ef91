"""What goes out: how each way is doing, and what is stuck. No name, no number of a case, no word of a letter."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from keukentafel.brieven.gemeente import BRIEVEN
from keukentafel.dossier.models import Gemeente, Uitgaand
from keukentafel.dossier.outbox import GEEN_ADRES, VAST, opnieuw, vastgelopen
from keukentafel.dossier.woorden import Woord
from keukentafel.werkplek.beheer.begin import Plek, plek
from keukentafel.werkplek.beheer.formulier import toon

KANALEN = {
    "print": Woord("Op papier", "On paper"),
    "email": Woord("Per e-mail", "By e-mail"),
    "portaal": Woord("Op de eigen pagina", "On their own page"),
}
_HOOGSTENS = 100


@require_http_methods(["GET", "HEAD", "POST"])
def lijst(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """The state of each way and the list of what is stuck; a post tries one again, or all."""
    hier = plek(verzoek, gemeente)
    vast = _van(hier, vastgelopen())
    if verzoek.method == "POST":
        antwoord = redirect("beheer:verzending", gemeente=gemeente)
        antwoord["Location"] += f"?opnieuw={_probeer(vast, verzoek.POST.get('bericht', ''))}"
        return antwoord
    gevraagd = verzoek.GET.get("opnieuw", "")
    rijen = [
        {
            "bericht": b,
            "soort": _soort(b.soort),
            "kanaal": KANALEN[b.kanaal],
            "team": b.zaak.team,
            "adresloos": b.fout == GEEN_ADRES,
        }
        for b in vast.select_related("zaak__team")[:_HOOGSTENS]
    ]
    return toon(
        verzoek, "verzending", gemeente=hier.gemeente, kanalen=_kanalen(hier), rijen=rijen, aantal=vast.count(),
        opnieuw=int(gevraagd) if gevraagd.isdecimal() and len(gevraagd) < 7 else None,
    )  # fmt: skip


def vast_op(gemeente: Gemeente) -> set[str]:
    """The ways along which something of this municipality is stuck."""
    return set(vastgelopen().filter(zaak__gemeente=gemeente).order_by().values_list("kanaal", flat=True).distinct())


def _van(hier: Plek, rij: QuerySet[Uitgaand]) -> QuerySet[Uitgaand]:
    return rij.filter(zaak__gemeente=hier.gemeente)


def _probeer(vast: QuerySet[Uitgaand], welk: str) -> int:
    """One of these by its number, or all; how many. What is not in the list stays as it is."""
    if welk != "alles":
        vast = vast.filter(pk=int(welk)) if welk.isdecimal() and len(welk) < 18 else vast.none()
    nummers = list(vast.values_list("pk", flat=True))
    for nummer in nummers:
        opnieuw(nummer)
    return len(nummers)


def _soort(naam: str) -> Woord:
    brief, kopie, _nr = naam.partition("-kopie")
    if brief not in BRIEVEN:
        return Woord(naam, naam)
    titel = BRIEVEN[brief].titel
    return Woord(f"{titel.nl} (kopie)", f"{titel.en} (copy)") if kopie else Woord(*titel)


def _kanalen(hier: Plek) -> list[dict[str, Any]]:
    """Of each way: how much waits, since when, what is stuck, and when something last went out."""
    open_ = Q(klaar_op__isnull=True)
    tellingen = {
        rij["kanaal"]: rij
        for rij in _van(hier, Uitgaand.objects.all()).values("kanaal").annotate(
            wacht=Count("id", filter=open_),
            sinds=Min("gemaakt_op", filter=open_),
            vast=Count("id", filter=VAST),
            laatst=Max("klaar_op"),
        )
    }  # fmt: skip
    leeg = {"wacht": 0, "sinds": None, "vast": 0, "laatst": None}
    return [{"titel": titel} | tellingen.get(naam, leeg) for naam, titel in KANALEN.items()]
