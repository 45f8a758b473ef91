"""The ready cases, each with what must come out: reasoned from the law, case by case, in `verwacht/`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from keukentafel.inrichting import voorbeelden
from keukentafel.procedure import beoordeel, casus_uit_dict, lees_casus
from tests.inrichting.verwachting import verschillen

VERWACHT = Path(__file__).parent / "verwacht"
GEDEELD = Path(__file__).resolve().parents[3] / "shared" / "voorbeelden"
NAMEN_GEDEELD = sorted(pad.name.removesuffix(".verwacht.yaml") for pad in GEDEELD.glob("*.verwacht.yaml"))
LATER = date(2030, 1, 1)


def beoordeling(tekst: str) -> dict[str, Any]:
    casus = lees_casus(tekst, vandaag=LATER)
    assert not casus.opmerkingen, casus.opmerkingen
    return beoordeel(casus).als_dict()


def test_elk_voorbeeld_heeft_een_verwachting_en_omgekeerd() -> None:
    assert {pad.stem for pad in VERWACHT.glob("*.yaml")} == set(voorbeelden.namen())
    assert len(voorbeelden.namen()) >= 10


@pytest.mark.parametrize("naam", voorbeelden.namen())
def test_voorbeeld_geeft_wat_de_wet_zegt(naam: str) -> None:
    verwacht = yaml.safe_load((VERWACHT / f"{naam}.yaml").read_text("utf-8"))
    assert verschillen(beoordeling(voorbeelden.lees(naam)), verwacht) == []


@pytest.mark.parametrize("naam", voorbeelden.namen())
def test_voorbeeld_is_leesbaar_en_verzonnen(naam: str) -> None:
    tekst = voorbeelden.lees(naam)
    zaak = yaml.safe_load(tekst)
    assert tekst.startswith("# ") and 10 < len(voorbeelden.titel(naam)) < 90
    assert zaak["gemeente"] == "Voorbeeldstad"
    assert "peildatum" in zaak, "zonder peildatum verandert de uitkomst met de dag"


def test_elk_voorbeeld_heeft_een_eigen_zaaknummer() -> None:
    nummers = [yaml.safe_load(voorbeelden.lees(naam))["zaak"] for naam in voorbeelden.namen()]
    assert len(set(nummers)) == len(nummers)


def test_de_voorbeelden_laten_elke_fase_zien() -> None:
    fasen = {beoordeling(voorbeelden.lees(naam))["fase"] for naam in voorbeelden.namen()}
    assert fasen >= {"melding", "verslag", "aanvraag", "besluit", "rechtsbescherming", "vervolg", "afgesloten"}


@pytest.mark.parametrize("naam", ["alles-op-tijd", "te-laat-dwangsom-loopt"])
def test_de_volgorde_in_het_bestand_maakt_niet_uit(naam: str) -> None:
    zaak = yaml.safe_load(voorbeelden.lees(naam))
    per_dag: dict[str, list[Any]] = {}
    for feit in zaak["feiten"]:
        per_dag.setdefault(str(feit["datum"]), []).append(feit)
    omgekeerd = {**zaak, "feiten": [f for dag in sorted(per_dag, reverse=True) for f in per_dag[dag]]}
    een, twee = (beoordeel(casus_uit_dict(z, vandaag=LATER)).als_dict() for z in (zaak, omgekeerd))
    assert [(t["id"], t["uiterlijk"], t["status"]) for t in een["termijnen"] if t["id"] != "bewaren"] == [
        (t["id"], t["uiterlijk"], t["status"]) for t in twee["termijnen"] if t["id"] != "bewaren"
    ]
    assert [(w["id"], w["oordeel"]) for w in een["waarborgen"]] == [(w["id"], w["oordeel"]) for w in twee["waarborgen"]]


@pytest.mark.skipif(not GEDEELD.is_dir(), reason="de gedeelde voorbeelden staan niet naast dit project")
@pytest.mark.parametrize("naam", NAMEN_GEDEELD)
def test_gedeeld_voorbeeld(naam: str) -> None:
    zaak = GEDEELD / f"{naam}.yaml"
    verwacht = yaml.safe_load((GEDEELD / f"{naam}.verwacht.yaml").read_text("utf-8"))
    assert verschillen(beoordeling(zaak.read_text("utf-8")), verwacht) == []
