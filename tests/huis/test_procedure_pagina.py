"""The page on the procedure says what the declarations say, and nothing else."""

from __future__ import annotations

from gereedschap.procedure_pagina import BIJZONDERE_START, PAGINA, pagina
from keukentafel.procedure.register import FEITSOORTEN, TERMIJNEN, WAARBORGEN


def test_de_pagina_is_die_van_de_beschrijvingen() -> None:
    assert PAGINA.read_text("utf-8") == pagina(), "draai: python gereedschap/procedure_pagina.py"


def test_de_pagina_noemt_alles() -> None:
    tekst = PAGINA.read_text("utf-8")
    assert not [s for s in FEITSOORTEN if f"- `{s}`:" not in tekst]
    assert not [t.id for t in TERMIJNEN if f"| `{t.id}` |" not in tekst]
    assert not [w.id for w in WAARBORGEN if f"| {w.id} |" not in tekst]


def test_alleen_termijnen_met_een_eigen_begin_hebben_een_eigen_uitleg() -> None:
    assert BIJZONDERE_START.keys() == {t.id for t in TERMIJNEN if t.start is not None}
