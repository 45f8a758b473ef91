"""From talk to decision: what is written decides what is recorded, and every difference has its reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from keukentafel.dossier.instellingen import voeg_toe
from keukentafel.dossier.models import Feit, Mandaat, Uitgaand, Zaak
from keukentafel.dossier.toegang import persoon
from keukentafel.dossier.vastleggen import vandaag, vastleggen
from keukentafel.inrichting.voorbeeldgemeente import speler

Vul = Callable[..., dict[str, Any]]


def tekst(antwoord: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", antwoord.content.decode()))


def leg_vast(client: Client, adres: str, velden: dict[str, Any], vul_in: Vul, reden: str = "Zo besproken.") -> Any:
    """Check and then record, as a worker does."""
    nakijken = client.post(adres, velden | {"actie": "nakijken"})
    return client.post(adres, vul_in(nakijken) | {"actie": "vastleggen", "reden": reden})


@pytest.fixture
def laat(zaken: list[Zaak]) -> Zaak:
    """The case of the other resident: applied for, no decision, a notice of default."""
    return zaken[1]


def test_het_gesprek_is_ingevuld_met_wat_het_dossier_al_weet(consulent: Client, zaken: list[Zaak]) -> None:
    inhoud = consulent.get(f"/werk/zaak/{zaken[2].pk}/vastleggen/gesprek_gevoerd/").content.decode()
    assert 'value="Sanne de Boer"' in inhoud
    assert re.search(r'name="f-vorm" value="huisbezoek" checked', inhoud)
    assert re.search(r'name="f-behoeften" value="b1" checked', inhoud)


def test_het_verslag_zegt_wat_er_mist_en_legt_vast_wat_erin_staat(
    consulent: Client, zaken: list[Zaak], vul_in: Vul
) -> None:
    adres = f"/werk/zaak/{zaken[2].pk}/vastleggen/verslag_verstuurd/"
    pagina = consulent.get(adres)
    assert "Uit het dossier" in tekst(pagina) and "Aanwezig" in tekst(pagina)
    blanco = tekst(consulent.post(adres, vul_in(pagina) | {"actie": "vastleggen", "reden": "x"}))
    assert "Kies bij elke hulpvraag een uitkomst:" in blanco
    zonder_delen = vul_in(pagina, behoeften__0__soort_oplossing="maatwerk")
    leeg = tekst(consulent.post(adres, zonder_delen | {"actie": "nakijken"}))
    assert "V3 Verslag volledig" in leeg and "wie u kan helpen" in leeg
    assert "Gevraagd advies ontvangen vóór verslag of besluit" in leeg
    getypt = {
        "teksten__netwerk": "Uw dochter komt elke week.", "teksten__mogelijkheden_gemeente": "Een traplift kan.",
        "teksten__ondersteuning_mantelzorger": "Uw dochter kan naar het steunpunt.",
        "teksten__reactie_persoonlijk_plan": "Uw plan nemen wij over.",
        "behoeften__0__soort_oplossing": "maatwerk", "behoeften__0__oplossing": "Een traplift.",
    }  # fmt: skip
    assert leg_vast(consulent, adres, vul_in(pagina, **getypt), vul_in).status_code == 302
    feit = Feit.objects.get(zaak=zaken[2], soort="verslag_verstuurd")
    assert set(feit.velden["onderdelen"]) >= {"behoeften", "netwerk", "reactie_persoonlijk_plan", "status_en_procedure"}
    brief = Uitgaand.objects.get(zaak=zaken[2], feit_nr=feit.nr)
    assert "Uw dochter komt elke week." in str(brief.inhoud["brief"])


def test_het_besluit_staat_naast_het_verslag(beslisser: Client, laat: Zaak) -> None:
    inhoud = tekst(beslisser.get(f"/werk/zaak/{laat.pk}/vastleggen/besluit_bekendgemaakt/"))
    assert "Het verslag zegt: Maatwerkvoorziening. " in inhoud
    assert inhoud.index("Dagbesteding") < inhoud.index("Buurtbus") < inhoud.index("Anders, namelijk")
    assert "Wordt de aanvraag niet behandeld?" not in inhoud


def test_een_voorziening_is_te_kiezen_zolang_die_geldt(beslisser: Client, laat: Zaak) -> None:
    dag, gisteren = vandaag(), vandaag() - timedelta(days=1)
    waarde = {"titel": "Scootmobiel", "soort": "maatwerk", "leefgebied": "vervoer"}
    door = speler("beheerder")
    lift = waarde | {"titel": "Traplift"}
    voeg_toe(laat.gemeente, "voorziening", "traplift", lift, vanaf=dag, tot=gisteren, door=door)
    voeg_toe(laat.gemeente, "voorziening", "scootmobiel", waarde, vanaf=dag, door=door)
    inhoud = tekst(beslisser.get(f"/werk/zaak/{laat.pk}/vastleggen/besluit_bekendgemaakt/"))
    assert "Scootmobiel" in inhoud and "Traplift" not in inhoud


@pytest.mark.parametrize(
    ("getypt", "zin"),
    [
        ({"vorm": "telefoon"}, "Kies waarom u deze vorm neemt."),
        ({"vorm": "telefoon", "reden": "anders"}, "U koos ‘anders’. Schrijf op waarom"),
        ({"reden": "bekende_situatie"}, "Vul dit in: In welke vorm?"),
    ],
)
def test_de_vorm_van_het_onderzoek_heeft_altijd_een_reden(
    consulent: Client, zaken: list[Zaak], vul_in: Vul, getypt: dict[str, str], zin: str
) -> None:
    adres = f"/werk/zaak/{zaken[0].pk}/vastleggen/onderzoeksvorm_gekozen/"
    velden = vul_in(consulent.get(adres), **getypt)
    assert zin in tekst(consulent.post(adres, velden | {"actie": "vastleggen", "reden": "x"}))
    assert Feit.objects.filter(zaak=zaken[0], soort="onderzoeksvorm_gekozen").count() == 1


@pytest.mark.parametrize(
    ("getypt", "zin"),
    [
        ({}, "Beslis ook over"),
        ({"behoeften__0__uitkomst": "toegekend"}, "Kies welke hulp het wordt"),
        ({"behoeften__0__uitkomst": "toegekend", "behoeften__0__voorziening": "anders"}, "U koos ‘anders’"),
        ({"behoeften__0__uitkomst": "toegekend", "behoeften__0__voorziening": "Traplift"}, "Schrijf op hoeveel hulp"),
        (
            {
                "ingangsdatum__dag": "2",
                "ingangsdatum__maand": "3",
                "ingangsdatum__jaar": "2027",
                "einddatum__dag": "1",
                "einddatum__maand": "3",
                "einddatum__jaar": "2027",
            },
            "Deze dag ligt voor ‘Vanaf welke dag geldt het’",
        ),
        ({"behoeften__0__uitkomst": "toegekend", "behoeften__0__voorziening": "x"}, "Kies een van de antwoorden"),
        ({"behoeften__0__uitkomst": "afgewezen"}, "Kies waarom dit wordt afgewezen"),
        ({"behoeften__0__uitkomst": "afgewezen", "behoeften__0__grond": "netwerk"}, "Dit is anders dan het verslag"),
        (
            {
                "behoeften__0__uitkomst": "toegekend",
                "behoeften__0__voorziening": "Traplift",
                "behoeften__0__leveringsvorm": "pgb",
            },
            "Weeg deze voorwaarde voor het pgb: ",
        ),
        (
            {
                "behoeften__0__uitkomst": "toegekend",
                "behoeften__0__voorziening": "Traplift",
                "behoeften__0__leveringsvorm": "pgb",
            },
            "Bij een pgb hoort een bedrag",
        ),
    ],
)
def test_een_besluit_zonder_wat_erin_moet_gaat_niet_uit(
    beslisser: Client, laat: Zaak, vul_in: Vul, getypt: dict[str, str], zin: str
) -> None:
    adres = f"/werk/zaak/{laat.pk}/vastleggen/besluit_bekendgemaakt/"
    velden = vul_in(beslisser.get(adres), **getypt)
    assert zin in tekst(beslisser.post(adres, velden | {"actie": "vastleggen", "reden": "x"}))
    assert not Feit.objects.filter(zaak=laat, soort="besluit_bekendgemaakt").exists()


def test_een_besluit_met_pgb_en_daarna_de_dwangsom(beslisser: Client, laat: Zaak, vul_in: Vul) -> None:
    pad = f"/werk/zaak/{laat.pk}/vastleggen/"
    getypt = {
        "behoeften__0__uitkomst": "toegekend", "behoeften__0__voorziening": "Traplift",
        "behoeften__0__hoeveel": "tot de zolder",
        "behoeften__0__leveringsvorm": "pgb", "behoeften__0__pgb_voorwaarden__bekwaam": "ja",
        "behoeften__0__pgb_voorwaarden__gemotiveerd": "ja", "behoeften__0__pgb_voorwaarden__kwaliteit": "ja",
        "behoeften__0__pgb_bedrag": "1.250", "behoeften__0__pgb_per": "in één keer", "behoeften__0__grond": "netwerk",
        "behoeften__0__reden": "Zo kan mevrouw thuis blijven wonen.",
        "behoeften__0__reden_pgb": "U wilt het zelf regelen.",
    }  # fmt: skip
    velden = vul_in(beslisser.get(f"{pad}besluit_bekendgemaakt/"), **getypt)
    assert leg_vast(beslisser, f"{pad}besluit_bekendgemaakt/", velden, vul_in).status_code == 302
    feit = Feit.objects.get(zaak=laat, soort="besluit_bekendgemaakt")
    regel = feit.velden["behoeften"][0]
    assert regel["voorziening"] == "Traplift, tot de zolder, budget € 1.250,00 in één keer"
    assert "grond" not in regel
    assert feit.velden["uitkomst"] == "toegekend" and feit.velden["motivering"] is True
    assert feit.velden["rechtsmiddelenclausule"] is True and feit.velden["beslist_door"] == "Ruben Visser"
    assert Uitgaand.objects.filter(zaak=laat, feit_nr=feit.nr, soort="besluit").exists()


def test_de_dwangsom_staat_op_de_zaak_en_het_besluit_neemt_het_bedrag_over(
    als: Callable[[str], Client], laat: Zaak
) -> None:
    """A month later the meter runs; once it has stopped, the form holds its amount."""
    with time_machine.travel(timezone.now() + timedelta(days=30), tick=False):
        beslisser = als("beslisser")
        inhoud = tekst(beslisser.get(f"/werk/zaak/{laat.pk}/"))
        assert "Dwangsom over de aanvraag" in inhoud and "van 42 dagen" in inhoud
        te_vroeg = tekst(beslisser.get(f"/werk/zaak/{laat.pk}/vastleggen/dwangsombesluit_bekendgemaakt/"))
        assert "De dwangsom is nog niet voorbij. Vaststellen kan na het besluit" in te_vroeg and "4:18" in te_vroeg
    with time_machine.travel(timezone.now() + timedelta(days=80), tick=False):
        beslisser = als("beslisser")
        inhoud = tekst(beslisser.get(f"/werk/zaak/{laat.pk}/"))
        vorm = beslisser.get(f"/werk/zaak/{laat.pk}/vastleggen/dwangsombesluit_bekendgemaakt/").content.decode()
        bedrag = re.search(r'name="f-bedrag" value="([\d,]+)"', vorm)
        assert bedrag and bedrag[1] == "1442,00" and "€ 1.442,00" in inhoud


def test_wat_een_deskundige_ziet_staat_er_voor_de_vraag_weggaat(
    consulent: Client, zaken: list[Zaak], vul_in: Vul
) -> None:
    zaak, kundig = zaken[0], speler("deskundige")
    adres = f"/werk/zaak/{zaak.pk}/vastleggen/advies_gevraagd/"
    pagina = consulent.get(adres)
    getypt = {"deskundigheid": "ergotherapie", "deskundige": str(kundig.pk), "vraag": "Kan een traplift hier?"}
    nummer = vul_in(pagina, **getypt, gegevens_erbij=f"BSN {zaak.betrokkene.bsn[:4]} {zaak.betrokkene.bsn[4:]}")
    assert "een nummer dat een BSN kan zijn" in tekst(consulent.post(adres, nummer | {"actie": "nakijken"}))
    gaat = tekst(consulent.post(adres, vul_in(pagina, **getypt) | {"actie": "nakijken"}))
    assert f"Dit ziet {kundig.naam}" in gaat and "De vraag Kan een traplift hier?" in gaat
    assert "BSN" not in gaat


def test_de_deskundige_ziet_alleen_de_vraag_en_antwoordt(
    als: Callable[[str], Client], consulent: Client, zaken: list[Zaak], vul_in: Vul
) -> None:
    zaak = zaken[0]
    adres = f"/werk/zaak/{zaak.pk}/vastleggen/advies_gevraagd/"
    kundig = speler("deskundige")
    pagina = consulent.get(adres)
    assert kundig.naam in tekst(pagina)
    getypt = {
        "deskundigheid": "ergotherapie", "deskundige": str(kundig.pk), "vraag": "Kan een traplift hier?",
        "gegevens_erbij": "Rechte trap, 14 treden.",
    }  # fmt: skip
    assert leg_vast(consulent, adres, vul_in(pagina, **getypt), vul_in).status_code == 302
    mandaat = Mandaat.objects.get(zaak=zaak, rol="deskundige")
    assert mandaat.vraag == "Kan een traplift hier?\n\nRechte trap, 14 treden."

    deskundige = als("deskundige")
    assert "Kan een traplift hier?" in tekst(deskundige.get("/werk/"))
    vraag = deskundige.get(f"/werk/vraag/{zaak.pk}/")
    assert "Rechte trap, 14 treden." in tekst(vraag)
    for geheim in (zaak.betrokkene.naam, zaak.betrokkene.adres, "stofzuigen", "De klok"):
        assert geheim not in tekst(vraag)
    assert deskundige.get(f"/werk/vraag/{zaken[1].pk}/").status_code == 404
    assert consulent.get(f"/werk/vraag/{zaak.pk}/").status_code == 404
    leeg = deskundige.post(f"/werk/vraag/{zaak.pk}/", {"f-strekking": " "})
    assert "Vul dit in: Wat is het advies?" in tekst(leeg)
    assert f"Gevraagd door {speler('consulent').naam}" in tekst(vraag) and zaak.gemeente.telefoon in tekst(vraag)
    antwoord = {"f-strekking": "Ja, dat kan.", "f-richting": "toewijzen"}
    nakijken = deskundige.post(f"/werk/vraag/{zaak.pk}/", antwoord)
    assert "Ja, dat kan." in tekst(nakijken) and not Feit.objects.filter(zaak=zaak, soort="advies_ontvangen").exists()
    terug = deskundige.post(f"/werk/vraag/{zaak.pk}/", vul_in(nakijken) | {"actie": "aanpassen"})
    assert "Ja, dat kan." in terug.content.decode()
    deskundige.post(f"/werk/vraag/{zaak.pk}/", vul_in(nakijken) | {"actie": "versturen"})
    feit = Feit.objects.get(zaak=zaak, soort="advies_ontvangen")
    assert (feit.rol, feit.velden) == ("deskundige", {"strekking": "Ja, dat kan.", "richting": "toewijzen"})
    assert "Dit antwoordde u" in tekst(deskundige.get(f"/werk/vraag/{zaak.pk}/"))
    mandaat.refresh_from_db()
    assert (mandaat.tot, mandaat.beeindigd_door) == (vandaag(), kundig)
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        assert als("deskundige").get(f"/werk/vraag/{zaak.pk}/").status_code == 404


def test_advies_per_brief_sluit_de_vraag_aan_de_deskundige(consulent: Client, zaken: list[Zaak], vul_in: Vul) -> None:
    adres = f"/werk/zaak/{zaken[2].pk}/vastleggen/advies_ontvangen/"
    velden = vul_in(consulent.get(adres), strekking="Een traplift kan.", richting="toewijzen")
    assert leg_vast(consulent, adres, velden, vul_in).status_code == 302
    assert Mandaat.objects.get(zaak=zaken[2], rol="deskundige").tot == vandaag()


def test_wat_een_mantelzorger_niet_deelde_staat_op_geen_bladzijde(consulent: Client, zaken: list[Zaak]) -> None:
    for pad in ("", "vastleggen/gesprek_gevoerd/", "vastleggen/verslag_verstuurd/"):
        inhoud = tekst(consulent.get(f"/werk/zaak/{zaken[0].pk}/{pad}"))
        assert "Ik slaap slecht" not in inhoud and "Wil niet afhankelijk zijn" not in inhoud
    assert "Boodschappen en de was" in tekst(consulent.get(f"/werk/zaak/{zaken[0].pk}/"))


def test_vragen_om_gegevens_noemt_doel_en_hulpvraag(consulent: Client, zaken: list[Zaak], vul_in: Vul) -> None:
    adres = f"/werk/zaak/{zaken[0].pk}/vastleggen/gegevens_gevraagd/"
    pagina = consulent.get(adres)
    leeg = tekst(consulent.post(adres, vul_in(pagina) | {"actie": "nakijken"}))
    assert "Vul dit in: Waarvoor?" in leeg and "Vul dit in: Voor welke hulpvraag?" in leeg
    geld = vul_in(pagina, gegevens="financieel", doel="Weten wat u kunt betalen", behoefte="b1")
    gaat = tekst(consulent.post(adres, geld | {"actie": "nakijken"}))
    assert "Niet gevraagd naar inkomen of vermogen" in gaat
    vastgelegd = gaat.split("Dit legt u vast")[1].split("Waarborgen")[0]
    assert "stofzuigen" in vastgelegd and "b1" not in vastgelegd


def test_niet_behandelen_kan_pas_na_een_vraag_om_aanvulling(beslisser: Client, laat: Zaak, vul_in: Vul) -> None:
    """Awb 4:5: a chance to complete came first; then no need is decided on, and the fact says why."""
    adres = f"/werk/zaak/{laat.pk}/vastleggen/besluit_bekendgemaakt/"
    assert 'name="f-buiten"' not in beslisser.get(adres).content.decode()
    dag = vandaag() - timedelta(days=15)
    vraag = {"soort": "aanvulling_gevraagd", "datum": dag.isoformat(), "tot": (dag + timedelta(days=14)).isoformat()}
    vastleggen(laat.pk, vraag, wie=persoon(speler("beslisser"), vandaag()), deur="test")
    velden = vul_in(beslisser.get(adres), buiten="ja", toelichting="U stuurde niet wie u helpt.")
    assert leg_vast(beslisser, adres, velden, vul_in).status_code == 302
    feit = Feit.objects.get(zaak=laat, soort="besluit_bekendgemaakt")
    assert (feit.velden["uitkomst"], "behoeften" in feit.velden) == ("buiten_behandeling", False)


def test_wat_bij_een_andere_keuze_hoorde_komt_niet_in_het_besluit(beslisser: Client, laat: Zaak, vul_in: Vul) -> None:
    """Awarded with a pgb first, then refused after all: nothing of the award is recorded or in the letter."""
    adres = f"/werk/zaak/{laat.pk}/vastleggen/besluit_bekendgemaakt/"
    getypt = {
        "behoeften__0__uitkomst": "afgewezen", "behoeften__0__grond": "netwerk", "behoeften__0__hoeveel": "2 uur",
        "behoeften__0__voorziening": "Traplift", "behoeften__0__leveringsvorm": "pgb",
        "behoeften__0__pgb_voorwaarden__bekwaam": "ja", "behoeften__0__reden_pgb": "Dat kan.",
        "behoeften__0__reden": "De buren helpen al.", "ingangsdatum__dag": "1", "ingangsdatum__maand": "3",
        "ingangsdatum__jaar": "2027",
    }  # fmt: skip
    velden = vul_in(beslisser.get(adres), **getypt)
    brief = tekst(beslisser.post(adres, velden | {"actie": "nakijken"}))
    assert "U krijgt deze hulp niet." in brief
    assert "De hulp begint op" not in brief and "Dat kan." not in brief.split("Deze brief gaat")[1]
    assert leg_vast(beslisser, adres, velden, vul_in).status_code == 302
    feit = Feit.objects.get(zaak=laat, soort="besluit_bekendgemaakt")
    assert set(feit.velden["behoeften"][0]) == {"id", "uitkomst", "grond", "reden"}
    assert "ingangsdatum" not in feit.velden


def test_een_fout_in_een_dichtgeklapt_deel_staat_open(beslisser: Client, laat: Zaak, vul_in: Vul) -> None:
    adres = f"/werk/zaak/{laat.pk}/vastleggen/besluit_bekendgemaakt/"
    velden = vul_in(beslisser.get(adres), behoeften__0__uitkomst="toegekend", behoeften__0__leveringsvorm="pgb")
    inhoud = beslisser.post(adres, velden | {"actie": "nakijken"}).content.decode()
    assert '<details class="kt-klap" open>' in inhoud
    assert len(set(re.findall(r"Weeg deze voorwaarde voor het pgb: [^<]+", inhoud))) == 3


def test_een_bericht_dat_te_laat_komt_zegt_dat(beslisser: Client, laat: Zaak, vul_in: Vul) -> None:
    """Who gave notice of default already is not told that this can be done, but what runs because of it."""
    adres = f"/werk/zaak/{laat.pk}/vastleggen/beslistermijn_verlengd/"
    dag = vandaag() + timedelta(days=7)
    velden = vul_in(beslisser.get(adres), tot__dag=dag.day, tot__maand=dag.month, tot__jaar=dag.year)
    gaat = tekst(beslisser.post(adres, velden | {"actie": "nakijken"}))
    assert "Dit bericht komt te laat." in gaat and "Waarborg A2 blijft gemist" in gaat
    assert "kregen wij uw brief dat wij te laat zijn" in gaat
    assert "kunt u ons schrijven" not in gaat and "U kunt ons nu schrijven" not in gaat


def test_wat_men_zelf_doet_weet_men(consulent: Client, zaken: list[Zaak]) -> None:
    for soort in ("uitnodiging_verstuurd", "gesprek_gevoerd", "ontvangst_bevestigd"):
        inhoud = consulent.get(f"/werk/zaak/{zaken[0].pk}/vastleggen/{soort}/").content.decode()
        for naam in re.findall(r'name="(f-(?:wijze|gespreksvoerder-(?:professional|belang)))" value=""', inhoud):
            raise AssertionError(f"{soort}: {naam}")


def test_een_pgb_voor_wie_hulp_in_natura_vroeg_heeft_een_reden(beslisser: Client, laat: Zaak, vul_in: Vul) -> None:
    """The form of the help is part of what was asked: who gets another one reads so, and why."""
    adres = f"/werk/zaak/{laat.pk}/vastleggen/besluit_bekendgemaakt/"
    pgb = {
        "behoeften__0__uitkomst": "toegekend", "behoeften__0__voorziening": "Traplift",
        "behoeften__0__leveringsvorm": "pgb", "behoeften__0__pgb_bedrag": "250", "behoeften__0__pgb_per": "per maand",
        **{f"behoeften__0__pgb_voorwaarden__{v}": "ja" for v in ("bekwaam", "gemotiveerd", "kwaliteit")},
    }  # fmt: skip
    velden = vul_in(beslisser.get(adres), **pgb)
    assert "Gevraagd is hulp in natura. Schrijf op waarom het een pgb wordt" in tekst(
        beslisser.post(adres, velden | {"actie": "nakijken"})
    )
    velden["f-behoeften-0-reden_pgb"] = "U belde dat u toch een pgb wilt."
    gaat = tekst(beslisser.post(adres, velden | {"actie": "nakijken"}))
    assert "Gevraagd is hulp in natura. Dit besluit geeft een pgb. Waarom: U belde" in gaat
    assert "U vroeg om hulp in natura. U krijgt een persoonsgebonden budget (pgb)" in gaat


def test_geen_oplossing_heeft_een_reden(consulent: Client, zaken: list[Zaak], vul_in: Vul) -> None:
    adres = f"/werk/zaak/{zaken[2].pk}/vastleggen/verslag_verstuurd/"
    velden = vul_in(consulent.get(adres), behoeften__0__soort_oplossing="geen")
    antwoord = tekst(consulent.post(adres, velden | {"actie": "nakijken"}))
    assert "Schrijf op waarom er geen oplossing is:" in antwoord


def test_een_besluit_zonder_waarom_wijst_het_veld_aan(beslisser: Client, laat: Zaak, vul_in: Vul) -> None:
    adres = f"/werk/zaak/{laat.pk}/vastleggen/besluit_bekendgemaakt/"
    velden = vul_in(
        beslisser.get(adres), behoeften__0__uitkomst="toegekend", behoeften__0__voorziening="Traplift",
        behoeften__0__hoeveel="1 traplift", behoeften__0__leveringsvorm="zin",
    )  # fmt: skip
    pagina = beslisser.post(adres, velden | {"actie": "nakijken"})
    veld = re.search(r'formaction="#([^"]+)"', pagina.content.decode())
    assert "A5 Besluit met uitleg" in tekst(pagina) and veld is not None
    terug = beslisser.post(adres, vul_in(pagina) | {"actie": "aanpassen"}).content.decode()
    assert f'id="{veld[1]}"' in terug


def test_een_aanvraag_begint_met_elke_hulpvraag_van_het_verslag(
    consulent: Client, beslisser: Client, laat: Zaak
) -> None:
    inhoud = consulent.get(f"/werk/zaak/{laat.pk}/vastleggen/aanvraag_ontvangen/").content.decode()
    assert re.search(r'name="f-behoeften" value="b1" checked', inhoud)
