"""Back and Forward of the browser: nothing is lost, nothing is stored, and what cannot be fetched goes as before."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, Route, expect

Blad = Callable[..., Page]
VANDAAG = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
GELEDEN = VANDAAG - timedelta(days=3)


def knop(page: Page, naam: str) -> None:
    page.get_by_role("button", name=naam, exact=True).click()


def kop(page: Page, tekst: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(tekst)


def naar_het_bezwaar(page: Page) -> None:
    """From the first page by a decision of three days ago to the question about the objection."""
    page.get_by_label("Ik heb een besluit van de gemeente").check()
    knop(page, "Begin")
    page.get_by_label("Ja", exact=True).first.check()
    for deel, waarde in (("dag", GELEDEN.day), ("maand", GELEDEN.month), ("jaar", GELEDEN.year)):
        page.fill(f"#v-datum-{deel}", str(waarde))
    page.get_by_label("Ik krijg niets").check()
    knop(page, "Volgende")
    kop(page, "Hebt u bezwaar gemaakt")


def niets_bewaard(page: Page) -> None:
    assert page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []
    assert re.fullmatch(r"http://[^/]+/[a-z/-]*", page.url)
    assert set(page.evaluate("Object.keys(history.state || {})")) <= {"deze", "blad"}
    assert page.context.cookies() == []


def test_twee_keer_terug_en_weer_vooruit(blad: Blad) -> None:
    page = blad("/wat-nu/", 360)
    naar_het_bezwaar(page)
    page.get_by_label("Nee", exact=True).first.check()
    knop(page, "Volgende")
    kop(page, "U kunt bezwaar maken tegen het besluit, tot en met")
    uitkomst = page.title()
    niets_bewaard(page)
    page.go_back()
    kop(page, "Hebt u bezwaar gemaakt")
    expect(page.get_by_label("Nee", exact=True).first).to_be_checked()
    page.go_back()
    expect(page.locator("#v-datum-dag")).to_have_value(str(GELEDEN.day))
    expect(page.get_by_label("Ik krijg niets")).to_be_checked()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.go_forward()
    page.go_forward()
    kop(page, "U kunt bezwaar maken tegen het besluit, tot en met")
    assert page.title() == uitkomst
    niets_bewaard(page)


def test_na_terug_telt_het_nieuwe_antwoord(blad: Blad) -> None:
    page = blad("/wat-nu/", 360)
    naar_het_bezwaar(page)
    page.go_back()
    page.get_by_label("Ik krijg alles wat ik vroeg").check()
    knop(page, "Volgende")
    knop(page, "Meteen naar de uitkomst")
    expect(page.locator("#inhoud [name=dossier]")).to_have_value(re.compile("toegekend"))
    page.go_forward()
    expect(page.locator("#inhoud [name=dossier]")).to_have_value(re.compile("toegekend"))


def test_elke_nieuwe_pagina_begint_bij_de_kop_of_de_fouten(blad: Blad) -> None:
    page = blad("/wat-nu/", 360)
    knop(page, "Begin")
    expect(page.locator("#fouten")).to_be_focused()
    expect(page.locator("p[aria-live]")).to_have_text(re.compile("^Fout: "))
    page.locator("#fouten a").click()
    expect(page.locator("#plek-0")).to_be_focused()
    page.get_by_label("Ik heb een besluit van de gemeente").check()
    knop(page, "Begin")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.locator("p[aria-live]")).to_have_text(page.title())
    assert page.evaluate("scrollY") == 0


def test_ook_via_een_gewone_link_en_een_andere_taal_terug(blad: Blad) -> None:
    page = blad("/wat-nu/", 768)
    naar_het_bezwaar(page)
    knop(page, "Meteen naar de uitkomst")
    page.get_by_role("link", name="Zo vraagt u die hulp").click()
    page.wait_for_url("**/het-gesprek/ondersteuning/")
    page.go_back()
    kop(page, "U kunt bezwaar maken")
    knop(page, "English")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.go_back()
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    kop(page, "U kunt bezwaar maken")


def test_grote_letters_laat_staan_wat_u_typte(blad: Blad) -> None:
    page = blad("/wat-nu/", 360)
    naar_het_bezwaar(page)
    page.get_by_label("Ja", exact=True).first.check()
    page.fill("#v-datum-dag", "7")
    knop(page, "Grote letters")
    expect(page.locator("html.kt-groot")).to_be_attached()
    expect(page.get_by_role("button", name="Grote letters")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#v-datum-dag")).to_have_value("7")
    page.go_back()
    expect(page.get_by_role("button", name="Grote letters")).to_have_attribute("aria-pressed", "true")


def test_de_check_en_de_brief(blad: Blad) -> None:
    page = blad("/check/verslag/", 360)
    page.get_by_label("a. Uw behoeften").check()
    page.get_by_label("Wat u nodig hebt en wat u zelf wilt").check()
    knop(page, "Kijk na")
    kop(page, "Wat u over het verslag kunt vragen")
    page.locator(".wn-brief button").first.click()
    page.get_by_label("Naam", exact=True).fill("Marga")
    knop(page, "Bekijk de brief")
    expect(page.locator(".br-papier")).to_contain_text("Marga")
    expect(page.locator("#voorbeeld")).to_be_focused()
    assert page.locator(".br-papier").evaluate("e => getComputedStyle(e).borderTopWidth") != "0px"
    page.go_back()
    expect(page.get_by_label("Naam", exact=True)).to_have_value("Marga")
    page.go_back()
    kop(page, "Wat u over het verslag kunt vragen")
    page.go_back()
    expect(page.get_by_label("a. Uw behoeften")).to_be_checked()
    page.go_forward()
    kop(page, "Wat u over het verslag kunt vragen")


def test_voorbereiden_van_papier_terug_en_verder(blad: Blad) -> None:
    page = blad("/voorbereiden/plan/", 360)
    page.fill("#plan-a", "Mijn heup")
    knop(page, "Dit deel afdrukken")
    expect(page.get_by_text("Mijn heup")).to_be_visible()
    expect(page.get_by_role("button", name="Afdrukken")).to_be_visible()
    knop(page, "Naar het overzicht")
    page.get_by_role("button", name="Vóór het gesprek").click()
    page.check("#voor-plan")
    page.go_back()
    expect(page.get_by_role("button", name="Vóór het gesprek")).to_contain_text("1 van")
    page.go_back()
    expect(page.get_by_text("Mijn heup")).to_be_visible()
    page.go_back()
    expect(page.locator("#plan-a")).to_have_value("Mijn heup")
    page.reload()
    expect(page.locator("#plan-a")).to_have_value("Mijn heup")


def test_een_bestand_gaat_de_gewone_weg(blad: Blad, tmp_path: Path) -> None:
    page = blad("/wat-nu/", 360)
    naar_het_bezwaar(page)
    knop(page, "Meteen naar de uitkomst")
    with page.expect_download() as gang:
        knop(page, "Bewaar mijn dossier")
    assert gang.value.suggested_filename == "mijn-dossier.json"
    assert json.loads(Path(gang.value.path()).read_text("utf-8"))["feiten"]
    page.go_back()
    kop(page, "Hebt u bezwaar gemaakt")


def test_wat_u_drukt_op_een_pagina_die_al_weggaat_telt_niet(blad: Blad) -> None:
    page = blad("/wat-nu/", 360)
    tegengehouden: list[Route] = []
    page.route("**/vraag/", lambda route: tegengehouden.append(route))
    page.get_by_label("Ik heb een besluit van de gemeente").check()
    knop(page, "Begin")
    expect(page.locator("#inhoud")).to_have_js_property("inert", True)
    page.keyboard.press("Enter")
    assert len(tegengehouden) == 1
    tegengehouden[0].continue_()
    kop(page, "Hebt u een besluit van de gemeente gekregen?")
    expect(page.locator("#inhoud")).to_have_js_property("inert", False)


@pytest.mark.parametrize("mis", ["weg", "geen-pagina"])
def test_lukt_het_niet_dan_gaat_het_formulier_zoals_altijd(blad: Blad, mis: str) -> None:
    page = blad("/wat-nu/", 360)

    def weiger(route: Route) -> None:
        if route.request.resource_type != "fetch":
            route.continue_()
        elif mis == "weg":
            route.abort()
        else:
            route.fulfill(content_type="text/plain", body="?")

    page.route("**/vraag/", weiger)
    naar_het_bezwaar(page)
    assert page.evaluate("history.state") is None


def test_zonder_script_is_vorige_de_weg_terug(blad: Blad) -> None:
    page = blad("/wat-nu/", 360, js=False)
    expect(page.get_by_text("Terug naar een eerdere vraag? Dat kan met de knop ‘Vorige’")).to_be_visible()
    naar_het_bezwaar(page)
    knop(page, "Vorige")
    expect(page.locator("#v-datum-dag")).to_have_value(str(GELEDEN.day))


@pytest.mark.parametrize("js", [True, False], ids=["script", "zonder-script"])
@pytest.mark.parametrize(
    ("pad", "vak", "waarde", "knopje"),
    [
        ("/wat-nu/", "", "", "Begin"),
        ("/check/verslag/", "#v-datum-dag", "31", "Kijk na"),
        ("/brieven/klacht/", "#email", "fout", "Bekijk de brief"),
        ("/voorbereiden/mantelzorger/", "#mz-taak-1-uren", "veel", "Dit deel afdrukken"),
        ("/voorbereiden/", "", "", "Open dit bestand"),
        ("/het-gesprek/kosten/", "", "", "Laat het bedrag zien"),
    ],
)
def test_een_fout_krijgt_de_aandacht(blad: Blad, pad: str, vak: str, waarde: str, knopje: str, js: bool) -> None:
    page = blad(pad, 360, js=js)
    if vak:
        page.fill(vak, waarde)
    knop(page, knopje)
    expect(page.locator("#fouten")).to_be_focused()


def test_van_taal_wisselen_midden_in_een_vraag_en_een_lijst(blad: Blad) -> None:
    page = blad("/check/verslag/", 360)
    page.locator("#onderdeel-1").check()
    page.fill("#rij-0-tekst", "De trap")
    knop(page, "English")
    kop(page, "Check your report")
    expect(page.locator("#onderdeel-1")).to_be_checked()
    expect(page.locator("#rij-0-tekst")).to_have_value("De trap")
    page.goto("/wat-nu/")
    page.get_by_label("Ik heb een besluit van de gemeente").check()
    knop(page, "Begin")
    page.get_by_label("Ja", exact=True).first.check()
    page.fill("#v-datum-dag", "41")
    knop(page, "English")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#v-datum-dag")).to_have_value("41")
    niets_bewaard(page)
