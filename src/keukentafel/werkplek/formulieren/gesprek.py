"""The plain form of the talk: who was there, what was discussed and explained, by whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from keukentafel.dossier.agenda import moment
from keukentafel.dossier.eigen_ruimte import gedeeld
from keukentafel.werkplek.formulieren.nieuw import MetNieuweBehoeften


class Gesprek(MetNieuweBehoeften):
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

    def vul_aan(self) -> None:
        """Below the needs that were discussed: those that came up for the first time."""
        na = next((nr for nr, (_kop, paden) in enumerate(self.blokken_, 1) if "behoeften" in paden), 0)
        rest, self.blokken_ = self.blokken_[na:], self.blokken_[:na]
        self.plaats_nieuwe()
        self.blokken_ += rest

    def clean(self) -> dict[str, Any]:
        gegevens = dict(super().clean() or self.cleaned_data)
        self.keur_nieuwe(gegevens)
        return gegevens

    def als_feit(self) -> dict[str, Any]:
        feit = super().als_feit()
        behoeften = [*feit.get("behoeften", ()), *self.nieuwe()]
        return feit | ({"behoeften": behoeften} if behoeften else {})

    def naast(self) -> Mapping[str, Any]:
        zaak = self.inzage.beoordeling.zaak
        return {
            "behoeften": self.behoeften_van_zaak(),
            "plan": zaak.heeft("persoonlijk_plan_ontvangen"),
            "gedeeld": gedeeld(self.inzage.zaak),
        }
