"""Words of the procedure as the worker's pages say them, in the language of the page."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keukentafel.dossier.afgeleid import SPOED
from keukentafel.dossier.woorden import feitwoord
from keukentafel.procedure.register import TERMIJN
from keukentafel.procedure.waarborg import Uitslag, Waarborg

FASEN = {
    "melding": gettext_lazy("Melding"),
    "onderzoek": gettext_lazy("Onderzoek"),
    "verslag": gettext_lazy("Verslag"),
    "aanvraag": gettext_lazy("Aanvraag"),
    "besluit": gettext_lazy("Besluit"),
    "rechtsbescherming": gettext_lazy("Bezwaar, beroep of klacht"),
    "vervolg": gettext_lazy("Vervolg"),
    "afgesloten": gettext_lazy("Afgesloten"),
}
GROEPEN = {
    "melding": gettext_lazy("Melding en uitnodiging"),
    "onderzoek": gettext_lazy("Onderzoek en gesprek"),
    "verslag": gettext_lazy("Verslag"),
    "aanvraag": gettext_lazy("Aanvraag"),
    "besluit": gettext_lazy("Besluit"),
    "rechtsbescherming": gettext_lazy("Bezwaar, beroep en klacht"),
    "te_laat": gettext_lazy("Te laat en dwangsom"),
    "vervolg": gettext_lazy("Na het besluit"),
    "privacy": gettext_lazy("Inzage en bewaren"),
}
"""The parts of the procedure (by the name of their module), as headings above steps."""
OORDELEN = {
    Uitslag.GESCHONDEN: ("te_laat", gettext_lazy("Gemist")),
    Uitslag.LOOPT: ("loopt", gettext_lazy("Nog te doen")),
    Uitslag.NIET_VAST_TE_STELLEN: ("onbekend", gettext_lazy("Niet vast te stellen")),
    Uitslag.NAGEKOMEN: ("gedaan", gettext_lazy("Nagekomen")),
    Uitslag.NIET_VAN_TOEPASSING: ("onbekend", gettext_lazy("Niet aan de orde")),
}
STATUSSEN = {
    "loopt": ("loopt", gettext_lazy("Loopt nog")),
    "opgeschort": ("let_op", gettext_lazy("De tijd staat stil")),
    "gehaald": ("gedaan", gettext_lazy("Op tijd gedaan")),
    "te_laat_gehaald": ("te_laat", gettext_lazy("Te laat gedaan")),
    "overschreden": ("te_laat", gettext_lazy("Te laat")),
    "vervallen": ("voorbij", gettext_lazy("Voorbij")),
}

STAPPEN = {
    "ontvangst_bevestigd": gettext_lazy("De ontvangst bevestigen"),
    "doorgezonden": gettext_lazy("Doorsturen naar de juiste plek"),
    "spoed_vastgesteld": gettext_lazy("Vaststellen dat het spoed is"),
    "tijdelijke_voorziening_verstrekt": gettext_lazy("Tijdelijke hulp geven"),
    "identiteit_vastgesteld": gettext_lazy("De identiteit vaststellen"),
    "clientondersteuning_aangeboden": gettext_lazy("Wijzen op gratis cliëntondersteuning"),
    "clientondersteuner_toegewezen": gettext_lazy("Een cliëntondersteuner toewijzen"),
    "persoonlijk_plan_aangeboden": gettext_lazy("Wijzen op het persoonlijk plan"),
    "uitnodiging_verstuurd": gettext_lazy("Uitnodigen voor het gesprek"),
    "gesprek_verzet": gettext_lazy("Het gesprek verzetten"),
    "onderzoeksvorm_gekozen": gettext_lazy("De vorm van het onderzoek kiezen"),
    "gegevens_gevraagd": gettext_lazy("Gegevens vragen"),
    "dossieronderzoek_gedaan": gettext_lazy("Dossieronderzoek vastleggen"),
    "toezegging_gedaan": gettext_lazy("Een toezegging doen"),
    "advies_gevraagd": gettext_lazy("Advies vragen aan een deskundige"),
    "gesprek_gevoerd": gettext_lazy("Het gesprek vastleggen"),
    "onderzoek_afgesloten": gettext_lazy("Het onderzoek afsluiten zonder aanvraag"),
    "verslag_getoetst": gettext_lazy("Het verslag laten bekijken door een collega"),
    "verslag_verstuurd": gettext_lazy("Het verslag maken en versturen"),
    "aanvulling_gevraagd": gettext_lazy("Om aanvulling vragen"),
    "termijn_opgeschort": gettext_lazy("De termijn opschorten"),
    "opschorting_beeindigd": gettext_lazy("De opschorting beëindigen"),
    "beslistermijn_verlengd": gettext_lazy("Laten weten dat het besluit later komt"),
    "besluit_bekendgemaakt": gettext_lazy("Het besluit nemen en versturen"),
    "besluit_gewijzigd": gettext_lazy("Het besluit wijzigen"),
    "besluit_ingetrokken": gettext_lazy("Het besluit intrekken"),
    "dwangsombesluit_bekendgemaakt": gettext_lazy("Besluiten over de dwangsom"),
    "dwangsom_betaald": gettext_lazy("Betaling van de dwangsom vastleggen"),
    "verzuim_herstel_gevraagd": gettext_lazy("Vragen het bezwaar te herstellen"),
    "bezwaartermijn_verdaagd": gettext_lazy("De beslissing op bezwaar verdagen"),
    "hoorzitting_gepland": gettext_lazy("De hoorzitting plannen"),
    "hoorzitting_gehouden": gettext_lazy("De hoorzitting vastleggen"),
    "beslissing_op_bezwaar_bekendgemaakt": gettext_lazy("Beslissen op het bezwaar"),
    "bezwaar_tegen_verslag_beantwoord": gettext_lazy("Het bezwaar tegen het verslag beantwoorden"),
    "klacht_verdaagd": gettext_lazy("De behandeling van de klacht verdagen"),
    "klacht_afgedaan": gettext_lazy("De klacht afdoen"),
    "bemiddeling_aangeboden": gettext_lazy("Bemiddeling aanbieden"),
    "voorziening_gestart": gettext_lazy("Vastleggen dat de hulp is gestart"),
    "evaluatie_gehouden": gettext_lazy("Vragen of de hulp past"),
    "heronderzoek_gestart": gettext_lazy("Een heronderzoek starten"),
    "gesprek_aangeboden": gettext_lazy("Een gesprek aanbieden"),
    "dossier_afgesloten": gettext_lazy("Het dossier afsluiten"),
    "inzage_gegeven": gettext_lazy("Inzage geven"),
    "vernietiging_beantwoord": gettext_lazy("Het verzoek om vernietiging beantwoorden"),
}
"""What a worker does, as an act; what comes from others (an application, an objection) is named as it came in."""

VOORSTELLEN = {
    "besluit_bekendgemaakt": gettext_lazy("Het besluit voorbereiden"),
    "besluit_gewijzigd": gettext_lazy("Een wijziging van het besluit voorbereiden"),
    "besluit_ingetrokken": gettext_lazy("Het intrekken van het besluit voorbereiden"),
    "dwangsombesluit_bekendgemaakt": gettext_lazy("Het besluit over de dwangsom voorbereiden"),
}
"""The same for who prepares it and does not decide."""


STILLE_TERMIJNEN = frozenset({"bewaren", "klacht_niet_behandelen", "bezwaar_per_post"})
"""Terms that no clock shows: they ask nothing of anybody now."""


def termijnnaam(termijn_id: str) -> str:
    """The name of a term; empty for no term."""
    if termijn_id == SPOED:
        return _("Tijdelijke hulp geven, want het is spoed")
    return _(TERMIJN[termijn_id].naam) if termijn_id in TERMIJN else ""


def stapnaam(soort: str) -> str:
    """A kind of fact as something to do."""
    return str(STAPPEN[soort]) if soort in STAPPEN else str(feitwoord(soort))


def voorstelnaam(soort: str) -> str:
    """A decision as something to prepare."""
    return str(VOORSTELLEN[soort])


def waarborgtitel(waarborg: Waarborg) -> str:
    """The title of a safeguard."""
    return _(waarborg.titel)
