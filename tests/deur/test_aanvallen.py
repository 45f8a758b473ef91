"""What who means harm would try: words that are markup, forms of others, addresses that lead away, and bulk."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from keukentafel.dossier.models import Betrokkene, Feit, Gebruiker, Gemeente, Instelling, Mandaat, Team, Zaak
from keukentafel.dossier.vastleggen import vandaag
from keukentafel.inrichting import voorbeeldgemeente
from keukentafel.inrichting.verhalen import VERHALEN, Verhaal
from keukentafel.inrichting.voorbeeldgemeente import ROLSPELERS, speler

from .routes import loop, routes

Als = Callable[[Any], Client]
KWAAD = '"><script>kt()</script>{{7*7}}#panic("k")$*_\\'
"""Markup for a browser, for a template and for the typesetter of letters, in one name."""
THUIS = {"inwoner": "/mijn/", "consulent": "/werk/", "beslisser": "/werk/", "beheerder": "/beheer/"}


def met_kwaad(waarde: Any) -> Any:
    """The same fact, with every free text (what holds a space) turned into markup."""
    if isinstance(waarde, str):
        return f"{KWAAD} {waarde}" if " " in waarde else waarde
    if isinstance(waarde, Mapping):
        return {naam: met_kwaad(deel) for naam, deel in waarde.items()}
    return [met_kwaad(deel) for deel in waarde] if isinstance(waarde, list | tuple) else waarde


@pytest.fixture
def kwade_gemeente(db: None, monkeypatch: pytest.MonkeyPatch) -> Gemeente:
    """A municipality in which every name and every text that somebody typed is markup."""
    from keukentafel.brieven.gemeente import berichten_voor

    verhalen = [
        Verhaal(v.dagen_geleden, tuple((dag, met_kwaad(feit)) for dag, feit in v.feiten), KWAAD, v.door_beslisser)
        for v in VERHALEN[:3]
    ]
    monkeypatch.setattr(voorbeeldgemeente, "NAMEN", (KWAAD,))
    gemeente = voorbeeldgemeente.bouw(vandaag(), berichten_voor, verhalen=verhalen)
    Gebruiker.objects.update(naam=KWAAD)
    for nr, team in enumerate(Team.objects.all()):
        Team.objects.filter(pk=team.pk).update(naam=f"{KWAAD}{nr}")
    Gemeente.objects.update(naam=KWAAD, adres=KWAAD, telefoon=KWAAD[:30])
    Mandaat.objects.filter(rol="deskundige").update(vraag=KWAAD)
    for rij in Instelling.objects.all():
        rij.waarde, rij.bron = met_kwaad(rij.waarde) | {"titel": KWAAD}, KWAAD
        rij.save()
    eigen = {"nl": KWAAD, "en": KWAAD}
    for naam in ("besluit", "bevestiging-melding"):
        voorbeeldgemeente.voeg_toe(gemeente, "brief", naam, eigen, vanaf=vandaag(), door=speler("beheerder"))
    return gemeente


@pytest.fixture
def als_kwaad(kwade_gemeente: Gemeente, inloggen: Callable[[Any], Client]) -> Als:
    return inloggen


@pytest.mark.parametrize("rol", [r.knop for r in ROLSPELERS])
def test_wat_iemand_typt_is_overal_tekst(als_kwaad: Als, rol: str) -> None:
    begin = THUIS.get(rol, "/werk/" if rol == "deskundige" else "/mijn/")
    gezien: list[str] = []
    brieven: list[str] = []

    def kijk(pad: str, antwoord: Any) -> None:
        soort, inhoud = antwoord.get("Content-Type", ""), antwoord.getvalue()
        if soort.startswith("text/html"):
            gezien.extend([pad] * (b"&lt;script&gt;kt()" in inhoud))
            assert b"<script>kt" not in inhoud and b'"><script' not in inhoud, pad
        elif soort == "application/pdf":
            brieven.append(pad)
            assert inhoud.startswith(b"%PDF-"), pad
        else:
            assert antwoord["Content-Disposition"].startswith("attachment") or antwoord.status_code != 200, pad

    loop(als_kwaad(rol), begin, kijk)
    assert gezien and (brieven or rol not in ("inwoner", "beheerder"))


# --- Forms


def test_geen_enkel_formulier_gaat_zonder_sleutel(als: Als) -> None:
    """Cross-site request forgery: every route, by who may come there."""
    voor = [model.objects.count() for model in (Feit, Zaak, Mandaat, Instelling, Betrokkene, Team)]
    zaak = Zaak.objects.order_by("nummer")[0]
    geweigerd = 0
    for rol in ("inwoner", "consulent", "beslisser", "beheerder"):
        client = als(rol)
        client.handler.enforce_csrf_checks = True
        for route in routes():
            antwoord = client.post(route.met(zaak_id=zaak.pk, gemeente="voorbeeldstad"), {"actie": "bewaar"})
            assert antwoord.status_code in (403, 404, 405), route
            geweigerd += antwoord.status_code == 403
    assert geweigerd > 30
    assert voor == [model.objects.count() for model in (Feit, Zaak, Mandaat, Instelling, Betrokkene, Team)]


@pytest.mark.parametrize("kop", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elders.example"}])
def test_van_een_andere_site_komt_niets_binnen(als: Als, kop: dict[str, str]) -> None:
    client = als("beheerder")
    assert client.post("/beheer/voorbeeldstad/teams/", {"naam": "Oost"}, headers=kop).status_code == 403
    assert not Team.objects.filter(naam="Oost").exists()


# --- Addresses

ELDERS = (
    "https://elders.example", "//elders.example", "///elders.example", "/\\elders.example", "\\\\elders.example",
    "\t//elders.example", "javascript:alert(1)", "data:text/html,x", "/\r\nSet-Cookie: a=b", "http:elders.example", "",
)  # fmt: skip


@pytest.mark.parametrize("naar", ELDERS)
def test_na_het_inloggen_leidt_geen_adres_weg(voorbeeldstad: Any, als: Als, settings: Any, naar: str) -> None:
    settings.DEMO = True
    for antwoord in (
        Client().post("/demo/", {"wie": "consulent", "verder": naar}),
        als("consulent").get("/inloggen/", {"verder": naar}),
        als("consulent").get("/inloggen/bevestig/", {"verder": naar}),
    ):
        doel = antwoord["Location"]
        assert antwoord.status_code == 302 and doel.startswith("/") and not doel.startswith(("//", "/\\"))
        assert "Set-Cookie" not in antwoord.headers


def test_de_naam_van_een_andere_site_wordt_niet_geloofd(als: Als) -> None:
    client = als("beheerder")
    for kop in ({"host": "elders.example"}, {"host": "testserver@elders.example"}, {"host": "testserver:x"}):
        assert client.get("/beheer/", headers=kop).status_code == 400
    antwoord = client.get("/beheer/", headers={"X-Forwarded-Host": "elders.example", "X-Forwarded-Proto": "https"})
    assert antwoord["Location"].startswith("/beheer/")


def test_een_sleutel_over_een_open_lijn_wordt_niet_eens_gelezen(voorbeeldstad: Any, settings: Any) -> None:
    settings.HTTPS = settings.SECURE_SSL_REDIRECT = True
    koppen = {"Authorization": "Bearer kt_x"}
    assert Client().get("/api/v1/zaken", headers=koppen).status_code == 403
    assert Client().get("/api/v1/zaken", headers=koppen | {"X-Forwarded-Proto": "https"}).status_code == 403
    assert Client().get("/api/v1/zaken", headers=koppen, secure=True).status_code == 401
    assert Client().get("/inloggen/wie/").status_code == 301


RAAR = (
    "' OR 1=1--",
    "1; DROP TABLE dossier_zaak",
    "%",
    "\x00",
    "../../etc/passwd",
    "9" * 400,
    "-1",
    "é" * 300,
    "{}",
    "[]",
)


def test_wat_raars_in_een_adres_staat_geeft_een_gewone_pagina(als: Als) -> None:
    vragen = ("na", "fase", "wie", "te_laat", "spoed", "mandaat", "team", "wie", "groot", "van", "pagina", "verder")
    for rol, pad in (
        ("consulent", "/werk/"),
        ("beheerder", "/beheer/voorbeeldstad/mensen/einde/"),
        ("inwoner", "/mijn/"),
    ):
        client = als(rol)
        for raar in RAAR:
            antwoord = client.get(pad, dict.fromkeys(vragen, raar))
            assert antwoord.status_code in (200, 302, 400, 404), (pad, raar)
    assert Zaak.objects.count() == 3


@pytest.mark.parametrize("pad", ["..%2f..%2fetc%2fpasswd", "..\\..\\x", "%00", "kt.pdf%0d%0aX: y", "....//x"])
def test_een_pad_komt_niet_buiten_de_eigen_map(als: Als, pad: str) -> None:
    zaak = Zaak.objects.order_by("nummer")[0]
    for adres in (
        f"/mijn/zaak/{zaak.pk}/documenten/{pad}/download/", f"/statisch/{pad}", f"/statisch/keukentafel/../../{pad}",
        f"/beheer/voorbeeldstad/brieven/{pad}/voorbeeld.pdf",
    ):  # fmt: skip
        antwoord = als("inwoner").get(adres)
        assert antwoord.status_code in (302, 404) and "X" not in antwoord.headers, adres


ONZIN = ("", "\x00", "' OR 1=1--", "9" * 400, "-1", "é\ud83d" * 60, "2026-02-30", "{{7*7}}", "[]", "\u202e\r\nX: y")


@pytest.mark.parametrize("rol", [r.knop for r in ROLSPELERS])
def test_onzin_in_elk_veld_van_elk_formulier_geeft_een_gewone_pagina(als: Als, settings: Any, rol: str) -> None:
    settings.SCHRIJVEN_PER_MINUUT = 0
    client, vormen = als(rol), {}

    def kijk(pad: str, antwoord: Any) -> None:
        if antwoord.get("Content-Type", "").startswith("text/html"):
            for vorm in re.findall(r"<form\b.*?</form>", antwoord.content.decode(), re.S):
                doel = re.search(r'action="([^"]+)"', vorm)
                vormen[unescape(doel[1]) if doel else pad] = sorted(set(re.findall(r'\bname="([^"]+)"', vorm)))

    loop(client, THUIS.get(rol, "/werk/" if rol == "deskundige" else "/mijn/"), kijk)
    eigen = {doel: velden for doel, velden in vormen.items() if not doel.startswith(("/inloggen/", "/lezen/", "/en/"))}
    assert eigen
    brieven = [doel for doel in eigen if "/brieven/" in doel]
    for nr, doel in enumerate(sorted(eigen.keys() - set(brieven[2:]))):
        waarden = {veld: ONZIN[(len(veld) + nr) % len(ONZIN)].encode("utf-8", "replace") for veld in eigen[doel]}
        antwoord = client.post(doel, urlencode(waarden), content_type="application/x-www-form-urlencoded")
        assert antwoord.status_code < 500 and "X" not in antwoord.headers, (doel, waarden)


# --- Bulk


def test_veel_tekst_kost_weinig(als: Als) -> None:
    """A pattern that runs wild, or a form of megabytes, would show here as seconds."""
    client = als("beheerder")
    for veel in ("a" * 1_900_000, "@" * 500_000, "a@" + "." * 500_000, "9." * 500_000, " " * 1_900_000, "<" * 500_000):
        begin = time.process_time()
        for naam, pad in (("email", "gegevens/"), ("aantal", "normen/verslag/"), ("titel", "voorzieningen/nieuw/")):
            antwoord = client.post(f"/beheer/voorbeeldstad/{pad}", {naam: veel})
            assert antwoord.status_code == 422, pad
        assert time.process_time() - begin < 3


def test_te_groot_wordt_niet_gelezen(als: Als, settings: Any) -> None:
    client = als("beheerder")
    veel = b"a" * (settings.GROOTSTE_DOCUMENT + 1)
    antwoord = client.generic("POST", "/beheer/voorbeeldstad/gegevens/", veel, "application/x-www-form-urlencoded")
    assert antwoord.status_code == 413
    half = b"adres=" + b"a" * (settings.GROOTSTE_INZENDING + 1)
    antwoord = client.generic("POST", "/beheer/voorbeeldstad/gegevens/", half, "application/x-www-form-urlencoded")
    assert antwoord.status_code == 413
    client.get("/beheer/voorbeeldstad/gegevens/")
    client.handler.enforce_csrf_checks = True  # as a browser: what is sent is read in search of the token
    antwoord = client.generic("POST", "/beheer/voorbeeldstad/gegevens/", half, "application/x-www-form-urlencoded")
    assert antwoord.status_code == 413 and "<h1" in antwoord.content.decode()
    client.handler.enforce_csrf_checks = False
    velden = {f"v{nr}": "" for nr in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    assert client.post("/beheer/voorbeeldstad/gegevens/", velden).status_code == 400
