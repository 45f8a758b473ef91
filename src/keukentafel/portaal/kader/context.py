"""What every template knows: the name and look of the place, the menu, the reading choice, the other language."""

from __future__ import annotations

from functools import partial

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language, gettext_lazy

from keukentafel.portaal.kader import leeswijze
from keukentafel.portaal.kader.navigatie import navigatie

MENU = (
    ("wat-nu/", gettext_lazy("Wat nu?")),
    ("voorbereiden/", gettext_lazy("Voorbereiden")),
    ("check/", gettext_lazy("Check")),
    ("brieven/", gettext_lazy("Brieven")),
    ("het-gesprek/", gettext_lazy("Wat is het gesprek?")),
)
# The public rooms: their pages keep the way back in the memory of the browser (static/keukentafel/bladeren.js).
MET_BLADEREN = {"portaal", "watnu", "check", "brief", "voorbereiden"}
ANDERE_TAAL = {"nl": ("en", "English"), "en": ("nl", "Nederlands")}


def kader(verzoek: HttpRequest) -> dict[str, object]:
    """The shared part of the context. `paginastaat` holds the hidden fields that a page answered to a POST hands on."""
    taal = get_language() or "nl"
    code, naam = ANDERE_TAAL.get(taal, ANDERE_TAAL["nl"])
    keuze = leeswijze.lees(verzoek)
    post = verzoek.method == "POST"
    return {
        "site": {
            "naam": settings.NAAM,
            "logo": bool(settings.LOGO),
            "thema": bool(settings.THEMA),
            "contact": settings.CONTACT,
        },
        "taal": taal,
        "andere_taal": {"code": code, "naam": naam, "adres": translate_url(verzoek.get_full_path(), code)},
        "menu": partial(_menu, verzoek),
        "inloggen": reverse("inloggen:kies") if settings.DEMO or settings.AANBIEDERS else "",
        # Who is logged in is known only behind the login, and read only by the pages there.
        "navigatie": partial(navigatie, verzoek),
        "bladeren": _bladeren(verzoek),
        "leeswijze": {"groot": "groot" in keuze, "contrast": "contrast" in keuze},
        "na_post": post,
        # Read only when a page shows it: an error page must not read a body that was refused.
        "paginastaat": partial(_staat, verzoek),
    }


def _bladeren(verzoek: HttpRequest) -> bool:
    plek = verzoek.resolver_match
    return plek is not None and bool(MET_BLADEREN.intersection(plek.namespaces))


def _menu(verzoek: HttpRequest) -> list[dict[str, object]]:
    """The public pages; behind the login another menu stands in its place."""
    return [_ingang(verzoek, deel, titel) for deel, titel in MENU]


def _ingang(verzoek: HttpRequest, deel: str, titel: object) -> dict[str, object]:
    adres = reverse("portaal:start") + deel
    hier = verzoek.path == adres
    return {"adres": adres, "titel": titel, "hier": hier, "onder": not hier and verzoek.path.startswith(adres)}


def _staat(verzoek: HttpRequest) -> dict[str, list[str]]:
    """The fields of this post, so that language and reading choice ask for the same page again, without loss."""
    return {naam: waarden for naam, waarden in verzoek.POST.lists() if not naam.startswith("kt_")}
