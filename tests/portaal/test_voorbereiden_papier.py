"""What the preparation gives to take along: the plan, the folder, the PDF and the picture of the week."""

import json
import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pikepdf
import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.utils import translation

from keukentafel.brieven import pdf
from keukentafel.portaal.kader.grens import VENSTERS
from keukentafel.portaal.voorbereiden import bundel, kort, plan, views, week
from keukentafel.portaal.voorbereiden.inhoud import DELEN, VELD
from keukentafel.portaal.voorbereiden.staat import Staat

VANDAAG = date(2026, 11, 22)
VIJANDIG = '</textarea><script>alert(1)</script> #read("/etc/passwd") $x$ {{ 7 }} مرحبا'
NUMMER = re.compile(r'<span class="vb-nr">(\d+\.\d+)</span>')


@pytest.fixture(autouse=True)
def ruim(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit on PDFs has tests of its own."""
    assert views.als_pdf
    monkeypatch.setattr(VENSTERS["pdf"], "aantal", 1_000_000)


@pytest.fixture(autouse=True)
def op_een_zondag() -> object:
    with time_machine.travel(date(2026, 11, 22), tick=False):
        yield


def bestand(**velden: str) -> str:
    return Staat({naam.replace("_", "-"): waarde for naam, waarde in velden.items()}).als_tekst()


def stuur(client: Client, pad: str, **velden: str) -> HttpResponse:
    return client.post(f"/voorbereiden/{pad}", {naam.replace("_", "-"): w for naam, w in velden.items()})


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
    html = antwoord.content.decode()
    assert f"Lever uw plan in tot en met {laatste}." in html
    verschoven = f"{date(*melding) + timedelta(7):%-d}" != laatste.split()[1]
    assert ("Dat is geen werkdag." in html) == verschoven


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
        "7.3 (a) Wie ik ben en wat ik nodig heb\nStofzuigen lukt niet meer.\n\n"
        "7.9 (g) Wat het mij kost\nWat betaal ik per maand?\n"
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


def vol(**soort: str) -> dict[str, str]:
    """Every field filled to the brim, or with what is given for its kind."""
    waarden = {"vink": "ja", "tekst": "woord " * 333, "regel": "W" * 200, "getal": "2,5"} | soort
    return {naam: waarden.get(veld.soort, veld.opties[-1].naam if veld.opties else "") for naam, veld in VELD.items()}


@pytest.mark.parametrize("groot", [False, True])
@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("tekst", ["woord " * 333, "W" * 2000, "Nee.", "a\n" * 900])
def test_het_korte_blad_is_nooit_langer_dan_twee_bladzijden(groot: bool, taal: str, tekst: str) -> None:
    with translation.override(taal):
        blad = kort.blad(Staat(vol(tekst=tekst)), VANDAAG, groot=groot)
        assert bladzijden(kort.als_pdf(Staat(vol(tekst=tekst)), VANDAAG, taal, groot=groot)) == 2
    assert bladzijden(pdf.maak("voorbereiding", blad, taal, groot)) == 2
    assert all(deel["punten"] for deel in blad["delen"]) and len(blad["delen"]) == 4


@pytest.mark.parametrize(("groot", "zinnen"), [(False, 7), (True, 2)])
def test_het_korte_blad_kort_alleen_in_wat_niet_past(monkeypatch: pytest.MonkeyPatch, groot: bool, zinnen: int) -> None:
    gezet, maak = {}, pdf.maak

    def zet(sjabloon: str, data: dict, taal: str, groot: bool) -> bytes:
        inhoud = maak(sjabloon, data, taal, groot)
        gezet[inhoud] = data
        return inhoud

    monkeypatch.setattr(pdf, "maak", zet)
    letters = [naam for naam, veld in VELD.items() if naam.startswith(("plan-", "gv-")) and veld.soort == "tekst"][:8]
    assert len(letters) == 8
    staat = Staat(dict.fromkeys(letters, "Op een slechte dag lukt dit mij niet zonder hulp. " * zinnen))
    blad = gezet[kort.als_pdf(staat, VANDAAG, "nl", groot=groot)]
    assert "…" not in str(blad) and "in mijn map" not in str(blad), "alles past heel op twee bladzijden"
    blad = gezet[kort.als_pdf(Staat(vol(tekst="woord " * 333)), VANDAAG, "nl", groot=groot)]
    assert "…" in str(blad) and "in mijn map" in str(blad), "en dit niet"


@pytest.mark.parametrize("pad", ["pdf/", "papier/"])
def test_een_leeg_kort_blad_komt_niet_op_papier(client: Client, pad: str) -> None:
    antwoord = stuur(client, pad, wat="kort", voorbereiding=bestand(eigen_1="Dit staat niet in het korte blad"))
    assert antwoord.status_code == 422
    assert 'href="#kort"' in antwoord.content.decode() and "Het korte blad is nog leeg." in antwoord.content.decode()


def test_het_korte_blad_zegt_wat_u_wilt_zeggen(client: Client) -> None:
    velden = PLAN | {
        "gv-dag": "Ik sta op om zeven uur.", "uv-beslist-vink": "ja", "uv-kosten-vink": "ja",
        "uv-eigen-1": "Mag het morgen?",
        "ww-mee-1-naam": "Karin", "ww-mee-1-rol": "dochter", "ww-plek": "thuis", "ww-id": "ja", "eigen-1": "Privé",
    }  # fmt: skip
    html = stuur(client, "papier/", voorbereiding=Staat(velden).als_tekst(), wat="kort").content.decode()
    koppen = ["Wat ik wil vertellen", "Wat ik wil vragen", "Wie erbij is en waar", "Papieren die ik meeneem"]
    assert [html.index(kop) for kop in koppen] == sorted(html.index(kop) for kop in koppen)
    for woord in ("Ik sta op om zeven uur.", "Mag het morgen?", "Karin, dochter", "Bij mij thuis", "wie beslist?"):
        assert woord in html, woord
    assert "Leest een collega" not in html, "die vraag is niet aangekruist"
    assert "staan in mijn map" not in html
    antwoord = stuur(client, "pdf/", voorbereiding=Staat(velden).als_tekst(), wat="kort")
    assert bladzijden(antwoord.content) <= 2


def test_alles_tot_de_rand_vol_wordt_nog_een_pdf() -> None:
    assert pdf.maak("voorbereiding", bundel.blad(Staat(vol()), bundel.ALLES, VANDAAG), "nl", True).startswith(b"%PDF")


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


def test_een_dag_die_niemand_kent_breekt_de_lijn() -> None:
    dagen = {"dag-1-hoe": "goed", "dag-2-hoe": "gaat", "dag-4-hoe": "slecht", "dag-5-hoe": "slecht"}
    assert week.lijn(week.dagen(Staat(dagen))) == "M150 62 L225 106 M300 194 L300 238"
