"""What comes in from outside: files, standard input, dates, and the one clock of the command line."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from keukentafel.inrichting.opdrachten.weigering import Geweigerd

HOOGSTENS_BYTES = 8_000_000
INVOER = "-"
_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ANDERSOM = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")


def vandaag() -> date:
    """Today in the Netherlands."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def lees_datums(aanroep: argparse.Namespace, *namen: str) -> list[date | None]:
    """The dates of these options, None where one was not given. Raises Geweigerd with every one that does not exist."""
    uit: list[date | None] = []
    redenen: list[str] = []
    for naam in namen:
        tekst = getattr(aanroep, naam)
        dag = None if tekst is None else _datum(tekst)
        if tekst is not None and dag is None:
            redenen.append(f"--{naam.replace('_', '-')}: {tekst!r} is geen bestaande datum; {_goed(tekst)}")
        uit.append(dag)
    if redenen:
        raise Geweigerd(redenen)
    return uit


def lees_datum(aanroep: argparse.Namespace, naam: str) -> date | None:
    """The date of one option. Raises Geweigerd when it does not exist."""
    return lees_datums(aanroep, naam)[0]


def _datum(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst) if _DATUM.fullmatch(tekst) else None
    except ValueError:
        return None


def _goed(tekst: str) -> str:
    andersom = _ANDERSOM.fullmatch(tekst)
    if andersom is not None:
        dag, maand, jaar = andersom.groups()
        iso = f"{jaar}-{maand:0>2}-{dag:0>2}"
        if _datum(iso) is not None:
            return f"schrijf het jaar voorop: {iso}"
    return "schrijf jjjj-mm-dd, bijvoorbeeld 2026-09-01"


def lees_tekst(naam: str) -> str:
    """The text of a file, or of standard input for `-`. Raises Geweigerd for what is no readable text."""
    try:
        if naam == INVOER:
            inhoud = b"" if sys.stdin is None else sys.stdin.buffer.read(HOOGSTENS_BYTES + 1)
        else:
            with Path(naam).open("rb") as bestand:
                inhoud = bestand.read(HOOGSTENS_BYTES + 1)
    except (OSError, ValueError) as fout:
        raise Geweigerd(f"{noem(naam)}: {_waarom(fout)}") from None
    if len(inhoud) > HOOGSTENS_BYTES:
        grens = HOOGSTENS_BYTES // 1_000_000
        raise Geweigerd(f"{noem(naam)}: dit bestand is te groot voor één zaak; hoogstens {grens} MB")
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        plek = f"{noem(naam)}, regel {regel}"
        raise Geweigerd(f"{plek}: dit is geen tekst in UTF-8; bewaar het bestand als UTF-8") from None


def noem(naam: str) -> str:
    """How a file is called in a message."""
    return "de invoer" if naam == INVOER else naam


_REDENEN: Sequence[tuple[type[Exception], str]] = (
    (FileNotFoundError, "dit bestand is er niet; controleer de naam en de map"),
    (IsADirectoryError, "dit is een map; noem het bestand zelf"),
    (NotADirectoryError, "dit pad loopt door een bestand; controleer de naam en de map"),
    (PermissionError, "dit bestand mag u niet lezen; pas de rechten aan"),
    (ValueError, "dit kan geen bestandsnaam zijn; controleer de naam"),
)


def _waarom(fout: Exception) -> str:
    for soort, tekst in _REDENEN:
        if isinstance(fout, soort):
            return tekst
    return f"lezen lukt niet ({getattr(fout, 'strerror', None) or fout}); controleer het bestand"
