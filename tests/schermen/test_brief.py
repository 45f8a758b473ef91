"""The letter pages in a real browser: at three widths, by keyboard, without script, with axe, on paper."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

Blad = Callable[..., Page]
BREEDTES = (360, 768, 1280)


def dossier() -> str:
    """An application of thirty days ago without a decision: notice of default is possible on any day of the year."""
    dag = datetime.now(ZoneInfo("Europe/Amsterdam")).date()

    def geleden(dagen: int) -> str:
        return (dag - timedelta(days=dagen)).isoformat()

    feiten = [
        {"soort": "melding_ontvangen", "datum": geleden(60), "behoeften": [{"id": "b1", "vraag": "Ramen lappen"}]},
        {"soort": "verslag_verstuurd", "datum": geleden(40)},
        {"soort": "aanvraag_ontvangen", "datum": geleden(30), "behoeften": ["b1"]},
    ]
    return json.dumps({"zaak": "mijn-zaak", "gemeente": "Voorbeeldstad", "feiten": feiten})


STUUR = """([adres, dossier]) => {
  const vorm = document.createElement("form");
  vorm.method = "post";
  vorm.action = adres;
  const veld = document.createElement("input");
  veld.type = "hidden";
  veld.name = "dossier";
  veld.value = dossier;
  vorm.append(veld);
  document.body.append(vorm);
  vorm.submit();
}"""


def met_zaak(page: Page, adres: str) -> None:
    """Come to a page the way the result page sends people: by a form with the case in it."""
    with page.expect_navigation():
        page.evaluate(STUUR, [adres, dossier()])


def staten(page: Page) -> list[Callable[[], object]]:
    """How to bring about every state of the letter pages, one after the other."""
    knop = page.get_by_role("button", name="Bekijk de brief")
    return [
        lambda: page.goto("/brieven/"),
        lambda: met_zaak(page, "/brieven/"),
        lambda: page.goto("/brieven/klacht/"),
        lambda: met_zaak(page, "/brieven/ingebrekestelling/"),
        lambda: knop.click(),
        lambda: (page.get_by_label("Naam", exact=True).fill("Marga 😀"), knop.click()),
        lambda: (page.get_by_label("E-mailadres (hoeft niet)", exact=True).fill("fout"), knop.click()),
        lambda: met_zaak(page, "/brieven/bezwaar-pro-forma/"),
    ]


def test_elke_staat_is_toegankelijk_op_een_telefoon(
    blad: Blad, axe: Callable[[Page], None], past: Callable[[Page], None]
) -> None:
    page = blad("/brieven/", 360)
    for naar in staten(page):
        naar()
        page.wait_for_load_state()
        axe(page)
        past(page)


@pytest.mark.parametrize("breedte", BREEDTES)
@pytest.mark.parametrize("voor", ["", "/en"])
def test_elk_sjabloon_op_elke_breedte_in_beide_talen(
    blad: Blad, axe: Callable[[Page], None], past: Callable[[Page], None], breedte: int, voor: str
) -> None:
    page = blad(f"{voor}/brieven/", breedte)
    for naar in (
        lambda: None,
        lambda: met_zaak(page, f"{voor}/brieven/ingebrekestelling/"),
        lambda: page.locator("#briefformulier .utrecht-button--primary-action").click(),
        lambda: met_zaak(page, f"{voor}/brieven/bezwaar-pro-forma/"),
    ):
        naar()
        page.wait_for_load_state()
        expect(page.locator("html")).to_have_attribute("lang", "en" if voor else "nl")
        axe(page)
        past(page)


def test_niets_schuift_zijwaarts_op_het_smalste_scherm(blad: Blad, past: Callable[[Page], None]) -> None:
    page = blad("/brieven/", 320)
    for naar in staten(page):
        naar()
        page.wait_for_load_state()
        past(page)


@pytest.mark.parametrize("js", [True, False])
def test_van_overzicht_naar_bestand_met_en_zonder_script(blad: Blad, js: bool) -> None:
    page = blad("/brieven/", 360, js=js, accept_downloads=True)
    page.get_by_role("link", name="Ik heb een klacht").click()
    page.get_by_label("Naam", exact=True).fill("Marga de Vries")
    page.get_by_label("Tekst van uw brief").fill("Ik wacht al lang.\n\nBelt u mij?")
    page.get_by_role("button", name="Bekijk de brief").click()
    papier = page.locator(".br-papier")
    expect(papier).to_contain_text("Marga de Vries")
    expect(papier).to_contain_text("Ik wacht al lang.")
    for knop, naam in (
        ("Pdf om af te drukken", "brief-klacht.pdf"),
        ("Pdf met grote letters", "brief-klacht.groot.pdf"),
        ("Alleen tekst", "brief-klacht.txt"),
        ("Klaarzetten als e-mail", "brief-klacht.eml"),
    ):
        with page.expect_download() as bestand:
            page.get_by_role("button", name=knop).click()
        assert bestand.value.suggested_filename == naam
    assert page.url.endswith("/brieven/klacht/")
    expect(page.locator(".br-afdrukken")).to_be_visible(visible=js)


def test_met_alleen_het_toetsenbord(blad: Blad) -> None:
    page = blad("/brieven/", 1280)
    met_zaak(page, "/brieven/ingebrekestelling/")
    naam = page.get_by_label("Naam", exact=True)
    for _ in range(40):
        page.keyboard.press("Tab")
        if naam.evaluate("veld => veld === document.activeElement"):
            break
    page.keyboard.type("Marga")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    expect(page.locator(".br-papier")).to_contain_text("Marga")
    expect(page.locator("#voorbeeld")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Pdf om af te drukken")).to_be_focused()


def test_na_een_fout_begint_het_lezen_bij_de_fouten(blad: Blad) -> None:
    page = blad("/brieven/klacht/", 360)
    page.get_by_label("E-mailadres (hoeft niet)", exact=True).fill("fout")
    page.get_by_role("button", name="Bekijk de brief").click()
    expect(page.locator("#fouten")).to_be_focused()
    page.locator("#fouten a").click()
    expect(page.get_by_label("E-mailadres (hoeft niet)", exact=True)).to_be_focused()


def test_van_taal_wisselen_verliest_niets(blad: Blad) -> None:
    page = blad("/brieven/klacht/", 768)
    page.get_by_label("Naam", exact=True).fill("Marga")
    page.get_by_label("Tekst van uw brief").fill("Mijn eigen verhaal.")
    page.get_by_role("button", name="Bekijk de brief").click()
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_label("Name", exact=True)).to_have_value("Marga")
    expect(page.get_by_label("Text of your letter")).to_have_value("Mijn eigen verhaal.")


def test_op_papier_staat_alleen_de_brief(blad: Blad) -> None:
    page = blad("/brieven/klacht/", 1280)
    page.get_by_role("button", name="Bekijk de brief").click()
    page.emulate_media(media="print")
    expect(page.locator(".br-papier")).to_be_visible()
    for weg in ("header", "footer", "h1", "#briefformulier", ".kt-knoppen"):
        expect(page.locator(weg).first).to_be_hidden()


def test_elke_knop_is_groot_genoeg_voor_een_vinger(blad: Blad) -> None:
    page = blad("/brieven/", 360)
    met_zaak(page, "/brieven/ingebrekestelling/")
    page.get_by_role("button", name="Bekijk de brief").click()
    expect(page.locator(".br-papier")).to_be_visible()
    for knop in page.locator(
        "main button:visible, main input:visible, main textarea:visible, main summary:visible"
    ).all():
        vak = knop.bounding_box()
        assert vak is not None
        assert vak["height"] >= 44, knop.inner_text()
