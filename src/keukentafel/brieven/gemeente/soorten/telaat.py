"""The decision that fixes the penalty for deciding too late."""

from __future__ import annotations

from keukentafel.brieven.gemeente import als
from keukentafel.brieven.gemeente.beeld import Gemeentebeeld
from keukentafel.brieven.gemeente.model import Gemeentebrief, kop, punten, stukken, tekst
from keukentafel.brieven.gemeente.soorten.vast import VRAGEN, bezwaarclausule, toelichting
from keukentafel.brieven.taal import Tekst
from keukentafel.wet.artikel import awb


def verschuldigd(beeld: Gemeentebeeld) -> bool:
    """An amount above nothing was fixed."""
    return any(teken in "123456789" for teken in beeld.tekst("bedrag"))


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
