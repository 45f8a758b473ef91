"""The site as visitors meet it: weight of the start page, time to the first answer, the result page under load."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import yaml

VERBINDINGEN = 8
VRAGEN = 15
"""Per connection; each asks again one second after its answer, as a reader does."""
PAUZE = 1.0
STARTRONDES = 3
CASUS = Path(__file__).resolve().parents[1] / "src/keukentafel/inrichting/voorbeelden/alles-op-tijd.yaml"
KOPPEN = {"Accept-Encoding": "br, gzip", "User-Agent": "bench"}
VORM = {**KOPPEN, "Content-Type": "application/x-www-form-urlencoded"}
GELADEN = re.compile(r'<(?:link rel="(?:stylesheet|preload|icon)"|script|img)[^>]*? (?:href|src)="(/[^"]+)"')
GUNICORN = ["-m", "gunicorn", "keukentafel.inrichting.wsgi:application", "--workers=2", "--log-level=error"]


def cijfers() -> list[tuple[str, str, str]]:
    """The figures of the site with their goals."""
    with TemporaryDirectory() as map_:
        eerst = _start_tot_antwoord(map_)  # the made-up municipality is laid out here, once
        start = min(_start_tot_antwoord(map_) for _ in range(STARTRONDES))
    with _gunicorn() as poort:
        gewicht, delen = _gewicht(poort)
        alleen = _p95(_ronde(poort, verbindingen=1))
        samen = _p95(_ronde(poort, VERBINDINGEN))
    return [
        (f"startpagina over de lijn ({delen} bestanden, met kopregels)", f"{gewicht / 1000:.0f} kB", "≤ 100 kB"),
        ("opstarten tot het eerste antwoord", f"{start:.2f} s", "≤ 2 s"),
        ("de demo voor het eerst, met de hele verzonnen gemeente", f"{eerst:.2f} s", "-"),
        ("uitkomstpagina, p95, 1 verbinding", f"{alleen:.0f} ms", "-"),
        (f"uitkomstpagina, p95, {VERBINDINGEN} verbindingen, gunicorn 2 werkers", f"{samen:.0f} ms", "≤ 60 ms"),
    ]


def _vrije_poort() -> int:
    with socket.socket() as contact:
        contact.bind(("127.0.0.1", 0))
        return int(contact.getsockname()[1])


def _vraag(poort: int, pad: str, lijf: str | None = None) -> tuple[int, bytes, int]:
    """Status, content and bytes on the wire (headers and body) of one request."""
    verbinding = HTTPConnection("127.0.0.1", poort, timeout=30)
    try:
        verbinding.request("POST" if lijf else "GET", pad, lijf, VORM if lijf else KOPPEN)
        antwoord = verbinding.getresponse()
        inhoud = antwoord.read()
        kop = sum(len(naam) + len(waarde) + 4 for naam, waarde in antwoord.getheaders()) + 19
        return antwoord.status, _uitgepakt(inhoud, antwoord.getheader("Content-Encoding")), kop + len(inhoud)
    finally:
        verbinding.close()


def _uitgepakt(inhoud: bytes, vorm: str | None) -> bytes:
    if vorm == "br":
        import brotli

        return bytes(brotli.decompress(inhoud))
    if vorm == "gzip":
        import gzip

        return gzip.decompress(inhoud)
    return inhoud


def _wacht(poort: int, begin: float) -> float:
    """Seconds from `begin` until the start page answers."""
    while time.perf_counter() - begin < 60:
        try:
            if _vraag(poort, "/")[0] == 200:
                return time.perf_counter() - begin
        except (OSError, HTTPException):
            time.sleep(0.01)
    raise TimeoutError("de site antwoordt niet")


def _start_tot_antwoord(map_: str) -> float:
    """From the start of `keukentafel demo` in this folder to the first page."""
    poort = _vrije_poort()
    opdracht = "import sys, pathlib; from keukentafel.inrichting.demo import start;"
    opdracht += "start(int(sys.argv[1]), pathlib.Path(sys.argv[2]))"
    begin = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", opdracht, str(poort), map_], stdout=subprocess.DEVNULL) as proces:
        try:
            return _wacht(poort, begin)
        finally:
            proces.terminate()


@contextmanager
def _gunicorn() -> Iterator[int]:
    poort = _vrije_poort()
    omgeving = {**os.environ, "KEUKENTAFEL_LOG": "WARNING"}
    with subprocess.Popen([sys.executable, *GUNICORN, f"--bind=127.0.0.1:{poort}"], env=omgeving) as proces:
        try:
            _wacht(poort, time.perf_counter())
            yield poort
        finally:
            proces.terminate()


def _gewicht(poort: int) -> tuple[int, int]:
    """Bytes on the wire of the start page with all it loads, and how many files that is."""
    _, pagina, bytes_ = _vraag(poort, "/")
    adressen = set(GELADEN.findall(pagina.decode()))
    for adres in [a for a in adressen if a.endswith(".css")]:
        stijl = _vraag(poort, adres)[1].decode()
        adressen |= {f"{adres.rpartition('/')[0]}/{deel}" for deel in re.findall(r'url\("?([^":)]+)"?\)', stijl)}
    return bytes_ + sum(_vraag(poort, adres)[2] for adres in adressen), 1 + len(adressen)


def _ronde(poort: int, verbindingen: int) -> list[float]:
    """Milliseconds of each answer, all connections together; the first of each, on a cold worker, is left out."""
    lijf = urlencode({"dossier": json.dumps(yaml.safe_load(CASUS.read_text("utf-8")), default=str)})
    duren: list[float] = []

    def bezoeker(nummer: int) -> None:
        time.sleep(nummer * PAUZE / verbindingen)
        for keer in range(VRAGEN):
            begin = time.perf_counter()
            status, inhoud, _ = _vraag(poort, "/wat-nu/uitkomst/", lijf)
            if status != 200 or b"kt-klok" not in inhoud:
                raise RuntimeError(f"de uitkomstpagina gaf {status}")
            if keer:
                duren.append((time.perf_counter() - begin) * 1000)
            time.sleep(PAUZE)

    draden = [threading.Thread(target=bezoeker, args=(nummer,)) for nummer in range(verbindingen)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    if len(duren) != verbindingen * (VRAGEN - 1):
        raise RuntimeError("niet elke vraag kreeg een antwoord")
    return duren


def _p95(duren: list[float]) -> float:
    return sorted(duren)[int(len(duren) * 0.95)]
