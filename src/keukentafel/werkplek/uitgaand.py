"""The letters that go out with a fact, as the room of letters makes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from keukentafel.dossier.inzage import Inzage
from keukentafel.dossier.toegang import Persoon
from keukentafel.dossier.vastleggen import Berichten

if TYPE_CHECKING:
    from keukentafel.brieven.gemeente import Opgesteld


def berichten() -> Berichten:
    """What `vastleggen` asks for, to put the letters of a fact in the outbox."""
    from keukentafel.brieven.gemeente import berichten_voor

    return berichten_voor


def wijze(inzage: Inzage) -> str:
    """Along which way this resident gets letters: brief, email or portaal (Awb 2:8)."""
    from keukentafel.brieven.gemeente import wijze_voor

    return wijze_voor(inzage.beoordeling, inzage.zaak.betrokkene.email)


def voorbeeld(inzage: Inzage, nieuw: Mapping[str, Any], wie: Persoon) -> Opgesteld | None:
    """The Dutch letter that would go out with this fact; None when none goes out (that of an earlier day has gone)."""
    from keukentafel.brieven.gemeente import voorvertoning

    if nieuw.get("datum") != wie.vandaag.isoformat():
        return None
    brieven = voorvertoning(inzage.zaak, nieuw, wie)
    return brieven[0] if brieven else None
