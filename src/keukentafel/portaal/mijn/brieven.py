"""Letters that one makes oneself: what the kept case has no page for is handed over to the public letters.

The case goes along in the page that is sent, as on every public page; nothing of it is kept there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import get_language

from keukentafel import brieven
from keukentafel.dossier.models import Zaak
from keukentafel.portaal.watnu.beeld import Beeld

HIER: Final = frozenset({
    "melding-doen", "melding-bevestigen", "persoonlijk-plan", "clientondersteuning-vragen",
    "andere-clientondersteuner", "gesprek-thuis", "gesprek-verzetten",
    "verslag-aanvullen", "reactie-op-verslag", "aanvraag-na-verslag", "aanvraag-rechtstreeks", "gegevens-sturen",
    "ingebrekestelling", "ingebrekestelling-bezwaar", "toestemming-intrekken",
})  # fmt: skip
"""Letters that need not be written: the case has a page that does the same."""
BEZWAAR: Final = "bezwaar-pro-forma"
_PLAATS: Final = re.compile(r"\s*(\d{4}\s*[A-Za-z]{2})\s+(.+)")


@dataclass(frozen=True, slots=True)
class Eigenbrieven:
    """The letters that fit now and those that always do; what goes along; the objection, and until which day."""

    bezwaar: brieven.Briefaanbod | None
    nu: list[brieven.Briefaanbod]
    altijd: list[brieven.Briefaanbod]
    mee: dict[str, str]
    bezwaar_tot: date | None


def eigenbrieven(b: Beeld, zaak: Zaak, *, eigen: bool) -> Eigenbrieven:
    """What one can write in this case. `eigen`: the name and address of the resident go along."""
    aanbod = [
        a for a in brieven.aanbod(b.oordeel, b.casus, b.vandaag, get_language() or "nl") if a.kan and a.naam not in HIER
    ]
    wie = _gemeente(zaak) | (_afzender(zaak) if eigen else {})
    bezwaar = next((a for a in aanbod if a.naam == BEZWAAR and b.loopt("bezwaar")), None)
    return Eigenbrieven(
        bezwaar, [a for a in aanbod if not a.altijd and a is not bezwaar], [a for a in aanbod if a.altijd],
        {
            "dossier": b.dossier.als_json(), "kenmerk": zaak.nummer, "uit_zaak": str(zaak.pk),
            "uit_nummer": zaak.nummer, **wie,
        },
        b.uiterlijk("bezwaar") if bezwaar is not None else None,
    )  # fmt: skip


def _afzender(zaak: Zaak) -> dict[str, str]:
    mens = zaak.betrokkene
    delen = _PLAATS.fullmatch(mens.postcode_plaats or "")
    plaats = {"postcode": delen[1], "plaats": delen[2]} if delen else {}
    velden = {"naam": mens.naam, "adres": mens.adres, **plaats}
    return {naam: waarde for naam, waarde in velden.items() if waarde}


def _gemeente(zaak: Zaak) -> dict[str, str]:
    """To whom: the address of the municipality, in parts where it can be told apart."""
    gemeente = zaak.gemeente
    straat, _komma, rest = gemeente.adres.rpartition(", ")
    delen = _PLAATS.fullmatch(rest)
    velden = {"gemeente": gemeente.naam, "gemeente_email": gemeente.email}
    if delen:
        velden |= {"gemeente_adres": straat, "gemeente_postcode": delen[1], "gemeente_plaats": delen[2]}
    return {naam: waarde for naam, waarde in velden.items() if waarde}
