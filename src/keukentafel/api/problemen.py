"""Every error as application/problem+json (RFC 9457): what is wrong and what would be right, in plain Dutch."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from keukentafel.api.woorden import zin
from keukentafel.dossier.documenten import Afgekeurd, NogNietGekeurd
from keukentafel.dossier.toegang import NietGevonden, NietToegestaan
from keukentafel.dossier.vastleggen import Conflict
from keukentafel.dossier.vertaling import rij_als_dict
from keukentafel.procedure import CasusFout

Maak = Callable[[HttpRequest, Any], HttpResponse]
MEDIATYPE: Final = "application/problem+json"
TITELS: Final[Mapping[int, str]] = {
    400: "Dit verzoek is niet te lezen",
    401: "Geen geldige toegangssleutel",
    403: "Dit mag u niet",
    404: "Niet gevonden",
    405: "Dit kan hier niet",
    409: "Dit kan nu niet",
    413: "Te groot",
    415: "Dit soort inhoud kan hier niet",
    422: "Dit klopt nog niet",
    429: "Te veel verzoeken",
    500: "Er ging iets mis bij ons",
    503: "Even niet beschikbaar",
}
NERGENS: Final = "Dit adres of deze zaak bestaat niet, of is niet voor u."

log = logging.getLogger("keukentafel.api")


class Geweigerd(Exception):
    """A request that is refused for a reason of the API itself."""

    def __init__(self, status: int, uitleg: str) -> None:
        self.status, self.uitleg = status, uitleg
        super().__init__(uitleg)


def probleem(status: int, uitleg: str, **meer: Any) -> HttpResponse:
    """An error as an answer. Extra members say more (`fouten`, `erbij`)."""
    lijf = {"type": "about:blank", "title": TITELS[status], "status": status, "detail": uitleg} | meer
    antwoord = HttpResponse(json.dumps(lijf, ensure_ascii=False), status=status, content_type=MEDIATYPE)
    if status == 401:
        antwoord.headers["WWW-Authenticate"] = 'Bearer realm="keukentafel"'
    return antwoord


def ken_alle_fouten(api: NinjaAPI) -> None:
    """Let every error that can come out of the house be answered as a problem."""
    for soort, (status, uitleg) in VASTE.items():
        api.add_exception_handler(soort, _vast(status, uitleg))
    for soort, maak in EIGEN.items():
        api.add_exception_handler(soort, maak)


def _vast(status: int, uitleg: str) -> Maak:
    return lambda verzoek, fout: probleem(status, uitleg)


def _geweigerd(_: HttpRequest, fout: Any) -> HttpResponse:
    return probleem(fout.status, fout.uitleg)


def _niet_toegestaan(_: HttpRequest, fout: Any) -> HttpResponse:
    return probleem(403, str(fout))


def _nog_niet(_: HttpRequest, fout: Any) -> HttpResponse:
    return probleem(409, str(fout))


def _afgekeurd(_: HttpRequest, fout: Any) -> HttpResponse:
    return _fouten([{"wat": str(fout)}])


def _te_vaak(_: HttpRequest, fout: Any) -> HttpResponse:
    return probleem(429, f"Wacht {fout.wait} seconden.", wacht=fout.wait)


def _http(_: HttpRequest, fout: Any) -> HttpResponse:
    status = fout.status_code if fout.status_code in TITELS else 400
    return probleem(status, "De inhoud is geen leesbare JSON." if status == 400 else TITELS[status] + ".")


def _conflict(_: HttpRequest, fout: Any) -> HttpResponse:
    erbij = [{"nr": rij.nr} | rij_als_dict(rij) for rij in fout.erbij]
    return probleem(409, str(fout), erbij=erbij, eigen=dict(fout.eigen))


def _casus(_: HttpRequest, fout: Any) -> HttpResponse:
    return _fouten({"wat": f.tekst, "feit": f.feit} if f.feit else {"wat": f.tekst} for f in fout.fouten)


def _vorm(_: HttpRequest, fout: Any) -> HttpResponse:
    return _fouten({"wat": zin(f), "waar": ".".join(str(deel) for deel in f["loc"])} for f in fout.errors)


def _fouten(fouten: Iterable[Mapping[str, Any]]) -> HttpResponse:
    alle = list(fouten)
    return probleem(422, "; ".join(dict.fromkeys(str(f["wat"]) for f in alle)), fouten=alle)


def _onverwacht(_: HttpRequest, fout: Any) -> HttpResponse:
    """A fault of ours: logged by its kind alone, since its text may hold what a person wrote."""
    log.error("onverwachte fout: %s", type(fout).__name__)
    return probleem(500, "Dit is onze fout. Er is niets vastgelegd.")


VASTE: Final[Mapping[type[Exception], tuple[int, str]]] = {
    NietGevonden: (404, NERGENS),
    Http404: (404, NERGENS),
    AuthenticationError: (401, "Stuur een geldige sleutel mee:  Authorization: Bearer kt_..."),
    RequestDataTooBig: (413, "Dit verzoek is te groot. Stuur minder in één keer."),
    SuspiciousOperation: (400, "In dit verzoek zit iets dat wij niet aannemen."),
    MultiPartParserError: (400, "De inhoud is geen leesbaar formulier (multipart/form-data)."),
    DatabaseError: (503, "De gegevens zijn even niet te bereiken of te bewaren. Probeer het straks opnieuw."),
    OSError: (503, "Bewaren lukt nu niet. Probeer het straks opnieuw."),
}
EIGEN: Final[Mapping[type[Exception], Maak]] = {
    Geweigerd: _geweigerd,
    NietToegestaan: _niet_toegestaan,
    NogNietGekeurd: _nog_niet,
    Afgekeurd: _afgekeurd,
    Throttled: _te_vaak,
    HttpError: _http,
    Conflict: _conflict,
    CasusFout: _casus,
    ValidationError: _vorm,
    Exception: _onverwacht,
}
