"""Warnings on a judgement: what is disputed, unknown, early or kept apart, each with its source."""

from __future__ import annotations

from keukentafel.procedure.aanvraag import BESCHIKKING
from keukentafel.procedure.feit import titel_van
from keukentafel.procedure.taal import dag_voluit
from keukentafel.procedure.te_laat import betreft_van, dwangsommen, ongeldig
from keukentafel.procedure.termijn import Stand, begint
from keukentafel.procedure.zaak import Casus, Zaak
from keukentafel.wet.artikel import awb, wmo
from keukentafel.wet.instellingen import waarschuwing
from keukentafel.wet.kalender import aangewezen_dagen_bekend_nr
from keukentafel.wet.waarschuwing import Waarschuwing


def kanttekeningen(zaak: Zaak, casus: Casus) -> list[Waarschuwing]:
    """Every warning once, the calendar's first."""
    uit: dict[str, Waarschuwing] = {}
    for rij in zaak.standen.values():
        for stand in rij:
            for code in _van_stand(stand):
                uit.setdefault(code, waarschuwing(code, zaak.instellingen))
    for w in (
        *_aanvragen(zaak),
        *_verlengingen(zaak),
        *_ingebrekestellingen(zaak),
        *_onbekende_dagen(zaak),
        *_opmerkingen(casus),
    ):
        uit.setdefault(w.code if w.code not in _EIGEN_TEKST else w.tekst, w)
    return list(uit.values())


_EIGEN_TEKST = ("datum_onbekend", "onbekend_veld", "ingebrekestelling_te_vroeg")
"""Codes of which each occurrence says something of its own."""


def _van_stand(stand: Stand) -> tuple[str, ...]:
    einde = stand.einddag
    if not stand.termijn.atw or einde.uiterlijk is None or einde.zonder is None:
        return einde.geschilpunten
    bekend = aangewezen_dagen_bekend_nr(einde.zonder, einde.uiterlijk)
    return einde.geschilpunten if bekend else (*einde.geschilpunten, "aangewezen_dagen_onbekend")


def _aanvragen(zaak: Zaak) -> list[Waarschuwing]:
    vroeg = [a for a in zaak.van("aanvraag_ontvangen") if not begint(BESCHIKKING, a, zaak)]
    if not vroeg:
        return []
    uit = [
        Waarschuwing(
            "aanvraag_te_vroeg",
            f"De aanvraag van {dag_voluit(vroeg[0].dag)} kwam vóór het verslag en binnen de zes weken. "
            "Hij is bewaard als deel van de melding en start geen beslistermijn, ook later niet.",
            (wmo("2.3.2", lid=9),),
        )
    ]
    besluiten = zaak.van("besluit_bekendgemaakt")
    if besluiten and "beschikking" not in zaak.standen:
        dag = dag_voluit(besluiten[0].dag)
        tekst = f"Op {dag} is beslist op een te vroege aanvraag. Dat mag; er liep nog geen beslistermijn."
        uit.append(Waarschuwing("besluit_op_vroege_aanvraag", tekst, (wmo("2.3.2", lid=9),)))
    return uit


def _verlengingen(zaak: Zaak) -> list[Waarschuwing]:
    for bericht in zaak.van("beslistermijn_verlengd"):
        if not (bericht.velden.get("schriftelijk") and bericht.velden.get("instemming")):
            return [waarschuwing("kennisgeving_4_14_schort_op", zaak.instellingen)]
    return []


def _ingebrekestellingen(zaak: Zaak) -> list[Waarschuwing]:
    uit = []
    for feit in ongeldig(zaak):
        termijn = "beslissing_op_bezwaar" if betreft_van(zaak, feit) == "bezwaar" else "beschikking"
        stand = zaak.stand(termijn)
        wanneer = (
            f"De laatste dag om te beslissen is {dag_voluit(stand.uiterlijk_nr)}."
            if stand is not None and stand.uiterlijk_nr
            else ""
        )
        dag = dag_voluit(feit.dag)
        tekst = f"De ingebrekestelling van {dag} telt niet: de gemeente was toen niet te laat. {wanneer}".strip()
        uit.append(Waarschuwing("ingebrekestelling_te_vroeg", tekst, (awb("4:17", lid=3),)))
    for stand_dwangsom in dwangsommen(zaak).values():
        uit.extend(stand_dwangsom.dwangsom.waarschuwingen)
    return uit


def _onbekende_dagen(zaak: Zaak) -> list[Waarschuwing]:
    return [
        Waarschuwing("datum_onbekend", f"De dag van '{titel_van(f.soort)}' (feit {f.nr}) is niet bekend.", ())
        for f in zaak.feiten
        if f.dag is None
    ]


def _opmerkingen(casus: Casus) -> list[Waarschuwing]:
    return [Waarschuwing("onbekend_veld", tekst, ()) for tekst in casus.opmerkingen]
