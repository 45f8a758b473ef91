"""The manager sets up the work, dated and traceable, in the own municipality alone; no case is ever in sight."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gereedschap.vertalingen import PAKKET, lees
from keukentafel.brieven.gemeente import BRIEVEN, berichten_voor
from keukentafel.dossier.instellingen import geldend, team_voor_melding
from keukentafel.dossier.models import Betrokkene, Gemeente, Instelling, Mandaat, Team, Uitgaand, Zaak
from keukentafel.dossier.normen import normen_van
from keukentafel.dossier.toegang import persoon
from keukentafel.dossier.vastleggen import vandaag, vastleggen
from keukentafel.inrichting.voorbeeldgemeente import speler

HIER = "/beheer/voorbeeldstad"
PAGINAS = ("", "gegevens/", "normen/", "normen/verslag/", "bedragen/", "teams/", "teams/melding/", "mensen/",
           "mensen/nieuw/", "voorzieningen/", "voorzieningen/nieuw/", "voorzieningen/buurtbus/", "brieven/",
           "brieven/algemeen/", "brieven/besluit/", "brieven/besluit/voorbeeld.pdf", "verzending/", "koppelingen/",
           "sleutels/", "sleutels/nieuw/", "mensen/uitloggen/?wie=consulent")  # fmt: skip


@pytest.fixture
def beheer(als: Callable[[str], Client]) -> Client:
    return als("beheerder")


def dagvakken(naam: str, dag: date) -> dict[str, Any]:
    return {f"{naam}-dag": dag.day, f"{naam}-maand": dag.month, f"{naam}-jaar": dag.year}


def tekst(antwoord: Any) -> str:
    return antwoord.getvalue().decode()


# --- who, and where -------------------------------------------------------------------------------------------------


def test_elke_pagina_is_er_in_twee_talen(beheer: Client) -> None:
    for pagina in PAGINAS:
        assert beheer.get(f"{HIER}/{pagina}").status_code == 200, pagina
        assert beheer.get(f"/en{HIER}/{pagina}").status_code == 200, pagina


def test_een_andere_gemeente_is_er_niet(beheer: Client) -> None:
    Gemeente.objects.create(naam="Elders", kenmerk="elders")
    for pagina in PAGINAS:
        for adres in (f"/beheer/elders/{pagina}", f"/beheer/bestaat-niet/{pagina}"):
            assert beheer.get(adres).status_code == 404, adres
            assert beheer.post(adres).status_code in (404, 405), adres


def test_wie_twee_gemeenten_beheert_kiest(beheer: Client) -> None:
    assert beheer.get("/beheer/")["Location"] == f"{HIER}/"
    elders = Gemeente.objects.create(naam="Elders", kenmerk="elders")
    Mandaat.objects.create(gebruiker=speler("beheerder"), gemeente=elders, rol="beheerder", vanaf=date(2026, 1, 1))
    assert "/beheer/elders/" in tekst(beheer.get("/beheer/"))
    assert beheer.get("/beheer/elders/mensen/").status_code == 200
    assert "Sanne de Boer" not in tekst(beheer.get("/beheer/elders/mensen/"))


def test_wie_niet_beheert_komt_hier_niet(als: Callable[[str], Client]) -> None:
    for rol in ("consulent", "beslisser", "inwoner"):
        assert als(rol).get(f"{HIER}/mensen/").status_code == 404


# --- no case in sight -----------------------------------------------------------------------------------------------


def _woorden_uit_zaken() -> set[str]:
    """What would give a case away: numbers, names, addresses, and what people asked."""
    uit = {str(z.pk) for z in Zaak.objects.all()} | {z.nummer for z in Zaak.objects.all()}
    for b in Betrokkene.objects.all():
        uit |= {b.naam, b.bsn, b.adres}
    for zaak in Zaak.objects.all():
        for feit in zaak.feiten.all():
            uit |= {str(w.get("vraag")) for w in feit.velden.get("behoeften") or () if isinstance(w, dict)}
    return {w for w in uit if w and w != "None"}


@pytest.fixture
def vast(beheer: Client) -> Uitgaand:
    """A letter of a case that is stuck."""
    zaak = Zaak.objects.order_by("nummer")[1]
    wie = persoon(speler("consulent"), vandaag())
    feit = {"soort": "clientondersteuner_toegewezen", "datum": vandaag().isoformat(), "naam": "Farida"}
    vastleggen(zaak.pk, feit, wie=wie, deur="test", berichten=berichten_voor)
    Uitgaand.objects.exclude(zaak=zaak, soort="clientondersteuner").update(klaar_op=timezone.now())
    bericht = Uitgaand.objects.get(zaak=zaak, soort="clientondersteuner")
    bericht.pogingen, bericht.fout = 3, "De mailserver antwoordt niet."
    bericht.volgende_poging = timezone.now() + timedelta(hours=3)
    bericht.save()
    return bericht


def test_geen_woord_uit_een_zaak_op_welke_pagina_ook(beheer: Client, vast: Uitgaand) -> None:
    geheim = _woorden_uit_zaken()
    assert len(geheim) > 10
    for pagina in PAGINAS:
        inhoud = tekst(beheer.get(f"{HIER}/{pagina}")) if not pagina.endswith("pdf") else ""
        # The preview tells its own made-up case, which may ask the same as a case of the demonstration.
        if pagina != "brieven/besluit/":
            assert not {w for w in geheim if w in inhoud}, pagina


def test_een_beheerder_komt_niet_bij_een_zaak(beheer: Client) -> None:
    for zaak in Zaak.objects.all():
        for adres in (f"/werk/zaak/{zaak.pk}/", f"/mijn/zaak/{zaak.pk}/"):
            assert beheer.get(adres).status_code == 404


def test_een_beheerder_geeft_zichzelf_geen_rol(beheer: Client, settings: Any) -> None:
    settings.DEMO = True
    gegevens = {"naam": "Mo", "onderwerp": "beheerder", "rol": "beslisser", "team": "geen"}
    antwoord = beheer.post(f"{HIER}/mensen/nieuw/", gegevens | dagvakken("vanaf", vandaag()))
    assert antwoord.status_code == 422
    assert "U kunt uw eigen rol niet veranderen." in tekst(antwoord)
    assert Mandaat.objects.filter(gebruiker=speler("beheerder")).count() == 1


# --- norms and amounts ----------------------------------------------------------------------------------------------


def test_een_norm_geldt_vanaf_zijn_dag_en_de_oude_blijft_te_lezen(beheer: Client) -> None:
    straks = vandaag() + timedelta(days=10)
    gegevens = {"aantal": "3", "eenheid": "werkdag", "bron": "collegebesluit 12"} | dagvakken("vanaf", straks)
    assert beheer.post(f"{HIER}/normen/spoed/", gegevens).status_code == 302
    normen = normen_van(Gemeente.objects.get(kenmerk="voorbeeldstad"))
    assert normen.op("spoed", vandaag()).duur.aantal == 2
    assert (normen.op("spoed", straks).duur.aantal, normen.op("spoed", straks).werkdagen) == (3, True)
    inhoud = tekst(beheer.get(f"{HIER}/normen/spoed/"))
    assert "3 werkdagen" in inhoud and "2 werkdagen" in inhoud and "Mo Karaca" in inhoud
    rij = Instelling.objects.get(soort="norm")
    assert (rij.door, rij.bron) == (speler("beheerder"), "collegebesluit 12")


def test_de_wet_is_geen_norm(beheer: Client) -> None:
    gegevens = {"aantal": "99", "eenheid": "week", "bron": "x"} | dagvakken("vanaf", vandaag())
    for naam in ("onderzoek", "beschikking", "bezwaar", "bestaat-niet"):
        assert beheer.post(f"{HIER}/normen/{naam}/", gegevens).status_code == 404
    assert not Instelling.objects.filter(soort="norm").exists()


def test_de_wet_staat_erbij_als_wet(beheer: Client) -> None:
    inhoud = tekst(beheer.get(f"{HIER}/normen/"))
    assert "Wmo 2015 art. 2.3.5 lid 2" in inhoud
    assert not re.search(r'href="[^"]*normen/(onderzoek|beschikking)/', inhoud)


def test_een_verkeerde_norm_geeft_alle_fouten_en_bewaart_wat_u_typte(beheer: Client) -> None:
    gisteren = vandaag() - timedelta(days=1)
    gegevens = {"aantal": "nul", "eenheid": "", "bron": "mijn bron"} | dagvakken("vanaf", gisteren)
    antwoord = beheer.post(f"{HIER}/normen/verslag/", gegevens)
    inhoud = tekst(antwoord)
    assert antwoord.status_code == 422
    assert "Vul een heel getal in van 1 tot en met 52." in inhoud
    assert "Kies vandaag of een latere dag." in inhoud
    assert 'value="nul"' in inhoud and 'value="mijn bron"' in inhoud
    assert inhoud.count('class="kt-fout"') == 3
    for anker in re.findall(r'href="#(id_[^"]+)"', inhoud):
        assert f'id="{anker}"' in inhoud
    assert not Instelling.objects.filter(soort="norm").exists()


def test_bedragen_zijn_alleen_te_lezen_met_bron(beheer: Client) -> None:
    inhoud = tekst(beheer.get(f"{HIER}/bedragen/"))
    assert "€\u00a021,80" in inhoud and "€\u00a01.442,00" in inhoud
    assert "hetcak.nl" in inhoud
    assert "<textarea" not in inhoud and 'type="text"' not in inhoud
    assert beheer.post(f"{HIER}/bedragen/").status_code == 405


# --- teams and people -----------------------------------------------------------------------------------------------


def test_een_team_erbij_en_een_andere_naam(beheer: Client) -> None:
    assert beheer.post(f"{HIER}/teams/", {"naam": "Oost"}).status_code == 302
    assert beheer.post(f"{HIER}/teams/naam/?team=Oost", {"naam": "Oosten"}).status_code == 302
    assert Team.objects.filter(gemeente__kenmerk="voorbeeldstad", naam="Oosten").exists()
    assert "Er is al een team met deze naam." in tekst(beheer.post(f"{HIER}/teams/", {"naam": "oosten"}))
    assert beheer.get(f"{HIER}/teams/naam/?team=Nergens").status_code == 404
    elders = Gemeente.objects.create(naam="Elders", kenmerk="elders")
    Team.objects.create(gemeente=elders, naam="Van elders")
    assert beheer.post(f"{HIER}/teams/naam/?team=Van%20elders", {"naam": "Mijn"}).status_code == 404


def test_een_melding_van_de_website_komt_bij_het_gekozen_team(beheer: Client) -> None:
    gemeente = Gemeente.objects.get(kenmerk="voorbeeldstad")
    eerste, ander = Team.objects.order_by("id")[:2]
    straks = vandaag() + timedelta(days=7)
    assert team_voor_melding(gemeente, straks) == eerste
    assert beheer.post(f"{HIER}/teams/melding/", {"team": ander.pk} | dagvakken("vanaf", straks)).status_code == 302
    assert (team_voor_melding(gemeente, vandaag()), team_voor_melding(gemeente, straks)) == (eerste, ander)
    assert f"komt bij team {eerste.naam}" in tekst(beheer.get(f"{HIER}/teams/"))
    vreemd = Team.objects.create(gemeente=Gemeente.objects.create(naam="Elders", kenmerk="elders"), naam="Vreemd")
    antwoord = beheer.post(f"{HIER}/teams/melding/", {"team": vreemd.pk} | dagvakken("vanaf", vandaag()))
    assert antwoord.status_code == 422 and "Vreemd" not in tekst(antwoord)


def test_iemand_krijgt_een_rol_en_raakt_hem_weer_kwijt(beheer: Client, settings: Any) -> None:
    settings.DEMO = True
    noord = Team.objects.get(naam="Noord")
    gegevens = {"naam": "Lot Kuiper", "onderwerp": "lot", "rol": "consulent", "team": noord.pk}
    assert beheer.post(f"{HIER}/mensen/nieuw/", gegevens | dagvakken("vanaf", vandaag())).status_code == 302
    mandaat = Mandaat.objects.get(gebruiker__onderwerp="lot")
    assert (mandaat.gebruiker.naam, mandaat.team, mandaat.gegeven_door) == ("Lot Kuiper", noord, speler("beheerder"))
    assert [m.rol for m in persoon(mandaat.gebruiker, vandaag()).mandaten] == ["consulent"]
    gisteren = vandaag() - timedelta(days=1)
    adres = f"{HIER}/mensen/einde/?mandaat={mandaat.pk}"
    assert beheer.post(adres, dagvakken("laatste", gisteren - timedelta(days=1))).status_code == 422
    assert beheer.post(adres, dagvakken("laatste", gisteren)).status_code == 302
    mandaat.refresh_from_db()
    assert (mandaat.tot, mandaat.beeindigd_door) == (gisteren, speler("beheerder"))
    assert mandaat.beeindigd_op is not None
    assert not persoon(mandaat.gebruiker, vandaag()).mandaten
    inhoud = tekst(beheer.get(f"{HIER}/mensen/"))
    assert "Lot Kuiper" in inhoud and "gegeven door Mo Karaca" in inhoud and "einde gezet door Mo Karaca" in inhoud
    assert beheer.get(adres).status_code == 404  # ended is ended: it is not opened again


def test_een_consulent_zonder_team_en_een_einde_voor_het_begin_kan_niet(beheer: Client, settings: Any) -> None:
    settings.DEMO = True
    morgen = vandaag() + timedelta(days=1)
    gegevens = {"naam": "Lot", "onderwerp": "lot", "rol": "consulent", "team": "geen"}
    inhoud = tekst(
        beheer.post(f"{HIER}/mensen/nieuw/", gegevens | dagvakken("vanaf", morgen) | dagvakken("tot", vandaag()))
    )
    assert "Kies een team voor deze consulent." in inhoud
    assert "Deze dag ligt vóór de eerste dag." in inhoud
    assert not Mandaat.objects.filter(gebruiker__onderwerp="lot").exists()


def test_zonder_inlogdienst_zegt_het_formulier_dat(beheer: Client) -> None:
    gegevens = {"naam": "Lot", "onderwerp": "lot", "rol": "beslisser", "team": "geen"}
    inhoud = tekst(beheer.post(f"{HIER}/mensen/nieuw/", gegevens | dagvakken("vanaf", vandaag())))
    assert "Er is geen inlogdienst voor medewerkers ingesteld." in inhoud


def test_eigen_rol_en_die_van_anderen_om_een_inwoner_zijn_hier_niet_te_beeindigen(beheer: Client) -> None:
    eigen = Mandaat.objects.get(gebruiker=speler("beheerder"))
    inwoner = Mandaat.objects.filter(rol="inwoner").first()
    for mandaat in (eigen, inwoner):
        assert beheer.get(f"{HIER}/mensen/einde/?mandaat={mandaat.pk}").status_code == 404
    for onzin in ("", "x", "0", "9" * 30):
        assert beheer.get(f"{HIER}/mensen/einde/?mandaat={onzin}").status_code == 404
    assert "Annie Bloemendaal" not in tekst(beheer.get(f"{HIER}/mensen/"))


# --- voorzieningen and letters --------------------------------------------------------------------------------------


def test_een_voorziening_komt_verandert_en_stopt_met_een_datum(beheer: Client) -> None:
    gemeente = Gemeente.objects.get(kenmerk="voorbeeldstad")
    nieuw = {"titel": "Klussendienst", "soort": "algemeen", "leefgebied": "wonen", "omschrijving": "Een klus.",
             "prijs": "5 euro"}  # fmt: skip
    assert beheer.post(f"{HIER}/voorzieningen/nieuw/", nieuw | dagvakken("vanaf", vandaag())).status_code == 302
    assert geldend(gemeente, "voorziening", vandaag())["klussendienst"].waarde["prijs"] == "5 euro"
    assert "Deze naam is er al." in tekst(
        beheer.post(f"{HIER}/voorzieningen/nieuw/", nieuw | dagvakken("vanaf", vandaag()))
    )
    straks = vandaag() + timedelta(days=30)
    stopt = nieuw | {"soort": "stopt"} | dagvakken("vanaf", straks)
    assert beheer.post(f"{HIER}/voorzieningen/klussendienst/", stopt).status_code == 302
    assert "klussendienst" in geldend(gemeente, "voorziening", straks - timedelta(days=1))
    assert "klussendienst" not in geldend(gemeente, "voorziening", straks)
    assert "gestopt" in tekst(beheer.get(f"{HIER}/voorzieningen/klussendienst/"))
    assert beheer.get(f"{HIER}/voorzieningen/bestaat-niet/").status_code == 404


def test_eigen_tekst_eerst_bekijken_en_dan_bewaren(beheer: Client) -> None:
    gemeente = Gemeente.objects.get(kenmerk="voorbeeldstad")
    adres = f"{HIER}/brieven/besluit/"
    gegevens = {"nl": "Kom naar ons spreekuur.", "en": ""} | dagvakken("vanaf", vandaag())
    inhoud = tekst(beheer.post(adres, gegevens | {"actie": "voorbeeld"}))
    artikel = inhoud[inhoud.index("<article") :]
    assert "Kom naar ons spreekuur." in artikel
    assert "Dan kunt u bezwaar maken." in artikel
    assert not geldend(gemeente, "brief", vandaag())
    assert beheer.post(adres, gegevens | {"actie": "bewaar"}).status_code == 302
    assert geldend(gemeente, "brief", vandaag())["besluit"].waarde["nl"] == "Kom naar ons spreekuur."
    assert "Kom naar ons spreekuur." in tekst(beheer.get(f"/en{adres}"))
    assert beheer.get(f"{HIER}/brieven/bestaat-niet/").status_code == 404


def test_opmaak_in_eigen_tekst_is_tekst(beheer: Client) -> None:
    gegevens = {"nl": "<script>alert(1)</script>", "en": "", "actie": "voorbeeld"} | dagvakken("vanaf", vandaag())
    assert "<script>alert" not in tekst(beheer.post(f"{HIER}/brieven/besluit/", gegevens))


def test_elke_brief_heeft_een_voorbeeld_als_pdf(beheer: Client) -> None:
    for naam in BRIEVEN:
        antwoord = beheer.get(f"{HIER}/brieven/{naam}/voorbeeld.pdf")
        assert antwoord["Content-Type"] == "application/pdf"
        assert antwoord.getvalue().startswith(b"%PDF-")


def test_namen_in_alle_brieven_en_gegevens_van_de_gemeente(beheer: Client) -> None:
    woorden = {"afdeling": "Team Wmo", "clientondersteuning": "aan Samen Sterk"} | dagvakken("vanaf", vandaag())
    assert beheer.post(f"{HIER}/brieven/algemeen/", woorden).status_code == 302
    assert "aan Samen Sterk" in tekst(beheer.get(f"{HIER}/brieven/bevestiging-melding/"))
    antwoord = beheer.post(f"{HIER}/gegevens/", {"adres": "Plein 2", "telefoon": "14 001", "email": "geen adres"})
    assert antwoord.status_code == 422 and "Dit is geen e-mailadres." in tekst(antwoord)
    goed = {"adres": "Plein 2", "telefoon": "14 001", "email": "zorg@voorbeeldstad.example"}
    assert beheer.post(f"{HIER}/gegevens/", goed).status_code == 302
    assert "14 001" in tekst(beheer.get(f"{HIER}/brieven/bevestiging-melding/"))


# --- sending --------------------------------------------------------------------------------------------------------


def test_wat_vastloopt_staat_er_en_kan_opnieuw(beheer: Client, vast: Uitgaand) -> None:
    inhoud = tekst(beheer.get(f"{HIER}/verzending/"))
    assert "De mailserver antwoordt niet." in inhoud and "Uw cliëntondersteuner" in inhoud
    assert "Er staat 1 bericht vast." in tekst(beheer.get(f"{HIER}/"))
    assert beheer.post(f"{HIER}/verzending/", {"bericht": vast.pk}).status_code == 302
    vast.refresh_from_db()
    assert vast.volgende_poging <= timezone.now()


def test_onzin_probeert_niets_opnieuw(beheer: Client, vast: Uitgaand) -> None:
    for welk in ("", "x", "0", "9" * 30):
        assert beheer.post(f"{HIER}/verzending/", {"bericht": welk}).status_code == 302
    vast.refresh_from_db()
    assert vast.volgende_poging > timezone.now()


def test_alles_opnieuw_is_alles_van_de_eigen_gemeente(beheer: Client, vast: Uitgaand) -> None:
    elders = Gemeente.objects.create(naam="Elders", kenmerk="elders")
    Zaak.objects.filter(pk=vast.zaak_id).update(gemeente=elders)
    assert "De mailserver" not in tekst(beheer.get(f"{HIER}/verzending/"))
    for welk in ("alles", str(vast.pk)):
        beheer.post(f"{HIER}/verzending/", {"bericht": welk})
    vast.refresh_from_db()
    assert vast.volgende_poging > timezone.now()


# --- words ----------------------------------------------------------------------------------------------------------


def test_elk_woord_is_vertaald() -> None:
    catalogus = lees(PAKKET / "werkplek" / "beheer" / "locale" / "en" / "LC_MESSAGES" / "django.po")
    woorden = {sleutel.split("\x00")[0] for sleutel in catalogus}
    sjablonen = sorted((PAKKET / "werkplek" / "templates" / "beheer").glob("*.html"))
    assert sjablonen
    for pad in sjablonen:
        assert not _gebruikt(pad) - woorden, pad.name


def _gebruikt(pad: Path) -> set[str]:
    inhoud = pad.read_text("utf-8")
    los = set(re.findall(r'{% trans "([^"]*)"', inhoud))
    blokken = re.findall(r"{% blocktrans[^%]*%}(.*?)(?:{% plural %}.*?)?{% endblocktrans %}", inhoud, re.S)
    return los | {re.sub(r"{{ (\w+) }}", r"%(\1)s", blok) for blok in blokken}
