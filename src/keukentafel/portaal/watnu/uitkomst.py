"""The result page as data: what happens now, the dates, what one can do, what was kept, what is unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from keukentafel import brieven
from keukentafel.dossier.woorden import Woord
from keukentafel.portaal.watnu.antwoorden import beantwoord
from keukentafel.portaal.watnu.beeld import Beeld
from keukentafel.portaal.watnu.beurt import Beurt, beurt
from keukentafel.portaal.watnu.bijdrage import bijdrage
from keukentafel.portaal.watnu.billijk import INGEBREKESTELLING, eerst_weten, oordeel_billijk, tonen, vraag_van
from keukentafel.portaal.watnu.draad import Draad, draden
from keukentafel.portaal.watnu.klok import Punt, klok
from keukentafel.portaal.watnu.model import Stap
from keukentafel.portaal.watnu.vraag import ene_vraag, vraag_bij, vraagtekst
from keukentafel.portaal.watnu.woorden import gewoon, waarborgtitel

GROEPEN: Final = (
    ("geschonden", "te_laat"), ("loopt", "loopt"), ("nagekomen", "gedaan"), ("niet_vast_te_stellen", "onbekend"),
)  # fmt: skip


KORT: Final = 5


@dataclass(frozen=True, slots=True)
class Regel:
    """One safeguard in fair words. `vraag`: the question that would tell, where it cannot be told."""

    id: str
    titel: Woord
    uitleg: str
    binding: str
    bron: str
    vraag: Stap | None = None


@dataclass(frozen=True, slots=True)
class Groep:
    """Safeguards with the same verdict."""

    naam: str
    staat: str
    kop: str
    regels: tuple[Regel, ...]

    @property
    def open(self) -> bool:
        """A short list of what was not done stands open; a long one waits for who wants it."""
        return self.naam == "geschonden" and len(self.regels) <= KORT


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """Everything that the result page shows, in its order."""

    beurt: Beurt
    klok: list[Punt]
    nu: list[brieven.Briefaanbod]
    straks: list[brieven.Briefaanbod]
    altijd: list[brieven.Briefaanbod]
    groepen: list[Groep]
    vraag: Stap | None
    draden: list[Draad]
    bijdrage: Mapping[str, Any] | None
    waarschuwingen: list[Mapping[str, Any]]
    eerst: Stap | None = None
    """The question to be answered before the letter that says that the municipality is late."""
    vraagtekst: Woord | None = None
    """The question of `eerst`, or else of `vraag`, in words."""

    @property
    def eerder(self) -> list[Punt]:
        """Days long past, folded away so that today comes first; the last two stay in sight, and what was too late."""
        voorbij = self._voor_vandaag()
        weg = self.klok[: max(voorbij - 2, 0)] if voorbij > KORT - 2 else []
        return [punt for punt in weg if punt.staat != "te_laat"]

    @property
    def klok_nu(self) -> list[Punt]:
        eerder = self.eerder
        return [punt for punt in self.klok if punt not in eerder]

    def _voor_vandaag(self) -> int:
        return next((nr for nr, punt in enumerate(self.klok) if punt.id == "vandaag"), 0)


def uitkomst(b: Beeld) -> Uitkomst:
    """Judge and put in order."""
    nu, straks, altijd = _brieven(b)
    eerst = next((stap for termijn in INGEBREKESTELLING.values() if (stap := eerst_weten(termijn, b))), None)
    vraag = ene_vraag(b)
    gevraagd = eerst or vraag
    return Uitkomst(
        beurt(b),
        klok(b),
        nu,
        straks,
        altijd,
        groepen(b),
        vraag,
        draden(b),
        bijdrage(b),
        list(b.oordeel["waarschuwingen"]),
        eerst,
        vraagtekst(gevraagd, b.dossier) if gevraagd else None,
    )


def _brieven(b: Beeld) -> tuple[list[brieven.Briefaanbod], ...]:
    """The letters for today, for later, and those that may always be sent."""
    alle = brieven.aanbod(b.oordeel, b.casus, b.vandaag, get_language() or "nl")
    aanbod = [a for a in alle if eerst_weten(INGEBREKESTELLING.get(a.naam, ""), b) is None]
    altijd = [a for a in aanbod if a.kan and a.altijd]
    if b.alleen_klacht:
        return sorted(altijd, key=lambda a: a.naam != "klacht"), [], []
    return [a for a in aanbod if a.kan and not a.altijd], [a for a in aanbod if not a.kan], altijd


def groepen(b: Beeld, *, vragen: bool = True) -> list[Groep]:
    """The safeguards by verdict; what does not apply is left out. `vragen`: with the question that would tell more."""
    koppen = {
        "geschonden": _("Niet gedaan, of niet op tijd"),
        "loopt": _("Moet nog gebeuren"),
        "nagekomen": _("Gedaan"),
        "niet_vast_te_stellen": _("Weten we niet"),
    }
    per_oordeel: dict[str, list[Regel]] = {}
    behoeften = b.dossier.behoeften
    for waarborg in b.oordeel["waarborgen"]:
        if tonen(waarborg, b):
            oordeel = oordeel_billijk(waarborg, b)
            per_oordeel.setdefault(oordeel, []).append(_regel(waarborg, oordeel, b, behoeften, vragen=vragen))
    return [
        Groep(naam, staat, koppen[naam], tuple(per_oordeel[naam])) for naam, staat in GROEPEN if naam in per_oordeel
    ]


def _regel(
    waarborg: Mapping[str, Any], oordeel: str, b: Beeld, behoeften: Sequence[Mapping[str, Any]], *, vragen: bool
) -> Regel:
    onbekend = oordeel == "niet_vast_te_stellen"
    return Regel(
        waarborg["id"],
        waarborgtitel(waarborg["id"], waarborg["titel"]),
        "" if onbekend else gewoon(waarborg["uitleg"], behoeften),
        waarborg["binding"],
        ", ".join(waarborg["bron"]),
        (vraag_bij(waarborg, b) or _nog_open(vraag_van(waarborg), b)) if onbekend and vragen else None,
    )


def _nog_open(stap: Stap | None, b: Beeld) -> Stap | None:
    """A question that was answered already tells no more."""
    return None if stap is None or beantwoord(stap, b.dossier) else stap
