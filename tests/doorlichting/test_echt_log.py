"""The real log of a municipality (permits, 2010-2012), against an independent reading of the same file."""

from __future__ import annotations

import gzip
import os
from datetime import date, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import holidays
import pytest

from keukentafel.doorlichting import doorlicht

GEDEELD = Path(os.environ.get("KEUKENTAFEL_GEDEELD", Path(__file__).parents[3] / "shared"))
LOG = GEDEELD / "data" / "receipt.xes.gz"
PEIL = date(2012, 1, 10)
PROFIEL = """
naam = "Vergunningen, ontvangstfase"
tijdzone = "Europe/Amsterdam"
[velden]
startdate = "melding_ontvangen"
enddate = "besluit_bekendgemaakt"
[feiten]
"Confirmation of receipt" = "ontvangst_bevestigd"
[groepen]
afdeling = "department"
[alleen]
termijnen = true
[[termijn]]
id = "beslissing"
naam = "Beslissing op de aanvraag"
vanaf = "melding_ontvangen"
weken = 8
gehaald_door = "besluit_bekendgemaakt"
bron = "Wabo art. 3.9"
"""
AANGEWEZEN = {date(2011, 5, 6), date(2011, 6, 3)}

pytestmark = pytest.mark.skipif(not LOG.exists(), reason="het echte log staat niet naast dit project")


def kenmerken() -> list[tuple[date | None, date | None, str]]:
    """Start, end and department of each case, read the plain way."""
    with gzip.open(LOG) as bestand:
        wortel = ElementTree.parse(bestand).getroot()
    ruimte = "{http://www.xes-standard.org/}"
    uit = []
    for trace in wortel.iter(f"{ruimte}trace"):
        waarden = {kind.get("key"): kind.get("value") for kind in trace if kind.tag != f"{ruimte}event"}
        uit.append((dag(waarden.get("startdate")), dag(waarden.get("enddate")), str(waarden["department"])))
    return uit


def dag(tekst: str | None) -> date | None:
    return None if tekst is None else datetime.fromisoformat(tekst).astimezone(ZoneInfo("Europe/Amsterdam")).date()


VRIJ = {*holidays.country_holidays("NL", categories=("public", "optional"), years=range(2010, 2014)), *AANGEWEZEN}


def einde(begin: date) -> tuple[date, bool]:
    laatste = begin + timedelta(weeks=8)
    while laatste.weekday() >= 5 or laatste in VRIJ:
        laatste += timedelta(1)
    return laatste, laatste != begin + timedelta(weeks=8)


def test_het_echte_log_telt_zoals_met_de_hand(tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(PROFIEL, encoding="utf-8")
    uit = doorlicht(LOG, peildatum=PEIL, profiel=tmp_path / "p.toml").als_dict()
    zaken = kenmerken()
    gehaald = overschreden = loopt = omgekeerd = verschoven = later = 0
    for begin, klaar, _ in zaken:
        assert begin is not None
        later += (begin > PEIL) + (klaar is not None and klaar > PEIL)
        if begin > PEIL:
            continue
        laatste, schoof = einde(begin)
        verschoven += schoof
        if klaar is not None and klaar > PEIL:
            klaar = None
        omgekeerd += klaar is not None and klaar < begin
        gehaald += klaar is not None and begin <= klaar <= laatste
        overschreden += (klaar is None and laatste < PEIL) or (klaar is not None and klaar > laatste)
        loopt += klaar is None and laatste >= PEIL
    termijn = uit["termijnen"][0]
    assert (uit["zaken"], uit["geweigerd"], uit["genegeerd"]) == (1434, [], 8577 - 1434)
    assert uit["feiten"] == 1434 + 1434 + sum(klaar is not None for _, klaar, _ in zaken)
    assert [termijn[k] for k in ("gehaald", "overschreden", "loopt", "niet_vast_te_stellen", "einde_op_rustdag")] == [
        gehaald, overschreden, loopt, omgekeerd, verschoven,
    ]  # fmt: skip
    assert uit["groepen"]["afdeling"]["General"]["zaken"] == sum(afdeling == "General" for *_, afdeling in zaken)
