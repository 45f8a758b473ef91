"""All that is declared, brought together in the order of the procedure. Nothing is declared here."""

from __future__ import annotations

from typing import Final

from keukentafel.procedure import (
    aanvraag,
    besluit,
    melding,
    onderzoek,
    privacy,
    rechtsbescherming,
    te_laat,
    verslag,
    vervolg,
)
from keukentafel.procedure.feit import GEMEENTE, Feitsoort, Getal, Tekst, feitsoort
from keukentafel.procedure.stap import Stap
from keukentafel.procedure.termijn import Termijn
from keukentafel.procedure.waarborg import Waarborg

FASEN: Final = (melding, onderzoek, verslag, aanvraag, besluit, rechtsbescherming, te_laat, vervolg, privacy)

CORRECTIE: Final = feitsoort(
    "feit_gecorrigeerd",
    "een feit rechtgezet",
    GEMEENTE,
    betreft=Getal(1, 1_000_000),
    reden=Tekst(),
    vervangt_door=Tekst(),
)
"""`vervangt_door` holds a whole fact; the reader of case files reads it as one."""

FEITSOORTEN: Final[dict[str, Feitsoort]] = {s.soort: s for fase in FASEN for s in fase.FEITEN} | {
    CORRECTIE.soort: CORRECTIE
}
TERMIJNEN: Final[tuple[Termijn, ...]] = tuple(t for fase in FASEN for t in fase.TERMIJNEN)
WAARBORGEN: Final[tuple[Waarborg, ...]] = tuple(
    sorted(
        (w for fase in FASEN for w in fase.WAARBORGEN),
        key=lambda w: ("MOVARWP".index(w.id[0]), int(w.id[1:])),
    )
)
STAPPEN: Final[dict[str, Stap]] = {s.soort: s for fase in FASEN for s in fase.STAPPEN}
TERMIJN: Final[dict[str, Termijn]] = {t.id: t for t in TERMIJNEN}
WAARBORG: Final[dict[str, Waarborg]] = {w.id: w for w in WAARBORGEN}
