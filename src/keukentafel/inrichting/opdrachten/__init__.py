"""The command line: one program, `keukentafel`. Exit 0: done; 1: the input was refused; 2: called wrongly.

What a command needs is imported when that command runs, so that a short question gets a fast answer.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

from keukentafel.inrichting.opdrachten.aanroep import lees_aanroep
from keukentafel.inrichting.opdrachten.weigering import Geweigerd

__all__ = ["main"]

GELUKT, GEWEIGERD, AFGEBROKEN = 0, 1, 130


def main(argumenten: Sequence[str] | None = None) -> NoReturn:
    """Run one command and leave with its exit code. Every refusal goes to standard error, never as a traceback."""
    _verdraag_alle_tekens()
    try:
        code = _uitkomst(argumenten)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        code = _lezer_is_weg()
    except KeyboardInterrupt:
        code = _meld(AFGEBROKEN, ["Afgebroken."])
    except OSError as fout:
        code = _meld(GEWEIGERD, [f"Schrijven of lezen lukt niet: {fout.strerror or fout}."])
        _laat_uitvoer_los()
    raise SystemExit(code)


def _uitkomst(argumenten: Sequence[str] | None) -> int:
    try:
        return _voer_uit(argumenten)
    except SystemExit as einde:  # help, a wrong call: what was printed still has to reach the reader
        return einde.code if isinstance(einde.code, int) else GELUKT if einde.code is None else GEWEIGERD


def _voer_uit(argumenten: Sequence[str] | None) -> int:
    aanroep = lees_aanroep(argumenten)
    module, _, functie = aanroep.doe.partition(":")
    try:
        getattr(import_module(module), functie)(aanroep)
    except Geweigerd as fout:
        return _meld(GEWEIGERD, fout.redenen)
    except OSError:
        raise
    except Exception as fout:  # the last net: a fault of the program itself, said in one line
        return _meld(GEWEIGERD, [_eigen_fout(fout)])
    return GELUKT


def _eigen_fout(fout: Exception) -> str:
    plek = fout.__traceback__
    while plek is not None and plek.tb_next is not None:
        plek = plek.tb_next
    waar = f"{os.path.basename(plek.tb_frame.f_code.co_filename)}, regel {plek.tb_lineno}" if plek else "onbekend"
    return f"Dit is een fout in het programma zelf, niet in uw invoer. Meld hem, met: {type(fout).__name__} ({waar})."


def _meld(code: int, redenen: Sequence[str]) -> int:
    if sys.stderr is not None:
        print(*redenen, sep="\n", file=sys.stderr)
    return code


def _verdraag_alle_tekens() -> None:
    """A terminal that cannot show a sign gets its code instead of an error."""
    for stroom in (sys.stdout, sys.stderr):
        if hasattr(stroom, "reconfigure"):
            stroom.reconfigure(errors="backslashreplace")


def _lezer_is_weg() -> int:
    """Whoever read the output (`| head`) has enough: no complaint."""
    _laat_uitvoer_los()
    return GELUKT


def _laat_uitvoer_los() -> None:
    """Let Python's own last flush go nowhere, instead of failing a second time."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
