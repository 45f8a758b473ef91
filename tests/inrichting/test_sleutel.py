"""The command that makes a token for a program, and ends it."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from keukentafel.inrichting.databank import BESTAND
from tests.inrichting.test_bewaren import data, eerst, roep

__all__ = ["data", "eerst"]
MAAK = ("sleutel", "zaaksysteem", "--gemeente", "voorbeeldstad")
GOED = (*MAAK, "--als", "consulent", "--bereik", "zaken:lezen", "--bereik", "documenten:lezen,zaken:lezen")


def rijen(data: Path) -> list[tuple[Any, ...]]:
    """The tokens as they are kept."""
    with sqlite3.connect(data / BESTAND) as databank:
        uit = list(databank.execute("SELECT naam, zegel, bereik, ingetrokken_op FROM dossier_toegangssleutel"))
    databank.close()
    return uit


def test_een_sleutel_wordt_een_keer_getoond_en_nergens_bewaard(data: Path) -> None:
    antwoord = roep(*GOED, "--map", str(data))
    assert antwoord.returncode == 0, antwoord.stderr
    geheim = antwoord.stdout.strip()
    zegel = hashlib.sha256(f"keukentafel-toegangssleutel:{geheim}".encode()).hexdigest()
    assert rijen(data) == [("zaaksysteem", zegel, '["documenten:lezen", "zaken:lezen"]', None)]
    assert "niet meer op te vragen" in antwoord.stderr


def test_een_sleutel_is_in_te_trekken(data: Path) -> None:
    roep(*GOED, "--map", str(data))
    assert roep(*MAAK, "--trek-in", "--map", str(data)).stdout == "1 ingetrokken.\n"
    assert rijen(data)[0][-1] is not None
    assert roep(*MAAK, "--trek-in", "--map", str(data)).stdout == "0 ingetrokken.\n"


def test_wat_niet_klopt_wordt_alles_samen_gezegd(data: Path) -> None:
    fout = roep(*MAAK, "--als", "niemand", "--bereik", "alles", "--dagen", "9999", "--map", str(data))
    assert fout.returncode == 1
    assert [regel.split(":")[0] for regel in fout.stderr.splitlines()] == ["--als", "--bereik", "--dagen"]
    elders = roep("sleutel", "x", "--gemeente", "elders", "--trek-in", "--map", str(data))
    assert (elders.returncode, "voorbeeldstad" in elders.stderr) == (1, True)
    assert rijen(data) == []


@pytest.mark.parametrize("woorden", [MAAK, (*MAAK, "--als", "consulent"), (*MAAK, "--bereik", "zaken:lezen")])
def test_een_halve_aanroep_zegt_wat_er_ontbreekt(data: Path, woorden: tuple[str, ...]) -> None:
    fout = roep(*woorden, "--map", str(data))
    assert fout.returncode == 2
    assert "geef --als en --bereik, of --trek-in" in fout.stderr
