"""What the tests of the worker's side share."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client


@pytest.fixture
def consulent(als: Callable[[str], Client]) -> Client:
    """The worker of team Noord, logged in."""
    return als("consulent")


@pytest.fixture
def beslisser(als: Callable[[str], Client]) -> Client:
    """Who decides, logged in."""
    return als("beslisser")


@pytest.fixture
def zaken(voorbeeldstad: Any) -> list[Any]:
    """The cases of the made-up municipality, in the order of their stories."""
    from keukentafel.dossier.models import Zaak

    return list(Zaak.objects.select_related("gemeente", "betrokkene", "team").order_by("nummer"))


@pytest.fixture
def vul_in() -> Callable[..., dict[str, Any]]:
    """A page's own form with what it holds already, and what is typed over it."""

    def doe(pagina: Any, **getypt: Any) -> dict[str, Any]:
        uit: dict[str, Any] = {}
        tekst = pagina.content.decode().split("<main", 1)[1]
        for tag in re.findall(r"<input[^>]*>", tekst):
            soort, naam, waarde = (_kenmerk(tag, k) for k in ("type", "name", "value"))
            if naam and naam != "csrfmiddlewaretoken" and (soort not in ("radio", "checkbox") or " checked" in tag):
                uit.setdefault(naam, []).append(waarde)
        for naam, waarde in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\n([^<]*)</textarea>', tekst):
            uit[naam] = [unescape(waarde)]
        for tag, opties in re.findall(r"(<select[^>]*>)(.*?)</select>", tekst, re.DOTALL):
            gekozen = re.search(r"<option[^>]* selected[^>]*>", opties)
            uit[_kenmerk(tag, "name")] = [_kenmerk(gekozen[0], "value") if gekozen else ""]
        return uit | {f"f-{naam.replace('__', '-')}": waarde for naam, waarde in getypt.items()}

    return doe


def _kenmerk(tag: str, naam: str) -> str:
    gevonden = re.search(rf' {naam}="([^"]*)"', tag)
    return unescape(gevonden[1]) if gevonden else ""
