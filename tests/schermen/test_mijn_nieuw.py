"""The page for who comes for the first time, with the site's own style; it has a session only after a real login."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from playwright.sync_api import Page, expect

from .conftest import BREEDTES, Blad

Keuring = Callable[[Page], None]
ADRES = "/inloggen/nieuw/"
GEMEENTEN = [{"kenmerk": "voorbeeldstad", "naam": "Voorbeeldstad"}, {"kenmerk": "elders", "naam": "Elders"}]


@pytest.mark.parametrize("breedte", BREEDTES)
@pytest.mark.parametrize("fouten", [[], [("naam", "Vul uw naam in.")]])
def test_voor_het_eerst(blad: Blad, axe: Keuring, past: Keuring, breedte: int, fouten: list[tuple[str, str]]) -> None:
    gegevens = {"naam": "", "gemeenten": GEMEENTEN, "gekozen": "", "fouten": fouten, "paginastaat": {}}
    html = render_to_string("inloggen/nieuw.html", gegevens, RequestFactory().get(ADRES))
    page = blad("/", breedte)
    page.route(f"**{ADRES}", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.goto(ADRES)
    expect(page.get_by_label("Uw gemeente")).to_be_visible()
    past(page)
    if breedte == BREEDTES[0]:
        axe(page)
