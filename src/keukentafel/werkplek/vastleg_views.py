"""Recording a fact: a form out of its declaration, what it does to the safeguards, and then the one way in."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from keukentafel.dossier import voorstellen
from keukentafel.dossier.inzage import Inzage, kijk
from keukentafel.dossier.leesbaar import behoeftenamen, regels
from keukentafel.dossier.models import Feit, Zaak
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import NietGevonden, Persoon, mandaat_voor_feit, zoek_zaak
from keukentafel.dossier.vastleggen import Conflict, vastleggen
from keukentafel.dossier.woorden import feitwoord
from keukentafel.procedure import CasusFout
from keukentafel.procedure.register import CORRECTIE, FEITSOORTEN
from keukentafel.werkplek import concepten, uitgaand, voorleggen, zaakbeeld
from keukentafel.werkplek.formulieren import formulier
from keukentafel.werkplek.gevolg import Gevolg, gevolg
from keukentafel.werkplek.werkformulier import Werkformulier
from keukentafel.werkplek.zaak_views import WAAROM

DEUR = "werkplek"
VOORLEGGEN = "voorleggen"
EIGEN_VELDEN = frozenset({"csrfmiddlewaretoken", "actie", "reden", "gezien"})
LANGSTE_REDEN = 2000


class Getypt:
    """What was typed, to hand on: every value of every field, in the order of the form."""

    def __init__(self, post: QueryDict, ook: tuple[str, ...] = ()) -> None:
        self.paren = [
            (n, w) for n, rij in post.lists() for w in rij if (n not in EIGEN_VELDEN and n[:3] != "kt_") or n in ook
        ]

    def items(self) -> Iterator[tuple[str, str]]:
        """Name and value, a name once for each of its values."""
        return iter(self.paren)


@require_http_methods(["GET", "HEAD", "POST"])
def vastleg(verzoek: HttpRequest, zaak_id: uuid.UUID, soort: str) -> HttpResponse:
    """The form of one kind of fact in one case. Raises `NietGevonden`, `NietToegestaan`."""
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    if soort not in FEITSOORTEN or soort == CORRECTIE.soort:
        raise NietGevonden
    if verzoek.headers.get(concepten.STIL) == "1" and verzoek.method == "POST":
        zaak, _mandaat = zoek_zaak(wie, zaak_id, Recht.ZAAK_ZIEN)
        mandaat_voor_feit(wie, zaak, soort)
        return bewaar_stil(verzoek, wie, zaak, soort)
    inzage = kijk(wie, zaak_id, wat=f"vastleggen: {feitwoord(soort).nl}", waarom=WAAROM)
    mandaat_voor_feit(wie, inzage.zaak, soort)
    return behandel(verzoek, inzage, wie, soort)


def behandel(
    verzoek: HttpRequest, inzage: Inzage, wie: Persoon, soort: str, *, voorstel: bool = False
) -> HttpResponse:  # fmt: skip
    """One form in an opened case: why it cannot be done now, what was sent, or the form with what was written before.

    `voorstel`: it is prepared for who decides.
    """
    if verzoek.POST.get("actie") == concepten.WEG:  # also of a step that cannot be taken any more
        concepten.wis(wie, inzage.zaak, soort)
        return HttpResponseRedirect(reverse("werk:zaak", args=[inzage.zaak.pk]))
    leeg = formulier(soort, None, inzage, wie, voorstel=voorstel)
    stap = next(s for s in inzage.beoordeling.stappen if s.soort == soort)
    if waarom := (stap.waarom if not stap.mag else leeg.beletsel()):
        gegevens = {"zaak": inzage.zaak, "titel": leeg.titel, "waarom": waarom}
        return render(verzoek, "werkplek/kan_niet.html", gegevens)
    if verzoek.method == "POST":
        return verwerk(verzoek, inzage, formulier(soort, verzoek.POST, inzage, wie, voorstel=voorstel))
    gevonden = voorleggen.laatste(wie, inzage, soort)
    if gevonden is None:
        return toon_formulier(verzoek, inzage, leeg, inzage.zaak.versie)
    eerder, bewaard = gevonden
    getypt = formulier(soort, eerder.post, inzage, wie, voorstel=voorstel)
    getypt.toon_zonder_fouten()
    # What one recorded oneself since then, one has seen; and what came in since it was laid before, the page says.
    alles_gezien = bewaard is None or all(r.door_id == wie.gebruiker.pk for r in inzage.rijen if r.nr > eerder.gezien)
    gezien = inzage.zaak.versie if alles_gezien else eerder.gezien
    return toon_formulier(verzoek, inzage, getypt, gezien, bewaard=bewaard)


def verwerk(verzoek: HttpRequest, inzage: Inzage, getypt: Werkformulier) -> HttpResponse:
    """What was sent: kept as a draft, checked, or recorded. Raises `NietToegestaan`."""
    actie, gezien = verzoek.POST.get("actie", ""), _gezien(verzoek)
    if getypt.CONCEPT and actie == concepten.BEWAAR:
        return _concept(verzoek, inzage, getypt, gezien)
    if getypt.CONCEPT and actie == "nakijken" and _nieuw_getypt(getypt, Getypt(verzoek.POST).paren):
        # Who goes on to mend something first must find this back.
        concepten.bewaar(getypt.wie, inzage.zaak, getypt.soort, Getypt(verzoek.POST).paren, gezien)
    if actie == "aanpassen" or not getypt.is_valid():
        return toon_formulier(verzoek, inzage, getypt, gezien)
    nu = {s.soort for s in inzage.beoordeling.stappen if s.mag} & zaakbeeld.soorten_voor(getypt.wie, inzage)
    try:
        gevolgen = gevolg(inzage, getypt.feiten(), getypt.wie, nu - {getypt.soort})
        reden = verzoek.POST.get("reden", "").strip()[:LANGSTE_REDEN]
        if actie == VOORLEGGEN and getypt.voorstel:
            return _leg_voor(verzoek, inzage, getypt)
        if actie != "vastleggen" or getypt.voorstel or (gevolgen.mist and not reden):
            return _nakijken(verzoek, inzage, getypt, gevolgen, gezien)
        return _leg_vast(verzoek, inzage, getypt, gezien, reden if gevolgen.mist else "")
    except CasusFout as fout:
        getypt.neem_fouten(fout)
        return toon_formulier(verzoek, inzage, getypt, gezien)


def _nieuw_getypt(getypt: Werkformulier, paren: list[tuple[str, str]]) -> bool:
    """Is it something else than the page began with: the bare form, or what was written or laid before?"""
    inzage, wie, soort = getypt.inzage, getypt.wie, getypt.soort
    eerder = voorleggen.laatste(wie, inzage, soort)
    if eerder is not None:
        return not concepten.zelfde(paren, Getypt(eerder[0].post).paren)
    leeg = formulier(soort, None, inzage, wie, voorstel=getypt.voorstel)
    return not concepten.zelfde(paren, concepten.onaangeroerd(leeg))


def _concept(verzoek: HttpRequest, inzage: Inzage, getypt: Werkformulier, gezien: int) -> HttpResponse:
    """Keep what was typed for this worker alone; nothing is recorded."""
    bewaard = concepten.bewaar(getypt.wie, inzage.zaak, getypt.soort, Getypt(verzoek.POST).paren, gezien)
    getypt.toon_zonder_fouten()
    return toon_formulier(verzoek, inzage, getypt, gezien, bewaard=bewaard)


def bewaar_stil(verzoek: HttpRequest, wie: Persoon, zaak: Zaak, soort: str) -> HttpResponse:
    """Keep a draft while it is typed. It shows nothing of the case, so it is no look into it."""
    concepten.bewaar(wie, zaak, soort, Getypt(verzoek.POST).paren, _gezien(verzoek))
    return HttpResponse(status=204)


def _leg_voor(verzoek: HttpRequest, inzage: Inzage, getypt: Werkformulier) -> HttpResponse:
    """Hand what was prepared to who decides; one's own draft of it is done with."""
    with transaction.atomic():
        paren = Getypt(verzoek.POST).paren
        voorstellen.leg_voor(getypt.wie, inzage.zaak.pk, getypt.soort, paren, inzage.zaak.versie)
        concepten.wis(getypt.wie, inzage.zaak, getypt.soort)
    return HttpResponseRedirect(f"{reverse('werk:zaak', args=[inzage.zaak.pk])}?gedaan=voorgelegd")


def _leg_vast(verzoek: HttpRequest, inzage: Inzage, getypt: Werkformulier, gezien: int, reden: str) -> HttpResponse:
    feiten = getypt.feiten()
    if reden:
        feiten[0][zaakbeeld.DOORGEGAAN] = reden
    try:
        with transaction.atomic():
            uit = vastleggen(
                inzage.zaak.pk, feiten, wie=getypt.wie, deur=DEUR, gezien=gezien, berichten=uitgaand.berichten()
            )
            getypt.na_vastleggen(uit)
            concepten.wis(getypt.wie, inzage.zaak, getypt.soort)
    except Conflict as conflict:
        return _conflict(verzoek, inzage, getypt, conflict)
    nummers = "-".join(str(f.nr) for f in uit.feiten)
    return HttpResponseRedirect(f"{reverse('werk:zaak', args=[inzage.zaak.pk])}?vastgelegd={nummers}")


def _gezien(verzoek: HttpRequest) -> int:
    """The version of the case that the form was filled in on; what is no number is an old one."""
    tekst = verzoek.POST.get("gezien", "")
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 10 else -1


def toon_formulier(
    verzoek: HttpRequest, inzage: Inzage, getypt: Werkformulier, gezien: int, *, bewaard: Any = None,
    fout: tuple[str, str] | None = None,
) -> HttpResponse:  # fmt: skip
    """The form, with what was typed in it. `fout`: an error with something else on the page."""
    fouten = [*(getypt.foutlijst() if getypt.is_bound else []), *([fout] if fout else [])]
    return _toon(
        verzoek, "werkplek/vastleggen.html", inzage, getypt, formulier=getypt, gezien=gezien, bewaard=bewaard,
        fouten=fouten, naast=getypt.NAAST, bij=getypt.naast(), status=422 if fouten else 200,
        ligt=voorleggen.voorgelegd(inzage, getypt.wie, getypt.soort),
    )  # fmt: skip


def _nakijken(
    verzoek: HttpRequest, inzage: Inzage, getypt: Werkformulier, gevolgen: Gevolg, gezien: int
) -> HttpResponse:
    gevraagd = verzoek.POST.get("actie") == "vastleggen" and not getypt.voorstel
    fouten = [("reden", _("Schrijf op waarom u toch doorgaat."))] if gevraagd else []
    brief = uitgaand.voorbeeld(inzage, getypt.feiten()[0], getypt.wie)
    # Who decides will sign it: that is not who prepares it.
    ondertekenaar = brief.ondertekenaar if brief and not getypt.voorstel else ()
    return _toon(
        verzoek, "werkplek/nakijken.html", inzage, getypt, gevolgen=gevolgen, gezien=gezien, fouten=fouten,
        concept=getypt.CONCEPT, status=422 if fouten else 200, let_op=getypt.let_op(), deelt=getypt.deelt(),
        vul_aan=getypt.aan_te_vullen(), verschuift=getypt.verschuivingen(),
        verschillen=getypt.verschillen(), veranderd=voorleggen.veranderd(getypt),
        feiten=[_in_woorden(f, inzage) for f in gevolgen.feiten], getypt=Getypt(verzoek.POST).paren,
        brief=brief, ondertekenaar=ondertekenaar, reden=verzoek.POST.get("reden", ""),
    )  # fmt: skip


def _conflict(verzoek: HttpRequest, inzage: Inzage, getypt: Werkformulier, conflict: Conflict) -> HttpResponse:
    """Both texts side by side: what came in between, and what was typed; it can be offered again."""
    nieuwste = max((f.nr for f in conflict.erbij), default=inzage.zaak.versie)
    feit = getypt.feiten()[0]
    eigen = Feit(zaak=inzage.zaak, soort=feit["soort"], velden={
        n: w for n, w in feit.items() if n not in ("soort", "datum")
    })  # fmt: skip
    return _toon(
        verzoek, "werkplek/conflict.html", inzage, getypt, gezien=nieuwste, eigen=_in_woorden(eigen, inzage),
        erbij=[_in_woorden(f, inzage) for f in conflict.erbij], getypt=Getypt(verzoek.POST).paren, status=409,
    )  # fmt: skip


def _in_woorden(feit: Feit, inzage: Inzage) -> dict[str, Any]:
    namen = behoeftenamen(inzage.rijen)
    velden = regels(feit, namen, zonder={"betreft"} if feit.soort == CORRECTIE.soort else ())
    if feit.soort == CORRECTIE.soort:
        over = next((r for r in inzage.rijen if r.nr == feit.velden["betreft"]), None)
        wat = {"titel": feitwoord(over.soort), "nr": over.nr} if over else {"titel": "", "nr": feit.velden["betreft"]}
        velden = [(_("Wat u rechtzet"), _("%(titel)s (feit %(nr)s)") % wat), *velden]
    return {"titel": str(feitwoord(feit.soort)), "datum": feit.datum, "velden": velden}


def _toon(
    verzoek: HttpRequest, sjabloon: str, inzage: Inzage, vorm: Werkformulier, *, status: int = 200, **meer: Any
) -> HttpResponse:
    staat = Getypt(verzoek.POST, ("actie", "reden", "gezien"))
    gegevens = {"zaak": inzage.zaak, "titel": vorm.titel, "terug": vorm.terug(), "paginastaat": staat}
    gegevens |= {"voorstel": vorm.voorstel, **meer}
    return render(verzoek, sjabloon, gegevens, status=status)
