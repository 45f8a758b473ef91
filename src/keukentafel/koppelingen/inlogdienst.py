"""Does a login service (OpenID provider) answer, and as the one that was set up?"""

from __future__ import annotations

from typing import Any

import requests

GEDULD = 5
"""Seconds to wait."""


class Dienststoring(Exception):
    """The login service does not work now; the message says how, in plain Dutch."""


def controleer(uitgever: str) -> None:
    """Ask what it says of itself. Raises `Dienststoring`."""
    try:
        adres = f"{uitgever.rstrip('/')}/.well-known/openid-configuration"
        antwoord = requests.get(adres, timeout=GEDULD, allow_redirects=False)
        antwoord.raise_for_status()
        gegevens: Any = antwoord.json()
    except (requests.RequestException, ValueError) as fout:
        raise Dienststoring("De inlogdienst antwoordt niet.") from fout
    if not isinstance(gegevens, dict) or gegevens.get("issuer") != uitgever:
        raise Dienststoring("De inlogdienst noemt een andere uitgever dan is ingesteld.")
