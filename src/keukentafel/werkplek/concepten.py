"""What a worker is still writing in a case: for that worker alone, and gone once it is recorded. No draft is a fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django import forms
from django.http import QueryDict

from keukentafel.dossier import eigen_ruimte
from keukentafel.dossier.models import Concept, Zaak
from keukentafel.dossier.toegang import Persoon
from keukentafel.procedure.register import FEITSOORTEN

BEWAAR: Final = "bewaar"
WEG: Final = "weg"
STIL: Final = "X-Bewaren"
"""The header of a page that keeps what is typed by itself."""
_VOOR: Final = "werk:"


@dataclass(frozen=True, slots=True)
class Geschreven:
    """A draft: what was typed, the version of the case that was seen then, and when it was kept."""

    post: QueryDict
    gezien: int
    bewaard_op: datetime


def lees(wie: Persoon, zaak: Zaak, soort: str) -> Geschreven | None:
    """The own draft of this form in this case, if there is one."""
    rij = eigen_ruimte.concept(wie, _VOOR + soort, zaak)
    if rij is None:
        return None
    inhoud = eigen_ruimte.geschreven(rij)
    return Geschreven(getypt(inhoud["velden"]), int(inhoud["gezien"]), rij.bewaard_op)


def getypt(paren: Iterable[Sequence[str]]) -> QueryDict:
    """What was typed, as a form takes it."""
    post = QueryDict(mutable=True)
    for naam, waarde in paren:
        post.appendlist(naam, waarde)
    return post


def zelfde(paren: Iterable[Sequence[str]], begin: Iterable[Sequence[str]]) -> bool:
    """Is this what it began with? An answer left open counts for nothing."""
    return _gevuld(paren) == _gevuld(begin)


def onaangeroerd(vorm: forms.Form) -> list[tuple[str, str]]:
    """What a form that nobody typed in would send."""
    uit = []
    for veld in vorm:
        waarde = veld.value()
        if isinstance(waarde, dict):  # a day in its boxes
            uit += [(f"{veld.html_name}-{deel}", str(w)) for deel, w in waarde.items()]
        else:
            rij = waarde if isinstance(waarde, list | tuple) else [waarde]
            uit += [(veld.html_name, "" if w is None else str(w)) for w in rij]
    return uit


def _gevuld(paren: Iterable[Sequence[str]]) -> set[tuple[str, str]]:
    netjes = ((naam, "\n".join(waarde.splitlines()).strip()) for naam, waarde in paren)
    return {(naam, waarde) for naam, waarde in netjes if naam != "gezien" and waarde}


def bewaar(wie: Persoon, zaak: Zaak, soort: str, paren: Sequence[tuple[str, str]], gezien: int) -> datetime:
    """Keep what was typed; when it was kept."""
    inhoud: dict[str, Any] = {"velden": [list(paar) for paar in paren], "gezien": gezien}
    return eigen_ruimte.bewaar_concept(wie, _VOOR + soort, inhoud, zaak).bewaard_op


def wis(wie: Persoon, zaak: Zaak, soort: str) -> None:
    """Throw a draft away: it was recorded, or given up."""
    eigen_ruimte.wis_concept(wie, _VOOR + soort, zaak)


def lopend(wie: Persoon, zaak: Zaak) -> list[tuple[str, datetime]]:
    """The kinds of fact that this worker is still writing in this case, the last one first."""
    rijen = Concept.objects.filter(eigenaar=wie.gebruiker, zaak=zaak, soort__startswith=_VOOR).order_by("-bewaard_op")
    gevonden = [(rij.soort.removeprefix(_VOOR), rij.bewaard_op) for rij in rijen.only("soort", "bewaard_op")]
    return [(soort, op) for soort, op in gevonden if soort in FEITSOORTEN]
