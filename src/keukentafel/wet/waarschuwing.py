"""What a reader of an answer has to know about how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

from keukentafel.wet.artikel import Artikel


@dataclass(frozen=True, slots=True)
class Waarschuwing:
    """A reason to check an answer: a stable `code`, a plain Dutch `tekst`, and its sources."""

    code: str
    tekst: str
    bron: tuple[Artikel | str, ...] = ()
