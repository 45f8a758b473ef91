"""Where to go: municipalities with their public websites.

A sample is built in. Set `KEUKENTAFEL_GEMEENTEN` to an export of the Register van Overheidsorganisaties (XML), or to a
CSV with the columns naam, type and website, and the finder knows them all.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

VOORBEELD = Path(__file__).parent / "inhoud" / "gemeenten.csv"
MEESTE_UITKOMSTEN = 20
# The register names its columns and labels more than one way over the years.
KOLOMMEN = {
    "naam": ("naam", "officiële naam", "officielenaam"),
    "type": ("type", "types", "organisatietype", "soort"),
    "website": ("website", "internet", "internetadres", "internetadressen", "url"),
    "einde": ("einddatum", "eind datum", "datum opheffing"),
}


class GemeentenFout(ValueError):
    """The list cannot be read; the message says what is wrong with the file."""


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A municipality by its short name, with its public website."""

    naam: str
    website: str


def lees(pad: Path, vandaag: date) -> tuple[Gemeente, ...]:
    """The municipalities of a register export (.xml or .csv), by name; without those dissolved before `vandaag`.

    Raises GemeentenFout when the file cannot be read or holds no municipality with a website.
    """
    lezer = _uit_xml if pad.suffix.lower() == ".xml" else _uit_csv
    try:
        gevonden = {gemeente.naam: gemeente for gemeente in lezer(pad, vandaag)}
    except (OSError, UnicodeDecodeError, csv.Error, etree.XMLSyntaxError) as fout:
        raise GemeentenFout(f"De lijst met gemeenten {pad.name} is niet te lezen.") from fout
    if not gevonden:
        raise GemeentenFout(f"In {pad.name} staat geen enkele gemeente met een website.")
    return tuple(sorted(gevonden.values(), key=lambda gemeente: vergelijkbaar(gemeente.naam)))


@lru_cache(maxsize=2)
def lijst(pad: str, vandaag: date) -> tuple[Gemeente, ...]:
    """The list in use: the file that was set, else the sample. Read once a day."""
    return lees(Path(pad) if pad else VOORBEELD, vandaag)


def zoek(gemeenten: tuple[Gemeente, ...], woord: str) -> list[Gemeente]:
    """Those whose name begins with the word, then those that hold it; accents, case and signs do not matter."""
    kaal = vergelijkbaar(woord)
    if not kaal:
        return []
    begin = [gemeente for gemeente in gemeenten if vergelijkbaar(gemeente.naam).startswith(kaal)]
    erin = [gemeente for gemeente in gemeenten if kaal in vergelijkbaar(gemeente.naam) and gemeente not in begin]
    return [*begin, *erin][:MEESTE_UITKOMSTEN]


def vergelijkbaar(naam: str) -> str:
    """A name with only its bare letters and digits: 's-Hertogenbosch and S Hertogenbosch are the same."""
    plat = unicodedata.normalize("NFKD", naam.casefold())
    return "".join(letter for letter in plat if letter.isalnum())


def _uit_xml(pad: Path, vandaag: date) -> Iterator[Gemeente]:
    """Walk the export one organisation at a time; the schema version in its namespace changes, so names go bare."""
    for _, knoop in etree.iterparse(pad, events=("end",), resolve_entities=False, no_network=True, huge_tree=False):
        if _kaal(knoop) == "organisatie":
            naam = next(_teksten(knoop, "naam"), "")
            adressen = list(_teksten(knoop, "contact", "internetadressen", "internetadres", "url"))
            soorten, einden = list(_teksten(knoop, "types", "type")), list(_teksten(knoop, "eindDatum"))
            yield from _gemeente(naam, soorten, adressen, einden, vandaag)
            knoop.clear()


def _teksten(knoop: etree._Element, stap: str, *verder: str) -> Iterator[str]:
    """The texts at the end of a path of bare element names."""
    for kind in knoop:
        if _kaal(kind) == stap:
            if verder:
                yield from _teksten(kind, *verder)
            elif kind.text and kind.text.strip():
                yield kind.text.strip()


def _kaal(knoop: etree._Element) -> str:
    return etree.QName(knoop).localname if isinstance(knoop.tag, str) else ""


def _uit_csv(pad: Path, vandaag: date) -> Iterator[Gemeente]:
    tekst = pad.read_text("utf-8-sig")
    kop = tekst.partition("\n")[0]
    rijen = csv.reader(tekst.splitlines(), delimiter=max(";,\t", key=kop.count))
    namen = [kolom.strip().casefold() for kolom in next(rijen, [])]
    plek = {doel: next((namen.index(n) for n in anders if n in namen), -1) for doel, anders in KOLOMMEN.items()}
    if plek["naam"] < 0 or plek["website"] < 0:
        raise GemeentenFout(f"In {pad.name} ontbreken de kolommen naam en website.")
    for rij in rijen:
        cel = {doel: rij[p].strip() if 0 <= p < len(rij) else "" for doel, p in plek.items()}
        soorten, einden = [cel["type"] or "Gemeente"], [cel["einde"]] if cel["einde"] else []
        yield from _gemeente(cel["naam"], soorten, cel["website"].split(), einden, vandaag)


def _gemeente(
    naam: str, soorten: list[str], adressen: list[str], einden: list[str], vandaag: date
) -> Iterator[Gemeente]:
    """The municipality that one row or element describes, if it is one, exists today and has a safe website."""
    voorbij = any(eind[:10] < vandaag.isoformat() for eind in einden)
    if voorbij or "gemeente" not in {soort.casefold() for soort in soorten}:
        return
    sites = [adres for adres in adressen if urlsplit(adres).scheme in {"http", "https"} and urlsplit(adres).netloc]
    if naam and sites:
        # The shortest address is the front door; others lead to a page within.
        yield Gemeente(naam.removeprefix("Gemeente ").strip(), min(sites, key=len))
