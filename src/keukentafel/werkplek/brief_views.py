"""The letters of a case as they went out, or wait to: for who works on it, to read back and to print."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from keukentafel.brieven import gemeente
from keukentafel.dossier.inzage import open_voor
from keukentafel.dossier.models import Betrokkene, Uitgaand, Zaak
from keukentafel.dossier.outbox import GEEN_ADRES, VAST_NA, adresloos, opnieuw
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import Persoon, zoek_zaak
from keukentafel.werkplek.zaak_views import WAAROM

KANALEN = {
    "print": gettext_lazy("op papier"),
    "email": gettext_lazy("per e-mail"),
    "portaal": gettext_lazy("op de eigen pagina"),
}


@require_safe
def lijst(verzoek: HttpRequest, zaak_id: uuid.UUID) -> HttpResponse:
    """Every letter, the newest first, with the way it went and whether it is out. Raises `NietGevonden`."""
    return _toon(verzoek, _open(verzoek, zaak_id, "brieven"))


def _toon(verzoek: HttpRequest, zaak: Zaak, fouten: tuple[tuple[str, str], ...] = ()) -> HttpResponse:
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    brieven = [
        {"brief": b, "kanaal": KANALEN.get(b.kanaal, b.kanaal), "vast": b.klaar_op is None and b.pogingen >= VAST_NA,
         "adresloos": adresloos(b, zaak)}
        for b in zaak.uitgaand.order_by("-gemaakt_op", "-id")
    ]  # fmt: skip
    return render(verzoek, "werkplek/brieven.html", {
        "zaak": zaak, "brieven": brieven, "hier": "brieven", "fouten": fouten, "fout": dict(fouten),
        "vraag_adres": bool(wie.met(Recht.REGISTREREN)) and any(b["adresloos"] for b in brieven),
        "getypt": {naam: verzoek.POST.get(naam, getattr(zaak.betrokkene, naam)) for naam in _ADRES},
    }, status=422 if fouten else 200)  # fmt: skip


_ADRES = {
    "adres": gettext_lazy("Vul de straat en het huisnummer in."),
    "postcode_plaats": gettext_lazy("Vul de postcode en de plaats in, bijvoorbeeld 1234 AB Voorbeeldstad."),
}
"""The parts of an address, and what is said when one is missing."""


@require_http_methods(["GET", "HEAD", "POST"])
def adres(verzoek: HttpRequest, zaak_id: uuid.UUID) -> HttpResponse:
    """Write down the address that letters wait for, and send them; its form is on the page of the letters.

    Raises `NietGevonden`.
    """
    if verzoek.method != "POST":
        zoek_zaak(verzoek.persoon, zaak_id, Recht.BRIEVEN)  # type: ignore[attr-defined]
        return HttpResponseRedirect(reverse("werk:brieven", args=[zaak_id]))
    zaak = _open(verzoek, zaak_id, "adres opschrijven")
    getypt = {naam: " ".join(verzoek.POST.get(naam, "").split())[:120] for naam in _ADRES}
    fouten = tuple((naam, str(zin)) for naam, zin in _ADRES.items() if not getypt[naam])
    if getypt["postcode_plaats"] and not any(c.isdigit() for c in getypt["postcode_plaats"]):
        fouten += (("postcode_plaats", str(_ADRES["postcode_plaats"])),)
    if fouten:
        return _toon(verzoek, zaak, fouten)
    Betrokkene.objects.filter(pk=zaak.betrokkene_id).update(**getypt)
    for bericht in zaak.uitgaand.filter(klaar_op=None):
        if bericht.fout == GEEN_ADRES:
            opnieuw(bericht.pk)
    return HttpResponseRedirect(f"{reverse('werk:brieven', args=[zaak.pk])}?adres=ja")


@require_safe
def brief(verzoek: HttpRequest, zaak_id: uuid.UUID, nr: int) -> HttpResponse:
    """One letter as a page. Raises `NietGevonden`, Http404."""
    zaak = _open(verzoek, zaak_id, "een brief")
    bericht = _bericht(zaak, nr)
    try:
        opgesteld, ontvanger = gemeente.brieven_uit(bericht.inhoud)
    except ValueError:
        raise Http404 from None
    teksten = [(b, gemeente.aanhef(ontvanger, b.taal)) for b in opgesteld]
    return render(verzoek, "werkplek/brief.html", {"zaak": zaak, "bericht": bericht, "teksten": teksten})


@require_safe
def als_pdf(verzoek: HttpRequest, zaak_id: uuid.UUID, nr: int) -> HttpResponse:
    """The letter as PDF, as it was sent. Raises `NietGevonden`, Http404."""
    bericht = _bericht(_open(verzoek, zaak_id, "een brief als pdf"), nr)
    try:
        opgesteld, ontvanger = gemeente.brieven_uit(bericht.inhoud)
    except ValueError:
        raise Http404 from None
    kop = {"Content-Disposition": f'attachment; filename="brief-{nr}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(gemeente.als_pdf(opgesteld[0], ontvanger), content_type="application/pdf", headers=kop)


def _open(verzoek: HttpRequest, zaak_id: uuid.UUID, wat: str) -> Zaak:
    wie: Persoon = verzoek.persoon  # type: ignore[attr-defined]
    return open_voor(wie, zaak_id, wat=wat, waarom=WAAROM, recht=Recht.BRIEVEN)[0]


def _bericht(zaak: Zaak, nr: int) -> Uitgaand:
    bericht = zaak.uitgaand.filter(pk=nr).first()
    if bericht is None:
        raise Http404
    return bericht
