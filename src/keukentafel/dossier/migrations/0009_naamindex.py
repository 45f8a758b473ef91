"""A surname can be found: its digest, also for who was kept before."""

from typing import Any

from django.db import migrations

import keukentafel.dossier.versleuteld


def vul(apps: Any, _schema: Any) -> None:
    mensen = apps.get_model("dossier", "Betrokkene")
    deel = []
    for mens in mensen.objects.only("pk", "naam").iterator(chunk_size=500):
        mens.naam_index = keukentafel.dossier.versleuteld.naam_index(mens.naam)
        deel.append(mens)
        if len(deel) == 500:
            mensen.objects.bulk_update(deel, ["naam_index"])
            deel = []
    mensen.objects.bulk_update(deel, ["naam_index"])


class Migration(migrations.Migration):
    dependencies = [("dossier", "0008_herhaling")]
    operations = [
        migrations.AddField(
            model_name="betrokkene",
            name="naam_index",
            field=keukentafel.dossier.versleuteld.Naamindex(blank=True, db_index=True, default="", max_length=64),
            preserve_default=False,
        ),
        migrations.RunPython(vul, migrations.RunPython.noop),
    ]
