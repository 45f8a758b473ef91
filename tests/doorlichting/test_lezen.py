"""What the reader takes: files as offices make them, rows in any order, faults that are said and not fatal."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from keukentafel.doorlichting import Invoerfout, doorlicht, groeperen
from keukentafel.doorlichting.datums import DAG0, dagen_van
from keukentafel.doorlichting.groeperen import gesorteerd
from keukentafel.doorlichting.voorbeeldlog import maak_log, schrijf_log

PEIL = date(2026, 6, 1)
RIJEN = (
    ("Z1", "melding_ontvangen", "2026-03-02"),
    ("Z1", "verslag_verstuurd", "2026-04-01"),
    ("Z2", "melding_ontvangen", "2026-03-02"),
    ("Z2", "verslag_verstuurd", "2026-04-20"),
)


def csv(rijen: tuple[tuple[str, ...], ...] = RIJEN, teken: str = ",", kop: str = "zaak,soort,datum") -> str:
    return "\n".join([kop.replace(",", teken), *(teken.join(rij) for rij in rijen)]) + "\n"


def uitkomst(pad: Path, inhoud: str | bytes = b"", **meer: Any) -> dict[str, Any]:
    if inhoud:
        pad.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
    return doorlicht(pad, peildatum=PEIL, **meer).als_dict()


def onderzoek(uit: dict[str, Any]) -> tuple[int, int]:
    termijn = next(t for t in uit["termijnen"] if t["id"] == "onderzoek")
    return termijn["gehaald"], termijn["overschreden"]


@pytest.mark.parametrize("teken", [",", ";", "\t", "|"])
def test_elk_scheidingsteken_van_een_kantoor(tmp_path: Path, teken: str) -> None:
    assert onderzoek(uitkomst(tmp_path / "log.csv", csv(teken=teken))) == (1, 1)


@pytest.mark.parametrize(
    "inhoud",
    [
        b"\xef\xbb\xbf" + csv().encode(),
        csv().replace("\n", "\r\n").encode(),
        csv().rstrip("\n").encode(),
        csv().replace("zaak,soort,datum", "Zaak,SOORT,Datum").encode(),
        csv().replace("Z1", '"Z1"').encode(),
        b"sep=,\n" + csv().encode(),
        csv().replace("\n", "\n\n").encode(),
    ],
    ids=["BOM", "CRLF", "geen einde", "hoofdletters", "aanhalingstekens", "sep=", "lege regels"],
)
def test_een_csv_zoals_hij_komt(tmp_path: Path, inhoud: bytes) -> None:
    uit = uitkomst(tmp_path / "log.csv", inhoud)
    assert (uit["zaken"], uit["feiten"], uit["geweigerd"], onderzoek(uit)) == (2, 4, [], (1, 1))


@pytest.mark.parametrize("codering", ["utf-8", "cp1252"])
def test_een_naam_met_een_trema_blijft_heel(tmp_path: Path, codering: str) -> None:
    tekst = csv(tuple((*rij, "Coördinatie Één") for rij in RIJEN), kop="zaak,soort,datum,team")
    assert list(uitkomst(tmp_path / "log.csv", tekst.encode(codering))["groepen"]["team"]) == ["Coördinatie Één"]


def test_geweigerde_rijen_worden_genoemd_met_hun_regel(tmp_path: Path) -> None:
    rijen = (
        *RIJEN,
        ("", "gesprek_gevoerd", "2026-03-20"),
        ("Z1", "koffie", "2026-03-20"),
        ("Z1", "gesprek_gevoerd", "2026-02-30"),
    )
    uit = uitkomst(tmp_path / "log.csv", csv((*rijen, ("", "", ""), ("Z1", "gesprek_gevoerd", "2026-03-20"))))
    redenen = {g["rij"]: g["reden"] for g in uit["geweigerd"]}
    assert sorted(redenen) == [6, 7, 8, 9]
    assert "zaaknummer" in redenen[6] and "'koffie'" in redenen[7] and "'2026-02-30'" in redenen[8]
    assert redenen[9].count(";") == 2
    assert (uit["zaken"], uit["feiten"]) == (2, 5)


def test_de_regel_klopt_ook_na_een_cel_van_twee_regels(tmp_path: Path) -> None:
    tekst = 'zaak,soort,datum,memo\nZ1,melding_ontvangen,2026-03-02,"een\ntwee"\nZ1,koffie,2026-03-03,\n'
    assert [g["rij"] for g in uitkomst(tmp_path / "log.csv", tekst)["geweigerd"]] == [4]


def test_een_los_aanhalingsteken_breekt_niets(tmp_path: Path) -> None:
    tekst = csv(tuple((*rij, '5" pijp') for rij in RIJEN), kop="zaak,soort,datum,memo")
    assert uitkomst(tmp_path / "log.csv", tekst)["zaken"] == 2


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("2026-03-02", date(2026, 3, 2)),
        ("02-03-2026", date(2026, 3, 2)),
        ("2-3-2026", date(2026, 3, 2)),
        ("2026-03-02T23:30:00", date(2026, 3, 2)),
        ("2026-03-02 23:30", date(2026, 3, 2)),
        ("2026-03-02T23:30:00Z", date(2026, 3, 3)),
        ("2026-07-02T22:30:00.123+00:00", date(2026, 7, 3)),
        ("2026-03-02T23:30:00+01:00", date(2026, 3, 2)),
        ("2026-03-02T23:30:00+0100", date(2026, 3, 2)),
        (" 2026-03-02 ", date(2026, 3, 2)),
        ("2026-02-30", None),
        ("03/04/2026", None),
        ("onbekend", None),
        ("", None),
        ("20260302", None),
        ("26-03-02", None),
    ],
)
def test_dagen_worden_in_nederland_genomen(tekst: str, dag: date | None) -> None:
    (nummer,) = dagen_van(pl.Series([tekst]), "Europe/Amsterdam")
    assert nummer == (None if dag is None else dag.toordinal() - DAG0)


def test_een_moment_in_parquet_met_zone(tmp_path: Path) -> None:
    momenten = pl.Series([datetime(2026, 3, 2, 23, 30, tzinfo=UTC)] * 2)
    (dag, _) = dagen_van(momenten, "Europe/Amsterdam")
    assert date.fromordinal(dag + DAG0) == date(2026, 3, 3)


def test_rijen_van_een_zaak_mogen_overal_staan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = maak_log(1000, zaad=4)
    log.write_parquet(tmp_path / "op zaak.parquet")
    log.sort("datum", maintain_order=True).write_parquet(tmp_path / "op dag.parquet")
    log.sort("datum", maintain_order=True).write_csv(tmp_path / "op dag.csv", separator=";")
    eerste = zonder_tijd(uitkomst(tmp_path / "op zaak.parquet"))
    assert zonder_tijd(uitkomst(tmp_path / "op dag.parquet")) == eerste
    assert zonder_tijd(uitkomst(tmp_path / "op dag.csv")) == eerste
    monkeypatch.setattr(groeperen.gesorteerd, "__defaults__", (1,))
    assert zonder_tijd(uitkomst(tmp_path / "op dag.parquet")) == eerste


def test_sorteren_over_bestanden_laat_niets_achter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    rijen = maak_log(500).with_columns(pl.lit(0, pl.UInt8).alias("soort"), pl.lit(0, pl.Int32).alias("dag"))
    stukken = list(gesorteerd([rijen[:100], rijen[100:]], grens=1))
    assert sum(s["begin"].sum() for s in stukken) == 500
    assert list(tmp_path.iterdir()) == []


def test_kleine_blokken_geven_hetzelfde_als_een_groot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schrijf_log(tmp_path / "log.csv", 60)
    heel = zonder_tijd(uitkomst(tmp_path / "log.csv"))
    monkeypatch.setattr("keukentafel.doorlichting.bron_csv.BLOK", 1000)
    assert zonder_tijd(uitkomst(tmp_path / "log.csv")) == heel


@pytest.mark.parametrize("zaad", [0, 3])
def test_wat_verborgen_is_hangt_niet_af_van_de_volgorde_in_het_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zaad: int
) -> None:
    """Two reports on one log that hide different cells would together tell what each of them hides."""
    monkeypatch.setattr("keukentafel.doorlichting.bron_csv.BLOK", 1000)
    log = maak_log(40, zaad=zaad, velden=False)
    log.write_csv(tmp_path / "log.csv", separator=";")
    log.sort("zaak", descending=True, maintain_order=True).write_csv(tmp_path / "andersom.csv", separator=";")
    een, ander = uitkomst(tmp_path / "log.csv"), uitkomst(tmp_path / "andersom.csv")
    assert een["groepen"] == ander["groepen"]


def zonder_tijd(uit: dict[str, Any]) -> str:
    return json.dumps({naam: waarde for naam, waarde in uit.items() if naam != "seconden"}, sort_keys=True)


XES = """<?xml version="1.0"?><log xmlns="http://www.xes-standard.org/">
<trace><string key="concept:name" value="A"/><date key="start" value="2026-03-02T23:30:00+00:00"/>
<event><string key="concept:name" value="verslag_verstuurd"/><date key="time:timestamp" value="2026-04-01"/></event>
<event><string key="concept:name" value="gesprek_gevoerd"/></event></trace>
<trace><string key="concept:name" value="B"/></trace></log>"""


@pytest.mark.parametrize("naam", ["log.xes", "log.xes.gz"])
def test_xes_met_zaken_zonder_gebeurtenis(tmp_path: Path, naam: str) -> None:
    inhoud = gzip.compress(XES.encode()) if naam.endswith("gz") else XES.encode()
    uit = uitkomst(tmp_path / naam, inhoud)
    assert (uit["zaken"], uit["feiten"]) == (2, 1)
    assert [(g["rij"], g["reden"]) for g in uit["geweigerd"]] == [(4, "de datum ontbreekt")]


def test_xes_leest_geen_andere_bestanden(tmp_path: Path) -> None:
    bom = '<?xml version="1.0"?><!DOCTYPE log [<!ENTITY x "y">]>' + XES.partition("?>")[2]
    with pytest.raises(Invoerfout, match="DOCTYPE"):
        uitkomst(tmp_path / "log.xes", bom)


@pytest.mark.parametrize(
    ("naam", "inhoud", "woord"),
    [
        ("weg.csv", None, "bestaat niet"),
        ("leeg.csv", b"", "leeg"),
        ("wit.csv", b"\n\n", "leeg"),
        ("log.xlsx", b"PK", "onbekend soort bestand"),
        ("log.parquet", b"PAR1 stuk", "geen leesbaar parquet"),
        ("log.xes", b"<html></html>", "geen XES"),
        ("log.xes.gz", b"\x1f\x8b stuk", "gzip"),
        ("log.csv", b"zaak;wat;wanneer\n1;2;3\n", "'soort' ontbreekt"),
        ("log.csv", "zaak;soort".encode("utf-16"), "UTF-16"),
        ("log.csv", b"zaak;zaak;soort;datum\n", "meer dan één keer"),
    ],
)
def test_een_bestand_dat_niet_kan(tmp_path: Path, naam: str, inhoud: bytes | None, woord: str) -> None:
    pad = tmp_path / naam
    if inhoud is not None:
        pad.write_bytes(inhoud)
    with pytest.raises(Invoerfout, match=woord):
        doorlicht(pad, peildatum=PEIL)


def test_alle_kolommen_die_ontbreken_in_een_keer(tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text("a;b\n1;2\n")
    with pytest.raises(Invoerfout) as fout:
        doorlicht(tmp_path / "log.csv", peildatum=PEIL)
    assert len(fout.value.fouten) == 3


def test_een_map_is_geen_log(tmp_path: Path) -> None:
    with pytest.raises(Invoerfout, match="is een map"):
        doorlicht(tmp_path, peildatum=PEIL)


def test_parquet_met_getallen_als_datum(tmp_path: Path) -> None:
    pl.DataFrame({"zaak": [1], "soort": ["melding_ontvangen"], "datum": [20260301]}).write_parquet(
        tmp_path / "log.parquet"
    )
    with pytest.raises(Invoerfout, match="geen datums"):
        doorlicht(tmp_path / "log.parquet", peildatum=PEIL)
