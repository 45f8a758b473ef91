"""Cases as the tests write them: a line a fact, with the weekday, so that a table that is wrong does not run.

ma 2-3-2026 melding_ontvangen
wo 4-3-2026 ontvangst_bevestigd: {wijze: brief}
onbekend gesprek_gevoerd: {vorm: huisbezoek}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from keukentafel.procedure import Beoordeling, Casus, beoordeel, casus_uit_dict
from keukentafel.procedure.termijn import Stand
from keukentafel.procedure.waarborg import Oordeel
from keukentafel.wet.instellingen import STANDAARD, Instellingen
from tests.wet.datums import dag

Regel = str | Mapping[str, Any]


def feit(regel: Regel) -> dict[str, Any]:
    """One fact out of its line; a correction may hold a whole fact in the same notation."""
    kop, velden = (regel, None) if isinstance(regel, str) else next(iter(regel.items()))
    *wanneer, soort = kop.split()
    datum = "onbekend" if wanneer == ["onbekend"] else dag(" ".join(wanneer)).isoformat()
    velden = {naam: _datum(waarde) for naam, waarde in (velden or {}).items()}
    return {"soort": soort, "datum": datum, **velden}


def _datum(waarde: Any) -> Any:
    if isinstance(waarde, str) and waarde[:3] in ("ma ", "di ", "wo ", "do ", "vr ", "za ", "zo "):
        return dag(waarde).isoformat()
    return waarde


def casus(regels: Iterable[Regel], op: str) -> Casus:
    """The case of these lines on that day."""
    gegevens = {"zaak": "Z-2026-0001", "peildatum": dag(op).isoformat(), "feiten": [feit(r) for r in regels]}
    return casus_uit_dict(gegevens, vandaag=dag(op))


def oordeel_over(regels: Iterable[Regel], op: str, instellingen: Instellingen = STANDAARD) -> Beoordeling:
    """The judgement of these lines on that day."""
    return beoordeel(casus(regels, op), instellingen)


def standen(b: Beoordeling, termijn: str) -> list[Stand]:
    """Every entry of one term."""
    return [s for s in b.termijnen if s.termijn.id == termijn]


def stand(b: Beoordeling, termijn: str) -> Stand:
    """The first entry of one term."""
    return standen(b, termijn)[0]


def waarborg(b: Beoordeling, id: str) -> Oordeel:
    """The verdict on one safeguard."""
    return next(o for w, o in b.waarborgen if w.id == id)


def oordelen(b: Beoordeling) -> dict[str, str]:
    """Every verdict by its safeguard."""
    return {w.id: o.oordeel.value for w, o in b.waarborgen}


def codes(b: Beoordeling) -> set[str]:
    """The codes of the warnings."""
    return {w.code for w in b.waarschuwingen}


WEEKDAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")


def toon(d: date | None) -> str | None:
    """A date as the tables write it: `di 14-4-2026`."""
    return None if d is None else f"{WEEKDAGEN[d.weekday()]} {d.day}-{d.month}-{d.year}"
