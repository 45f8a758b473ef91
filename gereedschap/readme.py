"""Put the real output of one ready case in both READMEs: its terms, its penalty and what can happen now."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
BLADEN = (WORTEL / "README.md", WORTEL / "README.nl.md")
VOORBEELD = "te-laat-dwangsom-loopt"
DELEN = ("Zaak ", "TERMIJNEN", "DWANGSOM", "WAT NU")
PLEK = re.compile(r"(<!-- uitvoer -->\n```text\n).*?(```\n)", re.DOTALL)


def _keukentafel(*opdracht: str, invoer: str = "") -> str:
    """What the program prints for a command, at the width of a page."""
    return subprocess.run(
        [sys.executable, "-c", "from keukentafel.inrichting.opdrachten import main; main()", *opdracht],
        input=invoer,
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "116", "PYTHONIOENCODING": "utf-8"},
    ).stdout


def uitvoer() -> str:
    """The parts of the judgement that a README has room for; what is left out shows as an ellipsis."""
    alles = _keukentafel("toets", "-", invoer=_keukentafel("voorbeeld", VOORBEELD))
    tekst = ""
    for stuk in alles.rstrip().split("\n\n"):
        if stuk.startswith(DELEN):
            tekst += "\n".join(regel.rstrip() for regel in stuk.splitlines()) + "\n\n"
        elif not tekst.endswith("…\n\n"):
            tekst += "…\n\n"
    return tekst.rstrip() + "\n"


def vernieuw(blad: str, tekst: str) -> str:
    """A page with the output put in its place."""
    return PLEK.sub(lambda plek: plek[1] + tekst + plek[2], blad)


def main() -> None:
    """Write both pages."""
    tekst = uitvoer()
    for pad in BLADEN:
        pad.write_text(vernieuw(pad.read_text("utf-8"), tekst), "utf-8")


if __name__ == "__main__":
    main()
