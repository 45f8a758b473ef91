"""Every thing a resident can do: offered when it is of use, recorded once, answered with proof, lost never."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.formats import date_format

from keukentafel.dossier.keten import BEGIN
from keukentafel.dossier.models import Feit, Zaak
from keukentafel.dossier.rechten import ROLLEN
from keukentafel.dossier.toegang import persoon
from keukentafel.dossier.vastleggen import open_zaak, vandaag, vastleggen
from keukentafel.inrichting.voorbeeldgemeente import speler
from keukentafel.portaal.mijn.handelingen import HANDELINGEN, PER_NAAM
from keukentafel.procedure.register import FEITSOORTEN

from .conftest import Als, tekst, velden, vul_in


def doen(zaak: Zaak, naam: str) -> str:
    return f"/mijn/zaak/{zaak.pk}/doen/{naam}/"


NA = {"stap": "versturen"}
"""Looked at once more, and sent."""


def laatste(zaak: Zaak) -> Feit:
    return zaak.feiten.order_by("-nr")[0]


@pytest.mark.parametrize("handeling", HANDELINGEN, ids=lambda h: h.naam)
def test_elke_handeling_is_van_de_inwoner_en_vraagt_velden_die_bestaan(handeling: Any) -> None:
    assert handeling.soort in ROLLEN["inwoner"].feiten
    soort = FEITSOORTEN[handeling.soort]
    assert set(handeling.velden) | set(handeling.vast) <= set(soort.velden)
    assert set(handeling.verplicht) <= set(handeling.velden)


def test_wat_nodig_is_wordt_gevraagd_en_wat_getypt_is_blijft_staan(als: Als, zaak: Zaak) -> None:
    client = als("inwoner")
    antwoord = vul_in(client, doen(zaak, "afspraak-verzetten"), {"f-toelichting": "Op vrijdag kan ik niet"})
    pagina = tekst(antwoord)
    assert antwoord.status_code == 422 and 'href="#id_f-naar-dag"' in pagina and "Op vrijdag kan ik niet" in pagina
    gisteren = vandaag() - timedelta(days=1)
    dag = {"f-naar-dag": gisteren.day, "f-naar-maand": gisteren.month, "f-naar-jaar": gisteren.year}
    assert "Kies een dag die nog komt" in tekst(vul_in(client, doen(zaak, "afspraak-verzetten"), dag))
    assert zaak.versie == Zaak.objects.get(pk=zaak.pk).versie


def test_een_aanvraag_geeft_bewijs_met_zegel(als: Als, zaak: Zaak) -> None:
    client = als("inwoner")
    keuze, versie = {"f-behoeften": ["b2"], "f-leveringsvorm": "zin"}, zaak.versie
    nakijken = tekst(vul_in(client, doen(zaak, "aanvragen"), keuze))
    assert "Er is nog niets verstuurd." in nakijken and "Zorg in natura" in nakijken
    assert Zaak.objects.get(pk=zaak.pk).versie == versie
    terug = client.post(doen(zaak, "aanvragen"), velden(nakijken) | keuze | {"stap": "terug"})
    assert terug.status_code == 200 and 'value="zin" checked' in tekst(terug)
    antwoord = client.post(doen(zaak, "aanvragen"), velden(nakijken) | keuze | NA)
    feit = laatste(zaak)
    assert antwoord.status_code == 302 and antwoord["Location"].endswith(f"/bewijs/{feit.nr}/")
    assert (feit.soort, feit.velden) == ("aanvraag_ontvangen", {"behoeften": [{"id": "b2"}], "leveringsvorm": "zin"})
    assert (feit.rol, feit.deur, feit.datum) == ("inwoner", "portaal", vandaag()) and feit.vorige != BEGIN
    bewijs = tekst(client.get(antwoord["Location"]))
    assert "Het is ontvangen" in bewijs and feit.hash in bewijs and "Zorg in natura" in bewijs


def test_hoe_de_hulp_komt_mag_nog_onbekend_zijn(als: Als, zaak: Zaak) -> None:
    assert "Nog niet bekend" in tekst(als("inwoner").get(doen(zaak, "aanvragen")))
    vul_in(als("inwoner"), doen(zaak, "aanvragen"), {"f-behoeften": ["b1"], "f-leveringsvorm": "onbekend"} | NA)
    assert laatste(zaak).velden["leveringsvorm"] == "onbekend"


def test_een_aanvraag_tijdens_het_onderzoek_belooft_geen_twee_weken(als: Als, zaak: Zaak) -> None:
    """It is kept with the report of the need, and the two weeks do not start (Wmo 2.3.2 lid 9)."""
    melding = {"soort": "melding_ontvangen", "datum": vandaag().isoformat(), "behoeften": [{"id": "b1"}]}
    wie = persoon(speler("consulent"), vandaag())
    nieuw = open_zaak(zaak.gemeente, zaak.betrokkene, melding, wie=wie, deur="test", team=zaak.team).zaak
    client = als("inwoner")
    pagina = tekst(client.get(doen(nieuw, "aanvragen")))
    assert "bij uw melding" in pagina and "niet nodig" not in pagina
    assert "De gemeente heeft daarna twee weken" not in pagina
    nakijken = tekst(vul_in(client, doen(nieuw, "aanvragen"), {"f-behoeften": ["b1"]}))
    assert "bij uw melding" in nakijken and "Niet ingevuld." in nakijken


def test_wat_de_site_zelf_aanbiedt_heet_niet_onnodig(als: Als, zaak: Zaak) -> None:
    client = als("inwoner")
    assert doen(zaak, "andere-ondersteuner") in tekst(client.get(f"/mijn/zaak/{zaak.pk}/meekijken/"))
    assert "Dit is nu niet nodig" not in tekst(client.get(doen(zaak, "andere-ondersteuner")))


def test_een_reactie_zonder_tekst_is_geen_reactie(als: Als, zaak: Zaak) -> None:
    client = als("inwoner")
    assert vul_in(client, doen(zaak, "reageren"), {"f-toelichting": " "}).status_code == 422
    assert vul_in(client, doen(zaak, "reageren"), {"f-toelichting": "De trap ontbreekt."}).status_code == 302
    assert laatste(zaak).velden == {"toelichting": "De trap ontbreekt."}


def test_na_een_reactie_is_reageren_niet_meer_het_eerste(als: Als, zaak: Zaak) -> None:
    """A report that is there is answered first. Once answered the page says so, and signing keeps its day."""
    client, thuis = als("inwoner"), f"/mijn/zaak/{zaak.pk}/"
    knop = f'-action" href="{doen(zaak, "reageren")}"'
    nieuw = persoon(speler("consulent"), vandaag())
    vastleggen(zaak.pk, {"soort": "verslag_verstuurd", "datum": vandaag().isoformat()}, wie=nieuw, deur="test")
    tot = date_format(vandaag() + timedelta(days=14), "j F Y")
    voor = tekst(client.get(thuis))
    assert knop in voor and tot in voor and "U reageerde op" not in voor
    assert vul_in(client, doen(zaak, "reageren"), {"f-toelichting": "De trap ontbreekt."}).status_code == 302
    for bladzijde in (tekst(client.get(thuis)), tekst(client.get("/mijn/"))):
        assert knop not in bladzijde and "U reageerde op" in bladzijde
    na = tekst(client.get(thuis))
    assert doen(zaak, "reageren") in na and "Nadenken over tekenen kan tot en met" in na and tot in na
    assert tot in tekst(client.get(doen(zaak, "verslag-tekenen")))


def test_wacht_men_op_een_laat_besluit_dan_is_reageren_niet_het_eerste(als: Als, late_zaak: Zaak) -> None:
    knop = f'-action" href="{doen(late_zaak, "reageren")}"'
    client = als("inwoner (andere zaak)")
    for adres in ("/mijn/", f"/mijn/zaak/{late_zaak.pk}/"):
        assert knop not in tekst(client.get(adres))


def test_te_laat_melden_staat_er_alleen_als_het_telt(als: Als, zaak: Zaak, late_zaak: Zaak) -> None:
    assert "te-laat-melden" not in tekst(als("inwoner").get(f"/mijn/zaak/{zaak.pk}/"))
    ander = als("inwoner (andere zaak)")
    assert "te-laat-melden" not in tekst(ander.get(f"/mijn/zaak/{late_zaak.pk}/")), "zij is al in gebreke gesteld"


def test_is_het_besluit_te_laat_dan_kan_het_in_een_stap_en_daarna_niet_meer(als: Als, zaak: Zaak) -> None:
    begin = vandaag() - timedelta(days=60)
    melding = {"soort": "melding_ontvangen", "datum": begin.isoformat(), "behoeften": [{"id": "b1", "vraag": "De was"}]}
    verslag = {"soort": "verslag_verstuurd", "datum": (begin + timedelta(days=20)).isoformat()}
    aanvraag = {"soort": "aanvraag_ontvangen", "datum": (begin + timedelta(days=25)).isoformat()}
    mens = persoon(speler("consulent"), vandaag())
    laat = open_zaak(
        zaak.gemeente, zaak.betrokkene, [melding, verslag, aanvraag], wie=mens, deur="test", team=zaak.team
    ).zaak
    client = als("inwoner")
    assert "te-laat-melden" in tekst(client.get("/mijn/")) and "te-laat-melden" in tekst(
        client.get(f"/mijn/zaak/{laat.pk}/")
    )
    pagina = tekst(client.get(doen(laat, "te-laat-melden")))
    assert 'value="aanvraag" checked' in pagina
    assert vul_in(client, doen(laat, "te-laat-melden"), {"f-betreft": "aanvraag"}).status_code == 302
    assert laatste(laat).velden == {"betreft": "aanvraag"}
    assert "te-laat-melden" not in tekst(client.get(f"/mijn/zaak/{laat.pk}/"))


@pytest.mark.parametrize("naam", [h.naam for h in HANDELINGEN if h.gevolg])
def test_stoppen_kan_pas_na_een_ja_op_wat_het_betekent(als: Als, zaak: Zaak, naam: str) -> None:
    client = als("inwoner")
    antwoord = vul_in(client, doen(zaak, naam), {"f-toelichting": "Het gaat weer goed"})
    pagina = tekst(antwoord)
    assert antwoord.status_code == 422 and 'href="#ja"' in pagina and "Het gaat weer goed" in pagina
    assert str(PER_NAAM[naam].gevolg) in pagina and laatste(zaak).soort != PER_NAAM[naam].soort
    assert vul_in(client, doen(zaak, naam), {"ja": "ja"}).status_code == 302
    assert laatste(zaak).soort == PER_NAAM[naam].soort


def test_tekenen_hoeft_niet_en_opmerkingen_komen_erbij(als: Als, zaak: Zaak) -> None:
    client, adres = als("inwoner"), doen(zaak, "verslag-tekenen")
    assert "Dit hoeft niet" in tekst(client.get(adres))
    leeg = vul_in(client, adres, {"f-wijze": "akkoord_met_opmerkingen"})
    assert leeg.status_code == 422 and "Schrijf uw opmerkingen" in tekst(leeg)
    assert vul_in(client, adres, {"f-wijze": "gezien"}).status_code == 302
    assert laatste(zaak).velden == {"wijze": "gezien", "bedenktijd_gemeld": True}


def test_een_andere_ondersteuner_pas_als_er_een_is(als: Als, zaak: Zaak) -> None:
    client, start = als("inwoner"), f"/mijn/zaak/{zaak.pk}/"
    assert "hulp-van-een-ondersteuner" in tekst(client.get(start))
    vul_in(client, doen(zaak, "hulp-van-een-ondersteuner"), {"f-toelichting": "Bij het gesprek"})
    assert laatste(zaak).soort == "clientondersteuner_gevraagd"
    pagina = tekst(client.get(start))
    assert "hulp-van-een-ondersteuner" not in pagina and "andere-ondersteuner" not in pagina


def test_toestemming_per_doel_geven_en_intrekken(als: Als, zaak: Zaak) -> None:
    client, adres = als("inwoner"), f"/mijn/zaak/{zaak.pk}/toestemming/"
    assert vul_in(client, adres, {"f-gegevens": "medisch"}).status_code == 422
    for doel in ("Bij de huisarts navragen", "Bij de fysio navragen"):
        assert vul_in(client, adres, {"f-gegevens": "medisch", "f-doel": doel}).status_code == 302
    nr = zaak.feiten.get(velden__doel="Bij de huisarts navragen").nr
    assert vul_in(client, adres, {"intrekken": str(nr)}).status_code == 302
    assert laatste(zaak).velden == {"gegevens": "medisch", "doel": "Bij de huisarts navragen"}
    pagina = tekst(client.get(adres))
    assert "Bij de fysio" in pagina and "Bij de huisarts" not in pagina
    assert "al ingetrokken" in tekst(vul_in(client, adres, {"intrekken": str(nr)}))


def test_de_ondersteuner_reageert_wel_en_vraagt_niet_aan(als: Als, zaak: Zaak) -> None:
    client = als("clientondersteuner")
    assert client.get(doen(zaak, "aanvragen")).status_code == 404
    assert vul_in(client, doen(zaak, "reageren"), {"f-toelichting": "Namens mevrouw"}).status_code == 302
    assert laatste(zaak).rol == "clientondersteuner"


def test_de_vertegenwoordiger_doet_hetzelfde_als_de_inwoner(als: Als, late_zaak: Zaak) -> None:
    client = als("vertegenwoordiger")
    assert "de persoon voor wie u dit doet" in tekst(client.get(f"/mijn/zaak/{late_zaak.pk}/"))
    assert vul_in(client, doen(late_zaak, "aanvraag-intrekken"), {"ja": "ja"}).status_code == 302
    assert laatste(late_zaak).rol == "vertegenwoordiger"


def test_wat_er_niet_is_kan_niet(als: Als, zaak: Zaak) -> None:
    assert als("inwoner").get(doen(zaak, "bestaat-niet")).status_code == 404


def test_kwam_er_iets_tussen_dan_staan_beide_teksten_er(als: Als, zaak: Zaak) -> None:
    inwoner, ondersteuner = als("inwoner"), als("clientondersteuner")
    adres = doen(zaak, "reageren")
    oud = velden(tekst(inwoner.get(adres)))
    vul_in(ondersteuner, adres, {"f-toelichting": "Van de ondersteuner"})
    antwoord = inwoner.post(adres, oud | {"f-toelichting": "Van mijzelf"})
    pagina = tekst(antwoord)
    assert antwoord.status_code == 409 and "Van de ondersteuner" in pagina and "Van mijzelf" in pagina
    assert not zaak.feiten.filter(velden__toelichting="Van mijzelf").exists()
    opnieuw = velden(pagina) | {"f-toelichting": "Van mijzelf"}
    assert inwoner.post(adres, opnieuw).status_code == 302
    assert laatste(zaak).velden == {"toelichting": "Van mijzelf"}


def test_zonder_versie_wordt_niets_vastgelegd(als: Als, zaak: Zaak) -> None:
    assert als("inwoner").post(doen(zaak, "reageren"), {"f-toelichting": "x"}).status_code == 409
    assert Zaak.objects.get(pk=zaak.pk).versie == zaak.versie


def test_zonder_token_geen_formulier(zaak: Zaak, als: Als) -> None:
    client = als("inwoner")
    streng = Client(enforce_csrf_checks=True)
    streng.cookies = client.cookies
    assert streng.post(doen(zaak, "reageren"), {"gezien": zaak.versie, "f-toelichting": "x"}).status_code == 403
