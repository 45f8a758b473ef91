"""A melding by phone, on paper or at the counter becomes a case; an urgent one asks for temporary support at once."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from keukentafel.dossier.models import Betrokkene, Uitgaand, Zaak
from keukentafel.dossier.outbox import GEEN_ADRES
from keukentafel.dossier.vastleggen import vandaag
from keukentafel.inrichting.voorbeeldgemeente import speler

DAG = vandaag()
GETYPT = {
    "f-datum-dag": DAG.day, "f-datum-maand": DAG.month, "f-datum-jaar": DAG.year, "f-kanaal": "telefoon",
    "f-spoed": "nee", "f-behoeften-0-vraag": "Ik kom de trap niet meer op", "f-behoeften-0-leefgebied": "wonen",
    "p-naam": "W. Testman", "p-taal": "nl", "p-bevestig": "ja", "p-bsn": "",
}  # fmt: skip


def tekst(antwoord: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", antwoord.content.decode()))


def test_wie_belt_krijgt_een_zaak_met_een_bevestiging(consulent: Client, zaken: list[Zaak]) -> None:
    assert "Melding opnemen" in tekst(consulent.get("/werk/melding/"))
    gegevens = {
        "p-geboortedatum-dag": "3", "p-geboortedatum-maand": "feb", "p-geboortedatum-jaar": "1941",
        "p-postcode_plaats": "1234ab Voorbeeldstad",
    }  # fmt: skip
    klaar = consulent.post("/werk/melding/", GETYPT | gegevens)
    zaak = Zaak.objects.exclude(pk__in=[z.pk for z in zaken]).get()
    assert (zaak.betrokkene.geboortedatum, zaak.betrokkene.postcode_plaats) == ("1941-02-03", "1234 AB Voorbeeldstad")
    assert klaar["Location"] == f"/werk/zaak/{zaak.pk}/?vastgelegd=1-2-3-4"
    assert (zaak.team, zaak.behandelaar, zaak.betrokkene.naam) == (zaken[0].team, speler("consulent"), "W. Testman")
    soorten = list(zaak.feiten.values_list("soort", flat=True))
    assert soorten == [
        "melding_ontvangen", "ontvangst_bevestigd", "clientondersteuning_aangeboden", "persoonlijk_plan_aangeboden",
    ]  # fmt: skip
    assert list(Uitgaand.objects.filter(zaak=zaak).values_list("soort", "kanaal")) == [("bevestiging-melding", "print")]
    assert "Ik kom de trap niet meer op" in tekst(consulent.get(klaar["Location"]))


def test_spoed_leidt_meteen_naar_tijdelijke_hulp(consulent: Client, zaken: list[Zaak]) -> None:
    klaar = consulent.post("/werk/melding/", GETYPT | {"f-spoed": "ja", "p-bevestig": "nee"})
    zaak = Zaak.objects.exclude(pk__in=[z.pk for z in zaken]).get()
    assert zaak.spoed and zaak.eerstvolgend == "spoed"
    inhoud = consulent.get(f"/werk/zaak/{zaak.pk}/").content.decode()
    assert "Eerst dit:</strong> Tijdelijke hulp geven, want het is spoed, uiterlijk " in inhoud
    assert "Tijdelijke hulp geven" in inhoud.split('id="klok-kop"')[1].split("</ol>")[0]
    assert klaar["Location"] == f"/werk/zaak/{zaak.pk}/vastleggen/tijdelijke_voorziening_verstrekt/"
    assert "Welke hulp?" in tekst(consulent.get(klaar["Location"]))


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        ({"p-naam": " "}, "Vul dit in: Naam"),
        ({"p-bsn": "999900001"}, "Dit is geen BSN"),
        ({"p-bsn": "12"}, "Dit is geen BSN"),
        ({"p-geboortedatum-dag": "30", "p-geboortedatum-maand": "2", "p-geboortedatum-jaar": "1941"}, "bestaat niet"),
        ({"p-geboortedatum-dag": "3", "p-geboortedatum-maand": "2", "p-geboortedatum-jaar": "41"}, "vier cijfers"),
        ({"p-email": "naam@", "p-telefoon": "12"}, "Dit telefoonnummer klopt niet"),
        ({"p-email": "naam@", "p-telefoon": "12"}, "Dit e-mailadres klopt niet"),
        ({"p-postcode_plaats": "Voorbeeldstad"}, "Vul postcode en plaats in, bijvoorbeeld"),
        ({"f-behoeften-1-eigen_oplossing": "Een traplift"}, "Schrijf op wat niet meer lukt."),
        ({"f-behoeften-0-leefgebied": "", "p-naam": " "}, "Kies waar deze hulpvraag over gaat."),
        ({"f-spoed": ""}, "Vul dit in: Is er haast bij?"),
        ({"f-datum-jaar": DAG.year + 1}, "Deze dag is nog niet geweest"),
    ],
)
def test_wat_niet_klopt_wordt_gezegd_en_er_blijft_niets_achter(
    consulent: Client, zaken: list[Zaak], fout: dict[str, Any], zin: str
) -> None:
    mensen = Betrokkene.objects.count()
    antwoord = consulent.post("/werk/melding/", GETYPT | fout)
    assert zin in tekst(antwoord) and "Ik kom de trap niet meer op" in antwoord.content.decode()
    assert (Zaak.objects.count(), Betrokkene.objects.count()) == (len(zaken), mensen)


def test_een_bekend_bsn_is_dezelfde_mens_en_nooit_een_ander(consulent: Client, zaken: list[Zaak]) -> None:
    bekend = zaken[0].betrokkene
    anders = consulent.post("/werk/melding/", GETYPT | {"p-bsn": bekend.bsn})
    assert "Bij dit BSN hoort een andere naam" in tekst(anders)
    nieuw = GETYPT | {"p-bsn": bekend.bsn, "p-naam": bekend.naam, "p-telefoon": "0000 11 22 33"}
    assert f"/werk/zaak/{zaken[0].pk}/" in consulent.post("/werk/melding/", nieuw).content.decode()
    consulent.post("/werk/melding/", nieuw | {"toch": "ja"})
    zaak = Zaak.objects.exclude(pk__in=[z.pk for z in zaken]).get()
    assert zaak.betrokkene_id == bekend.pk
    assert (zaak.betrokkene.telefoon, zaak.betrokkene.adres) == ("0000 11 22 33", bekend.adres)


@pytest.mark.parametrize("kanaal", ["brief", "email", "loket", "huisbezoek"])
def test_op_papier_telt_de_dag_van_ontvangst_en_niet_die_van_opnemen(
    consulent: Client, zaken: list[Zaak], kanaal: str
) -> None:
    """No account, no BSN: a letter of nine days ago starts the six weeks on the day that it came in."""
    dag = DAG - timedelta(days=9)
    gekregen = {"f-datum-dag": dag.day, "f-datum-maand": dag.month, "f-datum-jaar": dag.year, "f-kanaal": kanaal}
    consulent.post("/werk/melding/", GETYPT | gekregen)
    zaak = Zaak.objects.exclude(pk__in=[z.pk for z in zaken]).get()
    melding = zaak.feiten.get(soort="melding_ontvangen")
    assert (melding.datum, melding.velden["kanaal"]) == (dag, kanaal)
    assert melding.vastgelegd_op.date() >= dag + timedelta(days=8)
    assert (zaak.begonnen_op, zaak.eerstvolgend, zaak.uiterlijk) == (dag, "uitnodiging", dag + timedelta(days=14))
    assert zaak.feiten.get(soort="ontvangst_bevestigd").datum == DAG


def test_de_weg_van_de_website_is_niet_van_een_medewerker(consulent: Client) -> None:
    inhoud = consulent.get("/werk/melding/").content.decode()
    assert 'value="brief"' in inhoud and 'value="web"' not in inhoud
    assert "Kies een van de antwoorden" in tekst(consulent.post("/werk/melding/", GETYPT | {"f-kanaal": "web"}))


def test_een_afspraak_verzetten_naar_dag_en_tijd(consulent: Client, zaken: list[Zaak], vul_in: Any) -> None:
    adres = f"/werk/zaak/{zaken[2].pk}/vastleggen/gesprek_verzet/"
    dag = DAG + timedelta(days=12)
    getypt = {"naar__dag": dag.day, "naar__maand": dag.month, "naar__jaar": dag.year, "door": "inwoner"}
    for tijd, zin in (("", "Vul dit in: Hoe laat?"), ("half vier", "Vul een tijd in"), ("25.00", "Vul een tijd in")):
        zonder = vul_in(consulent.get(adres), **getypt, tijd=tijd) | {"actie": "vastleggen", "reden": "x"}
        assert zin in tekst(consulent.post(adres, zonder))
    nakijken = consulent.post(adres, vul_in(consulent.get(adres), **getypt, tijd="15.30") | {"actie": "nakijken"})
    assert "15.30 uur" in tekst(nakijken)
    consulent.post(adres, vul_in(nakijken) | {"actie": "vastleggen", "reden": "Zo."})
    feit = zaken[2].feiten.get(soort="gesprek_verzet")
    assert feit.velden == {"door": "inwoner", "naar": f"{dag.isoformat()}T15:30", "tijdstip": "15.30"}
    assert f"{dag:%Y%m%d}T153000" in consulent.get(f"/werk/zaak/{zaken[2].pk}/afspraak.ics").content.decode()


def test_een_gesprek_binnen_de_tijd_voor_het_plan_wordt_gezegd(
    consulent: Client, zaken: list[Zaak], vul_in: Any
) -> None:
    consulent.post("/werk/melding/", GETYPT)
    zaak = Zaak.objects.exclude(pk__in=[z.pk for z in zaken]).get()
    adres = f"/werk/zaak/{zaak.pk}/vastleggen/uitnodiging_verstuurd/"
    for dagen, waarschuwt in ((3, True), (7, True), (14, False)):
        dag = DAG + timedelta(days=dagen)
        delen = {"gesprek_op__dag": dag.day, "gesprek_op__maand": dag.month, "gesprek_op__jaar": dag.year}
        velden = vul_in(consulent.get(adres), **delen, tijd="14.00", plaats="per telefoon")
        gaat = tekst(consulent.post(adres, velden | {"actie": "nakijken"}))
        assert ("dan is waarborg M5 gemist" in gaat) is waarschuwt, dagen


def test_zonder_adres_zegt_de_zaak_dat_de_bevestiging_wacht(consulent: Client, zaken: list[Zaak]) -> None:
    klaar = consulent.post("/werk/melding/", GETYPT)
    zaak = Zaak.objects.exclude(pk__in=[z.pk for z in zaken]).get()
    pagina = tekst(consulent.get(klaar["Location"]))
    assert "Er wacht een brief op een adres." in pagina and "maar nog niet op de post." in pagina
    brieven = f"/werk/zaak/{zaak.pk}/brieven/"
    assert "Straat en huisnummer" in tekst(consulent.get(brieven))
    Uitgaand.objects.filter(zaak=zaak).update(fout=GEEN_ADRES)
    assert "W. Testman Wacht op adres" in tekst(consulent.get("/werk/"))
    adres = f"/werk/zaak/{zaak.pk}/adres/"
    assert consulent.get(adres)["Location"] == brieven
    fout = consulent.post(adres, {"adres": " ", "postcode_plaats": "Voorbeeldstad"}).content.decode()
    assert "<title>Fout:" in re.sub(r"\s+", " ", fout) and 'id="adres-fout"' in fout
    assert 'id="postcode_plaats-fout"' in fout and "Er kloppen nog 2 dingen niet" in fout
    consulent.post(adres, {"adres": "Testlaan 1", "postcode_plaats": "1234 AB Voorbeeldstad"})
    assert "Er wacht een brief op een adres." not in tekst(consulent.get(klaar["Location"]))


@pytest.mark.parametrize(
    ("nog_eens", "zelfde"),
    [
        ({"p-adres": "TESTLAAN  1"}, True),
        ({"p-naam": "w. testman", "p-adres": "Testlaan 1"}, True),
        ({"p-adres": "Anderelaan 2"}, False),
        ({"p-naam": "V. Testman", "p-adres": "Testlaan 1"}, False),
    ],
)
def test_wie_al_een_zaak_heeft_krijgt_er_niet_ongemerkt_een_bij(
    consulent: Client, zaken: list[Zaak], nog_eens: dict[str, str], zelfde: bool
) -> None:
    consulent.post("/werk/melding/", GETYPT | {"p-adres": "Testlaan 1"})
    eerste = Zaak.objects.exclude(pk__in=[z.pk for z in zaken]).get()
    antwoord = consulent.post("/werk/melding/", GETYPT | nog_eens)
    assert (antwoord.status_code == 422) is zelfde
    if zelfde:
        assert f"/werk/zaak/{eerste.pk}/" in antwoord.content.decode() and "misschien al een zaak" in tekst(antwoord)
        assert Zaak.objects.count() == len(zaken) + 1
        assert consulent.post("/werk/melding/", GETYPT | nog_eens | {"toch": "ja"}).status_code == 302
    assert Zaak.objects.count() == len(zaken) + 2
