"""What holds for every test: nothing leaves this machine, and a busy machine fails no test."""

from __future__ import annotations

import ipaddress
import sys
from typing import Any

from hypothesis import HealthCheck, settings

settings.register_profile("huis", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("huis")

EIGEN_NAMEN = {"localhost", ""}


class VerbindingNaarBuiten(RuntimeError):
    """A test wanted to reach another machine."""


def is_eigen(gastheer: Any) -> bool:
    """Say whether a host, as a socket call names it, is this machine itself."""
    naam = gastheer.decode() if isinstance(gastheer, bytes) else gastheer
    if naam is None or naam in EIGEN_NAMEN:
        return True
    try:
        return ipaddress.ip_address(naam).is_loopback
    except ValueError:
        return False


def bewaak(gebeurtenis: str, gegevens: tuple[Any, ...]) -> None:
    """Refuse the socket calls that name another machine; an audit hook sees those of C code as well."""
    if gebeurtenis == "socket.getaddrinfo":
        gastheer = gegevens[0]
    elif gebeurtenis in {"socket.connect", "socket.sendto", "socket.bind"} and isinstance(gegevens[1], tuple):
        gastheer = gegevens[1][0]
    else:
        return
    if not is_eigen(gastheer):
        raise VerbindingNaarBuiten(f"{gebeurtenis} naar {gastheer!r}: een test blijft op deze machine")


sys.addaudithook(bewaak)
