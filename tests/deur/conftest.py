"""A real OpenID provider beside the tests, and a person who walks through it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import requests
from django.test import Client

from keukentafel.dossier.models import Gebruiker, Mandaat
from keukentafel.inrichting.inloggen import afmelding, oidc, terugkeer
from keukentafel.inrichting.inloggen.aanbieders import Aanbieder, aanbieders
from keukentafel.portaal.kader.grens import Venster

NIVEAU = "urn:example:twee-factoren"


@pytest.fixture(scope="session")
def uitgever() -> Iterator[str]:
    """The address of the provider."""
    script = Path(__file__).with_name("aanbieder.py")
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as proces:
        assert proces.stdout is not None
        yield f"http://127.0.0.1:{int(proces.stdout.readline())}"
        proces.terminate()


@pytest.fixture
def aanbiedertjes(uitgever: str, settings: Any, monkeypatch: pytest.MonkeyPatch) -> dict[str, Aanbieder]:
    """Both providers set up, as the environment of a real installation would."""
    omgeving = {}
    for soort in ("INWONER", "MEDEWERKER"):
        begin = f"KEUKENTAFEL_OIDC_{soort}_"
        omgeving |= {f"{begin}UITGEVER": uitgever, f"{begin}CLIENT_ID": f"kt-{soort.lower()}"}
        omgeving |= {f"{begin}CLIENT_GEHEIM": "geheim", f"{begin}ACR": NIVEAU}
    settings.AANBIEDERS = aanbieders(omgeving | {"KEUKENTAFEL_OIDC_INWONER_CLAIM": "bsn"})
    for module, naam in ((terugkeer, "MISLUKT"), (afmelding, "MISLUKT"), (terugkeer, "BEGONNEN")):
        monkeypatch.setattr(module, naam, Venster(20, 600))
    oidc.kant.cache_clear()
    return settings.AANBIEDERS


@pytest.fixture
def sanne(voorbeeldstad: Any, uitgever: str) -> Gebruiker:
    gebruiker = Gebruiker.objects.create(uitgever=uitgever, onderwerp="sanne-1", naam="Sanne de Boer")
    Mandaat.objects.create(
        gebruiker=gebruiker,
        gemeente=voorbeeldstad,
        rol="consulent",
        team=voorbeeldstad.teams.first(),
        vanaf="2025-01-01",
    )
    return gebruiker


@pytest.fixture
def bij_aanbieder(uitgever: str) -> Callable[..., str]:
    """What happens at the provider: given where our site sends the browser, the address that it comes back to."""

    def log_in(naar: str, sub: str, **claims: Any) -> str:
        claims = {"acr": NIVEAU, "auth_time": int(time.time())} | claims
        claims = {naam: waarde for naam, waarde in claims.items() if waarde is not None}
        assert requests.put(f"{uitgever}/users/{quote(sub)}", json=claims, timeout=10).status_code == 204
        antwoord = requests.post(naar, data={"sub": sub}, allow_redirects=False, timeout=10)
        assert antwoord.status_code == 302, antwoord.text
        return antwoord.headers["Location"]

    return log_in


@pytest.fixture
def log_in(aanbiedertjes: Any, bij_aanbieder: Callable[..., str]) -> Callable[..., Any]:
    """The whole way: from our door, through the provider, and back; the answer to the coming back."""

    def heen_en_terug(client: Client, soort: str, sub: str, verder: str = "", **claims: Any) -> Any:
        naar = client.get(f"/inloggen/bij/{soort}/", {"verder": verder} if verder else {})
        assert naar.status_code == 302, naar.content.decode()
        return client.get(bij_aanbieder(naar["Location"], sub, **claims))

    return heen_en_terug
