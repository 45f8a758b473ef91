"""A whole log (`doorlicht`): the same terms and safeguards over every case in it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from keukentafel.inrichting.opdrachten.invoer import lees_datum, vandaag
from keukentafel.inrichting.opdrachten.uitvoer import schrijf_json
from keukentafel.inrichting.opdrachten.weigering import Geweigerd

if TYPE_CHECKING:
    from keukentafel.doorlichting import Doorlichting

Voortgang = Callable[[float, int], None]


def doorlicht(aanroep: argparse.Namespace) -> None:
    """`doorlicht`: counts over all cases, as JSON or as tables, and the report if asked."""
    redenen: list[str] = []
    peildatum: date | None = None
    try:
        peildatum = lees_datum(aanroep, "peildatum") or vandaag()
    except Geweigerd as fout:
        redenen += fout.redenen
    rapport = Path(aanroep.rapport) if aanroep.rapport is not None else None
    redenen += _plek_voor_rapport(rapport)
    if redenen or peildatum is None:
        raise Geweigerd(redenen)
    profiel = Path(aanroep.profiel) if aanroep.profiel is not None else None
    uit = licht_door(Path(aanroep.log), peildatum=peildatum, profiel=profiel, rapport=rapport)
    if aanroep.json:
        schrijf_json(uit.als_dict())
        return

    from keukentafel.inrichting.opdrachten.tabellen_log import toon_doorlichting

    toon_doorlichting(uit, rapport)


def licht_door(log: Path, *, peildatum: date, profiel: Path | None, rapport: Path | None) -> Doorlichting:
    """Screen a log and write its report. Raises Geweigerd with every reason."""
    from keukentafel.doorlichting import Invoerfout
    from keukentafel.doorlichting import doorlicht as licht

    try:
        with _voortgang() as meld:
            uit = licht(log, peildatum=peildatum, profiel=profiel, voortgang=meld)
    except Invoerfout as fout:
        raise Geweigerd(fout.fouten) from None
    if rapport is not None:
        from keukentafel.doorlichting import schrijf_rapport

        try:
            schrijf_rapport(uit, rapport)
        except OSError as fout:
            raise Geweigerd(f"{rapport}: het rapport schrijven lukt niet ({fout.strerror or fout})") from None
    return uit


def _plek_voor_rapport(rapport: Path | None) -> list[str]:
    """What stands in the way of writing the report: said before the long work, not after it."""
    if rapport is None:
        return []
    if rapport.is_dir():
        return [f"--rapport: {rapport} is een map; noem een bestand, bijvoorbeeld {rapport / 'rapport.html'}"]
    if not rapport.parent.is_dir():
        return [f"--rapport: de map {rapport.parent} is er niet; maak hem eerst, of noem een andere"]
    return []


@contextmanager
def _voortgang() -> Iterator[Voortgang | None]:
    """A bar on standard error, where someone watches."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    kolommen = (
        TextColumn("Lezen en toetsen"),
        BarColumn(),
        TextColumn("{task.fields[zaken]} zaken"),
        TimeRemainingColumn(),
    )
    with Progress(*kolommen, console=Console(stderr=True), transient=True) as balk:
        taak = balk.add_task("log", total=1.0, zaken=0)
        yield lambda deel, zaken: balk.update(taak, completed=deel, zaken=zaken)
