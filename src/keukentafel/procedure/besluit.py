"""Phase *besluit*: the decision on the application, need by need (Wmo 2.3.5, 2.3.6; Awb 3:45-3:50, 4:5)."""

from __future__ import annotations

from keukentafel.procedure.aanvraag import STAAND
from keukentafel.procedure.besluit_oordelen import (
    GEEN_AANVRAAG,
    INGETROKKEN,
    WAAROM_NIET,
    advies_gevolgd,
    afwijking_van_verslag,
    alles_beslist,
    bijdrage_uitgelegd,
    eerst_aanvullen,
    geen_inkomen,
    pgb_voorwaarden,
    toezegging,
)
from keukentafel.procedure.feit import GEMEENTE, Dag, Getal, Groep, JaNee, Keuze, Lijst, Tekst, feitsoort
from keukentafel.procedure.stap import Stap
from keukentafel.procedure.termijn import Termijn
from keukentafel.procedure.waarborg import RECHTSPRAAK, WET, Eigen, Rol, waarborg
from keukentafel.wet.artikel import awb, spelregel, wmo, zorg

LEVERINGSVORM = Keuze(("zin", "pgb"))
BESLISSING = Keuze(("toegekend", "afgewezen"))
JA_NEE = Keuze(("ja", "nee"))
GROND = Keuze(
    (
        "eigen_kracht",
        "gebruikelijke_hulp",
        "mantelzorg",
        "netwerk",
        "algemeen",
        "algemeen_gebruikelijk",
        "voorliggend",
        "wlz",
        "inkomen_of_vermogen",
        "pgb_voorwaarden",
        "anders",
    )
)
BESLISTE_BEHOEFTEN = Lijst(
    {
        "id": Tekst(),
        "uitkomst": BESLISSING,
        "voorziening": Tekst(),
        "aanbieder": Tekst(),
        "leveringsvorm": LEVERINGSVORM,
        "reden": Tekst(),
        "grond": GROND,
        "pgb_voorwaarden": Groep({"bekwaam": JA_NEE, "gemotiveerd": JA_NEE, "kwaliteit": JA_NEE}),
        "reden_pgb": Tekst(),
    }
)

# --- feiten --------------------------------------------------------------------------------------------------------

FEITEN = (
    feitsoort(
        "besluit_bekendgemaakt",
        "het besluit bekendgemaakt",
        GEMEENTE,
        na=("aanvraag_ontvangen",),
        waarom_na="er is op of vóór die dag geen aanvraag",
        uitkomst=Keuze(("toegekend", "deels_toegekend", "afgewezen", "buiten_behandeling")),
        behoeften=BESLISTE_BEHOEFTEN,
        beslist_door=Tekst(),
        motivering=JaNee(),
        gebaseerd_op_verslag=JaNee(),
        afwijking_gemotiveerd=JaNee(),
        rechtsmiddelenclausule=JaNee(),
        ingangsdatum=Dag(),
        einddatum=Dag(),
        reactie_beantwoord=JaNee(),
        toezegging_nagekomen=JaNee(),
        reden_toezegging=Tekst(),
    ),
    feitsoort(
        "besluit_gewijzigd",
        "het besluit gewijzigd",
        GEMEENTE,
        na=("besluit_bekendgemaakt",),
        waarom_na="er is geen besluit om te wijzigen",
        ingangsdatum=Dag(),
        motivering=JaNee(),
        overgangstermijn_weken=Getal(0, 520),
        beslist_door=Tekst(),
        behoeften=BESLISTE_BEHOEFTEN,
        rechtsmiddelenclausule=JaNee(),
    ),
    feitsoort(
        "besluit_ingetrokken",
        "het besluit ingetrokken",
        GEMEENTE,
        na=("besluit_bekendgemaakt",),
        waarom_na="er is geen besluit om in te trekken",
        ingangsdatum=Dag(),
        motivering=JaNee(),
        overgangstermijn_weken=Getal(0, 520),
        beslist_door=Tekst(),
        behoeften=BESLISTE_BEHOEFTEN,
        rechtsmiddelenclausule=JaNee(),
    ),
)

# --- termijnen: the term for the decision stands with the application, that for objecting with the remedies -------

TERMIJNEN: tuple[Termijn, ...] = ()

# --- waarborgen ----------------------------------------------------------------------------------------------------

WAARBORGEN = (
    waarborg(
        "A5",
        "Besluit met uitleg, op basis van het verslag",
        Rol(
            "besluit_bekendgemaakt",
            (("motivering", True), ("gebaseerd_op_verslag", True)),
            loopt_na=STAAND,
            tenzij=INGETROKKEN,
            waarom_niet=WAAROM_NIET,
        ),
        binding=WET,
        bron=(awb("3:46"), awb("3:47"), spelregel(25)),
        eis="het besluit uitleggen, op basis van het verslag",
        nvt=GEEN_AANVRAAG,
    ),
    waarborg(
        "A6",
        "Anders dan het verslag? Dan een eigen reden per behoefte",
        Eigen(
            afwijking_van_verslag,
            ("aanvraag_ontvangen", "besluit_bekendgemaakt"),
            ("verslag_verstuurd.behoeften", "besluit_bekendgemaakt.behoeften"),
        ),
        binding=WET,
        bron=(awb("3:46"), spelregel(25), spelregel(27)),
        eis="bij elke behoefte waar het besluit anders is dan het verslag een reden geven",
        nvt=GEEN_AANVRAAG,
    ),
    waarborg(
        "A7",
        "Anders dan het advies? Dan met een reden",
        Eigen(advies_gevolgd, ("advies_ontvangen",), ("advies_ontvangen.richting", "besluit_bekendgemaakt.behoeften")),
        binding=WET,
        bron=(awb("3:46"), awb("3:49"), awb("3:50"), spelregel(25)),
        eis="een reden geven als het besluit anders is dan het advies",
        nvt="er is geen advies",
    ),
    waarborg(
        "A8",
        "In het besluit staat hoe en tot wanneer u bezwaar kunt maken",
        Rol(
            "besluit_bekendgemaakt",
            (("rechtsmiddelenclausule", True),),
            loopt_na=STAAND,
            tenzij=INGETROKKEN,
            waarom_niet=WAAROM_NIET,
        ),
        binding=WET,
        bron=(awb("3:45"),),
        eis="in het besluit zetten hoe bezwaar maken gaat",
        nvt=GEEN_AANVRAAG,
    ),
    waarborg(
        "A9",
        "Over elke aangevraagde behoefte is beslist",
        Eigen(
            alles_beslist, ("aanvraag_ontvangen",), ("aanvraag_ontvangen.behoeften", "besluit_bekendgemaakt.behoeften")
        ),
        binding=WET,
        bron=(awb("1:3"), awb("3:46")),
        eis="over elke aangevraagde behoefte beslissen",
        nvt=GEEN_AANVRAAG,
    ),
    waarborg(
        "A10",
        "Niet geweigerd om inkomen of vermogen",
        Eigen(geen_inkomen, ("aanvraag_ontvangen", "besluit_bekendgemaakt"), ("besluit_bekendgemaakt.behoeften",)),
        binding=WET,
        bron=(wmo("2.3.5", lid=3), spelregel(15), zorg(10)),
        eis="niet weigeren om inkomen of vermogen",
        nvt=GEEN_AANVRAAG,
    ),
    waarborg(
        "A11",
        "Pgb gevraagd: de drie voorwaarden gewogen, met reden bij een weigering",
        Eigen(
            pgb_voorwaarden,
            ("aanvraag_ontvangen",),
            ("aanvraag_ontvangen.leveringsvorm", "besluit_bekendgemaakt.behoeften"),
        ),
        binding=WET,
        bron=(wmo("2.3.6", lid=2), zorg(7)),
        eis="de drie voorwaarden voor een pgb wegen",
        nvt="er is geen pgb gevraagd",
    ),
    waarborg(
        "A12",
        "Niet behandeld? Dan was er eerst tijd om aan te vullen",
        Eigen(eerst_aanvullen, ("besluit_bekendgemaakt",), ("besluit_bekendgemaakt.uitkomst",)),
        binding=WET,
        bron=(awb("4:5"),),
        eis="eerst om aanvulling vragen, en binnen vier weken daarna beslissen",
        nvt="er is nog geen besluit",
    ),
    waarborg(
        "A14",
        "Een toezegging is nagekomen, of er is een reden waarom niet",
        Eigen(toezegging, ("toezegging_gedaan",), ("besluit_bekendgemaakt.toezegging_nagekomen",)),
        binding=RECHTSPRAAK,
        bron=(spelregel(26),),
        eis="de toezegging nakomen of uitleggen waarom niet",
        nvt="er is geen toezegging vastgelegd",
    ),
    waarborg(
        "A15",
        "Het besluit zegt hoe de hulp bijdraagt aan zelfstandig leven",
        Eigen(bijdrage_uitgelegd, ("besluit_bekendgemaakt",), ("besluit_bekendgemaakt.motivering",)),
        binding=WET,
        bron=(wmo("2.3.5", lid=3), spelregel(28)),
        eis="uitleggen hoe de hulp bijdraagt aan zelfstandig leven",
        nvt="er is nog geen besluit",
    ),
)

# --- stappen -------------------------------------------------------------------------------------------------------

STAPPEN = (Stap("besluit_bekendgemaakt", "Er is een aanvraag: de gemeente beslist erover."),)
