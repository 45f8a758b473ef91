"""Safeguards of the onderzoek that fit no family: small functions, one a safeguard."""

from __future__ import annotations

from collections.abc import Sequence

from keukentafel.procedure.feit import Feit
from keukentafel.procedure.melding import TOT_VERSLAG
from keukentafel.procedure.moment import ONBEKEND, waarde
from keukentafel.procedure.oordelen import (
    dag_onbekend,
    grensfeit,
    niet,
    nog_in_onderzoek,
    nog_niet,
    op_tijd,
    veld_onbekend,
)
from keukentafel.procedure.taal import dag_voluit, opsomming
from keukentafel.procedure.waarborg import GESCHONDEN, LOOPT, NAGEKOMEN, NORM, NVT, NVTS, WET, Oordeel, Waarborg
from keukentafel.procedure.zaak import Zaak, lijstwaarden

PERSOONLIJK = ("huisbezoek", "gemeentehuis", "elders")
GOEDE_REDEN = {
    "bekende_situatie": "de situatie was al bekend",
    "eenvoudige_voorziening": "het ging om een eenvoudige vraag",
    "wens_inwoner": "de inwoner wilde het zo",
}


def persoonlijk_gesprek(zaak: Zaak, w: Waarborg) -> Oordeel:
    """O3: a talk in person, or one of the three reasons on file; any other reason is none of the three."""
    vormen = [(g, g.velden.get("vorm")) for g in _op_tijd(zaak, "gesprek_gevoerd")]
    for gesprek, vorm in vormen:
        if vorm in PERSOONLIJK:
            return Oordeel(NAGEKOMEN, f"Er was een persoonlijk gesprek op {dag_voluit(gesprek.dag)}.", (gesprek,))
    for feit in zaak.van("afgezien_van_gesprek"):
        return Oordeel(NAGEKOMEN, f"De inwoner zag op {dag_voluit(feit.dag)} af van een gesprek.", (feit,))
    gekozen = _gekozen_reden(zaak)
    if gekozen is not None:
        return gekozen
    for gesprek, vorm in vormen:
        if vorm is None:
            return veld_onbekend(gesprek, "vorm")
    return nog_in_onderzoek(w, grensfeit(TOT_VERSLAG, zaak), zaak, zaak.van("melding_ontvangen")[0])


def _op_tijd(zaak: Zaak, *soorten: str) -> list[Feit]:
    """The facts of these kinds that do not certainly come after the report or the end of the onderzoek."""
    act, laatste = grensfeit(TOT_VERSLAG, zaak), zaak.einde("onderzoek")
    return [f for f in zaak.van_een(soorten) if op_tijd(f, TOT_VERSLAG, act, laatste) is not False]


def _gekozen_reden(zaak: Zaak) -> Oordeel | None:
    for keuze in reversed(zaak.van("onderzoeksvorm_gekozen")):
        vorm, reden = keuze.velden.get("vorm"), keuze.velden.get("reden")
        if vorm in PERSOONLIJK:
            continue
        if vorm is None or reden is None:
            return veld_onbekend(keuze, "vorm" if vorm is None else "reden")
        if reden in GOEDE_REDEN:
            tekst = f"Geen persoonlijk gesprek; de reden staat in het dossier: {GOEDE_REDEN[reden]}."
            return Oordeel(NAGEKOMEN, tekst, (keuze,))
    return None


def aan_huis(zaak: Zaak, w: Waarborg) -> Oordeel:
    """O4: asked for a talk at home: had it, or the reason why not is on file. The last wish counts."""
    vraag = zaak.van("gesprek_aan_huis_gevraagd")[-1]
    anders = next((w for w in reversed(zaak.van("gespreksvorm_gevraagd")) if "plek" in w.velden), None)
    if anders is not None and anders.velden["plek"] != "huisbezoek" and anders.sleutel > vraag.sleutel:
        return Oordeel(NVT, f"Op {dag_voluit(anders.dag)} vroeg u om een gesprek op een andere manier.", (anders,))
    onbekend: Feit | None = None
    for gesprek in _op_tijd(zaak, "gesprek_gevoerd"):
        vorm = gesprek.velden.get("vorm")
        if vorm == "huisbezoek":
            return Oordeel(NAGEKOMEN, f"Het gesprek was thuis, op {dag_voluit(gesprek.dag)}.", (vraag, gesprek))
        onbekend = onbekend or (gesprek if vorm is None else None)
    for keuze in zaak.van("onderzoeksvorm_gekozen"):
        if "reden" in keuze.velden and keuze.velden.get("vorm") != "huisbezoek":
            return Oordeel(NAGEKOMEN, f"Niet thuis; de reden is vastgelegd op {dag_voluit(keuze.dag)}.", (vraag, keuze))
    if onbekend is not None:
        return veld_onbekend(onbekend, "vorm")
    return nog_in_onderzoek(w, grensfeit(TOT_VERSLAG, zaak), zaak, vraag)


def belangen(zaak: Zaak, w: Waarborg) -> Oordeel:
    """O6: no interest (Awb 2:4, statute); the investigating organisation does not deliver the support (norm, S9)."""
    gesprekken = zaak.van("gesprek_gevoerd")
    aanbieders = {
        regel["aanbieder"]: besluit
        for besluit in zaak.van("besluit_bekendgemaakt")
        for regel in besluit.velden.get("behoeften", ())
        if regel.get("uitkomst") == "toegekend" and regel.get("aanbieder")
    }
    onbekend: Feit | None = None
    for gesprek in gesprekken:
        belang = waarde(gesprek, "gespreksvoerder.belang")
        if belang is True:
            tekst = "De gespreksvoerder had een belang bij de uitkomst. Dat mag niet van de wet (Awb 2:4)."
            return Oordeel(GESCHONDEN, tekst, (gesprek,), binding=WET)
        onbekend = onbekend or (gesprek if belang is ONBEKEND else None)
    for gesprek in gesprekken:
        organisatie = waarde(gesprek, "gespreksvoerder.organisatie")
        if organisatie in aanbieders:
            tekst = (
                f"Wie het onderzoek deed ({organisatie}) geeft ook de hulp. "
                "De wet verbiedt dat niet; het is tegen de norm (ANBO spelregel 9)."
            )
            return Oordeel(GESCHONDEN, tekst, (gesprek, aanbieders[organisatie]), binding=NORM)
    if onbekend is not None:
        return veld_onbekend(onbekend, "gespreksvoerder.belang")
    return Oordeel(NAGEKOMEN, "De gespreksvoerder had geen belang bij de uitkomst.", tuple(gesprekken))


def mantelzorger_uitgenodigd(zaak: Zaak, w: Waarborg) -> Oordeel:
    """O8: where the facts mention a mantelzorger: invited, or present at a talk."""
    melders = _noemt_mantelzorger(zaak)
    if not melders:
        return w.niet_aan_de_orde
    onbekend: Feit | None = None
    for brief in _op_tijd(zaak, "uitnodiging_verstuurd"):
        delen = brief.velden.get("onderdelen")
        if delen is None:
            onbekend = onbekend or brief
        elif "mantelzorger" in delen:
            return Oordeel(NAGEKOMEN, f"De mantelzorger is uitgenodigd op {dag_voluit(brief.dag)}.", (brief,))
    for gesprek in _op_tijd(zaak, "gesprek_gevoerd"):
        if "mantelzorger" in gesprek.velden.get("aanwezig", ()):
            return Oordeel(NAGEKOMEN, f"De mantelzorger was bij het gesprek op {dag_voluit(gesprek.dag)}.", (gesprek,))
    if onbekend is not None:
        return veld_onbekend(onbekend, "onderdelen")
    return nog_in_onderzoek(w, grensfeit(TOT_VERSLAG, zaak), zaak, melders[0])


def _noemt_mantelzorger(zaak: Zaak) -> Sequence[Feit]:
    uit, vragen = [], _op_tijd(zaak, "mantelzorger_vroeg_steun")
    for feit in zaak.feiten:
        v = feit.velden
        if (
            "mantelzorger" in v.get("aanwezig", ())
            or v.get("van") == "mantelzorger"
            or v.get("door") == "mantelzorger"
            or feit in vragen
            or "mantelzorger" in v.get("erbij", ())
            or (feit.soort == "verslag_verstuurd" and "mantelzorg" in _oplossingen(feit))
        ):
            uit.append(feit)
    return uit


def _oplossingen(verslag: Feit) -> set[str]:
    return {r["soort_oplossing"] for r in verslag.velden.get("behoeften", ()) if "soort_oplossing" in r}


def doel_genoemd(zaak: Zaak, w: Waarborg) -> Oordeel:
    """O12: purpose and need named in every request."""
    return _doelen(zaak.van("gegevens_gevraagd"), ("doel", "behoefte"))


def gegevens_van_anderen(zaak: Zaak, w: Waarborg) -> Oordeel:
    """O14: data of others only with a purpose."""
    vragen = zaak.van("gegevens_gevraagd")
    anderen = [v for v in vragen if v.velden.get("gegevens") == "derden"]
    if anderen:
        return _doelen(anderen, ("doel",))
    for vraag in vragen:
        if "gegevens" not in vraag.velden:
            return veld_onbekend(vraag, "gegevens")
    return w.niet_aan_de_orde


def _doelen(vragen: Sequence[Feit], velden: tuple[str, ...]) -> Oordeel:
    onbekend: Oordeel | None = None
    for vraag in vragen:
        leeg = [v for v in velden if v in vraag.velden and not vraag.velden[v].strip()]
        if leeg:
            return Oordeel(GESCHONDEN, f"Op {dag_voluit(vraag.dag)} zonder {opsomming(leeg)} gevraagd.", (vraag,))
        mist = tuple(v for v in velden if v not in vraag.velden)
        if mist:
            onbekend = onbekend or veld_onbekend(vraag, *mist)
    return onbekend or Oordeel(NAGEKOMEN, f"Bij elke vraag staat: {opsomming(velden)}.", tuple(vragen))


NODIGE_TOESTEMMING = {"zorgaanbieder": "medisch", "zorgverzekeraar": "medisch", "ander_domein": "uitwisseling"}


def alleen_met_toestemming(zaak: Zaak, w: Waarborg) -> Oordeel:
    """O13: what came from a care provider, insurer or another domain came under a consent that stood that day."""
    onbekend: Oordeel | None = None
    met: list[Feit] = []
    for feit in zaak.van("gegevens_ontvangen"):
        van = feit.velden.get("van")
        if van is None:
            onbekend = onbekend or veld_onbekend(feit, "van")
            continue
        soort = NODIGE_TOESTEMMING.get(van)
        if soort is None:
            continue
        met.append(feit)
        uitkomst = _toestemming_op(zaak, feit, soort)
        if uitkomst is not None and uitkomst.oordeel is GESCHONDEN:
            return uitkomst
        onbekend = onbekend or uitkomst
    if onbekend is not None:
        return onbekend
    if not met:
        return w.niet_aan_de_orde
    return Oordeel(NAGEKOMEN, "Er was steeds toestemming op de dag van ontvangst.", tuple(met))


def _toestemming_op(zaak: Zaak, feit: Feit, soort: str) -> Oordeel | None:
    """None when a consent stands on the day of receipt."""
    geldig = {soort, feit.velden.get("gegevens")} - {None}
    staat: Feit | None = None
    onbekend: Feit | None = None
    for t in zaak.van_een(("toestemming_gegeven", "toestemming_ingetrokken")):
        if feit.dag is None:
            return dag_onbekend(feit)
        if t.sleutel > feit.sleutel:
            break
        if "gegevens" not in t.velden:
            onbekend = t
        elif t.velden["gegevens"] in geldig:
            staat = t if t.soort == "toestemming_gegeven" else None
    if staat is not None:
        return None
    if onbekend is not None:
        return veld_onbekend(onbekend, "gegevens")
    return Oordeel(
        GESCHONDEN, f"Gegevens ontvangen op {dag_voluit(feit.dag)} zonder toestemming die op die dag gold.", (feit,)
    )


def stappenplan(zaak: Zaak, w: Waarborg) -> Oordeel:
    """O21: what a report solves by own strength, help at home, carer or network was first investigated as a need."""
    eigen = {"eigen_kracht", "gebruikelijke_hulp", "mantelzorg", "netwerk"}
    if not zaak.heeft("verslag_verstuurd"):
        return w.niet_aan_de_orde
    verslag = zaak.van("verslag_verstuurd")[-1]
    if "behoeften" not in verslag.velden:
        return veld_onbekend(verslag, "behoeften")
    if not _oplossingen(verslag) & eigen:
        return niet("het verslag legt geen oplossing bij u of uw omgeving")
    onderzoeken = [
        f for f in zaak.van_een(("gesprek_gevoerd", "dossieronderzoek_gedaan")) if f.sleutel < verslag.sleutel
    ]
    if not onderzoeken:
        return Oordeel(
            NVTS,
            "Niet vast te stellen: er is geen gesprek of dossieronderzoek vastgelegd.",
            (verslag,),
            mist=("gesprek_gevoerd",),
        )
    onderwerpen, zonder = lijstwaarden(onderzoeken, "onderwerpen")
    if "behoeften" in onderwerpen:
        return Oordeel(NAGEKOMEN, "De behoeften zijn eerst onderzocht.", (*onderzoeken, verslag))
    if zonder:
        return veld_onbekend(zonder[0], "onderwerpen")
    tekst = "Het verslag legt de oplossing bij u of uw omgeving, maar de behoefte zelf is niet onderzocht."
    return Oordeel(GESCHONDEN, tekst, (*onderzoeken, verslag))


def druk(zaak: Zaak, w: Waarborg) -> Oordeel:
    """O23: a complaint about treatment is shown; whether there was pressure is for people to judge."""
    for klacht in zaak.van("klacht_ontvangen"):
        if klacht.velden.get("over") == "bejegening":
            tekst = f"Er is een klacht over de bejegening van {dag_voluit(klacht.dag)}. Een mens beoordeelt die."
            return Oordeel(NVTS, tekst, (klacht,), mist=("oordeel van een mens",))
    return w.niet_aan_de_orde


def tegemoetkoming(zaak: Zaak, w: Waarborg) -> Oordeel:
    """O24: told of a tegemoetkoming where the report names an algemene voorziening."""
    if not zaak.heeft("verslag_verstuurd"):
        return w.niet_aan_de_orde
    verslag = zaak.van("verslag_verstuurd")[-1]
    if "behoeften" not in verslag.velden:
        return veld_onbekend(verslag, "behoeften")
    if "algemeen" not in _oplossingen(verslag):
        return niet("het verslag noemt geen algemene voorziening")
    gesprekken = zaak.van_een(("gesprek_gevoerd", "dossieronderzoek_gedaan"))
    verteld, zonder = lijstwaarden(gesprekken, "geinformeerd_over")
    if "tegemoetkoming" in verteld:
        return Oordeel(NAGEKOMEN, "Verteld van een tegemoetkoming.", tuple(gesprekken))
    if zonder:
        return veld_onbekend(zonder[0], "geinformeerd_over")
    tekst = "Het verslag noemt een algemene voorziening, maar van een tegemoetkoming is niet verteld."
    return Oordeel(GESCHONDEN, tekst, (*gesprekken, verslag))


def aanvullend_gesprek(zaak: Zaak, w: Waarborg) -> Oordeel:
    """O25: a further talk was had, or the reason why not is on file, before the decision."""
    vraag = zaak.van("aanvullend_gesprek_gevraagd")[-1]
    besluit = next((b for b in zaak.van("besluit_bekendgemaakt") if b.sleutel > vraag.sleutel), None)
    for feit in zaak.van_een(("gesprek_gevoerd", "onderzoeksvorm_gekozen")):
        reden = feit.soort == "gesprek_gevoerd" or "reden" in feit.velden
        if feit.sleutel > vraag.sleutel and reden and (besluit is None or feit.sleutel < besluit.sleutel):
            gedaan = "Het aanvullende gesprek was" if feit.soort == "gesprek_gevoerd" else "De reden is vastgelegd"
            return Oordeel(NAGEKOMEN, f"{gedaan} op {dag_voluit(feit.dag)}.", (vraag, feit))
    if besluit is None:
        return Oordeel(LOOPT, f"Nog te doen: {w.eis}.", (vraag,))
    return nog_niet(w, besluit, None, zaak, vraag)
