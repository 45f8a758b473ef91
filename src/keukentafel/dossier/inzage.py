"""Looking into a case: always through here, always logged, and for the resident to see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from keukentafel.dossier.afgeleid import beoordeel_zaak
from keukentafel.dossier.models import Feit, Kijk, Mandaat, Zaak
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import Persoon, zoek_zaak
from keukentafel.dossier.vaste_vraag import voeg_in
from keukentafel.procedure import Beoordeling


@dataclass(frozen=True, slots=True)
class Inzage:
    """A case as one person sees it now."""

    zaak: Zaak
    mandaat: Mandaat
    rijen: tuple[Feit, ...]
    beoordeling: Beoordeling


def kijk(wie: Persoon, zaak_id: Any, *, wat: str, waarom: str, recht: Recht = Recht.ZAAK_ZIEN) -> Inzage:
    """Open a case: access, log, facts, judgement. Raises `NietGevonden`."""
    zaak, mandaat = open_voor(wie, zaak_id, wat=wat, waarom=waarom, recht=recht)
    rijen = tuple(zaak.rijen())
    return Inzage(zaak, mandaat, rijen, beoordeel_zaak(zaak, rijen, wie.vandaag))


def open_voor(wie: Persoon, zaak_id: Any, *, wat: str, waarom: str, recht: Recht) -> tuple[Zaak, Mandaat]:
    """As `kijk`, without reading the facts (for who sees less than the whole case)."""
    zaak, mandaat = zoek_zaak(wie, zaak_id, recht)
    voeg_in(Kijk(
        zaak=zaak, gebruiker=wie.gebruiker, rol=mandaat.rol, wat=wat[:60], waarom=waarom[:200], wanneer=timezone.now()
    ))  # fmt: skip
    return zaak, mandaat
