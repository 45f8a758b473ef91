"""A mandate can rest on paper that the municipality saw."""

from django.db import migrations, models

import keukentafel.dossier.versleuteld


def _erbij(model: str, naam: str, veld: models.Field) -> migrations.AddField:  # type: ignore[type-arg]
    return migrations.AddField(model_name=model, name=naam, field=veld, preserve_default=veld.null)


def _tekst() -> models.Field:  # type: ignore[type-arg]
    return keukentafel.dossier.versleuteld.VersleuteldeTekst(blank=True, default="")


def _dag() -> models.Field:  # type: ignore[type-arg]
    return models.DateField(blank=True, null=True)


class Migration(migrations.Migration):
    dependencies = [("dossier", "0011_voorstel")]
    operations = [
        _erbij("mandaat", "bewijs", _tekst()),
        _erbij("mandaat", "bewijs_gezien_op", _dag()),
        _erbij("uitnodiging", "bewijs", _tekst()),
        _erbij("uitnodiging", "bewijs_gezien_op", _dag()),
        _erbij("uitnodiging", "soort", models.CharField(blank=True, default="", max_length=40)),
        _erbij("uitnodiging", "vanaf", _dag()),
    ]
