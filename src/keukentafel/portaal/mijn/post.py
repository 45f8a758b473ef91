"""Letters and messages of the municipality: shown as they went out, as PDF, marked read when opened here."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from keukentafel.brieven import gemeente
from keukentafel.dossier.inzage import Inzage
from keukentafel.dossier.models import Uitgaand
from keukentafel.dossier.rechten import Recht
from keukentafel.portaal.mijn.samen import EIGEN, open_zaak, pagina


@require_safe
def lijst(verzoek: HttpRequest, zaak_id: Any) -> HttpResponse:
    """Everything that went out or is about to."""
    inzage = open_zaak(verzoek, zaak_id, "brieven en berichten", Recht.BRIEVEN)
    berichten = inzage.zaak.uitgaand.order_by("-gemaakt_op", "-id")
    return pagina(verzoek, "mijn/post.html", inzage, "post", berichten=berichten)


@require_safe
def lees(verzoek: HttpRequest, zaak_id: Any, nr: int) -> HttpResponse:
    """One message. Opened by the resident, a message on the site counts as read. Raises Http404."""
    inzage = open_zaak(verzoek, zaak_id, "brief of bericht", Recht.BRIEVEN)
    bericht = _bericht(inzage, nr)
    if bericht.kanaal == "portaal" and bericht.gelezen_op is None and inzage.mandaat.rol in EIGEN:
        bericht.gelezen_op = timezone.now()
        bericht.save(update_fields=("gelezen_op",))
    try:
        brieven, ontvanger = gemeente.brieven_uit(bericht.inhoud)
    except ValueError:
        brieven, ontvanger = [], None
    teksten = [(brief, gemeente.aanhef(ontvanger, brief.taal)) for brief in brieven if ontvanger is not None]
    teksten.sort(key=lambda paar: paar[0].taal != (get_language() or "nl"))
    return pagina(verzoek, "mijn/bericht.html", inzage, "post", bericht=bericht, teksten=teksten)


@require_safe
def als_pdf(verzoek: HttpRequest, zaak_id: Any, nr: int, *, groot: bool = False) -> HttpResponse:
    """The letter as PDF, as it was sent; in large print when asked for, now or for every letter. Raises Http404."""
    inzage = open_zaak(verzoek, zaak_id, "brief als pdf", Recht.BRIEVEN)
    bericht, groot = _bericht(inzage, nr), groot or inzage.zaak.betrokkene.groot
    try:
        brieven, ontvanger = gemeente.brieven_uit(bericht.inhoud)
    except ValueError:
        raise Http404 from None
    kop = {"Content-Disposition": f'attachment; filename="brief-{nr}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(gemeente.als_pdf(brieven[0], ontvanger, groot), content_type="application/pdf", headers=kop)


def _bericht(inzage: Inzage, nr: int) -> Uitgaand:
    bericht = inzage.zaak.uitgaand.filter(pk=nr).first()
    if bericht is None:
        raise Http404
    return bericht
