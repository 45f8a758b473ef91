"""Letters of the application: sending it, the data it needs, and asking when the decision comes."""

from __future__ import annotations

from datetime import date

from keukentafel.brieven.als import einde_bekend, einde_onbekend, heeft, zonder
from keukentafel.brieven.beeld import Zaakbeeld
from keukentafel.brieven.model import Brief, Moment, alinea
from keukentafel.brieven.taal import Tekst
from keukentafel.brieven.voorwaarden import (
    METEEN,
    een_van,
    gebeurd,
    geen_termijn,
    niet,
    niet_na,
    termijn_onbekend,
    verstreken,
)
from keukentafel.wet.artikel import awb, wmo

_AANVRAAG = Moment.AANVRAAG
_LEVERING = alinea(
    "Ik ontvang de hulp graag [vul in: in natura of als persoonsgebonden budget (pgb)]. Kies ik voor een pgb, dan is"
    " dit mijn reden: [vul in: reden voor een pgb].",
    "I would like to receive the help [fill in: in kind or as a personal budget (pgb)]. If I choose a pgb, this is my"
    " reason: [fill in: reason for a pgb].",
)
_BESLISSEN = alinea(
    "Wilt u binnen twee weken na ontvangst van deze aanvraag een besluit nemen? Ik krijg ook graag een bevestiging met"
    " de dag waarop u deze brief kreeg. Als u mijn identiteitsbewijs wilt zien, laat ik het zien.",
    "Please decide within two weeks of receiving this application. I would also like a confirmation with the day on"
    " which you received this letter. If you want to see my proof of identity, I will show it.",
)
_PGB_TIP = Tekst(
    "Wilt u geen pgb? Haal dan de zin over de reden weg. Wilt u wel een pgb? Leg uit waarom hulp in natura niet goed"
    " past.",
    "You do not want a pgb? Then delete the sentence about the reason. You do want one? Explain why help in kind does"
    " not fit well.",
)

AANVRAAG_NA_VERSLAG = Brief(
    naam="aanvraag-na-verslag",
    moment=_AANVRAAG,
    titel=Tekst("Ik doe nu mijn aanvraag (er is een verslag)", "I now apply (there is a report)"),
    wanneer=Tekst(
        "U hebt het verslag en wilt hulp aanvragen waarover de gemeente beslist.",
        "You have the report and want to apply for help that the municipality decides on.",
    ),
    past=(
        gebeurd("verslag_verstuurd"),
        geen_termijn("beschikking"),
        niet("besluit_bekendgemaakt", "dossier_afgesloten"),
    ),
    waarom=Tekst(
        "Het verslag is er. Na uw aanvraag moet de gemeente binnen twee weken beslissen.",
        "The report is there. After your application the municipality must decide within two weeks.",
    ),
    onderwerp=Tekst("Aanvraag voor ondersteuning (Wmo 2015)", "Application for support (Wmo 2015)"),
    alineas=(
        alinea(
            "Ik heb mij {op_melding} bij u gemeld. U stuurde mij {op_verslag} het verslag van uw onderzoek.",
            "I reported to you {op_melding}. You sent me the report of your enquiry {op_verslag}.",
        ),
        alinea(
            "Met deze brief vraag ik u om een maatwerkvoorziening. Ik vraag hulp bij:",
            "With this letter I apply to you for individual support. I ask for help with:",
        ),
        alinea("{behoeften}", "{behoeften}"),
        _LEVERING,
        _BESLISSEN,
    ),
    bijlagen=(alinea("Kopie van het verslag", "Copy of the report"),),
    bronnen=(wmo("2.3.2", lid=9), wmo("2.3.5", lid=2), awb("4:1"), awb("4:2")),
    tips=(_PGB_TIP,),
)

AANVRAAG_RECHTSTREEKS = Brief(
    naam="aanvraag-rechtstreeks",
    moment=_AANVRAAG,
    titel=Tekst("Ik doe nu zelf een aanvraag (er is geen verslag)", "I now apply directly (there is no report)"),
    wanneer=Tekst(
        "Zes weken na uw melding is er nog geen verslag.",
        "Six weeks after your report of a need there is still no report from the municipality.",
    ),
    past=(
        gebeurd("melding_ontvangen"),
        niet("verslag_verstuurd", "besluit_bekendgemaakt", "dossier_afgesloten", "melding_ingetrokken"),
        geen_termijn("beschikking"),
        verstreken("onderzoek"),
    ),
    waarom=Tekst(
        "De zes weken voor het onderzoek zijn voorbij. U mag nu een aanvraag doen, ook zonder verslag.",
        "The six weeks for the enquiry are over. You may now apply, even without a report.",
    ),
    straks=Tekst(
        "Een aanvraag telt pas als het verslag er is, of als de zes weken voorbij zijn.",
        "An application only counts once the report is there, or once the six weeks are over.",
    ),
    onderwerp=Tekst("Aanvraag voor ondersteuning (Wmo 2015)", "Application for support (Wmo 2015)"),
    alineas=(
        alinea(
            "Ik heb mij {op_melding} bij u gemeld. U had het onderzoek en het verslag uiterlijk op {einde_onderzoek}"
            " klaar moeten hebben. Ik heb het verslag niet gekregen.",
            "I reported to you {op_melding}. Your enquiry and the report should have been finished by"
            " {einde_onderzoek} at the latest. I have not received the report.",
        ),
        alinea(
            "Omdat de zes weken voorbij zijn, mag ik nu een aanvraag doen. Dat doe ik met deze brief. Ik vraag om een"
            " maatwerkvoorziening. Ik heb hulp nodig bij:",
            "Because the six weeks are over, I may now apply. I do so with this letter. I apply for individual support."
            " I need help with:",
        ),
        alinea("{behoeften}", "{behoeften}"),
        alinea(
            "Ik stuurde u al eerder een aanvraag. Wilt u die brief bij deze aanvraag voegen?",
            "I sent you an application before. Please add that letter to this application.",
            heeft("aanvraag_ontvangen"),
        ),
        _LEVERING,
        _BESLISSEN,
        alinea(
            "Hebt u nog iets van mij nodig om te kunnen beslissen? Schrijf mij dan precies wat, en waarvoor.",
            "Do you need anything else from me to decide? Then please write to me exactly what, and what for.",
        ),
    ),
    bronnen=(wmo("2.3.2", lid=1), wmo("2.3.2", lid=9), wmo("2.3.5", lid=2), awb("4:1"), awb("4:2")),
    tips=(
        _PGB_TIP,
        Tekst(
            "Stuur de brief aangetekend, of vraag aan de balie om een bewijs van ontvangst. Vanaf die dag tellen de"
            " twee weken.",
            "Send the letter by registered mail, or ask for a receipt at the desk. The two weeks count from that day.",
        ),
    ),
)


def _nog_tijd(beeld: Zaakbeeld) -> date | None:
    feit = beeld.laatste("aanvulling_gevraagd", "gegevens_gevraagd")
    tot = feit.velden.get("tot") if feit else None
    return METEEN if tot is None or tot >= beeld.vandaag else None


_GEGEVENS_GEVRAAGD = gebeurd("aanvulling_gevraagd", "gegevens_gevraagd")
_NIET_BESLOTEN = niet("besluit_bekendgemaakt", "dossier_afgesloten")


def _nog_niet_gegeven(beeld: Zaakbeeld) -> date | None:
    vragen = [soort for soort in ("aanvulling_gevraagd", "gegevens_gevraagd") if beeld.heeft(soort)]
    open_vragen = [niet_na(soort, "aanvulling_ontvangen", "gegevens_ontvangen")(beeld) for soort in vragen]
    return METEEN if METEEN in open_vragen else None


GEGEVENS_STUREN = Brief(
    naam="gegevens-sturen",
    moment=_AANVRAAG,
    titel=Tekst("Hier zijn de gegevens die u vroeg", "Here are the data you asked for"),
    wanneer=Tekst(
        "De gemeente vroeg om papieren of gegevens, en u stuurt ze.",
        "The municipality asked for papers or data, and you send them.",
    ),
    past=(_GEGEVENS_GEVRAAGD, _nog_niet_gegeven, _NIET_BESLOTEN),
    waarom=Tekst(
        "De gemeente wacht op gegevens van u. Stuur ze op tijd, en bewaar een kopie.",
        "The municipality is waiting for data from you. Send them in time, and keep a copy.",
    ),
    onderwerp=Tekst("De gegevens die u mij vroeg", "The data you asked me for"),
    alineas=(
        alinea(
            "U hebt mij {op_verzoek} om gegevens gevraagd. Ik stuur u:",
            "You asked me for data {op_verzoek}. I send you:",
        ),
        alinea("{gevraagde_gegevens}", "{gevraagde_gegevens}"),
        alinea(
            "Wilt u deze gegevens alleen gebruiken voor het doel waarvoor u ze vroeg? Laat mij alstublieft weten of u"
            " nu alles hebt, en wanneer ik uw besluit krijg.",
            "Please use these data only for the purpose you asked them for. Please let me know whether you have"
            " everything now, and when I will get your decision.",
        ),
    ),
    bijlagen=(alinea("De gevraagde gegevens", "The data you asked for"),),
    bronnen=(wmo("2.3.2", lid=7), awb("4:5", lid=1)),
)

GEGEVENS_UITSTEL = Brief(
    naam="gegevens-uitstel",
    moment=_AANVRAAG,
    titel=Tekst("Ik heb meer tijd nodig voor de gegevens", "I need more time for the data"),
    wanneer=Tekst(
        "De gemeente vroeg om gegevens, en u krijgt ze niet op tijd bij elkaar.",
        "The municipality asked for data, and you cannot gather them in time.",
    ),
    past=(_GEGEVENS_GEVRAAGD, _nog_niet_gegeven, _NIET_BESLOTEN, _nog_tijd),
    waarom=Tekst(
        "Lukt het niet op tijd? Vraag uitstel vóór de laatste dag, dan blijft uw aanvraag in behandeling.",
        "Can you not make it? Ask for more time before the last day, and your application stays alive.",
    ),
    onderwerp=Tekst("Verzoek om uitstel voor het sturen van gegevens", "Request for more time to send data"),
    alineas=(
        alinea(
            "U hebt mij {op_verzoek} om gegevens gevraagd. Ik moet ze sturen uiterlijk op {aanvulling_tot}.",
            "You asked me for data {op_verzoek}. I must send them by {aanvulling_tot} at the latest.",
            heeft("aanvulling_gevraagd"),
        ),
        alinea(
            "U hebt mij {op_verzoek} om gegevens gevraagd.",
            "You asked me for data {op_verzoek}.",
            lambda beeld: not beeld.heeft("aanvulling_gevraagd"),
        ),
        alinea(
            "Dat lukt mij niet op tijd, omdat [vul in: reden]. Wilt u mij de tijd geven tot en met"
            " [vul in: nieuwe datum]?",
            "I cannot manage that in time, because [fill in: reason]. Please give me until [fill in: new date].",
        ),
        alinea(
            "Hebt u een van de gegevens niet echt nodig, of kunt u die zelf opzoeken? Dan hoor ik dat graag.",
            "If you do not really need some of the data, or can look them up yourself, please tell me.",
        ),
    ),
    bronnen=(awb("4:5", lid=1), awb("4:15")),
    tips=(
        Tekst(
            "Met uitstel schuift ook de dag op waarop de gemeente uiterlijk moet beslissen.",
            "With more time, the last day for the municipality's decision moves as well.",
        ),
    ),
)

BESLUIT_VRAGEN = Brief(
    naam="besluit-vragen",
    moment=_AANVRAAG,
    titel=Tekst("Wanneer krijg ik het besluit?", "When will I get the decision?"),
    wanneer=Tekst(
        "Twee weken na uw aanvraag is er nog geen besluit, of u weet niet wanneer het komt.",
        "Two weeks after your application there is no decision, or you do not know when it will come.",
    ),
    past=(
        gebeurd("aanvraag_ontvangen"),
        niet_na("aanvraag_ontvangen", "besluit_bekendgemaakt", "aanvraag_ingetrokken"),
        niet("ingebrekestelling_ontvangen"),
        een_van(verstreken("beschikking"), termijn_onbekend("beschikking", "aanvraag_ontvangen")),
    ),
    waarom=Tekst(
        "De gemeente moet binnen twee weken beslissen. Lukt dat niet, dan moet zij zeggen wanneer wel.",
        "The municipality must decide within two weeks. If it cannot, it must say when it will.",
    ),
    straks=Tekst(
        "De gemeente heeft nog tijd om te beslissen.",
        "The municipality still has time to decide.",
    ),
    onderwerp=Tekst("Wanneer beslist u op mijn aanvraag?", "When will you decide on my application?"),
    alineas=(
        alinea(
            "U hebt {op_aanvraag} mijn aanvraag om hulp ontvangen. Ik heb nog geen besluit gekregen.",
            "You received my application for help {op_aanvraag}. I have not received a decision yet.",
        ),
        alinea(
            "U moest uiterlijk op {einde_beschikking} beslissen. Die dag is voorbij.",
            "You had to decide by {einde_beschikking} at the latest. That day has passed.",
            einde_bekend("beschikking"),
        ),
        alinea(
            "Wilt u mij laten weten op welke dag u mijn aanvraag hebt ontvangen? Vanaf die dag hebt u twee weken om te"
            " beslissen.",
            "Please let me know on what day you received my application. From that day you have two weeks to decide.",
            einde_onbekend("beschikking"),
        ),
        alinea(
            "Wilt u mij schrijven wanneer het besluit komt, en waarom het langer duurt?",
            "Please write to me when the decision will come, and why it takes longer.",
        ),
        alinea(
            "Ik heb niet ingestemd met een langere termijn.",
            "I have not agreed to a longer term.",
            zonder("beslistermijn_verlengd"),
        ),
    ),
    bronnen=(wmo("2.3.5", lid=2), awb("4:14", lid=1)),
    tips=(
        Tekst(
            "Deze brief is nog geen ingebrekestelling. Voor een dwangsom is die aparte brief nodig.",
            "This letter is no notice of default yet. A penalty needs that separate letter.",
        ),
    ),
)

BRIEVEN = (AANVRAAG_NA_VERSLAG, AANVRAAG_RECHTSTREEKS, GEGEVENS_STUREN, GEGEVENS_UITSTEL, BESLUIT_VRAGEN)
