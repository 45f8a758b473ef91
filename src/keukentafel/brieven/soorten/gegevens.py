"""Letters about one's own data: seeing them, putting them right, taking back a consent, having them destroyed."""

from __future__ import annotations

from keukentafel.brieven.model import Brief, Moment, alinea
from keukentafel.brieven.taal import Tekst
from keukentafel.brieven.voorwaarden import altijd, gebeurd, niet_na
from keukentafel.wet.artikel import avg, wmo

_DOSSIER = Moment.DOSSIER
_IDENTITEIT = Tekst(
    "De gemeente mag controleren of u het echt bent. Stuur liever geen kopie van uw identiteitsbewijs mee: laat het"
    " zien.",
    "The municipality may check that it is really you. Rather do not send a copy of your proof of identity: show it.",
)
_ONDERTEKEN = alinea(
    "Wilt u zeker weten dat ik het ben? Dan laat ik mijn identiteitsbewijs zien.",
    "Do you want to be sure that it is me? Then I will show my proof of identity.",
)

INZAGE = Brief(
    naam="inzage-dossier",
    moment=_DOSSIER,
    titel=Tekst("Ik wil mijn dossier zien", "I want to see my file"),
    wanneer=Tekst(
        "U wilt weten wat de gemeente over u heeft opgeschreven.",
        "You want to know what the municipality has written down about you.",
    ),
    past=(altijd,),
    waarom=Tekst(
        "U mag uw dossier altijd zien en een kopie krijgen. De gemeente antwoordt binnen een maand.",
        "You may always see your file and get a copy. The municipality answers within a month.",
    ),
    onderwerp=Tekst("Verzoek om mijn dossier te zien", "Request to see my file"),
    alineas=(
        alinea(
            "Ik wil graag weten welke gegevens u over mij hebt. Wilt u mij een kopie sturen van mijn hele Wmo-dossier?",
            "I would like to know which data you hold about me. Please send me a copy of my whole Wmo file.",
        ),
        alinea("Daar horen in elk geval bij:", "That includes at least:"),
        alinea(
            "- mijn melding en de notities van gesprekken en telefoontjes\n"
            "- het verslag en eerdere versies ervan\n"
            "- adviezen van deskundigen en brieven van of aan anderen over mij\n"
            "- met wie u mijn gegevens hebt gedeeld, en waarvoor\n"
            "- hoe lang u mijn gegevens bewaart",
            "- my report of a need and the notes of talks and telephone calls\n"
            "- the written report and earlier versions of it\n"
            "- advice by experts and letters from or to others about me\n"
            "- with whom you shared my data, and what for\n"
            "- how long you keep my data",
        ),
        alinea(
            "Ik ontvang dit graag zo snel mogelijk, en uiterlijk binnen een maand. Laat u iets weg, schrijf mij dan"
            " wat en waarom.",
            "I would like to receive this as soon as possible, and within a month at the latest. If you leave anything"
            " out, please write to me what and why.",
        ),
        _ONDERTEKEN,
    ),
    bronnen=(wmo("5.3.2"), avg("12", lid=3), avg("15")),
    tips=(_IDENTITEIT,),
    altijd=True,
)

CORRECTIE = Brief(
    naam="correctie-dossier",
    moment=_DOSSIER,
    titel=Tekst("Er staat iets fout in mijn dossier", "Something in my file is wrong"),
    wanneer=Tekst(
        "In uw dossier of verslag staat iets dat niet klopt.",
        "Your file or report holds something that is not right.",
    ),
    past=(altijd,),
    waarom=Tekst(
        "Feiten die niet kloppen, moet de gemeente verbeteren. Bij een mening mag uw eigen verklaring erbij.",
        "The municipality must put wrong facts right. Where it is an opinion, your own statement may be added.",
    ),
    onderwerp=Tekst("Verzoek om mijn gegevens te verbeteren", "Request to correct my data"),
    alineas=(
        alinea(
            "In mijn dossier staat iets dat niet klopt of niet volledig is.",
            "My file holds something that is not right or not complete.",
        ),
        alinea("Er staat:", "It says:"),
        alinea("[vul in: wat er nu staat, en in welk stuk]", "[fill in: what it says now, and in which paper]"),
        alinea("Het moet zijn:", "It should be:"),
        alinea("[vul in: hoe het wel is]", "[fill in: how it really is]"),
        alinea(
            "Wilt u dit verbeteren, en mij binnen een maand schrijven dat het is gebeurd? Hebt u deze gegevens aan"
            " anderen gegeven, geef de verbetering dan ook aan hen door.",
            "Please correct this, and write to me within a month that it has been done. If you gave these data to"
            " others, please pass the correction on to them, too.",
        ),
        alinea(
            "Vindt u dat het geen fout is maar een mening? Voeg deze brief dan toe aan mijn dossier, als mijn"
            " verklaring.",
            "Do you think it is not an error but an opinion? Then please add this letter to my file, as my statement.",
        ),
        _ONDERTEKEN,
    ),
    bronnen=(wmo("5.3.2"), avg("12", lid=3), avg("16"), avg("19")),
    tips=(_IDENTITEIT,),
    altijd=True,
)

TOESTEMMING = Brief(
    naam="toestemming-intrekken",
    moment=_DOSSIER,
    titel=Tekst("Ik trek mijn toestemming in", "I withdraw my consent"),
    wanneer=Tekst(
        "U gaf toestemming om gegevens op te vragen, bijvoorbeeld bij uw arts, en wilt dat niet meer.",
        "You gave consent to ask for data, for instance from your doctor, and no longer want that.",
    ),
    past=(gebeurd("toestemming_gegeven"), niet_na("toestemming_gegeven", "toestemming_ingetrokken")),
    achteraan=lambda beeld: True,
    waarom=Tekst(
        "Wie toestemming gaf, mag die op elk moment weer intrekken.",
        "Whoever gave consent may withdraw it at any time.",
    ),
    onderwerp=Tekst("Ik trek mijn toestemming in", "I withdraw my consent"),
    alineas=(
        alinea(
            "Ik heb u {op_toestemming} toestemming gegeven om gegevens over mij te gebruiken of op te vragen. Het gaat"
            " om [vul in: welke gegevens, en bij wie].",
            "I gave you consent {op_toestemming} to use data about me or to ask others for them. It is about [fill in:"
            " which data, and from whom].",
        ),
        alinea(
            "Deze toestemming trek ik in. Vraag vanaf nu geen gegevens meer op met deze toestemming, en deel ze niet"
            " meer met anderen.",
            "I withdraw this consent. From now on, please ask for no more data under it, and share none with others.",
        ),
        alinea(
            "Wilt u mij binnen een maand bevestigen dat u dit hebt geregeld? Laat mij ook weten of dit gevolgen heeft"
            " voor mijn aanvraag, zodat wij samen naar een andere manier kunnen zoeken.",
            "Please confirm within a month that this has been arranged. Please also let me know if it has consequences"
            " for my application, so that we can look for another way together.",
        ),
    ),
    bronnen=(avg("7", lid=3), wmo("5.1.1"), wmo("5.2.5")),
    tips=(
        Tekst(
            "Zonder gegevens kan de gemeente soms niet goed beslissen. Vraag eerst welke gegevens echt nodig zijn.",
            "Without data the municipality sometimes cannot decide well. First ask which data are really needed.",
        ),
    ),
)

VERNIETIGING = Brief(
    naam="vernietiging-vragen",
    moment=_DOSSIER,
    titel=Tekst("Vernietig mijn gegevens", "Destroy my data"),
    wanneer=Tekst(
        "U wilt dat de gemeente (een deel van) uw dossier weggooit.",
        "You want the municipality to throw away (part of) your file.",
    ),
    past=(altijd,),
    waarom=Tekst(
        "De gemeente bewaart Wmo-gegevens vijftien jaar. U mag vragen om ze eerder te vernietigen.",
        "The municipality keeps Wmo data for fifteen years. You may ask to have them destroyed earlier.",
    ),
    onderwerp=Tekst("Verzoek om mijn gegevens te vernietigen", "Request to destroy my data"),
    alineas=(
        alinea(
            "Ik vraag u om deze gegevens over mij te vernietigen: [vul in: welke gegevens, of: mijn hele Wmo-dossier].",
            "I ask you to destroy these data about me: [fill in: which data, or: my whole Wmo file].",
        ),
        alinea(
            "Ik weet dat u de gegevens daarna niet meer kunt terughalen.",
            "I know that you cannot bring the data back after that.",
        ),
        alinea(
            "Wilt u dit doen binnen drie maanden na deze brief, en mij schrijven dat het is gebeurd? Bewaart u iets"
            " toch, schrijf mij dan wat, waarom en hoe lang.",
            "Please do so within three months of this letter, and write to me that it has been done. If you keep"
            " anything all the same, write to me what, why and for how long.",
        ),
        _ONDERTEKEN,
    ),
    bronnen=(wmo("5.3.4"), wmo("5.3.5")),
    tips=(
        Tekst(
            "Wacht hiermee zolang uw aanvraag, bezwaar of klacht loopt: u kunt de stukken nog nodig hebben.",
            "Wait with this as long as your application, objection or complaint runs: you may still need the papers.",
        ),
        _IDENTITEIT,
    ),
    altijd=True,
)

BRIEVEN = (INZAGE, CORRECTIE, TOESTEMMING, VERNIETIGING)
