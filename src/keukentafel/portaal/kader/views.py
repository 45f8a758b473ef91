"""The start page, the pages about the site itself, the reading choice and what machines ask for."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST, require_safe

from keukentafel.portaal.kader import leeswijze
from keukentafel.portaal.kader.fouten import foutpagina

LOGOSOORTEN = {".svg": "image/svg+xml", ".png": "image/png"}


class ZelfdeVraagOpnieuw(HttpResponseRedirect):
    """Ask the same again, with the same method and body (307): a page that answers a POST keeps its state so."""

    status_code = 307


@require_safe
def start(verzoek: HttpRequest) -> HttpResponse:
    """The front page: what this is, three doors, the promise, the route."""
    return render(verzoek, "kader/start.html")


@require_POST
def lezen(verzoek: HttpRequest) -> HttpResponse:
    """Switch a reading choice on or off and return to the page it was chosen on."""
    terug = verzoek.POST.get("kt_terug", "")
    if not url_has_allowed_host_and_scheme(terug, allowed_hosts=None) or not terug.startswith("/"):
        terug = reverse("portaal:start")
    naar = ZelfdeVraagOpnieuw if verzoek.POST.get("kt_opnieuw") else HttpResponseRedirect
    antwoord = naar(terug)
    waarde = leeswijze.wissel(leeswijze.lees(verzoek), verzoek.POST.get("kt_keuze", ""))
    if waarde:
        antwoord.set_cookie(
            leeswijze.KOEKJE, waarde, max_age=leeswijze.JAAR, httponly=True, samesite="Lax", secure=settings.HTTPS
        )
    else:
        antwoord.delete_cookie(leeswijze.KOEKJE, samesite="Lax")
    return antwoord


@require_safe
def gezond(verzoek: HttpRequest) -> HttpResponse:
    """Whether the site answers; for who watches over it."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"})


@require_safe
def robots(verzoek: HttpRequest) -> HttpResponse:
    """Search engines are welcome on the pages."""
    return HttpResponse("User-agent: *\nAllow: /\n", content_type="text/plain; charset=utf-8")


@require_safe
def security(verzoek: HttpRequest) -> HttpResponse:
    """Where to report a weakness, when the place has set a contact (RFC 9116). Raises Http404."""
    if not settings.CONTACT:
        raise Http404
    tekst = f"Contact: {settings.CONTACT}\nPreferred-Languages: nl, en\n"
    return HttpResponse(tekst, content_type="text/plain; charset=utf-8")


@require_GET
def thema(verzoek: HttpRequest) -> HttpResponse:
    """The place's own tokens, when it has set them. Raises Http404."""
    return _bestand(settings.THEMA, "text/css; charset=utf-8")


@require_GET
def logo(verzoek: HttpRequest) -> HttpResponse:
    """The place's own logo (SVG or PNG), when it has set one. Raises Http404."""
    return _bestand(settings.LOGO, LOGOSOORTEN.get(Path(settings.LOGO).suffix.lower(), "image/png"))


def _bestand(plek: str, soort: str) -> HttpResponse:
    if not plek or not Path(plek).is_file():
        raise Http404
    inhoud_ = Path(plek).read_bytes()
    return HttpResponse(inhoud_, content_type=soort, headers={"Cache-Control": "public, max-age=3600"})


def fout_400(verzoek: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for a request that cannot be read."""
    return foutpagina(verzoek, 400)


def fout_403(verzoek: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for what is not allowed."""
    return foutpagina(verzoek, 403)


def fout_404(verzoek: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for what is not there."""
    return foutpagina(verzoek, 404)


def fout_500(verzoek: HttpRequest) -> HttpResponse:
    """The page for a fault of ours."""
    return foutpagina(verzoek, 500)
