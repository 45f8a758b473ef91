"""What a report and a decision hold when they are complete, and what to ask where something is missing. Data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from keukentafel.dossier.woorden import Woord
from keukentafel.portaal.watnu.model import Veld


@dataclass(frozen=True, slots=True)
class Punt:
    """One thing to look for. `mist`: the answer that makes it a gap, `gat` that gap as a statement (without: `tekst`).

    `als`: only asked in that case.
    """

    naam: str
    tekst: Woord
    vraag: Woord
    soort: str = ""
    veld: str = ""
    waarborg: str = ""
    mist: str = "nee"
    als: str = ""
    norm: str = ""
    gat: Woord | None = None


def _punt(rauw: dict[str, Any]) -> Punt:
    return Punt(**rauw | {naam: Woord(**rauw[naam]) for naam in ("tekst", "vraag", "gat") if naam in rauw})


def _lees(naam: str) -> tuple[Punt, ...]:
    tekst = (files(__package__) / "inhoud" / f"{naam}.toml").read_text("utf-8")
    return tuple(_punt(rauw) for rauw in tomllib.loads(tekst)["punt"])


VERSLAG: Final = _lees("verslag")
BESLUIT: Final = _lees("besluit")
DATUM: Final = {
    "verslag": Veld(
        "datum", "datum", Woord("Op welke dag stuurde de gemeente het verslag?", "When was the report sent?"),
        Woord("Meestal is dat de datum boven aan de brief.", "Usually the date at the top of the letter."),
        facultatief=True,
    ),
    "besluit": Veld(
        "datum", "datum", Woord("Op welke dag stuurde de gemeente het besluit?", "When was the decision sent?"),
        Woord("Daarmee rekenen we uit tot wanneer u bezwaar kunt maken.", "It tells until when you can object."),
        facultatief=True,
    ),
}  # fmt: skip
