"""What the screening asks of the procedure: its kinds, terms and safeguards, and the judgement of one single case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final

from keukentafel.procedure import register
from keukentafel.procedure.feit import (
    Bedrag,
    Feit,
    Getal,
    Groep,
    JaNee,
    Keuze,
    Lijst,
    Meer,
    Tekst,
    Veldfout,
    Veldvorm,
)
from keukentafel.procedure.oordelen import oordeel
from keukentafel.procedure.termijn import Stand, Status, Termijn, bereken
from keukentafel.procedure.waarborg import Uitslag, Waarborg
from keukentafel.procedure.zaak import CORRECTIE, Zaak

SOORTEN: Final[tuple[str, ...]] = tuple(register.FEITSOORTEN)
CODE: Final[Mapping[str, int]] = {soort: code for code, soort in enumerate(SOORTEN)}
TERMIJNEN: Final[Mapping[str, Termijn]] = register.TERMIJN
WAARBORGEN: Final[Mapping[str, Waarborg]] = register.WAARBORG
CORRECTIECODE: Final = CODE[CORRECTIE]

UITSLAGEN: Final = tuple(Uitslag)
STATUSSEN: Final = tuple(Status)
"""A verdict or status in bulk is its place in these."""


def _paden(vormen: Mapping[str, Veldvorm]) -> Iterator[tuple[str, str]]:
    """The columns that can fill a field: its own name, or `groep.veld` for a field inside a group."""
    for naam, vorm in vormen.items():
        if isinstance(vorm, Groep):
            yield from ((f"{naam}.{deel}", naam) for deel in vorm.velden)
        else:
            yield naam, naam


def _vorm_van(soort: str, kolom: str) -> Any:
    vorm: Any = register.FEITSOORTEN[soort].velden
    for deel in kolom.split("."):
        vorm = (vorm.velden if isinstance(vorm, Groep) else vorm)[deel]
    return vorm


VELDKOLOMMEN: Final[Mapping[str, Mapping[str, str]]] = {
    soort: {kolom: veld for kolom, veld in _paden(s.velden) if veld != "vervangt_door"}
    for soort, s in register.FEITSOORTEN.items()
}
"""Per kind: column to field. A row cannot hold a whole fact, so a correction in a log takes the fact away."""

VRIJE_TEKST: Final = frozenset({"toelichting", "tijdstip", "vastgelegd_op"})
VELDEN: Final = frozenset(kolom for kolommen in VELDKOLOMMEN.values() for kolom in kolommen) - VRIJE_TEKST

KORTE_VELDEN: Final = VELDEN - frozenset(
    kolom for soort, kolommen in VELDKOLOMMEN.items() for kolom in kolommen
    if not isinstance(_vorm_van(soort, kolom), JaNee | Keuze | Meer)
)  # fmt: skip
"""Columns of which the values come out of a short list: a log holds them as codes, which takes far less room."""

_WAAR: Final = frozenset({"ja", "true", "waar", "1", "j", "yes"})
_ONWAAR: Final = frozenset({"nee", "false", "onwaar", "0", "n", "no"})


@lru_cache(maxsize=200_000)
def lees_veld(soort: str, kolom: str, tekst: str | None) -> Any:
    """The value of a field as a case would bear it, or None where the text says nothing (readable)."""
    if tekst is None or not tekst.strip():
        return None
    vorm = _vorm_van(soort, kolom)
    try:
        return vorm.lees(_vorm_naar(vorm, tekst.strip()))
    except (Veldfout, ValueError):
        return None


def _vorm_naar(vorm: Veldvorm, tekst: str) -> Any:
    if isinstance(vorm, Meer | Lijst):
        return [deel.strip() for deel in tekst.replace(";", "|").split("|") if deel.strip()]
    if isinstance(vorm, JaNee):
        return tekst.lower() in _WAAR if tekst.lower() in _WAAR | _ONWAAR else tekst
    if isinstance(vorm, Getal):
        return int(tekst)
    if isinstance(vorm, Tekst | Bedrag):
        return tekst
    return tekst.lower() if tekst.isupper() else tekst


class Standen(dict[str, list[Stand]]):
    """The terms of one case, each reckoned when it is first asked for."""

    def __init__(self, zaak: Zaak) -> None:
        super().__init__()
        self._zaak = zaak

    def __missing__(self, termijn_id: str) -> list[Stand]:
        standen = self[termijn_id] = bereken(TERMIJNEN[termijn_id], self._zaak)
        return standen

    def get(self, termijn_id: str, default: Any = None) -> Any:
        return self[termijn_id] or default


def maak_zaak(feiten: Sequence[Feit], vandaag: date) -> Zaak:
    """One case for the single-case evaluator."""
    zaak = Zaak(feiten, vandaag)
    zaak.standen = Standen(zaak)
    return zaak


def uitslag(waarborg: Waarborg, zaak: Zaak) -> int:
    """The verdict of the single-case evaluator, as a place in `UITSLAGEN`."""
    return UITSLAGEN.index(oordeel(waarborg, zaak).oordeel)
