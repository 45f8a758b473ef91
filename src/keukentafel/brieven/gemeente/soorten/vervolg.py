"""Letters after the decision: changed, or withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from keukentafel.brieven.gemeente import als
from keukentafel.brieven.gemeente.beeld import Gemeentebeeld
from keukentafel.brieven.gemeente.model import Blok, kop, lijst, stukken, tekst
from keukentafel.brieven.gemeente.model import Gemeentebrief as Brief
from keukentafel.brieven.gemeente.soorten.besluit import PGB_BRON, eerdere_besluiten, eigen_bijdrage, per_behoefte
from keukentafel.brieven.gemeente.soorten.vast import HEEFT_TOELICHTING, VRAGEN, bezwaarclausule, toelichting
from keukentafel.brieven.gemeente.velden import einde_besluit
from keukentafel.brieven.taal import Tekst
from keukentafel.dossier.geldend import geldende_hulp, toegekend
from keukentafel.wet.artikel import awb, wmo


def _eerder(beeld: Gemeentebeeld) -> dict[str, Mapping[str, Any]]:
    """The help that held before this letter."""
    hulp = geldende_hulp((feit.soort, feit.velden) for feit in eerdere_besluiten(beeld))
    return {naam: regel for naam, regel in hulp.items() if toegekend(regel)}


def _in_woorden(beeld: Gemeentebeeld, hulp: Mapping[str, Mapping[str, Any]]) -> list[str]:
    namen = {naam: " ".join(str(regel.get("voorziening") or "").split()) for naam, regel in hulp.items()}
    return [f"{beeld.vraag(naam)}: {wat}" if wat else beeld.vraag(naam) for naam, wat in namen.items()]


def _had(beeld: Gemeentebeeld, _: str) -> list[str]:
    """The help as it was, of the needs that this letter is about."""
    namen = {str(regel["id"]) for regel in beeld.rij("behoeften")}
    hulp = _eerder(beeld)
    return _in_woorden(beeld, {naam: hulp[naam] for naam in hulp if naam in namen or not namen})


def _blijft(beeld: Gemeentebeeld, _: str) -> list[str]:
    """The help that stays as it is."""
    namen = {str(regel["id"]) for regel in beeld.rij("behoeften")}
    return _in_woorden(beeld, {naam: regel for naam, regel in _eerder(beeld).items() if naam not in namen})


def _had_hulp(beeld: Gemeentebeeld) -> bool:
    return bool(_had(beeld, ""))


def _er_blijft(beeld: Gemeentebeeld) -> bool:
    return bool(beeld.rij("behoeften")) and bool(_blijft(beeld, ""))


def _nu_toegekend(beeld: Gemeentebeeld) -> bool:
    return any(toegekend(regel) for regel in beeld.rij("behoeften"))


def _houdt_einddatum(beeld: Gemeentebeeld) -> bool:
    """Some help goes on, and the decision that it rests on names its last day."""
    return einde_besluit(beeld) is not None and (_nu_toegekend(beeld) or _er_blijft(beeld))


def _bezwaar_loopt(beeld: Gemeentebeeld) -> bool:
    """An objection to the earlier decision was not decided on yet: it goes for this one too (Awb 6:19)."""
    bezwaar, klaar = beeld.laatste("bezwaar_ontvangen"), beeld.laatste("beslissing_op_bezwaar_bekendgemaakt")
    weg = beeld.laatste("bezwaar_ingetrokken")
    return bezwaar is not None and not any(f is not None and f.sleutel > bezwaar.sleutel for f in (klaar, weg))


_OVERGANG: tuple[Blok, ...] = (
    tekst(
        "Wij weten dat u hieraan moet wennen. Daarom gaat dit niet meteen in, maar op {ingangsdatum}.",
        "We know that you have to get used to this. That is why this does not start at once, but on {ingangsdatum}.",
        als.allebei(als.veld("overgangstermijn_weken"), als.veld("ingangsdatum")),
    ),
)
_PRATEN = (
    kop("Wilt u hierover praten?", "Do you want to talk about this?"),
    tekst(
        "Dat kan, ook bij u thuis. Bel ons: {telefoon}. Een cliëntondersteuner kan u gratis helpen.",
        "You can, also at your home. Call us: {telefoon}. A client supporter can help you free of charge.",
    ),
)
_OOK_BEZWAAR = (
    tekst(
        "U maakte op {op_bezwaar} bezwaar. Dat bezwaar gaat vanzelf ook over dit nieuwe besluit. U hoeft het niet"
        " opnieuw te maken.",
        "On {op_bezwaar} you objected. That objection is also about this new decision. You need not object again.",
        _bezwaar_loopt,
    ),
)
_BRONNEN = (wmo("2.3.9", lid=1), wmo("2.3.10"), awb("3:46"), awb("3:47"), awb("3:45"), awb("6:7"))
_OOK = (_bezwaar_loopt, awb("6:19", lid=1))

GEWIJZIGD = Brief(
    naam="besluit-gewijzigd",
    titel=Tekst("Besluit om de hulp te veranderen", "Decision to change the help"),
    bij="besluit_gewijzigd",
    nodig=("ingangsdatum", "behoeften"),
    onderwerp=Tekst("Uw hulp verandert", "Your help changes"),
    blokken=(
        tekst(
            "Op {op_vorig_besluit} namen wij een besluit over uw hulp. Dat besluit veranderen wij vanaf"
            " {ingangsdatum}.",
            "On {op_vorig_besluit} we took a decision about your help. We change that decision from {ingangsdatum}.",
            als.veld("ingangsdatum"),
        ),
        tekst(
            "Op {op_vorig_besluit} namen wij een besluit over uw hulp. Dat besluit veranderen wij.",
            "On {op_vorig_besluit} we took a decision about your help. We change that decision.",
            als.niet(als.veld("ingangsdatum")),
        ),
        *_OVERGANG,
        kop("Tot nu toe kreeg u", "Until now you got", _had_hulp),
        lijst(_had, _had_hulp),
        kop("Wat wij nu besluiten, en waarom", "What we decide now, and why"),
        stukken(per_behoefte),
        stukken(toelichting, HEEFT_TOELICHTING),
        kop("Dit blijft zoals het is", "This stays as it is", _er_blijft),
        lijst(_blijft, _er_blijft),
        kop("Tot wanneer", "Until when", _houdt_einddatum),
        tekst(
            "De einddatum verandert niet. De hulp duurt nog steeds tot en met {einde_besluit}.",
            "The end date does not change. The help still lasts until {einde_besluit}.",
            _houdt_einddatum,
        ),
        *eigen_bijdrage(_nu_toegekend),
        *_PRATEN, *bezwaarclausule(), *_OOK_BEZWAAR, *VRAGEN,
    ),
    bronnen=_BRONNEN,
    ook=(_OOK, *PGB_BRON),
)  # fmt: skip

INGETROKKEN = Brief(
    naam="besluit-ingetrokken",
    titel=Tekst("Besluit om de hulp te stoppen", "Decision to stop the help"),
    bij="besluit_ingetrokken",
    nodig=("ingangsdatum", "toelichting"),
    onderwerp=Tekst("Uw hulp stopt", "Your help stops"),
    blokken=(
        tekst(
            "Op {op_vorig_besluit} namen wij een besluit over uw hulp. Dat besluit trekken wij in.",
            "On {op_vorig_besluit} we took a decision about your help. We withdraw that decision.",
        ),
        tekst(
            "Vanaf {ingangsdatum} krijgt u deze hulp niet meer:",
            "From {ingangsdatum} you no longer get this help:",
            als.allebei(als.veld("ingangsdatum"), _had_hulp),
        ),
        lijst(_had, _had_hulp),
        *_OVERGANG,
        kop("Waarom?", "Why?"),
        stukken(toelichting),
        kop("Hebt u andere hulp nodig?", "Do you need other help?"),
        tekst(
            "Dan kunt u zich altijd opnieuw bij ons melden. Dat kan ook als uw situatie verandert.",
            "Then you can always report a need to us again. You can also do so when your situation changes.",
        ),
        *_PRATEN, *bezwaarclausule(), *_OOK_BEZWAAR, *VRAGEN,
    ),
    bronnen=_BRONNEN,
    ook=(_OOK,),
)  # fmt: skip
