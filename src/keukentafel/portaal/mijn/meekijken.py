"""Who may look along in a case, and ending that; and who did look, grouped by person and day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import Max, QuerySet
from django.db.models.functions import TruncDate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from keukentafel.dossier import mandaten, uitnodigingen, vertegenwoordigers
from keukentafel.dossier.inzage import Inzage
from keukentafel.dossier.models import Kijk, Mandaat, Zaak
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
WAAROM_ANDER: Final = {
    "kijkt in de eigen zaak": _("De inwoner keek zelf"),
    "kijkt namens de inwoner": _("Om namens de inwoner te kijken"),
    "helpt de inwoner": _("Om de inwoner te helpen"),
    "behandeling van de zaak": _("Om de zaak te behandelen"),
}  # fmt: skip
"""The same, to who reads this for the resident."""
AFLOOP: Final = {
    uitnodigingen.GEWEIGERD: _("zei nee"), uitnodigingen.INGETROKKEN: _("uitnodiging ingetrokken"),
    "": _("niet gereageerd"),
}  # fmt: skip
"""What came of an invitation that was not taken."""
PER_DAG: Final = ("dag", "gebruiker_id", "rol", "waarom")


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
        naasten=_regels(alle.naasten, inzage, ik.pk), werkers=_regels(alle.gemeente, inzage, ik.pk),
        vroeger=_regels(alle.vroeger, inzage, ik.pk), klaar="klaar" in verzoek.GET,
        te_kiezen=mandaten.te_kiezen(inzage.zaak, wie(verzoek).vandaag), uitgenodigd=_uitgenodigd(inzage.zaak),
        mag_uitnodigen=bool(uitnodigingen.rollen_voor(inzage.zaak, rol, wie(verzoek).vandaag)),
        niet_gekomen=_niet_gekomen(inzage.zaak),
    )  # fmt: skip


def _regels(mandaten_: Iterable[Mandaat], inzage: Inzage, ik: Any) -> list[dict[str, Any]]:
    return [_regel(mandaat, inzage, ik) for mandaat in mandaten_]


def _regel(mandaat: Mandaat, inzage: Inzage, ik: Any) -> dict[str, Any]:
    """A mandate as this case sees it: nobody looks along in a case before it began."""
    return {
        "sinds": max(mandaat.vanaf, inzage.zaak.begonnen_op or mandaat.vanaf),
        "mandaat": mandaat, "naam": mandaat.gebruiker.naam, "rol": ROLWOORD.get(mandaat.rol, mandaat.rol),
        "mag": MAG.get(mandaat.rol, ""), "uzelf": mandaat.gebruiker_id == ik,
        "stop": mandaten.te_beeindigen(mandaat, inzage.mandaat.rol),
        "rechter": mandaat.soort in mandaten.DOOR_DE_RECHTER,
        "op_bewijs": vertegenwoordigers.andere_naam(mandaat) if mandaat.rol == vertegenwoordigers.ROL else "",
    }  # fmt: skip


def _uitgenodigd(zaak: Zaak) -> list[dict[str, Any]]:
    """The invitations that wait, as the page of who looks along shows them."""
    return [
        {
            "uit": uit,
            "rol": ROLWOORD[uit.rol],
            "mag": MAG[uit.rol],
            "alleen": uit.zaak_id is not None,
            "van_gemeente": uitnodigingen.van_de_gemeente(uit),
        }
        for uit in uitnodigingen.wachtend(zaak)
    ]


def _niet_gekomen(zaak: Zaak) -> list[dict[str, Any]]:
    """What came of the invitations that were not taken."""
    return [
        {
            "naam": uit.naam, "rol": ROLWOORD[uit.rol], "dag": uit.afgelopen_op or uit.verloopt_op,
            "hoe": AFLOOP[uit.afloop],
        }
        for uit in uitnodigingen.afgelopen(zaak)
    ]  # fmt: skip


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
        regel=_regel(mandaat, inzage, wie(verzoek).gebruiker.pk),
    )  # fmt: skip


@require_safe
def kijklog(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """Who looked, a person a day at a time, with every look behind it: others first, the own on a page of their own."""
    inzage = open_zaak(verzoek, zaak_id, "wie keek", Recht.KIJKLOG)
    ik, zelf = wie(verzoek).gebruiker, "zelf" in verzoek.GET
    alle = inzage.zaak.kijken.filter(gebruiker=ik) if zelf else inzage.zaak.kijken.exclude(gebruiker=ik)
    per_dag = alle.annotate(dag=TruncDate("wanneer")).values(*PER_DAG)
    blad = Paginator(per_dag.annotate(laatst=Max("wanneer")).order_by("-laatst"), PER_BLAD)
    deel = blad.get_page(verzoek.GET.get("blad"))
    woorden = WAAROM if inzage.mandaat.rol == "inwoner" else WAAROM | WAAROM_ANDER
    return pagina(
        verzoek, "mijn/kijklog.html", inzage, "kijklog", blad=deel, zelf=zelf,
        rijen=_dagen(alle, list(deel), woorden | ({"kijkt namens de inwoner": _("U keek zelf")} if zelf else {})),
    )  # fmt: skip


def _dagen(alle: QuerySet[Kijk], groepen: list[dict[str, Any]], woorden: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Every group with all its looks, newest first."""
    if not groepen:
        return []
    dagen = [groep["dag"] for groep in groepen]
    per_groep: dict[tuple[Any, ...], list[Kijk]] = {}
    tussen = alle.filter(wanneer__date__gte=min(dagen), wanneer__date__lte=max(dagen))
    for kijk in tussen.annotate(dag=TruncDate("wanneer")).select_related("gebruiker"):
        per_groep.setdefault(tuple(getattr(kijk, naam) for naam in PER_DAG), []).append(kijk)
    return [_dag(per_groep[tuple(groep[naam] for naam in PER_DAG)], groep["dag"], woorden) for groep in groepen]


def _dag(kijken: list[Kijk], dag: date, woorden: Mapping[str, Any]) -> dict[str, Any]:
    eerste = kijken[0]
    return {
        "dag": dag, "naam": eerste.gebruiker.naam, "rol": ROLWOORD.get(eerste.rol, eerste.rol), "kijken": kijken,
        "aantal": len(kijken), "wat": ", ".join(dict.fromkeys(kijk.wat for kijk in kijken)),
        "waarom": woorden.get(eerste.waarom, eerste.waarom),
    }  # fmt: skip
