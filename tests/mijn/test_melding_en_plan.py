"""Reporting a need and writing a plan: saved as one goes, resumed, sent once, with proof."""

from __future__ import annotations

from keukentafel.dossier.models import Concept, Mandaat, Zaak
from keukentafel.dossier.vastleggen import vandaag
from keukentafel.inrichting.voorbeeldgemeente import speler

from .conftest import Als, tekst, vul_in

HULP = {"f-behoeften-0-vraag": "Ik kan de was niet meer doen", "f-behoeften-0-leefgebied": "huishouden"}


def test_een_melding_in_stappen_wordt_een_zaak(als: Als, voorbeeldstad: object) -> None:
    client, aantal = als("inwoner"), Zaak.objects.count()
    assert client.get("/mijn/melding/")["Location"] == "/mijn/melding/hulpvragen/"
    assert client.get("/mijn/melding/hulpvragen/").status_code == 200 and not Concept.objects.exists()
    leeg = client.post("/mijn/melding/hulpvragen/", {"actie": "volgende"})
    assert leeg.status_code == 422 and "Eén zin is genoeg" in tekst(leeg)
    naar = client.post("/mijn/melding/hulpvragen/", HULP | {"actie": "volgende"})
    assert naar["Location"] == "/mijn/melding/spoed/"
    naar = client.post("/mijn/melding/spoed/", {"f-spoed": "ja", "actie": "volgende"})
    assert naar["Location"] == "/mijn/melding/hulp/"
    client.post(
        "/mijn/melding/hulp/",
        {"f-ondersteuner": "ja", "f-digitaal": "ja", "f-email": "a@voorbeeld.example", "actie": "volgende"},
    )
    nakijken = tekst(client.get("/mijn/melding/nakijken/"))
    assert "Ik kan de was niet meer doen" in nakijken and "14 000" in nakijken
    assert "Gaat over: Het huishouden" in nakijken
    klaar = client.post("/mijn/melding/nakijken/", {"actie": "versturen"})
    assert Zaak.objects.count() == aantal + 1
    zaak = Zaak.objects.order_by("-nummer")[0]
    assert klaar["Location"] == f"/mijn/zaak/{zaak.pk}/bewijs/1/" and zaak.team is not None
    feiten = list(zaak.feiten.values_list("soort", "rol", "deur"))
    assert [f[0] for f in feiten] == [
        "melding_ontvangen", "clientondersteuner_gevraagd", "elektronisch_bereikbaar_verklaard"
    ]  # fmt: skip
    assert {f[1:] for f in feiten} == {("inwoner", "portaal")}
    melding = zaak.feiten.get(nr=1)
    assert melding.velden["kanaal"] == "web" and melding.velden["spoed"] is True
    assert not Concept.objects.exists() and client.get(klaar["Location"]).status_code == 200


def test_tussendoor_stoppen_en_verder_gaan(als: Als, voorbeeldstad: object) -> None:
    client = als("inwoner")
    client.get("/mijn/melding/")
    client.post("/mijn/melding/hulpvragen/", HULP | {"actie": "volgende"})
    assert client.post("/mijn/melding/spoed/", {"actie": "bewaren"})["Location"] == "/mijn/"
    later = als("inwoner")
    assert "Ga verder met uw melding" in tekst(later.get("/mijn/"))
    assert later.get("/mijn/melding/")["Location"] == "/mijn/melding/spoed/"
    assert "Ik kan de was niet meer doen" in tekst(later.get("/mijn/melding/hulpvragen/"))
    later.post("/mijn/melding/", {"actie": "weg"})
    assert not Concept.objects.exists()


def test_een_hulpvraag_erbij_en_een_weg_houdt_elke_naam_uniek(als: Als, voorbeeldstad: object) -> None:
    client = als("inwoner")
    client.get("/mijn/melding/")
    adres = "/mijn/melding/hulpvragen/"
    client.post(adres, HULP | {"f-behoeften-1-vraag": "Koken", "actie": "rij"})
    assert "f-behoeften-2-vraag" in tekst(client.get(adres))
    client.post(adres, {"f-behoeften-1-vraag": "Koken", "f-behoeften-2-vraag": "Lopen", "actie": "volgende"})
    inhoud = Concept.objects.get().inhoud["velden"]["behoeften"]  # type: ignore[index]
    assert len({regel["id"] for regel in inhoud}) == 2 and [r["vraag"] for r in inhoud] == ["Koken", "Lopen"]


def test_een_zin_is_genoeg(als: Als, voorbeeldstad: object) -> None:
    """All that may be skipped is skipped: no area, no urgency, no choice."""
    client = als("inwoner")
    client.post("/mijn/melding/hulpvragen/", {"f-behoeften-0-vraag": "De tuin", "actie": "volgende"})
    client.post("/mijn/melding/spoed/", {"f-spoed": "", "actie": "volgende"})
    client.post("/mijn/melding/hulp/", {"f-ondersteuner": "", "f-digitaal": "", "actie": "volgende"})
    nakijken = tekst(client.get("/mijn/melding/nakijken/"))
    assert "De tuin" in nakijken and nakijken.count("Niet ingevuld.") == 4 and "Nee" not in nakijken
    assert 'href="/mijn/melding/spoed/"' in nakijken
    client.post("/mijn/melding/nakijken/", {"actie": "versturen"})
    nieuw = Zaak.objects.order_by("-nummer")[0]
    assert nieuw.feiten.get().velden == {"kanaal": "web", "behoeften": [{"id": "b1", "vraag": "De tuin"}]}
    for adres in ("/mijn/", *(f"/mijn/zaak/{nieuw.pk}/{rest}" for rest in ("", "feiten/", "plan/", "doen/aanvragen/"))):
        assert client.get(adres).status_code == 200


def test_nee_is_iets_anders_dan_niet_ingevuld(als: Als, voorbeeldstad: object) -> None:
    client = als("inwoner")
    client.post("/mijn/melding/hulpvragen/", HULP | {"actie": "volgende"})
    client.post("/mijn/melding/spoed/", {"f-spoed": "nee", "actie": "volgende"})
    assert "<dt>Haast</dt><dd>Nee</dd>" in tekst(client.get("/mijn/melding/nakijken/"))


def test_de_vraag_naar_haast_staat_er_een_keer(als: Als, voorbeeldstad: object) -> None:
    client = als("inwoner")
    client.post("/mijn/melding/hulpvragen/", HULP | {"actie": "volgende"})
    pagina = tekst(client.get("/mijn/melding/spoed/"))
    assert pagina.count("<h1") == 1 and pagina.count("Waarom vragen we dit?") == 1


def test_wie_meekijkt_in_een_nieuwe_zaak_staat_er_voor_het_versturen(als: Als, voorbeeldstad: object) -> None:
    client = als("inwoner")
    client.post("/mijn/melding/hulpvragen/", HULP | {"actie": "volgende"})
    for naam in ("hulpvragen", "nakijken"):
        pagina = tekst(client.get(f"/mijn/melding/{naam}/"))
        assert "Farida Haddou (cliëntondersteuner), Karin Bloemendaal (mantelzorger)" in pagina
        assert "/meekijken/" in pagina and "Deze melding is voor" not in pagina


def test_wie_voor_twee_mensen_mag_melden_kiest(als: Als, zaak: Zaak, late_zaak: Zaak) -> None:
    Mandaat.objects.create(
        gebruiker=speler("inwoner"), gemeente=zaak.gemeente, rol="vertegenwoordiger", vanaf=vandaag(),
        betrokkene=late_zaak.betrokkene, soort="gevolmachtigde",
    )  # fmt: skip
    client = als("inwoner")
    assert "Voor wie is deze melding?" in tekst(client.get("/mijn/melding/"))
    assert client.post("/mijn/melding/", {}).status_code == 422
    mandaat = Mandaat.objects.get(soort="gevolmachtigde")
    client.post("/mijn/melding/", {"voor": str(mandaat.pk)})
    client.post("/mijn/melding/hulpvragen/", HULP | {"actie": "volgende"})
    voor = tekst(client.get("/mijn/melding/nakijken/"))
    assert "Deze melding is voor <strong>J. Terpstra</strong>" in voor and "lees dan: J. Terpstra" in voor
    client.post("/mijn/melding/nakijken/", {"actie": "versturen"})
    nieuw = Zaak.objects.order_by("-nummer")[0]
    assert nieuw.betrokkene == late_zaak.betrokkene
    assert nieuw.feiten.get(nr=1).velden["namens"] is True


def test_melden_is_niet_voor_mantelzorger_of_ondersteuner(als: Als, voorbeeldstad: object) -> None:
    for rol in ("mantelzorger", "clientondersteuner"):
        assert als(rol).get("/mijn/melding/").status_code == 404


def test_het_plan_wordt_bewaard_terwijl_men_typt_en_ingeleverd_met_bewijs(als: Als, zaak: Zaak) -> None:
    client, adres = als("inwoner"), f"/mijn/zaak/{zaak.pk}/plan/"
    stil = client.post(adres, {"a": "Ik wil thuis blijven", "gezien": zaak.versie}, headers={"X-Bewaren": "1"})
    assert stil.status_code == 204 and zaak.versie == Zaak.objects.get(pk=zaak.pk).versie
    assert "Ik wil thuis blijven" in tekst(client.get(adres))
    assert "Ik wil thuis blijven" not in tekst(als("clientondersteuner").get(adres)), (
        "een concept is van wie het schrijft"
    )
    assert "Bewaard op" in tekst(vul_in(client, adres, {"a": "Ik wil thuis blijven", "actie": "bewaar"}))
    klaar = vul_in(client, adres, {"a": "Ik wil thuis blijven", "g": "Wat kost het?", "actie": "inleveren"})
    feit = zaak.feiten.order_by("-nr")[0]
    assert klaar["Location"].endswith(f"/bewijs/{feit.nr}/") and feit.soort == "persoonlijk_plan_ontvangen"
    assert "a. Wat heb ik nodig" in feit.velden["toelichting"] and "Wat kost het?" in feit.velden["toelichting"]
    assert [r["id"] for r in feit.velden["behoeften"]] == ["b1", "b2"]
    na = tekst(client.get(adres))
    assert not Concept.objects.exists() and "U leverde een plan in" in na and "Wat kost het?" in na
    assert "vervangt het eerste niet" in na and "zeven dagen" in na


def test_een_leeg_of_te_lang_plan_wordt_niet_ingeleverd(als: Als, zaak: Zaak) -> None:
    client, adres = als("inwoner"), f"/mijn/zaak/{zaak.pk}/plan/"
    assert vul_in(client, adres, {"actie": "inleveren"}).status_code == 422
    lang = vul_in(client, adres, {"b": "x" * 5001, "actie": "inleveren"})
    assert lang.status_code == 422 and 'href="#b"' in tekst(lang)
    assert zaak.versie == Zaak.objects.get(pk=zaak.pk).versie
