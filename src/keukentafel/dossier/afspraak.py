"""The appointment for the talk: place and time, for who may know no more of a case than that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from keukentafel.dossier.inzage import open_voor
from keukentafel.dossier.models import Zaak
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import Persoon
from keukentafel.dossier.vertaling import casus
from keukentafel.procedure.zaak import Zaak as Verloop

_THUIS = re.compile(r"\bthuis\b|\bhuisbezoek\b|\bat home\b|\b(resident's|your) home\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Afspraak:
    """When, where (in words of the invitation), in what form, with whom. `geweest`: it was held. Empty is not known.

    `gevraagd_op`: the day on which the resident chose this day, as long as the municipality said no more since;
    `wens`: what she wrote with it.
    """

    op: date | None = None
    tijdstip: str = ""
    plaats: str = ""
    vorm: str = ""
    met: str = ""
    geweest: bool = False
    gevraagd_op: date | None = None
    wens: str = ""

    def komt_nog(self, vandaag: date) -> bool:
        """Is it today or later, and was it not held yet?"""
        return self.op is not None and self.op >= vandaag and not self.geweest


def afspraak(wie: Persoon, zaak_id: Any, *, waarom: str) -> tuple[Zaak, Afspraak]:
    """The appointment of a case, logged as a look. Raises `NietGevonden`."""
    zaak, _ = open_voor(wie, zaak_id, wat="afspraak", waarom=waarom, recht=Recht.AFSPRAAK_ZIEN)
    rijen = zaak.rijen()
    return zaak, afspraak_van(Verloop(casus(zaak, rijen, wie.vandaag).feiten, wie.vandaag))


def afspraak_van(verloop: Verloop) -> Afspraak:
    """The appointment as the facts of a case tell it: the last invitation, or what it was moved to after that."""
    stappen = verloop.van_een(("uitnodiging_verstuurd", "gesprek_verzet"))
    if not stappen:
        return Afspraak(geweest=verloop.heeft("gesprek_gevoerd"))
    laatste = stappen[-1]
    uitnodiging = next((s for s in reversed(stappen) if s.soort == "uitnodiging_verstuurd"), None)
    velden = uitnodiging.velden if uitnodiging is not None else {}
    vormen = verloop.van_een(("onderzoeksvorm_gekozen",))
    partner = velden.get("gesprekspartner") or {}
    eigen = laatste.soort == "gesprek_verzet" and laatste.velden.get("door") == "inwoner"
    return Afspraak(
        laatste.velden.get("naar" if laatste.soort == "gesprek_verzet" else "gesprek_op"),
        str(laatste.velden.get("tijdstip") or ""),
        str(velden.get("plaats") or ""),
        str(vormen[-1].velden.get("vorm") or "") if vormen else "",
        ", ".join(str(partner[deel]) for deel in ("naam", "functie") if partner.get(deel)),
        any(gesprek.sleutel > laatste.sleutel for gesprek in verloop.van("gesprek_gevoerd")),
        laatste.datum if eigen else None,
        str(laatste.velden.get("toelichting") or "") if eigen else "",
    )


def is_thuis(plaats: str) -> bool:
    """Does this place, as it was written down, say that the talk is at the resident's home?"""
    return bool(_THUIS.search(plaats))


def gewenst(feiten: Iterable[tuple[str, Mapping[str, Any]]]) -> dict[str, Any]:
    """Where or how (`plek`) and with whom (`erbij`) the resident wants the talk: the last word on each.

    `feiten`: kind and fields, in the order of the case.
    """
    uit: dict[str, Any] = {}
    for soort, velden in feiten:
        if soort == "gesprek_aan_huis_gevraagd":
            uit["plek"] = "huisbezoek"
        elif soort == "gespreksvorm_gevraagd":
            uit |= {naam: velden[naam] for naam in ("plek", "erbij") if naam in velden}
    return uit
