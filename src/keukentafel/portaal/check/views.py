"""The pages of the check: choose a text, tick what it holds, see what to ask."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from keukentafel import brieven
from keukentafel.portaal.check.gaten import BRIEVEN, gaten
from keukentafel.portaal.check.inhoud import BESLUIT, DATUM, VERSLAG, Punt
from keukentafel.portaal.check.lezing import LIJSTEN, RIJEN, rijen, uit_dossier, vul_aan
from keukentafel.portaal.kader import leeswijze
from keukentafel.portaal.watnu.beeld import Beeld
from keukentafel.portaal.watnu.dossier import Dossier
from keukentafel.portaal.watnu.scherm import Keus, Schermveld
from keukentafel.portaal.watnu.stappen import STAP
from keukentafel.portaal.watnu.velden import GEEN, Fout, Rauw, een, invoer
from keukentafel.portaal.watnu.views import met_dossier
from keukentafel.procedure import CasusFout

_EIGEN_VELDEN = ("onderdeel", "onderzocht", "plan", "mantelzorger", "uitkomst", *(punt.naam for punt in BESLUIT))


def start(verzoek: HttpRequest) -> HttpResponse:
    """Which text is to be checked?"""
    return render(verzoek, "check/start.html")


@require_http_methods(["GET", "HEAD", "POST"])
@met_dossier
def check(verzoek: HttpRequest, dossier: Dossier, soort: str) -> HttpResponse:
    """The form of one text, and what it gives."""
    if verzoek.POST.get("actie") != "kijk":
        return _formulier(verzoek, soort, dossier, uit_dossier(soort, dossier), ())
    rauw = {n: verzoek.POST.getlist(n) for n in verzoek.POST if n in _EIGEN_VELDEN or n.startswith(("v-", "rij-"))}
    if leeswijze.toont_weer(verzoek):
        return _formulier(verzoek, soort, dossier, rauw, ())
    fouten, nieuw = _neem_in(soort, rauw, dossier)
    if fouten:
        return _formulier(verzoek, soort, dossier, rauw, fouten)
    return _uitkomst(verzoek, soort, nieuw, rauw)


def _neem_in(soort: str, rauw: Rauw, dossier: Dossier) -> tuple[tuple[Fout, ...], Dossier]:
    """The dossier with this form in it, and the faults of form and engine."""
    nieuw = dossier.kopie()
    fouten = vul_aan(soort, rauw, nieuw, timezone.localdate())
    if fouten:
        return fouten, dossier
    eerder = nieuw.eigen.get("check")
    nieuw.eigen["check"] = {
        **(eerder if isinstance(eerder, dict) else {}),
        soort: {n: list(w) for n, w in rauw.items()},
    }
    try:
        nieuw.casus(timezone.localdate())
    except CasusFout as fout:
        return tuple(Fout(invoer(DATUM[soort], "dag"), f.tekst) for f in fout.fouten), dossier
    return (), nieuw


def _pagina(
    verzoek: HttpRequest, sjabloon: str, soort: str, dossier: Dossier, status: int, **meer: Any
) -> HttpResponse:
    inhoud = dossier.als_json() if dossier.als_dict().keys() - {"zaak"} else ""
    context = {"dossier": inhoud, "soort": soort, **meer}
    context["paginastaat"] = {"dossier": inhoud, **meer.get("paginastaat", {})}
    return render(verzoek, sjabloon, context, status=status)


def _formulier(
    verzoek: HttpRequest, soort: str, dossier: Dossier, rauw: Rauw, fouten: tuple[Fout, ...]
) -> HttpResponse:
    fout_bij = {f.anker.removesuffix("-0"): f.tekst for f in fouten}
    lijsten = [(naam, kop, _lijst(naam, rauw), fout_bij.get(naam, "")) for naam, kop in _koppen() if soort == "verslag"]
    return _pagina(
        verzoek, "check/formulier.html", soort, dossier, 422 if fouten else 200, houdt_vast=True,
        v=_datumveld(soort, rauw, fouten), rijen=_rijen(rauw), lijsten=lijsten,
        vragen=[_vraag(punt, rauw) for punt in BESLUIT] if soort == "besluit" else [],
        uitkomst=_keuzes("besluit", "uitkomst", een(rauw, "uitkomst")),
        plan=een(rauw, "plan"), mantelzorger=een(rauw, "mantelzorger"), fouten=[(f.anker, f.tekst) for f in fouten],
    )  # fmt: skip


def _koppen() -> list[tuple[str, str]]:
    return [
        ("onderdeel", _("Wat staat er in het verslag?")),
        ("onderzocht", _("Wat is er onderzocht, volgens het verslag?")),
    ]


def _lijst(soort: str, rauw: Rauw) -> list[Keus]:
    gekozen = rauw.get(soort) or []
    paren: list[tuple[str, Any]] = [(punt.naam, punt.tekst) for punt in VERSLAG if punt.soort == soort]
    paren.append((GEEN, _("Geen van deze")))
    return [Keus(f"{soort}-{nr}", w, t, w in gekozen) for nr, (w, t) in enumerate(paren)]


def _vraag(punt: Punt, rauw: Rauw) -> dict[str, Any]:
    nu = een(rauw, punt.naam)
    paren = (("ja", _("Ja")), ("nee", _("Nee")), ("", _("Weet ik niet")))
    keuzes = [Keus(f"{punt.naam}-{nr}", w, t, w == nu) for nr, (w, t) in enumerate(paren)]
    return {"naam": punt.naam, "tekst": punt.tekst, "keuzes": keuzes, "pgb": punt.als == "pgb"}


def _datumveld(soort: str, rauw: Rauw, fouten: tuple[Fout, ...]) -> Schermveld:
    veld = DATUM[soort]
    naam = invoer(veld)
    fout = next((f.tekst for f in fouten if f.anker.startswith(naam)), "")
    delen = {deel: een(rauw, invoer(veld, deel)) for deel in ("dag", "maand", "jaar")}
    return Schermveld(veld, naam, "", fout, delen=delen, onbekend=bool(een(rauw, invoer(veld, "onbekend"))))


def _keuzes(stap: str, veld: str, nu: str) -> list[Keus]:
    """The choices of a field of *Wat nu?*, so that both say the same."""
    gevonden = next(v for v in STAP[stap].velden if v.naam == veld)
    return [Keus(f"{veld}-{nr}", k.waarde, k.tekst, k.waarde == nu) for nr, k in enumerate(gevonden.keuzes)]


def _rijen(rauw: Rauw) -> list[dict[str, Any]]:
    ingevuld = [nr for nr in range(RIJEN) if een(rauw, f"rij-{nr}-tekst")]
    aantal = min(max(len(ingevuld) + 1, 2), RIJEN)
    return [
        {
            "nr": nr, "plek": nr + 1, "id": een(rauw, f"rij-{nr}-id"), "tekst": een(rauw, f"rij-{nr}-tekst"),
            "verslag": _keuzes("verslag-behoeften", "behoeften", een(rauw, f"rij-{nr}-verslag")),
            "besluit": _keuzes("besluit-behoeften", "behoeften", een(rauw, f"rij-{nr}-besluit")),
            "reden": een(rauw, f"rij-{nr}-reden") == "ja",
        }
        for nr in range(aantal)
    ]  # fmt: skip


def _uitkomst(verzoek: HttpRequest, soort: str, dossier: Dossier, rauw: Rauw) -> HttpResponse:
    beeld = Beeld(dossier, timezone.localdate())
    aanbod = brieven.aanbod(beeld.oordeel, beeld.casus, beeld.vandaag, get_language() or "nl")
    per_naam = {brief.naam: brief for brief in aanbod if brief.kan}
    return _pagina(
        verzoek, "check/uitkomst.html", soort, dossier, 200,
        gaten=gaten(soort, rauw, beeld), brieven=[per_naam[naam] for naam in BRIEVEN[soort] if naam in per_naam],
        bezwaar=beeld.uiterlijk("bezwaar") if soort == "besluit" else None, bezwaar_kan=beeld.loopt("bezwaar"),
        alles_open=not any(rauw.get(naam) for naam in (*LIJSTEN, *(punt.naam for punt in BESLUIT))) and not rijen(rauw),
        open_lijsten=[kop for naam, kop in _koppen() if soort == "verslag" and not rauw.get(naam)],
        paginastaat={"actie": "kijk", **rauw},
    )  # fmt: skip
