"""The dated norms of a municipality, out of its settings, as `procedure` reads them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from django.db import connection

from keukentafel.dossier.models import NIET_GEVRAAGD, NORM, Gemeente, Instelling
from keukentafel.procedure.normen import STANDAARDNORMEN, Norm, Normen
from keukentafel.wet.termijn import dagen, weken

SOORT = NORM
LAATSTE: Final = "SELECT COALESCE(MAX(id), 0) FROM dossier_instelling WHERE gemeente_id = %s AND soort = %s"


def normen_van(gemeente: Gemeente, laatste: int = NIET_GEVRAAGD) -> Normen:
    """What this municipality set itself. Kept until a norm is added, by whichever process: norms are only added.

    `laatste`: the number of its last norm, for who asked that together with something else.
    """
    if laatste == NIET_GEVRAAGD:
        with connection.cursor() as c:
            c.execute(LAATSTE, (gemeente.pk, SOORT))
            (laatste,) = c.fetchone()
    return _normen(gemeente.pk, laatste)


@lru_cache(maxsize=512)
def _normen(gemeente_id: int, _: int) -> Normen:
    eigen: dict[str, list[Norm]] = {}
    for rij in Instelling.objects.filter(gemeente_id=gemeente_id, soort=SOORT).order_by("vanaf", "id"):
        if rij.naam in STANDAARDNORMEN:
            aantal = int(rij.waarde["aantal"])
            duur = weken(aantal) if rij.waarde.get("eenheid") == "week" else dagen(aantal)
            norm = Norm(duur, rij.vanaf, rij.bron or "lokale norm", bool(rij.waarde.get("werkdagen")))
            eigen.setdefault(rij.naam, [STANDAARDNORMEN[rij.naam][0]]).append(norm)
    return Normen({naam: tuple(reeks) for naam, reeks in eigen.items()})


def vergeet() -> None:
    """Read the norms anew, for another database."""
    _normen.cache_clear()
