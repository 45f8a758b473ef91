"""A date out of three boxes: day, month, year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

NEDERLAND = ZoneInfo("Europe/Amsterdam")


def vandaag() -> date:
    """Today in the Netherlands."""
    return datetime.now(NEDERLAND).date()


def lees_datum(post: Mapping[str, str], naam: str) -> tuple[date | None, str]:
    """The date in the fields naam-dag, naam-maand and naam-jaar, or what is wrong with it."""
    delen = [post.get(f"{naam}-{deel}", "").strip() for deel in ("dag", "maand", "jaar")]
    if not any(delen):
        return None, _("Vul een dag in.")
    if not all(deel.isascii() and deel.isdigit() and len(deel) <= 4 for deel in delen):
        return None, _("Vul de dag, de maand en het jaar in met cijfers, bijvoorbeeld 5 – 11 – 2026.")
    dag, maand, jaar = (int(deel) for deel in delen)
    try:
        return date(jaar, maand, dag), ""
    except ValueError:
        return None, _("De dag %(dag)s bestaat niet. Kijk de dag, de maand en het jaar na.") % {"dag": "-".join(delen)}
