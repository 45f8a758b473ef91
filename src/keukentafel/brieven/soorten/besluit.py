"""Letters after the decision: asking for its reasons, objecting, and giving the reasons for the objection."""

from __future__ import annotations

from datetime import date

from keukentafel.brieven.als import (
    Als,
    allebei,
    einde_bekend,
    geen_van,
    geschonden,
    heeft,
    niet_voorbij,
    viel_weg,
    zonder,
)
from keukentafel.brieven.beeld import Zaakbeeld
from keukentafel.brieven.model import Alinea, Brief, Moment, alinea
from keukentafel.brieven.taal import Tekst
from keukentafel.brieven.voorwaarden import gebeurd, niet_na, nog_niet_verstreken, voorbij
from keukentafel.wet.artikel import awb, wmo

_BESLUIT = Moment.BESLUIT
_PUNTEN: tuple[Als, ...] = (geschonden("A5", "A6", "A7", "A10", "A11"), viel_weg("besluit"))
_GEEN_PUNTEN = geen_van(*_PUNTEN)

# What the engine saw in the decision, said once for the two letters that bring it up.
_BEVINDINGEN: tuple[Alinea, ...] = (
    alinea(
        "U hebt niets besloten over:",
        "You have not decided anything on:",
        viel_weg("besluit"),
    ),
    alinea("{niet_in_besluit}", "{niet_in_besluit}", viel_weg("besluit")),
    alinea(
        "In het besluit staat niet, of niet duidelijk genoeg, waarom u zo beslist. Een besluit moet goed zijn"
        " uitgelegd en passen bij het verslag.",
        "The decision does not say, or not clearly enough, why you decide this way. A decision must be well explained"
        " and fit the report.",
        geschonden("A5"),
    ),
    alinea(
        "Het besluit is anders dan het verslag. De reden daarvoor staat er niet bij.",
        "The decision differs from the report. The reason for that is not given.",
        geschonden("A6"),
    ),
    alinea(
        "Het besluit is anders dan het advies dat u vroeg. De reden daarvoor staat er niet bij.",
        "The decision differs from the advice you asked for. The reason for that is not given.",
        geschonden("A7"),
    ),
    alinea(
        "U weigert hulp vanwege mijn inkomen of vermogen. Dat is volgens de Wmo geen reden om hulp te weigeren.",
        "You refuse help because of my income or wealth. Under the Wmo that is no reason to refuse help.",
        geschonden("A10"),
    ),
    alinea(
        "Ik vroeg om een persoonsgebonden budget (pgb). Er staat niet bij elke voorwaarde uitgelegd waarom ik daar wel"
        " of niet aan voldoe.",
        "I asked for a personal budget (pgb). It is not explained for each condition why I meet it or not.",
        geschonden("A11"),
    ),
)

UITLEG_VRAGEN = Brief(
    naam="uitleg-besluit",
    moment=_BESLUIT,
    titel=Tekst("Leg mij uw besluit uit", "Explain your decision to me"),
    wanneer=Tekst(
        "U hebt het besluit, maar begrijpt niet waarom de gemeente zo beslist.",
        "You have the decision, but do not understand why the municipality decides this way.",
    ),
    past=(gebeurd("besluit_bekendgemaakt"), niet_na("besluit_bekendgemaakt", "bezwaar_ontvangen")),
    waarom=Tekst(
        "U mag om uitleg vragen. U krijgt daar geen extra tijd door om bezwaar te maken.",
        "You may ask for an explanation. It gives you no extra time to object.",
    ),
    onderwerp=Tekst("Vragen over uw besluit", "Questions about your decision"),
    alineas=(
        alinea(
            "U hebt mij {op_besluit} uw besluit op mijn aanvraag gestuurd. Ik heb daar vragen over.",
            "You sent me your decision on my application {op_besluit}. I have questions about it.",
        ),
        *_BEVINDINGEN,
        alinea("Ik begrijp dit niet:", "This is what I do not understand:", _GEEN_PUNTEN),
        alinea("- [vul in: uw vraag over het besluit]", "- [fill in: your question about the decision]", _GEEN_PUNTEN),
        alinea(
            "Wilt u mij dit uitleggen, of het besluit aanpassen? Ik ontvang uw antwoord graag ruim vóór"
            " {einde_bezwaar}, de laatste dag waarop ik bezwaar kan maken.",
            "Please explain this to me, or change the decision. I would like your answer well before {einde_bezwaar},"
            " the last day on which I can object.",
            allebei(einde_bekend("bezwaar"), niet_voorbij("bezwaar")),
        ),
        alinea(
            "Wilt u mij dit uitleggen, of het besluit aanpassen?",
            "Please explain this to me, or change the decision.",
            lambda beeld: beeld.voorbij("bezwaar") or (not beeld.leeg and beeld.uiterlijk("bezwaar") is None),
        ),
        alinea(
            "In het besluit staat niet of, waar en tot wanneer ik bezwaar kan maken. Wilt u mij dat ook schrijven?",
            "The decision does not say whether, where and until when I can object. Please write that to me, too.",
            geschonden("A8"),
        ),
        alinea(
            "Uw besluit kwam later dan de wet zegt. Ik vind geen bericht dat u mij dat op tijd meldde, met een nieuwe"
            " datum. Wilt u mij schrijven waarom het later werd?",
            "Your decision came later than the law says. I find no message that you told me so in time, with a new"
            " date. Please write to me why it was late.",
            geschonden("A2"),
        ),
    ),
    bronnen=(wmo("2.3.5"), awb("3:45"), awb("3:46"), awb("3:47")),
    tips=(
        Tekst(
            "Deze brief is geen bezwaar. Twijfelt u, stuur dan op tijd ook een bezwaar zonder redenen.",
            "This letter is no objection. If in doubt, send an objection without reasons in time as well.",
        ),
    ),
)

# What any objection without reasons holds: against what, and what is asked besides.
_BEZWAAR: tuple[Alinea, ...] = (
    alinea(
        "Ik maak bezwaar tegen het besluit op mijn aanvraag om hulp. U hebt dat besluit {op_besluit} aan mij"
        " bekendgemaakt. Een kopie zit bij deze brief.",
        "I object to the decision on my application for help. You made that decision known to me {op_besluit}. A"
        " copy comes with this letter.",
        lambda beeld: beeld.leeg or _dag_bekend(beeld),
    ),
    alinea(
        "Ik maak bezwaar tegen het besluit op mijn aanvraag om hulp. De dag waarop u het stuurde, weet ik niet"
        " precies meer. Een kopie van het besluit zit bij deze brief.",
        "I object to the decision on my application for help. I no longer know exactly on what day you sent it. A"
        " copy of the decision comes with this letter.",
        lambda beeld: not beeld.leeg and not _dag_bekend(beeld),
    ),
)
_VERDER: tuple[Alinea, ...] = (
    alinea(
        "Ik ben het niet eens met uw besluit. Mijn redenen stuur ik u later. Wilt u mij daar vier weken voor geven?",
        "I disagree with your decision. I will send you my reasons later. Please give me four weeks for that.",
    ),
    alinea(
        "Wilt u mij ook alle stukken sturen die bij het besluit horen? En wilt u mij de ontvangst van dit bezwaar"
        " bevestigen?",
        "Please also send me all papers that belong to the decision. And please confirm that you received this"
        " objection.",
    ),
    alinea(
        "Ik wil mijn bezwaar graag mondeling uitleggen op een hoorzitting. Komen we er eerder uit in een gesprek,"
        " dan sta ik daarvoor open.",
        "I would like to explain my objection in person at a hearing. If we can settle it in a talk before that, I"
        " am open to it.",
    ),
    alinea(
        "Heb ik kosten doordat een deskundige mij helpt, dan vraag ik u om die te vergoeden.",
        "If I have costs because an expert helps me, I ask you to repay them.",
    ),
)
_ZO_STUREN: tuple[Tekst, ...] = (
    Tekst(
        "Zet uw handtekening onder de brief. Stuur hem aangetekend, of geef hem af en vraag een bewijs van ontvangst.",
        "Sign the letter. Send it by registered mail, or hand it in and ask for a receipt.",
    ),
    Tekst(
        "Per e-mail mag alleen als de gemeente dat toestaat. Kijk daarvoor in het besluit of op haar website.",
        "E-mail is only possible if the municipality allows it. Look in the decision or on its website.",
    ),
)
_KOPIE = alinea("Kopie van het besluit", "Copy of the decision")

PRO_FORMA_BEZWAAR = Brief(
    naam="bezwaar-pro-forma",
    moment=_BESLUIT,
    titel=Tekst("Ik maak bezwaar, mijn redenen volgen", "I object, my reasons will follow"),
    wanneer=Tekst(
        "U bent het niet eens met het besluit en wilt op tijd zijn. Binnen zes weken na het besluit.",
        "You disagree with the decision and want to be in time. Within six weeks of the decision.",
    ),
    past=(
        gebeurd("besluit_bekendgemaakt"),
        niet_na("besluit_bekendgemaakt", "bezwaar_ontvangen"),
        nog_niet_verstreken("bezwaar"),
    ),
    waarom=Tekst(
        "Met deze korte brief maakt u eerst bezwaar. Uw redenen schrijft u later.",
        "With this short letter you object first. You write your reasons later.",
    ),
    onderwerp=Tekst("Bezwaar tegen uw besluit", "Objection to your decision"),
    alineas=(
        *_BEZWAAR,
        *_VERDER,
    ),
    bijlagen=(_KOPIE,),
    bronnen=(awb("6:5"), awb("6:6"), awb("6:7"), awb("7:2"), awb("7:15")),
    tips=_ZO_STUREN,
)

BEZWAAR_TE_LAAT = Brief(
    naam="bezwaar-te-laat",
    moment=_BESLUIT,
    titel=Tekst("Ik maak later bezwaar, met een goede reden", "I object late, for a good reason"),
    wanneer=Tekst(
        "De zes weken om bezwaar te maken zijn voorbij, en u had een goede reden om later te zijn.",
        "The six weeks for objecting are over, and you had a good reason to be later.",
    ),
    past=(
        gebeurd("besluit_bekendgemaakt"),
        niet_na("besluit_bekendgemaakt", "bezwaar_ontvangen"),
        voorbij("bezwaar"),
    ),
    waarom=Tekst(
        "De tijd was om op {einde_bezwaar}. Met een goede reden moet de gemeente uw bezwaar toch behandelen.",
        "The time was over on {einde_bezwaar}. With a good reason the municipality must still handle your objection.",
    ),
    onderwerp=Tekst("Bezwaar tegen uw besluit, later ingediend", "Objection to your decision, sent later"),
    alineas=(
        *_BEZWAAR,
        alinea(
            "De tijd om bezwaar te maken was om op {einde_bezwaar}. Ik kon niet eerder bezwaar maken, omdat:",
            "The time to object was over on {einde_bezwaar}. I could not object earlier, because:",
        ),
        alinea("- [vul in: waarom u niet eerder bezwaar kon maken]", "- [fill in: why you could not object earlier]"),
        alinea(
            "Ook stond in het besluit niet waar en tot wanneer ik bezwaar kon maken.",
            "Also, the decision did not say where and until when I could object.",
            geschonden("A8"),
        ),
        alinea(
            "Ik maak nu zo snel mogelijk bezwaar. Ik vraag u daarom om mijn bezwaar toch te behandelen (artikel 6:11"
            " van de Algemene wet bestuursrecht).",
            "I now object as soon as I can. I therefore ask you to handle my objection all the same (article 6:11 of"
            " the General Administrative Law Act).",
        ),
        *_VERDER,
    ),
    bijlagen=(_KOPIE,),
    bronnen=(awb("6:5"), awb("6:6"), awb("6:7"), awb("6:11"), awb("7:2"), awb("7:15")),
    tips=(
        Tekst(
            "Een goede reden is bijvoorbeeld: u lag in het ziekenhuis, het besluit kwam niet aan, of de gemeente gaf u"
            " een verkeerde datum. Doe een bewijs bij de brief als u dat hebt.",
            "A good reason is, for instance: you were in hospital, the decision did not reach you, or the municipality"
            " gave you a wrong date. Add proof if you have it.",
        ),
        *_ZO_STUREN,
    ),
)


def _dag_bekend(beeld: Zaakbeeld) -> bool:
    feit = beeld.laatste("besluit_bekendgemaakt")
    return feit is not None and feit.datum is not None


def _bezwaar_loopt(beeld: Zaakbeeld) -> date | None:
    return niet_na("bezwaar_ontvangen", "beslissing_op_bezwaar_bekendgemaakt", "bezwaar_ingetrokken")(beeld)


GRONDEN = Brief(
    naam="bezwaar-redenen",
    moment=_BESLUIT,
    titel=Tekst("De redenen van mijn bezwaar", "The reasons for my objection"),
    wanneer=Tekst(
        "U hebt bezwaar gemaakt en schrijft nu waarom u het niet eens bent met het besluit.",
        "You have objected and now write why you disagree with the decision.",
    ),
    past=(gebeurd("bezwaar_ontvangen"), _bezwaar_loopt),
    waarom=Tekst(
        "Een bezwaar heeft redenen nodig. Stuur ze op tijd, anders kan de gemeente uw bezwaar weigeren.",
        "An objection needs reasons. Send them in time, or the municipality may turn your objection down.",
    ),
    onderwerp=Tekst("De redenen van mijn bezwaar", "The reasons for my objection"),
    alineas=(
        alinea(
            "U hebt {op_bezwaar} mijn bezwaarschrift ontvangen. Het gaat over het besluit dat u {op_besluit}"
            " bekendmaakte. Hier zijn mijn redenen.",
            "You received my objection {op_bezwaar}. It is about the decision that you made known to me {op_besluit}."
            " Here are my reasons.",
            lambda beeld: beeld.leeg or _dag_bekend(beeld),
        ),
        alinea(
            "U hebt {op_bezwaar} mijn bezwaarschrift ontvangen. Hier zijn mijn redenen.",
            "You received my objection {op_bezwaar}. Here are my reasons.",
            lambda beeld: not beeld.leeg and not _dag_bekend(beeld),
        ),
        alinea(
            "U vroeg mij om deze redenen uiterlijk op {gronden_tot} te sturen.",
            "You asked me to send these reasons by {gronden_tot} at the latest.",
            heeft("verzuim_herstel_gevraagd"),
        ),
        *_BEVINDINGEN,
        alinea(
            "Verder klopt dit volgens mij niet:",
            "This, too, is not right in my view:",
            lambda beeld: any(punt(beeld) for punt in _PUNTEN),
        ),
        alinea("Dit klopt volgens mij niet:", "This is not right in my view:", _GEEN_PUNTEN),
        alinea(
            "- [vul in: wat er volgens u niet klopt, en waarom]",
            "- [fill in: what is not right in your view, and why]",
        ),
        alinea(
            "Dit gebeurt er in mijn dagelijks leven als het besluit zo blijft:",
            "This is what happens in my daily life if the decision stays as it is:",
        ),
        alinea("[vul in: gevolgen voor u]", "[fill in: consequences for you]"),
        alinea(
            "Ik vraag u om het besluit te veranderen en mij [vul in: de hulp die u nodig hebt] te geven.",
            "I ask you to change the decision and to give me [fill in: the help you need].",
        ),
        alinea(
            "Ik wil mijn bezwaar graag mondeling uitleggen op een hoorzitting.",
            "I would like to explain my objection in person at a hearing.",
            zonder("hoorzitting_gehouden", "afgezien_van_horen"),
        ),
    ),
    bronnen=(wmo("2.3.5"), awb("3:2"), awb("3:46"), awb("6:5"), awb("7:2"), awb("7:11")),
)

BRIEVEN = (PRO_FORMA_BEZWAAR, BEZWAAR_TE_LAAT, UITLEG_VRAGEN, GRONDEN)
