"""The page with the work list."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from keukentafel.dossier.models import Zaak
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import Persoon, zaken_voor
from keukentafel.werkplek.lijst import lees_filter, lees_plek, pagina
from keukentafel.werkplek.woorden import FASEN, termijnnaam


@require_safe
def start(verzoek: HttpRequest) -> HttpResponse:
    """Home of a worker: the work list; of an expert: the questions asked."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    if not wie.met(Recht.WERKLIJST):
        return _vragen(verzoek, wie)
    filter_ = lees_filter(verzoek.GET.dict())
    gevonden = pagina(wie, filter_, lees_plek(verzoek.GET.get("na", "")))
    verder = gevonden.verder
    return render(verzoek, "werkplek/werklijst.html", {
        "rijen": [_regel(zaak, wie.vandaag) for zaak in gevonden.zaken],
        "filter": filter_,
        "fasen": [(naam, titel) for naam, titel in FASEN.items() if naam != "afgesloten"],
        "verder": "?" + urlencode({**filter_.als_vraag(), "na": str(verder)}) if verder else "",
        "eerste": "?" + urlencode(filter_.als_vraag()) if verzoek.GET.get("na") else "",
        "mag_opnemen": bool(wie.met(Recht.REGISTREREN)),
    })  # fmt: skip


def _vragen(verzoek: HttpRequest, wie: Persoon) -> HttpResponse:
    vragen = {m.zaak_id: m.vraag for m in wie.met(Recht.VRAAG_ZIEN)}
    zaken = zaken_voor(wie, Recht.VRAAG_ZIEN).order_by("nummer")
    rijen = [(zaak, vragen[zaak.pk]) for zaak in zaken]
    return render(verzoek, "werkplek/vragen.html", {"rijen": rijen})


def _regel(zaak: Zaak, vandaag: date) -> dict[str, Any]:
    dagen = (zaak.uiterlijk - vandaag).days if zaak.uiterlijk else None
    return {
        "zaak": zaak,
        "fase": FASEN.get(zaak.fase, zaak.fase),
        "waarom": termijnnaam(zaak.eerstvolgend),
        "gemist": ngettext("%(n)s gemist", "%(n)s gemist", zaak.geschonden) % {"n": zaak.geschonden},
        "staat": _staat(dagen),
        "woord": _woord(dagen),
    }


def _staat(dagen: int | None) -> str:
    if dagen is None:
        return ""
    return "te_laat" if dagen < 0 else "let_op" if dagen <= 3 else "loopt"


def _woord(dagen: int | None) -> str:
    if dagen is None:
        return ""
    if dagen < 0:
        return ngettext("%(n)s dag te laat", "%(n)s dagen te laat", -dagen) % {"n": -dagen}
    if dagen == 0:
        return _("Vandaag")
    return ngettext("Nog %(n)s dag", "Nog %(n)s dagen", dagen) % {"n": dagen}
