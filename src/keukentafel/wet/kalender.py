"""The only calendar of the house: the days that the Algemene termijnenwet treats as free (art. 1 and 3).

Rules and designated days come from `gegevens/feestdagen.toml`. The years 2010-2100 are in a table of the next
working day per day number (`date.toordinal()`); outside it the same rules are applied a day at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final

from keukentafel.wet._gegevens import lees
from keukentafel.wet.artikel import Artikel, atw
from keukentafel.wet.fouten import BuitenBekendeTijd

_BRON: Final = lees("feestdagen")
_WEEKEND: Final = {5: "zaterdag", 6: "zondag"}

AANGEWEZEN: Final[dict[date, str]] = {
    dag: f"aangewezen dag ({besluit['naam']})" for besluit in _BRON["besluit"] for dag in besluit["dagen"]
}
"""Days put on a par with a holiday by royal decree (Atw art. 3 lid 3), with the decree in the name."""

BEKENDE_TIJDVAKKEN: Final[tuple[tuple[date, date], ...]] = tuple(
    (vak["van"], vak["tot"]) for vak in _BRON["aangewezen_bekend"]
)
"""Periods, both ends included, of which every designated day is known."""

BRON: Final[tuple[Artikel, ...]] = (atw("3"),)


def pasen(jaar: int) -> date:
    """Easter Sunday of a Gregorian year (the method of Gauss, as corrected by Lichtenberg)."""
    eeuw = jaar // 100
    maan = 15 + (3 * eeuw + 3) // 4 - (8 * eeuw + 13) // 25
    zon = 2 - (3 * eeuw + 3) // 4
    rest = jaar % 19
    volle_maan = (19 * rest + maan) % 30
    correctie = (volle_maan + rest // 11) // 29
    grens = 21 + volle_maan - correctie
    zondag = 7 - (jaar + jaar // 4 + zon) % 7
    afstand = 7 - (grens - zondag) % 7
    return date(jaar, 3, 1) + timedelta(days=grens + afstand - 1)


@dataclass(frozen=True, slots=True)
class _Feestdag:
    """One rule of Atw art. 3: a fixed day or a distance to Easter, within its years."""

    naam: str
    dag: tuple[int, int] | None
    pasen: int
    op_zondag: int
    vanaf: date
    tot: date

    @classmethod
    def uit(cls, regel: dict[str, Any]) -> _Feestdag:
        maand_dag = regel.get("dag")
        return cls(
            naam=regel["naam"],
            dag=(int(maand_dag[:2]), int(maand_dag[3:])) if maand_dag else None,
            pasen=regel.get("pasen", 0),
            op_zondag=regel.get("op_zondag", 0),
            vanaf=regel.get("vanaf", date.min),
            tot=regel.get("tot", date.max),
        )

    def in_jaar(self, jaar: int, paasdag: date) -> date | None:
        dag = date(jaar, *self.dag) if self.dag else paasdag + timedelta(days=self.pasen)
        if dag.weekday() == 6:
            dag += timedelta(days=self.op_zondag)
        return dag if self.vanaf <= dag <= self.tot else None


_REGELS: Final = tuple(_Feestdag.uit(regel) for regel in _BRON["feestdag"])


@lru_cache(maxsize=256)
def feestdagen(jaar: int) -> dict[date, str]:
    """Every holiday and designated day of a year with its name, weekends aside (Atw art. 3)."""
    paasdag = pasen(jaar)
    dagen = {dag: naam for dag, naam in AANGEWEZEN.items() if dag.year == jaar}
    for regel in _REGELS:
        dag = regel.in_jaar(jaar, paasdag)
        if dag is not None:
            dagen[dag] = regel.naam
    return dict(sorted(dagen.items()))


def vrije_dag(d: date) -> str | None:
    """Why `d` is no working day ("zaterdag", "Tweede Paasdag", "Koningsdag (zaterdag)"), or None if it is one."""
    weekend = _WEEKEND.get(d.weekday())
    feest = feestdagen(d.year).get(d)
    if feest and weekend:
        return f"{feest} ({weekend})"
    return feest or weekend


def is_vrij(d: date) -> bool:
    """Is `d` a Saturday, a Sunday, a holiday or a designated day?"""
    nr = d.toordinal()
    return volgende_werkdag_nr(nr) != nr


def aangewezen_dagen_bekend(d: date) -> bool:
    """Are all designated days around `d` known? If not, the calendar computes without them (art. 3 lid 3)."""
    nr = d.toordinal()
    return aangewezen_dagen_bekend_nr(nr, nr)


_BEKENDE_NUMMERS: Final = tuple((van.toordinal(), tot.toordinal()) for van, tot in BEKENDE_TIJDVAKKEN)


def aangewezen_dagen_bekend_nr(van: int, tot: int) -> bool:
    """Are all designated days known from day number `van` to `tot`?"""
    return any(begin <= van and tot <= eind for begin, eind in _BEKENDE_NUMMERS)


def _bouw(van: int, tot: int) -> list[int]:
    """Next working day for each day number of van..tot: weekends by stride, then the holidays from the back."""
    tot += 2  # a weekend at the end still finds its Monday
    volgende = list(range(van, tot + 1))
    maandag = -(van - 1) % 7  # day number 1 is a Monday
    for weekenddag in (maandag - 1, maandag - 2):
        begin = weekenddag % 7
        aantal = len(range(begin, len(volgende), 7))
        eerste = van + begin + maandag - weekenddag
        volgende[begin::7] = range(eerste, eerste + 7 * aantal, 7)
    return _met_feestdagen(volgende, van)[:-2]


def _met_feestdagen(volgende: list[int], van: int) -> list[int]:
    tot = van + len(volgende) - 1
    jaren = range(date.fromordinal(van).year, date.fromordinal(min(tot, date.max.toordinal())).year + 1)
    feesten = [dag.toordinal() for jaar in jaren for dag in feestdagen(jaar)]
    for feest in sorted((nr for nr in feesten if van <= nr <= tot), reverse=True):
        if volgende[feest - van] != feest:
            continue
        verder = volgende[feest + 1 - van] if feest < tot else _eerste_werkdag(feest + 1)
        # The weekend before a free Monday points at it as well.
        for nr in range(feest, van - 1, -1):
            if volgende[nr - van] != feest:
                break
            volgende[nr - van] = verder
    return volgende


def _eerste_werkdag(nr: int) -> int:
    """The slow path: one day at a time."""
    try:
        while vrije_dag(date.fromordinal(nr)) is not None:
            nr += 1
    except (ValueError, OverflowError):
        raise BuitenBekendeTijd("De datum ligt na het jaar 9999. Zo ver rekent de kalender niet.") from None
    return nr


TABEL_VAN: Final = date(2010, 1, 1).toordinal()
TABEL_TOT: Final = date(2100, 12, 31).toordinal()
WERKDAG: Final = _bouw(TABEL_VAN, TABEL_TOT)
"""Day number of the first working day on or after each day, from `TABEL_VAN`."""
WERKDATUM: Final = list(map(date.fromordinal, WERKDAG))
"""The same days as dates."""


def volgende_werkdag_nr(ordinal: int) -> int:
    """Day number of the first working day on or after day number `ordinal`."""
    if TABEL_VAN <= ordinal <= TABEL_TOT:
        return WERKDAG[ordinal - TABEL_VAN]
    return _eerste_werkdag(ordinal)


def tweede_werkdag_na_nr(ordinal: int) -> int:
    """Day number of the second working day after day number `ordinal` (Atw art. 2)."""
    return volgende_werkdag_nr(volgende_werkdag_nr(ordinal + 1) + 1)


def volgende_werkdag(d: date) -> date:
    """`d` itself if it is a working day, else the first one after it (Atw art. 1 lid 1)."""
    return date.fromordinal(volgende_werkdag_nr(d.toordinal()))


def werkdagen_verder(d: date, n: int) -> date:
    """The `n`-th working day after `d`, for norms in working days; `d` itself for n = 0."""
    nr = d.toordinal()
    for _ in range(n):
        nr = volgende_werkdag_nr(nr + 1)
    return date.fromordinal(nr)


def tabel(van: date, tot: date) -> Sequence[int]:
    """Day number of the next working day for each day of van..tot (both included), for work in bulk."""
    eerste, laatste = van.toordinal(), tot.toordinal()
    if TABEL_VAN <= eerste and laatste <= TABEL_TOT:
        return WERKDAG[eerste - TABEL_VAN : laatste - TABEL_VAN + 1]
    return _bouw(eerste, laatste)
