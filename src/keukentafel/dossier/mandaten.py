"""Who may look along in a case, under which mandate; giving one, and ending one that the resident can end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Q

from keukentafel.dossier.gebeurtenissen import Gebeurtenis, meld
from keukentafel.dossier.models import Betrokkene, Gebruiker, Mandaat, Zaak
from keukentafel.dossier.rechten import ROLLEN, Recht, Reikwijdte
from keukentafel.dossier.toegang import NietGevonden, NietToegestaan, Persoon, geldig_op, reikt, zoek_zaak

NAASTEN: Final = ("vertegenwoordiger", "mantelzorger", "clientondersteuner")
"""Who stands beside the resident; a mandate of theirs is for all her cases, or for the one that it names."""
ONDERSTEUNER: Final = "clientondersteuner"
DOOR_DE_RECHTER: Final = frozenset({"curator", "mentor", "bewindvoerder"})
"""On this a representative rests who was not chosen by the resident, and whom she cannot send away herself."""
_VAN_DE_GEMEENTE: Final = tuple(rol.naam for rol in ROLLEN.values() if rol.reikwijdte is Reikwijdte.GEMEENTE)


@dataclass(frozen=True, slots=True)
class Meekijkers:
    """The mandates that reach a case: beside the resident, of the municipality, and those that ended."""

    naasten: tuple[Mandaat, ...]
    gemeente: tuple[Mandaat, ...]
    vroeger: tuple[Mandaat, ...]


def meekijkers(zaak: Zaak, vandaag: date) -> Meekijkers:
    """Everybody but the resident whose mandate reaches this case, or did."""
    binnen = Q(betrokkene=zaak.betrokkene) | Q(zaak=zaak) | Q(rol__in=_VAN_DE_GEMEENTE)
    if zaak.team_id is not None:
        binnen |= Q(team_id=zaak.team_id)
    rijen = Mandaat.objects.filter(binnen, gemeente_id=zaak.gemeente_id, vanaf__lte=vandaag).exclude(rol="inwoner")
    rijen = rijen.select_related("gebruiker", "beeindigd_door", "team").order_by("gebruiker__naam", "id")
    alle = [m for m in rijen if m.rol in ROLLEN and reikt(m, zaak)]
    nu = [m for m in alle if m.tot is None or m.tot >= vandaag]
    return Meekijkers(
        tuple(m for m in nu if m.rol in NAASTEN), tuple(m for m in nu if m.rol not in NAASTEN),
        tuple(m for m in alle if m not in nu and m.rol in (*NAASTEN, "deskundige")),
    )  # fmt: skip


def naasten(betrokkene: Betrokkene, gemeente_id: Any, vandaag: date, zaak: Zaak | None = None) -> list[Mandaat]:
    """Who stands beside this person on a day in every case about her, also in a new one; with `zaak` in that too."""
    alle = Q(zaak=None) | Q(zaak=zaak)
    rij = Mandaat.objects.filter(
        geldig_op(vandaag), alle, betrokkene=betrokkene, gemeente_id=gemeente_id, rol__in=NAASTEN
    )  # fmt: skip
    return list(rij.select_related("gebruiker").order_by("gebruiker__naam", "id"))


def te_beeindigen(mandaat: Mandaat, rol: str) -> bool:
    """Can somebody in this role end this mandate? A representative cannot end a representative."""
    if mandaat.rol == "vertegenwoordiger":
        return rol == "inwoner" and mandaat.soort not in DOOR_DE_RECHTER
    return rol in ("inwoner", "vertegenwoordiger") and mandaat.rol in NAASTEN


def zoek_mandaat(wie: Persoon, zaak_id: Any, nr: int) -> tuple[Zaak, Mandaat]:
    """A mandate that holds today of who stands beside the resident. Raises `NietGevonden`, `NietToegestaan`."""
    zaak, eigen = zoek_zaak(wie, zaak_id, Recht.MEEKIJKERS)
    mandaat = next((m for m in meekijkers(zaak, wie.vandaag).naasten if m.pk == nr), None)
    if mandaat is None:
        raise NietGevonden
    if not te_beeindigen(mandaat, eigen.rol):
        raise NietToegestaan("Dit mandaat kunt u niet zelf beëindigen. Vraag het de gemeente.")
    return zaak, mandaat


def beeindig(wie: Persoon, zaak_id: Any, nr: int) -> None:
    """End a mandate at once; who did so is kept with it. Raises `NietGevonden`, `NietToegestaan`."""
    _, mandaat = zoek_mandaat(wie, zaak_id, nr)
    mandaat.beeindig(wie.vandaag - timedelta(days=1), wie.gebruiker)


def te_kiezen(zaak: Zaak, vandaag: date) -> list[Gebruiker]:
    """The client supporters whom the municipality let in, and who do not look along with this resident yet."""
    nu = Mandaat.objects.filter(geldig_op(vandaag), gemeente_id=zaak.gemeente_id, rol=ONDERSTEUNER)
    toegelaten, al = nu.filter(betrokkene=None, zaak=None), nu.filter(betrokkene_id=zaak.betrokkene_id)
    rij = Gebruiker.objects.filter(mandaten__in=toegelaten, is_active=True).exclude(mandaten__in=al)
    return list(rij.distinct().order_by("naam", "pk"))


def geef(wie: Persoon, zaak_id: Any, wie_dan: str) -> None:
    """Let a client supporter look along from today, for whoever the case is about (Wmo 2.2.4: on the resident's yes).

    Raises `NietGevonden` for who cannot be chosen, `NietToegestaan` for who may not choose.
    """
    zaak, eigen = zoek_zaak(wie, zaak_id, Recht.MEEKIJKERS)
    if eigen.rol not in ("inwoner", "vertegenwoordiger"):
        raise NietToegestaan("Alleen de inwoner kiest wie er meekijkt.")
    mens = next((m for m in te_kiezen(zaak, wie.vandaag) if str(m.pk) == wie_dan), None)
    if mens is None:
        raise NietGevonden
    mandaat = Mandaat.objects.create(
        gebruiker=mens, gemeente=zaak.gemeente, rol=ONDERSTEUNER, betrokkene=zaak.betrokkene, soort="toestemming",
        vanaf=wie.vandaag, gegeven_door=wie.gebruiker,
    )  # fmt: skip
    meld(Gebeurtenis.ROL_GEGEVEN, door=wie.gebruiker.pk, rekening=mens.pk, rol=ONDERSTEUNER, mandaat=mandaat.pk)
