"""Shows on standard error how far a screening is, once it takes longer than a moment."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

GEDULD: Final = 1.5
"""Seconds before anything is shown."""


@contextmanager
def toon_voortgang() -> Iterator[Callable[[float, int], None]]:
    """Gives the function to hand to `doorlicht`. Without a terminal it shows nothing."""
    console = Console(stderr=True)
    balk = Progress(
        TextColumn("Zaken beoordelen"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"),
        TextColumn("{task.fields[zaken]} zaken"), TimeRemainingColumn(), console=console, transient=True,
    )  # fmt: skip
    taak = balk.add_task("", total=1.0, zaken=0)
    begin = time.monotonic()

    def toon(deel: float, zaken: int) -> None:
        if not balk.live.is_started and console.is_terminal and time.monotonic() - begin > GEDULD:
            balk.start()
        balk.update(taak, completed=deel, zaken=f"{zaken:,}".replace(",", "."))

    try:
        yield toon
    finally:
        if balk.live.is_started:
            balk.stop()
