"""Wat nu? and the check in a real browser: three widths, keyboard alone, without script, axe on every page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from keukentafel.portaal.watnu.stappen import STAPPEN

Blad = Callable[..., Page]
Meter = Callable[[Page], None]
BREEDTES = (320, 360, 768, 1280)
VANDAAG = datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def _geleden(dagen: int) -> str:
    return (VANDAAG - timedelta(days=dagen)).isoformat()


BEHOEFTEN = [{"id": "b1", "vraag": "De trap"}, {"id": "b2"}]
ZAAK: dict[str, Any] = {
    "zaak": "proef",
    "huishouden": {"personen": 1},
    "feiten": [
        {"soort": "melding_ontvangen", "datum": _geleden(90), "behoeften": BEHOEFTEN},
        {"soort": "uitnodiging_verstuurd", "datum": _geleden(80), "onderdelen": ["datum_en_tijd"]},
        {"soort": "gesprek_gevoerd", "datum": _geleden(60), "vorm": "huisbezoek", "onderwerpen": ["behoeften"]},
        {"soort": "verslag_verstuurd", "datum": _geleden(50), "behoeften": [{"id": "b1", "soort_oplossing": "geen"}]},
        {"soort": "aanvraag_ontvangen", "datum": _geleden(45), "behoeften": ["b1"]},
        {"soort": "besluit_bekendgemaakt", "datum": _geleden(7), "uitkomst": "afgewezen"},
    ],
}  # fmt: skip


def _bestand(tmp_path: Path) -> Path:
    doel = tmp_path / "mijn-dossier.json"
    doel.write_text(json.dumps(ZAAK), "utf-8")
    return doel


def _open(pagina: Page, tmp_path: Path) -> None:
    pagina.set_input_files("#bestand", _bestand(tmp_path))
    pagina.get_by_role("button", name="Open mijn bestand").click()
    expect(pagina.get_by_text("Uw bestand is geopend")).to_be_visible()


def _vul_datum(pagina: Page, dag: date) -> None:
    for deel, waarde in (("dag", dag.day), ("maand", dag.month), ("jaar", dag.year)):
        pagina.fill(f"#v-datum-{deel}", str(waarde))


def _naar(pagina: Page, stap: str, dossier: dict[str, Any]) -> None:
    """Go straight to one question of this dossier, by the form of the opening page."""
    pagina.evaluate(
        """([stap, dossier]) => {
            const vorm = document.querySelector('form.wn-vraag');
            vorm.querySelector('[name=dossier]').value = dossier;
            vorm.querySelector('[name=actie]').value = 'naar:' + stap;
            vorm.submit();
        }""",
        [stap, json.dumps(dossier)],
    )
    pagina.wait_for_url("**/wat-nu/vraag/")


@pytest.mark.parametrize("breedte", BREEDTES[1:])
@pytest.mark.parametrize("js", [True, False], ids=["script", "zonder-script"])
def test_reis_met_alleen_een_besluit(blad: Blad, past: Meter, breedte: int, js: bool) -> None:
    pagina = blad("/wat-nu/", breedte, js=js)
    pagina.get_by_label("Ik heb een besluit van de gemeente").check()
    pagina.get_by_role("button", name="Begin").click()
    pagina.get_by_label("Ja", exact=True).first.check()
    _vul_datum(pagina, VANDAAG - timedelta(days=3))
    pagina.get_by_label("Ik krijg niets").check()
    past(pagina)
    pagina.get_by_role("button", name="Volgende").click()
    pagina.get_by_label("Nee", exact=True).first.check()
    pagina.get_by_role("button", name="Volgende").click()
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("U kunt bezwaar maken tegen het besluit, tot en met")
    assert "?" not in pagina.url
    past(pagina)
    pagina.get_by_role("button", name=re.compile("Maak deze brief.*Ik maak bezwaar")).click()
    expect(pagina).to_have_url(re.compile("/brieven/bezwaar-pro-forma/$"))
    expect(pagina.get_by_role("heading", level=1)).to_be_visible()


def test_met_alleen_het_toetsenbord(blad: Blad) -> None:
    pagina = blad("/wat-nu/", 768)
    pagina.get_by_label("Ik heb een besluit van de gemeente").focus()
    pagina.keyboard.press("Space")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/wat-nu/vraag/")
    pagina.locator("#antwoord-0").focus()
    pagina.keyboard.press("Space")
    dag = VANDAAG - timedelta(days=3)
    for waarde in (dag.day, dag.month, dag.year):
        pagina.keyboard.press("Tab")
        pagina.keyboard.type(str(waarde))
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Hebt u bezwaar gemaakt tegen het besluit?")


def test_fouten_staan_boven_en_wijzen_naar_het_veld(blad: Blad, axe: Meter, past: Meter) -> None:
    pagina = blad("/wat-nu/", 320)
    pagina.get_by_label("Ik heb een besluit van de gemeente").check()
    pagina.get_by_role("button", name="Begin").click()
    pagina.get_by_label("Ja", exact=True).first.check()
    _vul_datum(pagina, date(2026, 1, 31))
    pagina.fill("#v-datum-maand", "2")
    pagina.get_by_role("button", name="Volgende").click()
    pagina.locator("#fouten a").click()
    expect(pagina.locator("#v-datum-dag")).to_be_focused()
    expect(pagina.locator("#v-datum-dag")).to_have_value("31")
    assert pagina.title().startswith("Fout:")
    axe(pagina)
    past(pagina)


def test_bewaren_sluiten_en_weer_openen(blad: Blad, tmp_path: Path) -> None:
    pagina = blad("/wat-nu/", 360)
    _open(pagina, tmp_path)
    pagina.fill("#aantekeningen", "Mevrouw belde terug.")
    with pagina.expect_download() as gang:
        pagina.get_by_role("button", name="Bewaar mijn dossier").click()
    bewaard = tmp_path / "terug.json"
    gang.value.save_as(bewaard)
    opnieuw = blad("/wat-nu/", 360, js=False)
    opnieuw.set_input_files("#bestand", bewaard)
    opnieuw.get_by_role("button", name="Open mijn bestand").click()
    expect(opnieuw.locator("#aantekeningen")).to_have_value("Mevrouw belde terug.")


@pytest.mark.parametrize("breedte", BREEDTES)
def test_de_uitkomst_past_en_is_toegankelijk(blad: Blad, axe: Meter, past: Meter, tmp_path: Path, breedte: int) -> None:
    pagina = blad("/wat-nu/", breedte)
    _open(pagina, tmp_path)
    for klap in pagina.locator("details").all():
        klap.evaluate("d => { d.open = true }")
    past(pagina)
    axe(pagina)


@pytest.mark.parametrize("pad", ["/wat-nu/", "/check/", "/check/verslag/", "/check/besluit/"])
@pytest.mark.parametrize("taal", ["", "/en"])
@pytest.mark.parametrize("breedte", BREEDTES)
def test_elke_open_pagina_past_en_is_toegankelijk(
    blad: Blad, axe: Meter, past: Meter, pad: str, taal: str, breedte: int
) -> None:
    pagina = blad(taal + pad, breedte)
    past(pagina)
    if breedte == 360 or pad == "/check/verslag/":
        axe(pagina)


def test_elke_vraag_is_toegankelijk_en_past_op_de_telefoon(blad: Blad, axe: Meter, past: Meter) -> None:
    """Every question in one dossier in which all of them make sense, with the fields of the first answer shown."""
    feiten = [*ZAAK["feiten"]]
    feiten[0] = {**feiten[0], "spoed": True}
    meer = ("spoed_vastgesteld", "bezwaar_ontvangen", "beslissing_op_bezwaar_bekendgemaakt", "beroep_ingesteld")
    feiten += [{"soort": soort, "datum": _geleden(2)} for soort in (*meer, "klacht_ontvangen", "inzage_gevraagd")]
    feiten += [
        {"soort": soort, "datum": _geleden(20)} for soort in ("ingebrekestelling_ontvangen", "aanvulling_gevraagd")
    ]
    pagina = blad("/wat-nu/", 320)
    for stap in STAPPEN:
        pagina.goto("/wat-nu/")
        _naar(pagina, stap.naam, {**ZAAK, "feiten": feiten})
        expect(pagina.get_by_role("heading", level=1)).to_have_text(stap.vraag.nl)
        if stap.opties:
            pagina.locator("#antwoord-0").check()
        past(pagina)
        axe(pagina)


def test_de_check_geeft_vragen_en_geen_cijfer(blad: Blad, axe: Meter, past: Meter) -> None:
    pagina = blad("/check/verslag/", 360, js=True)
    pagina.fill("#rij-0-tekst", "De trap lukt niet")
    pagina.get_by_label("a. Uw behoeften").check()
    pagina.get_by_label("Wat u nodig hebt en wat u zelf wilt").check()
    pagina.get_by_role("button", name="Kijk na").click()
    expect(pagina.get_by_text("Wat is de uitkomst voor: ‘De trap lukt niet’?")).to_be_visible()
    past(pagina)
    axe(pagina)
    pagina.get_by_role("button", name="Mijn antwoorden aanpassen").click()
    expect(pagina.locator("#rij-0-tekst")).to_have_value("De trap lukt niet")


def test_het_blad_op_een_vel(blad: Blad, axe: Meter, past: Meter, tmp_path: Path) -> None:
    pagina = blad("/wat-nu/", 360)
    _open(pagina, tmp_path)
    pagina.get_by_role("button", name="Zet alles op één blad").click()
    past(pagina)
    axe(pagina)
    afdruk = pagina.pdf(format="A4")
    assert afdruk.count(b"/Type /Page\n") == 1 or afdruk.count(b"/Type /Page ") == 1


def test_een_kapot_bestand_wordt_vriendelijk_geweigerd(blad: Blad, axe: Meter, tmp_path: Path) -> None:
    kapot = tmp_path / "foto.json"
    kapot.write_text("geen dossier", "utf-8")
    pagina = blad("/wat-nu/", 360)
    pagina.set_input_files("#bestand", kapot)
    pagina.get_by_role("button", name="Open mijn bestand").click()
    expect(pagina.locator("#fouten")).to_contain_text("Dit is geen dossier van deze website.")
    axe(pagina)


def test_de_andere_taal_neemt_alles_mee(blad: Blad, tmp_path: Path) -> None:
    pagina = blad("/wat-nu/", 768)
    _open(pagina, tmp_path)
    pagina.get_by_role("button", name="Meer vragen").click()
    pagina.get_by_role("button", name="English").click()
    expect(pagina.locator("html")).to_have_attribute("lang", "en")
    assert "proef" in pagina.locator("[name=dossier]").last.input_value()
