"""Reads the declaration of a safeguard for one case and explains the verdict: one reader a family."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from keukentafel.procedure.feit import Feit, titel_van
from keukentafel.procedure.moment import ONBEKEND, Moment, eindmomenten, waarde
from keukentafel.procedure.taal import aantal_dagen, dag_voluit, datum_voluit, opsomming
from keukentafel.procedure.termijn import Stand, Status
from keukentafel.procedure.veldnamen import veldnamen
from keukentafel.procedure.waarborg import (
    GESCHONDEN,
    LOOPT,
    NAGEKOMEN,
    NVT,
    NVTS,
    Afwezig,
    Brief,
    Eigen,
    Grens,
    Onderdelen,
    Oordeel,
    Orde,
    Rol,
    VolgtTermijn,
    Waarborg,
)
from keukentafel.procedure.zaak import Zaak, lijstwaarden
from keukentafel.wet.kalender import werkdagen_verder


def oordeel(w: Waarborg, zaak: Zaak) -> Oordeel:
    """The verdict on one safeguard in one case."""
    if not w.kan_spelen(zaak.soorten):
        return w.niet_aan_de_orde
    return _LEZERS[type(w.familie)](w, w.familie, zaak)


# --- until when ----------------------------------------------------------------------------------------------------


def laatste_dag(grens: Grens, vanaf: int | None, zaak: Zaak) -> int | None:
    """The last day (ordinal) that a term or a local norm leaves, or None."""
    if grens.termijn is not None:
        return zaak.einde(grens.termijn)
    if grens.norm is not None and vanaf:
        norm = zaak.normen.op(grens.norm, date.fromordinal(vanaf))
        if norm.werkdagen:
            return werkdagen_verder(date.fromordinal(vanaf), norm.duur.aantal).toordinal()
        return vanaf + norm.duur.aantal
    return None


def grensfeit(grens: Grens, zaak: Zaak) -> Feit | None:
    """The earliest closing act, or None."""
    gevonden: Feit | None = None
    for moment in grens.acten:
        feit = moment.van(zaak)
        if feit is not None and (gevonden is None or feit.sleutel < gevonden.sleutel):
            gevonden = feit
    return gevonden


def op_tijd(feit: Feit, grens: Grens, act: Feit | None, laatste: int | None) -> bool | None:
    """Was this act in time? None when a day that decides it is not known."""
    if feit.dag is None:
        return None if act is not None or laatste is not None else True
    if act is not None and act.dag is None:
        return None if laatste is None or feit.dag <= laatste else False
    if act is not None and feit.sleutel > act.sleutel and not (grens.tot_en_met and feit.dag == act.dag):
        return False
    return laatste is None or feit.dag <= laatste


def verstreken(act: Feit | None, laatste: int | None, vandaag: int) -> bool:
    """Can it no longer be done in time?"""
    return act is not None or (laatste is not None and vandaag > laatste)


def tot_wanneer(act: Feit | None, laatste: int | None) -> str:
    """The limit in words."""
    if act is not None and (laatste is None or act.dag is None or act.dag <= laatste):
        return f"vóór {dag_voluit(act.dag)} ({titel_van(act.soort)})"
    return f"uiterlijk op {dag_voluit(laatste)}" if laatste is not None else "zodra dit aan de orde is"


def _begonnen(zaak: Zaak, als: Moment | None) -> tuple[bool, Feit | None]:
    if als is None:
        rij = zaak.van("melding_ontvangen")
        return bool(rij), rij[0] if rij else None
    feit = als.van(zaak)
    return feit is not None, feit


# --- the families --------------------------------------------------------------------------------------------------


def _orde(w: Waarborg, o: Orde, zaak: Zaak) -> Oordeel:
    begonnen, begin = _begonnen(zaak, o.als)
    if not begonnen:
        return w.niet_aan_de_orde
    laatste = laatste_dag(o.grens, begin.dag if begin else None, zaak)
    act = grensfeit(o.grens, zaak)
    feit = o.dan.van(zaak)
    if feit is not None:
        if not o.grens.acten and not o.te_laat_mag:
            zonder_dag = _grens_zonder_dag(o.grens, begin, zaak)
            if zonder_dag is not None:
                return dag_onbekend(zonder_dag)
        return _orde_gedaan(o, feit, begin, act, laatste)
    twijfel = _misschien(o, zaak, act, laatste)
    if twijfel is not None:
        return twijfel
    if o.behalve is not None and o.behalve.van(zaak) is not None:
        return niet(o.waarom_niet)
    zonder_dag = _grens_zonder_dag(o.grens, begin, zaak)
    return _nog_te_doen(o.grens, act, zonder_dag, zaak) or nog_niet(w, act, laatste, zaak, begin)


def _nog_te_doen(grens: Grens, act: Feit | None, zonder_dag: Feit | None, zaak: Zaak) -> Oordeel | None:
    """Not done, and no act closes it: the term may have been stopped, or its end may not be known."""
    if act is not None:
        return None
    stand = zaak.stand(grens.termijn) if grens.termijn is not None else None
    if stand is not None and stand.status is Status.VERVALLEN:
        return niet(GESTOPT)
    return None if zonder_dag is None else dag_onbekend(zonder_dag)


GESTOPT: Final = "de melding is ingetrokken, of het onderzoek is gestopt"


def _orde_gedaan(o: Orde, feit: Feit, begin: Feit | None, act: Feit | None, laatste: int | None) -> Oordeel:
    betrokken = (begin, feit) if begin is not None and begin is not feit else (feit,)
    goed = op_tijd(feit, o.grens, act, laatste)
    if goed or (goed is None and o.te_laat_mag):
        return Oordeel(NAGEKOMEN, f"Gedaan op {dag_voluit(feit.dag)}: {titel_van(feit.soort)}.", betrokken)
    if goed is None:
        return dag_onbekend(feit if feit.dag is None or act is None else act)
    if o.te_laat_mag and feit.dag is not None and begin is not None and begin.dag is not None:
        na = aantal_dagen(feit.dag - begin.dag)
        tekst = f"Gedaan op {dag_voluit(feit.dag)}, na {na}. De wet noemt hiervoor geen dag."
        return Oordeel(NAGEKOMEN, tekst, betrokken)
    tekst = f"Pas gedaan op {dag_voluit(feit.dag)}: {titel_van(feit.soort)}. Dat moest {tot_wanneer(act, laatste)}."
    return Oordeel(GESCHONDEN, tekst, betrokken if act is None else (*betrokken, act))


def nog_niet(w: Waarborg, act: Feit | None, laatste: int | None, zaak: Zaak, begin: Feit | None = None) -> Oordeel:
    """Nothing done yet: broken when the limit has passed, else it runs."""
    feiten = () if begin is None else (begin,)
    if verstreken(act, laatste, zaak.vandaag):
        tekst = f"Niet gedaan: {w.eis}. Dat moest {tot_wanneer(act, laatste)}."
        return Oordeel(GESCHONDEN, tekst, feiten if act is None else (*feiten, act))
    wanneer = f", {tot_wanneer(act, laatste)}" if laatste is not None else ""
    return Oordeel(LOOPT, f"Nog te doen: {w.eis}{wanneer}.", feiten, laatste)


def nog_in_onderzoek(w: Waarborg, act: Feit | None, zaak: Zaak, begin: Feit | None = None) -> Oordeel:
    """As `nog_niet`, until the end of the onderzoek; not to be told when that starts on an unknown day."""
    grens = Grens(termijn="onderzoek")
    zonder_dag = _grens_zonder_dag(grens, begin, zaak)
    return _nog_te_doen(grens, act, zonder_dag, zaak) or nog_niet(w, act, zaak.einde("onderzoek"), zaak, begin)


def _grens_zonder_dag(grens: Grens, begin: Feit | None, zaak: Zaak) -> Feit | None:
    """The fact of unknown day from which the last day would count."""
    if grens.termijn is not None:
        stand = zaak.stand(grens.termijn)
        return stand.feit if stand is not None and stand.uiterlijk_nr is None else None
    return begin if grens.norm is not None and begin is not None and begin.dag is None else None


def niet(reden: str) -> Oordeel:
    """Does not apply, for a reason of this case alone."""
    return Oordeel(NVT, f"Niet aan de orde: {reden}.")


def _misschien(o: Orde, zaak: Zaak, act: Feit | None, laatste: int | None) -> Oordeel | None:
    """A fact in time that might fulfil it, but does not bear the field that tells."""
    for soorten, waar in eindmomenten(o.dan):
        if waar is None:
            continue
        for feit in zaak.van_een(soorten):
            if waar.geldt(feit) is None and op_tijd(feit, o.grens, act, laatste) is not False:
                return veld_onbekend(feit, waar.pad)
    return None


def veld_onbekend(feit: Feit, *velden: str) -> Oordeel:
    tekst = f"Niet vast te stellen: bij '{titel_van(feit.soort)}' (feit {feit.nr}) staat niet: {veldnamen(velden)}."
    return Oordeel(NVTS, tekst, (feit,), None, velden)


def dag_onbekend(feit: Feit) -> Oordeel:
    return Oordeel(
        NVTS,
        f"Niet vast te stellen: de dag van '{titel_van(feit.soort)}' (feit {feit.nr}) is niet bekend.",
        (feit,),
        mist=("datum",),
    )


def _onderdelen(w: Waarborg, o: Onderdelen, zaak: Zaak) -> Oordeel:
    begonnen, begin = _begonnen(zaak, o.als)
    if not begonnen:
        return w.niet_aan_de_orde
    gehouden = _gehouden(o, begin, zaak)
    act, laatste, binnen = gehouden.act, gehouden.laatste, gehouden.binnen
    mist, onbekend = _ontbrekend(o, gehouden)
    if not mist and onbekend is None and binnen:
        return Oordeel(NAGEKOMEN, f"Gedaan: {w.eis}.", tuple(binnen))
    if not mist and onbekend is not None:
        return veld_onbekend(*onbekend)
    anders = _nog_te_doen(o.grens, act, _grens_zonder_dag(o.grens, begin, zaak), zaak)
    if anders is not None:
        return anders
    ontbreekt = f" Wat ontbreekt: {opsomming(mist)}." if len(o.delen) > 1 else ""
    if not verstreken(act, laatste, zaak.vandaag):
        wanneer = f", {tot_wanneer(act, laatste)}" if laatste is not None else ""
        return Oordeel(LOOPT, f"Nog te doen: {w.eis}{wanneer}.{ontbreekt}", tuple(binnen), laatste)
    return Oordeel(
        GESCHONDEN,
        f"Niet gedaan: {w.eis}. Dat moest {tot_wanneer(act, laatste)}.{ontbreekt}",
        tuple(binnen) if act is None else (*binnen, act),
    )


class _Gehouden(NamedTuple):
    """The facts before a limit; per field what they hold, and the first of them that does not bear it."""

    act: Feit | None
    laatste: int | None
    binnen: list[Feit]
    per_veld: dict[str, tuple[set[Any], Feit | None]]


def _gehouden(o: Onderdelen, begin: Feit | None, zaak: Zaak) -> _Gehouden:
    """Found once for all safeguards over the same facts and the same limit."""
    sleutel = (o.soorten, id(o.grens), id(begin) if o.grens.norm is not None else None)
    uit: _Gehouden | None = zaak.gehouden.get(sleutel)
    if uit is None:
        act = grensfeit(o.grens, zaak)
        laatste = laatste_dag(o.grens, begin.dag if begin else None, zaak)
        binnen = [f for f in zaak.van_een(o.soorten) if op_tijd(f, o.grens, act, laatste) is not False]
        uit = zaak.gehouden[sleutel] = _Gehouden(act, laatste, binnen, {})
    for veld in o.velden:
        if veld not in uit.per_veld:
            waarden, zonder = lijstwaarden(uit.binnen, veld)
            uit.per_veld[veld] = waarden, (zonder[0] if zonder else None)
    return uit


def _ontbrekend(o: Onderdelen, gehouden: _Gehouden) -> tuple[list[str], tuple[Feit, str] | None]:
    """The labels that these facts together certainly leave open, and a fact with the field that it does not bear.

    A part is certainly open when every fact bears its field, and none of them holds the part.
    """
    zeker: dict[str, None] = {}
    twijfel: tuple[Feit, str] | None = None
    for label, delen in o.delen.items():
        for veld, deel in delen:
            waarden, zonder = gehouden.per_veld[veld]
            if deel in waarden:
                continue
            if zonder is None:
                zeker[label] = None
            elif twijfel is None:
                twijfel = zonder, veld
    return list(zeker), twijfel


def _brief(w: Waarborg, b: Brief, zaak: Zaak) -> Oordeel:
    brieven = zaak.van(b.soort)
    if not brieven:
        return w.niet_aan_de_orde
    nodig = _gevraagd(b, zaak)
    tot = b.herstel_tot.van(zaak) if b.herstel_tot is not None else None
    eerste_gebrek: Oordeel | None = None
    for brief in brieven:
        uitkomst = _een_brief(b, brief, nodig)
        if uitkomst.oordeel is NAGEKOMEN and eerste_gebrek is not None:
            if tot is not None and brief.sleutel > tot.sleutel:
                continue
            tekst = f"{eerste_gebrek.uitleg} Hersteld met de volledige brief van {dag_voluit(brief.dag)}."
            return Oordeel(NAGEKOMEN, tekst, (*eerste_gebrek.feiten, brief))
        if uitkomst.oordeel is NAGEKOMEN:
            return uitkomst
        eerste_gebrek = eerste_gebrek or uitkomst
    assert eerste_gebrek is not None
    return eerste_gebrek


def _gevraagd(b: Brief, zaak: Zaak) -> Mapping[str, str]:
    """The parts that this case asks for."""
    vervalt = {deel for moment, delen in b.alleen_als if moment.van(zaak) is None for deel in delen}
    return {deel: label for deel, label in b.delen.items() if deel not in vervalt} if vervalt else b.delen


def _een_brief(b: Brief, brief: Feit, nodig: Mapping[str, str]) -> Oordeel:
    delen = brief.velden.get(b.veld)
    if delen is None:
        return veld_onbekend(brief, b.veld)
    mist = [label for deel, label in nodig.items() if deel not in delen]
    if mist:
        tekst = f"Niet volledig op {dag_voluit(brief.dag)}. Er ontbreekt: {opsomming(mist)}."
        return Oordeel(GESCHONDEN, tekst, (brief,))
    return Oordeel(NAGEKOMEN, f"Volledig op {dag_voluit(brief.dag)}.", (brief,))


def _rol(w: Waarborg, r: Rol, zaak: Zaak) -> Oordeel:
    feiten = zaak.van(r.soort)
    if not feiten:
        if r.loopt_na is not None and (begin := r.loopt_na.van(zaak)) is not None:
            if r.tenzij is not None and r.tenzij.van(zaak) is not None:
                return niet(r.waarom_niet)
            return Oordeel(LOOPT, f"Nog te doen: {w.eis}.", (begin,))
        return w.niet_aan_de_orde
    onbekend: Oordeel | None = None
    for feit in feiten:
        for veld, goed in r.velden:
            gevonden = waarde(feit, veld)
            if gevonden is ONBEKEND:
                onbekend = onbekend or veld_onbekend(feit, veld)
            elif gevonden is not goed:
                return Oordeel(GESCHONDEN, f"Op {dag_voluit(feit.dag)} was dit niet zo. De regel is: {w.eis}.", (feit,))
    return onbekend or Oordeel(NAGEKOMEN, f"In orde: {w.eis}.", tuple(feiten))


def _afwezig(w: Waarborg, a: Afwezig, zaak: Zaak) -> Oordeel:
    feiten = zaak.van(a.soort)
    if not feiten:
        return w.niet_aan_de_orde
    onbekend: Feit | None = None
    for feit in feiten:
        geldt = a.waar.geldt(feit)
        if geldt:
            return Oordeel(GESCHONDEN, f"Op {dag_voluit(feit.dag)} toch gebeurd. De regel is: {w.eis}.", (feit,))
        if geldt is None:
            onbekend = onbekend or feit
    if onbekend is not None:
        return veld_onbekend(onbekend, a.waar.pad)
    return Oordeel(NAGEKOMEN, f"In orde: {w.eis}.", tuple(feiten))


def _volgt_termijn(w: Waarborg, v: VolgtTermijn, zaak: Zaak) -> Oordeel:
    stand = zaak.stand(v.termijn)
    if stand is None or (stand.status is Status.VERVALLEN):
        return w.niet_aan_de_orde
    return van_stand(w, stand, zaak)


def van_stand(w: Waarborg, stand: Stand, zaak: Zaak) -> Oordeel:
    """The verdict that follows from one entry of a term."""
    einde = stand.einddag
    feiten = (stand.feit,) if stand.gehaald is None else (stand.feit, stand.gehaald)
    if einde.uiterlijk is None:
        return dag_onbekend(stand.feit)
    uiterlijk = dag_voluit(einde.uiterlijk)
    peil = stand.gehaald.dag if stand.gehaald is not None else zaak.vandaag
    if peil is None:
        return dag_onbekend(stand.gehaald or stand.feit)
    if einde.zonder_dag is not None and peil > einde.uiterlijk:
        return dag_onbekend(einde.zonder_dag)
    if einde.mist and einde.zeker is not None and einde.zeker < peil <= einde.uiterlijk:
        return veld_onbekend(einde.verlengd_door or stand.feit, *einde.mist)
    if stand.status is Status.GEHAALD:
        return Oordeel(NAGEKOMEN, f"Op tijd: {datum_voluit(peil)}. Het kon tot en met {uiterlijk}.", feiten)
    if stand.status is Status.TE_LAAT_GEHAALD:
        dagen = peil - einde.uiterlijk
        return Oordeel(
            GESCHONDEN,
            f"{aantal_dagen(dagen)} te laat: {datum_voluit(peil)}. De laatste dag was {uiterlijk}.",
            feiten,
        )
    if stand.status is Status.OVERSCHREDEN:
        return Oordeel(GESCHONDEN, f"Nog niet gedaan: {w.eis}. De laatste dag was {uiterlijk}.", feiten)
    return Oordeel(LOOPT, f"Nog te doen: {w.eis}, uiterlijk op {uiterlijk}.", feiten, einde.uiterlijk)


def _eigen(w: Waarborg, e: Eigen, zaak: Zaak) -> Oordeel:
    return e.functie(zaak, w)


_LEZERS: Final[dict[type, Callable[[Waarborg, Any, Zaak], Oordeel]]] = {
    Orde: _orde,
    Onderdelen: _onderdelen,
    Brief: _brief,
    Rol: _rol,
    Afwezig: _afwezig,
    VolgtTermijn: _volgt_termijn,
    Eigen: _eigen,
}
