"""Made-up cases, plausible and wild, out of the declarations themselves. The same number gives the same case."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from keukentafel.procedure.feit import (
    Bedrag,
    Dag,
    Feit,
    Getal,
    Groep,
    JaNee,
    Keuze,
    Lijst,
    Meer,
    Tekst,
    Veldvorm,
    lees_velden,
)
from keukentafel.procedure.register import CORRECTIE, FEITSOORTEN
from keukentafel.procedure.volgorde import weigeringen
from keukentafel.procedure.zaak import Casus

BEGIN, EIND = date(2015, 1, 1), date(2028, 12, 1)
BEHOEFTEN = ("b1", "b2", "b3")
SPOOR = (
    ("melding_ontvangen", 0, 0),
    ("ontvangst_bevestigd", 1, 60),
    ("clientondersteuning_aangeboden", 1, 40),
    ("persoonlijk_plan_aangeboden", 1, 20),
    ("persoonlijk_plan_ontvangen", 2, 30),
    ("uitnodiging_verstuurd", 3, 30),
    ("gesprek_gevoerd", 5, 60),
    ("identiteit_vastgesteld", 5, 80),
    ("verslag_verstuurd", 12, 80),
    ("aanvraag_ontvangen", 3, 90),
    ("aanvulling_gevraagd", 20, 90),
    ("aanvulling_ontvangen", 25, 110),
    ("beslistermijn_verlengd", 30, 110),
    ("ingebrekestelling_ontvangen", 50, 140),
    ("besluit_bekendgemaakt", 40, 200),
    ("dwangsombesluit_bekendgemaakt", 120, 260),
    ("bezwaar_ontvangen", 90, 260),
    ("bezwaartermijn_verdaagd", 150, 330),
    ("beslissing_op_bezwaar_bekendgemaakt", 140, 420),
    ("beroep_ingesteld", 200, 460),
    ("uitspraak_rechtbank", 300, 600),
    ("klacht_ontvangen", 20, 300),
    ("klacht_afgedaan", 60, 400),
    ("voorziening_gestart", 120, 300),
    ("besluit_gewijzigd", 300, 600),
)
"""A likely course: a kind, and between which days after the start it falls."""


def willekeurige_casus(getal: int, *, wild: bool = False, onbekend: float = 0.0) -> Casus:
    """The made-up case of this number; `onbekend` is the share of facts whose day is not known."""
    kans = random.Random(getal)
    begin = BEGIN + timedelta(days=kans.randrange((EIND - BEGIN).days - 700))
    ruw = _wild(kans, begin) if wild else _spoor(kans, begin)
    feiten = [_feit(kans, nr, soort, dag, onbekend) for nr, (soort, dag) in enumerate(ruw, 1)]
    feiten = toegestaan(feiten)
    laatste = max((f.datum for f in feiten if f.datum), default=begin)
    peildatum = laatste + timedelta(days=kans.choice((0, 0, 1, 13, 14, 15, 42, 100, 400)))
    return Casus(f"Z-{getal}", "Voorbeeldstad", peildatum, tuple(feiten))


def toegestaan(feiten: Sequence[Feit]) -> list[Feit]:
    """The facts without those that the procedure refuses, numbered anew."""
    over = list(feiten)
    while weg := {feit.nr for feit, _ in weigeringen(over)}:
        over = [f for f in over if f.nr not in weg]
    return [Feit(nr, f.soort, f.dag, f.velden) for nr, f in enumerate(over, 1)]


def _spoor(kans: random.Random, begin: date) -> list[tuple[str, date]]:
    return [
        (soort, begin + timedelta(days=kans.randint(van, tot)))
        for soort, van, tot in SPOOR
        if soort == "melding_ontvangen" or kans.random() < 0.7
    ]


def _wild(kans: random.Random, begin: date) -> list[tuple[str, date]]:
    soorten = [s for s in FEITSOORTEN if s != CORRECTIE.soort]
    ruw = [(kans.choice(soorten), begin + timedelta(days=kans.randint(0, 200))) for _ in range(kans.randint(1, 30))]
    if kans.random() < 0.8:
        ruw.insert(kans.randint(0, len(ruw)), ("melding_ontvangen", begin + timedelta(days=kans.randint(0, 20))))
    return ruw


def _feit(kans: random.Random, nr: int, soort: str, dag: date, onbekend: float) -> Feit:
    velden = {
        naam: _waarde(kans, vorm, dag)
        for naam, vorm in FEITSOORTEN[soort].velden.items()
        if naam not in ("toelichting", "tijdstip", "vastgelegd_op", "door") and kans.random() < 0.75
    }
    dagnr = None if kans.random() < onbekend else dag.toordinal()
    return Feit(nr, soort, dagnr, lees_velden(FEITSOORTEN[soort].velden, velden))


def _waarde(kans: random.Random, vorm: Veldvorm, dag: date) -> Any:
    return _MAKERS[type(vorm)](kans, vorm, dag)


def _lijst(kans: random.Random, vorm: Any, dag: date) -> list[dict[str, Any]]:
    return [_groep(kans, vorm.velden, dag) | {"id": b} for b in BEHOEFTEN if kans.random() < 0.6]


_MAKERS: dict[type, Callable[[random.Random, Any, date], Any]] = {
    Tekst: lambda kans, vorm, dag: kans.choice(("", "x", "gemeente", "b1")),
    JaNee: lambda kans, vorm, dag: kans.random() < 0.7,
    Getal: lambda kans, vorm, dag: kans.randint(vorm.minimum, min(vorm.maximum, 10)),
    Bedrag: lambda kans, vorm, dag: kans.choice(("23.00", "1442.00", "0.00")),
    Dag: lambda kans, vorm, dag: (dag + timedelta(days=kans.randint(-5, 60))).isoformat(),
    Keuze: lambda kans, vorm, dag: kans.choice(vorm.waarden),
    Meer: lambda kans, vorm, dag: [w for w in vorm.waarden if kans.random() < 0.75],
    Groep: lambda kans, vorm, dag: _groep(kans, vorm.velden, dag),
    Lijst: _lijst,
}


def _groep(kans: random.Random, velden: Mapping[str, Veldvorm], dag: date) -> dict[str, Any]:
    return {naam: _waarde(kans, vorm, dag) for naam, vorm in velden.items() if kans.random() < 0.7}
