"""Amounts of the law, with their sources: to read, not to change."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from keukentafel.dossier.woorden import Woord
from keukentafel.werkplek.beheer.begin import plek
from keukentafel.werkplek.beheer.formulier import toon
from keukentafel.wet.bijdrage import TARIEVEN
from keukentafel.wet.dwangsom import BEDRAGEN
from keukentafel.wet.griffierecht import TARIEVEN as GRIFFIERECHTEN

_PER = {"maand": Woord("per maand", "a month"), "vier_weken": Woord("per vier weken", "every four weeks")}


@require_safe
def lijst(verzoek: HttpRequest, gemeente: str) -> HttpResponse:
    """The own contribution, the penalty, and the fee of the court, the newest first."""
    hier = plek(verzoek, gemeente)
    return toon(
        verzoek, "bedragen", gemeente=hier.gemeente, bijdragen=_bijdragen(hier.vandaag),
        dwangsommen=_dwangsommen(hier.vandaag), griffierechten=_griffierechten(hier.vandaag),
    )  # fmt: skip


def _bijdragen(vandaag: date) -> list[dict[str, Any]]:
    return [
        {
            "van": t.van, "tot": t.tot, "nu": t.van <= vandaag <= t.tot, "per": _PER[t.per],
            "alleen": t.basis["alleen_niet_aow"], "samen": t.basis["samen_aow"],
            "samen_jong": t.basis["samen_niet_aow"], "bron": "; ".join(map(str, t.bron)),
        }
        for t in reversed(TARIEVEN)
    ]  # fmt: skip


def _dwangsommen(vandaag: date) -> list[dict[str, Any]]:
    return [
        {
            "van": rij.vanaf, "tot": None if rij.tot == date.max else rij.tot, "nu": rij.vanaf <= vandaag <= rij.tot,
            "per_dag": rij.per_dag, "maximum": rij.maximum, "bron": str(rij.bron), "let_op": rij.waarschuwing,
        }
        for rij in reversed(BEDRAGEN)
    ]  # fmt: skip


def _griffierechten(vandaag: date) -> list[dict[str, Any]]:
    return [rij | {"nu": rij["van"] <= vandaag <= rij["tot"]} for rij in reversed(GRIFFIERECHTEN)]
