"""Safeguards of the decision that compare need by need: small functions, one a safeguard."""

from __future__ import annotations

from typing import Any

from keukentafel.procedure.feit import Feit
from keukentafel.procedure.oordelen import nog_niet, van_stand, veld_onbekend
from keukentafel.procedure.taal import dag_voluit, opsomming
from keukentafel.procedure.waarborg import GESCHONDEN, LOOPT, NAGEKOMEN, Oordeel, Waarborg
from keukentafel.procedure.zaak import Zaak

EIGEN_OPLOSSING = {
    "eigen_kracht",
    "algemeen_gebruikelijk",
    "gebruikelijke_hulp",
    "mantelzorg",
    "netwerk",
    "algemeen",
    "voorliggend",
    "geen",
}
BUITEN_BEHANDELING = "buiten_behandeling"
Regels = dict[str, dict[str, Any]]


def _besluiten(zaak: Zaak) -> list[Feit]:
    """Decisions on the substance; one not to handle the application decides no need."""
    return [b for b in zaak.van("besluit_bekendgemaakt") if b.velden.get("uitkomst") != BUITEN_BEHANDELING]


def _open(zaak: Zaak, w: Waarborg) -> Oordeel:
    """No decision yet: it runs; decided not to handle: it does not apply."""
    if zaak.heeft("besluit_bekendgemaakt"):
        return w.niet_aan_de_orde
    aanvragen = tuple(zaak.van("aanvraag_ontvangen"))[-1:]
    return Oordeel(LOOPT, f"Nog te doen: {w.eis}.", aanvragen)


def _regels(feiten: list[Feit]) -> Regels:
    """The last line about each need."""
    return {r["id"]: r for f in feiten for r in f.velden.get("behoeften", ())}


def _zonder_behoeften(feiten: list[Feit]) -> Feit | None:
    return next((f for f in feiten if "behoeften" not in f.velden), None)


def _reden(regel: dict[str, Any]) -> bool:
    return bool(str(regel.get("reden", "")).strip())


def afwijking_van_verslag(zaak: Zaak, w: Waarborg) -> Oordeel:
    """A6: a need decided otherwise than the report says bears a reason of its own."""
    besluiten = _besluiten(zaak)
    if not besluiten:
        return _open(zaak, w)
    verslagen = list(zaak.van("verslag_verstuurd"))
    if not verslagen:
        return w.niet_aan_de_orde
    if _zonder_behoeften(besluiten) is not None:
        return _afwijking_zonder_lijst(besluiten[-1])
    verslag = _regels(verslagen)
    if not verslag:
        return veld_onbekend(verslagen[-1], "behoeften")
    afwijkend = _afwijkende(zaak, verslag, _regels(besluiten))
    if not afwijkend:
        return Oordeel(NAGEKOMEN, "Het besluit volgt het verslag.", (verslagen[-1], *besluiten))
    mist = [nr for nr, regel in afwijkend.items() if not _reden(regel)]
    if mist:
        tekst = f"Het besluit is anders dan het verslag, zonder reden, bij: {opsomming(mist)}."
        return Oordeel(GESCHONDEN, tekst, (verslagen[-1], *besluiten))
    tekst = f"Het besluit is anders dan het verslag bij {opsomming(list(afwijkend))}, en geeft daar een reden voor."
    return Oordeel(NAGEKOMEN, tekst, (verslagen[-1], *besluiten))


def _afwijking_zonder_lijst(besluit: Feit) -> Oordeel:
    gemotiveerd = besluit.velden.get("afwijking_gemotiveerd")
    if gemotiveerd is None:
        return veld_onbekend(besluit, "behoeften")
    if gemotiveerd:
        return Oordeel(NAGEKOMEN, "Het besluit geeft een reden waar het anders is dan het verslag.", (besluit,))
    return Oordeel(GESCHONDEN, "Het besluit is anders dan het verslag en geeft daar geen reden voor.", (besluit,))


def _afwijkende(zaak: Zaak, verslag: Regels, besluit: Regels) -> Regels:
    """Granted though reported as solved otherwise; refused or left out though reported as maatwerk."""
    gevraagd = {r["id"] for a in zaak.van("aanvraag_ontvangen") for r in a.velden.get("behoeften", ())}
    uit: Regels = {}
    for nr, regel in verslag.items():
        soort, beslist = regel.get("soort_oplossing"), besluit.get(nr)
        toegekend = beslist is not None and beslist.get("uitkomst") == "toegekend"
        if (soort == "maatwerk" and not toegekend and (beslist is not None or not gevraagd or nr in gevraagd)) or (
            soort in EIGEN_OPLOSSING and toegekend
        ):
            uit[nr] = beslist or {}
    return uit


def advies_gevolgd(zaak: Zaak, w: Waarborg) -> Oordeel:
    """A7: a decision in another direction than the advice bears a reason."""
    advies = zaak.van("advies_ontvangen")[-1]
    besluiten = [b for b in _besluiten(zaak) if b.sleutel > advies.sleutel]
    if not besluiten:
        return _open(zaak, w) if not zaak.heeft("besluit_bekendgemaakt") else w.niet_aan_de_orde
    besluit = besluiten[-1]
    richting, uitkomst = advies.velden.get("richting"), besluit.velden.get("uitkomst")
    if richting is None:
        return veld_onbekend(advies, "richting")
    if uitkomst is None:
        return veld_onbekend(besluit, "uitkomst")
    if {"toewijzen": "toegekend", "deels": "deels_toegekend", "afwijzen": "afgewezen"}[richting] == uitkomst:
        return Oordeel(NAGEKOMEN, "Het besluit volgt het advies.", (advies, besluit))
    return _tegen_advies(advies, besluit)


def _tegen_advies(advies: Feit, besluit: Feit) -> Oordeel:
    if any(_reden(r) for r in besluit.velden.get("behoeften", ())):
        return Oordeel(
            NAGEKOMEN, "Het besluit is anders dan het advies en geeft daar een reden voor.", (advies, besluit)
        )
    if "behoeften" not in besluit.velden:
        if besluit.velden.get("afwijking_gemotiveerd"):
            return Oordeel(NAGEKOMEN, "Het besluit geeft een reden waar het afwijkt.", (advies, besluit))
        if "afwijking_gemotiveerd" not in besluit.velden:
            return veld_onbekend(besluit, "behoeften")
    return Oordeel(GESCHONDEN, "Het besluit is anders dan het advies en geeft daar geen reden voor.", (advies, besluit))


def alles_beslist(zaak: Zaak, w: Waarborg) -> Oordeel:
    """A9: every need applied for is decided."""
    aanvragen = list(zaak.van("aanvraag_ontvangen"))
    besluiten = _besluiten(zaak)
    if not besluiten:
        return _open(zaak, w)
    eerder = [a for a in aanvragen if a.sleutel < besluiten[-1].sleutel or a.dag is None]
    zonder = _zonder_behoeften(eerder) or _zonder_behoeften(besluiten)
    if zonder is not None:
        return veld_onbekend(zonder, "behoeften")
    beslist = {nr for nr, r in _regels(besluiten).items() if "uitkomst" in r}
    kwijt = [nr for nr in _regels(eerder) if nr not in beslist]
    if kwijt:
        tekst = f"Aangevraagd, maar niet over beslist: {opsomming(kwijt)}."
        return Oordeel(GESCHONDEN, tekst, (*eerder, *besluiten))
    return Oordeel(NAGEKOMEN, "Over elke aangevraagde behoefte is beslist.", (*eerder, *besluiten))


def geen_inkomen(zaak: Zaak, w: Waarborg) -> Oordeel:
    """A10: no refusal because of income or wealth; words of a reason are never searched."""
    besluiten = _besluiten(zaak)
    if not besluiten:
        return _open(zaak, w)
    onbekend: Feit | None = None
    for besluit in besluiten:
        uitkomst = besluit.velden.get("uitkomst")
        regels = besluit.velden.get("behoeften")
        geweigerd = [r for r in regels or () if r.get("uitkomst") == "afgewezen"]
        if any(r.get("grond") == "inkomen_of_vermogen" for r in geweigerd):
            tekst = f"Op {dag_voluit(besluit.dag)} geweigerd om inkomen of vermogen. Dat mag niet van de wet."
            return Oordeel(GESCHONDEN, tekst, (besluit,))
        if any("grond" not in r for r in geweigerd) or (regels is None and uitkomst != "toegekend"):
            onbekend = onbekend or besluit
    if onbekend is not None:
        return veld_onbekend(onbekend, "grond" if "behoeften" in onbekend.velden else "behoeften")
    return Oordeel(NAGEKOMEN, "Niets is geweigerd om inkomen of vermogen.", tuple(besluiten))


VOORWAARDEN = ("bekwaam", "gemotiveerd", "kwaliteit")


def pgb_voorwaarden(zaak: Zaak, w: Waarborg) -> Oordeel:
    """A11: pgb asked: bekwaam, gemotiveerd and kwaliteit weighed for each need; a refusal gives its reason."""
    gevraagd = [a for a in zaak.van("aanvraag_ontvangen") if a.velden.get("leveringsvorm") == "pgb"]
    if not gevraagd:
        onbekend = next((a for a in zaak.van("aanvraag_ontvangen") if "leveringsvorm" not in a.velden), None)
        return veld_onbekend(onbekend, "leveringsvorm") if onbekend is not None else w.niet_aan_de_orde
    besluiten = _besluiten(zaak)
    if not besluiten:
        return _open(zaak, w)
    zonder = _zonder_behoeften(besluiten)
    if zonder is not None:
        return veld_onbekend(zonder, "behoeften")
    ids = set(_regels(gevraagd))
    regels = {nr: regel for nr, regel in _regels(besluiten).items() if not ids or nr in ids}
    gebreken = {nr: gebrek for nr, regel in regels.items() if (gebrek := _pgb_gebrek(regel))}
    if ONBEKEND_GEWOGEN in gebreken.values():
        return veld_onbekend(besluiten[-1], "pgb_voorwaarden")
    if gebreken:
        tekst = "; ".join(f"{nr}: {gebrek}" for nr, gebrek in gebreken.items())
        return Oordeel(GESCHONDEN, f"Niet alles gewogen. {tekst}.", (*gevraagd, *besluiten))
    return Oordeel(NAGEKOMEN, "De drie voorwaarden voor een pgb zijn gewogen.", (*gevraagd, *besluiten))


ONBEKEND_GEWOGEN = "onbekend"


def _pgb_gebrek(regel: dict[str, Any]) -> str:
    """What is missing in the weighing of one need; `onbekend` when the decision does not say."""
    if regel.get("uitkomst") == "afgewezen" and regel.get("grond") not in (None, "pgb_voorwaarden"):
        return ""  # the need itself is refused on another ground: there is no pgb to weigh
    gewogen = regel.get("pgb_voorwaarden")
    if gewogen is None:
        return ONBEKEND_GEWOGEN
    mist = [v for v in VOORWAARDEN if v not in gewogen]
    if mist:
        return f"niet gewogen: {opsomming(mist)}"
    geweigerd = regel.get("leveringsvorm") == "zin" or regel.get("grond") == "pgb_voorwaarden"
    if geweigerd and not str(regel.get("reden_pgb", "")).strip() and not _reden(regel):
        return "pgb geweigerd zonder reden"
    return ""


def eerst_aanvullen(zaak: Zaak, w: Waarborg) -> Oordeel:
    """A12: not handled only after a chance to complete, and within four weeks (Awb 4:5)."""
    niet = [b for b in zaak.van("besluit_bekendgemaakt") if b.velden.get("uitkomst") == BUITEN_BEHANDELING]
    if not niet:
        onbekend = next((b for b in zaak.van("besluit_bekendgemaakt") if "uitkomst" not in b.velden), None)
        return veld_onbekend(onbekend, "uitkomst") if onbekend is not None else w.niet_aan_de_orde
    vraag = next((v for v in zaak.van("aanvulling_gevraagd") if v.sleutel < niet[-1].sleutel), None)
    if vraag is None:
        return Oordeel(GESCHONDEN, "De aanvraag is niet behandeld zonder eerst om aanvulling te vragen.", tuple(niet))
    stand = zaak.stand("buiten_behandeling")
    if stand is None:
        if "tot" in vraag.velden:
            tekst = "De aanvraag is niet behandeld, terwijl de tijd om aan te vullen nog liep."
            return Oordeel(GESCHONDEN, tekst, (vraag, *niet))
        return veld_onbekend(vraag, "tot")
    return van_stand(w, stand, zaak)


def toezegging(zaak: Zaak, w: Waarborg) -> Oordeel:
    """A14: a recorded promise is kept, or the departure bears a reason; people say which, at the decision."""
    belofte = zaak.van("toezegging_gedaan")[-1]
    besluit = next((b for b in zaak.van("besluit_bekendgemaakt") if b.sleutel > belofte.sleutel), None)
    if besluit is None:
        return Oordeel(LOOPT, f"Nog te doen: {w.eis}.", (belofte,))
    nagekomen = besluit.velden.get("toezegging_nagekomen")
    if nagekomen is None:
        return veld_onbekend(besluit, "toezegging_nagekomen")
    if nagekomen or str(besluit.velden.get("reden_toezegging", "")).strip():
        gedaan = "nagekomen" if nagekomen else "niet nagekomen, met een reden"
        return Oordeel(NAGEKOMEN, f"De toezegging van {dag_voluit(belofte.dag)} is {gedaan}.", (belofte, besluit))
    return nog_niet(w, besluit, None, zaak, belofte)
