"""A visitor who goes through *Wat nu?* page after page, and cases to judge."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.test import Client

MAANDAG = date(2026, 11, 23)
HULPVRAAG = "Ik kom de trap niet meer op"


class Gang:
    """A visitor who fills in page after page."""

    def __init__(self, bezoeker: Client, plek: str, taal: str = "") -> None:
        self.bezoeker, self.taal, self.stap = bezoeker, taal, ""
        self._neem(bezoeker.post(f"{taal}/wat-nu/vraag/", {"actie": "begin", "plek": plek}))

    def _neem(self, antwoord: HttpResponse) -> None:
        self.antwoord = antwoord
        self.tekst = html.unescape(antwoord.content.decode())
        gevonden = re.search(r'name="dossier" value="([^"]*)"', antwoord.content.decode())
        self.dossier = html.unescape(gevonden[1]) if gevonden else ""
        stap = re.search(r'name="stap" value="([^"]*)"', self.tekst)
        self.stap = stap[1] if stap else ""

    def antwoord_met(self, antwoord: str = "", actie: str = "volgende", **velden: Any) -> Gang:
        gegevens = {"dossier": self.dossier, "stap": self.stap, "actie": actie, **velden}
        if antwoord:
            gegevens["antwoord"] = antwoord
        self._neem(self.bezoeker.post(f"{self.taal}/wat-nu/vraag/", gegevens))
        return self

    def naar(self, adres: str, **velden: Any) -> HttpResponse:
        return self.bezoeker.post(f"{self.taal}/wat-nu/{adres}", {"dossier": self.dossier, **velden})

    @property
    def zin(self) -> str:
        gevonden = re.search(r'id="nu-kop">([^<]*)<', self.tekst)
        return gevonden[1] if gevonden else ""

    @property
    def feiten(self) -> list[dict[str, Any]]:
        return json.loads(self.dossier)["feiten"]


def datum(dag: date | str, veld: str = "datum") -> dict[str, str]:
    if isinstance(dag, str):
        return {f"v-{veld}-onbekend": "ja"}
    return {f"v-{veld}-dag": str(dag.day), f"v-{veld}-maand": str(dag.month), f"v-{veld}-jaar": str(dag.year)}


def uitkomst(bezoeker: Client, feiten: list[dict[str, Any]], taal: str = "", **meer: Any) -> Gang:
    """The result of a case made elsewhere."""
    gang = Gang.__new__(Gang)
    gang.bezoeker, gang.taal = bezoeker, taal
    zaak = json.dumps({"zaak": "proef", "feiten": feiten, **meer}, default=str)
    gang._neem(bezoeker.post(f"{taal}/wat-nu/uitkomst/", {"dossier": zaak}))
    return gang


def feit(soort: str, dag: date | str, **velden: Any) -> dict[str, Any]:
    return {"soort": soort, "datum": str(dag), **velden}


MELDING = feit("melding_ontvangen", date(2026, 9, 1), behoeften=[{"id": "b1", "vraag": HULPVRAAG}])
VERSLAG = feit("verslag_verstuurd", date(2026, 10, 9), behoeften=[])
AANVRAAG = feit("aanvraag_ontvangen", date(2026, 10, 12), behoeften=["b1"])
BESLUIT = feit("besluit_bekendgemaakt", date(2026, 10, 15), uitkomst="afgewezen")
BEZWAAR = feit("bezwaar_ontvangen", date(2026, 10, 20))
