"""The form of a fact at work: filled in beforehand from the case, complete by construction where it can."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django.forms.utils import ErrorDict
from django.urls import reverse
from django.utils.translation import gettext as _

from keukentafel.dossier.formulieren import Feitformulier
from keukentafel.dossier.inzage import Inzage
from keukentafel.dossier.toegang import Persoon
from keukentafel.dossier.vastleggen import Vastgelegd
from keukentafel.dossier.woorden import Woord
from keukentafel.procedure.feit import Feit
from keukentafel.procedure.register import FEITSOORTEN
from keukentafel.werkplek.woorden import STAPPEN, stapnaam, voorstelnaam

_DAG = Woord("Op welke dag?", "On which day?")
_NA_ELKAAR = (("ingangsdatum", "einddatum"), ("datum", "tot"), ("datum", "op"))
"""Days of one form of which the second is never before the first."""
_ZELF_BEKEND = ("wijze", "schriftelijk", "professional", "belang")
"""What a worker who does it knows: there is no 'don't know' to it."""


class Werkformulier(Feitformulier):
    """A form for one kind of fact in an opened case. A kind that needs more has a class of its own (`formulieren`).

    `voorstel`: it is prepared for who decides, so it bears no day and no name of who decided.
    """

    VELDEN: ClassVar[tuple[str, ...] | None] = None
    VERPLICHT: ClassVar[frozenset[str]] = frozenset()
    NAAST: ClassVar[str] = ""
    """The template of what stands beside the form."""
    CONCEPT: ClassVar[bool] = True
    """Is what was typed kept until it is recorded?"""

    def __init__(
        self, data: Any = None, *, soort: str, inzage: Inzage, wie: Persoon, voorstel: bool = False
    ) -> None:  # fmt: skip
        self.inzage, self.wie, self.voorstel = inzage, wie, voorstel
        super().__init__(
            data, soort=soort, vandaag=wie.vandaag, velden=self.VELDEN, behoeften=self.behoeften_van_zaak(),
            met_datum=not voorstel, begin=self.beginwaarden(), vast=self.vaste_waarden(), verplicht=self.VERPLICHT,
        )  # fmt: skip
        if soort in STAPPEN and not voorstel:
            self.fields["datum"].label = str(_DAG)
        if FEITSOORTEN[soort].van_gemeente:
            self._zonder_weet_niet()
        self.vul_aan()

    def _zonder_weet_niet(self) -> None:
        for naam, veld in self.fields.items():
            if naam.rpartition("-")[2] in _ZELF_BEKEND and hasattr(veld, "choices"):
                veld.choices = [(w, tekst) for w, tekst in veld.choices if w]

    @property
    def titel(self) -> str:
        """What one is doing, as the heading of the page."""
        return voorstelnaam(self.soort) if self.voorstel else stapnaam(self.soort)

    def terug(self) -> str:
        """Where one came from."""
        return reverse("werk:zaak", args=[self.inzage.zaak.pk])

    def toon_zonder_fouten(self) -> None:
        """Show what was typed as it is: a draft need not be right yet."""
        self._errors = ErrorDict()

    def behoeften_van_zaak(self) -> list[dict[str, Any]]:
        """The needs that the form is about."""
        return [{"id": d.id, "vraag": d.vraag, "leefgebied": d.leefgebied} for d in self.inzage.beoordeling.behoeften]

    def beginwaarden(self) -> dict[str, Any]:
        """What is filled in beforehand."""
        return {}

    def vaste_waarden(self) -> dict[str, Any]:
        """What is so by construction, and is not asked."""
        return {}

    def vul_aan(self) -> None:
        """Add fields that the declaration does not know."""

    def clean(self) -> dict[str, Any]:
        """What holds for every form: days that follow each other stand in their order."""
        gegevens = dict(super().clean() or self.cleaned_data)
        mail = gegevens.get("wijze") == "email" and FEITSOORTEN[self.soort].van_gemeente
        if mail and not self.inzage.zaak.betrokkene.email:
            self.zeg("wijze", _("Er is geen e-mailadres van deze inwoner. Kies een andere weg."))
        for eerst, later in _NA_ELKAAR:
            begin, einde = gegevens.get(eerst), gegevens.get(later)
            if isinstance(begin, date) and isinstance(einde, date) and einde < begin:
                voor = str(self.fields[eerst].label).rstrip("?")
                self.zeg(later, _("Deze dag ligt voor ‘%(eerst)s’. Kies een latere dag.") % {"eerst": voor})
        return gegevens

    def beletsel(self) -> str:
        """Why this cannot be done now, and when it can; empty when it can."""
        return ""

    def let_op(self) -> list[str]:
        """What to look at before it is recorded, with what can be done about it. Only after `is_valid()`."""
        return []

    def aan_te_vullen(self) -> list[tuple[str, str]]:
        """Fields left open for which a safeguard is missed: the id, and what is to be filled in. Only when valid."""
        return []

    def verschillen(self) -> list[tuple[str, str]] | None:
        """Where it goes another way than what it rests on: about what, and how; None when it rests on nothing.

        Only after cleaning.
        """
        return None

    def verschuivingen(self) -> list[tuple[str, str, str]]:
        """The last days that this moves: of what, from which day, to which. Only after `is_valid()`."""
        return []

    def deelt(self) -> Mapping[str, Any]:
        """What another person gets to see of it: a heading (`kop`) and lines of label and text (`regels`)."""
        return {}

    def feiten(self) -> list[dict[str, Any]]:
        """The facts to record, this one first. Only after `is_valid()`."""
        return [self.als_feit()]

    def na_vastleggen(self, uit: Vastgelegd) -> None:
        """What goes with the facts, in the same transaction."""

    def naast(self) -> Mapping[str, Any]:
        """What the template beside the form needs."""
        return {}

    def laatste(self, *soorten: str) -> Feit | None:
        """The last fact of these kinds, as it stands."""
        rij = self.inzage.beoordeling.zaak.van_een(soorten)
        return rij[-1] if rij else None

    def zeg(self, veld: str, tekst: str) -> None:
        """An error with a field, or on top when the form does not have it."""
        self.add_error(veld if veld in self.fields else None, tekst)
