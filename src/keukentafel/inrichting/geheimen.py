"""The secrets of an installation: they come from the environment, and nothing starts for real without them."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Final

GEHEIM: Final = "KEUKENTAFEL_GEHEIM"
SLEUTELS: Final = "KEUKENTAFEL_SLEUTELS"
INDEXSLEUTEL: Final = "KEUKENTAFEL_INDEXSLEUTEL"
WAARVOOR: Final[Mapping[str, str]] = {
    GEHEIM: "tekent de sessies",
    SLEUTELS: "versleutelt namen en nummers in de databank; de nieuwste eerst, met komma's ertussen",
    INDEXSLEUTEL: "vindt een burgerservicenummer zonder het te lezen",
}
KORTSTE: Final = 32
DEMOBESTAND: Final = "demo-geheimen.json"


def wat_ontbreekt(omgeving: Mapping[str, str]) -> list[str]:
    """What must still be set before cases may be kept: one plain sentence each, empty when all is there."""
    uit = []
    for naam, waarvoor in WAARVOOR.items():
        delen = [deel.strip() for deel in omgeving.get(naam, "").split(",") if deel.strip()]
        if not delen:
            uit.append(f"{naam} ontbreekt: {waarvoor}. Neem {KORTSTE} of meer willekeurige tekens.")
        elif min(map(len, delen)) < KORTSTE:
            uit.append(f"{naam} is te kort: neem {KORTSTE} of meer willekeurige tekens.")
    return uit


def voor_de_demo(map_: Path, omgeving: MutableMapping[str, str]) -> None:
    """Make secrets for a demo and keep them beside its data, so that a kept folder opens again."""
    bestand = map_ / DEMOBESTAND
    if bestand.exists():
        eigen = json.loads(bestand.read_text("utf-8"))
    else:
        eigen = {naam: secrets.token_urlsafe(48) for naam in WAARVOOR}
        with open(os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as uit:
            json.dump(eigen, uit)
    omgeving.update({naam: eigen[naam] for naam in WAARVOOR})
