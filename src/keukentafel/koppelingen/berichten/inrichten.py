"""Which channels this installation has, out of its settings `MAIL` and `UITGAAND`.

`MAIL`: smtp://name:password@host:587 (STARTTLS), smtps:// (TLS from the start), smtp-open:// (no encryption, for a mail
server on the same machine), or map:// (files in the folder instead of a server: the demonstration).
`UITGAAND`: the folder for paper and for the marks of what was sent.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, Protocol
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.filebased import EmailBackend as Bestanden
from django.core.mail.backends.smtp import EmailBackend as Smtp

from keukentafel.dossier.models import Uitgaand
from keukentafel.koppelingen.berichten.mail import Mail, Portaal
from keukentafel.koppelingen.berichten.post import Post
from keukentafel.koppelingen.berichten.proef import KapotKanaal
from keukentafel.koppelingen.berichten.verzendboek import Verzendboek

GEDULD = 10
"""Seconds to wait for a mail server."""
POORTEN = {"smtp": 587, "smtps": 465, "smtp-open": 25}
IN_MAP = "map"


class Kanaal(Protocol):
    """A channel that can also say whether it works."""

    def verstuur(self, bericht: Uitgaand) -> None:
        """Deliver, or raise `Verzendfout`."""

    def controleer(self) -> None:
        """Raise `Verzendfout` when it does not work now."""


class Mailadres(NamedTuple):
    """A mail server as an address says it."""

    soort: str
    gastheer: str = ""
    poort: int = 0
    naam: str = ""
    wachtwoord: str = ""


def lees_mailadres(tekst: str) -> Mailadres | None:
    """Read the setting; None when there is none. Raises ValueError with a plain message."""
    if not tekst:
        return None
    delen = urlsplit(tekst)
    if delen.scheme == IN_MAP:
        return Mailadres(IN_MAP)
    if delen.scheme not in POORTEN or not delen.hostname:
        raise ValueError("KEUKENTAFEL_MAIL: schrijf smtp://naam:wachtwoord@mail.gemeente.example:587, of smtps://…")
    try:
        poort = delen.port or POORTEN[delen.scheme]
    except ValueError:
        raise ValueError("KEUKENTAFEL_MAIL: de poort is geen getal van 1 tot 65535.") from None
    return Mailadres(delen.scheme, delen.hostname, poort, unquote(delen.username or ""), unquote(delen.password or ""))


def kanalen() -> dict[str, Kanaal]:
    """The channels by name. Without a folder there is no paper and no e-mail: messages wait, and are listed."""
    if not settings.UITGAAND:
        leeg = KapotKanaal("Er is nog geen map voor uitgaande post ingesteld (KEUKENTAFEL_UITGAAND).")
        return {"print": leeg, "email": leeg, "portaal": leeg}
    map_ = Path(settings.UITGAAND)
    adres = lees_mailadres(settings.MAIL)
    mail = Mail(partial(_verbinding, adres, map_), Verzendboek(map_ / "verzonden")) if adres else None
    zonder = KapotKanaal("Er is nog geen mailserver ingesteld (KEUKENTAFEL_MAIL).")
    return {"print": Post(map_ / "post"), "email": mail or zonder, "portaal": Portaal(mail)}


def _verbinding(adres: Mailadres, map_: Path) -> BaseEmailBackend:
    if adres.soort == IN_MAP:
        return Bestanden(file_path=str(map_ / "email"))
    opties: dict[str, Any] = {"use_tls": adres.soort == "smtp", "use_ssl": adres.soort == "smtps"}
    return Smtp(
        host=adres.gastheer, port=adres.poort, username=adres.naam, password=adres.wachtwoord, timeout=GEDULD, **opties
    )
