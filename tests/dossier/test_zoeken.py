"""Finding a case: what a worker types need not be written as it was kept."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps

from keukentafel.dossier.models import Betrokkene
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.versleuteld import naam_index
from keukentafel.dossier.zoeken import zoek_zaken
from tests.dossier.wereld import Wereld

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld(db: Any) -> Wereld:
    return Wereld.maak()


def gevonden(wereld: Wereld, tekst: str) -> int:
    return len(zoek_zaken(wereld.wie("consulent"), Recht.WERKLIJST, tekst))


@pytest.mark.parametrize(
    ("naam", "getypt"),
    [
        ("Emine Yıldız", "YILDIZ"), ("Emine Yıldız", "yildiz"), ("E. Yildiz", "Yıldız"), ("Ali İnan", "inan"),
        ("Søren Møller", "moller"), ("J. Łukasik", "LUKASIK"), ("R. Müßig", "mussig"), ("A. Çelik", "Celik"),
    ],
)  # fmt: skip
def test_een_naam_is_te_vinden_zonder_accenten(wereld: Wereld, naam: str, getypt: str) -> None:
    wereld.betrokkene.naam = naam
    wereld.betrokkene.save()
    wereld.zaak()
    assert gevonden(wereld, getypt) == 1
    assert gevonden(wereld, getypt[:3]) == 0, "een deel van een naam is bewust geen ingang"


def test_een_kaal_nummer_is_een_zaaknummer(wereld: Wereld) -> None:
    zaak = wereld.zaak().zaak
    einde = zaak.nummer.rpartition("-")[2]
    for getypt in (einde, str(int(einde)), zaak.nummer.lower()):
        assert gevonden(wereld, getypt) == 1
    for getypt in ("99", "0", "²", "12345678"):
        assert gevonden(wereld, getypt) == 0


def test_wie_al_bekend_was_krijgt_de_nieuwe_ingang(wereld: Wereld) -> None:
    wereld.betrokkene.naam = "Emine Yıldız"
    wereld.betrokkene.save()
    Betrokkene.objects.update(naam_index="oud")
    import_module("keukentafel.dossier.migrations.0013_naamindex").vul(apps, None)
    assert Betrokkene.objects.get().naam_index == naam_index("yildiz")
