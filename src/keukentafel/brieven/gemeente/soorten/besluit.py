"""The decision on an application, need by need: what, why, on what ground; and the one not to handle it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from keukentafel.brieven.gemeente import als
from keukentafel.brieven.gemeente.beeld import Gemeentebeeld
from keukentafel.brieven.gemeente.model import Als, Blok, Gemeentebrief, kop, stukken, tekst
from keukentafel.brieven.gemeente.soorten.vast import VRAGEN, alineas, bezwaarclausule, toelichting
from keukentafel.brieven.gemeente.soorten.verslag import OPLOSSINGEN
from keukentafel.brieven.taal import Tekst
from keukentafel.dossier.geldend import SOORTEN, toegekend
from keukentafel.procedure.feit import Feit
from keukentafel.wet.artikel import Artikel, awb, wmo

_LID3 = wmo("2.3.5", lid=3)
GRONDEN: Mapping[str, tuple[Tekst, Artikel]] = {
    "eigen_kracht": (Tekst("u kunt dit zelf oplossen", "you can solve this yourself"), _LID3),
    "gebruikelijke_hulp": (Tekst("uw huisgenoten kunnen dit doen", "those you live with can do this"), _LID3),
    "mantelzorg": (Tekst("uw mantelzorger doet dit", "your carer does this"), _LID3),
    "netwerk": (
        Tekst("familie, vrienden of buren doen dit", "family, friends or neighbours do this"),
        _LID3,
    ),
    "algemeen": (
        Tekst("er is hulp in de buurt die voor iedereen open is", "there is help nearby that is open to everyone"),
        _LID3,
    ),
    "algemeen_gebruikelijk": (
        Tekst("dit is iets wat iedereen gewoon kan kopen", "this is something that anyone can buy"),
        _LID3,
    ),
    "voorliggend": (Tekst("een andere regeling is hiervoor bedoeld", "another scheme is meant for this"), _LID3),
    "wlz": (
        Tekst("u hebt recht op zorg uit de Wet langdurige zorg", "you are entitled to care under the Wlz"),
        wmo("2.3.5", lid=6),
    ),
    "pgb_voorwaarden": (
        Tekst("niet aan alle voorwaarden voor een pgb is voldaan", "not all conditions for a pgb are met"),
        wmo("2.3.6", lid=2),
    ),
}
"""The grounds on which a need is refused, in plain words, each with its article. Income is no ground at all."""

_JA_NEE = {"ja": Tekst("ja", "yes"), "nee": Tekst("nee", "no")}
_PGB = {
    "bekwaam": Tekst(
        "U kunt het budget goed beheren, alleen of met hulp", "You can manage the budget well, alone or with help"
    ),
    "gemotiveerd": Tekst("U legde uit waarom u een pgb wilt", "You explained why you want a pgb"),
    "kwaliteit": Tekst("De hulp die u koopt, is veilig en goed", "The help that you buy is safe and good"),
}
_VORM = {
    "zin": Tekst("De gemeente regelt deze hulp voor u (in natura).", "We arrange this help for you (in kind)."),
    "pgb": Tekst(
        "U krijgt een persoonsgebonden budget (pgb) en regelt de hulp zelf.",
        "You get a personal budget (pgb) and arrange the help yourself.",
    ),
}


def _t(inhoud: str) -> dict[str, Any]:
    return {"soort": "tekst", "tekst": inhoud}


_GEVRAAGD = {
    "zin": Tekst("U vroeg om hulp in natura.", "You asked for help in kind."),
    "pgb": Tekst("U vroeg om een pgb.", "You asked for a pgb."),
}


def _gevraagde_vorm(beeld: Gemeentebeeld) -> str:
    """In which form the last application asks for the help; empty when it does not say."""
    aanvraag = beeld.laatste("aanvraag_ontvangen")
    return str(aanvraag.velden.get("leveringsvorm") or "") if aanvraag is not None else ""


def _uitkomst(rij: Mapping[str, Any], taal: str, gevraagd: str) -> list[dict[str, Any]]:
    """Granted or refused, what, from whom, in what form; and that another form was asked for (`gevraagd`)."""
    if rij.get("uitkomst") != "toegekend":
        return [_t(Tekst("U krijgt deze hulp niet.", "You do not get this help.").in_taal(taal))]
    wat, wie = (" ".join(str(rij.get(v) or "").split()).rstrip(".") for v in ("voorziening", "aanbieder"))
    delen = [Tekst("U krijgt deze hulp", "You get this help").in_taal(taal) + (f": {wat}." if wat else ".")]
    if wie:
        delen.append(Tekst(f"De hulp komt van {wie}.", f"The help comes from {wie}.").in_taal(taal))
    if rij.get("leveringsvorm") in _VORM:
        if gevraagd in _GEVRAAGD and gevraagd != rij["leveringsvorm"]:
            delen.append(_GEVRAAGD[gevraagd].in_taal(taal))
        delen.append(_VORM[rij["leveringsvorm"]].in_taal(taal))
    return [_t(" ".join(delen))]


def _grond(rij: Mapping[str, Any], taal: str) -> list[dict[str, Any]]:
    grond = GRONDEN.get(str(rij.get("grond")))
    if rij.get("uitkomst") == "toegekend" or grond is None:
        return []
    woorden, artikel = grond
    return [_t(f"{Tekst('De grond', 'The ground').in_taal(taal)}: {woorden.in_taal(taal)} ({artikel}).")]


def _volgens_verslag(beeld: Gemeentebeeld, rij: Mapping[str, Any], taal: str) -> list[dict[str, Any]]:
    """Where the decision differs from the report, the letter says so beside its reason (Awb 3:46)."""
    verslag = beeld.laatste("verslag_verstuurd")
    if verslag is not None and any(b.sleutel > verslag.sleutel for b in eerdere_besluiten(beeld)):
        return []  # an earlier decision has answered that report
    eerder = next((b for b in (verslag.velden.get("behoeften") if verslag else ()) or () if b["id"] == rij["id"]), None)
    soort = str(eerder.get("soort_oplossing")) if eerder else ""
    anders = soort in OPLOSSINGEN and (soort == "maatwerk") != (rij.get("uitkomst") == "toegekend")
    if not anders:
        return []
    woorden = OPLOSSINGEN[soort].in_taal(taal)
    tekst_ = Tekst(
        f"In het verslag stond het anders: “{woorden}”. Hieronder leest u waarom wij nu anders beslissen.",
        f"The report said otherwise: “{woorden}”. Below you read why we now decide differently.",
    )
    return [_t(tekst_.in_taal(taal))]


def _pgb_speelt(beeld: Gemeentebeeld, rij: Mapping[str, Any]) -> bool:
    """Was a pgb decided on: given, refused for its conditions, or asked for and given otherwise?"""
    if rij.get("uitkomst") != "toegekend":
        return rij.get("grond") == "pgb_voorwaarden"
    return _gevraagde_vorm(beeld) == "pgb" or rij.get("leveringsvorm") == "pgb"


def _ergens_pgb(beeld: Gemeentebeeld) -> bool:
    return any(_pgb_speelt(beeld, regel) for regel in beeld.rij("behoeften"))


PGB_BRON = ((_ergens_pgb, wmo("2.3.6", lid=2)),)


def _pgb(rij: Mapping[str, Any], taal: str) -> list[dict[str, Any]]:
    gewogen = rij.get("pgb_voorwaarden") or {}
    regels = []
    for naam, woorden in _PGB.items():
        oordeel = gewogen.get(naam)
        if isinstance(oordeel, bool):
            oordeel = "ja" if oordeel else "nee"
        if oordeel in _JA_NEE:
            regels.append(f"{woorden.in_taal(taal)}: {_JA_NEE[oordeel].in_taal(taal)}")
    uit: list[dict[str, Any]] = []
    if regels:
        inleiding = Tekst("Voor een pgb keken wij naar drie voorwaarden:", "For a pgb we looked at three conditions:")
        uit = [_t(inleiding.in_taal(taal)), {"soort": "lijst", "regels": regels}]
    return uit + alineas(rij.get("reden_pgb"))


def eerdere_besluiten(beeld: Gemeentebeeld) -> list[Feit]:
    """The decisions before the one at hand, with what was changed or withdrawn of them."""
    return [feit for feit in beeld.van(*SOORTEN) if feit.nr < beeld.nr]


def per_behoefte(beeld: Gemeentebeeld, taal: str) -> list[dict[str, Any]]:
    """What is decided on each need, with its reason."""
    uit: list[dict[str, Any]] = []
    # What was asked for is what the first decision answers; a change has its own reason.
    gevraagd = "" if eerdere_besluiten(beeld) else _gevraagde_vorm(beeld)
    for rij in beeld.rij("behoeften"):
        uit.append({"soort": "kop3", "tekst": beeld.vraag(str(rij.get("id")))})
        uit += _uitkomst(rij, taal, gevraagd) + _grond(rij, taal) + _volgens_verslag(beeld, rij, taal)
        if delen := alineas(rij.get("reden")):
            waarom = Tekst("Waarom", "Why").in_taal(taal)
            uit += [_t(f"{waarom}: {delen[0]['tekst']}"), *delen[1:]]
        if _pgb_speelt(beeld, rij):
            uit += _pgb(rij, taal)
    return uit


def _toegekend(beeld: Gemeentebeeld) -> bool:
    return any(toegekend(regel) for regel in beeld.rij("behoeften"))


def eigen_bijdrage(geldt: Als) -> tuple[Blok, ...]:
    """What the resident pays for the help that is granted."""
    return (
        kop("Wat u zelf betaalt", "What you pay yourself", geldt),
        tekst(
            "U betaalt een eigen bijdrage. Voor uw huishouden is dat ten hoogste {bijdrage}, voor alle hulp samen. Het"
            " CAK stuurt de rekening. Uw inkomen speelde geen rol in dit besluit.",
            "You pay a contribution. For your household that is at most {bijdrage}, for all help together. The CAK"
            " sends the bill. Your income played no part in this decision.",
            als.allebei(geldt, als.bijdrage_bekend),
        ),
        tekst(
            "Meestal betaalt u een eigen bijdrage. Het CAK stuurt de rekening. Bel ons voor het bedrag: {telefoon}. Uw"
            " inkomen speelde geen rol in dit besluit.",
            "You usually pay a contribution. The CAK sends the bill. Call us for the amount: {telefoon}. Your income"
            " played no part in this decision.",
            als.allebei(geldt, als.niet(als.bijdrage_bekend)),
        ),
    )


_AFHANDELEN = als.niet(als.veld("uitkomst", "buiten_behandeling"))

BESLUIT = Gemeentebrief(
    naam="besluit",
    titel=Tekst("Besluit op de aanvraag", "Decision on the application"),
    bij="besluit_bekendgemaakt",
    past=_AFHANDELEN,
    nodig=("behoeften", "uitkomst", "motivering"),
    onderwerp=Tekst("Besluit op uw aanvraag", "Decision on your application"),
    blokken=(
        tekst(
            "Op {op_aanvraag} vroeg u ons om hulp. Dit is ons besluit: u krijgt de hulp die u vroeg.",
            "On {op_aanvraag} you asked us for help. This is our decision: you get the help you asked for.",
            als.veld("uitkomst", "toegekend"),
        ),
        tekst(
            "Op {op_aanvraag} vroeg u ons om hulp. Dit is ons besluit: u krijgt een deel van de hulp die u vroeg.",
            "On {op_aanvraag} you asked us for help. This is our decision: you get part of the help you asked for.",
            als.veld("uitkomst", "deels_toegekend"),
        ),
        tekst(
            "Op {op_aanvraag} vroeg u ons om hulp. Dit is ons besluit: u krijgt deze hulp niet.",
            "On {op_aanvraag} you asked us for help. This is our decision: you do not get this help.",
            als.veld("uitkomst", "afgewezen"),
        ),
        kop("Wat wij besloten, en waarom", "What we decided, and why"),
        tekst(
            "Wij gebruikten het verslag van {op_verslag}.",
            "We used the report of {op_verslag}.",
            als.allebei(als.veld("gebaseerd_op_verslag"), als.heeft("verslag_verstuurd")),
        ),
        stukken(per_behoefte),
        stukken(toelichting),
        kop("Vanaf wanneer", "From when", als.allebei(_toegekend, als.veld("ingangsdatum"))),
        tekst(
            "De hulp begint op {ingangsdatum} en duurt tot en met {einddatum}.",
            "The help starts on {ingangsdatum} and lasts until {einddatum}.",
            als.allebei(_toegekend, als.veld("ingangsdatum"), als.veld("einddatum")),
        ),
        tekst(
            "De hulp begint op {ingangsdatum}. Er is geen einddatum.",
            "The help starts on {ingangsdatum}. There is no end date.",
            als.allebei(_toegekend, als.veld("ingangsdatum"), als.niet(als.veld("einddatum"))),
        ),
        *eigen_bijdrage(_toegekend),
        kop("Verandert er iets?", "Does something change?", _toegekend),
        tekst(
            "Wordt uw situatie anders, of past de hulp niet? Bel ons. Wij vragen u over een tijdje ook zelf hoe het"
            " gaat.",
            "Does your situation change, or does the help not fit? Call us. After some time we will also ask you how it"
            " is going.",
            _toegekend,
        ),
        *bezwaarclausule(),
        *VRAGEN,
    ),
    bronnen=(
        wmo("2.3.5", lid=2), wmo("2.3.5", lid=3), awb("3:45"), awb("3:46"), awb("3:47"), awb("6:7"),
    ),
    ook=PGB_BRON,
)  # fmt: skip

BUITEN_BEHANDELING = Gemeentebrief(
    naam="besluit-buiten-behandeling",
    titel=Tekst("Besluit: aanvraag niet behandeld", "Decision: application not handled"),
    bij="besluit_bekendgemaakt",
    past=als.niet(_AFHANDELEN),
    nodig=("toelichting",),
    onderwerp=Tekst("Wij behandelen uw aanvraag niet", "We do not handle your application"),
    blokken=(
        tekst(
            "Op {op_aanvraag} kregen wij uw aanvraag. Wij vroegen u om die aan te vullen. Wij missen nog steeds iets."
            " Daarom besluiten wij uw aanvraag niet te behandelen.",
            "On {op_aanvraag} we received your application. We asked you to complete it. Something is still missing."
            " That is why we decide not to handle your application.",
        ),
        stukken(toelichting),
        kop("Wat kunt u doen?", "What can you do?"),
        tekst(
            "U kunt altijd een nieuwe aanvraag doen. Het onderzoek en het verslag blijven staan. Bel ons als u daar"
            " hulp bij wilt: {telefoon}.",
            "You can always apply again. The investigation and the report remain. Call us if you would like help with"
            " that: {telefoon}.",
        ),
        *bezwaarclausule(),
        *VRAGEN,
    ),
    bronnen=(awb("4:5", lid=1), awb("4:5", lid=4), awb("3:45"), awb("6:7")),
)
