"""The ready cases: case files in YAML with comments, read by `voorbeeld`, the tests and the demonstration."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_MAP = files(__name__)


@cache
def namen() -> tuple[str, ...]:
    """The names of the ready cases, in alphabetical order."""
    return tuple(sorted(b.name.removesuffix(".yaml") for b in _MAP.iterdir() if b.name.endswith(".yaml")))


def lees(naam: str) -> str:
    """The text of one case file. Raises FileNotFoundError for a name that is not in `namen`."""
    return (_MAP / f"{naam}.yaml").read_text("utf-8")


def titel(naam: str) -> str:
    """What a case is about: its first line, a comment."""
    return lees(naam).partition("\n")[0].lstrip("# ").rstrip(".")
