"""Working off the outbox until told to stop: as a process of its own, or in one thread beside a small web server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Event, Thread

from django.db import close_old_connections, connection

from keukentafel.dossier.afgeleid import ververs
from keukentafel.dossier.documenten import keur_wachtende
from keukentafel.dossier.outbox import Kanaal, werk_af
from keukentafel.dossier.vastleggen import vandaag
from keukentafel.koppelingen.berichten.inrichten import kanalen

RUST = 2.0
"""Seconds between two looks at the outbox when nothing waits."""


def werk_tot(genoeg: Event, wegen: Mapping[str, Kanaal]) -> None:
    """Send until `genoeg` is set; what is at hand is finished first.

    When nothing waits: bring the lists up to this day, and scan documents that waited for the scanner.
    """
    while not genoeg.is_set():
        close_old_connections()
        # One by one, so that a stop never waits for a long row.
        if not werk_af(wegen, hoogstens=1) and not ververs(vandaag()):
            keur_wachtende()
            genoeg.wait(RUST)
    connection.close()


@contextmanager
def achtergrond() -> Iterator[None]:
    """Send beside the web server of a small installation, in one thread that ends with it."""
    genoeg = Event()
    werker = Thread(target=werk_tot, args=(genoeg, kanalen()), daemon=True)
    werker.start()
    try:
        yield
    finally:
        genoeg.set()
        werker.join(timeout=10)
