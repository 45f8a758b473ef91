"""Phase *melding*: the need is reported and confirmed, the resident informed and invited (Wmo 2.3.2, 2.3.3)."""

from __future__ import annotations

from keukentafel.procedure.feit import (
    GEMEENTE,
    INWONER,
    Dag,
    Feit,
    Groep,
    JaNee,
    Keuze,
    Lijst,
    Meer,
    Rol,
    Tekst,
    feitsoort,
)
from keukentafel.procedure.moment import Waar, eerste, laatste, na, voorrang, vroegste
from keukentafel.procedure.oordelen import dag_onbekend, nog_in_onderzoek, veld_onbekend
from keukentafel.procedure.stap import Stap
from keukentafel.procedure.taal import dag_voluit
from keukentafel.procedure.termijn import Aard, Termijn
from keukentafel.procedure.waarborg import (
    GESCHONDEN,
    LOOPT,
    NAGEKOMEN,
    NORM,
    WET,
    Brief,
    Eigen,
    Grens,
    Oordeel,
    Orde,
    VolgtTermijn,
    Waarborg,
    waarborg,
)
from keukentafel.procedure.zaak import Zaak
from keukentafel.wet.artikel import awb, spelregel, wmo, zorg
from keukentafel.wet.termijn import dagen, weken

WIJZE = Keuze(("brief", "email", "portaal"))
PERSOON = Groep({"naam": Tekst(), "organisatie": Tekst(), "functie": Tekst()})
BEHOEFTEN = Lijst({"id": Tekst(), "leefgebied": Tekst(), "vraag": Tekst(), "eigen_oplossing": Tekst()})
BEHOEFTE_IDS = Lijst({"id": Tekst()})

# --- feiten --------------------------------------------------------------------------------------------------------

FEITEN = (
    feitsoort(
        "melding_ontvangen",
        "de melding ontvangen",
        INWONER,
        Rol.MANTELZORGER,
        eenmalig=True,
        kanaal=Keuze(("web", "telefoon", "brief", "email", "loket", "huisbezoek", "professional")),
        namens=JaNee(),
        spoed=JaNee(),
        behoeften=BEHOEFTEN,
    ),
    feitsoort(
        "ontvangst_bevestigd",
        "de ontvangst bevestigd",
        GEMEENTE,
        wijze=WIJZE,
        betreft=Keuze(("melding", "aanvraag", "bezwaar", "klacht")),
    ),
    feitsoort("doorgezonden", "doorgezonden naar de juiste plek", GEMEENTE, naar=Tekst()),
    feitsoort("spoed_vastgesteld", "vastgesteld dat het spoed is", GEMEENTE),
    feitsoort("tijdelijke_voorziening_verstrekt", "een tijdelijke voorziening gegeven", GEMEENTE, voorziening=Tekst()),
    feitsoort(
        "identiteit_vastgesteld",
        "de identiteit vastgesteld",
        GEMEENTE,
        document=Keuze(("paspoort", "identiteitskaart", "rijbewijs", "verblijfsdocument", "digid")),
    ),
    feitsoort("clientondersteuning_aangeboden", "gewezen op gratis cliëntondersteuning", GEMEENTE),
    feitsoort("clientondersteuner_gevraagd", "om een cliëntondersteuner gevraagd", INWONER),
    feitsoort(
        "clientondersteuner_toegewezen",
        "een cliëntondersteuner toegewezen",
        GEMEENTE,
        naam=Tekst(),
        organisatie=Tekst(),
        onafhankelijk=JaNee(),
    ),
    feitsoort("andere_clientondersteuner_gevraagd", "om een andere cliëntondersteuner gevraagd", INWONER),
    feitsoort("persoonlijk_plan_aangeboden", "gewezen op het persoonlijk plan", GEMEENTE),
    feitsoort("persoonlijk_plan_ontvangen", "het persoonlijk plan ontvangen", INWONER, behoeften=BEHOEFTE_IDS),
    feitsoort("afgezien_van_persoonlijk_plan", "afgezien van een persoonlijk plan", INWONER),
    feitsoort("elektronisch_bereikbaar_verklaard", "gezegd digitaal bereikbaar te zijn", INWONER),
    feitsoort("elektronisch_bereikbaar_ingetrokken", "gezegd niet meer digitaal bereikbaar te zijn", INWONER),
    feitsoort(
        "uitnodiging_verstuurd",
        "de uitnodiging verstuurd",
        GEMEENTE,
        wijze=WIJZE,
        gesprek_op=Dag(),
        gesprekspartner=PERSOON,
        onderdelen=Meer(
            (
                "gesprekspartner",
                "datum_en_tijd",
                "verzetten",
                "gesprekspunten",
                "mantelzorger",
                "clientondersteuning",
                "persoonlijk_plan",
            )
        ),
    ),
    feitsoort(
        "gesprek_verzet",
        "het gesprek verzet",
        INWONER,
        GEMEENTE,
        slaat_op=("uitnodiging_verstuurd", "gesprek_aangeboden"),
        waarom_na="er is geen afspraak om te verzetten",
        door=Keuze(("inwoner", "gemeente")),
        naar=Dag(),
    ),
    feitsoort("melding_ingetrokken", "de melding ingetrokken", INWONER),
)

# --- termijnen -----------------------------------------------------------------------------------------------------

GESTOPT = (
    ("melding_ingetrokken", None),
    ("onderzoek_afgesloten", Waar("uitkomst", ("ingetrokken", "overleden", "verhuisd"))),
)
"""After these nothing more is owed for the melding."""
IS_GESTOPT = vroegste(*(eerste(soort, waar=waar) for soort, waar in GESTOPT))

TERMIJNEN = (
    Termijn(
        "persoonlijk_plan",
        "Persoonlijk plan inleveren",
        WET,
        (wmo("2.3.2", lid=2),),
        vanaf=("melding_ontvangen",),
        duur=dagen(7),
        gehaald_door=("persoonlijk_plan_ontvangen",),
        aard=Aard.RECHT,
    ),
    Termijn(
        "uitnodiging",
        "Uitnodiging voor het gesprek",
        NORM,
        (spelregel(1),),
        vanaf=("melding_ontvangen",),
        norm="uitnodiging",
        gehaald_door=("uitnodiging_verstuurd",),
        vervalt_door=(*GESTOPT, ("afgezien_van_gesprek", None)),
    ),
    Termijn(
        "gesprek",
        "Het gesprek",
        NORM,
        (spelregel(3),),
        vanaf=("melding_ontvangen",),
        norm="gesprek",
        gehaald_door=("gesprek_gevoerd",),
        vervalt_door=(*GESTOPT, ("afgezien_van_gesprek", None)),
    ),
    Termijn(
        "onderzoek",
        "Onderzoek en verslag",
        WET,
        (wmo("2.3.2", lid=1), wmo("2.3.2", lid=8)),
        vanaf=("melding_ontvangen",),
        duur=weken(6),
        gehaald_door=("verslag_verstuurd",),
        vervalt_door=GESTOPT,
    ),
)

# --- waarborgen ----------------------------------------------------------------------------------------------------

VERSLAG = eerste("verslag_verstuurd")
EIND_ONDERZOEK = Grens(termijn="onderzoek")
TOT_VERSLAG = Grens(acten=(VERSLAG,), termijn="onderzoek")
BEGIN_ONDERZOEK = voorrang(eerste("gesprek_gevoerd"), eerste("dossieronderzoek_gedaan"), VERSLAG)


def _persoonlijk_plan(zaak: Zaak, w: Waarborg) -> Oordeel:
    """M5: told of the plan before the onderzoek, and no talk inside the seven days unless a plan came or was waived."""
    melding = zaak.van("melding_ontvangen")
    if not melding:
        return w.niet_aan_de_orde
    verteld = VERTELD_VAN_PLAN.van(zaak)
    te_vroeg = _binnen_zeven_dagen(zaak)
    if te_vroeg is not None:
        return te_vroeg
    begin = BEGIN_ONDERZOEK.van(zaak)
    if verteld is None:
        for brief in zaak.van("uitnodiging_verstuurd"):
            if "onderdelen" not in brief.velden:
                return veld_onbekend(brief, "onderdelen")
        return nog_in_onderzoek(w, begin, zaak, melding[0])
    if begin is not None and verteld.sleutel > begin.sleutel:
        tekst = (
            f"Pas verteld op {dag_voluit(verteld.dag)}. Dat moest vóór het onderzoek begon ({dag_voluit(begin.dag)})."
        )
        return Oordeel(GESCHONDEN, tekst, (verteld, begin))
    return _te_laat_verteld(zaak, verteld, begin) or _zeven_dagen(zaak, verteld)


def _zeven_dagen(zaak: Zaak, verteld: Feit) -> Oordeel:
    """Told in time: kept once there was a talk after the seven days, or they have ended."""
    einde, dag = zaak.einde("persoonlijk_plan"), dag_voluit(verteld.dag)
    if zaak.heeft("gesprek_gevoerd") or zaak.vandaag > (einde or 0):
        return Oordeel(NAGEKOMEN, f"Verteld op {dag}. De tijd voor het plan is niet ingekort.", (verteld,))
    return Oordeel(LOOPT, f"Verteld op {dag}. De zeven dagen lopen nog.", (verteld,), einde)


def _te_laat_verteld(zaak: Zaak, verteld: Feit, begin: Feit | None) -> Oordeel | None:
    """Told after the seven days had ended: broken, unless the plan came or was waived before the onderzoek began."""
    laatste_dag = zaak.einde("persoonlijk_plan")
    if verteld.dag is None or laatste_dag is None or verteld.dag <= laatste_dag:
        return None
    vrij = GEEN_TIJD_NODIG.van(zaak)
    if vrij is not None and (begin is None or vrij.sleutel < begin.sleutel):
        return None
    misschien = next((u for u in zaak.van("uitnodiging_verstuurd") if "onderdelen" not in u.velden), None)
    if misschien is not None and misschien.sleutel < verteld.sleutel:
        return veld_onbekend(misschien, "onderdelen")
    herstel = "Geef alsnog zeven dagen, vóór het onderzoek verdergaat." if begin is None else ""
    tekst = (
        f"Pas verteld op {dag_voluit(verteld.dag)}. De zeven dagen voor het plan liepen toen al niet meer: die waren "
        f"tot en met {dag_voluit(laatste_dag)}. {herstel}"
    )
    return Oordeel(GESCHONDEN, tekst.rstrip(), (verteld,) if begin is None else (verteld, begin))


GEEN_TIJD_NODIG = vroegste(eerste("persoonlijk_plan_ontvangen"), eerste("afgezien_van_persoonlijk_plan"))
VERTELD_VAN_PLAN = vroegste(
    eerste("persoonlijk_plan_aangeboden"),
    eerste("uitnodiging_verstuurd", waar=Waar("onderdelen", ("persoonlijk_plan",))),
)


def _binnen_zeven_dagen(zaak: Zaak) -> Oordeel | None:
    gesprek = eerste("gesprek_gevoerd").van(zaak)
    laatste_dag = zaak.einde("persoonlijk_plan")
    if gesprek is None:
        return None
    if gesprek.dag is None:
        return dag_onbekend(gesprek)
    if laatste_dag is None or gesprek.dag > laatste_dag:
        return None
    vrij = GEEN_TIJD_NODIG.van(zaak)
    if vrij is not None and vrij.sleutel < gesprek.sleutel:
        return None
    verteld = VERTELD_VAN_PLAN.van(zaak)
    return Oordeel(
        GESCHONDEN,
        f"Het gesprek was op {dag_voluit(gesprek.dag)}. De zeven dagen voor het plan liepen tot en met "
        f"{dag_voluit(laatste_dag)}, en er was nog geen plan. Vraag alsnog of er een plan komt, en gebruik het.",
        (gesprek,) if verteld is None else (verteld, gesprek),
    )


def _doorgezonden(zaak: Zaak, w: Waarborg) -> Oordeel:
    feiten = tuple(zaak.van("doorgezonden"))
    return Oordeel(
        NAGEKOMEN, f"Doorgezonden op {dag_voluit(feiten[0].dag)}. De dag van ontvangst blijft staan.", feiten
    )


WAARBORGEN = (
    waarborg(
        "M1",
        "Ontvangst van de melding bevestigd",
        Orde(
            eerste("ontvangst_bevestigd", waar=Waar("betreft", ("melding",), standaard="melding")),
            grens=EIND_ONDERZOEK,
            te_laat_mag=True,
        ),
        binding=WET,
        bron=(wmo("2.3.2", lid=1), spelregel(1)),
        eis="de ontvangst van de melding bevestigen",
        nvt="er is geen melding",
    ),
    waarborg(
        "M2",
        "Op tijd uitgenodigd voor het gesprek",
        VolgtTermijn("uitnodiging"),
        binding=NORM,
        bron=(spelregel(1),),
        eis="uitnodigen voor het gesprek",
        nvt="er is geen melding, of een gesprek is niet meer nodig",
    ),
    waarborg(
        "M3",
        "Uitnodiging schriftelijk en volledig",
        Brief(
            "uitnodiging_verstuurd",
            "onderdelen",
            {
                "gesprekspartner": "met wie u spreekt",
                "datum_en_tijd": "datum en tijd",
                "verzetten": "hoe u het gesprek kunt verzetten",
                "gesprekspunten": "waarover het gaat",
                "mantelzorger": "dat uw mantelzorger mee mag",
                "clientondersteuning": "gratis cliëntondersteuning",
                "persoonlijk_plan": "het persoonlijk plan",
            },
            herstel_tot=eerste("gesprek_gevoerd"),
        ),
        binding=NORM,
        bron=(spelregel(2),),
        eis="een volledige uitnodiging sturen",
        nvt="er is nog geen uitnodiging",
    ),
    waarborg(
        "M4",
        "Gewezen op gratis cliëntondersteuning vóór het onderzoek",
        Orde(
            vroegste(
                eerste("clientondersteuning_aangeboden"),
                eerste("uitnodiging_verstuurd", waar=Waar("onderdelen", ("clientondersteuning",))),
            ),
            grens=Grens(acten=(BEGIN_ONDERZOEK,), termijn="onderzoek"),
        ),
        binding=WET,
        bron=(wmo("2.3.2", lid=3), wmo("2.2.4"), zorg(1)),
        eis="wijzen op gratis en onafhankelijke cliëntondersteuning",
        nvt="er is geen melding",
    ),
    waarborg(
        "M5",
        "Verteld van het persoonlijk plan, met zeven dagen tijd",
        Eigen(
            _persoonlijk_plan,
            ("melding_ontvangen",),
            ("uitnodiging_verstuurd.onderdelen",),
            beslist_door=("persoonlijk_plan_aangeboden",),
        ),
        binding=WET,
        bron=(wmo("2.3.2", lid=2), spelregel(2), zorg(6)),
        eis="vertellen van het persoonlijk plan",
        nvt="er is geen melding",
    ),
    waarborg(
        "M6",
        "Bij spoed meteen een tijdelijke voorziening",
        Orde(
            na(eerste("spoed_vastgesteld"), "tijdelijke_voorziening_verstrekt"),
            als=eerste("spoed_vastgesteld"),
            grens=Grens(norm="spoed"),
        ),
        binding=WET,
        bron=(wmo("2.3.3"), spelregel(30)),
        eis="een tijdelijke voorziening geven (de wet zegt: onverwijld; de dag is een lokale norm)",
        nvt="er is geen spoed vastgesteld",
    ),
    waarborg(
        "M7",
        "Antwoord op de vraag om een andere cliëntondersteuner",
        Orde(
            na(laatste("andere_clientondersteuner_gevraagd"), "clientondersteuner_toegewezen"),
            als=laatste("andere_clientondersteuner_gevraagd"),
            grens=Grens(norm="andere_clientondersteuner"),
        ),
        binding=NORM,
        bron=(zorg(1),),
        eis="een andere cliëntondersteuner toewijzen",
        nvt="er is niet om een andere cliëntondersteuner gevraagd",
    ),
    waarborg(
        "M8",
        "Doorgezonden naar de juiste plek, dag van ontvangst behouden",
        Eigen(_doorgezonden, ("doorgezonden",)),
        binding=WET,
        bron=(awb("2:3"), spelregel(22)),
        eis="doorzenden",
        nvt="er is niets op de verkeerde plek gekomen",
    ),
)

# --- stappen -------------------------------------------------------------------------------------------------------

STAPPEN = (
    Stap("melding_ontvangen", "De melding kan altijd: bellen, schrijven of langskomen mag ook."),
    Stap("persoonlijk_plan_ontvangen", "Een persoonlijk plan mag altijd; de gemeente geeft er zeven dagen voor."),
    Stap("clientondersteuner_gevraagd", "Gratis en onafhankelijke hulp mag op elk moment worden gevraagd."),
    Stap("gesprek_verzet", "Een gesprek mag door beide kanten worden verzet."),
)
