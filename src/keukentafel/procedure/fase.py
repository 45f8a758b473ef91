"""Where a case is: derived from its facts, never set."""

from __future__ import annotations

from enum import StrEnum

from keukentafel.procedure.aanvraag import BESCHIKKING
from keukentafel.procedure.termijn import begint
from keukentafel.procedure.zaak import Zaak


class Fase(StrEnum):
    MELDING = "melding"
    ONDERZOEK = "onderzoek"
    VERSLAG = "verslag"
    AANVRAAG = "aanvraag"
    BESLUIT = "besluit"
    RECHTSBESCHERMING = "rechtsbescherming"
    VERVOLG = "vervolg"
    AFGESLOTEN = "afgesloten"


EINDE = (
    "melding_ingetrokken",
    "aanvraag_ingetrokken",
    "onderzoek_afgesloten",
    "dossier_afgesloten",
    "dossier_vernietigd",
)
LEVEN = ("melding_ontvangen", "aanvraag_ontvangen", "besluit_bekendgemaakt", "bezwaar_ontvangen", "beroep_ingesteld")
STRIJD = (
    (("bezwaar_ontvangen",), ("beslissing_op_bezwaar_bekendgemaakt", "bezwaar_ingetrokken")),
    (("beroep_ingesteld",), ("uitspraak_rechtbank",)),
    (("hoger_beroep_ingesteld",), ("uitspraak_crvb",)),
    (("klacht_ontvangen",), ("klacht_afgedaan",)),
)
"""What opens a dispute, and what ends it."""

_ONDERZOEK = ("gesprek_gevoerd", "dossieronderzoek_gedaan", "onderzoeksvorm_gekozen")


def fase(zaak: Zaak) -> Fase:
    """The phase of a case on its day."""
    einden = zaak.van_een(EINDE)
    leven = zaak.van_een(LEVEN)
    if einden and (not leven or einden[-1].sleutel > leven[-1].sleutel):
        return Fase.AFGESLOTEN
    if zaak.heeft("besluit_bekendgemaakt"):
        if _strijd_loopt(zaak):
            return Fase.RECHTSBESCHERMING
        return Fase.VERVOLG if zaak.heeft("voorziening_gestart") else Fase.BESLUIT
    if any(begint(BESCHIKKING, aanvraag, zaak) for aanvraag in zaak.van("aanvraag_ontvangen")):
        return Fase.AANVRAAG
    if zaak.heeft("verslag_verstuurd"):
        return Fase.VERSLAG
    return Fase.ONDERZOEK if zaak.van_een(_ONDERZOEK) else Fase.MELDING


def _strijd_loopt(zaak: Zaak) -> bool:
    """Does an objection, appeal or complaint that came after the decision still run?"""
    besluit = zaak.van("besluit_bekendgemaakt")[0].sleutel
    for begin, eind in STRIJD:
        open_ = [f for f in zaak.van_een(begin) if f.sleutel > besluit]
        gesloten = zaak.van_een(eind)
        if open_ and not (gesloten and gesloten[-1].sleutel > open_[-1].sleutel):
            return True
    return False
