"""The whole judgement of one case on one day: phase, terms, safeguards, dwangsom, threads, steps, warnings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from keukentafel.procedure.draad import Draad, draden
from keukentafel.procedure.fase import Fase, fase
from keukentafel.procedure.kanttekeningen import kanttekeningen
from keukentafel.procedure.normen import STANDAARD as STANDAARDNORMEN
from keukentafel.procedure.normen import Normen
from keukentafel.procedure.oordelen import oordeel
from keukentafel.procedure.register import TERMIJNEN, WAARBORGEN
from keukentafel.procedure.stap import Stapstand
from keukentafel.procedure.stappen import stappen
from keukentafel.procedure.te_laat import dwangsommen
from keukentafel.procedure.termijn import Stand, Termijn, bereken
from keukentafel.procedure.waarborg import Oordeel, Waarborg
from keukentafel.procedure.zaak import Casus, Dwangsomstand, Zaak
from keukentafel.wet.bijdrage import Bijdrage, bijdrage
from keukentafel.wet.fouten import BuitenBekendeTijd, WetFout
from keukentafel.wet.instellingen import STANDAARD as STANDAARDINSTELLINGEN
from keukentafel.wet.instellingen import Instellingen
from keukentafel.wet.waarschuwing import Waarschuwing


@dataclass(frozen=True, slots=True)
class Beoordeling:
    """All that follows from the facts of a case on its day."""

    casus: Casus
    zaak: Zaak
    fase: Fase
    termijnen: tuple[Stand, ...]
    waarborgen: tuple[tuple[Waarborg, Oordeel], ...]
    dwangsommen: tuple[Dwangsomstand, ...]
    bijdrage: Bijdrage | None
    behoeften: tuple[Draad, ...]
    stappen: tuple[Stapstand, ...]
    waarschuwingen: tuple[Waarschuwing, ...]

    @property
    def dwangsom(self) -> Dwangsomstand | None:
        """The running one, else the latest."""
        if not self.dwangsommen:
            return None
        lopend = [d for d in self.dwangsommen if d.loopt]
        return (lopend or [max(self.dwangsommen, key=lambda d: d.feit.sleutel)])[0]

    def als_dict(self) -> dict[str, Any]:
        """Exactly the JSON of `toets --json`."""
        from keukentafel.procedure.uitvoer import als_dict

        return als_dict(self)


@lru_cache(maxsize=4096)
def _in_beeld(soorten: frozenset[str]) -> tuple[tuple[Termijn, ...], tuple[tuple[Waarborg, Oordeel | None], ...]]:
    """What facts of these kinds can set going: the terms, and each safeguard (with its verdict: not at issue)."""
    termijnen = [t for t in TERMIJNEN if not t.vanaf or not soorten.isdisjoint(t.vanaf)]
    return tuple(termijnen), tuple((w, None if w.kan_spelen(soorten) else w.niet_aan_de_orde) for w in WAARBORGEN)


def reken(zaak: Zaak) -> Zaak:
    """Derive every term of a case, in the order of the procedure, so that safeguards can refer to them."""
    standen = zaak.standen
    for termijn in _in_beeld(zaak.soorten)[0]:
        rij = bereken(termijn, zaak)
        if rij:
            standen[termijn.id] = rij
    return zaak


def beoordeel(
    casus: Casus, instellingen: Instellingen = STANDAARDINSTELLINGEN, normen: Normen = STANDAARDNORMEN
) -> Beoordeling:
    """Judge a case on its peildatum. Pure: the same case, settings and norms give the same judgement."""
    zaak = reken(Zaak(casus.feiten, casus.peildatum, instellingen, normen))
    bedrag, over_bijdrage = _bijdrage(casus, instellingen)
    return Beoordeling(
        casus=casus,
        zaak=zaak,
        fase=fase(zaak),
        termijnen=tuple(s for rij in zaak.standen.values() for s in rij),
        waarborgen=tuple([(w, klaar or oordeel(w, zaak)) for w, klaar in _in_beeld(zaak.soorten)[1]]),
        dwangsommen=tuple(dwangsommen(zaak).values()),
        bijdrage=bedrag,
        behoeften=tuple(draden(zaak)),
        stappen=tuple(stappen(zaak)),
        waarschuwingen=(*kanttekeningen(zaak, casus), *over_bijdrage),
    )


def _bijdrage(casus: Casus, instellingen: Instellingen) -> tuple[Bijdrage | None, tuple[Waarschuwing, ...]]:
    """The own contribution on the peildatum, or the warning why there is none."""
    h = casus.huishouden
    if h is None:
        return None, ()
    try:
        uit = bijdrage(
            casus.peildatum,
            h.personen,
            aow_gerechtigd=h.aow_gerechtigd,
            inkomen=h.inkomen,
            vermogen=h.vermogen,
            instellingen=instellingen,
        )
    except (BuitenBekendeTijd, WetFout) as fout:
        return None, (Waarschuwing("bijdrage_onbekend", str(fout), ()),)
    return uit, uit.waarschuwingen
