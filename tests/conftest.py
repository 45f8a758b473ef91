"""What holds for every test: nothing leaves this machine, and a busy machine fails no test."""

from __future__ import annotations

import ipaddress
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, settings

settings.register_profile("huis", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("huis")

EIGEN_NAMEN = {"localhost", ""}


class VerbindingNaarBuiten(RuntimeError):
    """A test wanted to reach another machine."""


def is_eigen(gastheer: Any) -> bool:
    """Say whether a host, as a socket call names it, is this machine itself."""
    naam = gastheer.decode() if isinstance(gastheer, bytes) else gastheer
    if naam is None or naam in EIGEN_NAMEN:
        return True
    try:
        return ipaddress.ip_address(naam).is_loopback
    except ValueError:
        return False


def bewaak(gebeurtenis: str, gegevens: tuple[Any, ...]) -> None:
    """Refuse the socket calls that name another machine; an audit hook sees those of C code as well."""
    if gebeurtenis == "socket.getaddrinfo":
        gastheer = gegevens[0]
    elif gebeurtenis in {"socket.connect", "socket.sendto", "socket.bind"} and isinstance(gegevens[1], tuple):
        gastheer = gegevens[1][0]
    else:
        return
    if not is_eigen(gastheer):
        raise VerbindingNaarBuiten(f"{gebeurtenis} naar {gastheer!r}: een test blijft op deze machine")


sys.addaudithook(bewaak)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the browser come last: Playwright leaves an event loop behind, in which Django refuses a database."""
    items.sort(key=lambda item: "schermen" in item.path.parts)


@pytest.fixture(autouse=True)
def _eigen_taal() -> Any:
    """Each test begins in Dutch: a page that was asked for in English leaves its language behind in the thread."""
    from django.utils import translation

    translation.activate("nl")
    yield
    translation.activate("nl")


@pytest.fixture
def voorbeeldstad(db: None) -> Any:
    """A municipality with people in every role and the first three cases; the database is empty again afterwards."""
    from keukentafel.dossier.models import Gemeente
    from keukentafel.dossier.vastleggen import vandaag

    dag = vandaag()
    if dag in _gebouwd:
        _zet_terug(_gebouwd[dag])
    else:
        _bouw(dag)
        _gebouwd[dag] = _neem_over()
    return Gemeente.objects.get()


# The rows of each table by day: building goes through every rule of the house, putting the same rows back does not.
Rijen = dict[str, tuple[int, list[tuple[Any, ...]]]]
_gebouwd: dict[date, Rijen] = {}


def _bouw(dag: date) -> None:
    from keukentafel.brieven.gemeente import berichten_voor
    from keukentafel.inrichting.verhalen import VERHALEN
    from keukentafel.inrichting.voorbeeldgemeente import bouw

    bouw(dag, berichten_voor, verhalen=VERHALEN[:3])


def _neem_over() -> Rijen:
    from django.apps import apps
    from django.db import connection

    uit: Rijen = {}
    with connection.cursor() as cursor:
        for model in apps.get_app_config("dossier").get_models(include_auto_created=True):
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            uit[model._meta.db_table] = len(cursor.description), cursor.fetchall()
    return uit


def _zet_terug(stand: Rijen) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        for tabel, (breedte, rijen) in stand.items():
            cursor.executemany(f'INSERT INTO "{tabel}" VALUES ({", ".join(["%s"] * breedte)})', rijen)


@pytest.fixture
def als(voorbeeldstad: Any, inloggen: Callable[[Any], Client]) -> Callable[[Any], Client]:
    """A client that is logged in: als("consulent"), by the word on the button of the demo (or a Gebruiker)."""
    return inloggen


@pytest.fixture
def inloggen(db: None) -> Callable[[Any], Client]:
    """As `als`, for who makes a municipality of their own."""
    import time

    from keukentafel.inrichting import sessie
    from keukentafel.inrichting.voorbeeldgemeente import speler

    def meld_aan(wie: Any) -> Client:
        gebruiker = speler(wie) if isinstance(wie, str) else wie
        client, nu = Client(), int(time.time())
        winkel = client.session
        winkel.update({
            sessie.GEBRUIKER: str(gebruiker.pk), sessie.BEGIN: nu, sessie.LAATST: nu, sessie.SOORT: "medewerker",
            sessie.BEWEZEN: nu,
        })  # fmt: skip
        winkel.save()
        return client

    return meld_aan
