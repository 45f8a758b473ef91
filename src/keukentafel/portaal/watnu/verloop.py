"""Going through the questions: on, back, skip, straight to the result; never losing what was typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from keukentafel.portaal.watnu import antwoorden
from keukentafel.portaal.watnu.dossier import Dossier
from keukentafel.portaal.watnu.model import Stap
from keukentafel.portaal.watnu.stappen import ALLES, STAP, aan_de_orde, volgende, vorige
from keukentafel.portaal.watnu.velden import Fout, Rauw, een
from keukentafel.portaal.watnu.vraag import open_vraag


@dataclass(frozen=True, slots=True)
class Gang:
    """Where to go: a question, the result (`klaar`), or with neither the opening page. `rauw`: show this as typed."""

    dossier: Dossier
    stap: Stap | None = None
    klaar: bool = False
    fouten: tuple[Fout, ...] = ()
    rauw: Rauw | None = None


def ga(dossier: Dossier, naam: str, actie: str, rauw: Rauw, vandaag: date) -> Gang:
    """Carry out one press of a button on the page of question `naam`."""
    stap = STAP.get(naam)
    if actie == "alles":
        dossier.eigen["plek"] = ALLES
        eerste = open_vraag(dossier)
        return Gang(dossier, eerste, klaar=eerste is None)
    if stap is None or not aan_de_orde(stap, dossier):
        return _naar(dossier, actie)
    if actie == "toon":
        return Gang(dossier, stap, rauw=rauw or None)
    if actie == "rij":
        return Gang(dossier, stap, rauw={**rauw, "rij": ["1"]})
    if actie == "overslaan":
        antwoorden.sla_over(stap, dossier)
        return _verder(dossier, stap)
    if actie == "vorige" or actie.startswith("naar:"):
        bewaard = _onthoud(dossier, stap, rauw, vandaag)
        return Gang(bewaard, vorige(stap, bewaard)) if actie == "vorige" else _naar(bewaard, actie)
    return _neem_in(dossier, stap, actie, rauw, vandaag)


def _neem_in(dossier: Dossier, stap: Stap, actie: str, rauw: Rauw, vandaag: date) -> Gang:
    if actie == "uitkomst" and _niets_getypt(stap, rauw, dossier):
        return Gang(dossier, klaar=True)
    uit = antwoorden.verwerk(stap, rauw, dossier, vandaag)
    if uit.fouten:
        return Gang(dossier, stap, fouten=uit.fouten)
    return Gang(uit.dossier, klaar=True) if actie == "uitkomst" else _verder(uit.dossier, stap)


def _verder(dossier: Dossier, stap: Stap) -> Gang:
    hierna = volgende(stap, dossier)
    return Gang(dossier, hierna, klaar=hierna is None)


def _naar(dossier: Dossier, actie: str) -> Gang:
    doel = STAP.get(actie.removeprefix("naar:"))
    return Gang(dossier, doel if doel is not None and aan_de_orde(doel, dossier) else None)


def _niets_getypt(stap: Stap, rauw: Rauw, dossier: Dossier) -> bool:
    """Whether the form came back as empty as it went out; the answer that stood ready was not typed."""
    getypt = [waarde for naam, waarden in rauw.items() if naam != antwoorden.ANTWOORD for waarde in waarden]
    antwoord = een(rauw, antwoorden.ANTWOORD)
    return not any(waarde.strip() for waarde in getypt) and antwoord in ("", antwoorden.gekozen(stap, dossier))


def _onthoud(dossier: Dossier, stap: Stap, rauw: Rauw, vandaag: date) -> Dossier:
    """Keep what was typed: as an answer when it is right, else as it stands."""
    if _niets_getypt(stap, rauw, dossier):
        return dossier
    uit = antwoorden.verwerk(stap, rauw, dossier, vandaag)
    if uit.fouten:
        dossier.half[stap.naam] = {naam: list(waarden) for naam, waarden in rauw.items()}
        return dossier
    return uit.dossier
