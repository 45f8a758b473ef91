"""Words of the procedure as the worker's pages say them, in the language of the page."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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


def termijnnaam(termijn_id: str) -> str:
    """The name of a term; empty for no term."""
    return _(TERMIJN[termijn_id].naam) if termijn_id in TERMIJN else ""


def waarborgtitel(waarborg: Waarborg) -> str:
    """The title of a safeguard."""
    return _(waarborg.titel)
