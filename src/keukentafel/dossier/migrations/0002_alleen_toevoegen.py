"""Facts and looks are only added: the database itself refuses to change or remove them."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABELLEN = ("dossier_feit", "dossier_kijk")
WEIGER = "feiten en kijkregels worden alleen toegevoegd"

SQLITE = """
CREATE TRIGGER {tabel}_geen_{wat} BEFORE {wat} ON {tabel}
BEGIN SELECT RAISE(ABORT, '{weiger}'); END
"""
POSTGRES_FUNCTIE = """
CREATE OR REPLACE FUNCTION dossier_alleen_toevoegen() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '{weiger}'; END; $$ LANGUAGE plpgsql
"""
POSTGRES = """
CREATE TRIGGER {tabel}_geen_{wat} BEFORE {wat} ON {tabel}
FOR EACH ROW EXECUTE FUNCTION dossier_alleen_toevoegen()
"""


def zet(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    """Make the triggers, in the words of the database at hand."""
    sqlite = schema.connection.vendor == "sqlite"
    if not sqlite:
        schema.execute(POSTGRES_FUNCTIE.format(weiger=WEIGER))
    for tabel in TABELLEN:
        for wat in ("UPDATE", "DELETE"):
            schema.execute((SQLITE if sqlite else POSTGRES).format(tabel=tabel, wat=wat, weiger=WEIGER))


def haal_weg(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers away again."""
    for tabel in TABELLEN:
        for wat in ("UPDATE", "DELETE"):
            extra = "" if schema.connection.vendor == "sqlite" else f" ON {tabel}"
            schema.execute(f"DROP TRIGGER {tabel}_geen_{wat}{extra}")


class Migration(migrations.Migration):
    dependencies = [("dossier", "0001_begin")]
    operations = [migrations.RunPython(zet, haal_weg)]
