"""Annie invites her neighbour as a carer, on paper; he types the code, reads what it is, and says yes."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from .conftest import BREEDTES

KAN = "Nodig een mantelzorger of vertegenwoordiger uit"


def nodig_uit(annie: Any, naam: str, rol: str, kijk: Any) -> str:
    """From the page of who looks along to the code and back; the code."""
    annie.get_by_role("link", name=KAN).click()
    kijk(annie)
    annie.get_by_role("button", name="Maak de code").click()
    expect(annie.get_by_role("alert")).to_contain_text("Hoe heet deze persoon?")
    kijk(annie)
    annie.get_by_label("Hoe heet deze persoon?").fill(naam)
    annie.get_by_label(f"Als {rol}.").check()
    annie.get_by_label("Alleen bij deze zaak").check()
    annie.get_by_role("button", name="Maak de code").click()
    code: str = annie.locator(".kt-code").inner_text()
    kijk(annie)
    annie.emulate_media(media="print")
    expect(annie.get_by_text(code)).to_be_visible()
    annie.emulate_media(media="screen")
    annie.get_by_role("link", name="Ik heb de code. Terug").click()
    expect(annie.get_by_role("heading", name=naam)).to_be_visible()
    kijk(annie)
    return code


def zeg_ja(jelle: Any, code: str, kijk: Any) -> None:
    """First a code that does not work, then the right one, typed another way."""
    jelle.get_by_role("link", name="Hebt u een code gekregen").click()
    jelle.get_by_label("De code").fill("BCDF GHJK MNPQ")
    jelle.get_by_role("button", name="Bekijk de uitnodiging").click()
    expect(jelle.get_by_role("alert")).to_contain_text("Deze code werkt niet.")
    kijk(jelle)
    jelle.get_by_label("De code").fill(code.lower().replace("-", " "))
    jelle.get_by_role("button", name="Bekijk de uitnodiging").click()
    expect(jelle.get_by_role("heading", level=1)).to_contain_text("Bloemendaal")
    expect(jelle.get_by_text("Uitgenodigd door")).to_have_count(0)
    kijk(jelle)
    jelle.get_by_role("button", name="Ja, dat wil ik").click()
    expect(jelle.locator("main")).to_contain_text("Bloemendaal")
    kijk(jelle)


@pytest.mark.parametrize(("breedte", "js"), [(BREEDTES[0], True), (BREEDTES[1], False)])
def test_van_uitnodiging_tot_meekijken(inloggen: Any, axe: Any, past: Any, breedte: int, js: bool) -> None:
    annie = inloggen("inwoner", breedte, js=js)

    def kijk(page: Any) -> None:
        past(page)
        if js:
            axe(page)

    annie.goto(annie.get_by_role("link", name="Bekijk de hele zaak").first.get_attribute("href") + "meekijken/")
    rol = "mantelzorger" if js else "vertegenwoordiger"
    code = nodig_uit(annie, f"Jelle Terpstra {breedte}", rol, kijk)
    jelle = inloggen("inwoner (andere zaak)", breedte, js=js)
    zeg_ja(jelle, code, kijk)
    annie.reload()
    annie.get_by_role("link", name="Laat Jelle Terpstra niet meer meekijken").click()
    annie.get_by_role("button", name="Ja, stop dit").click()
    expect(annie.get_by_text("Het is gestopt.")).to_be_visible()
    jelle.goto("/mijn/")
    expect(jelle.locator("main")).not_to_contain_text("Bloemendaal")
