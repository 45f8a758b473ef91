"""E-mail through Django's mail backend: the letter as PDF, or only the notice that something stands ready.

The subject names no case and no care. The same message bears the same Message-ID, and what the server took is marked:
after a crash in between a mail system can tell the second one from a new letter.
"""

from __future__ import annotations

import hashlib
import smtplib
from collections.abc import Callable, Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from keukentafel.brieven.gemeente import aanhef, als_pdf, brieven_uit
from keukentafel.brieven.gemeente.model import Ontvanger, Opgesteld
from keukentafel.brieven.taal import EN
from keukentafel.dossier.models import Gemeente, Uitgaand
from keukentafel.dossier.outbox import Verzendfout
from keukentafel.koppelingen.berichten.verzendboek import Verzendboek

Verbinding = Callable[[], BaseEmailBackend]


class Mail:
    """The channel `email`. `verbinding` makes a mail backend of Django for one message."""

    def __init__(self, verbinding: Verbinding, boek: Verzendboek) -> None:
        self.verbinding, self.boek = verbinding, boek

    def verstuur(self, bericht: Uitgaand) -> None:
        """Send the letter as PDF. Raises `Verzendfout`."""
        brieven, ontvanger = lees(bericht)
        bijlagen = [
            (
                f"{bericht.soort}{'' if brief.taal == 'nl' else '-' + brief.taal}.pdf",
                als_pdf(brief, ontvanger),
                "application/pdf",
            )
            for brief in brieven
        ]
        gemeente = bericht.zaak.gemeente
        tekst = _samen(
            brieven,
            ontvanger,
            f"In de bijlage staat een brief van de gemeente {gemeente.naam}.\n\n"
            "U krijgt deze brief per e-mail omdat u dat zelf koos. Wilt u liever papier? Laat het ons weten.",
            f"Enclosed is a letter from the municipality of {gemeente.naam}.\n\n"
            "You get this letter by e-mail because you chose so. Would you rather have paper? Let us know.",
        )
        self.stuur(bericht, f"Een brief van de gemeente {gemeente.naam}", tekst, bijlagen)

    def stuur(
        self, bericht: Uitgaand, onderwerp: str, tekst: str, bijlagen: Sequence[tuple[str, bytes, str]] = ()
    ) -> None:
        """Send one e-mail to the resident of this message, once for its key. Raises `Verzendfout`."""
        if self.boek.kent(bericht.sleutel):
            return
        van, naar = _van(bericht.zaak.gemeente), bericht.zaak.betrokkene.email
        if not naar:
            raise Verzendfout("Er is geen e-mailadres van deze inwoner.")
        brief = EmailMessage(onderwerp, tekst, van, [naar], attachments=list(bijlagen), connection=self.verbinding())
        brief.extra_headers["Message-ID"] = _kenmerk(bericht.sleutel, van)
        try:
            brief.send()
            self.boek.noteer(bericht.sleutel)
        except smtplib.SMTPRecipientsRefused as fout:
            raise Verzendfout("De mailserver neemt dit e-mailadres niet aan.") from fout
        except smtplib.SMTPException as fout:
            raise Verzendfout(f"De mailserver weigerde het bericht ({type(fout).__name__}).") from fout
        except OSError as fout:
            raise Verzendfout("De mailserver antwoordt niet.") from fout

    def controleer(self) -> None:
        """Does the mail server answer? Raises `Verzendfout`."""
        verbinding = self.verbinding()
        try:
            verbinding.open()
            verbinding.close()
        except (OSError, smtplib.SMTPException) as fout:
            raise Verzendfout("De mailserver antwoordt niet.") from fout


class Portaal:
    """The channel `portaal`: the letter stands on the resident's own page; an e-mail says so, and nothing more."""

    def __init__(self, mail: Mail | None) -> None:
        self.mail = mail

    def verstuur(self, bericht: Uitgaand) -> None:
        """Tell the resident that a message stands ready. Raises `Verzendfout`."""
        brieven, ontvanger = lees(bericht)
        if self.mail is None:
            raise Verzendfout("Er is geen mailserver om te melden dat er een bericht klaarstaat.")
        gemeente = bericht.zaak.gemeente.naam
        tekst = _samen(
            brieven,
            ontvanger,
            f"Er staat een bericht van de gemeente {gemeente} voor u klaar. Log in op uw eigen pagina om het te lezen.",
            f"A message from the municipality of {gemeente} is ready for you. Log in to your own page to read it.",
        )
        self.mail.stuur(bericht, f"Er staat een bericht van de gemeente {gemeente} voor u klaar", tekst)

    def controleer(self) -> None:
        """Can residents be told? Raises `Verzendfout`."""
        if self.mail is None:
            raise Verzendfout("Er is geen mailserver om te melden dat er een bericht klaarstaat.")
        self.mail.controleer()


def lees(bericht: Uitgaand) -> tuple[list[Opgesteld], Ontvanger]:
    """The letter in a message. Raises `Verzendfout`."""
    try:
        return brieven_uit(bericht.inhoud)
    except ValueError as fout:
        raise Verzendfout(str(fout)) from fout


def _samen(brieven: Sequence[Opgesteld], ontvanger: Ontvanger, nl: str, en: str) -> str:
    """The text in Dutch, and in English after it for who gets a reading version."""
    talen = {brief.taal for brief in brieven}
    delen = [aanhef(ontvanger, "nl"), nl]
    if EN in talen:
        delen += ["---", aanhef(ontvanger, EN), en]
    return "\n\n".join(delen) + "\n"


def _van(gemeente: Gemeente) -> str:
    if not gemeente.email:
        raise Verzendfout("De gemeente heeft nog geen e-mailadres om vanaf te sturen.")
    return gemeente.email


def _kenmerk(sleutel: str, van: str) -> str:
    return f"<{hashlib.sha256(sleutel.encode()).hexdigest()[:40]}@{van.rpartition('@')[2]}>"
