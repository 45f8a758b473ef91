"""A profile (TOML): how the words of a foreign log map to facts, and which terms a municipality adds itself.

Read and checked in one go; every fault names the key, what is wrong and what would be right.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from keukentafel.doorlichting.fouten import Invoerfout
from keukentafel.procedure.termijn import Termijn
from keukentafel.wet.artikel import Binding, bron
from keukentafel.wet.termijn import Duur, dagen, jaren, maanden, weken

ZONE: Final = "Europe/Amsterdam"
_EENHEDEN: Final = {"dagen": dagen, "weken": weken, "maanden": maanden, "jaren": jaren}
_SLEUTELS: Final = ("naam", "tijdzone", "kolommen", "velden", "feiten", "groepen", "alleen", "termijn")
_KOLOMMEN: Final = ("zaak", "soort", "datum")
_TERMIJN: Final = ("id", "naam", "vanaf", "gehaald_door", "bron", "atw", *_EENHEDEN)


@dataclass(frozen=True)
class Profiel:
    """A profile as read. The empty one is that of a log that already speaks the words of the law."""

    naam: str = ""
    tijdzone: str = ZONE
    kolommen: Mapping[str, str] = field(default_factory=dict)
    velden: Mapping[str, str] = field(default_factory=dict)
    feiten: Mapping[str, str] = field(default_factory=dict)
    groepen: Mapping[str, str] = field(default_factory=dict)
    alleen: bool = False
    termijnen: tuple[Termijn, ...] = ()

    @property
    def vertaalt(self) -> bool:
        """Does it say which facts the log can hold?"""
        return bool(self.feiten or self.velden)


def lees_profiel(pad: Path, soorten: frozenset[str], wmo_termijnen: frozenset[str]) -> Profiel:
    """Read and check a profile. Raises `Invoerfout` with every fault; `soorten` are the known kinds of facts."""
    try:
        inhoud = tomllib.loads(pad.read_text(encoding="utf-8-sig"))
    except OSError as fout:
        raise Invoerfout(f"Het profiel {pad} is niet te openen: {fout.strerror or fout}.") from None
    except UnicodeDecodeError:
        raise Invoerfout(f"Het profiel {pad} is geen tekst in UTF-8.") from None
    except tomllib.TOMLDecodeError as fout:
        raise Invoerfout(f"Het profiel {pad} is geen geldige TOML: {fout}.") from None
    return _Lezer(pad, inhoud, soorten, wmo_termijnen).lees()


class _Lezer:
    """Collects the faults while it reads."""

    def __init__(
        self, pad: Path, inhoud: Mapping[str, Any], soorten: frozenset[str], wmo_termijnen: frozenset[str]
    ) -> None:
        self.inhoud = inhoud
        self.soorten = soorten
        self.wmo_termijnen = wmo_termijnen
        self.fouten: list[str] = []
        self.pad = pad

    def fout(self, sleutel: str, tekst: str) -> None:
        self.fouten.append(f"{self.pad}: [{sleutel}] {tekst}")

    def lees(self) -> Profiel:
        self._onbekend("profiel", self.inhoud, _SLEUTELS)
        alleen = self._alleen()
        profiel = Profiel(
            naam=self._tekst("naam", self.inhoud.get("naam", "")),
            tijdzone=self._zone(),
            kolommen=self._kolommen(),
            velden=self._naar_soort("velden"),
            feiten=self._naar_soort("feiten"),
            groepen=self._tabel("groepen"),
            alleen=alleen,
            termijnen=self._termijnen(alleen),
        )
        if alleen and not profiel.termijnen and not self.fouten:
            self.fout("alleen", "laat alles van de Wmo weg, maar het profiel noemt zelf geen [[termijn]]")
        if self.fouten:
            raise Invoerfout(self.fouten)
        return profiel

    def _onbekend(self, waar: str, tabel: Mapping[str, Any], bekend: tuple[str, ...]) -> None:
        for sleutel in tabel:
            if sleutel not in bekend:
                self.fout(waar, f"kent {sleutel!r} niet; {_wel(sleutel, bekend)}")

    def _tekst(self, sleutel: str, waarde: Any) -> str:
        if isinstance(waarde, str):
            return waarde.strip()
        self.fout(sleutel, f"moet tekst zijn, niet {waarde!r}")
        return ""

    def _zone(self) -> str:
        naam = self._tekst("tijdzone", self.inhoud.get("tijdzone", ZONE))
        try:
            ZoneInfo(naam)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self.fout("tijdzone", f"{naam!r} is geen bekende tijdzone; bijvoorbeeld {ZONE!r}")
        return naam

    def _tabel(self, sleutel: str) -> dict[str, str]:
        tabel = self.inhoud.get(sleutel, {})
        if not isinstance(tabel, dict):
            self.fout(sleutel, 'moet een tabel zijn met regels als naam = "waarde"')
            return {}
        uit = {}
        for naam, waarde in tabel.items():
            if isinstance(waarde, str) and waarde.strip():
                uit[naam] = waarde.strip()
            else:
                self.fout(f"{sleutel}.{naam}", f"moet tekst zijn, niet {waarde!r}")
        return uit

    def _kolommen(self) -> dict[str, str]:
        tabel = self._tabel("kolommen")
        self._onbekend("kolommen", tabel, _KOLOMMEN)
        return tabel

    def _naar_soort(self, sleutel: str) -> dict[str, str]:
        tabel = self._tabel(sleutel)
        for naam, soort in tabel.items():
            self._soort(f"{sleutel}.{naam}", soort)
        return tabel

    def _soort(self, waar: str, soort: str) -> None:
        if soort not in self.soorten:
            self.fout(waar, f"{soort!r} is geen bekende soort feit; {_wel(soort, tuple(sorted(self.soorten)))}")

    def _alleen(self) -> bool:
        tabel = self.inhoud.get("alleen", {})
        waarde = tabel.get("termijnen", False) if isinstance(tabel, dict) else None
        if not isinstance(waarde, bool):
            self.fout("alleen", "moet een tabel zijn met termijnen = true of termijnen = false")
            return False
        self._onbekend("alleen", tabel, ("termijnen",))
        return waarde

    def _termijnen(self, alleen: bool) -> tuple[Termijn, ...]:
        rij = self.inhoud.get("termijn", [])
        if not isinstance(rij, list) or not all(isinstance(t, dict) for t in rij):
            self.fout("termijn", "schrijf elke termijn als een eigen blok dat begint met [[termijn]]")
            return ()
        gezien: set[str] = set() if alleen else set(self.wmo_termijnen)
        uit = []
        for nr, tabel in enumerate(rij, 1):
            termijn = self._termijn(f"termijn {nr}", tabel)
            if termijn is None:
                continue
            if termijn.id in gezien:
                self.fout(f"termijn {nr}", f"de id {termijn.id!r} bestaat al; kies een andere")
            gezien.add(termijn.id)
            uit.append(termijn)
        return tuple(uit)

    def _termijn(self, waar: str, tabel: Mapping[str, Any]) -> Termijn | None:
        vooraf = len(self.fouten)
        self._onbekend(waar, tabel, _TERMIJN)
        for naam in ("id", "vanaf", "gehaald_door"):
            if naam not in tabel:
                self.fout(waar, f"mist {naam!r}")
        atw = tabel.get("atw", True)
        if not isinstance(atw, bool):
            self.fout(waar, f"atw moet true of false zijn, niet {atw!r}")
        duur = self._duur(waar, tabel)
        vanaf = self._soorten(waar, "vanaf", tabel)
        gehaald = self._soorten(waar, "gehaald_door", tabel)
        naam = self._tekst(waar, tabel.get("naam", tabel.get("id", "")))
        sleutel = self._tekst(waar, tabel.get("id", ""))
        tekst = self._tekst(waar, tabel.get("bron", "eigen termijn van dit profiel"))
        if len(self.fouten) > vooraf or duur is None:
            return None
        return Termijn(
            sleutel, naam, Binding.NORM, (bron(tekst),), vanaf=vanaf, duur=duur, gehaald_door=gehaald, atw=atw
        )  # fmt: skip

    def _duur(self, waar: str, tabel: Mapping[str, Any]) -> Duur | None:
        lengten = [naam for naam in _EENHEDEN if naam in tabel]
        if len(lengten) != 1:
            gevonden = " en ".join(lengten) or "geen lengte"
            self.fout(waar, f"heeft {gevonden}; schrijf precies één van dagen, weken, maanden of jaren")
            return None
        aantal = tabel[lengten[0]]
        if isinstance(aantal, bool) or not isinstance(aantal, int) or not 1 <= aantal <= 1200:
            self.fout(waar, f"{lengten[0]} moet een heel getal van 1 tot en met 1200 zijn, niet {aantal!r}")
            return None
        return _EENHEDEN[lengten[0]](aantal)

    def _soorten(self, waar: str, sleutel: str, tabel: Mapping[str, Any]) -> tuple[str, ...]:
        waarde = tabel.get(sleutel, [])
        namen = [waarde] if isinstance(waarde, str) else waarde
        if not isinstance(namen, list) or not all(isinstance(n, str) for n in namen):
            self.fout(waar, f"{sleutel} moet een soort feit zijn, of een lijst daarvan, niet {waarde!r}")
            return ()
        for naam in namen:
            self._soort(f"{waar}, {sleutel}", naam)
        return tuple(namen)


def _wel(woord: str, bekend: tuple[str, ...]) -> str:
    """What would be right: the nearest words, or the whole list when it is short."""
    dichtbij = difflib.get_close_matches(str(woord), bekend, n=3)
    if dichtbij:
        return f"bedoelt u {' of '.join(map(repr, dichtbij))}?"
    if len(bekend) <= 12:
        return f"wel: {', '.join(bekend)}"
    return "zie docs/feiten.md voor alle soorten"
