"""When a decision is late: the notice of default, the dwangsom and what follows (Awb 4:17-4:18, 4:87, 6:12)."""

from __future__ import annotations

from datetime import date

from keukentafel.procedure.feit import GEMEENTE, INWONER, Bedrag, Feit, Getal, Keuze, feitsoort
from keukentafel.procedure.oordelen import van_stand, veld_onbekend
from keukentafel.procedure.stap import Stap
from keukentafel.procedure.taal import dag_voluit, euro
from keukentafel.procedure.termijn import Aard, Stand, Start, Termijn
from keukentafel.procedure.tijdrekening import Einddag
from keukentafel.procedure.waarborg import GESCHONDEN, NAGEKOMEN, WET, Eigen, Oordeel, VolgtTermijn, Waarborg, waarborg
from keukentafel.procedure.zaak import Dwangsomstand, Zaak
from keukentafel.wet.artikel import awb, spelregel
from keukentafel.wet.dwangsom import dwangsom
from keukentafel.wet.kalender import volgende_werkdag_nr
from keukentafel.wet.termijn import dagen, weken

# --- feiten --------------------------------------------------------------------------------------------------------

FEITEN = (
    feitsoort(
        "ingebrekestelling_ontvangen",
        "de ingebrekestelling ontvangen",
        INWONER,
        betreft=Keuze(("aanvraag", "bezwaar")),
        aantal_aanvragers=Getal(1, 100),
    ),
    feitsoort(
        "dwangsombesluit_bekendgemaakt",
        "het besluit over de dwangsom bekendgemaakt",
        GEMEENTE,
        slaat_op=("ingebrekestelling_ontvangen",),
        waarom_na="er is geen ingebrekestelling",
        bedrag=Bedrag(),
    ),
    feitsoort(
        "dwangsom_betaald",
        "de dwangsom betaald",
        GEMEENTE,
        bedrag=Bedrag(),
        na=("dwangsombesluit_bekendgemaakt",),
        waarom_na="er is geen besluit over een dwangsom",
    ),
)

# --- the notice ----------------------------------------------------------------------------------------------------

TERMIJN_VAN = {"aanvraag": "beschikking", "bezwaar": "beslissing_op_bezwaar"}


def _in_gebreke(zaak: Zaak, betreft: str, dag: int) -> Stand | None:
    """The term that had lapsed without an act on this day."""
    for stand in zaak.standen.get(TERMIJN_VAN[betreft], ()):
        einde = stand.uiterlijk_nr
        gedaan = stand.gehaald.dag if stand.gehaald is not None else None
        weg = stand.vervallen_door is not None and (stand.vervallen_door.dag or 0) <= dag
        if einde is not None and dag > einde and (stand.gehaald is None or (gedaan or 0) > dag) and not weg:
            return stand
    return None


def betreft_van(zaak: Zaak, feit: Feit) -> str:
    """What a notice is about: as it says, else the one that is late, else the application."""
    gezegd = feit.velden.get("betreft")
    if gezegd is not None:
        return str(gezegd)
    if (
        feit.dag is not None
        and _in_gebreke(zaak, "aanvraag", feit.dag) is None
        and _in_gebreke(zaak, "bezwaar", feit.dag)
    ):
        return "bezwaar"
    return "aanvraag"


def dwangsommen(zaak: Zaak) -> dict[str, Dwangsomstand]:
    """The dwangsom of the first valid notice about the application, and about the objection."""
    if zaak.dwangsommen is None:
        zaak.dwangsommen = {}
        for feit in zaak.van("ingebrekestelling_ontvangen"):
            betreft = betreft_van(zaak, feit)
            stand = _in_gebreke(zaak, betreft, feit.dag) if feit.dag is not None else None
            if stand is not None and betreft not in zaak.dwangsommen:
                zaak.dwangsommen[betreft] = _reken(zaak, betreft, feit, stand)
    return zaak.dwangsommen


def _reken(zaak: Zaak, betreft: str, feit: Feit, stand: Stand) -> Dwangsomstand:
    einde = stand.gehaald or stand.vervallen_door
    assert feit.datum is not None and stand.uiterlijk is not None
    bedrag = dwangsom(
        feit.datum,
        besluit=einde.datum if einde is not None else None,
        termijn_verstreken=stand.uiterlijk,
        aanvragers=int(feit.velden.get("aantal_aanvragers", 1)),
        tot=date.fromordinal(zaak.vandaag),
        instellingen=zaak.instellingen,
    )
    eerste, laatste = bedrag.eerste_dag.toordinal(), bedrag.laatste_dag.toordinal()
    loopt = einde is None and eerste <= zaak.vandaag <= laatste
    klaar = bedrag.dagen > 0 and (einde is not None or zaak.vandaag > laatste)
    return Dwangsomstand(betreft, feit, bedrag, loopt, eerste + bedrag.dagen - 1 if klaar else None)


def ongeldig(zaak: Zaak) -> list[Feit]:
    """Notices that came before the term had lapsed, or after the decision."""
    geldig = {d.feit.nr for d in dwangsommen(zaak).values()}
    return [f for f in zaak.van("ingebrekestelling_ontvangen") if f.nr not in geldig and f.dag is not None]


ACT = {"aanvraag": ("besluit_bekendgemaakt",), "bezwaar": ("beslissing_op_bezwaar_bekendgemaakt",)}


def _respijt(zaak: Zaak) -> list[Start]:
    uit = []
    for d in dwangsommen(zaak).values():
        assert d.feit.dag is not None
        laatste = d.dwangsom.respijt_tot.toordinal()
        zonder = d.feit.dag + 14
        punten = ("respijt_verschuift",) if volgende_werkdag_nr(zonder) != zonder else ()
        plan = zonder if laatste != zonder else None
        einde = Einddag(laatste, zonder, plan, geschilpunten=punten, duur=dagen(14))
        uit.append(Start(d.feit, d.feit.dag, einddag=einde, gehaald_door=ACT[d.betreft]))
    return uit


def _tweeenveertig(zaak: Zaak) -> list[Start]:
    uit = []
    for d in dwangsommen(zaak).values():
        laatste = d.dwangsom.laatste_dag.toordinal()
        einde = Einddag(laatste, laatste, duur=dagen(42), eerste=d.dwangsom.eerste_dag.toordinal())
        uit.append(Start(d.feit, d.dwangsom.respijt_tot.toordinal(), einddag=einde, gehaald_door=ACT[d.betreft]))
    return uit


def _niet_tijdig(zaak: Zaak) -> list[Start]:
    uit = []
    for d in dwangsommen(zaak).values():
        assert d.feit.dag is not None
        uit.append(Start(d.feit, d.feit.dag + 15, einddag=Einddag(None, None, vanaf=d.feit.dag + 15)))
    return uit


def _na_de_dwangsom(zaak: Zaak) -> list[Start]:
    return [Start(d.feit, d.verbeurd_tot) for d in dwangsommen(zaak).values() if d.verbeurd_tot is not None]


# --- termijnen -----------------------------------------------------------------------------------------------------

NOTICE = ("ingebrekestelling_ontvangen",)

TERMIJNEN = (
    Termijn(
        "respijt_ingebrekestelling",
        "Twee weken na de ingebrekestelling",
        WET,
        (awb("4:17", lid=3),),
        vanaf=NOTICE,
        duur=dagen(14),
        atw=False,
        start=_respijt,
        gehaald_door=("besluit_bekendgemaakt", "beslissing_op_bezwaar_bekendgemaakt"),
    ),
    Termijn(
        "dwangsom",
        "Dwangsom",
        WET,
        (awb("4:17", lid=1),),
        vanaf=NOTICE,
        duur=dagen(42),
        atw=False,
        start=_tweeenveertig,
        gehaald_door=("besluit_bekendgemaakt", "beslissing_op_bezwaar_bekendgemaakt"),
    ),
    Termijn(
        "beroep_niet_tijdig",
        "Beroep omdat er geen besluit is",
        WET,
        (awb("6:12"),),
        vanaf=NOTICE,
        atw=False,
        aard=Aard.RECHT,
        start=_niet_tijdig,
        gehaald_door=("beroep_ingesteld",),
        vervalt_door=(("besluit_bekendgemaakt", None), ("beslissing_op_bezwaar_bekendgemaakt", None)),
    ),
    Termijn(
        "dwangsombeschikking",
        "Besluit over de dwangsom",
        WET,
        (awb("4:18"),),
        vanaf=NOTICE,
        duur=weken(2),
        start=_na_de_dwangsom,
        gehaald_door=("dwangsombesluit_bekendgemaakt",),
    ),
    Termijn(
        "dwangsombetaling",
        "Betaling van de dwangsom",
        WET,
        (awb("4:87", lid=1),),
        vanaf=("dwangsombesluit_bekendgemaakt",),
        duur=weken(6),
        gehaald_door=("dwangsom_betaald",),
    ),
)

# --- waarborgen ----------------------------------------------------------------------------------------------------


def _dwangsombesluit(zaak: Zaak, w: Waarborg) -> Oordeel:
    """A3: fixed in time (Awb 4:18), and for the right amount (Awb 4:17)."""
    stand = zaak.stand("dwangsombeschikking")
    if stand is None:
        return w.niet_aan_de_orde
    uitkomst = van_stand(w, stand, zaak)
    if stand.gehaald is None or uitkomst.oordeel is not NAGEKOMEN:
        return uitkomst
    bedrag = stand.gehaald.velden.get("bedrag")
    juist = next(d.dwangsom.bedrag for d in dwangsommen(zaak).values() if d.feit is stand.feit)
    if bedrag is None:
        return veld_onbekend(stand.gehaald, "bedrag")
    if bedrag == f"{juist:.2f}":
        return uitkomst
    tekst = f"Op tijd, maar het bedrag klopt niet: {euro(bedrag)}. Volgens de feiten is het {euro(juist)}."
    return Oordeel(GESCHONDEN, tekst, (stand.feit, stand.gehaald))


WAARBORGEN = (
    waarborg(
        "A3",
        "Dwangsom op tijd vastgesteld",
        Eigen(
            _dwangsombesluit,
            ("ingebrekestelling_ontvangen",),
            ("dwangsombesluit_bekendgemaakt.bedrag",),
            beslist_door=("dwangsombesluit_bekendgemaakt",),
        ),
        binding=WET,
        bron=(awb("4:17"), awb("4:18"), spelregel(24)),
        eis="een besluit nemen over de dwangsom",
        nvt="er is geen dwangsom, of hij loopt nog",
    ),
    waarborg(
        "A4",
        "Dwangsom op tijd betaald",
        VolgtTermijn("dwangsombetaling"),
        binding=WET,
        bron=(awb("4:87"),),
        eis="de dwangsom betalen",
        nvt="er is geen besluit over een dwangsom",
    ),
)

# --- stappen -------------------------------------------------------------------------------------------------------


def _nog_geen_ingebrekestelling(zaak: Zaak) -> str | None:
    te_laat = [betreft for betreft in TERMIJN_VAN if _in_gebreke(zaak, betreft, zaak.vandaag)]
    if te_laat:
        al = [d for betreft, d in dwangsommen(zaak).items() if betreft in te_laat]
        if len(al) < len(te_laat):
            return None
        return f"Er is al een ingebrekestelling, van {dag_voluit(al[-1].feit.dag)}. Een tweede telt niet."
    for termijn in TERMIJN_VAN.values():
        stand = zaak.stand(termijn)
        if stand is not None and stand.loopt and stand.uiterlijk_nr is not None:
            return f"De gemeente is nog op tijd. Een ingebrekestelling telt pas na {dag_voluit(stand.uiterlijk_nr)}."
    return "Er is geen besluit te laat."


def _nog_geen_dwangsombesluit(zaak: Zaak) -> str | None:
    """Only once the dwangsom has ended is there an amount to fix (Awb 4:18)."""
    alle = dwangsommen(zaak).values()
    if any(d.verbeurd_tot is not None for d in alle):
        return None
    lopend = next((d for d in alle if d.loopt or d.dwangsom.eerste_dag.toordinal() > zaak.vandaag), None)
    if lopend is None or any(zaak.heeft(soort) for soort in ACT[lopend.betreft]):
        return "Er is geen dwangsom om vast te stellen."
    dag = dag_voluit(lopend.dwangsom.laatste_dag.toordinal() + 1)
    return f"De dwangsom is nog niet voorbij. Vaststellen kan na het besluit, of vanaf {dag} (Awb art. 4:18)."


STAPPEN = (
    Stap(
        "dwangsombesluit_bekendgemaakt",
        "De dwangsom is voorbij: de gemeente stelt vast hoeveel het is.",
        _nog_geen_dwangsombesluit,
    ),
    Stap(
        "ingebrekestelling_ontvangen",
        "Het besluit is te laat: de gemeente kan in gebreke worden gesteld.",
        _nog_geen_ingebrekestelling,
    ),
)
