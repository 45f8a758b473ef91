"""argparse that speaks Dutch, in its help and in its refusals."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import NoReturn

VERKEERD_AANGEROEPEN = 2
SMALST, BREEDST = 50, 100
LANGSTE_OPDRACHT = 9

_WOORDEN = {
    "usage: ": "Gebruik: ",
    "positional arguments": "Waarden",
    "options": "Opties",
    "show this help message and exit": "toont deze uitleg",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "dit ontbreekt: %s",
    "one of the arguments %s is required": "geef één van deze opties: %s",
    "not allowed with argument %s": "kan niet samen met %s",
    "expected one argument": "hier hoort een waarde achter",
    "expected at most one argument": "hier hoort hoogstens één waarde achter",
    "expected at least one argument": "hier hoort minstens één waarde achter",
    "ignored explicit argument %r": "hier hoort geen waarde achter, u gaf %r",
    "unrecognized arguments: %s": "dit is niet bekend: %s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan meer betekenen: %(matches)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r kan niet; kies uit %(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)r past hier niet",
}


def _vertaal(tekst: str) -> str:
    return _WOORDEN.get(tekst, tekst)


def _vertaal_aantal(enkel: str, meer: str, aantal: int) -> str:
    return "hier horen %s waarden achter" if enkel == "expected %s argument" else (enkel if aantal == 1 else meer)


@contextmanager
def in_het_nederlands() -> Iterator[None]:
    """argparse asks gettext for each of its words and takes no language otherwise: answer it here, and only here."""
    eigen = {"_": _vertaal, "ngettext": _vertaal_aantal}
    oud = {naam: getattr(argparse, naam) for naam in eigen}
    for naam, functie in eigen.items():
        setattr(argparse, naam, functie)
    try:
        yield
    finally:
        for naam, functie in oud.items():
            setattr(argparse, naam, functie)


class Opmaak(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal, within bounds that read well; the text after it keeps its lines."""

    def __init__(self, prog: str) -> None:
        breedte = shutil.get_terminal_size().columns
        super().__init__(prog, max_help_position=32, width=min(max(breedte, SMALST), BREEDST) - 2)
        # argparse forgets the extra indent of the commands, and would break the line after the longest names.
        self._action_max_length = LANGSTE_OPDRACHT + 4


class Ontleder(argparse.ArgumentParser):
    """A parser that takes whole option names only, and says in Dutch what would be right."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("formatter_class", Opmaak)
        kwargs.setdefault("allow_abbrev", False)
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        uitvoer = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
        print(f"Zo kan het niet: {message}.", self.format_usage().rstrip(), sep="\n", file=uitvoer)
        print(f"Meer uitleg en een voorbeeld:  {self.prog} --help", file=uitvoer)
        raise SystemExit(VERKEERD_AANGEROEPEN)


_GEHEEL = re.compile(r"[+-]?[0-9]{1,18}")
_BEDRAG = re.compile(r"([+-]?[0-9]{1,12})(?:[.,]([0-9]{1,2}))?")


def geheel(tekst: str) -> int:
    """A whole number as an option's value. Raises ArgumentTypeError."""
    if not _GEHEEL.fullmatch(tekst):
        raise argparse.ArgumentTypeError(f"{tekst!r} is geen heel getal; schrijf bijvoorbeeld 6")
    return int(tekst)


def bedrag(tekst: str) -> Decimal:
    """An amount in euro, with a point or a comma before the cents. Raises ArgumentTypeError."""
    gevonden = _BEDRAG.fullmatch(tekst)
    if gevonden is None:
        raise argparse.ArgumentTypeError(f"{tekst!r} is geen bedrag in euro; schrijf bijvoorbeeld 1250 of 1250.50")
    heel, centen = gevonden.groups()
    return Decimal(f"{heel}.{centen or '0'}")
