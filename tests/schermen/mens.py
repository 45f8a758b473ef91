"""Somebody at work before a screen: by mouse, or by keyboard alone; what the tests of the worker's side share."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

Kijk = Callable[[Page], None]


class Mens:
    """Somebody at the screen: `toetsen` says whether by Tab, arrows and Enter alone."""

    def __init__(self, page: Page, kijk: Kijk, *, toetsen: bool = False) -> None:
        self.page, self.kijk, self.toetsen = page, kijk, toetsen

    def op(self, kop: str) -> None:
        """Wait for the page with this heading, and look at it."""
        self.page.get_by_role("heading", level=1, name=kop, exact=True).wait_for()
        self.rust()

    def rust(self) -> None:
        """Let the page come to rest, and look at it."""
        self.page.wait_for_load_state()
        self.kijk(self.page)

    def vul(self, naam: str, tekst: str) -> None:
        vak = self.page.locator(f"main [name='{naam}']")
        if not self.toetsen:
            vak.fill(tekst)
            return
        self.naar(vak)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(tekst)

    def dag(self, naam: str, dag: date) -> None:
        for deel, waarde in (("dag", dag.day), ("maand", dag.month), ("jaar", dag.year)):
            self.vul(f"{naam}-{deel}", str(waarde))

    def lijst(self, naam: str, waarde: str) -> None:
        keuze = self.page.locator(f"main select[name='{naam}']")
        if not self.toetsen:
            keuze.select_option(waarde)
            return
        self.naar(keuze)
        for _keer in range(20):
            if keuze.input_value() == waarde:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{waarde} staat niet in de lijst {naam}")

    def kies(self, naam: str, waarde: str) -> None:
        """A round button, or a box to tick."""
        knop = self.page.locator(f"main [name='{naam}'][value='{waarde}']")
        if knop.is_checked():
            return
        if not self.toetsen:
            knop.check()
            return
        groep = self.page.locator(f"main [name='{naam}']")
        self.naar(knop if knop.get_attribute("type") == "checkbox" else groep)
        if not knop.is_checked():
            self.page.keyboard.press("Space")
        for _keer in range(groep.count()):
            if knop.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{naam}={waarde} is niet te kiezen met toetsen")

    def druk(self, rol: Any, naam: str) -> None:
        """A button or a link."""
        doel = self.page.locator("main, .kt-menu").get_by_role(rol, name=naam, exact=True).first
        if not self.toetsen:
            doel.click()
            return
        self.naar(doel)
        self.page.keyboard.press("Enter")

    def naar(self, doel: Locator) -> None:
        """Tab to it; for round buttons to any of the group."""
        for _keer in range(160):
            if doel.evaluate_all("(rij) => rij.includes(document.activeElement)"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"niet te bereiken met Tab: {doel}")

    def leg_vast(self, in_brief: str = "", reden: str = "Zo afgesproken met de inwoner.") -> None:
        """Look at what it does, give a reason where one is asked, and record it."""
        self.druk("button", "Kijk het na")
        self.page.get_by_role("heading", name="Dit legt u vast").wait_for()
        self.rust()
        assert in_brief in self.page.inner_text("main")
        if self.page.locator("main textarea[name=reden]").count():
            self.vul("reden", reden)
            self.druk("button", "Toch vastleggen, met deze reden")
        else:
            self.druk("button", "Leg dit vast")
        self.page.get_by_text("Vastgelegd:").wait_for()


@pytest.fixture(scope="session")
def axe_eens(axe: Kijk) -> Kijk:
    """As `axe`, each kind of page once: what differs in a number or behind a colon is the same page."""
    gezien: set[str] = set()

    def meet(page: Page) -> None:
        soort = re.sub(r"[\d-]+", "", page.title().split(":")[0])
        if soort not in gezien:
            axe(page)
            gezien.add(soort)

    return meet


@pytest.fixture
def aan_het_werk(inloggen: Callable[..., Page]) -> Callable[..., Mens]:
    """Log in as a role of the municipality, with a way to look at every page."""

    def log_in(rol: str, breedte: int, kijk: Kijk, *, js: bool = True, toetsen: bool = False) -> Mens:
        return Mens(inloggen(rol, breedte, js=js), kijk, toetsen=toetsen)

    return log_in
