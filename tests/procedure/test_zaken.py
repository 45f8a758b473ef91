"""The case files: one a safeguard, its outcomes reasoned from the law and the norms, with the article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from keukentafel.procedure.register import WAARBORG
from keukentafel.procedure.waarborg import Uitslag
from tests.procedure.casussen import oordeel_over, toon, waarborg

MAP = Path(__file__).parent / "zaken"


@dataclass(frozen=True)
class Geval:
    """One named case of one safeguard."""

    id: str
    naam: str
    inhoud: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.id} {self.naam}"


@cache
def bladen() -> dict[str, dict[str, Any]]:
    lader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {pad.stem: yaml.load(pad.read_text("utf-8"), Loader=lader) for pad in sorted(MAP.glob("*.yaml"))}


GEVALLEN = [
    Geval(id, naam, {"feiten": [], **inhoud, "begin": blad.get("begin", [])})
    for id, blad in bladen().items()
    for naam, inhoud in blad["zaken"].items()
]


@pytest.mark.parametrize("geval", GEVALLEN, ids=str)
def test_het_oordeel_is_dat_van_de_wet(geval: Geval) -> None:
    zaak = geval.inhoud
    regels = zaak["feiten"] if zaak.get("zonder_begin") else [*zaak["begin"], *zaak["feiten"]]
    gevonden = waarborg(oordeel_over(regels, zaak["op"]), geval.id)
    assert gevonden.oordeel.value == zaak["verwacht"], gevonden.uitleg
    if "uiterlijk" in zaak:
        assert gevonden.uiterlijk is not None
        assert toon(date.fromordinal(gevonden.uiterlijk)) == zaak["uiterlijk"]
    for woord in zaak.get("zegt", []):
        assert woord in gevonden.uitleg
    if "mist" in zaak:
        assert list(gevonden.mist) == zaak["mist"]
    if "binding" in zaak:
        assert (gevonden.binding or WAARBORG[geval.id].binding).value == zaak["binding"]


SOORTEN = ("nagekomen", "geschonden", "loopt", "niet_van_toepassing")


def test_elke_waarborg_heeft_een_blad() -> None:
    assert set(bladen()) == set(WAARBORG)


@pytest.mark.parametrize("id", WAARBORG)
def test_elk_blad_toont_wat_er_kan(id: str) -> None:
    """Kept, broken, running and not applicable, but for what the sheet says cannot be, with the reason."""
    blad = bladen()[id]
    getoond = {zaak["verwacht"] for zaak in blad["zaken"].values()}
    kan_niet = blad.get("kan_niet", {})
    assert set(SOORTEN) == (getoond & set(SOORTEN)) | set(kan_niet), "toon elk oordeel, of zeg bij kan_niet waarom niet"
    assert not getoond & set(kan_niet)
    assert getoond <= {u.value for u in Uitslag}


def test_elk_geval_zegt_waarom() -> None:
    assert [str(geval) for geval in GEVALLEN if not geval.inhoud["waarom"].strip()] == []
    assert [id for id, blad in bladen().items() if not blad["bron"].strip()] == []
