"""Letters on a complaint."""

from __future__ import annotations

from keukentafel.brieven.gemeente import als
from keukentafel.brieven.gemeente.model import Gemeentebrief, kop, stukken, tekst
from keukentafel.brieven.gemeente.soorten.vast import VRAGEN, toelichting
from keukentafel.brieven.taal import Tekst
from keukentafel.wet.artikel import awb

BEVESTIGING = Gemeentebrief(
    naam="bevestiging-klacht",
    titel=Tekst("Bevestiging van de klacht", "Confirmation of the complaint"),
    bij="ontvangst_bevestigd",
    past=als.veld("betreft", "klacht"),
    onderwerp=Tekst("Wij hebben uw klacht ontvangen", "We have received your complaint"),
    blokken=(
        tekst("Op {op_klacht} kregen wij uw klacht.", "On {op_klacht} we received your complaint."),
        tekst(
            "Iemand die er niet bij betrokken was, kijkt naar uw klacht. U mag vertellen wat er is gebeurd. Ook degene"
            " over wie u klaagt, mag dat doen.",
            "Someone who was not involved looks at your complaint. You may tell what happened. The person you complain"
            " about may do so too.",
        ),
        tekst(
            "U hebt uiterlijk {einde_klacht} ons antwoord.",
            "You will have our answer by {einde_klacht}.",
            als.loopt("klacht"),
        ),
        tekst(
            "Uw klacht heeft geen invloed op de hulp die u krijgt of vraagt.",
            "Your complaint does not affect the help that you get or ask for.",
        ),
        *VRAGEN,
    ),
    bronnen=(awb("9:6"), awb("9:7", lid=1), awb("9:10", lid=1), awb("9:11")),
)

NIET_BEHANDELD = als.veld("niet_behandeld", True)

AFGEDAAN = Gemeentebrief(
    naam="klacht-afgedaan",
    titel=Tekst("Antwoord op de klacht", "Answer to the complaint"),
    bij="klacht_afgedaan",
    nodig=("toelichting",),
    onderwerp=Tekst("Ons antwoord op uw klacht", "Our answer to your complaint"),
    blokken=(
        tekst(
            "Op {op_klacht} kregen wij uw klacht. Wij hebben uitgezocht wat er is gebeurd. In deze brief leest u wat"
            " wij vonden.",
            "On {op_klacht} we received your complaint. We found out what happened. This letter tells you what we"
            " found.",
            als.niet(NIET_BEHANDELD),
        ),
        tekst(
            "Op {op_klacht} kregen wij uw klacht. Wij behandelen uw klacht niet. In deze brief leest u waarom.",
            "On {op_klacht} we received your complaint. We will not handle it. This letter tells you why.",
            NIET_BEHANDELD,
        ),
        kop("Wat wij vonden en vinden", "What we found and think", als.niet(NIET_BEHANDELD)),
        kop("Waarom niet", "Why not", NIET_BEHANDELD),
        stukken(toelichting),
        kop("Bent u niet tevreden met dit antwoord?", "Are you not satisfied with this answer?"),
        tekst(
            "Dan kunt u uw klacht sturen aan {ombudsman}. Die is onafhankelijk van de gemeente. Het is gratis. Doe het"
            " binnen een jaar.",
            "You can then send your complaint to {ombudsman}, who is independent of the municipality. This is free. Do"
            " so within a year.",
        ),
        tekst(
            "Tegen dit antwoord kunt u geen bezwaar maken. Uw klacht heeft geen invloed op de hulp die u krijgt of"
            " vraagt.",
            "You cannot object to this answer. Your complaint does not affect the help that you get or ask for.",
        ),
        *VRAGEN,
    ),
    bronnen=(awb("9:8"), awb("9:12", lid=1), awb("9:12", lid=2), awb("9:3"), awb("9:24", lid=1)),
)
