"""Private rooms: what a supporter notes and a carer keeps to herself is out of reach of the municipality."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from django.apps import apps
from django.core import serializers
from django.db import connection
from django.utils import timezone

import keukentafel
from keukentafel.dossier import inzage
from keukentafel.dossier.models import Concept, Mantelzorgblad, Notitie, Zaak
from keukentafel.dossier.rechten import ROLLEN, Recht
from tests.dossier.wereld import BEVESTIGING, Wereld

GEHEIM = "dit is van mij alleen"
PRIVE = {"Notitie", "Mantelzorgblad", "Concept"}
PAKKET = Path(keukentafel.__file__).parent
VAN_DE_GEMEENTE = ("werkplek", "api", "brieven", "inzicht", "koppelingen")
"""The rooms whose pages, letters and exports the municipality reads."""


def vul(wereld: Wereld) -> Zaak:
    """A case around which everybody wrote something private."""
    zaak = wereld.zaak(BEVESTIGING).zaak
    nu = timezone.now()
    steun, zorg, ik = (wereld.wie(rol).gebruiker for rol in ("clientondersteuner", "mantelzorger", "inwoner"))
    Notitie.objects.create(eigenaar=steun, zaak=zaak, tekst=GEHEIM, gemaakt_op=nu)
    Mantelzorgblad.objects.create(eigenaar=zorg, zaak=zaak, soort="grens", tekst=GEHEIM, gemaakt_op=nu)
    Concept.objects.create(eigenaar=ik, zaak=zaak, soort="plan", inhoud={"a": GEHEIM}, bewaard_op=nu)
    return zaak


@pytest.mark.parametrize("rol", [r.naam for r in ROLLEN.values() if Recht.ZAAK_ZIEN in r.rechten])
def test_wat_prive_is_staat_niet_in_de_zaak_die_een_ander_ziet(kleine_wereld: Wereld, rol: str) -> None:
    zaak = vul(kleine_wereld)
    gezien = inzage.kijk(kleine_wereld.wie(rol), zaak.pk, wat="zaak", waarom="proef")
    alles = repr(gezien) + json.dumps(gezien.beoordeling.als_dict(), default=str)
    alles += serializers.serialize("json", gezien.rijen) + serializers.serialize("json", [gezien.zaak])
    assert GEHEIM not in alles


def test_geen_zaak_wijst_de_weg_naar_wat_prive_is() -> None:
    """From a case there is no way back to a private row: not in a query, not in a template."""
    wegen = {r.related_model.__name__ for r in Zaak._meta.get_fields() if r.is_relation and r.related_model}
    assert not wegen & PRIVE


def test_wat_prive_is_ligt_versleuteld(wereld: Wereld) -> None:
    vul(wereld)
    for model in PRIVE:
        tabel = apps.get_model("dossier", model)._meta.db_table
        with connection.cursor() as c:
            c.execute(f"SELECT * FROM {tabel}")
            rijen = repr(c.fetchall())
        assert "1." in rijen and GEHEIM not in rijen


@pytest.mark.parametrize("kamer", VAN_DE_GEMEENTE)
def test_geen_kamer_van_de_gemeente_kent_notities_of_bladen(kamer: str) -> None:
    """`Concept` may be there: a worker saves his own draft, under his own name."""
    fout = {
        pad.name: woord
        for pad in (PAKKET / kamer).rglob("*.py")
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8")))
        for woord in ("Notitie", "Mantelzorgblad")
        if woord in (getattr(knoop, "id", ""), getattr(knoop, "attr", ""), getattr(knoop, "name", ""))
    }
    assert not fout
