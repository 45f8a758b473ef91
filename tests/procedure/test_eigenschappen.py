"""What holds for every case, whatever its facts: over made-up cases, plausible and wild."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keukentafel.procedure import Beoordeling, Casus, Feit, beoordeel, lees_casus, schrijf_casus
from keukentafel.procedure.register import TERMIJN, WAARBORG
from keukentafel.procedure.tijdrekening import schuif_nr
from keukentafel.wet.kalender import vrije_dag
from keukentafel.wet.termijn import weken
from tests.procedure.generator import willekeurige_casus

CASUS = st.builds(
    willekeurige_casus,
    st.integers(0, 2**32),
    wild=st.booleans(),
    onbekend=st.sampled_from((0.0, 0.0, 0.2)),
)
MET_ALLE_DAGEN = st.builds(willekeurige_casus, st.integers(0, 2**32), wild=st.booleans())
rekenen = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
SLEUTELS = {
    "zaak", "gemeente", "peildatum", "fase", "termijnen", "waarborgen", "dwangsom", "dwangsommen", "bijdrage",
    "behoeften", "stappen", "waarschuwingen",
}  # fmt: skip


def oordelen(b: Beoordeling) -> dict[str, str]:
    return {w.id: o.oordeel.value for w, o in b.waarborgen}


def termijnen(b: Beoordeling) -> list[tuple[Any, ...]]:
    """Every entry but that of keeping the papers, without the number of its fact."""
    rij = [
        (
            s.termijn.id,
            s.vanaf_nr or 0,
            s.uiterlijk_nr or 0,
            s.einddag.zonder or 0,
            s.einddag.plan_op or 0,
            s.status.value,
        )
        for s in b.termijnen
        if s.termijn.id != "bewaren"
    ]
    return sorted(rij)


@rekenen
@given(CASUS)
def test_elke_zaak_geeft_een_volledig_oordeel(casus: Casus) -> None:
    uit = beoordeel(casus).als_dict()
    assert json.loads(json.dumps(uit)) == uit
    assert set(uit) == SLEUTELS
    assert [w["id"] for w in uit["waarborgen"]] == list(WAARBORG)
    assert {t["id"] for t in uit["termijnen"]} <= set(TERMIJN)
    for w in uit["waarborgen"]:
        assert w["uitleg"].endswith(".") and w["bron"] and set(w["feiten"]) <= {f.nr for f in casus.feiten}
        assert (w["oordeel"] == "niet_vast_te_stellen") == bool(w.get("mist"))


@rekenen
@given(CASUS)
def test_onder_de_algemene_termijnenwet_eindigt_niets_op_een_vrije_dag(casus: Casus) -> None:
    for s in beoordeel(casus).termijnen:
        afgesproken = s.einddag.verlengd_door is not None and s.einddag.verlengd_door.soort == "beslistermijn_verlengd"
        if s.termijn.atw and s.termijn.norm is None and s.einddag.duur is not None and not afgesproken and s.uiterlijk:
            assert vrije_dag(s.uiterlijk) is None, s.termijn.id
            assert s.einddag.plan_op is None or vrije_dag(date.fromordinal(s.einddag.plan_op)) is None


@rekenen
@given(CASUS, st.integers(0, 60), st.sampled_from(("clientondersteuner_gevraagd", "bemiddeling_gestart")))
def test_een_feit_dat_er_niets_mee_te_maken_heeft_verandert_niets(casus: Casus, terug: int, soort: str) -> None:
    erbij = Feit(len(casus.feiten) + 1, soort, casus.peildatum.toordinal() - terug, {})
    voor, na = beoordeel(casus), beoordeel(replace(casus, feiten=(*casus.feiten, erbij)))
    bewaard = {"P3"}  # every paper must be kept, this one too
    assert {k: v for k, v in oordelen(voor).items() if k not in bewaard} == {
        k: v for k, v in oordelen(na).items() if k not in bewaard
    }
    assert termijnen(voor) == termijnen(na)
    assert voor.fase is na.fase


@rekenen
@given(CASUS, st.integers(1, 6000))
def test_wachten_maakt_niets_goed(casus: Casus, dagen: int) -> None:
    nu, later = beoordeel(casus), beoordeel(replace(casus, peildatum=casus.peildatum + timedelta(days=dagen)))
    goed_geworden = {
        id for id, oordeel in oordelen(nu).items() if oordeel == "geschonden" and oordelen(later)[id] == "nagekomen"
    }
    assert not goed_geworden


@rekenen
@given(MET_ALLE_DAGEN, st.integers(0, 2**32))
def test_de_volgorde_in_het_bestand_doet_er_niet_toe(casus: Casus, getal: int) -> None:
    """Facts of one day keep their order; days are mixed."""
    dagen = sorted({f.dag for f in casus.feiten})
    random.Random(getal).shuffle(dagen)
    feiten = [f for dag in dagen for f in casus.feiten if f.dag == dag]
    anders = replace(casus, feiten=tuple(Feit(nr, f.soort, f.dag, f.velden) for nr, f in enumerate(feiten, 1)))
    voor, na = beoordeel(casus), beoordeel(anders)
    assert oordelen(voor) == oordelen(na)
    assert termijnen(voor) == termijnen(na)
    assert voor.fase is na.fase


@rekenen
@given(CASUS)
def test_wat_geschreven_is_leest_terug(casus: Casus) -> None:
    terug = lees_casus(schrijf_casus(casus), vandaag=casus.peildatum)
    assert (terug.zaak, terug.gemeente, terug.peildatum) == (casus.zaak, casus.gemeente, casus.peildatum)
    assert [(f.nr, f.soort, f.dag, dict(f.velden)) for f in terug.feiten] == [
        (f.nr, f.soort, f.dag, dict(f.velden)) for f in casus.feiten
    ]
    assert beoordeel(terug).als_dict() == beoordeel(casus).als_dict()


BEGIN = date(2026, 4, 14)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 14), st.integers(0, 200))
def test_een_opschorting_schuift_precies_haar_dagen_op(na: int, duur: int) -> None:
    """Fourteen days without a suspension; with one the end before the Algemene termijnenwet moves by its days."""
    feiten = [("melding_ontvangen", -60), ("verslag_verstuurd", -30), ("aanvraag_ontvangen", 0)]
    feiten += [("aanvulling_gevraagd", na), ("aanvulling_ontvangen", na + duur)]
    rij = tuple(Feit(nr, s, BEGIN.toordinal() + d, {}) for nr, (s, d) in enumerate(feiten, 1))
    b = beoordeel(Casus("Z", None, BEGIN + timedelta(days=300), rij))
    (stand,) = [s for s in b.termijnen if s.termijn.id == "beschikking"]
    zonder = BEGIN.toordinal() + 14 + duur
    assert stand.einddag.zonder == zonder
    assert stand.uiterlijk_nr == schuif_nr(zonder, weken(2), True)


@pytest.mark.parametrize("wild", [False, True])
def test_hetzelfde_getal_geeft_dezelfde_zaak(wild: bool) -> None:
    assert willekeurige_casus(7, wild=wild) == willekeurige_casus(7, wild=wild)


def test_de_gemaakte_zaken_tonen_elk_oordeel_en_elke_termijn() -> None:
    """What the properties are tried on: no safeguard and no term stays out of sight."""
    gezien: set[tuple[str, str]] = set()
    ids: set[str] = set()
    for getal in range(400):
        b = beoordeel(willekeurige_casus(getal, wild=getal % 2 == 0))
        gezien |= set(oordelen(b).items())
        ids |= {s.termijn.id for s in b.termijnen}
    assert ids == set(TERMIJN)
    assert all(len({oordeel for id, oordeel in gezien if id == w}) >= 2 for w in WAARBORG)
