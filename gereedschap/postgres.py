"""A PostgreSQL of our own, for tests and measurements: made in a temporary directory and gone afterwards.

It listens on a socket in that directory and on no port. PostgreSQL refuses to run as root, so root lets the user run
it that Debian's package made.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from resource import RLIMIT_FSIZE, setrlimit
from typing import Any

GEBRUIKER = "keukentafel"
GEDULD = 60.0
INSTELLINGEN = {
    "listen_addresses": "",
    "shared_buffers": "32MB",
    "max_connections": "40",
    "log_min_messages": "fatal",
    "timezone": "UTC",
}
VLUCHTIG = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class PostgresOntbreekt(RuntimeError):
    """There is no PostgreSQL on this machine; the text says how to get it."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running server: the directory of its socket, and the process."""

    socket: Path
    pid: int

    def adres(self, database: str = "postgres") -> str:
        """The address of a database, as `KEUKENTAFEL_DATABASE` takes it."""
        return f"postgres://{GEBRUIKER}@/{database}?host={self.socket}"

    def voer_uit(self, opdracht: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """Run one statement outside a transaction and give its rows."""
        import psycopg

        with psycopg.connect(host=str(self.socket), user=GEBRUIKER, dbname=database, autocommit=True) as lijn:
            uit = lijn.execute(opdracht)
            return uit.fetchall() if uit.description else []


def programma(naam: str) -> str:
    """The path of a program of PostgreSQL's, newest version first. Raises `PostgresOntbreekt`."""
    mappen = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True)
    gevonden = next((str(m / naam) for m in mappen if (m / naam).exists()), None) or shutil.which(naam)
    if gevonden is None:
        raise PostgresOntbreekt("PostgreSQL ontbreekt. Installeer het met:  sudo apt-get install -y postgresql")
    return gevonden


@contextmanager
def cluster(*, duurzaam: bool = False, grens: int = 0) -> Iterator[Cluster]:
    """Start a server in a new directory and stop it afterwards.

    `duurzaam`: with fsync, as in real use. `grens`: no file of it may grow past so many bytes, as on a full disk.
    """
    initdb, postgres = programma("initdb"), programma("postgres")
    als = _andere_gebruiker()
    plek = Path(tempfile.mkdtemp(prefix="kt-pg-"))
    try:
        if als:
            shutil.chown(plek, als["user"], als["group"])
        data = plek / "data"
        opzet = [initdb, "-D", str(data), "-U", GEBRUIKER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]
        opzet += ["--wal-segsize=1"] if grens else []
        subprocess.run(opzet, check=True, capture_output=True, cwd=plek, timeout=GEDULD * 2, **als)
        keuzes = INSTELLINGEN | {"unix_socket_directories": str(plek)} | ({} if duurzaam else VLUCHTIG)
        opties = [deel for naam, waarde in keuzes.items() for deel in ("-c", f"{naam}={waarde}")]
        with (plek / "log").open("wb") as log:
            begrensd = {"preexec_fn": lambda: setrlimit(RLIMIT_FSIZE, (grens, grens))} if grens else {}
            proces = subprocess.Popen(
                [postgres, "-D", str(data), *opties], stderr=log, stdout=log, cwd=plek, **als, **begrensd
            )
        try:
            server = Cluster(plek, proces.pid)
            _wacht(server, proces, plek / "log")
            yield server
        finally:
            # Fast: no waiting for clients. What need not last is not even written out.
            proces.send_signal(signal.SIGINT if duurzaam else signal.SIGQUIT)
            proces.wait(timeout=GEDULD)
    finally:
        shutil.rmtree(plek, ignore_errors=True)


def _andere_gebruiker() -> dict[str, Any]:
    """For root: as whom the server runs."""
    if os.geteuid() != 0:
        return {}
    for naam in ("postgres", "nobody"):
        try:
            wie = pwd.getpwnam(naam)
        except KeyError:
            continue
        return {"user": wie.pw_uid, "group": wie.pw_gid, "extra_groups": []}
    raise PostgresOntbreekt("Er is geen gebruiker waaronder PostgreSQL kan draaien; maak de gebruiker postgres aan.")


def _wacht(server: Cluster, proces: subprocess.Popen[bytes], log: Path) -> None:
    import psycopg

    eind = time.monotonic() + GEDULD
    while time.monotonic() < eind and proces.poll() is None:
        try:
            server.voer_uit("SELECT 1")
            return
        except psycopg.OperationalError:
            time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL start niet: {log.read_text('utf-8', 'replace')[-500:]}")
