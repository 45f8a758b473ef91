"""The other side of an invitation: bring the code, see for whom and for what it is, and say yes or no."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from keukentafel.dossier import uitnodigingen
from keukentafel.dossier.gebeurtenissen import Gebeurtenis, meld
from keukentafel.dossier.mandaten import DOOR_DE_RECHTER
from keukentafel.dossier.models import Uitnodiging
from keukentafel.dossier.uitnodigingen import CodeOnbekend, KanNiet
from keukentafel.portaal.kader.fouten import foutpagina
from keukentafel.portaal.kader.grens import Venster, adres_van
from keukentafel.portaal.mijn.meekijken import ROLWOORD
from keukentafel.portaal.mijn.samen import wie

PER_MENS: Final = Venster(aantal=5, per=900)
PER_ADRES: Final = Venster(aantal=20, per=900)
"""Wrong codes in a quarter of an hour: of one person, and from one address."""
LANGST: Final = 40
_RAAD: Final = gettext_lazy("Kijk of u de code goed overnam. Lukt het niet? Vraag om een nieuwe code.")


@require_http_methods(["GET", "HEAD", "POST"])
def uitnodiging(verzoek: HttpRequest) -> HttpResponse:
    """Ask the code; show the invitation; take or refuse it."""
    if verzoek.method != "POST":
        return _vraag(verzoek)
    if wacht := _te_vaak(verzoek, tel=False):
        meld(Gebeurtenis.TE_VAAK, reden="uitnodiging", rekening=wie(verzoek).gebruiker.pk)
        antwoord = foutpagina(verzoek, 429, titel=_("Te vaak een verkeerde code"), uitleg=_na(wacht), raad=_RAAD)
        antwoord.headers["Retry-After"] = str(wacht)
        return antwoord
    code, antwoord_ = verzoek.POST.get("code", "").strip()[:LANGST], verzoek.POST.get("antwoord", "")
    if not code:
        return _vraag(verzoek, _("Vul de code in die u kreeg."))
    try:
        return _antwoord(verzoek, code, antwoord_)
    except CodeOnbekend:
        _te_vaak(verzoek, tel=True)
        zin = _("Deze code werkt niet. Kijk of u hem goed overnam, of vraag om een nieuwe.")
        return _vraag(verzoek, zin, code)
    except KanNiet as fout:
        return _vraag(verzoek, _kan_niet(fout.reden), code)


def _antwoord(verzoek: HttpRequest, code: str, antwoord: str) -> HttpResponse:
    if antwoord == "ja":
        uitnodigingen.neem_aan(code, wie(verzoek))
        klaar = redirect("mijn:start")
        klaar["Location"] += "?gelukt"
        return klaar
    if antwoord == "nee":
        uitnodigingen.weiger(code, wie(verzoek))
        return render(verzoek, "mijn/uitnodiging_nee.html", {"zonder_keuzes": True})
    return _toon(verzoek, uitnodigingen.zoek(code, wie(verzoek)), code)


def _te_vaak(verzoek: HttpRequest, *, tel: bool) -> int:
    """Seconds to wait after too many wrong codes; with `tel` this was one."""
    nu = time.monotonic()
    mens = PER_MENS.neem(str(wie(verzoek).gebruiker.pk), nu, tel=tel)
    return max(mens, PER_ADRES.neem(adres_van(verzoek), nu, tel=tel))


def _na(wacht: int) -> str:
    """After what time it can be tried again, in whole minutes."""
    weer = timezone.localtime() + timedelta(seconds=wacht + 59)
    return _("Probeer het na %(tijd)s uur weer.") % {"tijd": weer.strftime("%H.%M")}


def _kan_niet(reden: str) -> str:
    """Why somebody with the right code cannot take it."""
    return {
        "eigen": _("Deze code gaat over uw eigen zaak. Geef hem aan de persoon die u uitnodigde."),
        "al": _("U helpt deze persoon al zo. Een code is niet nodig."),
        "werk": _("U bent ingelogd met een account van de gemeente. Log uit, en log in als uzelf."),
    }[reden]  # fmt: skip


def _vraag(verzoek: HttpRequest, fout: str = "", code: str = "") -> HttpResponse:
    context: dict[str, Any] = {"fouten": [("code", fout)] if fout else [], "fout": fout, "code": code}
    context["paginastaat"] = {}
    return render(verzoek, "mijn/uitnodiging.html", context, status=422 if fout else 200)


def _toon(verzoek: HttpRequest, uit: Uitnodiging, code: str) -> HttpResponse:
    context = {
        "uit": uit, "code": code, "naam": uit.betrokkene.naam, "rol": uit.rol, "als": str(ROLWOORD[uit.rol]).lower(),
        "gemeente": uit.gemeente.naam, "zaak": uit.zaak, "door": uit.gemaakt_door.naam, "zonder_keuzes": True,
        "namens": uitnodigingen.namens(uit), "van_gemeente": uitnodigingen.van_de_gemeente(uit),
        "rechter": uit.soort in DOOR_DE_RECHTER,
    }  # fmt: skip
    return render(verzoek, "mijn/uitnodiging_zie.html", context)
