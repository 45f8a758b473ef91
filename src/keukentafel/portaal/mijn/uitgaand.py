"""What goes out with a fact that a resident records: the letters of the municipality."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from keukentafel.dossier.vastleggen import Berichten


def berichten() -> Berichten | None:
    """The function that gives the letters with a fact, when that room is there."""
    if find_spec("keukentafel.brieven.gemeente") is None:
        return None
    return getattr(import_module("keukentafel.brieven.gemeente"), "berichten_voor", None)
