"""Every letter of the municipality, a file a phase."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from keukentafel.brieven.gemeente.model import Gemeentebrief
from keukentafel.brieven.gemeente.soorten import (
    aanvraag,
    besluit,
    bezwaar,
    gegevens,
    klacht,
    melding,
    telaat,
    verslag,
    vervolg,
)

_ALLE = (
    melding.BEVESTIGING, melding.UITNODIGING, melding.VERZET, melding.ONDERSTEUNER, melding.DOORGEZONDEN, melding.SPOED,
    gegevens.GEVRAAGD,
    verslag.VERSLAG, aanvraag.BEVESTIGING, aanvraag.AANVULLING, aanvraag.VERLENGING, besluit.BESLUIT,
    besluit.BUITEN_BEHANDELING, telaat.DWANGSOMBESLUIT, bezwaar.BEVESTIGING, bezwaar.HERSTEL, bezwaar.VERDAGING,
    bezwaar.HOORZITTING, bezwaar.BESLISSING, klacht.BEVESTIGING,
    klacht.AFGEDAAN, vervolg.GEWIJZIGD, vervolg.INGETROKKEN, gegevens.INZAGE, gegevens.VERNIETIGING,
)  # fmt: skip

BRIEVEN: Final[Mapping[str, Gemeentebrief]] = {brief.naam: brief for brief in _ALLE}
"""The letters by name, in the order of the procedure."""
