"""An expert and a client supporter are let in by the manager; that alone shows them no case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from keukentafel.dossier.models import Gebruiker, Mandaat, Zaak
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import persoon, zaken_voor
from keukentafel.dossier.vastleggen import vandaag
from keukentafel.inrichting.voorbeeldgemeente import speler

Als = Callable[[Any], Client]
HIER = "/beheer/voorbeeldstad/mensen/"


@pytest.mark.parametrize(("rol", "thuis"), [("deskundige", "/werk/"), ("clientondersteuner", "/mijn/")])
def test_wie_is_toegelaten_ziet_nog_geen_zaak(als: Als, settings: Any, rol: str, thuis: str) -> None:
    settings.DEMO = True
    op = vandaag()
    gegevens = {"naam": "Nieuw Mens", "onderwerp": "nieuw", "rol": rol, "team": "geen"}
    gegevens |= {"vanaf-dag": op.day, "vanaf-maand": op.month, "vanaf-jaar": op.year}
    assert als("beheerder").post(f"{HIER}nieuw/", gegevens).status_code == 302
    mens = Gebruiker.objects.get(onderwerp="nieuw")
    assert not any(zaken_voor(persoon(mens, op), recht).exists() for recht in Recht)
    client = als(mens)
    assert client.get("/inloggen/wie/").status_code == client.get(thuis).status_code == 200
    for zaak in Zaak.objects.all():
        for adres in (f"/werk/zaak/{zaak.pk}/", f"/werk/vraag/{zaak.pk}/", f"/mijn/zaak/{zaak.pk}/"):
            assert client.get(adres).status_code == 404


def test_een_consulent_kan_de_vraag_stellen_aan_wie_is_toegelaten(als: Als) -> None:
    hier = Mandaat.objects.filter(rol="beheerder").get().gemeente
    mens = Gebruiker.objects.create(uitgever="demo", onderwerp="nieuw", naam="Nieuw Mens")
    Mandaat.objects.create(gebruiker=mens, gemeente=hier, rol="deskundige", vanaf=vandaag())
    zaak = Zaak.objects.filter(behandelaar=speler("consulent"), open=True).first()
    assert zaak is not None
    assert "Nieuw Mens" in als("consulent").get(f"/werk/zaak/{zaak.pk}/vastleggen/advies_gevraagd/").content.decode()


def test_wat_een_inwoner_regelde_staat_niet_bij_beheer(als: Als) -> None:
    inhoud = als("beheerder").get(HIER).content.decode()
    for rol in ("mantelzorger", "vertegenwoordiger"):
        mandaat = Mandaat.objects.filter(gebruiker=speler(rol)).exclude(zaak=None, betrokkene=None).get()
        assert f'mandaat={mandaat.pk}"' not in inhoud
        assert als("beheerder").get(f"{HIER}einde/?mandaat={mandaat.pk}").status_code == 404


@pytest.mark.parametrize("rol", ["deskundige", "clientondersteuner"])
def test_wie_voor_een_inwoner_is_toegelaten_staat_er_en_is_te_beeindigen(als: Als, rol: str) -> None:
    """The manager sees that there is such a mandate, and never which case."""
    mandaat = Mandaat.objects.filter(gebruiker=speler(rol)).exclude(zaak=None, betrokkene=None).get()
    beheer = als("beheerder")
    inhoud = beheer.get(HIER).content.decode()
    assert f'mandaat={mandaat.pk}"' in inhoud and "voor één inwoner" in inhoud
    assert f"Log {mandaat.gebruiker.naam} overal uit" in inhoud
    assert not any(zaak.nummer in inhoud or zaak.betrokkene.naam in inhoud for zaak in Zaak.objects.all())
    dag = vandaag() - timedelta(days=1)
    vakken = {"laatste-dag": dag.day, "laatste-maand": dag.month, "laatste-jaar": dag.year}
    assert beheer.post(f"{HIER}einde/?mandaat={mandaat.pk}", vakken).status_code == 302
    mandaat.refresh_from_db()
    assert mandaat.tot == dag
