"""The pages of the preparation, as a browser without script uses them."""

import json
import re
from datetime import date

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client

from keukentafel.portaal.kader.grens import VENSTERS
from keukentafel.portaal.voorbereiden import staat, views
from keukentafel.portaal.voorbereiden.inhoud import DEEL, DELEN, VELD
from keukentafel.portaal.voorbereiden.staat import Staat, StaatFout

VANDAAG = date(2026, 11, 22)
VIJANDIG = '</textarea><script>alert(1)</script> #read("/etc/passwd") $x$ {{ 7 }} مرحبا'
NUMMER = re.compile(r'<span class="vb-nr">(\d+\.\d+)</span>')


@pytest.fixture(autouse=True)
def ruim(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit on PDFs has tests of its own."""
    monkeypatch.setattr(VENSTERS["pdf"], "aantal", 1_000_000)


@pytest.fixture(autouse=True)
def op_een_zondag() -> object:
    with time_machine.travel(date(2026, 11, 22), tick=False):
        yield


def bestand(**velden: str) -> str:
    return Staat({naam.replace("_", "-"): waarde for naam, waarde in velden.items()}).als_tekst()


def stuur(client: Client, pad: str, **velden: str) -> HttpResponse:
    return client.post(f"/voorbereiden/{pad}", {naam.replace("_", "-"): w for naam, w in velden.items()})


def meegedragen(antwoord: HttpResponse) -> dict[str, str]:
    """The fields that the page carries on."""
    formulier = antwoord.content.decode().partition('<form id="voorbereiding"')[2]
    gevonden = re.search(r'name="voorbereiding" value="([^"]*)"', formulier)
    assert gevonden
    tekst = gevonden.group(1).replace("&quot;", '"').replace("&#x27;", "'").replace("&amp;", "&")
    return json.loads(tekst)["velden"] if tekst else {}


# --- the way through the parts -------------------------------------------------------------------------------------


@pytest.mark.parametrize("taal", ["", "/en"])
@pytest.mark.parametrize("deel", ["", *DEEL, "papier"])
def test_elke_pagina_opent(client: Client, taal: str, deel: str) -> None:
    antwoord = client.get(f"{taal}/voorbereiden/{deel}{'/' if deel else ''}")
    assert antwoord.status_code == 200
    assert not antwoord.cookies


def test_een_deel_dat_er_niet_is(client: Client) -> None:
    assert client.get("/voorbereiden/agenda/").status_code == 404
    assert stuur(client, "pdf/", wat="agenda").status_code == 404
    assert client.get("/voorbereiden/pdf/").status_code == 405


def test_van_deel_naar_deel_gaat_niets_verloren(client: Client) -> None:
    een = stuur(client, "plan/", van="voor", voor_spoed="ja", voor_plan="ja")
    twee = stuur(client, "week/", van="plan", voorbereiding=json_van(een), plan_a="Mijn heup, mijn trap.")
    drie = stuur(client, "voor/", van="week", voorbereiding=json_van(twee), dag_1_hoe="slecht")
    assert meegedragen(drie) == {
        "voor-spoed": "ja", "voor-plan": "ja", "plan-a": "Mijn heup, mijn trap.", "dag-1-hoe": "slecht",
    }  # fmt: skip
    assert 'name="voor-spoed" value="ja" checked' in drie.content.decode()


def json_van(antwoord: HttpResponse) -> str:
    return Staat(meegedragen(antwoord)).als_tekst()


def test_wat_wordt_uitgevinkt_is_weg(client: Client) -> None:
    antwoord = stuur(client, "", van="voor", voorbereiding=bestand(voor_spoed="ja", plan_a="Blijft"))
    assert meegedragen(antwoord) == {"plan-a": "Blijft"}


def test_het_overzicht_telt_wat_is_ingevuld(client: Client) -> None:
    html = stuur(client, "", voorbereiding=bestand(voor_spoed="ja", voor_plan="ja")).content.decode()
    assert f"2 van {len(DEEL['voor'].items)} ingevuld" in html


def test_een_antwoord_wordt_nergens_bewaard(client: Client) -> None:
    antwoord = stuur(client, "plan/", van="plan", plan_a="Mijn heup")
    assert antwoord["Cache-Control"] == "no-store"
    assert not antwoord.cookies
    assert "Mijn heup" not in client.get("/voorbereiden/plan/").content.decode()


def test_geen_adres_draagt_een_antwoord(client: Client) -> None:
    html = stuur(client, "plan/", van="plan", plan_a="Mijnheup").content.decode()
    assert not re.search(r'(?:href|action|formaction)="[^"]*Mijnheup', html)


@pytest.mark.parametrize("deel", DELEN, ids=lambda deel: deel.naam)
def test_vreemde_tekst_doet_niets(client: Client, deel: object) -> None:
    velden = {naam: VIJANDIG for naam, veld in VELD.items() if veld.soort in ("tekst", "regel")}
    html = client.post(f"/voorbereiden/{deel.naam}/", {"voorbereiding": Staat(velden).als_tekst()}).content.decode()
    assert "<script>alert" not in html


# --- mistakes --------------------------------------------------------------------------------------------------------

FOUTEN = [
    # veld, waarde, het punt, wat de melding zegt
    ("mz-taak-1-uren", "veel", "8.1", "als getal"),
    ("mz-taak-2-uren", "169", "8.2", "tot en met 168"),
    ("mz-taak-2-uren", "-1", "8.2", "als getal"),
    ("mz-taak-3-door", "misschien", "8.3", "een van de antwoorden"),
    ("dag-7-hoe", "prima", "9.7", "een van de antwoorden"),
    ("plan-a", "x" * 2001, "7.3", "2000 tekens"),
    ("plan-naam", "x" * 201, "7.1", "200 tekens"),
    ("voor-spoed", "waar", "1.1", "‘ja’ of leeg"),
]


@pytest.mark.parametrize(("veld", "waarde", "punt", "zegt"), FOUTEN)
def test_een_fout_noemt_het_punt_en_wat_wel_kan(veld: str, waarde: str, punt: str, zegt: str) -> None:
    _, fouten = staat.neem({veld: waarde}, VANDAAG)
    assert [fout.veld for fout in fouten] == [veld]
    assert fouten[0].tekst.startswith(f"Bij punt {punt}: ")
    assert zegt in fouten[0].tekst


@pytest.mark.parametrize("uren", ["0", "2", "2,5", "2.5", "168", ""])
def test_uren_mogen_met_komma_of_punt(uren: str) -> None:
    assert staat.neem({"mz-taak-1-uren": uren}, VANDAAG)[1] == []


@pytest.mark.parametrize(
    ("dag", "maand", "jaar", "zegt"),
    [
        ("31", "2", "2026", "bestaat niet"),
        ("14", "", "2026", "bestaat niet"),
        ("x", "11", "2026", "bestaat niet"),
        ("²", "11", "2026", "bestaat niet"),
        ("31", "12", "2014", "1 januari 2015"),
        ("23", "11", "2026", "tot en met vandaag"),
    ],
)
def test_een_dag_die_niet_kan(dag: str, maand: str, jaar: str, zegt: str) -> None:
    delen = {"plan-melding-dag": dag, "plan-melding-maand": maand, "plan-melding-jaar": jaar}
    _, fouten = staat.neem(delen, VANDAAG)
    assert [fout.veld for fout in fouten] == ["plan-melding-dag"]
    assert zegt in fouten[0].tekst


def test_alle_fouten_tegelijk_en_niets_kwijt(client: Client) -> None:
    antwoord = stuur(
        client, "week/", van="mantelzorger", voorbereiding=bestand(plan_a="Blijft"),
        mz_taak_1_wat="Koken", mz_taak_1_uren="veel", mz_taak_2_uren="200", mz_merkt="Slaap slecht",
    )  # fmt: skip
    html = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "8. Blad van de mantelzorger" in html
    assert html.count('class="kt-fout"') == 2
    assert 'href="#mz-taak-1-uren"' in html
    assert {"plan-a": "Blijft", "mz-taak-1-uren": "veel", "mz-merkt": "Slaap slecht"}.items() <= meegedragen(
        antwoord
    ).items()


def test_een_fout_is_te_herstellen(client: Client) -> None:
    """The page carries the wrong value along; the field that mends it wins."""
    fout = stuur(client, "week/", van="mantelzorger", mz_taak_1_uren="veel")
    goed = stuur(client, "week/", van="mantelzorger", voorbereiding=bestand(**meegedragen(fout)), mz_taak_1_uren="3")
    assert goed.status_code == 200
    assert meegedragen(goed) == {"mz-taak-1-uren": "3"}


@pytest.mark.parametrize("pad", ["pdf/", "papier/", "bewaren/", "plan-tekst/"])
def test_van_wat_niet_klopt_wordt_niets_gemaakt(client: Client, pad: str) -> None:
    antwoord = stuur(client, pad, van="mantelzorger", mz_taak_1_uren="veel")
    assert antwoord.status_code == 422
    assert "Bij punt 8.1" in antwoord.content.decode()


@pytest.mark.parametrize("mee", ["geen json", "[]", '{"velden": {}}', "9" * 400_001])
def test_een_pagina_waarmee_is_geknoeid(client: Client, mee: str) -> None:
    antwoord = stuur(client, "plan/", voorbereiding=mee)
    assert antwoord.status_code == 422
    assert 'role="alert"' in antwoord.content.decode()


# --- the file on the visitor's own device --------------------------------------------------------------------------


def test_bewaren_en_weer_openen(client: Client) -> None:
    velden = {"voor-spoed": "ja", "plan-a": "Regel één\nRegel “twee”", "dag-3-hoe": "gaat", "mz-taak-1-uren": "2,5"}
    bewaard = stuur(client, "bewaren/", voorbereiding=Staat(velden).als_tekst())
    assert bewaard["Content-Disposition"] == 'attachment; filename="' + views.BESTAND + '"'
    assert json.loads(bewaard.content)["formaat"] == "keukentafel-voorbereiding"
    geopend = open_bestand(client, bewaard.content)
    assert geopend.status_code == 200
    assert "Uw bestand is open." in geopend.content.decode()
    assert meegedragen(geopend) == velden


def open_bestand(client: Client, inhoud: bytes, **velden: str) -> HttpResponse:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return client.post("/voorbereiden/openen/", {"bestand": SimpleUploadedFile("mijn.json", inhoud), **velden})


KAPOT = [
    (b"", "geen bestand van deze site"),
    (b"\xff\xfe\x00", "geen bestand van deze site"),
    (b"zaak: Z-1", "geen bestand van deze site"),
    (b"[" * 100_000, "geen bestand van deze site"),
    (b'{"zaak": "Z-1", "feiten": []}', "geen bestand van deze site"),
    (b'{"formaat": "keukentafel-voorbereiding", "versie": 2, "velden": {}}', "andere versie"),
    (b'{"formaat": "keukentafel-voorbereiding", "versie": 1, "velden": {"bsn": "1"}}', "onbekend veld: bsn"),
    (
        b'{"formaat": "keukentafel-voorbereiding", "versie": 1, "velden": {"plan-a": 7}}',
        "Bij punt 7.3: hier hoort tekst",
    ),
    (b" " * 900_000, "te groot"),
]


@pytest.mark.parametrize(("inhoud", "zegt"), KAPOT, ids=[zegt for _, zegt in KAPOT])
def test_een_bestand_dat_niet_open_kan(client: Client, inhoud: bytes, zegt: str) -> None:
    antwoord = open_bestand(client, inhoud, voorbereiding=bestand(plan_a="Blijft"))
    assert antwoord.status_code == 422
    assert zegt in antwoord.content.decode()
    assert meegedragen(antwoord) == {"plan-a": "Blijft"}


def test_alle_fouten_van_een_bestand_tegelijk() -> None:
    velden = {"bsn": "1", "mz-taak-1-uren": "veel", "dag-1-hoe": "prima", "plan-melding-dag": "40"}
    with pytest.raises(StaatFout) as fout:
        staat.lees(json.dumps({"formaat": staat.FORMAAT, "versie": 1, "velden": velden}), VANDAAG)
    assert len(fout.value.fouten) == 4


def test_zonder_gekozen_bestand(client: Client) -> None:
    assert "Kies eerst een bestand" in stuur(client, "openen/").content.decode()
