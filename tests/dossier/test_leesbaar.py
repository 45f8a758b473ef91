"""What the engine says, as a screen says it to people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from django.utils import translation

from keukentafel.dossier.leesbaar import gewone_zin, label
from keukentafel.procedure.register import FEITSOORTEN

NAMEN = {"b1": "De trap lukt niet", "b10": "Ik zit b1 dagen alleen", "b2": "b2"}


@pytest.mark.parametrize(
    ("zin", "gewoon"),
    [
        ("Het verslag zegt niets over: b1 en b2.", "Het verslag zegt niets over: ‘De trap lukt niet’ en b2."),
        ("Niet over beslist: b10.", "Niet over beslist: ‘Ik zit b1 dagen alleen’."),
        ("Er staat niet: de oplossing (veld oplossing).", "Er staat niet: de oplossing."),
        (
            "Er staat niet: of hij professional was (veld gespreksvoerder.professional).",
            "Er staat niet: of hij professional was.",
        ),
        ("Gedaan op 3 maart 2026: sub1.", "Gedaan op 3 maart 2026: sub1."),
    ],
)
def test_een_zin_noemt_hulpvragen_en_geen_velden(zin: str, gewoon: str) -> None:
    assert gewone_zin(zin, NAMEN) == gewoon


def test_zonder_hulpvragen_blijft_een_zin_wat_hij_is() -> None:
    assert gewone_zin("Volledig op 3 maart 2026.", {}) == "Volledig op 3 maart 2026."


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_wat_is_vastgelegd_heet_als_een_kop_en_niet_als_een_vraag(taal: str) -> None:
    def namen(velden: Mapping[str, Any]) -> Iterator[str]:
        for naam, vorm in velden.items():
            yield naam
            yield from namen(getattr(vorm, "velden", {}))

    with translation.override(taal):
        koppen = {(s, n): label(s, n) for s, soort in FEITSOORTEN.items() for n in namen(soort.velden)}
    assert not {plek: kop for plek, kop in koppen.items() if kop.endswith(("?", ")")) or "_" in kop}
