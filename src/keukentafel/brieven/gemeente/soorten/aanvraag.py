"""Letters on the application: received, to be completed, later than promised."""

from __future__ import annotations

from keukentafel.brieven.gemeente import als
from keukentafel.brieven.gemeente.beeld import Gemeentebeeld
from keukentafel.brieven.gemeente.model import Gemeentebrief, kop, lijst, stukken, tekst
from keukentafel.brieven.gemeente.soorten.vast import HEEFT_TOELICHTING, VRAGEN, aangevraagd, toelichting
from keukentafel.brieven.taal import Tekst
from keukentafel.wet.artikel import awb, wmo

BEVESTIGING = Gemeentebrief(
    naam="bevestiging-aanvraag",
    titel=Tekst("Bevestiging van de aanvraag", "Confirmation of the application"),
    bij="ontvangst_bevestigd",
    past=als.veld("betreft", "aanvraag"),
    onderwerp=Tekst("Wij hebben uw aanvraag ontvangen", "We have received your application"),
    blokken=(
        tekst(
            "Op {op_aanvraag} kregen wij uw aanvraag. U vraagt hulp voor:",
            "On {op_aanvraag} we received your application. You ask for help with:",
        ),
        lijst(aangevraagd),
        kop("Wanneer hebt u antwoord?", "When will you have an answer?"),
        tekst(
            "Wij moeten uiterlijk {einde_beschikking} een besluit nemen. U krijgt dat besluit in een brief. Missen wij"
            " nog iets? Dan schrijven wij u welke gegevens dat zijn.",
            "We must decide by {einde_beschikking}. You get the decision in a letter. Is something missing? Then we"
            " will write to you what we need.",
            als.loopt("beschikking"),
        ),
        tekst(
            "Hebt u op die dag nog geen besluit? Dan kunt u ons schrijven dat wij te laat zijn. Beslissen wij dan nog"
            " niet binnen twee weken, dan moeten wij u een dwangsom betalen voor elke dag dat het langer duurt, voor"
            " hoogstens 42 dagen.",
            "Do you have no decision by that day? Then you can write to us that we are late. If we still do not decide"
            " within two weeks, we must pay you a penalty for each further day, for 42 days at most.",
            als.loopt("beschikking"),
        ),
        tekst(
            "Ons onderzoek is nog bezig, uiterlijk tot en met {einde_onderzoek}. Wij bewaren uw aanvraag bij uw"
            " melding. Zodra het verslag er is, of na die dag, kunt u de aanvraag met dezelfde tekst opnieuw doen."
            " Vanaf dat moment hebben wij twee weken om te beslissen.",
            "Our investigation is still going on, until {einde_onderzoek} at the latest. We keep your application with"
            " your report. As soon as our report is there, or after that day, you can apply again with the same text."
            " From then on we have two weeks to decide.",
            als.niet(als.loopt("beschikking")),
        ),
        *VRAGEN,
    ),
    bronnen=(wmo("2.3.5", lid=2), wmo("2.3.2", lid=9), awb("4:17", lid=1)),
)

AANVULLING = Gemeentebrief(
    naam="aanvulling",
    titel=Tekst("Verzoek om de aanvraag aan te vullen", "Request to complete the application"),
    bij="aanvulling_gevraagd",
    nodig=("tot", "toelichting"),
    onderwerp=Tekst("Wij missen nog iets bij uw aanvraag", "Something is missing from your application"),
    blokken=(
        tekst(
            "Op {op_aanvraag} kregen wij uw aanvraag. Om te kunnen beslissen missen wij nog iets.",
            "On {op_aanvraag} we received your application. To be able to decide, we still miss something.",
        ),
        kop("Dit missen wij", "This is what is missing"),
        stukken(toelichting),
        kop("Tot wanneer?", "Until when?"),
        tekst(
            "Stuur dit uiterlijk {tot}. Lukt dat niet? Bel ons vóór die dag, dan spreken wij een andere dag af. Hebt u"
            " iets zelf niet? Zeg het ons, dan zoeken wij samen een weg.",
            "Send this by {tot}. Is that not possible? Call us before that day and we will agree on another day. Is it"
            " something that you do not have? Tell us and we will find a way together.",
        ),
        tekst(
            "Zolang wij wachten, staat de tijd om te beslissen stil. Die tijd gaat weer lopen als wij alles hebben, of"
            " als deze dag voorbij is.",
            "While we wait, the time for deciding stands still. It runs again when we have everything, or when this"
            " day has passed.",
        ),
        tekst(
            "Krijgen wij niets van u? Dan mogen wij uw aanvraag laten liggen zonder te beslissen over de hulp. U krijgt"
            " daar dan een brief over en u kunt er bezwaar tegen maken.",
            "Do we hear nothing from you? Then we may leave your application without deciding on the help. You will get"
            " a letter about that and you can object to it.",
        ),
        *VRAGEN,
    ),
    bronnen=(awb("4:5", lid=1), awb("4:15", lid=1)),
)


def met_instemming(beeld: Gemeentebeeld) -> bool:
    """The applicant agreed in writing: only then does the term move (Awb 4:15 lid 2 onder a)."""
    return beeld.velden.get("schriftelijk") is True and beeld.velden.get("instemming") is True


def _in_gebreke(beeld: Gemeentebeeld) -> bool:
    """The resident gave notice of default on the application, and it counts."""
    return any(d["betreft"] == "aanvraag" for d in beeld.oordeel.get("dwangsommen") or ())


_ALLEEN_BERICHT = als.niet(met_instemming)
_TE_LAAT = als.voorbij("beschikking")
_IN_GEBREKE = _in_gebreke

VERLENGING = Gemeentebrief(
    naam="verlenging",
    titel=Tekst("Wij beslissen later", "We decide later"),
    bij="beslistermijn_verlengd",
    nodig=("tot",),
    onderwerp=Tekst("Het besluit op uw aanvraag komt later", "The decision on your application comes later"),
    blokken=(
        tekst(
            "U stemde er schriftelijk mee in dat wij later beslissen op uw aanvraag van {op_aanvraag}. De nieuwe"
            " laatste dag is {tot}.",
            "You agreed in writing that we decide later on your application of {op_aanvraag}. The new last day is"
            " {tot}.",
            met_instemming,
        ),
        tekst(
            "Het lukt ons niet om op tijd te beslissen op uw aanvraag van {op_aanvraag}. Dat spijt ons.",
            "We are not able to decide in time on your application of {op_aanvraag}. We are sorry about that.",
            _ALLEEN_BERICHT,
        ),
        stukken(toelichting, HEEFT_TOELICHTING),
        kop("Wanneer hebt u antwoord?", "When will you have an answer?", _ALLEEN_BERICHT),
        tekst("Wij verwachten uiterlijk {tot} te beslissen.", "We expect to decide by {tot}.", _ALLEEN_BERICHT),
        kop("Deze brief verandert uw rechten niet", "This letter does not change your rights", _ALLEEN_BERICHT),
        tekst(
            "De wettelijke laatste dag om te beslissen blijft {einde_beschikking}. Deze brief schuift die dag niet op."
            " Dat gebeurt alleen als u er zelf schriftelijk mee instemt. U hoeft dat niet te doen.",
            "The last day for deciding under the law is still {einde_beschikking}. This letter does not move that day."
            " That only happens if you agree in writing. You do not have to.",
            als.allebei(_ALLEEN_BERICHT, als.loopt("beschikking"), als.niet(_TE_LAAT)),
        ),
        tekst(
            "De wettelijke laatste dag om te beslissen was {einde_beschikking}. Die dag is voorbij: wij zijn te laat."
            " Deze brief verandert dat niet.",
            "The last day for deciding under the law was {einde_beschikking}. That day has passed: we are late. This"
            " letter does not change that.",
            als.allebei(_ALLEEN_BERICHT, _TE_LAAT),
        ),
        tekst(
            "U kunt ons nu schrijven dat wij te laat zijn. Beslissen wij dan nog niet binnen twee weken, dan moeten wij"
            " u een dwangsom betalen voor elke dag dat het langer duurt, voor hoogstens 42 dagen.",
            "You can now write to us that we are late. If we still do not decide within two weeks, we must pay you a"
            " penalty for each further day, for 42 days at most.",
            als.allebei(_ALLEEN_BERICHT, _TE_LAAT, als.niet(_IN_GEBREKE)),
        ),
        tekst(
            "Op {dwangsom_ingebreke} kregen wij uw brief dat wij te laat zijn. U hoeft die niet nog eens te sturen."
            " Vanaf {dwangsom_eerste} moeten wij u een dwangsom betalen voor elke dag dat het besluit er nog niet is,"
            " ten hoogste 42 dagen. Hierover krijgt u een apart besluit.",
            "On {dwangsom_ingebreke} we received your letter that we are late. You do not have to send it again. From"
            " {dwangsom_eerste} we must pay you a penalty for each day on which the decision is not there yet, for 42"
            " days at most. You will get a separate decision about this.",
            als.allebei(_ALLEEN_BERICHT, _IN_GEBREKE),
        ),
        tekst(
            "Hebt u na de wettelijke laatste dag geen besluit? Dan kunt u ons schrijven dat wij te laat zijn. Beslissen"
            " wij dan nog niet binnen twee weken, dan moeten wij u een dwangsom betalen voor elke dag dat het langer"
            " duurt, voor hoogstens 42 dagen.",
            "Do you have no decision after the last day under the law? Then you can write to us that we are late. If we"
            " still do not decide within two weeks, we must pay you a penalty for each further day, for 42 days at"
            " most.",
            als.allebei(_ALLEEN_BERICHT, als.niet(_TE_LAAT), als.niet(_IN_GEBREKE)),
        ),
        tekst(
            "Hebt u op {tot} nog geen besluit? Dan kunt u ons schrijven dat wij te laat zijn.",
            "Do you have no decision on {tot}? Then you can write to us that we are late.",
            met_instemming,
        ),
        *VRAGEN,
    ),
    bronnen=(awb("4:14", lid=1), awb("4:15", lid=2, onderdeel="a"), awb("4:17", lid=1)),
)
