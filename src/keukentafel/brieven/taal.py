"""Text in two languages, and how days and amounts are written in each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Generic, NamedTuple, TypeVar

Beeld = TypeVar("Beeld")

NL, EN = "nl", "en"

_MAANDEN = {
    NL: "januari februari maart april mei juni juli augustus september oktober november december".split(),
    EN: "January February March April May June July August September October November December".split(),
}


class Tekst(NamedTuple):
    """One text, in Dutch and in English. Words between braces are fields (see `velden`)."""

    nl: str
    en: str

    def in_taal(self, taal: str) -> str:
        return self.en if taal == EN else self.nl


def schrijf_datum(datum: date, taal: str = NL) -> str:
    """'21 november 2026' or '21 November 2026'."""
    return f"{datum.day} {_MAANDEN[EN if taal == EN else NL][datum.month - 1]} {datum.year}"


def schrijf_bedrag(bedrag: str | Decimal, taal: str = NL) -> str:
    """'€ 1.442,00' or '€1,442.00' (with a no-break space in Dutch)."""
    engels = f"{Decimal(bedrag):,.2f}"
    if taal == EN:
        return f"€{engels}"
    return "€\u00a0" + engels.translate(str.maketrans(",.", ".,"))


def invulplek(wat: Tekst, taal: str) -> str:
    """A place left open in an editable letter: '[vul in: datum van het besluit]'."""
    return f"[fill in: {wat.en}]" if taal == EN else f"[vul in: {wat.nl}]"


class _Ingevuld(Mapping[str, str], Generic[Beeld]):
    """The fields of one letter in one language, each filled when a text asks for it."""

    def __init__(self, velden: Mapping[str, Callable[[Beeld, str], str]], beeld: Beeld, taal: str) -> None:
        self._velden, self._beeld, self._taal = velden, beeld, taal

    def __getitem__(self, naam: str) -> str:
        return self._velden[naam](self._beeld, self._taal)

    def __iter__(self) -> Iterator[str]:
        return iter(self._velden)

    def __len__(self) -> int:
        return len(self._velden)


def ingevuld(tekst: Tekst, velden: Mapping[str, Callable[[Beeld, str], str]], beeld: Beeld, taal: str) -> str:
    """The text in this language with its fields filled. What people wrote goes in as a value, never as a pattern."""
    return tekst.in_taal(taal).format_map(_Ingevuld(velden, beeld, taal))
