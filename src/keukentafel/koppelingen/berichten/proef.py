"""Channels to try with: one that keeps what it gets in memory; one that always fails, also where none was set up."""

from __future__ import annotations

from keukentafel.dossier.models import Uitgaand
from keukentafel.dossier.outbox import Verzendfout


class Proefkanaal:
    """Takes every message, each key once, and keeps the keys."""

    def __init__(self) -> None:
        self.gekregen: dict[str, str] = {}

    def verstuur(self, bericht: Uitgaand) -> None:
        """Keep the key with the subject of the message."""
        self.gekregen.setdefault(bericht.sleutel, bericht.onderwerp)

    def controleer(self) -> None:
        """Always in order."""


class KapotKanaal:
    """Delivers nothing, ever."""

    def __init__(self, reden: str = "Dit kanaal is kapot.") -> None:
        self.reden = reden

    def verstuur(self, bericht: Uitgaand) -> None:
        """Raises `Verzendfout`."""
        raise Verzendfout(self.reden)

    def controleer(self) -> None:
        """Raises `Verzendfout`."""
        raise Verzendfout(self.reden)
