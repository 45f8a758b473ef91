"""Letters in large print, and where a representative gets copies of letters."""

from django.db import migrations, models

from keukentafel.dossier.versleuteld import VersleuteldeTekst


class Migration(migrations.Migration):
    dependencies = [("dossier", "0005_beveiliging")]
    operations = [
        migrations.AddField("betrokkene", "groot", models.BooleanField(default=False)),
        migrations.AddField("mandaat", "adres", VersleuteldeTekst(blank=True, default=""), preserve_default=False),
        migrations.AddField(
            "mandaat", "postcode_plaats", VersleuteldeTekst(blank=True, default=""), preserve_default=False
        ),
    ]
