"""The page of a case, and recording in it: checked before it is kept, with a reason where something is missed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from keukentafel.dossier.keten import controleer
from keukentafel.dossier.models import Betrokkene, Feit, Kijk, Team, Uitgaand, Zaak
from keukentafel.dossier.toegang import persoon
from keukentafel.dossier.vastleggen import vandaag, vastleggen
from keukentafel.inrichting.voorbeeldgemeente import speler

Vul = Callable[..., dict[str, Any]]


def tekst(antwoord: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", antwoord.content.decode()))


def test_de_zaak_toont_klok_waarborgen_draad_feiten_en_stappen(consulent: Client, zaken: list[Zaak]) -> None:
    for zaak in zaken:
        antwoord = consulent.get(f"/werk/zaak/{zaak.pk}/")
        inhoud = tekst(antwoord)
        for woord in (zaak.nummer, "De klok", "Waarborgen", "De weg van elke hulpvraag", "Alle feiten", "Wat kan nu"):
            assert woord in inhoud
        assert "Onderzoek en verslag" in inhoud and "feit 1" in inhoud


def test_elke_verwijzing_van_een_zaak_leidt_ergens_heen(consulent: Client, zaken: list[Zaak]) -> None:
    inhoud = consulent.get(f"/werk/zaak/{zaken[2].pk}/").content.decode()
    adressen = set(re.findall(r'href="(/werk/[^"#]*)"', inhoud))
    assert len(adressen) > 20
    assert {a: s for a in adressen if (s := consulent.get(a).status_code) != 200} == {}


def test_elke_blik_staat_in_de_lijst_van_de_inwoner(consulent: Client, zaken: list[Zaak]) -> None:
    Kijk.objects.all().delete()
    consulent.get(f"/werk/zaak/{zaken[0].pk}/")
    consulent.get(f"/werk/zaak/{zaken[0].pk}/vastleggen/gesprek_gevoerd/")
    blikken = list(Kijk.objects.filter(zaak=zaken[0]).values_list("gebruiker__naam", "rol", "wat"))
    assert len(blikken) == 2 and {b[:2] for b in blikken} == {("Sanne de Boer", "consulent")}


@pytest.mark.parametrize("pad", ["", "afspraak.ics", "vastleggen/gesprek_gevoerd/"])
def test_een_zaak_van_een_ander_team_is_er_niet(consulent: Client, zaken: list[Zaak], pad: str) -> None:
    Zaak.objects.filter(pk=zaken[0].pk).update(team=Team.objects.get(naam="Zuid"))
    geweigerd = consulent.get(f"/werk/zaak/{zaken[0].pk}/{pad}")
    afwezig = consulent.get(f"/werk/zaak/{uuid4()}/{pad}")
    assert geweigerd.status_code == afwezig.status_code == 404

    def gelijk(antwoord: Any) -> str:
        return re.sub(r"[0-9a-f-]{36}|csrfmiddlewaretoken\" value=\"\w+", "", antwoord.content.decode())

    assert gelijk(geweigerd) == gelijk(afwezig)


@pytest.mark.parametrize("wie", ["inwoner", "mantelzorger", "clientondersteuner", "beheerder", "deskundige"])
def test_wie_hier_niet_werkt_komt_niet_in_een_zaak(als: Callable[[str], Client], zaken: list[Zaak], wie: str) -> None:
    for zaak in zaken:
        assert als(wie).get(f"/werk/zaak/{zaak.pk}/").status_code == 404
    assert als(wie).get("/werk/melding/").status_code == 404


def test_een_consulent_beslist_niet_en_een_beslisser_voert_geen_gesprek(
    consulent: Client, beslisser: Client, zaken: list[Zaak]
) -> None:
    pad = f"/werk/zaak/{zaken[1].pk}/vastleggen/"
    assert consulent.get(f"{pad}besluit_bekendgemaakt/").status_code == 403
    assert beslisser.get(f"{pad}gesprek_gevoerd/").status_code == 403
    assert consulent.get(f"{pad}toestemming_gegeven/").status_code == 403
    assert consulent.get(f"{pad}bestaat-niet/").status_code == 404


def test_wat_niet_aan_de_orde_is_zegt_waarom(beslisser: Client, zaken: list[Zaak]) -> None:
    inhoud = tekst(beslisser.get(f"/werk/zaak/{zaken[2].pk}/vastleggen/besluit_bekendgemaakt/"))
    assert "er is op of vóór die dag geen aanvraag" in inhoud


def test_eerst_nakijken_dan_vastleggen(consulent: Client, zaken: list[Zaak], vul_in: Vul) -> None:
    zaak = zaken[2]
    adres = f"/werk/zaak/{zaak.pk}/vastleggen/toezegging_gedaan/"
    velden = vul_in(consulent.get(adres), tekst="Wij bellen u elke week.")
    nakijken = consulent.post(adres, velden | {"actie": "nakijken"})
    assert "Hiermee wordt geen waarborg gemist" in tekst(nakijken) and "Wij bellen u elke week." in tekst(nakijken)
    assert not Feit.objects.filter(zaak=zaak, soort="toezegging_gedaan").exists()
    klaar = consulent.post(adres, vul_in(nakijken) | {"actie": "vastleggen"})
    feit = Feit.objects.get(zaak=zaak, soort="toezegging_gedaan")
    assert klaar["Location"] == f"/werk/zaak/{zaak.pk}/?vastgelegd={feit.nr}"
    assert (feit.velden, feit.deur, feit.rol) == ({"tekst": "Wij bellen u elke week."}, "werkplek", "consulent")
    assert "Vastgelegd: Een toezegging gedaan" in tekst(consulent.get(klaar["Location"]))
    assert not list(controleer())


def test_wat_gemist_wordt_vraagt_een_reden_en_die_blijft_bij_het_feit(
    consulent: Client, zaken: list[Zaak], vul_in: Vul
) -> None:
    """A talker with an interest in the outcome: Awb 2:4. It may go on, with a recorded reason."""
    adres = f"/werk/zaak/{zaken[2].pk}/vastleggen/gesprek_gevoerd/"
    getypt = {"vorm": "telefoon", "aanwezig": ["inwoner"], "gespreksvoerder__belang": "ja"}
    velden = vul_in(consulent.get(adres), **getypt)
    nakijken = consulent.post(adres, velden | {"actie": "nakijken"})
    assert "De gespreksvoerder heeft geen belang bij de uitkomst" in tekst(nakijken)
    zonder = consulent.post(adres, vul_in(nakijken) | {"actie": "vastleggen", "reden": " "})
    assert "Schrijf op waarom u toch doorgaat." in tekst(zonder)
    klaar = consulent.post(adres, vul_in(nakijken) | {"actie": "vastleggen", "reden": "Er was niemand anders."})
    assert klaar.status_code == 302
    feit = Feit.objects.filter(zaak=zaken[2], soort="gesprek_gevoerd").latest("nr")
    assert feit.velden["doorgegaan_omdat"] == "Er was niemand anders."
    assert "Toch doorgegaan Waarom: Er was niemand anders." in tekst(consulent.get(f"/werk/zaak/{zaken[2].pk}/feiten/"))


def test_terug_om_aan_te_passen_bewaart_wat_getypt_is(consulent: Client, zaken: list[Zaak], vul_in: Vul) -> None:
    adres = f"/werk/zaak/{zaken[2].pk}/vastleggen/toezegging_gedaan/"
    velden = vul_in(consulent.get(adres), tekst="Half af")
    terug = consulent.post(adres, velden | {"actie": "aanpassen"})
    assert "Half af" in terug.content.decode() and "Kijk het na" in tekst(terug)


def test_iemand_anders_was_eerder_beide_teksten_en_opnieuw(consulent: Client, zaken: list[Zaak], vul_in: Vul) -> None:
    zaak = zaken[2]
    adres = f"/werk/zaak/{zaak.pk}/vastleggen/toezegging_gedaan/"
    velden = vul_in(consulent.get(adres), tekst="Van mij")
    ander = persoon(speler("consulent"), vandaag())
    feit = {"soort": "toezegging_gedaan", "datum": vandaag().isoformat(), "tekst": "Van een ander"}
    vastleggen(zaak.pk, feit, wie=ander, deur="test")
    botsing = consulent.post(adres, velden | {"actie": "vastleggen"})
    assert botsing.status_code == 409
    assert "Van mij" in tekst(botsing) and "Van een ander" in tekst(botsing)
    assert Feit.objects.filter(zaak=zaak, soort="toezegging_gedaan").count() == 1
    nakijken = consulent.post(adres, vul_in(botsing) | {"actie": "nakijken"})
    assert consulent.post(adres, vul_in(nakijken) | {"actie": "vastleggen"}).status_code == 302
    assert Feit.objects.filter(zaak=zaak, soort="toezegging_gedaan").count() == 2


@pytest.mark.parametrize("gezien", ["", "x", "-1", "999999999999", "²"])
def test_een_versie_die_geen_getal_is_gaat_niet_over_anderen_heen(
    consulent: Client, zaken: list[Zaak], gezien: str
) -> None:
    adres = f"/werk/zaak/{zaken[2].pk}/vastleggen/spoed_vastgesteld/"
    dag = vandaag()
    velden = {"f-datum-dag": dag.day, "f-datum-maand": dag.month, "f-datum-jaar": dag.year}
    antwoord = consulent.post(adres, velden | {"gezien": gezien, "actie": "vastleggen", "reden": "Nu"})
    assert antwoord.status_code == 409
    assert not Feit.objects.filter(zaak=zaken[2], soort="spoed_vastgesteld").exists()


def test_een_zaak_op_eigen_naam(consulent: Client, beslisser: Client, zaken: list[Zaak]) -> None:
    Zaak.objects.filter(pk=zaken[0].pk).update(behandelaar=None)
    assert beslisser.post(f"/werk/zaak/{zaken[0].pk}/neem/").status_code == 404
    consulent.post(f"/werk/zaak/{zaken[0].pk}/neem/")
    assert Zaak.objects.get(pk=zaken[0].pk).behandelaar == speler("consulent")


def test_een_brief_staat_er_voor_het_versturen_en_gaat_daarna_uit(
    consulent: Client, zaken: list[Zaak], vul_in: Vul
) -> None:
    zaak = zaken[2]
    adres = f"/werk/zaak/{zaak.pk}/vastleggen/uitnodiging_verstuurd/"
    dag = vandaag() + timedelta(days=9)
    getypt = {"tijd": "14.30", "gesprek_op__dag": dag.day, "gesprek_op__maand": dag.month, "gesprek_op__jaar": dag.year}
    nakijken = consulent.post(adres, vul_in(consulent.get(adres), **getypt) | {"actie": "nakijken"})
    assert "Deze brief gaat naar de inwoner" in tekst(nakijken) and "om 14.30 uur" in tekst(nakijken)
    klaar = consulent.post(adres, vul_in(nakijken) | {"actie": "vastleggen", "reden": "Later dan bedoeld."})
    assert klaar.status_code == 302
    feit = Feit.objects.filter(zaak=zaak, soort="uitnodiging_verstuurd").latest("nr")
    assert feit.velden["gesprek_op"] == f"{dag.isoformat()}T14:30"
    assert len(feit.velden["onderdelen"]) == 7
    assert Uitgaand.objects.filter(zaak=zaak, feit_nr=feit.nr, soort="uitnodiging").count() == 1
    agenda = consulent.get(f"/werk/zaak/{zaak.pk}/afspraak.ics")
    assert agenda["Content-Type"].startswith("text/calendar")
    inhoud = agenda.content.decode()
    assert "LOCATION:bij de inwoner thuis\\, " in inhoud and zaak.betrokkene.adres[:10] in inhoud
    assert "BEGIN:VTIMEZONE" in inhoud and "TZID:Europe/Amsterdam" in inhoud and re.search(r"SEQUENCE:\d", inhoud)
    assert f"{dag:%Y%m%d}T143000" in agenda.content.decode() and zaak.betrokkene.naam not in agenda.content.decode()


def test_een_uitnodiging_zonder_tijd_plaats_of_dag_gaat_niet_uit(
    consulent: Client, zaken: list[Zaak], vul_in: Vul
) -> None:
    adres = f"/werk/zaak/{zaken[2].pk}/vastleggen/uitnodiging_verstuurd/"
    velden = vul_in(consulent.get(adres), tijd="half drie", plaats="", gesprekspartner__naam="")
    inhoud = tekst(consulent.post(adres, velden | {"actie": "vastleggen", "reden": "x"}))
    for woord in ("Vul een tijd in", "Vul dit in: Dag van het gesprek", "Vul dit in: Waar?", "Vul dit in: Naam"):
        assert woord in inhoud


def test_per_email_kan_alleen_met_een_adres(consulent: Client, zaken: list[Zaak], vul_in: Callable[..., Any]) -> None:
    zaak = zaken[2]
    Betrokkene.objects.filter(pk=zaak.betrokkene_id).update(email="")
    adres = f"/werk/zaak/{zaak.pk}/vastleggen/uitnodiging_verstuurd/"
    velden = vul_in(consulent.get(adres), wijze="email")
    assert "Er is geen e-mailadres van deze inwoner." in tekst(consulent.post(adres, velden | {"actie": "nakijken"}))
