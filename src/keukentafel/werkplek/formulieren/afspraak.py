"""Moving the appointment for the talk: to a day and a time, by the resident's wish or the municipality's."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from keukentafel.dossier.formuliervelden import Tekstveld
from keukentafel.dossier.woorden import Veldwoord, Woord
from keukentafel.werkplek.werkformulier import Werkformulier

TIJD = Veldwoord(Woord("Hoe laat?", "At what time?"), Woord("Bijvoorbeeld 14.00", "For example 14.00"))


def lees_tijd(tekst: str) -> str:
    """A time of day as HH:MM; empty for what is none."""
    gevonden = re.fullmatch(r"(\d{1,2})[.:](\d{2})(?: *uur)?", tekst.strip())
    if gevonden is None or int(gevonden[1]) > 23 or int(gevonden[2]) > 59:
        return ""
    return f"{int(gevonden[1]):02}:{gevonden[2]}"


class Afspraakformulier(Werkformulier):
    """A form that sets an appointment: `DAG` names the field with its day, which comes after the day of the fact."""

    DAG: ClassVar[str]

    def clean_tijd(self) -> str:
        tijd = lees_tijd(self.cleaned_data["tijd"])
        if not tijd:
            self.zeg("tijd", _("Vul een tijd in, bijvoorbeeld 14.00."))
        return tijd

    def clean(self) -> dict[str, Any]:
        gegevens = dict(super().clean() or self.cleaned_data)
        dag = gegevens.get(self.DAG)
        if dag is not None and dag < gegevens.get("datum", self.vandaag):
            self.zeg(self.DAG, self.te_vroeg())
        return gegevens

    def te_vroeg(self) -> str:
        return _("Het gesprek moet daarna zijn. Kies een latere dag.")


class Verzetting(Afspraakformulier):
    """To which day and time, and at whose wish; for the municipality's own wish the time to decide does not move."""

    DAG: ClassVar[str] = "naar"
    VELDEN: ClassVar[tuple[str, ...]] = ("door", "naar", "toelichting")
    VERPLICHT: ClassVar[frozenset[str]] = frozenset({"door", "naar"})

    def vul_aan(self) -> None:
        self._plaats("tijd", Tekstveld(TIJD, required=True), "", "")
        self.blokken_.insert(-2, self.blokken_.pop())

    def als_feit(self) -> dict[str, Any]:
        feit, tijd = super().als_feit(), self.cleaned_data["tijd"]
        return feit | {"naar": f"{feit['naar']}T{tijd}", "tijdstip": tijd.replace(":", ".")}
