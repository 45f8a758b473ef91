"""Who stands behind a token: found in one question, with the mandates of that day in the municipality of the token."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F
from django.utils import timezone

from keukentafel.dossier import sleutels
from keukentafel.dossier.models import Mandaat
from keukentafel.dossier.rechten import ROLLEN
from keukentafel.dossier.toegang import Persoon, geldig_op


@dataclass(frozen=True, slots=True)
class Sleutelhouder:
    """A program that may ask: its token (digest, name, scopes), and the person it asks as."""

    zegel: str
    naam: str
    bereik: frozenset[str]
    gemeente_id: int
    persoon: Persoon


def houder(geheim: str, vandaag: date) -> Sleutelhouder | None:
    """The holder of a token, or None when it does not hold now."""
    zegel = sleutels.zegel(geheim)
    rijen = list(
        Mandaat.objects.filter(
            geldig_op(vandaag), gemeente_id=F("gebruiker__sleutels__gemeente_id"), gebruiker__is_active=True,
            gebruiker__sleutels__zegel=zegel, gebruiker__sleutels__ingetrokken_op=None,
            gebruiker__sleutels__verloopt_op__gt=timezone.now(),
        )
        .annotate(sleutel_naam=F("gebruiker__sleutels__naam"), sleutel_bereik=F("gebruiker__sleutels__bereik"))
        .select_related("gebruiker")
    )  # fmt: skip
    if not rijen:
        return _zonder_mandaat(geheim, vandaag)
    eerste, mandaten = rijen[0], tuple(m for m in rijen if m.rol in ROLLEN)
    wie = Persoon(eerste.gebruiker, mandaten, vandaag)
    return Sleutelhouder(zegel, eerste.sleutel_naam, frozenset(eerste.sleutel_bereik), eerste.gemeente_id, wie)


def _zonder_mandaat(geheim: str, vandaag: date) -> Sleutelhouder | None:
    """A token may hold while its person may do nothing any more: then it finds nothing."""
    rij = sleutels.zoek(geheim)
    if rij is None:
        return None
    wie = Persoon(rij.gebruiker, (), vandaag)
    return Sleutelhouder(rij.zegel, rij.naam, frozenset(rij.bereik), rij.gemeente_id, wie)
