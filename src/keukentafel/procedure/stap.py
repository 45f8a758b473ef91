"""The word *stap*: what may happen next, by whom, and if not, why not.

Which acts are out of order is declared with the kind of fact (`na`, `eenmalig`); a `Stap` adds the reason in plain
words and, where the law gives a first day, that day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from keukentafel.procedure.zaak import Zaak


@dataclass(frozen=True, slots=True)
class Stap:
    """A step that needs more words than the order of facts gives.

    `waarom`: why it may. `nog_niet`: gives the reason (plain Dutch) why it has no use yet, or None.
    """

    soort: str
    waarom: str
    nog_niet: Callable[[Zaak], str | None] | None = None


class Stapstand(NamedTuple):
    """One step as it stands: who may take it, whether it may be taken now, and why (not)."""

    soort: str
    door: str
    mag: bool
    waarom: str
