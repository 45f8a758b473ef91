"""Safeguards that are small functions, judged once for each *course of events* instead of once a case.

The functions of `procedure` compare moments, ends of terms and fields; they reckon no days. So two cases in which the
same kinds of facts follow each other in the same way, on the same side of the same ends, get the same verdict. The
first case of such a course is judged by the single-case evaluator, which is watched (`gadeslaan`): what it looks at
becomes part of the course, and what was judged with less is judged anew. Cases in which no kind occurs twice are
told apart by columns (`verloop_enkel`), others by a walk over their facts. Cases in which a course is not exact (a
field with a date, a term with several entries, a dwangsom) are judged one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Final

import numpy as np

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.blok import Blok
from keukentafel.doorlichting.gadeslaan import Kijk, gadegeslagen
from keukentafel.doorlichting.kalender import einden
from keukentafel.doorlichting.kiezen import Getallen, kies
from keukentafel.doorlichting.opzoeken import Tabel, roer
from keukentafel.doorlichting.termijnen import einde_per_zaak, standen
from keukentafel.doorlichting.verloop_enkel import Kolommen, standbyte, veldgetallen
from keukentafel.procedure import register
from keukentafel.procedure.feit import Dag
from keukentafel.procedure.waarborg import Eigen, Waarborg

_BEWAREN: Final = "bewaren"
_GOUD: Final = np.uint64(0x9E3779B97F4A7C15)
_WEINIG: Final = 4
"""What concerns fewer than one in so many cases is judged for those cases alone."""


class _Bekend:
    """Courses of events and their verdicts, with a table to look them up."""

    def __init__(self) -> None:
        self.oordelen: dict[int, int] = {}
        self._tabel = Tabel({})
        self._stand = 0

    def zoek(self, verlopen: Getallen) -> Getallen:
        """The verdict of each course, -1 where the table does not tell."""
        if len(self.oordelen) != self._stand:
            self._stand = len(self.oordelen)
            self._tabel = Tabel(dict(self.oordelen))
        return self._tabel.zoek(verlopen)


@dataclass
class _Geheugen:
    """What is known of one safeguard: what its function looks at, and the verdict of each course of events."""

    kijk: Kijk = field(default_factory=Kijk)
    enkel: _Bekend = field(default_factory=_Bekend)
    lang: _Bekend = field(default_factory=_Bekend)
    slot: Lock = field(default_factory=Lock)


class _Opnieuw(Exception):
    """The function turned out to look at more: all is judged anew."""


_BEKEND: Final[dict[str, _Geheugen]] = {}
_BEKEND_SLOT: Final = Lock()


def eigen(blok: Blok, waarborg: Waarborg, familie: Eigen, niet: Any) -> Getallen | None:
    """The verdicts of all cases, `niet` where none of the deciding kinds occurs; None: nowhere."""
    mee = _wie(blok, familie.soorten)
    if mee is None:
        return None
    with _BEKEND_SLOT:
        geheugen = _BEKEND.setdefault(waarborg.id, _Geheugen())
    while True:
        try:
            return _oordeel(blok, waarborg, geheugen, mee, niet)
        except _Opnieuw:
            continue


def _wie(blok: Blok, soorten: Iterable[str]) -> Getallen | None:
    """The cases with a fact of these kinds, but for those that are judged elsewhere."""
    uit: Getallen | None = None
    for soort in soorten:
        if blok.heeft(soort):
            er = blok.van(soort).er
            uit = er if uit is None else uit | er
    if uit is not None and len(blok.los):
        uit = uit & ~blok.apart
    return uit & ~blok.voor_de_wet if uit is not None and blok.er_is_voor_de_wet else uit


def _oordeel(blok: Blok, waarborg: Waarborg, geheugen: _Geheugen, mee: Getallen, niet: Any) -> Getallen:
    kijk = geheugen.kijk
    uit = np.full(blok.n, niet, np.int8)
    leer = _Leraar(blok, waarborg, geheugen, kijk)
    apart, lang = _een_voor_een(blok, kijk), _meermalig(blok, kijk)
    if apart is not None:
        for zaak in np.flatnonzero(mee & apart):
            uit[zaak] = regels.uitslag(waarborg, blok.enkele_zaak(int(zaak)))
        mee = mee & ~apart
    if lang is not None:
        rijen = np.flatnonzero(mee & lang)
        if len(rijen):
            uit[rijen] = leer.oordelen(geheugen.lang, _verloop(blok, kijk, rijen), rijen)
        mee = mee & ~lang
    aantal = int(np.count_nonzero(mee))
    if aantal:
        deel = None if aantal * _WEINIG >= blok.n else np.flatnonzero(mee)
        verloop = Kolommen(blok, deel, _einde).sleutel(kijk, _velden_van_verloop(blok, kijk))
        if deel is not None:
            uit[deel] = leer.oordelen(geheugen.enkel, verloop, deel)
        else:
            uit = kies(mee, leer.oordelen(geheugen.enkel, verloop, blok.alle, mee), uit)
    leer.klaar()
    return uit


class _Leraar:
    """Looks courses up, and judges those that are new."""

    def __init__(self, blok: Blok, waarborg: Waarborg, geheugen: _Geheugen, kijk: Kijk) -> None:
        self._blok = blok
        self._waarborg = waarborg
        self._geheugen = geheugen
        self._kijk = kijk

    def oordelen(self, bekend: _Bekend, verloop: Getallen, zaken: Getallen, mee: Getallen | None = None) -> Getallen:
        """The verdict of each of these courses, as far as the cases take part. Raises `_Opnieuw`."""
        uit = bekend.zoek(verloop)
        onbekend = uit < 0
        if mee is not None:
            onbekend &= mee
        plekken = np.flatnonzero(onbekend)
        if len(plekken):
            nieuw, eerste, plaats = np.unique(verloop.take(plekken), return_index=True, return_inverse=True)
            voorbeelden = zaken.take(plekken).take(eerste).tolist()
            geleerd = [self._een(bekend, *paar) for paar in zip(nieuw.tolist(), voorbeelden, strict=True)]
            uit[plekken] = np.array(geleerd, np.int8)[plaats]
        return uit

    def _een(self, bekend: _Bekend, verloop: int, zaak: int) -> int:
        gevonden = bekend.oordelen.get(verloop)
        if gevonden is not None:
            return gevonden
        with self._geheugen.slot:
            self.klaar()
            uitslag, gezien = gadegeslagen(self._blok, self._waarborg, zaak)
            samen = self._kijk.met(gezien)
            if samen != self._kijk:
                self._geheugen.kijk, self._geheugen.enkel, self._geheugen.lang = samen, _Bekend(), _Bekend()
                raise _Opnieuw
            bekend.oordelen[verloop] = uitslag
        return uitslag

    def klaar(self) -> None:
        """Raises `_Opnieuw` when another thread saw the function look at more."""
        if self._geheugen.kijk is not self._kijk:
            raise _Opnieuw


# --- which cases are told by which course ----------------------------------------------------------------------------


def _een_voor_een(blok: Blok, kijk: Kijk) -> Getallen | None:
    """Which cases a course of events does not tell exactly; None: no case."""
    if kijk.rekent:
        return np.ones(blok.n, bool)
    delen = []
    if _BEWAREN in kijk.termijnen and blok.heeft("dossier_vernietigd"):
        delen.append(blok.van("dossier_vernietigd").zaak)
    delen += [standen(blok, regels.TERMIJNEN[termijn]).veel for termijn in kijk.termijnen - {_BEWAREN}]
    for soort, veld in kijk.velden_per_soort:
        if _is_dag(soort, veld) and blok.heeft(soort) and blok.gevuld(soort, veld):
            codes, waarden = blok.veld(soort, veld)
            delen.append(blok.van(soort).zaak[np.array([w is not None for w in waarden])[codes]])
    return _masker(blok, delen)


def _meermalig(blok: Blok, kijk: Kijk) -> Getallen | None:
    """The cases in which a kind that is looked at occurs twice (or in which any fact may count); None: no case."""
    if kijk.alle_feiten and any(soort not in kijk.soorten for soort, _ in _velden_van_verloop(blok, kijk)):
        return np.ones(blok.n, bool)
    delen = []
    for soort in kijk.soorten:
        reeks = blok.van(soort)
        if reeks.dubbel:
            delen.append(reeks.zaak[1:][reeks.zaak[1:] == reeks.zaak[:-1]])
    return _masker(blok, delen)


def _masker(blok: Blok, delen: Sequence[Getallen]) -> Getallen | None:
    if not any(len(deel) for deel in delen):
        return None
    uit = np.zeros(blok.n, bool)
    for deel in delen:
        uit[deel] = True
    return uit


def _is_dag(soort: str, veld: str) -> bool:
    return isinstance(register.FEITSOORTEN[soort].velden[veld], Dag)


def _velden_van_verloop(blok: Blok, kijk: Kijk) -> list[tuple[str, str]]:
    """The fields that are looked at and that this block bears; each once."""
    sleutel = ("velden van verloop", id(kijk))
    if sleutel not in blok.geheugen:
        gevuld = [(s, v) for s, v in kijk.velden_per_soort if blok.heeft(s) and not _is_dag(s, v) and blok.gevuld(s, v)]
        blok.geheugen[sleutel] = (kijk, gevuld)
    return blok.geheugen[sleutel][1]  # type: ignore[no-any-return]


# --- the course of events, fact by fact ------------------------------------------------------------------------------


def _verloop(blok: Blok, kijk: Kijk, rijen: Getallen) -> Getallen:
    """A number of 64 bits for the course of events in each of these cases."""
    plek = _deelnemers(blok, kijk, rijen)
    zaak, dag = blok.zaak[plek], blok.dag[plek]
    per_zaak = np.zeros(blok.n, np.uint64)
    if len(zaak):
        teken = _tekens(blok, kijk, plek)
        nieuw = zaak[1:] != zaak[:-1]
        teken[1:] += (dag[1:] == dag[:-1]).astype(np.uint64) << np.uint64(40)
        for nr, termijn in enumerate(sorted(kijk.termijnen)):
            teken += (dag <= _einde(blok, termijn)[zaak]).astype(np.uint64) << np.uint64(41 + nr)
        begin = np.append(0, np.flatnonzero(nieuw) + 1)
        rang = np.arange(1, len(zaak) + 1, dtype=np.uint64)
        rang -= np.repeat(begin.astype(np.uint64), np.diff(np.append(begin, len(zaak))))
        per_zaak[zaak[begin]] = np.add.reduceat(roer(teken + _GOUD * rang), begin)
    for nr, termijn in enumerate(sorted(kijk.termijnen), 1):
        per_zaak += roer(standbyte(blok, termijn, _einde(blok, termijn)).astype(np.uint64) + np.uint64(nr << 8))
    return per_zaak[rijen]


def _deelnemers(blok: Blok, kijk: Kijk, rijen: Getallen) -> Getallen:
    """The facts of these cases that are looked at."""
    mee = np.zeros(len(regels.SOORTEN), bool)
    mee[[regels.CODE[soort] for soort in kijk.soorten]] = True
    doet_mee = mee[blok.soort]
    for soort, veld in _velden_van_verloop(blok, kijk) if kijk.alle_feiten else ():
        codes, waarden = blok.veld(soort, veld)
        doet_mee[blok.van(soort).plek] |= np.array([w is not None for w in waarden])[codes]
    if len(rijen) < blok.n:
        gevraagd = np.zeros(blok.n, bool)
        gevraagd[rijen] = True
        doet_mee &= gevraagd[blok.zaak]
    return np.flatnonzero(doet_mee)


def _tekens(blok: Blok, kijk: Kijk, plek: Getallen) -> Getallen:
    """Per fact a number of less than 40 bits for its kind and for the fields that are looked at."""
    teken = _PER_SOORT[blok.soort[plek]]
    velden = _velden_van_verloop(blok, kijk)
    if velden:
        heel = np.zeros(len(blok.soort), np.uint64)
        for soort, veld in velden:
            codes, waarden = blok.veld(soort, veld)
            heel[blok.van(soort).plek] += (veldgetallen(soort, veld, waarden) >> np.uint64(28))[codes]
        teken += heel[plek] & np.uint64((1 << 38) - 1)
    return teken


_PER_SOORT: Final = roer(np.arange(1, len(regels.SOORTEN) + 1, dtype=np.uint64)) >> np.uint64(28)


def _einde(blok: Blok, termijn: str) -> Getallen:
    """Per case the last day of a term; of `bewaren` that of the last item."""
    sleutel = ("verloop einde", termijn)
    if sleutel not in blok.geheugen:
        uit = einde_per_zaak(blok, termijn)
        if termijn == _BEWAREN and len(blok.zaak):
            duur = regels.TERMIJNEN[termijn].duur
            assert duur is not None
            uit = uit.copy()
            laatste = blok.begin[1:][np.diff(blok.begin) > 0] - 1
            uit[blok.zaak[laatste]] = einden(blok.dag[laatste], duur, atw=False)[0]
        blok.geheugen[sleutel] = uit
    return blok.geheugen[sleutel]  # type: ignore[no-any-return]
