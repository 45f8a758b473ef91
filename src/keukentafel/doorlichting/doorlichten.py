"""The screening itself: a stream of rows in, one `Doorlichting` out. Two threads judge while a third reads."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import date
from pathlib import Path
from typing import Final

import polars as pl

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.blok import Blok
from keukentafel.doorlichting.datums import DAG0
from keukentafel.doorlichting.groeperen import NietAaneen, aaneengesloten, gesorteerd
from keukentafel.doorlichting.lezen import Log
from keukentafel.doorlichting.profiel import Profiel, lees_profiel
from keukentafel.doorlichting.telling import Groepen, Telling
from keukentafel.doorlichting.toetsbaar import toetsbaar
from keukentafel.doorlichting.uitkomst import Doorlichting, maak_uitkomst
from keukentafel.procedure.termijn import Termijn
from keukentafel.procedure.waarborg import Waarborg

DRADEN: Final = 2
Voortgang = Callable[[float, int], None]
"""Told now and then how far the reading is (0 to 1) and how many cases were judged."""


def doorlicht(
    pad: Path, *, peildatum: date, profiel: Path | None = None, voortgang: Voortgang | None = None
) -> Doorlichting:
    """Screen an event log on a day. Raises `Invoerfout` when the log or the profile cannot be used.

    A fact dated after `peildatum` is counted, and has not happened yet.
    """
    begin = time.perf_counter()
    p = lees_profiel(profiel, frozenset(regels.CODE), frozenset(regels.TERMIJNEN)) if profiel is not None else Profiel()
    log = Log(pad, p)
    termijnen = p.termijnen if p.alleen else (*regels.TERMIJNEN.values(), *p.termijnen)
    waarborgen = () if p.alleen else _kansrijk(log)
    telling, groepen = _tel(log, peildatum, termijnen, waarborgen, voortgang)
    return maak_uitkomst(log, telling, groepen, termijnen, waarborgen, peildatum, time.perf_counter() - begin)


def _kansrijk(log: Log) -> tuple[Waarborg, ...]:
    """The safeguards that may turn out to be told; which were, is settled when all has been read."""
    velden = log.mogelijke_velden
    return tuple(w for w in regels.WAARBORGEN.values() if toetsbaar(w, lambda _: True, velden))


def _tel(
    log: Log, peildatum: date, termijnen: Iterable[Termijn], waarborgen: Iterable[Waarborg], voortgang: Voortgang | None
) -> tuple[Telling, Groepen]:
    for groepeer in (aaneengesloten, gesorteerd):
        groepen = Groepen(log.kolommen.groepen)
        teller = _Teller(peildatum.toordinal() - DAG0, tuple(termijnen), tuple(waarborgen), groepen)
        try:
            return teller.verwerk(_met_voortgang(groepeer(log.stroom()), log, voortgang)), groepen
        except NietAaneen:
            continue
    raise AssertionError("een gesorteerd log is altijd te groeperen")


def _met_voortgang(stukken: Iterator[pl.DataFrame], log: Log, voortgang: Voortgang | None) -> Iterator[pl.DataFrame]:
    zaken = 0
    for stuk in stukken:
        yield stuk
        zaken += int(stuk["begin"].sum())
        if voortgang is not None:
            voortgang(min(1.0, log.bron.gelezen / max(1, log.bron.omvang)), zaken)


class _Teller:
    """Judges tables of whole cases in threads (numpy lets go of the lock), each with counts of its own."""

    def __init__(
        self, vandaag: int, termijnen: tuple[Termijn, ...], waarborgen: tuple[Waarborg, ...], groepen: Groepen
    ) -> None:
        self.vandaag = vandaag
        self.termijnen = termijnen
        self.waarborgen = waarborgen
        self.groepen = groepen
        self._eigen = threading.local()
        self._alle: list[Telling] = []

    def verwerk(self, stukken: Iterator[pl.DataFrame]) -> Telling:
        bezig: set[Future[None]] = set()
        with ThreadPoolExecutor(DRADEN) as draden:
            try:
                for stuk in stukken:
                    bezig.add(draden.submit(self._tel, stuk))
                    if len(bezig) > DRADEN:
                        klaar, bezig = wait(bezig, return_when=FIRST_COMPLETED)
                        for taak in klaar:
                            taak.result()
                for taak in bezig:
                    taak.result()
            except BaseException:
                draden.shutdown(cancel_futures=True)
                raise
        samen = Telling()
        for telling in self._alle:
            samen.samen(telling)
        return samen

    def _tel(self, stuk: pl.DataFrame) -> None:
        telling = getattr(self._eigen, "telling", None)
        if telling is None:
            telling = self._eigen.telling = Telling()
            self._alle.append(telling)
        telling.tel(Blok(stuk, self.vandaag), self.termijnen, self.waarborgen, self.groepen)
