"""The report of a screening in a real browser: readable on any width and on paper, and open to everyone."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from keukentafel.doorlichting import doorlicht, schrijf_rapport
from keukentafel.doorlichting.voorbeeldlog import maak_log
from tests.schermen.conftest import BREEDTES, HOOGTES

GEDEELD = Path(os.environ.get("KEUKENTAFEL_GEDEELD", Path(__file__).parents[3] / "shared"))
ECHT_LOG = GEDEELD / "data" / "receipt.xes.gz"
PROFIEL = """
naam = "Vergunningen, ontvangstfase"
tijdzone = "Europe/Amsterdam"
[velden]
startdate = "melding_ontvangen"
enddate = "besluit_bekendgemaakt"
[groepen]
afdeling = "department"
[alleen]
termijnen = true
[[termijn]]
id = "beslissing"
naam = "Beslissing op de aanvraag"
vanaf = "melding_ontvangen"
weken = 8
gehaald_door = "besluit_bekendgemaakt"
bron = "Wabo art. 3.9"
"""


def gemaakt(map_: Path) -> Path:
    """The report of a made-up log, with a row that is refused."""
    log, uit = map_ / "jaar.csv", map_ / "jaar.html"
    maak_log(800, zaad=3).write_csv(log, separator=";")
    with log.open("a", encoding="utf-8") as bestand:
        bestand.write("Z-1;koffie;2026-01-01\n")
    schrijf_rapport(doorlicht(log, peildatum=date(2026, 6, 1)), uit)
    return uit


def echt(map_: Path) -> Path:
    """The report of the real log of a municipality."""
    if not ECHT_LOG.exists():
        pytest.skip("het echte log staat niet naast dit project")
    profiel, uit = map_ / "p.toml", map_ / "echt.html"
    profiel.write_text(PROFIEL, encoding="utf-8")
    schrijf_rapport(doorlicht(ECHT_LOG, peildatum=date(2012, 1, 10), profiel=profiel), uit)
    return uit


@pytest.fixture(scope="module", params=[gemaakt, echt], ids=["gemaakt log", "echt log"])
def rapport(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(request.param(tmp_path_factory.mktemp("rapport")))


@pytest.fixture
def open_rapport(browser: Browser, rapport: Path) -> Iterator[Callable[[int], Page]]:
    """The file itself, without any network; a request for anything else makes the test fail."""
    elders: list[str] = []
    bladen = []

    def open_(breedte: int) -> Page:
        context = browser.new_context(viewport={"width": breedte, "height": HOOGTES[breedte]}, locale="nl-NL")
        bladen.append(context)
        page = context.new_page()
        page.on("request", lambda r: elders.append(r.url) if r.url != rapport.as_uri() else None)
        page.goto(rapport.as_uri())
        return page

    yield open_
    for context in bladen:
        context.close()
    assert not elders


@pytest.mark.parametrize("breedte", BREEDTES)
def test_het_rapport_is_voor_iedereen_te_lezen(
    open_rapport: Callable[[int], Page], axe: Callable[[Page], None], past: Callable[[Page], None], breedte: int
) -> None:
    page = open_rapport(breedte)
    axe(page)
    past(page)


def test_een_brede_tabel_is_met_het_toetsenbord_te_schuiven(open_rapport: Callable[[int], Page]) -> None:
    page = open_rapport(360)
    tabel = page.get_by_role("region").filter(has=page.get_by_role("table")).first
    tabel.focus()
    assert tabel.evaluate("e => e === document.activeElement && e.scrollWidth > e.clientWidth")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("e => e.scrollLeft > 0", arg=tabel.element_handle())


def test_op_papier_valt_niets_weg(open_rapport: Callable[[int], Page]) -> None:
    page = open_rapport(768)
    page.emulate_media(media="print")
    afgesneden = page.evaluate(
        "[...document.querySelectorAll('.tabel')].filter(e => e.scrollWidth > e.clientWidth + 1).length"
    )
    assert afgesneden == 0
    assert page.pdf(format="A4").startswith(b"%PDF")
