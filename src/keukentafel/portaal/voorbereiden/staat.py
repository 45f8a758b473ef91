"""What a visitor filled in: flat fields that travel in the page or in a file of their own, never kept here."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext as _

from keukentafel.portaal.voorbereiden.inhoud import DEEL, VELD, Deel, Item, Veld

FORMAAT: Final = "keukentafel-voorbereiding"
VERSIE: Final = 1
GROOTSTE: Final = 400_000  # characters of JSON; every field filled to the brim stays below it
LENGTE: Final = {"tekst": 2000, "regel": 200, "getal": 6, "dagdeel": 4, "keuze": 40, "vink": 40}
EERSTE_DAG: Final = date(2015, 1, 1)
DATUMS: Final = tuple(item for deel in DEEL.values() for item in deel.items if item.soort == "datum")
_ONZICHTBAAR = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_UREN = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")


class Fout(NamedTuple):
    """What is wrong in one field, and what would be right."""

    veld: str
    tekst: str


class StaatFout(ValueError):
    """A file cannot be read; `fouten` holds every reason."""

    def __init__(self, fouten: list[Fout]) -> None:
        super().__init__("; ".join(fout.tekst for fout in fouten))
        self.fouten = fouten


@dataclass
class Staat:
    """The fields that hold something, by name."""

    velden: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, naam: str) -> str:
        return self.velden.get(naam, "")

    def als_tekst(self) -> str:
        """The file: JSON with its format and version, fields in the order of the parts."""
        volgorde = {naam: self.velden[naam] for naam in VELD if naam in self.velden}
        return json.dumps({"formaat": FORMAAT, "versie": VERSIE, "velden": volgorde}, ensure_ascii=False, indent=1)

    def ingevuld(self, item: Item) -> bool:
        """Whether the visitor filled in anything of this item; leave to share alone says nothing."""
        return any(self[veld.naam] for veld in item.velden if veld.achtervoegsel != "-delen")

    def aantal(self, deel: Deel) -> int:
        """How many items of the part hold something."""
        return sum(self.ingevuld(item) for item in deel.items)

    def datum(self, item: Item) -> date | None:
        """The date of the item, when its three boxes make one."""
        delen = [self[veld.naam] for veld in reversed(item.velden)]
        try:
            jaar, maand, dag = (int(deel) if deel.isascii() and deel.isdigit() else 0 for deel in delen)
            return date(jaar, maand, dag)
        except ValueError:
            return None

    def uren(self) -> float:
        """The carer's hours a week, summed over the tasks."""
        velden = (veld for veld in DEEL["mantelzorger"].velden if veld.soort == "getal")
        return sum(float(self[veld.naam].replace(",", ".") or 0) for veld in velden if not _getal(self[veld.naam]))


def ontleed(tekst: str) -> dict[str, Any]:
    """The fields in a file or in the hidden field of a page, not yet judged; raises StaatFout."""
    if len(tekst) > GROOTSTE:
        raise StaatFout([Fout("", _("Dit bestand is te groot. Kies het bestand dat u hier eerder hebt bewaard."))])
    try:
        ruw = json.loads(tekst)
    except (ValueError, RecursionError):
        raise StaatFout([Fout("", _vreemd())]) from None
    if not isinstance(ruw, dict) or ruw.get("formaat") != FORMAAT or not isinstance(ruw.get("velden"), dict):
        raise StaatFout([Fout("", _vreemd())])
    if ruw.get("versie") != VERSIE:
        raise StaatFout([Fout("", _("Dit bestand hoort bij een andere versie van deze site. Versie 1 kan open."))])
    return ruw["velden"]


def lees(tekst: str, vandaag: date) -> Staat:
    """Read a file that was kept; raises StaatFout with all that is wrong."""
    velden = ontleed(tekst)
    staat, fouten = neem(velden, vandaag)
    vreemd = [naam for naam in velden if naam not in VELD][:10]
    fouten += [Fout("", _("Het bestand heeft een onbekend veld: {naam}.").format(naam=naam[:60])) for naam in vreemd]
    if fouten:
        raise StaatFout(fouten)
    return staat


def _vreemd() -> str:
    return _("Dit is geen bestand van deze site. Kies het bestand ‘mijn-voorbereiding.json’ dat u eerder hebt bewaard.")


def neem(ruw: Mapping[str, Any], vandaag: date) -> tuple[Staat, list[Fout]]:
    """The known fields out of `ruw`, cleaned, with what is wrong; a wrong value is kept, to be mended."""
    staat, fouten = Staat(), []
    for veld in VELD.values():
        waarde = ruw.get(veld.naam, "")
        if not isinstance(waarde, str):
            fouten.append(Fout(veld.naam, _plaats(veld) + _("hier hoort tekst te staan.")))
            continue
        waarde = _schoon(waarde)
        fout = _fout(veld, waarde, vandaag)
        if fout:
            fouten.append(Fout(veld.naam, _plaats(veld) + fout))
        if waarde:
            staat.velden[veld.naam] = waarde
    for item in DATUMS:
        fout = _datum(staat, item, vandaag)
        if fout:
            fouten.append(Fout(item.velden[0].naam, _plaats(item.velden[0]) + fout))
    return staat, fouten


def _schoon(waarde: str) -> str:
    regels = waarde.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _ONZICHTBAAR.sub("", regels).strip()


_PLEK: Final = {veld.naam: item.nr for deel in DEEL.values() for item in deel.items for veld in item.velden}


def _plaats(veld: Veld) -> str:
    return _("Bij punt {nr}: ").format(nr=_PLEK[veld.naam])


def _fout(veld: Veld, waarde: str, vandaag: date) -> str:
    """What is wrong with the value, or nothing."""
    if not waarde:
        return ""
    if len(waarde) > LENGTE[veld.soort]:
        return _("dit is te lang. Er passen {aantal} tekens.").format(aantal=LENGTE[veld.soort])
    if veld.soort == "keuze" and waarde not in {optie.naam for optie in veld.opties}:
        return _("kies een van de antwoorden die erbij staan.")
    if veld.soort == "vink" and waarde != "ja":
        return _("een vinkje is ‘ja’ of leeg.")
    return _getal(waarde) if veld.soort == "getal" else ""


def _getal(waarde: str) -> str:
    if waarde and (not _UREN.fullmatch(waarde) or float(waarde.replace(",", ".")) > 168):
        return _("schrijf het aantal uren per week als getal, van 0 tot en met 168. Bijvoorbeeld 2,5.")
    return ""


def _datum(staat: Staat, item: Item, vandaag: date) -> str:
    if not staat.ingevuld(item):
        return ""
    dag = staat.datum(item)
    if dag is None:
        return _("deze dag bestaat niet. Vul dag, maand en jaar in, bijvoorbeeld 21 11 2026.")
    if not EERSTE_DAG <= dag <= vandaag:
        return _("kies een dag van 1 januari 2015 tot en met vandaag.")
    return ""
