"""Counts over blocks, per term, per safeguard and per group: small and additive, whatever the number of cases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

import numpy as np
import polars as pl

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.blok import Blok
from keukentafel.doorlichting.kalender import GEEN_EINDE
from keukentafel.doorlichting.kiezen import Getallen, kies
from keukentafel.doorlichting.reeks import NOOIT, SCHUIF
from keukentafel.doorlichting.standen import (
    GEHAALD,
    LOOPT,
    NIET_BEGONNEN,
    OPGESCHORT,
    OVERSCHREDEN,
    TE_LAAT,
    VERVALLEN,
    Standen,
)
from keukentafel.doorlichting.termijnen import standen
from keukentafel.doorlichting.waarborgen import oordelen
from keukentafel.procedure.termijn import Aard, Termijn
from keukentafel.procedure.waarborg import Waarborg

KLASSEN: Final = ("gehaald", "overschreden", "loopt", "vervallen", "niet_vast_te_stellen")
_KLASSE: Final = np.zeros(NIET_BEGONNEN + 1, np.int8)
for _status, _klasse in (
    (GEHAALD, 0), (OVERSCHREDEN, 1), (TE_LAAT, 1), (LOOPT, 2), (OPGESCHORT, 2), (VERVALLEN, 3),
    (NIET_BEGONNEN, len(KLASSEN)),
):  # fmt: skip
    _KLASSE[_status] = _klasse
_NVTS: Final = KLASSEN.index("niet_vast_te_stellen")
_GEEN: Final = len(KLASSEN)

MEESTE_WAARDEN: Final = 200
"""A column with more values than this is no group."""

_BREED: Final = 1 << 16
_MIDDEN: Final = 1 << 15
_VOL: Final = 1 << 18
_KORT: Final = 1 << 11


class Emmer:
    """Counts of small whole numbers (never negative), gathered first and counted when there are many."""

    def __init__(self) -> None:
        self._los: list[Getallen] = []
        self._aantal = 0
        self._tellen = np.zeros(0, np.int64)

    def erbij(self, getallen: Getallen) -> None:
        if len(getallen):
            self._los.append(getallen)
            self._aantal += len(getallen)
            if self._aantal > _VOL:
                self.tellen()

    def tellen(self) -> Getallen:
        """How often each number occurred."""
        if self._los:
            self._tellen = _som(self._tellen, np.bincount(np.concatenate(self._los)))
            self._los, self._aantal = [], 0
        return self._tellen

    def samen(self, ander: Emmer) -> None:
        self._tellen = _som(self.tellen(), ander.tellen())


class WijdeEmmer(Emmer):
    """The same for numbers that lie far apart: only those that occur take room."""

    def __init__(self) -> None:
        super().__init__()
        self.getallen = np.zeros(0, np.int64)

    def tellen(self) -> Getallen:
        if self._los:
            getallen, tellen = np.unique(np.concatenate(self._los), return_counts=True)
            self._los, self._aantal = [], 0
            self._voeg(getallen, tellen)
        return self._tellen

    def _voeg(self, getallen: Getallen, tellen: Getallen) -> None:
        alle, plaats = np.unique(np.concatenate((self.getallen, getallen)), return_inverse=True)
        samen = np.zeros(len(alle), np.int64)
        np.add.at(samen, plaats, np.concatenate((self._tellen, tellen)))
        self.getallen, self._tellen = alle, samen

    def samen(self, ander: Emmer) -> None:
        assert isinstance(ander, WijdeEmmer)
        self.tellen()
        tellen = ander.tellen()
        self._voeg(ander.getallen, tellen)

    def tussen(self, van: int, tot: int) -> dict[int, int]:
        """The numbers from `van` and below `tot`, less `van`, and how often."""
        self.tellen()
        begin, eind = np.searchsorted(self.getallen, [van, tot])
        return dict(zip((self.getallen[begin:eind] - van).tolist(), self._tellen[begin:eind].tolist(), strict=True))


class Groepsdagen:
    """Numbers of days per group: those up to a few years, nearly all, by counting; the others in a wide bucket."""

    def __init__(self) -> None:
        self._kort = Emmer()
        self._lang = WijdeEmmer()

    def erbij(self, code: Getallen, duur: Getallen) -> None:
        """`duur` as `_dagen` gives it."""
        kort = duur - np.int32(_MIDDEN)
        ver = np.flatnonzero(kort.view(np.uint32) >= _KORT)
        if len(ver):
            self._lang.erbij(code.take(ver) * _BREED + duur.take(ver))
            dicht = np.flatnonzero(kort.view(np.uint32) < _KORT)
            code, kort = code.take(dicht), kort.take(dicht)
        self._kort.erbij(code * np.int32(_KORT) + kort)

    def samen(self, ander: Groepsdagen) -> None:
        self._kort.samen(ander._kort)
        self._lang.samen(ander._lang)

    def van(self, code: int) -> dict[int, int]:
        """Days and how often, of one group."""
        kort = self._kort.tellen()[code * _KORT : (code + 1) * _KORT]
        dagen = {int(dag): int(kort[dag]) for dag in np.flatnonzero(kort)}
        ver = self._lang.tussen(code * _BREED, (code + 1) * _BREED)
        return dagen | {dag - _MIDDEN: aantal for dag, aantal in ver.items()}


def _som(a: Getallen, b: Getallen) -> Getallen:
    if len(a) < len(b):
        a, b = b, a
    uit = a.astype(np.int64)
    uit[: len(b)] += b
    return uit


def als_dagen(tellen: Getallen) -> dict[int, int]:
    """Days and how often, out of a bucket filled by `_dagen`."""
    return {int(plek) - _MIDDEN: int(tellen[plek]) for plek in np.flatnonzero(tellen)}


def _dagen(dagen: Getallen) -> Getallen:
    return np.clip(dagen + np.int32(_MIDDEN), 0, _BREED - 1)


@dataclass
class Termijntelling:
    """One term: how it ended, on a free day or not, days from start to act, days before (-) or after the last day.

    The days run from the fact that starts the term, also where it is reckoned from the end of another one.
    """

    klassen: Getallen = field(default_factory=lambda: np.zeros(len(KLASSEN), np.int64))
    op_rustdag: int = 0
    opgeschort: int = 0
    duur: Emmer = field(default_factory=Emmer)
    na_einde: Emmer = field(default_factory=Emmer)
    nog_niet: Emmer = field(default_factory=Emmer)
    per_groep: dict[str, tuple[Emmer, Emmer, Groepsdagen]] = field(default_factory=dict)

    def samen(self, ander: Termijntelling) -> None:
        self.klassen = self.klassen + ander.klassen
        for naam in ("duur", "na_einde", "nog_niet"):
            getattr(self, naam).samen(getattr(ander, naam))
        self.op_rustdag += ander.op_rustdag
        self.opgeschort += ander.opgeschort
        for groep, (klassen, op_rustdag, dagen) in ander.per_groep.items():
            eigen = self._groep(groep)
            eigen[0].samen(klassen)
            eigen[1].samen(op_rustdag)
            eigen[2].samen(dagen)

    def _groep(self, naam: str) -> tuple[Emmer, Emmer, Groepsdagen]:
        return self.per_groep.setdefault(naam, (Emmer(), Emmer(), Groepsdagen()))

    def tel(self, blok: Blok, termijn: Termijn, groepen: Mapping[str, Getallen], wmo: bool) -> None:
        s = standen(blok, termijn)
        if not len(s.zaak):
            return
        klasse = _klassen(blok, termijn, s)
        rustdag = (s.uiterlijk != s.zonder) & (s.uiterlijk != GEEN_EINDE)
        if wmo and blok.er_is_voor_de_wet:
            te_oud = blok.voor_de_wet.take(s.zaak)
            klasse = kies(te_oud & (klasse != _GEEN), np.int8(_NVTS), klasse)
            rustdag &= ~te_oud
        self.klassen += [np.count_nonzero(klasse == nr) for nr in range(len(KLASSEN))]
        self.op_rustdag += int(np.count_nonzero(rustdag))
        self.opgeschort += int(np.count_nonzero((s.status == OPGESCHORT) & (klasse == KLASSEN.index("loopt"))))
        gedaan = np.flatnonzero((s.gehaald != NOOIT) & (klasse <= 1))
        duur = self._tel_dagen(blok, s, gedaan, klasse)
        for naam, codes in groepen.items():
            per_klasse, op_rustdag, per_duur = self._groep(naam)
            code = codes if s.zaak is blok.alle else codes.take(s.zaak)
            per_klasse.erbij(code * np.int32(_GEEN + 1) + klasse)
            op_rustdag.erbij(code.take(np.flatnonzero(rustdag)))
            per_duur.erbij(code.take(gedaan), duur)

    def _tel_dagen(self, blok: Blok, s: Standen, gedaan: Getallen, klasse: Getallen) -> Getallen:
        """Count the days of the acts that were done (`gedaan`: their places); gives those from the start."""
        dag = s.gehaald.take(gedaan) >> SCHUIF
        duur = _dagen(dag - (s.begin.take(gedaan) >> SCHUIF))
        self.duur.erbij(duur)
        einde = s.uiterlijk.take(gedaan)
        bekend = einde != GEEN_EINDE
        self.na_einde.erbij(_dagen(dag - einde) if bekend.all() else _dagen((dag - einde)[bekend]))
        nog_niet = np.flatnonzero((klasse == 1) & (s.gehaald == NOOIT))
        self.nog_niet.erbij(_dagen(blok.vandaag - s.uiterlijk.take(nog_niet)))
        return duur


def _klassen(blok: Blok, termijn: Termijn, s: Standen) -> Getallen:
    """Per entry how it counts. What the facts do not tell is `niet_vast_te_stellen`: an act dated before the start, an
    end that is not known, or an end that hangs on a missing field."""
    klasse = _KLASSE.take(s.status)
    weet_niet = s.eerder | s.hangt_af(blok.vandaag)
    if termijn.aard is not Aard.RECHT:
        weet_niet |= s.uiterlijk == GEEN_EINDE
    nvts = weet_niet & (s.status != VERVALLEN) & s.begonnen | s.eerder
    return kies(nvts, np.int8(_NVTS), klasse) if nvts.any() else klasse


class Groepen:
    """The values of the group columns, numbered as they come; a column with too many values is let go."""

    def __init__(self, namen: Iterable[str]) -> None:
        self.waarden: dict[str, dict[str | None, int]] = {naam: {None: 0} for naam in namen}
        self.te_veel: list[str] = []
        self._slot = Lock()

    def codes(self, blok: Blok) -> dict[str, Getallen]:
        return {naam: codes for naam in list(self.waarden) if (codes := self._codes(blok, naam)) is not None}

    def _codes(self, blok: Blok, naam: str) -> Getallen | None:
        waarden = blok.groep(naam)
        soorten = waarden.unique()
        with self._slot:
            bekend = self.waarden.get(naam)
            if bekend is None:
                return None
            namen = [None if w is None else w.strip() for w in soorten.to_list()]
            for waarde in namen:
                bekend.setdefault(waarde, len(bekend))
            if len(bekend) > MEESTE_WAARDEN + 1:
                del self.waarden[naam]
                self.te_veel.append(naam)
                return None
            codes = pl.Series([bekend[w] for w in namen], dtype=pl.Int32)
        return waarden.replace_strict(soorten, codes, return_dtype=pl.Int32).to_numpy()


@dataclass
class Telling:
    """All counts of a run, or of one thread of it."""

    zaken: int = 0
    feiten: int = 0
    later: int = 0
    voor_de_wet: int = 0
    soorten: Getallen = field(default_factory=lambda: np.zeros(len(regels.SOORTEN), np.int64))
    termijnen: dict[str, Termijntelling] = field(default_factory=dict)
    waarborgen: dict[str, Getallen] = field(default_factory=dict)
    groepen: dict[str, Emmer] = field(default_factory=dict)

    def tel(self, blok: Blok, termijnen: Iterable[Termijn], waarborgen: Iterable[Waarborg], groepen: Groepen) -> None:
        """Judge a block and count."""
        self.zaken += blok.n
        self.feiten += blok.feiten
        self.later += blok.later
        self.voor_de_wet += int(np.count_nonzero(blok.voor_de_wet))
        self.soorten += blok.per_soort
        codes = groepen.codes(blok)
        for naam, groep in codes.items():
            self.groepen.setdefault(naam, Emmer()).erbij(groep)
        for termijn in termijnen:
            wmo = regels.TERMIJNEN.get(termijn.id) is termijn
            self.termijnen.setdefault(termijn.id, Termijntelling()).tel(blok, termijn, codes, wmo)
        for waarborg in waarborgen:
            uit = oordelen(blok, waarborg)
            aantallen = np.array([np.count_nonzero(uit == nr) for nr in range(len(regels.UITSLAGEN))])
            self.waarborgen[waarborg.id] = self.waarborgen.get(waarborg.id, 0) + aantallen

    def samen(self, ander: Telling) -> None:
        """Add the counts of another thread."""
        self.zaken += ander.zaken
        self.feiten += ander.feiten
        self.later += ander.later
        self.voor_de_wet += ander.voor_de_wet
        self.soorten = self.soorten + ander.soorten
        for sleutel, telling in ander.termijnen.items():
            self.termijnen.setdefault(sleutel, Termijntelling()).samen(telling)
        for sleutel, aantallen in ander.waarborgen.items():
            self.waarborgen[sleutel] = self.waarborgen.get(sleutel, 0) + aantallen
        for naam, emmer in ander.groepen.items():
            self.groepen.setdefault(naam, Emmer()).samen(emmer)
