"""The questions themselves: how many there are, and the one about the municipality, with names to choose from."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.portaal.gang import Gang, feit, uitkomst


@pytest.fixture
def bezoeker() -> Client:
    return Client()


@pytest.mark.parametrize("taal", ["", "/en"])
def test_bij_de_gemeente_staan_namen_om_uit_te_kiezen(bezoeker: Client, taal: str) -> None:
    gang = Gang(bezoeker, "alles", taal)
    while gang.stap != "gemeente":
        gang.antwoord_met(actie="overslaan")
    assert 'list="v-gemeente-lijst"' in gang.tekst
    assert '<option value="Amersfoort">' in gang.tekst
    gang.antwoord_met(**{"v-gemeente": "Verzonnenstad"})
    assert '"gemeente":"Verzonnenstad"' in gang.dossier


def test_een_lijst_met_gemeenten_die_niet_te_lezen_is_houdt_niemand_tegen(bezoeker: Client, settings: Any) -> None:
    settings.GEMEENTEN = "bestaat-niet.csv"
    gang = Gang(bezoeker, "alles")
    while gang.stap != "gemeente":
        gang.antwoord_met(actie="overslaan")
    assert "datalist" not in gang.tekst


def test_het_aantal_vragen_staat_van_het_begin_af_vast(bezoeker: Client) -> None:
    assert "vraag 1 van 4" in Gang(bezoeker, "gemeld").tekst
    assert "vraag 1 van 2" in Gang(bezoeker, "besluit").tekst


def test_wie_een_besluit_heeft_hoeft_dat_niet_nog_eens_te_zeggen(bezoeker: Client) -> None:
    gang = Gang(bezoeker, "besluit")
    assert gang.stap == "besluit"
    assert re.search(r'name="antwoord" id="antwoord-0" value="ja" checked', gang.tekst)
    assert "checked" not in gang.tekst[gang.tekst.index("v-datum-onbekend") :].split(">")[0], (
        "de dag is nog niet gevraagd"
    )
    gang.antwoord_met("ja", actie="uitkomst")
    assert gang.zin == "U kunt bezwaar maken tot zes weken na de dag waarop het besluit is verstuurd."


def test_wie_is_uitgenodigd_hoort_niet_dat_er_een_uitnodiging_komt(bezoeker: Client) -> None:
    vandaag = timezone.localdate()
    melding = feit("melding_ontvangen", vandaag - timedelta(days=20))
    uitnodiging = feit("uitnodiging_verstuurd", vandaag - timedelta(days=10))
    assert "hoort u een uitnodiging te krijgen" in uitkomst(bezoeker, [melding]).tekst
    assert "U bent uitgenodigd voor een gesprek." in uitkomst(bezoeker, [melding, uitnodiging]).tekst
