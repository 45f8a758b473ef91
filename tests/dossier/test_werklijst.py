"""The work list: everything a person may see and nothing else, by the day on which something must be done."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from django.db import connection

from keukentafel.dossier.models import Zaak
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import persoon
from keukentafel.dossier.werklijst import OPEN, bladzijde
from tests.dossier.wereld import VANDAAG, Wereld


def vul(wereld: Wereld, aantal: int) -> list[Zaak]:
    """Cases of both teams and of elsewhere, with a day or without, many on the same day."""
    dobbel = random.Random(aantal)
    plekken = [(wereld.gemeente, wereld.noord), (wereld.gemeente, wereld.zuid), (wereld.elders, None)]
    zaken = []
    for nr in range(aantal):
        gemeente, team = dobbel.choice(plekken)
        dag = dobbel.choice([None, *[VANDAAG + timedelta(days=d) for d in range(4)]])
        zaken.append(
            Zaak(gemeente=gemeente, team=team, nummer=f"Z-{nr}", betrokkene=wereld.betrokkene, uiterlijk=dag,
                 open=dobbel.random() < 0.8)
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
    gezien, na = [], None
    for _ in range(70):
        blad = bladzijde(wie, Recht.WERKLIJST, na=na, aantal=aantal)
        gezien += [z.nummer for z in blad.zaken]
        na = blad.verder
        if na is None:
            break
    assert gezien == volgorde(mag)


def test_een_filter_maakt_de_lijst_korter(wereld: Wereld) -> None:
    zaken = vul(wereld, 60)
    blad = bladzijde(wereld.wie("beslisser"), Recht.WERKLIJST, filter_=OPEN, aantal=100)
    assert [z.nummer for z in blad.zaken] == volgorde(
        [z for z in zaken if z.open and z.gemeente_id == wereld.gemeente.pk]
    )


def test_zonder_mandaat_is_de_lijst_leeg(wereld: Wereld) -> None:
    vul(wereld, 10)
    assert bladzijde(wereld.wie("beheerder"), Recht.WERKLIJST).zaken == ()
    assert bladzijde(wereld.wie("inwoner"), Recht.WERKLIJST).zaken == ()


@pytest.mark.parametrize("rol", ["consulent", "beslisser"])
def test_een_bladzijde_loopt_langs_een_index_en_sorteert_niet(kleine_wereld: Wereld, rol: str) -> None:
    """What makes the page flat from a thousand cases to a million."""
    from django.test.utils import CaptureQueriesContext

    vul(kleine_wereld, 30)
    wie = kleine_wereld.wie(rol)
    na = bladzijde(wie, Recht.WERKLIJST, filter_=OPEN, aantal=3).verder
    with CaptureQueriesContext(connection) as vragen:
        bladzijde(wie, Recht.WERKLIJST, filter_=OPEN, na=na, aantal=3)
    with connection.cursor() as c:
        for vraag in vragen.captured_queries:
            c.execute(f"EXPLAIN QUERY PLAN {vraag['sql']}")
            plan = " ".join(str(rij[-1]) for rij in c.fetchall())
            assert "USING INDEX zaak_" in plan and "TEMP B-TREE" not in plan, plan
