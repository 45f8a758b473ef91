"""What every page of the site must do and must not do."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from keukentafel.inrichting.logboek import Sober
from keukentafel.inrichting.toegang import TOEGANG, Toegang, toegang
from keukentafel.portaal.kader import begrens
from keukentafel.portaal.kader.grens import VENSTERS, Venster

PAGINAS = [
    "/",
    "/toegankelijkheid/",
    "/privacy/",
    "/over/",
    "/het-gesprek/",
    "/het-gesprek/zorgen/",
    "/het-gesprek/regels/",
    "/het-gesprek/vier-vragen/",
    "/het-gesprek/spoed/",
    "/het-gesprek/ondersteuning/",
    "/het-gesprek/kosten/",
    "/het-gesprek/pgb/",
    "/het-gesprek/gemeente/",
]
BEIDE_TALEN = [*PAGINAS, *(f"/en{pad}" for pad in PAGINAS)]
GEHEIM = "Jansen-Smoorenburg 9999"


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


def routes(patronen: list[URLPattern | URLResolver], ruimte: str = "") -> Iterator[str]:
    for patroon in patronen:
        if isinstance(patroon, URLResolver):
            deel = patroon.namespace
            yield from routes(patroon.url_patterns, f"{ruimte}{deel}:" if deel else ruimte)
        else:
            yield f"{ruimte}{patroon.name}"


def test_elke_route_heeft_een_regel() -> None:
    alle = list(routes(get_resolver().url_patterns))
    zonder = [route for route in alle if route not in TOEGANG and route.split(":")[0] not in TOEGANG]
    assert len(alle) > 20
    assert not zonder, f"zonder regel in toegang.py: {zonder}"
    assert not [regel for regel in TOEGANG if not any(regel in (route, route.split(":")[0]) for route in alle)]


def test_een_route_zonder_regel_bestaat_niet(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert client.get("/gezond/").status_code == 200
    monkeypatch.delitem(TOEGANG, "gezond")
    assert client.get("/gezond/").status_code == 404


def test_publieke_paginas_zijn_openbaar() -> None:
    assert {regel and regel.toegang for regel in map(toegang, map(resolve, PAGINAS))} == {Toegang.OPENBAAR}


@pytest.mark.parametrize("pad", BEIDE_TALEN)
@pytest.mark.parametrize("koekje", ["", "a" * 32])
def test_een_publieke_pagina_opent_geen_sessie_en_vraagt_niets_aan_de_databank(pad: str, koekje: str) -> None:
    # No mark for the database here: any query fails the test.
    client = Client(raise_request_exception=True)
    client.cookies[settings.SESSION_COOKIE_NAME] = koekje
    antwoord = client.get(pad)
    assert not hasattr(antwoord.wsgi_request, "session")
    assert not antwoord.cookies and "Cookie" not in antwoord.get("Vary", "")


@pytest.mark.parametrize("pad", BEIDE_TALEN)
def test_een_pagina_zet_geen_koekje_en_beschermt(client: Client, pad: str) -> None:
    antwoord = client.get(pad)
    assert antwoord.status_code == 200
    assert not antwoord.cookies
    csp = antwoord["Content-Security-Policy"]
    assert "default-src 'none'" in csp and "unsafe" not in csp and "http" not in csp
    for deel in ("script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"):
        assert deel in csp
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert antwoord["Referrer-Policy"] == "no-referrer"
    assert antwoord["Cross-Origin-Opener-Policy"] == antwoord["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in antwoord["Permissions-Policy"]
    assert antwoord["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("pad", BEIDE_TALEN)
def test_geen_script_of_stijl_in_de_pagina_zelf(client: Client, pad: str) -> None:
    tekst = client.get(pad).content.decode()
    for verboden in ("<style", " style=", " onclick=", " onload=", "javascript:", "<script>"):
        assert verboden not in tekst


@pytest.mark.parametrize("pad", BEIDE_TALEN)
def test_de_taal_van_de_pagina_en_de_weg_naar_de_andere(client: Client, pad: str) -> None:
    tekst = client.get(pad, headers={"accept-language": "en"}).content.decode()
    engels = pad.startswith("/en/")
    ander = pad.removeprefix("/en") if engels else f"/en{pad}"
    assert f'<html lang="{"en" if engels else "nl"}"' in tekst
    assert f'href="{ander}" lang="{"nl" if engels else "en"}"' in tekst


def test_https_geeft_hsts(client: Client) -> None:
    with pytest.MonkeyPatch.context() as m:
        m.setattr(settings, "SECURE_HSTS_SECONDS", 31_536_000)
        antwoord = Client().get("/", secure=True)
    assert antwoord["Strict-Transport-Security"].startswith("max-age=31536000")


@pytest.mark.parametrize(
    ("koppen", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({}, 200),
        ({"origin": "http://testserver"}, 200),
        ({"origin": "null"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "https://elders.example"}, 403),
        ({"origin": "https://elders.example", "sec-fetch-site": "same-origin"}, 200),
    ],
)
def test_een_post_van_elders_wordt_geweigerd(client: Client, koppen: dict[str, str], status: int) -> None:
    antwoord = client.post("/het-gesprek/gemeente/", {"gemeente": "Delft"}, headers=koppen)
    assert antwoord.status_code == status
    assert antwoord["Cache-Control"] == "no-store"


@pytest.mark.parametrize("pad", ["/nee/", "/en/nee/"])
def test_niet_gevonden_is_een_echte_pagina(client: Client, pad: str) -> None:
    antwoord = client.get(pad)
    assert antwoord.status_code == 404
    assert (
        "This page is not there" if pad.startswith("/en") else "Deze pagina is er niet"
    ) in antwoord.content.decode()


def test_te_groot_is_een_echte_pagina(client: Client) -> None:
    antwoord = client.post("/het-gesprek/gemeente/", {"gemeente": "x" * (settings.GROOTSTE_INZENDING + 1)})
    assert antwoord.status_code == 413
    assert "te groot" in antwoord.content.decode()


def test_te_veel_velden_is_een_echte_pagina(client: Client) -> None:
    antwoord = client.post("/en/het-gesprek/gemeente/", {f"v{n}": "1" for n in range(2100)})
    assert antwoord.status_code == 400
    assert "We do not understand this request" in antwoord.content.decode()


def test_een_fout_van_ons_zegt_niets_over_de_bezoeker(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def stuk(*_: object) -> None:
        raise ValueError(GEHEIM)

    monkeypatch.setattr("keukentafel.portaal.uitleg.gemeenten.zoek", stuk)
    antwoord = client.post("/het-gesprek/gemeente/", {"gemeente": GEHEIM})
    assert antwoord.status_code == 500
    assert "Er ging iets mis bij ons" in antwoord.content.decode()
    assert GEHEIM not in antwoord.content.decode()
    regels = [Sober().format(record) for record in caplog.records]
    assert not [regel for regel in regels if GEHEIM in regel]


def test_het_logboek_zegt_waar_het_misging_maar_niet_wat_er_stond() -> None:
    try:
        raise ValueError(GEHEIM)
    except ValueError as fout:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "mis", None, (type(fout), fout, fout.__traceback__))
    regel = Sober().format(record)
    assert "ValueError" in regel and "test_kader.py" in regel and GEHEIM not in regel


def test_de_toegangsregel_noemt_geen_adres_en_geen_invoer(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("keukentafel")
    logger.addHandler(caplog.handler)
    try:
        Client(REMOTE_ADDR="203.0.113.7").post(f"/het-gesprek/gemeente/?x={GEHEIM}", {"gemeente": GEHEIM})
    finally:
        logger.removeHandler(caplog.handler)
    (regel,) = [record.getMessage() for record in caplog.records if record.name == "keukentafel.toegang"]
    assert regel.startswith("POST portaal:uitleg:gemeente 200 ")
    assert "203.0.113.7" not in regel and GEHEIM not in regel


def test_de_leeskeuze_blijft_en_gaat_weer_uit(client: Client) -> None:
    antwoord = client.post("/lezen/", {"kt_keuze": "groot", "kt_terug": "/privacy/"})
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/privacy/")
    koekje = antwoord.cookies["leeswijze"]
    assert (koekje.value, koekje["httponly"], koekje["samesite"]) == ("groot", True, "Lax")
    client.post("/lezen/", {"kt_keuze": "contrast", "kt_terug": "/"})
    assert 'class="utrecht-root kt-groot kt-contrast"' in client.get("/").content.decode()
    client.post("/lezen/", {"kt_keuze": "groot", "kt_terug": "/"})
    assert 'class="utrecht-root kt-contrast"' in client.get("/").content.decode()
    assert client.post("/lezen/", {"kt_keuze": "contrast", "kt_terug": "/"}).cookies["leeswijze"].value == ""


@pytest.mark.parametrize("terug", ["https://elders.example/", "//elders.example/", "javascript:alert(1)", "", "\\\\x"])
def test_de_leeskeuze_stuurt_niemand_naar_elders(client: Client, terug: str) -> None:
    assert client.post("/lezen/", {"kt_keuze": "groot", "kt_terug": terug})["Location"] == "/"


def test_een_onbekende_leeskeuze_doet_niets(client: Client) -> None:
    antwoord = client.post("/lezen/", {"kt_keuze": "<b>", "kt_terug": "/"})
    assert antwoord.cookies["leeswijze"].value == ""
    client.cookies["leeswijze"] = "groot-<script>"
    assert 'class="utrecht-root kt-groot"' in client.get("/").content.decode()


def test_na_een_post_houden_taal_en_leeskeuze_de_invoer_vast(client: Client) -> None:
    invoer = {"gemeente": "Delft & <b>", "kt_eigen": "niet mee"}
    tekst = client.post("/het-gesprek/gemeente/", invoer).content.decode()
    assert '<input type="hidden" name="gemeente" value="Delft &amp; &lt;b&gt;">' in tekst
    assert 'formaction="/en/het-gesprek/gemeente/"' in tekst
    assert "kt_eigen" not in tekst
    opnieuw = {"kt_keuze": "groot", "kt_terug": "/het-gesprek/gemeente/", "kt_opnieuw": "1"}
    antwoord = client.post("/lezen/", opnieuw)
    assert (antwoord.status_code, antwoord["Location"]) == (307, "/het-gesprek/gemeente/")


def test_gezond_robots_en_security(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert client.get("/gezond/").content == b"ok\n"
    assert "Disallow" not in client.get("/robots.txt").content.decode()
    assert client.get("/.well-known/security.txt").status_code == 404
    monkeypatch.setattr(settings, "CONTACT", "mailto:veilig@gemeente.example")
    assert "Contact: mailto:veilig@gemeente.example" in client.get("/.well-known/security.txt").content.decode()


def test_eigen_naam_logo_en_tokens(client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    assert client.get("/thema.css").status_code == client.get("/logo").status_code == 404
    css = tmp_path / "huis.css"  # type: ignore[operator]
    css.write_text(":root{--voorbeeld-kleuren-violet-500:#123456}")
    svg = tmp_path / "logo.svg"  # type: ignore[operator]
    svg.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    monkeypatch.setattr(settings, "NAAM", "Gemeente Voorbeeldstad")
    monkeypatch.setattr(settings, "THEMA", str(css))
    monkeypatch.setattr(settings, "LOGO", str(svg))
    tekst = client.get("/").content.decode()
    assert "Gemeente Voorbeeldstad" in tekst and "/thema.css" in tekst and 'src="/logo"' in tekst
    assert client.get("/thema.css")["Content-Type"].startswith("text/css")
    assert client.get("/logo")["Content-Type"] == "image/svg+xml"


# --- The limit on what costs


def test_een_venster_telt_per_bezoeker_en_begint_opnieuw() -> None:
    venster = Venster(aantal=2, per=60)
    assert [venster.neem("a", 120.0), venster.neem("a", 121.0), venster.neem("b", 121.0)] == [0, 0, 0]
    assert venster.neem("a", 130.0) == 51
    assert venster.neem("a", 179.5) >= 1
    assert venster.neem("a", 180.0) == 0


def test_een_venster_bewaart_geen_adres_en_vergeet_alles() -> None:
    venster = Venster(aantal=5, per=60)
    venster.neem("203.0.113.7", 0.0)
    eerst = dict(venster._teller)
    assert not [sleutel for sleutel in eerst if b"203" in sleutel]
    venster.neem("203.0.113.7", 60.0)
    assert len(venster._teller) == 1 and not set(eerst) & set(venster._teller)


def proef(_: HttpRequest) -> HttpResponse:
    return HttpResponse("gedaan")


def test_te_vaak_geeft_een_pagina_met_wachttijd(rf: RequestFactory) -> None:
    begrensd = begrens("proef", 2, per=3600)(proef)
    verzoek = rf.post("/het-gesprek/kosten/", REMOTE_ADDR="203.0.113.9")
    assert [begrensd(verzoek).status_code for _ in range(3)] == [200, 200, 429]
    antwoord = begrensd(verzoek)
    assert 1 <= int(antwoord["Retry-After"]) <= 3600
    assert "Even rustig aan" in antwoord.content.decode()
    assert begrensd(rf.get("/het-gesprek/kosten/", REMOTE_ADDR="203.0.113.9")).status_code == 200
    del VENSTERS["proef"]


@pytest.mark.parametrize(
    ("proxies", "keten", "telt_als"),
    [(0, "198.51.100.1", "10.0.0.1"), (1, "198.51.100.66, 198.51.100.1", "198.51.100.1"), (1, "", "10.0.0.1")],
)
def test_alleen_de_eigen_proxy_wordt_geloofd(
    rf: RequestFactory, monkeypatch: pytest.MonkeyPatch, proxies: int, keten: str, telt_als: str
) -> None:
    from keukentafel.portaal.kader.grens import adres_van

    monkeypatch.setattr(settings, "PROXIES", proxies)
    assert adres_van(rf.post("/", REMOTE_ADDR="10.0.0.1", headers={"x-forwarded-for": keten})) == telt_als
