"""Log in at an OpenID provider: code flow with PKCE, state and nonce, and a second factor that is asked and checked.

The protocol is Authlib's. What is ours: which provider, which algorithms, which level, and that nothing of what the
provider tells is kept but what names the person.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.base_client import MismatchingStateError
from authlib.integrations.django_client.apps import DjangoOAuth2App
from authlib.integrations.django_client.integration import DjangoIntegration
from authlib.integrations.requests_client import OAuth2Session
from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from joserfc.errors import JoseError

from keukentafel.inrichting.inloggen.aanbieders import INWONER, Aanbieder

WACHT: Final = 10
"""Seconds that a provider gets to answer."""
ALGORITMEN: Final = (
    "RS256",
    "PS256",
    "ES256",
    "RS384",
    "PS384",
    "ES384",
    "RS512",
    "PS512",
    "ES512",
    "EdDSA",
    "Ed25519",
)
"""Signatures with a public key: never none, never one with a shared secret."""
SPELING: Final = 60
"""Seconds that clocks may differ."""
TWEE_FACTOREN: Final = "mfa"


class Geweigerd(Exception):
    """The provider, or what it says, does not let this person in. The text says why, without a person in it."""


class Onbereikbaar(Exception):
    """The provider does not answer, or not as an OpenID provider does."""


class TweedeFactorOntbreekt(Geweigerd):
    """The person logged in with one factor where two are asked."""


def begin(
    verzoek: HttpRequest, aanbieder: Aanbieder, terug: str, *, opnieuw: bool = False
) -> HttpResponseRedirect:  # fmt: skip
    """Send the person to the provider; what is needed to check the answer waits in the session. Raises Onbereikbaar.

    `opnieuw`: they are logged in here, and have to show once more who they are.
    """
    vragen = {"acr_values": " ".join(aanbieder.acr)}
    if opnieuw or aanbieder.soort == INWONER:
        vragen["prompt"] = "login"
    if opnieuw:
        vragen["max_age"] = "0"
    elif aanbieder.soort != INWONER:
        vragen["max_age"] = str(settings.SESSIEDUUR[aanbieder.soort][1])
    try:
        return kant(aanbieder).authorize_redirect(verzoek, terug, **vragen)
    except (requests.RequestException, AuthlibBaseError, ValueError, RuntimeError) as fout:
        raise Onbereikbaar from fout


def rond_af(verzoek: HttpRequest, aanbieder: Aanbieder, *, sinds: float | None = None) -> Mapping[str, Any]:
    """What the provider says of the person, checked. Raises Geweigerd, TweedeFactorOntbreekt, Onbereikbaar.

    `sinds` (seconds since 1970): the login has to be of after that moment, and the provider has to say so.
    """
    if verzoek.GET.get("iss", aanbieder.uitgever) != aanbieder.uitgever:
        raise Geweigerd("het antwoord komt van een andere inlogdienst")
    hier = kant(aanbieder)
    eisen = {
        "iss": {"essential": True, "value": aanbieder.uitgever},
        "aud": {"essential": True, "value": aanbieder.client_id},
    }
    if sinds is not None or aanbieder.soort != INWONER:
        eisen["auth_time"] = {"essential": True}
    try:
        token = hier.authorize_access_token(verzoek, claims_options=eisen, leeway=SPELING)
        claims = token.get("userinfo") or {}
        if claims and aanbieder.claim not in claims:
            claims = {**_navraag(hier, token, claims["sub"]), **claims}
    except requests.RequestException as fout:
        raise Onbereikbaar from fout
    except MismatchingStateError as fout:
        raise Geweigerd("het antwoord hoort niet bij deze sessie") from fout
    except (AuthlibBaseError, JoseError, ValueError, KeyError, RuntimeError) as fout:
        raise Geweigerd(f"het antwoord klopt niet ({type(fout).__name__})") from fout
    _keur(claims, aanbieder)
    if sinds is not None and float(claims["auth_time"]) < sinds - SPELING:
        raise Geweigerd("de inlogdienst vroeg niet opnieuw om in te loggen")
    return claims


def uitlogadres(aanbieder: Aanbieder, terug: str) -> str:
    """Where one logs out at the provider itself; empty when it has no such place or does not answer."""
    hier = kant(aanbieder)
    try:
        return str(hier.create_logout_url(terug, client_id=aanbieder.client_id)["url"])
    except (requests.RequestException, RuntimeError, Onbereikbaar, ValueError):
        return ""


class _Verbinding(OAuth2Session):
    """A connection that goes where it is sent, and nowhere further."""

    def request(self, *args: Any, **kwargs: Any) -> requests.Response:
        """As `requests`, without following a redirect."""
        return super().request(*args, **kwargs | {"allow_redirects": False})


class _Kant(DjangoOAuth2App):
    """Our side of one provider, whose own description has to be about the issuer that is set up."""

    client_cls = _Verbinding

    def load_server_metadata(self) -> dict[str, Any]:
        """What the provider says of itself, fetched once. Raises ValueError when it names another issuer."""
        gegevens: dict[str, Any] = super().load_server_metadata()
        if gegevens.get("issuer") != self.uitgever:
            self.server_metadata.clear()
            raise ValueError("de inlogdienst noemt een andere uitgever dan is ingesteld")
        algoritmen = set(gegevens.get("id_token_signing_alg_values_supported") or ALGORITMEN)
        gegevens["id_token_signing_alg_values_supported"] = [naam for naam in ALGORITMEN if naam in algoritmen]
        return gegevens


@lru_cache(maxsize=8)
def kant(aanbieder: Aanbieder) -> _Kant:
    """Our side of this provider; what the provider says of itself is fetched once."""
    hier = _Kant(
        DjangoIntegration(aanbieder.soort),
        name=aanbieder.soort,
        client_id=aanbieder.client_id,
        client_secret=aanbieder.client_geheim,
        server_metadata_url=f"{aanbieder.uitgever.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid profile", "code_challenge_method": "S256", "default_timeout": WACHT},
    )
    hier.uitgever = aanbieder.uitgever
    return hier


def _navraag(kant: _Kant, token: Mapping[str, Any], sub: str) -> Mapping[str, Any]:
    """What the provider tells only when asked; about the same person, or nothing."""
    if not kant.load_server_metadata().get("userinfo_endpoint"):
        return {}
    meer = kant.userinfo(token=token)
    if meer.get("sub") != sub:
        raise Geweigerd("de inlogdienst antwoordt over iemand anders")
    return meer


def _keur(claims: Mapping[str, Any], aanbieder: Aanbieder) -> None:
    if not claims:
        raise Geweigerd("de inlogdienst zegt niet wie er inlogt")
    if not isinstance(claims.get(aanbieder.claim), str) or not claims[aanbieder.claim].strip():
        raise Geweigerd("de inlogdienst noemt niet wat deze site nodig heeft")
    middelen = claims.get("amr") or []
    if claims.get("acr") not in aanbieder.acr and TWEE_FACTOREN not in middelen:
        raise TweedeFactorOntbreekt("de inlogdienst heeft geen tweede factor gevraagd")
    heel = settings.SESSIEDUUR[aanbieder.soort][1]
    if "auth_time" in claims and time.time() - float(claims["auth_time"]) > heel + SPELING:
        raise Geweigerd("het inloggen bij de inlogdienst is te lang geleden")
