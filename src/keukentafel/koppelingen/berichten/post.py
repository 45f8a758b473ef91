"""Paper: a folder a day with a PDF for each letter and a list for whoever prints and posts them.

The name of a file follows from its message, and the list names each once: the same message again changes nothing.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from keukentafel.brieven.gemeente import als_pdf, brieven_uit
from keukentafel.dossier.models import Uitgaand
from keukentafel.dossier.outbox import GEEN_ADRES, Verzendfout
from keukentafel.koppelingen.berichten.verzendboek import bewaar_map, schrijf

LIJST = "lijst.csv"
KOLOMMEN = ("bestand", "kenmerk", "soort", "sleutel")
_AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Post:
    """The print queue in a folder: <municipality>/<day>/<case>-<fact>-<letter>.pdf and lijst.csv."""

    def __init__(self, map_: Path) -> None:
        self.map = map_

    def verstuur(self, bericht: Uitgaand) -> None:
        """Lay the letter ready. Raises `Verzendfout`."""
        dag = bericht.gemaakt_op.astimezone(_AMSTERDAM).date().isoformat()
        map_ = self.map / bericht.zaak.gemeente.kenmerk / dag
        try:
            if bericht.sleutel in _sleutels(map_ / LIJST):
                return
            self._leg_klaar(map_, bericht)
        except OSError as fout:
            raise Verzendfout("De map voor de post is vol of niet te beschrijven.") from fout

    def controleer(self) -> None:
        """Can the folder be written? Raises `Verzendfout`."""
        try:
            proef = self.map / ".proef"
            schrijf(proef, b"proef")
            proef.unlink()
        except OSError as fout:
            raise Verzendfout("De map voor de post is vol of niet te beschrijven.") from fout

    def _leg_klaar(self, map_: Path, bericht: Uitgaand) -> None:
        try:
            brieven, ontvanger = brieven_uit(bericht.inhoud)
        except ValueError as fout:
            raise Verzendfout(str(fout)) from fout
        if not (ontvanger.adres and ontvanger.postcode_plaats):
            # The address may have been written down after the letter was made.
            mens = bericht.zaak.betrokkene
            if ontvanger.namens or not (mens.adres and mens.postcode_plaats):
                raise Verzendfout(GEEN_ADRES)
            ontvanger = ontvanger._replace(adres=mens.adres, postcode_plaats=mens.postcode_plaats)
        naam = f"{bericht.zaak.nummer}-{bericht.feit_nr:04d}-{bericht.soort}"
        regels = []
        for brief in brieven:
            bestand = f"{naam}{'' if brief.taal == 'nl' else '-' + brief.taal}.pdf"
            schrijf(map_ / bestand, als_pdf(brief, ontvanger))
            regels.append((bestand, bericht.zaak.nummer, bericht.soort, bericht.sleutel))
        _voeg_toe(map_ / LIJST, regels)


def _sleutels(lijst: Path) -> set[str]:
    if not lijst.exists():
        return set()
    with lijst.open(encoding="utf-8", newline="") as lezer:
        return {rij["sleutel"] for rij in csv.DictReader(lezer) if rij.get("sleutel")}


def _voeg_toe(lijst: Path, regels: Sequence[Sequence[str]]) -> None:
    """Add the lines in one write, so that two workers never mix theirs."""
    tekst = io.StringIO()
    schrijver = csv.writer(tekst)
    if not lijst.exists():
        schrijver.writerow(KOLOMMEN)
    schrijver.writerows(regels)
    wijzer = os.open(lijst, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(wijzer, tekst.getvalue().encode())
        os.fsync(wijzer)
    finally:
        os.close(wijzer)
    bewaar_map(lijst.parent)
