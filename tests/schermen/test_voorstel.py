"""Two at the same decision, in a real browser: a worker prepares it, who decides sends it back once and then decides;
and somebody who came with papers speaks for the resident from the moment that the code is typed."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.schermen.mens import Kijk, Mens, aan_het_werk, axe_eens
from tests.schermen.test_werkplek import neem_melding_op, voer_gesprek_en_maak_verslag

__all__ = ["aan_het_werk", "axe_eens"]

NAAM = "V. Voorstel"


def leg_voor(mens: Mens, reden: str) -> None:
    """Refuse, which is not what the report says, and hand it on."""
    mens.op("Het besluit voorbereiden")
    mens.kies("f-behoeften-0-uitkomst", "afgewezen")
    mens.lijst("f-behoeften-0-grond", "netwerk")
    mens.vul("f-behoeften-0-reden", reden)
    mens.druk("button", "Kijk het na")
    mens.op("Nakijken: Het besluit voorbereiden")
    assert "Dit besluit: afgewezen" in mens.page.inner_text("main")
    mens.druk("button", "Leg het voor aan wie beslist")
    mens.op(NAAM)
    mens.page.get_by_text("Voorgelegd. Wie beslist, ziet het in de werklijst.").wait_for()


def open_zaak(mens: Mens) -> None:
    """From the list of what waits to the form that was laid before."""
    mens.page.goto("/werk/")
    mens.op("Werklijst")
    wacht = mens.page.get_by_role("listitem").filter(has_text=NAAM)
    wacht.get_by_role("link").last.click()


def test_voorbereiden_terugsturen_en_beslissen(aan_het_werk: Any, axe_eens: Kijk, past: Kijk) -> None:
    def kijk(page: Page) -> None:
        past(page)
        axe_eens(page)

    consulent = aan_het_werk("consulent", 768, kijk)
    neem_melding_op(consulent, NAAM)
    voer_gesprek_en_maak_verslag(consulent)
    consulent.druk("link", "Het besluit voorbereiden")
    leg_voor(consulent, "De buren koken al.")

    beslisser = aan_het_werk("beslisser", 360, kijk)
    open_zaak(beslisser)
    beslisser.op("Het besluit nemen en versturen")
    beslisser.page.get_by_role("heading", name="Voorstel van Sanne de Boer").wait_for()
    beslisser.druk("button", "Stuur het voorstel terug")
    beslisser.page.get_by_role("link", name="Schrijf op wat er anders moet.").wait_for()
    beslisser.vul("reden_terug", "Welke buren? Vraag het na.")
    beslisser.druk("button", "Stuur het voorstel terug")
    beslisser.op(NAAM)

    open_zaak(consulent)
    consulent.page.get_by_text("Welke buren? Vraag het na.").wait_for()
    leg_voor(consulent, "Buurvrouw Smit kookt elke dag.")

    open_zaak(beslisser)
    beslisser.op("Het besluit nemen en versturen")
    beslisser.vul("f-behoeften-0-reden", "Buurvrouw Smit kookt al een jaar elke dag.")
    beslisser.leg_vast("Buurvrouw Smit kookt al een jaar elke dag.")
    assert "Het besluit bekendgemaakt" in beslisser.page.get_by_role("status").inner_text()
    beslisser.page.goto("/werk/")
    assert beslisser.page.get_by_role("listitem").filter(has_text=NAAM).count() == 0


def test_een_vertegenwoordiger_met_papieren(aan_het_werk: Any, axe_eens: Kijk, past: Kijk) -> None:
    def kijk(page: Page) -> None:
        past(page)
        axe_eens(page)

    consulent = aan_het_werk("consulent", 360, kijk)
    neem_melding_op(consulent, "W. Wilsonbekwaam")
    consulent.druk("link", "Vertegenwoordiger opnemen")
    consulent.op("Vertegenwoordiger opnemen")
    consulent.vul("f-naam", "Mr. P. Zandstra")
    consulent.kies("f-soort", "mentor")
    consulent.vul("f-bewijs", "Beschikking van de rechtbank van 3 maart 2026")
    consulent.druk("button", "Maak de code")
    consulent.op("Code voor Mr. P. Zandstra")
    code = consulent.page.locator(".kt-code").inner_text()

    page = consulent.page.context.browser.new_context(base_url=consulent.page.url.split("/werk/")[0]).new_page()
    page.goto("/demo/")
    page.get_by_role("button", name="Inloggen als vertegenwoordiger", exact=True).click()
    page.goto("/mijn/uitnodiging/")
    page.locator("main input[name=code]").fill(code.lower())
    page.locator("main button[type=submit]").first.click()
    page.get_by_role("heading", name="Wilt u W. Wilsonbekwaam vertegenwoordigen?").wait_for()
    past(page)
    page.get_by_role("button", name="Ja, dat wil ik").click()
    page.get_by_text("W. Wilsonbekwaam").first.wait_for()
    page.context.close()
