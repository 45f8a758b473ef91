"""Every verdict and every date explains itself in plain Dutch sentences, without codes."""

from __future__ import annotations

import re

import pytest

from keukentafel.procedure import Beoordeling, beoordeel
from keukentafel.procedure.feit import titel_van
from keukentafel.procedure.register import FEITSOORTEN, TERMIJNEN, WAARBORGEN
from keukentafel.procedure.uitleg import uitleg
from keukentafel.procedure.veldnamen import VELDNAMEN
from tests.procedure.casussen import Regel, oordeel_over, stand, waarborg
from tests.procedure.generator import willekeurige_casus

CODE = re.compile(r"\b[a-z]+_[a-z_]+\b")
VELD = re.compile(r"\(veld [a-z_.]+\)")
LEEG = re.compile(r"\b(None|True|False|TODO|nan)\b|\{|\}|\.\.|  |: \.|, \.")


@pytest.fixture(scope="module")
def beoordelingen() -> list[Beoordeling]:
    return [beoordeel(willekeurige_casus(n, wild=n % 2 == 0, onbekend=0.1)) for n in range(250)]


def test_een_oordeel_bestaat_uit_hele_zinnen_zonder_codes(beoordelingen: list[Beoordeling]) -> None:
    for b in beoordelingen:
        for w, o in b.waarborgen:
            assert o.uitleg[0].isupper() or o.uitleg[0].isdigit(), o.uitleg
            assert o.uitleg.endswith("."), o.uitleg
            assert not LEEG.search(o.uitleg), (w.id, o.uitleg)
            assert not CODE.search(VELD.sub("", o.uitleg)), (w.id, o.uitleg)


def test_wat_niet_vast_te_stellen_is_noemt_wat_er_mist_in_woorden(beoordelingen: list[Beoordeling]) -> None:
    gemist = {veld for b in beoordelingen for _, o in b.waarborgen for veld in o.mist}
    assert gemist - {"gesprek_gevoerd", "oordeel van een mens"} <= set(VELDNAMEN)


def test_een_termijn_bestaat_uit_hele_zinnen_zonder_codes(beoordelingen: list[Beoordeling]) -> None:
    for b in beoordelingen[:60]:
        for t in b.als_dict()["termijnen"]:
            assert t["uitleg"]
            for zin in t["uitleg"]:
                assert zin.endswith(".") and not LEEG.search(zin), zin
                assert not CODE.search(zin), zin


def test_een_onzekere_laatste_dag_zegt_wat_er_mist_in_woorden(beoordelingen: list[Beoordeling]) -> None:
    zinnen = {z for b in beoordelingen for t in b.als_dict()["termijnen"] if t.get("mist") for z in t["uitleg"]}
    assert "Nog niet bekend is of het op papier staat. Daarom is de latere dag aangehouden." in zinnen
    voorwaarden = {v for t in TERMIJNEN for x in t.verlengingen for v in (*x.voorwaarden, x.weken_veld) if v}
    assert voorwaarden <= set(VELDNAMEN)


def test_stappen_en_waarschuwingen_zijn_zinnen(beoordelingen: list[Beoordeling]) -> None:
    for b in beoordelingen[:60]:
        for s in b.stappen:
            assert s.waarom[0].isupper() and s.waarom.endswith("."), s.waarom
        for w in b.waarschuwingen:
            assert w.tekst.endswith(".") and not LEEG.search(w.tekst), w.tekst


def test_elke_soort_en_elke_waarborg_heeft_een_naam_in_woorden() -> None:
    for soort in FEITSOORTEN:
        assert not CODE.search(titel_van(soort))
    for w in WAARBORGEN:
        assert w.titel[0].isupper() and not CODE.search(f"{w.titel} {w.eis} {w.nvt}"), w.id
        assert not w.eis.endswith(".") and not w.nvt.endswith(".")


AANVRAAG: list[Regel] = [
    "ma 2-3-2026 melding_ontvangen",
    "di 24-3-2026 verslag_verstuurd",
    "ma 13-4-2026 aanvraag_ontvangen",
]


def test_een_verschoven_datum_legt_zichzelf_uit() -> None:
    """Read aloud: two weeks from Monday 13 April end on King's day."""
    assert uitleg(stand(oordeel_over(AANVRAAG, "di 14-4-2026"), "beschikking")) == [
        "Het begint bij: de aanvraag ontvangen (feit 3, 13 april 2026).",
        "De termijn is 2 weken. Dat is de wet: Wmo 2015 art. 2.3.5 lid 2. De eerste dag telt niet mee.",
        "De laatste dag schuift op, want dit zijn geen werkdagen: 27 april 2026 (Koningsdag) (Algemene termijnenwet).",
        "De laatste dag is 28 april 2026. De termijn loopt nog.",
    ]


def test_de_dwangsom_telt_zijn_eerste_dag_mee() -> None:
    """Notice of default on Thursday 7 May: the penalty runs on the 42 days from Friday 22 May (Awb 4:17)."""
    gang: list[Regel] = [*AANVRAAG, "do 7-5-2026 ingebrekestelling_ontvangen"]
    assert uitleg(stand(oordeel_over(gang, "ma 15-6-2026"), "dwangsom")) == [
        "Het begint bij: de ingebrekestelling ontvangen (feit 4, 7 mei 2026).",
        "De dwangsom loopt van 22 mei 2026 tot en met uiterlijk 2 juli 2026 (42 dagen).",
        "Dat is de wet: Awb art. 4:17 lid 1.",
        "De laatste dag is 2 juli 2026. De termijn loopt nog.",
    ]


VOORGELEZEN: list[tuple[str, list[Regel], str, str]] = [
    ("A1", [], "wo 29-4-2026", "Nog niet gedaan: op de aanvraag beslissen. De laatste dag was 28 april 2026."),
    ("M2", [], "wo 29-4-2026", "Nog niet gedaan: uitnodigen voor het gesprek. De laatste dag was 16 maart 2026."),
    (
        "M4",
        [],
        "wo 29-4-2026",
        "Niet gedaan: wijzen op gratis en onafhankelijke cliëntondersteuning. "
        "Dat moest vóór 24 maart 2026 (het verslag verstuurd).",
    ),
    ("A9", [], "ma 20-4-2026", "Er is nog geen besluit. Daarvoor geldt: over elke aangevraagde behoefte beslissen."),
    ("R1", [], "ma 20-4-2026", "Niet aan de orde: er is geen bezwaar."),
    (
        "A8",
        ["vr 24-4-2026 besluit_bekendgemaakt"],
        "wo 29-4-2026",
        "Niet vast te stellen: bij 'het besluit bekendgemaakt' (feit 4) staat niet: "
        "of erin staat hoe bezwaar maken gaat (veld rechtsmiddelenclausule).",
    ),
]


@pytest.mark.parametrize(("id", "feiten", "op", "zin"), VOORGELEZEN)
def test_voorgelezen(id: str, feiten: list[Regel], op: str, zin: str) -> None:
    assert waarborg(oordeel_over([*AANVRAAG, *feiten], op), id).uitleg == zin
