"""What a case is: dated facts, and everything that follows from them.

The door of the room: read a case file (`lees_casus`), judge it (`beoordeel`).
"""

from keukentafel.procedure.beoordeling import Beoordeling, beoordeel
from keukentafel.procedure.casus import CasusFout, Fout, casus_uit_dict, feit_als_dict, lees_casus, schrijf_casus
from keukentafel.procedure.feit import Feit
from keukentafel.procedure.zaak import Casus, Huishouden, Zaak

__all__ = [
    "Beoordeling",
    "Casus",
    "CasusFout",
    "Feit",
    "Fout",
    "Huishouden",
    "Zaak",
    "beoordeel",
    "casus_uit_dict",
    "feit_als_dict",
    "lees_casus",
    "schrijf_casus",
]
