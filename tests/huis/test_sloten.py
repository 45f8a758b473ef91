"""The locks: every dependency of the project is in them, with hashes, and they name no host and no machine."""

import re
import tomllib

import pytest

from tests.huis.bron import WORTEL

SLOTEN = sorted((WORTEL / "requirements").glob("*.txt"))
EIS = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)
PROJECT = tomllib.loads((WORTEL / "pyproject.toml").read_text("utf-8"))


def norm(naam: str) -> str:
    """A package name as registries compare it."""
    return re.sub(r"[-_.]+", "-", naam).lower()


def namen(eisen: list[str]) -> set[str]:
    """The packages that a list of requirements names."""
    return {norm(re.split(r"[\[><=!~; ]", eis, maxsplit=1)[0]) for eis in eisen}


def op_slot(slot: str) -> dict[str, set[str]]:
    """The packages in a lock, each with its versions (more than one where it depends on the Python)."""
    versies: dict[str, set[str]] = {}
    for pakket, versie in EIS.findall((WORTEL / "requirements" / f"{slot}.txt").read_text("utf-8")):
        versies.setdefault(norm(pakket), set()).add(versie)
    return versies


@pytest.mark.parametrize("slot", SLOTEN, ids=lambda pad: pad.stem)
def test_een_slot_noemt_geen_gastheer_en_geen_pad(slot) -> None:
    tekst = slot.read_text("utf-8")
    assert not re.findall(
        r"://|^\s*-|(?<!\S)[./~][\w/]|@ ?(?:file|git)", re.sub(r"--hash=\S+", "", tekst), re.MULTILINE
    )


@pytest.mark.parametrize("slot", SLOTEN, ids=lambda pad: pad.stem)
def test_elke_regel_van_een_slot_draagt_een_hash(slot) -> None:
    eisen = re.split(r"\n(?=\S)", slot.read_text("utf-8").strip())
    assert eisen
    assert not [eis.partition(" ")[0] for eis in eisen if not re.search(r"--hash=sha256:[0-9a-f]{64}", eis)]


@pytest.mark.parametrize(
    ("slot", "eisen"),
    [
        ("base", PROJECT["project"]["dependencies"]),
        ("test", PROJECT["dependency-groups"]["test"]),
        ("bench", PROJECT["dependency-groups"]["bench"]),
        ("bouw", PROJECT["build-system"]["requires"]),
    ],
)
def test_wat_het_project_vraagt_staat_op_slot(slot: str, eisen: list[str]) -> None:
    assert not namen(eisen) - op_slot(slot).keys()


@pytest.mark.parametrize("slot", ["test", "bench"])
def test_wie_test_of_meet_doet_dat_met_de_versies_van_de_gebruiker(slot: str) -> None:
    andere = op_slot(slot)
    assert not {pakket: versies for pakket, versies in op_slot("base").items() if andere.get(pakket) != versies}
