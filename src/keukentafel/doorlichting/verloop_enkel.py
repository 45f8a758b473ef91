"""The course of events of cases in which no kind that is looked at occurs twice: days compared as whole columns.

Every question that a function may ask (`Kijk.vragen`) is a bit; the bits, how the terms stand and the fields that are
looked at together make one number a case. Cases with the same number get the same answers, so the same verdict.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.blok import Blok
from keukentafel.doorlichting.gadeslaan import Kijk
from keukentafel.doorlichting.kalender import GEEN_EINDE
from keukentafel.doorlichting.kiezen import Getallen
from keukentafel.doorlichting.opzoeken import roer
from keukentafel.doorlichting.reeks import NOOIT, SCHUIF
from keukentafel.doorlichting.termijnen import standen

_GOUD: Final = np.uint64(0x9E3779B97F4A7C15)


class Kolommen:
    """The columns of a block for all its cases (kept with the block), or for a few."""

    def __init__(self, blok: Blok, rijen: Getallen | None, einde: Any) -> None:
        self.blok = blok
        self.rijen = rijen
        self.n = blok.n if rijen is None else len(rijen)
        self._einde = einde
        self._eigen: dict[Any, Any] = blok.geheugen if rijen is None else {}

    def sleutel(self, kijk: Kijk, velden: list[tuple[str, str]]) -> Getallen:
        """The number of each case. `velden`: the fields that are looked at and that the block bears."""
        delen: list[Getallen | None] = [self._byte(kijk.vragen[nr : nr + 8]) for nr in range(0, len(kijk.vragen), 8)]
        delen += [self._stand(termijn) for termijn in sorted(kijk.termijnen)]
        uit = self._woord(delen[:8])
        for nr in range(8, len(delen), 8):
            uit = roer(uit) ^ self._woord(delen[nr : nr + 8])
        if kijk.velden:
            uit = roer(uit)
            for soort, veld in velden:
                uit += self._pak(self._veld(soort, veld))
        return uit

    def _pak(self, kolom: Getallen) -> Getallen:
        return kolom if self.rijen is None else kolom.take(self.rijen)

    def _woord(self, delen: list[Getallen | None]) -> Getallen:
        """Up to eight bytes as one number."""
        uit = np.zeros(self.n, np.uint64)
        for nr, deel in enumerate(delen):
            if deel is not None:
                breed = deel.astype(np.uint64)
                if nr:
                    breed <<= np.uint64(8 * nr)
                uit |= breed
        return uit

    def _byte(self, vragen: tuple[tuple[str, ...], ...]) -> Getallen | None:
        uit: Getallen | None = None
        for nr, vraag in enumerate(vragen):
            bit = self._bit(vraag)
            if bit is not None:
                deel = bit.view(np.uint8) << np.uint8(nr)
                uit = deel if uit is None else np.bitwise_or(uit, deel, out=uit)
        return uit

    def _bit(self, vraag: tuple[str, ...]) -> Getallen | None:
        """The answer to one question; None when it is no in every case, for want of facts."""
        soort = vraag[1]
        ander = vraag[2] if vraag[0] in ("voor", "zelfde dag", "vanaf dag") else soort
        if not (self.blok.heeft(soort) and self.blok.heeft(ander)):
            return None
        if vraag not in self._eigen:
            self._eigen[vraag] = self._antwoord(*vraag)
        return self._eigen[vraag]  # type: ignore[no-any-return]

    def _antwoord(self, wat: str, soort: str, ander: str = "") -> Getallen:
        eerste, er = self._eerste(soort), self._er(soort)
        match wat:
            case "er":
                return er
            case "voor":
                return (eerste < self._eerste(ander)) & self._er(ander)
            case "zelfde dag":
                return (self._dag(soort) == self._dag(ander)) & er
            case "vanaf dag":
                return (self._dag(soort) <= self._dag(ander)) & self._er(ander)
            case "vandaag":
                return self._dag(soort) == np.int32(self.blok.vandaag)
            case "op tijd":
                return (self._dag(soort) <= self._pak(self._einde(self.blok, ander))) & er
        zeker = self._zeker(ander)
        if zeker is None:
            return np.zeros(self.n, bool)
        zeker = self._pak(zeker)
        return (self._dag(soort) <= zeker) & er & (zeker != GEEN_EINDE)

    def _onthoud(self, wat: str, soort: str, kolom: Any) -> Getallen:
        sleutel = (wat, soort)
        if sleutel not in self._eigen:
            self._eigen[sleutel] = kolom()
        return self._eigen[sleutel]  # type: ignore[no-any-return]

    def _eerste(self, soort: str) -> Getallen:
        return self._onthoud("eerste", soort, lambda: self._pak(self.blok.van(soort).eerste))

    def _er(self, soort: str) -> Getallen:
        return self._onthoud("er", soort, lambda: self._eerste(soort) != NOOIT)

    def _dag(self, soort: str) -> Getallen:
        return self._onthoud("dag", soort, lambda: self._eerste(soort) >> SCHUIF)

    def _zeker(self, termijn: str) -> Getallen | None:
        """Per case until when an act is certainly in time; None where no field is missing."""
        s = standen(self.blok, regels.TERMIJNEN[termijn])
        if not s.mist_iets:
            return None
        return s.per_zaak(s.zeker, GEEN_EINDE, self.blok.alle)

    def _stand(self, termijn: str) -> Getallen | None:
        """How a term stands; None: it never began."""
        s = standen(self.blok, regels.TERMIJNEN[termijn])
        return self._pak(standbyte(self.blok, termijn, self._einde(self.blok, termijn))) if len(s.zaak) else None

    def _veld(self, soort: str, veld: str) -> Getallen:
        """Per case a number of 64 bits for the value of a field, 0 where it is not known."""
        sleutel = ("veldgetal", soort, veld)
        if sleutel not in self.blok.geheugen:
            codes, waarden = self.blok.veld(soort, veld)
            getallen = veldgetallen(soort, veld, waarden)
            self.blok.geheugen[sleutel] = self.blok.van(soort).verspreid(getallen.take(codes), 0)
        return self.blok.geheugen[sleutel]  # type: ignore[no-any-return]


def standbyte(blok: Blok, termijn: str, einde: Getallen) -> Getallen:
    """Per case a byte for how a term stands, and whether its end has passed, is not known, or hangs on a field; 0: not
    begun. `einde`: the end for each case."""
    sleutel = ("standbyte", termijn)
    if sleutel not in blok.geheugen:
        s = standen(blok, regels.TERMIJNEN[termijn])
        vandaag = np.int32(blok.vandaag)
        vragen = [(einde if s.zaak is blok.alle else einde.take(s.zaak)) < vandaag, s.uiterlijk == GEEN_EINDE]
        if s.mist_iets:
            vragen += [s.zeker != GEEN_EINDE, s.zeker < vandaag]
        uit = (s.status + np.int8(1)).view(np.uint8)
        for nr, vraag in enumerate(vragen, 3):
            uit |= vraag.view(np.uint8) << np.uint8(nr)
        uit *= s.begonnen.view(np.uint8)
        blok.geheugen[sleutel] = s.per_zaak(uit, 0, blok.alle)
    return blok.geheugen[sleutel]  # type: ignore[no-any-return]


def veldgetallen(soort: str, veld: str, waarden: list[Any]) -> Getallen:
    """For each value of a field a number of 64 bits that is the same in every block; 0: not known."""
    ruw = [0 if w is None else hash((soort, veld, _vast(w))) & 0xFFFFFFFFFFFFFFFF for w in waarden]
    return np.where([w is None for w in waarden], np.uint64(0), roer(np.array(ruw, np.uint64) * _GOUD + _GOUD))


def _vast(waarde: Any) -> Any:
    """A value that can be hashed."""
    if isinstance(waarde, dict):
        return tuple((k, _vast(v)) for k, v in sorted(waarde.items()))
    return tuple(map(_vast, waarde)) if isinstance(waarde, tuple) else waarde
