"""Safeguards of the decision that compare need by need: small functions, one a safeguard."""

from __future__ import annotations

from datetime import date
from typing import Any

from keukentafel.procedure.aanvraag import staande_aanvragen
from keukentafel.procedure.feit import Feit
from keukentafel.procedure.moment import laatste, na
from keukentafel.procedure.oordelen import dag_onbekend, niet, nog_niet, van_stand, veld_onbekend
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
INGETROKKEN = na(laatste("aanvraag_ontvangen"), "aanvraag_ingetrokken")
WAAROM_NIET = "de aanvraag is ingetrokken"
GEEN_AANVRAAG = "er is nog geen aanvraag die telt"
Regels = dict[str, dict[str, Any]]


def _besluiten(zaak: Zaak) -> list[Feit]:
    """Decisions on the substance; one not to handle the application decides no need."""
    return [b for b in zaak.van("besluit_bekendgemaakt") if b.velden.get("uitkomst") != BUITEN_BEHANDELING]


def _open(zaak: Zaak, w: Waarborg) -> Oordeel:
    """No decision yet: it runs; decided not to handle, withdrawn, or nothing to decide on: it does not apply."""
    if zaak.heeft("besluit_bekendgemaakt"):
        return niet("de aanvraag is niet behandeld")
    if INGETROKKEN.van(zaak) is not None:
        return niet(WAAROM_NIET)
    aanvragen = staande_aanvragen(zaak)
    if not aanvragen:
        return niet(GEEN_AANVRAAG)
    return Oordeel(LOOPT, f"Er is nog geen besluit. Daarvoor geldt: {w.eis}.", tuple(aanvragen[-1:]))


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
        return niet("er is geen verslag om van af te wijken")
    if _zonder_behoeften(besluiten) is not None:
        return _afwijking_zonder_lijst(besluiten[-1])
    verslag = _regels(verslagen)
    if not verslag:
        return veld_onbekend(verslagen[-1], "behoeften")
    beslist = _regels(besluiten)
    afwijkend = _afwijkende(zaak, verslag, beslist)
    twijfel = _onvergelijkbaar(verslagen[-1], verslag, besluiten[-1], beslist)
    if twijfel is not None and all(_reden(regel) for regel in afwijkend.values()):
        return twijfel
    if not afwijkend:
        return Oordeel(NAGEKOMEN, "Het besluit volgt het verslag.", (verslagen[-1], *besluiten))
    mist = [nr for nr, regel in afwijkend.items() if not _reden(regel)]
    if mist:
        tekst = f"Het besluit is anders dan het verslag, zonder reden, bij: {opsomming(mist)}."
        return Oordeel(GESCHONDEN, tekst, (verslagen[-1], *besluiten))
    tekst = f"Het besluit is anders dan het verslag bij {opsomming(list(afwijkend))}, en geeft daar een reden voor."
    return Oordeel(NAGEKOMEN, tekst, (verslagen[-1], *besluiten))


def _onvergelijkbaar(verslag: Feit, gemeld: Regels, besluit: Feit, beslist: Regels) -> Oordeel | None:
    """A need in both letters, of which one does not say how it came out."""
    for nr in gemeld.keys() & beslist.keys():
        if _reden(beslist[nr]):
            continue
        if "uitkomst" not in beslist[nr]:
            return veld_onbekend(besluit, "uitkomst")
        if "soort_oplossing" not in gemeld[nr]:
            return veld_onbekend(verslag, "soort_oplossing")
    return None


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
        if beslist is not None and "uitkomst" not in beslist:
            continue
        toegekend = beslist is not None and beslist["uitkomst"] == "toegekend"
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
    aanvragen = staande_aanvragen(zaak) or zaak.van("aanvraag_ontvangen")
    besluiten = _besluiten(zaak)
    if not besluiten:
        return _open(zaak, w)
    eerder = [a for a in aanvragen if a.sleutel < besluiten[-1].sleutel or a.dag is None]
    zonder = _zonder_behoeften(eerder) or _zonder_behoeften(besluiten)
    if zonder is not None:
        return veld_onbekend(zonder, "behoeften")
    beslist = _regels(besluiten)
    gevraagd = list(_regels(eerder))
    kwijt = [nr for nr in gevraagd if nr not in beslist]
    if kwijt:
        tekst = f"Aangevraagd, maar niet over beslist: {opsomming(kwijt)}."
        return Oordeel(GESCHONDEN, tekst, (*eerder, *besluiten))
    if any("uitkomst" not in beslist[nr] for nr in gevraagd):
        return veld_onbekend(besluiten[-1], "uitkomst")
    return Oordeel(NAGEKOMEN, "Over elke aangevraagde behoefte is beslist.", (*eerder, *besluiten))


def geen_inkomen(zaak: Zaak, w: Waarborg) -> Oordeel:
    """A10: no refusal because of income or wealth; words of a reason are never searched."""
    besluiten = _besluiten(zaak)
    if not besluiten:
        return _open(zaak, w)
    for besluit in besluiten:
        regels = besluit.velden.get("behoeften", ())
        if any(r.get("uitkomst") == "afgewezen" and r.get("grond") == "inkomen_of_vermogen" for r in regels):
            tekst = f"Op {dag_voluit(besluit.dag)} geweigerd om inkomen of vermogen. Dat mag niet van de wet."
            return Oordeel(GESCHONDEN, tekst, (besluit,))
    for besluit in besluiten:
        veld = _grond_onbekend(besluit)
        if veld is not None:
            return veld_onbekend(besluit, veld)
    return Oordeel(NAGEKOMEN, "Niets is geweigerd om inkomen of vermogen.", tuple(besluiten))


def _grond_onbekend(besluit: Feit) -> str | None:
    """The field for want of which this decision does not say why something is refused, if anything is."""
    regels = besluit.velden.get("behoeften")
    if regels is None:
        return None if besluit.velden.get("uitkomst") == "toegekend" else "behoeften"
    if any("uitkomst" not in r for r in regels):
        return "uitkomst"
    return "grond" if any(r["uitkomst"] == "afgewezen" and "grond" not in r for r in regels) else None


VOORWAARDEN = {
    "bekwaam": "of u een pgb aankunt",
    "gemotiveerd": "waarom u een pgb wilt",
    "kwaliteit": "of de hulp goed genoeg is",
}


def pgb_voorwaarden(zaak: Zaak, w: Waarborg) -> Oordeel:
    """A11: pgb asked: bekwaam, gemotiveerd and kwaliteit weighed for each need; a refusal gives its reason."""
    if not zaak.heeft("besluit_bekendgemaakt") and not staande_aanvragen(zaak):
        return _open(zaak, w)
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
    fout = {nr: gebrek for nr, gebrek in gebreken.items() if gebrek != ONBEKEND_GEWOGEN}
    if fout:
        tekst = "; ".join(f"{nr}: {gebrek}" for nr, gebrek in fout.items())
        return Oordeel(GESCHONDEN, f"Niet in orde bij {tekst}.", (*gevraagd, *besluiten))
    if gebreken:
        return veld_onbekend(besluiten[-1], "pgb_voorwaarden")
    return Oordeel(NAGEKOMEN, "De drie voorwaarden voor een pgb zijn gewogen.", (*gevraagd, *besluiten))


ONBEKEND_GEWOGEN = "onbekend"


def _pgb_gebrek(regel: dict[str, Any]) -> str:
    """What is missing in the weighing of one need; `onbekend` when the decision does not say."""
    if regel.get("uitkomst") == "afgewezen" and regel.get("grond") not in (None, "pgb_voorwaarden"):
        return ""  # the need itself is refused on another ground: there is no pgb to weigh
    gewogen = regel.get("pgb_voorwaarden")
    if gewogen:  # as a list that is present: complete, so what it leaves out was not weighed
        mist = [v for v in VOORWAARDEN if v not in gewogen]
        if mist:
            return f"niet gewogen is {opsomming([VOORWAARDEN[v] for v in mist])}"
    zonder_reden = not str(regel.get("reden_pgb", "")).strip() and not _reden(regel)
    if _pgb_geweigerd(regel, gewogen or {}) and zonder_reden:
        return "het pgb is geweigerd zonder reden"
    return "" if gewogen else ONBEKEND_GEWOGEN


def _pgb_geweigerd(regel: dict[str, Any], gewogen: dict[str, Any]) -> bool:
    """Given in another form, refused for its conditions, or a condition not met and no pgb given."""
    vorm = regel.get("leveringsvorm")
    return vorm == "zin" or regel.get("grond") == "pgb_voorwaarden" or ("nee" in gewogen.values() and vorm != "pgb")


def eerst_aanvullen(zaak: Zaak, w: Waarborg) -> Oordeel:
    """A12: not handled only after a chance to complete, and within four weeks (Awb 4:5)."""
    besluiten = zaak.van("besluit_bekendgemaakt")
    if not besluiten:
        return w.niet_aan_de_orde
    afgehouden = [b for b in besluiten if b.velden.get("uitkomst") == BUITEN_BEHANDELING]
    if not afgehouden:
        onbekend = next((b for b in besluiten if "uitkomst" not in b.velden), None)
        return veld_onbekend(onbekend, "uitkomst") if onbekend is not None else niet("de aanvraag is gewoon behandeld")
    besluit = afgehouden[-1]
    vragen = [v for v in zaak.van("aanvulling_gevraagd") if v.sleutel < besluit.sleutel]
    if not vragen:
        return Oordeel(GESCHONDEN, "De aanvraag is niet behandeld zonder eerst om aanvulling te vragen.", (besluit,))
    return _na_de_kans(zaak, w, vragen[-1], besluit)


def _na_de_kans(zaak: Zaak, w: Waarborg, vraag: Feit, besluit: Feit) -> Oordeel:
    gekregen = [
        a for a in zaak.van("aanvulling_ontvangen") if vraag.sleutel < a.sleutel and a.sleutel < besluit.sleutel
    ]
    tot = vraag.velden.get("tot")
    if not gekregen and not isinstance(tot, date):
        return veld_onbekend(vraag, "tot")
    if not gekregen and isinstance(tot, date) and besluit.dag is not None and besluit.dag <= tot.toordinal():
        tekst = "De aanvraag is niet behandeld, terwijl de tijd om aan te vullen nog liep."
        return Oordeel(GESCHONDEN, tekst, (vraag, besluit))
    for stand in zaak.standen.get("buiten_behandeling", ()):
        if stand.feit is vraag or stand.feit in gekregen:
            return van_stand(w, stand, zaak)
    return dag_onbekend(besluit)


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


def bijdrage_uitgelegd(zaak: Zaak, w: Waarborg) -> Oordeel:
    """A15: every decision that grants help says how it contributes (Wmo 2.3.5 lid 3); a refusal has nothing to say."""
    besluiten = [b for b in zaak.van("besluit_bekendgemaakt") if not _niets_toegekend(b)]
    if not besluiten:
        return niet("er is geen hulp toegekend")
    for besluit in besluiten:
        if besluit.velden.get("motivering") is False:
            tekst = f"Op {dag_voluit(besluit.dag)} was dit niet zo. De regel is: {w.eis}."
            return Oordeel(GESCHONDEN, tekst, (besluit,))
    for besluit in besluiten:
        if "motivering" not in besluit.velden:
            return veld_onbekend(besluit, "motivering")
    return Oordeel(NAGEKOMEN, f"In orde: {w.eis}.", tuple(besluiten))


def _niets_toegekend(besluit: Feit) -> bool:
    uitkomst = besluit.velden.get("uitkomst")
    if uitkomst is not None:
        return uitkomst in ("afgewezen", BUITEN_BEHANDELING)
    behoeften = besluit.velden.get("behoeften") or ()
    return bool(behoeften) and all(b.get("uitkomst") == "afgewezen" for b in behoeften)
