"""Empty databases to measure on: SQLite files, or databases in a PostgreSQL of our own that writes as in real use."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gereedschap.postgres import cluster
from gereedschap.schrijver import omgeving


@dataclass(frozen=True, slots=True)
class Plek:
    """An empty database: its address, a folder for documents, and the process of its server (0: none)."""

    adres: str
    map_: Path
    pid: int

    def omgeving(self) -> dict[str, str]:
        """What a process needs to work on it."""
        return omgeving(self.adres) | {"KEUKENTAFEL_MAP": str(self.map_), "KEUKENTAFEL_API_PER_MINUUT": "1000000"}

    def roep(self, *woorden: str, erin: str = "") -> str:
        """Run Python with these words on it and give what it prints. Raises CalledProcessError."""
        opdracht = [sys.executable, *woorden]
        klaar = subprocess.run(
            opdracht, env=self.omgeving(), stdout=subprocess.PIPE, check=True, text=True, input=erin
        )  # fmt: skip
        return klaar.stdout

    def migreer(self) -> None:
        """Make the tables."""
        self.roep("-c", "from keukentafel.inrichting.opdrachten import main; main(['migreer'])")

    def begin(self) -> dict[str, Any]:
        """Put people and real cases in it, and say how to ask for them."""
        inhoud: dict[str, Any] = json.loads(self.roep("-m", "bench.dossier_inhoud", "begin"))
        return inhoud


@contextmanager
def databanken(soort: str) -> Iterator[Callable[[str], Plek]]:
    """Gives what makes an empty database by name, of SQLite or PostgreSQL. All of them go at the end."""
    with tempfile.TemporaryDirectory(prefix="kt-bench-") as map_:
        if soort == "SQLite":
            yield lambda naam: Plek(str(Path(map_) / f"{naam}.sqlite3"), Path(map_), 0)
            return
        with cluster(duurzaam=True) as draait:

            def maak(naam: str) -> Plek:
                draait.voer_uit(f"CREATE DATABASE {naam}")
                return Plek(draait.adres(naam), Path(map_), draait.pid)

            yield maak
