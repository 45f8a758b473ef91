"""Does what we lean on work: paper, e-mail, the virus scanner, the login services? Tried when the manager asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from keukentafel.dossier.documenten import Scannerstoring, scanner
from keukentafel.dossier.models import Document
from keukentafel.dossier.outbox import Verzendfout
from keukentafel.dossier.woorden import Woord
from keukentafel.koppelingen import inlogdienst
from keukentafel.koppelingen.berichten import kanalen
from keukentafel.werkplek.beheer.begin import plek
from keukentafel.werkplek.beheer.formulier import toon
from keukentafel.werkplek.beheer.verzending import KANALEN, vast_op

_SCANNER = Woord("Virusscanner", "Virus scanner")
_DIENSTEN = {
    "inwoner": Woord("Inloggen van inwoners", "Login of residents"),
    "medewerker": Woord("Inloggen van medewerkers", "Login of workers"),
}


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """How one connector is doing. `fout` (Dutch) is empty when it works."""

    titel: Woord
    fout: str = ""
    vast: bool = False
    """It answers now, but something is stuck along it."""


@require_http_methods(["GET", "HEAD", "POST"])
def lijst(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """What is connected; a post tries each, without sending anything."""
    hier = plek(verzoek, gemeente)
    namen = [*KANALEN.values(), _SCANNER, *(_DIENSTEN[soort] for soort in settings.AANBIEDERS)]
    uitkomsten = list(_proef(vast_op(hier.gemeente))) if verzoek.method == "POST" else []
    wacht = Document.objects.filter(zaak__gemeente=hier.gemeente, gekeurd=False).count()
    return toon(verzoek, "koppelingen", gemeente=hier.gemeente, namen=namen, uitkomsten=uitkomsten, wacht=wacht)


def _proef(vast: set[str]) -> Iterator[Uitkomst]:
    yield from _kanalen(vast)
    try:
        scanner().besmetting(b"proef")
    except (Scannerstoring, ValueError) as fout:
        tekst = str(fout)
        yield Uitkomst(_SCANNER, f"{tekst[:1].upper()}{tekst[1:].rstrip('.')}.")
    else:
        yield Uitkomst(_SCANNER)
    for soort, aanbieder in settings.AANBIEDERS.items():
        try:
            inlogdienst.controleer(aanbieder.uitgever)
        except inlogdienst.Dienststoring as fout:
            yield Uitkomst(_DIENSTEN[soort], str(fout))
        else:
            yield Uitkomst(_DIENSTEN[soort])


def _kanalen(vast: set[str]) -> Iterator[Uitkomst]:
    try:
        wegen = kanalen()
    except ValueError as fout:
        yield from (Uitkomst(titel, str(fout)) for titel in KANALEN.values())
        return
    for naam, titel in KANALEN.items():
        try:
            wegen[naam].controleer()
        except Verzendfout as fout:
            yield Uitkomst(titel, str(fout))
        else:
            yield Uitkomst(titel, vast=naam in vast)
