"""The preparation in a real browser: on the device, on paper, with a keyboard and without script."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from keukentafel.portaal.voorbereiden.inhoud import DEEL

Blad = Callable[..., Page]
Keuring = Callable[[Page], None]
PAGINAS = ["/voorbereiden/", *(f"/voorbereiden/{naam}/" for naam in DEEL), "/voorbereiden/papier/?wat=alles"]


def knop(page: Page, naam: str) -> None:
    page.get_by_role("button", name=naam, exact=True).click()


# --- look ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pad", PAGINAS)
def test_toegankelijk_op_een_telefoon(blad: Blad, axe: Keuring, past: Keuring, pad: str) -> None:
    page = blad(pad, 360)
    axe(page)
    past(page)


@pytest.mark.parametrize("breedte", [320, 768, 1280])
@pytest.mark.parametrize("pad", ["/en/voorbereiden/", "/en/voorbereiden/mantelzorger/", "/voorbereiden/week/"])
def test_toegankelijk_op_elke_breedte(blad: Blad, axe: Keuring, past: Keuring, pad: str, breedte: int) -> None:
    page = blad(pad, breedte)
    axe(page)
    past(page)


def test_een_fout_staat_bovenaan_en_wijst_naar_het_vak(blad: Blad, axe: Keuring) -> None:
    page = blad("/voorbereiden/mantelzorger/", 360, js=False)
    page.fill("#mz-taak-1-uren", "veel")
    knop(page, "Naar het overzicht")
    melding = page.get_by_role("alert")
    expect(melding).to_contain_text("Bij punt 8.1")
    melding.get_by_role("link").click()
    expect(page.locator("#mz-taak-1-uren")).to_be_focused()
    expect(page.locator("#mz-taak-1-uren")).to_have_value("veel")


def test_axe_op_de_foutpagina(blad: Blad, axe: Keuring) -> None:
    page = blad("/voorbereiden/mantelzorger/", 360)
    page.fill("#mz-taak-1-uren", "veel")
    knop(page, "Dit deel afdrukken")
    expect(page.get_by_role("alert")).to_be_visible()
    axe(page)


# --- on the device -------------------------------------------------------------------------------------------------


def test_een_vinkje_blijft_op_het_apparaat(blad: Blad) -> None:
    page = blad("/voorbereiden/voor/")
    page.check("#voor-plan")
    page.reload()
    expect(page.locator("#voor-plan")).to_be_checked()
    ander = page.context.new_page()
    ander.goto("/voorbereiden/voor/")
    expect(ander.locator("#voor-plan")).to_be_checked()


def test_een_tekst_blijft_in_het_tabblad_en_alleen_op_wens_langer(blad: Blad) -> None:
    page = blad("/voorbereiden/plan/")
    page.fill("#plan-a", "Mijn heup")
    page.reload()
    expect(page.locator("#plan-a")).to_have_value("Mijn heup")
    ander = page.context.new_page()
    ander.goto("/voorbereiden/plan/")
    expect(ander.locator("#plan-a")).to_have_value("")
    page.check("#onthoud-teksten")
    ander.reload()
    expect(ander.locator("#plan-a")).to_have_value("Mijn heup")


def test_wissen_wist_alles(blad: Blad) -> None:
    page = blad("/voorbereiden/voor/")
    page.check("#voor-plan")
    page.on("dialog", lambda vraag: vraag.accept())
    knop(page, "Wis alles van dit apparaat")
    expect(page.locator("#voor-plan")).not_to_be_checked()
    assert page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []


def test_van_deel_naar_deel_verlaat_niets_het_apparaat(blad: Blad) -> None:
    page = blad("/voorbereiden/voor/")
    verstuurd = []
    page.on("request", lambda verzoek: verstuurd.append(verzoek) if verzoek.method == "POST" else None)
    page.check("#voor-spoed")
    page.get_by_role("button", name="Verder naar 2.").click()
    page.check("#tijdens-wie")
    page.go_back()
    expect(page.locator("#voor-spoed")).to_be_checked()
    knop(page, "Naar het overzicht")
    expect(page.get_by_role("button", name="Tijdens het gesprek")).to_contain_text("1 van")
    assert verstuurd == []
    assert page.url.endswith("/voorbereiden/")


def test_twee_tabbladen_overschrijven_elkaar_niet(blad: Blad) -> None:
    een = blad("/voorbereiden/voor/")
    twee = een.context.new_page()
    twee.goto("/voorbereiden/na/")
    een.check("#voor-plan")
    twee.check("#na-lezen")
    een.check("#voor-spoed")
    twee.goto("/voorbereiden/voor/")
    expect(twee.locator("#voor-plan")).to_be_checked()
    expect(twee.locator("#voor-spoed")).to_be_checked()
    twee.goto("/voorbereiden/na/")
    expect(twee.locator("#na-lezen")).to_be_checked()


def test_een_andere_taal_houdt_wat_is_ingevuld(blad: Blad) -> None:
    page = blad("/voorbereiden/plan/")
    page.fill("#plan-b", "Koken")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#plan-b")).to_have_value("Koken")


def test_de_week_tekent_zich_vanzelf(blad: Blad) -> None:
    page = blad("/voorbereiden/week/")
    page.get_by_role("group", name="Maandag").get_by_label("Slecht").check()
    page.get_by_role("group", name="Dinsdag").get_by_label("Goed").check()
    page.fill("#dag-1-wat", "Duizelig")
    beeld = page.locator("#weekbeeld")
    expect(beeld.locator('[data-dag="dag-1-hoe"][data-hoe="slecht"]')).to_be_visible()
    expect(beeld.locator('[data-dag="dag-1-hoe"][data-hoe="goed"]')).to_be_hidden()
    expect(beeld.locator("desc")).to_have_text(re.compile("^Maandag: slecht. Dinsdag: goed. Woensdag: niet ingevuld."))
    expect(page.locator("[data-weekrij=dag-1-hoe] [data-notitie]")).to_have_text("Duizelig")
    page.get_by_role("group", name="Maandag").get_by_label("Niet ingevuld").check()
    expect(beeld.locator('[data-dag="dag-1-hoe"][data-hoe="slecht"]')).to_be_hidden()


def test_de_uren_tellen_op(blad: Blad) -> None:
    page = blad("/voorbereiden/mantelzorger/")
    page.fill("#mz-taak-1-uren", "2,5")
    page.fill("#mz-taak-2-uren", "4")
    expect(page.locator("#urentotaal")).to_have_text("6,5")


def test_bewaren_en_openen_op_een_ander_apparaat(blad: Blad, tmp_path: Path) -> None:
    page = blad("/voorbereiden/plan/")
    page.fill("#plan-a", "Mijn heup")
    knop(page, "Naar het overzicht")
    with page.expect_download() as wacht:
        knop(page, "Bewaar als bestand")
    bestand = tmp_path / wacht.value.suggested_filename
    wacht.value.save_as(bestand)
    assert json.loads(bestand.read_text("utf-8"))["velden"] == {"plan-a": "Mijn heup"}
    ander = blad("/voorbereiden/")
    ander.set_input_files("#bestand", bestand)
    knop(ander, "Open dit bestand")
    expect(ander.get_by_role("status")).to_contain_text("Uw bestand is open.")
    ander.get_by_role("button", name="Persoonlijk plan").click()
    expect(ander.locator("#plan-a")).to_have_value("Mijn heup")


# --- keyboard, no script, paper ------------------------------------------------------------------------------------


def test_alleen_met_het_toetsenbord(blad: Blad) -> None:
    page = blad("/voorbereiden/na/")
    page.locator("#na-opschrijven").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(page.locator("#na-verslag-dag")).to_be_focused()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Verder naar 4.").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("4. Vragen die u kunt krijgen")
    page.get_by_role("button", name="Terug naar 3.").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#na-opschrijven")).to_be_checked()
    expect(page.locator("#na-verslag-dag")).to_be_checked()


@pytest.mark.parametrize("js", [True, False])
def test_enter_in_een_vak_blijft_op_de_bladzijde(blad: Blad, js: bool) -> None:
    page = blad("/voorbereiden/plan/", js=js)
    page.fill("#plan-naam", "Mevrouw Jansen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("7. Persoonlijk plan")
    expect(page.locator("#plan-naam")).to_have_value("Mevrouw Jansen")


@pytest.mark.parametrize("breedte", [360, 768, 1280])
def test_zonder_script(blad: Blad, breedte: int) -> None:
    page = blad("/voorbereiden/", breedte, js=False)
    page.get_by_role("button", name="Vóór het gesprek").click()
    page.check("#voor-plan")
    page.get_by_role("button", name="Ga naar 9.").click()
    page.get_by_role("group", name="Vrijdag").get_by_label("Goed").check()
    knop(page, "Teken mijn week")
    expect(page.locator("#weekbeeld")).to_contain_text("Vrijdag: goed.")
    knop(page, "Naar het overzicht")
    page.get_by_role("button", name="Vóór het gesprek").click()
    expect(page.locator("#voor-plan")).to_be_checked()
    expect(page.locator("#op-dit-apparaat")).to_be_hidden()
    with page.expect_download() as wacht:
        knop(page, "Dit deel als PDF")
    assert wacht.value.suggested_filename == "voorbereiding.pdf"
    assert Path(wacht.value.path()).read_bytes().startswith(b"%PDF")
    assert "?" not in page.url


def test_op_papier_alleen_wat_van_u_is(blad: Blad) -> None:
    page = blad("/voorbereiden/plan/")
    page.fill("#plan-a", "Mijn heup")
    knop(page, "Dit deel afdrukken")
    expect(page.get_by_text("Mijn heup")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Afdrukken")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()
    expect(page.locator(".vb-blad .vb-nr").first).to_have_text("7.1")


def test_de_lijst_van_het_scherm_drukt_ook_zonder_omweg_af(blad: Blad) -> None:
    page = blad("/voorbereiden/tijdens/", js=False)
    page.emulate_media(media="print")
    expect(page.locator("#tijdens-wie")).to_be_visible()
    expect(page.get_by_text("2.14")).to_be_visible()
    expect(page.get_by_role("button", name="Naar het overzicht")).to_be_hidden()
