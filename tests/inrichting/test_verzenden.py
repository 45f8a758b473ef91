"""The command that sends what waits: once, until it is stopped, and the list of what is stuck."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest

from tests.inrichting.test_bewaren import PROGRAMMA, data, eerst, roep

__all__ = ["data", "eerst"]


def test_wat_vastloopt_staat_in_de_lijst_met_de_reden_en_zonder_naam(data: Path) -> None:
    antwoord = roep("verzend", "--vast", "--map", str(data))
    kop, regel, *wegen = antwoord.stdout.splitlines()
    assert kop == "Vast: 1. Een beheerder kan ze opnieuw laten proberen."
    assert "via print, 3 keer: De map voor de post is vol" in regel
    assert "Z-2026" not in regel
    geen = "Er is nog geen mailserver ingesteld (KEUKENTAFEL_MAIL)."
    assert wegen[:2] == ["print: werkt.", f"email: {geen}"]


def test_eenmaal_verstuurt_en_stopt(data: Path) -> None:
    antwoord = roep("verzend", "--eenmaal", "--map", str(data))
    assert antwoord.returncode == 0, antwoord.stderr
    assert antwoord.stdout.splitlines()[0].endswith(" berichten verzonden.")


def test_een_werker_stopt_netjes(data: Path) -> None:
    werker = subprocess.Popen(
        [*PROGRAMMA, "verzend", "--map", str(data)], stdout=subprocess.PIPE, text=True, env={"PATH": "/usr/bin:/bin"}
    )
    assert werker.stdout is not None
    with werker.stdout:
        assert werker.stdout.readline() == "Berichten worden verzonden. Stop met Ctrl-C.\n"
        werker.send_signal(signal.SIGTERM)
        assert werker.stdout.read() == "Gestopt.\n"
    assert werker.wait(timeout=20) == 0


@pytest.mark.parametrize(("mail", "reden"), [("ftp://x", "KEUKENTAFEL_MAIL"), ("smtp://x:99999", "poort")])
def test_een_verkeerde_instelling_is_een_weigering(data: Path, mail: str, reden: str) -> None:
    antwoord = roep("verzend", "--eenmaal", "--map", str(data), KEUKENTAFEL_MAIL=mail)
    assert antwoord.returncode == 1
    assert reden in antwoord.stderr
