"""Tokens for programs that use the API (`sleutel`): made, shown once, and ended."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from keukentafel.inrichting.opdrachten.bewaren import open_bewaarplaats
from keukentafel.inrichting.opdrachten.weigering import Geweigerd

if TYPE_CHECKING:
    from keukentafel.dossier.models import Gemeente


def sleutel(aanroep: argparse.Namespace) -> None:
    """`sleutel`: make a token for a program, or end those of one name. Raises Geweigerd."""
    open_bewaarplaats(aanroep)
    from keukentafel.dossier.models import Gemeente

    gemeente = Gemeente.objects.filter(kenmerk=aanroep.gemeente).first()
    if gemeente is None:
        bekend = ", ".join(Gemeente.objects.order_by("kenmerk").values_list("kenmerk", flat=True))
        raise Geweigerd(f"--gemeente: {aanroep.gemeente!r} is er niet; wel: {bekend}")
    if aanroep.trek_in:
        from keukentafel.dossier import sleutels

        aantal = sum(sleutels.trek_in(rij) for rij in gemeente.sleutels.filter(naam=aanroep.naam))
        print(f"{aantal} ingetrokken.")
        return
    _maak(aanroep, gemeente)


def _maak(aanroep: argparse.Namespace, gemeente: Gemeente) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from keukentafel.dossier import sleutels
    from keukentafel.dossier.models import Gebruiker
    from keukentafel.dossier.sleutels import LANGST, Bereik

    redenen = []
    hier = Gebruiker.objects.filter(mandaten__gemeente=gemeente, is_active=True)
    mensen = list(hier.filter(onderwerp=aanroep.als).distinct())
    if len(mensen) != 1:
        redenen.append(f"--als: er is in deze gemeente niet precies één persoon met het kenmerk {aanroep.als!r}")
    gevraagd = list(dict.fromkeys(deel.strip() for keer in aanroep.bereik for deel in keer.split(",")))
    vreemd = [deel for deel in gevraagd if deel not in list(Bereik)]
    if vreemd:
        redenen.append(f"--bereik: {', '.join(vreemd)} is niet bekend; kies uit {', '.join(Bereik)}")
    if not 1 <= aanroep.dagen <= LANGST:
        redenen.append(f"--dagen: neem 1 tot en met {LANGST}")
    if redenen:
        raise Geweigerd(redenen)
    eind = timezone.now() + timedelta(days=aanroep.dagen)
    uit = sleutels.geef_uit(gemeente, mensen[0], aanroep.naam, [Bereik(b) for b in gevraagd], eind)
    print(uit.geheim)
    print(f"Bewaar hem nu: hij is niet meer op te vragen. Hij geldt tot {eind:%Y-%m-%d}.", file=sys.stderr)
