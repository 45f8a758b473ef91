"""How often one person may send or fetch in a minute: enough for a person, too little for a program.

Counted by account, in the memory of this process: with two processes somebody may do twice as much.
"""

from __future__ import annotations

import time

from django.conf import settings
from django.http import HttpRequest

from keukentafel.dossier.toegang import Persoon
from keukentafel.portaal.kader.grens import Venster

OPHALEN = (".pdf", ".ics", ".csv", ".json", ".parquet")
"""How the address of a download ends; others have `download` in it."""


class Grenzen:
    """The windows of this process: sending a form, and fetching a file."""

    def __init__(self) -> None:
        self.schrijven = Venster(settings.SCHRIJVEN_PER_MINUUT, 60)
        self.ophalen = Venster(settings.OPHALEN_PER_MINUUT, 60)

    def wacht(self, verzoek: HttpRequest, persoon: Persoon | None) -> int:
        """Count this request of a person. 0 when it may go on, else the seconds to wait. A limit of 0 is no limit."""
        venster = self._venster(verzoek)
        if persoon is None or venster is None or not venster.aantal:
            return 0
        return venster.neem(str(persoon.gebruiker.pk), time.monotonic())

    def _venster(self, verzoek: HttpRequest) -> Venster | None:
        if verzoek.method not in ("GET", "HEAD"):
            return self.schrijven
        return self.ophalen if verzoek.path.endswith(OPHALEN) or "/download" in verzoek.path else None
