"""Registering an application that came by letter or by word of mouth."""

from __future__ import annotations

from typing import Any, ClassVar

from keukentafel.werkplek.werkformulier import Werkformulier


class Aanvraag(Werkformulier):
    """The application: for which needs, in which form. Every need of the report is ticked, whatever its outcome."""

    VERPLICHT: ClassVar[frozenset[str]] = frozenset({"behoeften"})

    def beginwaarden(self) -> dict[str, Any]:
        verslag = self.laatste("verslag_verstuurd")
        regels = verslag.velden.get("behoeften", ()) if verslag else ()
        return {"behoeften": [r["id"] for r in regels]}
