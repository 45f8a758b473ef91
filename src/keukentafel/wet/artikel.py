"""Sources as values: an article of law, a ruling, or a norm."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Binding(StrEnum):
    """How binding a rule is: statute, case law, or a norm that a municipality may set otherwise."""

    WET = "wet"
    RECHTSPRAAK = "rechtspraak"
    NORM = "norm"


@dataclass(frozen=True, slots=True)
class Artikel:
    """One source, written as jurists cite it: `str(wmo("2.3.2", lid=1))` is "Wmo 2015 art. 2.3.2 lid 1"."""

    wet: str
    nummer: str
    lid: int | str | None = None
    onderdeel: str | None = None
    binding: Binding = Binding.WET
    # Written out once: a judgement of a case cites dozens of sources.
    tekst: str = field(default="", repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.tekst:
            object.__setattr__(self, "tekst", self._citaat())

    def _citaat(self) -> str:
        lid = f" lid {self.lid}" if self.lid is not None else ""
        onderdeel = f" onder {self.onderdeel}" if self.onderdeel else ""
        return f"{self.wet} art. {self.nummer}{lid}{onderdeel}"

    def __str__(self) -> str:
        return self.tekst


def wmo(nummer: str, lid: int | str | None = None, onderdeel: str | None = None) -> Artikel:
    """An article of the Wet maatschappelijke ondersteuning 2015."""
    return Artikel("Wmo 2015", nummer, lid, onderdeel)


def awb(nummer: str, lid: int | str | None = None, onderdeel: str | None = None) -> Artikel:
    """An article of the Algemene wet bestuursrecht."""
    return Artikel("Awb", nummer, lid, onderdeel)


def atw(nummer: str, lid: int | str | None = None, onderdeel: str | None = None) -> Artikel:
    """An article of the Algemene termijnenwet."""
    return Artikel("Atw", nummer, lid, onderdeel)


def avg(nummer: str, lid: int | str | None = None, onderdeel: str | None = None) -> Artikel:
    """An article of the Algemene verordening gegevensbescherming."""
    return Artikel("AVG", nummer, lid, onderdeel)


def ub(nummer: str, lid: int | str | None = None, onderdeel: str | None = None) -> Artikel:
    """An article of the Uitvoeringsbesluit Wmo 2015."""
    return Artikel("Uitvoeringsbesluit Wmo 2015", nummer, lid, onderdeel)


def vo1182(nummer: str, lid: int | str | None = None, onderdeel: str | None = None) -> Artikel:
    """An article of Verordening (EEG) 1182/71, on terms in EU law."""
    return Artikel("Verordening (EEG) 1182/71", nummer, lid, onderdeel)


def spelregel(nummer: int | str) -> Artikel:
    """One of the thirty ANBO rules for the talk: a norm, never law."""
    return Artikel("ANBO", str(nummer), binding=Binding.NORM, tekst=f"ANBO spelregel {nummer}")


def zorg(nummer: int | str) -> Artikel:
    """One of the eleven worries that Aandacht voor Iedereen and the VNG answered: a norm, never law."""
    return Artikel("AVI/VNG", str(nummer), binding=Binding.NORM, tekst=f"AVI/VNG zorg {nummer}")


def uitspraak(verwijzing: str) -> Artikel:
    """A ruling, cited with court, date and ECLI."""
    return Artikel("rechtspraak", verwijzing, binding=Binding.RECHTSPRAAK, tekst=verwijzing)


def bron(omschrijving: str, binding: Binding = Binding.NORM) -> Artikel:
    """Any other source, in free text: a local verordening, a circulaire, a web page."""
    return Artikel("bron", omschrijving, binding=binding, tekst=omschrijving)
