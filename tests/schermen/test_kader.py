"""The frame and the explanation in a real browser: axe, widths, keyboard, zoom, links, reading choice."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .conftest import BREEDTES, Blad, vertraag

Keuring = Callable[[Page], None]
PADEN = [
    "/",
    "/toegankelijkheid/",
    "/privacy/",
    "/over/",
    "/nee/",
    "/het-gesprek/",
    "/het-gesprek/zorgen/",
    "/het-gesprek/regels/",
    "/het-gesprek/vier-vragen/",
    "/het-gesprek/spoed/",
    "/het-gesprek/ondersteuning/",
    "/het-gesprek/kosten/",
    "/het-gesprek/pgb/",
    "/het-gesprek/gemeente/",
]
# One page a template.
SJABLONEN = ["/", "/privacy/", "/het-gesprek/", "/het-gesprek/zorgen/", "/het-gesprek/regels/"]
SJABLONEN += ["/het-gesprek/kosten/", "/het-gesprek/gemeente/", "/nee/"]


@pytest.mark.parametrize("pad", PADEN)
def test_axe_op_de_telefoon(blad: Blad, axe: Keuring, past: Keuring, pad: str) -> None:
    page = blad(pad)
    past(page)
    axe(page)


@pytest.mark.parametrize(
    ("breedte", "taal"),
    [(b, t) for b in BREEDTES for t in ("", "/en") if (b, t) != (360, "")],  # the first test's own
)
@pytest.mark.parametrize("pad", SJABLONEN)
def test_axe_op_elke_breedte_en_in_beide_talen(
    blad: Blad, axe: Keuring, past: Keuring, pad: str, breedte: int, taal: str
) -> None:
    page = blad(taal + pad, breedte)
    past(page)
    axe(page)


@pytest.mark.parametrize("pad", SJABLONEN)
def test_niet_opzij_op_320_en_bij_vierhonderd_procent(blad: Blad, past: Keuring, pad: str) -> None:
    # 1280 px at 400% is a page of 320 CSS px; large letters make it harder still.
    page = blad(pad, 320)
    past(page)
    page.get_by_role("button", name="Grote letters").click()
    past(page)


@pytest.mark.parametrize("keuze", ["Grote letters", "Hoog contrast"])
def test_axe_met_een_leeskeuze(blad: Blad, axe: Keuring, past: Keuring, keuze: str) -> None:
    page = blad("/het-gesprek/regels/")
    page.get_by_role("button", name=keuze).click()
    expect(page.get_by_role("button", name=keuze)).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(re.compile(r"/het-gesprek/regels/$"))
    past(page)
    axe(page)
    page.goto("/")
    expect(page.get_by_role("button", name=keuze)).to_have_attribute("aria-pressed", "true")


def test_grote_letters_zijn_groter(blad: Blad) -> None:
    page = blad("/")
    maat = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    eerst = page.evaluate(maat)
    page.get_by_role("button", name="Grote letters").click()
    expect(page.locator("html.kt-groot")).to_be_attached()
    assert page.evaluate(maat) > 1.3 * eerst


def test_de_uitklappers_van_de_zorgen_zijn_ook_open_in_orde(blad: Blad, axe: Keuring, past: Keuring) -> None:
    page = blad("/het-gesprek/zorgen/")
    for kop in page.locator("details > summary").all():
        kop.click()
    assert page.locator("details[open]").count() == 11
    past(page)
    axe(page)


@pytest.mark.parametrize("js", [True, False])
def test_de_kosten_met_het_toetsenbord(blad: Blad, axe: Keuring, js: bool) -> None:
    page = blad("/het-gesprek/kosten/", js=js)
    page.get_by_label("Dag").fill("22")
    page.get_by_label("Maand").fill("11")
    page.get_by_label("Jaar").fill("2026")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Laat het bedrag zien")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Uw eigen bijdrage")).to_be_visible()
    expect(page.locator(".kt-groots")).to_contain_text("21,80")
    assert "alleen" not in page.url and "2026" not in page.url
    if js:
        axe(page)


def test_een_fout_in_de_kosten(blad: Blad, axe: Keuring, past: Keuring) -> None:
    page = blad("/het-gesprek/kosten/")
    page.get_by_label("Maand").fill("13")
    page.get_by_role("button", name="Laat het bedrag zien").click()
    expect(page.get_by_role("alert")).to_contain_text("Er kloppen nog 2 dingen niet")
    past(page)
    axe(page)
    page.get_by_role("link", name="Kies met hoeveel volwassenen u bent.").click()
    expect(page.get_by_label("Ik ben alleen")).to_be_focused()


def test_taal_en_leeskeuze_na_een_post_houden_het_antwoord(blad: Blad) -> None:
    """Also when the reader chooses while the answer is still on its way over a slow line."""
    page = blad("/het-gesprek/kosten/")
    vertraag(page, 500)
    page.get_by_label("Ik ben alleen").check()
    page.get_by_role("button", name="Laat het bedrag zien").click()
    page.get_by_role("button", name="Hoog contrast").click()
    expect(page.locator(".kt-groots")).to_contain_text("per maand")
    expect(page.locator("html")).to_have_class(re.compile("kt-contrast"))
    page.get_by_role("button", name="English").click()
    expect(page.locator(".kt-groots")).to_contain_text("a month")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_zoeken_van_een_gemeente(blad: Blad, axe: Keuring, past: Keuring) -> None:
    page = blad("/het-gesprek/gemeente/")
    page.get_by_label("Naam van uw gemeente").fill("hertog")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="'s-Hertogenbosch").first).to_be_visible()
    past(page)
    axe(page)
    page.get_by_label("Naam van uw gemeente").fill("Nergenshuizen")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Wij vonden geen gemeente met die naam.")).to_be_visible()
    axe(page)


@pytest.mark.parametrize("pad", SJABLONEN)
def test_alles_met_tab_te_bereiken_en_te_zien(blad: Blad, pad: str) -> None:
    page = blad(pad, 1280)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_in_viewport()
    kan = page.evaluate(
        "[...document.querySelectorAll('a[href],button,summary,input:not([type=hidden])')]"
        ".filter(e => e.checkVisibility() && !(e.type === 'radio' && e !== document.querySelector('[type=radio]')))"
        ".length"
    )
    gezien = 1
    for _ in range(kan - 1):
        page.keyboard.press("Tab")
        zichtbaar = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement);"
            " return document.activeElement !== document.body && s.outlineStyle !== 'none' &&"
            " parseFloat(s.outlineWidth) >= 2 })()"
        )
        assert zichtbaar, page.evaluate("document.activeElement.outerHTML")[:200]
        gezien += 1
    assert gezien == kan


def test_de_sprong_naar_de_inhoud(blad: Blad) -> None:
    page = blad("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("pad", SJABLONEN)
def test_knoppen_en_menu_zijn_groot_genoeg(blad: Blad, pad: str) -> None:
    page = blad(pad)
    klein = page.evaluate(
        "[...document.querySelectorAll('button, nav a, summary, footer li a, .kt-keuze, input:not([type=hidden])"
        ":not([type=radio]):not([type=checkbox])')].filter(e => e.checkVisibility())"
        ".map(e => [e.textContent.trim().slice(0, 30), e.getBoundingClientRect().height]).filter(([, h]) => h < 43.9)"
    )
    assert not klein


def test_alle_verwijzingen_leiden_ergens_heen(blad: Blad) -> None:
    page = blad("/")
    te_doen, gezien, mis = ["/", "/en/"], set[str](), []
    while te_doen:
        pad = te_doen.pop()
        if pad in gezien:
            continue
        gezien.add(pad)
        antwoord = page.request.get(pad)
        if antwoord.status != 200:
            mis.append(f"{antwoord.status} {pad}")
        elif "text/html" in antwoord.headers["content-type"]:
            te_doen += [p.partition("#")[0] or pad for p in re.findall(r'href="(/[^"]*|#[^"]*)"', antwoord.text())]
    assert len(gezien) > 40
    assert not mis


def test_de_startpagina_is_licht(blad: Blad) -> None:
    page = blad("about:blank")
    bytes_ = []
    page.context.on(
        "requestfinished",
        lambda r: bytes_.append((r.url, sum(r.sizes()[d] for d in ("responseBodySize", "responseHeadersSize")))),
    )
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert len(bytes_) >= 4, bytes_
    assert sum(maat for _, maat in bytes_) <= 100_000, bytes_


def test_de_startpagina_past_op_een_vel(blad: Blad) -> None:
    page = blad("/", 1280)
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
