"""The work list walks an index whatever it is narrowed to; what has aged is found by one too."""

from django.db import migrations, models


def _van_open(velden: list[str], naam: str, **waar: bool) -> migrations.AddIndex:
    index = models.Index(fields=velden, name=naam, condition=models.Q(open=True, **waar))
    return migrations.AddIndex(model_name="zaak", index=index)


class Migration(migrations.Migration):
    dependencies = [("dossier", "0006_post")]
    operations = [
        migrations.RemoveIndex(model_name="zaak", name="zaak_team"),
        migrations.RemoveIndex(model_name="zaak", name="zaak_eigen"),
        migrations.AddIndex(
            model_name="zaak",
            index=models.Index(fields=["gemeente", "team", "open", "uiterlijk", "id"], name="zaak_team"),
        ),
        _van_open(["gemeente", "behandelaar", "uiterlijk", "id"], "zaak_eigen", behandelaar__isnull=False),
        _van_open(["gemeente", "fase", "uiterlijk", "id"], "zaak_fase"),
        _van_open(["gemeente", "team", "fase", "uiterlijk", "id"], "zaak_team_fase"),
        _van_open(["gemeente", "uiterlijk", "id"], "zaak_spoed", spoed=True),
        _van_open(["gemeente", "team", "uiterlijk", "id"], "zaak_team_spoed", spoed=True),
        _van_open(["bijgewerkt_tot", "id"], "zaak_verouderd"),
    ]
