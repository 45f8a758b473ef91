"""Write the approved texts anew, to be read before they are committed.

Run as `python -m tests.brieven.gemeente.schrijf_teksten`.
"""

from __future__ import annotations

import os
from pathlib import Path

import django

TEKSTEN = Path(__file__).parent / "teksten"


def schrijf() -> None:
    """One file a letter and language."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "keukentafel.inrichting.settings")
    django.setup()
    from keukentafel.brieven.gemeente import als_tekst
    from tests.brieven.gemeente.gevallen import GEVALLEN, ONTVANGER, geval

    TEKSTEN.mkdir(exist_ok=True)
    for naam in GEVALLEN:
        for brief in geval(naam):
            (TEKSTEN / f"{naam}.{brief.taal}.txt").write_text(als_tekst(brief, ONTVANGER), "utf-8")


if __name__ == "__main__":
    schrijf()
