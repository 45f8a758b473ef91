"""Phase *vervolg*: the support starts, is evaluated, re-examined, changed (Wmo 2.3.9, 2.3.10)."""

from __future__ import annotations

from keukentafel.procedure.feit import GEMEENTE, INWONER, Getal, JaNee, Keuze, Rol, feitsoort
from keukentafel.procedure.moment import eerste, laatste, na
from keukentafel.procedure.oordelen import veld_onbekend
from keukentafel.procedure.stap import Stap
from keukentafel.procedure.taal import dag_voluit
from keukentafel.procedure.termijn import Termijn
from keukentafel.procedure.waarborg import (
    GESCHONDEN,
    NAGEKOMEN,
    NORM,
    RECHTSPRAAK,
    WET,
    Eigen,
    Grens,
    Oordeel,
    Orde,
    Waarborg,
    waarborg,
)
from keukentafel.procedure.zaak import Zaak
from keukentafel.wet.artikel import awb, bron, spelregel, wmo, zorg

WIJZIGING = ("besluit_gewijzigd", "besluit_ingetrokken")

# --- feiten --------------------------------------------------------------------------------------------------------

FEITEN = (
    feitsoort(
        "voorziening_gestart",
        "de hulp gestart",
        Rol.AANBIEDER,
        GEMEENTE,
        slaat_op=("besluit_bekendgemaakt", "tijdelijke_voorziening_verstrekt", "onderzoek_afgesloten"),
        waarom_na="er is nog geen besluit of afspraak over hulp",
    ),
    feitsoort(
        "evaluatie_gehouden", "gevraagd of de hulp past", GEMEENTE, INWONER, cijfer=Getal(1, 10), gewijzigd=JaNee()
    ),
    feitsoort(
        "heronderzoek_gestart",
        "een heronderzoek gestart",
        GEMEENTE,
        slaat_op=("besluit_bekendgemaakt",),
        waarom_na="er is nog geen besluit om opnieuw te onderzoeken",
        aanleiding=Keuze(("periodiek", "beleidswijziging", "verzoek", "signaal")),
    ),
    feitsoort("gesprek_aangeboden", "een gesprek aangeboden", GEMEENTE),
    feitsoort("dossier_afgesloten", "het dossier afgesloten", GEMEENTE),
    feitsoort("dossier_vernietigd", "het dossier vernietigd", GEMEENTE),
)

TERMIJNEN: tuple[Termijn, ...] = ()

# --- waarborgen ----------------------------------------------------------------------------------------------------


def _eerst_onderzoek(zaak: Zaak, w: Waarborg) -> Oordeel:
    """W1: each change or withdrawal after an individual investigation since the decision before it."""
    met: list[object] = []
    for wijziging in zaak.van_een(WIJZIGING):
        eerder = [b for b in zaak.van_een(("besluit_bekendgemaakt", *WIJZIGING)) if b.sleutel < wijziging.sleutel]
        vanaf = eerder[-1].sleutel if eerder else 0
        onderzoek = [
            f
            for f in zaak.van_een(("gesprek_gevoerd", "dossieronderzoek_gedaan"))
            if vanaf < f.sleutel < wijziging.sleutel
        ]
        if not onderzoek:
            tekst = f"De hulp is op {dag_voluit(wijziging.dag)} veranderd zonder nieuw onderzoek naar uw situatie."
            return Oordeel(GESCHONDEN, tekst, (*eerder[-1:], wijziging))
        met.extend((*onderzoek, wijziging))
    return Oordeel(NAGEKOMEN, "Vóór de verandering is uw situatie opnieuw onderzocht.", tuple(met))  # type: ignore[arg-type]


def _gemotiveerd(zaak: Zaak, w: Waarborg) -> Oordeel:
    """W3: reasoned, with the day on which it takes effect."""
    feiten = zaak.van_een(WIJZIGING)
    for feit in feiten:
        if feit.velden.get("motivering") is False:
            return Oordeel(GESCHONDEN, f"De verandering van {dag_voluit(feit.dag)} is niet uitgelegd.", (feit,))
    for feit in feiten:
        mist = tuple(v for v in ("motivering", "ingangsdatum") if v not in feit.velden)
        if mist:
            return veld_onbekend(feit, *mist)
    return Oordeel(NAGEKOMEN, "De verandering is uitgelegd en noemt de dag waarop ze ingaat.", tuple(feiten))


def _overgang(zaak: Zaak, w: Waarborg) -> Oordeel:
    """W4: a transition period; whether it is long enough is for people to judge."""
    feiten = zaak.van_een(WIJZIGING)
    for feit in feiten:
        weken = feit.velden.get("overgangstermijn_weken")
        if weken is None:
            return veld_onbekend(feit, "overgangstermijn_weken")
        if weken == 0:
            tekst = f"De verandering van {dag_voluit(feit.dag)} geeft geen tijd om eraan te wennen."
            return Oordeel(GESCHONDEN, tekst, (feit,))
    laatste_weken = feiten[-1].velden["overgangstermijn_weken"]
    return Oordeel(NAGEKOMEN, f"Er is een overgangstermijn van {laatste_weken} weken.", tuple(feiten))


WAARBORGEN = (
    waarborg(
        "W1",
        "Minder of andere hulp alleen na een eigen onderzoek",
        Eigen(_eerst_onderzoek, WIJZIGING),
        binding=RECHTSPRAAK,
        bron=(zorg(2), zorg(3), wmo("2.3.9"), awb("3:2")),
        eis="eerst uw situatie onderzoeken",
        nvt="de hulp is niet veranderd",
    ),
    waarborg(
        "W2",
        "Bij een heronderzoek een gesprek aangeboden",
        Orde(
            na(laatste("heronderzoek_gestart"), "gesprek_aangeboden", "gesprek_gevoerd"),
            als=laatste("heronderzoek_gestart"),
            grens=Grens(acten=(na(laatste("heronderzoek_gestart"), *WIJZIGING),)),
        ),
        binding=NORM,
        bron=(zorg(3),),
        eis="duidelijk een gesprek aanbieden",
        nvt="er is geen heronderzoek",
    ),
    waarborg(
        "W3",
        "Verandering uitgelegd, met de dag waarop ze ingaat",
        Eigen(_gemotiveerd, WIJZIGING, ("besluit_gewijzigd.motivering", "besluit_gewijzigd.ingangsdatum")),
        binding=WET,
        bron=(wmo("2.3.10", lid=2), awb("3:46"), spelregel(29)),
        eis="de verandering uitleggen",
        nvt="de hulp is niet veranderd",
    ),
    waarborg(
        "W4",
        "Tijd om aan de verandering te wennen",
        Eigen(_overgang, WIJZIGING, ("besluit_gewijzigd.overgangstermijn_weken",)),
        binding=RECHTSPRAAK,
        bron=(spelregel(29),),
        eis="een redelijke overgangstermijn geven",
        nvt="de hulp is niet veranderd",
    ),
    waarborg(
        "W5",
        "Na enkele weken gevraagd of de hulp past",
        Orde(
            na(eerste("voorziening_gestart"), "evaluatie_gehouden"),
            als=eerste("voorziening_gestart"),
            grens=Grens(norm="evaluatie"),
        ),
        binding=NORM,
        bron=(bron("rondetafelgesprek 'Elk keukentafelgesprek is anders'"),),
        eis="vragen of de hulp past",
        nvt="de hulp is nog niet gestart",
    ),
)

STAPPEN: tuple[Stap, ...] = ()
