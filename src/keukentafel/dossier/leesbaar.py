"""A recorded fact in words: every field with its label, every choice as people say it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.formats import date_format

from keukentafel.dossier.models import Feit
from keukentafel.dossier.woorden import LEEFGEBIEDEN, feitwoord, keuzewoord, veldkop
from keukentafel.procedure.feit import Bedrag, Dag, Groep, JaNee, Keuze, Lijst, Meer, Veldvorm
from keukentafel.procedure.register import FEITSOORTEN

Regel = tuple[str, str]
_GEBIED = dict(LEEFGEBIEDEN)
_VELD = re.compile(r" \(veld [\w.]+\)")


def regels(feit: Feit, namen: Mapping[str, str] | None = None, zonder: Collection[str] = ()) -> list[Regel]:
    """The fields of a fact as (label, text), in the order of its declaration. `namen`: needs by id, in their words.
    `zonder`: fields that the page shows elsewhere.
    """
    vormen = FEITSOORTEN[feit.soort].velden
    volgorde = [n for n in vormen if n in feit.velden] + [n for n in feit.velden if n not in vormen]
    uit: list[Regel] = []
    for naam in volgorde:
        if naam not in zonder:
            uit += _veldregels(feit.soort, naam, vormen.get(naam), feit.velden[naam], namen or {})
    return uit


def _veldregels(soort: str, naam: str, vorm: Veldvorm | None, waarde: Any, namen: Mapping[str, str]) -> list[Regel]:
    """The lines of one field: one, or for written parts of a letter one for each of them."""
    if vorm is None and isinstance(waarde, Mapping):
        return [(_keuze("onderdelen", deel), str(tekst)) for deel, tekst in waarde.items() if tekst]
    if naam == "behoefte" and str(waarde) in namen:
        return [(label(soort, naam), namen[str(waarde)])]
    if naam == "vervangt_door" and isinstance(waarde, Mapping):
        tekst = _vervanging(waarde, namen)
    else:
        tekst = _tekst(soort, naam, vorm, waarde, namen)
    return [(label(soort, naam), tekst)] if tekst else []


def behoeftenamen(feiten: Iterable[Feit]) -> dict[str, str]:
    """The words of every need, by its id: of the melding, or of the talk or report in which it first came up."""
    uit: dict[str, str] = {}
    for feit in feiten:
        for regel in feit.velden.get("behoeften") or ():
            if isinstance(regel, Mapping) and (regel.get("vraag") or feit.soort == "melding_ontvangen"):
                uit.setdefault(str(regel.get("id")), _naam(regel))
    return uit


def _naam(regel: Mapping[str, Any]) -> str:
    gebied = str(regel.get("leefgebied") or "")
    return str(regel.get("vraag") or _GEBIED.get(gebied, gebied) or regel.get("id"))


def gewone_zin(zin: str, namen: Mapping[str, str]) -> str:
    """A sentence of the engine as a screen says it: no names of fields, and needs in their words (`namen`, by id)."""
    codes = "|".join(re.escape(code) for code, naam in namen.items() if naam != code)
    kaal = _VELD.sub("", zin)
    return re.sub(rf"(?<![\w‘])(?:{codes})(?![\w’])", lambda m: f"‘{namen[m[0]]}’", kaal) if codes else kaal


def label(soort: str, naam: str) -> str:
    """What a field is called where it was recorded; a field without words keeps its own name."""
    try:
        return str(veldkop(soort, naam))
    except KeyError:
        return naam.replace("_", " ")


def _vervanging(inhoud: Mapping[str, Any], namen: Mapping[str, str] | None) -> str:
    """What a correction puts in the place of a fact: a line for the fact and its day, and one for each field."""
    velden = {n: w for n, w in inhoud.items() if n not in ("soort", "datum")}
    soort, datum = str(inhoud.get("soort") or ""), str(inhoud.get("datum") or "")
    kop = [str(feitwoord(soort))] if soort in FEITSOORTEN else []
    if datum[:1].isdigit():
        kop.append(date_format(date.fromisoformat(datum[:10]), "l j F Y"))
    if soort in FEITSOORTEN:
        rest = regels(Feit(soort=soort, velden=velden), namen)
    else:
        rest = [(label("feit_gecorrigeerd", naam), str(waarde)) for naam, waarde in velden.items()]
    return "\n".join([", ".join(kop), *(f"{k}{'' if k.endswith('?') else ':'} {t}" for k, t in rest)]).strip()


def _keuze(naam: str, waarde: Any) -> str:
    try:
        return str(keuzewoord(naam, str(waarde)))
    except KeyError:
        return str(waarde)


def _tekst(soort: str, naam: str, vorm: Veldvorm | None, waarde: Any, namen: Mapping[str, str]) -> str:
    match vorm:
        case JaNee():
            return _keuze("", "ja" if waarde in (True, "ja") else "nee")
        case Keuze():
            return _keuze(naam, waarde)
        case Meer():
            return ", ".join(_keuze(naam, deel) for deel in waarde) or str(keuzewoord("", "geen"))
        case Dag():
            return date_format(date.fromisoformat(str(waarde)[:10]), "l j F Y")
        case Groep(velden=velden):
            return "; ".join(_paar(soort, sub, velden.get(sub), w, namen) for sub, w in dict(waarde).items())
        case Lijst(velden=velden):
            return "\n".join(_record(soort, velden, regel, namen) for regel in waarde)
        case _:
            return _plat(naam, vorm, waarde)


def _plat(naam: str, vorm: Veldvorm | None, waarde: Any) -> str:
    if isinstance(vorm, Bedrag):
        return f"€\u00a0{str(waarde).replace('.', ',')}"
    return str(_GEBIED.get(str(waarde), waarde)) if naam == "leefgebied" else str(waarde)


def _paar(soort: str, naam: str, vorm: Veldvorm | None, waarde: Any, namen: Mapping[str, str]) -> str:
    kop = label(soort, naam)
    return f"{kop}{'' if kop.endswith('?') else ':'} {_tekst(soort, naam, vorm, waarde, namen)}"


def _record(soort: str, velden: Mapping[str, Veldvorm], regel: Any, namen: Mapping[str, str]) -> str:
    if not isinstance(regel, Mapping):
        return namen.get(str(regel), str(regel))
    kop = str(regel.get("vraag") or namen.get(str(regel.get("id")), regel.get("id")))
    rest = {sub: w for sub, w in regel.items() if sub not in ("id", "vraag")}
    return " – ".join([kop, *(_paar(soort, sub, velden.get(sub), w, namen) for sub, w in rest.items())])
