"""When things break: killed in the middle, two at once, the disk full. What was acknowledged stays; nothing is half."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from typing import Any

import pytest

from gereedschap.postgres import cluster
from gereedschap.schrijver import Schrijvers, schrijvers
from keukentafel.dossier import afgeleid, keten
from keukentafel.dossier.models import Feit, Uitgaand, Zaak
from keukentafel.dossier.vastleggen import vastleggen
from tests.dossier.opslag import Opslag, gebruik, met_tabellen, op
from tests.dossier.wereld import VANDAAG, Wereld, gegevensvraag

KEREN = 20
MB = 1024 * 1024


def niets_verloren_en_niets_half(schrijf: Schrijvers, *, nog_onderweg: int) -> None:
    """Every acknowledged fact is there; each fact is whole, with its seal, its columns and its letter.

    `nog_onderweg`: how many may be kept of which the writer could not say so any more.
    """
    bevestigd = sum(len(nrs) for nrs in schrijf.bevestigd.values())
    for zaak in Zaak.objects.all():
        nummers = set(zaak.feiten.values_list("nr", flat=True))
        assert schrijf.bevestigd.get(str(zaak.pk), set()) <= nummers
        assert nummers == set(range(1, zaak.versie + 1))
    geschreven = Feit.objects.filter(soort="gegevens_gevraagd")
    assert bevestigd <= geschreven.count() <= bevestigd + nog_onderweg
    assert list(keten.controleer()) == []
    assert afgeleid.herbouw(VANDAAG) == 0
    brieven = set(Uitgaand.objects.values_list("zaak_id", "feit_nr"))
    assert brieven == set(geschreven.values_list("zaak_id", "nr"))
    assert len(brieven) == Uitgaand.objects.count()


@pytest.fixture
def schrijf(opslag: Opslag) -> Iterator[Schrijvers]:
    """Writers on the database of the test."""
    with schrijvers(opslag.adres) as uit:
        yield uit


def test_twintig_keer_hard_afgebroken_verliest_niets(wereld: Wereld, schrijf: Schrijvers) -> None:
    dobbel = random.Random(4)
    zaken = [wereld.zaak().zaak for _ in range(4)]
    wie = wereld.wie("consulent").gebruiker
    for keer in range(KEREN):
        pid = schrijf.begin(zaken[keer % 4].pk, wie.pk)
        schrijf.wacht_op(dobbel.randint(1, 3))
        time.sleep(dobbel.random() * 0.02)
        schrijf.dood(pid)
    niets_verloren_en_niets_half(schrijf, nog_onderweg=KEREN)
    assert sum(len(nrs) for nrs in schrijf.bevestigd.values()) >= KEREN


def test_wie_sterft_houdt_de_ander_niet_op(wereld: Wereld, schrijf: Schrijvers) -> None:
    zaak = wereld.zaak().zaak
    wie = wereld.wie("consulent").gebruiker
    een, twee = (schrijf.begin(zaak.pk, wie.pk) for _ in range(2))
    schrijf.wacht_op(6)
    schrijf.dood(een)
    schrijf.wacht_op(3)
    schrijf.dood(twee)
    niets_verloren_en_niets_half(schrijf, nog_onderweg=2)


def test_een_volle_schijf_weigert_en_daarna_gaat_het_verder(sqlite_opslag: Opslag) -> None:
    wereld = Wereld.maak()
    zaak = wereld.zaak().zaak
    wie = wereld.wie("consulent")
    with schrijvers(sqlite_opslag.adres) as schrijf:
        schrijf.begin(zaak.pk, wie.gebruiker.pk, grens=MB, letters=100_000)
        schrijf.wacht_tot_vol()
        niets_verloren_en_niets_half(schrijf, nog_onderweg=0)
        assert schrijf.bevestigd
    erna = vastleggen(zaak.pk, gegevensvraag(), wie=wie, deur="proef").feiten[0].nr
    assert erna == max(schrijf.bevestigd[str(zaak.pk)]) + 1


def test_een_volle_schijf_bij_postgresql_weigert_en_laat_alles_leesbaar(django_db_blocker: Any) -> None:
    with cluster(grens=4 * MB) as server, django_db_blocker.unblock():
        server.voer_uit("CREATE DATABASE vol")
        opslag = met_tabellen(op(server.adres("vol")))
        with gebruik(opslag), schrijvers(opslag.adres) as schrijf:
            wereld = Wereld.maak()
            zaak = wereld.zaak().zaak
            schrijf.begin(zaak.pk, wereld.wie("consulent").gebruiker.pk, letters=400_000)
            schrijf.wacht_tot_vol()
            assert schrijf.bevestigd
            niets_verloren_en_niets_half(schrijf, nog_onderweg=0)
