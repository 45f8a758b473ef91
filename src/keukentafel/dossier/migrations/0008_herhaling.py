"""What came of a request with a key, so that it counts once."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossier", "0007_werklijst")]
    operations = [
        migrations.CreateModel(
            name="Herhaling",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("zegel", models.CharField(max_length=64)),
                ("sleutel", models.CharField(max_length=200)),
                ("inhoud", models.CharField(max_length=64)),
                ("van", models.PositiveIntegerField()),
                ("tot", models.PositiveIntegerField()),
                ("fase", models.CharField(max_length=20)),
                ("gemaakt_op", models.DateTimeField(db_index=True)),
                (
                    "zaak",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.zaak"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=["zegel", "sleutel"], name="herhaling_uniek")],
            },
        ),
    ]
