"""The screening and the single case read the same declarations: on generated cases they must say the same.

3,600 cases, each judged by both for every term and every safeguard, on days before, in and after their course. In a
third of them no kind of fact occurs twice.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.blok import Blok
from keukentafel.doorlichting.datums import DAG0
from keukentafel.doorlichting.reeks import NOOIT, SCHUIF
from keukentafel.doorlichting.standen import Standen
from keukentafel.doorlichting.termijnen import standen
from keukentafel.doorlichting.waarborgen import oordelen
from keukentafel.procedure.beoordeling import reken
from keukentafel.procedure.oordelen import oordeel
from keukentafel.procedure.termijn import Stand
from keukentafel.procedure.waarborg import Uitslag
from keukentafel.procedure.zaak import Zaak
from tests.doorlichting.wilde_zaken import als_feiten, als_tabel, maak_zaken

REEKSEN = [(zaad, kans, zaad >= 8) for zaad, kans in enumerate((0.0, 0.3, 0.8, 0.97) * 3)]
PER_REEKS = 300


@pytest.fixture(params=REEKSEN, ids=lambda r: f"zaad {r[0]}, velden {r[1]}")
def reeks(request: pytest.FixtureRequest) -> tuple[Blok, list[Zaak]]:
    zaad, kans, eenmalig = request.param
    vandaag = date(2024, 6, 1) + timedelta(zaad * 137 % 700)
    zaken = maak_zaken(zaad, PER_REEKS, kans, eenmalig=eenmalig)
    blok = Blok(als_tabel(zaken), vandaag.toordinal() - DAG0)
    return blok, [reken(Zaak(als_feiten(zaak, vandaag), vandaag)) for zaak in zaken]


def test_het_zijn_er_ten_minste_tweeduizend() -> None:
    assert len(REEKSEN) * PER_REEKS >= 2000


def test_de_twee_zeggen_hetzelfde(reeks: tuple[Blok, list[Zaak]]) -> None:
    blok, zaken = reeks
    assert _andere_dagen(blok, zaken) == []
    anders, gezien = _andere_oordelen(blok, zaken)
    assert anders == []
    assert gezien == set(regels.UITSLAGEN), "de zaken zijn niet wild genoeg om dit iets te laten zeggen"


def _andere_oordelen(blok: Blok, zaken: list[Zaak]) -> tuple[list[tuple[str, int, str, str]], set[Uitslag]]:
    """Every safeguard of every case on which the two differ, and the verdicts that occurred."""
    anders, gezien = [], set()
    for w in regels.WAARBORGEN.values():
        gevonden = [regels.UITSLAGEN[nr] for nr in oordelen(blok, w)]
        verwacht = [oordeel(w, zaak).oordeel for zaak in zaken]
        gezien.update(gevonden)
        anders += [
            (w.id, nr, str(g), str(v)) for nr, (g, v) in enumerate(zip(gevonden, verwacht, strict=True)) if g is not v
        ]
    return anders, gezien


def _andere_dagen(blok: Blok, zaken: list[Zaak]) -> list[tuple[object, ...]]:
    """Every term of every case on which the two differ."""
    anders: list[tuple[object, ...]] = []
    for t in regels.TERMIJNEN.values():
        s = standen(blok, t)
        plek = {int(zaak): p for p, zaak in enumerate(s.zaak) if s.begonnen[p]}
        for nr, zaak in enumerate(zaken):
            verwacht = zaak.stand(t.id)
            gevonden = _in_kolom(s, plek[nr]) if nr in plek else None
            if gevonden != (None if verwacht is None else _enkel(verwacht)):
                anders.append((t.id, nr, gevonden, verwacht))
    return anders


def _in_kolom(s: Standen, plek: int) -> tuple[object, ...]:
    def dag(waarde: int) -> int | None:
        return None if waarde == NOOIT else int(waarde) + DAG0

    gehaald = None if s.gehaald[plek] == NOOIT else dag(int(s.gehaald[plek]) >> SCHUIF)
    return (
        regels.STATUSSEN[s.status[plek]], dag(s.uiterlijk[plek]), dag(s.zonder[plek]), dag(s.vanaf[plek]), gehaald,
        bool(s.eerder[plek]),
    )  # fmt: skip


def _enkel(stand: Stand) -> tuple[object, ...]:
    gehaald = None if stand.gehaald is None else stand.gehaald.dag
    einde = stand.einddag
    return stand.status, einde.uiterlijk, einde.zonder, stand.vanaf_nr, gehaald, stand.act_voor_start
