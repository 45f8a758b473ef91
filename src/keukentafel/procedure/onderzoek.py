"""Phase *onderzoek*: the talk or file study, what is asked of whom, who holds it (Wmo 2.3.2 lid 1, 4-7)."""

from __future__ import annotations

from keukentafel.procedure.feit import (
    DESKUNDIGE,
    GEMEENTE,
    INWONER,
    Getal,
    Groep,
    JaNee,
    Keuze,
    Meer,
    Tekst,
    feitsoort,
)
from keukentafel.procedure.feit import Rol as Feitrol
from keukentafel.procedure.melding import BEHOEFTE_IDS, IS_GESTOPT, TOT_VERSLAG, VERSLAG
from keukentafel.procedure.moment import Waar, eerste, laatste, na
from keukentafel.procedure.onderzoek_oordelen import (
    aan_huis,
    aanvullend_gesprek,
    alleen_met_toestemming,
    belangen,
    doel_genoemd,
    druk,
    gegevens_van_anderen,
    mantelzorger_uitgenodigd,
    persoonlijk_gesprek,
    stappenplan,
    tegemoetkoming,
)
from keukentafel.procedure.oordelen import GESTOPT
from keukentafel.procedure.stap import Stap
from keukentafel.procedure.termijn import Termijn
from keukentafel.procedure.waarborg import (
    NORM,
    RECHTSPRAAK,
    WET,
    Afwezig,
    Eigen,
    Grens,
    Onderdelen,
    Orde,
    Rol,
    VolgtTermijn,
    waarborg,
)
from keukentafel.wet.artikel import avg, awb, bron, spelregel, uitspraak, wmo, zorg

GEGEVENS = Keuze(("medisch", "financieel", "derden", "uitwisseling"))
VORM = Keuze(("huisbezoek", "gemeentehuis", "elders", "telefoon", "video", "dossier"))
RICHTING = Keuze(("toewijzen", "deels", "afwijzen"))
ONDERWERPEN = Meer((
    "behoeften", "persoonskenmerken", "voorkeuren", "eigen_kracht", "gebruikelijke_hulp", "sociaal_netwerk",
    "mantelzorg", "ondersteuning_mantelzorger", "algemene_voorzieningen", "maatwerkvoorzieningen", "andere_domeinen",
    "persoonlijk_plan", "gevolgen_aandoening",
))  # fmt: skip
GEINFORMEERD = Meer((
    "rechten_en_plichten", "vervolgprocedure", "verslagdatum", "reactie_op_verslag", "eigen_bijdrage",
    "tegemoetkoming", "zin_of_pgb", "voor_en_nadelen_pgb", "clientondersteuning", "verwerking_persoonsgegevens",
))  # fmt: skip
CRVB_STAPPENPLAN = uitspraak("CRvB 21-3-2018, ECLI:NL:CRVB:2018:819")
ONDERZOCHT = ("gesprek_gevoerd", "dossieronderzoek_gedaan")

# --- feiten --------------------------------------------------------------------------------------------------------

FEITEN = (
    feitsoort(
        "onderzoeksvorm_gekozen", "de vorm van het onderzoek gekozen", GEMEENTE, vorm=VORM,
        reden=Keuze(("bekende_situatie", "eenvoudige_voorziening", "wens_inwoner", "anders")),
    ),
    feitsoort("gesprek_aan_huis_gevraagd", "om een gesprek thuis gevraagd", INWONER),
    feitsoort(
        "gespreksvorm_gevraagd", "gezegd waar en hoe het gesprek past", INWONER,
        plek=Keuze(("huisbezoek", "gemeentehuis", "elders", "telefoon", "video")),
        erbij=Meer(("mantelzorger", "clientondersteuner", "vertegenwoordiger", "tolk", "anders")),
    ),
    feitsoort(
        "mantelzorger_vroeg_steun", "hulp gevraagd voor de mantelzorger zelf", Feitrol.MANTELZORGER,
        uren=Getal(0, 168),
    ),
    feitsoort("afgezien_van_gesprek", "afgezien van een gesprek", INWONER),
    feitsoort("toestemming_gegeven", "toestemming gegeven", INWONER, gegevens=GEGEVENS, doel=Tekst()),
    feitsoort("toestemming_ingetrokken", "toestemming ingetrokken", INWONER, gegevens=GEGEVENS, doel=Tekst()),
    feitsoort(
        "gegevens_gevraagd", "gegevens gevraagd", GEMEENTE, gegevens=GEGEVENS, doel=Tekst(), behoefte=Tekst(),
    ),
    feitsoort(
        "gegevens_ontvangen", "gegevens ontvangen", GEMEENTE, gegevens=GEGEVENS,
        van=Keuze(("inwoner", "mantelzorger", "zorgaanbieder", "zorgverzekeraar", "ander_domein", "derde")),
    ),
    feitsoort(
        "dossieronderzoek_gedaan", "het dossieronderzoek gedaan", GEMEENTE,
        onderwerpen=ONDERWERPEN, geinformeerd_over=GEINFORMEERD,
    ),
    feitsoort("aanvullend_gesprek_gevraagd", "om een aanvullend gesprek gevraagd", INWONER),
    feitsoort("toezegging_gedaan", "een toezegging gedaan", GEMEENTE, tekst=Tekst()),
    feitsoort("advies_gevraagd", "advies gevraagd", GEMEENTE, deskundigheid=Tekst(), organisatie=Tekst()),
    feitsoort("advies_ontvangen", "het advies ontvangen", DESKUNDIGE, GEMEENTE, strekking=Tekst(), richting=RICHTING),
    feitsoort(
        "gesprek_gevoerd", "het gesprek gevoerd", GEMEENTE, vorm=VORM,
        gespreksvoerder=Groep({
            "naam": Tekst(), "organisatie": Tekst(), "functie": Tekst(), "professional": JaNee(), "belang": JaNee(),
        }),
        aanwezig=Meer(("inwoner", "mantelzorger", "clientondersteuner", "vertegenwoordiger", "tolk", "deskundige")),
        onderwerpen=ONDERWERPEN, geinformeerd_over=GEINFORMEERD, behoeften=BEHOEFTE_IDS,
    ),
    feitsoort(
        "onderzoek_afgesloten", "het onderzoek afgesloten zonder aanvraag", GEMEENTE,
        uitkomst=Keuze(("eigen_kracht", "netwerk", "algemeen", "ingetrokken", "overleden", "verhuisd")),
    ),
)  # fmt: skip

# --- termijnen: those of this phase run from the melding and stand there ----------------------------------------------

TERMIJNEN: tuple[Termijn, ...] = ()

# --- waarborgen ----------------------------------------------------------------------------------------------------

PLAN = eerste("persoonlijk_plan_ontvangen")
AFGEROND = eerste("onderzoek_afgesloten", waar=Waar("uitkomst", ("eigen_kracht", "netwerk", "algemeen")))


def _onderwerp(*waarden: str) -> tuple[tuple[str, str], ...]:
    return tuple(("onderwerpen", w) for w in waarden)


def _verteld(*waarden: str) -> tuple[tuple[str, str], ...]:
    return tuple(("geinformeerd_over", w) for w in waarden)


WAARBORGEN = (
    waarborg(
        "O1", "Onderzoek en verslag binnen zes weken", VolgtTermijn("onderzoek"),
        binding=WET, bron=(wmo("2.3.2", lid=1), wmo("2.3.2", lid=8)), eis="het onderzoek afronden met een verslag",
        nvt="het onderzoek is gestopt of niet begonnen",
    ),
    waarborg(
        "O2", "Gesprek binnen zes weken", VolgtTermijn("gesprek"),
        binding=NORM, bron=(spelregel(3),), eis="het gesprek voeren",
        nvt="er is geen melding, of een gesprek is niet meer nodig",
    ),
    waarborg(
        "O3", "Een persoonlijk gesprek, of een goede reden waarom niet",
        Eigen(persoonlijk_gesprek, ("melding_ontvangen",), ("gesprek_gevoerd.vorm", "onderzoeksvorm_gekozen.reden")),
        binding=NORM, bron=(spelregel(4), spelregel(5), zorg(3)), eis="een persoonlijk gesprek voeren",
        nvt="er is geen melding",
    ),
    waarborg(
        "O4", "Gesprek thuis, als u dat vroeg",
        Eigen(aan_huis, ("gesprek_aan_huis_gevraagd",), ("gesprek_gevoerd.vorm",)),
        binding=NORM, bron=(spelregel(5),), eis="het gesprek thuis voeren, of de reden vastleggen waarom niet",
        nvt="er is niet om een gesprek thuis gevraagd",
    ),
    waarborg(
        "O5", "Het gesprek is met een professional",
        Rol("gesprek_gevoerd", (("gespreksvoerder.professional", True),)),
        binding=NORM, bron=(zorg(5), wmo("2.6.3"), wmo("2.6.4")), eis="een professional voert het gesprek",
        nvt="er is nog geen gesprek geweest",
    ),
    waarborg(
        "O6", "De gespreksvoerder heeft geen belang bij de uitkomst",
        Eigen(belangen, ("gesprek_gevoerd",), ("gesprek_gevoerd.gespreksvoerder",)),
        binding=WET, bron=(awb("2:4"), spelregel(9)), eis="een gespreksvoerder zonder belang",
        nvt="er is nog geen gesprek geweest",
    ),
    waarborg(
        "O7", "Alle onderwerpen van de wet onderzocht (a tot en met g)",
        Onderdelen(ONDERZOCHT, {
            "a (behoeften, persoonskenmerken, voorkeuren)": _onderwerp("behoeften", "persoonskenmerken", "voorkeuren"),
            "b (eigen kracht, gebruikelijke hulp)": _onderwerp("eigen_kracht", "gebruikelijke_hulp"),
            "c (mantelzorg, sociaal netwerk)": _onderwerp("mantelzorg", "sociaal_netwerk"),
            "d (steun voor de mantelzorger)": _onderwerp("ondersteuning_mantelzorger"),
            "e (algemene voorzieningen)": _onderwerp("algemene_voorzieningen"),
            "f (andere domeinen)": _onderwerp("andere_domeinen"),
            "g (eigen bijdrage)": _verteld("eigen_bijdrage"),
        }, grens=TOT_VERSLAG),
        binding=WET, bron=(wmo("2.3.2", lid=4), spelregel(8), zorg(4)),
        eis="alle onderwerpen a tot en met g onderzoeken",
        nvt="er is geen melding",
    ),
    waarborg(
        "O8", "Mantelzorger uitgenodigd",
        Eigen(mantelzorger_uitgenodigd, ("melding_ontvangen",),
              ("uitnodiging_verstuurd.onderdelen", "gesprek_gevoerd.aanwezig")),
        binding=WET, bron=(wmo("2.3.2", lid=1), spelregel(2)), eis="de mantelzorger uitnodigen voor het gesprek",
        nvt="uit de feiten blijkt geen mantelzorger",
    ),
    waarborg(
        "O9", "Onderzocht wat de mantelzorger nodig heeft",
        Onderdelen(
            ONDERZOCHT, {"wat de mantelzorger nodig heeft": _onderwerp("ondersteuning_mantelzorger")}, grens=TOT_VERSLAG
        ),
        binding=WET, bron=(wmo("2.3.2", lid=4, onderdeel="d"), spelregel(8), zorg(8)),
        eis="onderzoeken wat de mantelzorger nodig heeft", nvt="er is geen melding",
    ),
    waarborg(
        "O10", "Persoonlijk plan besproken",
        Onderdelen(
            ONDERZOCHT, {"het persoonlijk plan bespreken": _onderwerp("persoonlijk_plan")}, als=PLAN, grens=TOT_VERSLAG
        ),
        binding=WET, bron=(wmo("2.3.2", lid=5), spelregel(8)), eis="het persoonlijk plan bespreken",
        nvt="er is geen persoonlijk plan ingeleverd",
    ),
    waarborg(
        "O11", "Gevraagd advies ontvangen vóór verslag of besluit",
        Orde(
            na(laatste("advies_gevraagd"), "advies_ontvangen"), als=laatste("advies_gevraagd"),
            grens=Grens(acten=(na(laatste("advies_gevraagd"), "verslag_verstuurd", "besluit_bekendgemaakt"),)),
        ),
        binding=RECHTSPRAAK, bron=(CRVB_STAPPENPLAN, awb("3:2"), spelregel(6)),
        eis="het gevraagde advies ontvangen en meewegen", nvt="er is geen advies gevraagd",
    ),
    waarborg(
        "O12", "Bij elke vraag om gegevens: waarvoor, en voor welke behoefte",
        Eigen(doel_genoemd, ("gegevens_gevraagd",), ("gegevens_gevraagd.doel", "gegevens_gevraagd.behoefte")),
        binding=WET, bron=(wmo("2.3.2", lid=7), avg("5"), spelregel(13), zorg(9)),
        eis="bij elke vraag om gegevens het doel en de behoefte noemen", nvt="er zijn geen gegevens gevraagd",
    ),
    waarborg(
        "O13", "Medische en andere gevoelige gegevens alleen met toestemming",
        Eigen(alleen_met_toestemming, ("gegevens_ontvangen",), ("gegevens_ontvangen.van",)),
        binding=WET, bron=(wmo("5.1.1", lid=4), wmo("5.1.1", lid=5), wmo("5.2.5"), spelregel(13)),
        eis="eerst uitdrukkelijke toestemming vragen", nvt="er zijn geen gegevens ontvangen",
    ),
    waarborg(
        "O14", "Gegevens van anderen alleen als dat nodig is",
        Eigen(gegevens_van_anderen, ("gegevens_gevraagd",), ("gegevens_gevraagd.gegevens", "gegevens_gevraagd.doel")),
        binding=WET, bron=(wmo("5.1.1", lid=1), wmo("5.1.1", lid=2), wmo("5.1.1", lid=3), spelregel(14)),
        eis="bij gegevens van anderen zeggen waarvoor", nvt="er zijn geen gegevens van anderen gevraagd",
    ),
    waarborg(
        "O15", "Niet gevraagd naar inkomen of vermogen",
        Afwezig("gegevens_gevraagd", Waar("gegevens", ("financieel",))),
        binding=NORM, bron=(spelregel(15), zorg(9)), eis="niet vragen naar inkomen of vermogen",
        nvt="er zijn geen gegevens gevraagd",
    ),
    waarborg(
        "O16", "Identiteit vastgesteld met een geldig document",
        Orde(
            eerste("identiteit_vastgesteld", waar=Waar(
                "document", ("paspoort", "identiteitskaart", "rijbewijs", "verblijfsdocument"))),
            grens=Grens(acten=(eerste("besluit_bekendgemaakt"), AFGEROND), tot_en_met=True),
            behalve=IS_GESTOPT, waarom_niet=GESTOPT,
        ),
        binding=WET, bron=(wmo("2.3.4"),),
        eis="een paspoort, identiteitskaart, rijbewijs of verblijfsdocument zien (DigiD alleen is niet genoeg)",
        nvt="er is geen melding",
    ),
    waarborg(
        "O17", "Verteld hoe het verder gaat",
        Onderdelen(ONDERZOCHT, {
            "hoe het verder gaat": _verteld("vervolgprocedure"), "wanneer het verslag komt": _verteld("verslagdatum"),
            "hoe u op het verslag kunt reageren": _verteld("reactie_op_verslag"),
        }, grens=TOT_VERSLAG),
        binding=NORM, bron=(spelregel(17), awb("2:1", lid=1)), eis="vertellen hoe het verder gaat",
        nvt="er is geen melding",
    ),
    waarborg(
        "O18", "Uitgelegd wat een pgb is, met voordelen en nadelen",
        Onderdelen(ONDERZOCHT, {
            "de keuze tussen hulp van de gemeente en een pgb": _verteld("zin_of_pgb"),
            "de voordelen en nadelen van een pgb": _verteld("voor_en_nadelen_pgb"),
        }, grens=TOT_VERSLAG),
        binding=WET, bron=(wmo("2.3.2", lid=6), spelregel(12)), eis="uitleggen wat een pgb is",
        nvt="er is geen melding",
    ),
    waarborg(
        "O19", "Verteld wat de eigen bijdrage is",
        Onderdelen(ONDERZOCHT, {"de eigen bijdrage": _verteld("eigen_bijdrage")}, grens=TOT_VERSLAG),
        binding=WET, bron=(wmo("2.3.2", lid=4, onderdeel="g"), spelregel(11)), eis="vertellen wat de eigen bijdrage is",
        nvt="er is geen melding",
    ),
    waarborg(
        "O20", "Niet afgesloten met een algemene voorziening zonder onderzoek",
        Orde(
            eerste("gesprek_gevoerd", "dossieronderzoek_gedaan", "verslag_verstuurd"),
            als=eerste("onderzoek_afgesloten", waar=Waar("uitkomst", ("algemeen",))),
            grens=Grens(acten=(eerste("onderzoek_afgesloten", waar=Waar("uitkomst", ("algemeen",))),)),
        ),
        binding=WET, bron=(wmo("2.3.2", lid=1), spelregel(10)), eis="eerst onderzoek doen",
        nvt="het onderzoek is niet afgesloten met een algemene voorziening",
    ),
    waarborg(
        "O21", "Eerst de behoefte, dan pas eigen kracht en netwerk",
        Eigen(stappenplan, ("verslag_verstuurd",), ("verslag_verstuurd.behoeften",)),
        binding=RECHTSPRAAK, bron=(CRVB_STAPPENPLAN,), eis="eerst de behoefte onderzoeken",
        nvt="er is nog geen verslag",
    ),
    waarborg(
        "O22", "Besproken wat een aandoening betekent voor zelfstandig leven",
        Onderdelen(
            ONDERZOCHT, {"de gevolgen van een aandoening": _onderwerp("gevolgen_aandoening")},
            als=eerste(*ONDERZOCHT), grens=TOT_VERSLAG,
        ),
        binding=NORM, bron=(spelregel(7),), eis="bespreken wat een aandoening betekent voor zelfstandig leven",
        nvt="er is nog geen gesprek of dossieronderzoek geweest",
    ),
    waarborg(
        "O23", "Geen druk om iets te kiezen tegen uw belang",
        Eigen(druk, ("klacht_ontvangen",), ("klacht_ontvangen.over",)),
        binding=NORM, bron=(spelregel(16),), eis="niet aandringen tegen het belang van de inwoner",
        nvt="er is geen klacht over de bejegening",
    ),
    waarborg(
        "O24", "Verteld van een tegemoetkoming bij een algemene voorziening",
        Eigen(tegemoetkoming, ("verslag_verstuurd",), ("verslag_verstuurd.behoeften",)),
        binding=NORM, bron=(spelregel(11), zorg(10)), eis="vertellen van een tegemoetkoming",
        nvt="er is nog geen verslag",
    ),
    waarborg(
        "O25", "Aanvullend gesprek gehad, als u dat vroeg",
        Eigen(
            aanvullend_gesprek, ("aanvullend_gesprek_gevraagd",),
            beslist_door=("gesprek_gevoerd", "onderzoeksvorm_gekozen"),
        ),
        binding=NORM, bron=(bron("gids voor inwoners: keukentafelgesprek"),), eis="een aanvullend gesprek voeren",
        nvt="er is niet om een aanvullend gesprek gevraagd",
    ),
)  # fmt: skip

# --- stappen -------------------------------------------------------------------------------------------------------

STAPPEN = (
    Stap("gesprek_aan_huis_gevraagd", "Een gesprek thuis vragen mag altijd."),
    Stap("gespreksvorm_gevraagd", "Zeggen waar en hoe het gesprek past mag altijd."),
    Stap("mantelzorger_vroeg_steun", "Een mantelzorger mag altijd om hulp voor zichzelf vragen."),
    Stap("aanvullend_gesprek_gevraagd", "Een aanvullend gesprek vragen mag altijd."),
    Stap("toestemming_ingetrokken", "Toestemming intrekken mag altijd; het werkt vanaf die dag."),
)
__all__ = ["FEITEN", "STAPPEN", "TERMIJNEN", "VERSLAG", "WAARBORGEN"]
