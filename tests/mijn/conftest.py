"""What the tests of the resident's side share: the first case, a second one, and filling in a page's form."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client

from keukentafel.dossier.models import Zaak

Als = Callable[[str], Client]


@pytest.fixture
def zaak(voorbeeldstad: Any) -> Zaak:
    """The case of Annie Bloemendaal."""
    return Zaak.objects.order_by("nummer")[0]


@pytest.fixture
def late_zaak(voorbeeldstad: Any) -> Zaak:
    """The case of Jelle Terpstra, where the decision is late."""
    return Zaak.objects.order_by("nummer")[1]


def tekst(antwoord: Any) -> str:
    """The page as text with its marks; what is not text stands by its bytes."""
    return unescape(antwoord.content.decode())


def velden(pagina: str) -> dict[str, str]:
    """The hidden fields of a page (the version that was seen)."""
    gevonden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', pagina)
    return {naam: waarde for naam, waarde in gevonden if naam != "csrfmiddlewaretoken" and not naam.startswith("kt_")}


def vul_in(client: Client, adres: str, gegevens: dict[str, Any]) -> Any:
    """Open a page, fill in its form and send it."""
    return client.post(adres, velden(tekst(client.get(adres))) | gegevens)
