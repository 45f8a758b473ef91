"""Municipalities, teams, people, and the dated mandates by which people may do anything at all."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.utils import timezone

from keukentafel.dossier.gebeurtenissen import Gebeurtenis, meld
from keukentafel.dossier.versleuteld import Naamindex, VersleuteldeTekst


class Gemeente(models.Model):
    """A municipality. Several live in one installation, strictly apart."""

    id = models.BigAutoField(primary_key=True)
    naam = models.CharField(max_length=80, unique=True)
    kenmerk = models.SlugField(max_length=40, unique=True)
    adres = models.CharField(max_length=200, blank=True)
    telefoon = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)

    def __str__(self) -> str:
        return self.naam


class Team(models.Model):
    """A team of one municipality."""

    id = models.BigAutoField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="teams")
    naam = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "naam"], name="team_naam_uniek")]

    def __str__(self) -> str:
        return self.naam


class Betrokkene(models.Model):
    """The person whom a case is about. What identifies is encrypted; `bsn_index` finds a BSN without reading it.

    `groot`: letters in large print.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="betrokkenen")
    naam = VersleuteldeTekst()
    naam_index = Naamindex(max_length=64, blank=True, db_index=True)
    bsn = VersleuteldeTekst(blank=True)
    bsn_index = models.CharField(max_length=64, blank=True, db_index=True)
    geboortedatum = VersleuteldeTekst(blank=True)
    adres = VersleuteldeTekst(blank=True)
    postcode_plaats = VersleuteldeTekst(blank=True)
    telefoon = VersleuteldeTekst(blank=True)
    email = VersleuteldeTekst(blank=True)
    taal = models.CharField(max_length=2, default="nl")
    groot = models.BooleanField(default=False)
    personen = models.PositiveSmallIntegerField(null=True, blank=True)
    aow_gerechtigd = models.BooleanField(null=True, blank=True)


class Gebruiker(AbstractBaseUser):
    """Someone who logs in, known by the provider (`uitgever`) and its name for the person (`onderwerp`).

    There is no password here: logging in is the provider's, second factor included.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    password = None  # type: ignore[assignment]
    uitgever = models.CharField(max_length=200)
    onderwerp = models.CharField(max_length=200)
    naam = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "id"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [models.UniqueConstraint(fields=["uitgever", "onderwerp"], name="gebruiker_uniek")]

    def __str__(self) -> str:
        return self.naam


class Mandaat(models.Model):
    """What a person may be, from a day until a day: a role in a municipality, in a team, or for one betrokkene or case.

    With both a betrokkene and a case it reaches that one case of hers, and no other. Ended mandates stay readable.
    `soort` says on what it rests (a deed, a court order, a family tie: Wmo 1.1.1 lid 2).
    `adres`, `postcode_plaats`: where a representative gets copies of letters.
    """

    id = models.BigAutoField(primary_key=True)
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="mandaten")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="mandaten")
    rol = models.CharField(max_length=30)
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="mandaten")
    betrokkene = models.ForeignKey(Betrokkene, null=True, blank=True, on_delete=models.PROTECT, related_name="mandaten")
    zaak = models.ForeignKey("dossier.Zaak", null=True, blank=True, on_delete=models.PROTECT, related_name="mandaten")
    soort = models.CharField(max_length=40, blank=True)
    vraag = models.TextField(blank=True)
    """For a deskundige: the one question asked."""
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    gegeven_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    beeindigd_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    beeindigd_op = models.DateTimeField(null=True, blank=True)
    adres = VersleuteldeTekst(blank=True)
    postcode_plaats = VersleuteldeTekst(blank=True)
    bewijs = VersleuteldeTekst(blank=True)
    """What paper the municipality saw, and on which day; empty when the resident gave the mandate herself."""
    bewijs_gezien_op = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["gebruiker", "rol"], name="mandaat_gebruiker"),
            models.Index(fields=["betrokkene", "rol"], name="mandaat_betrokkene"),
        ]

    def beeindig(self, laatste: date, door: Gebruiker) -> None:
        """Give this mandate its last day, and keep who did so and when."""
        self.tot, self.beeindigd_door, self.beeindigd_op = laatste, door, timezone.now()
        self.save(update_fields=("tot", "beeindigd_door", "beeindigd_op"))
        meld(Gebeurtenis.ROL_BEEINDIGD, door=door.pk, rekening=self.gebruiker_id, rol=self.rol, mandaat=self.pk)


class Uitnodiging(models.Model):
    """A mandate that was offered to somebody whom only the resident knows, waiting for who brings the code.

    The code is not kept, only its digest. `zaak`: for that case alone. `mandaat`: what came of it. `soort`, `vanaf`,
    `bewijs`: of a representative whom the municipality takes down on paper proof.
    """

    id = models.BigAutoField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    betrokkene = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="uitnodigingen")
    zaak = models.ForeignKey("dossier.Zaak", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    rol = models.CharField(max_length=30)
    naam = VersleuteldeTekst()
    tot = models.DateField(null=True, blank=True)
    zegel = models.CharField(max_length=64, unique=True)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    verloopt_op = models.DateTimeField()
    soort = models.CharField(max_length=40, blank=True)
    vanaf = models.DateField(null=True, blank=True)
    bewijs = VersleuteldeTekst(blank=True)
    bewijs_gezien_op = models.DateField(null=True, blank=True)
    afloop = models.CharField(max_length=20, blank=True)
    afgelopen_op = models.DateTimeField(null=True, blank=True)
    mandaat = models.OneToOneField(Mandaat, null=True, blank=True, on_delete=models.PROTECT, related_name="uitnodiging")

    class Meta:
        indexes = [models.Index(fields=["betrokkene", "afloop"], name="uitnodiging_betrokkene")]

    def __str__(self) -> str:
        return f"{self.rol} {self.pk}"
