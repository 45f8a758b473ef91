"""What has gone out, by the key of the message: a mark on the disk, so that a worker that died sends nothing twice."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path


class Verzendboek:
    """Marks in a folder, one empty file a key."""

    def __init__(self, map_: Path) -> None:
        self.map = map_

    def kent(self, sleutel: str) -> bool:
        """Was this key sent before?"""
        return self._plek(sleutel).exists()

    def noteer(self, sleutel: str) -> None:
        """This key has been sent. Raises OSError when the disk refuses."""
        plek = self._plek(sleutel)
        plek.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        plek.touch(mode=0o600)
        bewaar_map(plek.parent)

    def _plek(self, sleutel: str) -> Path:
        kort = hashlib.sha256(sleutel.encode()).hexdigest()
        return self.map / kort[:2] / kort


def schrijf(plek: Path, inhoud: bytes) -> None:
    """A whole file or none, for its owner alone; on the disk when this returns. Raises OSError."""
    plek.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = plek.with_name(f".{plek.name}.half")
    with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as uit:
        uit.write(inhoud)
        uit.flush()
        os.fsync(uit.fileno())
    os.replace(half, plek)
    bewaar_map(plek.parent)


def bewaar_map(map_: Path) -> None:
    """Let the name of a new file reach the disk as well, where the system can."""
    with suppress(OSError):
        wijzer = os.open(map_, os.O_RDONLY)
        try:
            os.fsync(wijzer)
        finally:
            os.close(wijzer)
