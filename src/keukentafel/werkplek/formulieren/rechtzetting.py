"""Putting a fact right: its own form, filled in as it stands now, with the reason; or striking it out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from keukentafel.dossier.afgeleid import beoordeel_zaak
from keukentafel.dossier.formuliervelden import Keuzeveld, Tekstveld
from keukentafel.dossier.inzage import Inzage
from keukentafel.dossier.leesbaar import behoeftenamen, label, regels
from keukentafel.dossier.models import Feit
from keukentafel.dossier.toegang import Persoon
from keukentafel.dossier.vertaling import keur
from keukentafel.dossier.woorden import Veldwoord, Woord, feitwoord
from keukentafel.procedure import Beoordeling
from keukentafel.procedure.register import CORRECTIE, FEITSOORTEN
from keukentafel.procedure.taal import dag_voluit
from keukentafel.werkplek.werkformulier import Werkformulier
from keukentafel.werkplek.woorden import STILLE_TERMIJNEN, termijnnaam

NOOIT: Final = "nooit"
_WAT = Veldwoord(Woord("Wat klopt er niet?", "What is wrong?"))
_KEUZES = (
    ("anders", Woord("Er staat iets verkeerds in", "Something in it is wrong")),
    (NOOIT, Woord("Dit is niet gebeurd: het hoort niet in deze zaak", "This did not happen: it does not belong here")),
)
_REDEN = Veldwoord(
    Woord("Waarom zet u dit recht?", "Why do you put this right?"),
    Woord("De inwoner kan dit lezen.", "The resident can read this."),
    lang=True,
)


class Rechtzetting(Werkformulier):
    """The form of one fact that was recorded before; what comes out is a correction of it."""

    NAAST: ClassVar[str] = "werkplek/naast/rechtzetten.html"
    CONCEPT: ClassVar[bool] = False

    def __init__(self, data: Any, *, inzage: Inzage, wie: Persoon, nu: Feit) -> None:
        self.nu = nu
        super().__init__(data, soort=nu.soort, inzage=inzage, wie=wie)

    @property
    def titel(self) -> str:
        return _("Rechtzetten: %(feit)s") % {"feit": str(feitwoord(self.nu.soort))}

    def terug(self) -> str:
        return reverse("werk:feiten", args=[self.inzage.zaak.pk])

    def beginwaarden(self) -> dict[str, Any]:
        return {**self.nu.velden, "datum": self.nu.datum}

    def vul_aan(self) -> None:
        self.los = [
            naam for naam, waarde in self.nu.velden.items()
            if naam not in FEITSOORTEN[self.soort].velden and isinstance(waarde, str)
        ]  # fmt: skip
        for naam in self.los:
            woord = Veldwoord(
                Woord(label(self.soort, naam), label(self.soort, naam)), lang=len(self.nu.velden[naam]) > 80
            )
            self._plaats(naam, Tekstveld(woord), self.nu.velden[naam], "")
        keuze = Keuzeveld(_WAT, _KEUZES, required=True)
        self._plaats("wat", keuze, "anders", "")
        self.blokken_.insert(0, self.blokken_.pop())
        self._plaats("reden_recht", Tekstveld(_REDEN, required=True), "", "")

    def clean(self) -> dict[str, Any]:
        gegevens = dict(super().clean() or self.cleaned_data)
        anders = gegevens.get("wat") == "anders"
        if anders and not self.errors and self._inhoud() == self._bewaard():
            self.zeg("wat", _("U veranderde nog niets. Verander wat niet klopt, of ga terug."))
        return gegevens

    def feiten(self) -> list[dict[str, Any]]:
        feit = {
            "soort": CORRECTIE.soort, "datum": self.vandaag.isoformat(), "betreft": self.nu.nr,
            "reden": self.cleaned_data["reden_recht"],
        }  # fmt: skip
        return [feit if self.cleaned_data["wat"] == NOOIT else feit | {"vervangt_door": self._inhoud()}]

    def verschuivingen(self) -> list[tuple[str, str, str]]:
        """The last days that move by it: of what, from which day, to which."""
        inzage, feit = self.inzage, self.feiten()[0]
        datum, velden = keur(inzage.zaak, inzage.rijen, feit, self.vandaag)
        recht = Feit(zaak=inzage.zaak, nr=inzage.zaak.versie + 1, soort=str(feit["soort"]), datum=datum, velden=velden)
        na = _laatste_dagen(beoordeel_zaak(inzage.zaak, [*inzage.rijen, recht], self.vandaag))
        voor = _laatste_dagen(inzage.beoordeling)
        return [
            (termijnnaam(naam), voor.get(naam, ""), na.get(naam, ""))
            for naam in dict.fromkeys((*voor, *na)) if voor.get(naam) != na.get(naam)
        ]  # fmt: skip

    def _bewaard(self) -> dict[str, Any]:
        dag = "onbekend" if self.nu.datum is None else self.nu.datum.isoformat()
        return {"soort": self.nu.soort, "datum": dag} | self.nu.velden

    def _inhoud(self) -> dict[str, Any]:
        """The whole fact as it should have been: what the form does not show stays as it was."""
        getypt = self.als_feit() | {naam: self.cleaned_data[naam] for naam in self.los if self.cleaned_data.get(naam)}
        blijft = {n: w for n, w in self.nu.velden.items() if n not in self.vormen and n not in self.los}
        uit = blijft | {naam: _met_rest(waarde, self.nu.velden.get(naam)) for naam, waarde in getypt.items()}
        tijd = re.fullmatch(r"(\d{1,2})[.:](\d{2})", str(uit.get("tijdstip") or ""))
        if tijd and "gesprek_op" in uit:
            uit["gesprek_op"] = f"{uit['gesprek_op'][:10]}T{int(tijd[1]):02}:{tijd[2]}"
        return uit

    def naast(self) -> Mapping[str, Any]:
        return {
            "dag": None if self.nu.datum is None else dag_voluit(self.nu.datum.toordinal()),
            "velden": regels(self.nu, behoeftenamen(self.inzage.rijen)),
        }


def _laatste_dagen(beoordeling: Beoordeling) -> dict[str, str]:
    """Every term with its last day in words; of a term that began more often the last one."""
    return {
        stand.termijn.id: dag_voluit(stand.uiterlijk.toordinal())
        for stand in beoordeling.termijnen
        if stand.uiterlijk is not None and stand.termijn.id not in STILLE_TERMIJNEN
    }


def _met_rest(waarde: Any, oud: Any) -> Any:
    """What the form does not show stays: the time of a day that was not changed, the words of a need."""
    if isinstance(waarde, str) and isinstance(oud, str):
        return oud if len(oud) > 10 and oud[:10] == waarde else waarde
    if not isinstance(waarde, list) or not isinstance(oud, list):
        return waarde
    eerder = {str(regel["id"]): regel for regel in oud if isinstance(regel, Mapping) and "id" in regel}
    return [_met_woorden(r, eerder.get(str(r.get("id")), {})) if isinstance(r, Mapping) else r for r in waarde]


def _met_woorden(regel: Mapping[str, Any], oud: Mapping[str, Any]) -> dict[str, Any]:
    return {naam: oud[naam] for naam in ("leefgebied", "vraag") if naam in oud} | dict(regel)
