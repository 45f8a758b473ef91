"""Wat nu? as a browser without script uses it: the questions as data, the way through them, the result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client

from keukentafel.dossier.woorden import Woord
from keukentafel.portaal.watnu.model import Stap, Veld
from keukentafel.portaal.watnu.stappen import PLEKKEN, STAP, STAPPEN
from keukentafel.portaal.watnu.velden import maandnummer
from keukentafel.portaal.watnu.woorden import FEIT, TERMIJN, waarborgtitel
from keukentafel.procedure import lees_casus
from keukentafel.procedure.feit import Keuze, Meer
from keukentafel.procedure.register import FEITSOORTEN, TERMIJNEN, WAARBORGEN
from tests.portaal.gang import (
    AANVRAAG,
    BESLUIT,
    BEZWAAR,
    HULPVRAAG,
    MAANDAG,
    MELDING,
    VERSLAG,
    Gang,
    datum,
    feit,
    uitkomst,
)  # fmt: skip


@pytest.fixture(autouse=True)
def op_maandag() -> Iterator[None]:
    with time_machine.travel(MAANDAG, tick=False):
        yield


@pytest.fixture
def bezoeker() -> Client:
    return Client(headers={"host": "127.0.0.1"})


# --- the questions as data ------------------------------------------------------------------------------------------


def _teksten(stap: Stap) -> Iterator[Woord]:
    yield from (stap.vraag, stap.waarom, *(o.tekst for o in stap.opties))
    for veld in stap.velden:
        yield from (veld.label, *(k.tekst for k in veld.keuzes))


@pytest.mark.parametrize("stap", STAPPEN, ids=lambda stap: stap.naam)
def test_elke_vraag_is_er_in_twee_talen_en_vraagt_een_ding(stap: Stap) -> None:
    for tekst in _teksten(stap):
        assert tekst.nl and tekst.en
    assert stap.vraag.nl.endswith("?") and stap.vraag.nl.count("?") == 1
    assert len(stap.vraag.nl.split()) <= 16, "een vraag is kort"
    assert (stap.hulp.nl == "") == (stap.hulp.en == "")


@pytest.mark.parametrize("stap", [s for s in STAPPEN if not s.opslag], ids=lambda stap: stap.naam)
def test_elke_vraag_bouwt_een_feit_dat_de_procedure_kent(stap: Stap) -> None:
    bron = STAP[stap.hoort_bij] if stap.hoort_bij else stap
    assert bron.soorten
    for optie in bron.opties:
        if optie.feit is None or (stap.hoort_bij and optie.feit not in stap.als):
            continue
        for veld in stap.velden:
            if veld.naam != "datum" and optie.waarde in (veld.bij or [optie.waarde]):
                _past(veld, FEITSOORTEN[optie.feit].velden[veld.naam.split(".")[0]])


def _past(veld: Veld, vorm: Any) -> None:
    if isinstance(vorm, (Keuze, Meer)) and veld.keuzes:
        assert {keuze.waarde for keuze in veld.keuzes} <= set(vorm.waarden), veld.naam


def test_alle_delen_van_uitnodiging_en_verslag_kunnen_worden_aangekruist() -> None:
    for naam, soort in (("uitnodiging-inhoud", "uitnodiging_verstuurd"), ("verslag-inhoud", "verslag_verstuurd")):
        vorm = FEITSOORTEN[soort].velden["onderdelen"]
        assert isinstance(vorm, Meer)
        assert {keuze.waarde for keuze in STAP[naam].velden[0].keuzes} == set(vorm.waarden)


def test_elke_termijn_waarborg_en_elk_feit_van_een_vraag_heeft_woorden() -> None:
    assert {t.id for t in TERMIJNEN} == set(TERMIJN)
    assert [w.id for w in WAARBORGEN if waarborgtitel(w.id, w.titel).en == w.titel] == []
    assert {soort for stap in STAPPEN for soort in stap.soorten} <= set(FEIT)


def test_elke_route_bestaat_uit_bestaande_vragen_en_is_kort() -> None:
    for plek in PLEKKEN:
        assert set(plek.route) | set(plek.nee) <= set(STAP)
        assert len(plek.route) <= 6


# --- the way through ------------------------------------------------------------------------------------------------


def test_met_alleen_een_besluit_in_de_hand_na_drie_antwoorden_de_dag_voor_bezwaar(bezoeker: Client) -> None:
    gang = Gang(bezoeker, "besluit").antwoord_met("ja", **datum(date(2026, 11, 3)))
    gang.antwoord_met("nee")
    assert gang.zin == "U kunt bezwaar maken tegen het besluit, tot en met 15 december 2026."
    assert {f["soort"]: f["datum"] for f in gang.feiten} == {
        "besluit_bekendgemaakt": "2026-11-03",
        "aanvraag_ontvangen": "onbekend",
    }
    assert 'formaction="/brieven/bezwaar-pro-forma/"' in gang.tekst


def test_de_weg_van_melding_tot_en_met_uitkomst(bezoeker: Client) -> None:
    gang = Gang(bezoeker, "gemeld")
    assert gang.stap == "melding"
    gang.antwoord_met("ja", **datum(date(2026, 11, 2)), **{"v-kanaal": "telefoon"})
    gang.antwoord_met(**{"v-spoed": "nee"})
    gang.antwoord_met("ja", **datum("onbekend"))
    gang.antwoord_met("nee")
    assert gang.zin == "De gemeente moet uiterlijk op 14 december 2026 klaar zijn met het onderzoek en het verslag."
    assert gang.feiten == [
        {"soort": "melding_ontvangen", "datum": "2026-11-02", "kanaal": "telefoon", "spoed": False},
        {"soort": "ontvangst_bevestigd", "datum": "onbekend"},
    ]
    lees_casus(gang.dossier, vandaag=MAANDAG)


def test_terug_en_verder_verliest_niets(bezoeker: Client) -> None:
    gang = Gang(bezoeker, "gemeld").antwoord_met("ja", **datum(date(2026, 11, 2)))
    gang.antwoord_met(**{"v-spoed": "ja"}, actie="vorige")
    assert gang.stap == "melding"
    assert (
        'id="v-datum-dag" name="v-datum-dag" inputmode="numeric" maxlength="2" autocomplete="off" value="2"'
        in gang.tekst
    )
    assert gang.feiten[0]["spoed"] is True


def test_half_getypt_en_fout_blijft_staan_bij_terug(bezoeker: Client) -> None:
    gang = Gang(bezoeker, "gemeld").antwoord_met("ja", **datum(date(2026, 11, 2)))
    gang.antwoord_met(**{"v-spoed": "nee"})
    gang.antwoord_met("ja", actie="vorige", **{"v-datum-dag": "44", "v-datum-maand": "", "v-datum-jaar": ""})
    assert gang.stap == "spoed"
    gang.antwoord_met(actie="naar:bevestiging")
    assert 'value="44"' in gang.tekst


def test_overslaan_mag_altijd(bezoeker: Client) -> None:
    gang = Gang(bezoeker, "alles")
    for _ in range(2 * len(STAPPEN)):
        if not gang.stap:
            break
        gang.antwoord_met(actie="overslaan")
    assert gang.zin == "Vertel eerst wat er al is gebeurd."


def test_een_antwoord_wijzigen_haalt_het_oude_feit_weg(bezoeker: Client) -> None:
    gang = Gang(bezoeker, "besluit").antwoord_met("ja", **datum(date(2026, 11, 3)))
    gang.antwoord_met(actie="naar:besluit").antwoord_met("nee")
    assert gang.feiten == [], "ook wat uit het besluit volgde is weg"


def test_hulpvragen_houden_hun_nummer_en_gaan_mee_naar_de_aanvraag(bezoeker: Client) -> None:
    gang = Gang(bezoeker, "alles").antwoord_met(actie="naar:melding").antwoord_met("ja", **datum(date(2026, 10, 1)))
    assert gang.stap == "behoeften"
    rij = {"v-behoeften-0-vraag": HULPVRAAG, "v-behoeften-0-leefgebied": "wonen", "v-behoeften-2-vraag": "Eten koken"}
    gang.antwoord_met(**rij).antwoord_met(actie="naar:aanvraag")
    gang.antwoord_met("ja", **datum(date(2026, 11, 16)), **{"v-behoeften": ["b2"], "v-leveringsvorm": "pgb"})
    melding, aanvraag = gang.feiten
    assert melding["behoeften"] == [
        {"id": "b1", "vraag": HULPVRAAG, "leefgebied": "wonen"},
        {"id": "b2", "vraag": "Eten koken"},
    ]
    assert aanvraag["behoeften"] == ["b2"] and aanvraag["leveringsvorm"] == "pgb"


# --- what may be wrong ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dag", "maand", "jaar", "bericht"),
    [
        ("31", "2", "2026", "De dag 31 bestaat niet: februari 2026 heeft 28 dagen."),
        ("29", "feb", "2025", "De dag 29 bestaat niet: februari 2025 heeft 28 dagen."),
        ("3", "13", "2026", "Vul bij de maand een getal van 1 tot en met 12 in"),
        ("3", "m", "2026", "Vul bij de maand een getal van 1 tot en met 12 in"),
        ("drie", "3", "2026", "Vul bij de dag een getal in"),
        ("3", "3", "202", "Vul bij het jaar vier cijfers in"),
        ("24", "11", "2026", "24 november 2026 is nog niet geweest."),
        ("31", "12", "2014", "Deze wet begon op 1 januari 2015."),
        ("", "", "", "Vul de datum in, of kruis aan dat u die niet meer weet."),
    ],
)
def test_een_datum_die_niet_kan(bezoeker: Client, dag: str, maand: str, jaar: str, bericht: str) -> None:
    gang = Gang(bezoeker, "besluit")
    gang.antwoord_met("ja", **{"v-datum-dag": dag, "v-datum-maand": maand, "v-datum-jaar": jaar})
    assert gang.stap == "besluit" and gang.antwoord.status_code == 422
    assert bericht in gang.tekst
    assert gang.tekst.index('id="fouten"') < gang.tekst.index('id="formulier"'), "de fouten staan boven het formulier"
    assert not dag or f'value="{dag}"' in gang.tekst, "wat getypt is, staat er nog"


@pytest.mark.parametrize(
    ("getypt", "nummer"),
    [
        ("9", 9),
        ("09", 9),
        ("september", 9),
        ("Sep", 9),
        ("mrt", 3),
        ("maart", 3),
        ("May", 5),
        ("mei", 5),
        ("0", None),
        ("j", None),
    ],
)
def test_een_maand_mag_een_getal_of_een_naam_zijn(getypt: str, nummer: int | None) -> None:
    assert maandnummer(getypt) == nummer


def test_alle_fouten_van_een_pagina_ineens(bezoeker: Client) -> None:
    gang = Gang(bezoeker, "alles").antwoord_met(actie="naar:melding").antwoord_met("ja", **datum(date(2026, 10, 1)))
    gang.antwoord_met(actie="naar:uitnodiging")
    gang.antwoord_met(
        "ja",
        **datum(date(2026, 12, 1)),
        **{"v-gesprek_op-dag": "40", "v-gesprek_op-maand": "1", "v-gesprek_op-jaar": "2026"},
    )
    assert gang.tekst.count('class="kt-fout"') == 2
    assert "Er kloppen nog 2 dingen niet" in gang.tekst


def test_een_besluit_van_voor_de_aanvraag_wordt_uitgelegd_en_niet_opgeslagen(bezoeker: Client) -> None:
    gang = Gang(bezoeker, "alles").antwoord_met(actie="naar:aanvraag").antwoord_met("ja", **datum(date(2026, 11, 10)))
    gang.antwoord_met(actie="naar:besluit").antwoord_met("ja", **datum(date(2026, 11, 1)))
    assert gang.antwoord.status_code == 422 and "besluit" in gang.tekst
    assert [f["soort"] for f in gang.feiten] == ["aanvraag_ontvangen"]


# --- the result -----------------------------------------------------------------------------------------------------


LATERE_AANVRAAG = feit("aanvraag_ontvangen", date(2026, 11, 16))


@pytest.mark.parametrize(
    ("feiten", "zin"),
    [
        ([], "Vertel eerst wat er al is gebeurd."),
        ([feit("melding_ontvangen", "onbekend")], "De gemeente is aan zet: zij moet binnen zes weken na uw melding"),
        ([feit("melding_ontvangen", date(2026, 11, 2))], "De gemeente moet uiterlijk op 14 december 2026 klaar zijn"),
        ([MELDING], "De gemeente is te laat: het verslag moest er op 13 oktober 2026 zijn."),
        ([MELDING, VERSLAG], "U bent aan zet: lees het verslag na en doe uw aanvraag."),
        (
            [feit("melding_ontvangen", date(2026, 11, 2)), feit("aanvraag_ontvangen", date(2026, 11, 5))],
            "De gemeente onderzoekt eerst wat u nodig hebt, uiterlijk tot en met 14 december 2026.",
        ),
        (
            [MELDING, VERSLAG, feit("aanvraag_ontvangen", date(2026, 11, 16))],
            "De gemeente moet uiterlijk op 30 november 2026 besluiten op uw aanvraag.",
        ),
        (
            [MELDING, VERSLAG, LATERE_AANVRAAG, feit("aanvulling_gevraagd", date(2026, 11, 18), tot="2026-12-02")],
            "U bent aan zet: vul uw aanvraag aan, uiterlijk op 2 december 2026.",
        ),
        ([MELDING, VERSLAG, AANVRAAG], "De gemeente is te laat: het besluit op uw aanvraag moest er op 26 oktober"),
        (
            [MELDING, VERSLAG, AANVRAAG, feit("ingebrekestelling_ontvangen", date(2026, 11, 16))],
            "De gemeente is te laat. Zij krijgt nog tot en met 30 november 2026 om te besluiten.",
        ),
        (
            [MELDING, VERSLAG, AANVRAAG, feit("ingebrekestelling_ontvangen", date(2026, 11, 3))],
            "De gemeente is te laat met het besluit op uw aanvraag. Zij moet u een dwangsom betalen: nu €\u00a0138,00.",
        ),
        ([MELDING, VERSLAG, AANVRAAG, BESLUIT], "U kunt bezwaar maken tegen het besluit, tot en met 26 november 2026."),
        (
            [feit("aanvraag_ontvangen", "onbekend"), feit("besluit_bekendgemaakt", date(2026, 9, 1))],
            "De tijd om bezwaar te maken was om op 13 oktober 2026.",
        ),
        (
            [feit("aanvraag_ontvangen", "onbekend"), feit("besluit_bekendgemaakt", "onbekend")],
            "U kunt bezwaar maken tot zes weken na de dag waarop het besluit is verstuurd.",
        ),
        ([MELDING, VERSLAG, AANVRAAG, BESLUIT, BEZWAAR], "De gemeente moet uiterlijk op"),
        (
            [BESLUIT, AANVRAAG, BEZWAAR, feit("beslissing_op_bezwaar_bekendgemaakt", date(2026, 11, 10))],
            "U kunt naar de rechtbank gaan, tot en met 22 december 2026.",
        ),
        ([MELDING, feit("melding_ingetrokken", date(2026, 9, 9))], "Uw zaak is afgesloten."),
        ([feit("klacht_ontvangen", date(2026, 11, 16))], "De gemeente moet uiterlijk op 28 december 2026"),
        ([MELDING, VERSLAG, AANVRAAG, BESLUIT, feit("voorziening_gestart", date(2026, 11, 1))], "U kunt bezwaar maken"),
    ],
)  # fmt: skip
def test_wat_er_nu_gebeurt_in_een_zin(bezoeker: Client, feiten: list[dict[str, Any]], zin: str) -> None:
    assert uitkomst(bezoeker, feiten).zin.startswith(zin)


def test_de_uitkomst_heeft_haar_vijf_delen_in_volgorde(bezoeker: Client) -> None:
    tekst = uitkomst(bezoeker, [MELDING, VERSLAG, AANVRAAG, BESLUIT]).tekst
    plekken = [tekst.index(f'id="{naam}-kop"') for naam in ("nu", "dagen", "doen", "gedaan", "weten")]
    assert plekken == sorted(plekken)


def test_een_brief_die_nog_niet_kan_heeft_geen_knop_maar_een_dag(bezoeker: Client) -> None:
    """Beslistermijn tot en met maandag 30 november: in gebreke stellen kan vanaf dinsdag 1 december."""
    gang = uitkomst(bezoeker, [MELDING, VERSLAG, feit("aanvraag_ontvangen", date(2026, 11, 16))])
    assert 'formaction="/brieven/ingebrekestelling/"' not in gang.tekst
    assert re.search(r"kan vanaf <strong>dinsdag 1 december 2026</strong>", gang.tekst)
    with time_machine.travel(date(2026, 12, 1), tick=False):
        later = uitkomst(bezoeker, [MELDING, VERSLAG, feit("aanvraag_ontvangen", date(2026, 11, 16))])
    assert 'formaction="/brieven/ingebrekestelling/"' in later.tekst


def test_wat_niet_gevraagd_is_wordt_de_gemeente_niet_verweten(bezoeker: Client) -> None:
    gang = Gang(bezoeker, "alles").antwoord_met(actie="naar:melding").antwoord_met("ja", **datum(date(2026, 9, 1)))
    gang.antwoord_met(actie="uitkomst")
    assert "Niet gedaan, of niet op tijd" not in gang.tekst
    assert "Weten we niet: is dit gedaan?" in gang.tekst
    gang.antwoord_met(actie="naar:verslag").antwoord_met("nee", actie="uitkomst")
    assert "Niet gedaan, of niet op tijd" in gang.tekst
    assert "Onderzoek en verslag binnen zes weken" in gang.tekst


def test_norm_en_wet_staan_erbij_en_nergens_een_cijfer(bezoeker: Client) -> None:
    tekst = uitkomst(bezoeker, [MELDING, VERSLAG, AANVRAAG]).tekst
    assert "Norm, geen wet" in tekst and ">Wet<" in tekst
    assert not re.search(r"\bscore|\b\d+ van de \d+|\d ?%", tekst)


def test_de_ene_vraag_is_de_onbekende_dag(bezoeker: Client) -> None:
    gang = Gang(bezoeker, "gemeld").antwoord_met("ja", **datum("onbekend")).antwoord_met(actie="uitkomst")
    assert re.search(r'name="actie" value="naar:melding" formaction="/wat-nu/vraag/">Beantwoord deze vraag', gang.tekst)
    gang.antwoord_met(actie="naar:melding")
    assert gang.stap == "melding" and 'name="v-datum-onbekend" value="ja" checked' in gang.tekst


def test_de_draad_laat_zien_waar_een_hulpvraag_wegvalt(bezoeker: Client) -> None:
    tekst = uitkomst(bezoeker, [MELDING, VERSLAG]).tekst
    assert '<svg class="wn-draad"' in tekst and "wn-draad__kruis" in tekst
    assert '<td class="wn-stip wn-stip--weg" data-kop="Het verslag">Valt hier weg</td>' in tekst
    assert re.search(r"<title[^>]*>De weg van elke hulpvraag</title>", tekst)


def test_bewaren_en_stukken_voor_de_hoorzitting_alleen_waar_ze_tellen(bezoeker: Client) -> None:
    tekst = uitkomst(bezoeker, [MELDING, VERSLAG, AANVRAAG, BESLUIT, BEZWAAR]).tekst
    assert "Bewaren van uw gegevens" not in tekst and "insturen van stukken" not in tekst
    zitting = feit("hoorzitting_gepland", date(2026, 11, 20), op="2026-12-18")
    assert "insturen van stukken" in uitkomst(bezoeker, [MELDING, VERSLAG, AANVRAAG, BESLUIT, BEZWAAR, zitting]).tekst


AFGELEID = feit("melding_ontvangen", "onbekend", toelichting="volgt uit een ander antwoord")
HIER = {"x-eigen": {"plek": "klacht", "antwoorden": {"klacht": "ja", "klacht-klaar": "ja"}}}
KLACHT = feit("klacht_ontvangen", date(2026, 10, 1))
ANTWOORD_OP_KLACHT = feit("klacht_afgedaan", date(2026, 10, 20), betrokken=False)


def test_wie_alleen_voor_een_klacht_komt_hoort_niets_van_een_melding(bezoeker: Client) -> None:
    gang = uitkomst(bezoeker, [AFGELEID, KLACHT, ANTWOORD_OP_KLACHT], **HIER)
    assert gang.zin == "De gemeente heeft op uw klacht geantwoord."
    assert "ombudsman" in gang.tekst
    for niet in ("vertel de gemeente", "inleveren van het persoonlijk plan", "Waar blijft het verslag?"):
        assert niet not in gang.tekst


def test_of_u_gehoord_bent_over_uw_klacht_vroegen_we_niet_dus_verwijten_we_het_niet(bezoeker: Client) -> None:
    assert "zonder iemand te horen" not in uitkomst(bezoeker, [AFGELEID, KLACHT, ANTWOORD_OP_KLACHT], **HIER).tekst
    zelf = feit("klacht_afgedaan", date(2026, 10, 20), betrokken=True)
    assert "door iemand die er zelf bij betrokken was" in uitkomst(bezoeker, [AFGELEID, KLACHT, zelf], **HIER).tekst


def test_wie_nog_geen_klacht_heeft_krijgt_die_brief_het_eerst(bezoeker: Client) -> None:
    gang = Gang(bezoeker, "klacht")
    while gang.stap:
        gang.antwoord_met(actie="overslaan")
    assert gang.zin == "U kunt een klacht indienen of vragen om uw dossier te zien."
    assert re.search(r'class="kt-kaart wn-brief"><h3[^>]*>Ik heb een klacht<', gang.tekst)


def test_bij_een_besluit_zonder_aanvraag_staat_geen_dag_die_niemand_weet(bezoeker: Client) -> None:
    gang = uitkomst(bezoeker, [BESLUIT])
    assert "Datum nog onbekend" not in gang.tekst
    assert "Hebt u de gemeente geschreven dat zij te laat is met het besluit?" not in gang.tekst


def test_engels_is_volledig(bezoeker: Client) -> None:
    gang = uitkomst(bezoeker, [MELDING, VERSLAG, AANVRAAG, BESLUIT], "/en")
    assert gang.zin == "You can object to the decision, up to and including 26 November 2026."
    zonder_nl = re.sub(r'<(\w+)[^>]* lang="nl".*?</\1>', "", gang.tekst, flags=re.S)
    zichtbaar = re.sub(r"<[^>]+>", " ", zonder_nl[zonder_nl.index("<main") : zonder_nl.index("</main")])
    assert not re.search(
        r"\b(de gemeente|u kunt|uiterlijk|besluit op|waarom)\b", zichtbaar.replace(HULPVRAAG, ""), re.I
    )
