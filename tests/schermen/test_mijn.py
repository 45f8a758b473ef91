"""The resident's side in a real browser, on the whole demonstration: a phone, axe, with and without script."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

PROGRAMMA = "from keukentafel.inrichting.opdrachten import main; main()"
BLADEN = (
    "", "doen/aanvragen/", "doen/afspraak-verzetten/", "plan/", "toestemming/", "feiten/", "bewijs/1/", "post/",
    "documenten/", "wie-keek/", "meenemen/",
)  # fmt: skip


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demonstration with its made-up municipality."""
    omgeving = os.environ | {"TMPDIR": str(tmp_path_factory.mktemp("demo")), "PYTHONUNBUFFERED": "1"}
    opdracht = [sys.executable, "-c", PROGRAMMA, "demo"]
    with subprocess.Popen(
        opdracht, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=omgeving
    ) as proces:
        assert proces.stdout is not None
        for regel in proces.stdout:
            if regel.startswith("Adres:"):
                yield regel.split()[1]
                break
        proces.terminate()
        proces.communicate(timeout=60)


@pytest.fixture
def als(browser: Browser, demo: str) -> Iterator[Callable[..., Page]]:
    """Log in as a role of the demonstration; a script error or a breach of the policy fails the test."""
    mis: list[str] = []
    open_ = []

    def log_in(rol: str, breedte: int = 360, **opties: Any) -> Page:
        context = browser.new_context(base_url=demo, viewport={"width": breedte, "height": 800}, **opties)
        open_.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("pageerror", lambda fout: mis.append(str(fout)))
        page.on("console", lambda m: mis.append(m.text) if "Content Security Policy" in m.text else None)
        page.goto("/demo/")
        page.get_by_role("button", name=f"Inloggen als {rol}", exact=True).click()
        page.wait_for_url("**/mijn/")
        return page

    yield log_in
    for context in open_:
        context.close()
    assert not mis


def naar_zaak(page: Page) -> str:
    page.get_by_role("link", name="Bekijk de hele zaak").first.click()
    page.wait_for_url("**/zaak/**")
    return page.url


def test_elke_bladzijde_past_op_een_telefoon_en_is_toegankelijk(als: Any, axe: Any, past: Any) -> None:
    page = als("inwoner")
    for kijk in (axe, past):
        kijk(page)
    zaak = naar_zaak(page)
    for rest in BLADEN:
        page.goto(zaak + rest)
        axe(page)
        past(page)
    page.goto("/mijn/melding/")
    page.get_by_role("button", name="Volgende").click()
    page.get_by_role("alert").wait_for()
    axe(page)
    past(page)


def test_blad_en_notities_passen_ook(als: Any, axe: Any, past: Any) -> None:
    for rol, link in (("mantelzorger", "Naar mijn blad"), ("clientondersteuner", "Mijn notities")):
        page = als(rol)
        axe(page)
        past(page)
        page.get_by_role("link", name=link).first.click()
        page.get_by_role("heading", level=1, name=link.removeprefix("Naar ").capitalize()).wait_for()
        axe(page)
        past(page)


def test_het_plan_bewaart_zichzelf(als: Any) -> None:
    page = als("inwoner")
    page.goto(naar_zaak(page) + "plan/")
    vak = page.get_by_label("Wat heb ik nodig")
    vak.fill("Ik wil graag in mijn eigen huis blijven.")
    page.get_by_text("Bewaard om").wait_for()
    page.reload()
    assert page.get_by_label("Wat heb ik nodig").input_value() == "Ik wil graag in mijn eigen huis blijven."


def test_een_melding_zonder_script_en_met_toetsen(als: Any) -> None:
    page = als("inwoner", java_script_enabled=False)
    page.get_by_role("link", name="Doe een melding").click()
    page.get_by_label("Wat lukt niet of niet meer?").first.fill("Ik kan de tuin niet meer doen")
    for straks in ("Is er haast bij?", "Hulp en berichten", "Nakijken en versturen"):
        page.get_by_role("button", name="Volgende").press("Enter")
        page.get_by_role("heading", level=1, name=straks).wait_for()
        page.wait_for_load_state()
    page.get_by_role("button", name="Verstuur mijn melding").press("Enter")
    page.get_by_role("heading", name="Het is ontvangen").wait_for()
    assert "Ik kan de tuin niet meer doen" in page.inner_text("main")
