"""Whose account is it? A worker is known by issuer and subject and is let in beforehand by who manages; a resident by
the blind index of the BSN. Of what the provider tells nothing else is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from django.db import transaction

from keukentafel.dossier.models import Betrokkene, Gebruiker, Gemeente, Mandaat
from keukentafel.dossier.vastleggen import vandaag
from keukentafel.dossier.versleuteld import blinde_index
from keukentafel.inrichting.inloggen.aanbieders import Aanbieder

_BSN: Final = re.compile(r"(?:s00000000:)?(\d{8,9})")
_GEWICHTEN: Final = (9, 8, 7, 6, 5, 4, 3, 2, -1)
LANGSTE_NAAM: Final = 120
INWONER: Final = "inwoner"


def medewerker(aanbieder: Aanbieder, claims: Mapping[str, Any]) -> Gebruiker | None:
    """The worker that this login is of; None when nobody let them in."""
    return _gebruiker(aanbieder, str(claims[aanbieder.claim]))


def lees_bsn(waarde: str) -> str | None:
    """The nine digits of a BSN as a provider writes it (bare, with sector code, without leading zero); None if none."""
    gevonden = _BSN.fullmatch(waarde.strip())
    if gevonden is None:
        return None
    cijfers = gevonden[1].zfill(9)
    som = sum(int(c) * f for c, f in zip(cijfers, _GEWICHTEN, strict=True))
    return cijfers if som % 11 == 0 and int(cijfers) else None


def inwoner(aanbieder: Aanbieder, bsn: str) -> Gebruiker | None:
    """The resident (or who stands by one) with this BSN, with a mandate for every case file on it. None: new here."""
    index = blinde_index(bsn)
    gebruiker = _gebruiker(aanbieder, index)
    betrokkenen = list(Betrokkene.objects.filter(bsn_index=index).select_related("gemeente"))
    if gebruiker is None and not betrokkenen:
        return None
    with transaction.atomic():
        if gebruiker is None:
            gebruiker, _ = Gebruiker.objects.get_or_create(
                **_sleutel(aanbieder, index), defaults={"naam": betrokkenen[0].naam[:LANGSTE_NAAM]}
            )
        for betrokkene in betrokkenen:
            _mandaat(gebruiker, betrokkene)
    return gebruiker


@transaction.atomic
def nieuwe_inwoner(aanbieder: Aanbieder, bsn: str, naam: str, gemeente: Gemeente) -> Gebruiker:
    """Somebody new who wants to come to this municipality: name and BSN are kept from now on."""
    index = blinde_index(bsn)
    gebruiker, _ = Gebruiker.objects.get_or_create(**_sleutel(aanbieder, index), defaults={"naam": naam[:LANGSTE_NAAM]})
    betrokkene = Betrokkene.objects.filter(gemeente=gemeente, bsn_index=index).first()
    if betrokkene is None:
        betrokkene = Betrokkene.objects.create(gemeente=gemeente, naam=naam, bsn=bsn, bsn_index=index)
    _mandaat(gebruiker, betrokkene)
    return gebruiker


def genodigde(aanbieder: Aanbieder, bsn: str, naam: str) -> Gebruiker:
    """Somebody new who was invited to help another: a name is kept, and no BSN (only the index that knows it again)."""
    gebruiker, _ = Gebruiker.objects.get_or_create(
        **_sleutel(aanbieder, blinde_index(bsn)), defaults={"naam": naam[:LANGSTE_NAAM]}
    )
    return gebruiker


def alleen_helper(gebruiker: Gebruiker) -> bool:
    """Was this person never let in for affairs of her own?"""
    return gebruiker.is_active and not gebruiker.mandaten.filter(rol=INWONER).exists()


def gemeenten(aanbieder: Aanbieder) -> list[Gemeente]:
    """Where a new resident can go: the municipality of this provider, else all that are here."""
    rij = Gemeente.objects.order_by("naam")
    return list(rij.filter(kenmerk=aanbieder.gemeente) if aanbieder.gemeente else rij)


def _sleutel(aanbieder: Aanbieder, onderwerp: str) -> dict[str, str]:
    return {"uitgever": aanbieder.uitgever, "onderwerp": onderwerp}


def _gebruiker(aanbieder: Aanbieder, onderwerp: str) -> Gebruiker | None:
    return Gebruiker.objects.filter(**_sleutel(aanbieder, onderwerp)).first()


def _mandaat(gebruiker: Gebruiker, betrokkene: Betrokkene) -> None:
    """The mandate of a person in their own affairs, once; one that was ended is not given again by logging in."""
    eigen = {"gebruiker": gebruiker, "gemeente": betrokkene.gemeente, "rol": INWONER, "betrokkene": betrokkene}
    if not Mandaat.objects.filter(**eigen).exists():
        Mandaat.objects.create(**eigen, vanaf=vandaag(), soort="zelf")
