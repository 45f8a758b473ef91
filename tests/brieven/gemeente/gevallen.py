"""The made-up cases of the letters, in the words of one made-up municipality."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from keukentafel.brieven.gemeente import voorbeelden
from keukentafel.brieven.gemeente.beeld import Afzender
from keukentafel.brieven.gemeente.model import Opgesteld
from keukentafel.brieven.gemeente.voorbeelden import ONTVANGER, TOT_AANVRAAG, UITNODIGING, WIE
from keukentafel.brieven.gemeente.voorbeelden import VOORBEELDEN as GEVALLEN

__all__ = ["AFZENDER", "GEVALLEN", "ONTVANGER", "TOT_AANVRAAG", "UITNODIGING", "WIE", "brieven", "geval"]

AFZENDER = Afzender(
    "Voorbeeldstad",
    "Marktplein 1, 9999 ZZ Voorbeeldstad",
    "14 000",
    "wmo@voorbeeldstad.example",
    "Sanne de Boer",
    "",
    {"afdeling": "Afdeling Zorg en Welzijn", "rechtbank": "de rechtbank Midden-Voorbeeld"},
)


def brieven(voor: list[dict[str, Any]], erbij: Mapping[str, Any], afzender: Afzender = AFZENDER) -> list[Opgesteld]:
    """The letter with this fact after those, in Dutch and as English reading version."""
    return voorbeelden.brieven(voor, erbij, afzender)


def geval(naam: str) -> list[Opgesteld]:
    """The letter of this name in its own case."""
    return voorbeelden.voorbeeldbrief(naam, AFZENDER)
