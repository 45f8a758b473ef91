"""Letters around the talk: no invitation, at home, another day."""

from __future__ import annotations

from datetime import date

from keukentafel.brieven.als import einde_bekend, einde_onbekend
from keukentafel.brieven.beeld import Zaakbeeld
from keukentafel.brieven.model import Brief, Moment, alinea
from keukentafel.brieven.taal import Tekst
from keukentafel.brieven.voorwaarden import METEEN, gebeurd, niet, verstreken
from keukentafel.wet.artikel import awb, spelregel, wmo

_GESPREK = Moment.GESPREK


def _afspraak_komt_nog(beeld: Zaakbeeld) -> date | None:
    feit = beeld.laatste("uitnodiging_verstuurd")
    dag = feit.velden.get("gesprek_op") if feit else None
    return METEEN if dag is None or dag >= beeld.vandaag else None


def _nog_niet_thuis(beeld: Zaakbeeld) -> date | None:
    vorm = beeld.laatste("onderzoeksvorm_gekozen")
    return None if vorm and vorm.velden.get("vorm") == "huisbezoek" else METEEN


UITNODIGING_VRAGEN = Brief(
    naam="uitnodiging-vragen",
    moment=_GESPREK,
    titel=Tekst("Waar blijft de uitnodiging?", "Where is the invitation?"),
    wanneer=Tekst(
        "Twee weken na uw melding bent u nog niet uitgenodigd voor een gesprek.",
        "Two weeks after your report you have not been invited to a talk.",
    ),
    past=(gebeurd("melding_ontvangen"), niet("gesprek_gevoerd", "verslag_verstuurd"), verstreken("uitnodiging")),
    waarom=Tekst(
        "Een uitnodiging binnen twee weken is een afspraak tussen organisaties, geen wet. Vragen mag.",
        "An invitation within two weeks is an agreement between organisations, not law. You may ask.",
    ),
    straks=Tekst(
        "Gemeenten nodigen meestal binnen twee weken uit. Wacht tot die weken voorbij zijn.",
        "Municipalities usually invite within two weeks. Wait until those weeks are over.",
    ),
    onderwerp=Tekst("Wanneer hebben wij het gesprek?", "When do we have the talk?"),
    alineas=(
        alinea(
            "Ik heb mij {op_melding} bij u gemeld. Ik heb nog geen uitnodiging gekregen voor een gesprek.",
            "I reported to you {op_melding}. I have not yet been invited to a talk.",
        ),
        alinea(
            "Uw hele onderzoek, met het verslag erbij, moet binnen zes weken na mijn melding klaar zijn. Dat is"
            " uiterlijk op {einde_onderzoek}. Daarom maak ik graag snel een afspraak.",
            "Your whole enquiry, report included, must be finished within six weeks of my report of a need: by"
            " {einde_onderzoek} at the latest. That is why I would like to make an appointment soon.",
            einde_bekend("onderzoek"),
        ),
        alinea(
            "Uw hele onderzoek, met het verslag erbij, moet binnen zes weken na mijn melding klaar zijn. Daarom maak ik"
            " graag snel een afspraak.",
            "Your whole enquiry, report included, must be finished within six weeks of my report of a need. That is why"
            " I would like to make an appointment soon.",
            einde_onbekend("onderzoek"),
        ),
        alinea(
            "Wilt u mij een uitnodiging sturen? Ik hoor dan graag:",
            "Please send me an invitation. I would like to know:",
        ),
        alinea(
            "- met wie ik het gesprek heb, en voor welke organisatie die persoon werkt\n"
            "- op welke dag, hoe laat en waar, en hoe ik de afspraak kan verzetten\n"
            "- waar het gesprek over gaat\n"
            "- dat mijn mantelzorger en een cliëntondersteuner erbij mogen zijn\n"
            "- hoe ik mijn persoonlijk plan kan inleveren",
            "- whom I will talk to, and for which organisation that person works\n"
            "- on what day, at what time and where, and how I can move the appointment\n"
            "- what the talk is about\n"
            "- that my carer and a client supporter may be there\n"
            "- how I can hand in my personal plan",
        ),
    ),
    bronnen=(wmo("2.3.2", lid=1), spelregel(1), spelregel(2)),
)

GESPREK_THUIS = Brief(
    naam="gesprek-thuis",
    moment=_GESPREK,
    titel=Tekst("Ik wil het gesprek bij mij thuis", "I want the talk at my home"),
    wanneer=Tekst(
        "U wilt dat iemand bij u thuis komt kijken hoe het gaat.",
        "You want someone to come to your home and see how things are.",
    ),
    past=(
        gebeurd("melding_ontvangen"),
        niet("gesprek_gevoerd", "gesprek_aan_huis_gevraagd", "verslag_verstuurd", "afgezien_van_gesprek"),
        _nog_niet_thuis,
    ),
    waarom=Tekst(
        "Thuis ziet de gemeente het best wat lukt en wat niet. Een gesprek thuis is geen recht in de wet, vragen mag.",
        "At home the municipality sees best what works and what does not. It is no right in the law, but you may ask.",
    ),
    onderwerp=Tekst("Graag een gesprek bij mij thuis", "Please hold the talk at my home"),
    alineas=(
        alinea(
            "Ik heb mij {op_melding} bij u gemeld. Ik wil het gesprek daarover graag bij mij thuis.",
            "I reported to you {op_melding}. I would like to have the talk about it at my home.",
        ),
        alinea(
            "Thuis kan ik laten zien wat mij lukt en wat niet. Ook kan dan iemand uit mijn omgeving erbij zijn."
            " Voor mij is thuis nodig, omdat [vul in: reden].",
            "At home I can show what I can do and what I cannot. Someone close to me can be there, too. I need it to be"
            " at home, because [fill in: reason].",
        ),
        alinea(
            "U moet zorgvuldig en samen met mij onderzoeken wat nodig is. Een gesprek thuis past daarbij. Kan het"
            " volgens u niet, wilt u mij dan schrijven waarom?",
            "You must find out carefully, and together with me, what is needed. A talk at home is part of that. If you"
            " think it is not possible, please write to me why.",
        ),
    ),
    bronnen=(wmo("2.3.2", lid=1), awb("3:2"), spelregel(5)),
)

GESPREK_VERZETTEN = Brief(
    naam="gesprek-verzetten",
    moment=_GESPREK,
    titel=Tekst("Ik wil het gesprek verzetten", "I want to move the talk"),
    wanneer=Tekst(
        "U bent uitgenodigd, maar u kunt niet op die dag.",
        "You have been invited, but cannot come that day.",
    ),
    past=(
        gebeurd("uitnodiging_verstuurd"),
        niet("gesprek_gevoerd", "verslag_verstuurd"),
        _afspraak_komt_nog,
    ),
    waarom=Tekst(
        "U mag vragen om een andere dag, bijvoorbeeld omdat u iemand mee wilt nemen.",
        "You may ask for another day, for instance because you want to bring someone.",
    ),
    onderwerp=Tekst("Verzoek om het gesprek te verzetten", "Request to move the talk"),
    alineas=(
        alinea(
            "U hebt mij uitgenodigd voor een gesprek op {gesprek_op}. Ik kan dan niet, omdat [vul in: reden].",
            "You invited me to a talk on {gesprek_op}. I cannot come then, because [fill in: reason].",
        ),
        alinea(
            "Ik kan wel op [vul in: dagen en tijden die u goed uitkomen]. Wilt u mij een nieuwe afspraak sturen?",
            "I can come on [fill in: days and times that suit you]. Please send me a new appointment.",
        ),
        alinea(
            "Het hele onderzoek moet binnen zes weken na mijn melding klaar zijn. Kies daarom alstublieft een dag die"
            " daarbinnen valt.",
            "The whole enquiry must be finished within six weeks of my report of a need. Please choose a day within"
            " them.",
        ),
    ),
    bronnen=(wmo("2.3.2", lid=1), spelregel(2)),
    tips=(
        Tekst(
            "Bel ook even. Een afspraak verzetten gaat per telefoon het snelst.",
            "Do call as well. The phone is the quickest way to move an appointment.",
        ),
    ),
)


BRIEVEN = (UITNODIGING_VRAGEN, GESPREK_THUIS, GESPREK_VERZETTEN)
