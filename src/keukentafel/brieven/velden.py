"""The fields a letter can hold: each a name between braces and one line here that fills it in either language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from keukentafel.brieven.beeld import Zaakbeeld
from keukentafel.brieven.taal import EN, Tekst, ingevuld, invulplek, schrijf_bedrag, schrijf_datum
from keukentafel.procedure.feit import Feit
from keukentafel.procedure.verslag import WAARBORGEN as _OVER_HET_VERSLAG
from keukentafel.procedure.waarborg import Brief as Briefinhoud

Veld = Callable[[Zaakbeeld, str], str]

ONBEKENDE_DAG = Tekst("op een datum die ik niet precies meer weet", "on a date I no longer know exactly")


def op(wat: Tekst, *soorten: str) -> Veld:
    """'op 2 maart 2026' of the last of these facts; kindly open where the day is not known; a blank without a case."""

    def vul(beeld: Zaakbeeld, taal: str) -> str:
        feit = beeld.laatste(*soorten)
        if feit is None:
            return f"{'on' if taal == EN else 'op'} {invulplek(wat, taal)}"
        return _op(feit.datum, taal)

    return vul


def einde(wat: Tekst, termijn: str) -> Veld:
    """The last day of a term: '13 april 2026', or a blank."""

    def vul(beeld: Zaakbeeld, taal: str) -> str:
        dag = beeld.uiterlijk(termijn)
        return schrijf_datum(dag, taal) if dag else invulplek(wat, taal)

    return vul


def dag_in(wat: Tekst, veld: str, *soorten: str) -> Veld:
    """A day that a fact bears in a field: the day of the talk in an invitation."""

    def vul(beeld: Zaakbeeld, taal: str) -> str:
        feit = beeld.laatste(*soorten)
        dag = feit.velden.get(veld) if feit else None
        return schrijf_datum(dag, taal) if isinstance(dag, date) else invulplek(wat, taal)

    return vul


def _op(datum: date | None, taal: str) -> str:
    if datum is None:
        return ONBEKENDE_DAG.in_taal(taal)
    return f"{'on' if taal == EN else 'op'} {schrijf_datum(datum, taal)}"


def _lijst(regels: list[str], leeg: Tekst, taal: str) -> str:
    return "\n".join(f"- {regel}" for regel in regels or [invulplek(leeg, taal)])


def _vraag(behoefte: Mapping[str, object]) -> str:
    return " ".join(str(behoefte.get("vraag") or behoefte.get("leefgebied") or behoefte.get("id")).split())


def _alle_behoeften(beeld: Zaakbeeld, taal: str) -> str:
    gemeld = {b["id"]: _vraag(b) for b in beeld.behoeften()}
    for feit in beeld.van("melding_ontvangen", "persoonlijk_plan_ontvangen"):
        for behoefte in feit.velden.get("behoeften") or ():
            if isinstance(behoefte, Mapping):
                gemeld.setdefault(str(behoefte.get("id")), _vraag(behoefte))
    return _lijst(
        list(gemeld.values()),
        Tekst("wat lukt niet meer, en waar heb ik hulp bij nodig", "what no longer works, and what I need help with"),
        taal,
    )


def _aangevraagd(beeld: Zaakbeeld, taal: str) -> str:
    feit = beeld.laatste("aanvraag_ontvangen")
    gekozen = (feit.velden.get("behoeften") if feit else None) or ()
    regels = [_vraag(b) for b in beeld.behoeften() if not gekozen or b["id"] in gekozen]
    return _lijst(regels, Tekst("wat vraag ik aan", "what I apply for"), taal)


def _gevallen(stap: str, leeg: Tekst) -> Veld:
    """The needs that the engine saw fall off the table between report and decision."""

    def vul(beeld: Zaakbeeld, taal: str) -> str:
        regels = [_vraag(b) for b in beeld.behoeften() if b.get("gevallen_tussen") == stap]
        return _lijst(regels, leeg, taal)

    return vul


ONDERDELEN_VERSLAG: Mapping[str, str] = next(
    w.familie.delen for w in _OVER_HET_VERSLAG if w.id == "V3" and isinstance(w.familie, Briefinhoud)
)
"""The parts of a report and how the verdict on V3 names them."""

# The parts of a report (S20) as the writer of the letter would name them.
_ONDERDELEN = {
    "behoeften": Tekst("wat ik nodig heb en wat ik wil", "what I need and what I want"),
    "netwerk": Tekst("wie mij kan helpen", "who can help me"),
    "mogelijkheden_gemeente": Tekst("wat de gemeente wel en niet kan doen", "what the municipality can and cannot do"),
    "ondersteuning_mantelzorger": Tekst("steun voor mijn mantelzorger", "support for my carer"),
    "reactie_persoonlijk_plan": Tekst("uw reactie op mijn persoonlijk plan", "your reaction to my personal plan"),
    "aanvraag_maatwerk": Tekst("hoe ik hulp op maat aanvraag", "how I apply for individual support"),
    "eigen_bijdrage": Tekst("wat ik zelf moet betalen", "what I have to pay myself"),
    "pgb": Tekst("de mogelijkheid van een persoonsgebonden budget (pgb)", "the possibility of a personal budget (pgb)"),
    "status_en_procedure": Tekst(
        "wat de waarde van het verslag is en hoe het verdergaat", "what the report is worth and what comes next"
    ),
}


def _ontbrekende_onderdelen(beeld: Zaakbeeld, taal: str) -> str:
    """The parts that the verdict on V3 names as missing."""
    uitleg = next((str(w["uitleg"]) for w in beeld.oordeel.get("waarborgen", ()) if w["id"] == "V3"), "")
    regels = [
        _ONDERDELEN[deel].in_taal(taal)
        for deel, naam in ONDERDELEN_VERSLAG.items()
        if naam in uitleg and deel in _ONDERDELEN
    ]
    return _lijst(regels, Tekst("welke onderdelen", "which parts"), taal)


# The subjects of the enquiry (Wmo 2.3.2 lid 4) as the writer of the letter would name them.
_A_TOT_G = {
    "a": Tekst(
        "wat ik nodig heb, hoe mijn situatie is en wat ik zelf wil",
        "what I need, what my situation is and what I want myself",
    ),
    "b": Tekst(
        "wat ik zelf kan, en wat mijn huisgenoten gewoon doen",
        "what I can do myself, and what those I live with ordinarily do",
    ),
    "c": Tekst("wat mijn mantelzorger en mensen om mij heen kunnen doen", "what my carer and people around me can do"),
    "d": Tekst("wat mijn mantelzorger nodig heeft", "what my carer needs"),
    "e": Tekst("welke voorzieningen voor iedereen mij kunnen helpen", "which services open to all can help me"),
    "f": Tekst(
        "hoe u samenwerkt met andere hulp, zoals zorg, werk en wonen",
        "how you work with other help, such as care, work and housing",
    ),
    "g": Tekst("welke eigen bijdrage ik zou betalen", "which own contribution I would pay"),
}


def _niet_onderzocht(beeld: Zaakbeeld, taal: str) -> str:
    regels = [f"{tekst.in_taal(taal)} ({deel})" for deel, tekst in _A_TOT_G.items() if deel in beeld.niet_onderzocht]
    return _lijst(regels, Tekst("wat niet is onderzocht", "what was not looked into"), taal)


def gevallen(beeld: Zaakbeeld, stap: str) -> bool:
    return any(b.get("gevallen_tussen") == stap for b in beeld.behoeften())


def _dwangsom(beeld: Zaakbeeld, taal: str) -> str:
    dwangsom = beeld.oordeel.get("dwangsom")
    if not dwangsom:
        return invulplek(Tekst("bedrag", "amount"), taal)
    return schrijf_bedrag(dwangsom["bedrag"], taal)


def _vastgesteld(beeld: Zaakbeeld, taal: str) -> str:
    feit = beeld.laatste("dwangsombesluit_bekendgemaakt")
    bedrag = feit.velden.get("bedrag") if feit else None
    return schrijf_bedrag(bedrag, taal) if bedrag else invulplek(Tekst("bedrag", "amount"), taal)


def _laatste_dwangsomdag(beeld: Zaakbeeld, taal: str) -> str:
    dwangsom = beeld.oordeel.get("dwangsom")
    if not dwangsom:
        return invulplek(Tekst("laatste dag", "last day"), taal)
    return schrijf_datum(date.fromisoformat(str(dwangsom["laatste_dag"])), taal)


def _gevraagde_gegevens(beeld: Zaakbeeld, taal: str) -> str:
    feit: Feit | None = beeld.laatste("gegevens_gevraagd", "aanvulling_gevraagd")
    gegevens = feit.velden.get("gegevens") if feit else None
    regels = [str(g) for g in gegevens] if isinstance(gegevens, (list, tuple)) else [str(gegevens)] if gegevens else []
    return _lijst(regels, Tekst("welke gegevens", "which data"), taal)


VELDEN: dict[str, Veld] = {
    "op_melding": op(Tekst("datum van mijn melding", "date of my report"), "melding_ontvangen"),
    "op_bevestiging": op(Tekst("datum van de bevestiging", "date of the confirmation"), "ontvangst_bevestigd"),
    "op_plan": op(Tekst("datum van mijn plan", "date of my plan"), "persoonlijk_plan_ontvangen"),
    "op_uitnodiging": op(Tekst("datum van de uitnodiging", "date of the invitation"), "uitnodiging_verstuurd"),
    "op_gesprek": op(Tekst("datum van het gesprek", "date of the talk"), "gesprek_gevoerd"),
    "op_verslag": op(Tekst("datum van het verslag", "date of the report"), "verslag_verstuurd"),
    "op_aanvraag": op(Tekst("datum van mijn aanvraag", "date of my application"), "aanvraag_ontvangen"),
    "op_verzoek": op(Tekst("datum van uw brief", "date of your letter"), "aanvulling_gevraagd", "gegevens_gevraagd"),
    "op_toestemming": op(Tekst("datum van mijn toestemming", "date of my consent"), "toestemming_gegeven"),
    "op_ingebrekestelling": op(
        Tekst("datum van mijn ingebrekestelling", "date of my notice of default"), "ingebrekestelling_ontvangen"
    ),
    "op_besluit": op(Tekst("datum van het besluit", "date of the decision"), "besluit_bekendgemaakt"),
    "op_dwangsombesluit": op(
        Tekst("datum van het dwangsombesluit", "date of the penalty decision"), "dwangsombesluit_bekendgemaakt"
    ),
    "op_bezwaar": op(Tekst("datum van mijn bezwaar", "date of my objection"), "bezwaar_ontvangen"),
    "einde_uitnodiging": einde(Tekst("datum", "date"), "uitnodiging"),
    "einde_onderzoek": einde(Tekst("datum zes weken na mijn melding", "date six weeks after my report"), "onderzoek"),
    "einde_verslag": einde(Tekst("datum", "date"), "verslag"),
    "einde_plan": einde(Tekst("datum", "date"), "persoonlijk_plan"),
    "einde_beschikking": einde(
        Tekst("datum twee weken na mijn aanvraag", "date two weeks after my application"), "beschikking"
    ),
    "einde_bezwaar": einde(Tekst("datum zes weken na het besluit", "date six weeks after the decision"), "bezwaar"),
    "einde_beslissing_op_bezwaar": einde(Tekst("laatste dag", "last day"), "beslissing_op_bezwaar"),
    "einde_dwangsombeschikking": einde(Tekst("laatste dag", "last day"), "dwangsombeschikking"),
    "einde_dwangsombetaling": einde(Tekst("laatste dag", "last day"), "dwangsombetaling"),
    "gesprek_op": dag_in(Tekst("dag van de afspraak", "day of the appointment"), "gesprek_op", "uitnodiging_verstuurd"),
    "aanvulling_tot": dag_in(Tekst("laatste dag", "last day"), "tot", "aanvulling_gevraagd"),
    "gronden_tot": dag_in(Tekst("laatste dag", "last day"), "tot", "verzuim_herstel_gevraagd"),
    "behoeften": _alle_behoeften,
    "aangevraagd": _aangevraagd,
    "niet_in_verslag": _gevallen("verslag", Tekst("wat ontbreekt in het verslag", "what the report leaves out")),
    "niet_in_besluit": _gevallen("besluit", Tekst("waarover niets is besloten", "what has not been decided")),
    "gevraagde_gegevens": _gevraagde_gegevens,
    "ontbrekende_onderdelen": _ontbrekende_onderdelen,
    "niet_onderzocht": _niet_onderzocht,
    "dwangsom": _dwangsom,
    "dwangsom_vastgesteld": _vastgesteld,
    "laatste_dwangsomdag": _laatste_dwangsomdag,
}


def vul(tekst: Tekst, beeld: Zaakbeeld, taal: str) -> str:
    """The text in this language with its fields filled."""
    return ingevuld(tekst, VELDEN, beeld, taal)
