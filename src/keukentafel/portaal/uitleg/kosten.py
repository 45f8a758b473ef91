"""What support costs: the question form and the amount with its reasons, out of the room of the law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from keukentafel.portaal.kader.datum import lees_datum
from keukentafel.wet.bijdrage import Bijdrage, bijdrage
from keukentafel.wet.fouten import WetFout

VROEGST = date(2019, 12, 31)
"""Before the flat amount a month the contribution hung on income; that is history, not a question of today."""


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What came out: an amount with reasons, or what is wrong with the question (field id and text)."""

    bijdrage: Bijdrage | None = None
    redenen: tuple[str, ...] = ()
    fouten: tuple[tuple[str, str], ...] = ()
    per_veld: dict[str, str] = field(default_factory=dict)


def beantwoord(post: Mapping[str, str]) -> Antwoord:
    """The contribution for the date and household of the form; all that is wrong at once."""
    dag, fout = lees_datum(post, "datum")
    fouten = [("datum-dag", fout)] if fout else []
    huishouden = post.get("huishouden", "")
    if huishouden not in {"alleen", "samen", "samen_aow"}:
        fouten.append(("huishouden-1", _("Kies met hoeveel volwassenen u bent.")))
    if dag and dag <= VROEGST:
        tekst = _("Voor die tijd hing de bijdrage af van uw inkomen. Kies een dag vanaf 1 januari 2020.")
        fouten.append(("datum-dag", tekst))
    if fouten or dag is None:
        return _met_fouten(fouten)
    try:
        uitkomst = bijdrage(dag, 1 if huishouden == "alleen" else 2, aow_gerechtigd=_aow(huishouden))
    except WetFout:
        return _met_fouten([("datum-dag", _("Voor die dag is het bedrag nog niet bekend. Kies een eerdere dag."))])
    return Antwoord(bijdrage=uitkomst, redenen=_redenen(huishouden, uitkomst))


def _aow(huishouden: str) -> bool | None:
    return None if huishouden == "alleen" else huishouden == "samen_aow"


def _met_fouten(fouten: list[tuple[str, str]]) -> Antwoord:
    return Antwoord(fouten=tuple(fouten), per_veld={veld.split("-")[0]: tekst for veld, tekst in reversed(fouten)})


def _redenen(huishouden: str, uitkomst: Bijdrage) -> tuple[str, ...]:
    """Why this amount, in the language of the page."""
    if huishouden == "samen" and not uitkomst.bedrag:
        eerste = _("U bent met zijn tweeën en minstens één van u heeft de AOW-leeftijd nog niet. Dan betaalt u niets.")
    else:
        eerste = _("Dit is het vaste bedrag voor een huishouden, voor alle ondersteuning samen.")
    return (
        eerste,
        _("Uw inkomen en uw spaargeld tellen niet mee."),
        _("Uw gemeente mag minder vragen, of niets. U betaalt nooit meer dan wat de hulp kost."),
    )
