"""The data files of the law: every row dated, sourced, and checked on a known day."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import keukentafel.wet

GEGEVENS = sorted((Path(keukentafel.wet.__file__).parent / "gegevens").glob("*.toml"))
TABELLEN = ("besluit", "tarief", "bedragen")


def lees(pad: Path) -> dict[str, Any]:
    return tomllib.loads(pad.read_text(encoding="utf-8"))


def test_de_bestanden_die_er_zijn() -> None:
    assert [pad.stem for pad in GEGEVENS] == ["bijdrage", "dwangsom", "feestdagen", "griffierecht"]


@pytest.mark.parametrize("pad", GEGEVENS, ids=lambda pad: pad.stem)
def test_elk_bestand_zegt_wanneer_het_is_nagekeken(pad: Path) -> None:
    assert lees(pad)["nagekeken_op"] == date(2026, 11, 22)


@pytest.mark.parametrize("pad", GEGEVENS, ids=lambda pad: pad.stem)
def test_elke_rij_noemt_haar_bron(pad: Path) -> None:
    inhoud = lees(pad)
    rijen = [rij for tabel in TABELLEN for rij in inhoud.get(tabel, [])]
    assert rijen and all(rij["bron"] for rij in rijen)


@pytest.mark.parametrize("pad", GEGEVENS, ids=lambda pad: pad.stem)
def test_elke_bron_staat_in_de_documentatie(pad: Path) -> None:
    bladzijde = Path(__file__).parents[2] / "docs" / "bronnen.md"
    tekst = bladzijde.read_text(encoding="utf-8")
    inhoud = lees(pad)
    bronnen = {rij["bron"] for tabel in TABELLEN for rij in inhoud.get(tabel, [])}
    assert [bron for bron in bronnen if bron not in tekst] == []
    assert "22 november 2026" in tekst
