"""Tagged PDF (PDF/UA-1 and PDF/A-2a at once) out of a Typst template and plain data; for every room.

    from keukentafel.brieven import pdf
    inhoud = pdf.maak("blad", {"titel": "Mijn datums", "datum": "2026-11-21", "blokken": [...]}, "nl", groot=False)

`sjabloon` is the name of a file in `sjablonen/` without `.typ`. `data` is anything JSON can hold; it always has `titel`
(title of the document) and `datum` (ISO date; it stands in the file, so that the same data gives the same bytes). Text
in `data` is text and never markup; what the shipped fonts cannot show becomes �.

The template `blad` builds a sheet from `blokken`, each with a `soort`:
`kop` {tekst, niveau 2|3} · `tekst` {tekst} · `klein` {tekst} · `lijst` / `stappen` {regels: [tekst]} ·
`vakjes` {regels: [{tekst, nummer?, aan?}]} · `schrijfregels` {aantal} · `kader` {kop?, tekst} ·
`tabel` {kop: [tekst], rijen: [[tekst]], breedtes?: [getal]} · `nieuwe_bladzijde`; and an optional `inleiding`.
A template of your own starts with `#import "huisstijl.typ": *`, `#let data = invoer()`, `#show: blad.with(data)`.
"""

from __future__ import annotations

import json
import re
import struct
from functools import cache
from pathlib import Path
from typing import Any

import typst

_HIER = Path(__file__).parent
SJABLONEN = _HIER / "sjablonen"
LETTERTYPEN = _HIER / "lettertypen"
ONBEKEND_TEKEN = "\N{REPLACEMENT CHARACTER}"

# Direction overrides could make a letter read differently from what it says; the fonts decide direction by themselves.
_WEG = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
_AANTAL = re.compile(rb"/Type\s*/Pages[^>]*?/Count\s+(\d+)")
_LANG_WOORD = re.compile(r"\S{41,}")


class PdfFout(ValueError):
    """The sheet could not be made: the template does not exist or the data do not fit it."""


def maak(sjabloon: str, data: dict[str, Any], taal: str = "nl", groot: bool = False) -> bytes:
    """The PDF of `data` in the template `sjabloon`; `taal` is nl or en, `groot` gives 18-point print.

    Raises PdfFout for an unknown template or data that do not fit it.
    """
    bestand = SJABLONEN / f"{sjabloon}.typ"
    if not re.fullmatch(r"[a-z_]+", sjabloon) or not bestand.is_file():
        raise PdfFout(f"Er is geen sjabloon met de naam {sjabloon!r}.")
    invoer = {
        "data": json.dumps(toonbaar(data)),
        "taal": "en" if taal == "en" else "nl",
        "groot": "ja" if groot else "nee",
    }
    try:
        return typst.compile(
            bestand,
            root=SJABLONEN,
            font_paths=_lettertypen(),
            sys_inputs=invoer,
            format="pdf",
            pdf_standards=["ua-1", "a-2a"],
        )
    except typst.TypstError as fout:
        raise PdfFout(f"Het blad {sjabloon!r} kon niet worden gemaakt: {fout}") from fout


def bladzijden(inhoud: bytes) -> int:
    """How many pages a PDF of `maak` has."""
    return max(int(aantal) for aantal in _AANTAL.findall(inhoud))


def toonbaar(waarde: Any) -> Any:
    """The same data with every text made fit for paper: no control signs, no unknown glyphs, long words breakable."""
    if isinstance(waarde, str):
        return _toonbare_tekst(waarde)
    if isinstance(waarde, dict):
        return {sleutel: toonbaar(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, (list, tuple)):
        return [toonbaar(deel) for deel in waarde]
    return waarde


def niet_toonbaar(tekst: str) -> list[str]:
    """The characters of `tekst` that paper cannot show, each once, in order of appearance."""
    schoon = _WEG.sub("", tekst)
    return list(dict.fromkeys(teken for teken in schoon if teken not in "\n\t" and ord(teken) not in _dekking()))


def _toonbare_tekst(tekst: str) -> str:
    schoon = _WEG.sub("", tekst.replace("\r\n", "\n").replace("\r", "\n")).replace("\t", " ")
    dekking = _dekking()
    if not schoon.isascii():
        schoon = "".join(teken if teken == "\n" or ord(teken) in dekking else ONBEKEND_TEKEN for teken in schoon)
    return _LANG_WOORD.sub(lambda woord: "\u200b".join(re.findall(r".{1,30}", woord.group())), schoon)


@cache
def _lettertypen() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(LETTERTYPEN)])


@cache
def _dekking() -> frozenset[int]:
    """The code points that the shipped fonts can draw."""
    tekens: set[int] = set()
    for bestand in LETTERTYPEN.glob("*-Regular.ttf"):
        tekens |= _tekens_van(bestand.read_bytes())
    return frozenset(tekens)


def _tekens_van(font: bytes) -> set[int]:
    """Code points of a TrueType font, from its Unicode `cmap` of format 4 (the signs below U+10000)."""
    aantal = struct.unpack_from(">H", font, 4)[0]
    tabellen = {font[12 + 16 * i : 16 + 16 * i]: struct.unpack_from(">I", font, 20 + 16 * i)[0] for i in range(aantal)}
    cmap = tabellen[b"cmap"]
    for i in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        begin = cmap + struct.unpack_from(">I", font, cmap + 8 + 8 * i)[0]
        if struct.unpack_from(">H", font, begin)[0] == 4:
            return _formaat_4(font, begin)
    raise PdfFout("Een lettertype zonder bruikbare tekentabel.")


def _formaat_4(font: bytes, begin: int) -> set[int]:
    stukken = struct.unpack_from(">H", font, begin + 6)[0] // 2
    kolom = 2 * stukken
    eind = begin + 14
    start, verschil, wijzer = eind + kolom + 2, eind + 2 * kolom + 2, eind + 3 * kolom + 2
    tekens: set[int] = set()
    for i in range(stukken):
        laatste, eerste, delta, afstand = (
            struct.unpack_from(">H", font, plek + 2 * i)[0] for plek in (eind, start, verschil, wijzer)
        )
        for teken in range(eerste, laatste + 1):
            plek = wijzer + 2 * i + afstand + 2 * (teken - eerste)
            glyf = struct.unpack_from(">H", font, plek)[0] if afstand else (teken + delta) & 0xFFFF
            if glyf and teken != 0xFFFF:
                tekens.add(teken)
    return tekens
