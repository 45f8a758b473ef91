"""The first page behind the login: what now, whose turn it is and by when, for every role that somebody holds here.

What presses comes first: a municipality that is late, then what waits for the resident, then the nearest day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from keukentafel.dossier import eigen_ruimte, mandaten
from keukentafel.dossier.afspraak import afspraak
from keukentafel.dossier.inzage import Inzage
from keukentafel.dossier.models import Zaak
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import Persoon, zaken_voor
from keukentafel.portaal.mijn import handelingen
from keukentafel.portaal.mijn.beeld import beeld, waar
from keukentafel.portaal.mijn.gedaan import gedaan
from keukentafel.portaal.mijn.meekijken import ROLWOORD
from keukentafel.portaal.mijn.melding import MELDING, voor_wie
from keukentafel.portaal.mijn.samen import EIGEN, open_zaak, reden, wie
from keukentafel.portaal.watnu.beeld import Beeld
from keukentafel.portaal.watnu.beurt import Beurt, U, beurt
from keukentafel.portaal.watnu.klok import Punt, klok
from keukentafel.portaal.watnu.woorden import TERMIJN, behoefte, leefgebied

KORT_GELEDEN: Final = timedelta(days=14)
HEEL: Final = 3
"""So many cases are shown whole; more make a list."""


@dataclass(frozen=True, slots=True)
class Regel:
    """An open case as a list needs it: whose turn it is, which day was missed and which days come."""

    inzage: Inzage
    beeld: Beeld
    beurt: Beurt
    te_laat: Punt | None
    komend: list[Punt]

    @property
    def zaak(self) -> Zaak:
        return self.inzage.zaak

    def dagen(self, hoeveel: int = 1) -> list[Punt]:
        """The first days to come, and always the appointment."""
        return [p for nr, p in enumerate(self.komend) if nr < hoeveel or p.id == "afspraak"]

    @property
    def te_laat_met(self) -> Any:
        """What the municipality is late with."""
        return TERMIJN[self.te_laat.id].voor if self.te_laat is not None else ""

    @property
    def dringt(self) -> tuple[int, date]:
        """Its place: a missed term of the law, then what waits for the resident, then the nearest day."""
        if self.te_laat is not None and self.te_laat.binding != "norm" and self.te_laat.datum is not None:
            return 0, self.te_laat.datum
        eerst = self.komend[0].datum if self.komend else None
        return 1 if self.beurt.wie == U else 2, eerst or date.max


@require_safe
def start(verzoek: HttpRequest) -> HttpResponse:
    """What happens now, whose turn it is, by when, what one can do: for every role that this person holds here."""
    persoon = wie(verzoek)
    eigen, dicht = _regels(verzoek, _als(persoon, EIGEN))
    kaarten = [_kaart(regel) for regel in eigen[:HEEL]]
    clienten, dichte_clienten = _regels(verzoek, _als(persoon, {"clientondersteuner"}))
    return render(
        verzoek, "mijn/start.html",
        {
            "kaarten": kaarten, "gelukt": "gelukt" in verzoek.GET,
            "nieuw_mee": {rij["nr"]: rij for kaart in kaarten for rij in kaart["nieuw_mee"]}.values(),
            "andere": [*eigen[HEEL:], *dicht], "zaken": bool(eigen or dicht),
            "inwoner": bool(voor_wie(persoon)), "half": eigen_ruimte.concept(persoon, MELDING),
            "clienten": [*clienten, *dichte_clienten],
            "bladen": [_blad(persoon, zaak) for zaak in eigen_ruimte.zaken_met_blad(persoon)],
            "rollen": {m.rol for m in persoon.mandaten},
            "zelf": "inwoner" in settings.AANBIEDERS and _alleen_naaste(persoon),
        },
    )  # fmt: skip


def _alleen_naaste(persoon: Persoon) -> bool:
    """Does this person only stand beside others here, as one of their own people?"""
    rollen = {m.rol for m in persoon.mandaten}
    return "inwoner" not in rollen and bool(rollen & {"mantelzorger", "vertegenwoordiger"})


def _als(persoon: Persoon, rollen: Any) -> Persoon:
    return replace(persoon, mandaten=tuple(m for m in persoon.mandaten if m.rol in rollen))


def _regels(verzoek: HttpRequest, persoon: Persoon) -> tuple[list[Regel], list[dict[str, Any]]]:
    """The open cases, what presses first, each a look that is logged; and the closed ones, newest first."""
    rij = zaken_voor(persoon, Recht.ZAAK_ZIEN).select_related("betrokkene", "gemeente")
    zaken = list(rij.order_by("-begonnen_op", "nummer"))
    regels = [_regel(open_zaak(verzoek, zaak.pk, "beginpagina")) for zaak in zaken if zaak.open]
    return sorted(regels, key=lambda r: r.dringt), [{"zaak": zaak} for zaak in zaken if not zaak.open]


def _regel(inzage: Inzage) -> Regel:
    b = beeld(inzage)
    punten = klok(b)
    laat = [
        punt for punt in punten
        if punt.staat == "te_laat" and punt.wie == "gemeente" and not punt.gedaan_op and TERMIJN[punt.id].voor
    ]  # fmt: skip
    komend = [punt for punt in punten if punt.toekomst and punt.datum is not None and punt.datum >= b.vandaag]
    return Regel(inzage, b, beurt(b), min(laat, key=lambda p: (p.binding == "norm", p.orde), default=None), komend)


def _kaart(regel: Regel) -> dict[str, Any]:
    inzage, b = regel.inzage, regel.beeld
    return {
        "zaak": inzage.zaak, "naam": inzage.zaak.betrokkene.naam, "beurt": regel.beurt, "komend": regel.dagen(2),
        "doen": [h for h in handelingen.mogelijk(b, inzage.mandaat.rol) if h.plaats(b) == "nu"],
        "ongelezen": inzage.zaak.uitgaand.filter(kanaal="portaal", gelezen_op__isnull=True).count(),
        "namens": inzage.mandaat.rol == "vertegenwoordiger", "gedaan": gedaan(b), "waarover": _waarover(b),
        "regel": regel, "nieuw_mee": _nieuw_mee(inzage, b.vandaag),
    }  # fmt: skip


def _nieuw_mee(inzage: Inzage, vandaag: date) -> list[dict[str, Any]]:
    """Who came to stand beside the resident in the last two weeks: she should know, if it was not her doing."""
    naasten = mandaten.naasten(inzage.zaak.betrokkene, inzage.zaak.gemeente_id, vandaag, inzage.zaak)
    return [
        {
            "nr": m.pk, "zaak": inzage.zaak, "naam": m.gebruiker.naam, "rol": str(ROLWOORD[m.rol]).lower(),
            "sinds": m.vanaf,
        }
        for m in naasten if m.vanaf >= vandaag - KORT_GELEDEN and m.gebruiker_id != inzage.mandaat.gebruiker_id
    ]  # fmt: skip


def _waarover(b: Beeld) -> str:
    """The areas of life that the needs of a case are in; the words of the need where no area was told."""
    namen = [
        str(leefgebied(rij["leefgebied"])) if rij["leefgebied"] else behoefte(rij) for rij in b.oordeel["behoeften"]
    ]
    return " · ".join(dict.fromkeys(capfirst(naam) for naam in namen))


def _blad(persoon: Persoon, zaak: Zaak) -> dict[str, Any]:
    _zaak, wanneer = afspraak(persoon, zaak.pk, waarom=reden(persoon))
    return {"zaak": zaak, "naam": zaak.betrokkene.naam, "afspraak": wanneer, "waar": waar(wanneer)} | {
        "komt_nog": wanneer.komt_nog(persoon.vandaag)
    }
