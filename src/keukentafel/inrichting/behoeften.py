"""What people in the made-up municipality need, and what its reports and decisions say about that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Behoefte:
    """One need: in the words of the resident, what a report agrees on it, and what a decision grants or refuses."""

    leefgebied: str
    vraag: str
    op_maat: str
    waarom: str
    in_de_buurt: str
    netwerk: str
    voorziening: str
    grond: str
    tegen: str


BEHOEFTEN: Final = (
    Behoefte(
        "huishouden",
        "Ik kan niet meer stofzuigen en ramen lappen",
        op_maat="Twee uur hulp per week bij het zware schoonmaakwerk past bij u.",
        waarom="Bukken en tillen lukt u niet meer. Koken en afwassen doet u zelf.",
        in_de_buurt="De klussendienst lapt vier keer per jaar uw ramen.",
        netwerk="Uw dochter doet de boodschappen en de was. Meer tijd heeft zij niet.",
        voorziening="hulp bij het huishouden, twee uur per week",
        grond="gebruikelijke_hulp",
        tegen="Uw huisgenoot kan stofzuigen en de ramen lappen.",
    ),
    Behoefte(
        "wonen",
        "Ik kom de trap bijna niet meer op",
        op_maat="Een traplift is voor u de beste oplossing. Iemand komt eerst de trap meten.",
        waarom="De trap is niet veilig meer voor u. Uw bed en de douche zijn boven.",
        in_de_buurt="De klussendienst zet een tweede leuning langs uw trap.",
        netwerk="Uw zoon tilt zware spullen naar boven. Bij het traplopen kan hij u niet helpen.",
        voorziening="traplift",
        grond="eigen_kracht",
        tegen="Beneden is een kamer waar u kunt slapen. Dan hoeft u de trap niet meer op.",
    ),
    Behoefte(
        "vervoer",
        "Ik kom niet meer bij mijn koor en mijn vrienden",
        op_maat="Met een pas voor de regiotaxi kunt u zelf op pad.",
        waarom="Naar de bushalte lopen lukt u niet. Fietsen ook niet meer.",
        in_de_buurt="Op woensdag rijdt u mee met de buurtbus. Die stopt bij uw deur.",
        netwerk="Een vriendin van het koor brengt u soms thuis. Elke week kan zij dat niet.",
        voorziening="pas voor de regiotaxi",
        grond="algemeen",
        tegen="De buurtbus stopt bij uw deur. U kunt zelf instappen.",
    ),
    Behoefte(
        "dag",
        "Overdag ben ik veel alleen en de dagen zijn lang",
        op_maat="Twee dagen per week naar de dagbesteding in de wijk past bij u.",
        waarom="U wilt graag mensen zien en iets doen. Alleen op pad gaan durft u niet meer.",
        in_de_buurt="Op dinsdag is er een open ochtend in het buurthuis. Een vrijwilliger haalt u op.",
        netwerk="Uw buurvrouw drinkt op vrijdag koffie met u. Uw kinderen wonen ver weg.",
        voorziening="dagbesteding, twee dagen per week",
        grond="algemeen",
        tegen="In het buurthuis is elke dag iets te doen. Dat is voor iedereen open.",
    ),
    Behoefte(
        "geld",
        "Ik houd mijn post en rekeningen niet meer bij",
        op_maat="Elke twee weken een uur hulp bij uw post en rekeningen is genoeg.",
        waarom="U raakt het overzicht kwijt. Met wat hulp blijft u zelf de baas over uw geld.",
        in_de_buurt="Een vrijwilliger neemt elke maand de post met u door.",
        netwerk="Uw broer hielp u met de post. Hij is nu zelf ziek.",
        voorziening="begeleiding thuis, een uur per twee weken",
        grond="netwerk",
        tegen="Uw zoon wil elke week de post met u doornemen.",
    ),
)
MOGELIJKHEDEN: Final = (
    "De gemeente kan hulp op maat geven voor wat u niet zelf kunt en wat anderen niet voor u kunnen doen. Wat iedereen"
    " gewoon in de winkel koopt, betaalt de gemeente niet."
)
STEUN: Final = (
    "Wie voor u zorgt, kan naar het steunpunt mantelzorg. Daar is ook een vrijwilliger te vinden die af en toe een"
    " middag overneemt."
)
OVER_HET_PLAN: Final = (
    "U schreef dat u in uw eigen huis wilt blijven wonen en zo veel mogelijk zelf wilt doen. Dat vinden wij ook. Daarom"
    " gaat de hulp alleen over wat u niet lukt."
)
