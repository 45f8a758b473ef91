"""Between the table and the law: rows of `Feit` as facts of `procedure`, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from keukentafel.dossier.models import Feit as Rij
from keukentafel.dossier.models import Zaak
from keukentafel.dossier.woorden import Woord, feitwoord
from keukentafel.procedure import Casus, CasusFout, Feit, Fout, Huishouden, casus_uit_dict
from keukentafel.procedure.feit import Veldfout, lees_datum, lees_velden
from keukentafel.procedure.register import FEITSOORTEN
from keukentafel.procedure.volgorde import eerst_nodig
from keukentafel.procedure.zaak import CORRECTIE

_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
"""The sign that PostgreSQL keeps nowhere, as JSON writes it."""


def rij_als_dict(rij: Rij) -> dict[str, Any]:
    """A row as a fact of a case file."""
    return {"soort": rij.soort, "datum": "onbekend" if rij.datum is None else rij.datum.isoformat()} | rij.velden


def feiten(rijen: Iterable[Rij]) -> list[Feit]:
    """Rows as facts. They were checked when they were recorded, so no rule of order is applied again."""
    uit: list[Feit] = []
    for rij in rijen:
        if rij.soort == CORRECTIE:
            uit.append(_correctie(rij, uit))
            continue
        velden = lees_velden(FEITSOORTEN[rij.soort].velden, rij.velden)
        uit.append(Feit(rij.nr, rij.soort, None if rij.datum is None else rij.datum.toordinal(), velden))
    return uit


def _correctie(rij: Rij, eerder: list[Feit]) -> Feit:
    velden = dict(rij.velden)
    nieuw = velden.pop("vervangt_door", None)
    velden = lees_velden(FEITSOORTEN[CORRECTIE].velden, velden)
    if nieuw is not None:
        oud = next(f for f in eerder if f.nr == velden["betreft"])
        velden["vervangt_door"] = _vervanging(nieuw, oud)
    return Feit(rij.nr, CORRECTIE, None if rij.datum is None else rij.datum.toordinal(), velden)


def _vervanging(nieuw: Mapping[str, Any], oud: Feit) -> Feit:
    inhoud = dict(nieuw)
    geheel = "soort" in inhoud
    soort = inhoud.pop("soort", oud.soort)
    datum = inhoud.pop("datum", None)
    dag = oud.dag if datum is None else None if datum == "onbekend" else date.fromisoformat(datum).toordinal()
    velden = lees_velden(FEITSOORTEN[soort].velden, inhoud)
    return Feit(oud.nr, soort, dag, velden if geheel else {**oud.velden, **velden})


def casus(zaak: Zaak, rijen: Iterable[Rij], peildatum: date) -> Casus:
    """A kept case as the law reads it."""
    b = zaak.betrokkene
    huishouden = None if b.personen is None else Huishouden(b.personen, b.aow_gerechtigd)
    return Casus(zaak.nummer, zaak.gemeente.naam, peildatum, tuple(feiten(rijen)), huishouden)


def keur(
    zaak: Zaak, rijen: Iterable[Rij], nieuw: Mapping[str, Any], vandaag: date
) -> tuple[date | None, dict[str, Any]]:
    """Check a new fact together with those on file, by the one reader of case files.

    Returns its date and its fields as they are kept. Raises `CasusFout` with every error.
    """
    rijen = list(rijen)
    bestaand = [rij_als_dict(r) for r in rijen]
    nieuw = _als_bewaard(nieuw, len(bestaand) + 1)
    _heeft_aanleiding(nieuw, rijen)
    casus_uit_dict({"zaak": zaak.nummer, "feiten": [*bestaand, nieuw]}, vandaag=vandaag)
    velden = {naam: waarde for naam, waarde in nieuw.items() if naam not in ("soort", "datum") and waarde is not None}
    datum = nieuw["datum"]
    return None if datum == "onbekend" else date.fromisoformat(datum[:10]), velden


def _heeft_aanleiding(nieuw: Mapping[str, Any], rijen: list[Rij]) -> None:
    """Raise `CasusFout` when the fact answers something that is not on file: nobody can be written to about it.

    A fact that cannot be read is left to the reader, who says so.
    """
    soort = FEITSOORTEN.get(str(nieuw.get("soort")))
    if soort is None or not (soort.na or soort.slaat_op):
        return
    try:
        dag = None if nieuw.get("datum") == "onbekend" else lees_datum(nieuw.get("datum")).toordinal()
    except Veldfout:
        return
    nodig = eerst_nodig(Feit(len(rijen) + 1, soort.soort, dag, nieuw), feiten(rijen))
    if nodig:
        wat = str(_OF).join(f"“{feitwoord(naam)}”" for naam in nodig)
        zin = str(_EERST).format(waarom=soort.waarom_na[0].upper() + soort.waarom_na[1:], wat=wat)
        raise CasusFout([Fout(f"{soort.soort}: {zin}", None, len(rijen) + 1)])


_OF = Woord(" of ", " or ")
_EERST = Woord(
    "{waarom}. Leg eerst vast, op die dag of eerder: {wat}.",
    "This is not possible yet. First record, on that day or before it: {wat}.",
)


def _als_bewaard(nieuw: Mapping[str, Any], nr: int) -> dict[str, Any]:
    """A fact in the one form that every database gives back letter for letter, so that its seal holds.

    Broken numbers become text (databases write them each in their own way). Raises `CasusFout` for text that no
    database keeps.
    """
    try:
        tekst = json.dumps(nieuw, default=str, ensure_ascii=False)
        if _NUL.search(tekst):
            raise ValueError
        tekst.encode()
        return dict(json.loads(tekst, parse_float=str, parse_constant=str))
    except RecursionError:
        raise CasusFout([Fout("hier zitten te veel velden in elkaar", None, nr)]) from None
    except ValueError:
        raise CasusFout([Fout("hier staan tekens in die geen leesbare tekst zijn; haal die weg", None, nr)]) from None


__all__ = ["CasusFout", "Veldfout", "casus", "feiten", "keur", "rij_als_dict"]
