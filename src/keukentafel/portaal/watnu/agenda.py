"""The dates that are still to come, as a calendar file: private, with reminders, and nothing in it about health."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from keukentafel.portaal.watnu.klok import Punt

HERINNERINGEN = (timedelta(days=-7), timedelta(days=-1))


def agenda(punten: list[Punt], vandaag: date) -> bytes:
    """The calendar of these days. The same days on the same day give the same bytes."""
    kalender = Calendar()
    kalender.add("prodid", "-//Keukentafel//Wat nu//NL")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", "PUBLISH")
    for punt in komende(punten, vandaag):
        kalender.add_component(_dag(punt, vandaag))
    return kalender.to_ical()


def komende(punten: list[Punt], vandaag: date) -> list[Punt]:
    """The days that can still be waited for."""
    return [punt for punt in punten if punt.toekomst and punt.datum is not None and punt.datum >= vandaag]


def _dag(punt: Punt, vandaag: date) -> Event:
    assert punt.datum is not None
    dag = Event()
    dag.add("uid", f"{punt.id}-{punt.datum:%Y%m%d}@keukentafel.invalid")
    dag.add("dtstamp", datetime.combine(vandaag, time(), UTC))
    dag.add("dtstart", punt.datum)
    dag.add("dtend", punt.datum + timedelta(days=1))
    dag.add("summary", _titel(punt))
    dag.add("class", "PRIVATE")
    dag.add("transp", "TRANSPARENT")
    for voor in HERINNERINGEN:
        if punt.datum + voor >= vandaag:
            dag.add_component(_herinnering(punt, voor))
    return dag


def _titel(punt: Punt) -> str:
    """What the day is, in words of the procedure alone: others may see a calendar, so nothing about needs or health."""
    if punt.id == "afspraak":
        return _("Afspraak met de gemeente")
    return punt.wat


def _herinnering(punt: Punt, voor: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", voor)
    alarm.add("description", _titel(punt))
    return alarm
