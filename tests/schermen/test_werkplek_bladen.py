"""The other pages of the worker's side: facts and documents, a draft, an expert's question, and being late."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.schermen.conftest import BREEDTES
from tests.schermen.mens import Kijk, Mens, aan_het_werk, axe_eens

__all__ = ["aan_het_werk", "axe_eens"]


@pytest.fixture
def kijk(axe_eens: Kijk, past: Kijk) -> Kijk:
    """Clean by axe, and within every width."""

    def meet(page: Page) -> None:
        axe_eens(page)
        for breedte in BREEDTES:
            page.set_viewport_size({"width": breedte, "height": 900})
            past(page)

    return meet


def naar_zaak(mens: Mens, einde: str) -> str:
    """From the work list into the case whose number ends so; its address."""
    mens.page.get_by_role("link", name=re.compile(f"Z-.*{einde}$")).click()
    mens.page.wait_for_url("**/zaak/**")
    return mens.page.url


def test_feiten_documenten_en_een_verkeerd_feit(aan_het_werk: Callable[..., Mens], kijk: Kijk) -> None:
    consulent = aan_het_werk("consulent", 1280, kijk)
    kijk(consulent.page)
    zaak = naar_zaak(consulent, "03")
    kijk(consulent.page)
    consulent.druk("link", "Alle feiten")
    consulent.op("Alle feiten")
    consulent.page.get_by_role("link", name=re.compile("Dit klopt niet.*gesprek gevoerd")).click()
    consulent.op("Rechtzetten: Het gesprek gevoerd")
    consulent.kies("f-vorm", "gemeentehuis")
    consulent.vul("f-reden_recht", "Het was op het gemeentehuis.")
    consulent.leg_vast("Het was op het gemeentehuis.")
    consulent.page.goto(f"{zaak}feiten/")
    kijk(consulent.page)
    expect(consulent.page.get_by_text("Wat nu geldt, staat in feit")).to_be_visible()
    consulent.druk("link", "Documenten")
    stuk = {"name": "trap.txt", "mimeType": "text/plain", "buffer": b"Een rechte trap."}
    consulent.page.get_by_label("Kies een bestand").set_input_files([stuk])  # type: ignore[list-item]
    consulent.druk("button", "Voeg dit document toe")
    consulent.page.get_by_role("link", name="trap.txt").wait_for()
    consulent.op("Documenten")
    consulent.druk("link", "Brieven")
    consulent.op("Brieven")
    consulent.druk("link", "Uitnodiging voor een gesprek")
    consulent.op("Uitnodiging voor een gesprek")
    consulent.page.goto(f"{zaak}vastleggen/bezwaartermijn_verdaagd/")
    kijk(consulent.page)


def test_wat_men_typt_blijft_bewaard(aan_het_werk: Callable[..., Mens], kijk: Kijk) -> None:
    consulent = aan_het_werk("consulent", 1280, kijk)
    zaak = naar_zaak(consulent, "06")
    consulent.druk("link", "Het verslag maken en versturen")
    consulent.op("Het verslag maken en versturen")
    consulent.vul("f-teksten-netwerk", "Haar broer doet de tuin.")
    consulent.page.get_by_text("Bewaard om").wait_for()
    consulent.page.goto(zaak)
    assert "Hier bent u mee bezig" in consulent.page.inner_text("main")
    consulent.druk("link", "Het verslag maken en versturen")
    consulent.page.get_by_role("button", name="Gooi het concept weg").wait_for()
    kijk(consulent.page)
    assert consulent.page.get_by_label("Wie kan helpen?").input_value() == "Haar broer doet de tuin."
    consulent.druk("button", "Gooi het concept weg")
    consulent.page.get_by_role("heading", name="Wat kan nu").wait_for()
    assert "Hier bent u mee bezig" not in consulent.page.inner_text("main")


def test_een_deskundige_ziet_alleen_de_vraag(aan_het_werk: Callable[..., Mens], kijk: Kijk) -> None:
    deskundige = aan_het_werk("deskundige", 360, kijk)
    deskundige.op("Vragen aan u")
    deskundige.page.get_by_role("link", name=re.compile("Vraag bij zaak")).first.click()
    deskundige.page.get_by_role("heading", name="Uw antwoord").wait_for()
    kijk(deskundige.page)
    tekst = deskundige.page.inner_text("main")
    assert "Kan mevrouw de trap nog veilig op en af" in tekst
    assert "el Amrani" not in tekst and "De klok" not in tekst
    deskundige.vul("f-strekking", "Een traplift kan.")
    deskundige.kies("f-richting", "toewijzen")
    deskundige.druk("button", "Kijk het na")
    deskundige.page.get_by_role("heading", name="Kijk uw antwoord na").wait_for()
    kijk(deskundige.page)
    deskundige.druk("button", "Verstuur uw antwoord")
    deskundige.page.get_by_text("Uw antwoord is verstuurd.").wait_for()
    kijk(deskundige.page)


def test_te_laat_met_dwangsom(aan_het_werk: Callable[..., Mens], kijk: Kijk) -> None:
    """A late decision, then the decision on the penalty with its amount, then the payment."""
    beslisser = aan_het_werk("beslisser", 1280, lambda page: None)
    naar_zaak(beslisser, "15")
    kijk(beslisser.page)
    assert "Dwangsom over de aanvraag" in beslisser.page.inner_text("main")
    assert "Loopt nu" in beslisser.page.inner_text("main")
    beslisser.druk("link", "Het besluit nemen en versturen")
    beslisser.op("Het besluit nemen en versturen")
    beslisser.kies("f-behoeften-0-uitkomst", "toegekend")
    beslisser.lijst("f-behoeften-0-voorziening", "Traplift")
    beslisser.vul("f-behoeften-0-hoeveel", "1 traplift tot de zolder")
    beslisser.vul("f-behoeften-0-reden", "Zo kan de inwoner thuis blijven wonen.")
    beslisser.leg_vast("U krijgt deze hulp: Traplift, 1 traplift tot de zolder.")
    beslisser.druk("link", "Besluiten over de dwangsom")
    beslisser.op("Besluiten over de dwangsom")
    kijk(beslisser.page)
    bedrag = beslisser.page.locator("main [name='f-bedrag']").input_value()
    assert bedrag != "0,00"
    beslisser.leg_vast(bedrag)
    beslisser.druk("link", "Betaling van de dwangsom vastleggen")
    beslisser.op("Betaling van de dwangsom vastleggen")
    assert beslisser.page.locator("main [name='f-bedrag']").input_value() == bedrag
    beslisser.leg_vast()
    assert "Loopt nu" not in beslisser.page.inner_text("main")
