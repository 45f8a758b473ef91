"""Phase *aanvraag*: the application, and what completes, suspends or delays it.

Wmo 2.3.2 lid 9 and 2.3.5; Awb 4:5, 4:14, 4:15.
"""

from __future__ import annotations

from keukentafel.procedure.feit import GEMEENTE, INWONER, Dag, Feit, JaNee, Keuze, Tekst, feitsoort
from keukentafel.procedure.melding import BEHOEFTE_IDS
from keukentafel.procedure.moment import Begin, Waar
from keukentafel.procedure.oordelen import dag_onbekend, veld_onbekend
from keukentafel.procedure.stap import Stap
from keukentafel.procedure.taal import dag_voluit
from keukentafel.procedure.termijn import Aard, Staat, Start, Status, Termijn, begint
from keukentafel.procedure.tijdrekening import Einddag, Opschorting, Verlenging
from keukentafel.procedure.waarborg import (
    GESCHONDEN,
    NAGEKOMEN,
    WET,
    Eigen,
    Oordeel,
    VolgtTermijn,
    Waarborg,
    waarborg,
)
from keukentafel.procedure.zaak import Zaak
from keukentafel.wet.artikel import awb, spelregel, wmo
from keukentafel.wet.termijn import weken

# --- feiten --------------------------------------------------------------------------------------------------------

FEITEN = (
    feitsoort(
        "aanvraag_ontvangen",
        "de aanvraag ontvangen",
        INWONER,
        behoeften=BEHOEFTE_IDS,
        leveringsvorm=Keuze(("zin", "pgb", "onbekend")),
        pgb_motivering=JaNee(),
    ),
    feitsoort(
        "aanvulling_gevraagd",
        "om aanvulling gevraagd",
        GEMEENTE,
        slaat_op=("aanvraag_ontvangen",),
        waarom_na="er is op of vóór die dag geen aanvraag",
        tot=Dag(),
    ),
    feitsoort("aanvulling_ontvangen", "de aanvulling ontvangen", INWONER),
    feitsoort(
        "termijn_opgeschort",
        "de termijn opgeschort",
        GEMEENTE,
        slaat_op=("aanvraag_ontvangen", "bezwaar_ontvangen"),
        waarom_na="er is geen aanvraag en geen bezwaar waarover de gemeente moet beslissen",
        grond=Tekst(),
        tot=Dag(),
    ),
    feitsoort(
        "opschorting_beeindigd",
        "de opschorting beëindigd",
        GEMEENTE,
        na=("termijn_opgeschort", "aanvulling_gevraagd", "verzuim_herstel_gevraagd"),
        waarom_na="er is geen opschorting die kan eindigen",
    ),
    feitsoort(
        "beslistermijn_verlengd",
        "bericht over een latere beslissing",
        GEMEENTE,
        slaat_op=("aanvraag_ontvangen",),
        waarom_na="er is op of vóór die dag geen aanvraag",
        tot=Dag(),
        schriftelijk=JaNee(),
        instemming=JaNee(),
    ),
    feitsoort("aanvraag_ingetrokken", "de aanvraag ingetrokken", INWONER),
)

# --- termijnen -----------------------------------------------------------------------------------------------------

STAANDE_AANVRAAG = Staat(na_soort="verslag_verstuurd", of_na_termijn="onderzoek")
NIET_IN_BEHANDELING = Waar("uitkomst", ("buiten_behandeling",))
INHOUDELIJK = Waar("uitkomst", ("toegekend", "deels_toegekend", "afgewezen"))


def _na_aanvulling(zaak: Zaak) -> list[Start]:
    """Four weeks from the supplement, or from the unused end of the time given for it (Awb 4:5 lid 4)."""
    uit = []
    for vraag in zaak.van("aanvulling_gevraagd"):
        gekregen = next((f for f in zaak.van("aanvulling_ontvangen") if f.sleutel > vraag.sleutel), None)
        tot = vraag.velden.get("tot")
        grens = tot.toordinal() if tot is not None else None
        if gekregen is not None and (grens is None or gekregen.dag is None or gekregen.dag <= grens):
            uit.append(Start(gekregen, gekregen.dag))
        elif grens is not None and zaak.vandaag > grens:
            uit.append(Start(vraag, grens))
    return uit


def _aanvulling(zaak: Zaak) -> list[Start]:
    """Until the day that the municipality set; without that day the end is not known."""
    uit = []
    for vraag in zaak.van("aanvulling_gevraagd"):
        tot = vraag.velden.get("tot")
        nr = tot.toordinal() if tot is not None else None
        uit.append(Start(vraag, vraag.dag, einddag=Einddag(nr, nr)))
    return uit


TERMIJNEN = (
    Termijn(
        "beschikking",
        "Besluit op de aanvraag",
        WET,
        (wmo("2.3.5", lid=2),),
        vanaf=("aanvraag_ontvangen",),
        duur=weken(2),
        gehaald_door=("besluit_bekendgemaakt",),
        vervalt_door=(("aanvraag_ingetrokken", None),),
        staat=STAANDE_AANVRAAG,
        opschortingen=(
            Opschorting("aanvulling_gevraagd", ("aanvulling_ontvangen",), "tot", awb("4:15", lid=1, onderdeel="a")),
            Opschorting("termijn_opgeschort", ("opschorting_beeindigd",), "tot", awb("4:15")),
        ),
        verlengingen=(
            Verlenging(
                "beslistermijn_verlengd",
                ("schriftelijk", "instemming"),
                awb("4:15", lid=2, onderdeel="a"),
                tot_veld="tot",
            ),
        ),
    ),
    Termijn(
        "aanvulling",
        "Aanvulling van de aanvraag",
        WET,
        (awb("4:5", lid=1),),
        vanaf=("aanvulling_gevraagd",),
        gehaald_door=("aanvulling_ontvangen",),
        atw=False,
        start=_aanvulling,
        vervalt_door=(("besluit_bekendgemaakt", None), ("aanvraag_ingetrokken", None)),
    ),
    Termijn(
        "buiten_behandeling",
        "Besluit om de aanvraag niet te behandelen",
        WET,
        (awb("4:5", lid=4),),
        vanaf=("aanvulling_gevraagd",),
        duur=weken(4),
        gehaald_door=("besluit_bekendgemaakt",),
        gehaald_waar=NIET_IN_BEHANDELING,
        vervalt_door=(("besluit_bekendgemaakt", INHOUDELIJK),),
        aard=Aard.BEVOEGDHEID,
        start=_na_aanvulling,
    ),
)
BESCHIKKING = TERMIJNEN[0]

STAAND = Begin(BESCHIKKING.id, BESCHIKKING.vanaf)
"""The application that must be decided."""


def staande_aanvragen(zaak: Zaak) -> list[Feit]:
    """The applications that stand by themselves: not those that came too early (Wmo 2.3.2 lid 9)."""
    return [a for a in zaak.van("aanvraag_ontvangen") if begint(BESCHIKKING, a, zaak)]


# --- waarborgen ----------------------------------------------------------------------------------------------------


def _verlenging_gemeld(zaak: Zaak, w: Waarborg) -> Oordeel:
    """A2: told before the end, with a new date (Awb 4:14 lid 1), once the decision is late."""
    stand = zaak.stand("beschikking")
    if stand is None or stand.status not in (Status.OVERSCHREDEN, Status.TE_LAAT_GEHAALD):
        return w.niet_aan_de_orde
    laatste = stand.uiterlijk_nr or 0
    te_laat = None
    for bericht in zaak.van("beslistermijn_verlengd"):
        if bericht.dag is None:
            return dag_onbekend(bericht)
        if bericht.sleutel < stand.feit.sleutel:
            continue
        if bericht.dag <= laatste and "tot" in bericht.velden:
            tekst = (
                f"Gemeld op {dag_voluit(bericht.dag)}, vóór het einde van de termijn. De termijn zelf schoof niet op."
            )
            return Oordeel(NAGEKOMEN, tekst, (stand.feit, bericht))
        te_laat = te_laat or bericht
    if te_laat is not None and "tot" not in te_laat.velden and (te_laat.dag or 0) <= laatste:
        return veld_onbekend(te_laat, "tot")
    feiten = (stand.feit,) if te_laat is None else (stand.feit, te_laat)
    wanneer = "Niet gemeld" if te_laat is None else f"Pas gemeld op {dag_voluit(te_laat.dag)}"
    return Oordeel(
        GESCHONDEN, f"{wanneer}. Dat moest uiterlijk op {dag_voluit(laatste)}, met een nieuwe datum.", feiten
    )


def _vroege_aanvraag(zaak: Zaak, w: Waarborg) -> Oordeel:
    """A13: an early application is kept as part of the melding; from the report or the end a new one stands."""
    aanvragen = zaak.van("aanvraag_ontvangen")
    vooraf = zaak.stand("onderzoek")
    if vooraf is not None and not zaak.heeft("verslag_verstuurd"):
        for feit in (vooraf.feit, aanvragen[-1]):
            if feit.dag is None:
                return dag_onbekend(feit)
    staand = staande_aanvragen(zaak)
    if staand:
        return Oordeel(NAGEKOMEN, f"De aanvraag van {dag_voluit(staand[-1].dag)} telt vanaf die dag.", tuple(staand))
    einde = vooraf.uiterlijk_nr if vooraf else None
    tekst = (
        f"De aanvraag van {dag_voluit(aanvragen[-1].dag)} kwam vóór het verslag en binnen de zes weken. Hij is bewaard "
        f"als deel van de melding. Een nieuwe aanvraag kan vanaf het verslag, of na {dag_voluit(einde)}."
    )
    return Oordeel(NAGEKOMEN, tekst, tuple(aanvragen))


WAARBORGEN = (
    waarborg(
        "A1",
        "Besluit binnen twee weken na de aanvraag",
        VolgtTermijn("beschikking"),
        binding=WET,
        bron=(wmo("2.3.5", lid=2), awb("4:15"), spelregel(22)),
        eis="op de aanvraag beslissen",
        nvt="er is geen aanvraag die telt, of hij is ingetrokken",
    ),
    waarborg(
        "A2",
        "Als het later wordt: op tijd gemeld, met een nieuwe datum",
        Eigen(_verlenging_gemeld, ("aanvraag_ontvangen",), beslist_door=("beslistermijn_verlengd",)),
        binding=WET,
        bron=(awb("4:14", lid=1), spelregel(23)),
        eis="melden dat het later wordt",
        nvt="het besluit is niet te laat",
    ),
    waarborg(
        "A13",
        "Een te vroege aanvraag is bewaard bij de melding",
        Eigen(_vroege_aanvraag, ("aanvraag_ontvangen",)),
        binding=WET,
        bron=(wmo("2.3.2", lid=9),),
        eis="de aanvraag bewaren bij de melding",
        nvt="er is geen aanvraag",
    ),
)

# --- stappen -------------------------------------------------------------------------------------------------------


def _aanvraag_nog_niet(zaak: Zaak) -> str | None:
    vooraf = zaak.stand("onderzoek")
    if (
        vooraf is None
        or vooraf.uiterlijk_nr is None
        or zaak.heeft("verslag_verstuurd")
        or zaak.vandaag > vooraf.uiterlijk_nr
    ):
        return None
    return (
        "Een aanvraag telt pas als het verslag er is, of als de zes weken voorbij zijn: na "
        f"{dag_voluit(vooraf.uiterlijk_nr)}. Wat u eerder stuurt, wordt bij de melding bewaard."
    )


STAPPEN = (
    Stap(
        "aanvraag_ontvangen",
        "Het verslag is er, of de zes weken zijn voorbij: een aanvraag telt nu.",
        _aanvraag_nog_niet,
    ),
)
