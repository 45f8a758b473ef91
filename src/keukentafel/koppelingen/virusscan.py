"""Virus scanners: clamd over its own protocol, one for the demonstration, and one that is broken."""

from __future__ import annotations

import socket
import struct
from urllib.parse import urlsplit

from django.conf import settings

from keukentafel.dossier.documenten import Scannerstoring, Virusscanner

GEDULD = 20.0
BROK = 64 * 1024
POORT = 3310
# The sign that every scanner finds, in two pieces so that this file is not found itself.
PROEFVIRUS = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-" + b"STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Clamd:
    """ClamAV's daemon, on a port or a socket file, by INSTREAM: the file never has to be where clamd can read it."""

    def __init__(self, gastheer: str = "", poort: int = POORT, pad: str = "", geduld: float = GEDULD) -> None:
        self.gastheer, self.poort, self.pad, self.geduld = gastheer, poort, pad, geduld

    def besmetting(self, inhoud: bytes) -> str | None:
        """Ask clamd. Raises `Scannerstoring` when it cannot be reached or does not answer as it should."""
        try:
            with self._lijn() as lijn:
                lijn.sendall(b"zINSTREAM\0")
                for begin in range(0, len(inhoud), BROK):
                    brok = inhoud[begin : begin + BROK]
                    lijn.sendall(struct.pack("!I", len(brok)) + brok)
                lijn.sendall(struct.pack("!I", 0))
                antwoord = _lees(lijn)
        except OSError as fout:
            raise Scannerstoring("clamd is niet te bereiken") from fout
        return _uitkomst(antwoord)

    def _lijn(self) -> socket.socket:
        if not self.pad:
            return socket.create_connection((self.gastheer, self.poort), timeout=self.geduld)
        lijn = socket.socket(socket.AF_UNIX)
        lijn.settimeout(self.geduld)
        try:
            lijn.connect(self.pad)
        except OSError:
            lijn.close()
            raise
        return lijn


def _lees(lijn: socket.socket) -> str:
    delen = []
    while deel := lijn.recv(4096):
        delen.append(deel)
        if deel.endswith(b"\0") or sum(map(len, delen)) > BROK:
            break
    return b"".join(delen).rstrip(b"\0\n").decode("utf-8", "replace")


def _uitkomst(antwoord: str) -> str | None:
    """Read `stream: OK` or `stream: Naam FOUND`; anything else is no answer."""
    kop, _, rest = antwoord.partition(": ")
    if kop == "stream" and rest == "OK":
        return None
    if kop == "stream" and rest.endswith(" FOUND"):
        return rest.removesuffix(" FOUND")
    raise Scannerstoring("clamd gaf een antwoord dat wij niet kennen")


class Demo:
    """Knows one virus: the sign that is made for testing."""

    def besmetting(self, inhoud: bytes) -> str | None:
        """Find the test sign."""
        return "Proefvirus" if PROEFVIRUS in inhoud else None


class Stuk:
    """A scanner that never answers; also what stands where none is set up."""

    def besmetting(self, inhoud: bytes) -> str | None:
        """Never answers."""
        raise Scannerstoring("er is geen virusscanner ingericht")


def van_instelling() -> Virusscanner:
    """The scanner of this installation: clamd://host:port or clamd:///path/of/socket. Raises ValueError.

    Without one the demonstration has its own, and elsewhere every document waits.
    """
    if not settings.VIRUSSCANNER:
        return Demo() if settings.DEMO else Stuk()
    delen = urlsplit(settings.VIRUSSCANNER)
    if delen.scheme != "clamd" or not (delen.hostname or delen.path):
        raise ValueError("KEUKENTAFEL_VIRUSSCANNER: noem clamd://adres:3310 of clamd:///pad/van/clamd.ctl")
    return Clamd(delen.hostname or "", delen.port or POORT, "" if delen.hostname else delen.path)
