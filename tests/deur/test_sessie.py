"""How long a session lasts."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from keukentafel.dossier.models import Sessie


def is_ingelogd(client: Client) -> bool:
    return client.get("/inloggen/wie/").status_code == 200


@pytest.fixture
def verlopen_na() -> Callable[[Client, int, int], bool]:
    def stil(client: Client, sinds_begin: int, sinds_laatst: int) -> bool:
        winkel, nu = client.session, int(time.time())
        winkel.update({"begin": nu - sinds_begin, "laatst": nu - sinds_laatst})
        winkel.save()
        return is_ingelogd(client)

    return stil


@pytest.mark.parametrize(
    ("soort", "begin", "laatst", "blijft"),
    [
        ("medewerker", 3600, 29 * 60, True),
        ("medewerker", 3600, 31 * 60, False),
        ("medewerker", 10 * 3600 + 5, 10, False),
        ("inwoner", 3600, 14 * 60, True),
        ("inwoner", 3600, 16 * 60, False),
        ("inwoner", 2 * 3600 + 5, 10, False),
    ],
)
def test_een_sessie_duurt_niet_langer_dan_nodig(
    als: Any, verlopen_na: Any, soort: str, begin: int, laatst: int, blijft: bool
) -> None:
    client = als("consulent")
    winkel = client.session
    winkel["soort"] = soort
    winkel.save()
    assert verlopen_na(client, begin, laatst) is blijft
    assert Sessie.objects.exists() is blijft


def test_een_bezoek_schuift_de_stilte_op(als: Any, verlopen_na: Any) -> None:
    client = als("consulent")
    assert verlopen_na(client, 600, 120)
    assert time.time() - client.session["laatst"] < 5
