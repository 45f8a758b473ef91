"""A key for a program: the manager grants it, the person fetches it once, and either ends it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from keukentafel.dossier import sleutels
from keukentafel.dossier.models import Gebruiker, Gemeente, Mandaat, Toegangssleutel
from keukentafel.dossier.sleutels import Bereik
from keukentafel.dossier.vastleggen import vandaag
from keukentafel.inrichting.voorbeeldgemeente import speler

Als = Callable[..., Client]
HIER = "/beheer/voorbeeldstad/sleutels/"


@pytest.fixture
def beheer(als: Als) -> Client:
    return als("beheerder")


def gegevens(dag: date | None = None, **anders: Any) -> dict[str, Any]:
    dag = dag or vandaag() + timedelta(days=30)
    vakken = {"tot-dag": dag.day, "tot-maand": dag.month, "tot-jaar": dag.year}
    wie = str(speler("consulent").pk)
    return {"naam": "zaaksysteem", "als": wie, "bereik": ["zaken:lezen"]} | vakken | anders


def tekst(antwoord: Any) -> str:
    return antwoord.getvalue().decode()


def geheimen(antwoord: Any) -> list[str]:
    return re.findall(r"kt_[\w-]{43}", tekst(antwoord))


def vraag(geheim: str) -> int:
    return Client().get("/api/v1/zaken", headers={"Authorization": f"Bearer {geheim}"}).status_code


def test_klaarzetten_ophalen_gebruiken_en_beeindigen(beheer: Client, als: Als) -> None:
    assert beheer.post(f"{HIER}nieuw/", gegevens()).status_code == 302
    rij = Toegangssleutel.objects.get()
    assert rij.laatste_dag == vandaag() + timedelta(days=30)
    assert (rij.zegel, rij.gemaakt_door, rij.bereik) == (None, speler("beheerder"), ["zaken:lezen"])
    assert "nog niet opgehaald" in tekst(beheer.get(HIER))
    consulent, adres = als("consulent"), f"/inloggen/sleutel/{rij.pk}/"
    assert adres in tekst(consulent.get("/inloggen/wie/"))
    assert not geheimen(consulent.get(adres))
    antwoord = consulent.post(adres, {"actie": "ophalen"})
    (geheim,) = geheimen(antwoord)
    assert antwoord["Cache-Control"] == "no-store"
    assert not geheimen(consulent.post(adres, {"actie": "ophalen"})) + geheimen(consulent.get(adres))
    assert vraag(geheim) == 200
    inhoud = tekst(beheer.get(HIER))
    assert "in gebruik" in inhoud and "laatst gebruikt op" in inhoud and geheim not in inhoud
    assert beheer.post(HIER, {"sleutel": rij.pk}).status_code == 302
    assert vraag(geheim) == 401
    assert "beëindigd op" in tekst(beheer.get(HIER)) and "door Mo Karaca" in tekst(beheer.get(HIER))
    assert consulent.get(adres).status_code == 404


def test_wie_hem_ophaalt_kan_hem_ook_beeindigen(beheer: Client, als: Als) -> None:
    beheer.post(f"{HIER}nieuw/", gegevens())
    rij = Toegangssleutel.objects.get()
    assert als("consulent").post(f"/inloggen/sleutel/{rij.pk}/", {"actie": "einde"})["Location"] == "/inloggen/wie/"
    rij.refresh_from_db()
    assert rij.ingetrokken_door == speler("consulent") and not sleutels.haal_op(rij)


def test_de_sleutel_van_een_ander_is_er_niet(beheer: Client, als: Als) -> None:
    beheer.post(f"{HIER}nieuw/", gegevens())
    adres = f"/inloggen/sleutel/{Toegangssleutel.objects.get().pk}/"
    for client in (beheer, als("beslisser"), als("inwoner")):
        assert client.get(adres).status_code == client.post(adres, {"actie": "ophalen"}).status_code == 404
        assert "zaaksysteem" not in tekst(client.get("/inloggen/wie/"))
    assert Client().post(adres).status_code == 302
    assert Toegangssleutel.objects.get().zegel is None


def test_wie_beheert_maakt_geen_sleutel_voor_zichzelf_of_voor_een_inwoner(beheer: Client) -> None:
    hier = Gemeente.objects.get(kenmerk="voorbeeldstad")
    Mandaat.objects.create(gebruiker=speler("beheerder"), gemeente=hier, rol="beslisser", vanaf=date(2026, 1, 1))
    elders = Gemeente.objects.create(naam="Elders", kenmerk="elders")
    vreemd = Gebruiker.objects.create(uitgever="test", onderwerp="vreemd", naam="Vreemd")
    Mandaat.objects.create(gebruiker=vreemd, gemeente=elders, rol="beslisser", vanaf=date(2026, 1, 1))
    for wie in (speler("beheerder"), speler("inwoner"), speler("mantelzorger"), vreemd):
        antwoord = beheer.post(f"{HIER}nieuw/", gegevens(als=str(wie.pk)))
        assert antwoord.status_code == 422 and "Kies een van de antwoorden" in tekst(antwoord)
        assert wie.naam not in tekst(antwoord).split("<form")[-1]
    assert not Toegangssleutel.objects.exists()


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"dag": 0}, "Kies vandaag of een latere dag."),
        ({"dag": 400}, "Kies een dag binnen een jaar."),
        ({"naam": "x" * 90}, "Deze naam is te lang"),
        ({"naam": ""}, "Vul dit in: Naam van het programma"),
        ({"bereik": []}, "Vul dit in: Wat mag het programma?"),
        ({"bereik": ["alles"]}, "Kies een van de antwoorden"),
    ],
)
def test_wat_niet_kan_zegt_het_formulier(beheer: Client, anders: dict[str, Any], fout: str) -> None:
    dag = vandaag() + timedelta(days=anders.pop("dag", 31) - 1)
    antwoord = beheer.post(f"{HIER}nieuw/", gegevens(dag, **anders))
    assert antwoord.status_code == 422 and fout in tekst(antwoord)
    assert not Toegangssleutel.objects.exists()


def test_een_sleutel_van_een_andere_gemeente_is_hier_niet_te_zien_of_te_beeindigen(beheer: Client) -> None:
    elders = Gemeente.objects.create(naam="Elders", kenmerk="elders")
    straks = timezone.now() + timedelta(days=1)
    vreemd = sleutels.zet_klaar(
        elders, speler("consulent"), "van elders", [Bereik.ZAKEN_LEZEN], straks, speler("beslisser")
    )
    assert "van elders" not in tekst(beheer.get(HIER))
    for nummer in (vreemd.pk, "", "x", "0", "9" * 30):
        assert beheer.post(HIER, {"sleutel": nummer}).status_code == 404
    vreemd.refresh_from_db()
    assert vreemd.ingetrokken_op is None


def test_een_medewerker_overal_uitloggen(beheer: Client, als: Als) -> None:
    consulent, inwoner = als("consulent"), als("inwoner")
    adres = "/beheer/voorbeeldstad/mensen/uitloggen/?wie="
    for wie in ("inwoner", "", "bestaat-niet", "beheerder"):
        assert beheer.get(f"{adres}{wie}").status_code == beheer.post(f"{adres}{wie}").status_code == 404
    assert "op 1 plek ingelogd" in tekst(beheer.get(f"{adres}consulent"))
    assert beheer.post(f"{adres}consulent").status_code == 302
    assert consulent.get("/werk/").status_code == 302
    assert inwoner.get("/mijn/").status_code == 200
