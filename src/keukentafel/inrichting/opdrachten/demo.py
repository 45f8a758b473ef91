"""The demonstration (`demo`): a short tour on the terminal, then the site."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from keukentafel.inrichting.opdrachten.weigering import Geweigerd


def demo(aanroep: argparse.Namespace) -> None:
    """`demo`: three cases, one log, and the site until Ctrl-C."""
    from keukentafel.inrichting import demo as site

    with ExitStack() as opruimen:
        if aanroep.map is not None:
            werkmap = _map(Path(aanroep.map))
        else:
            werkmap = Path(
                opruimen.enter_context(TemporaryDirectory(prefix="keukentafel-", ignore_cleanup_errors=True))
            )
        if not aanroep.alleen_site:
            from keukentafel.inrichting.opdrachten.rondleiding import geef_rondleiding

            geef_rondleiding(werkmap, blijft=aanroep.map is not None)
        site.start(aanroep.poort, werkmap)


def _map(pad: Path) -> Path:
    try:
        pad.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise Geweigerd(f"--map: {pad} is geen map; noem een map, of een naam die nog vrij is") from None
    except OSError as fout:
        raise Geweigerd(
            f"--map: {pad} kan niet gemaakt worden ({fout.strerror or fout}); noem een andere map"
        ) from None
    return pad
