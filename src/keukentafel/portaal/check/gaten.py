"""What is missing, as questions to ask; never as a score. The judgement is that of the engine where it has one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from keukentafel.portaal.check.inhoud import BESLUIT, VERSLAG, Punt
from keukentafel.portaal.check.lezing import Rij, rijen
from keukentafel.portaal.watnu.beeld import Beeld
from keukentafel.portaal.watnu.billijk import oordeel_billijk
from keukentafel.portaal.watnu.velden import Rauw, een
from keukentafel.procedure.register import WAARBORG

BRIEVEN: Final = {
    "verslag": ("verslag-aanvullen", "reactie-op-verslag"),
    "besluit": ("uitleg-besluit", "bezwaar-pro-forma", "bezwaar-te-laat", "bezwaar-redenen"),
}
_A_TOT_G: Final = "O7"


@dataclass(frozen=True, slots=True)
class Gat:
    """One thing that is missing: what, the question to ask, and where it stands."""

    wat: str
    vraag: str
    binding: str
    bron: str


def gaten(soort: str, rauw: Rauw, b: Beeld) -> list[Gat]:
    """Everything that is missing in this text, law before norm."""
    gevonden = list(_verslag(rauw, b) if soort == "verslag" else _besluit(rauw, b))
    return sorted(gevonden, key=lambda gat: gat.binding == "norm")


def _bij(waarborg: str) -> tuple[str, str]:
    """Binding and sources of a safeguard."""
    gevonden = WAARBORG[waarborg]
    return gevonden.binding.value, ", ".join(gevonden.bron_tekst)


def _gat(punt: Punt, waarborg: str) -> Gat:
    return Gat(str(punt.gat or punt.tekst), str(punt.vraag), *_bij(waarborg))


def oordelen(b: Beeld) -> dict[str, str]:
    """The verdicts of the engine, by safeguard."""
    return {w["id"]: w["oordeel"] for w in b.oordeel["waarborgen"]}


def _geldt(rauw: Rauw, als: str) -> bool:
    """Does a point hold in this case? Of a carer nobody has to say that there is one."""
    if als == "maatwerk":
        return any(r.verslag == "maatwerk" for r in rijen(rauw))
    return not als or (een(rauw, als) != "nee" if als == "mantelzorger" else een(rauw, als) == "ja")


def niet_aangekruist(lijst: str, rauw: Rauw) -> list[Punt]:
    """What was not found in the report, of a list on which something was ticked."""
    gekozen = rauw.get(lijst) or []
    return [
        punt
        for punt in VERSLAG
        if gekozen and punt.soort == lijst and punt.naam not in gekozen and _geldt(rauw, punt.als)
    ]


def _verslag(rauw: Rauw, b: Beeld) -> Iterator[Gat]:
    if oordelen(b)["V3"] == "geschonden":
        for punt in niet_aangekruist("onderdeel", rauw):
            yield _gat(punt, "V3")
    for punt in niet_aangekruist("onderzocht", rauw):
        yield _gat(punt, _A_TOT_G)
    for r in rijen(rauw):
        if not r.verslag:
            vraag = _("Wat is de uitkomst voor: ‘%(wat)s’?") % {"wat": r.tekst}
            yield Gat(_("Deze hulpvraag komt niet terug: ‘%(wat)s’") % {"wat": r.tekst}, vraag, *_bij("V4"))


def _besluit(rauw: Rauw, b: Beeld) -> Iterator[Gat]:
    for punt in BESLUIT:
        if not punt.mist or een(rauw, punt.naam) != punt.mist or (punt.als and een(rauw, punt.als) != "ja"):
            continue
        if punt.waarborg:
            yield _gat(punt, punt.waarborg)
        else:
            yield Gat(str(punt.gat or punt.tekst), str(punt.vraag), "norm", punt.norm)
    for r in rijen(rauw):
        yield from _per_behoefte(r)
    yield from _te_laat(b)


def _te_laat(b: Beeld) -> Iterator[Gat]:
    """A decision after its last day of which nobody told, as far as was asked (A2)."""
    gemist = next((w for w in b.oordeel["waarborgen"] if w["id"] == "A2"), None)
    if gemist is not None and oordeel_billijk(gemist, b) == "geschonden":
        wat = _("Het besluit kwam te laat, en dat is niet op tijd gemeld met een nieuwe datum.")
        yield Gat(wat, _("Waarom kreeg ik niet op tijd bericht dat het besluit later kwam?"), *_bij("A2"))


def _per_behoefte(r: Rij) -> Iterator[Gat]:
    naam = {"wat": r.tekst}
    if not r.besluit:
        vraag = _("Wat besluit u over: ‘%(wat)s’?") % naam
        yield Gat(_("Over deze hulpvraag is niets besloten: ‘%(wat)s’") % naam, vraag, *_bij("A9"))
    elif r.verslag and (r.verslag == "maatwerk") != (r.besluit == "toegekend") and not r.reden:
        vraag = _("Waarom is het besluit over ‘%(wat)s’ anders dan het verslag?") % naam
        yield Gat(_("Anders dan het verslag, zonder reden: ‘%(wat)s’") % naam, vraag, *_bij("A6"))
    elif r.besluit == "afgewezen" and not r.verslag and not r.reden:
        vraag = _("Waarom krijg ik geen hulp voor: ‘%(wat)s’?") % naam
        yield Gat(_("Geweigerd zonder reden: ‘%(wat)s’") % naam, vraag, *_bij("A5"))
