"""A request that is sent twice counts once: what a key recorded is kept for a day, by number and not by its text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.db import IntegrityError, transaction
from django.utils import timezone

from keukentafel.dossier.models import Feit, Herhaling, Zaak
from keukentafel.dossier.toegang import NietGevonden, Persoon, reikt
from keukentafel.dossier.vaste_vraag import voeg_in
from keukentafel.dossier.vastleggen import Vastgelegd

BEWAARTIJD: Final = timedelta(hours=24)


class AndereInhoud(ValueError):
    """The key was used before, for another request."""


@dataclass(frozen=True, slots=True)
class Sleutel:
    """The digest of a token, the key that came with a request, and the digest of that request."""

    zegel: str
    sleutel: str
    inhoud: str


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What was recorded, now or the first time: the case, its version and phase at that moment, the facts."""

    zaak: Zaak
    versie: int
    fase: str
    feiten: tuple[Feit, ...]


def eenmaal(sleutel: Sleutel, wie: Persoon, doe: Callable[[], Vastgelegd]) -> Uitkomst:
    """Do it, or say what came of it the first time. What failed left nothing and may be tried again.

    Raises `AndereInhoud`, `NietGevonden` when the case is no longer for this person, and what `doe` raises.
    """
    try:
        with transaction.atomic():
            Herhaling.objects.filter(gemaakt_op__lt=timezone.now() - BEWAARTIJD).delete()
            return _eerder(sleutel, wie) or _nu(sleutel, doe)
    except IntegrityError:  # the same request came in at the same moment and was first
        eerder = _eerder(sleutel, wie)
        if eerder is None:
            raise
        return eerder


def _nu(sleutel: Sleutel, doe: Callable[[], Vastgelegd]) -> Uitkomst:
    gedaan = doe()
    zaak, nummers = gedaan.zaak, [feit.nr for feit in gedaan.feiten]
    voeg_in(Herhaling(
        zegel=sleutel.zegel, sleutel=sleutel.sleutel, inhoud=sleutel.inhoud, zaak=zaak, van=min(nummers),
        tot=max(nummers), fase=zaak.fase, gemaakt_op=timezone.now(),
    ))  # fmt: skip
    return uitkomst(gedaan)


def uitkomst(gedaan: Vastgelegd) -> Uitkomst:
    """What was recorded just now."""
    return Uitkomst(gedaan.zaak, gedaan.zaak.versie, gedaan.zaak.fase, gedaan.feiten)


def _eerder(sleutel: Sleutel, wie: Persoon) -> Uitkomst | None:
    rij = Herhaling.objects.select_related("zaak").filter(zegel=sleutel.zegel, sleutel=sleutel.sleutel).first()
    if rij is None:
        return None
    if rij.inhoud != sleutel.inhoud:
        raise AndereInhoud
    if not any(reikt(mandaat, rij.zaak) for mandaat in wie.mandaten):
        raise NietGevonden
    feiten = tuple(feit for feit in rij.zaak.rijen() if rij.van <= feit.nr <= rij.tot)
    return Uitkomst(rij.zaak, rij.tot, rij.fase, feiten)
