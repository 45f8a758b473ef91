"""Asking for data with purpose and need, and asking an expert one question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar, Final

from django.utils.translation import gettext as _

from keukentafel.dossier.formulieren import naam_van
from keukentafel.dossier.formuliervelden import Keuzeveld, Tekstveld
from keukentafel.dossier.models import Gebruiker, Mandaat
from keukentafel.dossier.toegang import geldig_op
from keukentafel.dossier.vastleggen import Vastgelegd
from keukentafel.dossier.woorden import Veldwoord, Woord, veldwoord
from keukentafel.werkplek.melding import is_bsn
from keukentafel.werkplek.werkformulier import Werkformulier

_VRAAG = Veldwoord(
    Woord("Wat is de vraag?", "What is the question?"),
    Woord("Eén vraag, die de deskundige kan beantwoorden.", "One question, that the expert can answer."),
    lang=True,
)
_GEGEVENS = Veldwoord(
    Woord("Welke gegevens zijn daarvoor nodig?", "Which data are needed for it?"),
    Woord(
        "De deskundige ziet alleen de vraag en wat u hier opschrijft. Schrijf niet meer op dan nodig is.",
        "The expert sees only the question and what you write here. Write no more than is needed.",
    ),
    lang=True,
)
_DESKUNDIGE = Veldwoord(
    Woord("Aan wie?", "To whom?"),
    Woord(
        "Staat de deskundige er niet bij? Laat dit leeg en stuur de vraag zelf.",
        "Is the expert not in the list? Leave this empty and send the question yourself.",
    ),
)
_CIJFERS: Final = re.compile(r"(?<!\d)\d(?:[ .]?\d){8}(?![ .]?\d)")
_VAN_ANDEREN = Woord("Gegevens van andere mensen", "Data of other people")


class Gegevensvraag(Werkformulier):
    """Asking for data: which, what for, and for which need (Wmo 2.3.2 lid 7)."""

    VELDEN: ClassVar[tuple[str, ...]] = ("gegevens", "doel", "behoefte", "toelichting")
    VERPLICHT: ClassVar[frozenset[str]] = frozenset({"gegevens", "doel"})

    def vul_aan(self) -> None:
        veld = self.fields["gegevens"]
        veld.choices = [(w, _VAN_ANDEREN if w == "derden" else t) for w, t in veld.choices]  # type: ignore[attr-defined]
        opties = [(str(b["id"]), Woord(naam_van(b), naam_van(b))) for b in self.behoeften]
        if opties:
            self.fields["behoefte"] = Keuzeveld(veldwoord(self.soort, "behoefte"), opties, required=True)


class Adviesvraag(Werkformulier):
    """One question to an expert, who gets to see that question with its data and nothing else of the case."""

    VELDEN: ClassVar[tuple[str, ...]] = ("deskundigheid", "organisatie")
    VERPLICHT: ClassVar[frozenset[str]] = frozenset({"deskundigheid"})

    def vul_aan(self) -> None:
        rij = Gebruiker.objects.filter(
            is_active=True, mandaten__rol="deskundige", mandaten__gemeente=self.inzage.zaak.gemeente
        )
        self.deskundigen = {str(g.pk): g for g in rij.distinct().order_by("naam")}
        if self.deskundigen:
            opties = [(nr, Woord(g.naam, g.naam)) for nr, g in self.deskundigen.items()]
            veld = Keuzeveld(_DESKUNDIGE, opties)
            veld.aard, veld.choices = "lijst", [("", Woord(_("Iemand anders"))), *opties]
            self._plaats("deskundige", veld, "", "")
        self._plaats("vraag", Tekstveld(_VRAAG, required=True), "", "")
        self._plaats("gegevens_erbij", Tekstveld(_GEGEVENS), "", "")

    def _tekst(self) -> str:
        delen = (self.cleaned_data["vraag"], self.cleaned_data["gegevens_erbij"])
        return "\n\n".join(deel for deel in delen if deel)

    def als_feit(self) -> dict[str, Any]:
        return super().als_feit() | {"toelichting": self._tekst()}

    def _deskundige(self) -> Gebruiker | None:
        return self.deskundigen.get(str(self.cleaned_data.get("deskundige") or ""))

    def let_op(self) -> list[str]:
        """What an expert does not need, and what is still to be done."""
        uit = []
        if any(is_bsn(re.sub(r"\D", "", cijfers)) for cijfers in _CIJFERS.findall(self._tekst())):
            uit.append(
                _("In de tekst staat een nummer dat een BSN kan zijn. Dat is niet nodig voor advies: haal het weg.")
            )
        if self._deskundige() is None:
            uit.append(_("U koos geen deskundige uit de lijst. Deze vraag gaat niet vanzelf weg: stuur die zelf."))
        return uit

    def deelt(self) -> Mapping[str, Any]:
        """Just what the expert sees."""
        deskundige, zaak = self._deskundige(), self.inzage.zaak
        if deskundige is None:
            return {}
        vrager = {"naam": self.wie.gebruiker.naam, "gemeente": zaak.gemeente.naam}
        regels = [
            (_("Zaaknummer"), zaak.nummer),
            (_("Wie vraagt het?"), _("%(naam)s, gemeente %(gemeente)s") % vrager),
            (_("De vraag"), self.cleaned_data["vraag"]),
            (_("De gegevens daarvoor"), self.cleaned_data["gegevens_erbij"]),
        ]
        kop = _("Dit ziet %(naam)s, en verder niets van de zaak") % {"naam": deskundige.naam}
        return {"kop": kop, "regels": [regel for regel in regels if regel[1]]}

    def na_vastleggen(self, uit: Vastgelegd) -> None:
        deskundige = self._deskundige()
        if deskundige is not None:
            Mandaat.objects.create(
                gebruiker=deskundige, gemeente=uit.zaak.gemeente, rol="deskundige", zaak=uit.zaak, vraag=self._tekst(),
                vanaf=self.wie.vandaag, gegeven_door=self.wie.gebruiker, soort="adviesvraag",
            )  # fmt: skip


class Advies(Werkformulier):
    """Advice that came by letter or by word of mouth. The expert who was asked has then answered."""

    VERPLICHT: ClassVar[frozenset[str]] = frozenset({"strekking"})

    def na_vastleggen(self, uit: Vastgelegd) -> None:
        open_ = list(uit.zaak.mandaten.filter(geldig_op(self.wie.vandaag), rol="deskundige"))
        if len(open_) == 1:
            open_[0].beeindig(self.wie.vandaag, self.wie.gebruiker)
