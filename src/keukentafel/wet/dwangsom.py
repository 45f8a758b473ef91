"""The penalty for deciding too late (Awb 4:17): its days and its amount, from data with source and period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from keukentafel.wet._gegevens import lees
from keukentafel.wet.artikel import Artikel, awb, bron, uitspraak
from keukentafel.wet.fouten import BuitenBekendeTijd, WetFout
from keukentafel.wet.instellingen import STANDAARD, Instellingen, waarschuwing
from keukentafel.wet.kalender import volgende_werkdag, vrije_dag
from keukentafel.wet.termijn import maanden_verder
from keukentafel.wet.waarschuwing import Waarschuwing

_GEGEVENS: Final = lees("dwangsom")
_SCHIJF: Final[int] = _GEGEVENS["schijf_dagen"]
_RESPIJT: Final = timedelta(days=_GEGEVENS["respijt_dagen"])
_ONREDELIJK_LAAT_NA: Final[int] = _GEGEVENS["onredelijk_laat_maanden"]
_CENT: Final = Decimal("0.01")
_BRON: Final = (awb("4:17", lid=1), awb("4:17", lid=2), awb("4:17", lid=3))
_BRON_AANVRAGERS: Final = (awb("4:17", lid=7),)


@dataclass(frozen=True, slots=True)
class Dwangsombedragen:
    """Amounts per day in euro, one per tranche of 14 days, for notices received in vanaf..tot."""

    vanaf: date
    tot: date
    per_dag: tuple[Decimal, ...]
    bron: Artikel
    waarschuwing: str | None = None

    @property
    def dagen(self) -> int:
        """The number of days with dwangsom at most (42)."""
        return _SCHIJF * len(self.per_dag)

    @property
    def maximum(self) -> Decimal:
        """The amount over all days."""
        return self.over(self.dagen)

    def over(self, dagen: int) -> Decimal:
        """The amount over the first `dagen` days."""
        per_schijf = (max(0, min(_SCHIJF, dagen - i * _SCHIJF)) * bedrag for i, bedrag in enumerate(self.per_dag))
        return sum(per_schijf, Decimal("0.00"))


def _rij(rij: dict[str, Any]) -> Dwangsombedragen:
    return Dwangsombedragen(
        vanaf=rij["vanaf"],
        tot=rij.get("tot", date.max),
        per_dag=tuple(Decimal(bedrag) for bedrag in rij["per_dag"]),
        bron=bron(rij["bron"]),
        waarschuwing=rij.get("waarschuwing"),
    )


BEDRAGEN: Final = tuple(_rij(rij) for rij in _GEGEVENS["bedragen"])


@dataclass(frozen=True, slots=True)
class Dwangsom:
    """A dwangsom: the days it can run (`eerste_dag`..`laatste_dag`), the days owed, and the amount in euro.

    After a notice that came too early the days are those of a valid notice on that day, and nothing is owed.
    """

    ingebrekestelling: date
    respijt_tot: date
    eerste_dag: date
    laatste_dag: date
    dagen: int
    bedrag: Decimal
    per_aanvrager: Decimal
    bedragen: tuple[Decimal, ...]
    maximum: Decimal
    bron: tuple[Artikel, ...]
    waarschuwingen: tuple[Waarschuwing, ...] = ()


def bedragen_op(datum: date) -> Dwangsombedragen:
    """The amounts for a notice received on `datum`. Raises BuitenBekendeTijd before 1 October 2009."""
    for rij in BEDRAGEN:
        if rij.vanaf <= datum <= rij.tot:
            return rij
    raise BuitenBekendeTijd("Een dwangsom bij te laat beslissen bestaat sinds 1 oktober 2009. De datum ligt daarvoor.")


def dwangsom(
    ingebrekestelling: date,
    *,
    besluit: date | None = None,
    termijn_verstreken: date | None = None,
    aanvragers: int = 1,
    tot: date | None = None,
    instellingen: Instellingen = STANDAARD,
) -> Dwangsom:
    """The dwangsom after a notice received on `ingebrekestelling`, in euro.

    `besluit` is the day of the decision; `termijn_verstreken` the last day of the missed term; `tot` the last day to
    count while there is no decision (without both: the maximum). Raises WetFout for fewer than one applicant,
    BuitenBekendeTijd for a notice before 1-10-2009 or days past 9999.
    """
    if isinstance(aanvragers, bool) or not isinstance(aanvragers, int) or aanvragers < 1:
        raise WetFout(f"Het aantal aanvragers is een heel getal van 1 of meer. U gaf: {aanvragers}.")
    rij = bedragen_op(ingebrekestelling)
    respijt_tot, eerste_dag, laatste_dag = _tijdvak(ingebrekestelling, rij, instellingen)
    te_vroeg = termijn_verstreken is not None and ingebrekestelling <= termijn_verstreken
    aantal = 0 if te_vroeg else _dagen(eerste_dag, rij.dagen, besluit, tot, instellingen)
    bedrag = rij.over(aantal)
    return Dwangsom(
        ingebrekestelling=ingebrekestelling,
        respijt_tot=respijt_tot,
        eerste_dag=eerste_dag,
        laatste_dag=laatste_dag,
        dagen=aantal,
        bedrag=bedrag,
        per_aanvrager=(bedrag / aanvragers).quantize(_CENT, ROUND_HALF_UP),
        bedragen=_delen(bedrag, aanvragers),
        maximum=rij.maximum,
        bron=(*_BRON, rij.bron, *(_BRON_AANVRAGERS if aanvragers > 1 else ())),
        waarschuwingen=(
            *_over_ingebrekestelling(ingebrekestelling, termijn_verstreken),
            *_over_tijdvak(ingebrekestelling, eerste_dag, laatste_dag, besluit, instellingen),
            *((waarschuwing(rij.waarschuwing),) if rij.waarschuwing else ()),
        ),
    )


def _tijdvak(ingebrekestelling: date, rij: Dwangsombedragen, instellingen: Instellingen) -> tuple[date, date, date]:
    try:
        respijt_tot = ingebrekestelling + _RESPIJT
        if instellingen.respijt_verschuift:
            respijt_tot = volgende_werkdag(respijt_tot)
        return respijt_tot, respijt_tot + timedelta(days=1), respijt_tot + timedelta(days=rij.dagen)
    except OverflowError:
        raise BuitenBekendeTijd(
            "De dwangsom loopt door tot na het jaar 9999. Zo ver rekent het programma niet."
        ) from None


def _dagen(eerste_dag: date, hoogstens: int, besluit: date | None, tot: date | None, instellingen: Instellingen) -> int:
    grenzen = [hoogstens]
    if besluit is not None:
        grenzen.append((besluit - eerste_dag).days + instellingen.besluitdag_telt)
    if tot is not None:
        grenzen.append((tot - eerste_dag).days + 1)
    return max(0, min(grenzen))


def _delen(bedrag: Decimal, aanvragers: int) -> tuple[Decimal, ...]:
    """Equal shares to the cent that add up to `bedrag` (Awb 4:17 lid 7); the first ones bear the odd cents."""
    deel, rest = divmod(int(bedrag / _CENT), aanvragers)
    return tuple((deel + (i < rest)) * _CENT for i in range(aanvragers))


def _over_ingebrekestelling(ingebrekestelling: date, verstreken: date | None) -> tuple[Waarschuwing, ...]:
    if verstreken is None:
        return ()
    if ingebrekestelling <= verstreken:
        return (_TE_VROEG,)
    return (_ONREDELIJK_LAAT,) if ingebrekestelling > maanden_verder(verstreken, _ONREDELIJK_LAAT_NA) else ()


def _over_tijdvak(
    ingebrekestelling: date, eerste_dag: date, laatste_dag: date, besluit: date | None, instellingen: Instellingen
) -> tuple[Waarschuwing, ...]:
    gevonden = []
    if vrije_dag(ingebrekestelling + _RESPIJT):
        gevonden.append(waarschuwing("respijt_verschuift", instellingen))
    if besluit is not None and besluit < ingebrekestelling:
        gevonden.append(_AL_BESLIST)
    if besluit is not None and eerste_dag <= besluit <= laatste_dag:
        gevonden.append(waarschuwing("besluitdag_telt", instellingen))
    return tuple(gevonden)


_TE_VROEG: Final = Waarschuwing(
    "ingebrekestelling_te_vroeg",
    "De ingebrekestelling kwam te vroeg: de termijn was nog niet voorbij. Er is daarom geen dwangsom verschuldigd."
    " Stuur na de laatste dag van de termijn een nieuwe ingebrekestelling.",
    (awb("4:17", lid=3), uitspraak("ABRvS, ECLI:NL:RVS:2011:BP3711")),
)
_AL_BESLIST: Final = Waarschuwing(
    "besluit_voor_ingebrekestelling",
    "Het besluit was er al toen de ingebrekestelling binnenkwam. De gemeente was niet meer te laat. Er is daarom geen"
    " dwangsom verschuldigd.",
    (awb("4:17", lid=1),),
)
_ONREDELIJK_LAAT: Final = Waarschuwing(
    "ingebrekestelling_onredelijk_laat",
    "De ingebrekestelling kwam meer dan een jaar na het einde van de termijn. De gemeente kan zeggen dat dat"
    " onredelijk laat is. Dan is er geen dwangsom. Of u eerder contact had, telt mee.",
    (awb("4:17", lid=6, onderdeel="a"), uitspraak("Rb. Noord-Holland, ECLI:NL:RBNHO:2022:3801")),
)
