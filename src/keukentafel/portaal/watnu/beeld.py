"""The judgement of the engine as the pages ask it: by name, with days as dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from keukentafel.dossier.afspraak import Afspraak, afspraak_van
from keukentafel.portaal.watnu.dossier import AFGELEID, Dossier
from keukentafel.procedure import Beoordeling, Casus, beoordeel

OPEN = ("loopt", "opgeschort")
KLACHT_EN_INZAGE = ("klacht", "inzage")


class Beeld:
    """One dossier, judged for one day; a kept case brings its own judgement."""

    def __init__(self, dossier: Dossier, vandaag: date, beoordeling: Beoordeling | None = None) -> None:
        self.dossier = dossier
        self.vandaag = vandaag
        self.casus: Casus = dossier.casus(vandaag) if beoordeling is None else beoordeling.casus
        beoordeling = beoordeling or beoordeel(self.casus)
        self.oordeel: Mapping[str, Any] = beoordeling.als_dict()
        self.afspraak: Afspraak = afspraak_van(beoordeling.zaak)
        self._termijnen: dict[str, Mapping[str, Any]] = {}
        for termijn in self.oordeel["termijnen"]:
            self._termijnen.setdefault(termijn["id"], termijn)

    @property
    def alleen_klacht(self) -> bool:
        """Does the visitor only come for a complaint or for the own data, and tell nothing of the case itself?"""
        eigen = [feit for feit in self.dossier.feiten if feit.get("toelichting") != AFGELEID]
        soorten = all(feit["soort"].startswith(KLACHT_EN_INZAGE) for feit in eigen)
        return soorten and (bool(eigen) or self.dossier.plek == "klacht")

    @property
    def fase(self) -> str:
        return str(self.oordeel["fase"])

    @property
    def dwangsom(self) -> Mapping[str, Any] | None:
        return self.oordeel.get("dwangsom")

    def heeft(self, *soorten: str) -> bool:
        return self.dossier.heeft(*soorten)

    def status(self, termijn: str) -> str:
        """Where a term stands; nothing when it did not start."""
        return str(self._termijnen.get(termijn, {}).get("status", ""))

    def loopt(self, termijn: str) -> bool:
        return self.status(termijn) in OPEN

    def uiterlijk(self, termijn: str) -> date | None:
        return dag(self._termijnen.get(termijn, {}).get("uiterlijk"))

    def onbekend(self, termijn: str) -> bool:
        """Did the term start on a day that is not known?"""
        return termijn in self._termijnen and self.uiterlijk(termijn) is None and self.loopt(termijn)


def dag(waarde: str | date | None) -> date | None:
    """A day out of the judgement as a date."""
    return date.fromisoformat(waarde) if isinstance(waarde, str) else waarde
