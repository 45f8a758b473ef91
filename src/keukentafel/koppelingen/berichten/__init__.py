"""How letters leave: e-mail, a folder for the printer, the resident's own page; one that only counts, one that breaks.

`kanalen()` gives the ones that this installation has, by the name that a message bears.
"""

from keukentafel.koppelingen.berichten.inrichten import Mailadres, kanalen, lees_mailadres

__all__ = ["Mailadres", "kanalen", "lees_mailadres"]
