"""What a fact would do to the safeguards, worked out before it is recorded."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from keukentafel.dossier.afgeleid import beoordeel_zaak
from keukentafel.dossier.inzage import Inzage
from keukentafel.dossier.leesbaar import behoeftenamen
from keukentafel.dossier.models import Feit
from keukentafel.dossier.toegang import Persoon
from keukentafel.dossier.vertaling import keur
from keukentafel.procedure.waarborg import GESCHONDEN, NVT
from keukentafel.werkplek.herstel import raakt
from keukentafel.werkplek.zaakbeeld import Regel, regel


@dataclass(frozen=True, slots=True)
class Gevolg:
    """The facts as they would stand, and the safeguards after them.

    `mist`: missed by this, and not before. `verder`: the other safeguards that these facts have to do with.
    """

    feiten: tuple[Feit, ...]
    mist: tuple[Regel, ...]
    verder: tuple[Regel, ...]


def gevolg(inzage: Inzage, nieuw: Sequence[Mapping[str, Any]], wie: Persoon, mag: Collection[str]) -> Gevolg:
    """The consequences of these facts; nothing is kept. Raises `CasusFout` when the case refuses them."""
    rijen = list(inzage.rijen)
    for feit in nieuw:
        datum, velden = keur(inzage.zaak, rijen, feit, wie.vandaag)
        nr = inzage.zaak.versie + 1 + len(rijen) - len(inzage.rijen)
        rijen.append(Feit(zaak=inzage.zaak, nr=nr, soort=str(feit["soort"]), datum=datum, velden=velden))
    erbij = tuple(rijen[len(inzage.rijen) :])
    na = beoordeel_zaak(inzage.zaak, rijen, wie.vandaag)
    voor = {w.id: o.oordeel for w, o in inzage.beoordeling.waarborgen}
    geraakt = {w.id for feit in erbij for w in raakt(feit.soort)}
    namen = behoeftenamen(rijen)
    mist, verder = [], []
    for w, o in na.waarborgen:
        if o.oordeel is GESCHONDEN and voor[w.id] is not GESCHONDEN:
            mist.append(regel(w, o, mag, namen))
        elif w.id in geraakt and o.oordeel is not NVT:
            verder.append(regel(w, o, mag, namen))
    return Gevolg(erbij, tuple(mist), tuple(sorted(verder, key=_volgorde)))


def _volgorde(r: Regel) -> int:
    """What asks for attention first."""
    return {"te_laat": 0, "onbekend": 1, "loopt": 2}.get(r.staat, 3)
