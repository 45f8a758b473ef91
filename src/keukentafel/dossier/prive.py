"""Private rooms: what belongs to one person and is in no page, query, export or log of the municipality."""

from __future__ import annotations

import uuid

from django.db import models

from keukentafel.dossier.versleuteld import VersleuteldeJson, VersleuteldeTekst


class Notitie(models.Model):
    """A note of a cliëntondersteuner about a client. Only its maker reads it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    eigenaar = models.ForeignKey("dossier.Gebruiker", on_delete=models.PROTECT, related_name="notities")
    zaak = models.ForeignKey("dossier.Zaak", on_delete=models.PROTECT, related_name="+")
    tekst = VersleuteldeTekst()
    gemaakt_op = models.DateTimeField()


class Mantelzorgblad(models.Model):
    """One item on a carer's own sheet (a task with its hours, the load, a wish). Private until `gedeeld_op`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    eigenaar = models.ForeignKey("dossier.Gebruiker", on_delete=models.PROTECT, related_name="bladen")
    zaak = models.ForeignKey("dossier.Zaak", on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20)
    tekst = VersleuteldeTekst()
    uren = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    gemaakt_op = models.DateTimeField()
    gedeeld_op = models.DateTimeField(null=True, blank=True)


class Concept(models.Model):
    """What someone is still writing (a melding, a plan, a report): saved as typed, a fact only once handed in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    eigenaar = models.ForeignKey("dossier.Gebruiker", on_delete=models.PROTECT, related_name="concepten")
    zaak = models.ForeignKey("dossier.Zaak", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=40)
    inhoud = VersleuteldeJson()
    versie = models.PositiveIntegerField(default=1)
    bewaard_op = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["eigenaar", "zaak", "soort"], name="concept_uniek")]
