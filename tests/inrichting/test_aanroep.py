"""How the program is called: help in Dutch, and what it says when it was called wrongly."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

import pytest

from keukentafel.inrichting import opdrachten
from keukentafel.inrichting.opdrachten import aanroep
from keukentafel.inrichting.opdrachten.ontleder import in_het_nederlands
from tests.inrichting.conftest import Roep

OPDRACHTEN = ("demo", "toets", "termijn", "dwangsom", "bijdrage", "doorlicht", "voorbeeld")
OPDRACHTEN += ("migreer", "gemeente", "controleer", "herbouw", "verzend", "sleutel")
ENGELS = re.compile(
    r"\b(usage|options?|arguments?|positional|show|help message|exit|error|required|invalid|choose|from)\b", re.I
)
BLAD = Path(__file__).resolve().parents[2] / "docs" / "opdrachten.md"
PROGRAMMA = [sys.executable, "-c", "from keukentafel.inrichting.opdrachten import main; main()"]


def ontleders() -> dict[str, argparse.ArgumentParser]:
    with in_het_nederlands():
        (keuze,) = [a for a in aanroep._ontleder()._actions if isinstance(a, argparse._SubParsersAction)]
    return dict(keuze.choices)


def test_de_opdrachten_zijn_die_van_de_afspraak() -> None:
    assert tuple(ontleders()) == OPDRACHTEN


@pytest.mark.parametrize("woorden", [("--help",), ("-h",), *((naam, "--help") for naam in OPDRACHTEN)])
def test_help_is_nederlands_en_heeft_een_voorbeeld(roep: Roep, woorden: tuple[str, ...]) -> None:
    antwoord = roep(*woorden)
    zonder_opties = re.sub(r"--?[a-z-]+", "", antwoord.uit)
    assert (antwoord.code, antwoord.fout) == (0, "")
    assert not ENGELS.findall(zonder_opties)
    assert antwoord.uit.startswith("Gebruik: keukentafel")
    assert "Voorbeeld:\n  keukentafel " in antwoord.uit


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_elk_voorbeeld_in_de_help_is_een_goede_aanroep(naam: str) -> None:
    voorbeeld = ontleders()[naam].epilog.split("keukentafel ", 1)[1]
    assert aanroep.lees_aanroep(voorbeeld.split()).opdracht == naam


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_de_documentatie_noemt_elke_optie(naam: str) -> None:
    hoofdstuk = BLAD.read_text("utf-8").split(f"\n## {naam}\n")[1].split("\n## ")[0]
    opties = [o for a in ontleders()[naam]._actions for o in a.option_strings if o not in ("-h", "--help")]
    assert not [o for o in opties if o not in hoofdstuk]


VERKEERD = [
    ("", "kies een opdracht"),
    ("wat", "'wat' kan niet"),
    ("toets", "dit ontbreekt: CASUS.yaml"),
    ("toets a.yaml b.yaml", "dit is niet bekend: b.yaml"),
    ("termijn --vanaf 2026-01-01", "geef één van deze opties: --dagen --weken --maanden"),
    ("termijn --weken 6", "dit ontbreekt: --vanaf"),
    ("termijn --vanaf 2026-01-01 --weken 6 --dagen 3", "kan niet samen met --weken"),
    ("termijn --vanaf 2026-01-01 --weken zes", "'zes' is geen heel getal"),
    ("termijn --vanaf 2026-01-01 --weken 1_0", "'1_0' is geen heel getal"),
    ("termijn --vanaf 2026-01-01 --weken", "hier hoort een waarde achter"),
    ("termijn --vanaf 2026-01-01 --weke 6", "geef één van deze opties"),
    ("termijn --vanaf 2026-01-01 --weken 6 --json=ja", "hier hoort geen waarde achter"),
    ("dwangsom", "dit ontbreekt: --ingebrekestelling"),
    ("bijdrage --datum 2026-01-01", "dit ontbreekt: --personen"),
    ("bijdrage --datum 2026-01-01 --personen 3", "3 kan niet; kies uit 1, 2"),
    ("bijdrage --datum 2026-01-01 --personen 2", "--aow-gerechtigd (allebei) of --niet-aow-gerechtigd"),
    ("bijdrage --datum 2026-01-01 --personen 2 --aow-gerechtigd --niet-aow-gerechtigd", "kan niet samen met"),
    ("bijdrage --datum 2026-01-01 --personen 1 --vrijgesteld zomaar", "kies uit 'rolstoel'"),
    ("bijdrage --datum 2026-01-01 --personen 1 --inkomen 1.250", "'1.250' is geen bedrag in euro"),
    ("doorlicht", "dit ontbreekt: LOG"),
    ("demo --poort deur", "'deur' is geen heel getal"),
    ("voorbeeld een twee", "dit is niet bekend: twee"),
]


@pytest.mark.parametrize(("woorden", "melding"), VERKEERD)
def test_verkeerd_aangeroepen(roep: Roep, woorden: str, melding: str) -> None:
    antwoord = roep(*woorden.split())
    assert (antwoord.code, antwoord.uit) == (2, "")
    assert antwoord.fout.startswith("Zo kan het niet: ")
    assert melding in antwoord.fout
    assert "Gebruik: keukentafel" in antwoord.fout
    assert not ENGELS.findall(re.sub(r"--?[a-z-]+", "", antwoord.fout))


def test_versie(roep: Roep) -> None:
    antwoord = roep("--versie")
    assert antwoord.code == 0
    assert re.fullmatch(r"keukentafel \d+\.\d+\.\d+\n", antwoord.uit)


# --- as a program of its own ---------------------------------------------------------------------------------------


NOEM_MODULES = """
import sys
from keukentafel.inrichting.opdrachten import main
try:
    main()
except SystemExit:
    print(*sys.modules)
"""


def start(*woorden: str, **opties: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAMMA, *woorden], capture_output=True, encoding="utf-8", check=False, **opties)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize(
    ("woorden", "code"),
    [("termijn --vanaf 2026-09-07 --weken 6 --json", 0), ("termijn --vanaf 2026-02-30 --weken 6", 1), ("termijn", 2)],
)
def test_de_uitkomst_komt_bij_de_aanroeper(woorden: str, code: int) -> None:
    uit = start(*woorden.split())
    assert uit.returncode == code
    assert bool(uit.stdout) is (code == 0)
    assert bool(uit.stderr) is (code != 0)


def test_een_korte_vraag_laadt_niets_zwaars() -> None:
    vraag = ["termijn", "--vanaf", "2026-09-07", "--weken", "6"]
    uit = subprocess.run(
        [sys.executable, "-c", NOEM_MODULES, *vraag], capture_output=True, encoding="utf-8", check=True
    )
    geladen = {naam.partition(".")[0] for naam in uit.stdout.split()}
    assert not geladen & {"django", "polars", "numpy", "rich", "yaml", "lxml", "waitress", "typst"}
    assert "keukentafel.procedure" not in uit.stdout


def test_een_lezer_die_weggaat_geeft_geen_klacht() -> None:
    proces = subprocess.Popen(
        [*PROGRAMMA, "voorbeeld", "alles-op-tijd"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert proces.stdout is not None
    assert proces.stderr is not None
    proces.stdout.close()
    with proces.stderr as fout:
        assert fout.read() == b""
    assert proces.wait() == 0


def test_een_scherm_zonder_vreemde_tekens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    uit = start("bijdrage", "--datum", "2026-06-01", "--personen", "1")
    assert uit.returncode == 0
    assert uit.stdout.isascii()


def test_een_volle_schijf_is_een_melding() -> None:
    vol = Path("/dev/full")
    if not vol.exists():
        pytest.skip("dit systeem heeft geen apparaat dat altijd vol is")
    with vol.open("w") as uitvoer:
        uit = subprocess.run(
            [*PROGRAMMA, "voorbeeld"], stdout=uitvoer, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    assert uit.returncode == 1
    assert uit.stderr.count("\n") == 1


def test_afbreken_geeft_een_woord_en_geen_spoor(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    def breek_af(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(opdrachten, "_voer_uit", breek_af)
    antwoord = roep("voorbeeld")
    assert (antwoord.code, antwoord.fout) == (130, "Afgebroken.\n")


def test_een_eigen_fout_is_een_regel(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    from keukentafel.inrichting.opdrachten import zaken

    monkeypatch.setattr(zaken, "voorbeeld", lambda _: 1 // 0)
    antwoord = roep("voorbeeld")
    assert (antwoord.code, antwoord.fout.count("\n")) == (1, 1)
    assert "fout in het programma zelf" in antwoord.fout
    assert "ZeroDivisionError" in antwoord.fout
