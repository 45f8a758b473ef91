"""The pages of the preparation, as a browser without script uses them."""

import json
import re
from datetime import date
from xml.etree import ElementTree

import pikepdf
import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client

from keukentafel.brieven import pdf
from keukentafel.portaal.kader.grens import VENSTERS
from keukentafel.portaal.voorbereiden import bundel, plan, staat, views, week
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
    assert antwoord.status_code == 400
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
    assert antwoord.status_code == 400
    assert "Bij punt 8.1" in antwoord.content.decode()


@pytest.mark.parametrize("mee", ["geen json", "[]", '{"velden": {}}', "9" * 400_001])
def test_een_pagina_waarmee_is_geknoeid(client: Client, mee: str) -> None:
    antwoord = stuur(client, "plan/", voorbereiding=mee)
    assert antwoord.status_code == 400
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
    assert antwoord.status_code == 400
    assert zegt in antwoord.content.decode()
    assert meegedragen(antwoord) == {"plan-a": "Blijft"}


def test_alle_fouten_van_een_bestand_tegelijk() -> None:
    velden = {"bsn": "1", "mz-taak-1-uren": "veel", "dag-1-hoe": "prima", "plan-melding-dag": "40"}
    with pytest.raises(StaatFout) as fout:
        staat.lees(json.dumps({"formaat": staat.FORMAAT, "versie": 1, "velden": velden}), VANDAAG)
    assert len(fout.value.fouten) == 4


def test_zonder_gekozen_bestand(client: Client) -> None:
    assert "Kies eerst een bestand" in stuur(client, "openen/").content.decode()


# --- the personal plan ---------------------------------------------------------------------------------------------

ZEVEN_DAGEN = [
    # melding, laatste dag (Wmo 2.3.2 lid 2; Algemene termijnenwet)
    ((2026, 11, 16), "maandag 23 november 2026"),  # maandag: zeven dagen verder is weer een maandag
    ((2026, 11, 13), "vrijdag 20 november 2026"),
    ((2026, 11, 14), "maandag 23 november 2026"),  # zaterdag: schuift naar maandag
    ((2026, 11, 15), "maandag 23 november 2026"),  # zondag
    ((2026, 4, 20), "dinsdag 28 april 2026"),  # maandag 27 april is Koningsdag
    ((2026, 5, 7), "maandag 18 mei 2026"),  # Hemelvaart, en de vrijdag erna is bij besluit een vrije dag
    ((2025, 12, 18), "maandag 29 december 2025"),  # beide kerstdagen, dan een weekend
]


@pytest.mark.parametrize(("melding", "laatste"), ZEVEN_DAGEN)
def test_zeven_dagen_voor_het_plan(client: Client, melding: tuple[int, int, int], laatste: str) -> None:
    jaar, maand, dag = (str(deel) for deel in melding)
    antwoord = stuur(
        client, "plan/", van="plan", plan_melding_dag=dag, plan_melding_maand=maand, plan_melding_jaar=jaar
    )
    assert f"Lever uw plan in tot en met {laatste}." in antwoord.content.decode()


def test_zonder_melding_geen_laatste_dag(client: Client) -> None:
    assert "Lever uw plan in tot en met" not in stuur(client, "plan/", van="plan", plan_a="x").content.decode()


PLAN = {
    "plan-naam": "Mevrouw Jansen", "plan-melding-dag": "14", "plan-melding-maand": "11", "plan-melding-jaar": "2026",
    "plan-a": "Stofzuigen lukt niet meer.", "plan-g": "Wat betaal ik per maand?", "mz-merkt": "Dit is privé",
}  # fmt: skip


def test_het_plan_als_tekst() -> None:
    assert plan.als_tekst(Staat(PLAN)) == (
        "Persoonlijk plan\n\n"
        "Van: Mevrouw Jansen\n\n"
        "Mijn melding was op 14 november 2026.\n\n"
        f"{plan.VRAAG}\n\n"
        "7.3 (a) Wie u bent en wat u nodig hebt\nStofzuigen lukt niet meer.\n\n"
        "7.9 (g) Wat het u kost\nWat betaal ik per maand?\n"
    )


def test_het_plan_is_ook_van_de_engelse_pagina_nederlands(client: Client) -> None:
    antwoord = client.post("/en/voorbereiden/plan-tekst/", {"voorbereiding": Staat(PLAN).als_tekst()})
    assert antwoord.content.decode() == plan.als_tekst(Staat(PLAN))


# --- paper and PDF -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("deel", DELEN, ids=lambda deel: deel.naam)
def test_op_papier_staan_de_nummers_van_het_scherm(client: Client, deel: object) -> None:
    scherm = NUMMER.findall(client.get(f"/voorbereiden/{deel.naam}/").content.decode())
    papier = NUMMER.findall(client.get(f"/voorbereiden/papier/?wat={deel.naam}").content.decode())
    in_pdf = [punt["nr"] for punt in bundel.blad(Staat(), deel.naam, VANDAAG)["delen"][0]["punten"]]
    assert scherm == papier == in_pdf == [item.nr for item in deel.items]


def punten(staat_: Staat, wat: str) -> list[str]:
    return [punt["nr"] for deel in bundel.blad(staat_, wat, VANDAAG)["delen"] for punt in deel["punten"]]


def test_de_map_houdt_de_lijsten_en_wat_is_ingevuld() -> None:
    nummers = punten(Staat({"gv-dag": "Wisselend", "uv-kosten-vink": "ja", "dag-2-hoe": "goed"}), bundel.MAP)
    lijsten = [item.nr for deel in DELEN for item in deel.items if item.soort == "vink"]
    assert sorted(nummers) == sorted([*lijsten, "4.2", "5.10", "9.2"])


def test_alles_houdt_alles() -> None:
    assert punten(Staat(), bundel.ALLES) == [item.nr for deel in DELEN for item in deel.items]


MANTELZORG = {
    "mz-taak-1-wat": "Koken", "mz-taak-1-uren": "5", "mz-taak-1-delen": "ja", "mz-taak-2-wat": "Wassen",
    "mz-taak-2-uren": "3,5", "mz-merkt": "Ik slaap slecht", "mz-wensen": "Een vrije dag", "mz-wensen-delen": "ja",
}  # fmt: skip


@pytest.mark.parametrize("wat", [bundel.MAP, bundel.ALLES])
def test_van_de_mantelzorger_gaat_alleen_mee_wat_is_aangevinkt(wat: str) -> None:
    blad = json.dumps(bundel.blad(Staat(MANTELZORG), wat, VANDAAG), ensure_ascii=False)
    assert all(tekst in blad for tekst in ("Koken", "Een vrije dag"))
    assert not [tekst for tekst in ("Wassen", "Ik slaap slecht", "8,5") if tekst in blad]


def test_wie_niets_deelt_deelt_niets() -> None:
    stil = {naam: waarde for naam, waarde in MANTELZORG.items() if not naam.endswith("-delen")}
    assert not [nr for nr in punten(Staat(stil), bundel.MAP) if nr.startswith("8.")]


def test_het_eigen_blad_houdt_alles_en_de_som() -> None:
    deel = bundel.blad(Staat(MANTELZORG), "mantelzorger", VANDAAG)["delen"][0]
    assert deel["totaal"] == "Samen 8,5 uur per week"
    assert "Privé" in deel["opmerking"]
    assert "Ik slaap slecht" in json.dumps(deel, ensure_ascii=False)


def test_de_kop_van_een_groep_staat_boven_wat_er_van_over_is() -> None:
    deel = bundel.blad(Staat({"ww-mee-2-naam": "Fatima"}), bundel.MAP, VANDAAG)["delen"][3]
    assert (deel["nr"], deel["punten"][0]["nr"], deel["punten"][0]["kop"]) == ("6", "6.2", "Wie gaat er mee?")


def test_wie_niets_invulde_krijgt_geen_leeg_blad_zonder_woord() -> None:
    assert bundel.blad(Staat(), bundel.MAP, VANDAAG)["delen"][0]["nr"] == "1"


@pytest.mark.parametrize(
    ("taal", "titel"), [("", "Mijn voorbereiding op het gesprek"), ("/en", "My preparation for the talk")]
)
def test_de_pdf_is_toegankelijk(client: Client, taal: str, titel: str) -> None:
    velden = Staat(PLAN | MANTELZORG | {"gv-dag": VIJANDIG, "dag-1-hoe": "slecht"}).als_tekst()
    antwoord = client.post(f"{taal}/voorbereiden/pdf/", {"voorbereiding": velden, "wat": "alles"})
    assert antwoord["Content-Type"] == "application/pdf"
    assert antwoord["Content-Disposition"] == 'attachment; filename="voorbereiding.pdf"'
    from io import BytesIO

    with pikepdf.open(BytesIO(antwoord.content)) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang)[:2] == (taal.strip("/") or "nl")
        meta = document.open_metadata()
        assert meta["pdfuaid:part"] == "1"
        assert meta["dc:title"] == titel


def test_groot_is_groter_en_hetzelfde_is_hetzelfde(client: Client) -> None:
    gewoon = stuur(client, "pdf/", voorbereiding=Staat(PLAN).als_tekst(), wat="plan").content
    assert gewoon == stuur(client, "pdf/", voorbereiding=Staat(PLAN).als_tekst(), wat="plan").content
    assert bladzijden(stuur(client, "pdf/", wat="alles", groot="ja").content) > bladzijden(
        stuur(client, "pdf/", wat="alles").content
    )


def bladzijden(inhoud: bytes) -> int:
    from io import BytesIO

    with pikepdf.open(BytesIO(inhoud)) as document:
        return len(document.pages)


def test_het_plan_om_in_te_leveren_past_op_een_blad(client: Client) -> None:
    antwoord = stuur(client, "pdf/", voorbereiding=Staat(PLAN).als_tekst(), inleveren="ja")
    assert antwoord["Content-Disposition"] == 'attachment; filename="plan.pdf"'
    assert bladzijden(antwoord.content) == 1


def test_alles_tot_de_rand_vol_wordt_nog_een_pdf() -> None:
    vol = {
        naam: {"vink": "ja", "tekst": "woord " * 333, "regel": "W" * 200, "getal": "2,5"}.get(veld.soort, "")
        for naam, veld in VELD.items()
    }
    assert pdf.maak("voorbereiding", bundel.blad(Staat(vol), bundel.ALLES, VANDAAG), "nl", True).startswith(b"%PDF")


# --- the week as a picture -----------------------------------------------------------------------------------------


def test_het_beeld_zegt_wat_het_laat_zien(client: Client) -> None:
    html = stuur(
        client, "week/", van="week", dag_1_hoe="goed", dag_2_hoe="slecht", dag_2_wat="Duizelig"
    ).content.decode()
    assert "<title id=" in html
    assert "Maandag: goed. Dinsdag: slecht. Woensdag: niet ingevuld." in html
    assert re.search(r"<th scope=\"row\">Dinsdag</th><td data-hoe>Slecht</td><td data-notitie>Duizelig</td>", html)


def test_in_het_beeld_staat_elke_dag_in_zijn_kolom() -> None:
    dagen = {f"dag-{i}-hoe": hoe for i, hoe in enumerate(["goed", "gaat", "slecht"], 1)}
    boom = ElementTree.fromstring(week.svg(Staat(dagen | {"dag-4-hoe": '"><script>'})))
    zichtbaar = [(g.get("data-dag"), g.get("data-hoe")) for g in boom.iter() if g.get("visibility") == "visible"]
    assert zichtbaar == [("dag-1-hoe", "goed"), ("dag-2-hoe", "gaat"), ("dag-3-hoe", "slecht")]
    lijn = next(deel for deel in boom.iter() if deel.tag.endswith("polyline"))
    assert lijn.get("points") == "150,62 225,106 300,150"
