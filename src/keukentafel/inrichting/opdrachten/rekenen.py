"""The three short questions: the last day of a term, the dwangsom, the own contribution."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from keukentafel.inrichting.opdrachten.invoer import lees_datum, lees_datums
from keukentafel.inrichting.opdrachten.uitvoer import (
    bronnen,
    euro,
    schrijf_json,
    schrijf_regels,
    slotregels,
    voluit,
    waarschuwingen,
)
from keukentafel.inrichting.opdrachten.weigering import Geweigerd
from keukentafel.wet.fouten import WetFout

HOOGSTENS_AANVRAGERS = 1_000


@contextmanager
def _volgens_de_wet() -> Iterator[None]:
    """What the law refuses, refused on the command line: every reason a line."""
    try:
        yield
    except WetFout as fout:
        raise Geweigerd(str(fout).splitlines()) from None


def termijn(aanroep: argparse.Namespace) -> None:
    """`termijn`: the last day, with each day it was moved over."""
    from keukentafel.wet.termijn import Duur, Einde, dagen, einde, maanden, weken

    vanaf = lees_datum(aanroep, "vanaf")
    assert vanaf is not None
    eenheden: dict[str, Callable[[int], Duur]] = {"dagen": dagen, "weken": weken, "maanden": maanden}
    maak, aantal = next((f, n) for naam, f in eenheden.items() if (n := getattr(aanroep, naam)) is not None)
    with _volgens_de_wet():
        duur = maak(aantal)
        uit: Einde = einde(vanaf, duur, not aanroep.zonder_atw)
    if aanroep.json:
        schrijf_json({
            "vanaf": vanaf.isoformat(),
            "duur": str(duur),
            "zonder_verschuiving": uit.zonder_verschuiving.isoformat(),
            "uiterlijk": uit.uiterlijk.isoformat(),
            "verschoven_om": [{"datum": v.datum.isoformat(), "reden": v.reden} for v in uit.verschoven_om],
            "bron": bronnen(uit.bron),
            "waarschuwingen": waarschuwingen(uit.waarschuwingen),
        })  # fmt: skip
        return
    regels = [
        f"Uiterlijk: {voluit(uit.uiterlijk)}",
        f"Begin: {voluit(vanaf)}. Lengte: {duur}. De eerste dag telt niet mee.",
    ]
    if uit.verschoven_om:
        regels.append(f"Zonder vrije dagen was het {voluit(uit.zonder_verschuiving)}. De laatste dag schuift op over:")
        regels += [f"  - {voluit(v.datum)}: {v.reden}" for v in uit.verschoven_om]
    schrijf_regels([*regels, *slotregels(uit.bron, uit.waarschuwingen)])


def dwangsom(aanroep: argparse.Namespace) -> None:
    """`dwangsom`: the days, the amount, and what each applicant gets."""
    from keukentafel.wet.dwangsom import dwangsom as bereken

    datums = lees_datums(aanroep, "ingebrekestelling", "besluit", "termijn_verstreken")
    ingebrekestelling, besluit, verstreken = datums
    assert ingebrekestelling is not None
    if aanroep.aanvragers > HOOGSTENS_AANVRAGERS:
        raise Geweigerd(f"--aanvragers: hoogstens {HOOGSTENS_AANVRAGERS}. U gaf: {aanroep.aanvragers}.")
    with _volgens_de_wet():
        uit = bereken(ingebrekestelling, besluit=besluit, termijn_verstreken=verstreken, aanvragers=aanroep.aanvragers)
    if aanroep.json:
        schrijf_json({
            "ingebrekestelling": ingebrekestelling.isoformat(),
            "eerste_dag": uit.eerste_dag.isoformat(),
            "laatste_dag": uit.laatste_dag.isoformat(),
            "dagen": uit.dagen,
            "bedrag": f"{uit.bedrag:.2f}",
            "maximum": f"{uit.maximum:.2f}",
            "per_aanvrager": f"{uit.per_aanvrager:.2f}",
            "bedragen": [f"{deel:.2f}" for deel in uit.bedragen],
            "bron": bronnen(uit.bron),
            "waarschuwingen": waarschuwingen(uit.waarschuwingen),
        })  # fmt: skip
        return
    regels = [
        f"Dwangsom: {euro(uit.bedrag)} over {uit.dagen} {'dag' if uit.dagen == 1 else 'dagen'}"
        f" (hoogstens {euro(uit.maximum)})",
        f"De gemeente kan zonder dwangsom beslissen tot en met {voluit(uit.respijt_tot)}.",
        f"Daarna telt elke dag: van {voluit(uit.eerste_dag)} tot en met uiterlijk {voluit(uit.laatste_dag)}.",
        *_besluitregel(besluit),
    ]
    if len(uit.bedragen) > 1:
        regels.append(f"Samen met {len(uit.bedragen)} aanvragers. Ieder krijgt ongeveer {euro(uit.per_aanvrager)}.")
    schrijf_regels([*regels, *slotregels(uit.bron, uit.waarschuwingen)])


def _besluitregel(besluit: date | None) -> list[str]:
    if besluit is None:
        return ["Er is geen besluit genoemd: dit is het bedrag over alle dagen."]
    return [f"Het besluit was er op {voluit(besluit)}. Die dag zelf telt niet mee."]


def bijdrage(aanroep: argparse.Namespace) -> None:
    """`bijdrage`: the most a household pays, and why."""
    from keukentafel.wet.bijdrage import bijdrage as bereken

    datum = lees_datum(aanroep, "datum")
    assert datum is not None
    with _volgens_de_wet():
        uit = bereken(
            datum, aanroep.personen, aow_gerechtigd=aanroep.aow, inkomen=aanroep.inkomen, vermogen=aanroep.vermogen,
            vrijgesteld=aanroep.vrijgesteld, kostprijs=aanroep.kostprijs,
        )  # fmt: skip
    if aanroep.json:
        schrijf_json({
            "datum": datum.isoformat(),
            "bedrag": f"{uit.bedrag:.2f}",
            "per": str(uit.per),
            "bron": bronnen(uit.bron),
            "uitleg": list(uit.uitleg),
            "waarschuwingen": waarschuwingen(uit.waarschuwingen),
        })  # fmt: skip
        return
    per = "per maand" if uit.per == "maand" else "per vier weken"
    regels = [f"Eigen bijdrage op {voluit(datum)}: hoogstens {euro(uit.bedrag)} {per}", *uit.uitleg]
    schrijf_regels([*regels, *slotregels(uit.bron, uit.waarschuwingen)])
