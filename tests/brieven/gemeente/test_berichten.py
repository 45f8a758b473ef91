"""The letter that goes out with a fact of a kept case: when, along which way, to whom, in whose words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from keukentafel.brieven.gemeente import als_tekst, berichten_voor, brieven_uit, voorvertoning, wijze_voor
from keukentafel.dossier.afgeleid import beoordeel_zaak
from keukentafel.dossier.instellingen import geldend, voeg_toe
from keukentafel.dossier.models import Mandaat, Uitgaand, Zaak
from keukentafel.dossier.vastleggen import vastleggen
from keukentafel.procedure import CasusFout
from tests.dossier.wereld import VANDAAG, Wereld

pytestmark = pytest.mark.django_db
VANDAAG_BEVESTIGD = {"soort": "ontvangst_bevestigd", "datum": VANDAAG.isoformat()}
JA = {"soort": "elektronisch_bereikbaar_verklaard", "datum": "2026-11-04"}
NEE = {"soort": "elektronisch_bereikbaar_ingetrokken", "datum": "2026-11-09"}


@pytest.fixture
def wereld(db: Any) -> Wereld:
    return Wereld.maak()


def zaak_met(wereld: Wereld, *feiten: dict[str, Any], email: str = "") -> Zaak:
    """A case with a melding, and what the resident said after it."""
    wereld.betrokkene.email = email
    wereld.betrokkene.save()
    zaak = wereld.zaak().zaak
    for feit in feiten:
        vastleggen(zaak.pk, feit, wie=wereld.wie("inwoner"), deur="proef")
    return zaak


def stuur(wereld: Wereld, zaak: Zaak, feit: dict[str, Any], rol: str = "consulent") -> list[Uitgaand]:
    vastleggen(zaak.pk, feit, wie=wereld.wie(rol), deur="proef", berichten=berichten_voor)
    return list(Uitgaand.objects.filter(zaak=zaak).order_by("id"))


def tekst(bericht: Uitgaand, nr: int = 0) -> str:
    brieven, ontvanger = brieven_uit(bericht.inhoud)
    return als_tekst(brieven[nr], ontvanger)


@pytest.mark.parametrize(
    ("gezegd", "email", "wijze", "kanaal"),
    [
        ([], "", None, "print"),
        ([], "m@voorbeeld.example", "email", "print"),
        ([JA], "m@voorbeeld.example", None, "portaal"),
        ([JA], "m@voorbeeld.example", "email", "email"),
        ([JA], "m@voorbeeld.example", "brief", "print"),
        ([JA | {"wijze": "email"}], "m@voorbeeld.example", None, "email"),
        ([JA], "", None, "print"),
        ([JA, NEE], "m@voorbeeld.example", "portaal", "print"),
        ([JA, NEE, JA | {"datum": "2026-11-10"}], "m@voorbeeld.example", None, "portaal"),
    ],
)
def test_alleen_wie_ja_zei_krijgt_het_elektronisch(
    wereld: Wereld, gezegd: list[dict[str, Any]], email: str, wijze: str | None, kanaal: str
) -> None:
    """Awb 2:8: on paper, unless the resident said to be reachable electronically and that still stands."""
    zaak = zaak_met(wereld, *gezegd, email=email)
    feit = VANDAAG_BEVESTIGD | ({"wijze": wijze} if wijze else {})
    (bericht,) = stuur(wereld, zaak, feit)
    assert (bericht.soort, bericht.kanaal) == ("bevestiging-melding", kanaal)


def test_de_wijze_voor_het_formulier_is_die_van_de_brief(wereld: Wereld) -> None:
    zaak = zaak_met(wereld, JA, email="m@voorbeeld.example")
    oordeel = beoordeel_zaak(zaak, zaak.feiten.all(), VANDAAG)
    assert wijze_voor(oordeel, "m@voorbeeld.example") == "portaal"
    assert wijze_voor(oordeel, "") == "brief"


def test_een_feit_van_een_eerdere_dag_was_al_verstuurd(wereld: Wereld) -> None:
    gisteren = (VANDAAG - timedelta(days=1)).isoformat()
    assert not stuur(wereld, zaak_met(wereld), VANDAAG_BEVESTIGD | {"datum": gisteren})


def test_wat_geen_brief_is_geeft_er_geen(wereld: Wereld) -> None:
    zaak = zaak_met(wereld)
    assert not stuur(wereld, zaak, {"soort": "afgezien_van_gesprek", "datum": VANDAAG.isoformat()}, "inwoner")


def test_naam_en_adres_staan_niet_leesbaar_in_de_databank_en_blijven_die_van_de_dag(wereld: Wereld) -> None:
    (bericht,) = stuur(wereld, zaak_met(wereld), VANDAAG_BEVESTIGD)
    assert "Bloemendaal" not in str(bericht.inhoud)
    wereld.betrokkene.naam = "Iemand Anders"
    wereld.betrokkene.save()
    assert "Beste A. Bloemendaal," in tekst(bericht)


def test_wie_engels_leest_krijgt_een_leesversie_erbij(wereld: Wereld) -> None:
    wereld.betrokkene.taal = "en"
    (bericht,) = stuur(wereld, zaak_met(wereld), VANDAAG_BEVESTIGD)
    assert "Beste A. Bloemendaal," in tekst(bericht)
    assert "Dear A. Bloemendaal," in tekst(bericht, 1)


def test_de_consulent_tekent_en_de_inwoner_nooit(wereld: Wereld) -> None:
    zaak = zaak_met(wereld)
    (bericht,) = stuur(wereld, zaak, VANDAAG_BEVESTIGD)
    assert "\nconsulent " in tekst(bericht)
    verzet = {"soort": "gesprek_verzet", "datum": VANDAAG.isoformat(), "door": "inwoner", "naar": "2026-11-27T10:00"}
    *_, tweede = stuur(wereld, zaak, verzet, "inwoner")
    assert "\ninwoner " not in tekst(tweede)
    assert "vrijdag 27 november 2026 om 10.00 uur" in tekst(tweede)


def test_een_voorvertoning_is_de_brief_en_legt_niets_vast(wereld: Wereld) -> None:
    zaak = zaak_met(wereld)
    voor = zaak.feiten.count()
    nl, en = voorvertoning(Zaak.objects.get(pk=zaak.pk), VANDAAG_BEVESTIGD, wereld.wie("consulent"))
    assert (nl.taal, en.taal, nl.kenmerk) == ("nl", "en", zaak.nummer)
    assert zaak.feiten.count() == voor
    (bericht,) = stuur(wereld, zaak, VANDAAG_BEVESTIGD)
    assert [b["tekst"] for b in nl.blokken if b["soort"] == "kop"] == [
        b["tekst"] for b in bericht.inhoud["brief"]["blokken"] if b["soort"] == "kop"
    ]
    with pytest.raises(CasusFout):
        voorvertoning(zaak, {"soort": "besluit_bekendgemaakt", "datum": VANDAAG.isoformat()}, wereld.wie("beslisser"))


def test_eigen_woorden_gelden_vanaf_hun_dag_en_alleen_in_de_eigen_gemeente(wereld: Wereld) -> None:
    wie = wereld.mens("beheer")
    voeg_toe(wereld.gemeente, "brief", "bevestiging-melding", {"nl": "Oud."}, vanaf=date(2026, 1, 1), door=wie)
    voeg_toe(wereld.gemeente, "brief", "bevestiging-melding", {"nl": "Nu."}, vanaf=VANDAAG, door=wie)
    voeg_toe(wereld.gemeente, "brief", "bevestiging-melding", {"nl": "Straks."}, vanaf=date(2027, 1, 1), door=wie)
    voeg_toe(wereld.elders, "brief", "bevestiging-melding", {"nl": "Elders."}, vanaf=VANDAAG, door=wie)
    voeg_toe(wereld.gemeente, "brief", "algemeen", {"afdeling": "Team Wmo"}, vanaf=VANDAAG, door=wie)
    (bericht,) = stuur(wereld, zaak_met(wereld), VANDAAG_BEVESTIGD)
    inhoud = tekst(bericht)
    assert "Nu." in inhoud
    assert "Team Wmo" in inhoud
    assert not {"Oud.", "Straks.", "Elders."} & set(inhoud.split())
    assert bericht.inhoud["brief"]["sjabloon"] == VANDAAG.isoformat()


def test_wat_is_beeindigd_geldt_niet_meer(wereld: Wereld) -> None:
    wie = wereld.mens("beheer")
    voeg_toe(wereld.gemeente, "voorziening", "taxipas", {"titel": "Taxipas"}, vanaf=date(2026, 1, 1), door=wie)
    eind = VANDAAG - timedelta(days=1)
    voeg_toe(wereld.gemeente, "voorziening", "taxipas", {"titel": "Taxipas"}, vanaf=VANDAAG, tot=eind, door=wie)
    assert geldend(wereld.gemeente, "voorziening", eind).keys() == {"taxipas"}
    assert not geldend(wereld.gemeente, "voorziening", VANDAAG)


def test_een_bericht_zonder_brief_is_een_duidelijke_fout() -> None:
    with pytest.raises(ValueError, match="geen brief"):
        brieven_uit({"titel": "iets anders"})


def test_wie_grote_letters_wil_krijgt_ze_ook_in_de_brief_die_klaarstaat(wereld: Wereld) -> None:
    wereld.betrokkene.groot = True
    zaak = zaak_met(wereld)
    (bericht,) = stuur(wereld, zaak, VANDAAG_BEVESTIGD)
    assert brieven_uit(bericht.inhoud)[1].groot
    wereld.betrokkene.groot = False
    wereld.betrokkene.save()
    assert brieven_uit(bericht.inhoud)[1].groot, "wat klaarstaat blijft zoals het was"


def _vertegenwoordiger(wereld: Wereld, **meer: Any) -> Mandaat:
    return Mandaat.objects.create(
        gebruiker=wereld.mens("curator"), gemeente=wereld.gemeente, rol="vertegenwoordiger",
        betrokkene=wereld.betrokkene, vanaf=date(2026, 1, 1), **meer,
    )  # fmt: skip


ADRES = {"adres": "Kade 1", "postcode_plaats": "9999 ZZ Voorbeeldstad"}


def test_een_vertegenwoordiger_met_adres_krijgt_een_kopie_op_papier(wereld: Wereld) -> None:
    _vertegenwoordiger(wereld, **ADRES)
    zaak = zaak_met(wereld, JA, email="m@voorbeeld.example")
    brief, kopie = stuur(wereld, zaak, VANDAAG_BEVESTIGD)
    assert (brief.kanaal, kopie.kanaal) == ("portaal", "print")
    assert kopie.soort == "bevestiging-melding-kopie1" and kopie.sleutel != brief.sleutel
    inhoud = tekst(kopie)
    assert "Kade 1" in inhoud and "Beste curator" in inhoud
    assert "omdat u A. Bloemendaal vertegenwoordigt" in inhoud
    for geheim in ("Kade 1", "Bloemendaal", "curator"):
        assert geheim not in str(kopie.inhoud) + str(brief.inhoud)
    assert "Een kopie van deze brief gaat naar curator, als uw vertegenwoordiger." in tekst(brief)
    assert "Waar ‘u’ staat" not in tekst(brief) and "Een kopie van deze brief" not in inhoud


def test_de_voorvertoning_noemt_wie_een_kopie_krijgt(wereld: Wereld) -> None:
    _vertegenwoordiger(wereld, **ADRES)
    (nl, _) = voorvertoning(zaak_met(wereld), VANDAAG_BEVESTIGD, wereld.wie("consulent"))
    assert nl.blokken[-1]["tekst"].endswith("naar curator, als uw vertegenwoordiger.")


@pytest.mark.parametrize("meer", [{}, {"adres": "Kade 1"}, {**ADRES, "tot": VANDAAG - timedelta(days=1)}])
def test_zonder_adres_of_na_het_einde_geen_kopie(wereld: Wereld, meer: dict[str, Any]) -> None:
    _vertegenwoordiger(wereld, **meer)
    assert len(stuur(wereld, zaak_met(wereld), VANDAAG_BEVESTIGD)) == 1


@pytest.mark.parametrize(("van_deze", "aantal"), [(True, 2), (False, 1)])
def test_wie_voor_een_zaak_vertegenwoordigt_krijgt_alleen_daarvan_een_kopie(
    wereld: Wereld, van_deze: bool, aantal: int
) -> None:
    deze, ander = zaak_met(wereld), zaak_met(wereld)
    _vertegenwoordiger(wereld, **ADRES, zaak=deze if van_deze else ander)
    assert len(stuur(wereld, deze, VANDAAG_BEVESTIGD)) == aantal
