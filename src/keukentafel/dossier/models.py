"""The tables. Facts, looks and messages are only added; everything else that counts is derived from facts.

People and places are in `mensen`; what a person keeps for himself alone is in `prive`.
"""

from __future__ import annotations

import uuid
from typing import Any, Final

from django.db import models
from django.db.models.functions import Coalesce

from keukentafel.dossier.mensen import Betrokkene, Gebruiker, Gemeente, Mandaat, Team, Uitnodiging
from keukentafel.dossier.prive import Concept, Mantelzorgblad, Notitie
from keukentafel.dossier.sessies import GebruiktBewijs, Sessie
from keukentafel.dossier.sleutels import Toegangssleutel
from keukentafel.dossier.vaste_vraag import Plaats, Vraag
from keukentafel.dossier.versleuteld import VersleuteldeJson, VersleuteldeTekst

__all__ = [
    "Betrokkene",
    "Concept",
    "Document",
    "Feit",
    "Gebruiker",
    "GebruiktBewijs",
    "Gemeente",
    "Herhaling",
    "Instelling",
    "Kijk",
    "Mandaat",
    "Mantelzorgblad",
    "Notitie",
    "Sessie",
    "Team",
    "Toegangssleutel",
    "Uitgaand",
    "Uitnodiging",
    "Voorstel",
    "Zaak",
]

NORM: Final = "norm"
"""The kind of setting that is a norm."""
NIET_GEVRAAGD: Final = -1


def _van_open(velden: list[str], naam: str, **waar: bool) -> models.Index:
    """An index over the open cases, or over some of these."""
    return models.Index(fields=velden, name=naam, condition=models.Q(open=True, **waar))


class Zaak(models.Model):
    """One case. Only `versie` and `ketting` are bookkeeping; the columns below the line are derived from the facts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="zaken")
    nummer = models.CharField(max_length=40)
    betrokkene = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="zaken")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="zaken")
    behandelaar = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.SET_NULL, related_name="zaken")
    versie = models.PositiveIntegerField(default=0)
    ketting = models.CharField(max_length=64, default="", blank=True)
    # --- derived: refreshed with every fact, rebuilt by `keukentafel herbouw` with the same result
    fase = models.CharField(max_length=20, default="melding")
    begonnen_op = models.DateField(null=True)
    eerstvolgend = models.CharField(max_length=40, default="", blank=True)
    uiterlijk = models.DateField(null=True)
    geschonden = models.PositiveSmallIntegerField(default=0)
    spoed = models.BooleanField(default=False)
    open = models.BooleanField(default=True)
    bijgewerkt_tot = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "nummer"], name="zaak_nummer_uniek")]
        indexes = [
            models.Index(fields=["gemeente", "open", "uiterlijk", "id"], name="zaak_werklijst"),
            models.Index(fields=["gemeente", "team", "open", "uiterlijk", "id"], name="zaak_team"),
            # What narrows the list has an index of its own, over open cases alone.
            _van_open(["gemeente", "behandelaar", "uiterlijk", "id"], "zaak_eigen", behandelaar__isnull=False),
            _van_open(["gemeente", "fase", "uiterlijk", "id"], "zaak_fase"),
            _van_open(["gemeente", "team", "fase", "uiterlijk", "id"], "zaak_team_fase"),
            _van_open(["gemeente", "uiterlijk", "id"], "zaak_spoed", spoed=True),
            _van_open(["gemeente", "team", "uiterlijk", "id"], "zaak_team_spoed", spoed=True),
            _van_open(["bijgewerkt_tot", "id"], "zaak_verouderd"),
        ]

    def __str__(self) -> str:
        return self.nummer

    laatste_norm: int = NIET_GEVRAAGD
    """The number of the last norm of the municipality when the facts were read, 0 without one. Not kept."""

    def rijen(self) -> list[Feit]:
        """The facts as they were recorded, in order; with them `laatste_norm`, since by the norms they are judged."""
        rijen: list[Any] = _FEITEN(zaak=self.pk, gemeente=self.gemeente_id)
        self.laatste_norm = rijen[0].laatste_norm if rijen else NIET_GEVRAAGD
        return rijen


class Feit(models.Model):
    """One fact, as it was recorded. Never changed, never removed: a trigger in the database refuses both."""

    id = models.BigAutoField(primary_key=True)
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="feiten")
    nr = models.PositiveIntegerField()
    soort = models.CharField(max_length=60)
    datum = models.DateField(null=True)
    velden = models.JSONField(default=dict)
    door = models.ForeignKey(Gebruiker, null=True, on_delete=models.PROTECT, related_name="feiten")
    rol = models.CharField(max_length=30)
    deur = models.CharField(max_length=20)
    vastgelegd_op = models.DateTimeField()
    vorige = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["zaak", "nr"], name="feit_nummer_uniek")]
        ordering = ["nr"]

    def __str__(self) -> str:
        return f"{self.nr} {self.soort}"


_FEITEN = Vraag(
    lambda: (
        Feit.objects.filter(zaak_id=Plaats("zaak", models.UUIDField()))
        .annotate(laatste_norm=Coalesce(models.Subquery(_laatste_norm()), 0))
        .order_by("nr")
    )
)


def _laatste_norm() -> models.QuerySet[Any, Any]:
    """The number of the last norm of a municipality. Norms are only added, so it tells whether one came in."""
    normen = Instelling.objects.filter(gemeente_id=Plaats("gemeente", models.BigAutoField()), soort=NORM)
    return normen.order_by().values("soort").annotate(laatste=models.Max("id")).values("laatste")


class Kijk(models.Model):
    """One look into a case: who, when, which, why. The resident sees this list."""

    id = models.BigAutoField(primary_key=True)
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="kijken")
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="kijken")
    rol = models.CharField(max_length=30)
    wat = models.CharField(max_length=60)
    waarom = models.CharField(max_length=200)
    wanneer = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["-wanneer", "-id"]
        indexes = [models.Index(fields=["zaak", "-wanneer"], name="kijk_per_zaak")]


class Uitgaand(models.Model):
    """A letter or message that must go out: made in the transaction of its fact, worked off by leases."""

    id = models.BigAutoField(primary_key=True)
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="uitgaand")
    feit_nr = models.PositiveIntegerField()
    soort = models.CharField(max_length=40)
    kanaal = models.CharField(max_length=10, choices=[("email", "e-mail"), ("print", "print"), ("portaal", "portaal")])
    sleutel = models.CharField(max_length=120, unique=True)
    onderwerp = models.CharField(max_length=200)
    inhoud = models.JSONField(default=dict)
    gemaakt_op = models.DateTimeField()
    klaar_op = models.DateTimeField(null=True)
    gelezen_op = models.DateTimeField(null=True)
    pogingen = models.PositiveSmallIntegerField(default=0)
    volgende_poging = models.DateTimeField()
    lease_tot = models.DateTimeField(null=True)
    werker = models.CharField(max_length=40, blank=True)
    fout = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["klaar_op", "volgende_poging"], name="uitgaand_te_doen")]


class Herhaling(models.Model):
    """What came of a key that a program sent along: the facts `van` up to and including `tot` of a case."""

    id = models.BigAutoField(primary_key=True)
    zegel = models.CharField(max_length=64)
    sleutel = models.CharField(max_length=200)
    inhoud = models.CharField(max_length=64)
    """The digest of the request."""
    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="+")
    van = models.PositiveIntegerField()
    tot = models.PositiveIntegerField()
    fase = models.CharField(max_length=20)
    gemaakt_op = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["zegel", "sleutel"], name="herhaling_uniek")]


class Document(models.Model):
    """A document of a case; the content lies outside the web root under its own hash."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="documenten")
    naam = models.CharField(max_length=120)
    mediatype = models.CharField(max_length=80)
    grootte = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    door = models.ForeignKey(Gebruiker, null=True, on_delete=models.PROTECT)
    rol = models.CharField(max_length=30)
    toegevoegd_op = models.DateTimeField()
    gekeurd = models.BooleanField(default=False)


class Voorstel(models.Model):
    """A decision that was prepared and laid before who decides (`voorstellen`). No fact, and never the resident's."""

    id = models.BigAutoField(primary_key=True)
    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="+")
    soort = models.CharField(max_length=60)
    opsteller = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    velden = VersleuteldeJson()
    """What was typed, as pairs of name and value."""
    gezien = models.PositiveIntegerField()
    """The version of the case that it was made on."""
    voorgelegd_op = models.DateTimeField()
    teruggestuurd_door = models.ForeignKey(Gebruiker, null=True, on_delete=models.PROTECT, related_name="+")
    teruggestuurd_op = models.DateTimeField(null=True)
    reden = VersleuteldeTekst(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["zaak", "soort"], name="voorstel_uniek")]


class Instelling(models.Model):
    """A dated setting of a municipality: a norm, an amount, a voorziening, the words of a letter. Only added."""

    id = models.BigAutoField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="instellingen")
    soort = models.CharField(max_length=20)
    naam = models.CharField(max_length=60)
    waarde = models.JSONField()
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    bron = models.CharField(max_length=200, blank=True)
    door = models.ForeignKey(Gebruiker, null=True, on_delete=models.PROTECT)
    vastgelegd_op = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["gemeente", "soort", "naam", "vanaf"], name="instelling_op_dag")]
