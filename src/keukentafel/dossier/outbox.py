"""What must go out: claimed by lease, sent through a port, finished once; what is stuck is listed every day.

A worker that dies leaves its lease; another takes the message after it ends. A channel that fails is tried again later
and later; the key of a message lets the channel refuse a double.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Protocol

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from keukentafel.dossier.models import Uitgaand, Zaak

LEASE = timedelta(minutes=2)
WACHTTIJDEN = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 240))
VAST_NA = 3
GEEN_ADRES = "Er is geen adres van deze inwoner. De brief wacht tot het er is."
"""Why paper waits: trying again does not help, somebody must write the address down."""
VAST = Q(klaar_op__isnull=True) & (Q(pogingen__gte=VAST_NA) | Q(fout=GEEN_ADRES))


class Verzendfout(Exception):
    """A channel could not deliver; the text is plain Dutch and holds nothing personal."""


class Kanaal(Protocol):
    """The port to one way of sending. Must refuse or ignore a key that it delivered before."""

    def verstuur(self, bericht: Uitgaand) -> None:
        """Deliver, or raise `Verzendfout`."""


def te_doen(nu: datetime) -> QuerySet[Uitgaand]:
    """What waits for a worker now."""
    vrij = Q(lease_tot__isnull=True) | Q(lease_tot__lt=nu)
    return Uitgaand.objects.filter(vrij, klaar_op__isnull=True, volgende_poging__lte=nu).order_by("id")


def claim(werker: str, nu: datetime) -> Uitgaand | None:
    """Take one message; two workers never get the same one while its lease stands."""
    with transaction.atomic():
        rij = te_doen(nu)
        if connection.features.has_select_for_update_skip_locked:
            rij = rij.select_for_update(skip_locked=True)
        bericht = rij.first()
        if bericht is None:
            return None
        bericht.werker, bericht.lease_tot, bericht.pogingen = werker, nu + LEASE, bericht.pogingen + 1
        bericht.save(update_fields=("werker", "lease_tot", "pogingen"))
        return bericht


def rond_af(bericht: Uitgaand, nu: datetime, fout: str = "") -> bool:
    """Finish what this worker holds; False when the lease had passed to another."""
    houder = Uitgaand.objects.filter(
        pk=bericht.pk, werker=bericht.werker, pogingen=bericht.pogingen, klaar_op__isnull=True
    )
    if not fout:
        return bool(houder.update(klaar_op=nu, lease_tot=None, fout=""))
    wacht = WACHTTIJDEN[min(bericht.pogingen, len(WACHTTIJDEN)) - 1]
    return bool(houder.update(lease_tot=None, fout=fout[:300], volgende_poging=nu + wacht))


def werk_af(kanalen: Mapping[str, Kanaal], *, hoogstens: int = 100) -> int:
    """Send what waits, one by one; how many went out."""
    werker, klaar = uuid.uuid4().hex, 0
    for _ in range(hoogstens):
        bericht = claim(werker, timezone.now())
        if bericht is None:
            break
        fout = _verstuur(kanalen, bericht)
        klaar += rond_af(bericht, timezone.now(), fout) and not fout
    return klaar


def _verstuur(kanalen: Mapping[str, Kanaal], bericht: Uitgaand) -> str:
    """Send one message; what went wrong, in plain Dutch and without anything personal, or nothing."""
    kanaal = kanalen.get(bericht.kanaal)
    if kanaal is None:
        return f"Er is geen kanaal {bericht.kanaal} ingericht."
    try:
        kanaal.verstuur(bericht)
    except Verzendfout as fout:
        return str(fout) or "Het verzenden lukte niet."
    except Exception as fout:  # a channel that breaks in a way of its own holds up no other message
        return f"Er ging iets mis bij het verzenden ({type(fout).__name__})."
    return ""


def vastgelopen() -> QuerySet[Uitgaand]:
    """What failed several times, or waits for an address: the daily list."""
    return Uitgaand.objects.filter(VAST).order_by("gemaakt_op")


def adresloos(bericht: Uitgaand, zaak: Zaak) -> bool:
    """Does this letter wait for an address: was that said when it was tried, or is it sure to be said then?"""
    te_posten = bericht.kanaal == "print" and "-kopie" not in bericht.soort and not zaak.betrokkene.adres
    return bericht.klaar_op is None and (bericht.fout == GEEN_ADRES or te_posten)


def wacht_op_adres(zaak: Zaak) -> bool:
    """Is there a letter in this case that cannot be posted for want of an address?"""
    return not zaak.betrokkene.adres and any(
        adresloos(bericht, zaak) for bericht in zaak.uitgaand.filter(klaar_op=None)
    )


def zonder_adres(zaken: Iterable[Zaak]) -> set[uuid.UUID]:
    """Those of these cases in which a letter waits for an address."""
    wacht = Uitgaand.objects.filter(zaak__in=[zaak.pk for zaak in zaken], klaar_op=None, fout=GEEN_ADRES)
    return set(wacht.values_list("zaak_id", flat=True))


def opnieuw(bericht_id: int) -> None:
    """Try a stuck message again now."""
    Uitgaand.objects.filter(pk=bericht_id, klaar_op__isnull=True).update(
        volgende_poging=timezone.now(), lease_tot=None, pogingen=F("pogingen")
    )
