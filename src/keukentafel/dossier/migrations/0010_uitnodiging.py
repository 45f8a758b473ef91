"""Somebody can be invited to look along, with a code."""

import django.db.models.deletion
from django.db import migrations, models

import keukentafel.dossier.versleuteld


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0009_naamindex"),
    ]

    operations = [
        migrations.CreateModel(
            name="Uitnodiging",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("rol", models.CharField(max_length=30)),
                ("naam", keukentafel.dossier.versleuteld.VersleuteldeTekst()),
                ("tot", models.DateField(blank=True, null=True)),
                ("zegel", models.CharField(max_length=64, unique=True)),
                ("gemaakt_op", models.DateTimeField()),
                ("verloopt_op", models.DateTimeField()),
                ("afloop", models.CharField(blank=True, max_length=20)),
                ("afgelopen_op", models.DateTimeField(blank=True, null=True)),
                (
                    "betrokkene",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uitnodigingen",
                        to="dossier.betrokkene",
                    ),
                ),
                (
                    "gemaakt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dossier.gebruiker"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dossier.gemeente"
                    ),
                ),
                (
                    "mandaat",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uitnodiging",
                        to="dossier.mandaat",
                    ),
                ),
                (
                    "zaak",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossier.zaak",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["betrokkene", "afloop"], name="uitnodiging_betrokkene")],
            },
        ),
    ]
