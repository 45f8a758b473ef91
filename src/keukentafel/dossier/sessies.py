"""Sessions, each known to be somebody's: a person sees where they are logged in, and all can be ended at once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as Databankwinkel
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone

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


class SessionStore(Databankwinkel):
    """Django's own store in the database, with whose session it is beside it."""

    @classmethod
    def get_model_class(cls) -> type[Sessie]:
        """The table of this store."""
        return Sessie

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


def ruim_op() -> int:
    """Remove the sessions that are over; how many there were."""
    aantal, _ = Sessie.objects.filter(expire_date__lt=timezone.now()).delete()
    return aantal
