"""When a piece belongs in a letter of the municipality."""

from __future__ import annotations

from keukentafel.brieven.gemeente.beeld import Gemeentebeeld
from keukentafel.brieven.gemeente.model import Als
from keukentafel.wet.fouten import BuitenBekendeTijd
from keukentafel.wet.griffierecht import griffierecht


def veld(naam: str, *waarden: object) -> Als:
    """The fact bears this field (with one of these values, when given)."""
    if not waarden:
        return lambda beeld: bool(beeld.velden.get(naam))
    return lambda beeld: beeld.velden.get(naam) in waarden


def heeft(*soorten: str) -> Als:
    return lambda beeld: beeld.heeft(*soorten)


def loopt(termijn: str) -> Als:
    """The term has a last day."""
    return lambda beeld: beeld.einde_van(termijn) is not None


def voorbij(termijn: str) -> Als:
    return lambda beeld: (einde := beeld.einde_van(termijn)) is not None and einde < beeld.dag


def eigen(naam: str) -> Als:
    """The municipality filled in this word of its own."""
    return lambda beeld: bool(beeld.afzender.eigen.get(naam))


def niet(voorwaarde: Als) -> Als:
    return lambda beeld: not voorwaarde(beeld)


def allebei(*voorwaarden: Als) -> Als:
    return lambda beeld: all(v(beeld) for v in voorwaarden)


def een_van(*voorwaarden: Als) -> Als:
    return lambda beeld: any(v(beeld) for v in voorwaarden)


def bijdrage_bekend(beeld: Gemeentebeeld) -> bool:
    return bool(beeld.oordeel.get("bijdrage"))


def griffierecht_bekend(beeld: Gemeentebeeld) -> bool:
    """The fee of an appeal in this year is known here."""
    try:
        return griffierecht(beeld.dag).bedrag > 0
    except BuitenBekendeTijd:
        return False
