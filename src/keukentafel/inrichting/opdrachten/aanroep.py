"""Every command with its options and its help. What a command does stands in the module that `doe` names."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Any

from keukentafel.inrichting.opdrachten.ontleder import VERKEERD_AANGEROEPEN, Ontleder, bedrag, geheel, in_het_nederlands

_HIER = "keukentafel.inrichting.opdrachten"
_JSON = "één JSON-document op de uitvoer, en niets anders"
_INLEIDING = """\
Het keukentafelgesprek onder de Wmo 2015: termijnen, waarborgen en bedragen,
met bij elke uitkomst de bron. Het programma beslist niets over hulp."""
_SLOT = """\
Voorbeeld:
  keukentafel toets zaak.yaml
  keukentafel voorbeeld spoed | keukentafel toets -

Uitkomst 0: gedaan. 1: de invoer is geweigerd. 2: verkeerd aangeroepen."""


def lees_aanroep(argumenten: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line. Leaves with 2 when it is no call of this program; help and version leave with 0."""
    with in_het_nederlands():
        ontleder = _ontleder()
        if not (sys.argv[1:] if argumenten is None else argumenten):
            print("Zo kan het niet: kies een opdracht.\n", ontleder.format_help(), sep="\n", file=sys.stderr, end="")
            raise SystemExit(VERKEERD_AANGEROEPEN)
        aanroep = ontleder.parse_args(argumenten)
        controle: Callable[[argparse.Namespace], str | None] | None = getattr(aanroep, "controle", None)
        wat_ontbreekt = controle(aanroep) if controle is not None else None
        if wat_ontbreekt:
            aanroep.ontleder.error(wat_ontbreekt)
    return aanroep


def _ontleder() -> Ontleder:
    ontleder = Ontleder(prog="keukentafel", description=_INLEIDING, epilog=_SLOT)
    ontleder.add_argument("--versie", action=_Versie, nargs=0, help="toont het nummer van deze versie")
    opdrachten = ontleder.add_subparsers(
        title="Opdrachten",
        metavar="OPDRACHT",
        dest="opdracht",
        required=True,
        prog="keukentafel",
        parser_class=Ontleder,
    )
    for opdracht in (_demo, _toets, _termijn, _dwangsom, _bijdrage, _doorlicht, _voorbeeld, *_BEWAREN):
        opdracht(opdrachten)
    return ontleder


class _Versie(argparse.Action):
    """Print the version when asked, so that no other command has to look it up."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"keukentafel {version('keukentafel')}")
        parser.exit()


def _opdracht(opdrachten: Any, naam: str, wat: str, doe: str, voorbeeld: str, toelichting: str = "") -> Ontleder:
    ontleder: Ontleder = opdrachten.add_parser(
        naam, help=wat, description=f"{wat[0].upper()}{wat[1:]}.{toelichting}", epilog=f"Voorbeeld:\n  {voorbeeld}"
    )
    ontleder.set_defaults(doe=f"{_HIER}.{doe}", ontleder=ontleder)
    return ontleder


def _demo(opdrachten: Any) -> None:
    o = _opdracht(
        opdrachten, "demo", "laat alles zien, met een verzonnen gemeente", "demo:demo", "keukentafel demo --poort 8080",
        "\nToont drie zaken, licht een logboek door en start daarna de site op deze computer.\nStop met Ctrl-C.",
    )  # fmt: skip
    o.add_argument("--poort", type=geheel, metavar="N", help="poort van de site (anders een die vrij is)")
    o.add_argument("--map", metavar="DIR", help="map die de gegevens bewaart (anders een nieuwe, die weer verdwijnt)")
    o.add_argument("--alleen-site", action="store_true", help="slaat de zaken en het logboek over")


def _toets(opdrachten: Any) -> None:
    o = _opdracht(
        opdrachten, "toets", "beoordeelt één zaak", "zaken:toets", "keukentafel toets zaak.yaml --peildatum 2026-10-20",
        "\nGeeft de fase, de termijnen, de waarborgen, de dwangsom en wat nu kan.",
    )  # fmt: skip
    o.add_argument("casus", metavar="CASUS.yaml", help="de zaak, als YAML of JSON; - leest de invoer")
    o.add_argument(
        "--peildatum", metavar="D", help="de dag waarop u de zaak beoordeelt (anders die in de zaak, of vandaag)"
    )
    o.add_argument("--json", action="store_true", help=_JSON)


def _termijn(opdrachten: Any) -> None:
    o = _opdracht(
        opdrachten, "termijn", "berekent de laatste dag van een termijn", "rekenen:termijn",
        "keukentafel termijn --vanaf 2026-03-16 --weken 6",
        "\nDe dag van het begin telt niet mee. Valt de laatste dag op een zaterdag, zondag of feestdag,\n"
        "dan schuift hij op (Algemene termijnenwet).",
    )  # fmt: skip
    o.add_argument("--vanaf", metavar="D", required=True, help="de dag waarop het begint, vanaf 2010-10-10")
    duur = o.add_mutually_exclusive_group(required=True)
    for eenheid in ("dagen", "weken", "maanden"):
        duur.add_argument(f"--{eenheid}", type=geheel, metavar="N", help=f"lengte in {eenheid}, 1 of meer")
    o.add_argument("--zonder-atw", action="store_true", help="schuift niet op (een termijn die niet in een wet staat)")
    o.add_argument("--json", action="store_true", help=_JSON)


def _dwangsom(opdrachten: Any) -> None:
    o = _opdracht(
        opdrachten, "dwangsom", "berekent de dwangsom bij te laat beslissen", "rekenen:dwangsom",
        "keukentafel dwangsom --ingebrekestelling 2026-05-06 --besluit 2026-06-30",
        "\nZonder --besluit is het bedrag het maximum.",
    )  # fmt: skip
    o.add_argument("--ingebrekestelling", metavar="D", required=True, help="de dag waarop de gemeente de brief kreeg")
    o.add_argument("--besluit", metavar="D", help="de dag waarop het besluit er was")
    o.add_argument(
        "--termijn-verstreken", metavar="D", help="de laatste dag van de termijn waarin beslist moest worden"
    )
    o.add_argument("--aanvragers", type=geheel, metavar="N", default=1, help="aantal aanvragers samen (anders 1)")
    o.add_argument("--json", action="store_true", help=_JSON)


def _bijdrage(opdrachten: Any) -> None:
    o = _opdracht(
        opdrachten, "bijdrage", "geeft de eigen bijdrage van een huishouden", "rekenen:bijdrage",
        "keukentafel bijdrage --datum 2026-06-01 --personen 2 --aow-gerechtigd",
        "\nHet bedrag is het hoogste dat u voor alle hulp samen betaalt. De gemeente mag minder vragen.",
    )  # fmt: skip
    o.add_argument("--datum", metavar="D", required=True, help="de dag waarvoor u het bedrag wilt weten")
    o.add_argument(
        "--personen", type=geheel, choices=(1, 2), required=True, help="aantal volwassenen in het huishouden"
    )
    aow = o.add_mutually_exclusive_group()
    aow.add_argument(
        "--aow-gerechtigd", dest="aow", action="store_const", const=True, help="iedereen heeft de AOW-leeftijd"
    )
    aow.add_argument(
        "--niet-aow-gerechtigd", dest="aow", action="store_const", const=False, help="minstens één heeft hem nog niet"
    )
    o.add_argument("--inkomen", type=bedrag, metavar="N", help="euro per jaar; telt alleen tot en met 2018")
    o.add_argument("--vermogen", type=bedrag, metavar="N", help="euro; telt alleen tot en met 2018")
    gronden = ("rolstoel", "minderjarig", "clientondersteuning", "wlz", "gemeentelijk")
    o.add_argument(
        "--vrijgesteld", choices=gronden, metavar="GROND", help=f"reden voor vrijstelling: {', '.join(gronden)}"
    )
    o.add_argument("--kostprijs", type=bedrag, metavar="N", help="wat van de kosten nog over is; meer betaalt u niet")
    o.add_argument("--json", action="store_true", help=_JSON)
    o.set_defaults(controle=_aow_nodig)


def _aow_nodig(aanroep: argparse.Namespace) -> str | None:
    if aanroep.personen == 2 and aanroep.aow is None:
        return "bij --personen 2 hoort --aow-gerechtigd (allebei) of --niet-aow-gerechtigd (minstens één niet)"
    return None


def _doorlicht(opdrachten: Any) -> None:
    o = _opdracht(
        opdrachten, "doorlicht", "toetst een heel logboek en maakt er een rapport van", "logboek:doorlicht",
        "keukentafel doorlicht jaar.csv --profiel export.toml --rapport rapport.html",
        "\nLeest .csv, .parquet, .xes en .xes.gz. Elke rij is één feit: zaak, soort en datum.",
    )  # fmt: skip
    o.add_argument("log", metavar="LOG", help="het logboek")
    o.add_argument("--peildatum", metavar="D", help="de dag waarop u kijkt (anders vandaag)")
    o.add_argument(
        "--profiel", metavar="P.toml", help="welke namen in het logboek welke feiten zijn, en eigen termijnen"
    )
    o.add_argument("--rapport", metavar="UIT.html", help="schrijft het rapport naar dit bestand")
    o.add_argument("--json", action="store_true", help=_JSON)


def _voorbeeld(opdrachten: Any) -> None:
    o = _opdracht(
        opdrachten,
        "voorbeeld",
        "noemt de voorbeeldzaken, of toont er één",
        "zaken:voorbeeld",
        "keukentafel voorbeeld spoed",
    )
    o.add_argument("naam", metavar="NAAM", nargs="?", help="naam van een voorbeeld; zonder naam komt de lijst")


def _migreer(opdrachten: Any) -> None:
    o = _opdracht(
        opdrachten, "migreer", "maakt de databank, of werkt hem bij", "bewaren:migreer",
        "keukentafel migreer --map data",
        "\nDoe dit bij een nieuwe installatie en na elke nieuwe versie.",
    )  # fmt: skip
    _met_map(o)


def _gemeente(opdrachten: Any) -> None:
    o = _opdracht(
        opdrachten, "gemeente", "maakt een gemeente met een eerste beheerder", "bewaren:gemeente",
        "keukentafel gemeente Voorbeeldstad --kenmerk voorbeeldstad --beheerder a1b2 --beheerder-naam Karaca",
        "\nDe beheerder laat daarna de anderen toe.",
    )  # fmt: skip
    o.add_argument("naam", metavar="NAAM", help="naam van de gemeente")
    o.add_argument("--kenmerk", metavar="K", required=True, help="korte naam, in kleine letters zonder spaties")
    o.add_argument("--beheerder", metavar="S", required=True, help="hoe de inlogdienst de beheerder noemt (sub)")
    o.add_argument("--beheerder-naam", metavar="N", required=True, help="naam van de beheerder")
    _met_map(o)


def _controleer(opdrachten: Any) -> None:
    o = _opdracht(
        opdrachten, "controleer", "controleert of er aan geen feit is geknoeid", "bewaren:controleer",
        "keukentafel controleer --map data", "\nNoemt van elke zaak die niet klopt het eerste feit dat anders is.",
    )  # fmt: skip
    _met_map(o)


def _herbouw(opdrachten: Any) -> None:
    o = _opdracht(
        opdrachten, "herbouw", "berekent de lijsten opnieuw uit de feiten", "bewaren:herbouw",
        "keukentafel herbouw --map data", "\nDe feiten blijven zoals ze zijn.",
    )  # fmt: skip
    _met_map(o)


def _verzend(opdrachten: Any) -> None:
    o = _opdracht(
        opdrachten, "verzend", "verstuurt de brieven en berichten die klaarstaan", "verzenden:verzend",
        "keukentafel verzend --map data",
        "\nBlijft lopen en kijkt elke twee seconden. Er mogen er meer tegelijk lopen. Wat mislukt, komt later opnieuw.",
    )  # fmt: skip
    o.add_argument("--eenmaal", action="store_true", help="verstuurt wat er nu klaarstaat en stopt")
    o.add_argument("--vast", action="store_true", help="toont alleen wat vastloopt, en of elke weg nu werkt")
    _met_map(o)


def _sleutel(opdrachten: Any) -> None:
    o = _opdracht(
        opdrachten, "sleutel", "maakt een sleutel voor een programma dat de API gebruikt", "sleutels:sleutel",
        "keukentafel sleutel zaaksysteem --gemeente voorbeeldstad --als a1b2 --bereik zaken:lezen,zaken:schrijven",
        "\nEen sleutel kan nooit meer dan de persoon als wie hij vraagt.",
    )  # fmt: skip
    o.add_argument("naam", metavar="NAAM", help="waarvoor de sleutel is; de inwoner ziet deze naam in het kijklog")
    o.add_argument("--gemeente", metavar="K", required=True, help="kenmerk van de gemeente")
    o.add_argument("--als", metavar="S", help="als wie het programma vraagt: de naam bij de inlogdienst (sub)")
    o.add_argument("--bereik", metavar="B", action="append", help="wat de sleutel mag, met komma's ertussen; mag vaker")
    o.add_argument("--dagen", type=geheel, metavar="N", default=365, help="hoe lang hij geldt (anders 365)")
    o.add_argument("--trek-in", action="store_true", help="beëindigt de sleutels met deze naam")
    o.set_defaults(controle=_sleutel_compleet)
    _met_map(o)


def _sleutel_compleet(aanroep: argparse.Namespace) -> str | None:
    return None if aanroep.trek_in or (aanroep.als and aanroep.bereik) else "geef --als en --bereik, of --trek-in"


def _met_map(o: Ontleder) -> None:
    o.add_argument("--map", metavar="DIR", help="map met de gegevens (anders wat in de omgeving staat ingesteld)")


_BEWAREN = (_migreer, _gemeente, _controleer, _herbouw, _verzend, _sleutel)
