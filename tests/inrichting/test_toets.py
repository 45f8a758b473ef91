"""`toets` and `voorbeeld`: the document, the tables, and every refusal of a file in one go."""

from __future__ import annotations

import io
import json
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine

from keukentafel.inrichting import voorbeelden
from keukentafel.inrichting.opdrachten import tabellen
from keukentafel.procedure import beoordeel, lees_casus
from tests.inrichting.conftest import Roep

SLEUTELS = {
    "zaak", "gemeente", "peildatum", "fase", "termijnen", "waarborgen", "dwangsom", "bijdrage", "behoeften", "stappen",
    "waarschuwingen",
}  # fmt: skip
TERMIJN = {
    "id", "naam", "vanaf", "uiterlijk", "zonder_verschuiving", "status", "gehaald_op", "binding", "bron", "uitleg",
}  # fmt: skip
WAARBORG = {"id", "titel", "oordeel", "binding", "bron", "feiten", "uitleg"}
DWANGSOM = {"eerste_dag", "laatste_dag", "dagen", "bedrag", "maximum", "loopt", "bron"}
BEHOEFTE = {"id", "leefgebied", "vraag", "draad", "open", "gevallen_tussen"}
KLEIN = "zaak: Z-1\nfeiten:\n  - {soort: melding_ontvangen, datum: 2026-09-07}\n"


@pytest.fixture
def zaak(tmp_path: Path) -> Path:
    pad = tmp_path / "zaak.yaml"
    pad.write_text(voorbeelden.lees("te-laat-dwangsom-loopt"), "utf-8")
    return pad


# --- the document ----------------------------------------------------------------------------------------------------


def test_het_document_heeft_de_sleutels_van_de_afspraak(roep: Roep, zaak: Path) -> None:
    antwoord = roep("toets", zaak, "--json")
    uit = antwoord.json
    assert (antwoord.code, antwoord.fout) == (0, "")
    assert uit.keys() >= SLEUTELS
    assert all(t.keys() >= TERMIJN for t in uit["termijnen"])
    assert all(w.keys() >= WAARBORG for w in uit["waarborgen"])
    assert uit["dwangsom"].keys() >= DWANGSOM
    assert all(b.keys() >= BEHOEFTE for b in uit["behoeften"])
    assert all(k.keys() >= {"feit", "datum", "stap", "uitkomst", "reden"} for b in uit["behoeften"] for k in b["draad"])
    assert all(s.keys() >= {"soort", "door", "mag", "waarom"} for s in uit["stappen"])
    assert all(w.keys() >= {"code", "tekst", "bron"} for w in uit["waarschuwingen"])


def test_de_peildatum_van_de_aanroep_gaat_voor(roep: Roep, zaak: Path) -> None:
    uit = roep("toets", zaak, "--peildatum", "2026-07-02", "--json").json
    assert uit["peildatum"] == "2026-07-02"
    assert (uit["dwangsom"]["dagen"], uit["dwangsom"]["bedrag"]) == (42, "1442.00")


def test_een_peildatum_in_de_toekomst_mag(roep: Roep) -> None:
    uit = roep("toets", "-", "--peildatum", "2040-01-01", "--json", invoer=KLEIN).json
    assert uit["peildatum"] == "2040-01-01"


@pytest.mark.parametrize(
    ("moment", "dag"),
    [
        (datetime(2026, 11, 21, 22, 59, tzinfo=UTC), "2026-11-21"),
        (datetime(2026, 11, 21, 23, 1, tzinfo=UTC), "2026-11-22"),
    ],
)
def test_zonder_peildatum_is_het_vandaag_in_nederland(roep: Roep, moment: datetime, dag: str) -> None:
    with time_machine.travel(moment, tick=False):
        assert roep("toets", "-", "--json", invoer=KLEIN).json["peildatum"] == dag


def test_een_zaak_in_json_en_met_een_merkteken_vooraan(roep: Roep) -> None:
    tekst = json.dumps(
        {"zaak": "Z-1", "peildatum": "2026-09-08", "feiten": [{"soort": "melding_ontvangen", "datum": "2026-09-07"}]}
    )
    assert roep("toets", "-", "--json", invoer=b"\xef\xbb\xbf" + tekst.encode()).json["fase"] == "melding"


def test_een_onbekend_veld_staat_als_waarschuwing_in_het_document(roep: Roep) -> None:
    antwoord = roep("toets", "-", "--json", invoer=KLEIN.replace("datum:", "kleur: rood, datum:"))
    assert antwoord.fout == ""
    assert "onbekend_veld" in {w["code"] for w in antwoord.json["waarschuwingen"]}


# --- what is refused -------------------------------------------------------------------------------------------------


def test_alle_fouten_van_een_bestand_in_een_keer_met_hun_regel(roep: Roep, tmp_path: Path) -> None:
    pad = tmp_path / "fout.yaml"
    pad.write_text(
        "gemeente: Voorbeeldstad\n"
        "peildatum: 2026-10-01\n"
        "feiten:\n"
        "  - {soort: melding_ontvangen, datum: 2026-02-30}\n"
        "  - {soort: meldin_ontvangen, datum: 2026-09-01}\n"
        "  - {soort: ontvangst_bevestigd, datum: 2014-12-31}\n"
        "  - {soort: gesprek_gevoerd, datum: 2026-10-02, vorm: wandeling}\n",
        "utf-8",
    )
    antwoord = roep("toets", pad, "--peildatum", "2026-02-31", "--json")
    assert (antwoord.code, antwoord.uit) == (1, "")
    assert "'2026-02-31'" in antwoord.fout
    assert "zaak ontbreekt" in antwoord.fout
    assert f"{pad}, regel 4, feit 1: datum: '2026-02-30' is geen bestaande datum" in antwoord.fout
    assert "bedoelt u melding_ontvangen?" in antwoord.fout
    assert f"{pad}, regel 6, feit 3" in antwoord.fout
    assert "wandeling" in antwoord.fout
    assert "na de peildatum 2026-10-01" in antwoord.fout


NIET_LEESBAAR: list[tuple[str, bytes, str]] = [
    ("leeg", b"", "leeg"),
    ("alleen wit", b"  \n\n", "leeg"),
    ("geen zaak", b"- 1\n- 2\n", "geen zaak"),
    ("tekst", b"hallo", "geen zaak"),
    ("kapotte haakjes", b"zaak: {a: [1\n", "regel"),
    ("tab", b"zaak: Z\n\tfeiten: []\n", "regel 2"),
    ("latin-1", "zaak: Zaak één\n".encode("latin-1"), "UTF-8"),
    ("binair", bytes(range(256)), "UTF-8"),
    ("nullen", b"\0" * 100, "vreemde tekens"),
    ("utf-16", "zaak: Z-1\n".encode("utf-16"), "UTF-8"),
    ("twee zaken", b"zaak: a\n---\nzaak: b\n", "meer zaken"),
    ("verwijzing", b"zaak: &a x\nfeiten: *a\n", "verwijzingen"),
    ("dubbel veld", b"zaak: a\nzaak: b\n", "twee keer"),
    ("te diep", b"[" * 100, "regel 1"),
    ("te groot", b"zaak: " + b"x" * 2_000_001, "te groot"),
]


@pytest.mark.parametrize(("wat", "inhoud", "melding"), NIET_LEESBAAR, ids=[n[0] for n in NIET_LEESBAAR])
def test_een_bestand_dat_niet_te_lezen_is(roep: Roep, tmp_path: Path, wat: str, inhoud: bytes, melding: str) -> None:
    pad = tmp_path / "zaak.yaml"
    pad.write_bytes(inhoud)
    antwoord = roep("toets", pad, "--json")
    assert (antwoord.code, antwoord.uit) == (1, "")
    assert melding in antwoord.fout
    assert str(pad) in antwoord.fout


def test_een_bestand_dat_er_niet_is(roep: Roep, tmp_path: Path) -> None:
    assert "dit bestand is er niet" in roep("toets", tmp_path / "nergens.yaml").fout


def test_een_map_is_geen_zaak(roep: Roep, tmp_path: Path) -> None:
    antwoord = roep("toets", tmp_path)
    assert (antwoord.code, antwoord.fout) == (1, f"{tmp_path}: dit is een map; noem het bestand zelf\n")


def test_een_pad_door_een_bestand(roep: Roep, zaak: Path) -> None:
    assert roep("toets", zaak / "onder").code == 1


def test_een_naam_die_geen_naam_is(roep: Roep) -> None:
    antwoord = roep("toets", "a\0b")
    assert (antwoord.code, antwoord.fout.count("\n")) == (1, 1)


def test_geen_leesrecht_is_een_melding(roep: Roep, zaak: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def weiger(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", weiger)
    antwoord = roep("toets", zaak)
    assert antwoord.code == 1
    assert "mag u niet lezen" in antwoord.fout


def test_een_lege_invoer(roep: Roep) -> None:
    assert roep("toets", "-").fout == "de invoer: dit bestand is leeg; een zaak heeft de velden zaak en feiten\n"


@pytest.mark.parametrize("zaad", range(40))
def test_wat_er_ook_in_een_bestand_staat_het_antwoord_is_0_of_1(roep: Roep, zaad: int) -> None:
    """Ready cases with pieces cut out, doubled, swapped and overwritten: judged or refused, never a fault."""
    toeval = random.Random(zaad)
    tekst = list(voorbeelden.lees(toeval.choice(voorbeelden.namen())))
    for _ in range(toeval.randint(1, 12)):
        plek = toeval.randrange(len(tekst))
        lengte = toeval.randint(1, 30)
        stukje = tekst[plek : plek + lengte]
        nieuw: list[Any] = [
            [],
            stukje * 2,
            list(toeval.choice(["null", "[]", "{", "-1", "2026-99-99", "'", "\x1b[31m", "é"])),
        ]
        tekst[plek : plek + lengte] = toeval.choice(nieuw)
    for opties in ((), ("--json",)):
        antwoord = roep("toets", "-", *opties, invoer="".join(tekst))
        assert antwoord.code in (0, 1)
        assert bool(antwoord.uit) is (antwoord.code == 0)
        assert "fout in het programma zelf" not in antwoord.fout


# --- the tables ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("breedte", [40, 60, 80, 100, 160])
@pytest.mark.parametrize("naam", voorbeelden.namen())
def test_elke_zaak_past_op_elk_scherm(roep: Roep, monkeypatch: pytest.MonkeyPatch, naam: str, breedte: int) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))
    uit = roep("toets", "-", invoer=voorbeelden.lees(naam)).uit
    regels = uit.splitlines()
    assert max(map(len, regels)) <= breedte
    assert not [r for r in regels if r != r.rstrip()]
    assert "\x1b" not in uit, "geen kleur buiten een scherm"
    assert [k for k in ("TERMIJNEN", "WAARBORGEN") if k in regels] == ["TERMIJNEN", "WAARBORGEN"]


def test_de_tabel_zegt_in_woorden_hoe_het_staat(roep: Roep, zaak: Path) -> None:
    uit = roep("toets", zaak).uit
    for stuk in (
        "Fase: aanvraag", "✗ te laat Besluit op de", "di 28 april 2026", "Koningsdag", "norm: ANBO spelregel 1",
        "€ 707,00 van hoogstens € 1.442,00; over de aanvraag; loopt", "dag 25 van 42", "✗ Geschonden (8)", "b1 vervoer",
    ):  # fmt: skip
        assert " ".join(stuk.split()) in " ".join(uit.split())


def test_de_draad_zegt_waar_een_behoefte_kwijt_is(roep: Roep) -> None:
    uit = roep("toets", "-", invoer=voorbeelden.lees("verslag-verliest-behoefte")).uit
    assert uit.count("✗ ontbreekt in het verslag") == 1


def test_wat_nu_zegt_wie_aan_de_beurt_is(roep: Roep) -> None:
    uit = roep("toets", "-", invoer=voorbeelden.lees("geen-uitnodiging")).uit
    assert "✗ Te laat sinds di 24 maart 2026: uitnodiging voor het gesprek (gemeente)" in uit
    assert "● Uiterlijk di 21 april 2026: onderzoek en verslag (gemeente)" in uit
    assert "– Nog niet: Een aanvraag telt pas" in uit


def test_een_zaak_kan_het_scherm_niet_sturen(roep: Roep) -> None:
    invoer = (
        'zaak: "\\e[2J\\e]0;x\\a"\ngemeente: "[red]a[/red]"\nfeiten: [{soort: melding_ontvangen, datum: 2026-09-07}]\n'
    )
    uit = roep("toets", "-", invoer=invoer).uit
    assert "\x1b" not in uit
    assert "[red]a[/red]" in uit, "haken in een naam zijn tekst"


def test_zonder_vreemde_tekens() -> None:
    uitvoer = io.TextIOWrapper(io.BytesIO(), "ascii", errors="backslashreplace")
    scherm = tabellen.Console(file=uitvoer, width=80, markup=False, highlight=False, emoji=False)
    casus = lees_casus(voorbeelden.lees("geen-uitnodiging"), vandaag=datetime(2026, 9, 1, tzinfo=UTC).date())
    tabellen.toon_beoordeling(beoordeel(casus), scherm)
    uitvoer.flush()
    assert b"x te laat" in uitvoer.buffer.getvalue()  # type: ignore[attr-defined]


# --- voorbeeld -------------------------------------------------------------------------------------------------------


def test_de_lijst_noemt_elk_voorbeeld(roep: Roep) -> None:
    uit = roep("voorbeeld").uit
    assert [r.split()[0] for r in uit.split("\n\n")[0].splitlines()] == list(voorbeelden.namen())


@pytest.mark.parametrize("naam", voorbeelden.namen())
def test_een_voorbeeld_is_meteen_te_toetsen(roep: Roep, naam: str) -> None:
    getoond = roep("voorbeeld", naam)
    assert getoond.code == 0
    assert roep("toets", "-", "--json", invoer=getoond.uit).code == 0


def test_een_voorbeeld_dat_er_niet_is(roep: Roep) -> None:
    antwoord = roep("voorbeeld", "spoet")
    assert (antwoord.code, antwoord.uit) == (1, "")
    assert "Bedoelt u spoed?" in antwoord.fout
