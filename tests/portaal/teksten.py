"""Collect every text that can be translated, straight from the templates and the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize

PAKKET = Path(__file__).resolve().parents[2] / "src" / "keukentafel"
VERTAALNAMEN = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "npgettext"}
AANROEP = re.compile(r"""\bn?p?gettext\(u?(?P<lijst>.*?)\)\s""", re.DOTALL)
TEKST = re.compile(r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""")


def uit_sjablonen(map_: Path) -> Iterator[tuple[str, str]]:
    """Every (file, text) in the templates below a folder."""
    for pad in sorted([*map_.rglob("*.html"), *map_.rglob("*.svg")]):
        code = templatize(pad.read_text("utf-8"), origin=str(pad))
        for regel in re.findall(r"\b(?:_|n?gettext)\((.*?)\) ?(?=$|X|;|\s)", code, re.MULTILINE):
            for tekst in TEKST.findall(regel):
                yield pad.name, str(ast.literal_eval(tekst)).replace("%%", "%")


def uit_code(map_: Path) -> Iterator[tuple[str, str]]:
    """Every (file, text) in calls of the translation functions in the Python files below a folder."""
    for pad in sorted(map_.rglob("*.py")):
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))):
            if isinstance(knoop, ast.Call) and getattr(knoop.func, "id", "") in VERTAALNAMEN:
                for argument in knoop.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield pad.name, argument.value
