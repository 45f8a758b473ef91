"""The dates that count, as one line from the past to what is to come; each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from keukentafel.brieven.taal import schrijf_datum
from keukentafel.portaal.watnu.beeld import KLACHT_EN_INZAGE, OPEN, Beeld, dag
from keukentafel.portaal.watnu.billijk import eerst_weten, niet_gevraagd
from keukentafel.portaal.watnu.woorden import TERMIJN, Termijnwoord, feittitel, gewoon
from keukentafel.procedure.register import TERMIJN as TERMIJNEN
from keukentafel.wet.kalender import volgende_werkdag

EEN_DAG: Final = timedelta(days=1)
_GEDAAN: Final = ("gehaald", "te_laat_gehaald")
_STAAT: Final = {
    "gehaald": "gedaan", "te_laat_gehaald": "te_laat", "overschreden": "te_laat", "vervallen": "voorbij",
    "loopt": "loopt", "opgeschort": "let_op",
}  # fmt: skip
_TEKEN: Final = {
    "gedaan": "vinkje", "te_laat": "kruis", "let_op": "uitroep", "onbekend": "vraag", "nu": "wijzer",
    "voorbij": "verder",
}  # fmt: skip

_VAST: Final = {
    "gehaald": gettext_lazy("Op tijd gedaan"), "te_laat_gehaald": gettext_lazy("Te laat gedaan"),
    "vervallen": gettext_lazy("Voorbij"), "opgeschort": gettext_lazy("De tijd staat stil"),
}  # fmt: skip
_EIGEN: Final = {
    "dwangsom": gettext_lazy("De dwangsom is vol"),
    "respijt_ingebrekestelling": gettext_lazy("Voorbij, er kwam geen besluit"),
}


@dataclass(frozen=True, slots=True)
class Punt:
    """One day on the line. `staat` as in the template of the clock; id `vandaag` parts past and future."""

    id: str
    datum: date | None
    wat: str
    staat: str
    woord: str = ""
    wie: str = ""
    uitleg: tuple[str, ...] = ()
    uitleg_nl: bool = True
    bron: str = ""
    binding: str = ""
    plan_op: date | None = None
    gedaan_op: date | None = None

    @property
    def vorm(self) -> str:
        """How its state is called in the style sheet."""
        return self.staat.replace("_", "-")

    @property
    def teken(self) -> str:
        """The sign of its state."""
        return _TEKEN.get(self.staat, "klok")

    @property
    def dag(self) -> date | None:
        """Where it stands on the line: what is done stands on the day on which it was done."""
        return self.gedaan_op or self.datum

    @property
    def orde(self) -> tuple[date, int]:
        """Its place on the line; on today itself what is done comes before the mark, what is to come after it."""
        return self.dag or date.max, 0 if self.gedaan_op else 1 if self.id == "vandaag" else 2

    @property
    def toekomst(self) -> bool:
        """Is this a day that one can still wait for (and put in a calendar)?"""
        return self.staat in ("loopt", "let_op") and self.datum is not None


def klok(b: Beeld) -> list[Punt]:
    """All days worth showing, in order of time, with today among them; what has no date comes last."""
    punten = [_punt(termijn, b) for termijn in b.oordeel["termijnen"] if _tonen(termijn, b)]
    gesprek = _gesprek(b)
    if gesprek is not None:
        punten.append(gesprek)
    if any(punt.datum for punt in punten):
        punten.append(Punt("vandaag", b.vandaag, _("Vandaag"), "nu"))
    return sorted(punten, key=lambda punt: punt.orde)


def _tonen(termijn: Mapping[str, Any], b: Beeld) -> bool:
    woord = TERMIJN.get(termijn["id"])
    if woord is None or woord.verborgen:
        return False
    if b.alleen_klacht and not termijn["id"].startswith(KLACHT_EN_INZAGE):
        return False
    if termijn["gehaald_op"] and not termijn["uiterlijk"]:
        return False  # done, and no last day to set beside it
    loopt = termijn["status"] in OPEN
    if termijn["id"] == "gesprek" and loopt and _staat_op_tijd(b, dag(termijn["uiterlijk"])):
        return False  # the appointment stands on the line: a last day beside it reads as a second one
    if termijn["id"] == "beroep_niet_tijdig":
        vanaf = dag(termijn["vanaf"])
        return loopt and vanaf is not None
    if termijn["id"] == "dwangsom" and b.dwangsom is not None and b.dwangsom["dagen"] == 0 and not loopt:
        return False
    if termijn["id"] == "bezwaar_per_post":
        return loopt and not b.loopt("bezwaar")
    return loopt or not woord.zolang


def _staat_op_tijd(b: Beeld, uiterlijk: date | None) -> bool:
    """Is the talk to come, on or before this day?"""
    op = b.afspraak.op
    return op is not None and b.afspraak.komt_nog(b.vandaag) and (uiterlijk is None or op <= uiterlijk)


def _punt(termijn: Mapping[str, Any], b: Beeld) -> Punt:
    woord = TERMIJN[termijn["id"]]
    datum, voorbehoud = _dag(termijn)
    staat = _STAAT[termijn["status"]] if datum is not None or termijn["status"] in _GEDAAN else "onbekend"
    if staat == "loopt" and woord.wie == "u" and datum is not None and (datum - b.vandaag).days <= 7:
        staat = "let_op"
    woordje = _woord(termijn, datum, b.vandaag)
    if termijn["status"] == "overschreden" and niet_gevraagd(termijn["id"], b):
        staat, woordje = "onbekend", _("Weten we niet: is dit gedaan?")
    elif eerst_weten(termijn["id"], b):
        staat, woordje = "onbekend", _("Weten we niet: kreeg de gemeente meer tijd?")
    engels = (get_language() or "nl").startswith("en")
    uitleg = _reden_en(termijn) if engels else [gewoon(zin, ()) for zin in termijn["uitleg"]]
    return Punt(
        termijn["id"], datum, _wat(termijn, woord), staat, woordje, woord.wie, (*uitleg, *voorbehoud),
        not engels, ", ".join(termijn["bron"]), termijn["binding"],
        dag(termijn.get("plan_op")), dag(termijn.get("gehaald_op")),
    )  # fmt: skip


def _wat(termijn: Mapping[str, Any], woord: Termijnwoord) -> str:
    """What was done on this day, or what it is the last day for: never as if the thing itself is on that day."""
    if termijn["status"] in _GEDAAN or woord.voor is None:
        return str(woord.titel)
    zin = _("Uiterste dag voor %(wat)s (norm)") if termijn["binding"] == "norm" else _("Uiterste dag voor %(wat)s")
    return zin % {"wat": woord.voor}


def _dag(termijn: Mapping[str, Any]) -> tuple[date | None, list[str]]:
    """The day to show. Going to court for want of a decision: the first day on which it is certainly not too early."""
    if termijn["id"] != "beroep_niet_tijdig":
        return dag(termijn["uiterlijk"]), []
    vanaf = dag(termijn["vanaf"])
    if vanaf is None:
        return None, []
    zeker = volgende_werkdag(vanaf - EEN_DAG) + EEN_DAG
    voorbehoud = _("De twee weken eindigen op een vrije dag. Misschien lopen zij door tot en met de eerste werkdag.")
    return zeker, [] if zeker == vanaf else [voorbehoud + " " + _("Op deze dag bent u zeker niet te vroeg.")]


def _woord(termijn: Mapping[str, Any], datum: date | None, vandaag: date) -> str:
    """Where it stands, in a few words."""
    status = termijn["status"]
    if status in _VAST and (datum is not None or status != "opgeschort"):
        return str(_VAST[status])
    if datum is None:
        return _("Datum nog onbekend")
    if status == "overschreden":
        return str(_EIGEN.get(termijn["id"]) or _verlopen((vandaag - datum).days))
    return _nog(termijn, (datum - vandaag).days)


def _verlopen(dagen: int) -> str:
    if dagen == 1:
        return _("Niet op tijd: de dag was gisteren")
    return _("Niet op tijd: %(aantal)s dagen voorbij") % {"aantal": dagen}


def _nog(termijn: Mapping[str, Any], dagen: int) -> str:
    if termijn["id"] == "beroep_niet_tijdig":
        return _("Dit kan nu") if dagen <= 0 else _("Vanaf deze dag")
    if dagen == 0:
        return _("Vandaag") if termijn["id"] == "afspraak" else _("Vandaag is de laatste dag")
    return _("Nog 1 dag") if dagen == 1 else _("Nog %(aantal)s dagen") % {"aantal": dagen}


def _gesprek(b: Beeld) -> Punt | None:
    """The appointment itself, once it is known and still to come."""
    op = b.afspraak.op
    if op is None or not b.afspraak.komt_nog(b.vandaag):
        return None
    woord = _nog({"id": "afspraak"}, (op - b.vandaag).days)
    return Punt("afspraak", op, _("De afspraak voor het gesprek"), "loopt", woord, "u")


def _reden_en(termijn: Mapping[str, Any]) -> list[str]:
    """The reason of a date in English, from the same figures as the Dutch sentences of the engine."""
    begin, eind, zonder = dag(termijn["vanaf"]), dag(termijn["uiterlijk"]), dag(termijn.get("zonder_verschuiving"))
    declaratie = TERMIJNEN[termijn["id"]]
    start = ", ".join(str(feittitel(soort)) for soort in declaratie.vanaf[:1])
    if begin is None:
        return [f"It starts with: {start}. That day is not known, so the last day cannot be reckoned."]
    if termijn["id"] == "dwangsom" and eind is not None:
        van, tot = schrijf_datum(begin + EEN_DAG, "en"), schrijf_datum(eind, "en")
        return [
            f"It starts with: {start}.",
            f"It runs from {van} until {tot} at the latest: {(eind - begin).days} days.",
        ]
    regels = [f"It starts with: {start} ({schrijf_datum(begin, 'en')}). The first day does not count."]
    if declaratie.duur is not None:
        regels.append(f"The length is {_duur_en(str(declaratie.duur))}.")
    if eind is None:
        return regels
    if zonder is not None and zonder != eind:
        regels.append(
            f"Without further rules it would end on {schrijf_datum(zonder, 'en')}. "
            "Days off, a pause or an agreed extension move that day."
        )
    if mist := [_MIST_EN[veld] for veld in termijn.get("mist", ())]:
        regels.append(f"Not known yet is {' and '.join(mist)}. So the later day is kept to.")
    if dag(termijn.get("plan_op")) is not None:
        regels.append("The law is disputed here. To be safe, keep to the earlier day.")
    return [*regels, f"The last day is {schrijf_datum(eind, 'en')}."]


_MIST_EN: Final = {
    "schriftelijk": "whether it is in writing",
    "instemming": "whether you agreed",
    "weken": "how many weeks it is",
}
"""What can leave a last day unsure (`procedure.veldnamen`), in English."""
_ENGELS: Final = (
    ("weken", "weeks"), ("week", "week"), ("dagen", "days"), ("dag", "day"), ("maanden", "months"),
    ("maand", "month"), ("jaar", "years"),
)  # fmt: skip


def _duur_en(tekst: str) -> str:
    for nl, en in _ENGELS:
        if tekst.endswith(nl):
            return tekst.removesuffix(nl) + en
    return tekst
