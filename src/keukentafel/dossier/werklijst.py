"""The work list: the cases a person may see, by the day on which something must be done, a page at a time.

Each mandate is asked apart and its first rows are merged, so that every question walks one index and a page costs the
same among a thousand cases as among a million. What has no day stands at the end, oldest identity first.
"""

from __future__ import annotations

import heapq
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import F, Q, QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan

from keukentafel.dossier.models import Mandaat, Zaak
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import Persoon, bereik

Plek = tuple[bool, date | None, uuid.UUID]
"""Where a case stands in the list: without a day or with, the day, its identity."""
EINDE: Final = date.max
OPEN: Final = Q(open__in=[True])
GESLOTEN: Final = Q(open__in=[False])


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """A page of the list; `verder` is where the next one begins, None on the last page."""

    zaken: tuple[Zaak, ...]
    verder: Plek | None


def plek_van(zaak: Zaak) -> Plek:
    """Where a case stands."""
    return (zaak.uiterlijk is None, zaak.uiterlijk, zaak.pk)


def bladzijde(
    wie: Persoon, recht: Recht, *, filter_: Q | None = None, na: Plek | None = None, aantal: int = 20
) -> Bladzijde:
    """The next `aantal` cases after `na` on which this person has this right.

    `filter_` narrows further. To be read out of the index, `OPEN` says `in [True]`: SQLite takes `= True` otherwise.
    """
    rijen = [Zaak.objects.filter(bereik(m), filter_ or Q()) for m in _verschillend(wie.met(recht))]
    gevonden: list[Zaak] = []
    for rij in heapq.merge(*[_op_volgorde(r, na, aantal + 1) for r in rijen], key=_sleutel):
        if gevonden and gevonden[-1].pk == rij.pk:
            continue
        gevonden.append(rij)
        if len(gevonden) > aantal:
            break
    zaken = tuple(gevonden[:aantal])
    return Bladzijde(zaken, plek_van(zaken[-1]) if len(gevonden) > aantal else None)


def _verschillend(mandaten: Sequence[Mandaat]) -> list[Mandaat]:
    """One mandate for each reach: two roles over the same cases ask them once."""
    return list({str(bereik(m)): m for m in mandaten}.values())


def _sleutel(zaak: Zaak) -> tuple[bool, date, uuid.UUID]:
    return (zaak.uiterlijk is None, zaak.uiterlijk or EINDE, zaak.pk)


def _op_volgorde(rijen: QuerySet[Zaak], na: Plek | None, aantal: int) -> Iterator[Zaak]:
    """At most `aantal` cases after `na`: those with a day, then those without."""
    rijen = rijen.select_related("team")
    zonder_dag = na is not None and na[0]
    over = aantal
    if not zonder_dag:
        met = rijen.filter(uiterlijk__isnull=False).order_by("uiterlijk", "id")
        if na is not None:
            met = met.filter(TupleGreaterThan(Tuple(F("uiterlijk"), F("id")), (na[1], na[2])))  # type: ignore[arg-type]
        for zaak in met[:over]:
            over -= 1
            yield zaak
    if over:
        zonder = rijen.filter(uiterlijk__isnull=True).order_by("id")
        yield from (zonder.filter(id__gt=na[2]) if zonder_dag and na else zonder)[:over]
