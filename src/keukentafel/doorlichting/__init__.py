"""Screening: the declarations of the procedure over the event log of a whole year, or of millions of cases."""

from keukentafel.doorlichting.doorlichten import doorlicht
from keukentafel.doorlichting.fouten import Invoerfout
from keukentafel.doorlichting.rapport import schrijf_rapport
from keukentafel.doorlichting.uitkomst import Doorlichting
from keukentafel.doorlichting.voortgang import toon_voortgang

__all__ = ["Doorlichting", "Invoerfout", "doorlicht", "schrijf_rapport", "toon_voortgang"]
