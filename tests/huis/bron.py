"""The project's own files, as the tests of the house read them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]
PAKKET = WORTEL / "src" / "keukentafel"


@cache
def bestanden() -> tuple[Path, ...]:
    """Every file that is or would be committed."""
    uit = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=WORTEL,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return tuple(pad for naam in sorted(filter(None, uit.split("\0"))) if (pad := WORTEL / naam).is_file())


@cache
def modules() -> tuple[Path, ...]:
    """Every Python file, migrations left out: those are written by Django."""
    return tuple(pad for pad in bestanden() if pad.suffix == ".py" and "migrations" not in pad.parts)


@cache
def boom(pad: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(pad.read_text("utf-8"), filename=str(pad))


def functies(pad: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module, inner ones too."""
    return (k for k in ast.walk(boom(pad)) if isinstance(k, ast.FunctionDef | ast.AsyncFunctionDef))


def teksten() -> Iterator[tuple[Path, str]]:
    """Every file that holds text, with that text."""
    for pad in bestanden():
        try:
            yield pad, pad.read_text("utf-8")
        except UnicodeDecodeError:
            continue


def naam(pad: Path) -> str:
    """A file as a reader of the project names it."""
    return pad.relative_to(WORTEL).as_posix()
