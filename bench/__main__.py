"""`python -m bench [naam ...]`: prints the figures of the project with their goals, one room after the other."""

from __future__ import annotations

import importlib
import sys
from importlib.util import find_spec

from rich.console import Console
from rich.table import Table

MAATSTAVEN = ("zaak", "termijn", "massa", "portaal", "brieven", "dossier")


def main(namen: list[str]) -> int:
    onbekend = [naam for naam in namen if naam not in MAATSTAVEN]
    if onbekend:
        print(f"Onbekend: {', '.join(onbekend)}. Er zijn: {', '.join(MAATSTAVEN)}.", file=sys.stderr)
        return 2
    tabel = Table("Wat", "Gemeten", "Doel", title="Cijfers (medianen; verhoudingen in dezelfde meting)")
    for naam in namen or MAATSTAVEN:
        if find_spec(f"bench.{naam}") is None:
            continue
        print(f"meet {naam} ...", file=sys.stderr, flush=True)
        for rij in importlib.import_module(f"bench.{naam}").cijfers():
            tabel.add_row(*rij)
    Console(width=None if sys.stdout.isatty() else 140).print(tabel)
    return 0


sys.exit(main(sys.argv[1:]))
