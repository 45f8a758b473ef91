"""The preparation on paper: one neutral form of parts and points, that the print page and the PDF both show.

`wat` says what goes in: `map` (to take along: the checklists and what is filled in), `alles` (everything, with room to
write) or the name of one part. Of the carer's sheet only what the carer shares goes in, unless that sheet is asked for.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from keukentafel.brieven.taal import schrijf_datum
from keukentafel.portaal.voorbereiden import week
from keukentafel.portaal.voorbereiden.inhoud import DEEL, DELEN, Deel, Item, Veld
from keukentafel.portaal.voorbereiden.staat import Staat

MAP: Final = "map"
ALLES: Final = "alles"
SOORTEN: Final = (MAP, ALLES, *DEEL)
_LIJNEN: Final = {"tekst": 3, "regel": 1, "getal": 1}


def labels(item: Item) -> dict[str, str]:
    """The labels of the fields that an item is made of, by what follows its name."""
    return {
        "-naam": _("Naam"),
        "-rol": _("Wie is dit voor u?"),
        "-uren": _("Uren per week"),
        "-wat": _("Wat viel op?") if item.soort == "dag" else _("Wat doet u?"),
        "-door": _("Kan dit doorgaan?"),
        "-dag": _("Dag"),
        "-maand": _("Maand"),
        "-jaar": _("Jaar"),
    }


def blad(staat: Staat, wat: str, vandaag: date) -> dict[str, Any]:
    """The chosen parts, ready to print."""
    delen = [deel for deel in (_deel(deel, staat, wat) for deel in DELEN) if deel]
    leeg = _("U hebt nog niets ingevuld.")
    return {"titel": titel(wat), "datum": vandaag.isoformat(), "naam": staat["plan-naam"], "delen": delen, "leeg": leeg}


def titel(wat: str) -> str:
    """The title of the sheet."""
    return str(DEEL[wat].titel) if wat in DEEL else _("Mijn voorbereiding op het gesprek")


def _deel(deel: Deel, staat: Staat, wat: str) -> dict[str, Any] | None:
    if wat in DEEL and deel.naam != wat:
        return None
    punten = [_punt(item, staat, kort=wat == MAP) for item in deel.items if _mag_mee(item, staat, wat)]
    if not punten:
        return None
    _koppen(deel, punten)
    return {
        "nr": str(deel.nr),
        "titel": str(deel.titel),
        "inleiding": "" if wat == MAP else str(deel.inleiding),
        "opmerking": _opmerking(deel, staat, wat),
        "punten": punten,
        "totaal": _totaal(deel, staat, wat),
        "beeld": _beeld(deel, staat),
    }


def _mag_mee(item: Item, staat: Staat, wat: str) -> bool:
    """Whether the item belongs on this sheet: private items only when asked for, empty ones not in the folder."""
    if wat in DEEL:
        return True
    ingevuld = staat.ingevuld(item)
    if item.gedeeld_per_punt and ingevuld and staat[item.veld["delen"].naam] != "ja":
        return False
    return wat == ALLES or ingevuld or item.soort == "vink"


def _koppen(deel: Deel, punten: list[dict[str, Any]]) -> None:
    """Put each heading above the first point of its group that is on the sheet."""
    groep, gezien = "", ""
    kop_van = {}
    for item in deel.items:
        groep = str(item.kop) or groep
        kop_van[item.nr] = groep
    for punt in punten:
        groep = kop_van[punt["nr"]]
        punt["kop"] = groep if groep != gezien else ""
        gezien = groep


def _punt(item: Item, staat: Staat, kort: bool) -> dict[str, Any]:
    vinkjes = [veld for veld in item.velden if veld.soort == "vink" and veld.achtervoegsel != "-delen"]
    return {
        "nr": item.nr,
        "letter": item.letter,
        "tekst": str(item.tekst),
        "uitleg": "" if kort else str(item.uitleg),
        "bron": "" if kort else item.bron,
        "vink": staat[vinkjes[0].naam] == "ja" if vinkjes else None,
        "vakken": _vakken(item, staat, kort),
    }


def _vakken(item: Item, staat: Staat, kort: bool) -> list[dict[str, Any]]:
    """The fields of the item; in short form only what is filled in, but a question to ask keeps room for its answer."""
    if item.soort == "datum":
        return [{"label": "", "opties": [], "waarde": dag_voluit(staat.datum(item)), "lijnen": 1}]
    namen, ruim = labels(item), not kort or item.soort == "vraag"
    velden = (veld for veld in item.velden if veld.soort != "vink")
    return [_vak(veld, staat, namen) for veld in velden if ruim or staat[veld.naam]]


def _vak(veld: Veld, staat: Staat, namen: dict[str, str]) -> dict[str, Any]:
    """One field on paper: the choices with the one taken, or what was written, else lines to write on."""
    nu = staat[veld.naam]
    return {
        "label": namen.get(veld.achtervoegsel, ""),
        "opties": [{"tekst": str(optie.tekst), "aan": nu == optie.naam} for optie in veld.opties],
        "waarde": nu,
        "lijnen": _LIJNEN.get(veld.soort, 0),
    }


def _opmerking(deel: Deel, staat: Staat, wat: str) -> str:
    if deel.naam != "mantelzorger":
        return ""
    if wat == deel.naam:
        return _("Privé. Dit blad is alleen voor de mantelzorger.")
    if all(_mag_mee(item, staat, ALLES) for item in deel.items):
        return ""
    return _("Hier staat alleen wat de mantelzorger wil delen.")


def _totaal(deel: Deel, staat: Staat, wat: str) -> str:
    """The sum of the hours; only on the carer's own sheet, since it would also tell of tasks not shared."""
    if deel.naam != "mantelzorger" or wat != deel.naam or not staat.uren():
        return ""
    return _("Samen {uren} uur per week").format(uren=getal(staat.uren()))


def _beeld(deel: Deel, staat: Staat) -> dict[str, str] | None:
    if deel.naam != "week":
        return None
    return {"svg": week.svg(staat), "alt": week.omschrijving(week.dagen(staat))}


def getal(waarde: float) -> str:
    """A number in the way of the language of the page, without needless noughts."""
    tekst = f"{waarde:.2f}".rstrip("0").rstrip(".")
    return tekst if (get_language() or "nl").startswith("en") else tekst.replace(".", ",")


def dag_voluit(dag: date | None) -> str:
    """A date in words in the language of the page; nothing when it is not known."""
    return schrijf_datum(dag, get_language() or "nl") if dag else ""
