"""A decision that a worker prepared and laid before who decides. It is no fact, and it goes once the decision stands.

Who prepares and who decides see it, in the cases that they reach. It is in no page, export or log of the resident:
what she can object to is the decision itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final

from django.db.models import BigAutoField, QuerySet, UUIDField
from django.utils import timezone

from keukentafel.dossier.models import Concept, Mandaat, Voorstel, Zaak
from keukentafel.dossier.rechten import ROLLEN, Recht
from keukentafel.dossier.toegang import NietGevonden, NietToegestaan, Persoon, reikt, zoek_zaak
from keukentafel.dossier.vaste_vraag import Plaats, Vraag

VERNIETIGD: Final = "dossier_vernietigd"
VOORBEREID: Final = frozenset[str]().union(*(rol.bereidt_voor for rol in ROLLEN.values()))
"""The kinds of decision that somebody prepares for who decides."""


def voor_te_bereiden(wie: Persoon, zaak: Zaak) -> frozenset[str]:
    """The kinds of decision that this person may prepare in this case."""
    return frozenset().union(*(ROLLEN[m.rol].bereidt_voor for m in wie.mandaten if reikt(m, zaak)))


def om_voor_te_bereiden(wie: Persoon, zaak_id: Any, soort: str) -> Zaak:
    """The case, for who prepares this decision in it. Raises `NietGevonden`, `NietToegestaan`."""
    zaak, _mandaat = zoek_zaak(wie, zaak_id, Recht.ZAAK_ZIEN)
    if soort not in voor_te_bereiden(wie, zaak):
        raise NietToegestaan("Dit kunt u in deze zaak niet voorbereiden.")
    return zaak


def leg_voor(wie: Persoon, zaak_id: Any, soort: str, velden: Sequence[Sequence[str]], gezien: int) -> Voorstel:
    """Lay a decision before who decides, in the place of an earlier one. Raises `NietGevonden`, `NietToegestaan`."""
    zaak = om_voor_te_bereiden(wie, zaak_id, soort)
    nu = {
        "opsteller": wie.gebruiker, "velden": [list(paar) for paar in velden], "gezien": gezien,
        "voorgelegd_op": timezone.now(), "teruggestuurd_door": None, "teruggestuurd_op": None, "reden": "",
    }  # fmt: skip
    return Voorstel.objects.update_or_create(zaak=zaak, soort=soort, defaults=nu)[0]


def trek_in(wie: Persoon, zaak_id: Any, soort: str) -> None:
    """Take a decision back that was laid before. Raises `NietGevonden`, `NietToegestaan`."""
    Voorstel.objects.filter(zaak=om_voor_te_bereiden(wie, zaak_id, soort), soort=soort).delete()


def om_te_beslissen(wie: Persoon, zaak_id: Any, soort: str) -> Voorstel:
    """What lies before this person, who decides on it. Raises `NietGevonden`."""
    zaak, _mandaat = zoek_zaak(wie, zaak_id, Recht.BESLISSEN)
    voorstel = _alle().filter(zaak=zaak, soort=soort, teruggestuurd_op=None).first()
    if voorstel is None:
        raise NietGevonden
    return voorstel


def stuur_terug(wie: Persoon, zaak_id: Any, soort: str, reden: str) -> None:
    """Give a decision back to who prepared it, with the reason. Raises `NietGevonden`."""
    voorstel = om_te_beslissen(wie, zaak_id, soort)
    voorstel.teruggestuurd_door, voorstel.teruggestuurd_op, voorstel.reden = wie.gebruiker, timezone.now(), reden
    voorstel.save(update_fields=("teruggestuurd_door", "teruggestuurd_op", "reden"))


def in_zaak(wie: Persoon, zaak: Zaak) -> list[Voorstel]:
    """What lies in a case, for who prepares or decides there; what was sent back is only for who prepares."""
    rechten = {recht for m in wie.mandaten if reikt(m, zaak) for recht in ROLLEN[m.rol].rechten}
    if not rechten & {Recht.VOORLEGGEN, Recht.BESLISSEN}:
        return []
    rijen = _alle().filter(zaak=zaak).order_by("voorgelegd_op")
    return list(rijen if Recht.VOORLEGGEN in rechten else rijen.filter(teruggestuurd_op=None))


def van_soort(wie: Persoon, zaak: Zaak, soort: str) -> Voorstel | None:
    """As `in_zaak`, the one of this kind."""
    rijen = in_zaak(wie, zaak) if soort in VOORBEREID else []
    return next((voorstel for voorstel in rijen if voorstel.soort == soort), None)


def wachtend(wie: Persoon) -> list[Voorstel]:
    """What waits for this person, the oldest first: to decide on, or one's own that was sent back."""
    beslist, bereidt_voor = wie.met(Recht.BESLISSEN), wie.met(Recht.VOORLEGGEN)
    rijen = [v for nr in {m.gemeente_id for m in beslist} for v in _TE_BESLISSEN(gemeente=nr) if _reikt(beslist, v)]
    if bereidt_voor:
        rijen += [v for v in _TERUGGESTUURD(opsteller=wie.gebruiker.pk) if _reikt(bereidt_voor, v)]
    return sorted(rijen, key=lambda v: (v.voorgelegd_op, v.pk))


def _reikt(mandaten: Iterable[Mandaat], voorstel: Voorstel) -> bool:
    return any(reikt(m, voorstel.zaak) for m in mandaten)


def ruim_op(zaak: Zaak, vastgelegd: Collection[str]) -> None:
    """What goes with facts of these kinds: a prepared decision with the decision, every draft with the whole file."""
    if VERNIETIGD in vastgelegd:
        Voorstel.objects.filter(zaak=zaak).delete()
        Concept.objects.filter(zaak=zaak).delete()
    elif soorten := VOORBEREID & set(vastgelegd):
        Voorstel.objects.filter(zaak=zaak, soort__in=soorten).delete()


def _alle() -> QuerySet[Voorstel]:
    return Voorstel.objects.select_related("zaak__betrokkene", "opsteller", "teruggestuurd_door")


# With every work list, so put into SQL once: what lies before a municipality, and what one got back.
_TE_BESLISSEN = Vraag(
    lambda: _alle().filter(teruggestuurd_op=None, zaak__gemeente_id=Plaats("gemeente", BigAutoField()))
)
_TERUGGESTUURD = Vraag(
    lambda: _alle().filter(teruggestuurd_op__isnull=False, opsteller_id=Plaats("opsteller", UUIDField()))
)
