"""Letters when the municipality is late: notice of default, the penalty decision, and its payment."""

from __future__ import annotations

from datetime import date

from keukentafel.brieven.als import einde_bekend, heeft, zonder
from keukentafel.brieven.beeld import Zaakbeeld
from keukentafel.brieven.model import Brief, Moment, Voorwaarde, alinea
from keukentafel.brieven.taal import Tekst
from keukentafel.brieven.voorwaarden import METEEN, gebeurd, niet, niet_na, verstreken
from keukentafel.wet.artikel import awb, wmo

_TE_LAAT = Moment.TE_LAAT


def nog_niet_in_gebreke(termijn: str, betreft: str) -> Voorwaarde:
    """No notice of default after the last day of this term: an earlier one has no effect (Awb 4:17 lid 3)."""

    def open_(beeld: Zaakbeeld) -> date | None:
        einde = beeld.open_einde(termijn)
        for feit in beeld.van("ingebrekestelling_ontvangen"):
            hierover = feit.velden.get("betreft", betreft) == betreft
            if hierover and (feit.datum is None or einde is None or feit.datum > einde):
                return None
        return METEEN

    return open_


_GEVOLG = alinea(
    "Met deze brief stel ik u in gebreke. Neem alsnog een besluit binnen twee weken nadat u deze brief kreeg. Beslist"
    " u dan nog niet, dan moet u mij een dwangsom betalen voor elke dag daarna dat u te laat bent, ten hoogste 42"
    " dagen.",
    "With this letter I give you notice of default. Please still decide within two weeks of receiving this letter. If"
    " you have not decided by then, you must pay me a penalty for each further day that you are late, up to 42 days.",
)
_BEVESTIG = alinea(
    "Wilt u mij per brief bevestigen op welke dag u deze ingebrekestelling hebt ontvangen? En wilt u, als het zover"
    " komt, zelf vaststellen hoe hoog de dwangsom is?",
    "Please confirm by letter on what day you received this notice of default. And, if it comes to that, please fix the"
    " amount of the penalty yourselves.",
)
_BEWIJS = Tekst(
    "Stuur deze brief aangetekend, of geef hem af en vraag een bewijs van ontvangst. De dag van ontvangst telt.",
    "Send this letter by registered mail, or hand it in and ask for a receipt. The day of receipt counts.",
)

INGEBREKESTELLING = Brief(
    naam="ingebrekestelling",
    moment=_TE_LAAT,
    titel=Tekst("Ingebrekestelling: u beslist te laat", "Notice of default: your decision is late"),
    wanneer=Tekst(
        "De laatste dag om over uw aanvraag te beslissen is voorbij en u hebt geen besluit.",
        "The last day for deciding on your application has passed and you have no decision.",
    ),
    past=(
        gebeurd("aanvraag_ontvangen"),
        verstreken("beschikking"),
        nog_niet_in_gebreke("beschikking", "aanvraag"),
    ),
    waarom=Tekst(
        "De gemeente moest uiterlijk op {einde_beschikking} beslissen. Na deze brief heeft zij nog twee weken.",
        "The municipality had to decide by {einde_beschikking} at the latest. After this letter it has two more weeks.",
    ),
    straks=Tekst(
        "De gemeente heeft tot en met {einde_beschikking} de tijd. Een ingebrekestelling die eerder komt, telt niet.",
        "The municipality has until the end of {einde_beschikking}. A notice of default that comes earlier does not"
        " count.",
    ),
    onderwerp=Tekst("Ingebrekestelling: besluit op mijn aanvraag", "Notice of default: decision on my application"),
    alineas=(
        alinea(
            "U hebt {op_aanvraag} mijn aanvraag om hulp ontvangen. U moest daarop beslissen uiterlijk op"
            " {einde_beschikking}. Ik heb nog geen besluit gekregen.",
            "You received my application for help {op_aanvraag}. You had to decide on it by {einde_beschikking} at the"
            " latest. I have not received a decision yet.",
        ),
        alinea(
            "U hebt mij geschreven dat u meer tijd nodig hebt. Ik heb daar niet schriftelijk mee ingestemd. Daarom is"
            " de termijn niet langer geworden.",
            "You wrote to me that you need more time. I have not agreed to that in writing. That is why the term has"
            " not become longer.",
            lambda beeld: any(
                not (f.velden.get("schriftelijk") and f.velden.get("instemming"))
                for f in beeld.van("beslistermijn_verlengd")
            ),
        ),
        _GEVOLG,
        _BEVESTIG,
    ),
    bronnen=(wmo("2.3.5", lid=2), awb("4:17", lid=1), awb("4:17", lid=3), awb("4:18")),
    tips=(
        _BEWIJS,
        Tekst(
            "Stuur deze brief niet te vroeg: pas vanaf de dag na de laatste beslisdag. Wacht ook niet langer dan"
            " nodig.",
            "Do not send this letter too early: only from the day after the last day for deciding. Do not wait longer"
            " than needed, either.",
        ),
    ),
)

DWANGSOMBESLUIT_VRAGEN = Brief(
    naam="dwangsombesluit-vragen",
    moment=_TE_LAAT,
    titel=Tekst("Stel de dwangsom vast", "Fix the penalty"),
    wanneer=Tekst(
        "De gemeente was te laat, er is een dwangsom, maar u hebt daar geen besluit over.",
        "The municipality was late, there is a penalty, but you have no decision on it.",
    ),
    past=(
        gebeurd("ingebrekestelling_ontvangen"),
        niet("dwangsombesluit_bekendgemaakt"),
        verstreken("dwangsombeschikking"),
    ),
    waarom=Tekst(
        "De gemeente moet zelf vaststellen hoe hoog de dwangsom is. De tijd daarvoor is voorbij.",
        "The municipality itself must fix the amount of the penalty. The time for that is over.",
    ),
    straks=Tekst(
        "De gemeente heeft tot en met {einde_dwangsombeschikking} om de dwangsom zelf vast te stellen.",
        "The municipality has until the end of {einde_dwangsombeschikking} to fix the penalty by itself.",
    ),
    onderwerp=Tekst("Wilt u de dwangsom vaststellen?", "Please fix the penalty"),
    alineas=(
        alinea(
            "U hebt mijn ingebrekestelling {op_ingebrekestelling} ontvangen. U hebt niet binnen twee weken daarna"
            " beslist. Daarom moet u mij een dwangsom betalen.",
            "You received my notice of default {op_ingebrekestelling}. You did not decide within two weeks of that."
            " That is why you must pay me a penalty.",
        ),
        alinea(
            "U moest uiterlijk op {einde_dwangsombeschikking} vaststellen hoe hoog de dwangsom is. Ik heb daar geen"
            " besluit over gekregen.",
            "You had to fix the amount of the penalty by {einde_dwangsombeschikking} at the latest. I have not received"
            " a decision on it.",
            einde_bekend("dwangsombeschikking"),
        ),
        alinea(
            "Volgens mijn berekening is de dwangsom {dwangsom}.",
            "By my reckoning the penalty is {dwangsom}.",
        ),
        alinea(
            "Wilt u de dwangsom nu vaststellen, mij het besluit sturen en het bedrag betalen? Mijn rekeningnummer is"
            " [vul in: rekeningnummer].",
            "Please fix the penalty now, send me the decision and pay the amount. My account number is [fill in:"
            " account number].",
        ),
    ),
    bronnen=(awb("4:17", lid=1), awb("4:17", lid=2), awb("4:18")),
)

DWANGSOM_BETALEN = Brief(
    naam="dwangsom-betalen",
    moment=_TE_LAAT,
    titel=Tekst("Betaal de dwangsom", "Pay the penalty"),
    wanneer=Tekst(
        "De dwangsom is vastgesteld, maar zes weken later nog niet betaald.",
        "The penalty has been fixed, but six weeks later it has not been paid.",
    ),
    past=(
        gebeurd("dwangsombesluit_bekendgemaakt"),
        niet_na("dwangsombesluit_bekendgemaakt", "dwangsom_betaald"),
        verstreken("dwangsombetaling"),
    ),
    waarom=Tekst(
        "De gemeente moest binnen zes weken na haar dwangsombesluit betalen.",
        "The municipality had to pay within six weeks of its penalty decision.",
    ),
    straks=Tekst(
        "De gemeente heeft tot en met {einde_dwangsombetaling} om te betalen.",
        "The municipality has until the end of {einde_dwangsombetaling} to pay.",
    ),
    onderwerp=Tekst("Wilt u de dwangsom betalen?", "Please pay the penalty"),
    alineas=(
        alinea(
            "U hebt {op_dwangsombesluit} vastgesteld dat u mij een dwangsom van {dwangsom_vastgesteld} moet betalen. U"
            " moest dat doen uiterlijk op {einde_dwangsombetaling}. Ik heb het bedrag nog niet gekregen.",
            "You decided {op_dwangsombesluit} that you must pay me a penalty of {dwangsom_vastgesteld}. You had to do"
            " so by {einde_dwangsombetaling} at the latest. I have not received the amount yet.",
        ),
        alinea(
            "Wilt u het bedrag alsnog betalen, met de wettelijke rente vanaf de dag na die datum? Mijn rekeningnummer"
            " is [vul in: rekeningnummer].",
            "Please pay the amount now, with statutory interest from the day after that date. My account number is"
            " [fill in: account number].",
        ),
    ),
    bronnen=(awb("4:87", lid=1), awb("4:97"), awb("4:98")),
)

INGEBREKESTELLING_BEZWAAR = Brief(
    naam="ingebrekestelling-bezwaar",
    moment=_TE_LAAT,
    titel=Tekst("Ingebrekestelling: u beslist te laat op mijn bezwaar", "Notice of default: late on my objection"),
    wanneer=Tekst(
        "De laatste dag om op uw bezwaar te beslissen is voorbij en er is geen beslissing.",
        "The last day for deciding on your objection has passed and there is no decision.",
    ),
    past=(
        gebeurd("bezwaar_ontvangen"),
        verstreken("beslissing_op_bezwaar"),
        nog_niet_in_gebreke("beslissing_op_bezwaar", "bezwaar"),
    ),
    waarom=Tekst(
        "De gemeente moest uiterlijk op {einde_beslissing_op_bezwaar} op uw bezwaar beslissen.",
        "The municipality had to decide on your objection by {einde_beslissing_op_bezwaar} at the latest.",
    ),
    straks=Tekst(
        "De gemeente heeft tot en met {einde_beslissing_op_bezwaar} de tijd. Eerder telt een ingebrekestelling niet.",
        "The municipality has until the end of {einde_beslissing_op_bezwaar}. An earlier notice of default does not"
        " count.",
    ),
    onderwerp=Tekst("Ingebrekestelling: beslissing op mijn bezwaar", "Notice of default: decision on my objection"),
    alineas=(
        alinea(
            "U hebt {op_bezwaar} mijn bezwaarschrift ontvangen. Het gaat over uw besluit op mijn aanvraag, dat u mij"
            " {op_besluit} bekendmaakte.",
            "You received my objection {op_bezwaar}. It is about your decision on my application, which you made known"
            " to me {op_besluit}.",
        ),
        alinea(
            "U moest op mijn bezwaar beslissen uiterlijk op {einde_beslissing_op_bezwaar}. Ik heb nog geen beslissing"
            " gekregen.",
            "You had to decide on my objection by {einde_beslissing_op_bezwaar} at the latest. I have not received a"
            " decision yet.",
        ),
        alinea(
            "U hebt de beslissing uitgesteld. Ook met dat uitstel is de termijn nu voorbij.",
            "You put off the decision. Even with that extra time the term is over now.",
            heeft("bezwaartermijn_verdaagd"),
        ),
        alinea(
            "Ik ben ook nog niet gehoord. Nodig mij daarvoor alstublieft snel uit.",
            "Nor have I been heard yet. Please invite me for that soon.",
            zonder("hoorzitting_gehouden", "hoorzitting_gepland", "afgezien_van_horen"),
        ),
        _GEVOLG,
        _BEVESTIG,
    ),
    bronnen=(awb("7:10"), awb("7:14"), awb("4:17", lid=1), awb("4:17", lid=3), awb("4:18")),
    tips=(_BEWIJS,),
)

BRIEVEN = (INGEBREKESTELLING, DWANGSOMBESLUIT_VRAGEN, DWANGSOM_BETALEN, INGEBREKESTELLING_BEZWAAR)
