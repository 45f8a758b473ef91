"""The chain: each fact bears a hash over its content and the hash before it, so that a change shows itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from keukentafel.dossier.models import Feit, Zaak

BEGIN = "0" * 64


def inhoud(feit: Feit) -> bytes:
    """What is sealed of a fact, in one fixed form."""
    return json.dumps(
        {
            "zaak": str(feit.zaak_id),
            "nr": feit.nr,
            "soort": feit.soort,
            "datum": None if feit.datum is None else feit.datum.isoformat(),
            "velden": feit.velden,
            "door": None if feit.door_id is None else str(feit.door_id),
            "rol": feit.rol,
            "deur": feit.deur,
            "vastgelegd_op": feit.vastgelegd_op.astimezone(tz=None).timestamp(),
        },
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()


def zegel(feit: Feit, vorige: str) -> str:
    """The hash of a fact on top of the one before it (SHA-256, hex)."""
    return hashlib.sha256(vorige.encode() + b"\n" + inhoud(feit)).hexdigest()


@dataclass(frozen=True, slots=True)
class Breuk:
    """The first link of a case that does not hold."""

    zaak: str
    nr: int
    wat: str


def controleer_zaak(zaak: Zaak) -> Breuk | None:
    """Walk the chain of one case; the first broken link, or None."""
    vorige = BEGIN
    nummer = 0
    for nummer, feit in enumerate(zaak.rijen(), 1):
        if feit.nr != nummer:
            return Breuk(zaak.nummer, nummer, f"feit {nummer} ontbreekt")
        if feit.vorige != vorige or feit.hash != zegel(feit, vorige):
            return Breuk(zaak.nummer, nummer, f"feit {nummer} ({feit.soort}) is veranderd na het vastleggen")
        vorige = feit.hash
    if nummer != zaak.versie or (zaak.ketting or BEGIN) != vorige:
        return Breuk(zaak.nummer, nummer + 1, f"na feit {nummer} zijn feiten verdwenen")
    return None


def controleer() -> Iterator[Breuk]:
    """Every case whose chain is broken, with its first broken link."""
    for zaak in Zaak.objects.order_by("gemeente_id", "nummer").iterator(chunk_size=200):
        breuk = controleer_zaak(zaak)
        if breuk is not None:
            yield breuk
