"""Letters of the municipality TO the resident: declarations in `soorten/`, filled from the case.

`berichten_voor` is given to `vastleggen(berichten=...)`: it makes the letter that goes out with a fact, along the way
that the resident chose. `voorvertoning` shows that letter before the fact is recorded. `onderdelen_van` and
`feiten_bij_bevestiging` give the facts that a letter makes true, so that the file says what the letter says;
`ontbreekt` names what a form still has to ask before its letter is complete.
"""

from keukentafel.brieven.gemeente.berichten import berichten_voor, brieven_uit, ontvanger_van, voorvertoning
from keukentafel.brieven.gemeente.kanaal import kanaal_voor, wijze_voor
from keukentafel.brieven.gemeente.maken import feiten_bij_bevestiging, onderdelen_van, ontbreekt
from keukentafel.brieven.gemeente.model import Ontvanger, Opgesteld
from keukentafel.brieven.gemeente.soorten import BRIEVEN
from keukentafel.brieven.gemeente.uitvoer import aanhef, als_pdf, als_tekst

__all__ = [
    "BRIEVEN",
    "Ontvanger",
    "Opgesteld",
    "aanhef",
    "als_pdf",
    "als_tekst",
    "berichten_voor",
    "brieven_uit",
    "feiten_bij_bevestiging",
    "kanaal_voor",
    "onderdelen_van",
    "ontbreekt",
    "ontvanger_van",
    "voorvertoning",
    "wijze_voor",
]
