"""The program on one database, as it runs for real, with a meter on the processor time that it takes."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

GUNICORN = ["-m", "gunicorn", "keukentafel.inrichting.wsgi:application", "--workers=2", "--log-level=error"]
TIKKEN = os.sysconf("SC_CLK_TCK")
PAGINA = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Verzoek:
    """One request."""

    methode: str
    pad: str
    koppen: dict[str, str]
    lijf: bytes | None = None
    verwacht: int = 200


@dataclass(frozen=True, slots=True)
class Maat:
    """What a row of requests took: processor ms a request, requests a second, 95th percentile in ms."""

    cpu: float
    per_seconde: float
    p95: float


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its port, its process, and the process of its database (0: inside the server)."""

    poort: int
    pid: int
    databank: int = 0

    def vraag(self, v: Verzoek) -> bytes:
        """Ask, and give the content. Raises RuntimeError for another status than was expected."""
        lijn = HTTPConnection("127.0.0.1", self.poort, timeout=60)
        try:
            lijn.request(v.methode, v.pad, v.lijf, v.koppen)
            antwoord = lijn.getresponse()
            inhoud = antwoord.read()
        finally:
            lijn.close()
        if antwoord.status != v.verwacht:
            raise RuntimeError(f"{v.methode} {v.pad} gaf {antwoord.status}: {inhoud[:300]!r}")
        return inhoud

    def meet(self, verzoeken: Sequence[Sequence[Verzoek]], rust: float = 0.0) -> Maat:
        """Ask rows of requests at the same time, one row a connection, with `rust` seconds between two."""
        duren: list[float] = []
        fouten: list[Exception] = []

        def bezoeker(rij: Sequence[Verzoek], nummer: int) -> None:
            time.sleep(rust * nummer / len(verzoeken))
            for v in rij:
                begin = time.perf_counter()
                try:
                    self.vraag(v)
                except Exception as fout:
                    fouten.append(fout)
                    return
                duren.append((time.perf_counter() - begin) * 1000)
                time.sleep(rust)

        draden = [threading.Thread(target=bezoeker, args=(rij, nr)) for nr, rij in enumerate(verzoeken)]
        verbruikt, begin = self.verbruikt(), time.perf_counter()
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
        duur = time.perf_counter() - begin
        if fouten:
            raise fouten[0]
        cpu = (self.verbruikt() - verbruikt) / len(duren) * 1000
        return Maat(cpu, len(duren) / duur, sorted(duren)[int(len(duren) * 0.95)])

    def verbruikt(self) -> float:
        """Processor seconds so far, of the server and of its database."""
        return sum(_seconden(p) for top in (self.pid, self.databank) if top for p in [top, *kinderen(top)])

    def geheugen(self) -> float:
        """The memory of the largest worker, in MB."""
        return max(_geheugen(p) for p in kinderen(self.pid))


def kinderen(pid: int) -> list[int]:
    """The processes that this one started."""
    lijst = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(p) for p in lijst.read_text().split()]


def _seconden(pid: int) -> float:
    """Processor seconds of a process and of its children that are gone."""
    try:
        delen = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(int(d) for d in delen[11:15]) / TIKKEN


def _geheugen(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGINA / 1e6
    except OSError:
        return 0.0


@contextmanager
def server(omgeving: dict[str, str], databank: int = 0) -> Iterator[Server]:
    """Start gunicorn with two workers on the database of this environment."""
    with socket.socket() as contact:
        contact.bind(("127.0.0.1", 0))
        poort = int(contact.getsockname()[1])
    opdracht = [sys.executable, *GUNICORN, f"--bind=127.0.0.1:{poort}"]
    with subprocess.Popen(opdracht, env=omgeving | {"KEUKENTAFEL_LOG": "WARNING"}) as proces:
        try:
            uit = Server(poort, proces.pid, databank)
            wacht(uit)
            yield uit
        finally:
            proces.terminate()


def wacht(server_: Server) -> None:
    """Until it answers. Raises TimeoutError after a minute."""
    eind = time.perf_counter() + 60
    while time.perf_counter() < eind:
        try:
            server_.vraag(Verzoek("GET", "/gezond/", {}))
            return
        except (OSError, HTTPException):
            time.sleep(0.01)
    raise TimeoutError("de site antwoordt niet")


def verdeel(aantal: int, over: int, maak: Callable[[int], Verzoek]) -> list[list[Verzoek]]:
    """Requests over connections, each connection its own row."""
    return [[maak(nr) for nr in range(begin, aantal, over)] for begin in range(over)]
