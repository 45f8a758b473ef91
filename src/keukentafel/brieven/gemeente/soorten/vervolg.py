"""Letters after the decision: changed, or withdrawn."""

from __future__ import annotations

from keukentafel.brieven.gemeente import als
from keukentafel.brieven.gemeente.model import Blok, kop, stukken, tekst
from keukentafel.brieven.gemeente.model import Gemeentebrief as Brief
from keukentafel.brieven.gemeente.soorten.vast import VRAGEN, bezwaarclausule, toelichting
from keukentafel.brieven.taal import Tekst
from keukentafel.wet.artikel import awb, wmo

_WAAROM = (kop("Waarom?", "Why?"), stukken(toelichting))
_OVERGANG: tuple[Blok, ...] = (
    tekst(
        "Wij weten dat u hieraan moet wennen. Daarom gaat dit pas na {overgangstermijn_weken} weken in.",
        "We know that you have to get used to this. That is why this starts only after {overgangstermijn_weken} weeks.",
        als.veld("overgangstermijn_weken"),
    ),
)
_PRATEN = (
    kop("Wilt u hierover praten?", "Do you want to talk about this?"),
    tekst(
        "Dat kan, ook bij u thuis. Bel ons: {telefoon}. Een cliëntondersteuner kan u gratis helpen.",
        "You can, also at your home. Call us: {telefoon}. A client supporter can help you free of charge.",
    ),
)
_BRONNEN = (wmo("2.3.9"), wmo("2.3.10"), awb("3:46"), awb("3:45"), awb("6:7"))

GEWIJZIGD = Brief(
    naam="besluit-gewijzigd",
    titel=Tekst("Besluit om de hulp te veranderen", "Decision to change the help"),
    bij="besluit_gewijzigd",
    nodig=("ingangsdatum", "toelichting"),
    onderwerp=Tekst("Uw hulp verandert", "Your help changes"),
    blokken=(
        tekst(
            "Op {op_besluit} namen wij een besluit over uw hulp. Dat besluit veranderen wij. Dit geldt vanaf"
            " {ingangsdatum}.",
            "On {op_besluit} we took a decision about your help. We change that decision. This holds from"
            " {ingangsdatum}.",
        ),
        *_WAAROM, *_OVERGANG, *_PRATEN, *bezwaarclausule(), *VRAGEN,
    ),
    bronnen=_BRONNEN,
)  # fmt: skip

INGETROKKEN = Brief(
    naam="besluit-ingetrokken",
    titel=Tekst("Besluit om de hulp te stoppen", "Decision to stop the help"),
    bij="besluit_ingetrokken",
    nodig=("ingangsdatum", "toelichting"),
    onderwerp=Tekst("Uw hulp stopt", "Your help stops"),
    blokken=(
        tekst(
            "Op {op_besluit} namen wij een besluit over uw hulp. Dat besluit trekken wij in. Vanaf {ingangsdatum}"
            " krijgt u deze hulp niet meer.",
            "On {op_besluit} we took a decision about your help. We withdraw that decision. From {ingangsdatum} you"
            " no longer get this help.",
        ),
        *_WAAROM, *_OVERGANG,
        tekst(
            "Hebt u andere hulp nodig, of verandert er iets? Dan kunt u zich altijd opnieuw melden.",
            "Do you need other help, or does something change? You can always report a need again.",
        ),
        *_PRATEN, *bezwaarclausule(), *VRAGEN,
    ),
    bronnen=_BRONNEN,
)  # fmt: skip
