"""Who may look along in a case, and ending that; and who did look, a page at a time."""

from __future__ import annotations

from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from keukentafel.dossier import mandaten
from keukentafel.dossier.models import Kijk, Mandaat
from keukentafel.dossier.rechten import Recht
from keukentafel.portaal.mijn import handelingen
from keukentafel.portaal.mijn.beeld import beeld
from keukentafel.portaal.mijn.samen import open_zaak, pagina, wie

PER_BLAD: Final = 20
ROLWOORD: Final = {
    "inwoner": _("Inwoner"), "vertegenwoordiger": _("Vertegenwoordiger"), "mantelzorger": _("Mantelzorger"),
    "clientondersteuner": _("Cliëntondersteuner"), "consulent": _("Consulent van de gemeente"),
    "deskundige": _("Deskundige"), "beslisser": _("Beslist namens de gemeente"), "beheerder": _("Beheerder"),
}  # fmt: skip
MAG: Final = {
    "vertegenwoordiger": _("Ziet alles in deze zaak en mag alles doen wat u mag."),
    "mantelzorger": _("Ziet alleen waar en wanneer het gesprek is. Heeft een eigen blad."),
    "clientondersteuner": _("Ziet de zaak, uw brieven en documenten. Mag namens u reageren en om een gesprek vragen."),
    "consulent": _("Behandelt de zaken van dit team. Ziet de zaak, brieven en documenten."),
    "deskundige": _("Ziet alleen de ene vraag die de gemeente stelde, en geeft daarop advies."),
    "beslisser": _("Neemt besluiten. Ziet de zaak, brieven en documenten."),
}  # fmt: skip
WAAROM: Final = {
    "kijkt in de eigen zaak": _("U keek zelf"),
    "kijkt namens de inwoner": _("Om namens u te kijken"),
    "helpt de inwoner": _("Om u te helpen"),
    "kijkt naar de afspraak": _("Om te zien wanneer het gesprek is"),
    "behandeling van de zaak": _("Om uw zaak te behandelen"),
    "advies": _("Om een advies te geven"),
}  # fmt: skip
"""The reasons that the log knows, as one says them to the resident."""


@require_safe
def lijst(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """Who has access: in which role, since when, until when, for what; ended ones below."""
    inzage = open_zaak(verzoek, zaak_id, "wie mag meekijken", Recht.MEEKIJKERS)
    rol, ik = inzage.mandaat.rol, wie(verzoek).gebruiker
    alle = mandaten.meekijkers(inzage.zaak, wie(verzoek).vandaag)
    kan = [h for h in handelingen.mogelijk(beeld(inzage), rol) if h.groep == "hulp"]
    if any(m.rol == "clientondersteuner" for m in alle.naasten):
        kan = [handelingen.PER_NAAM["andere-ondersteuner"]]
    return pagina(
        verzoek, "mijn/meekijken.html", inzage, "meekijken", doen=kan, gemeente=inzage.zaak.gemeente.naam,
        naasten=[_regel(m, rol, ik.pk) for m in alle.naasten], werkers=[_regel(m, rol, ik.pk) for m in alle.gemeente],
        vroeger=[_regel(m, rol, ik.pk) for m in alle.vroeger], klaar="klaar" in verzoek.GET,
        te_kiezen=mandaten.te_kiezen(inzage.zaak, wie(verzoek).vandaag),
    )  # fmt: skip


def _regel(mandaat: Mandaat, rol: str, ik: Any) -> dict[str, Any]:
    return {
        "mandaat": mandaat, "naam": mandaat.gebruiker.naam, "rol": ROLWOORD.get(mandaat.rol, mandaat.rol),
        "mag": MAG.get(mandaat.rol, ""), "uzelf": mandaat.gebruiker_id == ik,
        "stop": mandaten.te_beeindigen(mandaat, rol), "rechter": mandaat.soort in mandaten.DOOR_DE_RECHTER,
    }  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def stop(verzoek: HttpRequest, zaak_id: Any, nr: int) -> HttpResponse:
    """Ask whether it is sure, and end the mandate. Raises `NietGevonden`, `NietToegestaan`."""
    if verzoek.method == "POST":
        mandaten.beeindig(wie(verzoek), zaak_id, nr)
        antwoord = redirect("mijn:meekijken", zaak_id)
        antwoord["Location"] += "?klaar"
        return antwoord
    _zaak, mandaat = mandaten.zoek_mandaat(wie(verzoek), zaak_id, nr)
    inzage = open_zaak(verzoek, zaak_id, "wie mag meekijken", Recht.MEEKIJKERS)
    return pagina(
        verzoek, "mijn/meekijken_stop.html", inzage, "meekijken",
        regel=_regel(mandaat, inzage.mandaat.rol, wie(verzoek).gebruiker.pk),
    )  # fmt: skip


@require_safe
def kijklog(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """Who looked, when and why, a page at a time: others first, the own looks on a page of their own."""
    inzage = open_zaak(verzoek, zaak_id, "wie keek", Recht.KIJKLOG)
    ik, zelf = wie(verzoek).gebruiker, "zelf" in verzoek.GET
    alle = inzage.zaak.kijken.select_related("gebruiker")
    rijen = alle.filter(gebruiker=ik) if zelf else alle.exclude(gebruiker=ik)
    blad = Paginator(rijen, PER_BLAD).get_page(verzoek.GET.get("blad"))
    return pagina(
        verzoek, "mijn/kijklog.html", inzage, "kijklog", blad=blad, zelf=zelf, rijen=[_kijk(kijk) for kijk in blad],
    )  # fmt: skip


def _kijk(kijk: Kijk) -> dict[str, Any]:
    return {"kijk": kijk, "rol": ROLWOORD.get(kijk.rol, kijk.rol), "waarom": WAAROM.get(kijk.waarom, kijk.waarom)}
