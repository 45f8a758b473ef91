"""The columns that lists need, derived from the facts: refreshed with every fact, rebuilt with the same result."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from keukentafel.dossier.models import Feit, Zaak
from keukentafel.dossier.normen import normen_van
from keukentafel.dossier.vertaling import casus
from keukentafel.procedure import Beoordeling, beoordeel
from keukentafel.procedure.fase import Fase
from keukentafel.procedure.termijn import Aard
from keukentafel.procedure.waarborg import GESCHONDEN

KOLOMMEN = ("fase", "begonnen_op", "eerstvolgend", "uiterlijk", "geschonden", "spoed", "open", "bijgewerkt_tot")
VAN_INWONER = frozenset({"aanvulling", "griffierecht"})
"""Terms that the resident has to meet: they never lead the municipality's list."""


def beoordeel_zaak(zaak: Zaak, rijen: Iterable[Feit], vandaag: date) -> Beoordeling:
    """The judgement of a kept case on a day, under the norms of its municipality."""
    return beoordeel(casus(zaak, rijen, vandaag), normen=normen_van(zaak.gemeente))


def vul(zaak: Zaak, rijen: list[Feit], vandaag: date) -> Beoordeling:
    """Set the derived columns of a case (without saving) and give the judgement they came from."""
    b = beoordeel_zaak(zaak, rijen, vandaag)
    lopend = [
        s
        for s in b.termijnen
        if s.termijn.aard is Aard.PLICHT and s.termijn.id not in VAN_INWONER and s.uiterlijk_nr is not None
        and (s.loopt or s.status.value == "overschreden")
    ]  # fmt: skip
    eerst = min(lopend, key=lambda s: (s.uiterlijk_nr or 0, s.termijn.id), default=None)
    zaak.fase = b.fase.value
    zaak.open = b.fase is not Fase.AFGESLOTEN
    zaak.begonnen_op = next((f.datum for f in b.zaak.feiten if f.dag is not None), None)
    zaak.eerstvolgend = "" if eerst is None else eerst.termijn.id
    zaak.uiterlijk = None if eerst is None else eerst.uiterlijk
    zaak.geschonden = sum(1 for _, o in b.waarborgen if o.oordeel is GESCHONDEN)
    zaak.spoed = b.zaak.heeft("spoed_vastgesteld") and not b.zaak.heeft("tijdelijke_voorziening_verstrekt")
    zaak.bijgewerkt_tot = vandaag
    return b


def herbouw(vandaag: date, zaken: Iterable[Zaak] | None = None) -> int:
    """Rebuild the derived columns of these (or all) cases from their facts; how many changed."""
    veranderd = 0
    rij = zaken if zaken is not None else Zaak.objects.select_related("gemeente", "betrokkene").iterator(chunk_size=200)
    for zaak in rij:
        oud = [getattr(zaak, kolom) for kolom in KOLOMMEN[:-1]]
        vul(zaak, zaak.rijen(), vandaag)
        if oud != [getattr(zaak, kolom) for kolom in KOLOMMEN[:-1]]:
            veranderd += 1
        # A fact that came in meanwhile has refreshed its case itself: what is older here must not go over it.
        nieuw = {kolom: getattr(zaak, kolom) for kolom in KOLOMMEN}
        Zaak.objects.filter(pk=zaak.pk, versie=zaak.versie).update(**nieuw)
    return veranderd
