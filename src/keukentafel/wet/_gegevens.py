"""Reads the dated data files that come with the package, once, at import."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

_MAP = Path(__file__).parent / "gegevens"


def lees(naam: str) -> dict[str, Any]:
    """The content of `gegevens/<naam>.toml`."""
    return tomllib.loads((_MAP / f"{naam}.toml").read_text(encoding="utf-8"))
