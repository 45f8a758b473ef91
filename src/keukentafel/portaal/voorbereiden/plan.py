"""The personal plan on its own, to hand in: always Dutch, since the municipality reads it."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.utils import translation

from keukentafel.portaal.voorbereiden.bundel import dag_voluit
from keukentafel.portaal.voorbereiden.inhoud import DEEL, Item
from keukentafel.portaal.voorbereiden.staat import EERSTE_DAG, Staat
from keukentafel.procedure.melding import TERMIJNEN
from keukentafel.wet.termijn import Einde, einde

_TERMIJN: Final = next(termijn for termijn in TERMIJNEN if termijn.id == "persoonlijk_plan")
_MELDING: Final = next(item for item in DEEL["plan"].items if item.naam == "plan-melding")
VRAAG: Final = (
    "Ik vraag u dit plan mee te nemen in uw onderzoek. Zo staat het in de Wmo 2015, artikel 2.3.2, lid 2 en lid 5."
)


def laatste_dag(staat: Staat) -> Einde | None:
    """The last of the seven days after the report, with what moved it; nothing when the day is not known."""
    dag = staat.datum(_MELDING)
    return einde(dag, _TERMIJN.duur) if dag and _TERMIJN.duur and dag >= EERSTE_DAG else None


def stukken(staat: Staat) -> list[tuple[str, str]]:
    """Heading and text of every letter that is filled in, in Dutch, with the numbers of the screen."""
    return [(_kop(item), staat[item.naam]) for item in DEEL["plan"].items if item.ik and staat[item.naam]]


def _kop(item: Item) -> str:
    return f"{item.nr} ({item.letter}) {item.ik}" if item.letter else f"{item.nr} {item.ik}"


def aanhef(staat: Staat) -> list[str]:
    """Who hands in the plan, and for which report."""
    with translation.override("nl"):
        melding = dag_voluit(staat.datum(_MELDING))
    regels = [f"Van: {staat['plan-naam']}"] if staat["plan-naam"] else []
    return [*regels, f"Mijn melding was op {melding}."] if melding else regels


def als_tekst(staat: Staat) -> str:
    """The plan as plain text, to paste in an e-mail."""
    delen = ["Persoonlijk plan", *aanhef(staat), VRAAG]
    delen += [f"{kop}\n{tekst}" for kop, tekst in stukken(staat)]
    return "\n\n".join(delen) + "\n"


def als_blad(staat: Staat, vandaag: date) -> dict[str, Any]:
    """The plan as blocks for the general sheet of `brieven.pdf`."""
    blokken: list[dict[str, Any]] = [{"soort": "tekst", "tekst": "\n".join(aanhef(staat))}] if aanhef(staat) else []
    blokken.append({"soort": "tekst", "tekst": VRAAG})
    for kop, tekst in stukken(staat):
        blokken += [{"soort": "kop", "niveau": 2, "tekst": kop}, {"soort": "tekst", "tekst": tekst}]
    blokken += [{"soort": "tekst", "tekst": "Datum en handtekening:"}, {"soort": "schrijfregels", "aantal": 1}]
    return {"titel": "Persoonlijk plan", "datum": vandaag.isoformat(), "blokken": blokken}
