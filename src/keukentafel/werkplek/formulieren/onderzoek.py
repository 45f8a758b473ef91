"""The choice of the form of the onderzoek, always with its reason (O3, O4)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext as _

from keukentafel.werkplek.werkformulier import Werkformulier

ANDERS = "anders"


class Onderzoeksvorm(Werkformulier):
    """The form and the reason for it. A talk at home that was asked for is filled in."""

    VELDEN: ClassVar[tuple[str, ...]] = ("vorm", "reden", "toelichting")
    VERPLICHT: ClassVar[frozenset[str]] = frozenset({"vorm", "reden"})

    def beginwaarden(self) -> dict[str, Any]:
        thuis = self.inzage.beoordeling.zaak.heeft("gesprek_aan_huis_gevraagd")
        return {"vorm": "huisbezoek", "reden": "wens_inwoner"} if thuis else {}

    def vul_aan(self) -> None:
        self.fields["reden"].label = _("Waarom in deze vorm?")
        self.fields["reden"].error_messages["required"] = _("Kies waarom u deze vorm neemt.")

    def clean(self) -> dict[str, Any]:
        gegevens = dict(super().clean() or self.cleaned_data)
        if gegevens.get("reden") == ANDERS and not gegevens.get("toelichting"):
            self.zeg("toelichting", _("U koos ‘anders’. Schrijf op waarom u deze vorm neemt."))
        return gegevens
