"""A judgement as plain data: the JSON contract of `toets`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from keukentafel.procedure.draad import Draad
from keukentafel.procedure.termijn import Stand
from keukentafel.procedure.uitleg import uitleg
from keukentafel.procedure.waarborg import LOOPT, Oordeel, Waarborg
from keukentafel.procedure.zaak import Dwangsomstand
from keukentafel.wet.waarschuwing import Waarschuwing

if TYPE_CHECKING:
    from keukentafel.procedure.beoordeling import Beoordeling


def iso(nr: int | None) -> str | None:
    return None if nr is None else date.fromordinal(nr).isoformat()


def als_dict(b: Beoordeling) -> dict[str, Any]:
    """The judgement as in `toets --json`: dates ISO, amounts text with two decimals."""
    dwangsom = b.dwangsom
    return {
        "zaak": b.casus.zaak,
        "gemeente": b.casus.gemeente,
        "peildatum": b.casus.peildatum.isoformat(),
        "fase": b.fase.value,
        "termijnen": [termijn(s) for s in b.termijnen],
        "waarborgen": [waarborg(w, o) for w, o in b.waarborgen],
        "dwangsom": None if dwangsom is None else een_dwangsom(dwangsom),
        "dwangsommen": [een_dwangsom(d) for d in b.dwangsommen],
        "bijdrage": None
        if b.bijdrage is None
        else {
            "bedrag": f"{b.bijdrage.bedrag:.2f}",
            "per": str(b.bijdrage.per),
            "bron": [str(x) for x in b.bijdrage.bron],
            "uitleg": list(b.bijdrage.uitleg),
        },
        "behoeften": [behoefte(d) for d in b.behoeften],
        "stappen": [{"soort": s.soort, "door": s.door, "mag": s.mag, "waarom": s.waarom} for s in b.stappen],
        "waarschuwingen": [een_waarschuwing(w) for w in b.waarschuwingen],
    }


def termijn(s: Stand) -> dict[str, Any]:
    """One entry of a term."""
    einde = s.einddag
    uit: dict[str, Any] = {
        "id": s.termijn.id,
        "naam": s.termijn.naam,
        "vanaf": iso(s.vanaf_nr),
        "uiterlijk": iso(einde.uiterlijk),
        "zonder_verschuiving": iso(einde.zonder),
        "status": s.status.value,
        "gehaald_op": iso(s.gehaald.dag) if s.gehaald is not None else None,
        "binding": s.termijn.binding.value,
        "bron": list(s.termijn.bron_tekst),
        "uitleg": uitleg(s),
        "feit": s.feit.nr,
        "aard": s.termijn.aard.value,
    }
    if einde.plan_op is not None:
        uit["plan_op"] = iso(einde.plan_op)
    if einde.mist:
        uit["mist"] = list(einde.mist)
    return uit


def waarborg(w: Waarborg, o: Oordeel) -> dict[str, Any]:
    """One safeguard with its verdict."""
    uit: dict[str, Any] = {
        "id": w.id,
        "titel": w.titel,
        "oordeel": o.oordeel.value,
        "binding": (o.binding or w.binding).value,
        "bron": list(w.bron_tekst),
        "feiten": [f.nr for f in o.feiten],
        "uitleg": o.uitleg,
    }
    if o.oordeel is LOOPT and o.uiterlijk is not None:
        uit["uiterlijk"] = iso(o.uiterlijk)
    if o.mist:
        uit["mist"] = list(o.mist)
    return uit


def een_dwangsom(d: Dwangsomstand) -> dict[str, Any]:
    """The dwangsom that one notice set running."""
    x = d.dwangsom
    return {
        "betreft": d.betreft,
        "ingebrekestelling": x.ingebrekestelling.isoformat(),
        "eerste_dag": x.eerste_dag.isoformat(),
        "laatste_dag": x.laatste_dag.isoformat(),
        "dagen": x.dagen,
        "bedrag": f"{x.bedrag:.2f}",
        "maximum": f"{x.maximum:.2f}",
        "per_aanvrager": f"{x.per_aanvrager:.2f}",
        "loopt": d.loopt,
        "bron": [str(b) for b in x.bron],
    }


def behoefte(d: Draad) -> dict[str, Any]:
    """The thread of one need."""
    return {
        "id": d.id,
        "leefgebied": d.leefgebied,
        "vraag": d.vraag,
        "draad": [
            {"feit": k.feit.nr, "datum": iso(k.feit.dag), "stap": k.stap, "uitkomst": k.uitkomst, "reden": k.reden}
            for k in d.knopen
        ],
        "open": d.open,
        "gevallen_tussen": d.gevallen_tussen,
    }


def een_waarschuwing(w: Waarschuwing) -> dict[str, Any]:
    """One warning."""
    return {"code": w.code, "tekst": w.tekst, "bron": [str(b) for b in w.bron]}
