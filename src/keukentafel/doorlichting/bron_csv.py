"""Reads a csv in blocks of bounded size: any of `;` `,` tab or `|`, with or without a byte order mark, UTF-8 or cp1252.

Every block is a table of text with the column `RIJ`: the line in the file, the header being 1.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from keukentafel.doorlichting.fouten import Invoerfout

RIJ: Final = "\x00rij"
"""Name of the column that holds the line in the file; no header can be called so."""

BLOK: Final = 32 * 1024 * 1024
_GRENS: Final = 8 * BLOK
_TEKENS: Final = ";,\t|"
_BOM: Final = b"\xef\xbb\xbf"


class CsvBron:
    """A csv file: its columns are known at once, the rows come in blocks."""

    def __init__(self, pad: Path) -> None:
        self.pad = pad
        self.omvang = pad.stat().st_size
        self.gelezen = 0
        with pad.open("rb") as bestand:
            kop = bestand.read(1024 * 1024)
        if kop[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise Invoerfout(f"{pad} is opgeslagen als UTF-16. Bewaar het bestand als csv in UTF-8.")
        if b"\x00" in kop:
            raise Invoerfout(f"{pad} is geen csv: er staan tekens in die geen tekst zijn.")
        self._codering: str | None = None
        self._begin = 3 if kop.startswith(_BOM) else 0
        eerste = self._koptekst(kop)
        self.scheiding = _scheiding(eerste)
        self.kolommen = _kolomnamen(pad, eerste, self.scheiding)

    def _koptekst(self, kop: bytes) -> str:
        """The header line as text; the data start right behind it."""
        inhoud = kop[self._begin :]
        overgeslagen = len(inhoud) - len(inhoud.lstrip(b"\r\n"))
        self._kopregels = inhoud[:overgeslagen].count(b"\n") + 1
        inhoud = inhoud[overgeslagen:]
        einde = _laatste_regeleinde_na_kop(inhoud)
        if not inhoud.strip():
            raise Invoerfout(f"{self.pad} is leeg. Nodig is een kopregel met ten minste zaak, soort en datum.")
        if inhoud.startswith(b"sep=") and einde:
            self._begin += overgeslagen + einde
            self._kopregels += 1
            rest = inhoud[einde:]
            einde = _laatste_regeleinde_na_kop(rest)
            inhoud = rest
            overgeslagen = 0
        self._begin += overgeslagen + einde
        self._kopregels += inhoud[:einde].count(b"\n") - 1
        return self._tekst(inhoud[:einde]).strip("\r\n")

    def blokken(self) -> Iterator[pl.DataFrame]:
        """The rows, in tables of text. Raises `Invoerfout` when a quote is never closed."""
        regel = self._kopregels + 1
        with self.pad.open("rb") as bestand:
            bestand.seek(self._begin)
            rest = b""
            while True:
                erbij = bestand.read(BLOK)
                self.gelezen = bestand.tell()
                blok = rest + erbij
                if not blok:
                    return
                knip = len(blok) if not erbij else _knip(blok)
                if knip == 0 and len(blok) < _GRENS:
                    rest = blok
                    continue
                if knip == 0:
                    raise Invoerfout(
                        f"{self.pad}: vanaf regel {regel} staat een aanhalingsteken dat niet wordt gesloten."
                    )
                rest = blok[knip:]
                tabel, regels = self._tabel(blok[:knip], regel)
                regel += regels
                if tabel.height:
                    yield tabel

    def _tabel(self, inhoud: bytes, regel: int) -> tuple[pl.DataFrame, int]:
        inhoud = self._als_utf8(inhoud)
        if b"\r" in inhoud and b"\n" not in inhoud:
            inhoud = inhoud.replace(b"\r", b"\n")
        regels = inhoud.count(b"\n") + (not inhoud.endswith(b"\n"))
        if b'"' not in inhoud or _nette_aanhaling(inhoud):
            try:
                tabel = self._snel(inhoud)
            except pl.exceptions.PolarsError:
                tabel = None
            if tabel is not None and tabel.height == regels:
                nummers = pl.Series(RIJ, np.arange(regel, regel + regels, dtype=np.int64))
                return _zonder_lege(tabel.with_columns(nummers), inhoud), regels
        return self._langzaam(inhoud, regel), regels

    def _snel(self, inhoud: bytes) -> pl.DataFrame:
        return pl.read_csv(
            io.BytesIO(inhoud), separator=self.scheiding, has_header=False, infer_schema=False,
            schema=dict.fromkeys(self.kolommen, pl.String), truncate_ragged_lines=True,
        )  # fmt: skip

    def _langzaam(self, inhoud: bytes, regel: int) -> pl.DataFrame:
        """Row by row: for line breaks inside quotes, stray quotes and other freedoms."""
        breedte = len(self.kolommen)
        rijen: list[list[str | None]] = []
        nummers: list[int] = []
        lezer = csv.reader(io.StringIO(inhoud.decode("utf-8"), newline=""), delimiter=self.scheiding)
        begin = 0
        for rij in lezer:
            if rij:
                rijen.append([*rij[:breedte], *[None] * (breedte - len(rij))])
                nummers.append(regel + begin)
            begin = lezer.line_num
        kolommen = dict.fromkeys(self.kolommen, pl.String)
        return pl.DataFrame(rijen, schema=kolommen, orient="row").with_columns(pl.Series(RIJ, nummers, pl.Int64))

    def _als_utf8(self, inhoud: bytes) -> bytes:
        """UTF-8 as it is; else read as cp1252, block by block."""
        if inhoud.isascii():
            return inhoud
        try:
            inhoud.decode("utf-8")
        except UnicodeDecodeError:
            return inhoud.decode("cp1252", errors="replace").encode("utf-8")
        return inhoud

    def _tekst(self, inhoud: bytes) -> str:
        return self._als_utf8(inhoud).decode("utf-8")


def _laatste_regeleinde_na_kop(inhoud: bytes) -> int:
    """Where the header ends: behind the first line break that stands outside quotes."""
    plek = 0
    while True:
        plek = inhoud.find(b"\n", plek) + 1
        if plek == 0:
            kaal = inhoud.find(b"\r") + 1
            return kaal or len(inhoud)
        if inhoud[:plek].count(b'"') % 2 == 0:
            return plek


def _knip(blok: bytes) -> int:
    """The last line break outside quotes: there the block may be cut. 0 when there is none."""
    plek = blok.rfind(b"\n") + 1
    for _ in range(1000):
        if plek == 0 or blok.count(b'"', 0, plek) % 2 == 0:
            return plek
        plek = blok.rfind(b"\n", 0, plek - 1) + 1
    return 0


def _nette_aanhaling(inhoud: bytes) -> bool:
    return inhoud.count(b'"') % 2 == 0


def _scheiding(kop: str) -> str:
    """The sign that parts the header most often, outside quotes."""
    buiten = "".join(kop.split('"')[::2])
    return max(_TEKENS, key=lambda teken: (buiten.count(teken), -_TEKENS.index(teken)))


def _kolomnamen(pad: Path, kop: str, scheiding: str) -> list[str]:
    namen = [
        naam.strip() for naam in next(csv.reader([kop.replace("\r", " ").replace("\n", " ")], delimiter=scheiding))
    ]
    dubbel = sorted({naam for naam in namen if naam and namen.count(naam) > 1})
    if dubbel:
        raise Invoerfout(f"{pad}: de kopregel noemt deze kolommen meer dan één keer: {', '.join(dubbel)}.")
    return [naam or f"kolom {nr}" for nr, naam in enumerate(namen, 1)]


def _zonder_lege(tabel: pl.DataFrame, inhoud: bytes) -> pl.DataFrame:
    """Blank lines are no rows; a row of nothing but separators is."""
    velden = [naam for naam in tabel.columns if naam != RIJ]
    leeg = tabel.select(pl.all_horizontal(pl.col(velden).is_null())).to_series()
    if not leeg.any():
        return tabel
    regels = inhoud.split(b"\n")
    wit = np.array([is_leeg and not regels[nr].strip() for nr, is_leeg in enumerate(leeg)])
    return tabel.filter(~pl.Series(wit))
