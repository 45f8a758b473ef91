"""What is shown once: it waits in the session, encrypted, for the one page that shows it, and is gone after that."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any, Final

from keukentafel.dossier.versleuteld import ontsleutel, versleutel

_NAAM: Final = "eenmalig"


def leg_klaar(sessie: MutableMapping[str, Any], plek: str, nr: int, geheim: str) -> None:
    """Put `geheim`, that belongs to number `nr`, ready for the page `plek`; what was waiting is gone."""
    sessie[_NAAM] = [plek, nr, versleutel(geheim, _binding(plek))]


def haal(sessie: MutableMapping[str, Any], plek: str) -> tuple[int, str] | None:
    """The number and the secret that wait for this page, once; None when nothing does."""
    wacht = sessie.get(_NAAM)
    if not wacht or wacht[0] != plek:
        return None
    del sessie[_NAAM]
    return int(wacht[1]), ontsleutel(wacht[2], _binding(plek))


def _binding(plek: str) -> str:
    return f"{_NAAM}:{plek}"
