"""A kept case as the pages of *Wat nu?* draw it: the same words, clock, safeguards and threads."""

from __future__ import annotations

from typing import Any, Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from keukentafel.dossier.afspraak import Afspraak
from keukentafel.dossier.inzage import Inzage
from keukentafel.dossier.vertaling import rij_als_dict
from keukentafel.dossier.woorden import keuzewoord
from keukentafel.portaal.watnu.beeld import Beeld
from keukentafel.portaal.watnu.beurt import beurt
from keukentafel.portaal.watnu.bijdrage import bijdrage
from keukentafel.portaal.watnu.dossier import EIGEN, Dossier
from keukentafel.portaal.watnu.draad import draden, kolommen, tekening
from keukentafel.portaal.watnu.klok import klok
from keukentafel.portaal.watnu.uitkomst import Uitkomst, groepen

THUIS: Final = ("bij de inwoner thuis", "at the resident's home")


def beeld(inzage: Inzage) -> Beeld:
    """The case of this look, with its judgement."""
    gegevens = {
        "zaak": inzage.zaak.nummer, "gemeente": inzage.zaak.gemeente.naam,
        "feiten": [rij_als_dict(rij) for rij in inzage.rijen], EIGEN: {"van_elders": True},
    }  # fmt: skip
    return Beeld(Dossier(gegevens), inzage.beoordeling.casus.peildatum, inzage.beoordeling)


def uitkomst(b: Beeld) -> Uitkomst:
    """All that the page of a case shows; what one can do comes from `handelingen`, not as letters or questions."""
    return Uitkomst(
        beurt(b), klok(b), [], [], [], groepen(b, vragen=False), None, draden(b),
        bijdrage(b), list(b.oordeel["waarschuwingen"]),
    )  # fmt: skip


def scherm(uit: Uitkomst) -> dict[str, Any]:
    """What the shared parts of the page need."""
    picture: SafeString | str = tekening(uit.draden) if uit.draden else ""
    return {"uit": uit, "tekening": picture, "kolommen": kolommen()}


def waar(wanneer: Afspraak, *, eigen: bool = False) -> str:
    """Where the talk is, as one says it to the resident (`eigen`) or to somebody else."""
    plaats = wanneer.plaats or (str(keuzewoord("vorm", wanneer.vorm)) if wanneer.vorm else "")
    return _("bij u thuis") if eigen and plaats.lower() in THUIS else plaats
