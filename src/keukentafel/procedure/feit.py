"""The word *feit*: what can happen in a case, and one dated occurrence of it.

A `Feitsoort` declares a kind of fact with its fields; a `Feit` is one fact of a case. Nothing here knows the
Wmo: the kinds themselves are declared a file a phase.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final


class Rol(StrEnum):
    """Who brings a fact about (the roles of the law, not of an organisation chart)."""

    INWONER = "inwoner"
    GEMEENTE = "gemeente"
    MANTELZORGER = "mantelzorger"
    CLIENTONDERSTEUNER = "clientondersteuner"
    DESKUNDIGE = "deskundige"
    RECHTER = "rechter"
    AANBIEDER = "aanbieder"


INWONER, GEMEENTE, DESKUNDIGE, RECHTER = Rol.INWONER, Rol.GEMEENTE, Rol.DESKUNDIGE, Rol.RECHTER


class Veldfout(ValueError):
    """A value that a field cannot take; the message says what would be right (plain Dutch)."""


@dataclass(frozen=True, slots=True)
class Tekst:
    """Free text."""

    def lees(self, waarde: Any) -> Any:
        if isinstance(waarde, (str, int, float)) and not isinstance(waarde, bool):
            return str(waarde)
        raise Veldfout("moet tekst zijn")

    def beschrijving(self) -> str:
        return "tekst"


@dataclass(frozen=True, slots=True)
class JaNee:
    """True or false; absent means not known."""

    def lees(self, waarde: Any) -> Any:
        if isinstance(waarde, bool):
            return waarde
        if isinstance(waarde, str) and waarde.lower() in ("ja", "nee"):
            return waarde.lower() == "ja"
        raise Veldfout("moet true of false zijn")

    def beschrijving(self) -> str:
        return "ja of nee"


@dataclass(frozen=True, slots=True)
class Getal:
    """A whole number between bounds (inclusive)."""

    minimum: int = 0
    maximum: int = 10_000

    def lees(self, waarde: Any) -> Any:
        if isinstance(waarde, int) and not isinstance(waarde, bool) and self.minimum <= waarde <= self.maximum:
            return waarde
        raise Veldfout(f"moet een heel getal zijn van {self.minimum} tot en met {self.maximum}")

    def beschrijving(self) -> str:
        return f"heel getal, {self.minimum} t/m {self.maximum}"


@dataclass(frozen=True, slots=True)
class Bedrag:
    """An amount in euro, kept as the text with two decimals."""

    def lees(self, waarde: Any) -> Any:
        tekst = str(waarde).strip()
        heel, _, deel = tekst.partition(".")
        if isinstance(waarde, bool) or not heel.isdigit() or (deel and not deel.isdigit()) or len(deel) > 2:
            raise Veldfout("moet een bedrag in euro zijn, bijvoorbeeld 1442.00")
        return f"{int(heel)}.{deel:0<2}"

    def beschrijving(self) -> str:
        return "bedrag in euro"


@dataclass(frozen=True, slots=True)
class Dag:
    """A calendar date (a time of day behind it is kept apart by the reader)."""

    def lees(self, waarde: Any) -> Any:
        return lees_datum(waarde)

    def beschrijving(self) -> str:
        return "datum"


@dataclass(frozen=True, slots=True)
class Keuze:
    """One out of a closed list."""

    waarden: tuple[str, ...]

    def lees(self, waarde: Any) -> Any:
        if isinstance(waarde, bool):
            waarde = "ja" if waarde else "nee"
        if isinstance(waarde, str) and waarde in self.waarden:
            return waarde
        raise Veldfout(f"mag alleen zijn: {', '.join(self.waarden)}")

    def beschrijving(self) -> str:
        return " · ".join(self.waarden)


@dataclass(frozen=True, slots=True)
class Meer:
    """Some out of a closed list. A list that is present is complete."""

    waarden: tuple[str, ...]

    def lees(self, waarde: Any) -> Any:
        if not isinstance(waarde, list):
            raise Veldfout("moet een lijst zijn")
        vreemd = [str(w) for w in waarde if w not in self.waarden]
        if vreemd:
            raise Veldfout(f"kent {', '.join(map(repr, vreemd))} niet; mag alleen bevatten: {', '.join(self.waarden)}")
        return tuple(dict.fromkeys(waarde))

    def beschrijving(self) -> str:
        return "lijst uit " + " · ".join(self.waarden)


@dataclass(frozen=True, slots=True)
class Groep:
    """A record with fields of its own (the talker, the three pgb conditions)."""

    velden: Mapping[str, Veldvorm]

    def lees(self, waarde: Any) -> Any:
        if not isinstance(waarde, dict):
            raise Veldfout(f"moet een groep velden zijn: {', '.join(self.velden)}")
        return lees_velden(self.velden, waarde)

    def beschrijving(self) -> str:
        return "{" + ", ".join(self.velden) + "}"


@dataclass(frozen=True, slots=True)
class Lijst:
    """A list of records, each with an `id`; a bare id is short for a record with only that."""

    velden: Mapping[str, Veldvorm]

    def lees(self, waarde: Any) -> Any:
        if not isinstance(waarde, list):
            raise Veldfout("moet een lijst zijn")
        return tuple(self._regel(nr, regel) for nr, regel in enumerate(waarde, 1))

    def _regel(self, nr: int, regel: Any) -> dict[str, Any]:
        if isinstance(regel, (str, int)) and not isinstance(regel, bool):
            return {"id": str(regel)}
        if not isinstance(regel, dict) or regel.get("id") in (None, ""):
            raise Veldfout(f"regel {nr} moet een id hebben, bijvoorbeeld {{id: b1}}")
        try:
            return lees_velden(self.velden, regel)
        except Veldfout as fout:
            raise Veldfout(f"regel {nr}: {fout}") from None

    def beschrijving(self) -> str:
        return "lijst van {" + ", ".join(self.velden) + "}"


Veldvorm = Tekst | JaNee | Getal | Bedrag | Dag | Keuze | Meer | Groep | Lijst


def lees_datum(waarde: Any) -> date:
    """A date out of a date, a datetime or ISO text. Raises `Veldfout` for what is no existing day."""
    if isinstance(waarde, datetime):
        return waarde.date()
    if isinstance(waarde, date):
        return waarde
    tekst = str(waarde)
    if len(tekst) < 10 or tekst[10:11] not in ("", "T", " "):
        return _geen_datum(waarde)
    try:
        return date.fromisoformat(tekst[:10])
    except ValueError:
        return _geen_datum(waarde)


def _geen_datum(waarde: Any) -> date:
    raise Veldfout(f"{str(waarde)!r} is geen bestaande datum; schrijf jjjj-mm-dd, bijvoorbeeld 2026-09-01")


def lees_velden(vormen: Mapping[str, Veldvorm], waarden: Mapping[str, Any]) -> dict[str, Any]:
    """Read a record by its declaration; all faults in one `Veldfout`. An empty value counts as absent.

    A field that is not declared is kept as it was written: nothing reads it, and nothing is lost.
    """
    uit: dict[str, Any] = {}
    fouten = []
    for naam, waarde in waarden.items():
        vorm = vormen.get(naam)
        if vorm is None:
            uit[naam] = waarde
        elif waarde is not None:
            try:
                uit[naam] = vorm.lees(waarde)
            except Veldfout as fout:
                fouten.append(f"{naam}: {waarde!r} {fout}" if _kort(waarde) else f"{naam}: {fout}")
    if fouten:
        raise Veldfout("; ".join(fouten))
    return uit


def _kort(waarde: Any) -> bool:
    return (
        isinstance(waarde, (str, int, float, bool)) and not str(waarde).startswith(("'", '"')) and len(str(waarde)) < 60
    )


ALGEMENE_VELDEN: Final[Mapping[str, Veldvorm]] = {
    "tijdstip": Tekst(),
    "vastgelegd_op": Tekst(),
    "door": Tekst(),
    "toelichting": Tekst(),
}


@dataclass(frozen=True, slots=True)
class Feitsoort:
    """A kind of fact.

    `door`: who brings it about. `eenmalig`: a second one in a case is refused. `na`: for acts of the municipality,
    the kinds of which one must be on file on or before its day ("act out of order" otherwise). `slaat_op`: the same,
    but only for what is recorded now: a file that tells a part of the story is read all the same.
    """

    soort: str
    titel: str
    door: tuple[Rol, ...]
    velden: Mapping[str, Veldvorm] = field(default_factory=dict)
    eenmalig: bool = False
    na: tuple[str, ...] = ()
    slaat_op: tuple[str, ...] = ()
    waarom_na: str = ""

    @property
    def van_gemeente(self) -> bool:
        return GEMEENTE in self.door


_TITELS: dict[str, str] = {}


def titel_van(soort: str) -> str:
    """What a kind of fact is called in a sentence (`het besluit bekendgemaakt`)."""
    return _TITELS[soort]


def feitsoort(
    soort: str,
    titel: str,
    *door: Rol,
    eenmalig: bool = False,
    na: tuple[str, ...] = (),
    slaat_op: tuple[str, ...] = (),
    waarom_na: str = "",
    **velden: Veldvorm,
) -> Feitsoort:
    """Declare a kind of fact; its fields are the keyword arguments."""
    if soort in _TITELS:
        raise ValueError(f"feitsoort {soort!r} is al beschreven")
    _TITELS[soort] = titel
    algemeen = {naam: vorm for naam, vorm in ALGEMENE_VELDEN.items() if naam not in velden}
    return Feitsoort(soort, titel, door, {**velden, **algemeen}, eenmalig, na, slaat_op, waarom_na)


@dataclass(frozen=True, slots=True)
class Feit:
    """One dated fact of a case.

    `nr` is its place in the file (from 1). `dag` is the ordinal of its date, or None when the day is unknown
    (`datum: onbekend`). `regel` is the line in the file, if any.
    """

    nr: int
    soort: str
    dag: int | None
    velden: Mapping[str, Any]
    regel: int | None = None
    sleutel: int = field(init=False)
    """Sort key: the day, then the place in the file. Facts without a day sort first (they satisfy order)."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "sleutel", ((self.dag or 0) << 20) | self.nr)

    @property
    def datum(self) -> date | None:
        return None if self.dag is None else date.fromordinal(self.dag)
