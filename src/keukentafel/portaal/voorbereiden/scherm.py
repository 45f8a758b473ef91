"""The items of a part with what was filled in, ready for the templates of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from keukentafel.portaal.voorbereiden.bundel import labels
from keukentafel.portaal.voorbereiden.inhoud import DEEL, VELD, Deel, Item, Veld
from keukentafel.portaal.voorbereiden.staat import LENGTE, Staat

# These stay on the device: ticks of a list that everyone sees, and how the days went (a week takes a week).
BLIJVEND: Final = " ".join(veld.naam for veld in VELD.values() if veld.soort == "vink" or veld.achtervoegsel == "-hoe")


@dataclass(frozen=True)
class Invoer:
    """One field on the page."""

    naam: str
    soort: str
    label: str
    waarde: str
    fout: str
    lengte: int
    opties: list[dict[str, Any]]


@dataclass(frozen=True)
class Punt:
    """One item on the page; `v` holds its fields by role."""

    item: Item
    v: dict[str, Invoer]
    verwijst: Deel | None


def punten(deel: Deel, staat: Staat, fout_bij: dict[str, str]) -> list[Punt]:
    """The items of the part, in order."""
    return [
        Punt(
            item,
            {rol: _invoer(veld, item, staat, fout_bij) for rol, veld in item.veld.items()},
            DEEL.get(item.verwijst),
        )
        for item in deel.items
    ]


def _invoer(veld: Veld, item: Item, staat: Staat, fout_bij: dict[str, str]) -> Invoer:
    waarde = staat[veld.naam]
    return Invoer(
        naam=veld.naam,
        soort=veld.soort,
        label=labels(item).get(veld.achtervoegsel, ""),
        waarde=waarde,
        fout=fout_bij.get(veld.naam, ""),
        lengte=LENGTE[veld.soort],
        opties=[{"naam": o.naam, "tekst": str(o.tekst), "aan": waarde == o.naam} for o in veld.opties],
    )


def telt(deel: Deel) -> str:
    """The items of the part by the fields that make them filled in, for the count on the device."""
    return " ".join(
        "+".join(veld.naam for veld in item.velden if veld.achtervoegsel != "-delen") for item in deel.items
    )
