"""The resident's side in a real browser, on the whole demonstration: a phone, axe, with and without script."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from .conftest import BREEDTES

EERSTE = re.compile(r"(Bekijk de hele zaak.*|^Z-\d+-)0000001$")
BLADEN = (
    "", "doen/plek-van-het-gesprek/", "doen/afspraak-verzetten/", "plan/", "toestemming/", "feiten/", "bewijs/1/",
    "post/", "documenten/", "meekijken/", "wie-keek/", "wie-keek/?zelf", "meenemen/",
)  # fmt: skip
FOUT = (
    ("doen/aanvraag-intrekken/", "Trek mijn aanvraag in", "Kruis aan dat u weet wat dit betekent"),
    ("doen/verslag-tekenen/", "Teken het verslag", "Vul dit in: Waarvoor tekent u?"),
    ("post/hoe/", "Bewaar mijn keuze", "Vul uw e-mailadres in"),
)


def naar_zaak(page: Page) -> str:
    page.get_by_role("link", name=EERSTE).click()
    page.wait_for_url("**/zaak/**")
    return page.url


def test_elke_bladzijde_past_op_een_telefoon_en_is_toegankelijk(inloggen: Any, axe: Any, past: Any) -> None:
    page = inloggen("inwoner")
    for kijk in (axe, past):
        kijk(page)
    zaak = naar_zaak(page)
    for rest in BLADEN:
        page.goto(zaak + rest)
        axe(page)
        past(page)


@pytest.mark.parametrize("breedte", BREEDTES[1:])
def test_de_zaak_past_ook_op_een_tablet_en_een_groot_scherm(inloggen: Any, axe: Any, past: Any, breedte: int) -> None:
    page = inloggen("inwoner", breedte)
    past(page)
    naar_zaak(page)
    axe(page)
    past(page)


def test_de_hulpvragen_staan_op_een_telefoon_onder_elkaar(inloggen: Any) -> None:
    for breedte in BREEDTES:
        page = inloggen("inwoner", breedte)
        naar_zaak(page)
        vak = page.locator(".kt-tabelvak:has(.wn-draden)")
        assert not vak.evaluate("vak => vak.scrollWidth > vak.clientWidth"), breedte
        rij = vak.locator("tbody tr").first
        assert (rij.evaluate("rij => getComputedStyle(rij).display") == "block") == (breedte == BREEDTES[0])


def test_wat_er_mis_gaat_staat_er_leesbaar_bij(inloggen: Any, axe: Any, past: Any) -> None:
    """The forms as they come back with a mistake, a report of a need among them."""
    page = inloggen("inwoner")
    zaak = naar_zaak(page)
    for rest, knop, fout in FOUT:
        page.goto(zaak + rest)
        if rest == "post/hoe/":
            page.get_by_label("Op deze website.").check()
        page.get_by_role("button", name=knop).click()
        page.get_by_role("alert").get_by_role("link", name=fout).wait_for()
        axe(page)
        past(page)
    page.goto("/mijn/melding/")
    page.get_by_role("button", name="Volgende").click()
    page.get_by_role("alert").wait_for()
    axe(page)
    past(page)


def test_blad_en_notities_passen_ook(inloggen: Any, axe: Any, past: Any) -> None:
    for rol, link in (("mantelzorger", "Naar mijn blad"), ("clientondersteuner", "Mijn notities")):
        page = inloggen(rol)
        axe(page)
        past(page)
        page.get_by_role("link", name=link).first.click()
        page.get_by_role("heading", level=1, name=link.removeprefix("Naar ").capitalize()).wait_for()
        axe(page)
        past(page)


def test_hulp_vragen_voor_uzelf_als_mantelzorger(inloggen: Any, axe: Any, past: Any) -> None:
    page = inloggen("mantelzorger")
    page.get_by_role("link", name="Naar mijn blad").first.click()
    page.get_by_role("link", name="Vraag hulp voor uzelf").click()
    page.get_by_label("Wat hebt u zelf nodig?").fill("Een vrije avond per week")
    page.get_by_role("button", name="Vraag dit aan de gemeente").click()
    page.get_by_role("alert").get_by_role("link", name="Kruis aan dat anderen dit mogen lezen").wait_for()
    axe(page)
    past(page)
    page.get_by_label("Ja, zij mogen dit lezen").check()
    page.get_by_role("button", name="Vraag dit aan de gemeente").click()
    page.get_by_text("Een vrije avond per week").wait_for()


def test_iemand_niet_meer_laten_meekijken_begint_met_een_vraag(inloggen: Any, axe: Any, past: Any) -> None:
    page = inloggen("inwoner")
    page.goto(naar_zaak(page) + "meekijken/")
    page.get_by_role("link", name="Laat Farida Haddou niet meer meekijken").click()
    page.get_by_role("heading", level=1, name="Mag Farida Haddou niet meer meekijken?").wait_for()
    axe(page)
    past(page)
    page.get_by_role("link", name="Nee, laat het zo").click()
    page.get_by_role("heading", name="Farida Haddou").wait_for()


def test_een_klacht_neemt_de_zaak_mee_naar_de_brief(inloggen: Any, axe: Any) -> None:
    page = inloggen("inwoner")
    naar_zaak(page)
    page.get_by_text("Een klacht, of iets vragen over uw gegevens").click()
    page.get_by_role("button", name="Ik heb een klacht").click()
    page.get_by_role("heading", level=1, name="Ik heb een klacht").wait_for()
    assert page.get_by_label("Naam", exact=True).input_value() == "A. Bloemendaal"
    assert page.get_by_label("Woonplaats").input_value() == "Voorbeeldstad"
    axe(page)


def test_het_plan_bewaart_zichzelf(inloggen: Any) -> None:
    page = inloggen("inwoner")
    page.goto(naar_zaak(page) + "plan/")
    vak = page.get_by_label("Wat heb ik nodig")
    vak.fill("Ik wil graag in mijn eigen huis blijven.")
    page.get_by_text("Bewaard om").wait_for()
    page.reload()
    assert page.get_by_label("Wat heb ik nodig").input_value() == "Ik wil graag in mijn eigen huis blijven."


def test_een_melding_zonder_script_en_met_toetsen(inloggen: Any) -> None:
    page = inloggen("inwoner", js=False)
    page.get_by_role("link", name=re.compile("Doe een melding|Ga verder met uw melding")).click()
    page.get_by_label("Wat lukt niet of niet meer?").first.fill("Ik kan de tuin niet meer doen")
    for straks in ("Is er haast bij?", "Hulp en berichten", "Nakijken en versturen"):
        page.get_by_role("button", name="Volgende").press("Enter")
        page.get_by_role("heading", level=1, name=straks).wait_for()
        page.wait_for_load_state()
    page.get_by_role("button", name="Verstuur mijn melding").press("Enter")
    page.get_by_role("heading", name="Het is ontvangen").wait_for()
    assert "Ik kan de tuin niet meer doen" in page.inner_text("main")


def test_het_menu_van_een_zaak_is_kort_en_de_rest_klapt_open_zonder_script(inloggen: Any, axe: Any, past: Any) -> None:
    page = inloggen("inwoner", js=False)
    naar_zaak(page)
    menu = page.get_by_role("navigation", name="In deze zaak")
    assert menu.get_by_role("link").count() == 4
    menu.get_by_text("Meer", exact=True).click()
    assert menu.get_by_role("link").count() == 9
    menu.get_by_role("link", name="Wie keek", exact=True).click()
    page.get_by_role("heading", level=1, name="Wie keek in deze zaak").wait_for()
