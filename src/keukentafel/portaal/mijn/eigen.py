"""The private rooms on the page: a carer's sheet and a supporter's notes. Only their owner comes here."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from keukentafel.dossier import eigen_ruimte
from keukentafel.dossier.formulieren import Feitformulier
from keukentafel.dossier.vastleggen import vastleggen
from keukentafel.portaal.mijn.samen import DEUR, kader, wie
from keukentafel.portaal.mijn.uitgaand import berichten
from keukentafel.procedure import CasusFout

LANGST: Final = 2000
STEUN: Final = "mantelzorger_vroeg_steun"
SOORTEN: Final = (
    ("taak", gettext_lazy("Iets wat ik doe")), ("grens", gettext_lazy("Hoe zwaar het is")),
    ("wens", gettext_lazy("Iets wat ik nodig heb")),
)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def blad(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """The carer's own sheet on a case: write, share one by one, take back, throw away. Raises `NietGevonden`."""
    persoon = wie(verzoek)
    actie, item = verzoek.POST.get("actie", ""), verzoek.POST.get("item", "")
    if actie in ("deel", "terug"):
        eigen_ruimte.deel_item(persoon, zaak_id, item, delen=actie == "deel")
    elif actie == "wis":
        eigen_ruimte.wis_item(persoon, zaak_id, item)
    elif verzoek.method == "POST":
        fouten, uren = _fouten(verzoek)
        if fouten:
            return _toon_blad(verzoek, zaak_id, fouten)
        eigen_ruimte.schrijf_op_blad(persoon, zaak_id, verzoek.POST["soort"], verzoek.POST["tekst"].strip(), uren)
    if verzoek.method == "POST":
        return redirect("mijn:blad", zaak_id)
    return _toon_blad(verzoek, zaak_id, [])


@require_http_methods(["GET", "HEAD", "POST"])
def steun(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """The carer's own call for support: a fact in the case, and only by her own yes. Raises `NietGevonden`."""
    persoon = wie(verzoek)
    zaak, items = eigen_ruimte.blad(persoon, zaak_id)
    uren = sum((item.uren or Decimal(0) for item in items), Decimal(0))
    data = verzoek.POST if verzoek.method == "POST" else None
    formulier = Feitformulier(
        data, soort=STEUN, vandaag=persoon.vandaag, velden=("toelichting", "uren"), verplicht=("toelichting",),
        begin={"uren": int(uren) or ""},
    )  # fmt: skip
    geen_ja = data is not None and data.get("ja") != "ja"
    if data is not None and formulier.is_valid() and not geen_ja:
        try:
            vastleggen(zaak_id, formulier.als_feit(), wie=persoon, deur=DEUR, berichten=berichten())
        except CasusFout as fout:
            formulier.neem_fouten(fout)
        else:
            return redirect("mijn:blad", zaak_id)
    fouten = formulier.foutlijst() if formulier.is_bound else []
    zin = _("Kruis aan dat anderen dit mogen lezen. Of ga terug naar uw blad.")
    context = {
        "formulier": formulier, "fouten": [*fouten, *([("ja", zin)] if geen_ja else [])], "zaak_id": zaak_id,
        "geen_ja": zin if geen_ja else "", "naam": zaak.betrokkene.naam, "paginastaat": {},
    }  # fmt: skip
    return render(verzoek, "mijn/steun.html", context, status=422 if context["fouten"] else 200)


def _fouten(verzoek: HttpRequest) -> tuple[list[tuple[str, str]], Decimal | None]:
    fouten = []
    tekst, getypt = verzoek.POST.get("tekst", "").strip(), verzoek.POST.get("uren", "").strip().replace(",", ".")
    if verzoek.POST.get("soort") not in eigen_ruimte.SOORTEN_BLAD:
        fouten.append(("soort", _("Kies wat u opschrijft.")))
    if not tekst or len(tekst) > LANGST:
        fouten.append(("tekst", _("Schrijf iets op, hoogstens %(aantal)s tekens.") % {"aantal": LANGST}))
    uren = None
    if getypt:
        try:
            uren = Decimal(getypt).quantize(Decimal("0.1"))
        except InvalidOperation:
            uren = Decimal(-1)
        if not 0 <= uren <= 168:
            fouten.append(("uren", _("Vul het aantal uren per week in, van 0 tot en met 168. Bijvoorbeeld 6 of 2,5.")))
    return fouten, uren


def _toon_blad(verzoek: HttpRequest, zaak_id: Any, fouten: list[tuple[str, str]]) -> HttpResponse:
    zaak, items = eigen_ruimte.blad(wie(verzoek), zaak_id)
    namen = dict(SOORTEN)
    context = {
        "naam": zaak.betrokkene.naam, "items": [(item, namen.get(item.soort, item.soort)) for item in items],
        "soorten": SOORTEN, "fouten": fouten, "fout": dict(fouten), "getypt": verzoek.POST, "langst": LANGST,
        "uren": sum((item.uren or Decimal(0) for item in items), Decimal(0)), "paginastaat": {}, "zaak_id": zaak_id,
        "gevraagd": eigen_ruimte.steunvragen(wie(verzoek), zaak), "begonnen_op": zaak.begonnen_op,
        "nummer": zaak.nummer,
    }  # fmt: skip
    return render(verzoek, "mijn/blad.html", context, status=422 if fouten else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def notities(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """A supporter's own notes on a client's case. Raises `NietGevonden`."""
    persoon = wie(verzoek)
    fouten: list[tuple[str, str]] = []
    if verzoek.POST.get("actie") == "wis":
        eigen_ruimte.wis_notitie(persoon, zaak_id, verzoek.POST.get("item", ""))
        return redirect("mijn:notities", zaak_id)
    if verzoek.method == "POST":
        tekst = verzoek.POST.get("tekst", "").strip()
        if tekst and len(tekst) <= LANGST:
            eigen_ruimte.noteer(persoon, zaak_id, tekst)
            return redirect("mijn:notities", zaak_id)
        fouten = [("tekst", _("Schrijf iets op, hoogstens %(aantal)s tekens.") % {"aantal": LANGST})]
    zaak, rij = eigen_ruimte.notities(persoon, zaak_id)
    context = {
        **kader(zaak.pk, zaak.nummer, "clientondersteuner", "notities"), "notities": rij, "fouten": fouten,
        "fout": dict(fouten), "getypt": verzoek.POST.get("tekst", ""), "langst": LANGST, "naam": zaak.betrokkene.naam,
        "paginastaat": {},
    }  # fmt: skip
    return render(verzoek, "mijn/notities.html", context, status=422 if fouten else 200)
