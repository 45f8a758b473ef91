"""How many terms a second, one by one: our calendar beside workalendar, and beside holidays with dateutil."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from statistics import median

from keukentafel.wet.termijn import uiterste_dag, weken

DAGEN = [date(2020, 1, 1) + timedelta(nr % 2500) for nr in range(100_000)]
ZES_WEKEN = weken(6)


def cijfers() -> list[tuple[str, str, str]]:
    """Six weeks from a day, rolled on to a working day; medians, and ratios in the same run."""
    eigen = _per_seconde(lambda dagen: [uiterste_dag(dag, ZES_WEKEN) for dag in dagen], DAGEN)
    uit = [("termijn, scalair", f"{eigen / 1e6:.2f} miljoen/s", "≥ 1 miljoen/s")]
    for naam, maak in (("workalendar", _workalendar), ("holidays + dateutil", _holidays)):
        try:
            ander = maak()
        except ImportError:
            uit.append((f"termijn naast {naam}", "niet gemeten (niet geïnstalleerd)", "-"))
            continue
        assert ander(DAGEN[:2500]) == [uiterste_dag(dag, ZES_WEKEN) for dag in DAGEN[:2500]] or naam
        snelheid = _per_seconde(ander, DAGEN[:10_000])
        uit.append((f"termijn naast {naam} ({snelheid / 1e3:.0f} duizend/s)", f"{eigen / snelheid:.0f}x", "sneller"))
    return uit


def _per_seconde(functie: Callable[[list[date]], Iterable[date]], dagen: list[date]) -> float:
    duren = []
    for _ in range(5):
        begin = time.perf_counter()
        functie(dagen)
        duren.append(time.perf_counter() - begin)
    return len(dagen) / median(duren)


def _workalendar() -> Callable[[list[date]], list[date]]:
    from workalendar.europe import Netherlands

    kalender = Netherlands()
    return lambda dagen: [kalender.find_following_working_day(dag + timedelta(weeks=6)) for dag in dagen]


def _holidays() -> Callable[[list[date]], list[date]]:
    import holidays
    from dateutil.relativedelta import relativedelta

    vrij = holidays.country_holidays("NL", categories=("public", "optional"))

    def een(dag: date) -> date:
        einde = dag + relativedelta(weeks=6)
        while einde.weekday() >= 5 or einde in vrij:
            einde += timedelta(1)
        return einde

    return lambda dagen: [een(dag) for dag in dagen]
