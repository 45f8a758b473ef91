"""The dated settings of a municipality: what holds on a day. A later one replaces an earlier of the same name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from keukentafel.dossier import afgeleid, normen
from keukentafel.dossier.gebeurtenissen import Gebeurtenis, meld
from keukentafel.dossier.models import Gebruiker, Gemeente, Instelling, Team


def geldend(gemeente: Gemeente, soort: str, dag: date) -> Mapping[str, Instelling]:
    """By name, the setting of this kind that holds on this day; one that has ended is not there."""
    uit: dict[str, Instelling] = {}
    for rij in reeks(gemeente, soort).filter(vanaf__lte=dag):
        uit[rij.naam] = rij
    return {naam: rij for naam, rij in sorted(uit.items()) if rij.tot is None or rij.tot >= dag}


def reeks(gemeente: Gemeente, soort: str, naam: str | None = None) -> QuerySet[Instelling]:
    """Every version, the oldest first; of the same first day the last one recorded counts."""
    rijen = Instelling.objects.filter(gemeente=gemeente, soort=soort).select_related("door").order_by("vanaf", "id")
    return rijen if naam is None else rijen.filter(naam=naam)


def voeg_toe(
    gemeente: Gemeente,
    soort: str,
    naam: str,
    waarde: Mapping[str, object],
    *,
    vanaf: date,
    door: Gebruiker,
    tot: date | None = None,
    bron: str = "",
) -> Instelling:
    """Record a new version; earlier ones stay as they are. By a new norm the open cases are judged again."""
    meld(Gebeurtenis.INSTELLING_GEWIJZIGD, door=door.pk, gemeente=gemeente.pk, soort=soort, naam=naam, vanaf=vanaf)
    rij = Instelling.objects.create(
        gemeente=gemeente, soort=soort, naam=naam, waarde=dict(waarde), vanaf=vanaf, tot=tot, bron=bron, door=door,
        vastgelegd_op=timezone.now(),
    )  # fmt: skip
    if soort == normen.SOORT:
        afgeleid.verouder(gemeente)
    return rij


TEAM, WEBMELDING = "team", "webmelding"


def team_voor_melding(gemeente: Gemeente, dag: date) -> Team | None:
    """The team that gets what residents report on the site: as set up, else the first; None where there is no team."""
    rij = geldend(gemeente, TEAM, dag).get(WEBMELDING)
    gekozen = Team.objects.filter(gemeente=gemeente, pk=rij.waarde["team"]).first() if rij else None
    return gekozen or Team.objects.filter(gemeente=gemeente).order_by("id").first()
