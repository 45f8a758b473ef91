"""What a letter of the municipality may ask: the case as letters see it, and the one fact that it goes out with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from keukentafel.brieven.beeld import Zaakbeeld
from keukentafel.brieven.taal import EN, schrijf_datum
from keukentafel.procedure import Beoordeling

_DAGEN = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}


class Afzender(NamedTuple):
    """Who writes: the municipality, with the words that it chose itself, and the name under the letter."""

    gemeente: str
    adres: str = ""
    telefoon: str = ""
    email: str = ""
    ondertekenaar: str = ""
    functie: str = ""
    eigen: Mapping[str, str] = {}
    alineas: Mapping[str, str] = {}


class Gemeentebeeld(Zaakbeeld):
    """A case with the fact at hand: `nr`, `dag` and `velden` are of that fact, as it was recorded."""

    def __init__(
        self, beoordeling: Beoordeling, nr: int, dag: date, velden: Mapping[str, Any], afzender: Afzender
    ) -> None:
        super().__init__(beoordeling.als_dict(), beoordeling.casus, dag)
        self.nr = nr
        self.dag = dag
        self.velden = velden
        self.afzender = afzender
        self.zonder_waarde: dict[str, None] = {}
        """The fields that a text asked for and that have no value, in the order of the letter."""

    def einde_van(self, termijn: str) -> date | None:
        """The last day of the term that this fact started; else that of the term's first entry."""
        for stand in self.termijnen(termijn):
            if stand["feit"] == self.nr and stand["uiterlijk"]:
                return date.fromisoformat(stand["uiterlijk"])
        return self.uiterlijk(termijn)

    def tekst(self, veld: str) -> str:
        """A field of this fact as one line of text; empty when it is not there."""
        return " ".join(str(self.velden.get(veld) or "").split())

    def dag_in(self, veld: str) -> date | None:
        """A field of this fact as a day."""
        moment = als_moment(self.velden.get(veld))
        return moment[0] if moment else None

    def vraag(self, behoefte_id: str) -> str:
        """What the resident asked, by the id of the need."""
        for behoefte in self.behoeften():
            if behoefte["id"] == behoefte_id:
                return " ".join(str(behoefte.get("vraag") or behoefte.get("leefgebied") or behoefte_id).split())
        return behoefte_id

    def rij(self, veld: str) -> list[Mapping[str, Any]]:
        """A field of this fact as records (`behoeften`)."""
        return [r if isinstance(r, Mapping) else {"id": r} for r in self.velden.get(veld) or ()]


def als_moment(waarde: Any) -> tuple[date, str] | None:
    """A day with its time ('14.00', or '' when none was given) out of ISO text, a date or a datetime."""
    if waarde is None or waarde == "":
        return None
    if isinstance(waarde, date) and not isinstance(waarde, datetime):
        return waarde, ""
    try:
        moment = waarde if isinstance(waarde, datetime) else datetime.fromisoformat(str(waarde))
    except ValueError:
        return None
    return moment.date(), f"{moment:%H.%M}" if len(str(waarde)) > 10 else ""


def dag_voluit(dag: date, taal: str) -> str:
    """'maandag 14 september 2026' or 'Monday 14 September 2026'."""
    return f"{_DAGEN[EN if taal == EN else 'nl'][dag.weekday()]} {schrijf_datum(dag, taal)}"
