"""Phase *rechtsbescherming*: objection, appeal, complaint, mediation (Awb 6, 7, 8, 9)."""

from __future__ import annotations

from keukentafel.procedure.feit import (
    DESKUNDIGE,
    GEMEENTE,
    INWONER,
    RECHTER,
    Dag,
    Getal,
    JaNee,
    Keuze,
    Tekst,
    feitsoort,
)
from keukentafel.procedure.moment import Waar, eerste, laatste, na
from keukentafel.procedure.rechtsbescherming_oordelen import (
    WAAROM_NIET,
    advies_commissie,
    andere_beslisser,
    beslissing_op_bezwaar,
    gehoord,
    herstel_geboden,
    klacht,
    klacht_behandeld,
    nieuw_besluit,
    per_post,
    stukken,
    verdaging,
)
from keukentafel.procedure.stap import Stap
from keukentafel.procedure.taal import dag_voluit
from keukentafel.procedure.termijn import Aard, Status, Termijn
from keukentafel.procedure.tijdrekening import Verlenging
from keukentafel.procedure.waarborg import NORM, WET, Eigen, Grens, Orde, VolgtTermijn, waarborg
from keukentafel.procedure.zaak import Zaak
from keukentafel.wet.artikel import awb, spelregel, zorg
from keukentafel.wet.termijn import dagen, weken

UITKOMST = Keuze(("gegrond", "deels_gegrond", "ongegrond", "niet_ontvankelijk"))
ADVIES = Keuze(("toewijzen", "deels", "afwijzen", "gegrond", "deels_gegrond", "ongegrond", "niet_ontvankelijk"))
BESLUITEN = ("besluit_bekendgemaakt", "besluit_gewijzigd", "besluit_ingetrokken")

# --- feiten --------------------------------------------------------------------------------------------------------

GEEN_BEZWAAR, GEEN_KLACHT = "er is geen bezwaar", "er is geen klacht"
OP_BEZWAAR, OP_KLACHT = ("bezwaar_ontvangen",), ("klacht_ontvangen",)

FEITEN = (
    feitsoort(
        "bezwaar_ontvangen", "het bezwaar ontvangen", INWONER, ondertekend_en_gemotiveerd=JaNee(), commissie=JaNee(),
    ),
    feitsoort(
        "verzuim_herstel_gevraagd", "gevraagd het bezwaar te herstellen", GEMEENTE,
        slaat_op=OP_BEZWAAR, waarom_na=GEEN_BEZWAAR, tot=Dag(),
    ),
    feitsoort("verzuim_hersteld", "het bezwaar hersteld", INWONER),
    feitsoort(
        "bezwaartermijn_verdaagd", "de beslissing op bezwaar verdaagd", GEMEENTE,
        slaat_op=OP_BEZWAAR, waarom_na=GEEN_BEZWAAR, weken=Getal(1, 104), schriftelijk=JaNee(),
    ),
    feitsoort(
        "hoorzitting_gepland", "de hoorzitting gepland", GEMEENTE,
        slaat_op=OP_BEZWAAR, waarom_na=GEEN_BEZWAAR, op=Dag(),
    ),
    feitsoort(
        "hoorzitting_gehouden", "de hoorzitting gehouden", GEMEENTE, slaat_op=OP_BEZWAAR, waarom_na=GEEN_BEZWAAR,
    ),
    feitsoort("afgezien_van_horen", "afgezien van horen", GEMEENTE, INWONER, grond=Keuze(("a", "b", "c", "d", "e"))),
    feitsoort(
        "commissieadvies_ontvangen", "het advies van de commissie ontvangen", DESKUNDIGE, GEMEENTE,
        slaat_op=OP_BEZWAAR, waarom_na=GEEN_BEZWAAR, strekking=Tekst(), richting=ADVIES,
    ),
    feitsoort(
        "beslissing_op_bezwaar_bekendgemaakt", "de beslissing op bezwaar bekendgemaakt", GEMEENTE,
        na=OP_BEZWAAR, waarom_na=GEEN_BEZWAAR,
        uitkomst=UITKOMST, afwijking_van_advies_gemotiveerd=JaNee(), beslist_door=Tekst(),
    ),
    feitsoort("bezwaar_ingetrokken", "het bezwaar ingetrokken", INWONER),
    feitsoort("bezwaar_tegen_verslag_ontvangen", "bezwaar tegen het verslag ontvangen", INWONER),
    feitsoort(
        "bezwaar_tegen_verslag_beantwoord", "het bezwaar tegen het verslag beantwoord", GEMEENTE,
        slaat_op=("bezwaar_tegen_verslag_ontvangen",), waarom_na="er is geen bezwaar tegen het verslag",
    ),
    feitsoort("beroep_ingesteld", "beroep ingesteld", INWONER),
    feitsoort("uitspraak_rechtbank", "de uitspraak van de rechtbank verstuurd", RECHTER, uitkomst=UITKOMST),
    feitsoort("hoger_beroep_ingesteld", "hoger beroep ingesteld", INWONER),
    feitsoort("uitspraak_crvb", "de uitspraak van de Centrale Raad van Beroep verstuurd", RECHTER, uitkomst=UITKOMST),
    feitsoort(
        "klacht_ontvangen", "de klacht ontvangen", INWONER,
        over=Keuze(("bejegening", "termijn", "privacy", "anders")), adviescommissie=JaNee(),
    ),
    feitsoort(
        "klacht_verdaagd", "de behandeling van de klacht verdaagd", GEMEENTE,
        slaat_op=OP_KLACHT, waarom_na=GEEN_KLACHT, schriftelijk=JaNee(),
    ),
    feitsoort(
        "klacht_gehoord", "over de klacht gehoord", GEMEENTE,
        slaat_op=OP_KLACHT, waarom_na=GEEN_KLACHT, klager=JaNee(), beklaagde=JaNee(),
    ),
    feitsoort(
        "klacht_afgedaan", "de klacht afgedaan", GEMEENTE,
        slaat_op=OP_KLACHT, waarom_na=GEEN_KLACHT, betrokken=JaNee(), niet_behandeld=JaNee(),
    ),
    feitsoort("bemiddeling_aangeboden", "bemiddeling aangeboden", GEMEENTE),
    feitsoort("bemiddeling_gestart", "bemiddeling gestart", GEMEENTE, INWONER),
    feitsoort("bemiddeling_afgerond", "bemiddeling afgerond", GEMEENTE, INWONER),
    feitsoort("griffierecht_gevraagd", "griffierecht gevraagd", RECHTER),
    feitsoort("griffierecht_betaald", "griffierecht betaald", INWONER),
)  # fmt: skip

# --- termijnen -----------------------------------------------------------------------------------------------------

BEZWAAR_WEG = (("bezwaar_ingetrokken", None),)

TERMIJNEN = (
    Termijn(
        "bezwaar",
        "Bezwaar maken",
        WET,
        (awb("6:7"), awb("6:8", lid=1)),
        vanaf=BESLUITEN,
        duur=weken(6),
        gehaald_door=("bezwaar_ontvangen",),
        aard=Aard.RECHT,
    ),
    Termijn(
        "bezwaar_per_post",
        "Bezwaar dat per post komt",
        WET,
        (awb("6:9", lid=2),),
        vanaf=BESLUITEN,
        duur=weken(1),
        atw=False,
        gehaald_door=("bezwaar_ontvangen",),
        aard=Aard.RECHT,
        start=per_post,
    ),
    Termijn(
        "beslissing_op_bezwaar",
        "Beslissing op het bezwaar",
        WET,
        (awb("7:10"),),
        vanaf=("bezwaar_ontvangen",),
        duur=weken(6),
        gehaald_door=("beslissing_op_bezwaar_bekendgemaakt",),
        vervalt_door=BEZWAAR_WEG,
        start=beslissing_op_bezwaar,
    ),
    Termijn(
        "stukken_hoorzitting",
        "Stukken voor de hoorzitting",
        WET,
        (awb("7:4", lid=1),),
        vanaf=("hoorzitting_gepland",),
        duur=dagen(10),
        atw=False,
        aard=Aard.RECHT,
        start=stukken,
        vervalt_door=(("afgezien_van_horen", None), *BEZWAAR_WEG),
    ),
    Termijn(
        "beroep",
        "Beroep bij de rechtbank",
        WET,
        (awb("6:7"), awb("8:1")),
        vanaf=("beslissing_op_bezwaar_bekendgemaakt",),
        duur=weken(6),
        gehaald_door=("beroep_ingesteld",),
        aard=Aard.RECHT,
    ),
    Termijn(
        "griffierecht",
        "Griffierecht betalen",
        WET,
        (awb("8:41", lid=5),),
        vanaf=("griffierecht_gevraagd",),
        duur=weken(4),
        gehaald_door=("griffierecht_betaald",),
    ),
    Termijn(
        "nieuw_besluit_na_uitspraak",
        "Besluit na de uitspraak",
        WET,
        (awb("8:55d", lid=1),),
        vanaf=("uitspraak_rechtbank",),
        duur=weken(2),
        start=nieuw_besluit,
        gehaald_door=("besluit_bekendgemaakt", "beslissing_op_bezwaar_bekendgemaakt"),
    ),
    Termijn(
        "hoger_beroep",
        "Hoger beroep bij de Centrale Raad van Beroep",
        WET,
        (awb("6:7"), awb("6:24"), awb("8:104")),
        vanaf=("uitspraak_rechtbank",),
        duur=weken(6),
        gehaald_door=("hoger_beroep_ingesteld",),
        aard=Aard.RECHT,
    ),
    Termijn(
        "klacht",
        "Afhandeling van de klacht",
        WET,
        (awb("9:11"),),
        vanaf=("klacht_ontvangen",),
        duur=weken(6),
        gehaald_door=("klacht_afgedaan",),
        start=klacht,
        verlengingen=(Verlenging("klacht_verdaagd", (), awb("9:11", lid=2), weken_veld="", hoogstens=4),),
    ),
    Termijn(
        "klacht_niet_behandelen",
        "Bericht dat de klacht niet wordt behandeld",
        WET,
        (awb("9:8", lid=3),),
        vanaf=("klacht_ontvangen",),
        duur=weken(4),
        gehaald_door=("klacht_afgedaan",),
        gehaald_waar=Waar("niet_behandeld", (True,)),
        vervalt_door=(("klacht_gehoord", None), ("klacht_afgedaan", None)),
        aard=Aard.BEVOEGDHEID,
    ),
)

# --- waarborgen ----------------------------------------------------------------------------------------------------

BEZWAAR = laatste("bezwaar_ontvangen")
BESLIST = na(BEZWAAR, "beslissing_op_bezwaar_bekendgemaakt")
INGETROKKEN = na(BEZWAAR, "bezwaar_ingetrokken")
TOT_BESLISSING = Grens(acten=(BESLIST,))

WAARBORGEN = (
    waarborg(
        "R1",
        "Ontvangst van het bezwaar bevestigd",
        Orde(
            na(BEZWAAR, "ontvangst_bevestigd", waar=Waar("betreft", ("bezwaar",), standaard="melding")),
            als=BEZWAAR,
            grens=TOT_BESLISSING,
            behalve=INGETROKKEN,
            waarom_niet=WAAROM_NIET,
        ),
        binding=WET,
        bron=(awb("6:14"),),
        eis="de ontvangst van het bezwaar bevestigen",
        nvt="er is geen bezwaar",
    ),
    waarborg(
        "R2",
        "Eerst de kans om een gebrek in het bezwaar te herstellen",
        Eigen(herstel_geboden, ("bezwaar_ontvangen",), ("bezwaar_ontvangen.ondertekend_en_gemotiveerd",)),
        binding=WET,
        bron=(awb("6:6"),),
        eis="de kans geven om het bezwaar te herstellen",
        nvt="er is geen bezwaar",
    ),
    waarborg(
        "R3",
        "Gehoord, of een reden waarom niet",
        Eigen(gehoord, ("bezwaar_ontvangen",), ("afgezien_van_horen.grond",), beslist_door=("hoorzitting_gehouden",)),
        binding=WET,
        bron=(awb("7:2"), awb("7:3")),
        eis="u horen over het bezwaar",
        nvt="er is geen bezwaar",
    ),
    waarborg(
        "R4",
        "Op tijd beslist op het bezwaar",
        VolgtTermijn("beslissing_op_bezwaar"),
        binding=WET,
        bron=(awb("7:10"),),
        eis="op het bezwaar beslissen",
        nvt="er is geen bezwaar, of het is ingetrokken",
    ),
    waarborg(
        "R5",
        "Verdaagd op tijd, per brief en hoogstens zes weken",
        Eigen(
            verdaging,
            ("bezwaartermijn_verdaagd",),
            ("bezwaartermijn_verdaagd.weken", "bezwaartermijn_verdaagd.schriftelijk"),
        ),
        binding=WET,
        bron=(awb("7:10", lid=3), awb("7:10", lid=5)),
        eis="op tijd en schriftelijk verdagen",
        nvt="er is niet verdaagd",
    ),
    waarborg(
        "R6",
        "Anders dan het advies van de commissie? Dan met een reden",
        Eigen(advies_commissie, ("commissieadvies_ontvangen",), ("commissieadvies_ontvangen.richting",)),
        binding=WET,
        bron=(awb("7:13", lid=7),),
        eis="een reden geven als de beslissing anders is dan het advies",
        nvt="er is geen advies van een commissie",
    ),
    waarborg(
        "R7",
        "Iemand anders beslist op het bezwaar",
        Eigen(
            andere_beslisser,
            ("beslissing_op_bezwaar_bekendgemaakt",),
            ("besluit_bekendgemaakt.beslist_door", "beslissing_op_bezwaar_bekendgemaakt.beslist_door"),
        ),
        binding=WET,
        bron=(awb("10:3", lid=3),),
        eis="iemand anders laten beslissen op het bezwaar",
        nvt="er is nog geen beslissing op bezwaar",
    ),
    waarborg(
        "R8",
        "Klacht op tijd behandeld, door iemand anders, en beide kanten gehoord",
        Eigen(
            klacht_behandeld,
            ("klacht_ontvangen",),
            ("klacht_afgedaan.betrokken", "klacht_gehoord.klager", "klacht_gehoord.beklaagde"),
            beslist_door=("klacht_afgedaan",),
        ),
        binding=WET,
        bron=(awb("9:7"), awb("9:10"), awb("9:11")),
        eis="de klacht behandelen",
        nvt="er is geen klacht",
    ),
    waarborg(
        "R9",
        "Bemiddeling aangeboden",
        Orde(
            eerste("bemiddeling_aangeboden"),
            als=BEZWAAR,
            grens=TOT_BESLISSING,
            behalve=INGETROKKEN,
            waarom_niet=WAAROM_NIET,
        ),
        binding=NORM,
        bron=(zorg(11),),
        eis="bemiddeling aanbieden",
        nvt="er is geen bezwaar",
    ),
    waarborg(
        "R10",
        "Bezwaar tegen het verslag beantwoord met wat wel kan",
        Orde(
            na(laatste("bezwaar_tegen_verslag_ontvangen"), "bezwaar_tegen_verslag_beantwoord"),
            als=laatste("bezwaar_tegen_verslag_ontvangen"),
            grens=Grens(acten=(na(laatste("bezwaar_tegen_verslag_ontvangen"), "besluit_bekendgemaakt"),)),
        ),
        binding=NORM,
        bron=(spelregel(21),),
        eis="uitleggen wat wel kan tegen het verslag",
        nvt="er is geen bezwaar tegen het verslag",
    ),
)

# --- stappen -------------------------------------------------------------------------------------------------------


def _nog_geen_bezwaar(zaak: Zaak) -> str | None:
    if zaak.van_een(BESLUITEN):
        return None
    stand = zaak.stand("beschikking")
    if stand is not None and stand.status is Status.OVERSCHREDEN:
        return (
            "Er is nog geen besluit. Is het te laat? Dan kan geen bezwaar, wel een ingebrekestelling en daarna beroep."
        )
    return "Er is nog geen besluit. Op een verslag kunt u reageren; bezwaar kan tegen het besluit."


def _nog_geen_beroep(zaak: Zaak) -> str | None:
    """After the decision on the objection; or, without a decision in time, from the first day of Awb 6:12."""
    if zaak.heeft("beslissing_op_bezwaar_bekendgemaakt"):
        return None
    for stand in zaak.standen.get("beroep_niet_tijdig", ()):
        vanaf = stand.einddag.vanaf
        if stand.loopt and vanaf is not None:
            return None if zaak.vandaag >= vanaf else f"Beroep omdat er geen besluit is, kan vanaf {dag_voluit(vanaf)}."
    return "Beroep kan pas na de beslissing op bezwaar, of twee weken na een ingebrekestelling die telt."


STAPPEN = (
    Stap("klacht_ontvangen", "Een klacht over hoe u bent behandeld mag altijd."),
    Stap(
        "bezwaar_ontvangen",
        "Bezwaar mag tegen een besluit, niet tegen een verslag.",
        _nog_geen_bezwaar,
    ),
    Stap(
        "beroep_ingesteld",
        "Beroep kan na de beslissing op bezwaar, of als een besluit te laat is.",
        _nog_geen_beroep,
    ),
    Stap(
        "hoger_beroep_ingesteld",
        "Hoger beroep kan na de uitspraak van de rechtbank.",
        lambda zaak: None if zaak.heeft("uitspraak_rechtbank") else "Er is nog geen uitspraak van de rechtbank.",
    ),
)
