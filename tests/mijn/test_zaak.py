"""The resident's own case: what happens now, and every thing one can do goes through the one way in, with proof."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from keukentafel.dossier.models import Zaak

Als = Callable[[str], Client]
BLADEN = (
    "",
    "plan/",
    "toestemming/",
    "feiten/",
    "post/",
    "documenten/",
    "wie-keek/",
    "meenemen/",
    "meekijken/",
    "post/hoe/",
    "bewijs/1/",
)


def eerste() -> Zaak:
    return Zaak.objects.order_by("nummer")[0]


def adres(zaak: Zaak, rest: str = "") -> str:
    return f"/mijn/zaak/{zaak.pk}/{rest}"


def tekst(antwoord: Any) -> str:
    return antwoord.content.decode()


def test_het_begin_zegt_wat_nu_wie_en_voor_wanneer(als: Als) -> None:
    pagina = tekst(als("inwoner").get("/mijn/"))
    assert "kt-groots" in pagina and "aan zet" in pagina and "Bekijk de hele zaak" in pagina
    assert eerste().nummer in pagina


@pytest.mark.parametrize("taal", ["", "/en"])
@pytest.mark.parametrize("rol", ["inwoner", "clientondersteuner"])
@pytest.mark.parametrize("rest", BLADEN)
def test_elke_bladzijde_van_de_zaak(als: Als, rol: str, rest: str, taal: str) -> None:
    antwoord = als(rol).get(f"{taal}{adres(eerste(), rest)}")
    if rol == "clientondersteuner" and rest in ("wie-keek/", "meenemen/", "toestemming/", "meekijken/", "post/hoe/"):
        assert antwoord.status_code == 404
    else:
        assert antwoord.status_code == 200, tekst(antwoord)[:500]
        assert "None" not in re.sub(r"<[^>]*>", "", tekst(antwoord))
