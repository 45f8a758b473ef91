"""One sheet of paper with what happens now, the dates that count and what one can do."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from keukentafel.brieven.taal import schrijf_datum
from keukentafel.portaal.watnu.klok import Punt
from keukentafel.portaal.watnu.uitkomst import Uitkomst


def als_blad(uit: Uitkomst, aantekeningen: str, vandaag: date) -> dict[str, Any]:
    """The sheet as data for the template `blad` of the room of letters."""
    taal = get_language() or "nl"
    blokken: list[dict[str, Any]] = [{"soort": "kader", "kop": uit.beurt.zin, "tekst": uit.beurt.meer or _aan_zet(uit)}]
    rijen = [_rij(punt, taal) for punt in uit.klok if punt.id != "vandaag"]
    if rijen:
        blokken += [
            {"soort": "kop", "tekst": _("De dagen die tellen")},
            {"soort": "tabel", "kop": [_("Dag"), _("Wat"), _("Hoe het staat")], "rijen": rijen, "breedtes": [3, 5, 4]},
        ]
    if uit.nu or uit.straks:
        regels = [brief.titel for brief in uit.nu]
        regels += [_("Vanaf %(dag)s: %(brief)s") % {"dag": _dag(b.vanaf, taal), "brief": b.titel} for b in uit.straks]
        blokken += [{"soort": "kop", "tekst": _("Wat u kunt doen")}, {"soort": "lijst", "regels": regels}]
    if aantekeningen.strip():
        blokken += [
            {"soort": "kop", "tekst": _("Mijn aantekeningen")},
            {"soort": "tekst", "tekst": aantekeningen.strip()},
        ]
    blokken.append(
        {"soort": "klein", "tekst": _("Uitgerekend met de datums die u zelf invulde. Dit is geen juridisch advies.")}
    )
    titel = _("Mijn datums op %(dag)s") % {"dag": schrijf_datum(vandaag, taal)}
    return {"titel": titel, "datum": vandaag.isoformat(), "blokken": blokken}


def _aan_zet(uit: Uitkomst) -> str:
    return {
        "u": _("U bent aan zet"), "gemeente": _("De gemeente is aan zet"), "rechter": _("De rechtbank is aan zet"),
    }.get(uit.beurt.wie, _("Niemand hoeft nu iets te doen"))  # fmt: skip


def _rij(punt: Punt, taal: str) -> list[str]:
    return [_dag(punt.dag, taal) or _("onbekend"), punt.wat, punt.woord]


def _dag(dag: date | None, taal: str) -> str:
    return schrijf_datum(dag, taal) if dag else ""
