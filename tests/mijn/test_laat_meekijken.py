"""A client supporter looks along because the resident says so, and for no other reason."""

from __future__ import annotations

from datetime import timedelta

import pytest

from keukentafel.dossier.models import Gebruiker, Gemeente, Mandaat, Zaak
from keukentafel.dossier.vastleggen import vandaag
from keukentafel.inrichting.voorbeeldgemeente import speler

from .conftest import Als, tekst, vul_in


def laat(zaak: Zaak) -> str:
    return f"/mijn/zaak/{zaak.pk}/meekijken/laat/"


@pytest.fixture
def omar(voorbeeldstad: Gemeente) -> Gebruiker:
    """Let in by the municipality, for nobody yet."""
    return Gebruiker.objects.get(onderwerp="clientondersteuner-2")


def test_de_inwoner_kiest_en_de_ondersteuner_ziet_de_zaak(als: Als, zaak: Zaak, omar: Gebruiker) -> None:
    client, helper = als("inwoner"), als(omar)
    zaakpagina = f"/mijn/zaak/{zaak.pk}/"
    assert helper.get("/mijn/").status_code == 200 and helper.get(zaakpagina).status_code == 404
    assert laat(zaak) in tekst(client.get(f"/mijn/zaak/{zaak.pk}/meekijken/"))
    pagina = tekst(client.get(laat(zaak)))
    assert "Omar Yildirim" in pagina and "Farida Haddou" not in pagina
    assert "Kies een cliëntondersteuner." in tekst(client.post(laat(zaak)))
    assert helper.get(zaakpagina).status_code == 404
    assert vul_in(client, laat(zaak), {"wie": omar.pk}).status_code == 302
    assert helper.get(zaakpagina).status_code == 200
    mandaat = Mandaat.objects.get(gebruiker=omar, betrokkene=zaak.betrokkene)
    assert (mandaat.gegeven_door, mandaat.vanaf, mandaat.soort) == (speler("inwoner"), vandaag(), "toestemming")
    assert "Omar Yildirim" in tekst(client.get(f"/mijn/zaak/{zaak.pk}/meekijken/"))
    assert client.post(laat(zaak), {"wie": omar.pk}).status_code == 404, "dat is al zo"


def test_niemand_anders_kiest_en_niemand_anders_is_te_kiezen(
    als: Als, zaak: Zaak, late_zaak: Zaak, omar: Gebruiker
) -> None:
    for rol in ("mantelzorger", "clientondersteuner", "inwoner (andere zaak)", "consulent"):
        assert als(rol).post(laat(zaak), {"wie": omar.pk}).status_code == 404
    client = als("inwoner")
    for wie in ("mantelzorger", "consulent", "beheerder"):
        assert client.post(laat(zaak), {"wie": speler(wie).pk}).status_code == 404
    assert client.post(laat(zaak), {"wie": "x"}).status_code == 404
    assert als("vertegenwoordiger").post(laat(late_zaak), {"wie": omar.pk}).status_code == 302
    assert not Mandaat.objects.filter(betrokkene=zaak.betrokkene, gebruiker=omar).exists()


def test_wie_niet_meer_is_toegelaten_ziet_niets_meer(als: Als, zaak: Zaak) -> None:
    farida = speler("clientondersteuner")
    toelating = Mandaat.objects.create(
        gebruiker=farida, gemeente=zaak.gemeente, rol="clientondersteuner", vanaf=vandaag() - timedelta(days=9)
    )
    gisteren = vandaag() - timedelta(days=1)
    dag = {"laatste-dag": gisteren.day, "laatste-maand": gisteren.month, "laatste-jaar": gisteren.year}
    helper = als(farida)
    assert helper.get(f"/mijn/zaak/{zaak.pk}/").status_code == 200
    adres = f"/beheer/voorbeeldstad/mensen/einde/?mandaat={toelating.pk}"
    assert als("beheerder").post(adres, dag).status_code == 302
    assert helper.get(f"/mijn/zaak/{zaak.pk}/").status_code == 404
    assert not farida.mandaten.filter(tot=None).exists()
    assert "Omar Yildirim" in tekst(als("inwoner").get(laat(zaak)))
