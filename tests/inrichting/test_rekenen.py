"""The three short questions: what they answer, in JSON and in words, and what they refuse."""

from __future__ import annotations

from typing import Any

import pytest

from tests.inrichting.conftest import Roep

TERMIJNSLEUTELS = {"vanaf", "duur", "zonder_verschuiving", "uiterlijk", "verschoven_om", "bron", "waarschuwingen"}
DWANGSOMSLEUTELS = {
    "ingebrekestelling", "eerste_dag", "laatste_dag", "dagen", "bedrag", "per_aanvrager", "bedragen", "bron",
    "waarschuwingen",
}  # fmt: skip
PASEN = ["Goede Vrijdag", "zaterdag", "zondag", "tweede paasdag"]
BIJDRAGESLEUTELS = {"datum", "bedrag", "per", "bron", "uitleg", "waarschuwingen"}

# --- termijn ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opties", "zonder", "uiterlijk", "redenen"),
    [
        ("--vanaf 2026-09-07 --weken 6", "2026-10-19", "2026-10-19", []),  # maandag
        ("--vanaf 2026-03-16 --weken 6", "2026-04-27", "2026-04-28", ["Koningsdag"]),
        ("--vanaf 2026-03-16 --weken 6 --zonder-atw", "2026-04-27", "2026-04-27", []),
        (
            "--vanaf 2026-11-13 --weken 6",
            "2026-12-25",
            "2026-12-28",
            ["eerste kerstdag", "tweede kerstdag (zaterdag)", "zondag"],
        ),
        ("--vanaf 2026-01-31 --maanden 1", "2026-02-28", "2026-03-02", ["zaterdag", "zondag"]),
        ("--vanaf 2010-10-10 --dagen 7", "2010-10-17", "2010-10-18", ["zondag"]),
        # Goede Vrijdag: twaalf weken schuift (over Pasen heen), dertien weken valt buiten de Atw.
        ("--vanaf 2026-01-09 --weken 12", "2026-04-03", "2026-04-07", PASEN),
        ("--vanaf 2026-01-02 --weken 13", "2026-04-03", "2026-04-03", []),
    ],
)
def test_termijn(roep: Roep, opties: str, zonder: str, uiterlijk: str, redenen: list[str]) -> None:
    antwoord = roep("termijn", *opties.split(), "--json")
    uit = antwoord.json
    assert (antwoord.code, antwoord.fout) == (0, "")
    assert uit.keys() >= TERMIJNSLEUTELS
    assert (uit["zonder_verschuiving"], uit["uiterlijk"]) == (zonder, uiterlijk)
    assert [v["reden"].lower() for v in uit["verschoven_om"]] == [r.lower() for r in redenen]


def test_termijn_zegt_de_lengte_en_de_bron(roep: Roep) -> None:
    uit = roep("termijn", "--vanaf", "2026-09-05", "--weken", 2, "--json").json
    assert uit["duur"] == "2 weken"
    assert uit["bron"] == ["Atw art. 1 lid 1"]
    assert roep("termijn", "--vanaf", "2026-09-05", "--dagen", 1, "--json").json["duur"] == "1 dag"


def test_termijn_na_de_bekende_aangewezen_dagen_waarschuwt(roep: Roep) -> None:
    uit = roep("termijn", "--vanaf", "2029-05-01", "--weken", 2, "--json").json
    (waarschuwing,) = uit["waarschuwingen"]
    assert waarschuwing.keys() == {"code", "tekst", "bron"}
    assert waarschuwing["code"] == "aangewezen_dagen_onbekend"


def test_termijn_in_woorden(roep: Roep) -> None:
    uit = roep("termijn", "--vanaf", "2026-03-16", "--weken", 6).uit
    assert uit.startswith("Uiterlijk: dinsdag 28 april 2026\n")
    assert "maandag 27 april 2026: Koningsdag" in uit


@pytest.mark.parametrize("aantal", ["0", "-1", "-6"])
def test_termijn_van_niets_is_geweigerd(roep: Roep, aantal: str) -> None:
    antwoord = roep("termijn", "--vanaf", "2026-03-16", "--weken", aantal, "--json")
    assert (antwoord.code, antwoord.uit) == (1, "")
    assert f"U gaf: {aantal}" in antwoord.fout


@pytest.mark.parametrize("opties", ["--vanaf 2010-10-09 --weken 2", "--vanaf 2026-01-01 --dagen 999999999"])
def test_termijn_buiten_de_bekende_tijd(roep: Roep, opties: str) -> None:
    antwoord = roep("termijn", *opties.split())
    assert antwoord.code == 1
    assert antwoord.fout.count("\n") == 1


# --- dwangsom --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opties", "dagen", "bedrag"),
    [
        ("", 42, "1442.00"),  # zonder besluit: het maximum
        ("--besluit 2025-11-17", 0, "0.00"),  # de laatste dag van de twee weken
        ("--besluit 2025-11-19", 1, "23.00"),
        ("--besluit 2025-12-02", 14, "322.00"),
        ("--besluit 2025-12-03", 15, "357.00"),
        ("--besluit 2025-12-17", 29, "857.00"),
        ("--besluit 2026-01-20", 42, "1442.00"),
    ],
)
def test_dwangsom(roep: Roep, opties: str, dagen: int, bedrag: str) -> None:
    """Ontvangen op maandag 3 november 2025: de eerste dag met dwangsom is dinsdag 18 november."""
    uit = roep("dwangsom", "--ingebrekestelling", "2025-11-03", *opties.split(), "--json").json
    assert uit.keys() >= DWANGSOMSLEUTELS
    assert (uit["eerste_dag"], uit["laatste_dag"]) == ("2025-11-18", "2025-12-29")
    assert (uit["dagen"], uit["bedrag"]) == (dagen, bedrag)


def test_dwangsom_delen(roep: Roep) -> None:
    uit = roep("dwangsom", "--ingebrekestelling", "2025-11-03", "--aanvragers", 3, "--json").json
    assert uit["bedragen"] == ["480.67", "480.67", "480.66"]
    assert uit["per_aanvrager"] == "480.67"


def test_te_vroege_ingebrekestelling(roep: Roep) -> None:
    woorden = "dwangsom --ingebrekestelling 2025-10-27 --termijn-verstreken 2025-10-27 --json".split()
    uit = roep(*woorden).json
    assert (uit["dagen"], uit["bedrag"]) == (0, "0.00")
    assert [w["code"] for w in uit["waarschuwingen"]] == ["ingebrekestelling_te_vroeg"]


def test_dwangsom_in_woorden(roep: Roep) -> None:
    uit = roep("dwangsom", "--ingebrekestelling", "2025-11-03", "--besluit", "2025-11-19").uit
    assert uit.startswith("Dwangsom: € 23,00 over 1 dag (hoogstens € 1.442,00)\n")


@pytest.mark.parametrize(
    ("opties", "melding"),
    [
        ("--ingebrekestelling 2009-09-30", "1 oktober 2009"),
        ("--ingebrekestelling 2025-11-03 --aanvragers 0", "1 of meer"),
        ("--ingebrekestelling 2025-11-03 --aanvragers 1000000000", "hoogstens 1000"),
    ],
)
def test_dwangsom_geweigerd(roep: Roep, opties: str, melding: str) -> None:
    antwoord = roep("dwangsom", *opties.split(), "--json")
    assert (antwoord.code, antwoord.uit) == (1, "")
    assert melding in antwoord.fout


# --- bijdrage --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opties", "bedrag", "per"),
    [
        ("--datum 2026-06-01 --personen 1", "21.80", "maand"),
        ("--datum 2026-06-01 --personen 2 --aow-gerechtigd", "21.80", "maand"),
        ("--datum 2026-06-01 --personen 2 --niet-aow-gerechtigd", "0.00", "maand"),
        ("--datum 2026-06-01 --personen 1 --kostprijs 10,50", "10.50", "maand"),
        ("--datum 2026-06-01 --personen 1 --kostprijs 400", "21.80", "maand"),
        ("--datum 2026-06-01 --personen 1 --vrijgesteld rolstoel", "0.00", "maand"),
        ("--datum 2025-01-01 --personen 1", "21.00", "maand"),
        ("--datum 2020-01-01 --personen 1", "19.00", "maand"),
        ("--datum 2018-06-01 --personen 1", "17.60", "vier_weken"),
        # 2018: 17,60 + 12,5% van (30.000 - 17.474) / 13 = 138,0423...
        ("--datum 2018-06-01 --personen 1 --aow-gerechtigd --inkomen 30000", "138.04", "vier_weken"),
        ("--datum 2026-06-01 --personen 1 --inkomen 90000 --vermogen 200000", "21.80", "maand"),
    ],
)
def test_bijdrage(roep: Roep, opties: str, bedrag: str, per: str) -> None:
    uit = roep("bijdrage", *opties.split(), "--json").json
    assert uit.keys() >= BIJDRAGESLEUTELS
    assert (uit["bedrag"], uit["per"]) == (bedrag, per)
    assert uit["bron"]
    assert uit["uitleg"]


def test_bijdrage_in_woorden(roep: Roep) -> None:
    uit = roep("bijdrage", "--datum", "2026-06-01", "--personen", 1).uit
    assert "hoogstens € 21,80 per maand" in uit
    assert "Uw gemeente mag minder vragen" in uit.replace("\n  ", " ")


@pytest.mark.parametrize("datum", ["2027-01-01", "2014-12-31"])
def test_bijdrage_wordt_nooit_geraden(roep: Roep, datum: str) -> None:
    antwoord = roep("bijdrage", "--datum", datum, "--personen", 1, "--json")
    assert (antwoord.code, antwoord.uit) == (1, "")


def test_bijdrage_noemt_de_laatste_bekende_datum(roep: Roep) -> None:
    assert "31 december 2026" in roep("bijdrage", "--datum", "2027-01-01", "--personen", 1).fout


# --- dates -----------------------------------------------------------------------------------------------------------

NIET_BESTAAND: tuple[Any, ...] = (
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-9-1", "20260901", "2026-W36-2", "gisteren", "", "٢٠٢٦-٠٩-٠١",
    "0000-01-01",
)  # fmt: skip


@pytest.mark.parametrize("datum", NIET_BESTAAND)
def test_een_datum_die_niet_bestaat_komt_letterlijk_terug(roep: Roep, datum: str) -> None:
    antwoord = roep("termijn", "--vanaf", datum, "--weken", 2, "--json")
    assert (antwoord.code, antwoord.uit) == (1, "")
    assert f"--vanaf: {datum!r} is geen bestaande datum" in antwoord.fout
    assert "jjjj-mm-dd" in antwoord.fout


def test_een_omgekeerde_datum_krijgt_de_goede_erbij(roep: Roep) -> None:
    assert "2026-09-01" in roep("termijn", "--vanaf", "1-9-2026", "--weken", 2).fout


def test_alle_foute_datums_komen_in_een_keer(roep: Roep) -> None:
    woorden = "dwangsom --ingebrekestelling 2025-02-30 --besluit 2025-11-31 --termijn-verstreken morgen".split()
    antwoord = roep(*woorden)
    assert antwoord.code == 1
    assert [regel.split(":")[0] for regel in antwoord.fout.splitlines()] == [
        "--ingebrekestelling", "--besluit", "--termijn-verstreken",
    ]  # fmt: skip
