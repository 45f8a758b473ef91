"""A few thousand cases as columns: the shape in which terms and safeguards are judged in bulk.

Facts lie in order of (case, day, place in the file); a moment is one number a case (see `reeks`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Final

import numpy as np
import polars as pl

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.datums import DAG0
from keukentafel.doorlichting.kalender import GEWONE_DAGEN
from keukentafel.doorlichting.kiezen import Getallen
from keukentafel.doorlichting.lezen import LEEG
from keukentafel.doorlichting.reeks import NOOIT, SCHUIF, Reeks
from keukentafel.procedure.feit import Feit
from keukentafel.procedure.zaak import Zaak

_MEESTE_FEITEN: Final = 1 << SCHUIF
_DICHT: Final = 4
_MEESTE_TEKSTEN: Final = 256
"""With fewer texts a code takes a byte."""

EERSTE_WMO_DAG: Final = date(2015, 1, 1).toordinal() - DAG0


class Velden(Mapping[str, Any]):
    """The fields of one fact, read out of the columns when they are asked for."""

    __slots__ = ("_blok", "_plek")

    def __init__(self, blok: Blok, plek: int) -> None:
        self._blok = blok
        self._plek = plek

    def __getitem__(self, veld: str) -> Any:
        waarde = self._blok.veldwaarde(self._plek, veld)
        if waarde is None:
            raise KeyError(veld)
        return waarde

    def get(self, veld: str, default: Any = None) -> Any:
        waarde = self._blok.veldwaarde(self._plek, veld)
        return default if waarde is None else waarde

    def __contains__(self, veld: object) -> bool:
        return self._blok.veldwaarde(self._plek, str(veld)) is not None

    def __iter__(self) -> Iterator[str]:
        soort = regels.SOORTEN[self._blok.soort[self._plek]]
        return (veld for veld in dict.fromkeys(regels.VELDKOLOMMEN[soort].values()) if veld in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Blok:
    """Whole cases on one day. `vandaag`: days since 2010-01-01; facts after it have not happened yet."""

    def __init__(self, rijen: pl.DataFrame, vandaag: int) -> None:
        self.vandaag = vandaag
        self.geheugen: dict[Any, Any] = {}
        begin = rijen["begin"].to_numpy()
        zaak = np.cumsum(begin, dtype=np.int32) - np.int32(1)
        self.n = int(zaak[-1]) + 1 if len(zaak) else 0
        self.alle = np.arange(self.n, dtype=np.int32)
        self._rijen = rijen
        self._rij_zaak = zaak
        soort, dag = rijen["soort"].to_numpy(), rijen["dag"].to_numpy()
        feit = soort < LEEG
        if "herkomst" in rijen.columns:
            feit &= _eenmaal(zaak, rijen["herkomst"].to_numpy(), feit)
        self.feiten = int(np.count_nonzero(feit))
        komt_nog = feit & (dag > vandaag)
        self.later = int(np.count_nonzero(komt_nog))
        self._eerste_rij, self._feit = begin, feit
        self._orden(zaak, soort, dag, feit & ~komt_nog if self.later else feit)

    def _orden(self, zaak: Getallen, soort: Getallen, dag: Getallen, feit: Getallen) -> None:
        """Put the facts in order of case, day and place in the file, and find those of each kind."""
        if feit.all():
            rij = np.arange(len(zaak), dtype=np.int32)
            self.begin = np.append(np.flatnonzero(self._eerste_rij), len(rij)).astype(np.int32)
        else:
            rij = np.flatnonzero(feit).astype(np.int32)
            zaak, soort, dag = zaak.take(rij), soort.take(rij), dag.take(rij)
            self.begin = np.searchsorted(zaak, np.append(self.alle, np.int32(self.n))).astype(np.int32)
        if ((dag[1:] < dag[:-1]) & (zaak[1:] == zaak[:-1])).any():
            nr = _volgorde(zaak, dag)
            rij, soort, dag = rij[nr], soort[nr], dag[nr]
        plaats = np.arange(len(rij), dtype=np.int32)
        eerste = np.repeat(self.begin[:-1], np.diff(self.begin))
        plaats -= eerste
        self.rij, self.zaak, self.soort, self.dag = rij, zaak, soort, dag
        self.sleutel = (dag << SCHUIF) | np.minimum(plaats, _MEESTE_FEITEN - 1)
        self._op_soort = np.argsort(soort, kind="stable")
        self.per_soort = np.bincount(soort, minlength=len(regels.SOORTEN))
        self.soorten = frozenset(regels.SOORTEN[code] for code in np.flatnonzero(self.per_soort))
        self._grenzen = np.append(0, np.cumsum(self.per_soort)).tolist()

    @cached_property
    def nooit(self) -> Getallen:
        """The moment that comes in no case. Moments that are certain not to come are this very array."""
        return np.full(self.n, NOOIT, np.int32)

    @cached_property
    def nergens(self) -> Getallen:
        """The same, as an answer."""
        return np.zeros(self.n, bool)

    @cached_property
    def apart(self) -> Getallen:
        """Cases that columns do not tell exactly (corrections, a thousand facts): for the single-case evaluator."""
        aantal = np.diff(self.begin)
        return (aantal >= _MEESTE_FEITEN) | (self.van("feit_gecorrigeerd").eerste != NOOIT)

    @cached_property
    def _zaakrijen(self) -> Getallen:
        """Of each case its first row."""
        return np.flatnonzero(self._eerste_rij)

    @cached_property
    def leeg(self) -> Getallen:
        """The cases without any fact that has happened."""
        return self.begin[1:] == self.begin[:-1]

    @cached_property
    def los(self) -> Getallen:
        """The cases that go to the single-case evaluator as a whole."""
        return np.flatnonzero(self.apart & ~self.voor_de_wet if self.er_is_voor_de_wet else self.apart)

    @cached_property
    def gewone_dagen(self) -> bool:
        """Do all facts lie in the years for which there are tables of ends?"""
        return self._vroegst >= 0 and self.vandaag < GEWONE_DAGEN

    @cached_property
    def _vroegst(self) -> int:
        return int(self.dag.min(initial=self.vandaag))

    def dicht(self, reeks: Reeks) -> bool:
        """Is it less work to judge what these facts start for every case than to pick the cases that have one?"""
        return self.gewone_dagen and not reeks.dubbel and len(reeks) * _DICHT > self.n

    @cached_property
    def er_is_voor_de_wet(self) -> bool:
        return self._vroegst < EERSTE_WMO_DAG

    @cached_property
    def voor_de_wet(self) -> Getallen:
        """Cases with a fact from before the Wmo 2015."""
        if not self.er_is_voor_de_wet:
            return self.nergens
        uit = np.zeros(self.n, bool)
        uit[self.zaak[self.dag < EERSTE_WMO_DAG]] = True
        return uit

    def heeft(self, soort: str) -> bool:
        return soort in self.soorten

    def heeft_een(self, soorten: Iterable[str]) -> bool:
        """Is there a fact of one of these kinds?"""
        return not self.soorten.isdisjoint(soorten)

    def van(self, *soorten: str) -> Reeks:
        """The facts of these kinds together, in order."""
        reeks = self.geheugen.get(soorten)
        if reeks is None:
            reeks = self.geheugen[soorten] = self._van(soorten)
        return reeks  # type: ignore[no-any-return]

    def _van(self, soorten: tuple[str, ...]) -> Reeks:
        aanwezig = tuple(soort for soort in soorten if self.heeft(soort))
        if len(aanwezig) == 1 < len(soorten):
            return self.van(*aanwezig)
        delen = [self._plekken(soort) for soort in aanwezig]
        plek = np.sort(np.concatenate(delen)) if len(delen) > 1 else delen[0] if delen else np.zeros(0, np.intp)
        return Reeks(self.zaak.take(plek), self.sleutel.take(plek), plek, self.alle)

    def _plekken(self, soort: str) -> Getallen:
        code = regels.CODE[soort]
        return self._op_soort[self._grenzen[code] : self._grenzen[code + 1]]

    # --- fields ----------------------------------------------------------------------------------------------------

    def kolom(self, naam: str) -> tuple[Getallen, list[str | None]] | None:
        """A field column as codes and their texts; None when the log has no such column (or nothing in it)."""
        sleutel = ("kolom", naam)
        if sleutel not in self.geheugen:
            self.geheugen[sleutel] = self._kolom(f"v:{naam}")
        return self.geheugen[sleutel]  # type: ignore[no-any-return]

    def _kolom(self, naam: str) -> tuple[Getallen, list[str | None]] | None:
        """Only the rows that hold something are looked at: most columns belong to one kind."""
        if naam not in self._rijen.columns or self._rijen[naam].null_count() == self._rijen.height:
            return None
        kolom = self._rijen[naam]
        gevuld = kolom.is_not_null().to_numpy()[self.rij]
        plek = np.flatnonzero(gevuld)
        waarden = kolom.gather(self.rij[plek])
        teksten = waarden.unique()
        soort = np.uint8 if len(teksten) < _MEESTE_TEKSTEN else np.int32
        codes = np.zeros(len(self.rij), soort)
        if isinstance(kolom.dtype, pl.Categorical):
            gebruikt = teksten.to_physical().to_numpy()
            nummer = np.zeros(int(gebruikt.max(initial=0)) + 1, soort)
            nummer[gebruikt] = np.arange(1, len(gebruikt) + 1)
            codes[plek] = nummer.take(waarden.to_physical().to_numpy())
        else:
            nummers = pl.Series(np.arange(1, len(teksten) + 1, dtype=np.int32))
            codes[plek] = waarden.replace_strict(teksten, nummers, return_dtype=pl.Int32).to_numpy()
        return codes, [None, *teksten]

    def veld(self, soort: str, veld: str) -> tuple[Getallen, list[Any]]:
        """A field of a kind: a code for each of its facts, and the value of each code (None: not known)."""
        sleutel = ("veld", soort, veld)
        if sleutel not in self.geheugen:
            self.geheugen[sleutel] = self._veld(soort, veld)
        return self.geheugen[sleutel]  # type: ignore[no-any-return]

    def _veld(self, soort: str, veld: str) -> tuple[Getallen, list[Any]]:
        plekken = self._plekken(soort)
        codes: Getallen = np.zeros(len(plekken), np.int32)
        waarden: list[Any] = [None]
        for naam, van in regels.VELDKOLOMMEN[soort].items():
            kolom = self.kolom(naam) if van == veld else None
            if kolom is None:
                continue
            nieuw = [regels.lees_veld(soort, naam, tekst) for tekst in kolom[1]]
            if len(waarden) == 1:
                codes, waarden = kolom[0].take(plekken), [_erbij(waarden[0], naam, w) for w in nieuw]
                continue
            samen, codes = np.unique(codes.astype(np.int64) * len(nieuw) + kolom[0][plekken], return_inverse=True)
            waarden = [_erbij(waarden[s // len(nieuw)], naam, nieuw[s % len(nieuw)]) for s in samen]
        return codes, waarden

    def gevuld(self, soort: str, veld: str) -> bool:
        """Does the log bear this field at all?"""
        return any(van == veld and self.kolom(naam) is not None for naam, van in regels.VELDKOLOMMEN[soort].items())

    def veldwaarde(self, plek: int, veld: str) -> Any:
        """One field of one fact, or None."""
        soort = regels.SOORTEN[self.soort[plek]]
        sleutel = ("kolommen", soort, veld)
        if sleutel not in self.geheugen:
            namen = [naam for naam, van in regels.VELDKOLOMMEN[soort].items() if van == veld]
            self.geheugen[sleutel] = [(naam, k) for naam in namen if (k := self.kolom(naam)) is not None]
        uit: Any = None
        for naam, (codes, teksten) in self.geheugen[sleutel]:
            uit = _erbij(uit, naam, regels.lees_veld(soort, naam, teksten[codes[plek]]))
        return uit

    # --- one case ----------------------------------------------------------------------------------------------------

    def feiten_van(self, zaak: int) -> list[Feit]:
        """The facts of one case, as a case file would give them."""
        van, tot = int(self.begin[zaak]), int(self.begin[zaak + 1])
        rijen, eerste = self.rij[van:tot], int(self._zaakrijen[zaak])
        nummers = np.cumsum(self._feit[eerste : int(rijen.max(initial=eerste)) + 1])[rijen - eerste]
        kolommen = (kolom.tolist() for kolom in (nummers, self.soort[van:tot], self.dag[van:tot]))
        gegevens = zip(range(van, tot), *kolommen, strict=True)
        return [Feit(nr, regels.SOORTEN[soort], dag + DAG0, Velden(self, plek)) for plek, nr, soort, dag in gegevens]

    def enkele_zaak(self, nr: int) -> Zaak:
        """A case for the single-case evaluator; kept with the block."""
        zaak = self.geheugen.get(("zaak", nr))
        if zaak is None:
            zaak = self.geheugen["zaak", nr] = regels.maak_zaak(self.feiten_van(nr), self.datum)
        return zaak  # type: ignore[no-any-return]

    @cached_property
    def datum(self) -> date:
        return date.fromordinal(self.vandaag + DAG0)

    def groep(self, naam: str) -> pl.Series:
        """Per case its value in a group column: that of its first row, or of the first row that has one."""
        kolom = self._rijen[f"g:{naam}"]
        eerste = kolom.filter(self._rijen["begin"])
        if not any(waarde is None or not waarde.strip() for waarde in eerste.unique()):
            return eerste
        rijen = pl.DataFrame({"zaak": self._rij_zaak, "waarde": kolom}).filter(pl.col("waarde").str.strip_chars() != "")
        gevuld = rijen.unique("zaak", keep="first", maintain_order=True)
        zaken = pl.DataFrame({"zaak": np.arange(self.n, dtype=np.int32)})
        return zaken.join(gevuld, on="zaak", how="left", maintain_order="left")["waarde"]


def _volgorde(zaak: Getallen, dag: Getallen) -> Getallen:
    """The order by case and day, keeping that of the file: one number a row, with the row itself in its last bits."""
    bits = max(1, len(zaak).bit_length())
    rij = np.arange(len(zaak), dtype=np.int64)
    samen = (zaak.astype(np.int64) << 22) + (dag.astype(np.int64) + (1 << 21))
    return (np.sort((samen << bits) | rij) & ((1 << bits) - 1)).astype(np.int32)


def _erbij(oud: Any, naam: str, waarde: Any) -> Any:
    """Put a value in its field; a field inside a group joins the others of that group."""
    if "." not in naam:
        return waarde
    if waarde is None:
        return oud
    return {**(oud or {}), naam.partition(".")[2]: waarde}


def _eenmaal(zaak: Getallen, herkomst: Getallen, feit: Getallen) -> Getallen:
    """An attribute of a case is one fact, however many rows repeat it."""
    goed = np.ones(len(zaak), bool)
    for nr in range(1, int(herkomst.max(initial=0)) + 1):
        plekken = np.flatnonzero(feit & (herkomst == nr))
        goed[plekken[1:][zaak[plekken[1:]] == zaak[plekken[:-1]]]] = False
    return goed
