"""A form for every kind of fact: its own class where the case can fill it in, else the declaration alone."""

from __future__ import annotations

from typing import Any, Final

from keukentafel.dossier.inzage import Inzage
from keukentafel.dossier.toegang import Persoon
from keukentafel.werkplek.formulieren.aanvraag import Aanvraag
from keukentafel.werkplek.formulieren.advies import Advies, Adviesvraag, Gegevensvraag
from keukentafel.werkplek.formulieren.afspraak import Verzetting
from keukentafel.werkplek.formulieren.besluit import Besluit
from keukentafel.werkplek.formulieren.gesprek import Gesprek
from keukentafel.werkplek.formulieren.melding import Bevestiging, TijdelijkeVoorziening, Uitnodiging
from keukentafel.werkplek.formulieren.onderzoek import Onderzoeksvorm
from keukentafel.werkplek.formulieren.telaat import Dwangsombesluit, Dwangsombetaling, Verlenging
from keukentafel.werkplek.formulieren.verslag import Verslag
from keukentafel.werkplek.formulieren.wijziging import Intrekking, Wijziging
from keukentafel.werkplek.werkformulier import Werkformulier

FORMULIEREN: Final[dict[str, type[Werkformulier]]] = {
    "ontvangst_bevestigd": Bevestiging,
    "tijdelijke_voorziening_verstrekt": TijdelijkeVoorziening,
    "uitnodiging_verstuurd": Uitnodiging,
    "gesprek_verzet": Verzetting,
    "onderzoeksvorm_gekozen": Onderzoeksvorm,
    "gesprek_gevoerd": Gesprek,
    "gegevens_gevraagd": Gegevensvraag,
    "advies_gevraagd": Adviesvraag,
    "advies_ontvangen": Advies,
    "verslag_verstuurd": Verslag,
    "aanvraag_ontvangen": Aanvraag,
    "beslistermijn_verlengd": Verlenging,
    "besluit_bekendgemaakt": Besluit,
    "besluit_gewijzigd": Wijziging,
    "besluit_ingetrokken": Intrekking,
    "dwangsombesluit_bekendgemaakt": Dwangsombesluit,
    "dwangsom_betaald": Dwangsombetaling,
}


def formulier(soort: str, data: Any, inzage: Inzage, wie: Persoon, *, voorstel: bool = False) -> Werkformulier:
    """The form of this kind of fact in this case; with `voorstel` for who prepares it."""
    return FORMULIEREN.get(soort, Werkformulier)(data, soort=soort, inzage=inzage, wie=wie, voorstel=voorstel)
