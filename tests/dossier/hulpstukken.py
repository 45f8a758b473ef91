"""For every test here: `opslag` gives it an empty database of its own, on SQLite and once more on PostgreSQL.

`sqlite_opslag` gives one on SQLite alone, for what does not touch how things are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from typing import Any

import pytest

from gereedschap.postgres import Cluster, cluster
from keukentafel.dossier import normen
from tests.dossier.opslag import SOORTEN, Opslag, Voorraad, gebruik
from tests.dossier.wereld import Wereld


@pytest.fixture(scope="session")
def voorraad(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Voorraad]:
    """Makes databases; PostgreSQL starts when the first test asks for it."""
    with ExitStack() as stapel:

        @cache
        def server() -> Cluster:
            return stapel.enter_context(cluster())

        yield Voorraad(tmp_path_factory.mktemp("opslag"), server)


@pytest.fixture(params=SOORTEN)
def opslag(request: pytest.FixtureRequest, voorraad: Voorraad, django_db_blocker: Any) -> Iterator[Opslag]:
    """An empty database, in use."""
    yield from _in_gebruik(request.param, voorraad, django_db_blocker)


@pytest.fixture
def sqlite_opslag(voorraad: Voorraad, django_db_blocker: Any) -> Iterator[Opslag]:
    """As `opslag`, on SQLite alone."""
    yield from _in_gebruik("sqlite", voorraad, django_db_blocker)


def _in_gebruik(soort: str, voorraad: Voorraad, slot: Any) -> Iterator[Opslag]:
    with slot.unblock(), gebruik(voorraad.nieuw(soort)) as opslag:
        normen.vergeet()
        yield opslag
    normen.vergeet()


@pytest.fixture
def wereld(opslag: Opslag) -> Wereld:
    """Two municipalities with people in every role."""
    return Wereld.maak()


@pytest.fixture
def kleine_wereld(sqlite_opslag: Opslag) -> Wereld:
    """The same, on SQLite alone."""
    return Wereld.maak()


@pytest.fixture
def tegelijk() -> Callable[..., list[Any]]:
    """Run functions at the same time, each in a thread with its own connection; gives results or exceptions."""
    from threading import Barrier, Thread

    from django.db import connections

    def doe(*functies: Callable[[], Any]) -> list[Any]:
        hek, uit = Barrier(len(functies)), [None] * len(functies)

        def loop(nr: int) -> None:
            try:
                hek.wait()
                uit[nr] = functies[nr]()
            except Exception as fout:
                uit[nr] = fout
            finally:
                connections.close_all()

        draden = [Thread(target=loop, args=(nr,)) for nr in range(len(functies))]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join(timeout=60)
        return uit

    return doe
