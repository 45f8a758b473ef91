"""A bare process that records facts as fast as it can and says after each that it is kept; made to be killed.

`Schrijvers` starts one process that has loaded the program and forks a writer at each call, so that a writer is there
at once and dies alone. Run on a database that has its tables, with the keys of `omgeving`.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).resolve().parents[1]
DAG = date(2026, 11, 20)


@dataclass(slots=True)
class Schrijvers:
    """The process that forks writers, and what they said. `bevestigd`: case -> numbers that were acknowledged."""

    proces: subprocess.Popen[str]
    bevestigd: dict[str, set[int]] = field(default_factory=dict)
    vol: set[int] = field(default_factory=set)
    """The writers that could not go on because the disk was full."""

    def begin(self, zaak: Any, gebruiker: Any, *, grens: int = 0, letters: int = 0) -> int:
        """Start a writer and give its process. `grens`: no file may grow past it; `letters`: the size of a fact."""
        self._zeg(f"begin {zaak} {gebruiker} {grens} {letters}")
        return int(self._lees_tot("pid"))

    def wacht_op(self, aantal: int) -> None:
        """Read until so many more facts are acknowledged."""
        for _ in range(aantal):
            self._lees_tot("ok")

    def wacht_tot_vol(self) -> None:
        """Read until a writer says that the disk is full."""
        self._lees_tot("vol")

    def dood(self, pid: int) -> None:
        """kill -9, and read what it still said."""
        os.kill(pid, signal.SIGKILL)
        self._zeg(f"begraaf {pid}")
        self._lees_tot("begraven")

    def _zeg(self, regel: str) -> None:
        assert self.proces.stdin is not None
        self.proces.stdin.write(regel + "\n")
        self.proces.stdin.flush()

    def _lees_tot(self, woord: str) -> str:
        """Take in what was said, until this word; gives what stands behind it."""
        assert self.proces.stdout is not None
        for regel in self.proces.stdout:
            soort, _, rest = regel.strip().partition(" ")
            if soort == "ok":
                zaak, nr = rest.split()
                self.bevestigd.setdefault(zaak, set()).add(int(nr))
            elif soort == "vol":
                self.vol.add(int(rest))
            if soort == "mis":
                raise RuntimeError(f"een schrijver viel stil: {rest}")
            if soort == woord:
                return rest
        raise RuntimeError("het proces dat schrijvers maakt is gestopt")


def omgeving(adres: str) -> dict[str, str]:
    """What a process needs to work on this database with the keys of this one."""
    from django.conf import settings

    return {
        **os.environ,
        "KEUKENTAFEL_DATABASE": adres,
        "KEUKENTAFEL_GEHEIM": settings.SECRET_KEY,
        "KEUKENTAFEL_SLEUTELS": ",".join(settings.DOSSIER_SLEUTELS),
        "KEUKENTAFEL_INDEXSLEUTEL": settings.DOSSIER_INDEXSLEUTEL,
        "DJANGO_SETTINGS_MODULE": "keukentafel.inrichting.settings",
    }


@contextmanager
def schrijvers(adres: str) -> Iterator[Schrijvers]:
    """The process that forks writers, on this database."""
    opdracht = [sys.executable, "-m", "gereedschap.schrijver"]
    pijp = subprocess.PIPE
    with subprocess.Popen(
        opdracht, stdin=pijp, stdout=pijp, text=True, cwd=WORTEL, env=omgeving(adres)
    ) as proces:  # fmt: skip
        try:
            yield Schrijvers(proces)
        finally:
            proces.kill()


def _luister() -> None:
    """The forking process: one order a line."""
    import django

    django.setup()
    from keukentafel.dossier import vastleggen

    assert vastleggen
    for regel in sys.stdin:
        wat, *rest = regel.split()
        if wat == "begraaf":
            os.waitpid(int(rest[0]), 0)
            _roep("begraven")
            continue
        pid = os.fork()
        if pid == 0:
            _schrijf_of_zeg_waarom_niet(rest[0], rest[1], int(rest[2]), int(rest[3]))
            os._exit(0)
        _roep(f"pid {pid}")


def _roep(tekst: str) -> None:
    """One write, so that lines of several writers never mix."""
    os.write(1, f"{tekst}\n".encode())


def _schrijf_of_zeg_waarom_niet(*rest: Any) -> None:
    """Nobody would hear of a writer that stops by a mistake, and its reader would wait for ever."""
    try:
        _schrijf(*rest)
    except Exception as fout:
        _roep(f"mis {type(fout).__name__} {fout}".replace("\n", " "))


def _schrijf(zaak: str, gebruiker: str, grens: int, letters: int) -> None:
    """Record facts, each with a letter, until killed or until the disk is full."""
    from django.db import DatabaseError

    from keukentafel.dossier.models import Gebruiker
    from keukentafel.dossier.toegang import persoon
    from keukentafel.dossier.vastleggen import Bericht, vastleggen

    if grens:
        resource.setrlimit(resource.RLIMIT_FSIZE, (grens, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    wie = persoon(Gebruiker.objects.get(pk=gebruiker), DAG)
    feit = {"soort": "gegevens_gevraagd", "datum": "2026-11-10", "gegevens": "medisch", "doel": "proef"}
    while True:
        if letters:
            feit["toelichting"] = os.urandom(letters // 2).hex()
        try:
            gedaan = vastleggen(
                zaak, feit, wie=wie, deur="proef", berichten=lambda *_: [Bericht("brief", "print", "proef", {})]
            )
        except DatabaseError:
            _roep(f"vol {os.getpid()}")
            return
        _roep(f"ok {zaak} {gedaan.feiten[0].nr}")


if __name__ == "__main__":
    _luister()
