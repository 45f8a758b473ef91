"""The fields of the letter page: who writes, to whom, and the text itself."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Veld:
    """One field. `groot`: most characters it takes; `regels`: a larger box; `aanvullen`: what a browser may fill in."""

    naam: str
    label: Promise
    groot: int
    hulp: Promise | str = ""
    aanvullen: str = ""
    soort: str = "text"
    regels: int = 0


AFZENDER = (
    Veld("naam", _("Naam"), 100, aanvullen="name"),
    Veld("adres", _("Straat en huisnummer"), 100, aanvullen="address-line1"),
    Veld("postcode", _("Postcode"), 12, aanvullen="postal-code"),
    Veld("plaats", _("Woonplaats"), 80, aanvullen="address-level2"),
    Veld("telefoon", _("Telefoonnummer (hoeft niet)"), 30, aanvullen="tel", soort="tel"),
    Veld("email", _("E-mailadres (hoeft niet)"), 120, aanvullen="email", soort="email"),
    Veld(
        "geboortedatum",
        _("Geboortedatum (hoeft niet)"),
        30,
        _("Daarmee vindt de gemeente uw dossier sneller. Bijvoorbeeld: 3 maart 1948."),
        aanvullen="bday",
    ),
)
GEMEENTE = (
    Veld("gemeente", _("Naam van de gemeente"), 80, _("Bijvoorbeeld: Voorbeeldstad."), aanvullen="off"),
    Veld(
        "gemeente_adres",
        _("Postadres van de gemeente"),
        100,
        _("Dit staat op de brieven die u van de gemeente kreeg, of op haar website. Bijvoorbeeld: Postbus 100."),
        aanvullen="off",
    ),
    Veld("gemeente_postcode", _("Postcode van de gemeente"), 12, aanvullen="off"),
    Veld("gemeente_plaats", _("Plaats van de gemeente"), 80, aanvullen="off"),
    Veld(
        "gemeente_email",
        _("E-mailadres van de gemeente (hoeft niet)"),
        120,
        _("Alleen nodig als u de brief mailt."),
        aanvullen="off",
        soort="email",
    ),
    Veld(
        "kenmerk",
        _("Nummer of kenmerk (hoeft niet)"),
        60,
        _("Staat er een nummer op een brief van de gemeente? Neem dat over."),
        aanvullen="off",
    ),
)
BRIEF = (
    Veld("onderwerp", _("Onderwerp"), 150, aanvullen="off"),
    Veld(
        "tekst",
        _("Tekst van uw brief"),
        15_000,
        _("Verander gerust alles. Waar [vul in: …] staat, schrijft u zelf iets. Een lege regel begint een nieuw stuk."),
        regels=22,
    ),
    Veld("bijlagen", _("Bijlagen (hoeft niet)"), 1000, _("Elke bijlage op een eigen regel."), regels=3),
)
ALLE = (*AFZENDER, *GEMEENTE, *BRIEF)
