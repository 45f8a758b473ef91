"""Finding a case by its number (or the digits at its end), or by the whole surname or BSN of whom it is about.

Names are encrypted. A keyed digest of the surname finds equal surnames without reading one.
"""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Q

from keukentafel.dossier.models import Betrokkene, Zaak
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import Persoon, zaken_voor
from keukentafel.dossier.versleuteld import blinde_index, naam_index

VEEL: Final = 50
EERSTE_JAAR: Final = 2015
"""When the Wmo 2015 began: no case is older."""


def zoek_zaken(wie: Persoon, recht: Recht, gevraagd: str) -> list[Zaak]:
    """The cases of this number, surname or BSN that this person may see, closed ones too; at most one above `VEEL`."""
    tekst = " ".join(gevraagd.split())
    if not tekst:
        return []
    cijfers = "".join(c for c in tekst if c not in " .-")
    waar = Q(nummer__in={tekst, tekst.upper(), *_nummers(tekst, wie)})
    # Whom it is about is looked up first, along an index; only then the cases of these few.
    waar |= Q(betrokkene__in=_mensen(wie, recht, Q(naam_index=naam_index(tekst))))
    if cijfers.isdecimal() and len(cijfers) in (8, 9):
        waar |= Q(betrokkene__in=_mensen(wie, recht, Q(bsn_index=blinde_index(cijfers.zfill(9)))))
    return list(zaken_voor(wie, recht).filter(waar).order_by("-open", "nummer")[: VEEL + 1])


def _nummers(tekst: str, wie: Persoon) -> list[str]:
    """The case numbers, one a year, of which these digits are the last part (`15` is Z-2026-0000015)."""
    if not (tekst.isascii() and tekst.isdecimal() and len(tekst) <= 7):
        return []
    return [f"Z-{jaar}-{int(tekst):07d}" for jaar in range(EERSTE_JAAR, wie.vandaag.year + 1)]


def _mensen(wie: Persoon, recht: Recht, waar: Q) -> list[Any]:
    hier = {m.gemeente_id for m in wie.met(recht)}
    return list(Betrokkene.objects.filter(waar, gemeente__in=hier).values_list("pk", flat=True)[:1000])
