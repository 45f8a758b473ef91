"""The appointment as a calendar file. Others may see a calendar: nothing in it about needs or health."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event

from keukentafel.dossier.afspraak import is_thuis
from keukentafel.dossier.models import Feit, Zaak
from keukentafel.dossier.rechtzetting import zoals_het_nu_is
from keukentafel.dossier.vastleggen import AMSTERDAM

_ZET = ("uitnodiging_verstuurd", "gesprek_verzet")
DUUR = timedelta(hours=1, minutes=30)


def moment(rijen: Iterable[Feit]) -> tuple[str, str] | None:
    """Day (with the time, if known) and place of the talk that stands: the last invitation, or what it was moved to."""
    op, plaats = "", ""
    for rij in zoals_het_nu_is(rijen):
        if rij.soort == "uitnodiging_verstuurd":
            op, plaats = str(rij.velden.get("gesprek_op") or ""), str(rij.velden.get("plaats") or "")
        elif rij.soort == "gesprek_verzet":
            op = str(rij.velden.get("naar") or "")
    return (op, plaats) if op else None


def komt_nog(op: str, vandaag: date) -> bool:
    """Is this moment today or later?"""
    return date.fromisoformat(op[:10]) >= vandaag


def afspraak(zaak: Zaak, rijen: Iterable[Feit], titel: str, *, thuis: str = "") -> bytes | None:
    """The calendar file, with `titel` as what it says; None when there is no appointment.

    `thuis`: the address of the resident, for who has to go there.

    Each new invitation and each move raises SEQUENCE, so that a calendar takes the later one.
    """
    rijen = list(rijen)
    staat = moment(rijen)
    if staat is None:
        return None
    op, plaats = staat
    kalender = Calendar()
    for naam, waarde in (("prodid", "-//Keukentafel//Dossier//NL"), ("version", "2.0"), ("method", "PUBLISH")):
        kalender.add(naam, waarde)
    gesprek = Event()
    gesprek.add("uid", f"gesprek-{zaak.pk}@keukentafel.invalid")
    gesprek.add("dtstamp", zaak.feiten.latest("nr").vastgelegd_op)
    gesprek.add("sequence", max(0, sum(r.soort in _ZET for r in rijen) - 1))
    gesprek.add("summary", titel)
    gesprek.add("class", "PRIVATE")
    if thuis and is_thuis(plaats) and thuis not in plaats:
        plaats = f"{plaats}, {thuis}"
    if plaats:
        gesprek.add("location", plaats)
    begin = _begin(op)
    gesprek.add("dtstart", begin)
    gesprek.add("dtend", begin + (DUUR if isinstance(begin, datetime) else timedelta(days=1)))
    kalender.add_component(gesprek)
    kalender.add_missing_timezones()
    return kalender.to_ical()


def _begin(op: str) -> Any:
    if len(op) > 10:
        return datetime.fromisoformat(op).replace(tzinfo=AMSTERDAM)
    return date.fromisoformat(op)
