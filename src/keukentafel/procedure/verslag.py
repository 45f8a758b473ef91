"""Phase *verslag*: the written account of the onderzoek, and the resident's reaction to it (Wmo 2.3.2 lid 8)."""

from __future__ import annotations

from collections.abc import Sequence

from keukentafel.procedure.feit import GEMEENTE, INWONER, Feit, JaNee, Keuze, Lijst, Meer, Tekst, feitsoort
from keukentafel.procedure.melding import GESTOPT
from keukentafel.procedure.moment import ONBEKEND, Waar, eerste, laatste, na, vroegste, waarde
from keukentafel.procedure.onderzoek import CRVB_STAPPENPLAN, ONDERZOCHT, PLAN
from keukentafel.procedure.oordelen import nog_in_onderzoek, veld_onbekend
from keukentafel.procedure.stap import Stap
from keukentafel.procedure.taal import dag_voluit, opsomming
from keukentafel.procedure.termijn import Aard, Termijn
from keukentafel.procedure.waarborg import (
    GESCHONDEN,
    LOOPT,
    NAGEKOMEN,
    NORM,
    RECHTSPRAAK,
    WET,
    Brief,
    Eigen,
    Grens,
    Oordeel,
    Orde,
    Rol,
    VolgtTermijn,
    Waarborg,
    waarborg,
)
from keukentafel.procedure.zaak import Zaak
from keukentafel.wet.artikel import awb, bron, spelregel, wmo, zorg

OPLOSSING = Keuze(
    (
        "eigen_kracht",
        "algemeen_gebruikelijk",
        "gebruikelijke_hulp",
        "mantelzorg",
        "netwerk",
        "algemeen",
        "voorliggend",
        "maatwerk",
        "geen",
    )
)

# --- feiten --------------------------------------------------------------------------------------------------------

FEITEN = (
    feitsoort("verslag_getoetst", "het verslag door een collega bekeken", GEMEENTE, inwoner_ingelicht=JaNee()),
    feitsoort(
        "verslag_verstuurd",
        "het verslag verstuurd",
        GEMEENTE,
        onderdelen=Meer(
            (
                "behoeften",
                "netwerk",
                "mogelijkheden_gemeente",
                "ondersteuning_mantelzorger",
                "reactie_persoonlijk_plan",
                "aanvraag_maatwerk",
                "eigen_bijdrage",
                "pgb",
                "status_en_procedure",
            )
        ),
        behoeften=Lijst({"id": Tekst(), "oplossing": Tekst(), "soort_oplossing": OPLOSSING, "reden": Tekst()}),
    ),
    feitsoort("reactie_op_verslag_ontvangen", "de reactie op het verslag ontvangen", INWONER),
    feitsoort(
        "verslag_getekend",
        "het verslag getekend",
        INWONER,
        wijze=Keuze(("gezien", "akkoord", "akkoord_met_opmerkingen")),
        bedenktijd_gemeld=JaNee(),
    ),
)

# --- termijnen -----------------------------------------------------------------------------------------------------

TERMIJNEN = (
    Termijn(
        "verslag",
        "Verslag na het gesprek",
        NORM,
        (spelregel(18),),
        vanaf=("gesprek_gevoerd",),
        laatste=True,
        norm="verslag",
        gehaald_door=("verslag_verstuurd",),
        vervalt_door=GESTOPT,
    ),
    Termijn(
        "bedenktijd",
        "Bedenktijd voor het tekenen",
        NORM,
        (spelregel(19),),
        vanaf=("verslag_verstuurd",),
        norm="bedenktijd",
        gehaald_door=("verslag_getekend", "reactie_op_verslag_ontvangen"),
        aard=Aard.RECHT,
    ),
)

# --- waarborgen ----------------------------------------------------------------------------------------------------

MAATWERK_BESPROKEN = vroegste(
    eerste(*ONDERZOCHT, waar=Waar("onderwerpen", ("maatwerkvoorzieningen",))),
    eerste("verslag_verstuurd", waar=Waar("behoeften.soort_oplossing", ("maatwerk",))),
)
BESLUIT = eerste("besluit_bekendgemaakt")


def _rode_draad(zaak: Zaak, w: Waarborg) -> Oordeel:
    """V4: every need of the melding, the plan and the talk has an outcome in the report."""
    genoemd: dict[str, None] = {}
    onbekend = None
    for feit in zaak.van_een(("melding_ontvangen", "persoonlijk_plan_ontvangen", "gesprek_gevoerd")):
        genoemd.update(dict.fromkeys(r["id"] for r in feit.velden.get("behoeften", ())))
        if feit.soort == "melding_ontvangen" and "behoeften" not in feit.velden:
            onbekend = feit
    if not genoemd and onbekend is None:
        return w.niet_aan_de_orde
    verslagen = zaak.van("verslag_verstuurd")
    if not verslagen:
        return nog_in_onderzoek(w, None, zaak, next(iter(zaak.van("melding_ontvangen")), None))
    gebrek = _zonder_uitkomst(list(genoemd), verslagen, zaak.einde("onderzoek"))
    if gebrek is not None:
        return gebrek
    if onbekend is not None:
        return veld_onbekend(onbekend, "behoeften")
    return Oordeel(
        NAGEKOMEN, f"Elke behoefte heeft een uitkomst in het verslag: {opsomming(list(genoemd))}.", tuple(verslagen)
    )


def _zonder_uitkomst(genoemd: list[str], verslagen: Sequence[Feit], laatste_dag: int | None) -> Oordeel | None:
    """What the reports leave without an outcome, or give only after the end of the onderzoek."""
    op_tijd = [v for v in verslagen if v.dag is None or laatste_dag is None or v.dag <= laatste_dag]
    regels = {r["id"]: r for v in op_tijd or verslagen for r in v.velden.get("behoeften", ())}
    kwijt = [b for b in genoemd if b not in regels]
    zonder = next((v for v in verslagen if "behoeften" not in v.velden), None)
    if zonder is not None and (kwijt or not genoemd):
        return veld_onbekend(zonder, "behoeften")
    if kwijt:
        tekst = f"Het verslag van {dag_voluit(verslagen[-1].dag)} zegt niets over: {opsomming(kwijt)}."
        return Oordeel(GESCHONDEN, tekst, tuple(verslagen))
    if not all(regels[b].get("oplossing") or regels[b].get("soort_oplossing") for b in genoemd):
        return veld_onbekend(verslagen[-1], "oplossing")
    if not op_tijd:
        tekst = f"Pas op {dag_voluit(verslagen[0].dag)}. Dat moest uiterlijk op {dag_voluit(laatste_dag)}."
        return Oordeel(GESCHONDEN, tekst, tuple(verslagen))
    return None


def _reactie(zaak: Zaak, w: Waarborg) -> Oordeel:
    """V6: the reaction is answered in an amended report or in the decision."""
    reactie = zaak.van("reactie_op_verslag_ontvangen")[-1]
    nieuw = na(laatste("reactie_op_verslag_ontvangen"), "verslag_verstuurd").van(zaak)
    if nieuw is not None:
        return Oordeel(NAGEKOMEN, f"Er kwam een aangepast verslag op {dag_voluit(nieuw.dag)}.", (reactie, nieuw))
    besluit = na(laatste("reactie_op_verslag_ontvangen"), "besluit_bekendgemaakt").van(zaak)
    if besluit is None:
        return Oordeel(LOOPT, f"Nog te doen: {w.eis}.", (reactie,))
    beantwoord = waarde(besluit, "reactie_beantwoord")
    if beantwoord is ONBEKEND:
        return veld_onbekend(besluit, "reactie_beantwoord")
    if beantwoord:
        return Oordeel(
            NAGEKOMEN, f"Het besluit van {dag_voluit(besluit.dag)} gaat in op de reactie.", (reactie, besluit)
        )
    tekst = f"Het besluit van {dag_voluit(besluit.dag)} gaat niet in op de reactie van {dag_voluit(reactie.dag)}."
    return Oordeel(GESCHONDEN, tekst, (reactie, besluit))


WAARBORGEN = (
    waarborg(
        "V1",
        "Een schriftelijk verslag gekregen",
        VolgtTermijn("onderzoek"),
        binding=WET,
        bron=(wmo("2.3.2", lid=8),),
        eis="een schriftelijk verslag geven",
        nvt="het onderzoek is gestopt of niet begonnen",
    ),
    waarborg(
        "V2",
        "Verslag binnen twee weken na het gesprek",
        VolgtTermijn("verslag"),
        binding=NORM,
        bron=(spelregel(18),),
        eis="het verslag sturen",
        nvt="er is nog geen gesprek geweest, of het onderzoek is gestopt",
    ),
    waarborg(
        "V3",
        "Verslag volledig",
        Brief(
            "verslag_verstuurd",
            "onderdelen",
            {
                "behoeften": "uw wensen en behoeften",
                "netwerk": "wie u kan helpen",
                "mogelijkheden_gemeente": "wat de gemeente wel en niet kan doen",
                "ondersteuning_mantelzorger": "steun voor uw mantelzorger",
                "reactie_persoonlijk_plan": "een reactie op uw persoonlijk plan",
                "aanvraag_maatwerk": "hoe u maatwerk aanvraagt",
                "eigen_bijdrage": "de eigen bijdrage",
                "pgb": "de mogelijkheid van een pgb",
                "status_en_procedure": "wat het verslag is en hoe het verder gaat",
            },
            alleen_als=(
                (PLAN, ("reactie_persoonlijk_plan",)),
                (MAATWERK_BESPROKEN, ("aanvraag_maatwerk", "eigen_bijdrage", "pgb")),
            ),
            herstel_tot=BESLUIT,
        ),
        binding=NORM,
        bron=(spelregel(20),),
        eis="een volledig verslag sturen",
        nvt="er is nog geen verslag",
    ),
    waarborg(
        "V4",
        "Elke behoefte heeft een uitkomst in het verslag",
        Eigen(
            _rode_draad,
            ("melding_ontvangen", "persoonlijk_plan_ontvangen"),
            ("melding_ontvangen.behoeften", "verslag_verstuurd.behoeften"),
        ),
        binding=RECHTSPRAAK,
        bron=(awb("3:2"), CRVB_STAPPENPLAN),
        eis="bij elke behoefte een uitkomst geven",
        nvt="er zijn geen behoeften gemeld",
    ),
    waarborg(
        "V5",
        "Bij het tekenen verteld van twee weken bedenktijd",
        Rol("verslag_getekend", (("bedenktijd_gemeld", True),)),
        binding=NORM,
        bron=(spelregel(19),),
        eis="vertellen van de bedenktijd",
        nvt="er is niet getekend",
    ),
    waarborg(
        "V6",
        "Uw reactie op het verslag is beantwoord",
        Eigen(
            _reactie,
            ("reactie_op_verslag_ontvangen",),
            ("besluit_bekendgemaakt.reactie_beantwoord",),
            beslist_door=("verslag_verstuurd",),
        ),
        binding=NORM,
        bron=(zorg(4),),
        eis="de reactie beantwoorden in het besluit of in een aangepast verslag",
        nvt="er is geen reactie op het verslag",
    ),
    waarborg(
        "V7",
        "Verslag bekeken door een collega, en u weet dat",
        Orde(
            eerste("verslag_getoetst", waar=Waar("inwoner_ingelicht", (True,))),
            als=eerste("verslag_verstuurd"),
            grens=Grens(acten=(BESLUIT,)),
        ),
        binding=NORM,
        bron=(bron("rondetafelgesprek 'Elk keukentafelgesprek is anders'"),),
        eis="een collega naar het verslag laten kijken en dat vertellen",
        nvt="er is nog geen verslag",
    ),
)

# --- stappen -------------------------------------------------------------------------------------------------------

STAPPEN = (
    Stap("reactie_op_verslag_ontvangen", "Reageren op het verslag mag altijd."),
    Stap("verslag_getekend", "Tekenen hoeft niet van de wet. Er zijn twee weken om na te denken."),
)
