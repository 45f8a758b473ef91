"""Starts and safeguards of objection, appeal and complaint that fit no family."""

from __future__ import annotations

from keukentafel.procedure.feit import Feit
from keukentafel.procedure.oordelen import dag_onbekend, niet, nog_niet, van_stand, veld_onbekend
from keukentafel.procedure.taal import dag_voluit
from keukentafel.procedure.termijn import Stand, Start
from keukentafel.procedure.tijdrekening import (
    ONBEKENDE_DAG,
    Einddag,
    Opschorting,
    Verlenging,
    schuif_nr,
    telling,
    tussentijden,
    verleng,
    zonder_dag,
)
from keukentafel.procedure.waarborg import GESCHONDEN, LOOPT, NAGEKOMEN, Oordeel, Waarborg
from keukentafel.procedure.zaak import Zaak
from keukentafel.wet.artikel import awb
from keukentafel.wet.kalender import volgende_werkdag_nr
from keukentafel.wet.termijn import weken, zonder_atw_nr

BESLIST = "beslissing_op_bezwaar_bekendgemaakt"
ZES, TWAALF = weken(6), weken(12)
HERSTEL = Opschorting(
    "verzuim_herstel_gevraagd", ("verzuim_hersteld", "opschorting_beeindigd"), "tot", awb("7:10", lid=2)
)
VERDAGING = Verlenging(
    "bezwaartermijn_verdaagd", ("schriftelijk",), awb("7:10", lid=3), weken_veld="weken", hoogstens=6
)

# --- starts --------------------------------------------------------------------------------------------------------


def per_post(zaak: Zaak) -> list[Start]:
    """One week from the end of the term for objecting (Awb 6:9 lid 2); whether the Atw moves it is disputed."""
    uit = []
    for stand in zaak.standen.get("bezwaar", ()):
        eind = stand.uiterlijk_nr
        if eind is None:
            uit.append(Start(stand.feit, None, einddag=ONBEKENDE_DAG))
            continue
        zonder = eind + 7
        verschoven = volgende_werkdag_nr(zonder)
        laatste = verschoven if zaak.instellingen.postweek_verschuift else zonder
        punten = ("postweek_verschuift",) if verschoven != zonder else ()
        plan = zonder if laatste != zonder else None
        uit.append(Start(stand.feit, eind, einddag=Einddag(laatste, zonder, plan, geschilpunten=punten)))
    return uit


def bestreden(zaak: Zaak, bezwaar: Feit) -> Stand | None:
    """The term for objecting to which an objection belongs: that of the last decision before it."""
    standen = [s for s in zaak.standen.get("bezwaar", ()) if s.feit.sleutel < bezwaar.sleutel]
    return max(standen, key=lambda s: s.feit.sleutel) if standen else None


def beslissing_op_bezwaar(zaak: Zaak) -> list[Start]:
    """Six weeks, or twelve with a committee, from the end of the term for objecting (Awb 7:10)."""
    uit = []
    for bezwaar in zaak.van("bezwaar_ontvangen"):
        stand = bestreden(zaak, bezwaar)
        if stand is None or stand.uiterlijk_nr is None:
            uit.append(Start(bezwaar, None, einddag=ONBEKENDE_DAG))
            continue
        zonder_bezwaar = stand.einddag.zonder or stand.uiterlijk_nr
        uit.append(
            Start(bezwaar, stand.uiterlijk_nr, einddag=_op_bezwaar(zaak, bezwaar, stand.uiterlijk_nr, zonder_bezwaar))
        )
    return uit


def _op_bezwaar(zaak: Zaak, bezwaar: Feit, vanaf: int, zonder_vanaf: int) -> Einddag:
    commissie = bezwaar.velden.get("commissie")
    duur = ZES if commissie is False else TWAALF
    zonder = zonder_atw_nr(vanaf, duur)
    laatste = schuif_nr(zonder, duur, True)
    begin = bezwaar.dag if bezwaar.dag is not None else vanaf
    tijden = tussentijden((HERSTEL,), begin, laatste, zaak)
    dagen, letterlijk = telling(tijden)
    minder = letterlijk if zaak.instellingen.opschorting_telling == "letterlijk" else dagen
    laatste = schuif_nr(zonder + minder, duur, True)
    kort = schuif_nr(zonder_atw_nr(zonder_vanaf, duur) + letterlijk, duur, True)
    zeker: int | None = None
    mist: tuple[str, ...] = ()
    if commissie is None:
        zeker, mist = schuif_nr(zonder_atw_nr(vanaf, ZES) + minder, ZES, True), ("commissie",)
        kort = min(kort, zeker)
    einde = Einddag(
        laatste,
        zonder + minder,
        kort if kort < laatste else None,
        zeker=zeker,
        mist=mist,
        duur=duur,
        opgeschort=any(t.open or t.van < zaak.vandaag < t.tot for t in tijden),
        tussentijden=tuple(tijden),
        zonder_dag=zonder_dag((HERSTEL,), (VERDAGING,), zaak),
        geschilpunten=("opschorting_telling",)
        if dagen
        else ("verdaging_ketenen",)
        if kort < laatste and commissie is not None
        else (),
    )
    return verleng(einde, VERDAGING, begin, zaak)


def stukken(zaak: Zaak) -> list[Start]:
    """Until ten days before the hearing, counted back and not moved (Awb 7:4 lid 1, Atw 1 lid 2)."""
    uit = []
    for zitting in zaak.van("hoorzitting_gepland"):
        op = zitting.velden.get("op")
        nr = None if op is None else op.toordinal() - 10
        uit.append(Start(zitting, zitting.dag, einddag=Einddag(nr, nr)))
    return uit[-1:]


def nieuw_besluit(zaak: Zaak) -> list[Start]:
    """Two weeks after a ruling that an appeal against not deciding in time is well founded (Awb 8:55d)."""
    uit = []
    for uitspraak in zaak.van("uitspraak_rechtbank"):
        beroep = next((b for b in reversed(zaak.van("beroep_ingesteld")) if b.sleutel < uitspraak.sleutel), None)
        if beroep is None or uitspraak.velden.get("uitkomst") not in ("gegrond", "deels_gegrond"):
            continue
        if not any(b.sleutel < beroep.sleutel for b in zaak.van(BESLIST)) and zaak.heeft("ingebrekestelling_ontvangen"):
            uit.append(Start(uitspraak, uitspraak.dag))
    return uit


def klacht(zaak: Zaak) -> list[Start]:
    """Six weeks, or ten with a complaints committee (Awb 9:11 lid 1, 9.1.3)."""
    return [
        Start(k, k.dag, weken(10) if k.velden.get("adviescommissie") else None) for k in zaak.van("klacht_ontvangen")
    ]


# --- safeguards ----------------------------------------------------------------------------------------------------


def _bezwaar(zaak: Zaak) -> tuple[Feit, Feit | None]:
    """The last objection, and the decision on it."""
    bezwaar = zaak.van("bezwaar_ontvangen")[-1]
    return bezwaar, next((b for b in zaak.van(BESLIST) if b.sleutel > bezwaar.sleutel), None)


WAAROM_NIET = "het bezwaar is ingetrokken"


def _ingetrokken(zaak: Zaak, bezwaar: Feit) -> Oordeel | None:
    weg = any(f.sleutel > bezwaar.sleutel for f in zaak.van("bezwaar_ingetrokken"))
    return niet(WAAROM_NIET) if weg else None


def herstel_geboden(zaak: Zaak, w: Waarborg) -> Oordeel:
    """R2: a formal defect: a chance to repair came first (Awb 6:6)."""
    bezwaar, beslist = _bezwaar(zaak)
    volledig = bezwaar.velden.get("ondertekend_en_gemotiveerd")
    if volledig is None:
        return veld_onbekend(bezwaar, "ondertekend_en_gemotiveerd")
    if volledig:
        return niet("er is geen gebrek in het bezwaar")
    vraag = next((v for v in zaak.van("verzuim_herstel_gevraagd") if v.sleutel > bezwaar.sleutel), None)
    if vraag is not None and (beslist is None or vraag.sleutel < beslist.sleutel):
        return Oordeel(NAGEKOMEN, f"De kans is gegeven op {dag_voluit(vraag.dag)}.", (bezwaar, vraag))
    if beslist is None:
        return _ingetrokken(zaak, bezwaar) or Oordeel(LOOPT, f"Nog te doen: {w.eis}.", (bezwaar,))
    if beslist.velden.get("uitkomst") in ("gegrond", "deels_gegrond", "ongegrond"):
        return Oordeel(
            NAGEKOMEN, "Het gebrek is voorbijgegaan: er is gewoon op het bezwaar beslist.", (bezwaar, beslist)
        )
    return nog_niet(w, beslist, None, zaak, bezwaar)


def gehoord(zaak: Zaak, w: Waarborg) -> Oordeel:
    """R3: heard, or a ground of Awb 7:3 on file."""
    bezwaar, beslist = _bezwaar(zaak)
    for feit in zaak.van_een(("hoorzitting_gehouden", "afgezien_van_horen")):
        if feit.sleutel < bezwaar.sleutel or (beslist is not None and feit.sleutel > beslist.sleutel):
            continue
        if feit.soort == "hoorzitting_gehouden":
            return Oordeel(NAGEKOMEN, f"Gehoord op {dag_voluit(feit.dag)}.", (bezwaar, feit))
        if "grond" not in feit.velden:
            return veld_onbekend(feit, "grond")
        tekst = f"Niet gehoord; de grond is vastgelegd (Awb 7:3, onder {feit.velden['grond']})."
        return Oordeel(NAGEKOMEN, tekst, (bezwaar, feit))
    if beslist is None and (weg := _ingetrokken(zaak, bezwaar)) is not None:
        return weg
    return nog_niet(w, beslist, None, zaak, bezwaar)


def verdaging(zaak: Zaak, w: Waarborg) -> Oordeel:
    """R5: adjourned in time, in writing, at most six weeks (Awb 7:10 lid 3 and 5)."""
    bericht = zaak.van("bezwaartermijn_verdaagd")[0]
    stand = zaak.stand("beslissing_op_bezwaar")
    aantal, schriftelijk = bericht.velden.get("weken"), bericht.velden.get("schriftelijk")
    if schriftelijk is False:
        return Oordeel(GESCHONDEN, "De verdaging stond niet op papier. Ze telt daarom niet.", (bericht,))
    if aantal is not None and aantal > 6:
        return Oordeel(GESCHONDEN, f"Verdaagd met {aantal} weken. De wet staat hoogstens zes weken toe.", (bericht,))
    if aantal is None or schriftelijk is None:
        return veld_onbekend(bericht, "weken" if aantal is None else "schriftelijk")
    if bericht.dag is None or stand is None:
        return dag_onbekend(bericht)
    if stand.uiterlijk_nr is None:
        return dag_onbekend(stand.feit)
    einde = stand.einddag
    if einde.zeker is not None and einde.verlengd_door is bericht and bericht.dag > einde.zeker:
        return veld_onbekend(stand.feit, *einde.mist)
    if stand.einddag.verlengd_door is not bericht:
        tekst = (
            f"Verdaagd op {dag_voluit(bericht.dag)}, na het einde van de termijn ({dag_voluit(stand.uiterlijk_nr)})."
        )
        return Oordeel(GESCHONDEN, tekst, (bericht, stand.feit))
    return Oordeel(NAGEKOMEN, f"Op tijd en per brief verdaagd op {dag_voluit(bericht.dag)}.", (bericht,))


RICHTINGEN = {"toewijzen": "gegrond", "deels": "deels_gegrond", "afwijzen": "ongegrond"}


def advies_commissie(zaak: Zaak, w: Waarborg) -> Oordeel:
    """R6: departing from the committee's advice bears a reason (Awb 7:13 lid 7)."""
    advies = zaak.van("commissieadvies_ontvangen")[-1]
    beslist = next((b for b in zaak.van(BESLIST) if b.sleutel > advies.sleutel), None)
    if beslist is None:
        return Oordeel(LOOPT, f"Er is nog geen beslissing. Daarvoor geldt: {w.eis}.", (advies,))
    richting, uitkomst = advies.velden.get("richting"), beslist.velden.get("uitkomst")
    if richting is None or uitkomst is None:
        return veld_onbekend(advies if richting is None else beslist, "richting" if richting is None else "uitkomst")
    verwacht = RICHTINGEN.get(richting, richting)
    if verwacht == uitkomst or ({verwacht, uitkomst} == {"ongegrond", "niet_ontvankelijk"} and richting == "afwijzen"):
        return Oordeel(NAGEKOMEN, "De beslissing volgt het advies van de commissie.", (advies, beslist))
    gemotiveerd = beslist.velden.get("afwijking_van_advies_gemotiveerd")
    if gemotiveerd is None:
        return veld_onbekend(beslist, "afwijking_van_advies_gemotiveerd")
    if gemotiveerd:
        return Oordeel(NAGEKOMEN, "De beslissing is anders dan het advies, met een reden.", (advies, beslist))
    return Oordeel(GESCHONDEN, "De beslissing is anders dan het advies, zonder reden.", (advies, beslist))


def andere_beslisser(zaak: Zaak, w: Waarborg) -> Oordeel:
    """R7: not decided by whoever took the first decision (Awb 10:3 lid 3)."""
    beslist = zaak.van(BESLIST)[-1]
    eerder = [
        b
        for b in zaak.van_een(("besluit_bekendgemaakt", "besluit_gewijzigd", "besluit_ingetrokken"))
        if b.sleutel < beslist.sleutel
    ]
    door = beslist.velden.get("beslist_door")
    if door is None:
        return veld_onbekend(beslist, "beslist_door")
    if not eerder:
        return niet("er is geen eerder besluit")
    eerst = eerder[-1].velden.get("beslist_door")
    if eerst is None:
        return veld_onbekend(eerder[-1], "beslist_door")
    if eerst == door:
        return Oordeel(
            GESCHONDEN, "Dezelfde persoon nam het besluit en besliste op het bezwaar.", (eerder[-1], beslist)
        )
    return Oordeel(NAGEKOMEN, "Iemand anders besliste op het bezwaar.", (eerder[-1], beslist))


def klacht_behandeld(zaak: Zaak, w: Waarborg) -> Oordeel:
    """R8: in time, by someone not involved, both sides heard (Awb 9:7, 9:10, 9:11)."""
    stand = zaak.stand("klacht")
    if stand is None:
        return w.niet_aan_de_orde
    op_tijd = van_stand(w, stand, zaak)
    afgedaan = stand.gehaald
    if afgedaan is None or op_tijd.oordeel is not NAGEKOMEN:
        return op_tijd
    if afgedaan.velden.get("betrokken"):
        return Oordeel(
            GESCHONDEN, "De klacht is behandeld door iemand die er zelf bij betrokken was.", (stand.feit, afgedaan)
        )
    gehoord_op = [f for f in zaak.van("klacht_gehoord") if stand.feit.sleutel < f.sleutel < afgedaan.sleutel]
    if afgedaan.velden.get("niet_behandeld"):
        return op_tijd
    uitkomst = _beide_gehoord(gehoord_op, stand.feit, afgedaan)
    if uitkomst is not None:
        return uitkomst
    if "betrokken" not in afgedaan.velden:
        return veld_onbekend(afgedaan, "betrokken")
    return Oordeel(NAGEKOMEN, f"{op_tijd.uitleg} Beide kanten zijn gehoord.", (stand.feit, *gehoord_op, afgedaan))


def _beide_gehoord(gehoord_op: list[Feit], klacht: Feit, afgedaan: Feit) -> Oordeel | None:
    if not gehoord_op:
        return Oordeel(GESCHONDEN, "De klacht is afgedaan zonder iemand te horen.", (klacht, afgedaan))
    for kant in ("klager", "beklaagde"):
        waarden = [f.velden.get(kant) for f in gehoord_op]
        if True in waarden:
            continue
        if None in waarden:
            return veld_onbekend(gehoord_op[waarden.index(None)], kant)
        return Oordeel(GESCHONDEN, f"De {kant} is niet gehoord.", (klacht, *gehoord_op, afgedaan))
    return None
