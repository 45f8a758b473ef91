"""The page with the work list."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from keukentafel.dossier.models import Zaak
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import Persoon, zaken_voor
from keukentafel.dossier.werklijst import Filter, bladzijde, lees_plek, namen_bij
from keukentafel.werkplek.woorden import FASEN, termijnnaam

GROOTTE = 20


@require_safe
def start(verzoek: HttpRequest) -> HttpResponse:
    """Home of a worker: the work list; of an expert: the questions asked."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    if not wie.met(Recht.WERKLIJST):
        return _vragen(verzoek, wie)
    filter_ = lees_filter(verzoek.GET.dict())
    na = lees_plek(verzoek.GET.get("na", ""))
    gevonden = bladzijde(wie, Recht.WERKLIJST, filter_, na=na, aantal=GROOTTE)
    vraag, verder = _als_vraag(filter_), gevonden.verder
    return render(verzoek, "werkplek/werklijst.html", {
        "rijen": _regels(gevonden.zaken, wie.vandaag),
        "filter": filter_,
        "fasen": [(naam, titel) for naam, titel in FASEN.items() if naam != "afgesloten"],
        "verder": "?" + urlencode({**vraag, "na": str(verder)}) if verder else "",
        "eerste": "?" + urlencode(vraag) if verzoek.GET.get("na") else "",
        "mag_opnemen": bool(wie.met(Recht.REGISTREREN)),
    })  # fmt: skip


def lees_filter(vraag: dict[str, str]) -> Filter:
    """The filter out of an address; what is not known counts as not chosen."""
    fase = vraag.get("fase", "")
    return Filter(
        fase=fase if fase in FASEN and fase != "afgesloten" else "", eigen=vraag.get("wie") == "eigen",
        te_laat=vraag.get("te_laat") == "ja", spoed=True if vraag.get("spoed") == "ja" else None,
        spoed_vooraan=True,
    )  # fmt: skip


def _als_vraag(f: Filter) -> dict[str, str]:
    """The filter as the query of an address."""
    velden = {"wie": "eigen" if f.eigen else "", "fase": f.fase}
    velden |= {"te_laat": "ja" if f.te_laat else "", "spoed": "ja" if f.spoed else ""}
    return {naam: waarde for naam, waarde in velden.items() if waarde}


def _vragen(verzoek: HttpRequest, wie: Persoon) -> HttpResponse:
    vragen = {m.zaak_id: m.vraag for m in wie.met(Recht.VRAAG_ZIEN)}
    zaken = zaken_voor(wie, Recht.VRAAG_ZIEN).order_by("nummer")
    rijen = [(zaak, vragen[zaak.pk]) for zaak in zaken]
    return render(verzoek, "werkplek/vragen.html", {"rijen": rijen})


def _regels(zaken: Sequence[Zaak], vandaag: date) -> list[dict[str, Any]]:
    """What each row shows, ready: the page only puts it in its place."""
    taal, nergens = get_language() or "nl", uuid.UUID(int=0)
    adres, namen = reverse("werk:zaak", args=[nergens]), namen_bij(zaken)
    rijen = []
    for zaak in zaken:
        van = namen[zaak.pk]
        dagen = (zaak.uiterlijk - vandaag).days if zaak.uiterlijk else None
        gemist = ngettext("%(n)s gemist", "%(n)s gemist", zaak.geschonden) % {"n": zaak.geschonden}
        rijen.append(
            {
                "nummer": escape(zaak.nummer),
                "adres": mark_safe(adres.replace(str(nergens), str(zaak.pk))),
                "naam": escape(van.betrokkene),
                "spoed": _status(taal, "let_op", _("Spoed")) if zaak.spoed else "",
                "waarom": _tekst(termijnnaam(zaak.eerstvolgend)),
                "iso": mark_safe(zaak.uiterlijk.isoformat()) if zaak.uiterlijk else "",
                "dag": _dag(taal, zaak.uiterlijk) if zaak.uiterlijk else "",
                "nog": "" if dagen is None else _status(taal, _staat(dagen), _woord(dagen)),
                "fase": _tekst(str(FASEN.get(zaak.fase, zaak.fase))),
                "gemist": _status(taal, "te_laat", gemist) if zaak.geschonden else "",
                "behandelaar": _tekst(van.behandelaar or "–"),
                "team": _tekst(van.team),
            }
        )
    return rijen


# The same few words and days stand in every row of every page: each is made once.
_tekst = lru_cache(maxsize=2048)(escape)


@lru_cache(maxsize=2048)
def _dag(taal: str, dag: date) -> SafeString:
    return escape(date_format(dag, "j F Y"))


@lru_cache(maxsize=512)
def _status(taal: str, staat: str, woord: str) -> SafeString:
    """A state as word, sign and colour."""
    return render_to_string("onderdelen/status.html", {"staat": staat, "woord": woord})


def _staat(dagen: int) -> str:
    return "te_laat" if dagen < 0 else "let_op" if dagen <= 3 else "loopt"


def _woord(dagen: int) -> str:
    if dagen < 0:
        return ngettext("%(n)s dag te laat", "%(n)s dagen te laat", -dagen) % {"n": -dagen}
    if dagen == 0:
        return _("Vandaag")
    return ngettext("Nog %(n)s dag", "Nog %(n)s dagen", dagen) % {"n": dagen}
