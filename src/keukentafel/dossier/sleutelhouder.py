"""Who stands behind a token: found in one question, with the mandates of that day in the municipality of the token."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, DateTimeField, F
from django.utils import timezone

from keukentafel.dossier import sleutels
from keukentafel.dossier.models import Mandaat
from keukentafel.dossier.rechten import ROLLEN
from keukentafel.dossier.toegang import DAG, Persoon, geldig_op
from keukentafel.dossier.vaste_vraag import Plaats, Vraag


@dataclass(frozen=True, slots=True)
class Sleutelhouder:
    """A program that may ask: its token (digest, name, scopes), and the person it asks as."""

    zegel: str
    naam: str
    bereik: frozenset[str]
    gemeente_id: int
    persoon: Persoon


_HOUDER = Vraag(
    lambda: Mandaat.objects.filter(
        geldig_op(DAG), gemeente_id=F("gebruiker__sleutels__gemeente_id"), gebruiker__is_active=True,
        gebruiker__sleutels__zegel=Plaats("zegel", CharField()), gebruiker__sleutels__ingetrokken_op=None,
        gebruiker__sleutels__verloopt_op__gt=Plaats("nu", DateTimeField()),
    )
    .annotate(sleutel_naam=F("gebruiker__sleutels__naam"), sleutel_bereik=F("gebruiker__sleutels__bereik"))
    .select_related("gebruiker", "gemeente", "team")
)  # fmt: skip


def houder(geheim: str, vandaag: date) -> Sleutelhouder | None:
    """The holder of a token, or None when it does not hold now."""
    zegel = sleutels.zegel(geheim)
    rijen: list[Any] = _HOUDER(zegel=zegel, dag=vandaag, nu=timezone.now())
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
    return Sleutelhouder(sleutels.zegel(geheim), rij.naam, frozenset(rij.bereik), rij.gemeente_id, wie)
