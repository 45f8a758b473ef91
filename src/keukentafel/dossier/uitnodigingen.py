"""Inviting somebody to look along: a code that the resident hands over herself, and the mandate that comes of it.

Who is invited is not known here until she logs in and brings the code. Until then nobody learns anything: a code that
is wrong, used, withdrawn or too old gets one and the same answer.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from keukentafel.dossier.gebeurtenissen import Gebeurtenis, meld
from keukentafel.dossier.mandaten import DOOR_DE_RECHTER
from keukentafel.dossier.models import Betrokkene, Mandaat, Uitnodiging, Zaak
from keukentafel.dossier.rechten import ROLLEN, Recht, Reikwijdte
from keukentafel.dossier.toegang import NietGevonden, NietToegestaan, Persoon, geldig_op, zoek_zaak
from keukentafel.dossier.versleuteld import blinde_index

DAGEN: Final = 14
"""Days that a code holds."""
BEWAARD: Final = timedelta(days=90)
"""How long after its end an invitation that nobody took still stands in the list; then the name goes with it."""
LANGSTE_NAAM: Final = 80
LETTERS: Final = "23456789BCDFGHJKMNPQRTVWXYZ"
"""What a code is made of: nothing that one misreads, no vowels to make a word of."""
LENGTE: Final = 12
"""Twelve of these: more than fifty bits, with a keyed digest and few tries."""
GROEP: Final = 4
SOORT: Final = {"mantelzorger": "toestemming", "vertegenwoordiger": "gevolmachtigde"}
"""On what the mandate rests: the yes of the resident, or a power of attorney (Wmo 1.1.1 lid 2)."""
MAG_UITNODIGEN: Final = {"inwoner": ("mantelzorger", "vertegenwoordiger"), "vertegenwoordiger": ("mantelzorger",)}
"""Who invites for which role: a representative makes no other representative."""
AANGENOMEN, GEWEIGERD, INGETROKKEN = "aangenomen", "geweigerd", "ingetrokken"
_WERKERS: Final = tuple(rol.naam for rol in ROLLEN.values() if rol.reikwijdte is not Reikwijdte.BETROKKENE)


class CodeOnbekend(LookupError):
    """No invitation waits for this code: wrong, used, withdrawn or too old, which are not to be told apart."""


class KanNiet(ValueError):
    """The code is right, but not for this person. `reden`: eigen, al, werk."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


@dataclass(frozen=True, slots=True)
class Aanbod:
    """What somebody is invited for: the role, her name, for this case alone or for all, until which day."""

    rol: str
    naam: str
    alleen_deze: bool
    tot: date | None


def nodig_uit(wie: Persoon, zaak_id: Any, aanbod: Aanbod) -> tuple[Uitnodiging, str]:
    """Make an invitation; the code is to be shown now or never. Raises `NietGevonden`, `NietToegestaan`.

    An earlier one of the same name and role that still waits ends: so a lost code is made anew.
    """
    zaak, eigen = zoek_zaak(wie, zaak_id, Recht.MEEKIJKERS)
    if aanbod.rol not in rollen_voor(zaak, eigen.rol, wie.vandaag):
        raise NietToegestaan("Voor deze rol kunt u niemand uitnodigen.")
    # A mandate that is itself for one case cannot hand on more than that case.
    return maak(wie, zaak, aanbod if eigen.zaak_id is None else replace(aanbod, alleen_deze=True))


def maak(wie: Persoon, zaak: Zaak, aanbod: Aanbod, **van_gemeente: Any) -> tuple[Uitnodiging, str]:
    """Keep an invitation, for who was found to be allowed to make it; `van_gemeente`: what paper it rests on."""
    code = "".join(secrets.choice(LETTERS) for _ in range(LENGTE))
    nu = timezone.now()
    with transaction.atomic():
        for rij in wachtend(zaak):
            if rij.rol == aanbod.rol and rij.naam.casefold() == aanbod.naam.casefold():
                _sluit(rij, INGETROKKEN)
        uit = Uitnodiging.objects.create(
            gemeente=zaak.gemeente, betrokkene=zaak.betrokkene, zaak=zaak if aanbod.alleen_deze else None,
            rol=aanbod.rol, naam=aanbod.naam, tot=aanbod.tot, zegel=zegel(code), gemaakt_op=nu,
            gemaakt_door=wie.gebruiker, verloopt_op=_eind_van_de_dag(nu + timedelta(days=DAGEN)), **van_gemeente,
        )  # fmt: skip
    meld(Gebeurtenis.UITGENODIGD, door=wie.gebruiker.pk, rol=uit.rol, uitnodiging=uit.pk)
    return uit, "-".join(code[plek : plek + GROEP] for plek in range(0, LENGTE, GROEP))


def _eind_van_de_dag(moment: datetime) -> datetime:
    """The last second of that day in the Netherlands: a code holds up to and with a day, not to an hour of it."""
    return timezone.localtime(moment).replace(hour=23, minute=59, second=59, microsecond=0)


def rollen_voor(zaak: Zaak, rol: str, vandaag: date) -> tuple[str, ...]:
    """For which roles somebody in this role can invite. Who has a curator or mentor does not choose another one."""
    kan = MAG_UITNODIGEN.get(rol, ())
    rechter = Mandaat.objects.filter(geldig_op(vandaag), betrokkene=zaak.betrokkene, soort__in=DOOR_DE_RECHTER)
    return tuple(r for r in kan if r != "vertegenwoordiger" or not rechter.exists())


def wachtend(zaak: Zaak) -> list[Uitnodiging]:
    """The invitations that somebody can still answer, as they are seen from this case, newest first."""
    rij = Uitnodiging.objects.filter(betrokkene_id=zaak.betrokkene_id, afloop="", verloopt_op__gt=timezone.now())
    return [u for u in rij.order_by("-pk") if u.zaak_id in (None, zaak.pk)]


def afgelopen(zaak: Zaak) -> list[Uitnodiging]:
    """What came of the others: refused, withdrawn, or never answered; the newest first."""
    rij = Uitnodiging.objects.filter(betrokkene_id=zaak.betrokkene_id, mandaat=None).exclude(
        afloop="", verloopt_op__gt=timezone.now()
    )
    return [u for u in rij.order_by("-pk") if u.zaak_id in (None, zaak.pk)]


def trek_in(wie: Persoon, zaak_id: Any, nr: int) -> None:
    """End an invitation that waits, of the resident's own side. Raises `NietGevonden`."""
    zaak, _eigen = zoek_zaak(wie, zaak_id, Recht.MEEKIJKERS)
    beeindig(wie, next((u for u in wachtend(zaak) if u.pk == nr and not van_de_gemeente(u)), None))


def beeindig(wie: Persoon, uit: Uitnodiging | None) -> None:
    """End this invitation, for who was found to be allowed to. Raises `NietGevonden` for none."""
    if uit is None:
        raise NietGevonden
    if _sluit(uit, INGETROKKEN):
        meld(Gebeurtenis.UITNODIGING_INGETROKKEN, door=wie.gebruiker.pk, uitnodiging=uit.pk)


def zoek(code: str, wie: Persoon) -> Uitnodiging:
    """The invitation that waits for this code. Raises `CodeOnbekend`, and `KanNiet` for who cannot take it."""
    rij = Uitnodiging.objects.select_related("gemeente", "betrokkene", "zaak", "gemaakt_door")
    uit = rij.filter(zegel=zegel(code), afloop="", verloopt_op__gt=timezone.now()).first()
    if uit is None or not _staat_nog(uit, wie.vandaag):
        meld(Gebeurtenis.UITNODIGING_GEWEIGERD, rekening=wie.gebruiker.pk)
        raise CodeOnbekend
    if reden := _bezwaar(uit, wie):
        raise KanNiet(reden)
    return uit


def neem_aan(code: str, wie: Persoon) -> Mandaat:
    """Say yes: the mandate holds from today. Raises `CodeOnbekend`, `KanNiet`."""
    with transaction.atomic():
        uit = zoek(code, wie)
        if not _sluit(uit, AANGENOMEN):
            raise CodeOnbekend
        mandaat = Mandaat.objects.create(
            gebruiker=wie.gebruiker, gemeente=uit.gemeente, rol=uit.rol, betrokkene=uit.betrokkene, zaak=uit.zaak,
            soort=uit.soort or SOORT[uit.rol], vanaf=max(wie.vandaag, uit.vanaf or wie.vandaag), tot=uit.tot,
            gegeven_door=uit.gemaakt_door, bewijs=uit.bewijs, bewijs_gezien_op=uit.bewijs_gezien_op,
        )  # fmt: skip
        Uitnodiging.objects.filter(pk=uit.pk).update(mandaat=mandaat)
    door = uit.gemaakt_door_id
    meld(Gebeurtenis.UITNODIGING_BEANTWOORD, rekening=wie.gebruiker.pk, uitnodiging=uit.pk, antwoord="ja")
    meld(Gebeurtenis.ROL_GEGEVEN, door=door, rekening=wie.gebruiker.pk, rol=uit.rol, mandaat=mandaat.pk)
    return mandaat


def weiger(code: str, wie: Persoon) -> None:
    """Say no: the code is used up. Raises `CodeOnbekend`, `KanNiet`."""
    uit = zoek(code, wie)
    if _sluit(uit, GEWEIGERD):
        meld(Gebeurtenis.UITNODIGING_BEANTWOORD, rekening=wie.gebruiker.pk, uitnodiging=uit.pk, antwoord="nee")


def zegel(code: str) -> str:
    """The digest that is kept of a code, however it was typed: capitals, spaces and hyphens do not count."""
    return blinde_index("uitnodiging:" + "".join(teken for teken in code.upper() if teken.isalnum()))


def ruim_op() -> int:
    """Remove the invitations that came to nothing and ended long ago; how many there were."""
    aantal, _ = Uitnodiging.objects.filter(mandaat=None, verloopt_op__lt=timezone.now() - BEWAARD).delete()
    return aantal


def uitnodigers(betrokkene: Betrokkene, vandaag: date) -> set[Any]:
    """Who speaks for this person today: herself, and who represents her."""
    rij = Mandaat.objects.filter(geldig_op(vandaag), betrokkene=betrokkene, rol__in=MAG_UITNODIGEN)
    return set(rij.filter(gebruiker__is_active=True).values_list("gebruiker_id", flat=True))


def van_de_gemeente(uit: Uitnodiging) -> bool:
    """Was it made by the municipality, on paper that it saw?"""
    return uit.bewijs_gezien_op is not None


def namens(uit: Uitnodiging) -> bool:
    """Did somebody else than the person herself make it?"""
    eigen = Mandaat.objects.filter(gebruiker=uit.gemaakt_door, betrokkene=uit.betrokkene, rol="inwoner")
    return not eigen.exists()


def _staat_nog(uit: Uitnodiging, vandaag: date) -> bool:
    """Could it still be made today: does who made it still speak for her, and is the last day not over?"""
    voorbij = uit.tot is not None and uit.tot < vandaag
    return not voorbij and (van_de_gemeente(uit) or uit.gemaakt_door_id in uitnodigers(uit.betrokkene, vandaag))


def _bezwaar(uit: Uitnodiging, wie: Persoon) -> str:
    """Why this person cannot take it: it is her own case, she has the role already, or this is a worker's account."""
    eigen = Mandaat.objects.filter(geldig_op(wie.vandaag), gebruiker=wie.gebruiker)
    if eigen.filter(betrokkene=uit.betrokkene, rol="inwoner").exists():
        return "eigen"
    if eigen.filter(gemeente=uit.gemeente, rol__in=_WERKERS).exists():
        return "werk"
    zelfde = eigen.filter(betrokkene=uit.betrokkene, rol=uit.rol)
    return "al" if any(m.zaak_id in (None, uit.zaak_id) for m in zelfde) else ""


def _sluit(uit: Uitnodiging, afloop: str) -> int:
    """End it once, whoever else is at it. 1 when it ended now, 0 when it had ended before."""
    open_ = Uitnodiging.objects.filter(pk=uit.pk, afloop="")
    return open_.update(afloop=afloop, afgelopen_op=timezone.now())
