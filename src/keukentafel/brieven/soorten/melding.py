"""Letters of the melding: reporting a need, having it confirmed, urgent help, the plan, and someone beside you."""

from __future__ import annotations

from keukentafel.brieven.als import heeft, niet_voorbij, voorbij, zonder
from keukentafel.brieven.beeld import Zaakbeeld
from keukentafel.brieven.model import Brief, Moment, alinea
from keukentafel.brieven.taal import Tekst
from keukentafel.brieven.voorwaarden import gebeurd, niet
from keukentafel.wet.artikel import awb, wmo

_MELDING = Moment.MELDING

MELDING_DOEN = Brief(
    naam="melding-doen",
    moment=_MELDING,
    titel=Tekst("Ik meld dat ik hulp nodig heb", "I report that I need help"),
    wanneer=Tekst(
        "U hebt hulp nodig en hebt dat nog niet aan de gemeente verteld.",
        "You need help and have not told the municipality yet.",
    ),
    past=(niet("melding_ontvangen", "aanvraag_ontvangen"),),
    waarom=Tekst(
        "Met een melding begint alles. Vanaf die dag heeft de gemeente zes weken voor het onderzoek.",
        "Everything starts with a report. From that day the municipality has six weeks for its enquiry.",
    ),
    onderwerp=Tekst("Melding: ik heb hulp nodig", "Report: I need help"),
    alineas=(
        alinea(
            "Ik heb hulp nodig om zelfstandig te kunnen leven en mee te kunnen doen. Daarom doe ik bij u een melding"
            " voor de Wet maatschappelijke ondersteuning (Wmo 2015).",
            "I need help to live independently and to take part. That is why I report to you under the Social Support"
            " Act (Wmo 2015).",
        ),
        alinea("Dit lukt mij niet meer, of niet goed:", "This no longer works for me, or not well:"),
        alinea("{behoeften}", "{behoeften}"),
        alinea(
            "Wilt u mij per brief bevestigen dat u deze melding hebt gekregen, en op welke dag? U hebt daarna ten"
            " hoogste zes weken om samen met mij te onderzoeken wat nodig is en mij het verslag daarvan te sturen.",
            "Please confirm by letter that you received this report, and on what day. After that you have at most six"
            " weeks to find out together with me what is needed and to send me the written account.",
        ),
        alinea(
            "Ik hoor ook graag hoe ik gratis hulp krijg van een onafhankelijke cliëntondersteuner. En ik wil mij kunnen"
            " voorbereiden: laat mij weten waar ik mijn persoonlijk plan kan inleveren.",
            "I would also like to know how I get free help from an independent client supporter. And I want to be able"
            " to prepare: please tell me where I can hand in my personal plan.",
        ),
    ),
    bronnen=(wmo("2.3.2", lid=1), wmo("2.3.2", lid=2), wmo("2.3.2", lid=3)),
    tips=(
        Tekst(
            "Een melding mag ook per telefoon of aan de balie. Schrijf dan de dag op, en met wie u sprak.",
            "You may also report by phone or at the desk. Write down the day, and whom you spoke to.",
        ),
    ),
)

MELDING_BEVESTIGEN = Brief(
    naam="melding-bevestigen",
    moment=_MELDING,
    titel=Tekst("Bevestig mijn melding", "Confirm my report"),
    wanneer=Tekst(
        "U hebt zich gemeld, maar de gemeente heeft dat nog niet bevestigd.",
        "You have reported, but the municipality has not confirmed it yet.",
    ),
    past=(gebeurd("melding_ontvangen"), niet("ontvangst_bevestigd")),
    waarom=Tekst(
        "De gemeente moet bevestigen dat zij uw melding heeft. Dan staat ook de begindag vast.",
        "The municipality must confirm that it has your report. That also fixes the first day.",
    ),
    onderwerp=Tekst("Wilt u mijn melding bevestigen?", "Please confirm my report"),
    alineas=(
        alinea(
            "Ik heb mij {op_melding} bij u gemeld, omdat ik hulp nodig heb. Ik heb daar nog geen bevestiging van"
            " gekregen.",
            "I reported to you {op_melding}, because I need help. I have not received a confirmation of this yet.",
        ),
        alinea("Het ging om het volgende:", "It was about the following:"),
        alinea("{behoeften}", "{behoeften}"),
        alinea(
            "Wilt u mij per brief laten weten dat u mijn melding hebt ontvangen, en welke datum u hebt opgeschreven?"
            " Die datum is belangrijk, want vanaf de melding hebt u ten hoogste zes weken voor het onderzoek.",
            "Please let me know by letter that you received my report, and which date you wrote down. That date"
            " matters, because from the report you have at most six weeks for the enquiry.",
        ),
    ),
    bronnen=(wmo("2.3.2", lid=1),),
)


def _geen_spoed(beeld: Zaakbeeld) -> bool:
    melding = beeld.laatste("melding_ontvangen")
    return not beeld.heeft("spoed_vastgesteld") and not (melding and melding.velden.get("spoed"))


SPOED = Brief(
    naam="spoed",
    moment=_MELDING,
    titel=Tekst("Het heeft haast: help mij nu tijdelijk", "It is urgent: help me now, for the time being"),
    wanneer=Tekst(
        "U kunt niet wachten tot het onderzoek klaar is.",
        "You cannot wait until the enquiry is finished.",
    ),
    past=(
        gebeurd("melding_ontvangen"),
        niet("tijdelijke_voorziening_verstrekt", "besluit_bekendgemaakt", "dossier_afgesloten"),
    ),
    achteraan=_geen_spoed,
    waarom=Tekst(
        "Kunt u niet wachten? Dan moet de gemeente meteen beslissen over tijdelijke hulp.",
        "Can you not wait? Then the municipality must decide at once on temporary help.",
    ),
    onderwerp=Tekst("Spoed: ik heb nu tijdelijke hulp nodig", "Urgent: I need temporary help now"),
    alineas=(
        alinea(
            "Ik heb mij {op_melding} bij u gemeld. Ik kan niet wachten tot uw onderzoek klaar is.",
            "I reported to you {op_melding}. I cannot wait until your enquiry is finished.",
        ),
        alinea("Ik heb hulp nodig bij:", "I need help with:"),
        alinea("{behoeften}", "{behoeften}"),
        alinea("Het heeft haast, omdat:", "It is urgent, because:"),
        alinea("[vul in: waarom het haast heeft]", "[fill in: why it is urgent]"),
        alinea("Zonder hulp gebeurt dit:", "Without help this happens:"),
        alinea("[vul in: wat er misgaat zonder hulp]", "[fill in: what goes wrong without help]"),
        alinea(
            "Ik vraag u om meteen een besluit te nemen over een tijdelijke voorziening. Het gewone onderzoek kan"
            " daarnaast doorgaan.",
            "I ask you to decide at once on a temporary provision. The ordinary enquiry can go on beside it.",
        ),
        alinea(
            "Wilt u mij vandaag nog bellen om te zeggen wat u gaat doen?",
            "Please call me today to say what you will do.",
        ),
    ),
    bronnen=(wmo("2.3.3"),),
    tips=(
        Tekst(
            "Bel de gemeente ook. Zeg dat het spoed is, en stuur deze brief erna. Is er direct gevaar? Bel 112.",
            "Call the municipality as well. Say that it is urgent, and send this letter afterwards. Is there"
            " immediate danger? Call 112.",
        ),
    ),
)

PERSOONLIJK_PLAN = Brief(
    naam="persoonlijk-plan",
    moment=_MELDING,
    titel=Tekst("Hier is mijn persoonlijk plan", "Here is my personal plan"),
    wanneer=Tekst(
        "U hebt zelf opgeschreven wat u nodig hebt. Binnen zeven dagen na uw melding, of later.",
        "You have written down yourself what you need. Within seven days of your report, or later.",
    ),
    past=(
        gebeurd("melding_ontvangen"),
        niet("persoonlijk_plan_ontvangen", "verslag_verstuurd", "besluit_bekendgemaakt"),
    ),
    waarom=Tekst(
        "U mag zelf een plan inleveren. De gemeente moet daar in het onderzoek rekening mee houden.",
        "You may hand in a plan of your own. The municipality must take it into account in its enquiry.",
    ),
    onderwerp=Tekst("Mijn persoonlijk plan", "My personal plan"),
    alineas=(
        alinea(
            "Ik heb mij {op_melding} bij u gemeld. Bij deze brief zit mijn persoonlijk plan. Daarin staat hoe mijn"
            " leven er nu uitziet en welke hulp volgens mij het beste past.",
            "I reported to you {op_melding}. My personal plan comes with this letter. It says what my life looks like"
            " now and which help I think fits best.",
        ),
        alinea(
            "U hebt dit plan binnen zeven dagen na mijn melding. Wilt u het gebruiken in uw onderzoek, en het met mij"
            " bespreken in het gesprek?",
            "You have this plan within seven days of my report. Please use it in your enquiry, and discuss it with me"
            " in the talk.",
            niet_voorbij("persoonlijk_plan"),
        ),
        alinea(
            "De zeven dagen na mijn melding zijn voorbij. Uw onderzoek loopt nog. Ik vraag u daarom om mijn plan toch"
            " te gebruiken, en het met mij te bespreken in het gesprek.",
            "The seven days after my report have passed. Your enquiry is still running. I therefore ask you to use my"
            " plan all the same, and to discuss it with me in the talk.",
            voorbij("persoonlijk_plan"),
        ),
        alinea(
            "In het verslag lees ik graag terug wat u met mijn plan hebt gedaan.",
            "In the report I would like to read what you did with my plan.",
        ),
    ),
    bijlagen=(alinea("Mijn persoonlijk plan", "My personal plan"),),
    bronnen=(wmo("2.3.2", lid=2), wmo("2.3.2", lid=5)),
)

ONDERSTEUNING_VRAGEN = Brief(
    naam="clientondersteuning-vragen",
    moment=_MELDING,
    titel=Tekst("Ik wil een onafhankelijke cliëntondersteuner", "I want an independent client supporter"),
    wanneer=Tekst(
        "U wilt dat iemand met u meedenkt en meegaat. Dat is gratis.",
        "You want someone to think along and come with you. It is free.",
    ),
    past=(niet("clientondersteuner_toegewezen", "dossier_afgesloten"),),
    achteraan=lambda beeld: beeld.heeft("gesprek_gevoerd", "verslag_verstuurd", "aanvraag_ontvangen"),
    waarom=Tekst(
        "U hebt recht op gratis hulp van iemand die naast u staat en niet voor de gemeente werkt.",
        "You have a right to free help from someone who stands beside you and does not work for the municipality.",
    ),
    onderwerp=Tekst("Verzoek om onafhankelijke cliëntondersteuning", "Request for independent client support"),
    alineas=(
        alinea(
            "Ik heb mij {op_melding} bij u gemeld, omdat ik hulp nodig heb.",
            "I reported to you {op_melding}, because I need help.",
            heeft("melding_ontvangen"),
        ),
        alinea(
            "Ik wil graag hulp van een onafhankelijke cliëntondersteuner. Dat is iemand die met mij meedenkt, die naast"
            " mij zit in het gesprek en voor wie mijn belang vooropstaat. Deze hulp is gratis.",
            "I would like help from an independent client supporter: someone who thinks along with me, who sits beside"
            " me in the talk and to whom my interest comes first. This help is free.",
        ),
        alinea(
            "Wilt u mij laten weten bij wie ik terechtkan, met naam en telefoonnummer? Plan het gesprek alstublieft zo"
            " dat de cliëntondersteuner erbij kan zijn.",
            "Please let me know whom I can turn to, with a name and telephone number. Please plan the talk so that the"
            " supporter can be there.",
        ),
    ),
    bronnen=(wmo("2.2.4"), wmo("2.3.2", lid=3)),
)

ANDERE_ONDERSTEUNER = Brief(
    naam="andere-clientondersteuner",
    moment=_MELDING,
    titel=Tekst("Ik wil een andere cliëntondersteuner", "I want another client supporter"),
    wanneer=Tekst(
        "U hebt een cliëntondersteuner, maar het gaat niet goed samen.",
        "You have a client supporter, but the two of you do not get on.",
    ),
    past=(gebeurd("clientondersteuner_toegewezen"), niet("dossier_afgesloten")),
    waarom=Tekst(
        "Klikt het niet, of twijfelt u of iemand echt onafhankelijk is? U mag om een ander vragen.",
        "Does it not click, or do you doubt that someone is truly independent? You may ask for another.",
    ),
    onderwerp=Tekst("Verzoek om een andere cliëntondersteuner", "Request for another client supporter"),
    alineas=(
        alinea(
            "Ik krijg hulp van een cliëntondersteuner. Ik wil graag een andere, omdat [vul in: reden].",
            "I am helped by a client supporter. I would like another one, because [fill in: reason].",
        ),
        alinea(
            "Voor mij is het belangrijk dat ik deze persoon vertrouw, en dat die onafhankelijk is van de gemeente. Wilt"
            " u mij laten weten wie mij verder kan helpen, en vanaf wanneer?",
            "It matters to me that I trust this person, and that he or she is independent of the municipality. Please"
            " let me know who can help me further, and from when.",
        ),
        alinea(
            "Staat er al een gesprek gepland, dan vraag ik u daarmee te wachten tot ik nieuwe hulp heb.",
            "If a talk has already been planned, I ask you to wait until I have new help.",
            zonder("gesprek_gevoerd"),
        ),
    ),
    bronnen=(wmo("2.2.4"), awb("2:1")),
    tips=(
        Tekst(
            "De wet geeft recht op onafhankelijke hulp. Een andere persoon krijgen is geen recht in de wet: het hangt"
            " af van de regels van uw gemeente.",
            "The law gives a right to independent help. Getting another person is no right in the law: it depends on"
            " the rules of your municipality.",
        ),
    ),
)

BRIEVEN = (
    MELDING_DOEN,
    MELDING_BEVESTIGEN,
    SPOED,
    PERSOONLIJK_PLAN,
    ONDERSTEUNING_VRAGEN,
    ANDERE_ONDERSTEUNER,
)
