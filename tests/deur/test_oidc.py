"""Logging in at a real OpenID provider, as worker and as resident, and every way in which it must fail."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.apps import apps
from django.core import serializers
from django.test import Client

from keukentafel.dossier.models import Betrokkene, Gebruiker, Mandaat, Sessie
from keukentafel.dossier.versleuteld import blinde_index
from keukentafel.inrichting.inloggen import oidc
from keukentafel.inrichting.inloggen.aanbieders import Aanbieder, AanbiederFout, aanbieders
from keukentafel.inrichting.inloggen.rekening import lees_bsn

NIEUW_BSN = "999990019"
LogIn = Callable[..., Any]


def is_ingelogd(client: Client) -> bool:
    return client.get("/inloggen/wie/").status_code == 200


def test_een_medewerker_logt_in_en_gaat_verder_waar_zij_heen_wilde(sanne: Gebruiker, log_in: LogIn) -> None:
    client = Client()
    antwoord = log_in(client, "medewerker", "sanne-1", "/inloggen/wie/")
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/inloggen/wie/")
    assert "Sanne de Boer" in client.get("/inloggen/wie/").content.decode()


@pytest.mark.parametrize("verder", ["https://elders.example/", "//elders.example", "javascript:alert(1)", "\\\\x"])
def test_na_het_inloggen_gaat_niemand_naar_elders(sanne: Gebruiker, log_in: LogIn, verder: str) -> None:
    naar = log_in(Client(), "medewerker", "sanne-1", verder)["Location"]
    assert naar.startswith("/") and "elders" not in naar


def test_wat_er_gevraagd_wordt(sanne: Gebruiker, aanbiedertjes: Any) -> None:
    for soort, meer in (("medewerker", ("max_age", ["36000"])), ("inwoner", ("prompt", ["login"]))):
        naar = Client().get(f"/inloggen/bij/{soort}/")["Location"]
        vraag = parse_qs(urlsplit(naar).query)
        assert vraag["response_type"] == ["code"] and vraag["code_challenge_method"] == ["S256"]
        assert vraag["scope"] == ["openid profile"] and vraag["acr_values"] == [aanbiedertjes[soort].acr[0]]
        assert vraag["redirect_uri"] == [f"http://testserver/inloggen/terug/{soort}/"]
        assert len(vraag["state"][0]) >= 20 and len(vraag["nonce"][0]) >= 20
        assert vraag[meer[0]] == meer[1]


def test_vanuit_het_engels_is_het_terugadres_hetzelfde(sanne: Gebruiker, aanbiedertjes: Any) -> None:
    naar = Client().get("/en/inloggen/bij/inwoner/")["Location"]
    assert parse_qs(urlsplit(naar).query)["redirect_uri"] == ["http://testserver/inloggen/terug/inwoner/"]


def test_een_nieuwe_sleutel_na_het_inloggen(sanne: Gebruiker, log_in: LogIn, aanbiedertjes: Any) -> None:
    """Session fixation: who had the key before the login has nothing after it."""
    client = Client()
    client.get("/inloggen/bij/medewerker/")
    voor = client.cookies["keukentafel"].value
    log_in(client, "medewerker", "sanne-1")
    assert client.cookies["keukentafel"].value != voor
    assert not Sessie.objects.filter(session_key=voor).exists()
    ander = Client()
    ander.cookies["keukentafel"] = voor
    assert is_ingelogd(client) and not is_ingelogd(ander)


def test_het_koekje(sanne: Gebruiker, log_in: LogIn) -> None:
    koekje = log_in(Client(), "medewerker", "sanne-1").cookies["keukentafel"]
    assert (koekje["httponly"], koekje["samesite"], koekje["path"]) == (True, "Lax", "/")
    assert not koekje["expires"] and not koekje["max-age"] and not koekje["domain"]


@pytest.mark.parametrize(
    ("claims", "titel"),
    [
        ({"acr": None}, "Log in met een extra stap"),
        ({"acr": "urn:example:alleen-wachtwoord"}, "Log in met een extra stap"),
        ({"acr": None, "amr": ["pwd"]}, "Log in met een extra stap"),
        ({"auth_time": 1_700_000_000}, "Inloggen is niet gelukt"),
    ],
)
def test_zonder_tweede_factor_of_te_lang_geleden(sanne: Gebruiker, log_in: LogIn, claims: Any, titel: str) -> None:
    client = Client()
    antwoord = log_in(client, "medewerker", "sanne-1", **claims)
    assert antwoord.status_code == 403 and titel in antwoord.content.decode()
    assert not is_ingelogd(client)


def test_twee_factoren_mogen_ook_in_amr_staan(sanne: Gebruiker, log_in: LogIn) -> None:
    client = Client()
    log_in(client, "medewerker", "sanne-1", acr=None, amr=["pwd", "mfa"])
    assert is_ingelogd(client)


@pytest.mark.parametrize("actief", [True, False])
def test_wie_niet_is_toegelaten_of_eruit_is_komt_er_niet_in(sanne: Gebruiker, log_in: LogIn, actief: bool) -> None:
    client = Client()
    Gebruiker.objects.filter(pk=sanne.pk).update(is_active=False)
    antwoord = log_in(client, "medewerker", "vreemde" if actief else "sanne-1")
    assert antwoord.status_code == 403 and "U hebt hier geen toegang" in antwoord.content.decode()
    assert not is_ingelogd(client) and not Gebruiker.objects.filter(onderwerp="vreemde").exists()


def test_dezelfde_naam_bij_een_andere_uitgever_is_een_ander(voorbeeldstad: Any, log_in: LogIn) -> None:
    Gebruiker.objects.create(uitgever="https://andere.example", onderwerp="sanne-1", naam="Iemand anders")
    assert log_in(Client(), "medewerker", "sanne-1").status_code == 403


def test_wie_eruit_gaat_is_bij_de_volgende_klik_uitgelogd(sanne: Gebruiker, log_in: LogIn) -> None:
    client = Client()
    log_in(client, "medewerker", "sanne-1")
    Gebruiker.objects.filter(pk=sanne.pk).update(is_active=False)
    assert not is_ingelogd(client) and not Sessie.objects.exists()


# --- What comes back and is not right


def test_het_antwoord_van_een_ander_of_een_tweede_keer(
    sanne: Gebruiker, aanbiedertjes: Any, bij_aanbieder: Callable[..., str]
) -> None:
    """Login CSRF and replay: an answer counts in the session that asked, and once."""
    client, ander = Client(), Client()
    terug = bij_aanbieder(client.get("/inloggen/bij/medewerker/")["Location"], "sanne-1")
    ander.get("/inloggen/bij/medewerker/")
    assert ander.get(terug).status_code == 403 and not is_ingelogd(ander)
    assert client.get(terug).status_code == 302 and is_ingelogd(client)
    client.post("/inloggen/uit/")
    assert client.get(terug).status_code == 403 and not is_ingelogd(client)


def test_een_code_zonder_de_sleutel_die_erbij_hoort(
    sanne: Gebruiker, aanbiedertjes: Any, bij_aanbieder: Callable[..., str]
) -> None:
    """PKCE: the provider refuses a code whose verifier is another's."""
    client = Client()
    een = bij_aanbieder(client.get("/inloggen/bij/medewerker/")["Location"], "sanne-1")
    twee = bij_aanbieder(client.get("/inloggen/bij/medewerker/")["Location"], "sanne-1")
    code, staat = (parse_qs(urlsplit(adres).query) for adres in (een, twee))
    antwoord = client.get("/inloggen/terug/medewerker/", {"code": code["code"][0], "state": staat["state"][0]})
    assert antwoord.status_code == 403 and not is_ingelogd(client)


def test_een_nonce_van_een_ander(sanne: Gebruiker, aanbiedertjes: Any, bij_aanbieder: Callable[..., str]) -> None:
    client = Client()
    terug = bij_aanbieder(client.get("/inloggen/bij/medewerker/")["Location"], "sanne-1")
    winkel = client.session
    (sleutel,) = [naam for naam, _ in winkel.items() if naam.startswith("_state_")]
    winkel[sleutel]["data"]["nonce"] = "een-andere-nonce"
    winkel.save()
    assert client.get(terug).status_code == 403 and not is_ingelogd(client)


@pytest.mark.parametrize(
    "vraag",
    [
        {},
        {"error": "access_denied"},
        {"code": "x", "state": "x"},
        {"code": "x"},
        {"state": "\x00"},
        {"iss": "https://elders.example"},
    ],
)
def test_onzin_op_het_terugadres_is_een_echte_pagina(sanne: Gebruiker, aanbiedertjes: Any, vraag: Any) -> None:
    antwoord = Client().get("/inloggen/terug/medewerker/", vraag)
    assert antwoord.status_code == 403 and "Inloggen is niet gelukt" in antwoord.content.decode()


def test_een_token_voor_een_andere_site_of_van_een_andere_uitgever(
    sanne: Gebruiker, aanbiedertjes: Any, log_in: LogIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A user claim of the provider overrides nothing there, so the check itself is turned: our site expects another.
    for wat, waarde in (("uitgever", "http://127.0.0.1:9"), ("client_id", "een-andere-site")):
        echt = oidc.rond_af
        anders = {naam: getattr(aanbiedertjes["medewerker"], naam) for naam in Aanbieder.__slots__} | {wat: waarde}

        def met_andere_eis(
            verzoek: Any, aanbieder: Aanbieder, *, sinds: None, echt: Any = echt, anders: Any = anders
        ) -> Any:
            kant = oidc.kant(aanbieder)
            monkeypatch.setattr(oidc, "kant", lambda _: kant)
            return echt(verzoek, Aanbieder(**anders))

        with pytest.MonkeyPatch.context() as m:
            m.setattr(oidc, "rond_af", met_andere_eis)
            client = Client()
            assert log_in(client, "medewerker", "sanne-1").status_code == 403
            assert not is_ingelogd(client)
        monkeypatch.undo()


def test_een_inlogdienst_die_niet_antwoordt(sanne: Gebruiker, aanbiedertjes: Any, settings: Any) -> None:
    stuk = {n: getattr(aanbiedertjes["medewerker"], n) for n in Aanbieder.__slots__} | {
        "uitgever": "http://127.0.0.1:9"
    }
    settings.AANBIEDERS = {"medewerker": Aanbieder(**stuk)}
    antwoord = Client().get("/inloggen/bij/medewerker/")
    assert antwoord.status_code == 502 and "De inlogdienst antwoordt niet" in antwoord.content.decode()


def test_een_inlogdienst_die_een_andere_uitgever_noemt(sanne: Gebruiker, aanbiedertjes: Any, settings: Any) -> None:
    anders = aanbiedertjes["medewerker"].uitgever.replace("127.0.0.1", "localhost")
    waarden = {n: getattr(aanbiedertjes["medewerker"], n) for n in Aanbieder.__slots__}
    settings.AANBIEDERS = {"medewerker": Aanbieder(**waarden | {"uitgever": f"{anders}/"})}
    assert Client().get("/inloggen/bij/medewerker/").status_code == 502


def test_na_veel_mislukte_pogingen_blijft_de_deur_even_dicht(
    sanne: Gebruiker, aanbiedertjes: Any, log_in: LogIn
) -> None:
    client = Client()
    uit = [client.get("/inloggen/terug/medewerker/", {"code": "x", "state": "x"}).status_code for _ in range(21)]
    assert uit == [403] * 20 + [429]
    antwoord = client.get("/inloggen/bij/medewerker/")
    assert antwoord.status_code == 429 and int(antwoord["Retry-After"]) <= 600
    assert Client(REMOTE_ADDR="198.51.100.7").get("/inloggen/bij/medewerker/").status_code == 302


# --- Residents


def test_een_inwoner_met_een_zaak_komt_bij_de_eigen_zaak(voorbeeldstad: Any, log_in: LogIn) -> None:
    betrokkene = Betrokkene.objects.first()
    assert betrokkene is not None
    for _ in range(2):
        client = Client()
        assert log_in(client, "inwoner", "broker-1", bsn=betrokkene.bsn).status_code == 302
        assert is_ingelogd(client)
    gebruiker = Gebruiker.objects.get(onderwerp=blinde_index(betrokkene.bsn))
    assert [(m.rol, m.betrokkene_id) for m in gebruiker.mandaten.all()] == [("inwoner", betrokkene.pk)]


def test_een_beeindigd_mandaat_komt_niet_terug_door_in_te_loggen(voorbeeldstad: Any, log_in: LogIn) -> None:
    betrokkene = Betrokkene.objects.first()
    assert betrokkene is not None
    log_in(Client(), "inwoner", "broker-1", bsn=betrokkene.bsn)
    Mandaat.objects.filter(betrokkene=betrokkene, soort="zelf").update(tot="2025-06-01")
    log_in(Client(), "inwoner", "broker-1", bsn=betrokkene.bsn)
    assert Mandaat.objects.filter(betrokkene=betrokkene, soort="zelf").count() == 1


def test_wie_nieuw_is_wordt_eerst_gevraagd(voorbeeldstad: Any, log_in: LogIn) -> None:
    client = Client()
    voor = Gebruiker.objects.count(), Betrokkene.objects.count()
    antwoord = log_in(client, "inwoner", "broker-2", bsn=f"s00000000:{NIEUW_BSN}", name="Nieuwe Naam")
    assert antwoord["Location"] == "/inloggen/nieuw/"
    assert "Nieuwe Naam" in client.get("/inloggen/nieuw/").content.decode()
    assert (Gebruiker.objects.count(), Betrokkene.objects.count()) == voor and not is_ingelogd(client)
    (winkel,) = [json.dumps(s.get_decoded()) for s in Sessie.objects.all()]
    assert NIEUW_BSN not in winkel
    assert "Vul uw naam in" in client.post("/inloggen/nieuw/", {"naam": " "}).content.decode()
    assert client.post("/inloggen/nieuw/", {"naam": "Nieuwe Naam"}).status_code == 302
    assert is_ingelogd(client)
    betrokkene = Betrokkene.objects.get(bsn_index=blinde_index(NIEUW_BSN))
    assert (betrokkene.bsn, betrokkene.naam, betrokkene.gemeente) == (NIEUW_BSN, "Nieuwe Naam", voorbeeldstad)


def test_wie_nieuw_is_en_een_code_heeft_geeft_alleen_een_naam(voorbeeldstad: Any, log_in: LogIn) -> None:
    client, voor = Client(), Betrokkene.objects.count()
    naar = log_in(client, "inwoner", "broker-3", verder="/mijn/uitnodiging/", bsn=NIEUW_BSN, name="Karin de Boer")
    assert naar["Location"] == "/inloggen/nieuw/"
    assert 'name="met" value="code"' in client.get("/inloggen/nieuw/").content.decode()
    assert 'name="met" value="code"' not in client.get("/inloggen/nieuw/?zelf").content.decode()
    assert "Vul uw naam in" in client.post("/inloggen/nieuw/", {"naam": "", "met": "code"}).content.decode()
    antwoord = client.post("/inloggen/nieuw/", {"naam": "Karin de Boer", "met": "code"})
    assert antwoord["Location"] == "/mijn/uitnodiging/" and client.get("/mijn/uitnodiging/").status_code == 200
    assert client.get("/mijn/").status_code == 404 and Betrokkene.objects.count() == voor
    assert not Gebruiker.objects.get(naam="Karin de Boer").mandaten.exists()


def test_wie_eerst_alleen_hielp_kan_later_voor_zichzelf_melden(voorbeeldstad: Any, log_in: LogIn) -> None:
    client = Client()
    log_in(client, "inwoner", "broker-3", verder="/mijn/uitnodiging/", bsn=NIEUW_BSN, name="Karin de Boer")
    client.post("/inloggen/nieuw/", {"naam": "Karin de Boer", "met": "code"})
    karin, anna = Gebruiker.objects.get(naam="Karin de Boer"), Betrokkene.objects.first()
    wat = {"gebruiker": karin, "gemeente": voorbeeldstad, "betrokkene": anna, "vanaf": "2025-01-01"}
    Mandaat.objects.create(rol="mantelzorger", **wat)
    zelf = "/inloggen/bij/inwoner/?verder=/mijn/melding/"
    assert zelf in client.get("/mijn/").content.decode()
    assert client.get("/mijn/melding/").status_code == 404
    assert log_in(client, "inwoner", "broker-3", bsn=NIEUW_BSN)["Location"] == "/mijn/", "zij komt gewoon binnen"
    naar = log_in(client, "inwoner", "broker-3", verder="/mijn/melding/", bsn=NIEUW_BSN)
    assert naar["Location"] == "/inloggen/nieuw/"
    assert client.post("/inloggen/nieuw/", {"naam": "Karin de Boer"})["Location"] == "/mijn/melding/"
    assert sorted(karin.mandaten.values_list("rol", flat=True)) == ["inwoner", "mantelzorger"]
    assert zelf not in client.get("/mijn/").content.decode()


def test_zonder_inloggen_is_er_geen_pagina_voor_nieuwe_mensen(voorbeeldstad: Any, aanbiedertjes: Any) -> None:
    assert Client().get("/inloggen/nieuw/").status_code == Client().post("/inloggen/nieuw/").status_code == 404


@pytest.mark.parametrize("bsn", ["123456789", "", "abc", "0" * 9, "99999001", "9999900190", None, 999990019])
def test_een_bsn_dat_niet_kan_wordt_geweigerd(voorbeeldstad: Any, log_in: LogIn, bsn: Any) -> None:
    client = Client()
    assert log_in(client, "inwoner", "broker-3", bsn=bsn).status_code == 403
    assert not is_ingelogd(client)


def test_het_bsn_in_elke_schrijfwijze() -> None:
    assert [lees_bsn(w) for w in ("999990019", " 999990019 ", "s00000000:999990019")] == ["999990019"] * 3
    assert lees_bsn("s00000001:999990019") is None


def test_van_wat_de_inlogdienst_vertelt_blijft_niets_over(voorbeeldstad: Any, log_in: LogIn) -> None:
    geheim = {
        "email": "geheim@adres.example",
        "birthdate": "1931-01-02",
        "name": "Geheime Naam",
        "iets": "anders-geheim",
    }
    betrokkene = Betrokkene.objects.first()
    assert betrokkene is not None
    client = Client()
    log_in(client, "inwoner", "sub-geheim", bsn=betrokkene.bsn, **geheim)
    assert is_ingelogd(client)
    alles = serializers.serialize("json", [rij for model in apps.get_models() for rij in model.objects.all()])
    alles += json.dumps([s.get_decoded() for s in Sessie.objects.all()])
    assert not [w for w in (*geheim.values(), "sub-geheim", "id_token", "access_token") if w in alles]


# --- The page that asks


def test_de_keuze(sanne: Gebruiker, aanbiedertjes: Any, log_in: LogIn) -> None:
    client = Client()
    tekst = client.get("/inloggen/?verder=/inloggen/wie/").content.decode()
    for soort in ("inwoner", "medewerker"):
        assert f'href="/inloggen/bij/{soort}/?verder=%2Finloggen%2Fwie%2F"' in tekst
    assert 'href="/inloggen/"' in client.get("/").content.decode()
    assert not client.cookies
    log_in(client, "medewerker", "sanne-1")
    assert client.get("/inloggen/?verder=/inloggen/wie/")["Location"] == "/inloggen/wie/"


def test_waar_geen_login_is_ingericht_is_er_geen(client: Client) -> None:
    assert client.get("/inloggen/").status_code == client.get("/inloggen/bij/medewerker/").status_code == 404
    assert "Inloggen" not in client.get("/").content.decode()


def test_een_halve_instelling_start_niet() -> None:
    with pytest.raises(AanbiederFout) as fout:
        aanbieders({"KEUKENTAFEL_OIDC_INWONER_UITGEVER": "http://broker.example"})
    assert [r.split()[0] for r in fout.value.redenen] == [
        f"KEUKENTAFEL_OIDC_INWONER_{naam}" for naam in ("CLIENT_ID", "CLIENT_GEHEIM", "ACR")
    ]
    vol = {f"KEUKENTAFEL_OIDC_INWONER_{n}": "x" for n in ("CLIENT_ID", "CLIENT_GEHEIM", "ACR")}
    with pytest.raises(AanbiederFout, match="https"):
        aanbieders(vol | {"KEUKENTAFEL_OIDC_INWONER_UITGEVER": "http://broker.example"})
    assert aanbieders(vol | {"KEUKENTAFEL_OIDC_INWONER_UITGEVER": "https://broker.example"})["inwoner"].naam == "DigiD"
