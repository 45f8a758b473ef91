"""What the pages of a case share: opening it, its menu, recording with conflict and refusal shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from keukentafel.dossier.inzage import Inzage, kijk
from keukentafel.dossier.leesbaar import behoeftenamen, regels
from keukentafel.dossier.models import Feit
from keukentafel.dossier.rechten import ROLLEN, Recht
from keukentafel.dossier.toegang import Persoon
from keukentafel.dossier.vastleggen import Conflict, Vastgelegd, vastleggen
from keukentafel.dossier.woorden import feitwoord
from keukentafel.portaal.mijn.uitgaand import berichten
from keukentafel.portaal.templatetags.vlot import zaakadres

DEUR: Final = "portaal"
EIGEN: Final = frozenset({"inwoner", "vertegenwoordiger"})
_MENU: Final = (
    ("zaak", _("Overzicht"), Recht.ZAAK_ZIEN, ""),
    ("post", _("Brieven"), Recht.BRIEVEN, ""),
    ("documenten", _("Documenten"), Recht.DOCUMENTEN, ""),
    ("plan", _("Plan"), Recht.ZAAK_ZIEN, "persoonlijk_plan_ontvangen"),
    ("toestemming", _("Toestemming"), Recht.ZAAK_ZIEN, "toestemming_gegeven"),
    ("feiten", _("Alles wat is vastgelegd"), Recht.ZAAK_ZIEN, ""),
    ("meekijken", _("Wie mag meekijken"), Recht.MEEKIJKERS, ""),
    ("kijklog", _("Wie keek"), Recht.KIJKLOG, ""),
    ("meenemen", _("Meenemen"), Recht.MEENEMEN, ""),
    ("notities", _("Mijn notities"), Recht.EIGEN_NOTITIES, ""),
)
_VOORAAN: Final = frozenset({"zaak", "post", "documenten", "plan", "notities"})
"""These pages stand in the menu itself, the others behind *Meer*."""


def wie(verzoek: HttpRequest) -> Persoon:
    """Who asks: the door let nobody else in."""
    persoon = verzoek.persoon  # type: ignore[attr-defined]
    assert isinstance(persoon, Persoon)
    return persoon


def reden(persoon: Persoon) -> str:
    """Why somebody looks, as the log says it."""
    rollen = {m.rol for m in persoon.mandaten}
    if "inwoner" in rollen:
        return "kijkt in de eigen zaak"
    if "vertegenwoordiger" in rollen:
        return "kijkt namens de inwoner"
    return "helpt de inwoner" if "clientondersteuner" in rollen else "kijkt naar de afspraak"


def open_zaak(verzoek: HttpRequest, zaak_id: Any, wat: str, recht: Recht = Recht.ZAAK_ZIEN) -> Inzage:
    """Open the case of this page; the look is logged. Raises `NietGevonden`."""
    persoon = wie(verzoek)
    return kijk(persoon, zaak_id, wat=wat, waarom=reden(persoon), recht=recht)


def kader(zaak_id: Any, nummer: str, rol: str, hier: str) -> dict[str, Any]:
    """What every page of a case needs: its number, who one is in it, and its menu."""
    rechten, feiten = ROLLEN[rol].rechten, ROLLEN[rol].feiten
    menu = [
        {
            "adres": zaakadres(f"mijn:{naam}", zaak_id), "titel": titel, "hier": naam == hier,
            "vooraan": naam in _VOORAAN,
        }
        for naam, titel, recht, soort in _MENU
        if recht in rechten and (not soort or soort in feiten)
    ]  # fmt: skip
    meer = [ingang for ingang in menu if not ingang["vooraan"]]
    if len(meer) == 1:
        meer = []  # one page behind a fold is one fold too many
    return {
        "zaak_id": zaak_id, "nummer": nummer, "rol": rol, "eigen": rol in EIGEN, "meer": meer,
        "zaakmenu": [ingang for ingang in menu if ingang not in meer], "meer_hier": any(i["hier"] for i in meer),
    }  # fmt: skip


def pagina(
    verzoek: HttpRequest, sjabloon: str, inzage: Inzage, hier: str, status: int = 200, **meer: Any
) -> HttpResponse:
    """A page of a case that was opened."""
    zaak = inzage.zaak
    context = kader(zaak.pk, zaak.nummer, inzage.mandaat.rol, hier)
    return render(verzoek, sjabloon, {**context, "gezien": zaak.versie, "paginastaat": {}, **meer}, status=status)


def leg_vast(
    verzoek: HttpRequest, zaak_id: Any, nieuw: Mapping[str, Any] | Sequence[Mapping[str, Any]]
) -> Vastgelegd | HttpResponse:
    """Record what was asked on the version that was seen, or the page that shows what came in between.

    Raises `NietGevonden`, `NietToegestaan`, `CasusFout`.
    """
    gezien = verzoek.POST.get("gezien", "")
    versie = int(gezien) if gezien.isdecimal() and len(gezien) < 10 else 0
    try:
        return vastleggen(zaak_id, nieuw, wie=wie(verzoek), deur=DEUR, gezien=versie, berichten=berichten())
    except Conflict as conflict:
        return _conflict(verzoek, zaak_id, conflict)


def _conflict(verzoek: HttpRequest, zaak_id: Any, conflict: Conflict) -> HttpResponse:
    """What the other recorded beside what was typed; nothing is lost, and it can be offered again."""
    inzage = open_zaak(verzoek, zaak_id, "verschil bekijken")
    namen = behoeftenamen(inzage.rijen)
    eigen = Feit(soort=str(conflict.eigen["soort"]), velden=_velden(conflict.eigen))
    opnieuw = [
        (n, w) for n in verzoek.POST for w in verzoek.POST.getlist(n) if n not in ("gezien", "csrfmiddlewaretoken")
    ]
    return pagina(
        verzoek, "mijn/conflict.html", inzage, "", 409, erbij=[regel(f, namen) for f in conflict.erbij],
        eigen_feit=regel(eigen, namen), opnieuw=opnieuw, adres=verzoek.path,
    )  # fmt: skip


def _velden(nieuw: Mapping[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in nieuw.items() if naam not in ("soort", "datum")}


def regel(feit: Feit, namen: Mapping[str, str]) -> dict[str, Any]:
    """A fact as a page shows it."""
    rol = ROLLEN[feit.rol].titel if feit.rol in ROLLEN else ""
    return {"feit": feit, "titel": feitwoord(feit.soort), "regels": regels(feit, namen), "rol": rol}
