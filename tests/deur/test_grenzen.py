"""What one person may do in a minute behind the login, and what comes instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from keukentafel.inrichting.grenzen import Grenzen
from keukentafel.portaal.kader.grens import adres_van

Als = Callable[[str], Client]
GEGEVENS = "/beheer/voorbeeldstad/gegevens/"
VOORBEELD = "/beheer/voorbeeldstad/brieven/besluit/voorbeeld.pdf"


def keer(aantal: int, vraag: Callable[[], Any]) -> list[int]:
    return [vraag().status_code for _ in range(aantal)]


def test_wie_veel_verstuurt_moet_even_wachten(als: Als, settings: Any, caplog: pytest.LogCaptureFixture) -> None:
    settings.SCHRIJVEN_PER_MINUUT = 3
    client = als("beheerder")
    assert keer(4, lambda: client.post(GEGEVENS, {"adres": ""})) == [422, 422, 422, 429]
    antwoord = client.post(GEGEVENS, {"adres": ""})
    assert 1 <= int(antwoord["Retry-After"]) <= 61 and "Even rustig aan" in antwoord.content.decode()
    assert client.get(GEGEVENS).status_code == 200
    assert als("consulent").get("/werk/").status_code == 200


def test_wie_veel_ophaalt_ook(als: Als, settings: Any) -> None:
    settings.OPHALEN_PER_MINUUT = 1
    client = als("beheerder")
    assert keer(2, lambda: client.get(VOORBEELD)) == [200, 429]
    assert client.get(GEGEVENS).status_code == 200


def test_het_telt_per_persoon_en_niet_per_apparaat(als: Als, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SCHRIJVEN_PER_MINUUT = 2
    samen = Grenzen()
    monkeypatch.setattr("keukentafel.inrichting.deur.Grenzen", lambda: samen)
    een, twee, ander = als("beheerder"), als("beheerder"), als("consulent")
    assert [c.post(GEGEVENS, {"adres": ""}).status_code for c in (een, twee, een)] == [422, 422, 429]
    assert ander.post("/inloggen/uit/").status_code == 302


def test_nul_is_geen_grens(als: Als, settings: Any) -> None:
    settings.SCHRIJVEN_PER_MINUUT = 0
    client = als("beheerder")
    assert set(keer(130, lambda: client.post("/inloggen/overal-uit/", {"sessie": "x"}))) == {302}


@pytest.mark.parametrize(
    ("adres", "telt_als"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::/64"),
        ("onzin:adres", "onzin:adres"),
        ("", ""),
    ],
)
def test_een_huis_met_ipv6_telt_als_een_adres(rf: Any, adres: str, telt_als: str) -> None:
    assert adres_van(rf.get("/", REMOTE_ADDR=adres)) == telt_als
