"""Input that is refused: every reason at once, each a plain Dutch sentence."""

from __future__ import annotations

from collections.abc import Iterable


class Geweigerd(Exception):
    """The input of a command is refused (exit 1). `redenen`: what is wrong, where, and what would be right."""

    def __init__(self, redenen: Iterable[str] | str) -> None:
        self.redenen: tuple[str, ...] = (redenen,) if isinstance(redenen, str) else tuple(redenen)
        super().__init__("\n".join(self.redenen))
