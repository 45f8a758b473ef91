"""Write the approved texts anew, to be read before they are committed: `python -m tests.brieven.schrijf_teksten`."""

from __future__ import annotations

from tests.brieven.gevallen import GEVALLEN
from tests.brieven.test_teksten import TALEN, TEKSTEN, geschreven

if __name__ == "__main__":
    TEKSTEN.mkdir(exist_ok=True)
    for brief in GEVALLEN:
        for taal in TALEN:
            (TEKSTEN / f"{brief}.{taal}.txt").write_text(geschreven(brief, taal), "utf-8")
