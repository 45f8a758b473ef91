"""Every letter of the municipality is the text that was read and approved, complete, in plain Dutch, and accessible."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pdfua
import pytest

from keukentafel.brieven.gemeente import (
    BRIEVEN,
    als_pdf,
    als_tekst,
    feiten_bij_bevestiging,
    onderdelen_van,
    ontbreekt,
)
from keukentafel.brieven.gemeente.maken import ONDERDELEN_UITNODIGING
from keukentafel.brieven.gemeente.model import Ontvanger
from keukentafel.brieven.gemeente.uitvoer import als_dict, uit_dict
from keukentafel.brieven.gemeente.velden import VELDEN
from keukentafel.procedure import beoordeel, casus_uit_dict
from tests.brieven.gemeente.gevallen import (
    AFZENDER,
    GEVALLEN,
    ONTVANGER,
    TOT_AANVRAAG,
    UITNODIGING,
    WIE,
    brieven,
    geval,
)
from tests.brieven.gemeente.schrijf_teksten import TEKSTEN
from tests.brieven.gevallen import AANVRAAG, MELDING, feit
from tests.brieven.test_pdf import bladen

TALEN = ("nl", "en")
BESLUITEN = ("dwangsombesluit", "tijdelijke-voorziening", "inzage", "vernietiging")


@cache
def op_papier(naam: str, taal: str = "nl", *, groot: bool = False) -> bytes:
    """Each letter is made once in every shape, whatever is looked at."""
    return als_pdf(geval(naam)[TALEN.index(taal)], ONTVANGER, groot)


def tekst(naam: str, taal: str = "nl") -> str:
    return als_tekst(geval(naam)[TALEN.index(taal)], ONTVANGER)


@pytest.mark.parametrize("naam", GEVALLEN)
def test_de_brief_is_de_goedgekeurde_tekst(naam: str) -> None:
    for taal in TALEN:
        assert tekst(naam, taal) == (TEKSTEN / f"{naam}.{taal}.txt").read_text("utf-8")


def test_elke_brief_heeft_een_geval_en_elke_tekst_een_brief() -> None:
    assert list(GEVALLEN) == list(BRIEVEN)
    assert {bestand.name for bestand in TEKSTEN.iterdir()} == {f"{n}.{t}.txt" for n in BRIEVEN for t in TALEN}


@pytest.mark.parametrize("brief", BRIEVEN.values(), ids=lambda brief: brief.naam)
def test_nederlands_en_engels_houden_dezelfde_velden(brief) -> None:
    for deel in (brief.onderwerp, *(deel for blok in brief.blokken for deel in (blok.tekst, *blok.delen))):
        velden = re.findall(r"{(\w+)}", deel.nl)
        assert sorted(velden) == sorted(re.findall(r"{(\w+)}", deel.en)), deel.nl
        assert set(velden) <= set(VELDEN)


@pytest.mark.parametrize("naam", GEVALLEN)
def test_de_zinnen_zijn_kort_en_de_toon_is_u(naam: str) -> None:
    """B1: no sentence above 30 words, on average below 15; never 'je' or 'jullie'; nothing left open."""
    inhoud = tekst(naam)
    assert not re.search(r"\b(je|jij|jouw|jullie|gij)\b", inhoud)
    assert "onbekend" not in inhoud
    assert "{" not in inhoud
    lopend = " ".join(r for r in inhoud.splitlines() if not r.startswith(("- ", "=", "Regels", "Gemeente")))
    lengtes = [len(zin.split()) for zin in re.split(r"[.?!:] ", lopend) if zin]
    assert max(lengtes) <= 30
    assert sum(lengtes) / len(lengtes) < 15


@pytest.mark.parametrize("naam", GEVALLEN)
def test_wat_bewaard_is_geeft_dezelfde_brief(naam: str) -> None:
    for brief in geval(naam):
        assert uit_dict(als_dict(brief)) == brief


@pytest.mark.parametrize("groot", [False, True])
@pytest.mark.parametrize("naam", GEVALLEN)
def test_elke_brief_is_een_toegankelijke_pdf(naam: str, groot: bool, tmp_path: Path) -> None:
    bestand = tmp_path / "brief.pdf"
    for taal in TALEN:
        bestand.write_bytes(op_papier(naam, taal, groot=groot))
        assert not pdfua.validate(str(bestand)).findings


@pytest.mark.parametrize(
    "boos",
    ['#read("x")', "{gemeente} {0.__class__} %(naam)s", "<script>alert(1)</script>", "]) #panic()", "= Kop\n- x"],
)
def test_wat_mensen_schreven_blijft_tekst(boos: str) -> None:
    melding = MELDING | {"behoeften": [{"id": "b1", "vraag": boos}]}
    erbij = feit("ontvangst_bevestigd", "2026-09-09", toelichting=boos)
    (brief, _) = brieven([melding], erbij, AFZENDER._replace(alineas={"nl": boos}))
    assert " ".join(boos.split()) in als_tekst(brief, ONTVANGER)
    assert als_pdf(brief, Ontvanger(boos, boos, boos))


# --- complete by construction ---------------------------------------------------------------------------------------


def test_de_uitnodiging_noemt_alle_delen_a_tot_g() -> None:
    """S2 a-g: with whom, when, how to move it, about what, the carer, free support, the plan."""
    inhoud = tekst("uitnodiging")
    for deel in (
        "Met wie: Sanne de Boer", "donderdag 24 september 2026 om 14.00 uur", "Past dit u niet?",
        "Waar praten wij over?", "Hebt u een mantelzorger?", "Een cliëntondersteuner helpt u gratis",
        "Dat heet een persoonlijk plan",
    ):  # fmt: skip
        assert deel in inhoud
    assert onderdelen_van(UITNODIGING) == list(ONDERDELEN_UITNODIGING)


def test_zonder_uur_of_naam_zegt_het_dossier_dat_die_delen_missen() -> None:
    assert "datum_en_tijd" not in onderdelen_van({"gesprek_op": "2026-09-24", "gesprekspartner": WIE})
    assert "gesprekspartner" not in onderdelen_van({"gesprek_op": "2026-09-24T14:00", "gesprekspartner": {}})
    assert ontbreekt("uitnodiging_verstuurd", {}) == ["gesprek_op", "gesprekspartner"]
    assert ontbreekt("besluit_bekendgemaakt", {"uitkomst": "afgewezen", "behoeften": [1]}) == ["motivering"]
    assert ontbreekt("besluit_bekendgemaakt", {"uitkomst": "buiten_behandeling"}) == ["toelichting"]


def test_met_de_bevestiging_zijn_m1_m4_en_m5_in_orde() -> None:
    dag = date(2026, 9, 9)
    feiten = [MELDING, *feiten_bij_bevestiging(dag, "brief")]
    casus = casus_uit_dict({"zaak": "proef", "peildatum": dag, "feiten": feiten}, vandaag=dag)
    oordelen = {w["id"]: w["oordeel"] for w in beoordeel(casus).als_dict()["waarborgen"]}
    assert (oordelen["M1"], oordelen["M4"]) == ("nagekomen", "nagekomen")
    assert oordelen["M5"] == "loopt"  # told of; the seven days still run
    inhoud = tekst("bevestiging-melding")
    assert "maandag 14 september 2026" in inhoud
    assert "maandag 19 oktober 2026" in inhoud
    assert "een afspraak van de gemeente, geen wet" in inhoud


def test_een_late_bevestiging_noemt_geen_dag_die_al_voorbij_is_als_kans() -> None:
    (brief, _) = brieven([MELDING], feit("ontvangst_bevestigd", "2026-09-21"))
    inhoud = als_tekst(brief, ONTVANGER)
    assert "Later mag ook" in inhoud and "14 september" not in inhoud
    assert "U kunt zelf een persoonlijk plan inleveren:" not in inhoud


@pytest.mark.parametrize(
    ("verstuurd", "noemt_dag"),
    [("2026-09-11", True), ("2026-09-12", False), ("2026-09-14", False), ("2026-09-15", False)],  # fr, sa, mo, tu
)
def test_een_dag_voor_het_plan_staat_er_alleen_als_er_tijd_voor_is(verstuurd: str, noemt_dag: bool) -> None:
    """The seven days end on Monday 14 September; a letter must first arrive."""
    for erbij in (feit("ontvangst_bevestigd", verstuurd), UITNODIGING | {"datum": verstuurd}):
        inhoud = als_tekst(brieven([MELDING], erbij)[0], ONTVANGER)
        assert ("maandag 14 september" in inhoud, "Later mag ook" in inhoud) == (noemt_dag, not noemt_dag)


def test_wie_al_een_plan_gaf_leest_dat_het_er_is() -> None:
    plan = feit("persoonlijk_plan_ontvangen", "2026-09-10")
    inhoud = als_tekst(brieven([MELDING, plan], UITNODIGING)[0], ONTVANGER)
    assert "Wij kregen uw plan op 10 september 2026." in inhoud
    assert "zeven dagen" not in inhoud and "14 september" not in inhoud


def test_de_dagen_in_de_bevestiging_staan_op_volgorde_met_hun_artikel() -> None:
    (dagen,) = (blok for blok in geval("bevestiging-melding")[0].blokken if blok["soort"] == "tabel")
    assert [rij[1] for rij in dagen["rijen"]] == [
        "maandag 14 september 2026", "maandag 21 september 2026", "maandag 19 oktober 2026",
    ]  # fmt: skip
    assert dagen["rijen"][0][2] == "dat staat in de wet: Wmo 2015 art. 2.3.2 lid 2"


def test_een_bericht_van_uitstel_verschuift_niets_tenzij_schriftelijk_ingestemd() -> None:
    assert "blijft maandag 19 oktober 2026. Deze brief schuift die dag niet op." in tekst("verlenging")
    erbij = feit("beslistermijn_verlengd", "2026-10-16", tot="2026-11-02", schriftelijk=True, instemming=True)
    (brief, _) = brieven(TOT_AANVRAAG, erbij)
    inhoud = als_tekst(brief, ONTVANGER)
    assert "De nieuwe laatste dag is maandag 2 november 2026." in inhoud
    assert "verandert uw rechten niet" not in inhoud


@pytest.mark.parametrize("naam", [n for n in GEVALLEN if n.startswith("besluit") or n in BESLUITEN])
def test_elk_besluit_zegt_dat_waar_hoe_en_tot_wanneer_bezwaar_kan(naam: str) -> None:
    inhoud = tekst(naam)
    assert re.search(r"Uw bezwaar moet uiterlijk \w+ \d+ \w+ 202\d bij ons zijn", inhoud)
    assert "Stuur uw bezwaar naar het college van burgemeester en wethouders van Voorbeeldstad, Marktplein 1" in inhoud
    assert "- uw handtekening" in inhoud


def test_wie_anders_beslist_dan_het_verslag_zegt_dat_erbij() -> None:
    besluit = feit(
        "besluit_bekendgemaakt", "2026-10-15", uitkomst="afgewezen", motivering=True,
        behoeften=[{"id": "b1", "uitkomst": "afgewezen", "grond": "gebruikelijke_hulp", "reden": "Uw man is thuis."}],
    )  # fmt: skip
    (brief, _) = brieven(TOT_AANVRAAG, besluit)
    inhoud = als_tekst(brief, ONTVANGER)
    assert "In het verslag stond het anders: “Hiervoor is hulp op maat van de gemeente nodig”." in inhoud
    assert "uw huisgenoten kunnen dit doen (Wmo 2015 art. 2.3.5 lid 3)" in inhoud
    assert "Wat u zelf betaalt" not in inhoud


def test_een_vroege_aanvraag_krijgt_geen_valse_beslisdag() -> None:
    erbij = feit("ontvangst_bevestigd", "2026-09-18", betreft="aanvraag")
    (brief, _) = brieven([MELDING, AANVRAAG | {"datum": "2026-09-17"}], erbij)
    inhoud = als_tekst(brief, ONTVANGER)
    assert "Ons onderzoek is nog bezig, uiterlijk tot en met maandag 19 oktober 2026." in inhoud
    assert "een besluit nemen" not in inhoud


def test_een_leesversie_zegt_dat_de_nederlandse_brief_telt() -> None:
    for naam in GEVALLEN:
        assert "The Dutch letter is the one that counts." in tekst(naam, "en")


def test_eigen_woorden_van_de_gemeente_staan_erin_en_de_wet_blijft_staan() -> None:
    eigen = AFZENDER._replace(
        eigen={"clientondersteuning": "aan Samen Sterk, 0800 000", "sjabloon": "2026-01-01"},
        alineas={"nl": "Wij zijn verhuisd.\n\nKom gerust langs.", "en": ""},
    )
    voor, erbij = GEVALLEN["bevestiging-melding"]
    nederlands, engels = brieven(voor, erbij, eigen)
    inhoud = als_tekst(nederlands, ONTVANGER)
    assert "Vraag het aan Samen Sterk, 0800 000." in inhoud
    assert inhoud.index("Kom gerust langs.") < inhoud.index("Met vriendelijke groet,")
    assert "Een cliëntondersteuner helpt u gratis" in inhoud
    assert "Wij zijn verhuisd." in als_tekst(engels, ONTVANGER)
    assert nederlands.sjabloon == "2026-01-01"


def test_een_norm_staat_niet_als_regel_onder_een_brief() -> None:
    assert not [n for n in GEVALLEN if "spelregel" in tekst(n)]


@pytest.mark.parametrize("naam", GEVALLEN)
def test_de_groet_staat_niet_alleen_op_een_blad(naam: str) -> None:
    laatste = bladen(op_papier(naam))[-1].replace(" ", "")
    assert laatste.index("Metvriendelijkegroet") > 60


def test_wie_om_grote_letters_vroeg_krijgt_ze_op_elk_papier() -> None:
    (brief, _) = geval("hoorzitting")
    assert als_pdf(brief, ONTVANGER._replace(groot=True)) == op_papier("hoorzitting", groot=True)


def test_een_klacht_die_niet_wordt_behandeld_krijgt_uitleg_en_de_ombudsman() -> None:
    voor, erbij = GEVALLEN["klacht-afgedaan"]
    (brief, _) = brieven(voor, {**erbij, "niet_behandeld": True, "toelichting": "Het is langer dan een jaar geleden."})
    inhoud = als_tekst(brief, ONTVANGER)
    assert "Wij behandelen uw klacht niet." in inhoud and "uitgezocht" not in inhoud and "ombudsman" in inhoud


@pytest.mark.parametrize("soort", ["medisch", "financieel", "derden", "uitwisseling"])
def test_bij_elke_vraag_om_gegevens_staat_waarvoor(soort: str) -> None:
    voor, erbij = GEVALLEN["gegevens-gevraagd"]
    (brief, _) = brieven(voor, {**erbij, "gegevens": soort})
    inhoud = als_tekst(brief, ONTVANGER)
    assert "Het gaat om gegevens " in inhoud and erbij["doel"] in inhoud and "stofzuigen" in inhoud


def test_de_hoorzitting_noemt_tot_wanneer_stukken_kunnen_en_geen_dag_die_voorbij_is() -> None:
    voor, erbij = GEVALLEN["hoorzitting"]
    assert "Dat kan uiterlijk maandag 30 november 2026." in tekst("hoorzitting")
    (brief, _) = brieven(voor, {**erbij, "datum": "2026-12-03"})
    assert "30 november" not in als_tekst(brief, ONTVANGER)


@pytest.mark.parametrize(
    ("eerder", "plaats", "waar", "where"),
    [
        ([feit("onderzoeksvorm_gekozen", "2026-09-10", vorm="telefoon")], "", "per telefoon", "by telephone"),
        ([feit("gesprek_aan_huis_gevraagd", "2026-09-10")], "", "bij u thuis", "at your home"),
        ([feit("gespreksvorm_gevraagd", "2026-09-10", plek="video")], "", "met een videogesprek", "by video call"),
        ([], "bij de inwoner thuis", "bij u thuis", "at your home"),
        ([], "Bij u thuis, Plein 1", "Bij u thuis, Plein 1", "Bij u thuis, Plein 1"),
        ([], "wijkcentrum De Linde, kamer 3", "wijkcentrum De Linde, kamer 3", "wijkcentrum De Linde, kamer 3"),
    ],
)
def test_de_uitnodiging_zegt_waar_in_de_woorden_van_de_inwoner(
    eerder: list[dict[str, str]], plaats: str, waar: str, where: str
) -> None:
    nederlands, engels = brieven([MELDING, *eerder], {**UITNODIGING, "plaats": plaats})
    assert f"Waar: {waar}" in als_tekst(nederlands, ONTVANGER) and f"Where: {where}" in als_tekst(engels, ONTVANGER)
    assert ("liever bij u thuis" in als_tekst(nederlands, ONTVANGER)) is ("thuis" not in waar)


def test_wie_alleen_een_dag_koos_hoort_over_de_tijd() -> None:
    voor, erbij = GEVALLEN["afspraak-verzet"]
    (brief, _) = brieven(voor, {**erbij, "naar": "2026-09-28"})
    assert "Wij bellen u over de tijd." in als_tekst(brief, ONTVANGER)
    assert "Wij bellen u over de tijd." not in tekst("afspraak-verzet")
