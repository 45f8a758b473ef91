"""From a log of any kind to plain rows: case, kind, day, fields and groups. Refused rows are said, never fatal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.bron_csv import RIJ, CsvBron
from keukentafel.doorlichting.bron_parquet import ParquetBron
from keukentafel.doorlichting.bron_xes import LEEG_TEKEN, XesBron
from keukentafel.doorlichting.datums import LEESBAAR, dagen_van, leesbaar_type
from keukentafel.doorlichting.fouten import Invoerfout
from keukentafel.doorlichting.opzoeken import Tabel
from keukentafel.doorlichting.profiel import Profiel

GEEN: Final = 255
"""Code of a row that is no fact: an activity that the profile does not map."""

LEEG: Final = 254
"""Code of a row that only says that the case exists."""

HOOGSTENS_GENOEMD: Final = 10_000
"""So many refused rows are named one by one; all are counted."""


@dataclass(frozen=True)
class Kolommen:
    """Which column of the log holds what. `velden`: fields of facts; `groepen`: name of the group to column."""

    zaak: str
    soort: str | None
    datum: str | None
    velden: tuple[str, ...]
    groepen: dict[str, str]
    attributen: tuple[tuple[str, int], ...] = ()


@dataclass
class Geweigerd:
    """Rows that could not be judged, with the reason; the first ten thousand by name."""

    rijen: list[tuple[int, str]] = field(default_factory=list)
    aantal: int = 0

    def erbij(self, rij: int, reden: str) -> None:
        self.aantal += 1
        if len(self.rijen) < HOOGSTENS_GENOEMD:
            self.rijen.append((rij, reden))


class Log:
    """An event log that was opened and understood; `stroom` reads it from the beginning.

    Raises `Invoerfout` when the file is missing, empty, of another kind, or lacks a column.
    """

    def __init__(self, pad: Path, profiel: Profiel) -> None:
        self.pad = pad
        self.profiel = profiel
        self.geweigerd = Geweigerd()
        self.genegeerd = 0
        self.feiten = 0
        self.velden: set[str] = set()
        self._vertaling: dict[str, int] = {}
        self._vertaal({**regels.CODE, LEEG_TEKEN: LEEG})
        self._vertaal({naam: self._vertaling[soort] for naam, soort in profiel.feiten.items()})
        self.bron = _open(pad)
        self.kolommen, self._blokken = _indeling(self.bron, profiel)

    @property
    def kan_soorten(self) -> frozenset[str] | None:
        """The kinds that this log says it can hold; None: any."""
        if not self.profiel.vertaalt:
            return None
        return frozenset(self.profiel.feiten.values()) | frozenset(self.profiel.velden.values())

    @property
    def mogelijke_velden(self) -> frozenset[str]:
        """Field columns of which the log may hold values."""
        return frozenset(self.kolommen.velden)

    @property
    def gedragen_velden(self) -> frozenset[str]:
        """Field columns that the log has: those of a table by its header, those of XES once they were seen."""
        return frozenset(self.velden) if isinstance(self.bron, XesBron) else self.mogelijke_velden

    def stroom(self) -> Iterator[pl.DataFrame]:
        """Rows with `zaak`, `soort` (code), `dag`, `v:` fields and `g:` groups, in the order of the file."""
        self.geweigerd = Geweigerd()
        self.genegeerd = self.feiten = 0
        for blok in self._blokken():
            yield self._net(blok)

    def _net(self, blok: pl.DataFrame) -> pl.DataFrame:
        k = self.kolommen
        zaak = blok[k.zaak]
        if zaak.dtype in (pl.Categorical, pl.Enum):
            zaak = zaak.cast(pl.String)
        if zaak.dtype == pl.String:
            zaak = _zonder_wit(zaak)
            zonder_zaak = zaak.is_null() | (zaak == "")
        else:
            zonder_zaak = zaak.is_null()
        soort = self._soorten(blok)
        dag = self._dagen(blok)
        geen_feit = soort >= LEEG
        goed = ~zonder_zaak & soort.is_not_null() & (geen_feit | dag.is_not_null())
        if not goed.all():
            self._weiger(blok.filter(~goed), zonder_zaak.filter(~goed), soort.filter(~goed), dag.filter(~goed))
        delen = {"zaak": zaak, "soort": soort, "dag": dag.fill_null(0)}
        delen |= {f"v:{naam}": _als_veld(blok[naam], naam) for naam in self._gevulde_velden(blok)}
        delen |= {f"g:{naam}": _als_tekst(blok[kolom]) for naam, kolom in k.groepen.items()}
        rijen = pl.DataFrame(delen)
        if k.attributen:
            rijen = self._met_attributen(blok, rijen, zonder_zaak, goed)
        elif not goed.all():
            rijen = rijen.filter(goed)
        self.genegeerd += int((rijen["soort"] == GEEN).sum())
        self.feiten += int((rijen["soort"] < LEEG).sum())
        return rijen

    def _gevulde_velden(self, blok: pl.DataFrame) -> list[str]:
        """The field columns of a table; of a XES log only those that occur, since any could."""
        velden = list(self.kolommen.velden)
        if isinstance(self.bron, XesBron):
            velden = [naam for naam in velden if blok[naam].null_count() < blok.height]
        self.velden.update(velden)
        return velden

    def _soorten(self, blok: pl.DataFrame) -> pl.Series:
        if self.kolommen.soort is None:
            return pl.Series(pl.repeat(LEEG, blok.height, dtype=pl.UInt8, eager=True))
        soort = blok[self.kolommen.soort].cast(pl.String)
        codes = self._tabel.zoek(soort.hash(seed=1).to_numpy())
        if (codes < 0).any():
            onbekend = soort.filter(pl.Series(codes < 0)).unique()
            nieuw = {tekst: code for tekst in onbekend if tekst is not None and (code := self._code(tekst)) is not None}
            if nieuw:
                self._vertaal(nieuw)
                codes = self._tabel.zoek(soort.hash(seed=1).to_numpy())
        uit = pl.Series(codes.astype(np.uint8))
        return uit if (codes >= 0).all() else pl.select(pl.when(pl.Series(codes >= 0)).then(uit)).to_series()

    def _vertaal(self, nieuw: Mapping[str, int]) -> None:
        """Know more names of kinds. They are looked up by their hash: that is much faster than by their text."""
        self._vertaling.update(nieuw)
        hashes = pl.Series(list(self._vertaling)).hash(seed=1).to_list()
        self._tabel = Tabel(dict(zip(hashes, self._vertaling.values(), strict=True)), np.int16)

    def _code(self, tekst: str) -> int | None:
        kaal = tekst.strip()
        gevonden = self._vertaling.get(kaal)
        if gevonden is None and kaal and self.profiel.feiten:
            return GEEN
        return gevonden

    def _dagen(self, blok: pl.DataFrame) -> pl.Series:
        if self.kolommen.datum is None:
            return pl.repeat(0, blok.height, dtype=pl.Int32, eager=True)
        return dagen_van(blok[self.kolommen.datum], self.profiel.tijdzone)

    def _met_attributen(
        self, blok: pl.DataFrame, rijen: pl.DataFrame, zonder_zaak: pl.Series, goed: pl.Series
    ) -> pl.DataFrame:
        """Facts out of attributes of the case, put before the row that bears them."""
        basis = rijen.with_columns(pl.lit(0, pl.UInt8).alias("herkomst"), pl.int_range(pl.len()).alias("plek"))
        delen = [basis.filter(goed)]
        for nr, (kolom, code) in enumerate(self.kolommen.attributen, 1):
            dag = dagen_van(blok[kolom], self.profiel.tijdzone)
            self._weiger_attribuut(blok, kolom, dag, zonder_zaak)
            als_feit = basis.with_columns(
                dag.alias("dag"), pl.lit(code, pl.UInt8).alias("soort"), pl.lit(nr, pl.UInt8).alias("herkomst")
            )
            delen.append(als_feit.filter(dag.is_not_null() & ~zonder_zaak))
        samen = pl.concat(delen).with_columns((pl.col("herkomst") == 0).alias("na_de_attributen"))
        return samen.sort("plek", "na_de_attributen", maintain_order=True).drop("plek", "na_de_attributen")

    def _weiger_attribuut(self, blok: pl.DataFrame, kolom: str, dag: pl.Series, zonder_zaak: pl.Series) -> None:
        if leesbaar_type(blok[kolom].dtype) and blok[kolom].dtype == pl.String:
            fout = dag.is_null() & ~zonder_zaak & (blok[kolom].str.strip_chars().fill_null("") != "")
            for rij, tekst in blok.filter(fout).select(RIJ, kolom).iter_rows():
                self.geweigerd.erbij(rij, f"{kolom} {tekst.strip()!r} is geen bestaande datum; {LEESBAAR}")

    def _weiger(self, blok: pl.DataFrame, zonder_zaak: pl.Series, soort: pl.Series, dag: pl.Series) -> None:
        """Say why these rows are refused. The first ten thousand one by one, the rest in number."""
        k = self.kolommen
        ruimte = HOOGSTENS_GENOEMD - len(self.geweigerd.rijen)
        self.geweigerd.aantal += max(0, blok.height - ruimte)
        leeg = pl.repeat(None, blok.height, dtype=pl.String, eager=True)
        teksten = (blok[k.soort] if k.soort else leeg, blok[k.datum] if k.datum else leeg)
        regels_ = zip(blok[RIJ], zonder_zaak, soort, teksten[0], dag, teksten[1], strict=True)
        for _, (rij, mist_zaak, code, naam, nr, datum) in zip(range(ruimte), regels_, strict=False):
            redenen = ["het zaaknummer ontbreekt"] if mist_zaak else []
            if code is None:
                redenen.append(_zonder_soort(naam))
            if nr is None and code != GEEN:
                redenen.append(_zonder_datum(datum))
            self.geweigerd.erbij(rij, "; ".join(redenen))


def _zonder_soort(naam: str | None) -> str:
    kaal = (naam or "").strip()
    return f"de soort {kaal!r} is niet bekend" if kaal else "de soort ontbreekt"


def _zonder_datum(datum: object) -> str:
    kaal = "" if datum is None else str(datum).strip()
    return f"de datum {kaal!r} is geen bestaande datum; {LEESBAAR}" if kaal else "de datum ontbreekt"


def _zonder_wit(zaak: pl.Series) -> pl.Series:
    """Case numbers without white space around them. Only the first of equal neighbours is looked at."""
    eerste = zaak.filter((zaak != zaak.shift()).fill_null(True))
    return zaak if (eerste.str.strip_chars() == eerste).all() else zaak.str.strip_chars()


def _als_tekst(kolom: pl.Series) -> pl.Series:
    """Field and group values as text; a list becomes `a|b`."""
    if isinstance(kolom.dtype, pl.List):
        kolom = kolom.cast(pl.List(pl.String)).list.join("|")
    elif kolom.dtype != pl.String:
        kolom = kolom.cast(pl.String)
    return kolom


def _als_veld(kolom: pl.Series, naam: str) -> pl.Series:
    """Text, or codes of text where the values come out of a short list."""
    if naam not in regels.KORTE_VELDEN:
        return _als_tekst(kolom)
    return kolom if kolom.dtype == pl.Categorical else _als_tekst(kolom).cast(pl.Categorical)


Bron = CsvBron | ParquetBron | XesBron


def _open(pad: Path) -> Bron:
    if not pad.exists():
        raise Invoerfout(f"{pad} bestaat niet.")
    if pad.is_dir():
        raise Invoerfout(f"{pad} is een map. Geef één bestand: .csv, .parquet, .xes of .xes.gz.")
    naam = pad.name.lower()
    soorten: dict[str, Callable[[Path], Bron]] = {
        ".csv": CsvBron, ".parquet": ParquetBron, ".xes": XesBron, ".xes.gz": XesBron,
    }  # fmt: skip
    for einde, lezer in soorten.items():
        if naam.endswith(einde):
            try:
                if pad.stat().st_size == 0:
                    raise Invoerfout(f"{pad} is leeg.")
                return lezer(pad)
            except OSError as fout:
                raise Invoerfout(f"{pad} is niet te openen: {fout.strerror or fout}.") from None
    raise Invoerfout(f"{pad} heeft een onbekend soort bestand. Het kan zijn: .csv, .parquet, .xes of .xes.gz.")


def _indeling(bron: Bron, profiel: Profiel) -> tuple[Kolommen, Callable[[], Iterator[pl.DataFrame]]]:
    codes = {soort: code for code, soort in enumerate(regels.SOORTEN)}
    attributen = tuple((kolom, codes[soort]) for kolom, soort in profiel.velden.items())
    if isinstance(bron, XesBron):
        return _xes_indeling(bron, profiel, attributen)
    k = _zoek(bron.pad, bron.kolommen, profiel, attributen)
    if isinstance(bron, CsvBron):
        return k, bron.blokken
    nodig = list(dict.fromkeys(
        [k.zaak, *filter(None, (k.soort, k.datum)), *k.velden, *k.groepen.values(), *(a for a, _ in k.attributen)]
    ))  # fmt: skip
    _keur_types(bron, k)
    return k, lambda: bron.blokken(nodig, regels.KORTE_VELDEN.intersection(k.velden))


def _xes_indeling(
    bron: XesBron, profiel: Profiel, attributen: tuple[tuple[str, int], ...]
) -> tuple[Kolommen, Callable[[], Iterator[pl.DataFrame]]]:
    namen = [naam for naam in bron.zaaknamen() if naam not in profiel.velden]
    groepen = dict(profiel.groepen) or {naam: naam for naam in namen if naam not in regels.VELDEN}
    velden = tuple(sorted(regels.VELDEN))
    zaakvelden = list(dict.fromkeys([*groepen.values(), *profiel.velden]))
    k = Kolommen("zaak", "soort", "datum", velden, groepen, attributen)
    return k, lambda: bron.blokken(list(velden), zaakvelden)


def _zoek(pad: Path, kolommen: list[str], profiel: Profiel, attributen: tuple[tuple[str, int], ...]) -> Kolommen:
    """Find every column that is needed; all that is missing in one message."""
    kleine = {naam.lower(): naam for naam in reversed(kolommen)}
    gevonden: dict[str, str | None] = {}
    fouten = []
    for nodig in ("zaak", "soort", "datum"):
        naam = profiel.kolommen.get(nodig, nodig)
        gevonden[nodig] = naam if naam in kolommen else kleine.get(naam.lower())
        mag_weg = attributen and nodig != "zaak" and nodig not in profiel.kolommen
        if gevonden[nodig] is None and not mag_weg:
            fouten.append(f"{pad}: de kolom {naam!r} ontbreekt (voor {nodig}). Er zijn wel: {', '.join(kolommen)}.")
    for waarvoor, namen in (("velden", [a for a, _ in attributen]), ("groepen", list(profiel.groepen.values()))):
        fouten += [f"{pad}: de kolom {n!r} uit [{waarvoor}] ontbreekt." for n in namen if n not in kolommen]
    if fouten:
        raise Invoerfout(fouten)
    if gevonden["soort"] is None or gevonden["datum"] is None:
        gevonden["soort"] = gevonden["datum"] = None
    bezet = {*filter(None, gevonden.values()), *(a for a, _ in attributen)}
    vrij = [naam for naam in kolommen if naam not in bezet]
    velden = tuple(naam for naam in vrij if naam in regels.VELDEN)
    groepen = dict(profiel.groepen) or {naam: naam for naam in vrij if naam not in regels.VELDEN | regels.VRIJE_TEKST}
    zaak = gevonden["zaak"]
    assert zaak is not None
    return Kolommen(zaak, gevonden["soort"], gevonden["datum"], velden, groepen, attributen)


def _keur_types(bron: ParquetBron, k: Kolommen) -> None:
    fouten = []
    for waarvoor, naam in (("datum", k.datum), *((naam, naam) for naam, _ in k.attributen)):
        if naam is not None and not leesbaar_type(bron.schema[naam]):
            fouten.append(
                f"{bron.pad}: de kolom {naam!r} (voor {waarvoor}) bevat geen datums maar {bron.schema[naam]}."
            )
    if k.soort is not None and not isinstance(bron.schema[k.soort], (pl.String, pl.Categorical, pl.Enum)):
        fouten.append(f"{bron.pad}: de kolom {k.soort!r} (voor soort) bevat geen tekst maar {bron.schema[k.soort]}.")
    if isinstance(bron.schema[k.zaak], (pl.List, pl.Struct, pl.Array, pl.Object)):
        fouten.append(f"{bron.pad}: de kolom {k.zaak!r} (voor zaak) bevat geen nummers of tekst.")
    if fouten:
        raise Invoerfout(fouten)
