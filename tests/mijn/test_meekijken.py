"""Who may look along: seen by the resident, ended at once and for good to see; and who looked, day by day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from keukentafel.dossier.models import Kijk, Mandaat, Zaak
from keukentafel.dossier.vastleggen import vandaag
from keukentafel.inrichting.voorbeeldgemeente import speler

from .conftest import Als, tekst, vul_in


def adres(zaak: Zaak, rest: str = "") -> str:
    return f"/mijn/zaak/{zaak.pk}/meekijken/{rest}"


def mandaat(knop: str) -> Mandaat:
    return Mandaat.objects.get(gebruiker=speler(knop))


def test_er_staat_wie_mag_meekijken_in_welke_rol_en_waarvoor(als: Als, zaak: Zaak) -> None:
    pagina = tekst(als("inwoner").get(adres(zaak)))
    for naam in ("Karin Bloemendaal", "Farida Haddou", "Sanne de Boer", "Ruben Visser"):
        assert naam in pagina
    assert "Ziet alleen waar en wanneer het gesprek is" in pagina
    assert "andere-ondersteuner" in pagina and "hulp-van-een-ondersteuner" not in pagina, "zij heeft er al een"
    assert "Joris Haan" not in pagina, "hij werkt in een ander team"
    assert "Mo Karaca" not in pagina, "een beheerder ziet geen zaak"


@pytest.mark.parametrize("knop", ["mantelzorger", "clientondersteuner"])
def test_stoppen_werkt_meteen_en_blijft_te_zien(als: Als, zaak: Zaak, knop: str) -> None:
    client, helper = als("inwoner"), als(knop)
    eigen = f"/mijn/blad/{zaak.pk}/" if knop == "mantelzorger" else f"/mijn/zaak/{zaak.pk}/"
    assert helper.get(eigen).status_code == 200
    stop = adres(zaak, f"{mandaat(knop).pk}/stop/")
    assert "Het stopt meteen" in tekst(client.get(stop))
    assert helper.get(eigen).status_code == 200, "kijken naar de vraag is nog geen ja"
    assert vul_in(client, stop, {}).status_code == 302
    assert helper.get(eigen).status_code == 404
    rij = mandaat(knop)
    assert rij.tot == vandaag() - timedelta(days=1) and rij.beeindigd_door == speler("inwoner") and rij.beeindigd_op
    assert "door Annie Bloemendaal" in tekst(client.get(adres(zaak)))
    assert client.post(stop).status_code == 404, "het is al gestopt"


def test_wie_de_rechter_aanwees_gaat_niet_zomaar_weg(als: Als, late_zaak: Zaak) -> None:
    client = als("inwoner (andere zaak)")
    pagina = tekst(client.get(adres(late_zaak)))
    assert "Mr. P. Zandstra" in pagina and "De rechter wees deze persoon aan" in pagina
    stop = adres(late_zaak, f"{mandaat('vertegenwoordiger').pk}/stop/")
    assert stop not in pagina and client.post(stop).status_code == 403
    assert mandaat("vertegenwoordiger").tot is None


def test_wie_zij_zelf_machtigde_wel(als: Als, late_zaak: Zaak) -> None:
    Mandaat.objects.filter(gebruiker=speler("vertegenwoordiger")).update(soort="gevolmachtigde")
    stop = adres(late_zaak, f"{mandaat('vertegenwoordiger').pk}/stop/")
    assert als("vertegenwoordiger").post(stop).status_code == 403
    assert als("inwoner (andere zaak)").post(stop).status_code == 302
    assert als("vertegenwoordiger").get(f"/mijn/zaak/{late_zaak.pk}/").status_code == 404


def test_een_medewerker_of_een_ander_is_niet_te_stoppen(als: Als, zaak: Zaak) -> None:
    client = als("inwoner")
    for knop in ("consulent", "beslisser", "vertegenwoordiger", "inwoner"):
        assert client.post(adres(zaak, f"{mandaat(knop).pk}/stop/")).status_code == 404
    assert als("clientondersteuner").get(adres(zaak)).status_code == 404
    assert Mandaat.objects.filter(beeindigd_op__isnull=False).count() == 0


def _blikken(zaak: Zaak, aantal: int, *, dagen: bool) -> None:
    begin = timezone.now() - timedelta(days=60)
    Kijk.objects.bulk_create(
        Kijk(
            zaak=zaak, gebruiker=speler("consulent"), rol="consulent", wat=f"blik {nr % 2}",
            waarom="behandeling van de zaak",
            wanneer=begin + (timedelta(days=nr) if dagen else timedelta(milliseconds=nr)),
        )
        for nr in range(aantal)
    )  # fmt: skip


def test_wie_vaak_keek_staat_er_per_dag_een_keer_en_niets_gaat_verloren(als: Als, zaak: Zaak) -> None:
    _blikken(zaak, 45, dagen=False)
    pagina = tekst(als("inwoner").get(f"/mijn/zaak/{zaak.pk}/wie-keek/")).split("<main")[1]
    assert pagina.count("Sanne de Boer</strong> (Consulent van de gemeente)") == 1
    assert "45 keer" in pagina and "blik 0, blik 1" in pagina.replace("blik 1, blik 0", "blik 0, blik 1")
    assert pagina.count(">blik 0<") + pagina.count(">blik 1<") == 45, "elke keer staat in het uitgeklapte deel"
    assert "Om uw zaak te behandelen" in pagina and "Annie" not in pagina


def test_de_lijst_van_wie_keek_gaat_per_twintig_dagen(als: Als, zaak: Zaak) -> None:
    _blikken(zaak, 45, dagen=True)
    client, lijst = als("inwoner"), f"/mijn/zaak/{zaak.pk}/wie-keek/"
    eerste, derde = tekst(client.get(lijst)), tekst(client.get(f"{lijst}?blad=3"))
    assert eerste.count("1 keer") == 20 and "Bladzijde 1 van 3" in eerste
    assert derde.count("1 keer") == 5 and "Ouder" not in derde and "?blad=2" in derde
    assert "U keek zelf" in tekst(client.get(f"{lijst}?zelf"))
    assert client.get(f"{lijst}?blad=zomaar").status_code == 200


def test_wie_voor_een_ander_leest_leest_zijn_eigen_woorden(als: Als, late_zaak: Zaak) -> None:
    """What the representative looked at is not 'on your behalf' to himself; nor is the resident 'you' to him."""
    inwoner, ander = als("inwoner (andere zaak)"), als("vertegenwoordiger")
    lijst = f"/mijn/zaak/{late_zaak.pk}/wie-keek/"
    for client in (inwoner, ander):
        client.get(f"/mijn/zaak/{late_zaak.pk}/")
    assert "Om namens u te kijken" in tekst(inwoner.get(lijst))
    zelf, anderen = tekst(ander.get(f"{lijst}?zelf")), tekst(ander.get(lijst))
    assert "U keek zelf" in zelf and "namens u" not in zelf
    assert "De inwoner keek zelf" in anderen and "U keek zelf" not in anderen


def test_niemand_kijkt_mee_van_voor_de_zaak_begon(als: Als, zaak: Zaak) -> None:
    """The mandates are of 2025; the case is younger."""
    pagina = tekst(als("inwoner").get(adres(zaak)))
    assert zaak.begonnen_op is not None and f"sinds {date_format(zaak.begonnen_op, 'j F Y')}" in pagina
    assert "2025" not in pagina
