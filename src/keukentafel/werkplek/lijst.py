"""The work list: open cases by their next term, a page of twenty at a time, the same cost at a hundred or a million.

A page is found with one look into the index for each mandate (and one more for cases without a term, which come last);
the place in the list is the key of the last row, never a count of rows to skip.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q, QuerySet

from keukentafel.dossier.models import Mandaat, Zaak
from keukentafel.dossier.rechten import ROLLEN, Recht, Reikwijdte
from keukentafel.dossier.toegang import Persoon, zaken_voor
from keukentafel.werkplek.woorden import FASEN

GROOTTE = 20
OOIT = date.max
"""Where a case without a term stands in the list."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to. `wie`: team or eigen."""

    wie: str = "team"
    fase: str = ""
    te_laat: bool = False
    spoed: bool = False

    def als_vraag(self) -> dict[str, str]:
        """As the query of an address."""
        velden = {"wie": "" if self.wie == "team" else self.wie, "fase": self.fase}
        velden |= {"te_laat": "ja" if self.te_laat else "", "spoed": "ja" if self.spoed else ""}
        return {naam: waarde for naam, waarde in velden.items() if waarde}


@dataclass(frozen=True, slots=True)
class Plek:
    """The key of a row: its day (`OOIT` without a term) and its id."""

    dag: date
    id: uuid.UUID

    def __str__(self) -> str:
        return f"{self.dag.isoformat()}.{self.id}"


@dataclass(frozen=True, slots=True)
class Pagina:
    """Rows of the list, and the key after which the next page begins (None: this is the last)."""

    zaken: tuple[Zaak, ...]
    verder: Plek | None


def lees_filter(vraag: dict[str, str]) -> Filter:
    """The filter out of an address; what is not known counts as not chosen."""
    fase = vraag.get("fase", "")
    return Filter(
        "eigen" if vraag.get("wie") == "eigen" else "team",
        fase if fase in FASEN and fase != "afgesloten" else "",
        vraag.get("te_laat") == "ja",
        vraag.get("spoed") == "ja",
    )


def lees_plek(tekst: str) -> Plek | None:
    """The key out of an address; None for what is no key."""
    dag, _, nummer = tekst.partition(".")
    try:
        return Plek(date.fromisoformat(dag), uuid.UUID(nummer))
    except ValueError:
        return None


def pagina(wie: Persoon, filter_: Filter, na: Plek | None = None) -> Pagina:
    """The rows after a key, for all mandates of this person together."""
    rijen: dict[uuid.UUID, Zaak] = {}
    for mandaat in _mandaten(wie):
        basis = _basis(wie, mandaat, filter_)
        rijen |= {zaak.pk: zaak for zaak in _eerste(basis, filter_, wie.vandaag, na)}
    gesorteerd = sorted(rijen.values(), key=lambda z: (z.uiterlijk or OOIT, z.pk.int))
    zaken = tuple(gesorteerd[:GROOTTE])
    meer = len(gesorteerd) > GROOTTE
    return Pagina(zaken, Plek(zaken[-1].uiterlijk or OOIT, zaken[-1].pk) if meer else None)


def _mandaten(wie: Persoon) -> Iterator[Mandaat]:
    """The mandates to look with, each reach once."""
    gezien: set[tuple[int, int | None]] = set()
    for mandaat in wie.met(Recht.WERKLIJST):
        heel = ROLLEN[mandaat.rol].reikwijdte is Reikwijdte.GEMEENTE
        bereik = (mandaat.gemeente_id, None if heel else mandaat.team_id)
        if bereik not in gezien:
            gezien.add(bereik)
            yield mandaat


def _basis(wie: Persoon, mandaat: Mandaat, filter_: Filter) -> QuerySet[Zaak]:
    # `in [True]` and not `= True`: only so does SQLite read this column out of the index.
    rij = zaken_voor(replace(wie, mandaten=(mandaat,)), Recht.WERKLIJST).filter(open__in=[True])
    rij = rij.select_related("betrokkene", "team", "behandelaar")
    if filter_.wie == "eigen":
        rij = rij.filter(behandelaar=wie.gebruiker)
    if filter_.fase:
        rij = rij.filter(fase=filter_.fase)
    return rij.filter(spoed=True) if filter_.spoed else rij


def _eerste(basis: QuerySet[Zaak], filter_: Filter, vandaag: date, na: Plek | None) -> list[Zaak]:
    """One row more than a page, so that it is known whether there is a next one."""
    gevonden: list[Zaak] = []
    if na is None or na.dag != OOIT:
        met = basis.filter(uiterlijk__isnull=False).order_by("uiterlijk", "id")
        if filter_.te_laat:
            met = met.filter(uiterlijk__lt=vandaag)
        if na is not None:
            met = met.filter(Q(uiterlijk__gt=na.dag) | Q(id__gt=na.id), uiterlijk__gte=na.dag)
        gevonden = list(met[: GROOTTE + 1])
    if len(gevonden) <= GROOTTE and not filter_.te_laat:
        zonder = basis.filter(uiterlijk__isnull=True).order_by("id")
        if na is not None and na.dag == OOIT:
            zonder = zonder.filter(id__gt=na.id)
        gevonden += zonder[: GROOTTE + 1 - len(gevonden)]
    return gevonden
