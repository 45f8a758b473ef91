"""What a letter may ask of a case: its facts after corrections, and the judgement of the engine as it is published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from keukentafel.procedure.feit import Feit
from keukentafel.procedure.zaak import Casus, pas_correcties_toe

_OPEN = ("loopt", "overschreden", "opgeschort")


class Zaakbeeld:
    """A case as letters see it. Without a case (`leeg`) every field is left open and every paragraph is shown.

    `niet_onderzocht`: the subjects (a to g, Wmo 2.3.2 lid 4) that the writer does not read back in the report.
    """

    def __init__(
        self,
        beoordeling: Mapping[str, Any] | None,
        casus: Casus | None,
        vandaag: date,
        niet_onderzocht: Sequence[str] = (),
    ) -> None:
        self.oordeel: Mapping[str, Any] = beoordeling or {}
        self.vandaag = vandaag
        self.leeg = casus is None
        self.niet_onderzocht = niet_onderzocht
        self.gemeente = (casus.gemeente if casus else None) or ""
        self.feiten: Sequence[Feit] = pas_correcties_toe(casus.feiten) if casus else ()

    def van(self, *soorten: str) -> list[Feit]:
        """The facts of these kinds, in order."""
        return [feit for feit in self.feiten if feit.soort in soorten]

    def heeft(self, *soorten: str) -> bool:
        return any(feit.soort in soorten for feit in self.feiten)

    def laatste(self, *soorten: str) -> Feit | None:
        gevonden = self.van(*soorten)
        return gevonden[-1] if gevonden else None

    def termijnen(self, naam: str) -> Iterator[Mapping[str, Any]]:
        return (t for t in self.oordeel.get("termijnen", ()) if t["id"] == naam)

    def uiterlijk(self, naam: str) -> date | None:
        """The last day of a term: of the entry that is still open and ends first, else of the first entry."""
        rij = list(self.termijnen(naam))
        einden = [t["uiterlijk"] for t in rij if t["status"] in _OPEN and t["uiterlijk"]]
        if not einden:
            einden = [t["uiterlijk"] for t in rij[:1] if t["uiterlijk"]]
        return _datum(min(einden)) if einden else None

    def open_einde(self, naam: str) -> date | None:
        """The last day of a term that has not been met; None when there is no such term or its end is not known."""
        einden = [t["uiterlijk"] for t in self.termijnen(naam) if t["status"] in _OPEN and t["uiterlijk"]]
        return _datum(min(einden)) if einden else None

    def voorbij(self, naam: str) -> bool:
        """Has the last day of this term passed (met or not)?"""
        einde = self.uiterlijk(naam)
        return einde is not None and einde < self.vandaag

    def status(self, naam: str) -> str | None:
        return next((t["status"] for t in self.termijnen(naam)), None)

    def geschonden(self, *namen: str) -> bool:
        return any(w["id"] in namen and w["oordeel"] == "geschonden" for w in self.oordeel.get("waarborgen", ()))

    def behoeften(self) -> list[Mapping[str, Any]]:
        """The needs of the case with their thread, as the engine gives them."""
        return list(self.oordeel.get("behoeften", ()))


def dag_na(datum: date) -> date:
    return datum + timedelta(days=1)


def _datum(waarde: str | date) -> date:
    return waarde if isinstance(waarde, date) else date.fromisoformat(waarde)
