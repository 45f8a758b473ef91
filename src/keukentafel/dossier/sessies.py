"""Sessions, each known to be somebody's: a person sees where they are logged in, and all can be ended at once."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as Databankwinkel
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q
from django.utils import timezone

from keukentafel.dossier.vaste_vraag import Plaats, Vraag

GEBRUIKER = "gebruiker"
"""The name in a session under which the person's id stands."""
BIJ_SID, BIJ_SUB = "bij_sid", "bij_sub"
"""The digests of the provider's session and of its name for the person: by these it can end sessions from behind."""


class Sessie(AbstractBaseSession):
    """One session. Its content is signed; `gebruiker` is empty until somebody has logged in."""

    gebruiker = models.ForeignKey("dossier.Gebruiker", null=True, on_delete=models.CASCADE, related_name="sessies")
    gezien_op = models.DateTimeField()
    bij_sid = models.CharField(max_length=64, blank=True, default="", db_index=True)
    bij_sub = models.CharField(max_length=64, blank=True, default="", db_index=True)

    @classmethod
    def get_session_store_class(cls) -> type[SessionStore]:
        """The store of these rows."""
        return SessionStore


class GebruiktBewijs(models.Model):
    """The digest of a logout token that was used: it counts once. Kept until the token would be too old anyway."""

    zegel = models.CharField(max_length=64, primary_key=True)
    tot = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.zegel


_SESSIE = Vraag(
    lambda: Sessie.objects.filter(
        session_key=Plaats("sleutel", models.CharField()), expire_date__gt=Plaats("nu", models.DateTimeField())
    )
)


class SessionStore(Databankwinkel):
    """Django's own store in the database, with whose session it is beside it."""

    @classmethod
    def get_model_class(cls) -> type[Sessie]:
        """The table of this store."""
        return Sessie

    def _get_session_from_db(self) -> Sessie | None:
        """As Django's, which is asked with every request behind the login."""
        rij = next(iter(_SESSIE(sleutel=self.session_key, nu=timezone.now())), None)
        if rij is None:
            self._session_key = None
        return rij

    def create_model_instance(self, data: dict[str, Any]) -> Sessie:
        """The row for this content."""
        rij = super().create_model_instance(data)
        assert isinstance(rij, Sessie)
        rij.gebruiker_id, rij.gezien_op = data.get(GEBRUIKER), timezone.now()
        rij.bij_sid, rij.bij_sub = data.get(BIJ_SID, ""), data.get(BIJ_SUB, "")
        return rij


def lopend(gebruiker: Any) -> list[tuple[str, datetime]]:
    """The sessions of a person that stand: key and when it was last seen, the latest first."""
    rij = Sessie.objects.filter(gebruiker=gebruiker, expire_date__gt=timezone.now()).order_by("-gezien_op")
    return list(rij.values_list("session_key", "gezien_op"))


def beeindig(gebruiker: Any) -> int:
    """End every session of a person; how many there were."""
    aantal, _ = Sessie.objects.filter(gebruiker=gebruiker).delete()
    return aantal


def beeindig_een(gebruiker: Any, zegel: str) -> int:
    """End one session of a person, by the mark under which `lopend` shows it; how many there were."""
    sleutels = [sleutel for sleutel, _op in lopend(gebruiker) if merk(sleutel) == zegel]
    aantal, _ = Sessie.objects.filter(gebruiker=gebruiker, session_key__in=sleutels).delete()
    return aantal


def beeindig_bij(sid: str, sub: str) -> int:
    """End the sessions that belong to a session at the login service or, without one, to a person there; how many."""
    if not sid and not sub:
        return 0
    van_wie = Q(bij_sub=sub) if sub else Q()
    # A login that named no session of the service is ended by the person's name alone.
    welke = Q(bij_sid__in=[sid, ""] if sub else [sid]) if sid else Q()
    aantal, _ = Sessie.objects.filter(van_wie & welke).delete()
    return aantal


def merk(sleutel: str) -> str:
    """A mark by which a page can name a session without giving its key away."""
    return hashlib.sha256(b"keukentafel-sessie:" + sleutel.encode()).hexdigest()[:16]


def ruim_op() -> int:
    """Remove the sessions that are over; how many there were."""
    aantal, _ = Sessie.objects.filter(expire_date__lt=timezone.now()).delete()
    return aantal
