"""Letters around the report of a need: confirmation, invitation, moved appointment, supporter, passed on."""

from __future__ import annotations

from typing import Any

from keukentafel.brieven.gemeente import als
from keukentafel.brieven.gemeente.beeld import Gemeentebeeld, als_moment, dag_voluit
from keukentafel.brieven.gemeente.model import Gemeentebrief, kop, punten, stukken, tekst
from keukentafel.brieven.gemeente.soorten.vast import (
    BEHOEFTEN,
    HEEFT_TOELICHTING,
    ONDERSTEUNING,
    VRAGEN,
    bezwaarclausule,
    toelichting,
)
from keukentafel.brieven.gemeente.velden import thuis, wens
from keukentafel.brieven.taal import EN, Tekst
from keukentafel.wet.artikel import Artikel, awb, spelregel, wmo

_PLAN_NOG_DAGEN = 3
"""So many days must be left for a plan; with fewer the letter names no day: it would come too late to be of use."""


def _in_de_wet(artikel: Artikel) -> Tekst:
    return Tekst(f"dat staat in de wet: {artikel}", f"the law says so: {artikel}")


_DAGEN = (
    (
        "uitnodiging",
        Tekst("U krijgt een uitnodiging voor een gesprek", "You get an invitation for a talk"),
        Tekst("een afspraak van de gemeente, geen wet", "a rule of the municipality, not the law"),
    ),
    (
        "persoonlijk_plan",
        Tekst("U kunt zelf een persoonlijk plan inleveren", "You can hand in a personal plan"),
        _in_de_wet(wmo("2.3.2", lid=2)),
    ),
    (
        "onderzoek",
        Tekst("Ons onderzoek is klaar en u hebt het verslag", "Our investigation is done and you have the report"),
        _in_de_wet(wmo("2.3.2", lid=1)),
    ),
)


def _dagen(beeld: Gemeentebeeld, taal: str) -> list[dict[str, Any]]:
    """The days that count now, the first one first, each said to be law or a norm."""
    dagen = [
        (einde, wat, bron)
        for termijn, wat, bron in _DAGEN
        if (einde := beeld.einde_van(termijn)) is not None
        and (_plan_op_tijd(beeld) if termijn == "persoonlijk_plan" else einde >= beeld.dag)
    ]
    if not dagen:
        return []
    rijen = [
        [wat.in_taal(taal), dag_voluit(einde, taal), bron.in_taal(taal)]
        for einde, wat, bron in sorted(dagen, key=lambda rij: rij[0])
    ]
    kop_ = ["What", "At the latest", "Why this day"] if taal == EN else ["Wat", "Uiterlijk", "Waarom deze dag"]
    return [{"soort": "tabel", "kop": kop_, "rijen": rijen, "breedtes": [4, 3, 3]}]


def _plan_op_tijd(beeld: Gemeentebeeld) -> bool:
    """There is no plan yet, and enough time for one."""
    einde = beeld.einde_van("persoonlijk_plan")
    return einde is not None and (einde - beeld.dag).days >= _PLAN_NOG_DAGEN and not _PLAN_ER(beeld)


def _zonder_tijd(beeld: Gemeentebeeld) -> bool:
    moment = als_moment(beeld.velden.get("naar"))
    return moment is not None and not moment[1]


def _wil_erbij(beeld: Gemeentebeeld) -> bool:
    return bool(wens(beeld).get("erbij"))


_PLAN_ER = als.heeft("persoonlijk_plan_ontvangen")
_PLAN = (
    kop("Uw persoonlijk plan", "Your personal plan"),
    tekst(
        "Wij kregen uw plan op {op_plan}. Wij nemen het mee in het gesprek en in ons onderzoek.",
        "We received your plan on {op_plan}. We will use it in the talk and in our investigation.",
        _PLAN_ER,
    ),
    tekst(
        "U mag zelf opschrijven wat u nodig hebt, wat u zelf kunt en wat u belangrijk vindt. Dat heet een persoonlijk"
        " plan. Het mag, het hoeft niet. Wij nemen uw plan mee in het gesprek en in ons onderzoek.",
        "You may write down yourself what you need, what you can do and what matters to you. This is called a personal"
        " plan. You may, you need not. We will use your plan in the talk and in our investigation.",
        als.niet(_PLAN_ER),
    ),
    tekst(
        "U hebt er na uw melding zeven dagen voor, tot en met {einde_plan}.",
        "You have seven days for it after your report, until {einde_plan}.",
        _plan_op_tijd,
    ),
    tekst(
        "De wet geeft u er na uw melding zeven dagen voor. Later mag ook: geef ons uw plan dan vóór het gesprek. Wij"
        " nemen het gewoon mee.",
        "The law gives you seven days for it after your report. Later is fine too: then give us your plan before the"
        " talk. We will use it all the same.",
        als.niet(als.een_van(_PLAN_ER, _plan_op_tijd)),
    ),
)

BEVESTIGING = Gemeentebrief(
    naam="bevestiging-melding",
    titel=Tekst("Bevestiging van de melding", "Confirmation of the report"),
    bij="ontvangst_bevestigd",
    past=als.een_van(als.niet(als.veld("betreft")), als.veld("betreft", "melding")),
    onderwerp=Tekst("Wij hebben uw melding ontvangen", "We have received your report"),
    blokken=(
        tekst(
            "Op {op_melding} kregen wij uw melding. In deze brief leest u wat er nu gebeurt en wat u kunt doen. Dit"
            " hebben wij opgeschreven:",
            "On {op_melding} we received your report. This letter tells you what happens now and what you can do. This"
            " is what we wrote down:",
        ),
        BEHOEFTEN,
        tekst(
            "Klopt dit niet, of mist er iets? Laat het ons weten. Dan verbeteren wij het.",
            "Is this wrong, or is something missing? Let us know. We will put it right.",
        ),
        kop("Wat gebeurt er, en wanneer?", "What happens, and when?"),
        stukken(_dagen),
        tekst(
            "Is het verslag er op {einde_onderzoek} nog niet? Dan mag u daarna meteen een aanvraag doen. U hoeft dan"
            " niet langer op ons te wachten.",
            "Is the report not there on {einde_onderzoek}? Then you may apply at once after that day. You do not have"
            " to wait for us any longer.",
            als.loopt("onderzoek"),
        ),
        *ONDERSTEUNING,
        *_PLAN,
        kop("Kunt u niet zo lang wachten?", "Can you not wait that long?"),
        tekst(
            "Bel ons dan meteen: {telefoon}. Als er haast is, moeten wij direct voor tijdelijke hulp zorgen. Het"
            " onderzoek volgt dan later.",
            "Then call us at once: {telefoon}. If it is urgent, we must arrange temporary help right away. The"
            " investigation then follows later.",
        ),
        kop("Uw gegevens", "Your data"),
        tekst(
            "Wij vragen alleen wat nodig is om u te helpen. Uw inkomen of spaargeld vragen wij niet. U mag uw dossier"
            " altijd zien en u mag vragen om fouten te verbeteren.",
            "We only ask what is needed to help you. We do not ask about your income or savings. You may always see"
            " your file and ask for mistakes to be corrected.",
        ),
        *VRAGEN,
    ),
    bronnen=(wmo("2.3.2", lid=1), wmo("2.3.2", lid=2), wmo("2.3.2", lid=3), wmo("2.2.4"), wmo("2.3.2", lid=9)),
)

UITNODIGING = Gemeentebrief(
    naam="uitnodiging",
    titel=Tekst("Uitnodiging voor het gesprek", "Invitation for the talk"),
    bij="uitnodiging_verstuurd",
    nodig=("gesprek_op", "gesprekspartner"),
    onderwerp=Tekst("Uitnodiging voor een gesprek", "Invitation for a talk"),
    blokken=(
        tekst(
            "U meldde op {op_melding} dat u hulp nodig hebt. Daarover praten wij graag met u.",
            "On {op_melding} you told us that you need help. We would like to talk with you about it.",
        ),
        kop("De afspraak", "The appointment"),
        punten(
            ("Wanneer: {gesprek_op}", "When: {gesprek_op}"),
            ("Waar: {plek}", "Where: {plek}"),
            ("Met wie: {gesprekspartner}", "With whom: {gesprekspartner}"),
        ),
        tekst(
            "Past dit u niet? Bel ons: {telefoon}. Wij zoeken dan samen een andere dag, tijd of plek.",
            "Does this not suit you? Call us: {telefoon}. Together we will find another day, time or place.",
        ),
        tekst(
            "Wilt u het gesprek liever bij u thuis? Zeg het ons.",
            "Would you rather have the talk at your home? Tell us.",
            als.niet(thuis),
        ),
        kop("Waar praten wij over?", "What will we talk about?"),
        tekst("Wij beginnen met uw verhaal. Dit meldde u:", "We start with your story. This is what you reported:"),
        BEHOEFTEN,
        tekst("Daarna bespreken wij samen:", "After that we discuss together:"),
        punten(
            (
                "wat u nodig hebt, wat u belangrijk vindt en wat uw gezondheid doet met het dagelijks leven",
                "what you need, what matters to you and what your health does to your daily life",
            ),
            (
                "wat u zelf kunt, en wat uw huisgenoten, familie, vrienden en buren kunnen",
                "what you can do yourself, and what those you live with, family, friends and neighbours can do",
            ),
            ("wat uw mantelzorger nodig heeft om het vol te houden", "what your carer needs in order to keep going"),
            (
                "welke hulp er is in de buurt, en welke hulp op maat; in natura of met een persoonsgebonden budget"
                " (pgb)",
                "what help there is nearby, and what individual help; in kind or with a personal budget (pgb)",
            ),
            ("wat u misschien zelf betaalt", "what you may have to pay yourself"),
            ("hoe het na het gesprek verdergaat", "what happens after the talk"),
        ),
        kop("Wie mag erbij zijn?", "Who may come along?"),
        tekst(
            "U zei ons wie u erbij wilt: {erbij}. Daar houden wij rekening mee.",
            "You told us whom you want to be there: {erbij}. We take that into account.",
            _wil_erbij,
        ),
        tekst(
            "Neem gerust iemand mee. Hebt u een mantelzorger? Dan nodigen wij die ook uit. Uw mantelzorger mag ook"
            " apart met ons praten.",
            "Feel free to bring someone. Do you have a carer? Then we invite your carer too. Your carer may also talk"
            " with us separately.",
        ),
        *ONDERSTEUNING,
        *_PLAN,
        kop("Wat legt u klaar?", "What should you have at hand?"),
        punten(
            (
                "uw paspoort, identiteitskaart, rijbewijs of verblijfsdocument",
                "your passport, identity card, driving licence or residence permit",
            ),
            (
                "wat u zelf wilt laten zien; een medisch dossier hebben wij niet nodig",
                "what you want to show; we do not need a medical file",
            ),
        ),
        *VRAGEN,
    ),
    bronnen=(
        wmo("2.3.2", lid=1),
        wmo("2.3.2", lid=2),
        wmo("2.3.2", lid=3),
        wmo("2.3.2", lid=4),
        wmo("2.3.4"),
        spelregel(2),
    ),
)

VERZET = Gemeentebrief(
    naam="afspraak-verzet",
    titel=Tekst("De afspraak is verzet", "The appointment was moved"),
    bij="gesprek_verzet",
    past=als.veld("naar"),
    nodig=("naar",),
    onderwerp=Tekst("Uw afspraak is verzet", "Your appointment has been moved"),
    blokken=(
        tekst(
            "U vroeg om een andere tijd voor ons gesprek. Dat is goed.",
            "You asked for another time for our talk. That is fine.",
            als.veld("door", "inwoner"),
        ),
        tekst(
            "Wij moeten de afspraak voor ons gesprek verzetten. Dat spijt ons.",
            "We have to move the appointment for our talk. We are sorry about that.",
            als.niet(als.veld("door", "inwoner")),
        ),
        stukken(toelichting),
        tekst("De nieuwe afspraak is op {naar_dag}.", "The new appointment is on {naar_dag}."),
        tekst("Wij bellen u over de tijd.", "We will call you about the time.", _zonder_tijd),
        tekst(
            "De rest blijft zoals in onze uitnodiging stond: met wie u praat, waarover, en wie u mag meenemen. De"
            " laatste dag voor ons onderzoek blijft {einde_onderzoek}. Die dag schuift niet op door deze nieuwe"
            " afspraak.",
            "The rest stays as in our invitation: whom you talk with, about what, and whom you may bring. The last day"
            " for our investigation is still {einde_onderzoek}. This new appointment does not move that day.",
            als.loopt("onderzoek"),
        ),
        tekst(
            "Past deze tijd u ook niet? Bel ons: {telefoon}.",
            "Does this time not suit you either? Call us: {telefoon}.",
        ),
    ),
    bronnen=(wmo("2.3.2", lid=1),),
)

ONDERSTEUNER = Gemeentebrief(
    naam="clientondersteuner",
    titel=Tekst("Uw cliëntondersteuner", "Your client supporter"),
    bij="clientondersteuner_toegewezen",
    nodig=("naam",),
    onderwerp=Tekst("Uw cliëntondersteuner", "Your client supporter"),
    blokken=(
        tekst(
            "U krijgt gratis hulp van een cliëntondersteuner. Dit is {naam}.",
            "You get free help from a client supporter. This is {naam}.",
            als.niet(als.veld("organisatie")),
        ),
        tekst(
            "U krijgt gratis hulp van een cliëntondersteuner. Dit is {naam} van {organisatie}.",
            "You get free help from a client supporter. This is {naam} of {organisatie}.",
            als.veld("organisatie"),
        ),
        tekst(
            "Uw cliëntondersteuner werkt voor u en niet voor de gemeente. Wat u samen bespreekt, lezen wij niet.",
            "Your client supporter works for you and not for the municipality. We do not read what the two of you"
            " discuss.",
            als.niet(als.veld("onafhankelijk", False)),
        ),
        stukken(toelichting),
        tekst("U kunt samen:", "Together you can:"),
        punten(
            ("uw persoonlijk plan maken", "make your personal plan"),
            ("het gesprek voorbereiden en er samen naartoe gaan", "prepare the talk and go there together"),
            ("het verslag en het besluit nalezen", "read the report and the decision"),
            ("een klacht of een bezwaar schrijven, als dat nodig is", "write a complaint or objection, if needed"),
        ),
        tekst(
            "Klikt het niet? Dan kunt u ons om iemand anders vragen. U hoeft niet te zeggen waarom. Bel ons:"
            " {telefoon}.",
            "Does it not work out? Then you can ask us for someone else. You do not have to say why. Call us:"
            " {telefoon}.",
        ),
    ),
    bronnen=(wmo("2.2.4"), wmo("2.3.2", lid=3)),
)

DOORGEZONDEN = Gemeentebrief(
    naam="doorgezonden",
    titel=Tekst("Uw brief is doorgestuurd", "Your letter was passed on"),
    bij="doorgezonden",
    nodig=("naar",),
    onderwerp=Tekst("Wij stuurden uw bericht door", "We passed on your message"),
    blokken=(
        tekst(
            "U stuurde ons een bericht dat voor een ander is bedoeld. Wij stuurden het vandaag door naar"
            " {doorgezonden_naar}.",
            "You sent us a message that is meant for someone else. Today we passed it on to {doorgezonden_naar}.",
        ),
        stukken(toelichting),
        tekst(
            "U hoeft zelf niets te doen. De dag waarop wij uw bericht kregen, blijft tellen als de dag van ontvangst.",
            "You do not have to do anything. The day on which we received your message still counts as the day of"
            " receipt.",
        ),
        *VRAGEN,
    ),
    bronnen=(awb("2:3", lid=1),),
)

SPOED = Gemeentebrief(
    naam="tijdelijke-voorziening",
    titel=Tekst("Besluit over tijdelijke hulp", "Decision on temporary help"),
    bij="tijdelijke_voorziening_verstrekt",
    nodig=("voorziening",),
    onderwerp=Tekst("U krijgt tijdelijke hulp", "You get temporary help"),
    blokken=(
        tekst(
            "U kunt niet wachten tot ons onderzoek klaar is. Daarom krijgt u meteen tijdelijke hulp: {voorziening}.",
            "You cannot wait until our investigation is done. That is why you get temporary help at once:"
            " {voorziening}.",
        ),
        stukken(toelichting, HEEFT_TOELICHTING),
        tekst(
            "Dit is tijdelijk. Ons onderzoek gaat door. Uiterlijk op {einde_onderzoek} hebt u het verslag. Daarna"
            " kunt u hulp voor een langere tijd aanvragen.",
            "This is temporary. Our investigation goes on. You will have the report by {einde_onderzoek}. After that"
            " you can apply for help for a longer time.",
            als.loopt("onderzoek"),
        ),
        *bezwaarclausule(),
        *VRAGEN,
    ),
    bronnen=(wmo("2.3.3"), awb("3:45"), awb("6:7")),
)
