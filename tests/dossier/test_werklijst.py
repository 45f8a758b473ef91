"""The work list: everything a person may see and nothing else, by the day on which something must be done."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from keukentafel.dossier.models import Gebruiker, Zaak
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import Persoon, persoon
from keukentafel.dossier.werklijst import Filter, Namen, Plek, bladzijde, namen_bij
from tests.dossier.wereld import VANDAAG, Wereld


def vul(wereld: Wereld, aantal: int, iemand: Gebruiker | None = None) -> list[Zaak]:
    """Cases of both teams and of elsewhere, with a day or without, many on the same day; some urgent, some of one."""
    dobbel = random.Random(aantal)
    plekken = [(wereld.gemeente, wereld.noord), (wereld.gemeente, wereld.zuid), (wereld.elders, None)]
    zaken = []
    for nr in range(aantal):
        gemeente, team = dobbel.choice(plekken)
        dag = dobbel.choice([None, *[VANDAAG + timedelta(days=d) for d in range(-1, 3)]])
        fase = dobbel.choice(["melding", "onderzoek", "verslag", "aanvraag", "afgesloten"])
        zaken.append(
            Zaak(gemeente=gemeente, team=team, nummer=f"Z-{nr}", betrokkene=wereld.betrokkene, uiterlijk=dag,
                 fase=fase, open=fase != "afgesloten", spoed=dobbel.random() < 0.2,
                 behandelaar=iemand if dobbel.random() < 0.2 else None)
        )  # fmt: skip
    return Zaak.objects.bulk_create(zaken)


def volgorde(zaken: list[Zaak]) -> list[str]:
    return [z.nummer for z in sorted(zaken, key=lambda z: (z.uiterlijk is None, z.uiterlijk or date.max, z.pk))]


@pytest.mark.parametrize("aantal", [1, 7, 20, 500])
@pytest.mark.parametrize("mandaten", [1, 2, 3])
def test_blad_na_blad_komt_elke_zaak_een_keer_langs(wereld: Wereld, mandaten: int, aantal: int) -> None:
    zaken = vul(wereld, 60)
    keuze = [
        {"rol": "consulent", "team": wereld.noord},
        {"rol": "consulent", "team": wereld.zuid},
        {"rol": "beslisser"},
    ][:mandaten]
    wie = persoon(wereld.mens("lezer", *keuze), VANDAAG)
    mag = [z for z in zaken if z.team_id == wereld.noord.pk or (mandaten > 1 and z.team_id == wereld.zuid.pk)]
    assert [z.nummer for z in alle(wie, Filter(open=None), aantal=aantal)] == volgorde(mag)


@pytest.mark.parametrize(
    ("smal", "past"),
    [
        (Filter(), lambda z, w: z.open),
        (Filter(open=False), lambda z, w: not z.open),
        (Filter(open=None), lambda z, w: True),
        (Filter(fase="verslag"), lambda z, w: z.open and z.fase == "verslag"),
        (Filter(open=None, fase="verslag"), lambda z, w: z.open and z.fase == "verslag"),
        (Filter(open=None, fase="afgesloten"), lambda z, w: not z.open),
        (Filter(open=False, fase="verslag"), lambda z, w: False),
        (Filter(spoed=True), lambda z, w: z.open and z.spoed),
        (Filter(eigen=True), lambda z, w: z.open and z.behandelaar_id == w.gebruiker.pk),
        (Filter(te_laat=True), lambda z, w: z.open and z.uiterlijk is not None and z.uiterlijk < VANDAAG),
        (Filter(eigen=True, spoed=True, fase="verslag"),
         lambda z, w: z.open and z.spoed and z.fase == "verslag" and z.behandelaar_id == w.gebruiker.pk),
    ],
)  # fmt: skip
@pytest.mark.parametrize("rol", ["consulent", "beslisser"])
def test_een_filter_maakt_de_lijst_korter(
    wereld: Wereld, rol: str, smal: Filter, past: Callable[[Zaak, Persoon], bool]
) -> None:
    wie = wereld.wie(rol)
    zaken = vul(wereld, 120, wie.gebruiker)
    team = wereld.noord.pk if rol == "consulent" else None
    verwacht = [z for z in zaken if z.gemeente_id == wereld.gemeente.pk and past(z, wie) and team in (None, z.team_id)]
    gevonden = alle(wie, smal, aantal=27)
    assert [z.nummer for z in gevonden] == volgorde(verwacht)
    assert namen_bij(gevonden) == {
        z.pk: Namen("A. Bloemendaal", z.team.naam if z.team else "", z.behandelaar.naam if z.behandelaar else "")
        for z in gevonden
    }
    if rol == "beslisser":
        van_zuid = [z for z in verwacht if z.team_id == wereld.zuid.pk]
        assert [z.nummer for z in alle(wie, replace(smal, team=wereld.zuid.pk))] == volgorde(van_zuid)


@pytest.mark.parametrize("aantal", [1, 7, 500])
def test_spoed_staat_vooraan_tot_er_hulp_is(wereld: Wereld, aantal: int) -> None:
    wie = wereld.wie("beslisser")
    open_ = [z for z in vul(wereld, 90) if z.open and z.gemeente_id == wereld.gemeente.pk]
    gezien = [z.nummer for z in alle(wie, Filter(spoed_vooraan=True), aantal=aantal)]
    assert gezien == volgorde([z for z in open_ if z.spoed]) + volgorde([z for z in open_ if not z.spoed])


def alle(wie: Persoon, smal: Filter, **hoe: Any) -> list[Zaak]:
    """Every case of the list, page after page."""
    gezien: list[Zaak] = []
    na = None
    while True:
        blad = bladzijde(wie, Recht.WERKLIJST, smal, na=na, **hoe)
        gezien += blad.zaken
        na = blad.verder
        if na is None:
            return gezien


def test_zonder_mandaat_is_de_lijst_leeg(wereld: Wereld) -> None:
    vul(wereld, 10)
    assert bladzijde(wereld.wie("beheerder"), Recht.WERKLIJST, Filter()).zaken == ()
    assert bladzijde(wereld.wie("inwoner"), Recht.WERKLIJST, Filter()).zaken == ()


SMAL = {
    "gewoon": (Filter(), "zaak_werklijst", "zaak_team"),
    "gesloten": (Filter(open=False), "zaak_werklijst", "zaak_team"),
    "te laat": (Filter(te_laat=True), "zaak_werklijst", "zaak_team"),
    "fase": (Filter(fase="verslag"), "zaak_fase", "zaak_team_fase"),
    "spoed": (Filter(spoed=True), "zaak_spoed", "zaak_team_spoed"),
    "eigen": (Filter(eigen=True), "zaak_eigen", "zaak_eigen"),
    "eigen in een fase": (Filter(eigen=True, fase="verslag"), "zaak_eigen", "zaak_eigen"),
}


def test_elk_filter_loopt_langs_een_index_en_sorteert_niet(wereld: Wereld) -> None:
    """What makes the page flat from a thousand cases to a million: no filter reads all, none sorts."""
    mensen = {rol: wereld.wie(rol) for rol in ("beslisser", "consulent")}
    vul(wereld, 3000, mensen["consulent"].gebruiker)
    with connection.cursor() as c:
        c.execute("ANALYZE")
        if connection.vendor == "postgresql":  # among so few cases sorting is cheaper; it must be able to do without
            c.execute("SET enable_sort = off")
            c.execute("SET enable_seqscan = off")
        for naam, (smal, *indexen) in SMAL.items():
            for (rol, wie), index in zip(mensen.items(), indexen, strict=True):
                for na in (None, Plek(VANDAAG, UUID(int=0))):
                    with CaptureQueriesContext(connection) as vragen:
                        bladzijde(wie, Recht.WERKLIJST, smal, na=na)
                    plannen = [plan_van(c, vraag["sql"]) for vraag in vragen.captured_queries]
                    welke = index if connection.vendor == "sqlite" else "Index Scan using"
                    assert all(re.search(rf"\b{welke}\b", plan) for plan in plannen), (naam, rol, plannen)
                    assert not any(re.search("TEMP B-TREE|Sort|Seq Scan on dossier_zaak", p) for p in plannen), plannen


def plan_van(c: Any, vraag: str) -> str:
    """How the database would answer."""
    c.execute(f"EXPLAIN {'QUERY PLAN' if connection.vendor == 'sqlite' else ''} {vraag}")
    return "\n".join(str(rij[-1]) for rij in c.fetchall())
