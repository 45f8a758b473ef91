"""Where the cases are kept: an SQLite file by default, PostgreSQL by one setting."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

BESTAND: Final = "keukentafel.sqlite3"
VERBINDING_BLIJFT: Final = 600
"""Seconds that a connection stays open for the next request."""
EIGEN_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "::1"})
"""To any other machine the line is encrypted, unless the address says otherwise."""
VOORBEREIDEN: Final = "voorbereiden"
"""In the address of PostgreSQL, with `nee`: prepare no statements, for who shares a connection with others."""
SCHEMAS: Final = ("postgres", "postgresql")

# FULL: what was acknowledged is on the disk. IMMEDIATE: a writer waits for its turn at the start, never halfway.
_SQLITE: Final = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000; "
    "PRAGMA temp_store=MEMORY;",
}  # fmt: skip


def databank(aanduiding: str, map_: str) -> dict[str, Any]:
    """The Django setting for a database: postgres://user:password@host:port/name, a path, or a file in `map_`.

    Without either, a database in memory that nothing is kept in. Raises ValueError with a plain message.
    """
    schema = urlsplit(aanduiding).scheme if "://" in aanduiding else ""
    if schema in SCHEMAS:
        return _postgres(aanduiding)
    if schema:
        raise ValueError(
            f"KEUKENTAFEL_DATABASE: {schema}:// kan niet; noem een bestand, of postgres://naam:wachtwoord@host:5432/db"
        )
    pad = aanduiding or (str(Path(map_) / BESTAND) if map_ else ":memory:")
    return _sqlite(pad)


def _sqlite(pad: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": pad,
        "OPTIONS": dict(_SQLITE),
        "CONN_MAX_AGE": VERBINDING_BLIJFT,
    }


def _postgres(adres: str) -> dict[str, Any]:
    delen = urlsplit(adres)
    naam = unquote(delen.path.lstrip("/"))
    if not naam:
        raise ValueError("KEUKENTAFEL_DATABASE: de naam van de databank ontbreekt achter de laatste /")
    opties: dict[str, Any] = dict(parse_qsl(delen.query))
    gastheer = opties.pop("host", "") or unquote(delen.hostname or "")
    if gastheer and not gastheer.startswith("/") and gastheer not in EIGEN_MACHINE:
        opties.setdefault("sslmode", "require")
    # What comes with every request is planned once for each connection.
    opties |= {"server_side_binding": True, "prepare_threshold": 5 if opties.pop(VOORBEREIDEN, "ja") == "ja" else None}
    return {
        "ENGINE": "keukentafel.inrichting.postgresql",
        "NAME": naam,
        "USER": unquote(delen.username or ""),
        "PASSWORD": unquote(delen.password or ""),
        "HOST": gastheer,
        "PORT": str(delen.port or ""),
        "OPTIONS": opties,
        "CONN_MAX_AGE": VERBINDING_BLIJFT,
        "CONN_HEALTH_CHECKS": True,
        # Works behind a pooler that gives each transaction another connection as well (with `?voorbereiden=nee`).
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }
