"""Brieven: what a resident writes to the municipality, as text, as e-mail draft and as tagged PDF.

A letter is a declaration in `soorten/`: when it fits, its paragraphs in Dutch and English, its articles. `aanbod`
gives the letters that fit a case, `concept` the text of one; `als_tekst`, `als_eml` and `als_pdf` carry it out.
Other rooms make their own sheets with `pdf.maak`.
"""

from keukentafel.brieven.maken import aanbod, aanbod_van, brief, concept
from keukentafel.brieven.model import Brief, Briefaanbod, BriefKanNogNiet, Concept, Moment, OnbekendeBrief
from keukentafel.brieven.soorten import ALLE
from keukentafel.brieven.uitvoer import als_eml, als_pdf, als_tekst, open_plekken, plaats_en_dag

__all__ = [
    "ALLE",
    "Brief",
    "BriefKanNogNiet",
    "Briefaanbod",
    "Concept",
    "Moment",
    "OnbekendeBrief",
    "aanbod",
    "aanbod_van",
    "als_eml",
    "als_pdf",
    "als_tekst",
    "brief",
    "concept",
    "open_plekken",
    "plaats_en_dag",
]
