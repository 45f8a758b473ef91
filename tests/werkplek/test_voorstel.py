"""A worker prepares the decision; who decides sees every difference, decides, changes it or sends it back. No fact."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import pytest
from django.test import Client

from keukentafel.dossier.models import Concept, Feit, Kijk, Uitgaand, Voorstel, Zaak
from keukentafel.dossier.rechten import ROLLEN, Rol
from keukentafel.dossier.toegang import persoon
from keukentafel.dossier.vastleggen import vandaag, vastleggen
from keukentafel.inrichting.voorbeeldgemeente import speler

Vul = Callable[..., dict[str, Any]]
SOORT = "besluit_bekendgemaakt"
GOED = {
    "behoeften__0__uitkomst": "afgewezen", "behoeften__0__grond": "netwerk",
    "behoeften__0__reden": "De buren helpen elke dag, zegt u zelf.",
}  # fmt: skip


def tekst(antwoord: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", antwoord.content.decode()))


@pytest.fixture
def laat(zaken: list[Zaak]) -> Zaak:
    """The case of the other resident: applied for, no decision yet."""
    return zaken[1]


@pytest.fixture
def voorgelegd(consulent: Client, laat: Zaak, vul_in: Vul) -> str:
    """The address of the form of who decides, when a worker laid a refusal before them."""
    adres = f"/werk/zaak/{laat.pk}/voorstel/{SOORT}/"
    nakijken = consulent.post(adres, vul_in(consulent.get(adres), **GOED) | {"actie": "nakijken"})
    assert consulent.post(adres, vul_in(nakijken) | {"actie": "voorleggen"}).status_code == 302
    return f"/werk/zaak/{laat.pk}/vastleggen/{SOORT}/"


def test_wie_voorbereidt_ziet_de_verschillen_en_legt_niets_vast(consulent: Client, laat: Zaak, vul_in: Vul) -> None:
    assert "Het besluit voorbereiden" in tekst(consulent.get(f"/werk/zaak/{laat.pk}/"))
    adres = f"/werk/zaak/{laat.pk}/voorstel/{SOORT}/"
    pagina = consulent.get(adres)
    assert "Het verslag zegt: Maatwerkvoorziening." in tekst(pagina) and "Op welke dag?" not in tekst(pagina)
    zonder_reden = vul_in(pagina, **(GOED | {"behoeften__0__reden": ""}))
    assert "Dit is anders dan het verslag" in tekst(consulent.post(adres, zonder_reden | {"actie": "voorleggen"}))
    nakijken = consulent.post(adres, vul_in(pagina, **GOED) | {"actie": "nakijken"})
    assert "Het verslag zegt: maatwerkvoorziening. Dit besluit: afgewezen. Waarom: De buren" in tekst(nakijken)
    assert "Deze brief krijgt de inwoner als het zo wordt besloten" in tekst(nakijken)
    assert "Sanne de Boer namens" not in tekst(nakijken).split("Deze brief krijgt")[1]
    assert consulent.post(adres, vul_in(nakijken) | {"actie": "vastleggen", "reden": "x"}).status_code == 200
    terug = consulent.post(adres, vul_in(nakijken) | {"actie": "voorleggen"}, follow=True)
    assert "Voorgelegd. Wie beslist, ziet het in de werklijst." in tekst(terug)
    assert "Voorgelegd, wacht op wie beslist: Het besluit voorbereiden" in tekst(terug)
    assert Voorstel.objects.filter(zaak=laat).count() == 1 and not Concept.objects.filter(zaak=laat).exists()
    assert not Feit.objects.filter(zaak=laat, soort=SOORT).exists()
    assert not Uitgaand.objects.filter(zaak=laat, soort="besluit").exists()


def test_wie_beslist_besluit_op_eigen_naam(beslisser: Client, laat: Zaak, voorgelegd: str, vul_in: Vul) -> None:
    lijst = tekst(beslisser.get("/werk/"))
    assert "Besluiten die op u wachten" in lijst and "Ligt bij u om te beslissen:" in lijst
    pagina = beslisser.get(voorgelegd)
    assert "Voorstel van Sanne de Boer" in tekst(pagina) and "Dit besluit: afgewezen." in tekst(pagina)
    anders = vul_in(pagina, behoeften__0__reden="De buren doen dit al tien jaar.")
    nakijken = beslisser.post(voorgelegd, anders | {"actie": "nakijken"})
    assert "Wat u veranderde aan het voorstel" in tekst(nakijken)
    assert "De buren helpen elke dag" in tekst(nakijken).split("Wat u veranderde")[1]
    assert beslisser.post(voorgelegd, vul_in(nakijken) | {"actie": "vastleggen", "reden": "Zo."}).status_code == 302
    feit = Feit.objects.get(zaak=laat, soort=SOORT)
    assert feit.door is not None and (feit.door.naam, feit.rol) == ("Ruben Visser", "beslisser")
    assert feit.velden["beslist_door"] == "Ruben Visser"
    assert feit.velden["behoeften"][0]["reden"] == "De buren doen dit al tien jaar."
    assert not Voorstel.objects.filter(zaak=laat).exists()
    assert "Besluiten die op u wachten" not in tekst(beslisser.get("/werk/"))


def test_terugsturen_gaat_met_een_reden_die_de_consulent_leest(
    consulent: Client, beslisser: Client, laat: Zaak, voorgelegd: str, vul_in: Vul
) -> None:
    terug = f"/werk/zaak/{laat.pk}/voorstel/{SOORT}/terug/"
    leeg = beslisser.post(terug, {"reden_terug": " "})
    assert leeg.status_code == 422 and "Schrijf op wat er anders moet." in tekst(leeg)
    beslisser.post(terug, {"reden_terug": "Welke buren? Vraag het na."})
    assert beslisser.post(terug, {"reden_terug": "Nog eens"}).status_code == 404
    assert "Voorstel van" not in tekst(beslisser.get(voorgelegd))
    assert "Teruggestuurd:" in tekst(consulent.get("/werk/"))
    adres = f"/werk/zaak/{laat.pk}/voorstel/{SOORT}/"
    pagina = consulent.get(adres)
    assert "Ruben Visser stuurde dit terug" in tekst(pagina) and "Welke buren? Vraag het na." in tekst(pagina)
    beter = vul_in(pagina, behoeften__0__reden="Buurvrouw Smit helpt elke dag.")
    consulent.post(adres, beter | {"actie": "voorleggen"})
    ligt = beslisser.get(voorgelegd)
    assert "Buurvrouw Smit helpt elke dag." in tekst(ligt) and "Welke buren?" not in tekst(ligt)


def test_wat_sinds_het_voorleggen_gebeurde_staat_erbij(
    consulent: Client, beslisser: Client, laat: Zaak, voorgelegd: str, vul_in: Vul
) -> None:
    adres = f"/werk/zaak/{laat.pk}/vastleggen/toezegging_gedaan/"
    velden = vul_in(consulent.get(adres), tekst="Wij bellen u morgen.")
    assert consulent.post(adres, velden | {"actie": "vastleggen", "reden": "Zo."}).status_code == 302
    assert "Sindsdien vastgelegd: Een toezegging gedaan" in tekst(beslisser.get(voorgelegd))


def test_intrekken_mag_wie_voorbereidt(consulent: Client, beslisser: Client, laat: Zaak, voorgelegd: str) -> None:
    adres = f"/werk/zaak/{laat.pk}/voorstel/{SOORT}/"
    assert beslisser.post(adres, {"actie": "intrekken"}).status_code == 404
    assert "Uw voorstel is weg" in tekst(consulent.post(adres, {"actie": "intrekken"}, follow=True))
    assert "Voorstel van" not in tekst(beslisser.get(voorgelegd))


def test_de_inwoner_ziet_van_een_voorstel_niets(als: Callable[[str], Client], laat: Zaak, voorgelegd: str) -> None:
    """Not on a page, not in what she takes along, not in the list of who looked."""
    assert Voorstel.objects.get().velden and laat.betrokkene
    for rol in ("inwoner (andere zaak)", "vertegenwoordiger"):
        client = als(rol)
        for pad in ("", "feiten/", "post/", "wie-keek/", "meenemen/", "doen/"):
            antwoord = client.get(f"/mijn/zaak/{laat.pk}/{pad}")
            inhoud = antwoord.getvalue().decode("utf-8", "replace").lower()
            for woord in ("de buren helpen", "voorstel", "voorgelegd", "het besluit voorbereiden"):
                assert woord not in inhoud, (pad, woord)
        assert client.get(f"/werk/zaak/{laat.pk}/voorstel/{SOORT}/").status_code == 404
    assert not Kijk.objects.filter(wat__icontains="besluit").exists()


def test_wie_niet_beslist_stuurt_niets_terug(consulent: Client, laat: Zaak, voorgelegd: str) -> None:
    assert consulent.post(f"/werk/zaak/{laat.pk}/voorstel/{SOORT}/terug/", {"reden_terug": "x"}).status_code == 404
    assert consulent.get(voorgelegd).status_code == 403


@pytest.mark.parametrize("soort", ["beslissing_op_bezwaar_bekendgemaakt", "gesprek_gevoerd", "onzin"])
def test_alleen_wat_de_tabel_noemt_is_voor_te_bereiden(consulent: Client, laat: Zaak, soort: str) -> None:
    assert consulent.get(f"/werk/zaak/{laat.pk}/voorstel/{soort}/").status_code == 404


def test_met_het_dossier_gaat_elk_concept_weg(
    consulent: Client, laat: Zaak, zaken: list[Zaak], voorgelegd: str, vul_in: Vul, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wmo 5.3.5: what is destroyed is not left behind in what somebody was still writing. Nobody may do so yet."""
    for zaak in (laat, zaken[2]):
        adres = f"/werk/zaak/{zaak.pk}/vastleggen/toezegging_gedaan/"
        consulent.post(adres, vul_in(consulent.get(adres), tekst="Nog niet af") | {"actie": "bewaar"})
    archivaris = replace(ROLLEN["consulent"], feiten=frozenset({"identiteit_vastgesteld", "dossier_vernietigd"}))
    monkeypatch.setitem(cast("dict[str, Rol]", ROLLEN), "consulent", archivaris)
    wie, dag = persoon(speler("consulent"), vandaag()), vandaag().isoformat()
    vastleggen(laat.pk, {"soort": "identiteit_vastgesteld", "datum": dag}, wie=wie, deur="test")
    assert Concept.objects.filter(zaak=laat).exists() and Voorstel.objects.filter(zaak=laat).exists()
    vastleggen(laat.pk, {"soort": "dossier_vernietigd", "datum": dag}, wie=wie, deur="test")
    assert not Concept.objects.filter(zaak=laat).exists() and not Voorstel.objects.filter(zaak=laat).exists()
    assert Concept.objects.filter(zaak=zaken[2]).exists()
