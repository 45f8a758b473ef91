"""The week of good and bad days as a picture: what stands where, in words and in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from keukentafel.portaal.voorbereiden.inhoud import DEEL, HOE, Item
from keukentafel.portaal.voorbereiden.staat import Staat

# Sizes of the drawing, in units of its own; the page scales it to the width there is.
KOLOM: Final = {"goed": 150, "gaat": 225, "slecht": 300}
EERSTE_RIJ: Final = 62
RIJ: Final = 44


@dataclass(frozen=True)
class Dag:
    """One day of the week: its number and name, how it went (empty when not filled in) and a note."""

    nr: str
    veld: str
    naam: str
    hoe: str
    woord: str
    notitie: str
    y: int

    @property
    def x(self) -> int:
        """Where the mark of the day stands."""
        return KOLOM[self.hoe]


def dagen(staat: Staat) -> list[Dag]:
    """The seven days, in order."""
    woorden = {optie.naam: str(optie.tekst) for optie in HOE}
    items = [item for item in DEEL["week"].items if item.soort == "dag"]
    return [_dag(rij, item, staat, woorden) for rij, item in enumerate(items)]


def _dag(rij: int, item: Item, staat: Staat, woorden: dict[str, str]) -> Dag:
    # A value that is not one of the three is shown beside its field as wrong; it has no place in the picture.
    hoe = staat[item.veld["hoe"].naam]
    hoe = hoe if hoe in KOLOM else ""
    return Dag(
        nr=item.nr,
        veld=item.veld["hoe"].naam,
        naam=str(item.tekst),
        hoe=hoe,
        woord=woorden.get(hoe, _("niet ingevuld")),
        notitie=staat[item.veld["wat"].naam],
        y=EERSTE_RIJ + RIJ * rij,
    )


def omschrijving(week: list[Dag]) -> str:
    """The picture in words."""
    return " ".join(f"{dag.naam}: {dag.woord.lower()}." for dag in week)


def lijn(week: list[Dag]) -> str:
    """The line through the days; a day that is not filled in breaks it, since nobody knows how that day went."""
    delen = []
    for vorige, dag in zip([None, *week], week, strict=False):
        if dag.hoe:
            delen.append(f"{'L' if vorige and vorige.hoe else 'M'}{dag.x} {dag.y}")
    return " ".join(delen)


def context(staat: Staat) -> dict[str, Any]:
    """What the templates of the picture and of the table behind it need."""
    week = dagen(staat)
    return {
        "week": week,
        "week_omschrijving": omschrijving(week),
        "week_lijn": lijn(week),
        "week_kolommen": [{"naam": optie.naam, "tekst": str(optie.tekst), "x": KOLOM[optie.naam]} for optie in HOE],
        "week_hoogte": EERSTE_RIJ + RIJ * len(week) - 14,
    }


def svg(staat: Staat) -> str:
    """The picture on its own, for paper."""
    return render_to_string("voorbereiden/week_beeld.svg", context(staat) | {"op_papier": True})
