"""The work list stays right by itself: a day passes, a norm changes, and the worker rebuilds what has aged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from threading import Event
from typing import Any

import pytest
import time_machine

from keukentafel.dossier import afgeleid, instellingen
from keukentafel.dossier.models import Zaak
from keukentafel.dossier.vastleggen import vastleggen
from keukentafel.koppelingen.berichten.werker import werk_tot
from tests.dossier.wereld import BEVESTIGING, VANDAAG, Wereld

LATER = VANDAAG + timedelta(days=40)
INGETROKKEN = {"soort": "melding_ingetrokken", "datum": "2026-11-19"}


def kolommen(pk: Any) -> list[Any]:
    zaak = Zaak.objects.get(pk=pk)
    return [getattr(zaak, kolom) for kolom in afgeleid.KOLOMMEN]


def ververs_alles(dag: date) -> int:
    aantal = 0
    while deel := afgeleid.ververs(dag):
        aantal += deel
    return aantal


def test_wat_verouderd_is_komt_op_de_dag_zelf(wereld: Wereld) -> None:
    zaak, vers = wereld.zaak().zaak, wereld.zaak(BEVESTIGING).zaak
    Zaak.objects.filter(pk=vers.pk).update(bijgewerkt_tot=LATER)
    oud = kolommen(zaak.pk)
    assert ververs_alles(LATER) == 1
    nieuw = kolommen(zaak.pk)
    assert nieuw[-1] == LATER
    assert Zaak.objects.get(pk=zaak.pk).geschonden > zaak.geschonden, "na veertig dagen is er meer gemist"
    assert nieuw != oud
    afgeleid.herbouw(LATER, [Zaak.objects.get(pk=zaak.pk)])
    assert kolommen(zaak.pk) == nieuw
    assert afgeleid.ververs(LATER) == 0


def test_een_gesloten_zaak_veroudert_niet(wereld: Wereld) -> None:
    zaak = wereld.zaak(INGETROKKEN).zaak
    assert not zaak.open
    assert afgeleid.ververs(LATER) == 0


def test_een_gemiste_wettelijke_dag_gaat_voor_een_gemiste_norm(wereld: Wereld) -> None:
    zaak = wereld.zaak({"soort": "aanvraag_ontvangen", "datum": "2026-11-03"}).zaak
    assert zaak.eerstvolgend == "uitnodiging", "op 20 november is alleen de norm van 16 november voorbij"
    ververs_alles(date(2026, 12, 18))
    later = Zaak.objects.get(pk=zaak.pk)
    assert (later.eerstvolgend, later.uiterlijk) == ("onderzoek", date(2026, 12, 14)), "zes weken, een dag van de wet"


def test_spoed_gaat_voor_alles_tot_er_hulp_is(wereld: Wereld) -> None:
    zaak = wereld.zaak({"soort": "spoed_vastgesteld", "datum": "2026-11-19"}).zaak
    assert (zaak.eerstvolgend, zaak.uiterlijk) == ("spoed", date(2026, 11, 23)), "twee werkdagen na donderdag"
    hulp = {"soort": "tijdelijke_voorziening_verstrekt", "datum": "2026-11-20", "voorziening": "nachtzorg"}
    vastleggen(zaak.pk, [hulp], wie=wereld.wie("consulent"), deur="werkplek", gezien=zaak.versie)
    assert Zaak.objects.get(pk=zaak.pk).eerstvolgend == "uitnodiging"


def test_een_nieuwe_norm_geldt_voor_wat_open_staat(wereld: Wereld) -> None:
    zaak = wereld.zaak().zaak
    assert Zaak.objects.get(pk=zaak.pk).uiterlijk == date(2026, 11, 16), "twee weken na de melding"
    door = wereld.mens("beheer")
    waarde = {"aantal": 5, "eenheid": "dag"}
    instellingen.voeg_toe(wereld.gemeente, "norm", "uitnodiging", waarde, vanaf=date(2026, 1, 1), door=door)
    assert ververs_alles(VANDAAG) == 1
    assert Zaak.objects.get(pk=zaak.pk).uiterlijk == date(2026, 11, 7), "vijf dagen na de melding"
    instellingen.voeg_toe(wereld.gemeente, "brief", "slot", {"tekst": "Dag"}, vanaf=VANDAAG, door=door)
    assert afgeleid.ververs(VANDAAG) == 0


def test_een_feit_dat_intussen_kwam_blijft_staan(kleine_wereld: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    zaak, wie = kleine_wereld.zaak().zaak, kleine_wereld.wie("consulent", LATER)
    echt = afgeleid.vul
    besluit = {"soort": "melding_ingetrokken", "datum": LATER.isoformat()}

    def eerst_een_feit(zelfde: Zaak, rijen: Any, dag: date) -> Any:
        monkeypatch.setattr(afgeleid, "vul", echt)
        vastleggen(zaak.pk, besluit, wie=wie, deur="proef")
        return echt(zelfde, rijen, dag)

    monkeypatch.setattr(afgeleid, "vul", eerst_een_feit)
    afgeleid.ververs(LATER)
    er = Zaak.objects.get(pk=zaak.pk)
    assert (er.versie, er.open, er.fase) == (2, False, "afgesloten")


def test_een_zaak_die_niet_te_lezen_is_houdt_de_andere_niet_op(
    kleine_wereld: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuk, goed = kleine_wereld.zaak().zaak, kleine_wereld.zaak().zaak
    echt = afgeleid.vul

    def vul(zaak: Zaak, *rest: Any) -> Any:
        if zaak.pk == stuk.pk:
            raise KeyError("onbekend feit")
        return echt(zaak, *rest)

    monkeypatch.setattr(afgeleid, "vul", vul)
    assert ververs_alles(LATER) == 2
    assert Zaak.objects.get(pk=goed.pk).geschonden > goed.geschonden
    assert Zaak.objects.get(pk=stuk.pk).geschonden == stuk.geschonden


def test_de_werker_doet_het_vanzelf(kleine_wereld: Wereld, tegelijk: Callable[..., list[Any]]) -> None:
    zaak, genoeg = kleine_wereld.zaak().zaak, Event()

    def kijk() -> None:
        for _ in range(200):
            if Zaak.objects.get(pk=zaak.pk).bijgewerkt_tot == LATER:
                break
            genoeg.wait(0.05)
        genoeg.set()

    with time_machine.travel(f"{LATER.isoformat()}T10:00:00+00:00", tick=True):
        assert tegelijk(lambda: werk_tot(genoeg, {}), kijk) == [None, None]
    assert Zaak.objects.get(pk=zaak.pk).bijgewerkt_tot == LATER
