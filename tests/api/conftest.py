"""The API asked as a program asks it: with a token, on a database of its own (see tests/dossier)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from keukentafel.dossier import sleutels
from keukentafel.dossier.models import Gemeente
from keukentafel.dossier.sleutels import Bereik
from keukentafel.dossier.toegang import Persoon
from tests.dossier.hulpstukken import kleine_wereld, opslag, sqlite_opslag, voorraad, wereld
from tests.dossier.wereld import VANDAAG

__all__ = ["kleine_wereld", "opslag", "sqlite_opslag", "voorraad", "wereld"]
NU = datetime(VANDAAG.year, VANDAAG.month, VANDAAG.day, 10, 0, tzinfo=UTC)
Vraag = Callable[..., Any]


class Programma(Client):
    """A program with a token; JSON goes in as JSON."""

    def __init__(self, sleutel: str) -> None:
        super().__init__(SERVER_NAME="localhost", HTTP_AUTHORIZATION=f"Bearer {sleutel}")

    def vraag(self, pad: str, **anders: Any) -> Any:
        """GET."""
        return self.get(f"/api/v1{pad}", **anders)

    def stuur(self, pad: str, lijf: Any, **anders: Any) -> Any:
        """POST."""
        return self.post(f"/api/v1{pad}", lijf, content_type="application/json", **anders)


@pytest.fixture(autouse=True)
def op_de_dag(tmp_path: Path, settings: Settings) -> Any:
    """The day of the made-up world, documents in a folder of their own, and the scanner of the demo."""
    settings.MAP, settings.DEMO, settings.VIRUSSCANNER = str(tmp_path), True, ""
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def programma() -> Callable[..., Programma]:
    """programma(wie, gemeente, *scopes): a program that asks as this person; without scopes it has them all."""

    def maak(wie: Persoon, gemeente: Gemeente, *bereik: Bereik, dagen: int = 30) -> Programma:
        uit = sleutels.geef_uit(gemeente, wie.gebruiker, "zaaksysteem", bereik or Bereik, NU + timedelta(days=dagen))
        return Programma(uit.geheim)

    return maak
