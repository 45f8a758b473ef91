"""The court fee of a resident in a Wmo 2015 case (Awb 8:41 and 8:109): the low tariff, from dated data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, Literal

from keukentafel.wet._gegevens import lees
from keukentafel.wet.artikel import Artikel, awb, bron
from keukentafel.wet.fouten import BuitenBekendeTijd

Instantie = Literal["beroep", "hoger_beroep"]

TARIEVEN: Final[list[dict[str, Any]]] = lees("griffierecht")["tarief"]
_ARTIKEL: Final[dict[Instantie, Artikel]] = {
    "beroep": awb("8:41", lid=2, onderdeel="a"),
    "hoger_beroep": awb("8:109", lid=1, onderdeel="a"),
}


@dataclass(frozen=True, slots=True)
class Griffierecht:
    """A court fee in euro with its sources."""

    datum: date
    bedrag: Decimal
    bron: tuple[Artikel, ...]


def griffierecht(datum: date, instantie: Instantie = "beroep") -> Griffierecht:
    """The fee for an appeal received on `datum`. Raises BuitenBekendeTijd for a year whose fee is not known."""
    for tarief in TARIEVEN:
        if instantie in tarief and tarief["van"] <= datum <= tarief["tot"]:
            return Griffierecht(datum, Decimal(tarief[instantie]), (_ARTIKEL[instantie], bron(tarief["bron"])))
    bekend = ", ".join(str(tarief["van"].year) for tarief in TARIEVEN if instantie in tarief)
    raise BuitenBekendeTijd(
        f"Het griffierecht van {datum.year} is hier niet bekend. Bekend zijn: {bekend}."
        " In de brief van de rechter staat wat u moet betalen."
    )
