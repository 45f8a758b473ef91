"""Sending what waits (`verzend`), and the daily list of what is stuck."""

from __future__ import annotations

import argparse
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

from keukentafel.inrichting.opdrachten.bewaren import open_bewaarplaats
from keukentafel.inrichting.opdrachten.weigering import Geweigerd

if TYPE_CHECKING:
    from keukentafel.koppelingen.berichten.inrichten import Kanaal

RUST = 2.0
"""Seconds between two looks at the outbox when nothing waits."""


def verzend(aanroep: argparse.Namespace) -> None:
    """`verzend`: work off the outbox until stopped, or once. Raises Geweigerd for settings that cannot work."""
    open_bewaarplaats(aanroep)
    if aanroep.vast:
        _toon_vast()
        return
    from keukentafel.koppelingen.berichten import kanalen

    try:
        wegen = kanalen()
    except ValueError as fout:
        raise Geweigerd(str(fout)) from None
    if aanroep.eenmaal:
        from keukentafel.dossier.outbox import werk_af

        print(f"{werk_af(wegen, hoogstens=10_000)} berichten verzonden.")
        _toon_vast()
        return
    _blijf_verzenden(wegen)


def _blijf_verzenden(wegen: Mapping[str, Kanaal]) -> None:
    """Until Ctrl-C or a polite end by the system; the message at hand is finished first."""
    genoeg = Event()
    for teken in (signal.SIGTERM, signal.SIGINT):
        signal.signal(teken, lambda *_: genoeg.set())
    print("Berichten worden verzonden. Stop met Ctrl-C.", flush=True)
    _werk_tot(genoeg, wegen)
    print("Gestopt.", flush=True)


def _werk_tot(genoeg: Event, wegen: Mapping[str, Kanaal]) -> None:
    from django.db import close_old_connections, connection

    from keukentafel.dossier.outbox import werk_af

    while not genoeg.is_set():
        close_old_connections()
        # One by one, so that a stop never waits for a long row.
        if not werk_af(wegen, hoogstens=1):
            genoeg.wait(RUST)
    connection.close()


@contextmanager
def achtergrond() -> Iterator[None]:
    """Send beside the web server of a small installation, in one thread that ends with it."""
    from keukentafel.koppelingen.berichten import kanalen

    genoeg = Event()
    werker = Thread(target=_werk_tot, args=(genoeg, kanalen()), daemon=True)
    werker.start()
    try:
        yield
    finally:
        genoeg.set()
        werker.join(timeout=10)


def _toon_vast() -> None:
    """What failed several times: when it was made, by which way, how often it was tried, and why it fails."""
    from keukentafel.dossier.outbox import vastgelopen

    rijen = list(vastgelopen().select_related("zaak__gemeente"))
    if not rijen:
        print("Er staat niets vast.")
        return
    print(f"Vast: {len(rijen)}. Een beheerder kan ze opnieuw laten proberen.")
    for rij in rijen:
        waar = f"{rij.zaak.gemeente.naam}, bericht {rij.pk}"
        print(f"- {rij.gemaakt_op:%Y-%m-%d} {waar}: {rij.soort} via {rij.kanaal}, {rij.pogingen} keer: {rij.fout}")
