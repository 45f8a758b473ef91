"""From what was typed to values of a fact, and back. Every fault is a sentence with the field it belongs to."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from keukentafel.brieven.taal import schrijf_datum
from keukentafel.portaal.watnu.model import Veld
from keukentafel.procedure.taal import MAANDEN

Rauw = Mapping[str, list[str]]
"""What a form holds: a name with all its values."""

ONBEKEND: Final = "onbekend"
GEEN: Final = "geen-van-deze"
EERSTE_DAG: Final = date(2015, 1, 1)
LAATSTE_JAAR: Final = 2099
LEEFGEBIEDEN: Final = ("huishouden", "zorg", "vervoer", "wonen", "dag", "geld", "mantelzorg", "anders")
REDEN: Final = "staat in het besluit"
_ENGELS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fout:
    """One fault: the id of the input it belongs to, and what would be right."""

    anker: str
    tekst: str


@dataclass(slots=True)
class Lezing:
    """What one form gave: values by field, and the faults."""

    waarden: dict[str, Any] = field(default_factory=dict)
    fouten: list[Fout] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Omstandigheid:
    """What reading needs to know beside the form."""

    vandaag: date
    taal: str
    behoeften: tuple[Mapping[str, Any], ...] = ()


def een(rauw: Rauw, naam: str) -> str:
    """The (last) value of a name, trimmed."""
    waarden = rauw.get(naam) or [""]
    return waarden[-1].strip()


def invoer(veld: Veld, deel: str = "") -> str:
    """The name and id of an input."""
    naam = f"v-{veld.naam.replace('.', '-')}"
    return f"{naam}-{deel}" if deel else naam


# --- dates ----------------------------------------------------------------------------------------------------------


def _datum(veld: Veld, rauw: Rauw, om: Omstandigheid, uit: Lezing) -> None:
    dag, maand, jaar = (een(rauw, invoer(veld, deel)) for deel in ("dag", "maand", "jaar"))
    if een(rauw, invoer(veld, "onbekend")) and not (dag and maand and jaar):
        uit.waarden[veld.naam] = ONBEKEND
        return
    if not (dag or maand or jaar):
        if not veld.facultatief:
            uit.fouten.append(Fout(invoer(veld, "dag"), _("Vul de datum in, of kruis aan dat u die niet meer weet.")))
        return
    gevonden = _lees_dag(veld, (dag, maand, jaar), om.taal, uit)
    if gevonden is not None and _past(veld, gevonden, om, uit):
        uit.waarden[veld.naam] = gevonden.isoformat()


def _lees_dag(veld: Veld, getypt: tuple[str, str, str], taal: str, uit: Lezing) -> date | None:
    """The date, or None with a fault for the first part that is wrong."""
    dag, maand, jaar = getypt
    delen = (
        ("dag", int(dag) if dag.isdecimal() else None, _("Vul bij de dag een getal in, bijvoorbeeld 9.")),
        ("maand", maandnummer(maand), _("Vul bij de maand een getal van 1 tot en met 12 in, of de naam van de maand.")),
        ("jaar", _jaar(jaar), _("Vul bij het jaar vier cijfers in, bijvoorbeeld 2026.")),
    )
    mist = [Fout(invoer(veld, deel), tekst) for deel, waarde, tekst in delen if waarde is None]
    if mist:
        uit.fouten.append(mist[0])
        return None
    d, m, j = (int(waarde or 0) for _deel, waarde, _tekst in delen)
    laatste = calendar.monthrange(j, m)[1]
    if not 1 <= d <= laatste:
        naam = schrijf_datum(date(j, m, 1), taal).split(" ", 1)[1]
        tekst = _("De dag %(dag)s bestaat niet: %(maand)s heeft %(laatste)s dagen.") % {
            "dag": d,
            "maand": naam,
            "laatste": laatste,
        }
        uit.fouten.append(Fout(invoer(veld, "dag"), tekst))
        return None
    return date(j, m, d)


def _past(veld: Veld, dag: date, om: Omstandigheid, uit: Lezing) -> bool:
    if dag < EERSTE_DAG:
        tekst = _("Deze wet begon op 1 januari 2015. Vul een latere datum in.")
    elif dag > om.vandaag and not veld.toekomst:
        tekst = _("%(datum)s is nog niet geweest. Vul een dag in tot en met vandaag.") % {
            "datum": schrijf_datum(dag, om.taal)
        }
    else:
        return True
    uit.fouten.append(Fout(invoer(veld, "dag"), tekst))
    return False


def maandnummer(tekst: str) -> int | None:
    """The number of a month, out of its number, its name or the start of its name, in Dutch or English."""
    if tekst.isdecimal():
        return int(tekst) if 1 <= int(tekst) <= 12 else None
    klein = tekst.lower().rstrip(".")
    if len(klein) < 3:
        return None
    for namen in (MAANDEN, _ENGELS):
        passend = [nr for nr, naam in enumerate(namen, 1) if naam.startswith(klein)]
        if len(passend) == 1:
            return passend[0]
    return 3 if klein == "mrt" else None


def _jaar(tekst: str) -> int | None:
    if not tekst.isdecimal() or len(tekst) not in (2, 4):
        return None
    jaar = int(tekst) + (2000 if len(tekst) == 2 else 0)
    return jaar if 1900 <= jaar <= LAATSTE_JAAR else None


# --- other fields ---------------------------------------------------------------------------------------------------


def _keuze(veld: Veld, rauw: Rauw, om: Omstandigheid, uit: Lezing) -> None:
    waarde = een(rauw, invoer(veld))
    if waarde in {keuze.waarde for keuze in veld.keuzes}:
        uit.waarden[veld.naam] = waarde


def _janee(veld: Veld, rauw: Rauw, om: Omstandigheid, uit: Lezing) -> None:
    waarde = een(rauw, invoer(veld))
    if waarde in ("ja", "nee"):
        uit.waarden[veld.naam] = waarde == "ja"


def _meer(veld: Veld, rauw: Rauw, om: Omstandigheid, uit: Lezing) -> None:
    gekozen = rauw.get(invoer(veld)) or []
    waarden = [keuze.waarde for keuze in veld.keuzes if keuze.waarde in gekozen]
    if waarden and GEEN in gekozen:
        uit.fouten.append(
            Fout(invoer(veld), _("U kruiste iets aan, en ook ‘geen van deze’. Haal een van de twee weg."))
        )
    elif waarden or GEEN in gekozen:
        uit.waarden[veld.naam] = waarden


def _tekst(veld: Veld, rauw: Rauw, om: Omstandigheid, uit: Lezing) -> None:
    waarde = een(rauw, invoer(veld))
    if len(waarde) > 100:
        uit.fouten.append(Fout(invoer(veld), _("Dit is te lang. Gebruik hoogstens 100 tekens.")))
    elif waarde:
        uit.waarden[veld.naam] = waarde


def _getal(veld: Veld, rauw: Rauw, om: Omstandigheid, uit: Lezing) -> None:
    waarde = een(rauw, invoer(veld))
    if not waarde:
        return
    if waarde.isdecimal() and veld.minimum <= int(waarde) <= veld.maximum:
        uit.waarden[veld.naam] = int(waarde)
        return
    tekst = _("Vul een heel getal in van %(van)s tot en met %(tot)s.") % {"van": veld.minimum, "tot": veld.maximum}
    uit.fouten.append(Fout(invoer(veld), tekst))


def _bedrag(veld: Veld, rauw: Rauw, om: Omstandigheid, uit: Lezing) -> None:
    waarde = een(rauw, invoer(veld)).replace("€", "").replace(" ", "").replace("\u00a0", "")
    if not waarde:
        return
    gevonden = re.fullmatch(r"(\d{1,3}(?:\.\d{3})+|\d{1,6})(?:[.,](\d{2}|-))?", waarde)
    if gevonden is None:
        uit.fouten.append(Fout(invoer(veld), _("Vul een bedrag in euro in, bijvoorbeeld 1.442,00.")))
        return
    uit.waarden[veld.naam] = f"{gevonden[1].replace('.', '')}.{(gevonden[2] or '00').replace('-', '00')}"


# --- needs ----------------------------------------------------------------------------------------------------------


def _behoeften(veld: Veld, rauw: Rauw, om: Omstandigheid, uit: Lezing) -> None:
    """Rows of text and area. A row that was known keeps its id and whatever else it holds."""
    bekend = {str(regel.get("id")): dict(regel) for regel in om.behoeften}
    rij: list[dict[str, Any]] = []
    for nr in rijnummers(rauw, veld):
        vraag = een(rauw, f"{invoer(veld)}-{nr}-vraag")
        gebied = een(rauw, f"{invoer(veld)}-{nr}-leefgebied")
        if not vraag and not gebied:
            continue
        if len(vraag) > 300:
            uit.fouten.append(Fout(f"{invoer(veld)}-{nr}-vraag", _("Dit is te lang. Gebruik hoogstens 300 tekens.")))
        nummer = een(rauw, f"{invoer(veld)}-{nr}-id") or _vrij_id({*bekend, *(str(r["id"]) for r in rij)})
        regel = {**bekend.get(nummer, {}), "id": nummer, "vraag": vraag, "leefgebied": gebied}
        rij.append({naam: waarde for naam, waarde in regel.items() if waarde})
    uit.waarden[veld.naam] = rij


def rijnummers(rauw: Rauw, veld: Veld) -> list[int]:
    """The numbers of the rows that a form holds."""
    patroon = re.compile(rf"{re.escape(invoer(veld))}-(\d{{1,2}})-vraag")
    return sorted({int(gevonden[1]) for naam in rauw if (gevonden := patroon.fullmatch(naam))})


def _vrij_id(bezet: set[str]) -> str:
    nr = 1
    while f"b{nr}" in bezet:
        nr += 1
    return f"b{nr}"


def _per_behoefte(veld: Veld, rauw: Rauw, om: Omstandigheid, uit: Lezing) -> None:
    """One choice for each need; a need for which nothing was chosen is left out only when another was chosen."""
    toegestaan = {keuze.waarde for keuze in veld.keuzes}
    rij: list[dict[str, Any]] = []
    for nr, behoefte in enumerate(om.behoeften):
        waarde = een(rauw, f"{invoer(veld)}-{nr}")
        if waarde not in toegestaan:
            continue
        regel = {"id": behoefte["id"], veld.sleutel: waarde}
        if veld.reden and een(rauw, f"{invoer(veld)}-{nr}-reden") == "ja":
            regel["reden"] = REDEN
        rij.append(regel)
    if rij:
        uit.waarden[veld.naam] = rij


def _behoefte_ids(veld: Veld, rauw: Rauw, om: Omstandigheid, uit: Lezing) -> None:
    gekozen = rauw.get(invoer(veld)) or []
    waarden = [str(b["id"]) for b in om.behoeften if str(b["id"]) in gekozen]
    if waarden:
        uit.waarden[veld.naam] = waarden


_LEES: Final[dict[str, Callable[[Veld, Rauw, Omstandigheid, Lezing], None]]] = {
    "datum": _datum, "keuze": _keuze, "janee": _janee, "meer": _meer, "tekst": _tekst, "getal": _getal,
    "bedrag": _bedrag, "behoeften": _behoeften, "per_behoefte": _per_behoefte, "behoefte_ids": _behoefte_ids,
}  # fmt: skip


def lees(velden: Iterable[Veld], rauw: Rauw, om: Omstandigheid) -> Lezing:
    """Read all fields; all faults at once."""
    uit = Lezing()
    for veld in velden:
        _LEES[veld.soort](veld, rauw, om, uit)
    return uit


# --- back: from values to what the form shows -----------------------------------------------------------------------


def schrijf(veld: Veld, waarde: Any, om: Omstandigheid) -> dict[str, list[str]]:
    """What the form would hold if this value had been typed."""
    naam = invoer(veld)
    if veld.soort == "datum":
        return _schrijf_datum(naam, str(waarde))
    if veld.soort == "behoeften":
        return _schrijf_rijen(naam, waarde)
    if veld.soort == "per_behoefte":
        return _schrijf_per_behoefte(veld, waarde, om)
    if veld.soort in ("meer", "behoefte_ids"):
        waarden = [str(w.get("id")) if isinstance(w, dict) else str(w) for w in waarde]
        return {naam: waarden or ([GEEN] if veld.soort == "meer" else [])}
    if isinstance(waarde, bool):
        return {naam: ["ja" if waarde else "nee"]}
    return {naam: [str(waarde).replace(".", ",") if veld.soort == "bedrag" else str(waarde)]}


def _schrijf_datum(naam: str, waarde: str) -> dict[str, list[str]]:
    if waarde == ONBEKEND:
        return {f"{naam}-onbekend": ["ja"]}
    try:
        dag = date.fromisoformat(waarde[:10])
    except ValueError:
        return {}
    return {f"{naam}-dag": [str(dag.day)], f"{naam}-maand": [str(dag.month)], f"{naam}-jaar": [str(dag.year)]}


def _schrijf_rijen(naam: str, waarde: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    return {
        f"{naam}-{nr}-{deel}": [str(regel.get(deel) or "")]
        for nr, regel in enumerate(waarde)
        for deel in ("id", "vraag", "leefgebied")
    }


def _schrijf_per_behoefte(veld: Veld, waarde: Any, om: Omstandigheid) -> dict[str, list[str]]:
    per_id = {str(regel.get("id")): regel for regel in waarde if isinstance(regel, dict)}
    uit: dict[str, list[str]] = {}
    for nr, behoefte in enumerate(om.behoeften):
        regel = per_id.get(str(behoefte["id"]), {})
        uit[f"{invoer(veld)}-{nr}"] = [str(regel.get(veld.sleutel) or "")]
        if veld.reden and regel.get("reden"):
            uit[f"{invoer(veld)}-{nr}-reden"] = ["ja"]
    return uit
