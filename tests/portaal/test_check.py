"""The check of a report and of a decision: gaps as questions, the letter that asks them, never a score."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client

from keukentafel.portaal.check.gaten import gaten, oordelen
from keukentafel.portaal.check.inhoud import BESLUIT, VERSLAG
from keukentafel.portaal.check.lezing import vul_aan
from keukentafel.portaal.watnu.beeld import Beeld
from keukentafel.portaal.watnu.dossier import Dossier
from keukentafel.procedure.feit import Meer
from keukentafel.procedure.register import FEITSOORTEN, WAARBORG

MAANDAG = date(2026, 11, 23)
ONDERDELEN = [punt.naam for punt in VERSLAG if punt.soort == "onderdeel"]
ONDERZOCHT = [punt.naam for punt in VERSLAG if punt.soort == "onderzocht"]
DAG = {"v-datum-dag": ["3"], "v-datum-maand": ["11"], "v-datum-jaar": ["2026"]}
TRAP = {"rij-0-tekst": ["De trap lukt niet"]}
KOKEN = {"rij-1-tekst": ["Koken lukt niet"]}


@pytest.fixture(autouse=True)
def op_maandag() -> Iterator[None]:
    with time_machine.travel(MAANDAG, tick=False):
        yield


@pytest.fixture
def bezoeker() -> Client:
    return Client(headers={"host": "127.0.0.1"})


def kijk(bezoeker: Client, soort: str, taal: str = "", **velden: Any) -> HttpResponse:
    return bezoeker.post(f"{taal}/check/{soort}/", {"actie": "kijk", **velden})


def vragen(antwoord: HttpResponse) -> list[str]:
    """The questions on the page, in order."""
    return re.findall(r'class="wn-ene">([^<]*)<', html.unescape(antwoord.content.decode()))


def dossier_uit(antwoord: HttpResponse) -> str:
    """The file that the page carries."""
    gevonden = re.search(r'name="dossier" value="([^"]*)"', antwoord.content.decode())
    return html.unescape(gevonden[1]) if gevonden else ""


def beeld(soort: str, rauw: dict[str, list[str]]) -> Beeld:
    dossier = Dossier()
    assert vul_aan(soort, rauw, dossier, MAANDAG) == ()
    return Beeld(dossier, MAANDAG)


# --- the report -----------------------------------------------------------------------------------------------------


def test_de_lijst_is_die_van_de_procedure() -> None:
    vorm = FEITSOORTEN["verslag_verstuurd"].velden["onderdelen"]
    assert isinstance(vorm, Meer) and set(ONDERDELEN) == set(vorm.waarden)
    assert ONDERZOCHT == list("abcdefg")
    assert all(punt.tekst.nl and punt.tekst.en for punt in (*VERSLAG, *BESLUIT))
    assert all(punt.vraag.nl and punt.vraag.en for punt in (*VERSLAG, *BESLUIT) if punt.mist)
    assert {punt.waarborg for punt in BESLUIT} - {""} <= set(WAARBORG)


def test_een_volledig_verslag_heeft_geen_gaten(bezoeker: Client) -> None:
    velden = {**DAG, **TRAP, "rij-0-verslag": "maatwerk", "onderdeel": ONDERDELEN, "onderzocht": ONDERZOCHT}
    antwoord = kijk(bezoeker, "verslag", **velden)
    assert vragen(antwoord) == []
    assert "We zien geen gaten" in antwoord.content.decode()


@pytest.mark.parametrize("weg", ONDERDELEN)
@pytest.mark.parametrize("plan", ["ja", "nee"])
@pytest.mark.parametrize("oplossing", ["maatwerk", "netwerk"])
def test_een_gat_is_er_precies_als_de_waarborg_het_zegt(weg: str, plan: str, oplossing: str) -> None:
    """V3 and the questions agree: the plan only where there was one, pgb only with maatwerk."""
    rauw = {
        **DAG, **TRAP, "rij-0-verslag": [oplossing], "plan": [plan],
        "onderdeel": [naam for naam in ONDERDELEN if naam != weg], "onderzocht": ONDERZOCHT,
    }  # fmt: skip
    b = beeld("verslag", rauw)
    assert bool(gaten("verslag", rauw, b)) == (oordelen(b)["V3"] == "geschonden")


def test_een_hulpvraag_zonder_uitkomst_wordt_een_vraag(bezoeker: Client) -> None:
    velden = {**DAG, **TRAP, **KOKEN, "rij-0-verslag": "netwerk", "onderdeel": ONDERDELEN, "onderzocht": ONDERZOCHT}
    antwoord = kijk(bezoeker, "verslag", **velden)
    assert vragen(antwoord) == ["Wat is de uitkomst voor: ‘Koken lukt niet’?"]
    assert 'formaction="/brieven/verslag-aanvullen/"' in antwoord.content.decode()


def test_wet_komt_voor_norm_en_zonder_mantelzorger_geen_vraag_daarover() -> None:
    rauw = {**DAG, "onderdeel": ["behoeften"], "onderzocht": ["a"], "mantelzorger": ["nee"]}
    bindingen = [gat.binding for gat in gaten("verslag", rauw, beeld("verslag", rauw))]
    assert bindingen == sorted(bindingen, key="wet rechtspraak norm".split().index)
    assert "d. Wat uw mantelzorger nodig heeft" not in [
        gat.wat for gat in gaten("verslag", rauw, beeld("verslag", rauw))
    ]


def test_wat_u_niet_weet_mag_u_openlaten(bezoeker: Client) -> None:
    antwoord = kijk(bezoeker, "verslag", **TRAP, onderdeel="geen-van-deze")
    tekst = html.unescape(antwoord.content.decode())
    assert antwoord.status_code == 200
    assert "daar keken we niet naar: ‘Wat is er onderzocht, volgens het verslag?’" in tekst
    assert "‘Wat staat er in het verslag?’" not in tekst and "art. 2.3.2 lid 4" not in tekst
    for soort in ("verslag", "besluit"):
        leeg = kijk(bezoeker, soort)
        assert leeg.status_code == 200 and "U liet alles open." in leeg.content.decode(), "ook de datum"


def test_een_fout_staat_ook_bij_de_vraag(bezoeker: Client) -> None:
    antwoord = kijk(bezoeker, "verslag", **TRAP, onderzocht=["a", "geen-van-deze"], **{"v-datum-dag": "31"})
    assert antwoord.status_code == 422
    tekst = html.unescape(antwoord.content.decode())
    assert 'id="onderzocht-fout"' in tekst and 'aria-describedby="onderzocht-fout"' in tekst
    assert 'id="v-datum-fout"' in tekst, "alle fouten ineens"
    assert tekst.count("Haal een van de twee weg.") == 2, "boven aan de pagina, en bij de vraag"
    assert 'value="De trap lukt niet"' in tekst, "wat getypt is, staat er nog"


def test_de_brief_vraagt_om_wat_de_wet_zegt_dat_onderzocht_moest_worden(bezoeker: Client) -> None:
    antwoord = kijk(bezoeker, "verslag", **{**DAG, **TRAP, "onderdeel": "behoeften", "onderzocht": ["a", "g"]})
    pagina = bezoeker.post("/brieven/verslag-aanvullen/", {"dossier": dossier_uit(antwoord)})
    brief = html.unescape(pagina.content.decode())
    lijst = brief.split("Dit moest u onderzoeken (artikel 2.3.2 lid 4), en ik lees het niet terug:")[1]
    lijst = lijst.split("Deze onderdelen mis ik:")[0]
    assert [deel for deel in "abcdefg" if f" ({deel})" in lijst] == list("bcdef")


def test_geen_van_deze_is_een_antwoord(bezoeker: Client) -> None:
    antwoord = kijk(bezoeker, "verslag", **{**DAG, "onderdeel": "geen-van-deze", "onderzocht": "geen-van-deze"})
    assert len(vragen(antwoord)) == 5 + 7, "vijf delen die altijd gelden, en a tot en met g"


# --- the decision ---------------------------------------------------------------------------------------------------

GOED = {
    "motivering": ["ja"],
    "gebaseerd_op_verslag": ["ja"],
    "rechtsmiddelenclausule": ["ja"],
    "inkomen": ["nee"],
    "ingangsdatum": ["ja"],
}


def test_een_besluit_dat_klopt_heeft_geen_gaten_en_noemt_de_dag_voor_bezwaar(bezoeker: Client) -> None:
    antwoord = kijk(
        bezoeker, "besluit", **{**DAG, **GOED, **TRAP, "rij-0-verslag": "maatwerk", "rij-0-besluit": "toegekend"}
    )
    assert vragen(antwoord) == []
    assert "U kunt bezwaar maken tot en met dinsdag 15 december 2026." in html.unescape(antwoord.content.decode())


@pytest.mark.parametrize(
    ("anders", "vraag", "waarborg"),
    [
        ({"motivering": ["nee"]}, "Waarom besluit u dit zo?", "A5"),
        ({"gebaseerd_op_verslag": ["nee"]}, "Hoe past dit besluit bij het verslag van het onderzoek?", "A5"),
        ({"rechtsmiddelenclausule": ["nee"]}, "Waar en tot wanneer kan ik bezwaar maken?", "A8"),
        ({"ingangsdatum": ["nee"]}, "Vanaf welke dag gaat dit in?", None),
        ({"rij-0-besluit": [""]}, "Wat besluit u over: ‘De trap lukt niet’?", "A9"),
        (
            {"rij-0-besluit": ["afgewezen"]},
            "Waarom is het besluit over ‘De trap lukt niet’ anders dan het verslag?",
            "A6",
        ),
        (
            {"rij-0-verslag": [""], "rij-0-besluit": ["afgewezen"], "inkomen": ["ja"], "rij-0-reden": ["ja"]},
            "Waarom weigert u om mijn inkomen? Dat mag niet van de wet.",
            "A10",
        ),
        (
            {"pgb": ["ja"], "bekwaam": ["ja"], "gemotiveerd": ["nee"], "kwaliteit": ["ja"]},
            "Wat vindt u van mijn reden om een pgb te kiezen?",
            "A11",
        ),
    ],
)  # fmt: skip
def test_elk_gat_in_een_besluit_wordt_een_vraag_en_de_waarborg_zegt_hetzelfde(
    anders: dict[str, list[str]], vraag: str, waarborg: str | None
) -> None:
    rauw = {**DAG, **GOED, **TRAP, "rij-0-verslag": ["maatwerk"], "rij-0-besluit": ["toegekend"], **anders}
    b = beeld("besluit", rauw)
    assert vraag in [gat.vraag for gat in gaten("besluit", rauw, b)]
    if waarborg:
        assert oordelen(b)[waarborg] == "geschonden"


@pytest.mark.parametrize(("gemeld", "gat"), [(None, True), ("2026-10-16", False)])
def test_een_besluit_dat_te_laat_was_zonder_bericht_geeft_een_vraag(gemeld: str | None, gat: bool) -> None:
    """Applied on Monday 5 October: the decision was due on the 19th, or told before that to come later (Awb 4:14)."""
    dossier = Dossier({"feiten": [
        {"soort": "melding_ontvangen", "datum": "2026-08-24"}, {"soort": "verslag_verstuurd", "datum": "2026-10-01"},
        {"soort": "aanvraag_ontvangen", "datum": "2026-10-05"},
        *([{"soort": "beslistermijn_verlengd", "datum": gemeld, "tot": "2026-11-03"}] if gemeld else []),
    ]})  # fmt: skip
    dossier.antwoorden["langer"] = "ja" if gemeld else "nee"
    rauw = {**DAG, **GOED}
    assert vul_aan("besluit", rauw, dossier, MAANDAG) == ()
    gevonden = [g for g in gaten("besluit", rauw, Beeld(dossier, MAANDAG)) if "te laat" in g.wat]
    assert bool(gevonden) == gat
    assert [g.vraag[-1] for g in gevonden] == ["?"] * gat and all("4:14" in g.bron for g in gevonden)


def test_wat_er_mist_is_een_zin_en_geen_vraag() -> None:
    assert not [punt.naam for punt in BESLUIT if punt.mist and str(punt.gat or "?").endswith("?")]
    assert not [punt.naam for punt in VERSLAG if str(punt.tekst).endswith("?")]


def test_een_reden_voor_een_ander_besluit_dicht_het_gat() -> None:
    rauw = {**DAG, **GOED, **TRAP, "rij-0-verslag": ["maatwerk"], "rij-0-besluit": ["afgewezen"], "rij-0-reden": ["ja"]}
    b = beeld("besluit", rauw)
    assert gaten("besluit", rauw, b) == [] and oordelen(b)["A6"] == "nagekomen"


# --- the way on -----------------------------------------------------------------------------------------------------


def test_de_check_gaat_mee_naar_wat_nu_en_terug(bezoeker: Client) -> None:
    antwoord = kijk(bezoeker, "besluit", **{**DAG, **GOED, **TRAP, "rij-0-besluit": "afgewezen"})
    dossier = html.unescape(re.findall(r'name="dossier" value="([^"]*)"', antwoord.content.decode())[-1])
    verder = bezoeker.post("/wat-nu/uitkomst/", {"dossier": dossier})
    assert "15 december 2026" in html.unescape(verder.content.decode())
    terug = html.unescape(bezoeker.post("/check/besluit/", {"dossier": dossier}).content.decode())
    assert 'value="De trap lukt niet"' in terug and 'name="motivering" value="ja" checked' in terug


def test_wat_er_al_was_blijft_staan(bezoeker: Client) -> None:
    behoefte = {"id": "b7", "vraag": "De trap", "leefgebied": "wonen"}
    feiten = [
        {"soort": "melding_ontvangen", "datum": "2026-09-01", "behoeften": [behoefte]},
        {"soort": "verslag_verstuurd", "datum": "2026-10-09"},
    ]
    velden = {"v-datum-onbekend": "ja", "rij-0-id": "b7", "rij-0-tekst": "De trap", "rij-0-verslag": "netwerk"}
    lijsten = {"onderdeel": ONDERDELEN, "onderzocht": ONDERZOCHT}
    antwoord = kijk(bezoeker, "verslag", dossier=json.dumps({"zaak": "z", "feiten": feiten}), **lijsten, **velden)
    dossier = json.loads(html.unescape(re.findall(r'name="dossier" value="([^"]*)"', antwoord.content.decode())[-1]))
    melding, verslag = dossier["feiten"]
    assert melding["behoeften"] == [behoefte]
    assert verslag["datum"] == "2026-10-09" and verslag["behoeften"] == [{"id": "b7", "soort_oplossing": "netwerk"}]


def test_nergens_een_cijfer_en_niets_onthouden(bezoeker: Client) -> None:
    antwoord = kijk(bezoeker, "verslag", **{**DAG, "onderdeel": ["behoeften"], "onderzocht": ["a"]})
    tekst = re.sub(r"<[^>]+>", " ", html.unescape(antwoord.content.decode()))
    assert not re.search(r"\d+ van de \d+|\d ?%|\bscore\b", tekst)
    assert antwoord["Cache-Control"] == "no-store" and not antwoord.cookies


def test_een_norm_noemt_een_artikel_alleen_om_mee_te_vergelijken(bezoeker: Client) -> None:
    tekst = kijk(bezoeker, "besluit", ingangsdatum="nee", motivering="nee").content.decode()
    zonder = re.sub(r"<[^>]*>|\s+", " ", tekst)
    assert re.search(r"Norm, geen wet +Vergelijk: +Wmo 2015 art. 2.3.10 lid 2", zonder)
    assert re.search(r"Wet +Awb art. 3:46", zonder), "wat wet is, wijst zijn artikel aan"


def test_in_het_engels(bezoeker: Client) -> None:
    antwoord = kijk(bezoeker, "besluit", "/en", **{**DAG, **GOED, "motivering": "nee"})
    assert vragen(antwoord) == ["Why do you decide this way?"]
    assert bezoeker.get("/en/check/").status_code == bezoeker.get("/en/check/verslag/").status_code == 200


def test_een_kapot_dossier_geeft_een_gewone_foutpagina(bezoeker: Client) -> None:
    assert bezoeker.post("/check/verslag/", {"dossier": "{kapot"}).status_code == 422


# --- the other language ---------------------------------------------------------------------------------------------


def verborgen(antwoord: HttpResponse) -> dict[str, list[str]]:
    """What the button for the other language sends along."""
    kop = antwoord.content.decode().split("<main")[0]
    uit: dict[str, list[str]] = {}
    for naam, waarde in re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', kop):
        if not naam.startswith("kt_"):
            uit.setdefault(naam, []).append(html.unescape(waarde))
    return uit


def test_in_de_andere_taal_staan_dezelfde_vragen_en_alle_kruisjes(bezoeker: Client) -> None:
    kruisjes = {"onderdeel": ONDERDELEN[:3], "onderzocht": ONDERZOCHT[1:4], "plan": "ja"}
    nederlands = kijk(bezoeker, "verslag", **DAG, **TRAP, **kruisjes)
    engels = bezoeker.post("/en/check/verslag/", verborgen(nederlands))
    assert len(vragen(engels)) == len(vragen(nederlands)) > 3
    assert vragen(engels) != vragen(nederlands)
    terug = bezoeker.post("/check/verslag/", verborgen(engels))
    assert vragen(terug) == vragen(nederlands)


def test_een_bron_is_op_een_engelse_pagina_nederlands_en_heet_ook_zo(bezoeker: Client) -> None:
    engels = kijk(bezoeker, "verslag", "/en", **DAG, **TRAP, onderdeel=ONDERDELEN[:3], onderzocht=ONDERZOCHT[:3])
    bronnen = re.findall(r'<span class="kt-klein"([^>]*)>([^<]*artikel|Wmo[^<]*)', engels.content.decode())
    assert bronnen
    assert {merk for merk, _tekst in bronnen} == {' lang="nl"'}


def test_de_andere_taal_houdt_vast_wat_nog_niet_verstuurd_was(bezoeker: Client) -> None:
    velden = {"kt_taal": "en", "onderdeel": [ONDERDELEN[0]], "plan": "ja", **DAG, **TRAP}
    blad = html.unescape(kijk(bezoeker, "verslag", "/en", **velden).content.decode())
    assert 'lang="en"' in blad
    assert f'name="onderdeel" value="{ONDERDELEN[0]}" checked' in blad
    assert f'name="onderdeel" value="{ONDERDELEN[1]}" checked' not in blad
    assert 'value="De trap lukt niet"' in blad
    assert "kt-fout" not in blad
