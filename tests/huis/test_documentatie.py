"""The documents say what is there: commands, packages, pages and words."""

import ast
import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from urllib.parse import unquote

import pytest

from gereedschap import readme
from tests.huis.bron import PAKKET, WORTEL, bestanden, boom, modules, naam
from tests.huis.test_sloten import norm

DOCS = WORTEL / "docs"
BLADEN = [pad for pad in bestanden() if pad.suffix == ".md" and (pad.parent == WORTEL or DOCS in pad.parents)]
PROJECT = tomllib.loads((WORTEL / "pyproject.toml").read_text("utf-8"))


def lees(pad: Path) -> str:
    """The text of a page."""
    return pad.read_text("utf-8")


def verwijzingen(pad: Path) -> list[str]:
    """What a page links to inside the project, without the place on that page."""
    doelen = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", lees(pad), flags=re.DOTALL))
    return [unquote(doel.partition("#")[0]) for doel in doelen if "://" not in doel and not doel.startswith("#")]


@pytest.mark.parametrize("pad", BLADEN, ids=naam)
def test_elke_verwijzing_komt_ergens_uit(pad: Path) -> None:
    assert not [doel for doel in verwijzingen(pad) if not (pad.parent / doel).exists()]


def test_elke_pagina_is_te_vinden_vanaf_het_begin() -> None:
    gevonden, open_ = set(), [DOCS / "index.md"]
    while open_:
        blad = open_.pop()
        if blad not in gevonden and blad.suffix == ".md" and blad.exists():
            gevonden.add(blad)
            open_ += [(blad.parent / doel).resolve() for doel in verwijzingen(blad)]
    assert not [naam(pad) for pad in BLADEN if DOCS in pad.parents and pad not in gevonden], "noem ze in docs/index.md"


def opdrachten(pad: Path) -> set[str]:
    """The make targets that a page names, in a block or in the running text."""
    return set(re.findall(r"(?:^|`)make ([a-z-]+)", lees(pad), re.MULTILINE))


@pytest.mark.parametrize("pad", BLADEN, ids=naam)
def test_elke_genoemde_make_opdracht_bestaat(pad: Path) -> None:
    assert not opdrachten(pad) - set(re.findall(r"^([a-z-]+):", lees(WORTEL / "Makefile"), re.MULTILINE))


def test_beide_readmes_noemen_dezelfde_opdrachten() -> None:
    engels, nederlands = (opdrachten(WORTEL / blad) for blad in ("README.md", "README.nl.md"))
    assert engels == nederlands
    assert {"demo", "test"} <= engels


def test_de_uitvoer_in_de_readmes_is_echt() -> None:
    tekst = readme.uitvoer()
    for pad in readme.BLADEN:
        assert readme.PLEK.search(lees(pad))
        assert readme.vernieuw(lees(pad), tekst) == lees(pad), "draai: python gereedschap/readme.py"


def rijen(pad: Path) -> list[list[str]]:
    """The rows of the tables on a page, heads and rules left out."""
    regels = [
        [cel.strip() for cel in regel.strip("|").split("|")] for regel in lees(pad).splitlines() if regel[:1] == "|"
    ]
    return [
        rij
        for i, rij in enumerate(regels)
        if set(rij[0]) != {"-"} and (i + 1 == len(regels) or set(regels[i + 1][0]) != {"-"})
    ]


def test_elk_pakket_heeft_een_reden() -> None:
    groepen = [
        PROJECT["project"]["dependencies"],
        PROJECT["build-system"]["requires"],
        *PROJECT["dependency-groups"].values(),
    ]
    gevraagd = {norm(re.split(r"[\[><=!~; ]", eis, maxsplit=1)[0]) for groep in groepen for eis in groep}
    beschreven = [norm(rij[0]) for rij in rijen(DOCS / "afhankelijkheden.md") if all(rij)]
    assert sorted(beschreven) == sorted(gevraagd)


def test_wat_het_programma_invoert_is_gevraagd() -> None:
    """Nothing is used that only came along with something else."""
    ingevoerd = {
        naam.split(".")[0]
        for pad in modules()
        if PAKKET in pad.parents
        for k in ast.walk(boom(pad))
        if isinstance(k, ast.Import | ast.ImportFrom)
        for naam in ([a.name for a in k.names] if isinstance(k, ast.Import) else [k.module or ""])
    }
    pakketten = packages_distributions()
    van_anderen = {norm(pakketten[naam][0]) for naam in ingevoerd & pakketten.keys() - {"keukentafel"}}
    gevraagd = {norm(re.split(r"[\[><=!~; ]", eis, maxsplit=1)[0]) for eis in PROJECT["project"]["dependencies"]}
    assert "numpy" in van_anderen
    assert van_anderen - gevraagd <= {"brotli"}, "brotli komt met whitenoise[brotli]"


BEGRIPPEN = rijen(DOCS / "begrippen.md")


def test_elk_begrip_staat_er_een_keer() -> None:
    woorden = [rij[0] for rij in BEGRIPPEN]
    assert len(woorden) > 30
    assert len(woorden) == len(set(woorden))


def namen(pad: Path) -> set[str]:
    """The names that a module gives: classes, functions, arguments, variables, and the words they are made of."""
    gegeven: set[str] = set()
    for k in ast.walk(boom(pad)):
        if isinstance(k, ast.Name):
            gegeven.add(k.id)
        elif isinstance(k, ast.arg):
            gegeven.add(k.arg)
        elif isinstance(k, ast.ClassDef | ast.FunctionDef):
            gegeven.add(k.name)
    return {deel.lower() for n in gegeven for deel in (n, *re.split(r"_|(?<=[a-z])(?=[A-Z])", n)) if deel}


def test_de_code_gebruikt_het_ene_woord_en_niet_het_andere() -> None:
    vermeden = {woord.strip(): rij[0] for rij in BEGRIPPEN for woord in rij[2].split(",") if woord.strip()}
    assert vermeden
    fout = {
        f"{naam(pad)}: {woord}": f"zeg {vermeden[woord]}"
        for pad in modules()
        if PAKKET in pad.parents
        for woord in namen(pad) & vermeden.keys()
    }
    assert not fout


@pytest.mark.parametrize("pad", sorted((DOCS / "beelden").glob("*.svg")), ids=naam)
def test_een_beeld_vertelt_zichzelf_en_haalt_niets_van_elders(pad: Path) -> None:
    tekst = lees(pad)
    assert re.search(r"<title[^>]*>[^<]+</title>", tekst)
    assert re.search(r"<desc[^>]*>[^<]+</desc>", tekst)
    assert "://" not in tekst.replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"<(script|image|use|foreignObject)\b", tekst)
