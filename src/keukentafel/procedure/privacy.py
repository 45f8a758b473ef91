"""Phase-wide: sight, retention, destruction, consent withdrawn, electronic contact (Wmo 5.3, AVG, Awb 2:8)."""

from __future__ import annotations

from keukentafel.procedure.feit import GEMEENTE, INWONER, Feit, Tekst, feitsoort
from keukentafel.procedure.oordelen import dag_onbekend, niet, veld_onbekend
from keukentafel.procedure.stap import Stap
from keukentafel.procedure.taal import dag_voluit
from keukentafel.procedure.termijn import Aard, Start, Termijn
from keukentafel.procedure.tijdrekening import Einddag
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
from keukentafel.wet.artikel import avg, awb, vo1182, wmo
from keukentafel.wet.kalender import volgende_werkdag_nr
from keukentafel.wet.termijn import jaren, maanden, zonder_atw_nr

# --- feiten --------------------------------------------------------------------------------------------------------

FEITEN = (
    feitsoort("inzage_gevraagd", "om inzage gevraagd", INWONER),
    feitsoort(
        "inzage_gegeven",
        "inzage gegeven",
        GEMEENTE,
        slaat_op=("inzage_gevraagd",),
        waarom_na="er is niet om inzage gevraagd",
    ),
    feitsoort("vernietiging_gevraagd", "om vernietiging gevraagd", INWONER),
    feitsoort(
        "vernietiging_beantwoord",
        "antwoord gegeven op het verzoek om vernietiging",
        GEMEENTE,
        slaat_op=("vernietiging_gevraagd",),
        waarom_na="er is niet om vernietiging gevraagd",
    ),
    feitsoort("bewaarplicht_vastgesteld", "vastgelegd dat het dossier bewaard moet blijven", GEMEENTE, reden=Tekst()),
    feitsoort(
        "bewaarplicht_vervallen",
        "de plicht om te bewaren vervallen",
        GEMEENTE,
        na=("bewaarplicht_vastgesteld",),
        waarom_na="er is geen bewaarplicht vastgelegd",
    ),
)

# --- termijnen -----------------------------------------------------------------------------------------------------

VIJFTIEN_JAAR, MAAND = jaren(15), maanden(1)
GEEN_STUK = ("feit_gecorrigeerd", "dossier_vernietigd")


def _bewaren(zaak: Zaak) -> list[Start]:
    return [Start(f, f.dag) for f in zaak.feiten if f.soort not in GEEN_STUK]


def _inzage(zaak: Zaak) -> list[Start]:
    """One month; its end moves by the Union's own rule, not by the Algemene termijnenwet (Vo. 1182/71 art. 3 lid 4)."""
    uit = []
    for feit in zaak.van("inzage_gevraagd"):
        if feit.dag is None:
            uit.append(Start(feit, None))
            continue
        zonder = zonder_atw_nr(feit.dag, MAAND)
        laatste = volgende_werkdag_nr(zonder)
        uit.append(Start(feit, feit.dag, einddag=Einddag(laatste, zonder, duur=MAAND)))
    return uit


TERMIJNEN = (
    Termijn(
        "inzage",
        "Inzage in het dossier",
        WET,
        (wmo("5.3.2"), avg("12", lid=3), vo1182("3", lid=4)),
        vanaf=("inzage_gevraagd",),
        duur=MAAND,
        atw=False,
        gehaald_door=("inzage_gegeven",),
        start=_inzage,
    ),
    Termijn(
        "vernietiging",
        "Antwoord op het verzoek om vernietiging",
        WET,
        (wmo("5.3.5", lid=1),),
        vanaf=("vernietiging_gevraagd",),
        duur=maanden(3),
        gehaald_door=("vernietiging_beantwoord", "dossier_vernietigd"),
    ),
    Termijn(
        "bewaren",
        "Bewaren van het stuk",
        WET,
        (wmo("5.3.4", lid=1),),
        vanaf=(),
        duur=VIJFTIEN_JAAR,
        atw=False,
        start=_bewaren,
        aard=Aard.BEWAREN,
    ),
)

# --- waarborgen ----------------------------------------------------------------------------------------------------


def _onder_bewaarplicht(zaak: Zaak, tot: int) -> Feit | None:
    staat: Feit | None = None
    for feit in zaak.van_een(("bewaarplicht_vastgesteld", "bewaarplicht_vervallen")):
        if feit.sleutel < tot:
            staat = feit if feit.soort == "bewaarplicht_vastgesteld" else None
    return staat


def _vernietigd(zaak: Zaak, w: Waarborg) -> Oordeel:
    """P3: destroyed when the fifteen years are over, earlier only on request, never under a legal hold."""
    vernietigd = next(iter(zaak.van("dossier_vernietigd")), None)
    tot = vernietigd.sleutel if vernietigd is not None else (zaak.vandaag + 1) << 20
    plicht = _onder_bewaarplicht(zaak, tot)
    stukken = [s for s in zaak.standen.get("bewaren", ()) if s.feit.sleutel < tot]
    laatste = max([s.einddag.uiterlijk or 0 for s in stukken], default=0)
    if vernietigd is None:
        if plicht is not None:
            return niet("het dossier moet langer bewaard blijven")
        if not laatste or zaak.vandaag <= laatste:
            return w.niet_aan_de_orde
        return Oordeel(GESCHONDEN, f"Bewaren kon tot en met {dag_voluit(laatste)}. Het dossier is er nog.", ())
    if plicht is not None:
        tekst = f"Vernietigd op {dag_voluit(vernietigd.dag)}, terwijl het dossier bewaard moest blijven."
        return Oordeel(GESCHONDEN, tekst, (plicht, vernietigd))
    verzoek = next((v for v in zaak.van("vernietiging_gevraagd") if v.sleutel < vernietigd.sleutel), None)
    if verzoek is not None:
        return Oordeel(NAGEKOMEN, f"Vernietigd op verzoek van {dag_voluit(verzoek.dag)}.", (verzoek, vernietigd))
    if vernietigd.dag is None:
        return dag_onbekend(vernietigd)
    if vernietigd.dag <= laatste:
        tekst = f"Vernietigd op {dag_voluit(vernietigd.dag)}. Bewaren moest tot en met {dag_voluit(laatste)}."
        return Oordeel(GESCHONDEN, tekst, (vernietigd,))
    return Oordeel(NAGEKOMEN, f"Vernietigd op {dag_voluit(vernietigd.dag)}, na de bewaartijd.", (vernietigd,))


def _na_intrekking(zaak: Zaak, w: Waarborg) -> Oordeel:
    """P2: nothing collected under a consent after its withdrawal (what the resident brings needs none)."""
    intrekkingen = zaak.van("toestemming_ingetrokken")
    onbekend: Oordeel | None = None
    for intrekking in intrekkingen:
        for feit in _daarna_verzameld(zaak, intrekking):
            mist = next((f for f, veld in ((intrekking, "gegevens"), (feit, "gegevens")) if veld not in f.velden), None)
            if mist is not None:
                onbekend = onbekend or veld_onbekend(mist, "gegevens")
            elif feit.velden["gegevens"] == intrekking.velden["gegevens"]:
                toen, sinds = dag_voluit(feit.dag), dag_voluit(intrekking.dag)
                tekst = f"Op {toen} toch gegevens verzameld, na de intrekking van {sinds}."
                return Oordeel(GESCHONDEN, tekst, (intrekking, feit))
    return onbekend or Oordeel(NAGEKOMEN, "Na de intrekking is niets meer verzameld.", tuple(intrekkingen))


def _daarna_verzameld(zaak: Zaak, intrekking: Feit) -> list[Feit]:
    """What was asked or received after a withdrawal, until the consent was given anew."""
    soort = intrekking.velden.get("gegevens")
    opnieuw = [
        t.sleutel
        for t in zaak.van("toestemming_gegeven")
        if t.sleutel > intrekking.sleutel and t.velden.get("gegevens") in (soort, None)
    ]
    return [
        f
        for f in zaak.van_een(("gegevens_ontvangen", "gegevens_gevraagd"))
        if f.sleutel > intrekking.sleutel
        and (not opnieuw or f.sleutel < opnieuw[0])
        and f.velden.get("van") != "inwoner"
    ]


MET_WIJZE = ("ontvangst_bevestigd", "uitnodiging_verstuurd")


def _digitaal(zaak: Zaak, w: Waarborg) -> Oordeel:
    """P5: an official message goes electronically only to who said so, and has not taken it back."""
    onbekend: Oordeel | None = None
    met: list[Feit] = []
    for bericht in zaak.van_een(MET_WIJZE):
        wijze = bericht.velden.get("wijze")
        if wijze is None:
            onbekend = onbekend or veld_onbekend(bericht, "wijze")
        if wijze not in ("email", "portaal"):
            continue
        staat = [
            v
            for v in zaak.van_een(("elektronisch_bereikbaar_verklaard", "elektronisch_bereikbaar_ingetrokken"))
            if v.sleutel < bericht.sleutel
        ]
        if not staat or staat[-1].soort != "elektronisch_bereikbaar_verklaard":
            tekst = f"Op {dag_voluit(bericht.dag)} digitaal gestuurd. Er staat niet dat u dat goed vond."
            return Oordeel(GESCHONDEN, tekst, (*staat[-1:], bericht))
        met.append(bericht)
    if onbekend is not None:
        return onbekend
    return Oordeel(NAGEKOMEN, "Digitaal gestuurd nadat u zei dat dat mag.", tuple(met)) if met else w.niet_aan_de_orde


WAARBORGEN = (
    waarborg(
        "P1",
        "Op tijd inzage in het dossier",
        VolgtTermijn("inzage"),
        binding=WET,
        bron=(wmo("5.3.2"), avg("12", lid=3)),
        eis="inzage geven",
        nvt="er is niet om inzage gevraagd",
    ),
    waarborg(
        "P2",
        "Niets verzameld na het intrekken van toestemming",
        Eigen(_na_intrekking, ("toestemming_ingetrokken",), ("toestemming_ingetrokken.gegevens",)),
        binding=WET,
        bron=(avg("7", lid=3),),
        eis="niets verzamelen na intrekking",
        nvt="er is geen toestemming ingetrokken",
    ),
    waarborg(
        "P3",
        "Dossier vernietigd als de bewaartijd voorbij is, en niet eerder",
        Eigen(
            _vernietigd,
            ("melding_ontvangen", "aanvraag_ontvangen", "dossier_vernietigd"),
            beslist_door=("dossier_vernietigd",),
        ),
        binding=WET,
        bron=(wmo("5.3.4"), wmo("5.3.5")),
        eis="het dossier vernietigen na de bewaartijd",
        nvt="de bewaartijd loopt nog",
    ),
    waarborg(
        "P4",
        "Op tijd antwoord op een verzoek om vernietiging",
        VolgtTermijn("vernietiging"),
        binding=WET,
        bron=(wmo("5.3.5"),),
        eis="antwoord geven op het verzoek",
        nvt="er is niet om vernietiging gevraagd",
    ),
    waarborg(
        "P5",
        "Digitaal bericht alleen als u dat goed vindt",
        Eigen(_digitaal, MET_WIJZE, ("ontvangst_bevestigd.wijze", "uitnodiging_verstuurd.wijze")),
        binding=WET,
        bron=(awb("2:8"),),
        eis="alleen digitaal sturen als de inwoner dat goed vindt",
        nvt="er is niets digitaal gestuurd",
    ),
)

STAPPEN = (Stap("inzage_gevraagd", "Uw eigen dossier inzien mag altijd."),)
