"""The worker's side in a real browser, on the whole demonstration: from a phone call to a decision, by mouse, without
script on a phone, and by keyboard alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page

from keukentafel.dossier.vastleggen import vandaag
from tests.schermen.mens import Kijk, Mens, aan_het_werk, axe_eens

__all__ = ["aan_het_werk", "axe_eens"]


def neem_melding_op(mens: Mens, naam: str) -> None:
    """Somebody calls and cannot wait: temporary help comes first, then the invitation."""
    mens.op("Werklijst")
    mens.druk("link", "Melding opnemen")
    mens.op("Melding opnemen")
    mens.kies("f-spoed", "ja")
    mens.lijst("f-behoeften-0-leefgebied", "huishouden")
    mens.vul("f-behoeften-0-vraag", "Ik kan niet meer koken")
    mens.vul("p-naam", naam)
    mens.druk("button", "Neem de melding op")
    mens.op("Tijdelijke hulp geven")
    mens.vul("f-voorziening", "elke dag een maaltijd aan huis")
    mens.leg_vast("elke dag een maaltijd aan huis")
    mens.op(naam)
    mens.druk("link", "Uitnodigen voor het gesprek")
    mens.op("Uitnodigen voor het gesprek")
    mens.dag("f-gesprek_op", vandaag() + timedelta(days=9))
    mens.vul("f-tijd", "14.30")
    mens.vul("f-plaats", "bij u thuis")
    mens.leg_vast("om 14.30 uur")
    agenda = mens.page.get_by_role("link", name="Zet in uw agenda (.ics)").get_attribute("href")
    assert "T143000" in mens.page.request.get(agenda or "").text()


def voer_gesprek_en_maak_verslag(mens: Mens) -> None:
    """The talk takes place earlier than planned; the report is checked before it goes out."""
    mens.druk("link", "Het gesprek vastleggen")
    mens.op("Het gesprek vastleggen")
    mens.kies("f-vorm", "huisbezoek")
    mens.kies("f-aanwezig", "inwoner")
    mens.kies("f-onderwerpen", "behoeften")
    mens.leg_vast(reden="De inwoner wilde het gesprek meteen.")
    mens.druk("link", "Het verslag maken en versturen")
    mens.op("Het verslag maken en versturen")
    mens.lijst("f-behoeften-0-soort_oplossing", "maatwerk")
    mens.vul("f-behoeften-0-oplossing", "Hulp bij het koken.")
    mens.druk("button", "Kijk het na")
    mens.page.get_by_text("V3 Verslag volledig").first.wait_for()
    mens.druk("button", "Terug om aan te passen")
    mens.op("Het verslag maken en versturen")
    for deel in ("netwerk", "mogelijkheden_gemeente", "ondersteuning_mantelzorger"):
        mens.vul(f"f-teksten-{deel}", "Uw buurvrouw helpt soms.")
    mens.leg_vast("Uw buurvrouw helpt soms.", reden="De rest bespreken wij later.")
    mens.druk("link", "De aanvraag ontvangen")
    mens.op("De aanvraag ontvangen")
    mens.kies("f-leveringsvorm", "zin")
    mens.leg_vast()


def neem_besluit(mens: Mens) -> None:
    """Need by need beside the report, the support out of the list, the letter before it goes."""
    mens.druk("link", "Het besluit nemen en versturen")
    mens.op("Het besluit nemen en versturen")
    assert "Het verslag zegt: Maatwerkvoorziening. Hulp bij het koken" in mens.page.inner_text("main")
    mens.kies("f-behoeften-0-uitkomst", "toegekend")
    mens.lijst("f-behoeften-0-voorziening", "Hulp bij het huishouden")
    mens.vul("f-behoeften-0-hoeveel", "2 uur per week")
    mens.dag("f-ingangsdatum", vandaag() + timedelta(days=3))
    mens.leg_vast("U krijgt deze hulp: Hulp bij het huishouden, 2 uur per week.")
    assert "Het besluit bekendgemaakt" in mens.page.get_by_role("status").inner_text()


@pytest.mark.parametrize(
    ("naam", "breedte", "hoe"),
    [
        ("M. Muisman", 1280, {}),
        ("Z. Zonder", 360, {"js": False}),
        ("T. Toetsen", 768, {"toetsen": True}),
    ],
    ids=["muis", "zonder script", "toetsen"],
)
def test_van_een_telefoontje_tot_een_besluit(
    aan_het_werk: Any, axe_eens: Kijk, past: Kijk, naam: str, breedte: int, hoe: dict[str, bool]
) -> None:
    def kijk(page: Page) -> None:
        past(page)
        if not hoe:
            axe_eens(page)

    consulent = aan_het_werk("consulent", breedte, kijk, **hoe)
    neem_melding_op(consulent, naam)
    voer_gesprek_en_maak_verslag(consulent)
    beslisser = aan_het_werk("beslisser", breedte, kijk, **hoe)
    beslisser.page.goto(consulent.page.url)
    beslisser.op(naam)
    neem_besluit(beslisser)
