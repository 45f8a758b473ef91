"""`doorlicht` and the tour of the demonstration: the document, the tables, the report, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from keukentafel.inrichting import demo as site
from keukentafel.inrichting.opdrachten import rondleiding
from tests.inrichting.conftest import Roep

SLEUTELS = {
    "zaken", "feiten", "geweigerd", "genegeerd", "peildatum", "termijnen", "waarborgen", "niet_te_toetsen", "groepen",
    "seconden",
}  # fmt: skip
LOG = """\
zaak;soort;datum
1;melding_ontvangen;2026-09-07
1;ontvangst_bevestigd;2026-09-08
1;verslag_verstuurd;2026-10-20
2;melding_ontvangen;2026-09-07
2;verslag_verstuurd;2026-10-19
3;melding_ontvangen;
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    pad = tmp_path / "jaar.csv"
    pad.write_text(LOG, "utf-8")
    return pad


def test_het_document(roep: Roep, log: Path) -> None:
    antwoord = roep("doorlicht", log, "--peildatum", "2026-11-01", "--json")
    uit = antwoord.json
    assert (antwoord.code, antwoord.fout) == (0, "")
    assert uit.keys() >= SLEUTELS
    assert (uit["zaken"], uit["feiten"], uit["peildatum"]) == (2, 5, "2026-11-01")
    assert [g["rij"] for g in uit["geweigerd"]] == [7]
    onderzoek = next(t for t in uit["termijnen"] if t["id"] == "onderzoek")
    assert (onderzoek["gehaald"], onderzoek["overschreden"]) == (1, 1)


def test_de_tabellen_en_het_rapport(roep: Roep, log: Path) -> None:
    rapport = log.parent / "rapport.html"
    antwoord = roep("doorlicht", log, "--peildatum", "2026-11-01", "--rapport", rapport)
    assert antwoord.code == 0
    assert "2 zaken, 5 feiten" in antwoord.uit
    assert "Onderzoek en verslag" in antwoord.uit
    assert "rij 7: " in antwoord.uit
    assert str(rapport) in antwoord.uit.replace("\n", "")
    assert rapport.read_text("utf-8").startswith("<!")


@pytest.mark.parametrize("breedte", [60, 100])
def test_de_tabellen_passen_op_het_scherm(roep: Roep, log: Path, monkeypatch: pytest.MonkeyPatch, breedte: int) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))
    assert max(map(len, roep("doorlicht", log).uit.splitlines())) <= breedte


def test_een_profiel_met_eigen_termijn(roep: Roep, log: Path) -> None:
    profiel = log.parent / "p.toml"
    profiel.write_text(
        'naam = "Eigen"\n[alleen]\ntermijnen = true\n'
        '[[termijn]]\nid = "snel"\nnaam = "Snel"\nvanaf = "melding_ontvangen"\nweken = 1\n'
        'gehaald_door = "ontvangst_bevestigd"\nbron = "eigen afspraak"\n',
        "utf-8",
    )
    uit = roep("doorlicht", log, "--profiel", profiel, "--peildatum", "2026-11-01", "--json").json
    assert [(t["id"], t["gehaald"], t["overschreden"]) for t in uit["termijnen"]] == [("snel", 1, 1)]


def test_wat_geweigerd_wordt_staat_op_de_foutuitvoer(roep: Roep, tmp_path: Path) -> None:
    for pad in (tmp_path / "nergens.csv", tmp_path, tmp_path / "log.txt"):
        antwoord = roep("doorlicht", pad, "--json")
        assert (antwoord.code, antwoord.uit) == (1, "")
        assert antwoord.fout


def test_een_rapport_dat_nergens_heen_kan_is_meteen_geweigerd(roep: Roep, log: Path) -> None:
    antwoord = roep("doorlicht", log, "--rapport", log.parent, "--peildatum", "2026-02-30")
    assert antwoord.code == 1
    assert [r.split(":")[0] for r in antwoord.fout.splitlines()] == ["--peildatum", "--rapport"]
    assert "is er niet" in roep("doorlicht", log, "--rapport", log.parent / "weg" / "r.html").fout


# --- demo ------------------------------------------------------------------------------------------------------------


def test_de_rondleiding_toont_drie_zaken_en_een_logboek(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rondleiding, "VERZONNEN_ZAKEN", 50)
    rondleiding.geef_rondleiding(tmp_path, tmp_path / "er-is-geen-echt-logboek.xes.gz")
    uit = capsys.readouterr().out
    assert [uit.count(f"Fase: {f}") for f in ("vervolg", "aanvraag", "rechtsbescherming")] == [1, 1, 1]
    assert "dag 25 van 42" in uit
    assert "50 zaken" in uit
    assert "Op tijd uitgenodigd voor het gesprek [norm, waarborg M2]" in uit
    assert len(uit.splitlines()) <= 65
    assert (tmp_path / "doorlichting.html").is_file()
    assert "Rapport:" in uit
    assert "verdwijnt" not in uit, "deze map is gekozen"


def test_de_rondleiding_zegt_dat_een_rapport_in_een_tijdelijke_map_verdwijnt(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rondleiding, "VERZONNEN_ZAKEN", 50)
    rondleiding.geef_rondleiding(tmp_path, tmp_path / "er-is-geen-echt-logboek.xes.gz", blijft=False)
    na = capsys.readouterr().out.split("Rapport:")[1].splitlines()
    assert na[1] == 'Dit rapport verdwijnt als de demo stopt. Bewaren kan zo:  make demo OPTIES="--map mijn-demo"'


def test_een_kapot_logboek_houdt_de_rondleiding_niet_tegen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kapot = tmp_path / "kapot.xes.gz"
    kapot.write_bytes(b"geen gzip")
    rondleiding.geef_rondleiding(tmp_path, kapot)
    assert "Fase: rechtsbescherming" in capsys.readouterr().out


@pytest.mark.skipif(not rondleiding.ECHT_LOGBOEK.is_file(), reason="het echte logboek staat niet naast dit project")
def test_de_rondleiding_leest_het_echte_logboek(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rondleiding.geef_rondleiding(tmp_path)
    uit = capsys.readouterr().out
    assert "1.434 zaken" in uit
    assert "Beslissing op" in uit  # the rest of the name may stand on the next line of a narrow screen


@pytest.mark.parametrize("alleen_site", [False, True])
def test_demo_geeft_de_rondleiding_en_start_de_site(
    roep: Roep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, alleen_site: bool
) -> None:
    gedaan: list[object] = []
    monkeypatch.setattr(rondleiding, "geef_rondleiding", lambda werkmap, *, blijft: gedaan.append((werkmap, blijft)))
    monkeypatch.setattr(site, "start", lambda poort, werkmap: gedaan.append((poort, werkmap)))
    werkmap = tmp_path / "nieuw"
    assert roep("demo", "--poort", 8123, "--map", werkmap, *(["--alleen-site"] if alleen_site else [])).code == 0
    assert gedaan == [*([] if alleen_site else [(werkmap, True)]), (8123, werkmap)]
    assert werkmap.is_dir()


def test_demo_zonder_map_ruimt_op(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    gezien: list[Path] = []
    monkeypatch.setattr(
        rondleiding, "geef_rondleiding", lambda werkmap, *, blijft: gezien.extend([werkmap] * (not blijft))
    )
    monkeypatch.setattr(site, "start", lambda poort, werkmap: None)
    assert roep("demo").code == 0
    assert not gezien[0].exists()


def test_demo_met_een_bestand_als_map(roep: Roep, tmp_path: Path) -> None:
    bestand = tmp_path / "bestand"
    bestand.touch()
    antwoord = roep("demo", "--map", bestand)
    assert antwoord.code == 1
    assert "is geen map" in antwoord.fout
