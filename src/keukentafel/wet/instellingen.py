"""The disputed points of the law as named settings, each with a default, its alternative and a warning.

Where a choice moves a date, `uiterlijk` and every verdict use the later date and `plan_op` holds the earlier.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from keukentafel.wet.artikel import Artikel, atw, awb, bron, ub, uitspraak, wmo
from keukentafel.wet.waarschuwing import Waarschuwing

NAGEKEKEN_OP: Final = date(2026, 11, 22)
"""Day on which the defaults below were last checked against the sources."""


@dataclass(frozen=True, slots=True)
class Instellingen:
    """One choice per disputed point. Each field but `norm_verschuiven` is explained in `GESCHILPUNTEN`."""

    respijt_verschuift: bool = False
    """Does the Atw move the end of the two weeks after a notice of default (Awb 4:17 lid 3)?"""
    postweek_verschuift: bool = False
    """Does the Atw move the week in which a posted objection must arrive (Awb 6:9 lid 2)?"""
    besluitdag_telt: bool = False
    """Is the day of the decision itself a day with dwangsom?"""
    opschorting_telling: Literal["datumverschil", "letterlijk"] = "datumverschil"
    """How many days a suspension adds: the difference of the dates, or one day less."""
    kennisgeving_4_14_schort_op: bool = False
    """Does a one-sided notice of delay (Awb 4:14 lid 1) move the term?"""
    verdaging_ketenen: Literal["verlengd_einde", "onverlengd_einde"] = "verlengd_einde"
    """Does an adjournment count from the end as moved by the Atw, or from the end before that?"""
    afronding_cak: Literal["half_omhoog", "omlaag"] = "half_omhoog"
    """How the contribution of 2015-2018 is rounded to a cent."""
    norm_verschuiven: bool = False
    """Are norms (not law) moved to a working day too?"""


STANDAARD: Final = Instellingen()


@dataclass(frozen=True, slots=True)
class Geschilpunt:
    """A point on which the sources differ or are silent: what is chosen here, what else is possible, and why."""

    titel: str
    keuze: str
    alternatief: str
    uitleg: str
    bron: tuple[Artikel, ...]
    nagekeken_op: date = NAGEKEKEN_OP


_CIRCULAIRE: Final = bron("Circulaire Wet dwangsom, BWBR0035670")

GESCHILPUNTEN: Final[dict[str, Geschilpunt]] = {
    "respijt_verschuift": Geschilpunt(
        "Twee weken na de ingebrekestelling",
        "De twee weken worden niet langer als zij op een vrije dag eindigen.",
        "De twee weken lopen door tot en met de eerste werkdag.",
        "De wet zet de Algemene termijnenwet alleen uit voor de 42 dagen van de dwangsom. Over de twee weken daarvoor"
        " is geen uitspraak bekend. De voorbeelden van de overheid maken geen uitzondering.",
        (awb("4:17", lid=1), awb("4:17", lid=3), _CIRCULAIRE),
    ),
    "postweek_verschuift": Geschilpunt(
        "De week extra voor post",
        "De week waarin de brief binnen moet zijn, wordt niet langer door een vrije dag.",
        "De week loopt door tot en met de eerste werkdag.",
        "Het is niet zeker of de Algemene termijnenwet ook geldt voor deze week.",
        (awb("6:9", lid=2), atw("1", lid=1)),
    ),
    "besluitdag_telt": Geschilpunt(
        "De dag van het besluit",
        "Over de dag van het besluit is geen dwangsom verschuldigd.",
        "Ook over de dag van het besluit is dwangsom verschuldigd. Het bedrag is dan één dag hoger.",
        "Op de dag van het besluit is de gemeente niet meer te laat. Een uitspraak past bij beide manieren van tellen.",
        (awb("4:17", lid=1), uitspraak("CRvB, ECLI:NL:CRVB:2022:2602")),
    ),
    "opschorting_telling": Geschilpunt(
        "Het tellen van een opschorting",
        "De termijn schuift op met het verschil tussen de twee datums.",
        "De termijn schuift één dag minder op.",
        "Het voorbeeld van de overheid telt het verschil van de datums. Wie de wet letterlijk leest, komt op één dag"
        " minder. Houd bij het plannen de vroegste dag aan.",
        (awb("4:15", lid=1), _CIRCULAIRE),
    ),
    "kennisgeving_4_14_schort_op": Geschilpunt(
        "Een bericht dat het later wordt",
        "Zo'n bericht van de gemeente verandert de termijn niet.",
        "De nieuwe datum uit het bericht geldt als termijn.",
        "De gemeente moet vertellen dat zij de termijn niet haalt. Dat is een plicht om te informeren. De termijn zelf"
        " blijft gelden, ook voor de dwangsom.",
        (awb("4:14", lid=1), _CIRCULAIRE),
    ),
    "verdaging_ketenen": Geschilpunt(
        "Het begin van een verdaging",
        "De extra weken lopen vanaf het einde dat al door een vrije dag was opgeschoven.",
        "De extra weken lopen vanaf het einde zonder die vrije dagen.",
        "De wet zegt niet van welke dag u dan telt. Elk deel geldt hier als een eigen termijn. Houd bij het plannen de"
        " vroegste dag aan.",
        (awb("7:10", lid=3), atw("1", lid=1), atw("4", onderdeel="a")),
    ),
    "afronding_cak": Geschilpunt(
        "Afronden van de eigen bijdrage",
        "Het bedrag is aan het eind afgerond op hele centen, een halve cent naar boven.",
        "Het bedrag is aan het eind naar beneden afgerond op hele centen.",
        "Hoe het CAK van 2015 tot en met 2018 afrondde, is niet gevonden. Het verschil is hooguit één cent.",
        (ub("3.8"),),
    ),
    "aangewezen_dagen_onbekend": Geschilpunt(
        "Extra vrije dagen onbekend",
        "De datum is berekend zonder extra vrije dagen.",
        "Heeft de Kroon voor die tijd een extra vrije dag aangewezen, dan kan de termijn later eindigen.",
        "De Kroon kan extra vrije dagen aanwijzen. Voor 2017 tot en met 2019 zijn die hier niet bekend. Na 2028 zijn"
        " ze nog niet bekendgemaakt.",
        (atw("3", lid=3),),
    ),
    "dwangsombedragen_2026": Geschilpunt(
        "Bedragen van de dwangsom vanaf 2026",
        "De bedragen van 2025 zijn gebruikt: € 23, € 35 en € 45 per dag.",
        "Er kunnen vanaf 1 januari 2026 andere bedragen gelden.",
        "Er is geen bron gevonden met andere bedragen. Controleer dit op wetten.overheid.nl.",
        (awb("4:17", lid=2), awb("11:2", lid=2)),
    ),
    "bijdrage_onbekend": Geschilpunt(
        "Eigen bijdrage niet bekend",
        "Voor deze datum of dit huishouden geeft het programma geen bedrag.",
        "Het CAK of uw gemeente kent het bedrag misschien wel.",
        "Er is een wetsvoorstel om de bijdrage weer van het inkomen te laten afhangen. Het begin en de bedragen daarvan"
        " staan niet vast.",
        (wmo("2.1.4a"), bron("Kamerstukken 36713")),
    ),
}
"""Every disputed point by its code; the code of a setting is its field name."""


def waarschuwing(code: str, instellingen: Instellingen = STANDAARD) -> Waarschuwing:
    """The warning that belongs to an answer touched by disputed point `code`, as the settings decide it."""
    return _WAARSCHUWINGEN[code, getattr(instellingen, code, None) == getattr(STANDAARD, code, None)]


def _waarschuwing(code: str, zoals_standaard: bool) -> Waarschuwing:
    punt = GESCHILPUNTEN[code]
    gekozen, anders = (punt.keuze, punt.alternatief) if zoals_standaard else (punt.alternatief, punt.keuze)
    return Waarschuwing(code, f"{punt.titel}. {gekozen} {punt.uitleg} Het kan ook anders: {anders}", punt.bron)


_WAARSCHUWINGEN: Final = {
    (code, zoals_standaard): _waarschuwing(code, zoals_standaard)
    for code in GESCHILPUNTEN
    for zoals_standaard in (True, False)
}
