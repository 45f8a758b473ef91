"""The letters that go out with a fact, as the room of letters makes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from keukentafel.dossier.inzage import Inzage
from keukentafel.dossier.toegang import Persoon
from keukentafel.dossier.vastleggen import Berichten


def berichten() -> Berichten:
    """What `vastleggen` asks for, to put the letters of a fact in the outbox."""
    from keukentafel.brieven.gemeente import berichten_voor

    return berichten_voor


def wijze(inzage: Inzage) -> str:
    """Along which way this resident gets letters: brief, email or portaal (Awb 2:8)."""
    from keukentafel.brieven.gemeente import wijze_voor

    return wijze_voor(inzage.beoordeling, inzage.zaak.betrokkene.email)


def voorbeeld(inzage: Inzage, nieuw: Mapping[str, Any], wie: Persoon) -> str:
    """The Dutch letter that would go out with this fact today, as text; empty when none goes out."""
    from keukentafel.brieven.gemeente import als_tekst, ontvanger_van, voorvertoning

    if nieuw.get("datum") != wie.vandaag.isoformat():
        return ""
    brieven = voorvertoning(inzage.zaak, nieuw, wie)
    return als_tekst(brieven[0], ontvanger_van(inzage.zaak)) if brieven else ""
