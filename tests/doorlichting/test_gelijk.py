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
from keukentafel.procedure.zaak import Zaak
from tests.doorlichting.wilde_zaken import als_feiten, als_tabel, maak_zaken

REEKSEN = [(zaad, kans, zaad >= 8) for zaad, kans in enumerate((0.0, 0.3, 0.8, 0.97) * 3)]
PER_REEKS = 300


@pytest.fixture(scope="module", params=REEKSEN, ids=lambda r: f"zaad {r[0]}, velden {r[1]}")
def reeks(request: pytest.FixtureRequest) -> tuple[Blok, list[Zaak]]:
    zaad, kans, eenmalig = request.param
    vandaag = date(2024, 6, 1) + timedelta(zaad * 137 % 700)
    zaken = maak_zaken(zaad, PER_REEKS, kans, eenmalig=eenmalig)
    blok = Blok(als_tabel(zaken), vandaag.toordinal() - DAG0)
    return blok, [reken(Zaak(als_feiten(zaak, vandaag), vandaag)) for zaak in zaken]


def test_het_zijn_er_ten_minste_tweeduizend() -> None:
    assert len(REEKSEN) * PER_REEKS >= 2000


def test_elke_waarborg_krijgt_hetzelfde_oordeel(reeks: tuple[Blok, list[Zaak]]) -> None:
    blok, zaken = reeks
    anders = []
    for w in regels.WAARBORGEN.values():
        gevonden = oordelen(blok, w)
        verwacht = [oordeel(w, zaak).oordeel for zaak in zaken]
        anders += [
            (w.id, nr, str(regels.UITSLAGEN[g]), str(v))
            for nr, (g, v) in enumerate(zip(gevonden, verwacht, strict=True))
            if regels.UITSLAGEN[g] is not v
        ]
    assert anders == []


def test_elke_termijn_staat_op_dezelfde_dag(reeks: tuple[Blok, list[Zaak]]) -> None:
    blok, zaken = reeks
    anders = []
    for t in regels.TERMIJNEN.values():
        s = standen(blok, t)
        plek = {int(zaak): p for p, zaak in enumerate(s.zaak) if s.begonnen[p]}
        for nr, zaak in enumerate(zaken):
            verwacht = zaak.stand(t.id)
            gevonden = _in_kolom(s, plek[nr]) if nr in plek else None
            if gevonden != (None if verwacht is None else _enkel(verwacht)):
                anders.append((t.id, nr, gevonden, verwacht))
    assert anders == []


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


def test_de_reeks_raakt_elke_uitslag_van_bijna_elke_waarborg(reeks: tuple[Blok, list[Zaak]]) -> None:
    """The cases must be wild enough for the comparison to mean something."""
    blok, _ = reeks
    soorten = {int(u) for w in regels.WAARBORGEN.values() for u in set(oordelen(blok, w).tolist())}
    assert soorten == set(range(len(regels.UITSLAGEN)))
