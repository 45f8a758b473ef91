"""Private rooms: a supporter's notes and what a carer did not share are with nobody else; what is shared is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.formats import date_format

from keukentafel.dossier.models import Kijk, Mantelzorgblad, Notitie, Zaak
from keukentafel.dossier.toegang import persoon
from keukentafel.dossier.vastleggen import open_zaak, vandaag
from keukentafel.inrichting.voorbeeldgemeente import speler
from tests.deur.routes import routes

from .conftest import Als, tekst

GEHEIM = "Ik slaap slecht"
NOTITIE = "Wil niet afhankelijk zijn"
GEDEELD = "Boodschappen en de was"
TABELLEN = (Notitie._meta.db_table, Mantelzorgblad._meta.db_table)


def bladen(zaak: Zaak) -> list[str]:
    """Every page of the resident's side on this case."""
    basis = f"/mijn/zaak/{zaak.pk}/"
    delen = (
        "",
        "feiten/",
        "bewijs/1/",
        "post/",
        "documenten/",
        "wie-keek/",
        "meenemen/",
        "plan/",
        "toestemming/",
        "meekijken/",
        "post/hoe/",
    )
    return ["/mijn/", f"{basis}meenemen/download.yaml", *(basis + deel for deel in delen)]


def test_het_blad_is_van_de_mantelzorger_tot_zij_een_regel_deelt(als: Als, zaak: Zaak) -> None:
    client, adres = als("mantelzorger"), f"/mijn/blad/{zaak.pk}/"
    pagina = tekst(client.get(adres))
    assert GEHEIM in pagina and GEDEELD in pagina and "Alleen voor u" in pagina
    geheim = next(item for item in Mantelzorgblad.objects.all() if GEHEIM in item.tekst)
    assert GEHEIM not in tekst(als("inwoner").get(f"/mijn/zaak/{zaak.pk}/"))
    client.post(adres, {"actie": "deel", "item": str(geheim.pk)})
    assert GEHEIM in tekst(als("inwoner").get(f"/mijn/zaak/{zaak.pk}/"))
    client.post(adres, {"actie": "terug", "item": str(geheim.pk)})
    assert GEHEIM not in tekst(als("inwoner").get(f"/mijn/zaak/{zaak.pk}/"))


def test_op_het_blad_schrijven_en_weggooien(als: Als, zaak: Zaak) -> None:
    client, adres = als("mantelzorger"), f"/mijn/blad/{zaak.pk}/"
    fout = client.post(adres, {"soort": "taak", "tekst": "Koken", "uren": "tweehonderd"})
    assert fout.status_code == 422 and "Koken" in tekst(fout) and 'href="#uren"' in tekst(fout)
    assert client.post(adres, {"soort": "taak", "tekst": "Koken", "uren": "2,5"}).status_code == 302
    item = next(i for i in Mantelzorgblad.objects.all() if i.tekst == "Koken")
    assert str(item.uren) == "2.5" and item.gedeeld_op is None
    client.post(adres, {"actie": "wis", "item": str(item.pk)})
    assert not Mantelzorgblad.objects.filter(pk=item.pk).exists()


def test_een_mantelzorger_ziet_alleen_plaats_en_tijd(als: Als, zaak: Zaak) -> None:
    client = als("mantelzorger")
    pagina = tekst(client.get("/mijn/"))
    assert "Het gesprek is geweest" in pagina and "stofzuigen" not in pagina
    assert client.get(f"/mijn/zaak/{zaak.pk}/").status_code == 404
    assert Kijk.objects.filter(zaak=zaak, gebruiker=speler("mantelzorger"), wat="afspraak").exists()


def test_notities_zijn_van_wie_ze_schreef(als: Als, zaak: Zaak) -> None:
    client, adres = als("clientondersteuner"), f"/mijn/zaak/{zaak.pk}/notities/"
    assert NOTITIE in tekst(client.get(adres))
    assert client.post(adres, {"tekst": " "}).status_code == 422
    client.post(adres, {"tekst": "Belt liever 's middags"})
    assert "Belt liever" in tekst(client.get(adres))
    notitie = next(n for n in Notitie.objects.all() if "Belt liever" in n.tekst)
    client.post(adres, {"actie": "wis", "item": str(notitie.pk)})
    assert Notitie.objects.count() == 1
    assert als("inwoner").get(adres).status_code == 404


def test_een_ander_kan_geen_item_delen_of_wissen(als: Als, zaak: Zaak, late_zaak: Zaak) -> None:
    item = Mantelzorgblad.objects.filter(gedeeld_op__isnull=True).get()
    notitie = Notitie.objects.get()
    for client, adres, wat in (
        (als("mantelzorger"), f"/mijn/blad/{late_zaak.pk}/", item), (als("inwoner"), f"/mijn/blad/{zaak.pk}/", item),
        (als("clientondersteuner"), f"/mijn/zaak/{late_zaak.pk}/notities/", notitie),
    ):  # fmt: skip
        for actie in ("deel", "wis"):
            assert client.post(adres, {"actie": actie, "item": str(wat.pk), "tekst": "x"}).status_code == 404
    assert Mantelzorgblad.objects.filter(gedeeld_op__isnull=True).count() == Notitie.objects.count() == 1


@pytest.mark.parametrize("rol", ["inwoner", "clientondersteuner"])
def test_geen_bladzijde_of_bestand_toont_wat_prive_is(als: Als, zaak: Zaak, rol: str) -> None:
    client = als(rol)
    for adres in bladen(zaak):
        pagina = tekst(client.get(adres))
        assert GEHEIM not in pagina and NOTITIE not in pagina, adres


def vragen(doe: Callable[[], Any]) -> list[str]:
    with CaptureQueriesContext(connection) as gevangen:
        doe()
    return [vraag["sql"] for vraag in gevangen.captured_queries]


@pytest.mark.parametrize("rol", ["consulent", "beslisser", "beheerder", "deskundige"])
def test_geen_vraag_van_de_gemeente_raakt_wat_prive_is(als: Als, zaak: Zaak, rol: str) -> None:
    """Whatever page a worker opens, notes are never asked for, and of a sheet only what was shared."""
    client: Client = als(rol)
    for route in routes():
        adres = route.met(zaak_id=zaak.pk)
        pagina: list[Any] = []
        for sql in vragen(lambda adres=adres, pagina=pagina: pagina.append(client.get(adres))):  # type: ignore[misc]
            assert TABELLEN[0] not in sql, (adres, sql)
            if TABELLEN[1] in sql:
                assert "gedeeld_op" in sql.split("WHERE")[1] and "IS NOT NULL" in sql, (adres, sql)
        if pagina[0].status_code == 200 and "text/html" in pagina[0]["Content-Type"]:
            assert GEHEIM not in tekst(pagina[0]) and NOTITIE not in tekst(pagina[0]), adres


def test_wat_prive_is_laat_geen_spoor_in_de_zaak(als: Als, zaak: Zaak) -> None:
    """Writing on a sheet or in notes is no look into the case, no fact and no message."""
    voor = (Kijk.objects.count(), Zaak.objects.get(pk=zaak.pk).versie, zaak.uitgaand.count())
    als("mantelzorger").post(f"/mijn/blad/{zaak.pk}/", {"soort": "grens", "tekst": "Het is zwaar"})
    als("clientondersteuner").post(f"/mijn/zaak/{zaak.pk}/notities/", {"tekst": "Zelf bellen"})
    assert (Kijk.objects.count(), Zaak.objects.get(pk=zaak.pk).versie, zaak.uitgaand.count()) == voor


def test_in_de_databank_is_prive_onleesbaar(als: Als, zaak: Zaak) -> None:
    with connection.cursor() as cursor:
        for tabel in TABELLEN:
            cursor.execute(f"SELECT tekst FROM {tabel}")
            assert all(GEHEIM not in rij[0] and NOTITIE not in rij[0] for rij in cursor.fetchall())


def test_hulp_voor_zichzelf_vraagt_de_mantelzorger_alleen_met_haar_eigen_ja(als: Als, zaak: Zaak) -> None:
    client, adres = als("mantelzorger"), f"/mijn/blad/{zaak.pk}/steun/"
    assert 'value="6"' in tekst(client.get(adres)), "de uren van het eigen blad staan klaar"
    vraag = {"f-toelichting": "Een vrije avond per week", "f-uren": "6"}
    geen_ja = client.post(adres, vraag)
    assert geen_ja.status_code == 422 and 'href="#ja"' in tekst(geen_ja) and "vrije avond" in tekst(geen_ja)
    assert Zaak.objects.get(pk=zaak.pk).versie == zaak.versie
    assert client.post(adres, vraag | {"ja": "ja"}).status_code == 302
    feit = zaak.feiten.order_by("-nr")[0]
    assert (feit.soort, feit.rol) == ("mantelzorger_vroeg_steun", "mantelzorger")
    assert feit.velden == {"toelichting": "Een vrije avond per week", "uren": 6}
    assert "Een vrije avond per week" in tekst(client.get(f"/mijn/blad/{zaak.pk}/"))
    for rol, pad in (("inwoner", f"/mijn/zaak/{zaak.pk}/feiten/"), ("consulent", f"/werk/zaak/{zaak.pk}/")):
        pagina = tekst(als(rol).get(pad))
        assert "Een vrije avond per week" in pagina and GEHEIM not in pagina


def test_twee_zaken_van_een_mens_zijn_uit_elkaar_te_houden(als: Als, zaak: Zaak) -> None:
    """By the day it was reported and the number; what it is about is not hers to see."""
    nieuw = {
        "soort": "melding_ontvangen",
        "datum": vandaag().isoformat(),
        "behoeften": [{"id": "b1", "vraag": "De was"}],
    }
    mens = persoon(speler("consulent"), vandaag())
    tweede = open_zaak(zaak.gemeente, zaak.betrokkene, [nieuw], wie=mens, deur="test", team=zaak.team).zaak
    pagina = tekst(als("mantelzorger").get("/mijn/"))
    for een in (zaak, tweede):
        dag = date_format(een.begonnen_op, "j F Y")
        assert f"melding van {dag}" in pagina and een.nummer in pagina
        assert f"melding van {dag}" in tekst(als("mantelzorger").get(f"/mijn/blad/{een.pk}/"))
    assert "De was" not in pagina


def test_wie_het_voor_een_ander_doet_leest_voor_wie_u_staat(als: Als, zaak: Zaak) -> None:
    assert "Waar ‘u’ staat, lees dan: J. Terpstra." in tekst(als("vertegenwoordiger").get("/mijn/"))
    assert "Waar ‘u’ staat, lees dan: de inwoner die u helpt." in tekst(als("clientondersteuner").get("/mijn/"))
    assert "Waar ‘u’ staat" not in tekst(als("inwoner").get("/mijn/"))


@pytest.mark.parametrize(
    ("knop", "rest", "weg"), [("inwoner", "mijn/zaak", "/mijn/"), ("consulent", "werk/zaak", "/werk/")]
)
def test_wie_is_ingelogd_vindt_na_een_verkeerd_adres_de_weg_terug(als: Als, knop: str, rest: str, weg: str) -> None:
    antwoord = als(knop).get(f"/{rest}/{uuid4()}/")
    assert antwoord.status_code == 404 and f'href="{weg}"' in tekst(antwoord).split("<main")[1]
    assert f'href="{weg}"' not in tekst(Client().get("/bestaat-niet/"))


def test_weggooien_vraagt_eerst_of_het_zeker_is(als: Als, zaak: Zaak) -> None:
    client, adres = als("mantelzorger"), f"/mijn/blad/{zaak.pk}/"
    client.post(adres, {"soort": "taak", "tekst": "Boodschappen", "uren": "2"})
    pagina = tekst(client.get(adres))
    for knop in pagina.split('value="wis"')[:-1]:
        assert "<summary>Gooi weg</summary>" in knop.rsplit("<form", 1)[1] and "Weet u het zeker?" in knop
