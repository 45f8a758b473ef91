"""The report: one page that needs nothing else, honest and readable, written in one go."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from keukentafel.doorlichting import Doorlichting, Invoerfout, doorlicht, schrijf_rapport, toon_voortgang
from keukentafel.doorlichting.beeld import BAKKEN, in_bakken, verdeling
from keukentafel.doorlichting.rapport import maak_rapport
from keukentafel.doorlichting.voorbeeldlog import maak_log


@pytest.fixture(scope="module")
def uitkomst(tmp_path_factory: pytest.TempPathFactory) -> Doorlichting:
    pad = tmp_path_factory.mktemp("log") / "jaar.csv"
    maak_log(800, zaad=3).write_csv(pad, separator=";")
    with pad.open("a") as bestand:
        bestand.write("Z-1;koffie <b>;2026-01-01\n")
    return doorlicht(pad, peildatum=date(2026, 6, 1))


def test_de_bladzijde_heeft_niets_anders_nodig(uitkomst: Doorlichting) -> None:
    blad = maak_rapport(uitkomst)
    assert blad.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert not re.search(r"<script|<link|src=|href=|url\((?!#)|https?:", blad)


def test_tekst_uit_het_bestand_blijft_tekst(uitkomst: Doorlichting) -> None:
    assert "koffie &lt;b&gt;" in maak_rapport(uitkomst)
    assert "koffie <b>" not in maak_rapport(uitkomst)


def test_bij_elk_beeld_staan_een_titel_een_beschrijving_en_een_tabel(uitkomst: Doorlichting) -> None:
    blad = maak_rapport(uitkomst)
    beelden = re.findall(r'<svg class="verdeling".*?</svg></figure><div class="tabel"', blad, re.S)
    assert len(beelden) == blad.count('class="verdeling" role="img"') >= 5
    assert all("<title" in beeld and "<desc" in beeld for beeld in beelden)
    assert blad.count("<table>") == blad.count("<caption>")


def test_wat_de_wet_eist_staat_voorop(uitkomst: Doorlichting) -> None:
    eerst = maak_rapport(uitkomst).split("</ol>")[0]
    soorten = re.findall(r'<span class="soort">(\w+)</span>', eerst)
    assert soorten == sorted(soorten, key=["wet", "rechtspraak", "norm"].index)
    assert soorten[0] == "wet"


def test_het_rapport_noemt_zijn_grenzen(uitkomst: Doorlichting) -> None:
    blad = maak_rapport(uitkomst)
    for kop in ("Wat dit rapport niet zegt", "Niet te toetsen met dit bestand", "Geweigerde rijen", "Per groep"):
        assert f"<h2>{kop}</h2>" in blad


def test_de_verdeling_telt_elke_dag_een_keer() -> None:
    assert sum(in_bakken(dict.fromkeys(range(-100, 101), 1))) == 201
    assert in_bakken({0: 3, 1: 4, -1: 5})[3:6] == [5, 3, 4]
    ElementTree.fromstring(verdeling("x", "Titel & meer", [1] * len(BAKKEN)))


def test_schrijven_gaat_in_een_keer(uitkomst: Doorlichting, tmp_path: Path) -> None:
    pad = tmp_path / "rapport.html"
    pad.write_text("oud")
    schrijf_rapport(uitkomst, pad)
    assert pad.read_text(encoding="utf-8") == maak_rapport(uitkomst)
    assert [p.name for p in tmp_path.iterdir()] == ["rapport.html"]


def test_een_map_die_er_niet_is(uitkomst: Doorlichting, tmp_path: Path) -> None:
    with pytest.raises(Invoerfout, match="niet te schrijven"):
        schrijf_rapport(uitkomst, tmp_path / "weg" / "rapport.html")


def test_de_voortgang_loopt_op(tmp_path: Path) -> None:
    maak_log(300).write_csv(tmp_path / "log.csv")
    standen: list[tuple[float, int]] = []
    doorlicht(
        tmp_path / "log.csv", peildatum=date(2026, 6, 1), voortgang=lambda deel, zaken: standen.append((deel, zaken))
    )
    assert standen == sorted(standen) and standen[-1] == (1.0, 300)


def test_zonder_scherm_blijft_de_voortgang_stil(capsys: pytest.CaptureFixture[str]) -> None:
    with toon_voortgang() as toon:
        toon(0.5, 10)
    assert capsys.readouterr() == ("", "")
