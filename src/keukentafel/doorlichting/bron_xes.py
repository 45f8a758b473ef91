"""Reads a XES event log (IEEE 1849), plain or gzipped, trace by trace and without ever loading the whole file.

No entities, no external documents, no network: a log that declares a DOCTYPE is refused.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final

import polars as pl
from lxml import etree

from keukentafel.doorlichting.bron_csv import RIJ
from keukentafel.doorlichting.fouten import Invoerfout

STUK: Final = 100_000
NAAM: Final = "concept:name"
TIJD: Final = "time:timestamp"
LEEG_TEKEN: Final = "\x00leeg"
"""Stands for the kind of a trace without events: a case, but no fact."""

_ENKEL: Final = frozenset({"string", "date", "int", "float", "boolean", "id"})


class XesBron:
    """A XES log. Trace attributes in `zaakvelden` come as columns of the first row of their case."""

    def __init__(self, pad: Path) -> None:
        self.pad = pad
        self.omvang = pad.stat().st_size
        self.gelezen = 0
        self._weiger_doctype()

    def _open(self) -> tuple[IO[bytes], IO[bytes]]:
        ruw = self.pad.open("rb")
        gepakt = ruw.read(2) == b"\x1f\x8b"
        ruw.seek(0)
        return ruw, gzip.GzipFile(fileobj=ruw) if gepakt else ruw  # type: ignore[return-value]

    def _weiger_doctype(self) -> None:
        ruw, tekst = self._open()
        with ruw:
            try:
                kop = b""
                while b"<log" not in kop and len(kop) < 1024 * 1024:
                    erbij = tekst.read(64 * 1024)
                    if not erbij:
                        break
                    kop += erbij
            except (OSError, EOFError, zlib.error):
                raise Invoerfout(f"{self.pad} is geen leesbaar gzip-bestand.") from None
        if not kop.strip():
            raise Invoerfout(f"{self.pad} is leeg.")
        if b"<!DOCTYPE" in kop or b"<!ENTITY" in kop:
            raise Invoerfout(
                f"{self.pad} heeft een DOCTYPE. Dat hoort niet in XES en wordt om veiligheid niet gelezen."
            )
        if b"<log" not in kop and b"l\x00o\x00g" not in kop and re.search(rb"<[\w.-]+:log", kop) is None:
            raise Invoerfout(f"{self.pad} is geen XES: er is geen <log> gevonden.")

    def blokken(self, gebeurtenisvelden: list[str], zaakvelden: list[str]) -> Iterator[pl.DataFrame]:
        """Rows of one event each (or one empty event for a trace without any), in the order of the file."""
        namen = ["zaak", "soort", "datum", *gebeurtenisvelden, *zaakvelden]
        schema = {**dict.fromkeys(namen, pl.String), RIJ: pl.Int64}
        rijen: list[list[Any]] = []
        ruw, tekst = self._open()
        with ruw:
            try:
                for trace in _traces(tekst):
                    rijen.extend(_rijen(trace, gebeurtenisvelden, zaakvelden))
                    if len(rijen) >= STUK:
                        self.gelezen = ruw.tell()
                        yield pl.DataFrame(rijen, schema=schema, orient="row")
                        rijen = []
            except (etree.XMLSyntaxError, OSError, EOFError, zlib.error) as fout:
                raise Invoerfout(f"{self.pad} is beschadigd of geen geldige XES: {_waar(fout)}.") from None
        self.gelezen = self.omvang
        if rijen:
            yield pl.DataFrame(rijen, schema=schema, orient="row")

    def zaaknamen(self) -> list[str]:
        """Names of the text attributes of the first thousand traces: what cases may be grouped by."""
        namen: dict[str, None] = {}
        ruw, tekst = self._open()
        with ruw:
            try:
                for nr, trace in enumerate(_traces(tekst)):
                    if nr >= 1000:
                        break
                    for kind in trace:
                        if _tag(kind) == "string" and kind.get("key") != NAAM:
                            namen.setdefault(str(kind.get("key")))
            except (etree.XMLSyntaxError, OSError, EOFError, zlib.error):
                pass
        return list(namen)


def _traces(tekst: IO[bytes]) -> Iterator[Any]:
    """Every trace, and forgets it afterwards."""
    stroom = etree.iterparse(
        tekst, events=("end",), tag=("{*}trace",), resolve_entities=False, no_network=True, load_dtd=False
    )
    for _, trace in stroom:
        yield trace
        trace.clear()
        while trace.getprevious() is not None:
            del trace.getparent()[0]


def _rijen(trace: Any, gebeurtenisvelden: list[str], zaakvelden: list[str]) -> Iterator[list[Any]]:
    eigen = _waarden(trace)
    zaak = eigen.get(NAAM)
    van_zaak = [eigen.get(naam) for naam in zaakvelden]
    leeg = [None] * len(zaakvelden)
    eerste = True
    for kind in trace:
        if _tag(kind) != "event":
            continue
        waarden = _waarden(kind)
        velden = [waarden.get(naam) for naam in gebeurtenisvelden]
        yield [zaak, waarden.get(NAAM), waarden.get(TIJD), *velden, *(van_zaak if eerste else leeg), kind.sourceline]
        eerste = False
    if eerste:
        yield [zaak, LEEG_TEKEN, None, *[None] * len(gebeurtenisvelden), *van_zaak, trace.sourceline]


def _waarden(element: Any) -> dict[str, str | None]:
    uit: dict[str, str | None] = {}
    for kind in element:
        soort = _tag(kind)
        if soort in _ENKEL:
            uit[kind.get("key")] = kind.get("value")
        elif soort == "list":
            delen = [deel.get("value") for deel in kind.iter() if deel is not kind and deel.get("value") is not None]
            uit[kind.get("key")] = "|".join(delen)
    return uit


def _tag(element: Any) -> str:
    naam = element.tag
    return naam.rpartition("}")[2] if isinstance(naam, str) else ""


def _waar(fout: Exception) -> str:
    regel = getattr(fout, "lineno", None)
    return f"regel {regel}" if regel else "het einde ontbreekt of de inpakking klopt niet"
