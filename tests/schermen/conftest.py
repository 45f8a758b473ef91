"""A real browser on the real site. For every test here:

`adres`      the site, served by waitress in this process, static files collected as in real use
`demo`       the whole demonstration, with its made-up municipality, in a process of its own
`blad`       opens a page: blad("/wat-nu/", breedte=360, js=True) -> playwright Page; watches for requests to elsewhere,
             script errors and breaches of the Content-Security-Policy, and fails the test when there are any
`inloggen`   inloggen("consulent", 360) -> the demonstration in the eyes of that role, with the same watching
`axe`        axe(page) fails with the findings of axe-core, WCAG 2.2 A and AA and best practices
`past`       past(page) fails when the page scrolls sideways

KEUKENTAFEL_TRAAG=400 makes every answer 400 ms late: so come to light the tests that look before a page is there.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

BREEDTES = (360, 768, 1280)
HOOGTES = {320: 640, 360: 740, 768: 1024, 1280: 800}
VLAGGEN = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
TRAAG = int(os.environ.get("KEUKENTAFEL_TRAAG", "0"))
AXE_OPTIES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

# What waits for a page waits longer than a slow machine takes; what is there at once waits for nothing.
GEDULD = 60_000
expect.set_options(timeout=GEDULD)

Blad = Callable[..., Page]


@pytest.fixture(scope="session")
def adres() -> Iterator[str]:
    """The address of the running site."""
    import waitress
    from django.conf import settings
    from django.test.signals import setting_changed

    # Other tests in this process may have used the static files as they lie: forget that, then collect them.
    setting_changed.send(sender=settings, setting="STATIC_ROOT", value=None, enter=True)
    from keukentafel.inrichting.wsgi import application

    server = waitress.create_server(application, host="127.0.0.1", port=0, threads=4, ident=None)
    draad = threading.Thread(target=server.run, daemon=True)
    draad.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    draad.join(timeout=5)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the whole demonstration, made-up municipality and all, in a process of its own."""
    opdracht = [sys.executable, "-c", "from keukentafel.inrichting.opdrachten import main; main()", "demo"]
    opdracht += ["--alleen-site", "--poort", "0", "--map", str(tmp_path_factory.mktemp("demo"))]
    with subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as proces:
        assert proces.stdout is not None
        yield next(regel.split()[1] for regel in proces.stdout if regel.startswith("Adres:"))
        proces.terminate()
        proces.communicate(timeout=60)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium."""
    assert Path("/usr/bin/chromium").exists(), "chromium ontbreekt: zie scripts/systeempakketten"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=VLAGGEN.split())
        yield browser
        browser.close()


@pytest.fixture
def blad(browser: Browser, adres: str) -> Iterator[Blad]:
    """Open a page of the site; what must not happen on it is counted and makes the test fail at the end."""
    mis: list[str] = []
    bladen = []

    def open_(pad: str = "/", breedte: int = 360, *, js: bool = True, eigen: str = adres, **opties: object) -> Page:
        scherm = {"width": breedte, "height": HOOGTES.get(breedte, 800)}
        context = browser.new_context(base_url=eigen, viewport=scherm, java_script_enabled=js, locale="nl-NL", **opties)
        bladen.append(context)
        page = context.new_page()
        page.set_default_timeout(GEDULD)
        if TRAAG:
            vertraag(page, TRAAG)
        mag = (eigen, "data:", "blob:")
        page.on("request", lambda r: None if r.url.startswith(mag) else mis.append(f"verzoek naar elders: {r.url}"))
        page.on("pageerror", lambda fout: mis.append(f"fout in script: {fout}"))
        page.on("console", lambda m: mis.append(m.text) if "Content Security Policy" in m.text else None)
        page.goto(pad)
        return page

    yield open_
    for context in bladen:
        context.close()
    assert not mis, mis


@pytest.fixture
def inloggen(blad: Blad, demo: str) -> Callable[..., Page]:
    """Log in as a role of the demonstration; the page it comes home to stands open."""

    def log_in(rol: str, breedte: int = 360, *, js: bool = True, **opties: object) -> Page:
        page = blad("/demo/", breedte, js=js, eigen=demo, **opties)
        knop = f"Inloggen als {rol}".replace("client", "cliënt")
        page.get_by_role("button", name=knop, exact=True).click()
        page.wait_for_url(re.compile(r"/(mijn|werk|beheer/[a-z]+)/$"))
        return page

    return log_in


def vertraag(page: Page, milliseconden: int) -> None:
    """Let every answer come late, as over a bad line."""
    lijn = {"offline": False, "latency": milliseconden, "downloadThroughput": -1, "uploadThroughput": -1}
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", lijn)


def _rustig(page: Page) -> None:
    """Wait until no page is on its way (bladeren.js)."""
    page.wait_for_load_state()
    page.wait_for_selector("#inhoud:not([aria-busy])", state="attached")


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    """Run axe-core on the page as it stands; fails with what it finds."""
    meter = Axe()

    def meet(page: Page) -> None:
        _rustig(page)
        uitkomst = meter.run(page, options=AXE_OPTIES).response["violations"]
        gevonden = [f"{v['id']}: {v['help']} | {[n['target'] for n in v['nodes']][:4]}" for v in uitkomst]
        assert not gevonden, f"{page.url}\n" + "\n".join(gevonden)

    return meet


@pytest.fixture(scope="session")
def past() -> Callable[[Page], None]:
    """Check that the page does not scroll sideways."""

    def meet(page: Page) -> None:
        _rustig(page)
        breed, scherm = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert breed <= scherm, f"{page.url}: {breed} px breed op een scherm van {scherm} px"

    return meet
