"""When a decision is late: word of it, the decision on the dwangsom and its payment (Awb 4:14, 4:17-4:18)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from keukentafel.procedure.te_laat import TERMIJN_VAN
from keukentafel.procedure.zaak import Dwangsomstand
from keukentafel.werkplek.werkformulier import Werkformulier
from keukentafel.werkplek.zaakbeeld import dwangsommen


class Verlenging(Werkformulier):
    """Word that the decision comes later, with the day on which it is expected."""

    VERPLICHT: ClassVar[frozenset[str]] = frozenset({"tot"})

    def let_op(self) -> list[str]:
        stand = self.inzage.beoordeling.zaak.stand("beschikking")
        gegevens = self.cleaned_data
        eens = gegevens.get("schriftelijk") and gegevens.get("instemming")
        if eens or stand is None or stand.uiterlijk is None or gegevens["datum"] <= stand.uiterlijk:
            return []
        zin = _(
            "Dit bericht komt te laat. De wettelijke laatste dag was %(dag)s; daarvóór had de inwoner dit moeten"
            " horen. Waarborg A2 blijft gemist, ook met dit bericht. Stuur het toch: dan weet de inwoner wanneer het"
            " besluit komt. De dwangsom stopt er niet door."
        )
        return [zin % {"dag": date_format(stand.uiterlijk, "l j F Y")}]


class Dwangsombesluit(Werkformulier):
    """The decision on the dwangsom; the amount is what follows from the facts."""

    VERPLICHT: ClassVar[frozenset[str]] = frozenset({"bedrag"})
    NAAST: ClassVar[str] = "werkplek/naast/dwangsom.html"

    def beginwaarden(self) -> dict[str, Any]:
        dwangsom = self.inzage.beoordeling.dwangsom
        return {"bedrag": _bedrag(dwangsom.dwangsom.bedrag)} if dwangsom is not None else {}

    def beletsel(self) -> str:
        """Only when the dwangsom has ended is its amount known (Awb 4:18)."""
        if not self.inzage.beoordeling.zaak.heeft("ingebrekestelling_ontvangen"):
            return _("Er is geen ingebrekestelling. Zonder die brief is er geen dwangsom om over te besluiten.")
        dwangsommen_ = self.inzage.beoordeling.dwangsommen
        lopend = next((d for d in dwangsommen_ if not self._gestopt(d)), None)
        if lopend is None or any(d.verbeurd_tot is not None for d in dwangsommen_):
            return ""
        zin = _(
            "Dit kan nog niet: de dwangsom is nog niet voorbij. Hij stopt op de dag dat u beslist op de aanvraag of het"
            " bezwaar, en anders na %(dag)s. Daarna hebt u twee weken om over de dwangsom te besluiten (Awb art. 4:18)."
        )
        return zin % {"dag": date_format(lopend.dwangsom.laatste_dag, "l j F Y")}

    def _gestopt(self, d: Dwangsomstand) -> bool:
        stand = self.inzage.beoordeling.zaak.stand(TERMIJN_VAN[d.betreft])
        gedaan = stand is not None and (stand.gehaald is not None or stand.vervallen_door is not None)
        return gedaan or self.vandaag > d.dwangsom.laatste_dag

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
