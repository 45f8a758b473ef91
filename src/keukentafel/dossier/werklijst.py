"""The work list: the cases a person may see, by the day on which something must be done, a page at a time.

Each reach of a person is asked apart and the first rows of all are merged. Every question walks one index from the key
of the last row that was seen, so that a page costs the same among a thousand cases as among a million. What has no day
stands at the end.
"""

from __future__ import annotations

import heapq
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Final

from django.db.models import BigAutoField, CharField, DateField, F, Q, QuerySet, UUIDField, Value
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from keukentafel.dossier.models import Mandaat, Zaak
from keukentafel.dossier.rechten import ROLLEN, Recht, Reikwijdte
from keukentafel.dossier.toegang import Persoon, bereik, reikwijdte
from keukentafel.dossier.vaste_vraag import Plaats, Vraag
from keukentafel.procedure.fase import Fase

OOIT: Final = date.max
"""Where a case without a day stands."""


@dataclass(frozen=True, slots=True)
class Plek:
    """The key of a row: its day (`OOIT` without one), its identity, and whether it is in the urgent part on top."""

    dag: date
    id: uuid.UUID
    spoed: bool = False

    def __str__(self) -> str:
        return f"{self.dag.isoformat()}.{self.id}{'.spoed' if self.spoed else ''}"


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to. `open`, `spoed`: None for both; `eigen`: only what this person works on.

    `spoed_vooraan`: urgent cases in which nothing was arranged yet stand on top, whatever their day.
    """

    open: bool | None = True
    fase: str = ""
    team: int | None = None
    eigen: bool = False
    te_laat: bool = False
    spoed: bool | None = None
    spoed_vooraan: bool = False


@dataclass(frozen=True, slots=True)
class Namen:
    """Whom a case is about, which team has it and who works on it; empty for none."""

    betrokkene: str
    team: str
    behandelaar: str


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """A page of the list; `verder` is the key after which the next one begins, None on the last page."""

    zaken: tuple[Zaak, ...]
    verder: Plek | None


def lees_plek(tekst: str) -> Plek | None:
    """The key out of an address; None for what is no key."""
    dag, _, rest = tekst.partition(".")
    nummer, _, deel = rest.partition(".")
    try:
        return Plek(date.fromisoformat(dag), uuid.UUID(nummer), deel == "spoed")
    except ValueError:
        return None


def bladzijde(wie: Persoon, recht: Recht, filter_: Filter, *, na: Plek | None = None, aantal: int = 20) -> Bladzijde:
    """The next `aantal` cases after `na` on which this person has this right."""
    vooraan = filter_.spoed_vooraan and filter_.spoed is None
    if not vooraan:
        gevonden = _eerste(wie, recht, filter_, na, aantal + 1)
    else:
        spoed = na is None or na.spoed
        gevonden = _eerste(wie, recht, replace(filter_, spoed=True), na, aantal + 1) if spoed else []
        over = aantal + 1 - len(gevonden)
        if over:
            gevonden += _eerste(wie, recht, replace(filter_, spoed=False), None if spoed else na, over)
    zaken = tuple(gevonden[:aantal])
    if len(gevonden) <= aantal:
        return Bladzijde(zaken, None)
    return Bladzijde(zaken, Plek(zaken[-1].uiterlijk or OOIT, zaken[-1].pk, vooraan and zaken[-1].spoed))


def _eerste(wie: Persoon, recht: Recht, filter_: Filter, na: Plek | None, hoogstens: int) -> list[Zaak]:
    """The first cases after `na`, out of all that this person may see."""
    stromen = [
        _stroom(vorm, waarden | {"fase": filter_.fase, "filterteam": filter_.team}, na, hoogstens)
        for waarden, rol in _bereiken(wie, recht)
        for vorm in _vormen(filter_, rol)
    ]
    gevonden: list[Zaak] = []
    for rij in heapq.merge(*stromen, key=_sleutel):
        if gevonden and gevonden[-1].pk == rij.pk:
            continue
        gevonden.append(rij)
        if len(gevonden) == hoogstens:
            break
    return gevonden


def hoeveel(wie: Persoon, recht: Recht, filter_: Filter, *, tot: int) -> int:
    """How many cases there are, counted no further than one beyond `tot`."""
    bereiken = list(_bereiken(wie, recht))
    vragen = [
        (_te_tellen(vorm), waarden | {"fase": filter_.fase, "filterteam": filter_.team})
        for waarden, rol in bereiken
        for vorm in _vormen(filter_, rol)
    ]
    if len({rol for _, rol in bereiken}) <= 1:  # two teams have no case in common
        return min(sum(vraag.tel(tot + 1, **waarden) for vraag, waarden in vragen), tot + 1)
    alle = {zaak.pk for vraag, waarden in vragen for zaak in vraag(hoogstens=tot + 1, **waarden)}
    return min(len(alle), tot + 1)


def _sleutel(zaak: Zaak) -> tuple[date, uuid.UUID]:
    return (zaak.uiterlijk or OOIT, zaak.pk)


_KOLOMMEN: Final = {
    Reikwijdte.BETROKKENE: ("gemeente_id", "betrokkene_id"),
    Reikwijdte.ZAAK: ("gemeente_id", "zaak_id"),
    Reikwijdte.TEAM: ("gemeente_id", "team_id"),
    Reikwijdte.GEMEENTE: ("gemeente_id",),
}
"""The columns of a mandate that say how far it reaches."""
_REIKT_ZO: Final = {rol.reikwijdte: naam for naam, rol in ROLLEN.items()}
"""A role of each reach."""


def _bereiken(wie: Persoon, recht: Recht) -> Iterator[tuple[dict[str, Any], str]]:
    """The values of each reach once, and a role that reaches so: two roles over the same cases ask them once.

    In a whole municipality are all its parts.
    """
    mandaten = [(reikwijdte(mandaat), mandaat) for mandaat in wie.met(recht)]
    heel = {mandaat.gemeente_id for ver, mandaat in mandaten if ver is Reikwijdte.GEMEENTE}
    gezien = set()
    for ver, mandaat in mandaten:
        if ver is not Reikwijdte.GEMEENTE and mandaat.gemeente_id in heel:
            continue
        waarden = {kolom: getattr(mandaat, kolom) for kolom in _KOLOMMEN.get(ver, ())}
        sleutel = (ver, *waarden.values())
        if waarden and None not in sleutel and sleutel not in gezien:
            gezien.add(sleutel)
            yield waarden | {"dag_van_vandaag": wie.vandaag, "behandelaar": wie.gebruiker.pk}, _REIKT_ZO[ver]


@dataclass(frozen=True, slots=True)
class _Vorm:
    """The form of a question: what it narrows, apart from the values. There are a few hundred at most."""

    rol: str
    open: bool
    fase: bool
    team: bool
    eigen: bool
    te_laat: bool
    spoed: bool | None


def _vormen(f: Filter, rol: str) -> Iterator[_Vorm]:
    """The forms to ask: open and closed cases apart. What has a phase is open, but for what is closed."""
    kan = {True, False} if f.open is None else {f.open}
    if f.fase:
        kan &= {f.fase != Fase.AFGESLOTEN.value}
    for open_ in kan:
        fase = bool(f.fase) and open_
        yield _Vorm(rol, open_, fase, f.team is not None, f.eigen, f.te_laat, f.spoed)


def _stroom(vorm: _Vorm, waarden: Mapping[str, Any], na: Plek | None, aantal: int) -> Iterator[Zaak]:
    """At most `aantal` cases after `na`: those with a day, then those without."""
    plek = {} if na is None else {"dag": na.dag, "id": na.id}
    zonder_dag = na is not None and na.dag == OOIT
    over = aantal
    if not zonder_dag:
        rijen = _met_dag(vorm, na is not None)(hoogstens=over, **waarden, **plek)
        over -= len(rijen)
        yield from rijen
    if over and not vorm.te_laat:
        yield from _zonder_dag(vorm, zonder_dag)(hoogstens=over, **waarden, **plek)


@cache
def _met_dag(vorm: _Vorm, na: bool) -> Vraag[Zaak]:
    def maak() -> QuerySet[Zaak]:
        rijen = _rijen(vorm).order_by("uiterlijk", "id")
        if vorm.te_laat:
            rijen = rijen.filter(uiterlijk__lt=Plaats("dag_van_vandaag", DateField()))
        if not na:
            return rijen.filter(uiterlijk__isnull=False)
        # The day alone leads into the index; day and identity together pass the rows of that day that were seen.
        dag = Plaats("dag", DateField())
        plek: Any = (dag, Plaats("id", UUIDField()))
        return rijen.filter(TupleGreaterThan(Tuple(F("uiterlijk"), F("id")), plek), uiterlijk__gte=dag)

    return Vraag(maak)


@cache
def _zonder_dag(vorm: _Vorm, na: bool) -> Vraag[Zaak]:
    def maak() -> QuerySet[Zaak]:
        rijen = _rijen(vorm).filter(uiterlijk__isnull=True).order_by("id")
        return rijen.filter(id__gt=Plaats("id", UUIDField())) if na else rijen

    return Vraag(maak)


@cache
def _te_tellen(vorm: _Vorm) -> Vraag[Zaak]:
    te_laat = Q(uiterlijk__lt=Plaats("dag_van_vandaag", DateField())) if vorm.te_laat else Q()
    return Vraag(lambda: _rijen(vorm).filter(te_laat).only("pk"))


def _rijen(vorm: _Vorm) -> QuerySet[Zaak]:
    """The cases of one reach, narrowed. The way `open` is asked decides which indexes of `Zaak` can answer."""
    smal = vorm.open and (vorm.eigen or vorm.fase or vorm.spoed)
    waar = bereik(_reikend(vorm.rol)) & (Q(open=True) if smal else Q(open__in=[vorm.open]))
    fase = Plaats("fase", CharField())
    for gevraagd, deel in (
        # One's own cases are few: an expression keeps the database from the index on the phase.
        (vorm.fase, Q(Exact(Coalesce("fase", Value("")), fase)) if vorm.eigen else Q(fase=fase)),
        (vorm.team, Q(team_id=Plaats("filterteam", BigAutoField()))),
        (vorm.eigen, Q(behandelaar_id=Plaats("behandelaar", UUIDField()))),
        (vorm.spoed is not None, Q(spoed=vorm.spoed)),
    ):
        waar &= deel if gevraagd else Q()
    return Zaak.objects.filter(waar)


_SAMEN: Final = 20
_NAMEN = Vraag(
    lambda: (
        Zaak.objects.filter(pk__in=[Plaats(f"id{nr}", UUIDField()) for nr in range(_SAMEN)])
        .annotate(van=F("betrokkene__naam"), bij=F("team__naam"), door=F("behandelaar__naam"))
        .only("pk")
    )
)


def namen_bij(zaken: Sequence[Zaak]) -> dict[uuid.UUID, Namen]:
    """The names that a page shows with these cases. Asked apart: a join could lead away from the index of the list."""
    uit: dict[uuid.UUID, Namen] = {}
    for begin in range(0, len(zaken), _SAMEN):
        deel = [zaak.pk for zaak in zaken[begin : begin + _SAMEN]]
        deel += deel[-1:] * (_SAMEN - len(deel))
        welke: dict[str, Any] = {f"id{nr}": pk for nr, pk in enumerate(deel)}
        rijen: list[Any] = _NAMEN(**welke)
        uit |= {rij.pk: Namen(rij.van, rij.bij or "", rij.door or "") for rij in rijen}
    return uit


def _reikend(rol: str) -> Mandaat:
    """A mandate of this role with places where its values come, so that `toegang.bereik` says how far it reaches."""
    velden: dict[str, Any] = {"gemeente_id": BigAutoField(), "team_id": BigAutoField()}
    velden |= {"zaak_id": UUIDField()} if ROLLEN[rol].reikwijdte is Reikwijdte.ZAAK else {"betrokkene_id": UUIDField()}
    mandaat = Mandaat(rol=rol)
    for kolom, veld in velden.items():
        setattr(mandaat, kolom, Plaats(kolom, veld))
    return mandaat
