"""The demonstration as a person starts it: an address that answers, a clean end, plain words when it cannot."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

START = "import sys; from pathlib import Path; from keukentafel.inrichting.demo import start;"


@contextmanager
def demo(aanroep: str, map_: Path) -> Iterator[subprocess.Popen[str]]:
    """The demonstration in a process of its own, which ends with the block, also when a test fails inside it."""
    with subprocess.Popen(
        [sys.executable, "-c", f"{START} start({aanroep})"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"PATH": "/usr/bin:/bin", "TMPDIR": str(map_), "PYTHONWARNINGS": "error"},
    ) as proces:
        try:
            yield proces
        finally:
            proces.kill()


@pytest.fixture
def bezet() -> Iterator[int]:
    with socket.socket() as contact:
        contact.bind(("127.0.0.1", 0))
        contact.listen()
        yield contact.getsockname()[1]


@pytest.mark.parametrize("einde", [signal.SIGINT, signal.SIGTERM])
def test_het_adres_antwoordt_en_het_einde_is_schoon(tmp_path: Path, einde: signal.Signals) -> None:
    with demo("0", tmp_path) as proces:
        assert proces.stdout is not None
        gevonden = re.fullmatch(r"Adres: http://127\.0\.0\.1:(\d+)\n", proces.stdout.readline())
        assert gevonden
        uitleg = proces.stdout.readline() + proces.stdout.readline()
        assert "/demo/" in uitleg and uitleg.endswith("Stoppen: Ctrl-C.\n")
        verbinding = HTTPConnection("127.0.0.1", int(gevonden[1]), timeout=20)
        verbinding.request("GET", "/", headers={"Accept-Encoding": "br"})
        antwoord = verbinding.getresponse()
        pagina = antwoord.read()
        stijl = re.search(rb"/statisch/keukentafel/stijl\.[0-9a-f]{12}\.css", pagina)
        assert antwoord.status == 200 and stijl
        verbinding.request("GET", stijl[0].decode(), headers={"Accept-Encoding": "br"})
        antwoord = verbinding.getresponse()
        assert antwoord.headers["Content-Encoding"] == "br" and "immutable" in antwoord.headers["Cache-Control"]
        antwoord.read()
        verbinding.close()
        time.sleep(0.1)
        proces.send_signal(einde)
        uit, fout = proces.communicate(timeout=20)
    assert (proces.returncode, uit, fout) == (0, "Gestopt.\n", "")
    assert not list(tmp_path.iterdir())


def test_een_bezette_poort(tmp_path: Path, bezet: int) -> None:
    with demo(str(bezet), tmp_path) as proces:
        uit, fout = proces.communicate(timeout=20)
    assert (proces.returncode, uit) == (1, "")
    assert f"Poort {bezet} kan niet gebruikt worden" in fout and "Traceback" not in fout


def test_een_map_die_niet_kan(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    with demo(f"0, Path({str(tmp_path / 'bestand' / 'map')!r})", tmp_path) as proces:
        _, fout = proces.communicate(timeout=20)
    assert proces.returncode == 1
    assert "kan niet gebruikt worden" in fout and "Traceback" not in fout
