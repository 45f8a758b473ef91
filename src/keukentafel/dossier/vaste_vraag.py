"""Questions and rows that come with every request: put into SQL once, then used with other values each time.

Django builds the SQL of a queryset anew at every use, which takes the processor longer than most answers do. Here the
queryset is written as ever, with a `Plaats` where a value comes; what comes out are the same model instances.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import AutoField, Expression, Field, Model, QuerySet
from django.db.models.query import get_related_populators

M = TypeVar("M", bound=Model)


class Plaats(Expression):
    """The place of a value in a question, by name; `veld` says in what form the database takes it."""

    def __init__(self, naam: str, veld: Field[Any, Any]) -> None:
        super().__init__(output_field=veld)
        self.naam, self.veld = naam, veld

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        return "%s", [self]


@dataclass(frozen=True, slots=True)
class _Recept:
    """A question in the SQL of one kind of database, and how its rows become instances."""

    sql: str
    waarden: tuple[Any, ...]
    omzetters: tuple[tuple[int, tuple[Callable[..., Any], ...], Any], ...]
    model: type[Model]
    velden: tuple[str, ...]
    begin: int
    erbij: tuple[Any, ...]
    berekend: tuple[tuple[str, int], ...]


class Vraag(Generic[M]):
    """A question with places. `maak` gives the queryset; it is called once for each kind of database."""

    def __init__(self, maak: Callable[[], QuerySet[M]]) -> None:
        self._maak = maak
        self._recepten: dict[str, _Recept] = {}

    def __call__(self, *, hoogstens: int | None = None, **waarden: Any) -> list[M]:
        """The instances for these values, all or the first ones. Raises KeyError for a place without a value."""
        recept = self._recept()
        sql = recept.sql if hoogstens is None else f"{recept.sql} LIMIT {hoogstens:d}"
        with connection.cursor() as c:
            c.execute(sql, _ingevuld(recept, waarden))
            return [_instantie(recept, list(rij)) for rij in c.fetchall()]

    def tel(self, hoogstens: int, **waarden: Any) -> int:
        """How many there are for these values, counted no further than `hoogstens`. Raises KeyError as above."""
        recept = self._recept()
        with connection.cursor() as c:
            sql = f"SELECT COUNT(*) FROM ({recept.sql} LIMIT {hoogstens:d}) AS rijen"
            c.execute(sql, _ingevuld(recept, waarden))
            return int(c.fetchone()[0])

    def _recept(self) -> _Recept:
        recept = self._recepten.get(connection.vendor)
        if recept is None:
            recept = self._recepten[connection.vendor] = _maak_recept(self._maak())
        return recept


def _ingevuld(recept: _Recept, waarden: dict[str, Any]) -> list[Any]:
    return [_waarde(w, waarden) if isinstance(w, Plaats) else w for w in recept.waarden]


def _waarde(plaats: Plaats, waarden: dict[str, Any]) -> Any:
    return plaats.veld.get_db_prep_value(waarden[plaats.naam], connection)


def _maak_recept(rijen: QuerySet[Any]) -> _Recept:
    compiler = rijen.query.get_compiler(using=rijen.db)
    sql, waarden = compiler.as_sql()
    select, klasse = compiler.select, compiler.klass_info
    assert klasse is not None
    begin, einde = klasse["select_fields"][0], klasse["select_fields"][-1] + 1
    omzetters = compiler.get_converters([s[0] for s in select])
    return _Recept(
        sql=sql,
        waarden=tuple(waarden),
        omzetters=tuple((plek, tuple(functies), kolom) for plek, (functies, kolom) in omzetters.items()),
        model=klasse["model"],
        velden=tuple(s[0].target.attname for s in select[begin:einde]),
        begin=begin,
        erbij=tuple(get_related_populators(klasse, select, rijen.db)),  # type: ignore[call-arg]
        berekend=tuple((compiler.annotation_col_map or {}).items()),
    )


def _instantie(recept: _Recept, rij: list[Any]) -> Any:
    for plek, functies, uitdrukking in recept.omzetters:
        waarde = rij[plek]
        for functie in functies:
            waarde = functie(waarde, uitdrukking, connection)
        rij[plek] = waarde
    uit = recept.model.from_db("default", recept.velden, rij[recept.begin : recept.begin + len(recept.velden)])
    for verwant in recept.erbij:
        verwant.populate(rij, uit)
    for naam, plek in recept.berekend:
        setattr(uit, naam, rij[plek])
    return uit


_INVOEGEN: dict[tuple[str, type[Model]], tuple[str, tuple[Any, ...], bool]] = {}


def voeg_in(rij: Model) -> None:
    """Add a new instance, as `save(force_insert=True)` does; nothing else hears of it."""
    sleutel = (connection.vendor, type(rij))
    recept = _INVOEGEN.get(sleutel)
    if recept is None:
        recept = _INVOEGEN[sleutel] = _maak_invoeging(type(rij))
    sql, velden, geeft_nummer = recept
    with connection.cursor() as c:
        c.execute(sql, [v.get_db_prep_save(v.pre_save(rij, True), connection) for v in velden])
        if geeft_nummer:
            rij.pk = c.fetchone()[0]
    rij._state.adding, rij._state.db = False, "default"


def _maak_invoeging(model: type[Model]) -> tuple[str, tuple[Any, ...], bool]:
    """The statement, its fields in order, and whether the database gives the number of the new row."""
    naam, meta = connection.ops.quote_name, model._meta
    sleutel: Any = meta.pk
    geeft_nummer = isinstance(sleutel, AutoField)
    velden: tuple[Any, ...] = tuple(v for v in meta.concrete_fields if not (geeft_nummer and v is sleutel))
    kolommen = ", ".join(naam(v.column) for v in velden)
    sql = f"INSERT INTO {naam(meta.db_table)} ({kolommen}) VALUES ({', '.join(['%s'] * len(velden))})"
    return sql + (f" RETURNING {naam(sleutel.column)}" if geeft_nummer else ""), velden, geeft_nummer


def werk_bij(rij: Model, velden: Sequence[str]) -> None:
    """Write these fields of an instance that is there, as `save(update_fields=...)` does."""
    naam, meta = connection.ops.quote_name, rij._meta
    kolommen: list[Any] = [*map(meta.get_field, velden), meta.pk]
    waarden = [k.get_db_prep_save(getattr(rij, k.attname), connection) for k in kolommen]
    *zet, waar = [f"{naam(k.column)} = %s" for k in kolommen]
    with connection.cursor() as c:
        c.execute(f"UPDATE {naam(meta.db_table)} SET {', '.join(zet)} WHERE {waar}", waarden)
