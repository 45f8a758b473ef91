"""The fields of letters of the municipality: each a name between braces and one line here."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from keukentafel.brieven.gemeente.beeld import Gemeentebeeld, als_moment, dag_voluit
from keukentafel.brieven.gemeente.leeg import DAG_VAN, EINDE_VAN
from keukentafel.brieven.taal import EN, Tekst, ingevuld, schrijf_bedrag, schrijf_datum
from keukentafel.dossier.afspraak import gewenst, is_thuis
from keukentafel.dossier.geldend import SOORTEN
from keukentafel.wet.griffierecht import griffierecht
from keukentafel.wet.termijn import uiterste_dag, weken

Veld = Callable[[Gemeentebeeld, str], str]

_DUBBELE_PUNT = re.compile(r"(?:(?<=[?!])|(?<=(?<!\.)\.))\.(?!\.)")
"""The full stop of a letter's own sentence, after what somebody wrote that ends in one, or in ? or !."""
ONBEKEND = Tekst("onbekend", "unknown")
GEEN_NUMMER = Tekst("het nummer van de gemeente", "the number of the municipality")


def _dag(dag: date | None, taal: str) -> str:
    return dag_voluit(dag, taal) if dag else ONBEKEND.in_taal(taal)


def op(*soorten: str) -> Veld:
    """The day of the last of these facts."""

    def vul(beeld: Gemeentebeeld, taal: str) -> str:
        feit = beeld.laatste(*soorten)
        return schrijf_datum(feit.datum, taal) if feit and feit.datum else ONBEKEND.in_taal(taal)

    return vul


def _op_vorig_besluit(beeld: Gemeentebeeld, taal: str) -> str:
    """The day of the decision before the one at hand, or of its last change."""
    eerder = [feit for feit in beeld.van(*SOORTEN) if feit.nr < beeld.nr]
    dag_ = eerder[-1].datum if eerder else None
    return schrijf_datum(dag_, taal) if dag_ else ONBEKEND.in_taal(taal)


def einde_besluit(beeld: Gemeentebeeld) -> date | None:
    """The last day of the help, as the decision itself names it."""
    besluit = beeld.laatste("besluit_bekendgemaakt")
    moment = als_moment(besluit.velden.get("einddatum")) if besluit is not None else None
    return moment[0] if moment else None


def einde(termijn: str) -> Veld:
    return lambda beeld, taal: _dag(beeld.einde_van(termijn), taal)


def veld(naam: str) -> Veld:
    return lambda beeld, _: beeld.tekst(naam)


def dag(naam: str) -> Veld:
    return lambda beeld, taal: _dag(beeld.dag_in(naam), taal)


def bedrag(naam: str) -> Veld:
    def vul(beeld: Gemeentebeeld, taal: str) -> str:
        waarde = beeld.tekst(naam)
        return schrijf_bedrag(waarde, taal) if waarde else ONBEKEND.in_taal(taal)

    return vul


def eigen(naam: str, anders: Tekst) -> Veld:
    """A word of the municipality's own; `anders` where it has none."""
    return lambda beeld, taal: beeld.afzender.eigen.get(naam) or anders.in_taal(taal)


def _bezwaaradres(beeld: Gemeentebeeld, taal: str) -> str:
    van = beeld.afzender
    wie = Tekst("het college van burgemeester en wethouders van", "the mayor and aldermen of").in_taal(taal)
    return van.eigen.get("bezwaaradres") or ", ".join(d for d in (f"{wie} {van.gemeente}", van.adres) if d)


def bezwaar_tot(beeld: Gemeentebeeld) -> date:
    """Six weeks from the day after publication (Awb 6:7, 6:8), for a decision that the terms of a case do not know."""
    for stand in beeld.termijnen("bezwaar"):
        if stand["feit"] == beeld.nr and stand["uiterlijk"]:
            return date.fromisoformat(stand["uiterlijk"])
    return uiterste_dag(beeld.dag, weken(6))


def _moment(naam: str) -> Veld:
    """'donderdag 24 september 2026 om 14.00 uur'."""

    def vul(beeld: Gemeentebeeld, taal: str) -> str:
        moment = als_moment(beeld.velden.get(naam))
        if moment is None:
            return ONBEKEND.in_taal(taal)
        dag_, tijd = moment
        if not tijd:
            return dag_voluit(dag_, taal)
        return f"{dag_voluit(dag_, taal)} {'at' if taal == EN else 'om'} {tijd}{'' if taal == EN else ' uur'}"

    return vul


def _gesprekspartner(beeld: Gemeentebeeld, taal: str) -> str:
    wie = beeld.velden.get("gesprekspartner") or {}
    functie, organisatie = (" ".join(str(wie.get(v) or "").split()) for v in ("functie", "organisatie"))
    if organisatie.startswith("gemeente "):
        organisatie = Tekst(f"de {organisatie}", f"the municipality of {organisatie[9:]}").in_taal(taal)
    van = f"{'of' if taal == EN else 'van'} {organisatie}" if organisatie else ""
    erbij = " ".join(deel for deel in (functie, van) if deel)
    naam = " ".join(str(wie.get("naam") or "").split())
    if not naam:
        return ""
    return f"{naam} ({erbij})" if erbij else naam


_PLEKKEN = {
    "huisbezoek": Tekst("bij u thuis", "at your home"),
    "gemeentehuis": Tekst("op het gemeentehuis", "at the town hall"),
    "elders": Tekst("op een andere plek; wij spreken die met u af", "at another place; we will agree on it with you"),
    "telefoon": Tekst("per telefoon; wij bellen u", "by telephone; we will call you"),
    "video": Tekst("met een videogesprek; u krijgt de link van ons", "by video call; we will send you the link"),
}


_BEKEND = {
    "bij de inwoner thuis": "huisbezoek", "op het gemeentehuis": "gemeentehuis", "per telefoon": "telefoon",
    "met een videogesprek": "video",
}  # fmt: skip
"""Places in the words of the worker's form: the letter says them to the resident, in either language."""
_ERBIJ = {
    "mantelzorger": Tekst("uw mantelzorger", "your carer"),
    "clientondersteuner": Tekst("uw cliëntondersteuner", "your client supporter"),
    "vertegenwoordiger": Tekst("uw vertegenwoordiger", "your representative"),
    "tolk": Tekst("een tolk", "an interpreter"),
    "anders": Tekst("iemand anders", "someone else"),
}


def wens(beeld: Gemeentebeeld) -> dict[str, Any]:
    """Where and with whom the resident wants the talk."""
    return gewenst((feit.soort, feit.velden) for feit in beeld.feiten)


def thuis(beeld: Gemeentebeeld) -> bool:
    """Is the talk at the resident's home?"""
    return is_thuis(_plek(beeld, "nl"))


def _erbij(beeld: Gemeentebeeld, taal: str) -> str:
    namen = [_ERBIJ[wie].in_taal(taal) for wie in wens(beeld).get("erbij") or ()]
    en = " and " if taal == EN else " en "
    return en.join(deel for deel in (", ".join(namen[:-1]), namen[-1] if namen else "") if deel)


def _plek(beeld: Gemeentebeeld, taal: str) -> str:
    plaats = beeld.tekst("plaats")
    if plaats:
        return _PLEKKEN[_BEKEND[plaats]].in_taal(taal) if plaats in _BEKEND else plaats
    keuze = beeld.laatste("onderzoeksvorm_gekozen")
    vorm = str(keuze.velden.get("vorm", "")) if keuze else str(wens(beeld).get("plek", ""))
    return _PLEKKEN[vorm if vorm in _PLEKKEN else "elders"].in_taal(taal)


_GEGEVENS = {
    "medisch": Tekst("gegevens over uw gezondheid", "data about your health"),
    "financieel": Tekst("gegevens over geld", "data about money"),
    "derden": Tekst("gegevens over iemand die u helpt", "data about someone who helps you"),
    "uitwisseling": Tekst(
        "gegevens die een andere dienst van de gemeente heeft", "data that another service of the municipality holds"
    ),
}


def _welke_gegevens(beeld: Gemeentebeeld, taal: str) -> str:
    return _GEGEVENS[beeld.tekst("gegevens") or "medisch"].in_taal(taal)


def _griffierecht(beeld: Gemeentebeeld, taal: str) -> str:
    return schrijf_bedrag(griffierecht(beeld.dag).bedrag, taal)


def _bijdrage(beeld: Gemeentebeeld, taal: str) -> str:
    bijdrage = beeld.oordeel.get("bijdrage")
    if not bijdrage:
        return ONBEKEND.in_taal(taal)
    per = Tekst("per maand", "a month") if bijdrage["per"] == "maand" else Tekst("per vier weken", "every four weeks")
    return f"{schrijf_bedrag(bijdrage['bedrag'], taal)} {per.in_taal(taal)}"


def _dwangsomdagen(beeld: Gemeentebeeld, taal: str) -> str:
    return str((beeld.oordeel.get("dwangsom") or {}).get("dagen", ONBEKEND.in_taal(taal)))


def _dwangsomdag(naam: str) -> Veld:
    def vul(beeld: Gemeentebeeld, taal: str) -> str:
        waarde = (beeld.oordeel.get("dwangsom") or {}).get(naam)
        return _dag(date.fromisoformat(waarde) if waarde else None, taal)

    return vul


_OVER = {
    "aanvraag": Tekst("uw aanvraag", "your application"),
    "bezwaar": Tekst("uw bezwaar", "your objection"),
}


def _dwangsom_over(beeld: Gemeentebeeld, taal: str) -> str:
    betreft = (beeld.oordeel.get("dwangsom") or {}).get("betreft", "aanvraag")
    return _OVER.get(betreft, _OVER["aanvraag"]).in_taal(taal)


VELDEN: dict[str, Veld] = {
    **{naam: op(soort) for naam, soort in DAG_VAN.items()},
    **{naam: einde(termijn) for naam, termijn in EINDE_VAN.items()},
    "gemeente": lambda beeld, _: beeld.afzender.gemeente,
    "telefoon": lambda beeld, taal: beeld.afzender.telefoon or GEEN_NUMMER.in_taal(taal),
    "clientondersteuning": eigen("clientondersteuning", Tekst("via ons telefoonnummer", "through our number")),
    "bezwaaradres": _bezwaaradres,
    "rechtbank": eigen("rechtbank", Tekst("de rechtbank in uw regio", "the court in your region")),
    "op_vorig_besluit": _op_vorig_besluit,
    "einde_bezwaar": lambda beeld, taal: dag_voluit(bezwaar_tot(beeld), taal),
    "gesprek_op": _moment("gesprek_op"),
    "naar_dag": _moment("naar"),
    "zitting_op": _moment("op"),
    "plaats": veld("plaats"),
    "gesprekspartner": _gesprekspartner,
    "plek": _plek,
    "erbij": _erbij,
    "tot": dag("tot"),
    "ingangsdatum": dag("ingangsdatum"),
    "einddatum": dag("einddatum"),
    "einde_besluit": lambda beeld, taal: _dag(einde_besluit(beeld), taal),
    "bedrag": bedrag("bedrag"),
    "dwangsomdagen": _dwangsomdagen,
    "dwangsom_eerste": _dwangsomdag("eerste_dag"),
    "dwangsom_ingebreke": _dwangsomdag("ingebrekestelling"),
    "dwangsom_over": _dwangsom_over,
    "naam": veld("naam"),
    "organisatie": veld("organisatie"),
    "doorgezonden_naar": veld("naar"),
    "voorziening": veld("voorziening"),
    "toelichting": veld("toelichting"),
    "weken": veld("weken"),
    "doel": veld("doel"),
    "behoefte": lambda beeld, _: beeld.vraag(beeld.tekst("behoefte")),
    "welke_gegevens": _welke_gegevens,
    "ombudsman": eigen("ombudsman", Tekst("de Nationale ombudsman", "the National Ombudsman")),
    "bijdrage": _bijdrage,
    "griffierecht": _griffierecht,
}


def _onthoudend(naam: str, veld: Veld) -> Veld:
    """The field, which tells the case when it has nothing to say: a letter with such a field does not leave."""

    def vul(beeld: Gemeentebeeld, taal: str) -> str:
        waarde = veld(beeld, taal)
        if not waarde or waarde == ONBEKEND.in_taal(taal):
            beeld.zonder_waarde[naam] = None
        return waarde

    return vul


_ONTHOUDEND: dict[str, Veld] = {naam: _onthoudend(naam, veld) for naam, veld in VELDEN.items()}


def vul(tekst: Tekst, beeld: Gemeentebeeld, taal: str) -> str:
    """The text in this language with its fields filled; what is empty is kept in `beeld.zonder_waarde`."""
    return _DUBBELE_PUNT.sub("", ingevuld(tekst, _ONTHOUDEND, beeld, taal))
