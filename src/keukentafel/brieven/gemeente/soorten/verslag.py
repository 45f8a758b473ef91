"""The report of the talk: what was found need by need, what it is worth, and how to react."""

from __future__ import annotations

from typing import Any

from keukentafel.brieven.gemeente import als
from keukentafel.brieven.gemeente.beeld import Gemeentebeeld
from keukentafel.brieven.gemeente.model import Als, Gemeentebrief, kop, punten, stukken, tekst
from keukentafel.brieven.gemeente.soorten.vast import VRAGEN, alineas
from keukentafel.brieven.taal import Tekst
from keukentafel.wet.artikel import spelregel, wmo

OPLOSSINGEN = {
    "eigen_kracht": Tekst("Dit kunt u zelf", "You can do this yourself"),
    "algemeen_gebruikelijk": Tekst(
        "Dit is iets wat iedereen in de winkel kan kopen", "This is something that anyone can buy in a shop"
    ),
    "gebruikelijke_hulp": Tekst(
        "Uw huisgenoten doen dit; dat heet gebruikelijke hulp",
        "Those you live with do this; this is called usual help",
    ),
    "mantelzorg": Tekst("Uw mantelzorger doet dit", "Your carer does this"),
    "netwerk": Tekst("Familie, vrienden of buren doen dit", "Family, friends or neighbours do this"),
    "algemeen": Tekst(
        "Hiervoor is er hulp in de buurt die voor iedereen open is", "For this there is help nearby, open to everyone"
    ),
    "voorliggend": Tekst("Hiervoor is er een andere regeling", "There is another scheme for this"),
    "maatwerk": Tekst("Hiervoor is hulp op maat van de gemeente nodig", "This needs individual help from us"),
    "geen": Tekst("Hiervoor is geen oplossing gevonden", "No solution was found for this"),
}
_REDEN = Tekst("Waarom", "Why")
_AFSPRAAK = Tekst("Wat wij bespraken", "What we discussed")


def _per_behoefte(beeld: Gemeentebeeld, taal: str) -> list[dict[str, Any]]:
    """Each need with its own heading: what was found, what was agreed, and why."""
    uit: list[dict[str, Any]] = []
    for rij in beeld.rij("behoeften"):
        soort = OPLOSSINGEN.get(str(rij.get("soort_oplossing")))
        if not soort and not any(alineas(rij.get(naam)) for naam in ("oplossing", "reden")):
            continue  # a heading with nothing below it says nothing
        uit.append({"soort": "kop3", "tekst": beeld.vraag(str(rij.get("id")))})
        if soort:
            uit.append({"soort": "tekst", "tekst": f"{soort.in_taal(taal)}."})
        for naam, woord in (("oplossing", _AFSPRAAK), ("reden", _REDEN)):
            uit += [
                {"soort": "tekst", "tekst": f"{woord.in_taal(taal)}: {a['tekst']}"} for a in alineas(rij.get(naam))[:1]
            ]
            uit += alineas(rij.get(naam))[1:]
    return uit


def _iets_gevonden(beeld: Gemeentebeeld) -> bool:
    return bool(_per_behoefte(beeld, "nl"))


_DELEN = {
    "netwerk": Tekst("Wie u kan helpen", "Who can help you"),
    "mogelijkheden_gemeente": Tekst("Wat de gemeente wel en niet kan doen", "What we can and cannot do"),
    "ondersteuning_mantelzorger": Tekst("Steun voor uw mantelzorger", "Support for your carer"),
    "reactie_persoonlijk_plan": Tekst("Wat wij vinden van uw persoonlijk plan", "Our response to your personal plan"),
}
"""Parts of a report (S20) whose text the worker writes: field `teksten` of the fact, by the name of the part."""


def _geschreven_delen(beeld: Gemeentebeeld, taal: str) -> list[dict[str, Any]]:
    geschreven = beeld.velden.get("teksten") or {}
    uit: list[dict[str, Any]] = []
    for naam, titel in _DELEN.items():
        if delen := alineas(geschreven.get(naam)):
            uit += [{"soort": "kop", "tekst": titel.in_taal(taal)}, *delen]
    return uit


def deel(naam: str) -> Als:
    """The report holds this part."""
    return lambda beeld: naam in (beeld.velden.get("onderdelen") or ())


_VERVOLG = (
    kop("Hulp op maat aanvragen", "Applying for individual help", deel("aanvraag_maatwerk")),
    tekst(
        "Wilt u hulp op maat? Dan doet u een aanvraag. Dat kan met een brief, of via uw pagina bij ons. Wij moeten"
        " binnen twee weken na uw aanvraag beslissen. U mag ook iets aanvragen wat in dit verslag anders staat.",
        "Would you like individual help? Then you apply. You can do so by letter or through your page with us. We"
        " must decide within two weeks of your application. You may also apply for something that this report sees"
        " differently.",
        deel("aanvraag_maatwerk"),
    ),
    kop("Wat u zelf betaalt", "What you pay yourself", deel("eigen_bijdrage")),
    tekst(
        "Voor hulp op maat betaalt u een eigen bijdrage. Voor uw huishouden is dat nu ten hoogste {bijdrage}, voor"
        " alle hulp samen. Het CAK stuurt de rekening. Uw inkomen maakt hiervoor niet uit.",
        "For individual help you pay a contribution. For your household that is now at most {bijdrage}, for all"
        " help together. The CAK sends the bill. Your income does not matter for this.",
        als.allebei(deel("eigen_bijdrage"), als.bijdrage_bekend),
    ),
    tekst(
        "Voor hulp op maat betaalt u meestal een eigen bijdrage. Het CAK stuurt de rekening. Bel ons voor het"
        " bedrag dat voor u geldt: {telefoon}.",
        "For individual help you usually pay a contribution. The CAK sends the bill. Call us for the amount that"
        " applies to you: {telefoon}.",
        als.allebei(deel("eigen_bijdrage"), als.niet(als.bijdrage_bekend)),
    ),
    kop("Zelf hulp inkopen met een pgb", "Buying help yourself with a pgb", deel("pgb")),
    tekst(
        "U kunt kiezen: de gemeente regelt de hulp (in natura), of u krijgt een persoonsgebonden budget (pgb) en"
        " regelt de hulp zelf. Met een pgb kiest u zelf wie u helpt en wanneer. U moet dan ook zelf afspraken maken"
        " en bijhouden. Voor een pgb gelden drie voorwaarden:",
        "You can choose: the municipality arranges the help (in kind), or you get a personal budget (pgb) and"
        " arrange it yourself. With a pgb you choose who helps you and when. You must then also make and keep the"
        " agreements. There are three conditions for a pgb:",
        deel("pgb"),
    ),
    punten(
        (
            "u kunt het budget goed beheren, alleen of met hulp",
            "you can manage the budget well, alone or with help",
        ),
        ("u legt uit waarom u een pgb wilt", "you explain why you want a pgb"),
        ("de hulp die u koopt, is veilig en goed", "the help you buy is safe and good"),
        als=deel("pgb"),
    ),
)


_STATUS = (
    kop("Wat is dit verslag waard?", "What is this report worth?"),
    tekst(
        "Dit verslag is geen besluit. U kunt er daarom geen bezwaar tegen maken. Tegen het besluit op uw aanvraag kan"
        " dat wel.",
        "This report is not a decision. That is why you cannot object to it. You can object to the decision on your"
        " application.",
    ),
    kop("Bent u het ergens niet mee eens?", "Do you disagree with something?"),
    tekst(
        "Schrijf of zeg het ons. Uw reactie komt bij het verslag en wij geven er antwoord op. U hoeft niet te tekenen."
        " Vragen wij toch om een handtekening? Neem dan rustig de tijd: tot en met {einde_bedenktijd}. Tekenen voor"
        " gezien is niet hetzelfde als het ermee eens zijn.",
        "Write to us or tell us. Your reaction is added to the report and we will answer it. You do not have to sign."
        " Do we ask for a signature all the same? Then take your time: until {einde_bedenktijd}. Signing as seen is"
        " not the same as agreeing.",
        als.loopt("bedenktijd"),
    ),
    tekst(
        "Schrijf of zeg het ons. Uw reactie komt bij het verslag en wij geven er antwoord op. U hoeft niet te tekenen.",
        "Write to us or tell us. Your reaction is added to the report and we will answer it. You do not have to sign.",
        als.niet(als.loopt("bedenktijd")),
    ),
)

VERSLAG = Gemeentebrief(
    naam="verslag",
    titel=Tekst("Verslag van het onderzoek", "Report of the investigation"),
    bij="verslag_verstuurd",
    nodig=("behoeften",),
    onderwerp=Tekst("Het verslag van ons onderzoek", "The report of our investigation"),
    blokken=(
        tekst(
            "Wij hebben onderzocht welke hulp u nodig hebt. Op {op_gesprek} spraken wij elkaar. Dit is het verslag.",
            "We investigated what help you need. We talked on {op_gesprek}. This is the report.",
            als.heeft("gesprek_gevoerd"),
        ),
        tekst(
            "Wij hebben onderzocht welke hulp u nodig hebt. Dit is het verslag.",
            "We investigated what help you need. This is the report.",
            als.niet(als.heeft("gesprek_gevoerd")),
        ),
        tekst(
            "Een collega heeft dit verslag ook gelezen.",
            "A colleague has read this report too.",
            als.heeft("verslag_getoetst"),
        ),
        kop("Wat u vroeg, en wat wij vonden", "What you asked, and what we found", _iets_gevonden),
        stukken(_per_behoefte),
        stukken(_geschreven_delen),
        stukken(lambda beeld, _: alineas(beeld.velden.get("toelichting"))),
        *_VERVOLG,
        *_STATUS,
        *VRAGEN,
    ),
    bronnen=(
        wmo("2.3.2", lid=4), wmo("2.3.2", lid=6), wmo("2.3.2", lid=8), wmo("2.3.2", lid=9), wmo("2.3.6", lid=2),
        spelregel(19), spelregel(20),
    ),
)  # fmt: skip
