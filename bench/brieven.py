"""How long a letter takes as PDF."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from statistics import median

from keukentafel import brieven

AANTAL = 15
DAG = date(2026, 11, 21)


def cijfers() -> list[tuple[str, str, str]]:
    """Median of a two-page letter, each time with another text; the first one, fonts and all; and in large print."""
    basis = brieven.concept("bezwaar-redenen", None, None, {"naam": "M. de Vries", "plaats": "Voorbeeldstad"}, DAG)
    lang = tuple(f"{alinea}\n{alinea}" for alinea in basis.alineas)
    eerste = _duur(replace(basis, alineas=lang), groot=False)
    gewoon = [_duur(replace(basis, alineas=(*lang, f"Nummer {n}.")), groot=False) for n in range(AANTAL)]
    groot = [_duur(replace(basis, alineas=(*basis.alineas, f"Nummer {n}.")), groot=True) for n in range(AANTAL)]
    return [
        ("brief van twee bladzijden als pdf, mediaan", f"{median(gewoon):.0f} ms", "≤ 400 ms"),
        ("dezelfde brief met grote letters, mediaan", f"{median(groot):.0f} ms", "≤ 400 ms"),
        ("de eerste brief van een proces", f"{eerste:.0f} ms", "-"),
    ]


def _duur(concept: brieven.Concept, *, groot: bool) -> float:
    begin = time.perf_counter()
    brieven.als_pdf(concept, groot)
    return (time.perf_counter() - begin) * 1000
