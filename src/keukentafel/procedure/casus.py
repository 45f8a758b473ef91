"""The case file (YAML or JSON text): read whole, every error at once with its line; and written again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from keukentafel.procedure.feit import Feit, Veldfout, lees_datum, lees_velden
from keukentafel.procedure.knopen import Tekstfout, Waarde, ontleed, van_gegevens
from keukentafel.procedure.register import FEITSOORTEN
from keukentafel.procedure.volgorde import weigeringen
from keukentafel.procedure.zaak import CORRECTIE, Casus, Huishouden

EERSTE_DAG = date(2015, 1, 1)
ONBEKENDE_DATUM = "onbekend"
_VELDEN_CASUS = ("zaak", "gemeente", "huishouden", "peildatum", "feiten")


@dataclass(frozen=True, slots=True)
class Fout:
    """One error in a case file: what is wrong and what would be right, with its line and the number of the fact."""

    tekst: str
    regel: int | None = None
    feit: int | None = None

    def zin(self, bestand: str) -> str:
        plek = [bestand]
        if self.regel is not None:
            plek.append(f"regel {self.regel}")
        if self.feit is not None:
            plek.append(f"feit {self.feit}")
        return f"{', '.join(plek)}: {self.tekst}"


class CasusFout(ValueError):
    """A case file that is refused. `fouten` holds every error, in the order of the file."""

    def __init__(self, fouten: list[Fout], bestand: str = "casus") -> None:
        self.fouten = sorted(fouten, key=lambda f: (f.regel or 0, f.feit or 0))
        self.bestand = bestand
        super().__init__("\n".join(f.zin(bestand) for f in self.fouten))


def lees_casus(tekst: str, *, bestand: str = "casus", vandaag: date, peildatum: date | None = None) -> Casus:
    """Read a case file. `peildatum` overrules the one in the file; without both it is `vandaag`.

    Raises `CasusFout` with every error of the file.
    """
    try:
        wortel = ontleed(tekst)
    except Tekstfout as fout:
        raise CasusFout([Fout(str(fout), fout.regel)], bestand) from None
    return _Lezer(bestand, vandaag, peildatum).lees(wortel)


def casus_uit_dict(gegevens: Mapping[str, Any], *, vandaag: date, peildatum: date | None = None) -> Casus:
    """As `lees_casus`, of data that was parsed already. Raises `CasusFout`."""
    try:
        wortel = van_gegevens(gegevens)
    except Tekstfout as fout:
        raise CasusFout([Fout(str(fout))]) from None
    return _Lezer("casus", vandaag, peildatum).lees(wortel)


class _Lezer:
    """Reads one file and gathers its errors."""

    def __init__(self, bestand: str, vandaag: date, peildatum: date | None) -> None:
        self.bestand = bestand
        self.vandaag = vandaag
        self.gevraagd = peildatum
        self.fouten: list[Fout] = []
        self.opmerkingen: list[Fout] = []
        self.onleesbaar: list[Feit] = []
        """Facts with an error of their own: they still count for the order of the others, on an unknown day."""

    def lees(self, wortel: Waarde) -> Casus:
        if not isinstance(wortel.inhoud, dict):
            raise CasusFout(
                [Fout("dit is geen zaak; een zaak heeft de velden zaak en feiten", wortel.regel)], self.bestand
            )
        velden: dict[str, Waarde] = wortel.inhoud
        for naam, waarde in velden.items():
            if naam not in _VELDEN_CASUS and not naam.startswith("x-"):
                self._opmerking(f"het veld {naam!r} is niet bekend en is niet gebruikt", waarde.regel)
        peildatum = self._peildatum(velden.get("peildatum"))
        zaak = self._tekst(velden, "zaak", verplicht=True)
        gemeente = self._tekst(velden, "gemeente")
        huishouden = self._huishouden(velden.get("huishouden"))
        feiten = self._feiten(velden.get("feiten"), peildatum)
        for feit, reden in weigeringen([*feiten, *self.onleesbaar]):
            if feit not in self.onleesbaar:
                self._fout(f"{feit.soort}: {reden}", feit.regel, feit.nr)
        if self.fouten:
            raise CasusFout(self.fouten, self.bestand)
        return Casus(
            zaak,
            gemeente or None,
            peildatum,
            tuple(feiten),
            huishouden,
            tuple(o.zin(self.bestand) for o in self.opmerkingen),
        )

    def _fout(self, tekst: str, regel: int | None = None, feit: int | None = None) -> None:
        self.fouten.append(Fout(tekst, regel, feit))

    def _opmerking(self, tekst: str, regel: int | None, feit: int | None = None) -> None:
        self.opmerkingen.append(Fout(tekst, regel, feit))

    def _peildatum(self, waarde: Waarde | None) -> date:
        uit = self.vandaag
        if waarde is not None and waarde.inhoud is not None:
            try:
                uit = lees_datum(waarde.kaal())
            except Veldfout as fout:
                self._fout(f"peildatum: {fout}", waarde.regel)
        if self.gevraagd is not None:
            uit = self.gevraagd
        if uit < EERSTE_DAG:
            self._fout(
                f"peildatum: {uit.isoformat()} ligt vóór 2015-01-01, toen de Wmo 2015 begon",
                waarde.regel if waarde else None,
            )
        return uit

    def _tekst(self, velden: dict[str, Waarde], naam: str, *, verplicht: bool = False) -> str:
        waarde = velden.get(naam)
        inhoud = waarde.kaal() if waarde is not None else None
        if isinstance(inhoud, (dict, list)):
            self._fout(f"{naam}: moet tekst zijn", waarde.regel if waarde else None)
        elif verplicht and (inhoud is None or not str(inhoud).strip()):
            self._fout(
                f"{naam} ontbreekt; geef de zaak een nummer, bijvoorbeeld {naam}: Z-2026-0001",
                waarde.regel if waarde else None,
            )
        return "" if inhoud is None else str(inhoud)

    def _huishouden(self, waarde: Waarde | None) -> Huishouden | None:
        if waarde is None or waarde.inhoud is None:
            return None
        inhoud = waarde.kaal()
        if (
            not isinstance(inhoud, dict)
            or inhoud.get("personen") not in (1, 2)
            or isinstance(inhoud.get("personen"), bool)
        ):
            self._fout("huishouden: personen moet 1 of 2 zijn", waarde.regel)
            return None
        aow = inhoud.get("aow_gerechtigd")
        if aow is not None and not isinstance(aow, bool):
            self._fout(f"huishouden: aow_gerechtigd moet true of false zijn, niet {aow!r}", waarde.regel)
            return None
        bedragen = {naam: inhoud.get(naam) for naam in ("inkomen", "vermogen")}
        for naam, bedrag in bedragen.items():
            if bedrag is not None and (isinstance(bedrag, bool) or not isinstance(bedrag, int) or bedrag < 0):
                self._fout(
                    f"huishouden: {naam} moet een heel bedrag in euro zijn, 0 of meer, niet {bedrag!r}", waarde.regel
                )
                return None
        return Huishouden(inhoud["personen"], aow, bedragen["inkomen"], bedragen["vermogen"])

    def _feiten(self, waarde: Waarde | None, peildatum: date) -> list[Feit]:
        if waarde is None or waarde.inhoud is None:
            self._fout(
                "feiten ontbreekt; een zaak heeft een lijst feiten, elk met soort en datum",
                waarde.regel if waarde else None,
            )
            return []
        if not isinstance(waarde.inhoud, list):
            self._fout("feiten moet een lijst zijn; elk feit begint met een streepje", waarde.regel)
            return []
        gelezen = [self._feit(nr, regel, peildatum) for nr, regel in enumerate(waarde.inhoud, 1)]
        feiten = [f for f in gelezen if f is not None]
        self._correcties(feiten, set(range(1, len(gelezen) + 1)), peildatum)
        return feiten

    def _feit(self, nr: int, waarde: Waarde, peildatum: date, *, vervangt: bool = False) -> Feit | None:
        inhoud = waarde.kaal()
        if not isinstance(inhoud, dict):
            self._fout("een feit heeft velden; minstens soort en datum", waarde.regel, nr)
            return None
        begin = len(self.fouten)
        soort = inhoud.pop("soort", None)
        dag = self._datum(inhoud.pop("datum", None), "datum" in waarde.inhoud, waarde, nr, peildatum)
        if not isinstance(soort, str) or soort not in FEITSOORTEN:
            self._soort_onbekend(soort, waarde.regel, nr)
            return None
        vervanging = inhoud.pop("vervangt_door", None) if soort == CORRECTIE else None
        velden = self._velden(soort, inhoud, waarde, nr)
        if vervanging is not None:
            velden["vervangt_door"] = waarde.inhoud["vervangt_door"]
        if len(self.fouten) == begin:
            return Feit(nr, soort, dag, velden, waarde.regel)
        if soort != CORRECTIE and not vervangt:
            self.onleesbaar.append(Feit(nr, soort, None, {}, waarde.regel))
        return None

    def _velden(self, soort: str, inhoud: dict[str, Any], waarde: Waarde, nr: int) -> dict[str, Any]:
        vormen = FEITSOORTEN[soort].velden
        for naam in inhoud.keys() - vormen.keys():
            self._opmerking(f"{soort}: het veld {naam!r} is niet bekend en is niet gebruikt", waarde.regel, nr)
        try:
            return lees_velden(vormen, inhoud)
        except Veldfout as fout:
            self._fout(f"{soort}: {fout}", waarde.regel, nr)
            return {}

    def _soort_onbekend(self, soort: Any, regel: int | None, nr: int) -> None:
        if soort is None:
            self._fout("soort ontbreekt; zeg wat er gebeurde, bijvoorbeeld soort: melding_ontvangen", regel, nr)
            return
        from difflib import get_close_matches

        lijkt = get_close_matches(str(soort), FEITSOORTEN, 1)
        erbij = f"; bedoelt u {lijkt[0]}?" if lijkt else "; zie docs/procedure.md voor de soorten"
        self._fout(f"onbekende soort {soort!r}{erbij}", regel, nr)

    def _datum(self, waarde: Any, aanwezig: bool, plek: Waarde, nr: int, peildatum: date) -> int | None:
        if waarde is None:
            wat = "datum is leeg" if aanwezig else "datum ontbreekt"
            self._fout(f"{wat}; schrijf jjjj-mm-dd, of onbekend", plek.regel, nr)
            return None
        if waarde == ONBEKENDE_DATUM:
            return None
        try:
            dag = lees_datum(waarde)
        except Veldfout as fout:
            self._fout(f"datum: {fout}", plek.regel, nr)
            return None
        if dag < EERSTE_DAG:
            self._fout(f"datum: {waarde} ligt vóór 2015-01-01, toen de Wmo 2015 begon", plek.regel, nr)
        elif dag > peildatum:
            self._fout(
                f"datum: {waarde} ligt na de peildatum {peildatum.isoformat()}; "
                "laat het feit weg of kies een latere peildatum",
                plek.regel,
                nr,
            )
        return dag.toordinal()

    def _correcties(self, feiten: list[Feit], nummers: set[int], peildatum: date) -> None:
        """Read what a correction puts in place, once the fact that it corrects is known.

        A later correction of single fields builds on the earlier ones that stand.
        """
        per_nr = {f.nr: f for f in feiten}
        geschrapt = _geschrapt(feiten)
        for feit in sorted((f for f in feiten if f.soort == CORRECTIE), key=lambda f: f.sleutel):
            betreft = feit.velden.get("betreft")
            if betreft not in nummers or betreft == feit.nr:
                self._fout(
                    f"feit_gecorrigeerd: betreft moet het nummer van een ander feit in de zaak zijn, niet {betreft!r}",
                    feit.regel,
                    feit.nr,
                )
                continue
            knoop = feit.velden.get("vervangt_door")
            if isinstance(knoop, Waarde):
                oud = per_nr.get(betreft)
                nieuw = self._vervanging(knoop, oud, feit, peildatum) if oud is not None else None
                feit.velden["vervangt_door"] = nieuw or oud  # type: ignore[index]
                if nieuw is not None and nieuw.soort != CORRECTIE and feit.nr not in geschrapt:
                    per_nr[betreft] = nieuw

    def _vervanging(self, knoop: Waarde, oud: Feit, correctie: Feit, peildatum: date) -> Feit | None:
        """The fact that replaces `oud`: whole when it names a soort, else only the fields it names."""
        if not isinstance(knoop.inhoud, dict):
            self._fout(
                "feit_gecorrigeerd: vervangt_door moet een feit zijn, of null om het te schrappen",
                knoop.regel,
                correctie.nr,
            )
            return None
        inhoud = dict(knoop.inhoud)
        geheel = "soort" in inhoud
        inhoud.setdefault("soort", Waarde(oud.soort, knoop.regel))
        inhoud.setdefault("datum", Waarde(ONBEKENDE_DATUM if oud.datum is None else oud.datum.isoformat(), knoop.regel))
        nieuw = self._feit(correctie.nr, Waarde(inhoud, knoop.regel), peildatum, vervangt=True)
        if nieuw is None:
            return None
        velden = dict(nieuw.velden) if geheel else {**oud.velden, **nieuw.velden}
        if isinstance(velden.get("vervangt_door"), Waarde):
            self._fout(
                "feit_gecorrigeerd: schrap een verkeerde correctie met vervangt_door: null, en leg een nieuwe vast",
                knoop.regel,
                correctie.nr,
            )
            return None
        return Feit(oud.nr, nieuw.soort, nieuw.dag, velden, knoop.regel)


def _geschrapt(feiten: list[Feit]) -> set[int]:
    """The corrections that a later one took back."""
    uit: set[int] = set()
    for feit in sorted(feiten, key=lambda f: f.sleutel, reverse=True):
        if feit.soort == CORRECTIE and feit.nr not in uit and feit.velden.get("vervangt_door") is None:
            uit.add(feit.velden.get("betreft", 0))
    return uit


def schrijf_casus(casus: Casus) -> str:
    """The case as YAML text that `lees_casus` reads back to the same case."""
    uit: dict[str, Any] = {"zaak": casus.zaak}
    if casus.gemeente:
        uit["gemeente"] = casus.gemeente
    if casus.huishouden is not None:
        h = casus.huishouden
        rij = {"personen": h.personen, "aow_gerechtigd": h.aow_gerechtigd, "inkomen": h.inkomen, "vermogen": h.vermogen}
        uit["huishouden"] = {naam: waarde for naam, waarde in rij.items() if waarde is not None}
    uit["peildatum"] = casus.peildatum.isoformat()
    uit["feiten"] = [feit_als_dict(f) for f in casus.feiten]
    return yaml.safe_dump(uit, allow_unicode=True, sort_keys=False, default_flow_style=None, width=10_000)


def feit_als_dict(feit: Feit) -> dict[str, Any]:
    """One fact as plain data, as in a case file."""
    datum = ONBEKENDE_DATUM if feit.datum is None else feit.datum.isoformat()
    return {"soort": feit.soort, "datum": datum} | {naam: _plat(w) for naam, w in feit.velden.items()}


def _plat(waarde: Any) -> Any:
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, Feit):
        return feit_als_dict(waarde)
    if isinstance(waarde, (tuple, list)):
        return [_plat(w) for w in waarde]
    if isinstance(waarde, Mapping):
        return {naam: _plat(w) for naam, w in waarde.items()}
    return waarde
