"""Who ended a mandate, who made and used a token, which login session a session belongs to, tokens used once."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0004_sessie"),
    ]

    operations = [
        migrations.CreateModel(
            name="GebruiktBewijs",
            fields=[
                ("zegel", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("tot", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.AddField(
            model_name="mandaat",
            name="beeindigd_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="dossier.gebruiker",
            ),
        ),
        migrations.AddField(
            model_name="mandaat",
            name="beeindigd_op",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="sessie",
            name="bij_sid",
            field=models.CharField(blank=True, db_index=True, default="", max_length=64),
        ),
        migrations.AddField(
            model_name="sessie",
            name="bij_sub",
            field=models.CharField(blank=True, db_index=True, default="", max_length=64),
        ),
        migrations.AlterField(
            model_name="toegangssleutel",
            name="zegel",
            field=models.CharField(max_length=64, null=True, unique=True),
        ),
        migrations.AddField(
            model_name="toegangssleutel",
            name="gebruikt_op",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="toegangssleutel",
            name="gemaakt_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="dossier.gebruiker",
            ),
        ),
        migrations.AddField(
            model_name="toegangssleutel",
            name="ingetrokken_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="dossier.gebruiker",
            ),
        ),
    ]
