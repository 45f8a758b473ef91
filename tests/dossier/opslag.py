"""Throw-away databases for the tests of what is kept: the same tables on SQLite and on PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from django.core.management import call_command
from django.db import connections

from gereedschap.postgres import Cluster
from keukentafel.inrichting.databank import databank

SOORTEN = ("sqlite", "postgres")
GEWOON: dict[str, Any] = {
    "ATOMIC_REQUESTS": False,
    "AUTOCOMMIT": True,
    "CONN_MAX_AGE": 0,
    "CONN_HEALTH_CHECKS": False,
    "TIME_ZONE": None,
    "USER": "",
    "PASSWORD": "",
    "HOST": "",
    "PORT": "",
    "TEST": {"CHARSET": None, "COLLATION": None, "MIGRATE": True, "MIRROR": None, "NAME": None},
}


@dataclass(frozen=True, slots=True)
class Opslag:
    """A database with the tables in it. `adres`: as `KEUKENTAFEL_DATABASE` takes it, for another process."""

    soort: str
    adres: str
    instelling: dict[str, Any]


def op(adres: str) -> Opslag:
    """The database at an address, set up as the program sets it up."""
    instelling = GEWOON | databank(adres, "")
    return Opslag("postgres" if "://" in adres else "sqlite", adres, instelling)


@contextmanager
def gebruik(opslag: Opslag) -> Iterator[Opslag]:
    """Let Django use this database, in every thread, until the end of the block."""
    oud_instelling, oud = connections.databases["default"], connections["default"]
    connections.databases["default"] = opslag.instelling
    connections["default"] = connections.create_connection("default")
    try:
        yield opslag
    finally:
        connections["default"].close()
        connections.databases["default"] = oud_instelling
        connections["default"] = oud


def met_tabellen(opslag: Opslag) -> Opslag:
    """Make the tables, by the migrations."""
    with gebruik(opslag):
        call_command("migrate", verbosity=0)
    return opslag


TABELLEN = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 'dossier_%'"
WACHTERS = "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal"


class Voorraad:
    """Makes databases by copying one that was migrated once; on PostgreSQL one that a test left whole is emptied."""

    def __init__(self, plek: Path, start_server: Callable[[], Cluster]) -> None:
        self.plek, self.start_server = plek, start_server
        self.gemaakt: set[str] = set()
        self.teller = 0
        self.leegmaken, self.wachters, self.vorige = "", [(0,)], ""

    def nieuw(self, soort: str) -> Opslag:
        """A database of its own for one test."""
        self.teller += 1
        return self._sqlite() if soort == "sqlite" else self._postgres()

    def _sqlite(self) -> Opslag:
        mal = self.plek / "mal.db"
        if "sqlite" not in self.gemaakt:
            met_tabellen(op(str(mal)))
            self.gemaakt.add("sqlite")
        return op(str(shutil.copy(mal, self.plek / f"proef{self.teller}.db")))

    def _postgres(self) -> Opslag:
        server = self.start_server()
        if "postgres" not in self.gemaakt:
            server.voer_uit("CREATE DATABASE mal")
            met_tabellen(op(server.adres("mal")))
            self.gemaakt.add("postgres")
            tabellen = ", ".join(naam for (naam,) in server.voer_uit(TABELLEN, "mal"))
            self.leegmaken = f"SET lock_timeout = '5s'; TRUNCATE {tabellen} RESTART IDENTITY"
            self.wachters = server.voer_uit(WACHTERS, "mal")
        if not self._leeg(server):
            self.vorige = f"proef{self.teller}"
            server.voer_uit(f"CREATE DATABASE {self.vorige} TEMPLATE mal")
        return op(server.adres(self.vorige))

    def _leeg(self, server: Cluster) -> bool:
        """Empty the database of the test before; False when there is none, or it is not as it was made."""
        if not self.vorige or server.voer_uit(WACHTERS, self.vorige) != self.wachters:
            return False
        try:
            server.voer_uit(self.leegmaken, self.vorige)
        except psycopg.OperationalError:  # somebody still holds it
            return False
        return True
