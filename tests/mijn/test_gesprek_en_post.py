"""Where and how one talks, and how letters come: chosen by the resident, taken over by the municipality's letters."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from keukentafel.brieven.gemeente import berichten_voor, brieven_uit
from keukentafel.dossier.models import Betrokkene, Gemeente, Mandaat, Zaak
from keukentafel.dossier.toegang import persoon
from keukentafel.dossier.vastleggen import open_zaak, vandaag, vastleggen
from keukentafel.inrichting.voorbeeldgemeente import speler

from .conftest import Als, tekst, vul_in


@pytest.fixture
def nieuw(zaak: Zaak) -> Zaak:
    """A case of Annie that was reported today."""
    melding = {
        "soort": "melding_ontvangen",
        "datum": vandaag().isoformat(),
        "behoeften": [{"id": "b1", "vraag": "Was"}],
    }
    mens = persoon(speler("consulent"), vandaag())
    return open_zaak(zaak.gemeente, zaak.betrokkene, melding, wie=mens, deur="test", team=zaak.team).zaak


def soorten(zaak: Zaak) -> list[str]:
    return list(zaak.feiten.order_by("nr").values_list("soort", flat=True))


def wens(zaak: Zaak) -> str:
    return f"/mijn/zaak/{zaak.pk}/doen/plek-van-het-gesprek/"


def test_thuis_kiezen_is_ook_om_een_gesprek_thuis_vragen(als: Als, nieuw: Zaak) -> None:
    client = als("inwoner")
    assert vul_in(client, wens(nieuw), {"f-plek": "huisbezoek", "f-erbij": ["tolk"]}).status_code == 302
    assert soorten(nieuw)[1:] == ["gespreksvorm_gevraagd", "gesprek_aan_huis_gevraagd"]
    pagina = tekst(client.get(wens(nieuw)))
    assert 'value="huisbezoek" checked' in pagina and 'value="tolk" checked' in pagina
    assert vul_in(client, wens(nieuw), {"f-plek": "huisbezoek"}).status_code == 302
    assert soorten(nieuw).count("gesprek_aan_huis_gevraagd") == 1


def test_zonder_keuze_is_er_niets_om_door_te_geven(als: Als, nieuw: Zaak) -> None:
    antwoord = vul_in(als("inwoner"), wens(nieuw), {"f-plek": ""})
    assert antwoord.status_code == 422 and 'href="#id_f-plek"' in tekst(antwoord)


@pytest.mark.parametrize(
    ("plek", "in_brief"), [("telefoon", "per telefoon"), ("gemeentehuis", "op het gemeentehuis"), ("video", "video")]
)
def test_de_uitnodiging_neemt_de_wens_over(als: Als, nieuw: Zaak, plek: str, in_brief: str) -> None:
    vul_in(als("inwoner"), wens(nieuw), {"f-plek": plek, "f-erbij": ["mantelzorger", "tolk"]})
    uitnodiging = {
        "soort": "uitnodiging_verstuurd", "datum": vandaag().isoformat(), "gesprek_op": "2099-01-05T10:00",
        "gesprekspartner": {"naam": "Sanne de Boer"},
    }  # fmt: skip
    mens = persoon(speler("consulent"), vandaag())
    vastleggen(nieuw.pk, uitnodiging, wie=mens, deur="test", berichten=berichten_voor)
    tekst_ = str(brieven_uit(nieuw.uitgaand.get().inhoud)[0][0].blokken)
    assert in_brief in tekst_ and "uw mantelzorger en een tolk" in tekst_
    pagina = tekst(als("consulent").get(f"/werk/zaak/{nieuw.pk}/vastleggen/uitnodiging_verstuurd/"))
    assert in_brief in pagina and "Een tolk" in pagina


def hoe(zaak: Zaak) -> str:
    return f"/mijn/zaak/{zaak.pk}/post/hoe/"


def test_digitaal_alleen_na_een_uitdrukkelijk_ja_met_een_adres(als: Als, zaak: Zaak) -> None:
    client = als("inwoner")
    assert "papier" in tekst(client.get(hoe(zaak)))
    zonder = vul_in(client, hoe(zaak), {"f-wijze": "portaal", "ja": "ja"})
    assert zonder.status_code == 422 and 'href="#id_f-email"' in tekst(zonder)
    keuze = {"f-wijze": "portaal", "f-email": "annie@voorbeeld.example", "f-groot": "nee"}
    geen_ja = vul_in(client, hoe(zaak), keuze)
    assert geen_ja.status_code == 422 and 'href="#ja"' in tekst(geen_ja) and "annie@voorbeeld" in tekst(geen_ja)
    assert "elektronisch_bereikbaar_verklaard" not in soorten(zaak)
    assert vul_in(client, hoe(zaak), keuze | {"ja": "ja"}).status_code == 302
    assert soorten(zaak)[-1] == "elektronisch_bereikbaar_verklaard"
    assert Betrokkene.objects.get(pk=zaak.betrokkene_id).email == "annie@voorbeeld.example"
    assert 'value="portaal" checked' in tekst(client.get(hoe(zaak)))
    assert vul_in(client, hoe(zaak), keuze | {"f-wijze": "brief"}).status_code == 302
    assert soorten(zaak)[-1] == "elektronisch_bereikbaar_ingetrokken"


def test_grote_letters_zijn_geen_feit_en_gelden_voor_elke_brief(als: Als, zaak: Zaak) -> None:
    versie = zaak.versie
    assert vul_in(als("inwoner"), hoe(zaak), {"f-wijze": "brief", "f-groot": "ja"}).status_code == 302
    assert Betrokkene.objects.get(pk=zaak.betrokkene_id).groot
    assert Zaak.objects.get(pk=zaak.pk).versie == versie


@pytest.mark.parametrize("adres", ["zomaar", "a@b", "a b@c.nl", "a@b.nl, c@d.nl", "a@b.nl>"])
def test_een_adres_dat_geen_adres_is(als: Als, zaak: Zaak, adres: str) -> None:
    antwoord = vul_in(als("inwoner"), hoe(zaak), {"f-wijze": "brief", "f-groot": "nee", "f-email": adres})
    assert antwoord.status_code == 422 and "naam@voorbeeld.nl" in tekst(antwoord)


def test_een_vertegenwoordiger_geeft_een_adres_voor_kopieen(als: Als, late_zaak: Zaak) -> None:
    client = als("vertegenwoordiger")
    half = vul_in(client, hoe(late_zaak), {"f-wijze": "brief", "f-groot": "nee", "f-adres": "Kade 1"})
    assert half.status_code == 422 and "Vul het hele adres in" in tekst(half)
    heel = {
        "f-wijze": "brief", "f-groot": "nee", "f-adres": "Kade 1", "f-postcode_plaats": "9999 ZZ Voorbeeldstad",
    }  # fmt: skip
    assert vul_in(client, hoe(late_zaak), heel).status_code == 302
    assert Mandaat.objects.get(gebruiker=speler("vertegenwoordiger")).adres == "Kade 1"
    assert "Kade 1" not in tekst(als("inwoner (andere zaak)").get(hoe(late_zaak)))


def test_in_de_melding_vraagt_digitaal_om_een_adres(als: Als, voorbeeldstad: Gemeente, zaak: Zaak) -> None:
    client, stap = als("inwoner"), "/mijn/melding/{}/".format
    vul_in(client, stap("hulpvragen"), {"f-behoeften-0-vraag": "De tuin", "actie": "volgende"})
    vul_in(client, stap("spoed"), {"f-spoed": "nee", "actie": "volgende"})
    leeg = vul_in(client, stap("hulp"), {"f-digitaal": "ja", "actie": "volgende"})
    assert leeg.status_code == 422 and 'href="#id_f-email"' in tekst(leeg)
    vul_in(client, stap("hulp"), {"f-digitaal": "ja", "f-email": "a@voorbeeld.example", "actie": "volgende"})
    assert vul_in(client, stap("nakijken"), {"actie": "versturen"}).status_code == 302
    assert Betrokkene.objects.get(pk=zaak.betrokkene_id).email == "a@voorbeeld.example"


def test_een_ondersteuner_kiest_niet_hoe_de_brieven_komen(als: Als, zaak: Zaak) -> None:
    assert als("clientondersteuner").get(hoe(zaak)).status_code == 404


def test_na_een_besluit_gaat_de_zaak_mee_naar_de_brief(als: Als, zaak: Zaak) -> None:
    gisteren: dict[str, Any] = {"datum": (vandaag() - timedelta(days=1)).isoformat()}
    mens = persoon(speler("consulent"), vandaag())
    aanvraag = gisteren | {"soort": "aanvraag_ontvangen", "behoeften": [{"id": "b1"}]}
    if not zaak.feiten.filter(soort="aanvraag_ontvangen").exists():
        vastleggen(zaak.pk, aanvraag, wie=mens, deur="test")
    besluit = gisteren | {"soort": "besluit_bekendgemaakt", "uitkomst": "afgewezen", "beslist_door": "RV"}
    vastleggen(zaak.pk, besluit, wie=persoon(speler("beslisser"), vandaag()), deur="test")
    client = als("inwoner")
    pagina = tekst(client.get(f"/mijn/zaak/{zaak.pk}/"))
    assert "Bent u het niet eens met het besluit?" in pagina and "/brieven/bezwaar-pro-forma/" in pagina
    assert "/brieven/klacht/" in pagina
    mee = client.get(f"/mijn/zaak/{zaak.pk}/").context["brieven"].mee
    brief = tekst(client.post("/brieven/bezwaar-pro-forma/", mee))
    assert "A. Bloemendaal" in brief and "9999 ZZ" in brief and zaak.nummer in brief and "Lindelaan 1" in brief
    assert 'value="Marktplein 1"' in brief
    terug = f'href="/mijn/zaak/{zaak.pk}/"'
    assert terug in brief and f"Terug naar zaak {zaak.nummer}" in brief and ">Inloggen" not in brief.split("<main")[0]
    hier = {naam: waarde for naam, waarde in mee.items() if naam in ("dossier", "uit_zaak", "uit_nummer")}
    assert all(f'name="{naam}"' in brief for naam in hier)
    assert terug in tekst(client.post("/brieven/", hier)), "ook bij de andere brieven"
    kapot = tekst(client.post("/brieven/bezwaar-pro-forma/", mee | {"uit_zaak": "//elders.example/"}))
    assert "elders.example" not in kapot.split("<main")[1] and "Terug naar zaak" not in kapot


def test_de_afspraak_gaat_de_eigen_agenda_in_ook_bij_de_mantelzorger(als: Als, nieuw: Zaak) -> None:
    adres = f"/mijn/zaak/{nieuw.pk}/afspraak.ics"
    assert als("inwoner").get(adres).status_code == 404, "er is nog geen afspraak"
    uitnodiging = {
        "soort": "uitnodiging_verstuurd", "datum": vandaag().isoformat(), "gesprek_op": "2099-01-05T10:00",
        "plaats": "bij de inwoner thuis",
    }  # fmt: skip
    vastleggen(nieuw.pk, uitnodiging, wie=persoon(speler("consulent"), vandaag()), deur="test")
    assert "Waar: bij u thuis." in tekst(als("inwoner").get(f"/mijn/zaak/{nieuw.pk}/"))
    assert "Waar: bij de inwoner thuis." in tekst(als("mantelzorger").get("/mijn/"))
    for knop in ("inwoner", "mantelzorger", "clientondersteuner"):
        antwoord = als(knop).get(adres)
        inhoud = antwoord.content.decode()
        assert antwoord["Content-Type"].startswith("text/calendar") and "20990105T100000" in inhoud
        assert "Bloemendaal" not in inhoud and "Was" not in inhoud and nieuw.nummer not in inhoud


def test_na_een_nieuwe_uitnodiging_staat_de_nieuwe_afspraak_er(als: Als, zaak: Zaak) -> None:
    """A further talk: what was held before does not hide what is still to come."""
    start = f"/mijn/zaak/{zaak.pk}/"
    assert "Het gesprek is op" not in tekst(als("inwoner").get(start))
    nog_een = {"soort": "uitnodiging_verstuurd", "datum": vandaag().isoformat(), "gesprek_op": "2099-01-05T10:00"}
    vastleggen(zaak.pk, nog_een, wie=persoon(speler("consulent"), vandaag()), deur="test")
    assert "maandag 5 januari 2099" in tekst(als("inwoner").get(start))


def test_wie_geen_gesprek_wilde_kan_daar_op_terugkomen(als: Als, nieuw: Zaak) -> None:
    client, start = als("inwoner"), f"/mijn/zaak/{nieuw.pk}/"
    assert vul_in(client, f"{start}doen/geen-gesprek/", {"ja": "ja"}).status_code == 302
    pagina = tekst(client.get(start))
    assert "doen/toch-een-gesprek/" in pagina and "plek-van-het-gesprek" not in pagina
    assert vul_in(client, f"{start}doen/toch-een-gesprek/", {}).status_code == 302
    assert soorten(nieuw)[-1] == "aanvullend_gesprek_gevraagd"
    assert "doen/toch-een-gesprek/" not in tekst(client.get(start))


def test_wie_ja_zei_zonder_adres_en_papier_kiest_neemt_dat_ja_terug(als: Als, nieuw: Zaak) -> None:
    ja = {"soort": "elektronisch_bereikbaar_verklaard", "datum": vandaag().isoformat()}
    vastleggen(nieuw.pk, ja, wie=persoon(speler("inwoner"), vandaag()), deur="test")
    assert vul_in(als("inwoner"), hoe(nieuw), {"f-wijze": "brief", "f-groot": "nee"}).status_code == 302
    assert soorten(nieuw)[-1] == "elektronisch_bereikbaar_ingetrokken"


def test_een_gesprek_dat_voorbij_is_gaat_geen_agenda_meer_in(als: Als, nieuw: Zaak) -> None:
    gisteren = (vandaag() - timedelta(days=1)).isoformat()
    uitnodiging = {"soort": "uitnodiging_verstuurd", "datum": vandaag().isoformat(), "gesprek_op": gisteren}
    vastleggen(nieuw.pk, uitnodiging, wie=persoon(speler("consulent"), vandaag()), deur="test")
    for knop, adres in (("inwoner", f"/mijn/zaak/{nieuw.pk}/"), ("mantelzorger", "/mijn/")):
        pagina = tekst(als(knop).get(adres))
        assert "Het gesprek was op" in pagina and f"{nieuw.pk}/afspraak.ics" not in pagina


def test_een_kaart_zegt_waarover_de_zaak_gaat(als: Als, zaak: Zaak) -> None:
    pagina = tekst(als("inwoner").get("/mijn/"))
    begin = pagina[pagina.index("Melding van") :]
    assert "Over: " in begin[:300] and "Het huishouden" in pagina
