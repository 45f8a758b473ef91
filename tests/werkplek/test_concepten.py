"""What a worker is still writing stays, for that worker alone, and is gone once it is recorded. No draft is a fact."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from keukentafel.dossier.models import Concept, Feit, Gebruiker, Kijk, Mandaat, Zaak
from keukentafel.dossier.toegang import persoon
from keukentafel.dossier.vastleggen import vandaag, vastleggen
from keukentafel.inrichting.voorbeeldgemeente import speler
from keukentafel.werkplek.concepten import bewaar

Vul = Callable[..., dict[str, Any]]


def tekst(antwoord: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", antwoord.content.decode()))


@pytest.fixture
def adres(zaken: list[Zaak]) -> str:
    return f"/werk/zaak/{zaken[2].pk}/vastleggen/verslag_verstuurd/"


def test_een_half_verslag_blijft_staan_tot_het_vastligt(
    consulent: Client, zaken: list[Zaak], adres: str, vul_in: Vul
) -> None:
    velden = vul_in(consulent.get(adres), teksten__netwerk="Uw dochter komt", datum__dag="99")
    bewaard = consulent.post(adres, velden | {"actie": "bewaar"})
    assert "Concept bewaard op" in tekst(bewaard) and "Uw dochter komt" in bewaard.content.decode()
    assert 'class="kt-fout"' not in bewaard.content.decode()
    feiten = Feit.objects.filter(zaak=zaken[2]).count()
    assert "Hier bent u mee bezig: Het verslag maken en versturen" in tekst(consulent.get(f"/werk/zaak/{zaken[2].pk}/"))
    verder = consulent.get(adres)
    assert "Uw dochter komt" in verder.content.decode() and 'value="99"' in verder.content.decode()
    assert "Gooi het concept weg" in tekst(verder)
    goed = vul_in(
        verder,
        teksten__netwerk="Uw dochter komt elke week.",
        datum__dag=vandaag().day,
        behoeften__0__soort_oplossing="maatwerk",
    )
    nakijken = consulent.post(adres, goed | {"actie": "nakijken"})
    assert Feit.objects.filter(zaak=zaken[2]).count() == feiten
    assert consulent.post(adres, vul_in(nakijken) | {"actie": "vastleggen", "reden": "Zo."}).status_code == 302
    assert not Concept.objects.filter(zaak=zaken[2]).exists()
    assert "Hier bent u mee bezig" not in tekst(consulent.get(f"/werk/zaak/{zaken[2].pk}/"))


def test_stil_bewaren_is_geen_blik_in_de_zaak_en_geen_feit(
    consulent: Client, zaken: list[Zaak], adres: str, vul_in: Vul
) -> None:
    velden = vul_in(consulent.get(adres), toelichting="Nog even nadenken")
    stand = (Kijk.objects.count(), Feit.objects.count())
    for _keer in range(3):
        assert consulent.post(adres, velden | {"actie": ""}, headers={"X-Bewaren": "1"}).status_code == 204
    assert (Kijk.objects.count(), Feit.objects.count()) == stand
    assert "Nog even nadenken" in consulent.get(adres).content.decode()


def test_een_concept_is_van_een_mens(
    consulent: Client, als: Callable[[Any], Client], zaken: list[Zaak], adres: str, vul_in: Vul
) -> None:
    consulent.post(adres, vul_in(consulent.get(adres), toelichting="Alleen voor mij") | {"actie": "bewaar"})
    collega = Gebruiker.objects.create(uitgever="test", onderwerp="collega", naam="Collega")
    zaak = zaken[2]
    Mandaat.objects.create(
        gebruiker=collega, gemeente=zaak.gemeente, rol="consulent", team=zaak.team, vanaf=vandaag()
    )  # fmt: skip
    for pad in ("", "feiten/", "vastleggen/verslag_verstuurd/"):
        inhoud = als(collega).get(f"/werk/zaak/{zaak.pk}/{pad}").content.decode()
        assert "Alleen voor mij" not in inhoud and "Hier bent u mee bezig" not in inhoud
    ander = als("beslisser").post(adres, {"actie": "bewaar"}, headers={"X-Bewaren": "1"})
    assert ander.status_code == 403
    assert als("inwoner").post(adres, {}, headers={"X-Bewaren": "1"}).status_code == 404


def test_een_concept_weggooien(consulent: Client, zaken: list[Zaak], adres: str, vul_in: Vul) -> None:
    velden = vul_in(consulent.get(adres), toelichting="Toch niet")
    consulent.post(adres, velden | {"actie": "bewaar"})
    assert consulent.post(adres, velden | {"actie": "weg"})["Location"] == f"/werk/zaak/{zaken[2].pk}/"
    assert "Toch niet" not in consulent.get(adres).content.decode()


def test_wat_intussen_gebeurde_komt_naast_het_concept(
    consulent: Client, zaken: list[Zaak], adres: str, vul_in: Vul
) -> None:
    """A draft remembers the case as it was: what was recorded since is shown before the report goes out."""
    consulent.post(
        adres,
        vul_in(consulent.get(adres), toelichting="Van mij", behoeften__0__soort_oplossing="maatwerk")
        | {"actie": "bewaar"},
    )
    feit = {"soort": "gesprek_aan_huis_gevraagd", "datum": vandaag().isoformat(), "toelichting": "Intussen gevraagd"}
    inwoner = Gebruiker.objects.create(uitgever="test", onderwerp="inwoner", naam="Inwoner")
    Mandaat.objects.create(
        gebruiker=inwoner, gemeente=zaken[2].gemeente, rol="inwoner", betrokkene=zaken[2].betrokkene, vanaf=vandaag()
    )
    vastleggen(zaken[2].pk, feit, wie=persoon(inwoner, vandaag()), deur="test")
    velden = vul_in(consulent.get(adres)) | {"actie": "vastleggen", "reden": "Zo."}
    botsing = consulent.post(adres, velden)
    assert botsing.status_code == 409
    assert "Intussen gevraagd" in tekst(botsing) and "Van mij" in tekst(botsing)
    assert Concept.objects.filter(zaak=zaken[2]).exists()


def test_wie_eerst_iets_anders_herstelt_vindt_zijn_verslag_terug(
    consulent: Client, zaken: list[Zaak], adres: str, vul_in: Vul
) -> None:
    velden = vul_in(consulent.get(adres), teksten__netwerk="Uw dochter komt", behoeften__0__soort_oplossing="maatwerk")
    nakijken = consulent.post(adres, velden | {"actie": "nakijken"})
    assert "Wat u invulde, vindt u in de zaak terug als concept." in tekst(nakijken)
    herstel = f"/werk/zaak/{zaken[2].pk}/vastleggen/advies_ontvangen/"
    assert herstel in nakijken.content.decode()
    advies = vul_in(consulent.get(herstel), strekking="Een traplift kan.")
    consulent.post(herstel, advies | {"actie": "vastleggen", "reden": "Zo."})
    verder = consulent.get(adres)
    assert "Uw dochter komt" in verder.content.decode()
    assert consulent.post(adres, vul_in(verder) | {"actie": "vastleggen", "reden": "Zo."}).status_code == 302
    assert not Concept.objects.filter(zaak=zaken[2]).exists()


def test_alleen_nakijken_maakt_geen_concept(consulent: Client, zaken: list[Zaak], adres: str, vul_in: Vul) -> None:
    leeg = vul_in(consulent.get(adres))
    consulent.post(adres, leeg | {"actie": "nakijken"})
    assert not Concept.objects.filter(zaak=zaken[2]).exists()
    consulent.post(adres, leeg | {"f-toelichting": "Een woord", "actie": "nakijken"})
    assert Concept.objects.filter(zaak=zaken[2]).exists()


def test_een_concept_gaat_weg_vanaf_de_zaak_ook_als_de_stap_niet_meer_kan(consulent: Client, zaken: list[Zaak]) -> None:
    zaak = zaken[2]
    bewaar(persoon(speler("consulent"), vandaag()), zaak, "bezwaartermijn_verdaagd", [("f-toelichting", "x")], 1)
    pagina = consulent.get(f"/werk/zaak/{zaak.pk}/").content.decode()
    assert f'action="/werk/zaak/{zaak.pk}/vastleggen/bezwaartermijn_verdaagd/"' in pagina and "Gooi weg" in pagina
    weg = consulent.post(f"/werk/zaak/{zaak.pk}/vastleggen/bezwaartermijn_verdaagd/", {"actie": "weg"})
    assert weg["Location"] == f"/werk/zaak/{zaak.pk}/" and not Concept.objects.filter(zaak=zaak).exists()
