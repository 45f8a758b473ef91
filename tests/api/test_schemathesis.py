"""Whatever a program sends, the API answers as its description says: no surprise, no fault of ours."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, assume, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import positive_data_acceptance
from schemathesis.core.parameters import ParameterLocation

from keukentafel.dossier import keten
from keukentafel.dossier.models import Document
from tests.dossier.wereld import BEVESTIGING, Wereld

VOORBEELDEN = 12
"""Per operation, and once as many that break its description."""
# The law decides what is accepted, not the form alone: a fact in the right form may be out of order, or too late.
ZONDER = [positive_data_acceptance]


@dataclass(frozen=True, slots=True)
class Proef:
    """The description as it is served, and a program that may do everything with one case and its document."""

    schema: Any
    koppen: dict[str, str]
    echt: dict[str, str]


@pytest.fixture
def proef(kleine_wereld: Wereld, programma: Any) -> Proef:
    """A case to try everything on."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    zaak = kleine_wereld.zaak(BEVESTIGING).zaak
    p = programma(kleine_wereld.wie("consulent"), kleine_wereld.gemeente)
    p.post(f"/api/v1/zaken/{zaak.pk}/documenten", {"bestand": SimpleUploadedFile("a.txt", b"hallo")})
    schema = schemathesis.openapi.from_wsgi(
        "/api/v1/openapi.json", get_wsgi_application(), headers={"Host": "localhost", "Accept-Encoding": "identity"}
    )
    koppen = {"Authorization": p.defaults["HTTP_AUTHORIZATION"], "Host": "localhost", "Accept-Encoding": "identity"}
    return Proef(schema, koppen, {"zaak_id": str(zaak.pk), "document_id": str(Document.objects.get().pk)})


def test_elk_antwoord_is_zoals_beschreven(proef: Proef) -> None:
    gezien: Counter[int] = Counter()
    for gevonden in proef.schema.get_all_operations():
        for wijze in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            _probeer(gevonden.ok(), wijze, proef, gezien)
    assert {200, 201, 404, 422} <= gezien.keys(), gezien
    assert not [status for status in gezien if status >= 500]
    assert list(keten.controleer()) == []


def _probeer(handeling: Any, wijze: GenerationMode, proef: Proef, gezien: Counter[int]) -> None:
    @settings(
        max_examples=VOORBEELDEN, database=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(geval=handeling.as_strategy(generation_mode=wijze))
    def probeer(geval: Any) -> None:
        stuk = {plek for plek, deel in geval.meta.components.items() if deel.mode is GenerationMode.NEGATIVE}
        assume(stuk != {ParameterLocation.HEADER})  # a token is given below, so nothing would be wrong
        if ParameterLocation.PATH not in stuk and sum(gezien.values()) % 3:  # two out of three on what is really there
            for naam in proef.echt.keys() & geval.path_parameters.keys():
                geval.path_parameters[naam] = proef.echt[naam]
        antwoord = geval.call_and_validate(headers=proef.koppen, excluded_checks=ZONDER)
        gezien[antwoord.status_code] += 1

    probeer()
