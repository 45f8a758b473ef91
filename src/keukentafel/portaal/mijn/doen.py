"""Doing one thing in a case: the form of a `Handeling`, recorded through the one way in, answered with proof."""

from __future__ import annotations

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from keukentafel.dossier.formulieren import Feitformulier
from keukentafel.dossier.inzage import Inzage
from keukentafel.dossier.leesbaar import behoeftenamen, label
from keukentafel.dossier.models import Feit
from keukentafel.dossier.rechten import ROLLEN
from keukentafel.portaal.mijn.beeld import beeld
from keukentafel.portaal.mijn.handelingen import PER_NAAM, Handeling, bedenktijd, feiten, formulier, geldig
from keukentafel.portaal.mijn.samen import leg_vast, open_zaak, pagina, regel
from keukentafel.procedure import CasusFout

TERUG: Final = "terug"
VERSTUREN: Final = "versturen"
MAG_LEEG: Final = frozenset({"pgb_motivering", "toelichting"})
"""Fields whose emptiness needs no word."""


def _nakijken(verzoek: HttpRequest, inzage: Inzage, handeling: Handeling, feit: dict[str, Any]) -> HttpResponse:
    """What is about to be sent, in words; nothing was recorded yet."""
    rij = Feit(soort=handeling.soort, velden={n: w for n, w in feit.items() if n not in ("soort", "datum")})
    open_ = [
        (label(rij.soort, n), _("Niet ingevuld.")) for n in handeling.velden if n not in feit and n not in MAG_LEEG
    ]
    gezegd = regel(rij, behoeftenamen(inzage.rijen))
    weg = ("gezien", "csrfmiddlewaretoken", "stap")
    return pagina(
        verzoek, "mijn/nakijken.html", inzage, "zaak", handeling=handeling,
        rij={**gezegd, "regels": [*gezegd["regels"], *open_]},
        mee=[(n, w) for n in verzoek.POST if n not in weg for w in verzoek.POST.getlist(n)],
        uitleg=handeling.uitleg_nu(beeld(inzage)), gezien=verzoek.POST.get("gezien") or inzage.zaak.versie,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def doen(verzoek: HttpRequest, zaak_id: Any, naam: str) -> HttpResponse:
    """Show the form, or record what it says. Raises Http404 for what is not to be done here."""
    handeling = PER_NAAM.get(naam)
    inzage = open_zaak(verzoek, zaak_id, "iets doen")
    if handeling is None or handeling.soort not in ROLLEN[inzage.mandaat.rol].feiten:
        raise Http404
    b = beeld(inzage)
    geen_ja: list[tuple[str, str]] = []
    if verzoek.method == "POST":
        ingevuld = formulier(handeling, b, verzoek.POST)
        if handeling.gevolg and verzoek.POST.get("ja") != "ja":
            geen_ja = [("ja", _("Kruis aan dat u weet wat dit betekent. Of ga terug naar de zaak."))]
        stap = verzoek.POST.get("stap", "")
        if geldig(handeling, ingevuld, b.vandaag) and not geen_ja and stap != TERUG:
            if handeling.nakijken and stap != VERSTUREN:
                return _nakijken(verzoek, inzage, handeling, feiten(handeling, ingevuld, b)[0])
            try:
                uit = leg_vast(verzoek, zaak_id, feiten(handeling, ingevuld, b))
            except CasusFout as fout:
                ingevuld.neem_fouten(fout)
            else:
                return uit if isinstance(uit, HttpResponse) else redirect("mijn:bewijs", zaak_id, uit.feiten[0].nr)
    else:
        ingevuld = formulier(handeling, b)
    return _vraag(verzoek, inzage, handeling, ingevuld, geen_ja)


def _vraag(
    verzoek: HttpRequest, inzage: Inzage, handeling: Handeling, ingevuld: Feitformulier, geen_ja: list[tuple[str, str]]
) -> HttpResponse:
    """The page with the form, as it was filled in. What the site offers or explains is not called needless."""
    b = beeld(inzage)
    fouten, uitleg = (ingevuld.foutlijst() if ingevuld.is_bound else []) + geen_ja, handeling.uitleg_nu(b)
    return pagina(
        verzoek, "mijn/doen.html", inzage, "zaak", 422 if fouten else 200, handeling=handeling, formulier=ingevuld,
        fouten=fouten, geen_ja=dict(geen_ja).get("ja"), uitleg=uitleg, bedenktijd=bedenktijd(b),
        nuttig=handeling.kan(b) or handeling.groep == "hulp" or uitleg != handeling.uitleg,
        gezien=verzoek.POST.get("gezien") or inzage.zaak.versie,
    )  # fmt: skip
