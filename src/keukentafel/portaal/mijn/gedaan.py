"""What the resident did in a case, as a line on its pages, for as long as it is still news."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from keukentafel.dossier.woorden import keuzewoord
from keukentafel.portaal.templatetags.keukentafel import weekdag
from keukentafel.portaal.watnu.beeld import Beeld

_BESLUIT: Final = ("besluit_bekendgemaakt", "beslissing_op_bezwaar_bekendgemaakt")
_GESPREK: Final = ("gesprek_gevoerd", "dossieronderzoek_gedaan", "verslag_verstuurd", *_BESLUIT)
ZINNEN: Final[dict[str, tuple[Any, tuple[str, ...]]]] = {
    "persoonlijk_plan_ontvangen": (_("U leverde op %(dag)s uw persoonlijk plan in."), _GESPREK),
    "afgezien_van_persoonlijk_plan": (_("U zei op %(dag)s dat u geen persoonlijk plan maakt."), _GESPREK),
    "gespreksvorm_gevraagd": (_("U gaf op %(dag)s door hoe u wilt praten."), _GESPREK),
    "afgezien_van_gesprek": (
        _("U zei op %(dag)s dat u geen gesprek wilt."), ("aanvullend_gesprek_gevraagd", *_GESPREK),
    ),
    "aanvullend_gesprek_gevraagd": (
        _("U vroeg op %(dag)s om een gesprek."), ("uitnodiging_verstuurd", "gesprek_gevoerd", *_BESLUIT),
    ),
    "clientondersteuner_gevraagd": (
        _("U vroeg op %(dag)s om een cliëntondersteuner."), ("clientondersteuner_toegewezen",),
    ),
    "andere_clientondersteuner_gevraagd": (
        _("U vroeg op %(dag)s om een andere cliëntondersteuner."), ("clientondersteuner_toegewezen",),
    ),
    "reactie_op_verslag_ontvangen": (_("U reageerde op %(dag)s op het verslag."), _BESLUIT),
    "verslag_getekend": (_("U tekende op %(dag)s het verslag."), _BESLUIT),
    "aanvraag_ontvangen": (_("U vroeg op %(dag)s hulp aan."), ("aanvraag_ingetrokken", *_BESLUIT)),
    "aanvulling_ontvangen": (_("U vulde op %(dag)s uw aanvraag aan."), _BESLUIT),
    "aanvraag_ingetrokken": (_("U trok op %(dag)s uw aanvraag in."), ("aanvraag_ontvangen",)),
    "ingebrekestelling_ontvangen": (_("U schreef op %(dag)s dat de gemeente te laat is."), _BESLUIT),
}  # fmt: skip
"""A step of the resident: the sentence, and what answers it. After that it is said no more."""
_KEUZES: Final = ("plek", "erbij", "wijze")


@dataclass(frozen=True, slots=True)
class Gedaan:
    """A step that was done: the sentence with its day, and what was chosen with it."""

    zin: str
    wat: str = ""


def gedaan(b: Beeld) -> list[Gedaan]:
    """The last step of each kind that was not answered yet, in the order in which they were done."""
    laatste: dict[str, tuple[int, Mapping[str, Any]]] = {}
    plaats: dict[str, int] = {}
    for nr, feit in enumerate(b.dossier.feiten):
        soort = str(feit["soort"])
        plaats[soort] = nr
        if soort in ZINNEN:
            laatste[soort] = nr, feit
    uit = [
        (nr, Gedaan(str(ZINNEN[soort][0]) % {"dag": weekdag(dag)}, _keuzes(feit)))
        for soort, (nr, feit) in laatste.items()
        if (dag := _dag(feit)) is not None and all(plaats.get(later, -1) < nr for later in ZINNEN[soort][1])
    ]
    return [regel for _nr, regel in sorted(uit, key=lambda paar: paar[0])]


def _dag(feit: Mapping[str, Any]) -> date | None:
    """The day of a fact; None when it is not known."""
    try:
        return date.fromisoformat(str(feit.get("datum")))
    except ValueError:
        return None


def _keuzes(feit: Mapping[str, Any]) -> str:
    """What was chosen with it, in words."""
    gekozen = [str(keuzewoord(naam, str(waarde))) for naam in _KEUZES for waarde in _rij(feit.get(naam))]
    return ", ".join([*gekozen[:1], *(woord[:1].lower() + woord[1:] for woord in gekozen[1:])])


def _rij(waarde: Any) -> list[Any]:
    return waarde if isinstance(waarde, list) else [waarde] if waarde else []
