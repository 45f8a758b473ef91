"""A need that comes up first in the talk or the report: it gets a number of its own, and its own thread from there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Final

from django.utils.translation import gettext as _

from keukentafel.dossier.formulieren import naam_van
from keukentafel.procedure.feit import Lijst, Veldvorm
from keukentafel.procedure.register import FEITSOORTEN
from keukentafel.werkplek.werkformulier import Werkformulier

_VELDEN: Final = ("leefgebied", "vraag")


class MetNieuweBehoeften(Werkformulier):
    """A form in which needs can be added that nobody named before; each with its question and its area of life."""

    RIJEN: ClassVar[int] = 2
    ERBIJ: ClassVar[tuple[str, ...]] = ()
    """What this form says of every need, also of a new one."""

    def plaats_nieuwe(self) -> None:
        """Put the empty rows at the end of the form, folded away."""
        koppen = (_("Kwam er een hulpvraag bij?"), _("En nog een?"))
        melding, eigen = _vormen("melding_ontvangen"), _vormen(self.soort)
        for nr in range(self.RIJEN):
            for naam in _VELDEN:
                self._maak(f"nieuw-{nr}-{naam}", naam, melding[naam], None, koppen[nr])
            for naam in self.ERBIJ:
                self._maak(f"nieuw-{nr}-{naam}", naam, eigen[naam], None, koppen[nr])
            self.bij_blok[f"nieuw-{nr}-leefgebied"] = {
                "klap": True, "open": any(self._getypt(nr).values()),
                "inleiding": _("Iets wat nog niet was gemeld. Het krijgt een eigen plek in de zaak."),
            }  # fmt: skip

    def keur_nieuwe(self, gegevens: Mapping[str, Any]) -> None:
        """A need that is begun says what it is and what it is about."""
        for nr in range(self.RIJEN):
            if not any(gegevens.get(f"nieuw-{nr}-{naam}") for naam in (*_VELDEN, *self.ERBIJ)):
                continue
            if not gegevens.get(f"nieuw-{nr}-vraag"):
                self.zeg(f"nieuw-{nr}-vraag", _("Schrijf op wat niet meer lukt. Eén zin is genoeg."))
            if not gegevens.get(f"nieuw-{nr}-leefgebied"):
                self.zeg(f"nieuw-{nr}-leefgebied", _("Kies waar deze hulpvraag over gaat."))
            soort = f"nieuw-{nr}-soort_oplossing"
            if soort in self.fields and not gegevens.get(soort):
                naam = naam_van({"vraag": gegevens.get(f"nieuw-{nr}-vraag"), "id": _("de nieuwe hulpvraag")})
                self.zeg(soort, _("Kies bij elke hulpvraag een uitkomst: %(b)s") % {"b": naam})

    def nieuwe(self) -> list[dict[str, Any]]:
        """The needs that were added, each under the next free number. Only after `is_valid()`."""
        vrij = self._vrije_nummers()
        return [{"id": next(vrij)} | rij for nr in range(self.RIJEN) if (rij := self._rij(nr))]

    def _rij(self, nr: int) -> dict[str, Any]:
        namen = (*_VELDEN, *self.ERBIJ)
        return {n: w for n in namen if (w := self.cleaned_data.get(f"nieuw-{nr}-{n}"))}

    def _getypt(self, nr: int) -> dict[str, str]:
        paden = {naam: self.add_prefix(f"nieuw-{nr}-{naam}") for naam in (*_VELDEN, *self.ERBIJ)}
        return {naam: self.data.get(pad, "") for naam, pad in paden.items()} if self.is_bound else {}

    def _vrije_nummers(self) -> Iterator[str]:
        """Numbers that no fact of this case ever gave to a need, put right or not."""
        ooit = {
            str(regel["id"] if isinstance(regel, Mapping) else regel)
            for rij in self.inzage.rijen
            for inhoud in (rij.velden, rij.velden.get("vervangt_door"))
            if isinstance(inhoud, Mapping)
            for regel in inhoud.get("behoeften") or ()
        }
        return (naam for nr in range(1, 1000) if (naam := f"b{nr}") not in ooit)


def _vormen(soort: str) -> Mapping[str, Veldvorm]:
    vorm = FEITSOORTEN[soort].velden["behoeften"]
    return vorm.velden if isinstance(vorm, Lijst) else {}
