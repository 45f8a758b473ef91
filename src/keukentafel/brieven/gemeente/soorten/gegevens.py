"""A request for data, and the answers to a request to see the file and to one to destroy it."""

from __future__ import annotations

from keukentafel.brieven.gemeente import als
from keukentafel.brieven.gemeente.model import Gemeentebrief, kop, stukken, tekst
from keukentafel.brieven.gemeente.soorten.vast import HEEFT_TOELICHTING, VRAGEN, bezwaarclausule, toelichting
from keukentafel.brieven.taal import Tekst
from keukentafel.wet.artikel import avg, awb, wmo

GEVRAAGD = Gemeentebrief(
    naam="gegevens-gevraagd",
    titel=Tekst("Vraag om gegevens", "Request for data"),
    bij="gegevens_gevraagd",
    nodig=("gegevens", "doel"),
    onderwerp=Tekst("Wij hebben een vraag over uw gegevens", "We have a question about your data"),
    blokken=(
        tekst(
            "Voor ons onderzoek hebben wij gegevens nodig. Het gaat om {welke_gegevens}.",
            "We need data for our investigation. It is about {welke_gegevens}.",
        ),
        kop("Waarvoor hebben wij dit nodig?", "What do we need this for?"),
        tekst("{doel}", "{doel}"),
        tekst("Het gaat om deze hulpvraag: {behoefte}.", "It is about this need: {behoefte}.", als.veld("behoefte")),
        stukken(toelichting, HEEFT_TOELICHTING),
        kop("Wat kunt u doen?", "What can you do?"),
        tekst(
            "U kunt ons de gegevens zelf geven: in het gesprek, met de post of op uw pagina bij ons. Stuur alleen wat"
            " hiervoor nodig is. Uw hele medische dossier hebben wij niet nodig.",
            "You can give us the data yourself: in the talk, by post or on your page with us. Send only what is needed"
            " for this. We do not need your whole medical file.",
        ),
        tekst(
            "Wilt u liever dat wij het aan een ander vragen, bijvoorbeeld aan uw arts? Dat mag alleen als u daar"
            " uitdrukkelijk ja op zegt. U mag uw toestemming altijd weer intrekken.",
            "Would you rather have us ask someone else, for example your doctor? We may only do so if you expressly"
            " say yes. You may always withdraw your consent.",
        ),
        tekst(
            "Krijgen wij deze gegevens niet? Dan maken wij het onderzoek af met wat wij wel weten. Het kan zijn dat"
            " wij uw vraag dan niet goed kunnen beoordelen.",
            "Do we not get these data? Then we finish the investigation with what we do know. We may then be unable to"
            " judge your question well.",
        ),
        *VRAGEN,
    ),
    bronnen=(wmo("2.3.2", lid=7), wmo("5.1.1"), wmo("5.2.5"), avg("5"), avg("13")),
)

INZAGE = Gemeentebrief(
    naam="inzage",
    titel=Tekst("Antwoord op het verzoek om inzage", "Answer to the request to see the file"),
    bij="inzage_gegeven",
    onderwerp=Tekst("U kunt uw dossier inzien", "You can see your file"),
    blokken=(
        tekst(
            "Op {op_inzageverzoek} vroeg u om uw dossier te zien. Dat kan. Dit dossier gaat over uw melding en alles"
            " wat daarna gebeurde.",
            "On {op_inzageverzoek} you asked to see your file. You can. This file is about your report and everything"
            " that happened after it.",
        ),
        stukken(toelichting),
        tekst(
            "U krijgt een kopie van uw gegevens. Dat is gratis. Op uw pagina bij ons ziet u ook wie uw dossier heeft"
            " bekeken en waarom.",
            "You get a copy of your data. This is free. On your page with us you can also see who looked at your file"
            " and why.",
        ),
        kop("Klopt er iets niet?", "Is something wrong?"),
        tekst(
            "Vraag ons dan om het te verbeteren of aan te vullen. Bent u het niet eens met wat iemand over u schreef?"
            " Dan kunt u er uw eigen verhaal bij laten zetten.",
            "Then ask us to correct or complete it. Do you disagree with what someone wrote about you? Then you can"
            " have your own account added.",
        ),
        *bezwaarclausule(),
        tekst(
            "U kunt ook een klacht sturen aan de Autoriteit Persoonsgegevens.",
            "You can also send a complaint to the Dutch data protection authority (Autoriteit Persoonsgegevens).",
        ),
        *VRAGEN,
    ),
    bronnen=(wmo("5.3.2"), avg("12", lid=3), avg("15"), awb("6:7")),
)

VERNIETIGING = Gemeentebrief(
    naam="vernietiging",
    titel=Tekst("Antwoord op het verzoek om vernietiging", "Answer to the request to destroy the file"),
    bij="vernietiging_beantwoord",
    nodig=("toelichting",),
    onderwerp=Tekst("Uw verzoek om uw gegevens te vernietigen", "Your request to destroy your data"),
    blokken=(
        tekst(
            "Op {op_vernietigingsverzoek} vroeg u ons om uw gegevens te vernietigen. Dit is ons antwoord.",
            "On {op_vernietigingsverzoek} you asked us to destroy your data. This is our answer.",
        ),
        stukken(toelichting),
        tekst(
            "Wat wij vernietigen, is daarna echt weg. Ook wij kunnen het niet meer zien. Wat wij moeten bewaren, mogen"
            " wij alleen daarvoor gebruiken.",
            "What we destroy is really gone after that. We cannot see it any more either. What we must keep, we may"
            " only use for that purpose.",
        ),
        *bezwaarclausule(),
        *VRAGEN,
    ),
    bronnen=(wmo("5.3.4"), wmo("5.3.5"), avg("17", lid=3), awb("6:7")),
)
