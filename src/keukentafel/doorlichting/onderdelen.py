"""Which parts a fact holds, a bit each: one column for all safeguards that look at the same facts (`Onderdelen`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.blok import Blok
from keukentafel.doorlichting.kiezen import Getallen
from keukentafel.procedure.waarborg import Onderdelen

Deel = tuple[str, str]
"""Field and value."""


def _delen_van(o: Onderdelen) -> list[Deel]:
    return [deel for delen_ in o.delen.values() for deel in delen_]


def _alle_bits() -> Mapping[tuple[str, ...], Mapping[Deel, int]]:
    uit: dict[tuple[str, ...], dict[Deel, int]] = {}
    for waarborg in regels.WAARBORGEN.values():
        if isinstance(waarborg.familie, Onderdelen):
            bits = uit.setdefault(waarborg.familie.soorten, {})
            for deel in _delen_van(waarborg.familie):
                bits.setdefault(deel, 2 << len(bits))
    return uit


BITS: Final = _alle_bits()
"""Per set of kinds the bit of each part that some safeguard asks for. Bit 1: there is a fact at all."""


def vraag(o: Onderdelen) -> int:
    """The bits that a safeguard asks for."""
    return 1 | sum(BITS[o.soorten][deel] for deel in dict.fromkeys(_delen_van(o)))


def delen(blok: Blok, soorten: tuple[str, ...]) -> tuple[Getallen, Getallen]:
    """Per fact of these kinds what it holds, and what it may hold, for want of the field that tells."""
    bits = BITS[soorten]
    velden = dict.fromkeys(veld for veld, _ in bits)
    plekken = blok.van(*soorten).plek
    gezien, zwijgt = np.ones(len(plekken), np.int32), np.zeros(len(plekken), np.int32)
    for soort in soorten:
        if not blok.heeft(soort):
            continue
        eigen_plek = blok.van(soort).plek
        plek = slice(None) if len(eigen_plek) == len(plekken) else np.searchsorted(plekken, eigen_plek)
        for veld in velden:
            eigen = {waarde: bit for (v, waarde), bit in bits.items() if v == veld}
            codes, waarden = blok.veld(soort, veld)
            maskers = [sum(bit for waarde, bit in eigen.items() if waarde in (w or ())) for w in waarden]
            gezien[plek] |= np.array(maskers, np.int32).take(codes)
            stil = [sum(eigen.values()) if w is None else 0 for w in waarden]
            zwijgt[plek] |= np.array(stil, np.int32).take(codes)
    return gezien, zwijgt
