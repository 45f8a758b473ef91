"""Who may know whom: the contracts in pyproject.toml, and the clock that the core may not read."""

import ast
from pathlib import Path

import pytest
from importlinter import configuration
from importlinter.application.use_cases import lint_imports

from tests.huis.bron import PAKKET, WORTEL, boom, modules, naam

# What would make an answer depend on anything but the facts, the law and the day that is asked.
KLOKKEN = {"now", "today", "utcnow", "fromtimestamp", "getenv", "environ"}
VERBODEN = {"os", "time", "random", "secrets", "socket", "subprocess", "sqlite3", "locale", "threading"}


def test_de_kamers_wijzen_een_kant_op() -> None:
    configuration.configure()
    assert lint_imports(config_filename=str(WORTEL / "pyproject.toml"), cache_dir=None), "zie: lint-imports"


def _kern() -> list[Path]:
    return [pad for pad in modules() if {PAKKET / "wet", PAKKET / "procedure"} & set(pad.parents)]


def _roept(knoop: ast.AST) -> str:
    if isinstance(knoop, ast.Attribute):
        return knoop.attr
    return knoop.id if isinstance(knoop, ast.Name) else ""


@pytest.mark.parametrize("pad", _kern(), ids=naam)
def test_de_kern_kent_geen_klok_en_geen_omgeving(pad: Path) -> None:
    for knoop in ast.walk(boom(pad)):
        if isinstance(knoop, ast.Import):
            ingevoerd = {deel.name.partition(".")[0] for deel in knoop.names}
        elif isinstance(knoop, ast.ImportFrom):
            ingevoerd = {(knoop.module or "").partition(".")[0]}
        else:
            assert _roept(knoop) not in KLOKKEN, f"{naam(pad)}:{getattr(knoop, 'lineno', 0)} leest {_roept(knoop)}"
            continue
        assert not ingevoerd & VERBODEN, f"{naam(pad)}:{knoop.lineno} voert {ingevoerd & VERBODEN} in"
