"""Write docs/rechten.md out of the one table of roles and the access table of the site.

Run it after a change in `keukentafel.dossier.rechten` or `keukentafel.inrichting.toegang`; a test holds them the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

PAGINA = Path(__file__).resolve().parents[1] / "docs" / "rechten.md"
KOP = """\
# Rechten

<!-- Gemaakt uit `src/keukentafel/dossier/rechten.py` en `src/keukentafel/inrichting/delen.py`.
     Niet met de hand wijzigen: python gereedschap/rechten_pagina.py -->

Wat hier niet staat, mag niet. Een persoon heeft een rol door een mandaat: in één gemeente, vanaf een dag en soms \
tot een dag. Op elke dag tellen alleen de mandaten van die dag. Wie een zaak niet mag zien, krijgt hetzelfde antwoord \
als bij een zaak die er niet is. Elke blik in een zaak staat in een lijst die de inwoner kan lezen.

Wie een besluit nam, beslist niet op het bezwaar daartegen (Awb art. 10:3 lid 3)."""


def pagina() -> str:
    """The whole page."""
    from keukentafel.dossier.rechten import ROLLEN, Recht
    from keukentafel.inrichting.delen import DELEN

    rollen = tuple(ROLLEN.values())
    zien = ((recht.value, *("ja" if recht in rol.rechten else "–" for rol in rollen)) for recht in Recht)
    deel = {rol: d.adres for d in DELEN for rol in d.rollen}
    bereik = ((rol.titel, rol.reikwijdte.value, f"`/{deel[rol.naam]}`") for rol in rollen)
    delen = [
        KOP,
        "## Over welke zaken een rol gaat",
        "Het adres is het deel van de site waar de rol geldt. Wie twee rollen heeft, heeft in elk deel alleen de rol "
        "die daar hoort.",
        _tabel(("Rol", "Bereik", "Adres"), bereik),
        "## Wat een rol mag zien en doen",
        _tabel(("", *(rol.titel for rol in rollen)), zien),
        "## Welke feiten een rol mag vastleggen",
        "\n".join(f"- **{rol.titel}**: {_soorten(rol.feiten)}." for rol in rollen),
        "## Welke besluiten een rol voorbereidt",
        "Een voorstel is geen feit. Wie voorbereidt en wie beslist zien het; de inwoner ziet alleen het besluit.",
        "\n".join(f"- **{rol.titel}**: {_soorten(rol.bereidt_voor)}." for rol in rollen if rol.bereidt_voor),
    ]
    return "\n\n".join(delen) + "\n"


def _soorten(feiten: frozenset[str]) -> str:
    from keukentafel.procedure.register import FEITSOORTEN

    return ", ".join(f"`{soort}`" for soort in FEITSOORTEN if soort in feiten) or "geen"


def _tabel(koppen: tuple[str, ...], rijen: Iterable[tuple[str, ...]]) -> str:
    return "\n".join("| " + " | ".join(rij) + " |" for rij in [koppen, ("---",) * len(koppen), *rijen])


if __name__ == "__main__":
    import os

    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "keukentafel.inrichting.settings"
    django.setup()
    PAGINA.write_text(pagina(), "utf-8")
