"""Looking after what is kept: lay it out (`migreer`, `gemeente`), verify it (`controleer`), rebuild (`herbouw`)."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from keukentafel.inrichting import geheimen
from keukentafel.inrichting.opdrachten.weigering import Geweigerd


def migreer(aanroep: argparse.Namespace) -> None:
    """`migreer`: make the database, or bring it up to this version."""
    open_bewaarplaats(aanroep, bestaat=False)
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    print("De databank is bij.")


def gemeente(aanroep: argparse.Namespace) -> None:
    """`gemeente`: a municipality with its first manager, who lets in everybody else. Raises Geweigerd."""
    open_bewaarplaats(aanroep)
    from django.conf import settings
    from django.core.exceptions import ValidationError
    from django.db import transaction

    from keukentafel.dossier.models import Gebruiker, Gemeente, Mandaat
    from keukentafel.inrichting.opdrachten.invoer import vandaag

    aanbieder = settings.AANBIEDERS.get("medewerker")
    if aanbieder is None:
        raise Geweigerd("Er is geen inlogdienst voor medewerkers ingesteld: zet eerst KEUKENTAFEL_OIDC_MEDEWERKER_*.")
    nieuw = Gemeente(naam=aanroep.naam, kenmerk=aanroep.kenmerk)
    try:
        nieuw.full_clean()
    except ValidationError as fout:
        raise Geweigerd(_redenen(fout)) from None
    with transaction.atomic():
        nieuw.save()
        mens, _ = Gebruiker.objects.get_or_create(
            uitgever=aanbieder.uitgever, onderwerp=aanroep.beheerder, defaults={"naam": aanroep.beheerder_naam}
        )
        Mandaat.objects.create(gebruiker=mens, gemeente=nieuw, rol="beheerder", vanaf=vandaag())
    print(f"{nieuw.naam} staat klaar; {mens.naam} is beheerder.")


def controleer(aanroep: argparse.Namespace) -> None:
    """`controleer`: walk the chain of every case. Raises Geweigerd with the first broken link of each."""
    open_bewaarplaats(aanroep)
    from keukentafel.dossier import keten
    from keukentafel.dossier.models import Feit, Zaak

    breuken = list(keten.controleer())
    if breuken:
        raise Geweigerd([f"Zaak {breuk.zaak}: {breuk.wat}." for breuk in breuken])
    print(f"{Zaak.objects.count()} zaken, {Feit.objects.count()} feiten: elke keten klopt.")


def herbouw(aanroep: argparse.Namespace) -> None:
    """`herbouw`: work out anew from the facts what the lists show."""
    open_bewaarplaats(aanroep)
    from keukentafel.dossier import afgeleid
    from keukentafel.dossier.models import Zaak
    from keukentafel.inrichting.opdrachten.invoer import vandaag

    anders = afgeleid.herbouw(vandaag())
    print(f"{Zaak.objects.count()} zaken opnieuw berekend; {anders} stonden anders in de lijst.")


def open_bewaarplaats(aanroep: argparse.Namespace, *, bestaat: bool = True) -> None:
    """Reach for what is kept, in the folder of the call or where the environment says. Raises Geweigerd."""
    if aanroep.map is not None:
        _kies_map(Path(aanroep.map), bestaat=bestaat)
    if not (os.environ.get("KEUKENTAFEL_MAP") or os.environ.get("KEUKENTAFEL_DATABASE")):
        raise Geweigerd("Er is geen databank: geef --map DIR, of zet KEUKENTAFEL_MAP of KEUKENTAFEL_DATABASE.")
    if redenen := geheimen.wat_ontbreekt(os.environ):
        raise Geweigerd(redenen)
    os.environ["DJANGO_SETTINGS_MODULE"] = "keukentafel.inrichting.settings"
    os.environ.setdefault("KEUKENTAFEL_LOG", "WARNING")
    import django
    from django.db import DatabaseError, connection

    try:
        django.setup(set_prefix=False)
        if bestaat:
            with connection.cursor() as lezer:
                lezer.execute("SELECT 1 FROM dossier_gemeente LIMIT 1")
    except ValueError as fout:
        raise Geweigerd(str(fout)) from None
    except DatabaseError:
        raise Geweigerd("De databank is er nog niet, of antwoordt niet. Maak hem met:  keukentafel migreer") from None


def _kies_map(map_: Path, *, bestaat: bool) -> None:
    from keukentafel.inrichting.databank import BESTAND

    if bestaat and not (map_ / BESTAND).is_file():
        raise Geweigerd(f"--map: in {map_} staat geen {BESTAND}; noem de map met de gegevens")
    if not map_.is_dir():
        raise Geweigerd(f"--map: {map_} is geen map; maak hem eerst")
    os.environ["KEUKENTAFEL_MAP"] = str(map_)
    os.environ.pop("KEUKENTAFEL_DATABASE", None)
    if (map_ / geheimen.DEMOBESTAND).is_file():
        geheimen.voor_de_demo(map_, os.environ)


def _redenen(fout: object) -> list[str]:
    namen = {"naam": "naam", "kenmerk": "--kenmerk"}
    gevonden = getattr(fout, "message_dict", {})
    return [f"{namen.get(veld, veld)}: kan zo niet, of bestaat al" for veld in gevonden] or ["De invoer klopt niet."]
