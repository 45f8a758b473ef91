"""The calendar as look-up tables: for every day and length the end that `wet.termijn` gives. Days from 2010-01-01.

Terms of another law may start before 10-10-2010, from which day `wet` reckons: the same rules, with the free days
that are known for that time.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any, Final

import numpy as np

from keukentafel.doorlichting.datums import DAG0
from keukentafel.wet.kalender import tabel, tweede_werkdag_na_nr, volgende_werkdag_nr
from keukentafel.wet.termijn import Duur, maanden_verder

Getallen = np.ndarray[Any, Any]

MINSTENS: Final = 3
"""A term of so many days holds two working days (Atw art. 2)."""

_WERKDAG: Final = (np.array(tabel(date.fromordinal(DAG0), date(2100, 12, 31))) - DAG0).astype(np.int32)
_DAGEN: Final = np.arange(date(2060, 1, 1).toordinal() - DAG0, dtype=np.int32)
GEWONE_DAGEN: Final = date(2040, 1, 1).toordinal() - DAG0
"""Starts before this day have their end in the tables, and so has a term that starts from there."""

GEEN_EINDE: Final = np.int32(2**31 - 1)
"""A last day that is not known, or does not exist."""

_EPOCH: Final = np.datetime64("2010-01-01", "D")


_PLEKKEN: Final = 1 << 16


def _met_slot(tabel: Getallen) -> Getallen:
    """A table as long as `_opgezocht` asks; its last place answers what never happened."""
    return np.append(tabel, np.full(_PLEKKEN - len(tabel), GEEN_EINDE)).astype(np.int32)


def _opgezocht(tabel: Getallen, dag: Getallen) -> Getallen:
    """The places of a table for days that lie in it, or never come (`NOOIT`, as key or as day: all bits are ones).

    So many bits are a place in the table whatever they are, and numpy need not test or clip any.
    """
    return tabel.take(dag & np.int32(_PLEKKEN - 1), mode="wrap")


_SCHUIF: Final = _met_slot(_WERKDAG)


def schuif_snel(dag: Getallen) -> Getallen:
    """As `schuif`, for days within the tables; `GEEN_EINDE` stays that."""
    return _opgezocht(_SCHUIF, dag)


def schuif(dag: Getallen) -> Getallen:
    """The next working day, for days of 2010 to 2100; a day outside those stays as it is."""
    binnen = np.clip(dag, 0, len(_WERKDAG) - 1)
    return np.where(binnen == dag, _WERKDAG[binnen], dag).astype(np.int32)


def werkdagen_verder(dag: Getallen, aantal: int) -> Getallen:
    """The `aantal`-th working day after each day."""
    for _ in range(aantal):
        dag = schuif(dag + np.int32(1))
    return dag


@lru_cache(maxsize=256)
def _tabel(duur: Duur) -> tuple[Getallen, Getallen]:
    """The end for every start, moved by the Algemene termijnenwet and not."""
    zonder = _DAGEN + np.int32(duur.in_dagen) if duur.in_dagen else _maanden_verder(_DAGEN, duur.in_maanden)
    if not duur.atw:
        return _met_slot(zonder), _met_slot(zonder)
    met = schuif(zonder)
    if duur.heeft_werkdagen(MINSTENS):
        met = np.maximum(met, werkdagen_verder(_DAGEN, 2))
    return _met_slot(met), _met_slot(zonder)


def einde_snel(vanaf: Getallen, duur: Duur, atw: bool) -> Getallen:
    """The last days of terms that start within `GEWONE_DAGEN`; `GEEN_EINDE` for what never started."""
    return _opgezocht(_tabel(duur)[0 if atw else 1], vanaf)


def _maanden_verder(dag: Getallen, aantal: int) -> Getallen:
    """The same day number so many months on, else the last day of that month."""
    datum = _EPOCH + dag.astype("timedelta64[D]")
    maand = datum.astype("datetime64[M]")
    doel = maand + np.timedelta64(aantal, "M")
    dag_in_maand = (datum - maand.astype("datetime64[D]")).astype(np.int64)
    lengte = ((doel + 1).astype("datetime64[D]") - doel.astype("datetime64[D]")).astype(np.int64)
    einde = doel.astype("datetime64[D]") + np.minimum(dag_in_maand, lengte - 1).astype("timedelta64[D]")
    return (einde - _EPOCH).astype(np.int32)


def einden(vanaf: Getallen, duur: Duur, atw: bool) -> tuple[Getallen, Getallen]:
    """Last days of terms that start on these days, and the same before the Algemene termijnenwet."""
    if len(vanaf) and (int(vanaf.min()) < 0 or int(vanaf.max()) >= len(_DAGEN)):
        return _buiten_de_tabel(vanaf, duur, atw)
    met, zonder = _tabel(duur)
    einde = vanaf + np.int32(duur.in_dagen) if duur.in_dagen else zonder.take(vanaf)
    return (met.take(vanaf) if atw and duur.atw else einde), einde


def _buiten_de_tabel(vanaf: Getallen, duur: Duur, atw: bool) -> tuple[Getallen, Getallen]:
    """Starts before 2010 or far ahead: each day is reckoned once."""
    dagen, plaats = np.unique(vanaf, return_inverse=True)
    paren = np.array([_een_einde(int(dag) + DAG0, duur, atw) for dag in dagen], np.int64) - DAG0
    return paren[plaats, 0].astype(np.int32), paren[plaats, 1].astype(np.int32)


def _een_einde(nr: int, duur: Duur, atw: bool) -> tuple[int, int]:
    try:
        zonder = (
            nr + duur.in_dagen if duur.in_dagen else maanden_verder(date.fromordinal(nr), duur.in_maanden).toordinal()
        )
        if not (atw and duur.atw):
            return zonder, zonder
        ten_minste = tweede_werkdag_na_nr(nr) if duur.heeft_werkdagen(MINSTENS) else 0
        return max(volgende_werkdag_nr(zonder), ten_minste), zonder
    except ValueError:  # past the year 9999: no act can be late
        return date.max.toordinal(), date.max.toordinal()
