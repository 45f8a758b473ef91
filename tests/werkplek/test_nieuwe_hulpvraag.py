"""A need that comes up first in the talk or in the report has its own number, and its own way through the case."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from keukentafel.dossier.afgeleid import beoordeel_zaak
from keukentafel.dossier.models import Feit, Uitgaand, Zaak
from keukentafel.dossier.vastleggen import vandaag

Vul = Callable[..., dict[str, Any]]


def tekst(antwoord: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", antwoord.content.decode()))


@pytest.fixture
def zaak(zaken: list[Zaak]) -> Zaak:
    """The case of the first resident: there was a talk, and there can be another; no report yet."""
    return zaken[0]


def leg_vast(client: Client, zaak: Zaak, soort: str, vul_in: Vul, **getypt: Any) -> Any:
    adres = f"/werk/zaak/{zaak.pk}/vastleggen/{soort}/"
    velden = vul_in(client.get(adres), **getypt)
    return client.post(adres, velden | {"actie": "vastleggen", "reden": "Zo."})


def voer_gesprek(client: Client, zaak: Zaak, vul_in: Vul, **getypt: Any) -> Any:
    dag = vandaag()
    vast = {
        "vorm": "huisbezoek", "aanwezig": ["inwoner"], "datum__dag": dag.day, "datum__maand": dag.month,
        "datum__jaar": dag.year,
    }  # fmt: skip
    return leg_vast(client, zaak, "gesprek_gevoerd", vul_in, **(vast | getypt))


def laatste(zaak: Zaak, soort: str) -> Feit:
    return Feit.objects.filter(zaak=zaak, soort=soort).latest("nr")


def nieuw(zaak: Zaak) -> Any:
    zaak.refresh_from_db()
    return beoordeel_zaak(zaak, zaak.rijen(), vandaag()).behoeften[-1]


def test_wat_in_het_gesprek_voor_het_eerst_ter_sprake_komt(consulent: Client, zaak: Zaak, vul_in: Vul) -> None:
    erbij = {"nieuw__0__vraag": "Ik durf niet meer alleen te douchen", "nieuw__0__leefgebied": "zorg"}
    wie = {"gespreksvoerder__naam": "Sanne de Boer"}
    assert voer_gesprek(consulent, zaak, vul_in, **erbij, **wie).status_code == 302
    bekend = {b["id"] for b in Feit.objects.get(zaak=zaak, soort="melding_ontvangen").velden["behoeften"]}
    regels = laatste(zaak, "gesprek_gevoerd").velden["behoeften"]
    assert regels[-1]["vraag"] == "Ik durf niet meer alleen te douchen" and regels[-1]["id"] not in bekend
    draad = nieuw(zaak)
    assert (draad.id, draad.leefgebied) == (regels[-1]["id"], "zorg")
    assert [k.stap for k in draad.knopen] == ["gesprek"]
    assert "Ik durf niet meer alleen te douchen" in tekst(consulent.get(f"/werk/zaak/{zaak.pk}/"))
    verslag = consulent.get(f"/werk/zaak/{zaak.pk}/vastleggen/verslag_verstuurd/")
    assert "Ik durf niet meer alleen te douchen" in tekst(verslag)


def test_in_het_verslag_met_een_uitkomst_en_in_de_brief(consulent: Client, zaken: list[Zaak], vul_in: Vul) -> None:
    zaak = zaken[2]
    erbij = {
        "nieuw__0__vraag": "De tuin lukt niet meer", "nieuw__0__leefgebied": "wonen",
        "nieuw__0__soort_oplossing": "netwerk", "nieuw__0__oplossing": "De buurman maait het gras.",
    }  # fmt: skip
    zonder = {n: w for n, w in erbij.items() if not n.endswith("soort_oplossing")}
    al = {"behoeften__0__soort_oplossing": "maatwerk"}
    mist = leg_vast(consulent, zaak, "verslag_verstuurd", vul_in, **al, **zonder)
    assert "Kies bij elke hulpvraag een uitkomst: De tuin lukt niet meer" in tekst(mist)
    assert leg_vast(consulent, zaak, "verslag_verstuurd", vul_in, **al, **erbij).status_code == 302
    feit = Feit.objects.get(zaak=zaak, soort="verslag_verstuurd")
    assert feit.velden["behoeften"][-1]["soort_oplossing"] == "netwerk"
    brief = str(Uitgaand.objects.get(zaak=zaak, feit_nr=feit.nr, soort="verslag").inhoud["brief"])
    assert "De tuin lukt niet meer" in brief and "De buurman maait het gras." in brief
    assert nieuw(zaak).vraag == "De tuin lukt niet meer"


@pytest.mark.parametrize(
    ("getypt", "zin"),
    [
        ({"nieuw__0__vraag": "Ik slaap slecht"}, "Kies waar deze hulpvraag over gaat."),
        ({"nieuw__1__leefgebied": "wonen"}, "Schrijf op wat niet meer lukt."),
    ],
)
def test_een_begonnen_hulpvraag_is_heel(
    consulent: Client, zaak: Zaak, vul_in: Vul, getypt: dict[str, str], zin: str
) -> None:
    antwoord = voer_gesprek(consulent, zaak, vul_in, **getypt)
    assert antwoord.status_code == 422 and zin in tekst(antwoord)
    assert '<details class="kt-klap" open>' in antwoord.content.decode()


def test_rechtzetten_laat_de_woorden_van_een_hulpvraag_staan(consulent: Client, zaak: Zaak, vul_in: Vul) -> None:
    erbij = {"nieuw__0__vraag": "Ik durf niet meer te douchen", "nieuw__0__leefgebied": "zorg"}
    voer_gesprek(consulent, zaak, vul_in, gespreksvoerder__naam="Sanne de Boer", **erbij)
    feit = laatste(zaak, "gesprek_gevoerd")
    adres = f"/werk/zaak/{zaak.pk}/feiten/{feit.nr}/rechtzetten/"
    velden = vul_in(consulent.get(adres), vorm="gemeentehuis", reden_recht="Het was op het gemeentehuis.")
    assert consulent.post(adres, velden | {"actie": "vastleggen", "reden": "Zo."}).status_code == 302
    assert nieuw(zaak).vraag == "Ik durf niet meer te douchen"
