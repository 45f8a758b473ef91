"""A decision that is changed or withdrawn: beside what holds now, a pgb with its amount, nothing of the first."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from keukentafel.dossier.models import Feit, Uitgaand, Zaak
from keukentafel.dossier.toegang import persoon
from keukentafel.dossier.vastleggen import vandaag, vastleggen
from keukentafel.inrichting.voorbeeldgemeente import speler

Vul = Callable[..., dict[str, Any]]
PGB = {
    "behoeften__0__uitkomst": "toegekend", "behoeften__0__voorziening": "Traplift",
    "behoeften__0__leveringsvorm": "pgb",
    "behoeften__0__reden": "De trap is smaller dan wij dachten.",
    "behoeften__0__pgb_voorwaarden__bekwaam": "ja", "behoeften__0__pgb_voorwaarden__gemotiveerd": "ja",
    "behoeften__0__pgb_voorwaarden__kwaliteit": "ja",
}  # fmt: skip


def tekst(antwoord: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", antwoord.content.decode()))


def dag(naam: str, nu: date | None = None) -> dict[str, int]:
    nu = nu or vandaag()
    return {f"{naam}__dag": nu.day, f"{naam}__maand": nu.month, f"{naam}__jaar": nu.year}


@pytest.fixture
def besloten(zaken: list[Zaak]) -> Zaak:
    """The case of the other resident, in which a stairlift was refused today."""
    zaak = zaken[1]
    besluit = {
        "soort": "besluit_bekendgemaakt", "datum": vandaag().isoformat(), "uitkomst": "toegekend",
        "behoeften": [{"id": "b1", "uitkomst": "toegekend", "voorziening": "Hulp bij het koken, 2 uur per week"}],
        "motivering": True, "gebaseerd_op_verslag": True, "rechtsmiddelenclausule": True,
    }  # fmt: skip
    vastleggen(zaak.pk, besluit, wie=persoon(speler("beslisser"), vandaag()), deur="test")
    return zaak


def probeer(client: Client, zaak: Zaak, soort: str, vul_in: Vul, actie: str = "vastleggen", **getypt: Any) -> Any:
    adres = f"/werk/zaak/{zaak.pk}/vastleggen/{soort}/"
    velden = vul_in(client.get(adres), **getypt)
    return client.post(adres, velden | {"actie": actie, "reden": "Zo."})


@pytest.mark.parametrize(
    ("getypt", "zin"),
    [
        ({}, "Kies bij ten minste één hulpvraag wat het nieuwe besluit is."),
        (PGB, "Bij een pgb hoort een bedrag. Vul in: Hoe hoog is het pgb, in euro?"),
        (PGB | {"behoeften__0__reden": ""}, "Schrijf op waarom dit verandert"),
        (PGB | {"behoeften__0__pgb_voorwaarden__bekwaam": ""}, "Weeg deze voorwaarde voor het pgb"),
        (PGB | {"behoeften__0__leveringsvorm": ""}, "Kies in welke vorm"),
        ({"behoeften__0__uitkomst": "afgewezen"}, "Kies waarom dit wordt afgewezen"),
        (PGB, "Vul dit in: Vanaf welke dag geldt het?"),
    ],
)
def test_een_wijziging_zonder_wat_erin_moet_gaat_niet_uit(
    beslisser: Client, besloten: Zaak, vul_in: Vul, getypt: dict[str, str], zin: str
) -> None:
    assert zin in tekst(probeer(beslisser, besloten, "besluit_gewijzigd", vul_in, **getypt))
    assert not Feit.objects.filter(zaak=besloten, soort="besluit_gewijzigd").exists()


def test_de_wijziging_staat_naast_wat_nu_geldt_en_de_brief_zegt_wat_het_wordt(
    beslisser: Client, besloten: Zaak, vul_in: Vul
) -> None:
    pagina = tekst(beslisser.get(f"/werk/zaak/{besloten.pk}/vastleggen/besluit_gewijzigd/"))
    assert "Nu geldt: Hulp bij het koken, 2 uur per week." in pagina
    heel = PGB | {"behoeften__0__pgb_bedrag": "1.250", "behoeften__0__pgb_per": "in één keer"} | dag("ingangsdatum")
    gaat = tekst(probeer(beslisser, besloten, "besluit_gewijzigd", vul_in, actie="nakijken", **heel))
    assert "Tot nu toe: Hulp bij het koken, 2 uur per week." in gaat
    brief = gaat.split("Deze brief gaat naar de inwoner")[1]
    assert "Traplift, budget € 1.250,00 in één keer" in brief and "Tot nu toe kreeg u" in brief
    assert "In het verslag stond het anders" not in brief
    assert probeer(beslisser, besloten, "besluit_gewijzigd", vul_in, **heel).status_code == 302
    feit = Feit.objects.get(zaak=besloten, soort="besluit_gewijzigd")
    assert feit.velden["behoeften"][0]["voorziening"] == "Traplift, budget € 1.250,00 in één keer"
    assert (feit.velden["beslist_door"], feit.velden["motivering"]) == ("Ruben Visser", True)
    assert Uitgaand.objects.filter(zaak=besloten, feit_nr=feit.nr, soort="besluit-gewijzigd").exists()
    assert "gewijzigd: toegekend" in tekst(beslisser.get(f"/werk/zaak/{besloten.pk}/"))


def test_intrekken_noemt_de_hulp_die_stopt(beslisser: Client, besloten: Zaak, vul_in: Vul) -> None:
    leeg = tekst(probeer(beslisser, besloten, "besluit_ingetrokken", vul_in))
    assert "Vul dit in: Vanaf welke dag geldt het?" in leeg
    heel = {"toelichting": "U wilt de hulp niet meer."} | dag("ingangsdatum")
    gaat = tekst(probeer(beslisser, besloten, "besluit_ingetrokken", vul_in, actie="nakijken", **heel))
    assert "Hulp bij het koken, 2 uur per week" in gaat.split("Deze brief gaat naar de inwoner")[1]
    assert probeer(beslisser, besloten, "besluit_ingetrokken", vul_in, **heel).status_code == 302
    nog_eens = tekst(beslisser.get(f"/werk/zaak/{besloten.pk}/vastleggen/besluit_ingetrokken/"))
    assert "Er loopt geen hulp die u kunt intrekken." in nog_eens


def test_een_consulent_bereidt_de_wijziging_voor(consulent: Client, besloten: Zaak) -> None:
    pagina = consulent.get(f"/werk/zaak/{besloten.pk}/voorstel/besluit_gewijzigd/")
    assert "Een wijziging van het besluit voorbereiden" in tekst(pagina)


MINDER = {
    "behoeften__0__uitkomst": "toegekend", "behoeften__0__voorziening": "anders", "behoeften__0__leveringsvorm": "zin",
    "behoeften__0__hoeveel": "1 uur per week", "behoeften__0__reden": "Uw dochter helpt nu ook.",
}  # fmt: skip


@pytest.fixture
def straks(zaken: list[Zaak]) -> Zaak:
    """Granted today; the help begins in ten days and ends a year later."""
    nu = vandaag()
    besluit = {
        "soort": "besluit_bekendgemaakt", "datum": nu.isoformat(), "uitkomst": "toegekend",
        "behoeften": [{"id": "b1", "uitkomst": "toegekend", "voorziening": "Hulp bij het koken, 2 uur per week"}],
        "ingangsdatum": (nu + timedelta(days=10)).isoformat(), "einddatum": (nu + timedelta(days=375)).isoformat(),
        "motivering": True, "gebaseerd_op_verslag": True, "rechtsmiddelenclausule": True,
    }  # fmt: skip
    vastleggen(zaken[1].pk, besluit, wie=persoon(speler("beslisser"), nu), deur="test")
    return zaken[1]


@pytest.mark.parametrize(
    ("over", "zin"),
    [
        (-20, "Dit kan niet ingaan vóór de dag waarop de inwoner het hoort."),
        (5, "De hulp begint pas op"),
        (376, "De hulp eindigt al op"),
    ],
)
@pytest.mark.parametrize("soort", ["besluit_gewijzigd", "besluit_ingetrokken"])
def test_minder_hulp_gaat_nooit_in_voor_de_inwoner_het_weet(
    beslisser: Client, straks: Zaak, vul_in: Vul, over: int, zin: str, soort: str
) -> None:
    wat = MINDER if soort == "besluit_gewijzigd" else {"toelichting": "Uw dochter helpt nu."}
    getypt = wat | dag("ingangsdatum", vandaag() + timedelta(days=over))
    assert zin in tekst(probeer(beslisser, straks, soort, vul_in, **getypt))
    assert not Feit.objects.filter(zaak=straks, soort=soort).exists()


def test_wat_alleen_gunstig_is_mag_eerder_ingaan(beslisser: Client, straks: Zaak, vul_in: Vul) -> None:
    getypt = MINDER | {"gunstig": "ja"} | dag("ingangsdatum", vandaag() - timedelta(days=20))
    assert probeer(beslisser, straks, "besluit_gewijzigd", vul_in, **getypt).status_code == 302
    assert "overgangstermijn_weken" not in Feit.objects.get(zaak=straks, soort="besluit_gewijzigd").velden


def test_de_tijd_om_te_wennen_volgt_uit_de_dagen_en_de_einddatum_blijft_staan(
    beslisser: Client, straks: Zaak, vul_in: Vul
) -> None:
    einde = vandaag() + timedelta(days=375)
    pagina = tekst(beslisser.get(f"/werk/zaak/{straks.pk}/vastleggen/besluit_gewijzigd/"))
    assert "Hoeveel weken" not in pagina and f"tot en met {einde.day} " in pagina
    getypt = MINDER | dag("ingangsdatum", vandaag() + timedelta(days=40))
    brief = tekst(probeer(beslisser, straks, "besluit_gewijzigd", vul_in, actie="nakijken", **getypt))
    assert "Daarom gaat dit niet meteen in, maar op" in brief
    assert "De einddatum verandert niet. De hulp duurt nog steeds tot en met" in brief
    assert probeer(beslisser, straks, "besluit_gewijzigd", vul_in, **getypt).status_code == 302
    assert Feit.objects.get(zaak=straks, soort="besluit_gewijzigd").velden["overgangstermijn_weken"] == 5
