"""Designed error pages: what happened, that nothing is lost, what to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _


def foutpagina(verzoek: HttpRequest, status: int, **gegevens: object) -> HttpResponse:
    """The page for a status (400, 403, 404, 413, 429, 5xx), in the language of the request or with words of its own."""
    titel, uitleg, raad = _teksten(status)
    inhoud = {"status": status, "titel": titel, "uitleg": uitleg, "raad": raad, "na_post": False, **gegevens}
    try:
        tekst = render_to_string("kader/fout.html", inhoud, verzoek)
    except Exception:
        if status != 500:
            raise
        # The page that reports a broken page must not break itself.
        tekst = mark_safe(f"<!doctype html><html lang=nl><title>{titel}</title><h1>{titel}</h1><p>{uitleg}</p></html>")
    return HttpResponse(tekst, status=status)


def _teksten(status: int) -> tuple[str, str, str]:
    teksten = {
        400: (
            _("Dit verzoek begrijpen wij niet"),
            _("Er kwam iets binnen dat deze pagina niet kan lezen."),
            _("Ga terug en probeer het nog een keer. Uw gegevens zijn niet bewaard."),
        ),
        403: (
            _("Dit mag niet vanaf een andere website"),
            _("Het formulier werd verstuurd vanaf een andere website. Voor uw veiligheid nemen wij dat niet aan."),
            _("Open deze website zelf en vul het formulier daar in."),
        ),
        404: (
            _("Deze pagina is er niet"),
            _("Misschien is het adres verkeerd overgenomen, of is de pagina verplaatst."),
            _("Kies hieronder waar u heen wilt."),
        ),
        413: (
            _("Dit bestand of deze tekst is te groot"),
            _("Wij nemen ten hoogste 2 MB aan. Een dossier van deze website is veel kleiner."),
            _("Ga terug en kies een kleiner bestand. Er is niets bewaard."),
        ),
        429: (
            _("Even rustig aan"),
            _("U vroeg dit vaak achter elkaar. Zo houden wij de website voor iedereen bereikbaar."),
            _("Wacht even, ga dan terug en probeer het opnieuw. Wat u invulde staat nog op de vorige pagina."),
        ),
        500: (
            _("Er ging iets mis bij ons"),
            _("Dit is onze fout, niet de uwe. Er is niets over u bewaard."),
            _("Ga terug en probeer het nog een keer. Lukt het niet? Probeer het later weer."),
        ),
    }
    return teksten.get(status, teksten[500])
