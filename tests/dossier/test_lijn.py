"""The connection to PostgreSQL: statements are planned once, and a line that broke off is seen before it is used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from keukentafel.dossier.models import Gemeente
from tests.dossier.opslag import Opslag, Voorraad, gebruik, op

VOORBEREID = "SELECT count(*) FROM pg_prepared_statements"


@pytest.fixture
def postgres(voorraad: Voorraad, django_db_blocker: Any) -> Iterator[Opslag]:
    with django_db_blocker.unblock(), gebruik(voorraad.nieuw("postgres")) as opslag:
        yield opslag


def een_getal(vraag: str) -> int:
    with connection.cursor() as c:
        c.execute(vraag)
        return int(c.fetchone()[0])


def volgend_verzoek() -> None:
    """What Django does when a request begins."""
    connection.close_if_unusable_or_obsolete()


def test_een_verbroken_lijn_wordt_vernieuwd_voor_het_volgende_verzoek(postgres: Opslag) -> None:
    oud = een_getal("SELECT pg_backend_pid()")
    volgend_verzoek()
    assert een_getal("SELECT pg_backend_pid()") == oud
    with gebruik(op(postgres.adres)):
        assert een_getal(f"SELECT pg_terminate_backend({oud}, 5000)::int") == 1
    volgend_verzoek()
    assert een_getal("SELECT pg_backend_pid()") != oud


def test_een_lijn_die_een_fout_gaf_wordt_aan_de_server_zelf_gevraagd(postgres: Opslag) -> None:
    oud = een_getal("SELECT pg_backend_pid()")
    connection.errors_occurred = True
    volgend_verzoek()
    assert een_getal("SELECT pg_backend_pid()") == oud and not connection.errors_occurred


@pytest.mark.parametrize(("vraag", "voorbereid"), [("", True), ("&voorbereiden=nee", False)])
def test_wat_vaak_komt_wordt_voorbereid_tenzij_het_adres_dat_niet_wil(
    postgres: Opslag, vraag: str, voorbereid: bool
) -> None:
    with gebruik(op(postgres.adres + vraag)):
        for _ in range(7):
            assert Gemeente.objects.filter(naam="Voorbeeldstad").count() == 0
        assert (een_getal(VOORBEREID) > 0) is voorbereid
