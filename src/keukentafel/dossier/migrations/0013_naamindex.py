"""The digest of surnames folds more letters (a dotless i, a struck o): made anew for who was kept before."""

from typing import Any

from django.db import migrations

import keukentafel.dossier.versleuteld


def vul(apps: Any, _schema: Any) -> None:
    mensen = apps.get_model("dossier", "Betrokkene")
    deel = []
    for mens in mensen.objects.only("pk", "naam", "naam_index").iterator(chunk_size=500):
        index = keukentafel.dossier.versleuteld.naam_index(mens.naam)
        if index != mens.naam_index:
            mens.naam_index = index
            deel.append(mens)
        if len(deel) == 500:
            mensen.objects.bulk_update(deel, ["naam_index"])
            deel = []
    mensen.objects.bulk_update(deel, ["naam_index"])


class Migration(migrations.Migration):
    dependencies = [("dossier", "0012_bewijs")]
    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
