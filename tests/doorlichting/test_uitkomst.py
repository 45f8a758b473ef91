"""What a screening says: the contract of its JSON, its counts, what it leaves out, and what it hides."""

from __future__ import annotations

import itertools
import statistics
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keukentafel.doorlichting import Invoerfout, doorlicht
from keukentafel.doorlichting.datums import DAG0
from keukentafel.doorlichting.kalender import einden
from keukentafel.doorlichting.profiel import lees_profiel
from keukentafel.doorlichting.uitkomst import kwantiel
from keukentafel.doorlichting.verbergen import DREMPEL, verberg
from keukentafel.wet.termijn import dagen, jaren, maanden, uiterste_dag_nr, weken, zonder_atw_nr

PEIL = date(2026, 6, 1)
PROFIEL = """
naam = "Vergunningen"
[kolommen]
zaak = "zaaknummer"
soort = "activiteit"
datum = "moment"
[feiten]
"Binnengekomen" = "melding_ontvangen"
"Klaar" = "besluit_bekendgemaakt"
[alleen]
termijnen = true
[[termijn]]
id = "beslissing"
naam = "Beslissing op de aanvraag"
vanaf = "melding_ontvangen"
weken = 8
gehaald_door = "besluit_bekendgemaakt"
bron = "Wabo art. 3.9"
"""


def log(tmp_path: Path, *rijen: str, kop: str = "zaak;soort;datum", profiel: str = "") -> dict[str, Any]:
    pad = tmp_path / "log.csv"
    pad.write_text("\n".join([kop, *rijen]) + "\n", encoding="utf-8")
    toml = None
    if profiel:
        toml = tmp_path / "p.toml"
        toml.write_text(profiel, encoding="utf-8")
    return doorlicht(pad, peildatum=PEIL, profiel=toml).als_dict()


def term(uit: dict[str, Any], naam: str) -> dict[str, Any]:
    return next(t for t in uit["termijnen"] if t["id"] == naam)


def waarborg(uit: dict[str, Any], naam: str) -> dict[str, Any]:
    return next(w for w in uit["waarborgen"] if w["id"] == naam)


def test_de_sleutels_van_het_contract(tmp_path: Path) -> None:
    uit = log(tmp_path, "1;melding_ontvangen;2026-03-02")
    assert uit.keys() >= {
        "peildatum", "zaken", "feiten", "geweigerd", "genegeerd", "termijnen", "waarborgen", "niet_te_toetsen",
        "groepen", "seconden",
    }  # fmt: skip
    assert term(uit, "onderzoek").keys() >= {
        "id", "gehaald", "overschreden", "loopt", "vervallen", "niet_vast_te_stellen", "mediaan_dagen", "p90_dagen",
        "einde_op_rustdag",
    }  # fmt: skip
    assert waarborg(uit, "M1").keys() >= {
        "id", "nagekomen", "geschonden", "loopt", "niet_van_toepassing", "niet_vast_te_stellen",
    }  # fmt: skip
    assert uit["peildatum"] == "2026-06-01"


def test_een_lopende_zaak_een_late_en_een_op_tijd(tmp_path: Path) -> None:
    """Six weeks from Monday 2 March 2026 end on Monday 13 April; from Wednesday 22 April on Wednesday 3 June."""
    uit = log(
        tmp_path, "1;melding_ontvangen;2026-03-02", "1;verslag_verstuurd;2026-04-13", "2;melding_ontvangen;2026-03-02",
        "2;verslag_verstuurd;2026-04-14", "3;melding_ontvangen;2026-04-22", "4;melding_ontvangen;2026-03-02",
    )  # fmt: skip
    onderzoek = term(uit, "onderzoek")
    assert [onderzoek[k] for k in ("gehaald", "overschreden", "loopt")] == [1, 2, 1]
    assert (onderzoek["mediaan_dagen"], onderzoek["p90_dagen"]) == (42.5, 42.9)
    assert waarborg(uit, "O1")["geschonden"] == 2


def test_het_einde_op_tweede_paasdag_is_verschoven(tmp_path: Path) -> None:
    """Six weeks from Monday 23 February 2026 end on Easter Monday 6 April."""
    uit = log(tmp_path, "1;melding_ontvangen;2026-02-23", "1;verslag_verstuurd;2026-04-07")
    onderzoek = term(uit, "onderzoek")
    assert (onderzoek["gehaald"], onderzoek["einde_op_rustdag"]) == (1, 1)


def test_een_termijn_vanaf_het_einde_van_een_andere_telt_de_dagen_vanaf_het_besluit(tmp_path: Path) -> None:
    """An objection 21 days after the decision, though the week for the post only starts when the six weeks end."""
    uit = log(tmp_path, "1;besluit_bekendgemaakt;2026-03-02", "1;bezwaar_ontvangen;2026-03-23")
    assert term(uit, "bezwaar")["mediaan_dagen"] == 21
    assert term(uit, "bezwaar_per_post")["mediaan_dagen"] == 21


def test_een_handeling_voor_het_begin_is_niet_vast_te_stellen(tmp_path: Path) -> None:
    uit = log(tmp_path, "1;melding_ontvangen;2026-03-02", "1;verslag_verstuurd;2026-03-01")
    assert term(uit, "onderzoek")["niet_vast_te_stellen"] == 1
    assert term(uit, "onderzoek")["gehaald"] + term(uit, "onderzoek")["overschreden"] == 0


def test_een_feit_van_voor_2015_maakt_de_zaak_niet_vast_te_stellen(tmp_path: Path) -> None:
    uit = log(
        tmp_path, "1;melding_ontvangen;2014-12-31", "1;verslag_verstuurd;2015-02-01", "2;melding_ontvangen;2015-01-01"
    )
    assert uit["geweigerd"] == [] and uit["zaken_voor_2015"] == 1
    assert term(uit, "onderzoek")["niet_vast_te_stellen"] == 1
    assert all(w["niet_vast_te_stellen"] >= 1 for w in uit["waarborgen"])
    assert waarborg(uit, "O1")["geschonden"] == 1


def test_een_feit_na_de_peildatum_is_nog_niet_gebeurd(tmp_path: Path) -> None:
    uit = log(tmp_path, "1;melding_ontvangen;2026-05-20", "1;verslag_verstuurd;2026-06-02")
    assert (uit["feiten"], uit["feiten_na_peildatum"], uit["geweigerd"]) == (2, 1, [])
    assert term(uit, "onderzoek")["loopt"] == 1


def test_waar_het_bestand_niets_over_zegt_is_niet_te_toetsen(tmp_path: Path) -> None:
    uit = log(tmp_path, "1;melding_ontvangen;2026-03-02")
    getoetst = {w["id"] for w in uit["waarborgen"]}
    assert {"M1", "M4", "O1", "V1", "A1", "R1"} <= getoetst
    assert {"M3", "O5", "O7", "V3", "A8"} <= set(uit["niet_te_toetsen"])
    assert not getoetst & set(uit["niet_te_toetsen"])


def test_met_een_kolom_is_de_waarborg_wel_te_toetsen(tmp_path: Path) -> None:
    delen = "gesprekspartner|datum_en_tijd|verzetten|gesprekspunten|mantelzorger|clientondersteuning|persoonlijk_plan"
    uit = log(
        tmp_path, "1;melding_ontvangen;2026-03-02;", f"1;uitnodiging_verstuurd;2026-03-05;{delen}",
        "2;melding_ontvangen;2026-03-02;", "2;uitnodiging_verstuurd;2026-03-05;datum_en_tijd",
        "3;melding_ontvangen;2026-03-02;", "3;uitnodiging_verstuurd;2026-03-05;", kop="zaak;soort;datum;onderdelen",
    )  # fmt: skip
    m3 = waarborg(uit, "M3")
    assert (m3["nagekomen"], m3["geschonden"], m3["niet_vast_te_stellen"]) == (1, 1, 1)


def test_een_profiel_zegt_welke_feiten_er_zijn(tmp_path: Path) -> None:
    profiel = '[feiten]\n"Binnen" = "melding_ontvangen"\n"Klaar" = "verslag_verstuurd"\n'
    uit = log(tmp_path, "1;Binnen;2026-03-02", "1;Klaar;2026-04-20", "1;Koffie;2026-03-03", profiel=profiel)
    assert (uit["feiten"], uit["genegeerd"], uit["geweigerd"]) == (2, 1, [])
    assert waarborg(uit, "O1")["geschonden"] == 1
    assert {"M1", "A1"} <= set(uit["niet_te_toetsen"])


def test_met_alleen_telt_alleen_het_profiel(tmp_path: Path) -> None:
    uit = log(
        tmp_path, "1;Binnengekomen;2009-03-02", "1;Klaar;2009-04-27", "2;Binnengekomen;2026-03-02",
        kop="zaaknummer;activiteit;moment", profiel=PROFIEL,
    )  # fmt: skip
    assert [t["id"] for t in uit["termijnen"]] == ["beslissing"]
    assert (uit["waarborgen"], uit["niet_te_toetsen"]) == ([], [])
    assert (term(uit, "beslissing")["gehaald"], term(uit, "beslissing")["overschreden"]) == (1, 1)


def test_een_kenmerk_van_de_zaak_is_een_feit(tmp_path: Path) -> None:
    profiel = PROFIEL.replace(
        "[feiten]", '[velden]\nbegin = "melding_ontvangen"\neind = "besluit_bekendgemaakt"\n[feiten]'
    )
    kop = "zaaknummer;activiteit;moment;begin;eind"
    uit = log(
        tmp_path, "1;Koffie;2026-03-03;2026-03-02;2026-04-01", "1;Thee;2026-03-04;2026-03-02;2026-04-01",
        "2;Koffie;2026-03-03;2026-03-02;", "3;Koffie;2026-03-03;31-02-2026;", kop=kop, profiel=profiel,
    )  # fmt: skip
    assert (uit["zaken"], uit["feiten"], uit["genegeerd"]) == (3, 3, 4)
    assert [(g["rij"], g["reden"][:5]) for g in uit["geweigerd"]] == [(5, "begin")]
    assert (term(uit, "beslissing")["gehaald"], term(uit, "beslissing")["overschreden"]) == (1, 1)


def test_alle_fouten_van_een_profiel_in_een_keer(tmp_path: Path) -> None:
    pad = tmp_path / "p.toml"
    pad.write_text(
        'tijdzone = "Europa/Amsterdam"\nkleur = "rood"\n[feiten]\nA = "melding_ontvange"\n[alleen]\ntermijnen = "ja"\n'
        '[[termijn]]\nid = "x"\nvanaf = "melding_ontvangen"\nweken = 0\ndagen = 3\n',
        encoding="utf-8",
    )
    with pytest.raises(Invoerfout) as fout:
        lees_profiel(pad, frozenset({"melding_ontvangen"}), frozenset())
    tekst = "\n".join(fout.value.fouten)
    for woord in ("Europa/Amsterdam", "'kleur'", "'melding_ontvangen'", "alleen", "gehaald_door", "weken en dagen"):
        assert woord.replace("weken en dagen", "dagen en weken") in tekst
    assert len(fout.value.fouten) == 6


@given(st.dictionaries(st.integers(0, 400), st.integers(1, 30), min_size=1, max_size=30))
def test_de_kwantielen_zijn_die_van_alle_dagen_los(dagen_: dict[int, int]) -> None:
    los = [dag for dag, aantal in dagen_.items() for _ in range(aantal)]
    assert kwantiel(dagen_, 0.5) == pytest.approx(statistics.median(los))
    assert kwantiel(dagen_, 0.9) == pytest.approx(float(np.percentile(los, 90)), abs=0.006)


tabellen = st.integers(2, 5).flatmap(
    lambda rijen: st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=rijen, max_size=rijen)
)


@given(tabellen)
def test_wat_verborgen_is_volgt_niet_uit_de_totalen(rijen: list[list[int]]) -> None:
    """No small count is shown; no row or column with a known total hides just one, or too few cases."""
    tabel = np.array(rijen)
    weg = verberg(tabel)
    assert not ((tabel > 0) & (tabel < DREMPEL) & ~weg).any()
    for lijn, verborgen in itertools.chain(zip(tabel, weg, strict=True), zip(tabel.T, weg.T, strict=True)):
        if verborgen.any():
            assert verborgen.all() or (verborgen.sum() >= 2 and lijn[verborgen].sum() >= DREMPEL)


def test_een_kleine_groep_is_verborgen(tmp_path: Path) -> None:
    rijen = [
        f"{nr};melding_ontvangen;2026-03-02;{'Noord' if nr < 40 else 'Zuid' if nr < 80 else 'Oost'}" for nr in range(83)
    ]
    groepen = log(tmp_path, *rijen, kop="zaak;soort;datum;wijk")["groepen"]["wijk"]
    assert groepen["Oost"]["zaken"] is None
    assert sorted(g["zaken"] is None for g in groepen.values()) == [False, True, True]


@pytest.mark.parametrize(
    "duur", [dagen(1), dagen(2), dagen(3), dagen(90), weken(2), weken(12), maanden(1), maanden(3), jaren(15)]
)
def test_de_kalender_in_bulk_is_die_van_de_wet(duur: Any) -> None:
    nummers = range(date(2010, 10, 10).toordinal(), date(2040, 1, 1).toordinal(), 3)
    met, zonder = einden(np.array(nummers, np.int32) - DAG0, duur, atw=True)
    assert (met + DAG0).tolist() == [uiterste_dag_nr(nr, duur) for nr in nummers]
    assert (zonder + DAG0).tolist() == [zonder_atw_nr(nr, duur) for nr in nummers]
