"""The manager's pages in a real browser, on the whole demonstration: a phone, axe, and without script."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Page, expect

HIER = "/beheer/voorbeeldstad"
BLADEN = (
    "", "gegevens/", "normen/", "normen/verslag/", "bedragen/", "teams/", "teams/naam/?team=Noord", "mensen/",
    "mensen/nieuw/", "voorzieningen/", "voorzieningen/nieuw/", "voorzieningen/buurtbus/", "brieven/",
    "brieven/algemeen/", "brieven/bevestiging-melding/", "verzending/", "sleutels/nieuw/", "teams/melding/",
    "mensen/uitloggen/?wie=consulent",
    "koppelingen/",
)  # fmt: skip


@pytest.fixture
def beheer(inloggen: Callable[..., Page]) -> Callable[..., Page]:
    """Logged in as the manager."""
    return partial(inloggen, "beheerder")


def test_elke_bladzijde_past_op_elk_scherm_en_is_toegankelijk(beheer: Any, axe: Any, past: Any) -> None:
    page = beheer()
    for rest in BLADEN:
        page.goto(f"{HIER}/{rest}")
        axe(page)
        for breed in (360, 768, 1280):
            page.set_viewport_size({"width": breed, "height": 800})
            past(page)
        page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"/en{HIER}/verzending/")
    axe(page)


def test_een_norm_zetten_zonder_script_met_eerst_een_fout(beheer: Any, past: Any) -> None:
    page = beheer(js=False)
    page.get_by_role("link", name="Normen").click()
    page.get_by_role("link", name="Vragen of de hulp past").click()
    page.get_by_label("Hoeveel?").fill("veel")
    page.get_by_label("Waar is dit afgesproken?").fill("collegebesluit van 3 maart")
    page.get_by_role("button", name="Bewaar").click()
    assert page.title().startswith("Fout:")
    fout = page.get_by_role("alert").get_by_role("link", name="Vul een heel getal in van 1 tot en met 52.")
    assert fout.get_attribute("href") == "#id_aantal"
    past(page)
    page.get_by_label("Hoeveel?").fill("4")
    page.get_by_label("weken", exact=True).check()
    page.get_by_role("button", name="Bewaar").click()
    rij = page.get_by_role("row", name="Vragen of de hulp past")
    assert "4 weken" in rij.inner_text()


def test_een_brief_eerst_bekijken(beheer: Any, axe: Any, past: Any) -> None:
    page = beheer()
    page.goto(f"{HIER}/brieven/uitnodiging/")
    page.get_by_label("Eigen tekst, Nederlands").fill("Ons gebouw heeft een lift.")
    page.get_by_role("button", name="Bekijk eerst").click()
    expect(page.get_by_role("article").get_by_text("Ons gebouw heeft een lift.")).to_be_visible()
    axe(page)
    past(page)
    page.get_by_role("button", name="Bewaar").click()
    page.wait_for_url("**/brieven/")
    assert "sinds" in page.get_by_role("row", name="Uitnodiging voor het gesprek").inner_text()


def test_wat_vastloopt_opnieuw_proberen(beheer: Any) -> None:
    page = beheer()
    page.get_by_role("link", name="Verzending").click()
    expect(page.get_by_text("De map voor de post is vol of niet te beschrijven.")).to_be_visible()
    page.get_by_role("button", name="Probeer alles opnieuw").click()
    page.wait_for_url("**/verzending/?opnieuw=*")
    # The demonstration sends by itself: the letter leaves within a few looks at the outbox.
    for _ in range(60):
        page.goto(f"{HIER}/verzending/")
        if page.get_by_text("Er staat niets vast.").count():
            return
        page.wait_for_timeout(1000)
    raise AssertionError("het bericht staat nog vast")


def test_een_sleutel_klaarzetten_met_het_toetsenbord_ophalen_en_beeindigen(beheer: Any, axe: Any, past: Any) -> None:
    page = beheer()
    page.get_by_role("link", name="Sleutels voor programma's").press("Enter")
    page.get_by_role("link", name="Nieuwe sleutel").press("Enter")
    page.get_by_role("button", name="Zet klaar").press("Enter")
    page.get_by_role("alert").get_by_role("link", name="Vul dit in: Naam van het programma").press("Enter")
    page.keyboard.type("Zaaksysteem")
    page.get_by_label("Sanne de Boer").press("Space")
    page.get_by_label("Zaken lezen").press("Space")
    page.get_by_role("button", name="Zet klaar").press("Enter")
    rij = page.get_by_role("row", name="Zaaksysteem")
    assert "nog niet opgehaald" in rij.inner_text()
    for kijk in (axe, past):
        kijk(page)
    page.get_by_role("button", name="Uitloggen", exact=True).click()
    page.goto("/demo/")
    page.get_by_role("button", name="Inloggen als consulent", exact=True).click()
    page.get_by_role("link", name="Sanne de Boer").click()
    page.get_by_role("link", name="Zaaksysteem, Voorbeeldstad").click()
    axe(page)
    page.get_by_role("button", name="Toon de sleutel, één keer").press("Enter")
    assert page.get_by_label("De sleutel").input_value().startswith("kt_")
    for kijk in (axe, past):
        kijk(page)
    page.get_by_role("link", name="Ik heb hem. Terug").click()
    page.get_by_role("link", name="Zaaksysteem, Voorbeeldstad").click()
    expect(page.get_by_text("De sleutel is al opgehaald.")).to_be_visible()
    page.get_by_role("button", name="Beëindig deze sleutel").click()
    page.wait_for_url("**/inloggen/wie/")
    expect(page.get_by_text("Zaaksysteem")).to_be_hidden()


def test_een_team_kiezen_en_een_rol_geven_en_beeindigen_zonder_script(beheer: Any, past: Any) -> None:
    page = beheer(1280, js=False)
    page.get_by_role("link", name="Teams", exact=True).click()
    page.get_by_role("link", name="Kies een ander team voor meldingen").click()
    page.get_by_label("Zuid").check()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Een melding van de website komt bij team Zuid.")).to_be_visible()
    page.goto(f"{HIER}/mensen/nieuw/")
    page.get_by_label("Naam", exact=True).fill("Lot Kuiper")
    page.get_by_label("Kenmerk bij de inlogdienst").fill("lot-kuiper")
    page.get_by_label("Beslisser: neemt besluiten").check()
    page.get_by_label("Geen team").check()
    page.get_by_role("button", name="Geef deze rol").click()
    rij = page.get_by_role("row", name="Lot Kuiper")
    assert "gegeven door Mo Karaca" in rij.inner_text()
    rij.get_by_role("link", name="Beëindig: Lot Kuiper als beslisser").click()
    page.get_by_role("button", name="Beëindig").click()
    assert "einde gezet door Mo Karaca" in page.get_by_role("row", name="Lot Kuiper").inner_text()
    past(page)


def test_een_voorziening_komt_erbij_en_stopt_met_het_toetsenbord(beheer: Any, past: Any) -> None:
    page = beheer(768)
    page.get_by_role("link", name="Voorzieningen").press("Enter")
    page.get_by_role("link", name="Nieuwe voorziening").press("Enter")
    page.get_by_label("Naam van de voorziening").press_sequentially("Klussendienst")
    page.get_by_label("Waarvoor is het?").select_option(index=1)
    page.get_by_label("Wat is het?").press_sequentially("Iemand helpt met een klus.")
    page.get_by_role("button", name="Bewaar").press("Enter")
    page.get_by_role("link", name="Klussendienst").press("Enter")
    page.get_by_label("Stopt op die dag").press("Space")
    page.get_by_role("button", name="Bewaar").press("Enter")
    page.wait_for_url("**/voorzieningen/")
    expect(page.get_by_role("link", name="Klussendienst")).to_be_hidden()
    past(page)
