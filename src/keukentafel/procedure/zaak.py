"""A case: its facts in order, corrections applied, and what is derived from them once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from keukentafel.procedure.feit import Feit
from keukentafel.procedure.normen import STANDAARD as STANDAARDNORMEN
from keukentafel.procedure.normen import Normen
from keukentafel.wet.instellingen import STANDAARD as STANDAARDINSTELLINGEN
from keukentafel.wet.instellingen import Instellingen

if TYPE_CHECKING:
    from keukentafel.procedure.termijn import Stand
    from keukentafel.wet.dwangsom import Dwangsom

_GEEN: tuple[Feit, ...] = ()
CORRECTIE = "feit_gecorrigeerd"
_sleutel = attrgetter("sleutel")


def pas_correcties_toe(feiten: Sequence[Feit]) -> list[Feit]:
    """The facts as they stand after every `feit_gecorrigeerd`, in the order of the case.

    A correction may itself be corrected, so the later one is read first; of two of one fact the later decides.
    """
    op_volgorde = sorted(feiten, key=_sleutel)
    if not any(feit.soort == CORRECTIE for feit in feiten):
        return op_volgorde
    stand = {feit.nr: feit for feit in feiten}
    vervangen: set[int] = set()
    for nr in [f.nr for f in reversed(op_volgorde) if f.soort == CORRECTIE]:
        correctie = stand.get(nr)
        doel = correctie.velden.get("betreft") if correctie is not None and correctie.soort == CORRECTIE else None
        if correctie is None or doel not in stand or doel in vervangen:
            continue
        nieuw = correctie.velden.get("vervangt_door")
        if nieuw is None:
            del stand[doel]
        else:
            stand[doel] = nieuw
            vervangen.add(doel)
    return sorted(stand.values(), key=_sleutel)


@dataclass(frozen=True, slots=True)
class Huishouden:
    """What only the own-contribution rules need."""

    personen: int
    aow_gerechtigd: bool | None = None
    inkomen: int | None = None
    vermogen: int | None = None


@dataclass(frozen=True, slots=True)
class Casus:
    """A case as it was handed in: the content of a case file, read and checked."""

    zaak: str
    gemeente: str | None
    peildatum: date
    feiten: tuple[Feit, ...]
    huishouden: Huishouden | None = None
    opmerkingen: tuple[str, ...] = ()
    """Fields that are not known and were not used: kept, and said."""


@dataclass(frozen=True, slots=True)
class Dwangsomstand:
    """The dwangsom that follows from one valid notice. `verbeurd_tot`: its last day (ordinal) once that is certain."""

    betreft: str
    feit: Feit
    dwangsom: Dwangsom
    loopt: bool
    verbeurd_tot: int | None


class Zaak:
    """The facts of one case on one day, indexed for asking.

    Terms and the dwangsom are derived once and kept, since safeguards refer to them.
    """

    __slots__ = (
        "_per_soort",
        "_samen",
        "dwangsommen",
        "feiten",
        "gehouden",
        "instellingen",
        "normen",
        "soorten",
        "standen",
        "vandaag",
    )

    def __init__(
        self,
        feiten: Sequence[Feit],
        vandaag: date,
        instellingen: Instellingen = STANDAARDINSTELLINGEN,
        normen: Normen = STANDAARDNORMEN,
    ) -> None:
        self.feiten = pas_correcties_toe(feiten)
        self.vandaag = vandaag.toordinal()
        self.instellingen = instellingen
        self.normen = normen
        self.standen: dict[str, list[Stand]] = {}
        self.gehouden: dict[Any, Any] = {}
        self.dwangsommen: dict[str, Dwangsomstand] | None = None
        per_soort: dict[str, list[Feit]] = {}
        for feit in self.feiten:
            per_soort.setdefault(feit.soort, []).append(feit)
        self._per_soort: Mapping[str, list[Feit]] = per_soort
        self.soorten = frozenset(per_soort)
        self._samen: dict[tuple[str, ...], Sequence[Feit]] = {}

    def van(self, soort: str) -> Sequence[Feit]:
        """The facts of this kind, in order."""
        return self._per_soort.get(soort, _GEEN)

    def van_een(self, soorten: tuple[str, ...]) -> Sequence[Feit]:
        """The facts of these kinds together, in order."""
        if len(soorten) == 1:
            return self._per_soort.get(soorten[0], _GEEN)
        rij = self._samen.get(soorten)
        if rij is None:
            rij = self._samen[soorten] = self._verzamel(soorten)
        return rij

    def _verzamel(self, soorten: tuple[str, ...]) -> Sequence[Feit]:
        gevonden = [s for s in soorten if s in self._per_soort]
        if len(gevonden) <= 1:
            return self._per_soort[gevonden[0]] if gevonden else _GEEN
        return [f for f in self.feiten if f.soort in gevonden]

    def heeft(self, soort: str) -> bool:
        return soort in self._per_soort

    def heeft_een(self, soorten: tuple[str, ...]) -> bool:
        """Is there a fact of one of these kinds?"""
        return not self.soorten.isdisjoint(soorten)

    def stand(self, termijn_id: str) -> Stand | None:
        """The first entry of a term (the one that runs, else the latest), or None when it did not start."""
        rij = self.standen.get(termijn_id)
        return rij[0] if rij else None

    def einde(self, termijn_id: str) -> int | None:
        """Last day (ordinal) of a term's first entry, or None."""
        stand = self.stand(termijn_id)
        return stand.uiterlijk_nr if stand else None


def lijstwaarden(feiten: Sequence[Feit], veld: str) -> tuple[set[Any], list[Feit]]:
    """All values of a list field over these facts, and the facts that do not bear the field."""
    waarden: set[Any] = set()
    zonder: list[Feit] = []
    for feit in feiten:
        rij = feit.velden.get(veld)
        if rij is None:
            zonder.append(feit)
        else:
            waarden.update(rij)
    return waarden, zonder
