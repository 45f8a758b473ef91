"""The resident's own contribution for support at home, from 2015 to the last year for which amounts are known.

The amounts are the most a household pays for everything together; a municipality may ask less. Beschermd wonen and
opvang have rules of their own and are no part of this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any, Final, Literal

from keukentafel.wet._gegevens import lees
from keukentafel.wet.artikel import Artikel, bron, ub, wmo
from keukentafel.wet.fouten import BuitenBekendeTijd, WetFout
from keukentafel.wet.instellingen import STANDAARD, Instellingen, waarschuwing
from keukentafel.wet.waarschuwing import Waarschuwing

Bedrag = Decimal | int
"""An amount in euro."""
Per = Literal["maand", "vier_weken"]

_GEGEVENS: Final = lees("bijdrage")
_CENT: Final = Decimal("0.01")
_NUL: Final = Decimal("0.00")
_PERIODEN_PER_JAAR: Final = 13
_PROCENT_VERMOGEN: Final = Decimal(_GEGEVENS["vermogen_percentage"])
_AFRONDING: Final = {"half_omhoog": ROUND_HALF_UP, "omlaag": ROUND_DOWN}
_WETTEN: Final = {"wmo": wmo, "ub": ub}
_PER_TEKST: Final[dict[Per, str]] = {"maand": "per maand", "vier_weken": "per vier weken"}


@dataclass(frozen=True, slots=True)
class Tarief:
    """The amounts of one period in euro, per kind of household; without `percentage` the amount is flat."""

    van: date
    tot: date
    per: Per
    basis: Mapping[str, Decimal]
    drempel: Mapping[str, Decimal]
    percentage: Decimal | None
    bron: tuple[Artikel, ...]


@dataclass(frozen=True, slots=True)
class Bijdrage:
    """What a household pays at most: `bedrag` in euro `per` month or four weeks, and why."""

    datum: date
    bedrag: Decimal
    per: Per
    bron: tuple[Artikel, ...]
    uitleg: tuple[str, ...]
    waarschuwingen: tuple[Waarschuwing, ...] = ()


def _artikelen(rijen: list[dict[str, Any]]) -> tuple[Artikel, ...]:
    return tuple(_WETTEN[rij["wet"]](rij["nummer"], rij.get("lid")) for rij in rijen)


def _tarief(rij: dict[str, Any]) -> Tarief:
    alleen, samen_niet_aow, samen_aow = rij["alleen"], rij["samen_niet_aow"], rij["samen_aow"]
    drempels = {
        "alleen_niet_aow": alleen.get("drempel_niet_aow"),
        "alleen_aow": alleen.get("drempel_aow"),
        "samen_niet_aow": samen_niet_aow.get("drempel"),
        "samen_aow": samen_aow.get("drempel"),
    }
    return Tarief(
        van=rij["van"],
        tot=rij["tot"],
        per=rij["per"],
        basis={
            "alleen_niet_aow": Decimal(alleen["basis"]),
            "alleen_aow": Decimal(alleen["basis"]),
            "samen_niet_aow": Decimal(samen_niet_aow["basis"]),
            "samen_aow": Decimal(samen_aow["basis"]),
        },
        drempel={huishouden: Decimal(drempel) for huishouden, drempel in drempels.items() if drempel},
        percentage=Decimal(rij["percentage"]) if "percentage" in rij else None,
        bron=(*_artikelen(rij["artikelen"]), bron(rij["bron"])),
    )


TARIEVEN: Final = tuple(_tarief(rij) for rij in _GEGEVENS["tarief"])
EERSTE_DAG: Final = TARIEVEN[0].van
"""First day for which an amount is known."""
LAATSTE_DAG: Final = TARIEVEN[-1].tot
"""Last day for which an amount is known."""

_VRIJSTELLINGEN: Final[dict[str, tuple[str, tuple[Artikel, ...]]]] = {
    grond: (rij["uitleg"], _artikelen(rij["artikelen"])) for grond, rij in _GEGEVENS["vrijstelling"].items()
}
VRIJSTELLINGEN: Final = tuple(_VRIJSTELLINGEN)
"""The grounds on which nothing is owed."""


def bijdrage(
    datum: date,
    personen: int,
    *,
    aow_gerechtigd: bool | None = None,
    inkomen: Bedrag | None = None,
    vermogen: Bedrag | None = None,
    vrijgesteld: str | None = None,
    kostprijs: Bedrag | None = None,
    instellingen: Instellingen = STANDAARD,
) -> Bijdrage:
    """The most a household of `personen` adults (1 or 2) pays on `datum`, in euro.

    `aow_gerechtigd`: every adult has reached state-pension age; `inkomen` and `vermogen`: euro a year, used for
    2015-2018 only; `vrijgesteld`: one of `VRIJSTELLINGEN`; `kostprijs`: what is left of the cost, never exceeded.
    Raises WetFout with every reason at once; BuitenBekendeTijd if the amount or threshold is not known.
    """
    tarief = _tarief_op(datum)
    bedragen = {"inkomen": inkomen, "vermogen": vermogen, "kostprijs": kostprijs}
    fouten = [*_fouten(personen, aow_gerechtigd, vrijgesteld), *_bedragfouten(bedragen)]
    if tarief is None:
        raise BuitenBekendeTijd("\n".join([*fouten, _onbekende_tijd(datum)]))
    if tarief.percentage and inkomen is not None and personen == 1 and aow_gerechtigd is None:
        fouten.append("Geef op of de AOW-leeftijd is bereikt. Met een inkomen hangt het bedrag daarvan af.")
    if fouten:
        raise WetFout("\n".join(fouten))
    if vrijgesteld is not None:
        reden, artikelen = _VRIJSTELLINGEN[vrijgesteld]
        return Bijdrage(datum, _NUL, tarief.per, artikelen, (reden,))
    huishouden = ("alleen" if personen == 1 else "samen") + ("_aow" if aow_gerechtigd else "_niet_aow")
    uitkomst = _uit_tarief(datum, tarief, huishouden)
    uitkomst = _met_inkomen(uitkomst, tarief, huishouden, inkomen, vermogen, instellingen)
    return uitkomst if kostprijs is None else _tot_kostprijs(uitkomst, Decimal(kostprijs))


def _tarief_op(datum: date) -> Tarief | None:
    return next((tarief for tarief in TARIEVEN if tarief.van <= datum <= tarief.tot), None)


def _onbekende_tijd(datum: date) -> str:
    if datum > LAATSTE_DAG:
        return (
            f"De bijdrage na {_datum(LAATSTE_DAG)} is niet bekend. U vroeg naar {_datum(datum)}."
            f" De laatste datum met een bekend bedrag is {_datum(LAATSTE_DAG)}."
        )
    return f"De bijdrage bestaat sinds {_datum(EERSTE_DAG)}. U vroeg naar {_datum(datum)}. Die datum ligt daarvoor."


def _fouten(personen: int, aow_gerechtigd: bool | None, vrijgesteld: str | None) -> Iterator[str]:
    if isinstance(personen, bool) or personen not in (1, 2):
        yield f"Het aantal personen is 1 of 2. U gaf: {personen}."
    elif personen == 2 and aow_gerechtigd is None:
        yield "Geef voor 2 personen op of u allebei de AOW-leeftijd heeft. Het bedrag hangt daarvan af."
    if vrijgesteld is not None and vrijgesteld not in _VRIJSTELLINGEN:
        yield f"Deze reden voor vrijstelling bestaat niet: {vrijgesteld}. Kies uit: {', '.join(VRIJSTELLINGEN)}."


def _bedragfouten(bedragen: Mapping[str, Bedrag | None]) -> Iterator[str]:
    for naam, bedrag in bedragen.items():
        if bedrag is None:
            continue
        if isinstance(bedrag, bool) or not isinstance(bedrag, (int, Decimal)) or not Decimal(bedrag).is_finite():
            yield f"Het veld {naam} is een bedrag in euro, zoals 1250 of 1250.50. U gaf: {bedrag}."
        elif bedrag < 0:
            yield f"Het veld {naam} kan niet lager zijn dan 0. U gaf: {bedrag}."


def _uit_tarief(datum: date, tarief: Tarief, huishouden: str) -> Bijdrage:
    bedrag = tarief.basis[huishouden]
    uitleg = [
        f"Het basisbedrag is {_euro(bedrag)} {_PER_TEKST[tarief.per]}, voor het hele huishouden en voor alle"
        " ondersteuning samen. Uw gemeente mag minder vragen."
    ]
    if not bedrag:
        uitleg = ["U bent met zijn tweeën en heeft niet allebei de AOW-leeftijd. Het basisbedrag is dan € 0,00."]
    return Bijdrage(datum, bedrag, tarief.per, tarief.bron, tuple(uitleg))


def _met_inkomen(
    uit: Bijdrage,
    tarief: Tarief,
    huishouden: str,
    inkomen: Bedrag | None,
    vermogen: Bedrag | None,
    instellingen: Instellingen,
) -> Bijdrage:
    if tarief.percentage is None:
        gegeven = inkomen is not None or vermogen is not None
        return _met(uit, uitleg="Inkomen en vermogen tellen op deze datum niet mee.") if gegeven else uit
    if inkomen is None:
        return _met(uit, uitleg="Zonder inkomen is alleen het basisbedrag te geven. Met een hoger inkomen is het meer.")
    drempel = tarief.drempel.get(huishouden)
    if drempel is None:
        raise BuitenBekendeTijd(
            f"Voor {_datum(uit.datum)} is voor dit huishouden niet bekend vanaf welk inkomen u meer betaalt."
            " Vraag het zonder inkomen: dan krijgt u het basisbedrag."
        )
    meetellend = Decimal(inkomen) + _PROCENT_VERMOGEN / 100 * Decimal(vermogen or 0)
    if meetellend <= drempel:
        return _met(
            uit, uitleg=f"Tot een inkomen van {_euro(drempel)} per jaar komt daar niets bij.", bron=_BRON_INKOMEN
        )
    extra = (meetellend - drempel) * tarief.percentage / 100 / _PERIODEN_PER_JAAR
    return _met(
        uit,
        bedrag=(uit.bedrag + extra).quantize(_CENT, _AFRONDING[instellingen.afronding_cak]),
        uitleg=f"Boven een inkomen van {_euro(drempel)} per jaar betaalt u {_procent(tarief.percentage)} van wat u meer"
        f" heeft, verdeeld over {_PERIODEN_PER_JAAR} keer. Van uw vermogen telt {_procent(_PROCENT_VERMOGEN)} mee als"
        " inkomen.",
        bron=_BRON_INKOMEN,
        waarschuwingen=(waarschuwing("afronding_cak", instellingen),),
    )


_BRON_INKOMEN: Final = (ub("3.9"),)


def _tot_kostprijs(uit: Bijdrage, kostprijs: Decimal) -> Bijdrage:
    grens = kostprijs.quantize(_CENT, ROUND_DOWN)
    if uit.bedrag <= grens:
        return uit
    artikel = wmo("2.1.4", lid=3) if uit.per == "vier_weken" else wmo("2.1.4a", lid=6)
    return _met(
        uit,
        bedrag=grens,
        uitleg=f"Van de kostprijs is nog {_euro(grens)} over. Meer dan de kostprijs betaalt u nooit.",
        bron=(artikel,),
    )


def _met(
    uit: Bijdrage,
    *,
    uitleg: str,
    bedrag: Decimal | None = None,
    bron: tuple[Artikel, ...] = (),
    waarschuwingen: tuple[Waarschuwing, ...] = (),
) -> Bijdrage:
    return Bijdrage(
        uit.datum,
        uit.bedrag if bedrag is None else bedrag,
        uit.per,
        uit.bron + bron,
        (*uit.uitleg, uitleg),
        uit.waarschuwingen + waarschuwingen,
    )


_MAANDEN: Final = "januari februari maart april mei juni juli augustus september oktober november december".split()


def _datum(d: date) -> str:
    return f"{d.day} {_MAANDEN[d.month - 1]} {d.year}"


def _euro(bedrag: Decimal) -> str:
    return "€ " + f"{bedrag:,.2f}".replace(",", "_").replace(".", ",").replace("_", ".")


def _procent(deel: Decimal) -> str:
    return f"{deel}%".replace(".", ",")


@dataclass(frozen=True, slots=True)
class AowLeeftijd:
    """State-pension age in years and months; `str()` reads "67 jaar" or "66 jaar en 10 maanden"."""

    jaren: int
    maanden: int

    def __str__(self) -> str:
        return f"{self.jaren} jaar en {self.maanden} maanden" if self.maanden else f"{self.jaren} jaar"


_AOW: Final[tuple[tuple[date, AowLeeftijd], ...]] = tuple(
    (rij["van"], AowLeeftijd(*rij["leeftijd"])) for rij in _GEGEVENS["aow_leeftijd"]
)
_AOW_TOT: Final[date] = _GEGEVENS["aow_leeftijd"][-1]["tot"]


def aow_leeftijd(datum: date) -> AowLeeftijd:
    """The state-pension age on `datum`. Raises BuitenBekendeTijd before 2015 or after the last known year."""
    if not _AOW[0][0] <= datum <= _AOW_TOT:
        raise BuitenBekendeTijd(
            f"De AOW-leeftijd is hier bekend van {_datum(_AOW[0][0])} tot en met {_datum(_AOW_TOT)}."
        )
    return next(leeftijd for van, leeftijd in reversed(_AOW) if van <= datum)
