"""Letters on an objection."""

from __future__ import annotations

from keukentafel.brieven.gemeente import als
from keukentafel.brieven.gemeente.model import Als, Gemeentebrief, kop, punten, stukken, tekst
from keukentafel.brieven.gemeente.soorten.vast import HEEFT_TOELICHTING, VRAGEN, toelichting
from keukentafel.brieven.taal import Tekst
from keukentafel.wet.artikel import awb


def _bezwaar(veld: str, waarde: bool) -> Als:
    """The last objection bears this field with this value."""
    return lambda beeld: (feit := beeld.laatste("bezwaar_ontvangen")) is not None and feit.velden.get(veld) is waarde


BEVESTIGING = Gemeentebrief(
    naam="bevestiging-bezwaar",
    titel=Tekst("Bevestiging van het bezwaar", "Confirmation of the objection"),
    bij="ontvangst_bevestigd",
    past=als.veld("betreft", "bezwaar"),
    onderwerp=Tekst("Wij hebben uw bezwaar ontvangen", "We have received your objection"),
    blokken=(
        tekst(
            "Op {op_bezwaar} kregen wij uw bezwaar. In deze brief leest u wat er nu gebeurt.",
            "On {op_bezwaar} we received your objection. This letter tells you what happens now.",
        ),
        tekst(
            "Aan uw bezwaar ontbreekt nog iets. U krijgt daarover een aparte brief, met de tijd om dat goed te maken.",
            "Something is still missing from your objection. You will get a separate letter about it, with time to put"
            " it right.",
            _bezwaar("ondertekend_en_gemotiveerd", False),
        ),
        kop("Wie kijkt ernaar?", "Who looks at it?"),
        tekst(
            "Een commissie van mensen die niet bij de gemeente werken, kijkt naar uw bezwaar en geeft ons advies.",
            "A committee of people who do not work for the municipality looks at your objection and advises us.",
            _bezwaar("commissie", True),
        ),
        tekst(
            "Iemand die het eerste besluit niet nam, beslist over uw bezwaar.",
            "Someone who did not take the first decision decides on your objection.",
        ),
        kop("U mag uw verhaal doen", "You may tell your story"),
        tekst(
            "Vóór wij beslissen, nodigen wij u uit om te vertellen wat u vindt. U mag iemand meenemen. Een week ervoor"
            " kunt u alle stukken inzien. U mag zelf ook nog stukken sturen, tot tien dagen voor de zitting.",
            "Before we decide, we invite you to tell us what you think. You may bring someone. For a week before it you"
            " can see all the papers. You may also send papers yourself, until ten days before the hearing.",
        ),
        kop("Wanneer hebt u antwoord?", "When will you have an answer?"),
        tekst(
            "Wij moeten uiterlijk {einde_beslissing_op_bezwaar} op uw bezwaar beslissen. Lukt dat niet, dan schrijven"
            " wij u dat op tijd.",
            "We must decide on your objection by {einde_beslissing_op_bezwaar}. If we cannot, we will write to you in"
            " time.",
            als.loopt("beslissing_op_bezwaar"),
        ),
        kop("Liever eerst praten?", "Would you rather talk first?"),
        tekst(
            "Soms helpt een gesprek beter dan een procedure. Wilt u dat proberen, ook met een bemiddelaar erbij? Bel"
            " ons: {telefoon}. Uw bezwaar blijft gewoon staan.",
            "Sometimes a talk helps more than a procedure. Would you like to try, perhaps with a mediator? Call us:"
            " {telefoon}. Your objection simply stands.",
        ),
        *VRAGEN,
    ),
    bronnen=(awb("6:14", lid=1), awb("7:2"), awb("7:4"), awb("7:10", lid=1), awb("7:13"), awb("10:3", lid=3)),
)

HERSTEL = Gemeentebrief(
    naam="bezwaar-aanvullen",
    titel=Tekst("Verzoek om het bezwaar aan te vullen", "Request to complete the objection"),
    bij="verzuim_herstel_gevraagd",
    nodig=("tot",),
    onderwerp=Tekst("Wij missen nog iets bij uw bezwaar", "Something is missing from your objection"),
    blokken=(
        tekst(
            "Op {op_bezwaar} kregen wij uw bezwaar. Er ontbreekt nog iets aan.",
            "On {op_bezwaar} we received your objection. Something is still missing.",
        ),
        stukken(toelichting, HEEFT_TOELICHTING),
        tekst(
            "Schrijf ons waarom u het niet eens bent met het besluit en zet uw handtekening.",
            "Write to us why you disagree with the decision, and sign it.",
            als.niet(HEEFT_TOELICHTING),
        ),
        tekst(
            "Stuur dit uiterlijk {tot}. Hebt u meer tijd nodig? Vraag het ons vóór die dag. Een cliëntondersteuner"
            " kan u gratis helpen.",
            "Send this by {tot}. Do you need more time? Ask us before that day. A client supporter can help you free of"
            " charge.",
        ),
        tekst(
            "Krijgen wij niets van u? Dan hoeven wij uw bezwaar niet te behandelen. Zolang wij wachten, staat de"
            " tijd om te beslissen stil.",
            "Do we hear nothing from you? Then we do not have to handle your objection. While we wait, the time for"
            " deciding stands still.",
        ),
        *VRAGEN,
    ),
    bronnen=(awb("6:5", lid=1), awb("6:6"), awb("7:10", lid=2)),
)

VERDAGING = Gemeentebrief(
    naam="bezwaar-verdaagd",
    titel=Tekst("De beslissing op bezwaar komt later", "The decision on the objection comes later"),
    bij="bezwaartermijn_verdaagd",
    nodig=("weken",),
    onderwerp=Tekst("Wij beslissen later op uw bezwaar", "We decide later on your objection"),
    blokken=(
        tekst(
            "Wij hebben meer tijd nodig voor uw bezwaar van {op_bezwaar}: {weken} weken. Dat mogen wij één keer zelf"
            " besluiten, voor ten hoogste zes weken.",
            "We need more time for your objection of {op_bezwaar}: {weken} weeks. We may decide this ourselves once,"
            " for six weeks at most.",
        ),
        stukken(toelichting, HEEFT_TOELICHTING),
        tekst(
            "De nieuwe laatste dag is {einde_beslissing_op_bezwaar}. Nog meer uitstel kan alleen als u het daar"
            " schriftelijk mee eens bent.",
            "The new last day is {einde_beslissing_op_bezwaar}. More delay is only possible if you agree in writing.",
            als.loopt("beslissing_op_bezwaar"),
        ),
        *VRAGEN,
    ),
    bronnen=(awb("7:10", lid=3), awb("7:10", lid=4), awb("7:10", lid=5)),
)

HOORZITTING = Gemeentebrief(
    naam="hoorzitting",
    titel=Tekst("Uitnodiging voor de hoorzitting", "Invitation to the hearing"),
    bij="hoorzitting_gepland",
    nodig=("op",),
    onderwerp=Tekst("Uitnodiging om uw verhaal te doen", "Invitation to tell your story"),
    blokken=(
        tekst(
            "Op {op_bezwaar} maakte u bezwaar. Vóór wij beslissen, horen wij graag van u waarom u het er niet mee eens"
            " bent. Dat heet een hoorzitting.",
            "On {op_bezwaar} you objected. Before we decide, we would like to hear from you why you disagree. This is"
            " called a hearing.",
        ),
        kop("Wanneer en waar?", "When and where?"),
        tekst("De hoorzitting is op {zitting_op}.", "The hearing is on {zitting_op}."),
        tekst("Waar: {plaats}.", "Where: {plaats}.", als.veld("plaats")),
        stukken(toelichting, HEEFT_TOELICHTING),
        tekst(
            "Kunt u dan niet, of komt u liever niet naar buiten? Bel ons: {telefoon}. Wij zoeken dan samen een andere"
            " dag of manier, bijvoorbeeld bellen.",
            "Can you not come, or would you rather not leave home? Call us: {telefoon}. Together we will find another"
            " day or way, for example by telephone.",
        ),
        kop("Hoe gaat het?", "How does it go?"),
        punten(
            ("U vertelt in uw eigen woorden wat er niet klopt.", "You tell in your own words what is wrong."),
            ("Ook de gemeente vertelt haar kant.", "The municipality tells its side too."),
            (
                "Iemand die niets met het eerste besluit te maken had, luistert en stelt vragen.",
                "Someone who had nothing to do with the first decision listens and asks questions.",
            ),
            (
                "Van wat er gezegd is, komt een verslag. U krijgt dat bij onze beslissing.",
                "What was said is written down. You get that with our decision.",
            ),
        ),
        tekst(
            "U mag iemand meenemen: een familielid, een cliëntondersteuner of iemand anders die u helpt. U mag ook een"
            " getuige of deskundige meenemen.",
            "You may bring someone: a relative, a client supporter or someone else who helps you. You may also bring a"
            " witness or an expert.",
        ),
        kop("De stukken", "The papers"),
        tekst(
            "In de week vóór de hoorzitting kunt u alle stukken bij ons bekijken. Bel ons om af te spreken wanneer, of"
            " vraag een kopie.",
            "In the week before the hearing you can see all the papers with us. Call us to agree when, or ask for a"
            " copy.",
        ),
        tekst(
            "Wilt u zelf nog iets sturen? Dat kan uiterlijk {einde_stukken}.",
            "Do you want to send something yourself? You can until {einde_stukken}.",
            als.allebei(als.loopt("stukken_hoorzitting"), als.niet(als.voorbij("stukken_hoorzitting"))),
        ),
        kop("Wilt u niet gehoord worden?", "Do you not want to be heard?"),
        tekst(
            "Dat hoeft niet. Laat het ons weten. Wij beslissen dan met wat u hebt opgeschreven.",
            "You need not be. Let us know. We then decide on what you have written.",
        ),
        *VRAGEN,
    ),
    bronnen=(awb("7:2"), awb("7:4", lid=1), awb("7:4", lid=2), awb("7:5"), awb("7:7"), awb("7:8"), awb("2:1", lid=1)),
)

BESLISSING = Gemeentebrief(
    naam="beslissing-op-bezwaar",
    titel=Tekst("Beslissing op bezwaar", "Decision on the objection"),
    bij="beslissing_op_bezwaar_bekendgemaakt",
    nodig=("uitkomst", "toelichting"),
    onderwerp=Tekst("Beslissing op uw bezwaar", "Decision on your objection"),
    blokken=(
        tekst(
            "Op {op_bezwaar} maakte u bezwaar tegen ons besluit van {op_besluit}. Wij geven u gelijk.",
            "On {op_bezwaar} you objected to our decision of {op_besluit}. You are right.",
            als.veld("uitkomst", "gegrond"),
        ),
        tekst(
            "Op {op_bezwaar} maakte u bezwaar tegen ons besluit van {op_besluit}. Wij geven u voor een deel gelijk.",
            "On {op_bezwaar} you objected to our decision of {op_besluit}. You are partly right.",
            als.veld("uitkomst", "deels_gegrond"),
        ),
        tekst(
            "Op {op_bezwaar} maakte u bezwaar tegen ons besluit van {op_besluit}. Wij geven u geen gelijk. Ons besluit"
            " verandert niet.",
            "On {op_bezwaar} you objected to our decision of {op_besluit}. We do not agree with you. Our decision does"
            " not change.",
            als.veld("uitkomst", "ongegrond"),
        ),
        tekst(
            "Op {op_bezwaar} maakte u bezwaar tegen ons besluit van {op_besluit}. Wij kunnen uw bezwaar niet behandelen"
            " (het is niet-ontvankelijk).",
            "On {op_bezwaar} you objected to our decision of {op_besluit}. We cannot handle your objection (it is"
            " inadmissible).",
            als.veld("uitkomst", "niet_ontvankelijk"),
        ),
        kop("Waarom", "Why"),
        stukken(toelichting),
        tekst(
            "De commissie gaf ons advies. Dat advies zit bij deze brief.",
            "The committee advised us. Its advice is enclosed with this letter.",
            als.heeft("commissieadvies_ontvangen"),
        ),
        kop("Bent u het er niet mee eens?", "Do you disagree?"),
        tekst(
            "Dan kunt u naar de rechter: dat heet beroep. Uw beroep moet uiterlijk {einde_beroep} bij {rechtbank} zijn."
            " Stuurt u het met de post? Dan is het ook op tijd als u het uiterlijk die dag verstuurt en het binnen een"
            " week daarna aankomt.",
            "You can then go to court: this is called an appeal. Your appeal must reach {rechtbank} by {einde_beroep}."
            " Do you send it by post? Then it is also in time if you send it by that day and it arrives within a week"
            " after it.",
        ),
        tekst("Zet in uw brief:", "Put in your letter:"),
        punten(
            ("uw naam, adres en handtekening, en de datum", "your name, address and signature, and the date"),
            ("tegen welke beslissing u in beroep gaat, met een kopie", "which decision you appeal, with a copy"),
            ("waarom u het er niet mee eens bent", "why you disagree"),
        ),
        tekst(
            "De rechtbank vraagt geld voor de behandeling (griffierecht): {griffierecht}.",
            "The court asks for a fee (griffierecht): {griffierecht}.",
            als.griffierecht_bekend,
        ),
        tekst(
            "De rechtbank vraagt geld voor de behandeling (griffierecht). U krijgt van de rechtbank een brief met het"
            " bedrag.",
            "The court asks for a fee (griffierecht). The court will send you a letter with the amount.",
            als.niet(als.griffierecht_bekend),
        ),
        tekst(
            "Hebt u weinig inkomen? Vraag de rechtbank of u dat niet hoeft te betalen. Kunt u niet wachten? Dan kunt u"
            " de rechter ook om een tijdelijke oplossing vragen.",
            "Is your income low? Ask the court whether you can be exempted. Can you not wait? Then you can also ask the"
            " court for a temporary solution.",
        ),
        *VRAGEN,
    ),
    bronnen=(awb("7:12", lid=1), awb("7:13", lid=7), awb("3:45"), awb("6:7"), awb("8:41"), awb("8:81", lid=1)),
)
