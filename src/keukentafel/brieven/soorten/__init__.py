"""The letters themselves, a file a moment of the procedure; `ALLE` holds them in the order of the procedure."""

from __future__ import annotations

from keukentafel.brieven.model import Brief
from keukentafel.brieven.soorten import aanvraag, besluit, gegevens, gesprek, klacht, melding, telaat, verslag

ALLE: dict[str, Brief] = {
    brief.naam: brief
    for hoofdstuk in (melding, gesprek, verslag, aanvraag, telaat, besluit, gegevens, klacht)
    for brief in hoofdstuk.BRIEVEN
}
