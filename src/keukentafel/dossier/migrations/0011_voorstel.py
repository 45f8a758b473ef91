"""A decision can be prepared and laid before who decides."""

import django.db.models.deletion
from django.db import migrations, models

import keukentafel.dossier.versleuteld


def _naar(model: str, **hoe: object) -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(related_name="+", to=f"dossier.{model}", **hoe)  # type: ignore[arg-type]


class Migration(migrations.Migration):
    dependencies = [("dossier", "0010_uitnodiging")]
    operations = [
        migrations.CreateModel(
            name="Voorstel",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("soort", models.CharField(max_length=60)),
                ("velden", keukentafel.dossier.versleuteld.VersleuteldeJson()),
                ("gezien", models.PositiveIntegerField()),
                ("voorgelegd_op", models.DateTimeField()),
                ("teruggestuurd_op", models.DateTimeField(null=True)),
                ("reden", keukentafel.dossier.versleuteld.VersleuteldeTekst(blank=True)),
                ("opsteller", _naar("gebruiker", on_delete=django.db.models.deletion.PROTECT)),
                ("teruggestuurd_door", _naar("gebruiker", null=True, on_delete=django.db.models.deletion.PROTECT)),
                ("zaak", _naar("zaak", on_delete=django.db.models.deletion.CASCADE)),
            ],
            options={"constraints": [models.UniqueConstraint(fields=["zaak", "soort"], name="voorstel_uniek")]},
        ),
    ]
