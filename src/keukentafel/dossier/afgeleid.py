"""The columns that lists need, derived from the facts: refreshed with every fact, rebuilt with the same result."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from typing import Final

from django.db import transaction

from keukentafel.dossier.models import Feit, Gemeente, Zaak
from keukentafel.dossier.normen import normen_van
from keukentafel.dossier.vertaling import casus
from keukentafel.procedure import Beoordeling, beoordeel
from keukentafel.procedure.fase import Fase
from keukentafel.procedure.oordelen import laatste_dag
from keukentafel.procedure.register import WAARBORG
from keukentafel.procedure.termijn import Aard, Stand
from keukentafel.procedure.waarborg import GESCHONDEN, Orde
from keukentafel.wet.artikel import Binding

KOLOMMEN = ("fase", "begonnen_op", "eerstvolgend", "uiterlijk", "geschonden", "spoed", "open", "bijgewerkt_tot")
PER_KEER: Final = 50
"""Cases that are written in one transaction."""
_ZAKEN: Final = Zaak.objects.select_related("gemeente", "betrokkene")
log = logging.getLogger("keukentafel.dossier")
VAN_INWONER = frozenset({"aanvulling", "griffierecht"})
"""Terms that the resident has to meet: they never lead the municipality's list."""
SPOED: Final = "spoed"
"""What leads the list while urgent help was not arranged: no term of the law, which names no day (M6)."""


def beoordeel_zaak(zaak: Zaak, rijen: Iterable[Feit], vandaag: date) -> Beoordeling:
    """The judgement of a kept case on a day, under the norms of its municipality."""
    return beoordeel(casus(zaak, rijen, vandaag), normen=normen_van(zaak.gemeente, zaak.laatste_norm))


def vul(zaak: Zaak, rijen: list[Feit], vandaag: date) -> Beoordeling:
    """Set the derived columns of a case (without saving) and give the judgement they came from."""
    b = beoordeel_zaak(zaak, rijen, vandaag)
    lopend = [
        s
        for s in b.termijnen
        if s.termijn.aard is Aard.PLICHT and s.termijn.id not in VAN_INWONER and s.uiterlijk_nr is not None
        and (s.loopt or s.status.value == "overschreden")
    ]  # fmt: skip
    eerst = min(lopend, key=_volgorde, default=None)
    zaak.fase = b.fase.value
    zaak.open = b.fase is not Fase.AFGESLOTEN
    zaak.begonnen_op = next((f.datum for f in b.zaak.feiten if f.dag is not None), None)
    zaak.eerstvolgend = "" if eerst is None else eerst.termijn.id
    zaak.uiterlijk = None if eerst is None else eerst.uiterlijk
    zaak.geschonden = sum(1 for _, o in b.waarborgen if o.oordeel is GESCHONDEN)
    zaak.spoed = b.zaak.heeft("spoed_vastgesteld") and not b.zaak.heeft("tijdelijke_voorziening_verstrekt")
    if zaak.spoed and zaak.open:
        zaak.eerstvolgend, zaak.uiterlijk = SPOED, spoeddag(b)
    zaak.bijgewerkt_tot = vandaag
    return b


def _volgorde(s: Stand) -> tuple[bool, int, str]:
    """What leads the list: a missed term of the law, and then the earliest day."""
    gemist = s.status.value == "overschreden" and s.termijn.binding is not Binding.NORM
    return (not gemist, s.uiterlijk_nr or 0, s.termijn.id)


def spoeddag(b: Beoordeling) -> date | None:
    """Until when the municipality gives itself for the temporary help; None when it is not said when urgency began."""
    familie = WAARBORG["M6"].familie
    begin = next((f.dag for f in b.zaak.van("spoed_vastgesteld")), None)
    dag = laatste_dag(familie.grens, begin, b.zaak) if isinstance(familie, Orde) else None
    return None if dag is None else date.fromordinal(dag)


def herbouw(vandaag: date, zaken: Iterable[Zaak] | None = None) -> int:
    """Rebuild the derived columns of these (or all) cases from their facts; how many changed."""
    rijen = iter(zaken if zaken is not None else _ZAKEN.iterator(chunk_size=200))
    veranderd = 0
    while deel := list(islice(rijen, PER_KEER)):
        veranderd += _herbouw(vandaag, deel)
    return veranderd


def ververs(vandaag: date) -> int:
    """Rebuild some open cases whose columns are of an earlier day, the oldest first; how many. Nothing left gives 0.

    The columns age without a fact: a term runs out, a safeguard is broken. What closes a case is always a fact.
    """
    oud = Zaak.objects.filter(open=True, bijgewerkt_tot__lt=vandaag).order_by("bijgewerkt_tot", "id")
    deel = list(oud.prefetch_related("gemeente", "betrokkene")[:PER_KEER])
    _herbouw(vandaag, deel)
    return len(deel)


def verouder(gemeente: Gemeente) -> None:
    """Let the open cases of a municipality be rebuilt: what they are judged by has changed."""
    Zaak.objects.filter(gemeente=gemeente, open=True).update(bijgewerkt_tot=date.min)


def _herbouw(vandaag: date, zaken: Sequence[Zaak]) -> int:
    """Judge first, then write all at once: nobody waits for a judgement."""
    nieuw = [(zaak, zaak.bijgewerkt_tot, _opnieuw(zaak, vandaag)) for zaak in zaken]
    with transaction.atomic():
        for zaak, van, _ in nieuw:
            # A fact or a norm that came in meanwhile is younger than this: it must not go over it.
            er = Zaak.objects.filter(pk=zaak.pk, versie=zaak.versie, bijgewerkt_tot=van)
            er.update(**{kolom: getattr(zaak, kolom) for kolom in KOLOMMEN})
    return sum(veranderd for _, _, veranderd in nieuw)


def _opnieuw(zaak: Zaak, vandaag: date) -> bool:
    """Set the columns anew and say whether one changed. What cannot be judged keeps them and holds up no other."""
    oud = [getattr(zaak, kolom) for kolom in KOLOMMEN[:-1]]
    try:
        vul(zaak, zaak.rijen(), vandaag)
    except Exception as fout:
        log.error("zaak %s is niet te herberekenen (%s)", zaak.pk, type(fout).__name__)
        zaak.bijgewerkt_tot = vandaag
    return oud != [getattr(zaak, kolom) for kolom in KOLOMMEN[:-1]]
