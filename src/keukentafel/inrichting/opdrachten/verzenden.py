"""Sending what waits (`verzend`), and the daily list of what is stuck."""

from __future__ import annotations

import argparse
import signal
from collections.abc import Mapping
from threading import Event
from typing import TYPE_CHECKING

from keukentafel.inrichting.opdrachten.bewaren import open_bewaarplaats
from keukentafel.inrichting.opdrachten.weigering import Geweigerd

if TYPE_CHECKING:
    from keukentafel.koppelingen.berichten.inrichten import Kanaal


def verzend(aanroep: argparse.Namespace) -> None:
    """`verzend`: work off the outbox until stopped, or once. Raises Geweigerd for settings that cannot work."""
    open_bewaarplaats(aanroep)
    from keukentafel.koppelingen.berichten import kanalen

    try:
        wegen = kanalen()
    except ValueError as fout:
        raise Geweigerd(str(fout)) from None
    if aanroep.vast:
        _toon_vast()
        _toon_wegen(wegen)
        return
    if aanroep.eenmaal:
        from keukentafel.dossier.afgeleid import ververs
        from keukentafel.dossier.outbox import werk_af
        from keukentafel.dossier.vastleggen import vandaag

        print(f"{werk_af(wegen, hoogstens=10_000)} berichten verzonden.")
        while ververs(vandaag()):
            pass
        _toon_vast()
        return
    _blijf_verzenden(wegen)


def _blijf_verzenden(wegen: Mapping[str, Kanaal]) -> None:
    """Until Ctrl-C or a polite end by the system; the message at hand is finished first."""
    from keukentafel.koppelingen.berichten.werker import werk_tot

    genoeg = Event()
    for teken in (signal.SIGTERM, signal.SIGINT):
        signal.signal(teken, lambda *_: genoeg.set())
    print("Berichten worden verzonden. Stop met Ctrl-C.", flush=True)
    werk_tot(genoeg, wegen)
    print("Gestopt.", flush=True)


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


def _toon_wegen(wegen: Mapping[str, Kanaal]) -> None:
    """Does each way work at this moment? It is tried without sending anything."""
    from keukentafel.dossier.outbox import Verzendfout

    for naam, weg in wegen.items():
        try:
            weg.controleer()
        except Verzendfout as fout:
            print(f"{naam}: {fout}")
        else:
            print(f"{naam}: werkt.")
