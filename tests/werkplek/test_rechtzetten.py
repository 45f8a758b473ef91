"""What was recorded wrongly is put right: the fact stays to be read, and both sides see what holds now and why."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from keukentafel.dossier.keten import controleer
from keukentafel.dossier.models import Feit, Zaak
from keukentafel.dossier.toegang import NietToegestaan, persoon
from keukentafel.dossier.vastleggen import vandaag, vastleggen
from keukentafel.inrichting.voorbeeldgemeente import speler

Vul = Callable[..., dict[str, Any]]


def tekst(antwoord: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", antwoord.content.decode()))


def nr_van(zaak: Zaak, soort: str) -> int:
    return zaak.feiten.get(soort=soort).nr


def zet_recht(client: Client, zaak: Zaak, nr: int, vul_in: Vul, **getypt: Any) -> Any:
    """Fill in the form, check, record."""
    adres = f"/werk/zaak/{zaak.pk}/feiten/{nr}/rechtzetten/"
    nakijken = client.post(adres, vul_in(client.get(adres), **getypt) | {"actie": "nakijken"})
    return client.post(adres, vul_in(nakijken) | {"actie": "vastleggen", "reden": "Zo was het echt."})


def test_een_verkeerde_vorm_wordt_rechtgezet_en_beide_kanten_zien_het(
    consulent: Client, als: Callable[[str], Client], zaken: list[Zaak], vul_in: Vul
) -> None:
    zaak = zaken[0]
    nr = nr_van(zaak, "gesprek_gevoerd")
    assert f"feiten/{nr}/rechtzetten/" in consulent.get(f"/werk/zaak/{zaak.pk}/feiten/").content.decode()
    adres = f"/werk/zaak/{zaak.pk}/feiten/{nr}/rechtzetten/"
    inhoud = tekst(consulent.get(adres))
    assert "Rechtzetten: Het gesprek gevoerd" in inhoud and "Zo staat het nu" in inhoud and "Sanne de Boer" in inhoud
    eerst = zaak.feiten.get(nr=nr).velden
    klaar = zet_recht(consulent, zaak, nr, vul_in, vorm="gemeentehuis", reden_recht="Het was op het gemeentehuis.")
    assert klaar.status_code == 302
    assert zaak.feiten.get(nr=nr).velden == eerst
    correctie = zaak.feiten.get(soort="feit_gecorrigeerd")
    assert (correctie.velden["betreft"], correctie.velden["reden"]) == (nr, "Het was op het gemeentehuis.")
    assert correctie.velden["vervangt_door"] == eerst | {
        "vorm": "gemeentehuis", "soort": "gesprek_gevoerd", "datum": zaak.feiten.get(nr=nr).datum.isoformat(),
    }  # fmt: skip
    bladzijde = tekst(consulent.get(f"/werk/zaak/{zaak.pk}/feiten/"))
    assert f"Rechtgezet Wat nu geldt, staat in feit {correctie.nr}" in bladzijde
    assert "Vorm: Op het gemeentehuis" in bladzijde and "Bij de inwoner thuis" in bladzijde
    van_inwoner = tekst(als("inwoner").get(f"/mijn/zaak/{zaak.pk}/feiten/"))
    assert "Het was op het gemeentehuis." in van_inwoner and "Rechtgezet" in van_inwoner
    assert not list(controleer())


def test_nog_eens_rechtzetten_begint_bij_wat_nu_geldt(consulent: Client, zaken: list[Zaak], vul_in: Vul) -> None:
    zaak = zaken[2]
    nr = nr_van(zaak, "uitnodiging_verstuurd")
    oud = zaak.feiten.get(nr=nr)
    dag = oud.datum + timedelta(days=1)
    zet_recht(consulent, zaak, nr, vul_in, datum__dag=dag.day, datum__maand=dag.month, reden_recht="Een dag later.")
    zet_recht(consulent, zaak, nr, vul_in, gesprekspartner__naam="Joris Haan", reden_recht="Een ander voerde het.")
    laatste = zaak.feiten.filter(soort="feit_gecorrigeerd").latest("nr").velden["vervangt_door"]
    assert laatste["datum"] == dag.isoformat() and laatste["gesprekspartner"]["naam"] == "Joris Haan"
    assert laatste["gesprek_op"] == oud.velden["gesprek_op"]


def test_wat_niet_gebeurde_wordt_geschrapt_en_telt_niet_meer(consulent: Client, zaken: list[Zaak], vul_in: Vul) -> None:
    zaak = zaken[2]
    nr = nr_van(zaak, "identiteit_vastgesteld")
    adres = f"/werk/zaak/{zaak.pk}/feiten/{nr}/rechtzetten/"
    velden = vul_in(consulent.get(adres), wat="nooit", reden_recht="Verkeerde zaak.")
    nakijken = consulent.post(adres, velden | {"actie": "nakijken"})
    assert nakijken.status_code == 200
    consulent.post(adres, vul_in(nakijken) | {"actie": "vastleggen", "reden": "x"})
    assert consulent.get(adres).status_code == 404
    waarborgen = tekst(consulent.get(f"/werk/zaak/{zaak.pk}/"))
    assert "De identiteit vaststellen" in waarborgen
    assert zaak.feiten.filter(nr=nr).exists()


@pytest.mark.parametrize(
    ("getypt", "zin"),
    [
        ({"reden_recht": ""}, "Vul dit in: Waarom zet u dit recht?"),
        ({"reden_recht": "Zomaar"}, "U veranderde nog niets."),
        ({"reden_recht": "Zomaar", "datum__jaar": "2014"}, "Deze wet begon op 1 januari 2015"),
    ],
)
def test_een_rechtzetting_zegt_wat_en_waarom(
    consulent: Client, zaken: list[Zaak], vul_in: Vul, getypt: dict[str, str], zin: str
) -> None:
    nr = nr_van(zaken[2], "uitnodiging_verstuurd")
    adres = f"/werk/zaak/{zaken[2].pk}/feiten/{nr}/rechtzetten/"
    velden = vul_in(consulent.get(adres), **getypt)
    assert zin in tekst(consulent.post(adres, velden | {"actie": "vastleggen", "reden": "x"}))
    assert not Feit.objects.filter(soort="feit_gecorrigeerd").exists()


def test_wat_van_een_ander_is_zet_niemand_recht(
    consulent: Client, beslisser: Client, als: Callable[[str], Client], zaken: list[Zaak]
) -> None:
    """The decision is the decider's, the plan the resident's: not to be put right by the worker, by no door."""
    zaak = zaken[0]
    feit = {"soort": "reactie_op_verslag_ontvangen", "datum": vandaag().isoformat(), "toelichting": "Het klopt niet."}
    vastleggen(zaak.pk, feit, wie=persoon(speler("inwoner"), vandaag()), deur="test")
    reactie, gesprek = nr_van(zaak, "reactie_op_verslag_ontvangen"), nr_van(zaak, "gesprek_gevoerd")
    pad = f"/werk/zaak/{zaak.pk}/feiten/"
    assert consulent.get(f"{pad}{reactie}/rechtzetten/").status_code == 403
    assert f"{reactie}/rechtzetten/" not in consulent.get(pad).content.decode()
    assert beslisser.get(f"{pad}{gesprek}/rechtzetten/").status_code == 403
    assert consulent.get(f"{pad}999/rechtzetten/").status_code == 404
    assert als("inwoner").get(f"{pad}{gesprek}/rechtzetten/").status_code == 404
    recht = {"soort": "feit_gecorrigeerd", "datum": vandaag().isoformat(), "betreft": reactie, "reden": "x"}
    with pytest.raises(NietToegestaan):
        vastleggen(zaak.pk, recht, wie=persoon(speler("consulent"), vandaag()), deur="test")
    anders = recht | {"betreft": gesprek, "vervangt_door": {"soort": "besluit_bekendgemaakt"}}
    with pytest.raises(NietToegestaan):
        vastleggen(zaak.pk, anders, wie=persoon(speler("consulent"), vandaag()), deur="test")


def test_wie_niets_verandert_verandert_niets(
    consulent: Client, beslisser: Client, zaken: list[Zaak], vul_in: Vul
) -> None:
    """The form holds every fact as it was recorded: nothing gets lost by opening it."""
    geteld = set()
    for zaak in zaken:
        for feit in zaak.feiten.all():
            client = beslisser if feit.rol == "beslisser" else consulent
            adres = f"/werk/zaak/{zaak.pk}/feiten/{feit.nr}/rechtzetten/"
            velden = vul_in(client.get(adres), reden_recht="Zomaar")
            antwoord = client.post(adres, velden | {"actie": "nakijken"})
            assert "U veranderde nog niets." in tekst(antwoord), f"{feit} {feit.velden} {tekst(antwoord)}"
            geteld.add(feit.soort)
    assert len(geteld) > 12


def test_wie_een_dag_rechtzet_ziet_wat_er_verschuift(consulent: Client, zaken: list[Zaak], vul_in: Vul) -> None:
    zaak = zaken[2]
    nr = nr_van(zaak, "melding_ontvangen")
    eerder = zaak.feiten.get(nr=nr).datum - timedelta(days=3)
    adres = f"/werk/zaak/{zaak.pk}/feiten/{nr}/rechtzetten/"
    dag = {"datum__dag": eerder.day, "datum__maand": eerder.month, "datum__jaar": eerder.year}
    velden = vul_in(consulent.get(adres), **dag, reden_recht="Het kwam eerder binnen.")
    gaat = tekst(consulent.post(adres, velden | {"actie": "nakijken"}))
    assert f"Wat u rechtzet De melding ontvangen (feit {nr})" in gaat, gaat
    assert re.search(r"Deze dagen verschuiven .*Was: .* Wordt: ", gaat)
