"""The municipality's own words in letters: dated settings of the kind `brief`, read for the day of the letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from keukentafel.brieven.gemeente.beeld import Afzender
from keukentafel.brieven.gemeente.model import EIGEN_WOORDEN
from keukentafel.dossier.instellingen import geldend
from keukentafel.dossier.models import Gemeente

SOORT = "brief"
ALGEMEEN = "algemeen"
"""The name of the setting that holds the words for every letter; the others bear the name of their letter."""


def afzenders(gemeente: Gemeente, dag: date, ondertekenaar: str = "", functie: str = "") -> Mapping[str, Afzender]:
    """Who writes, by the name of the letter, with the words as they stand on this day."""
    rijen = geldend(gemeente, SOORT, dag)
    woorden = dict(rijen[ALGEMEEN].waarde) if ALGEMEEN in rijen else {}
    gewoon = Afzender(
        gemeente.naam, gemeente.adres, gemeente.telefoon, gemeente.email, ondertekenaar, functie,
        {naam: str(woorden[naam]) for naam in EIGEN_WOORDEN if woorden.get(naam)},
    )  # fmt: skip
    uit: dict[str, Afzender] = defaultdict(lambda: gewoon)
    for naam, rij in rijen.items():
        alineas = {taal: str(rij.waarde.get(taal) or "") for taal in ("nl", "en")}
        eigen = {**gewoon.eigen, "sjabloon": rij.vanaf.isoformat()}
        uit[naam] = gewoon._replace(eigen=eigen, alineas=alineas)
    return uit
