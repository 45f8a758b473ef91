"""The line of days: what is done stands on the day it was done, what was too late is never folded away."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.utils import translation

from keukentafel.portaal.watnu.beeld import Beeld
from keukentafel.portaal.watnu.dossier import Dossier
from keukentafel.portaal.watnu.klok import _MIST_EN
from keukentafel.portaal.watnu.uitkomst import Uitkomst, uitkomst
from keukentafel.procedure.register import TERMIJNEN


def op(dag: date, *feiten: tuple[str, str]) -> Uitkomst:
    rijen: list[dict[str, Any]] = [{"soort": soort, "datum": datum} for soort, datum in feiten]
    return uitkomst(Beeld(Dossier({"feiten": rijen}), dag))


def test_wat_gedaan_is_staat_op_zijn_eigen_dag_en_nooit_na_vandaag() -> None:
    """Reported on Monday 5 January 2026; the report may take until 16 February and was there on 26 January."""
    uit = op(
        date(2026, 1, 26), ("melding_ontvangen", "2026-01-05"), ("uitnodiging_verstuurd", "2026-01-13"),
        ("gesprek_gevoerd", "2026-01-19"), ("verslag_verstuurd", "2026-01-26"),
    )  # fmt: skip
    namen = [punt.id for punt in uit.klok]
    onderzoek = next(punt for punt in uit.klok if punt.id == "onderzoek")
    assert (onderzoek.datum, onderzoek.dag) == (date(2026, 2, 16), date(2026, 1, 26))
    na = uit.klok[namen.index("vandaag") + 1 :]
    assert na and not [punt.id for punt in na if punt.gedaan_op]


def test_een_gemiste_dag_blijft_altijd_in_zicht() -> None:
    """The investigation was six weeks late; everything after it is long past too."""
    uit = op(
        date(2026, 9, 1), ("melding_ontvangen", "2026-01-05"), ("uitnodiging_verstuurd", "2026-01-13"),
        ("gesprek_gevoerd", "2026-02-23"), ("verslag_verstuurd", "2026-03-30"), ("aanvraag_ontvangen", "2026-04-01"),
        ("besluit_bekendgemaakt", "2026-04-10"),
    )  # fmt: skip
    laat = {punt.id for punt in uit.klok if punt.staat == "te_laat"}
    assert "onderzoek" in laat and uit.eerder
    assert not laat & {punt.id for punt in uit.eerder}
    assert laat <= {punt.id for punt in uit.klok_nu}
    assert len(uit.eerder) + len(uit.klok_nu) == len(uit.klok)


@pytest.mark.parametrize(
    ("taal", "zin"),
    [
        ("nl", "Nog niet bekend is of het op papier staat en of u akkoord bent gegaan."),
        ("en", "Not known yet is whether it is in writing and whether you agreed."),
    ],
)
def test_een_onzekere_laatste_dag_zegt_wat_er_niet_bekend_is(taal: str, zin: str) -> None:
    """A longer term to decide on: only when it was agreed in writing (Awb 4:15 lid 2 onder a)."""
    feiten: list[dict[str, Any]] = [
        {"soort": "melding_ontvangen", "datum": "2026-09-01"},
        {"soort": "verslag_verstuurd", "datum": "2026-10-06"},
        {"soort": "aanvraag_ontvangen", "datum": "2026-10-12"},
        {"soort": "beslistermijn_verlengd", "datum": "2026-10-20", "tot": "2026-11-30"},
    ]
    with translation.override(taal):
        uit = uitkomst(Beeld(Dossier({"feiten": feiten}), date(2026, 10, 21)))
    besluit = next(punt for punt in uit.klok if punt.id == "beschikking")
    assert any(regel.startswith(zin) for regel in besluit.uitleg), besluit.uitleg


def test_elk_veld_dat_een_dag_onzeker_maakt_heeft_engels() -> None:
    velden = {v for t in TERMIJNEN for x in t.verlengingen for v in (*x.voorwaarden, x.weken_veld) if v}
    assert velden <= set(_MIST_EN)


def _planning(*meer: dict[str, Any]) -> dict[str, str]:
    """Reported on Tuesday 1 September 2026, as it looks on Thursday 10 September: the days to come, by term."""
    feiten: list[dict[str, Any]] = [{"soort": "melding_ontvangen", "datum": "2026-09-01"}, *meer]
    klok_ = uitkomst(Beeld(Dossier({"feiten": feiten}), date(2026, 9, 10))).klok
    return {punt.id: f"{punt.datum:%d-%m} {punt.wat}" for punt in klok_ if punt.toekomst}


UITGENODIGD = {"soort": "uitnodiging_verstuurd", "datum": "2026-09-04", "gesprek_op": "2026-09-18T10:00"}


def test_de_laatste_dag_van_een_termijn_leest_niet_als_de_dag_zelf() -> None:
    wat = _planning()
    assert wat["uitnodiging"] == "15-09 Uiterste dag voor de uitnodiging voor het gesprek (norm)"
    assert wat["gesprek"] == "13-10 Uiterste dag voor het gesprek (norm)"
    assert wat["onderzoek"] == "13-10 Uiterste dag voor het onderzoek, met verslag"


def test_staat_er_een_afspraak_dan_staat_er_geen_tweede_dag_voor_het_gesprek() -> None:
    wat = _planning(UITGENODIGD)
    assert wat["afspraak"].startswith("18-09") and "gesprek" not in wat


@pytest.mark.parametrize("door", ["inwoner", "gemeente"])
def test_een_verzette_afspraak_staat_op_de_nieuwe_dag(door: str) -> None:
    verzet = {"soort": "gesprek_verzet", "datum": "2026-09-10", "door": door, "naar": "2026-09-30"}
    assert _planning(UITGENODIGD, verzet)["afspraak"].startswith("30-09")


@pytest.mark.parametrize(
    ("taal", "zin"),
    [
        ("nl", "De dwangsom loopt van 22 mei 2026 tot en met uiterlijk 2 juli 2026 (42 dagen)."),
        ("en", "It runs from 22 May 2026 until 2 July 2026 at the latest: 42 days."),
    ],
)
def test_de_dwangsom_zegt_van_wanneer_tot_wanneer(taal: str, zin: str) -> None:
    feiten = (
        ("melding_ontvangen", "2026-03-02"), ("verslag_verstuurd", "2026-03-24"), ("aanvraag_ontvangen", "2026-04-13"),
        ("ingebrekestelling_ontvangen", "2026-05-07"),
    )  # fmt: skip
    with translation.override(taal):
        uitleg = next(punt.uitleg for punt in op(date(2026, 6, 15), *feiten).klok if punt.id == "dwangsom")
    assert zin in uitleg
