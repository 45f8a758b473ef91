"""The plain form of the talk: who was there, what was discussed and explained, by whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from keukentafel.dossier.agenda import moment
from keukentafel.dossier.eigen_ruimte import gedeeld
from keukentafel.werkplek.werkformulier import Werkformulier


class Gesprek(Werkformulier):
    """The talk that was held. What the invitation and the choice of form said is filled in."""

    VELDEN: ClassVar[tuple[str, ...]] = (
        "vorm", "aanwezig", "behoeften", "onderwerpen", "geinformeerd_over", "gespreksvoerder", "toelichting",
    )  # fmt: skip
    VERPLICHT: ClassVar[frozenset[str]] = frozenset({"vorm", "aanwezig", "gespreksvoerder-naam"})
    NAAST: ClassVar[str] = "werkplek/naast/gesprek.html"

    def beginwaarden(self) -> dict[str, Any]:
        vorm, brief = self.laatste("onderzoeksvorm_gekozen"), self.laatste("uitnodiging_verstuurd")
        partner = dict(brief.velden.get("gesprekspartner") or {}) if brief else {}
        eigen = {"naam": self.wie.gebruiker.naam, "organisatie": f"gemeente {self.inzage.zaak.gemeente.naam}"}
        begin = {
            "vorm": vorm.velden.get("vorm") if vorm else None,
            "gespreksvoerder": partner or eigen,
            "behoeften": [b["id"] for b in self.behoeften_van_zaak()],
        }
        afspraak = moment(self.inzage.rijen)
        if afspraak is not None and afspraak[0][:10] <= self.wie.vandaag.isoformat():
            begin["datum"] = afspraak[0][:10]
        return begin

    def naast(self) -> Mapping[str, Any]:
        zaak = self.inzage.beoordeling.zaak
        return {
            "behoeften": self.behoeften_van_zaak(),
            "plan": zaak.heeft("persoonlijk_plan_ontvangen"),
            "gedeeld": gedeeld(self.inzage.zaak),
        }
