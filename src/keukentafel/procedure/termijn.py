"""The word *termijn*: a declared length between facts, and where it stands in one case.

A `Termijn` is data; `bereken` reads it for one case and explains itself. `doorlichting` reads the same data over
columns. What does not fit the data (a term that starts from the end of another one) names a small start function.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from keukentafel.procedure.feit import Feit
from keukentafel.procedure.moment import Waar
from keukentafel.procedure.tijdrekening import Einddag, Opschorting, Verlenging, einddag
from keukentafel.wet.artikel import Artikel, Binding
from keukentafel.wet.termijn import Duur

if TYPE_CHECKING:
    from keukentafel.procedure.zaak import Zaak


class Aard(StrEnum):
    """What a term is for whom; it decides how an unused term ends."""

    PLICHT = "plicht"
    RECHT = "recht"
    BEVOEGDHEID = "bevoegdheid"
    BEWAREN = "bewaren"


class Status(StrEnum):
    LOOPT = "loopt"
    GEHAALD = "gehaald"
    OVERSCHREDEN = "overschreden"
    OPGESCHORT = "opgeschort"
    VERVALLEN = "vervallen"
    TE_LAAT_GEHAALD = "te_laat_gehaald"


@dataclass(frozen=True, slots=True)
class Staat:
    """A start fact counts only once this kind is on file, or after the last day of that term (Wmo 2.3.2 lid 9)."""

    na_soort: str
    of_na_termijn: str


class Start(NamedTuple):
    """From where one entry of a term runs. `dag` None: the day is not known. `einddag`: already reckoned."""

    feit: Feit
    dag: int | None
    duur: Duur | None = None
    einddag: Einddag | None = None
    gehaald_door: tuple[str, ...] | None = None
    """Only where entries of one term are met by different acts."""


@dataclass(frozen=True, slots=True)
class Termijn:
    """A term of the procedure.

    `vanaf`: kinds that start it, each fact an entry of its own (`laatste`: only the last one). `gehaald_door`: kinds
    that meet it; `vervalt_door`: kinds after which it no longer matters. `norm`: the length is a dated local norm of
    that name. `atw`: the Algemene termijnenwet moves the end. `onzeker`: field of the start fact whose absence
    leaves two ends possible.
    """

    id: str
    naam: str
    binding: Binding
    bron: tuple[Artikel, ...]
    vanaf: tuple[str, ...]
    duur: Duur | None = None
    norm: str | None = None
    gehaald_door: tuple[str, ...] = ()
    gehaald_waar: Waar | None = None
    vervalt_door: tuple[tuple[str, Waar | None], ...] = ()
    atw: bool = True
    aard: Aard = Aard.PLICHT
    laatste: bool = False
    staat: Staat | None = None
    opschortingen: tuple[Opschorting, ...] = ()
    verlengingen: tuple[Verlenging, ...] = ()
    start: Callable[[Zaak], Sequence[Start]] | None = None
    alleen_waar: Waar | None = None
    bron_tekst: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "bron_tekst", tuple(str(b) for b in self.bron))


class Stand(NamedTuple):
    """Where one entry of a term stands. Days are ordinals; None: not known (or, for `uiterlijk`, no last day)."""

    termijn: Termijn
    feit: Feit
    vanaf_nr: int | None
    einddag: Einddag
    status: Status
    gehaald: Feit | None
    vervallen_door: Feit | None = None
    act_voor_start: bool = False
    """The act is dated before the start: counted as not to be told in a screening."""

    @property
    def uiterlijk_nr(self) -> int | None:
        return self.einddag.uiterlijk

    @property
    def uiterlijk(self) -> date | None:
        nr = self.einddag.uiterlijk
        return None if nr is None else date.fromordinal(nr)

    @property
    def loopt(self) -> bool:
        return self.status is Status.LOOPT or self.status is Status.OPGESCHORT


def bereken(termijn: Termijn, zaak: Zaak) -> list[Stand]:
    """Every entry of a term in a case: the running one first, then the latest."""
    if termijn.vanaf and not zaak.heeft_een(termijn.vanaf):
        return []
    starts = termijn.start(zaak) if termijn.start else _starts(termijn, zaak)
    if not starts:
        return []
    standen = [_stand(termijn, start, zaak) for start in starts]
    if len(standen) > 1:
        standen.sort(key=_volgorde)
    return standen


def _volgorde(stand: Stand) -> tuple[bool, int]:
    return (False, stand.einddag.uiterlijk or 0) if stand.loopt else (True, -stand.feit.sleutel)


def _starts(termijn: Termijn, zaak: Zaak) -> list[Start]:
    feiten = zaak.van_een(termijn.vanaf)
    if termijn.laatste:
        feiten = feiten[-1:]
    return [Start(f, f.dag) for f in feiten if begint(termijn, f, zaak)]


def begint(termijn: Termijn, feit: Feit, zaak: Zaak) -> bool:
    """Does this fact start the term? (The kind of decision, and an application that stands: Wmo 2.3.2 lid 9.)"""
    if termijn.alleen_waar is not None and termijn.alleen_waar.geldt(feit) is False:
        return False
    staat = termijn.staat
    if staat is None or feit.dag is None:
        return True
    vooraf = zaak.stand(staat.of_na_termijn)
    if vooraf is None or vooraf.uiterlijk_nr is None or feit.dag > vooraf.uiterlijk_nr:
        return True
    return any((f.dag or 0) <= feit.dag for f in zaak.van(staat.na_soort))


def _stand(termijn: Termijn, start: Start, zaak: Zaak) -> Stand:
    feit, dag, duur, einde, _ = start
    einde = einde or einddag(termijn, dag, duur, zaak)
    gehaald, eerder = _act(termijn, start, zaak) if termijn.gehaald_door else (None, False)
    vervallen = _vervallen(termijn, start, zaak) if termijn.vervalt_door else None
    status = _status(termijn, einde, gehaald, vervallen, zaak.vandaag)
    return Stand(termijn, feit, dag, einde, status, gehaald, vervallen, eerder)


def _act(termijn: Termijn, start: Start, zaak: Zaak) -> tuple[Feit | None, bool]:
    """The fact that meets the term, and whether an act stands before the start instead."""
    eerder = False
    begin = start.feit.dag or 0
    for feit in zaak.van_een(start.gehaald_door or termijn.gehaald_door):
        if termijn.gehaald_waar is not None and not termijn.gehaald_waar.geldt(feit):
            continue
        if feit.dag is None or feit.dag >= begin:
            return feit, False
        eerder = True
    return None, eerder


def _vervallen(termijn: Termijn, start: Start, zaak: Zaak) -> Feit | None:
    begin = start.feit.dag or 0
    for soort, waar in termijn.vervalt_door:
        for feit in zaak.van(soort):
            if (feit.dag or begin) >= begin and (waar is None or waar.geldt(feit)):
                return feit
    return None


def _status(termijn: Termijn, einde: Einddag, gehaald: Feit | None, vervallen: Feit | None, vandaag: int) -> Status:
    uiterlijk = einde.uiterlijk
    if (
        vervallen is not None
        and (gehaald is None or gehaald.sleutel > vervallen.sleutel)
        and _binnen(vervallen, uiterlijk)
    ):
        return Status.VERVALLEN
    if gehaald is not None:
        return Status.GEHAALD if _binnen(gehaald, uiterlijk) else Status.TE_LAAT_GEHAALD
    if uiterlijk is None or vandaag <= uiterlijk:
        return Status.OPGESCHORT if einde.opgeschort else Status.LOOPT
    return Status.OVERSCHREDEN if termijn.aard is Aard.PLICHT else Status.VERVALLEN


def _binnen(feit: Feit, uiterlijk: int | None) -> bool:
    """In time, or not known to be late."""
    return feit.dag is None or uiterlijk is None or feit.dag <= uiterlijk
