"""The page with the work list."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from keukentafel.dossier import voorstellen
from keukentafel.dossier.models import Zaak
from keukentafel.dossier.outbox import zonder_adres
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import Persoon, zaken_voor
from keukentafel.dossier.werklijst import Filter, bladzijde, hoeveel, lees_plek, namen_bij
from keukentafel.dossier.zoeken import VEEL, zoek_zaken
from keukentafel.werkplek import voorleggen
from keukentafel.werkplek.woorden import FASEN, termijnnaam

GROOTTE = 20
TELLEN_TOT = 1000
SPOOR = 10
"""Pages whose key is kept in the address, to go back one by one."""


@require_http_methods(["GET", "HEAD", "POST"])
def start(verzoek: HttpRequest) -> HttpResponse:
    """Home of a worker: the work list; of an expert: the questions asked."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    if not wie.met(Recht.WERKLIJST):
        return _vragen(verzoek, wie)
    if verzoek.method == "POST":
        return _gezocht(verzoek, wie)
    filter_ = lees_filter(verzoek.GET.dict())
    na = lees_plek(verzoek.GET.get("na", ""))
    gevonden = bladzijde(wie, Recht.WERKLIJST, filter_, na=na, aantal=GROOTTE)
    return render(verzoek, "werkplek/werklijst.html", {
        "rijen": _regels(gevonden.zaken, wie.vandaag),
        "aantal": _aantal(hoeveel(wie, Recht.WERKLIJST, filter_, tot=TELLEN_TOT)),
        "vreemd": _vreemd(verzoek.GET.dict()),
        "filter": filter_,
        "fasen": [(naam, titel) for naam, titel in FASEN.items() if naam != "afgesloten"],
        **_wegen(_als_vraag(filter_), verzoek.GET.dict(), str(gevonden.verder or "")),
        "mag_opnemen": bool(wie.met(Recht.REGISTREREN)),
        "ligt": voorleggen.wachtend(wie, voorstellen.wachtend(wie)) if na is None else [],
    })  # fmt: skip


def _gezocht(verzoek: HttpRequest, wie: Persoon) -> HttpResponse:
    """The cases that were asked for. A name or a BSN is posted, so that no address and no log holds it."""
    gevraagd = " ".join(verzoek.POST.get("zoek", "")[:80].split())
    fouten = [] if gevraagd else [("zoek", _("Vul een zaaknummer, een achternaam of een BSN in."))]
    zaken = zoek_zaken(wie, Recht.WERKLIJST, gevraagd)
    aantal = _("Meer dan %(n)s zaken gevonden. Zoek op het zaaknummer.") % {"n": VEEL}
    if len(zaken) <= VEEL:
        aantal = ngettext("%(n)s zaak gevonden.", "%(n)s zaken gevonden.", len(zaken)) % {"n": len(zaken)}
    return render(verzoek, "werkplek/werklijst.html", {
        "rijen": _regels(zaken[:VEEL], wie.vandaag), "zoek": gevraagd, "fouten": fouten,
        "aantal": aantal if zaken else "",
    }, status=422 if fouten else 200)  # fmt: skip


def _aantal(aantal: int) -> str:
    """How many cases there are, as far as is counted."""
    if aantal > TELLEN_TOT:
        return _("Meer dan 1.000 zaken")
    return ngettext("%(n)s zaak", "%(n)s zaken", aantal) % {"n": aantal} if aantal else ""


def _vreemd(vraag: dict[str, str]) -> bool:
    """Does the address hold a choice that the list does not know?"""
    mag = {
        "wie": {"", "team", "eigen"}, "fase": {"", *FASEN} - {"afgesloten"}, "te_laat": {"", "ja"}, "spoed": {"", "ja"}
    }  # fmt: skip
    na = vraag.get("na", "")
    return any(vraag.get(naam, "") not in goed for naam, goed in mag.items()) or bool(na and lees_plek(na) is None)


def _wegen(vraag: dict[str, str], adres: dict[str, str], verder: str) -> dict[str, str]:
    """To the next page, to the one before, and to the first. The keys of the pages before go along in the address."""
    na = adres.get("na", "") if lees_plek(adres.get("na", "")) else ""
    spoor = [plek for plek in adres.get("via", "").split(",")[-SPOOR:] if lees_plek(plek)]

    def naar(plek: str, via: Sequence[str]) -> str:
        return "?" + urlencode({**vraag, **({"na": plek} if plek else {}), **({"via": ",".join(via)} if via else {})})

    return {
        "verder": naar(verder, [*spoor, na][-SPOOR:] if na else []) if verder else "",
        "vorige": naar(spoor[-1] if spoor else "", spoor[:-1]) if na else "",
        "eerste": naar("", []) if na else "",
    }


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


def _regels(zaken: Sequence[Zaak], vandaag: date) -> list[SafeString]:
    """The rows, ready: the page only puts them in their place."""
    taal, nergens = get_language() or "nl", uuid.UUID(int=0)
    adres, namen, vorm = reverse("werk:zaak", args=[nergens]), namen_bij(zaken), _rij(taal)
    rijen, adresloos = [], zonder_adres(zaken)
    for zaak in zaken:
        van = namen[zaak.pk]
        gemist = ngettext("%(n)s gemist", "%(n)s gemist", zaak.geschonden) % {"n": zaak.geschonden}
        rijen.append(format_html(
            vorm,
            nummer=zaak.nummer,
            adres=adres.replace(str(nergens), str(zaak.pk)),
            naam=van.betrokkene,
            spoed=_tekens(taal, zaak.spoed, zaak.pk in adresloos),
            waarom=termijnnaam(zaak.eerstvolgend) or _("Er loopt geen termijn"),
            dag=_dag(taal, zaak.uiterlijk, vandaag) if zaak.uiterlijk else "–",
            fase=FASEN.get(zaak.fase, zaak.fase),
            gemist=_status(taal, "te_laat", gemist) if zaak.geschonden else _("Geen gemist"),
            van=_van(van.behandelaar or "–", van.team),
        ))  # fmt: skip
    return rijen


def _tekens(taal: str, spoed: bool, adresloos: bool) -> SafeString:
    """What to know beside the name: it is urgent, or a letter waits for an address."""
    woorden = [_("Spoed")] * spoed + [_("Wacht op adres")] * adresloos
    return format_html_join(" ", "{}", ((_status(taal, "let_op", woord),) for woord in woorden))


@cache
def _rij(taal: str) -> str:
    """A row with places: a page has twenty of them, each the same but for what stands in these."""
    velden = ("nummer", "adres", "naam", "spoed", "waarom", "dag", "fase", "gemist", "van")
    return render_to_string("werkplek/rij.html", {naam: f"{{{naam}}}" for naam in velden}).rstrip()


# The same few days and people stand in the rows of every page: each is put in its form once.
@lru_cache(maxsize=2048)
def _dag(taal: str, dag: date, vandaag: date) -> SafeString:
    """The last day, and how far away it is."""
    dagen = (dag - vandaag).days
    return format_html(
        '<time datetime="{}">{}</time> {}',
        dag.isoformat(), date_format(dag, "j F Y"), _status(taal, _staat(dagen), _woord(dagen)),
    )  # fmt: skip


@lru_cache(maxsize=2048)
def _van(behandelaar: str, team: str) -> SafeString:
    """Who works on it, and for which team."""
    return format_html('{}<br><span class="kt-klein">{}</span>' if team else "{}", behandelaar, team)


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
