"""The first page: what presses comes first, in words that fit whoever reads them, and what one did oneself is said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils.formats import date_format

from keukentafel.dossier.models import Kijk, Zaak
from keukentafel.dossier.toegang import persoon
from keukentafel.dossier.vastleggen import open_zaak, vandaag, vastleggen
from keukentafel.dossier.woorden import LEEFGEBIEDEN
from keukentafel.inrichting.behoeften import BEHOEFTEN
from keukentafel.inrichting.voorbeeldgemeente import speler
from keukentafel.portaal.mijn import begin

from .conftest import Als, tekst, vul_in


def voluit(dag: date) -> str:
    return date_format(dag, "l j F Y")


def melding(zaak: Zaak, dag: date | None = None) -> Zaak:
    """A new case of the same person."""
    feit = {
        "soort": "melding_ontvangen", "datum": (dag or vandaag()).isoformat(),
        "behoeften": [{"id": "b1", "leefgebied": "geld", "vraag": "De post"}],
    }  # fmt: skip
    wie = persoon(speler("consulent"), vandaag())
    return open_zaak(zaak.gemeente, zaak.betrokkene, feit, wie=wie, deur="test", team=zaak.team).zaak


def leg_vast(zaak: Zaak, soort: str, rol: str = "consulent", dag: date | None = None, **velden: Any) -> None:
    feit = {"soort": soort, "datum": (dag or vandaag()).isoformat(), **velden}
    vastleggen(zaak.pk, feit, wie=persoon(speler(rol), vandaag()), deur="test")


@pytest.fixture
def nieuw(zaak: Zaak) -> Zaak:
    return melding(zaak)


@pytest.fixture
def afgewezen(zaak: Zaak) -> Zaak:
    """Everything asked for was refused, yesterday."""
    dagen = [vandaag() - timedelta(days=n) for n in (40, 30, 20, 10, 1)]
    nieuw = melding(zaak, dagen[0])
    leg_vast(nieuw, "uitnodiging_verstuurd", dag=dagen[1], gesprek_op=dagen[2].isoformat())
    leg_vast(nieuw, "gesprek_gevoerd", dag=dagen[2])
    leg_vast(nieuw, "verslag_verstuurd", dag=dagen[2])
    leg_vast(nieuw, "aanvraag_ontvangen", dag=dagen[3], behoeften=[{"id": "b1"}])
    rij = {"id": "b1", "uitkomst": "afgewezen", "grond": "eigen_kracht", "reden": "Het lukt zelf."}
    besluit = {"uitkomst": "afgewezen", "beslist_door": "RV", "behoeften": [rij]}
    leg_vast(nieuw, "besluit_bekendgemaakt", "beslisser", dagen[4], **besluit)
    return nieuw


def nodig_uit(zaak: Zaak, over: int = 10) -> date:
    op = vandaag() + timedelta(days=over)
    leg_vast(zaak, "uitnodiging_verstuurd", gesprek_op=f"{op}T10:30", plaats="bij de inwoner thuis")
    return op


def test_een_besluit_waartegen_bezwaar_kan_staat_vooraan_met_zijn_laatste_dag(als: Als, afgewezen: Zaak) -> None:
    for _ in range(3):
        melding(afgewezen)
    antwoord = als("inwoner").get("/mijn/")
    kaart = next(k for k in antwoord.context["kaarten"] if k["zaak"].pk == afgewezen.pk)
    laatste = vandaag() - timedelta(days=1) + timedelta(weeks=6)
    assert kaart["komend"][0].wat == "Uiterste dag voor bezwaar tegen het besluit"
    assert kaart["komend"][0].datum >= laatste and "Er lopen nu geen dagen" not in tekst(antwoord)


@pytest.mark.parametrize("knop", ["inwoner", "clientondersteuner"])
def test_een_regel_zegt_hetzelfde_als_de_zaak(als: Als, afgewezen: Zaak, knop: str, monkeypatch: Any) -> None:
    monkeypatch.setattr(begin, "HEEL", 0)
    assert "Uiterste dag voor bezwaar tegen het besluit: <strong>" in tekst(als(knop).get("/mijn/"))


def test_te_laat_gaat_voor_en_heet_te_laat(als: Als, late_zaak: Zaak, monkeypatch: Any) -> None:
    for _ in range(4):
        melding(late_zaak)
    client = als("vertegenwoordiger")
    thuis = client.get("/mijn/")
    assert thuis.context["kaarten"][0]["zaak"].pk == late_zaak.pk and "Te laat sinds" in tekst(thuis)
    monkeypatch.setattr(begin, "HEEL", 0)
    pagina = tekst(client.get("/mijn/"))
    regel = next(stuk for stuk in pagina.split("<li") if late_zaak.nummer in stuk)
    assert "Te laat sinds" in regel and "het besluit op de aanvraag" in regel and "J. Terpstra" in regel
    assert " uw " not in regel and pagina.index(late_zaak.nummer) == min(
        pagina.index(z.nummer) for z in Zaak.objects.filter(betrokkene=late_zaak.betrokkene)
    )


def test_elke_zaak_op_het_begin_is_een_blik_die_de_inwoner_ziet(als: Als, zaak: Zaak) -> None:
    als("clientondersteuner").get("/mijn/")
    assert Kijk.objects.filter(zaak=zaak, gebruiker=speler("clientondersteuner"), wat="beginpagina").exists()


def test_de_ondersteuner_ziet_de_afspraak_en_geen_tweede_dag_voor_het_gesprek(als: Als, nieuw: Zaak) -> None:
    op = nodig_uit(nieuw)
    for knop, adres in (("clientondersteuner", "/mijn/"), ("inwoner", f"/mijn/zaak/{nieuw.pk}/")):
        pagina = tekst(als(knop).get(adres))
        assert "De afspraak voor het gesprek" in pagina and voluit(op) in pagina
        assert "Uiterste dag voor het gesprek" not in pagina.split(nieuw.nummer)[-1]


def test_wie_de_afspraak_verzet_leest_wat_zij_vroeg_en_wie_nog_antwoordt(als: Als, nieuw: Zaak) -> None:
    oud = nodig_uit(nieuw)
    naar = oud + timedelta(days=1 if oud.weekday() < 4 else 7 - oud.weekday())
    keuze = {"f-naar-dag": naar.day, "f-naar-maand": naar.month, "f-naar-jaar": naar.year}
    client, thuis = als("inwoner"), f"/mijn/zaak/{nieuw.pk}/"
    vul_in(client, f"{thuis}doen/afspraak-verzetten/", keuze | {"f-toelichting": "Liefst na 11 uur"})
    pagina = tekst(client.get(thuis))
    assert f"<strong>{voluit(naar)}</strong>" in pagina and f"<strong>{voluit(oud)}</strong>" not in pagina
    assert "‘Liefst na 11 uur’" in pagina and "De gemeente laat weten of het kan en hoe laat." in pagina
    assert voluit(naar) in tekst(client.get("/mijn/"))
    naaste = tekst(als("mantelzorger").get("/mijn/"))
    assert "De gemeente laat weten of het kan" in naaste and "Liefst na 11" not in naaste
    leg_vast(nieuw, "gesprek_verzet", door="gemeente", naar=f"{naar}T13:00")
    assert "De gemeente laat weten of het kan" not in tekst(client.get(thuis))


def test_een_bijdrage_is_er_pas_met_hulp(als: Als, nieuw: Zaak, afgewezen: Zaak) -> None:
    client = als("inwoner")
    assert "Uw eigen bijdrage" not in tekst(client.get(f"/mijn/zaak/{afgewezen.pk}/"))
    assert "Krijgt u hulp op maat? Dan betaalt u:" in tekst(client.get(f"/mijn/zaak/{nieuw.pk}/"))


@pytest.mark.parametrize(
    ("naam", "gegevens", "zin"),
    [
        ("plek-van-het-gesprek", {"f-plek": "gemeentehuis", "f-erbij": ["tolk"]}, "door hoe u wilt praten."),
        ("hulp-van-een-ondersteuner", {}, "om een cliëntondersteuner."),
        ("geen-plan", {}, "dat u geen persoonlijk plan maakt."),
    ],
)
def test_wat_u_zelf_deed_staat_op_de_zaak(als: Als, nieuw: Zaak, naam: str, gegevens: dict[str, Any], zin: str) -> None:
    client, thuis = als("inwoner"), f"/mijn/zaak/{nieuw.pk}/"
    assert zin not in tekst(client.get(thuis))
    vul_in(client, f"{thuis}doen/{naam}/", gegevens)
    pagina = tekst(client.get(thuis))
    assert f"op {voluit(vandaag())} {zin}" in pagina
    assert "plek" not in naam or "Op het gemeentehuis, een tolk." in pagina


def test_wat_beantwoord_is_staat_er_niet_meer(als: Als, nieuw: Zaak) -> None:
    client, thuis = als("inwoner"), f"/mijn/zaak/{nieuw.pk}/"
    vul_in(client, f"{thuis}doen/hulp-van-een-ondersteuner/", {})
    leg_vast(nieuw, "clientondersteuner_toegewezen", naam="Farida", organisatie="Samen", onafhankelijk=True)
    assert "om een cliëntondersteuner." not in tekst(client.get(thuis))


def test_de_demo_noemt_een_onderwerp_zoals_de_keuze_heet() -> None:
    assert {behoefte.leefgebied for behoefte in BEHOEFTEN} <= set(dict(LEEFGEBIEDEN))
