"""May this person see or do this? Deny unless a mandate of today says yes; refused is as if it were not there."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import DateField, Q, QuerySet, UUIDField

from keukentafel.dossier.models import Gebruiker, Mandaat, Zaak
from keukentafel.dossier.rechten import ROLLEN, Recht, Reikwijdte
from keukentafel.dossier.vaste_vraag import Plaats, Vraag
from keukentafel.procedure.register import FEITSOORTEN

OP_ID = Plaats("id", UUIDField())
DAG = Plaats("dag", DateField())
_GEBRUIKER = Vraag(lambda: Gebruiker.objects.filter(pk=OP_ID, is_active=True))
_MANDATEN = Vraag(
    lambda: (
        Mandaat.objects.filter(geldig_op(DAG), gebruiker_id=Plaats("gebruiker", UUIDField()), gebruiker__is_active=True)
        .select_related("gebruiker", "gemeente", "team")
        .order_by("id")
    )
)
_ZAAK = Vraag(lambda: Zaak.objects.select_related("gemeente", "betrokkene", "team").filter(pk=OP_ID))


class NietGevonden(LookupError):
    """The case is not there, or not for this person: the two are not to be told apart."""


class NietToegestaan(PermissionError):
    """This person sees the case, but may not do this in it. The message is plain Dutch."""


@dataclass(frozen=True, slots=True)
class Persoon:
    """Who asks: a person with the mandates that stand today."""

    gebruiker: Gebruiker
    mandaten: tuple[Mandaat, ...]
    vandaag: date

    def met(self, recht: Recht) -> list[Mandaat]:
        """The mandates whose role holds this right."""
        return [m for m in self.mandaten if recht in ROLLEN[m.rol].rechten]


def persoon(gebruiker: Gebruiker, vandaag: date, rol: str | None = None) -> Persoon:
    """A person with the mandates that hold on this day; with `rol` only those of that role."""
    rijen = _MANDATEN(gebruiker=gebruiker.pk, dag=vandaag) if gebruiker.is_active else []
    return Persoon(gebruiker, tuple(m for m in rijen if m.rol in ROLLEN and rol in (None, m.rol)), vandaag)


def actief(gebruiker_id: uuid.UUID, vandaag: date) -> Persoon | None:
    """As `persoon`, by identity; None when the account is not in use. One question for who holds a mandate."""
    rijen = _MANDATEN(gebruiker=gebruiker_id, dag=vandaag)
    gebruiker = rijen[0].gebruiker if rijen else next(iter(_GEBRUIKER(id=gebruiker_id)), None)
    if gebruiker is None:
        return None
    return Persoon(gebruiker, tuple(m for m in rijen if m.rol in ROLLEN), vandaag)


def geldig_op(dag: date | Plaats) -> Q:
    """The mandates that hold on a day."""
    return Q(Q(tot__isnull=True) | Q(tot__gte=dag), vanaf__lte=dag)


def reikwijdte(mandaat: Mandaat) -> Reikwijdte:
    """How far a mandate reaches: as far as its role, or one case of the person it is about when it names that case."""
    van_rol = ROLLEN[mandaat.rol].reikwijdte
    return Reikwijdte.ZAAK if van_rol is Reikwijdte.BETROKKENE and mandaat.zaak_id is not None else van_rol


def bereik(mandaat: Mandaat) -> Q:
    """The cases that one mandate reaches, always inside its municipality."""
    binnen = Q(gemeente_id=mandaat.gemeente_id)
    match reikwijdte(mandaat):
        case Reikwijdte.BETROKKENE if mandaat.betrokkene_id is not None:
            return binnen & Q(betrokkene_id=mandaat.betrokkene_id)
        case Reikwijdte.ZAAK if mandaat.zaak_id is not None:
            return binnen & Q(id=mandaat.zaak_id)
        case Reikwijdte.TEAM if mandaat.team_id is not None:
            return binnen & Q(team_id=mandaat.team_id)
        case Reikwijdte.GEMEENTE:
            return binnen
        case _:
            return Q(pk__in=[])


def zaken_voor(wie: Persoon, recht: Recht) -> QuerySet[Zaak]:
    """Every case on which this person has this right."""
    return Zaak.objects.filter(_samen(wie.met(recht)))


def _samen(mandaten: Iterable[Mandaat]) -> Q:
    filter_ = Q(pk__in=[])
    for mandaat in mandaten:
        filter_ |= bereik(mandaat)
    return filter_


def reikt(mandaat: Mandaat, zaak: Zaak) -> bool:
    """Does this mandate reach this case?"""
    if mandaat.gemeente_id != zaak.gemeente_id:
        return False
    match reikwijdte(mandaat):
        case Reikwijdte.BETROKKENE:
            return mandaat.betrokkene_id is not None and mandaat.betrokkene_id == zaak.betrokkene_id
        case Reikwijdte.ZAAK:
            return mandaat.zaak_id is not None and mandaat.zaak_id == zaak.id
        case Reikwijdte.TEAM:
            return mandaat.team_id is not None and mandaat.team_id == zaak.team_id
        case Reikwijdte.GEMEENTE:
            return True
        case _:
            return False


def haal(vraag: Vraag[Zaak], zaak_id: Any) -> Zaak:
    """The one case that a question by `id` finds. Raises `NietGevonden`, also for what is no identity."""
    try:
        rijen = vraag(id=zaak_id)
    except (ValidationError, ValueError, TypeError):
        raise NietGevonden from None
    if not rijen:
        raise NietGevonden
    return rijen[0]


def zoek_zaak(wie: Persoon, zaak_id: uuid.UUID | str, recht: Recht) -> tuple[Zaak, Mandaat]:
    """The case and the mandate under which it is opened. Raises `NietGevonden` when there is none, or not for them."""
    zaak = haal(_ZAAK, zaak_id)
    for mandaat in wie.met(recht):
        if reikt(mandaat, zaak):
            return zaak, mandaat
    raise NietGevonden


def mandaat_voor_feit(wie: Persoon, zaak: Zaak, soort: str) -> Mandaat:
    """The mandate under which this person may record this kind of fact in this case.

    Raises `NietGevonden` when no mandate reaches the case, `NietToegestaan` when one does but not for this kind. A kind
    that does not exist is let through: the procedure refuses it and says what may have been meant.
    """
    bereikt = [m for m in wie.mandaten if reikt(m, zaak)]
    if not bereikt:
        raise NietGevonden
    for mandaat in bereikt:
        if soort in ROLLEN[mandaat.rol].feiten or soort not in FEITSOORTEN:
            return mandaat
    raise NietToegestaan("Dit mag u in deze zaak niet vastleggen.")
