"""Letters about the report: where it stays, what it leaves out, and what the resident thinks of it."""

from __future__ import annotations

from keukentafel.brieven.als import (
    allebei,
    einde_onbekend,
    geen_van,
    geschonden,
    heeft,
    niet_onderzocht,
    viel_weg,
    voorbij,
    zonder,
)
from keukentafel.brieven.model import Brief, Moment, alinea
from keukentafel.brieven.taal import Tekst
from keukentafel.brieven.voorwaarden import een_van, gebeurd, niet, termijn_onbekend, verstreken
from keukentafel.wet.artikel import awb, spelregel, uitspraak, wmo

_VERSLAG = Moment.VERSLAG
_GEEN_PUNTEN = geen_van(viel_weg("verslag"), geschonden("V3"), niet_onderzocht)

VERSLAG_VRAGEN = Brief(
    naam="verslag-vragen",
    moment=_VERSLAG,
    titel=Tekst("Waar blijft het verslag?", "Where is the report?"),
    wanneer=Tekst(
        "Twee weken na het gesprek, of zes weken na uw melding, is er nog geen verslag.",
        "Two weeks after the talk, or six weeks after your report of a need, there is no written report.",
    ),
    past=(
        gebeurd("melding_ontvangen", "gesprek_gevoerd"),
        niet("verslag_verstuurd", "besluit_bekendgemaakt", "dossier_afgesloten", "melding_ingetrokken"),
        een_van(
            verstreken("verslag"),
            verstreken("onderzoek"),
            termijn_onbekend("onderzoek", "melding_ontvangen"),
        ),
    ),
    waarom=Tekst(
        "De gemeente moet u een schriftelijk verslag geven, binnen zes weken na uw melding.",
        "The municipality must give you a written report, within six weeks of your report of a need.",
    ),
    straks=Tekst(
        "De gemeente heeft nog tijd voor het verslag.",
        "The municipality still has time for the report.",
    ),
    onderwerp=Tekst("Wanneer krijg ik het verslag?", "When will I get the report?"),
    alineas=(
        alinea(
            "Ik heb mij {op_melding} bij u gemeld. Het gesprek was {op_gesprek}. Ik heb nog geen verslag gekregen.",
            "I reported to you {op_melding}. The talk was {op_gesprek}. I have not received a report yet.",
            heeft("gesprek_gevoerd"),
        ),
        alinea(
            "Ik heb mij {op_melding} bij u gemeld. Ik heb nog geen verslag van uw onderzoek gekregen.",
            "I reported to you {op_melding}. I have not received a report of your enquiry yet.",
            zonder("gesprek_gevoerd"),
        ),
        alinea(
            "Het onderzoek met het verslag moest uiterlijk op {einde_onderzoek} klaar zijn. Die dag is voorbij.",
            "The enquiry with the report had to be finished by {einde_onderzoek} at the latest. That day has passed.",
            voorbij("onderzoek"),
        ),
        alinea(
            "Het gesprek is meer dan twee weken geleden. Het onderzoek met het verslag moet binnen zes weken na mijn"
            " melding klaar zijn: uiterlijk op {einde_onderzoek}.",
            "The talk was more than two weeks ago. The enquiry with the report must be finished within six weeks of my"
            " report of a need: by {einde_onderzoek} at the latest.",
            lambda beeld: not beeld.leeg and beeld.voorbij("verslag") and not beeld.voorbij("onderzoek"),
        ),
        alinea(
            "Het onderzoek met het verslag moet binnen zes weken na mijn melding klaar zijn.",
            "The enquiry with the report must be finished within six weeks of my report of a need.",
            lambda beeld: beeld.leeg or einde_onbekend("onderzoek")(beeld),
        ),
        alinea(
            "Wilt u mij het verslag nu sturen? Lukt dat niet meteen, schrijf mij dan op welke dag ik het krijg.",
            "Please send me the report now. If that is not possible at once, write to me on what day I will get it.",
        ),
        alinea(
            "Omdat de zes weken voorbij zijn, mag ik ook zonder verslag een aanvraag doen. Als ik het verslag niet"
            " krijg, doe ik dat.",
            "Because the six weeks are over, I may also apply without a report. If I do not get the report, I will.",
            allebei(voorbij("onderzoek"), zonder("aanvraag_ontvangen")),
        ),
    ),
    bronnen=(wmo("2.3.2", lid=1), wmo("2.3.2", lid=8), spelregel(18)),
)

VERSLAG_AANVULLEN = Brief(
    naam="verslag-aanvullen",
    moment=_VERSLAG,
    titel=Tekst("Het verslag mist onderdelen", "The report leaves things out"),
    wanneer=Tekst(
        "U hebt het verslag, maar er staat niet alles in wat besproken is.",
        "You have the report, but it does not hold everything that was discussed.",
    ),
    past=(gebeurd("verslag_verstuurd"), niet("besluit_bekendgemaakt", "dossier_afgesloten")),
    waarom=Tekst(
        "De gemeente beslist op grond van het verslag. Vraag dus om wat er niet in staat.",
        "The municipality decides on the basis of the report. So ask for what is not in it.",
    ),
    onderwerp=Tekst("Wilt u het verslag aanvullen?", "Please complete the report"),
    alineas=(
        alinea(
            "Ik heb {op_verslag} het verslag van uw onderzoek gekregen. Volgens mij is het niet volledig.",
            "I received the report of your enquiry {op_verslag}. I think it is not complete.",
        ),
        alinea(
            "Over deze vragen staat geen uitkomst in het verslag:",
            "The report gives no outcome for these needs:",
            viel_weg("verslag"),
        ),
        alinea("{niet_in_verslag}", "{niet_in_verslag}", viel_weg("verslag")),
        alinea(
            "Dit moest u onderzoeken (artikel 2.3.2 lid 4), en ik lees het niet terug:",
            "You had to look into this (article 2.3.2 lid 4), and I do not read it back:",
            niet_onderzocht,
        ),
        alinea("{niet_onderzocht}", "{niet_onderzocht}", niet_onderzocht),
        alinea("Deze onderdelen mis ik:", "I miss these parts:", geschonden("V3")),
        alinea("{ontbrekende_onderdelen}", "{ontbrekende_onderdelen}", geschonden("V3")),
        alinea("Dit mis ik in het verslag:", "I miss this in the report:", _GEEN_PUNTEN),
        alinea(
            "- [vul in: wat ontbreekt in het verslag]",
            "- [fill in: what the report leaves out]",
            _GEEN_PUNTEN,
        ),
        alinea(
            "Wilt u het verslag aanvullen en het mij opnieuw sturen? Ik vraag u om dat te doen vóór u een besluit"
            " neemt. Een besluit moet namelijk kloppen met wat er onderzocht is.",
            "Please complete the report and send it to me again, before you take a decision. A decision has to match"
            " what was found.",
        ),
    ),
    bronnen=(
        wmo("2.3.2", lid=4),
        wmo("2.3.2", lid=8),
        awb("3:2"),
        uitspraak("CRvB 21-3-2018, ECLI:NL:CRVB:2018:819"),
        spelregel(20),
    ),
)

REACTIE_OP_VERSLAG = Brief(
    naam="reactie-op-verslag",
    moment=_VERSLAG,
    titel=Tekst("Mijn reactie op het verslag", "My reaction to the report"),
    wanneer=Tekst(
        "U hebt het verslag gelezen en wilt zeggen wat wel en niet klopt.",
        "You have read the report and want to say what is right and what is not.",
    ),
    past=(gebeurd("verslag_verstuurd"), niet("besluit_bekendgemaakt", "dossier_afgesloten")),
    waarom=Tekst(
        "Tegen het verslag kunt u geen bezwaar maken. Reageren kan wel, en dat telt mee bij het besluit.",
        "You cannot object to the report. You can react to it, and that counts in the decision.",
    ),
    onderwerp=Tekst("Mijn reactie op het verslag", "My reaction to the report"),
    alineas=(
        alinea(
            "Ik heb {op_verslag} het verslag van uw onderzoek gekregen. Dit is mijn reactie.",
            "I received the report of your enquiry {op_verslag}. This is my reaction.",
        ),
        alinea("Dit klopt niet, of zie ik anders:", "This is not right, or I see it differently:"),
        alinea(
            "- [vul in: wat er staat, en hoe het volgens u is]",
            "- [fill in: what it says, and how it is in your view]",
        ),
        alinea("Dit wil ik toevoegen:", "I want to add this:"),
        alinea("- [vul in: wat u wilt toevoegen]", "- [fill in: what you want to add]"),
        alinea(
            "Ik zet mijn handtekening nu niet onder het verslag. Ik wil er eerst rustig over nadenken.",
            "I do not sign the report now. I want to think it over first.",
            zonder("verslag_getekend"),
        ),
        alinea(
            "Wilt u mijn reactie bij het verslag bewaren? En wilt u in het besluit schrijven wat u met mijn reactie"
            " hebt gedaan, of het verslag aanpassen?",
            "Please keep my reaction with the report. And please write in the decision what you did with my reaction,"
            " or change the report.",
        ),
    ),
    bronnen=(wmo("2.3.2", lid=8), awb("3:2"), spelregel(19)),
)

BRIEVEN = (VERSLAG_VRAGEN, VERSLAG_AANVULLEN, REACTIE_OP_VERSLAG)
