"""Logging in and out in a real browser: every page of the door, in both languages, with and without script."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override
from playwright.sync_api import Page, expect

from keukentafel.inrichting.inloggen.aanbieders import Aanbieder

from .conftest import BREEDTES, Blad

Keuring = Callable[[Page], None]
AANBIEDERS = {
    soort: Aanbieder(soort, "https://inloggen.example", "kt", "geheim", naam, ("hoog",), "sub")
    for soort, naam in (("inwoner", "DigiD"), ("medewerker", "Inloggen voor medewerkers"))
}


@pytest.mark.parametrize("breedte", BREEDTES)
@pytest.mark.parametrize("taal", ["", "/en"])
def test_de_keuze(blad: Blad, axe: Keuring, past: Keuring, settings: Any, breedte: int, taal: str) -> None:
    settings.AANBIEDERS = AANBIEDERS
    page = blad(f"{taal}/inloggen/?verlopen=1", breedte)
    expect(page.get_by_role("link", name="DigiD")).to_have_attribute("href", f"{taal}/inloggen/bij/inwoner/")
    past(page)
    axe(page)


@pytest.mark.parametrize("js", [True, False])
@pytest.mark.parametrize("breedte", BREEDTES)
def test_inloggen_rondkijken_en_uitloggen(
    blad: Blad, demo: str, axe: Keuring, past: Keuring, breedte: int, js: bool
) -> None:
    def keur() -> None:
        past(page)
        if js:
            axe(page)

    page = blad("/", breedte, js=js, eigen=demo)
    page.get_by_role("link", name="Inloggen", exact=True).click()
    expect(page).to_have_url(f"{demo}/demo/")
    keur()
    page.get_by_role("button", name="Inloggen als beheerder", exact=True).press("Enter")
    expect(page.get_by_role("link", name="Mo Karaca")).to_be_visible()
    page.get_by_role("link", name="Mo Karaca").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wie bent u hier?")
    keur()
    page.get_by_role("link", name="Uitloggen op een ander apparaat, of overal").click()
    expect(page.get_by_role("button", name="Hier uitloggen")).to_be_visible()
    keur()
    page.get_by_role("button", name="Uitloggen", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("U bent uitgelogd")
    keur()
    page.go_back()
    page.reload()
    expect(page.get_by_role("button", name="Inloggen als inwoner", exact=True)).to_be_visible()


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_nog_een_keer_inloggen(blad: Blad, axe: Keuring, past: Keuring, rf: Any, taal: str) -> None:
    """The page is shown to who logged in long ago at a login service; here as the program writes it."""
    verzoek = rf.get("/inloggen/bevestig/")
    verzoek.persoon = SimpleNamespace(gebruiker=SimpleNamespace(naam="Sanne de Boer"), mandaten=())
    with override(taal):
        gegevens = {"aanbieder": AANBIEDERS["medewerker"], "vraag": "opnieuw=ja"}
        tekst = render_to_string("inloggen/bevestig.html", gegevens, verzoek)
    page = blad("/robots.txt")
    page.route("**/inloggen/bevestig/", lambda route: route.fulfill(body=tekst, content_type="text/html"))
    page.goto("/inloggen/bevestig/")
    expect(page.get_by_role("link", name="Inloggen voor medewerkers")).to_be_visible()
    past(page)
    axe(page)
