"""A representative on paper proof: taken down by a worker, standing once that person has logged in with the code."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from keukentafel.dossier.models import Gebruiker, Kijk, Mandaat, Uitnodiging, Zaak
from keukentafel.dossier.vastleggen import vandaag

Vul = Callable[..., dict[str, Any]]
MENTOR = {
    "naam": "P. Mentor", "soort": "mentor", "reikt": "alles",
    "bewijs": "Beschikking van de rechtbank van 3 maart 2026",
}  # fmt: skip


def tekst(antwoord: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", antwoord.content.decode()))


@pytest.fixture
def adres(zaken: list[Zaak]) -> str:
    return f"/werk/zaak/{zaken[0].pk}/vertegenwoordiger/"


@pytest.fixture
def mentor(als: Callable[[Any], Client]) -> Client:
    """Somebody whom nobody knows here yet, logged in."""
    return als(Gebruiker.objects.create(uitgever="test", onderwerp="mentor", naam="Paula Mentor"))


def neem_op(client: Client, adres: str, vul_in: Vul, **anders: Any) -> Any:
    antwoord = client.post(adres, vul_in(client.get(adres), **(MENTOR | anders)))
    return client.get(antwoord["Location"]) if antwoord.status_code == 302 else antwoord


def code_van(pagina: Any) -> str:
    gevonden = re.search(r'class="kt-code">([^<]+)<', pagina.content.decode())
    assert gevonden is not None
    return gevonden[1]


def test_van_papier_tot_mandaat(
    consulent: Client, mentor: Client, als: Callable[[Any], Client], zaken: list[Zaak], adres: str, vul_in: Vul
) -> None:
    code = code_van(neem_op(consulent, adres, vul_in))
    assert code not in tekst(consulent.get(adres)) and "Gebruikte de code nog niet" in tekst(consulent.get(adres))
    zie = mentor.post("/mijn/uitnodiging/", {"code": code})
    assert "Opgenomen door de gemeente Voorbeeldstad, als mentor" in tekst(zie)
    assert "kan het altijd stoppen" not in tekst(zie)
    mentor.post("/mijn/uitnodiging/", {"code": code, "antwoord": "ja"})
    mandaat = Mandaat.objects.get(betrokkene=zaken[0].betrokkene, rol="vertegenwoordiger")
    assert (mandaat.soort, mandaat.vanaf, mandaat.bewijs_gezien_op) == ("mentor", vandaag(), vandaag())
    assert mandaat.bewijs == MENTOR["bewijs"]
    assert mentor.get(f"/mijn/zaak/{zaken[0].pk}/").status_code == 200
    zaak = f"/werk/zaak/{zaken[0].pk}/"
    assert "Paula Mentor (mentor) Andere naam Op het bewijs: P. Mentor." in tekst(consulent.get(zaak))
    inwoner = als("inwoner")
    assert "staat P. Mentor." in tekst(inwoner.get(f"/mijn/zaak/{zaken[0].pk}/meekijken/"))
    assert "logde in als Paula Mentor." in tekst(consulent.get(adres))
    assert consulent.post(f"{adres}{mandaat.pk}/klopt/").status_code == 302
    assert "Op het bewijs" not in tekst(consulent.get(zaak))
    assert "P. Mentor" not in tekst(inwoner.get(f"/mijn/zaak/{zaken[0].pk}/meekijken/"))
    assert consulent.post(f"{adres}{mandaat.pk}/klopt/").status_code == 404
    meekijken = inwoner.get(f"/mijn/zaak/{zaken[0].pk}/meekijken/")
    assert "De rechter wees deze persoon aan." in tekst(meekijken)
    assert inwoner.post(f"/mijn/zaak/{zaken[0].pk}/meekijken/{mandaat.pk}/stop/").status_code in (403, 404)
    consulent.post(f"{adres}{mandaat.pk}/stop/")
    assert mentor.get(f"/mijn/zaak/{zaken[0].pk}/").status_code == 404
    assert Kijk.objects.filter(zaak=zaken[0], wat="vertegenwoordiging").exists()


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"naam": " "}, "Vul dit in: Hoe heet de vertegenwoordiger?"),
        ({"soort": ""}, "Vul dit in: Wat voor vertegenwoordiger?"),
        ({"bewijs": ""}, "Vul dit in: Welk bewijs zag u?"),
        ({"gezien_op__jaar": str(vandaag().year + 1)}, "Deze dag is nog niet geweest."),
        ({"tot__dag": "1", "tot__maand": "1", "tot__jaar": "2026"}, "is al geweest. Kies een latere dag."),
    ],
)
def test_zonder_bewijs_geen_code(consulent: Client, adres: str, vul_in: Vul, anders: dict[str, str], zin: str) -> None:
    antwoord = neem_op(consulent, adres, vul_in, **anders)
    assert antwoord.status_code == 422 and zin in tekst(antwoord)
    assert not Uitnodiging.objects.exists()


def test_wat_later_ingaat_geldt_pas_dan(
    consulent: Client, mentor: Client, zaken: list[Zaak], adres: str, vul_in: Vul
) -> None:
    straks = vandaag() + timedelta(days=40)
    dag = {"vanaf__dag": straks.day, "vanaf__maand": straks.month, "vanaf__jaar": straks.year}
    code = code_van(neem_op(consulent, adres, vul_in, **dag))
    mentor.post("/mijn/uitnodiging/", {"code": code, "antwoord": "ja"})
    assert mentor.get(f"/mijn/zaak/{zaken[0].pk}/").status_code == 404
    assert Mandaat.objects.get(rol="vertegenwoordiger", betrokkene=zaken[0].betrokkene).vanaf == straks


def test_een_code_is_in_te_trekken_door_de_gemeente_alleen(
    consulent: Client, mentor: Client, als: Callable[[Any], Client], zaken: list[Zaak], adres: str, vul_in: Vul
) -> None:
    code = code_van(neem_op(consulent, adres, vul_in))
    nr = Uitnodiging.objects.get().pk
    inwoner = als("inwoner")
    pagina = tekst(inwoner.get(f"/mijn/zaak/{zaken[0].pk}/meekijken/"))
    assert "De gemeente nam deze persoon op, als mentor." in pagina and "Trek de uitnodiging" not in pagina
    assert inwoner.post(f"/mijn/zaak/{zaken[0].pk}/uitnodigen/{nr}/weg/").status_code == 404
    assert consulent.post(f"{adres}{nr}/weg/").status_code == 302
    mentor.post("/mijn/uitnodiging/", {"code": code, "antwoord": "ja"})
    assert not Mandaat.objects.filter(gebruiker__naam="Paula Mentor").exists()


def test_wie_beslist_neemt_niemand_op(beslisser: Client, adres: str) -> None:
    assert beslisser.get(adres).status_code == 404


def test_wie_de_bladzijde_opnieuw_laadt_maakt_geen_nieuwe_code(consulent: Client, adres: str, vul_in: Vul) -> None:
    antwoord = consulent.post(adres, vul_in(consulent.get(adres), **MENTOR))
    assert antwoord.status_code == 302
    code = code_van(consulent.get(antwoord["Location"]))
    zegel = Uitnodiging.objects.get().zegel
    opnieuw = tekst(consulent.get(antwoord["Location"]))
    assert code not in opnieuw and "Gebruikte de code nog niet" in opnieuw
    assert Uitnodiging.objects.get().zegel == zegel
