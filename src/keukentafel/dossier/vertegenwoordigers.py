"""A representative whom the municipality takes down on paper: who, of what kind, for what, until when, what was seen.

The mandate stands once that person has logged in and brought the code (`uitnodigingen`); the resident sees both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from keukentafel.dossier import uitnodigingen
from keukentafel.dossier.gebeurtenissen import Gebeurtenis, meld
from keukentafel.dossier.models import Mandaat, Uitnodiging, Zaak
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import NietGevonden, Persoon, geldig_op, zoek_zaak
from keukentafel.dossier.uitnodigingen import Aanbod

ROL: Final = "vertegenwoordiger"
BEVESTIGD: Final = "bevestigd"
"""How an invitation ended whose taker has another name than the proof, and is the same person all the same."""
SOORTEN: Final = ("curator", "mentor", "bewindvoerder", "gevolmachtigde")
"""On what somebody speaks for another: by the court, or by a power of attorney (Wmo 1.1.1 lid 2)."""


@dataclass(frozen=True, slots=True)
class Opgave:
    """What the paper says, and on which day it was seen."""

    aanbod: Aanbod
    soort: str
    vanaf: date
    bewijs: str
    gezien_op: date


def neem_op(wie: Persoon, zaak_id: Any, opgave: Opgave) -> tuple[Uitnodiging, str]:
    """Take a representative down; the code for that person is to be shown now or never. Raises `NietGevonden`."""
    zaak, _mandaat = zoek_zaak(wie, zaak_id, Recht.VERTEGENWOORDIGING)
    return uitnodigingen.maak(
        wie, zaak, opgave.aanbod, soort=opgave.soort, vanaf=opgave.vanaf, bewijs=opgave.bewijs,
        bewijs_gezien_op=opgave.gezien_op,
    )  # fmt: skip


def vertegenwoordigers(zaak: Zaak, vandaag: date) -> list[Mandaat]:
    """Who represents the resident in this case today."""
    rij = Mandaat.objects.filter(geldig_op(vandaag), betrokkene_id=zaak.betrokkene_id, rol=ROL)
    return [m for m in rij.select_related("gebruiker").order_by("gebruiker__naam") if m.zaak_id in (None, zaak.pk)]


def andere_naam(mandaat: Mandaat) -> str:
    """The name on the proof, when it is not that of who came with the code and nobody said yet that both are one.

    A code that goes astray is used by a stranger: that has to be seen, by the municipality and by the resident.
    """
    uit = Uitnodiging.objects.filter(mandaat=mandaat, afloop=uitnodigingen.AANGENOMEN).first()
    if uit is None or not uitnodigingen.van_de_gemeente(uit) or _zelfde(uit.naam, mandaat.gebruiker.naam):
        return ""
    return uit.naam


def bevestig(wie: Persoon, zaak_id: Any, nr: int) -> None:
    """Say that who came with the code is who stands on the proof. Raises `NietGevonden`."""
    zaak, _mandaat = zoek_zaak(wie, zaak_id, Recht.VERTEGENWOORDIGING)
    mandaat = next((m for m in vertegenwoordigers(zaak, wie.vandaag) if m.pk == nr), None)
    if mandaat is None or not andere_naam(mandaat):
        raise NietGevonden
    Uitnodiging.objects.filter(mandaat=mandaat).update(afloop=BEVESTIGD)
    meld(Gebeurtenis.VERTEGENWOORDIGER_BEVESTIGD, door=wie.gebruiker.pk, mandaat=mandaat.pk)


def _zelfde(een: str, ander: str) -> bool:
    return " ".join(een.split()).casefold() == " ".join(ander.split()).casefold()


def wachtend(zaak: Zaak) -> list[Uitnodiging]:
    """Who was taken down and did not log in yet."""
    return [uit for uit in uitnodigingen.wachtend(zaak) if uitnodigingen.van_de_gemeente(uit)]


def trek_in(wie: Persoon, zaak_id: Any, nr: int) -> None:
    """Take back what was taken down, while it waits. Raises `NietGevonden`."""
    zaak, _mandaat = zoek_zaak(wie, zaak_id, Recht.VERTEGENWOORDIGING)
    uitnodigingen.beeindig(wie, next((uit for uit in wachtend(zaak) if uit.pk == nr), None))


def stop(wie: Persoon, zaak_id: Any, nr: int) -> None:
    """End a mandate at once; who did so is kept with it. Raises `NietGevonden`."""
    zaak, _mandaat = zoek_zaak(wie, zaak_id, Recht.VERTEGENWOORDIGING)
    mandaat = next((m for m in vertegenwoordigers(zaak, wie.vandaag) if m.pk == nr), None)
    if mandaat is None:
        raise NietGevonden
    mandaat.beeindig(wie.vandaag - timedelta(days=1), wie.gebruiker)
