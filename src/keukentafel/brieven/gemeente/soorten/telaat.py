"""The decision that fixes the penalty for deciding too late."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from keukentafel.brieven.gemeente import als
from keukentafel.brieven.gemeente.beeld import Gemeentebeeld
from keukentafel.brieven.gemeente.model import Gemeentebrief, kop, lijst, punten, stukken, tekst
from keukentafel.brieven.gemeente.soorten.vast import VRAGEN, bezwaarclausule, toelichting
from keukentafel.brieven.taal import Tekst, schrijf_bedrag
from keukentafel.wet.artikel import awb
from keukentafel.wet.dwangsom import bedragen_op


def verschuldigd(beeld: Gemeentebeeld) -> bool:
    """An amount above nothing was fixed."""
    return any(teken in "123456789" for teken in beeld.tekst("bedrag"))


def _schijven(beeld: Gemeentebeeld) -> list[tuple[int, Decimal]]:
    """How many days at which amount, where the amount that was fixed is made up of those; else nothing."""
    stand = beeld.oordeel.get("dwangsom") or {}
    if not stand or Decimal(str(stand["bedrag"])) != Decimal(beeld.tekst("bedrag") or "0"):
        return []
    uit, dagen = [], int(stand["dagen"])
    bedragen = bedragen_op(date.fromisoformat(str(stand["ingebrekestelling"])))
    for per_dag in bedragen.per_dag:
        aantal = min(dagen, bedragen.dagen // len(bedragen.per_dag))
        uit += [(aantal, per_dag)] if aantal else []
        dagen -= aantal
    return uit if sum((n * b for n, b in uit), Decimal()) == Decimal(str(stand["bedrag"])) else []


def _klopt(beeld: Gemeentebeeld) -> bool:
    return verschuldigd(beeld) and bool(_schijven(beeld))


def _per_dag(beeld: Gemeentebeeld, taal: str) -> list[str]:
    dag, dagen, van = (Tekst("dag", "day"), Tekst("dagen", "days"), Tekst("van", "at"))
    return [
        f"{aantal} {(dag if aantal == 1 else dagen).in_taal(taal)} {van.in_taal(taal)} {schrijf_bedrag(bedrag, taal)}"
        for aantal, bedrag in _schijven(beeld)
    ]


DWANGSOMBESLUIT = Gemeentebrief(
    naam="dwangsombesluit",
    titel=Tekst("Besluit over de dwangsom", "Decision on the penalty"),
    bij="dwangsombesluit_bekendgemaakt",
    nodig=("bedrag",),
    onderwerp=Tekst("Besluit over de dwangsom", "Decision on the penalty"),
    blokken=(
        tekst(
            "Wij beslisten te laat op {dwangsom_over}. Dat spijt ons. Wij moeten u daarom een dwangsom betalen:"
            " {bedrag}.",
            "We decided too late on {dwangsom_over}. We are sorry about that. That is why we must pay you a penalty:"
            " {bedrag}.",
            verschuldigd,
        ),
        tekst(
            "U vroeg ons om een dwangsom, omdat wij te laat beslisten op {dwangsom_over}. Wij besluiten dat wij geen"
            " dwangsom hoeven te betalen.",
            "You asked us for a penalty because we decided too late on {dwangsom_over}. We decide that we do not have"
            " to pay a penalty.",
            als.niet(verschuldigd),
        ),
        kop("Zo kwamen wij aan dit bedrag", "How we came to this amount", verschuldigd),
        punten(
            (
                "Uw brief dat wij te laat waren, kregen wij op {dwangsom_ingebreke}.",
                "We received your letter that we were late on {dwangsom_ingebreke}.",
            ),
            (
                "De eerste dag met dwangsom was {dwangsom_eerste}.",
                "The first day with a penalty was {dwangsom_eerste}.",
            ),
            ("Wij tellen {dwangsomdagen} dagen.", "We count {dwangsomdagen} days."),
            als=verschuldigd,
        ),
        tekst("Het bedrag per dag staat in de wet:", "The amount a day is laid down in the law:", _klopt),
        lijst(_per_dag, _klopt),
        stukken(toelichting),
        tekst(
            "U hebt het bedrag uiterlijk {einde_dwangsombetaling} op uw rekening. Hebben wij uw rekeningnummer niet?"
            " Dan bellen wij u.",
            "You will have the amount in your account by {einde_dwangsombetaling}. Do we not have your account number?"
            " Then we will call you.",
            als.allebei(verschuldigd, als.loopt("dwangsombetaling")),
        ),
        *bezwaarclausule(),
        *VRAGEN,
    ),
    bronnen=(awb("4:17"), awb("4:18"), awb("4:87", lid=1), awb("3:45"), awb("6:7")),
)
