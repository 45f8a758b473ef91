"""The letter of complaint."""

from __future__ import annotations

from keukentafel.brieven.als import allebei, voorbij, zonder
from keukentafel.brieven.model import Brief, Moment, alinea
from keukentafel.brieven.taal import Tekst
from keukentafel.brieven.voorwaarden import altijd
from keukentafel.wet.artikel import awb

KLACHT = Brief(
    naam="klacht",
    moment=Moment.DOSSIER,
    titel=Tekst("Ik heb een klacht", "I have a complaint"),
    wanneer=Tekst(
        "U bent niet goed behandeld, of de gemeente laat u te lang wachten.",
        "You were not treated well, or the municipality keeps you waiting too long.",
    ),
    past=(altijd,),
    waarom=Tekst(
        "Over hoe u behandeld bent, kunt u klagen. Tegen een besluit maakt u bezwaar.",
        "You can complain about how you were treated. Against a decision you object.",
    ),
    onderwerp=Tekst("Klacht", "Complaint"),
    alineas=(
        alinea(
            "Ik dien een klacht in. Het gaat over [vul in: wie of welke afdeling], op of rond [vul in: datum].",
            "I make a complaint. It is about [fill in: who or which department], on or around [fill in: date].",
        ),
        alinea("Dit is er gebeurd:", "This is what happened:"),
        alinea("[vul in: wat er gebeurde]", "[fill in: what happened]"),
        alinea(
            "U had het onderzoek naar mijn melding uiterlijk op {einde_onderzoek} klaar moeten hebben. Ik heb nog"
            " steeds geen verslag.",
            "You should have finished the enquiry into my report of a need by {einde_onderzoek} at the latest. I still"
            " have no written report.",
            allebei(voorbij("onderzoek"), zonder("verslag_verstuurd")),
        ),
        alinea("Dit betekende voor mij:", "For me this meant:"),
        alinea("[vul in: gevolgen voor u]", "[fill in: consequences for you]"),
        alinea("Ik wil graag dat u dit doet:", "I would like you to do this:"),
        alinea("[vul in: wat u wilt dat de gemeente doet]", "[fill in: what you want the municipality to do]"),
        alinea(
            "Wilt u mij de ontvangst van deze klacht bevestigen? Ik vertel graag aan iemand die er niet bij betrokken"
            " was wat er is gebeurd.",
            "Please confirm that you received this complaint. I would like to tell someone who was not involved what"
            " happened.",
        ),
        alinea(
            "Ik ontvang uw antwoord graag binnen zes weken.",
            "I would like to receive your answer within six weeks.",
        ),
    ),
    bronnen=(awb("9:1"), awb("9:4"), awb("9:7"), awb("9:10"), awb("9:11")),
    tips=(
        Tekst(
            "Niet tevreden met het antwoord? Dan kunt u binnen een jaar naar de ombudsman. Dat is gratis.",
            "Not happy with the answer? You can go to the ombudsman within a year. It is free.",
        ),
    ),
    altijd=True,
)

BRIEVEN = (KLACHT,)
