"""Local norms: lengths that no statute gives. Dated, adjustable per municipality, always shown as a norm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from keukentafel.wet.termijn import Duur, dagen, weken


@dataclass(frozen=True, slots=True)
class Norm:
    """A length that a municipality set itself, with the day from which it holds."""

    duur: Duur
    vanaf: date
    bron: str
    werkdagen: bool = False


_BEGIN: Final = date(2015, 1, 1)

STANDAARDNORMEN: Final[Mapping[str, tuple[Norm, ...]]] = {
    "uitnodiging": (Norm(weken(2), _BEGIN, "ANBO spelregel 1"),),
    "gesprek": (Norm(weken(6), _BEGIN, "ANBO spelregel 3"),),
    "verslag": (Norm(weken(2), _BEGIN, "ANBO spelregel 18"),),
    "bedenktijd": (Norm(weken(2), _BEGIN, "ANBO spelregel 19"),),
    "spoed": (Norm(dagen(2), _BEGIN, "lokale norm; de wet zegt 'onverwijld'", werkdagen=True),),
    "andere_clientondersteuner": (Norm(dagen(14), _BEGIN, "lokale norm"),),
    "evaluatie": (Norm(dagen(42), _BEGIN, "lokale norm"),),
}


@dataclass(frozen=True, slots=True)
class Normen:
    """The norms of one municipality: a dated list a name. What it did not set is the default."""

    eigen: Mapping[str, tuple[Norm, ...]] = field(default_factory=dict)

    def op(self, naam: str, dag: date) -> Norm:
        """The norm `naam` as it stands on `dag`; before its first day the first one holds."""
        geldend, *later = self.eigen.get(naam) or STANDAARDNORMEN[naam]
        for norm in later:
            if norm.vanaf <= dag:
                geldend = norm
        return geldend


STANDAARD: Final = Normen()
