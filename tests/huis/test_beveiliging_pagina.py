"""The page on security goes by every section of ASVS 5.0 at level 2, and names files that are there."""

from __future__ import annotations

import re

from tests.huis.bron import WORTEL

PAGINA = (WORTEL / "docs" / "beveiliging.md").read_text("utf-8")
# Chapter -> how many sections it has. 3.1 and 3.6 hold level 3 only.
PARAGRAFEN = {1: 5, 2: 4, 3: 7, 4: 4, 5: 4, 6: 8, 7: 6, 8: 4, 9: 2, 10: 7, 11: 7, 12: 3, 13: 4, 14: 3, 15: 4, 16: 5}
ALLE = {(h, p) for h, aantal in PARAGRAFEN.items() for p in range(1, aantal + 1)} - {(3, 1), (3, 6)}


def rijen() -> list[list[str]]:
    return [[cel.strip() for cel in regel.strip("|").split("|")] for regel in PAGINA.splitlines() if "| V" in regel[:3]]


def genoemd(naam: str) -> list[tuple[int, int]]:
    uit: list[tuple[int, int]] = []
    for van, tot in re.findall(r"V(\d+\.\d+)(?:–V(\d+\.\d+))?", naam):
        (h, begin), (_, einde) = (tuple(map(int, deel.split("."))) for deel in (van, tot or van))
        uit += [(h, p) for p in range(begin, einde + 1)]
    return uit


def test_elke_paragraaf_staat_er_een_keer() -> None:
    alle = [p for rij in rijen() for p in genoemd(rij[0])]
    assert len(alle) == len(set(alle)) and set(alle) == ALLE


def test_elke_rij_zegt_hoe_het_staat() -> None:
    assert {rij[1] for rij in rijen()} <= {"ja", "deels", "plek", "n.v.t."}
    assert not [rij for rij in rijen() if rij[1] != "n.v.t." and not rij[2]]


def test_wat_er_is_noemt_de_test_die_het_zo_houdt() -> None:
    assert not [rij[0] for rij in rijen() if rij[1] in ("ja", "deels") and "`tests/" not in rij[3]]


def test_elk_genoemd_bestand_is_er() -> None:
    genoemd_ = re.findall(r"`((?:src|tests|requirements)/[^`]*)`", PAGINA)
    assert len(genoemd_) > 10
    assert not [pad for pad in genoemd_ if not (WORTEL / pad).exists()]
