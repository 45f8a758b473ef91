"""People, municipalities and a case to test with. All names and numbers are made up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from keukentafel.dossier.models import Betrokkene, Gebruiker, Gemeente, Mandaat, Team, Zaak
from keukentafel.dossier.rechten import ROLLEN, Reikwijdte
from keukentafel.dossier.toegang import Persoon, persoon
from keukentafel.dossier.vastleggen import Vastgelegd, open_zaak
from keukentafel.dossier.versleuteld import blinde_index

VANDAAG = date(2026, 11, 20)
"""A Friday."""
SINDS = date(2026, 1, 1)
BSN = "999990019"
MELDING: dict[str, Any] = {
    "soort": "melding_ontvangen",
    "datum": "2026-11-02",
    "kanaal": "telefoon",
    "behoeften": [{"id": "b1", "leefgebied": "huishouden", "vraag": "Ik kan niet meer stofzuigen"}],
}
BEVESTIGING = {"soort": "ontvangst_bevestigd", "datum": "2026-11-03", "wijze": "brief"}
GESPREK = {"soort": "gesprek_gevoerd", "datum": "2026-11-12", "vorm": "huisbezoek"}


def gegevensvraag(nr: int = 1) -> dict[str, Any]:
    """A fact that may be recorded any number of times."""
    return {"soort": "gegevens_gevraagd", "datum": "2026-11-10", "gegevens": "medisch", "doel": f"vraag {nr}"}


@dataclass(frozen=True, slots=True)
class Wereld:
    """Two municipalities, teams, and somebody in every role around one betrokkene."""

    gemeente: Gemeente
    elders: Gemeente
    noord: Team
    zuid: Team
    betrokkene: Betrokkene

    @classmethod
    def maak(cls) -> Wereld:
        """Put them in the database at hand."""
        gemeente, elders = (
            Gemeente.objects.create(naam=naam, kenmerk=naam.lower()) for naam in ("Voorbeeldstad", "Elders")
        )
        noord, zuid = (Team.objects.create(gemeente=gemeente, naam=naam) for naam in ("Noord", "Zuid"))
        betrokkene = Betrokkene.objects.create(
            gemeente=gemeente,
            naam="A. Bloemendaal",
            bsn=BSN,
            bsn_index=blinde_index(BSN),
            personen=1,
            adres="Lindelaan 1",
            postcode_plaats="1234 AB Voorbeeldstad",
        )
        return cls(gemeente, elders, noord, zuid, betrokkene)

    def mens(self, naam: str, *mandaten: dict[str, Any]) -> Gebruiker:
        """A person with these mandates; a mandate is in the own municipality and from the start of the year."""
        gebruiker = Gebruiker.objects.create(uitgever="proef", onderwerp=naam, naam=naam)
        for mandaat in mandaten:
            Mandaat.objects.create(gebruiker=gebruiker, **{"gemeente": self.gemeente, "vanaf": SINDS} | mandaat)
        return gebruiker

    def wie(self, rol: str, dag: date = VANDAAG, **anders: Any) -> Persoon:
        """Someone in this role whose mandate reaches the case of `zaak()`, but for what is said otherwise."""
        bereik: dict[Reikwijdte, dict[str, Any]] = {
            Reikwijdte.BETROKKENE: {"betrokkene": self.betrokkene},
            Reikwijdte.TEAM: {"team": self.noord},
            Reikwijdte.ZAAK: {"zaak": Zaak.objects.filter(betrokkene=self.betrokkene).first()},
        }
        mandaat = {"rol": rol} | bereik.get(ROLLEN[rol].reikwijdte, {}) | anders
        return persoon(self.mens(f"{rol} {Gebruiker.objects.count()}", mandaat), dag)

    def zaak(self, *feiten: dict[str, Any], dag: date = VANDAAG) -> Vastgelegd:
        """A case of team Noord with a melding and what is given after it."""
        wie = self.wie("consulent", dag)
        return open_zaak(self.gemeente, self.betrokkene, [MELDING, *feiten], wie=wie, deur="proef", team=self.noord)
