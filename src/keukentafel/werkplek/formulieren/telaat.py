"""When a decision is late: the decision on the dwangsom and its payment, with the amount reckoned (Awb 4:17-4:18)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from keukentafel.werkplek.werkformulier import Werkformulier
from keukentafel.werkplek.zaakbeeld import dwangsommen


class Dwangsombesluit(Werkformulier):
    """The decision on the dwangsom; the amount is what follows from the facts."""

    VERPLICHT: ClassVar[frozenset[str]] = frozenset({"bedrag"})
    NAAST: ClassVar[str] = "werkplek/naast/dwangsom.html"

    def beginwaarden(self) -> dict[str, Any]:
        dwangsom = self.inzage.beoordeling.dwangsom
        return {"bedrag": _bedrag(dwangsom.dwangsom.bedrag)} if dwangsom is not None else {}

    def naast(self) -> Mapping[str, Any]:
        return {"dwangsommen": dwangsommen(self.inzage)}


class Dwangsombetaling(Werkformulier):
    """The payment; the amount is that of the decision."""

    VERPLICHT: ClassVar[frozenset[str]] = frozenset({"bedrag"})

    def beginwaarden(self) -> dict[str, Any]:
        besluit = self.laatste("dwangsombesluit_bekendgemaakt")
        bedrag = besluit.velden.get("bedrag") if besluit else None
        return {"bedrag": _bedrag(Decimal(bedrag))} if bedrag else {}


def _bedrag(bedrag: Decimal) -> str:
    """As people write it: 1442,00."""
    return f"{bedrag:.2f}".replace(".", ",")
