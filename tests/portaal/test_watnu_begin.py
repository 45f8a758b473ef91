"""The opening question says something by itself; and what was not asked is not held against anyone."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.test import Client

from keukentafel.portaal.watnu.stappen import PLEKKEN
from tests.portaal.gang import MAANDAG, Gang, datum


@pytest.fixture
def bezoeker() -> Client:
    return Client(headers={"host": "127.0.0.1"})


ZESWEKEN = "De gemeente is aan zet: zij moet binnen zes weken na uw melding klaar zijn met het onderzoek."
MELD = "U bent aan zet: vertel de gemeente dat u hulp nodig hebt."
# De keuze, de eerste vraag, wat de uitkomst zegt als er verder niets is ingevuld, en wat dan eerst wordt gevraagd.
BEGIN = [
    ("niets", "wie", MELD, "behoeften"),
    ("gemeld", "melding", ZESWEKEN, "melding"),
    ("uitgenodigd", "melding", ZESWEKEN, "melding"),
    ("gesprek", "melding", ZESWEKEN, "melding"),
    ("verslag", "melding", "U bent aan zet: lees het verslag na en doe uw aanvraag.", "melding"),
    ("aanvraag", "aanvraag", "De gemeente moet besluiten binnen twee weken na uw aanvraag.", "aanvraag"),
    ("besluit", "besluit", "U kunt bezwaar maken tot zes weken na de dag waarop het besluit is verstuurd.", "besluit"),
    ("bezwaar", "bezwaar", "De gemeente is aan zet: zij moet antwoorden op uw bezwaar.", "bezwaar"),
    ("klacht", "klacht", "U kunt een klacht indienen of vragen om uw dossier te zien.", "klacht"),
    ("alles", "wie", "Vertel eerst wat er al is gebeurd.", "melding"),
]


def test_elke_keuze_van_de_eerste_vraag_is_bekeken() -> None:
    assert [plek for plek, *_rest in BEGIN] == [plek.naam for plek in PLEKKEN]


@pytest.mark.parametrize(("plek", "eerste", "zin", "vraag"), BEGIN)
def test_wat_u_koos_telt_ook_als_u_verder_niets_invult(
    bezoeker: Client, plek: str, eerste: str, zin: str, vraag: str
) -> None:
    gang = Gang(bezoeker, plek)
    assert gang.stap == eerste
    meteen = gang.antwoord_met(actie="uitkomst")
    assert meteen.zin == zin
    assert f'value="naar:{vraag}" formaction' in meteen.tekst
    assert ('formaction="/brieven/melding-doen/"' in meteen.tekst) == (plek in ("niets", "alles"))
    alles = meteen.antwoord_met(actie="alles").antwoord_met(actie="uitkomst")
    assert plek in ("niets", "klacht") or alles.zin == zin, "meer vragen beantwoorden vergeet niet waar u was"


def test_het_besluit_van_1_oktober_vergeet_het_bezwaar_niet(bezoeker: Client) -> None:
    with time_machine.travel(MAANDAG, tick=False):
        gang = Gang(bezoeker, "bezwaar").antwoord_met(actie="overslaan")
        gang.antwoord_met("ja", actie="uitkomst", **datum(date(2026, 10, 1)))
        assert gang.zin == "De gemeente is aan zet: zij moet antwoorden op uw bezwaar."
        assert "Op welke dag kreeg de gemeente uw bezwaar?" in gang.tekst
        gang.antwoord_met(actie="naar:bezwaar").antwoord_met("ja", actie="uitkomst", **datum(date(2026, 11, 9)))
    assert gang.zin == "De gemeente moet uiterlijk op 4 februari 2027 antwoorden op uw bezwaar."


def test_wie_een_andere_keuze_maakt_houdt_alleen_wat_hij_zelf_invulde(bezoeker: Client) -> None:
    gang = Gang(bezoeker, "bezwaar").antwoord_met(actie="overslaan").antwoord_met("ja", **datum(date(2026, 10, 1)))
    gang.antwoord_met(actie="begin", plek="besluit")
    assert {f["soort"]: f["datum"] for f in gang.feiten} == {
        "besluit_bekendgemaakt": "2026-10-01", "aanvraag_ontvangen": "onbekend",
    }  # fmt: skip


# --- what is not known is not late ----------------------------------------------------------------------------------

TE_LAAT = 'formaction="/brieven/ingebrekestelling/"'


def test_met_alleen_de_dag_van_de_aanvraag_is_de_gemeente_niet_zomaar_te_laat(bezoeker: Client) -> None:
    with time_machine.travel(MAANDAG, tick=False):
        gang = Gang(bezoeker, "aanvraag").antwoord_met("ja", actie="uitkomst", **datum(date(2026, 10, 12)))
        assert gang.zin == "De gemeente is te laat, als het verslag er al was en zij geen uitstel kreeg."
        assert "Niet op tijd" not in gang.tekst and TE_LAAT not in gang.tekst
        assert "Hebt u het verslag van het onderzoek gekregen?" in gang.tekst
        brief = bezoeker.post("/brieven/ingebrekestelling/", {"dossier": gang.dossier}).content.decode()
        assert "Of deze brief nu kan, weten we nog niet." in brief and "stel ik u in gebreke" not in brief
        gang.antwoord_met(actie="naar:verslag").antwoord_met("ja", actie="uitkomst", **datum(date(2026, 10, 9)))
        assert "Vroeg de gemeente om uw aanvraag aan te vullen?" in gang.tekst and TE_LAAT not in gang.tekst
        gang.antwoord_met(actie="naar:aanvulling").antwoord_met("nee", actie="uitkomst")
        gang.antwoord_met(actie="naar:langer").antwoord_met("nee", actie="uitkomst")
    assert gang.zin.startswith("De gemeente is te laat: het besluit op uw aanvraag moest er op 26 oktober 2026 zijn.")
    assert TE_LAAT in gang.tekst


def test_zonder_verslag_telt_een_aanvraag_pas_na_zes_weken(bezoeker: Client) -> None:
    with time_machine.travel(MAANDAG, tick=False):
        gang = Gang(bezoeker, "aanvraag").antwoord_met("ja", **datum(date(2026, 10, 12))).antwoord_met("nee")
        gang.antwoord_met(actie="naar:aanvulling").antwoord_met("nee").antwoord_met("nee", actie="uitkomst")
        assert TE_LAAT not in gang.tekst and "Hebt u de gemeente verteld dat u hulp nodig hebt?" in gang.tekst
        assert gang.zin == "De gemeente is te laat, als uw melding zes weken of langer vóór uw aanvraag was."
        gang.antwoord_met(actie="naar:melding").antwoord_met("ja", actie="uitkomst", **datum(date(2026, 8, 3)))
    assert TE_LAAT in gang.tekst


def test_een_bezwaar_kan_zijn_uitgesteld(bezoeker: Client) -> None:
    brief = 'formaction="/brieven/ingebrekestelling-bezwaar/"'
    with time_machine.travel(date(2027, 3, 1), tick=False):
        gang = Gang(bezoeker, "bezwaar").antwoord_met("ja", **datum(date(2026, 10, 20)))
        gang.antwoord_met("ja", actie="uitkomst", **datum(date(2026, 10, 1)))
        assert gang.zin == "De gemeente is te laat, als zij het antwoord op uw bezwaar niet heeft uitgesteld."
        assert brief not in gang.tekst
        gang.antwoord_met(actie="naar:verdaging").antwoord_met("nee", actie="uitkomst")
    assert gang.zin.startswith("De gemeente is te laat: het besluit op uw bezwaar") and brief in gang.tekst


def test_na_de_zes_weken_bent_u_aan_zet_als_u_een_goede_reden_had(bezoeker: Client) -> None:
    with time_machine.travel(MAANDAG, tick=False):
        gang = Gang(bezoeker, "besluit").antwoord_met("ja", **datum(date(2026, 9, 1)))
        gang.antwoord_met("nee")
        assert gang.zin == "De tijd om bezwaar te maken was om op 13 oktober 2026."
        assert "U bent aan zet, als u een goede reden had" in gang.tekst and "Niemand hoeft nu" not in gang.tekst
        knop = next(regel for regel in gang.tekst.splitlines() if "utrecht-button--primary-action" in regel)
        assert 'formaction="/brieven/bezwaar-te-laat/"' in knop
        assert "bezwaar-pro-forma" not in gang.tekst
        brief = bezoeker.post("/brieven/bezwaar-te-laat/", {"dossier": gang.dossier}).content.decode()
    assert "Ik kon niet eerder bezwaar maken, omdat:" in brief and "6:11" in brief
