"""The page on rights says what the tables say."""

from __future__ import annotations

from gereedschap.rechten_pagina import PAGINA, pagina
from keukentafel.dossier.rechten import ROLLEN
from keukentafel.inrichting.delen import DELEN


def test_de_pagina_is_die_van_de_tabel() -> None:
    assert PAGINA.read_text("utf-8") == pagina(), "draai: python gereedschap/rechten_pagina.py"


def test_elke_rol_hoort_in_precies_een_deel() -> None:
    assert sorted(rol for deel in DELEN for rol in deel.rollen) == sorted(ROLLEN)
