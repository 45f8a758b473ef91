"""A form out of the declaration of a kind of fact: one field per field, words from one table, back as a fact.

Both sides of the counter use it. `Feitformulier(soort="...").als_feit()` gives what `vastleggen` takes. Everything may
be skipped but what is named in `verplicht`: what is left open is not known, never false. The page draws it with
`onderdelen/feitformulier.html`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django import forms
from django.forms.boundfield import BoundField

from keukentafel.dossier.formuliervelden import (
    Bedragveld,
    Dagveld,
    Getalveld,
    Janeeveld,
    Keuzeveld,
    Meerveld,
    Tekstveld,
    Veld,
    veldfouten,
)
from keukentafel.dossier.woorden import LEEFGEBIEDEN, Veldwoord, Woord, keuzewoord, vast, veldwoord, waarom
from keukentafel.procedure import CasusFout
from keukentafel.procedure.feit import (
    ALGEMENE_VELDEN,
    Bedrag,
    Dag,
    Getal,
    Groep,
    JaNee,
    Keuze,
    Lijst,
    Meer,
    Tekst,
    Veldvorm,
)
from keukentafel.procedure.register import FEITSOORTEN

DATUM: Final = "datum"
_VRIJE_RIJ: Final = ("vraag", "leefgebied")
"""A list whose records hold these is filled in freely; any other follows the needs of the case."""


@dataclass(frozen=True, slots=True)
class Blok:
    """A part of the form: fields under one heading (no heading: fields on their own).

    `inleiding`: what is said first. `klap`: folded away, unless something in it asks for attention (`open`).
    """

    titel: str
    velden: tuple[BoundField, ...]
    inleiding: str = ""
    klap: bool = False
    open: bool = False


class Feitformulier(forms.Form):
    """The form of one kind of fact.

    `velden`: which fields, in this order (else all but the general ones). `behoeften`: the needs of the case, as
    records with `id` and `vraag`. `met_datum`: ask for the day (else it is `vandaag`). `begin`: a fact to start from.
    `vast`: values that are not asked. `verplicht`: fields that may not stay empty. `rijen`: rows for new needs.
    """

    def __init__(
        self, data: Any = None, *, soort: str, vandaag: date, velden: Sequence[str] | None = None,
        behoeften: Iterable[Mapping[str, Any]] = (), met_datum: bool = False, begin: Mapping[str, Any] | None = None,
        vast: Mapping[str, Any] | None = None, verplicht: Collection[str] = (), rijen: int = 3, prefix: str = "f",
    ) -> None:  # fmt: skip
        super().__init__(data, prefix=prefix)
        self.soort, self.vandaag, self.vast, self.verplicht = soort, vandaag, dict(vast or {}), frozenset(verplicht)
        self.behoeften = [dict(b) for b in behoeften]
        self.begin = dict(begin or {})
        self.rijen = max(rijen, len(self.begin.get("behoeften") or ()))
        alle = FEITSOORTEN[soort].velden
        namen = (
            velden
            if velden is not None
            else [n for n in alle if alle[n] is not ALGEMENE_VELDEN.get(n) or n == "toelichting"]
        )
        self.vormen: dict[str, Veldvorm] = {n: alle[n] for n in namen if n not in self.vast}
        self.blokken_: list[tuple[str, list[str]]] = []
        self.bij_blok: dict[str, dict[str, Any]] = {}
        if met_datum:
            self._zet(DATUM, DATUM, Dag(), self.begin.get(DATUM, vandaag), toekomst=False, verplicht=True)
        for naam, vorm in self.vormen.items():
            self._maak(naam, naam, vorm, self.begin.get(naam), "")

    @property
    def waarom(self) -> Woord:
        """Why this is asked and on what ground."""
        return waarom(self.soort)

    def blokken(self) -> list[Blok]:
        """The fields in their order, for the page."""
        uit = []
        for titel, namen in self.blokken_:
            hoe = self.bij_blok.get(namen[0], {})
            if any(naam in self.errors for naam in namen):
                hoe = hoe | {"open": True}  # what has to be mended is never folded away
            uit.append(Blok(titel, tuple(self[naam] for naam in namen), **hoe))
        return uit

    def foutlijst(self) -> list[tuple[str, str]]:
        """Every error with the id of its field, in the order of the page, for the summary on top."""
        return [("", str(tekst)) for tekst in self.non_field_errors()] + veldfouten(self)

    def als_feit(self) -> dict[str, Any]:
        """The fact as `vastleggen` takes it. Only after `is_valid()`."""
        uit: dict[str, Any] = {"soort": self.soort, DATUM: self.vandaag.isoformat()}
        if DATUM in self.fields:
            uit[DATUM] = self.cleaned_data[DATUM].isoformat()
        for naam, vorm in self.vormen.items():
            waarde = self._lees(naam, vorm)
            if waarde not in (None, "", {}):
                uit[naam] = waarde
        return uit | self.vast

    def neem_fouten(self, fout: CasusFout) -> None:
        """Put what the record refused with the fields it names; the rest on top of the form."""
        for regel in fout.fouten:
            for stuk in _stukken(regel.tekst, self.fields):
                naam, punt, tekst = stuk.partition(": ")
                if punt and naam in self.fields:
                    self.add_error(naam, tekst)
                else:
                    self.add_error(None, tekst if naam == self.soort else stuk)

    # --- making the fields ------------------------------------------------------------------------------------------

    def _maak(self, pad: str, naam: str, vorm: Veldvorm, waarde: Any, kop: str) -> None:
        if isinstance(vorm, Groep):
            titel = str(veldwoord(self.soort, naam).label)
            titel = f"{kop}: {titel}" if kop else titel
            for sub, subvorm in vorm.velden.items():
                self._maak(f"{pad}-{sub}", sub, subvorm, (waarde or {}).get(sub), titel)
        elif isinstance(vorm, Lijst):
            self._maak_lijst(pad, naam, vorm, waarde)
        else:
            self._zet(pad, naam, vorm, waarde, kop=kop, verplicht=pad in self.verplicht)

    def _maak_lijst(self, pad: str, naam: str, vorm: Lijst, waarde: Any) -> None:
        subs = [sub for sub in vorm.velden if sub != "id"]
        if not subs:
            if self.behoeften:
                opties = tuple((str(b["id"]), naam_van(b)) for b in self.behoeften)
                woord = veldwoord(self.soort, naam)
                gekozen = [str(r["id"]) if isinstance(r, Mapping) else str(r) for r in waarde or ()]
                self._plaats(pad, Meerveld(woord, opties, geen=False, required=pad in self.verplicht), gekozen, "")
            return
        per_id = {str(r.get("id")): r for r in waarde or ()}
        for nr, rij in enumerate(self._rijen(vorm, waarde)):
            al = per_id.get(str(rij.get("id")), rij)
            kop = f"{vast('hulpvraag')} {nr + 1}" if self._vrij(vorm) else naam_van(rij)
            for sub in subs:
                self._maak(f"{pad}-{nr}-{sub}", sub, vorm.velden[sub], al.get(sub), kop)

    def _vrij(self, vorm: Lijst) -> bool:
        return all(sub in vorm.velden for sub in _VRIJE_RIJ)

    def _rijen(self, vorm: Lijst, waarde: Any) -> list[Mapping[str, Any]]:
        if not self._vrij(vorm):
            return list(self.behoeften)
        rij: list[Mapping[str, Any]] = [dict(r) for r in waarde or ()]
        return rij + [{} for _ in range(self.rijen - len(rij))]

    def _zet(
        self, pad: str, naam: str, vorm: Any, waarde: Any, *, kop: str = "", toekomst: bool = True, verplicht: bool
    ) -> None:
        woord = veldwoord(self.soort, naam)
        veld: Veld = _veld(naam, vorm, woord, self.vandaag, toekomst=toekomst, verplicht=verplicht)
        self._plaats(pad, veld, waarde, kop)

    def _plaats(self, pad: str, veld: Any, waarde: Any, kop: str) -> None:
        self.fields[pad] = veld
        self.initial[pad] = waarde
        if not self.blokken_ or self.blokken_[-1][0] != kop or not kop:
            self.blokken_.append((kop, []))
        self.blokken_[-1][1].append(pad)

    # --- reading them back ------------------------------------------------------------------------------------------

    def _lees(self, pad: str, vorm: Veldvorm) -> Any:
        if isinstance(vorm, Groep):
            delen = {sub: self._lees(f"{pad}-{sub}", v) for sub, v in vorm.velden.items()}
            return {sub: w for sub, w in delen.items() if w not in (None, "", {})}
        if isinstance(vorm, Lijst):
            return self._lees_lijst(pad, vorm)
        waarde = self.cleaned_data.get(pad)
        return waarde.isoformat() if isinstance(waarde, date) else waarde

    def _lees_lijst(self, pad: str, vorm: Lijst) -> Any:
        subs = [sub for sub in vorm.velden if sub != "id"]
        if not subs:
            gekozen = self.cleaned_data.get(pad)
            return [{"id": waarde} for waarde in gekozen] if gekozen else None
        uit: list[dict[str, Any]] = []
        rijen = self._rijen(vorm, self.begin.get(pad))
        vrij = (naam for nr in range(1, 100) if (naam := f"b{nr}") not in {str(rij.get("id")) for rij in rijen})
        for nr, rij in enumerate(rijen):
            delen = {sub: self._lees(f"{pad}-{nr}-{sub}", vorm.velden[sub]) for sub in subs}
            delen = {sub: w for sub, w in delen.items() if w not in (None, "", {})}
            if delen:
                uit.append({"id": str(rij.get("id") or next(vrij))} | delen)
        return uit or None


def naam_van(behoefte: Mapping[str, Any]) -> str:
    """A need in the words it was reported in, else its id."""
    return str(behoefte.get("vraag") or behoefte.get("leefgebied") or behoefte.get("id"))


def _veld(naam: str, vorm: Any, woord: Veldwoord, vandaag: date, *, toekomst: bool, verplicht: bool) -> Any:
    match vorm:
        case Tekst() if naam == "leefgebied":
            return Keuzeveld(woord, LEEFGEBIEDEN, required=verplicht)
        case JaNee():
            return Janeeveld(woord, required=verplicht)
        case Keuze():
            return Keuzeveld(woord, [(w, keuzewoord(naam, w)) for w in vorm.waarden], required=verplicht)
        case Meer():
            return Meerveld(woord, [(w, keuzewoord(naam, w)) for w in vorm.waarden], geen=True, required=verplicht)
        case Getal():
            return Getalveld(woord, vorm.minimum, vorm.maximum, required=verplicht)
        case Bedrag():
            return Bedragveld(woord, required=verplicht)
        case Dag():
            return Dagveld(woord, tot=None if toekomst else vandaag, required=verplicht)
        case _:
            return Tekstveld(woord, required=verplicht)


def _stukken(tekst: str, velden: Collection[str]) -> list[str]:
    """A refusal in its parts, where every part names a field."""
    delen = tekst.split("; ")
    return delen if all(deel.partition(": ")[0] in velden for deel in delen) else [tekst]
