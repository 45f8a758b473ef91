"""Logged out at the login service is logged out here: OpenID Connect Back-Channel Logout 1.0.

The service sends a message that it signed; the sessions that it names end at once. Of the service's session and its
name for the person only keyed digests are kept, as long as the session here.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import requests
from authlib.common.errors import AuthlibBaseError
from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from keukentafel.dossier.gebeurtenissen import Gebeurtenis, meld
from keukentafel.dossier.models import GebruiktBewijs
from keukentafel.dossier.sessies import beeindig_bij
from keukentafel.dossier.versleuteld import blinde_index
from keukentafel.inrichting.inloggen import oidc
from keukentafel.inrichting.inloggen.aanbieders import Aanbieder
from keukentafel.portaal.kader.grens import Venster, adres_van

GEBEURTENIS: Final = "http://schemas.openid.net/event/backchannel-logout"
SOORTEN: Final = (None, "logout+jwt", "JWT")
LANGSTE: Final = 8192
OUDSTE: Final = 300
"""Seconds after which a message is too old, whatever it says itself."""
MISLUKT = Venster(aantal=20, per=600)
"""Messages from one address that were not right; after these it is not listened to until the window ends."""


@require_POST
def afmelden(verzoek: HttpRequest, soort: str) -> HttpResponse:
    """End the sessions that the login service names. 200, or 400 with why not (the standard asks for these two).

    Raises Http404 for a service that is not set up.
    """
    aanbieder = settings.AANBIEDERS.get(soort)
    if aanbieder is None:
        raise Http404
    adres, nu = adres_van(verzoek), time.monotonic()
    if wacht := MISLUKT.neem(adres, nu, tel=False):
        meld(Gebeurtenis.TE_VAAK, reden="afmelden")
        return _antwoord({"error": "temporarily_unavailable"}, 429, {"Retry-After": str(wacht)})
    try:
        claims = lees(aanbieder, verzoek.POST.get("logout_token", ""))
        aantal = _beeindig(aanbieder, claims)
    except (oidc.Geweigerd, oidc.Onbereikbaar) as fout:
        MISLUKT.neem(adres, nu)
        reden = str(fout) or "de inlogdienst antwoordt niet"
        meld(Gebeurtenis.GEWEIGERD, reden=f"afmelden: {reden}", route="inloggen:afmelden", rekening="niemand")
        return _antwoord({"error": "invalid_request", "error_description": reden}, 400)
    meld(Gebeurtenis.SESSIES_BEEINDIGD, door="inlogdienst", aantal=aantal)
    return _antwoord({"ended": aantal}, 200)


def zegels(aanbieder: Aanbieder, claims: Mapping[str, Any]) -> tuple[str, str]:
    """The digests of the service's session and of its name for the person; empty for what it does not say."""
    sid, sub = (claims.get(naam) for naam in ("sid", "sub"))
    return _zegel(aanbieder, "sid", sid), _zegel(aanbieder, "sub", sub)


def lees(aanbieder: Aanbieder, bewijs: str) -> dict[str, Any]:
    """What a logout token says, checked as the standard asks (2.4, 2.6). Raises Geweigerd, Onbereikbaar."""
    if not bewijs or len(bewijs) > LANGSTE:
        raise oidc.Geweigerd("er is geen afmeldbewijs")
    try:
        bericht = _ontcijfer(aanbieder, bewijs)
    except requests.RequestException as fout:
        raise oidc.Onbereikbaar from fout
    except (JoseError, AuthlibBaseError, ValueError, KeyError, TypeError, RuntimeError) as fout:
        raise oidc.Geweigerd("de handtekening klopt niet") from fout
    bezwaar = next(_bezwaren(aanbieder, bericht.header, bericht.claims), None)
    if bezwaar:
        raise oidc.Geweigerd(bezwaar)
    return dict(bericht.claims)


def _ontcijfer(aanbieder: Aanbieder, bewijs: str) -> jwt.Token:
    kant = oidc.kant(aanbieder)
    namen = kant.load_server_metadata()["id_token_signing_alg_values_supported"]
    register = JWSRegistry(algorithms=namen, strict_check_header=False)
    try:
        return jwt.decode(bewijs, key=KeySet.import_key_set(kant.fetch_jwk_set()), registry=register)
    except InvalidKeyIdError:
        return jwt.decode(bewijs, key=KeySet.import_key_set(kant.fetch_jwk_set(force=True)), registry=register)


def _bezwaren(aanbieder: Aanbieder, kop: Mapping[str, Any], claims: Mapping[str, Any]) -> Iterator[str]:
    """Everything that is wrong with it."""
    if kop.get("typ") not in SOORTEN:
        yield "dit is geen afmeldbewijs"
    if claims.get("iss") != aanbieder.uitgever:
        yield "de uitgever klopt niet"
    aud = claims.get("aud")
    if aanbieder.client_id not in (aud if isinstance(aud, list) else [aud]):
        yield "het is voor een andere site"
    yield from _tijd(claims)
    gebeurtenissen = claims.get("events")
    if not isinstance(gebeurtenissen, dict) or not isinstance(gebeurtenissen.get(GEBEURTENIS), dict):
        yield "het meldt geen afmelding"
    if "nonce" in claims:
        yield "er hoort geen nonce in"
    if not any(isinstance(claims.get(naam), str) and claims[naam] for naam in ("sid", "sub")):
        yield "het zegt niet wie"
    if not isinstance(claims.get("jti"), str) or not claims["jti"]:
        yield "het heeft geen nummer"


def _tijd(claims: Mapping[str, Any]) -> Iterator[str]:
    nu = time.time()
    gemaakt, einde = _getal(claims.get("iat")), _getal(claims.get("exp", nu))
    if gemaakt is None or einde is None:
        yield "het zegt niet wanneer"
    elif not nu - OUDSTE <= gemaakt <= nu + oidc.SPELING or einde < nu - oidc.SPELING:
        yield "het is te oud of te jong"


def _getal(waarde: Any) -> float | None:
    return float(waarde) if isinstance(waarde, int | float) and not isinstance(waarde, bool) else None


def _beeindig(aanbieder: Aanbieder, claims: Mapping[str, Any]) -> int:
    """End the sessions, once for each message. Raises Geweigerd for one that was used before."""
    nu = datetime.now(UTC)
    try:
        with transaction.atomic():
            GebruiktBewijs.objects.filter(tot__lt=nu).delete()
            zegel = _zegel(aanbieder, "jti", claims["jti"])
            GebruiktBewijs.objects.create(zegel=zegel, tot=nu + timedelta(seconds=2 * OUDSTE))
            return beeindig_bij(*zegels(aanbieder, claims))
    except IntegrityError:
        raise oidc.Geweigerd("het is al gebruikt") from None


def _zegel(aanbieder: Aanbieder, naam: str, waarde: Any) -> str:
    if not isinstance(waarde, str) or not waarde:
        return ""
    return blinde_index("\n".join(("inlogdienst", aanbieder.soort, aanbieder.uitgever, naam, waarde)))


def _antwoord(lijf: dict[str, Any], status: int, koppen: Mapping[str, str] | None = None) -> HttpResponse:
    return JsonResponse(lijf, status=status, headers={"Cache-Control": "no-store", **(koppen or {})})
