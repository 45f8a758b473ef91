"""The private rooms: a supporter's notes, a carer's sheet, what someone is still writing.

Only the owner reaches them, under a mandate of today. No look is logged here: that a carer wrote something is the
carer's own as well. What a carer shares, item by item, is all that anybody else gets (`gedeeld`).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import QuerySet, UUIDField
from django.utils import timezone

from keukentafel.dossier.models import Concept, Feit, Mantelzorgblad, Notitie, Zaak
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import NietGevonden, Persoon, zaken_voor, zoek_zaak
from keukentafel.dossier.vaste_vraag import Plaats, Vraag

SOORTEN_BLAD = ("taak", "grens", "wens")


# --- notes of a supporter -------------------------------------------------------------------------------------------


def notities(wie: Persoon, zaak_id: Any) -> tuple[Zaak, list[Notitie]]:
    """The case and the own notes on it, newest first. Raises `NietGevonden`."""
    zaak, _ = zoek_zaak(wie, zaak_id, Recht.EIGEN_NOTITIES)
    return zaak, list(Notitie.objects.filter(eigenaar=wie.gebruiker, zaak=zaak).order_by("-gemaakt_op"))


def noteer(wie: Persoon, zaak_id: Any, tekst: str) -> Notitie:
    """Write a note. Raises `NietGevonden`."""
    zaak, _ = zoek_zaak(wie, zaak_id, Recht.EIGEN_NOTITIES)
    return Notitie.objects.create(eigenaar=wie.gebruiker, zaak=zaak, tekst=tekst, gemaakt_op=timezone.now())


def wis_notitie(wie: Persoon, zaak_id: Any, notitie_id: Any) -> None:
    """Throw an own note away. Raises `NietGevonden`."""
    zaak, _ = zoek_zaak(wie, zaak_id, Recht.EIGEN_NOTITIES)
    if not Notitie.objects.filter(pk=notitie_id, eigenaar=wie.gebruiker, zaak=zaak).delete()[0]:
        raise NietGevonden


# --- a carer's sheet ------------------------------------------------------------------------------------------------


def zaken_met_blad(wie: Persoon) -> list[Zaak]:
    """The cases on which this person keeps a sheet."""
    return list(zaken_voor(wie, Recht.EIGEN_BLAD).order_by("-begonnen_op", "nummer"))


def blad(wie: Persoon, zaak_id: Any) -> tuple[Zaak, list[Mantelzorgblad]]:
    """The own sheet on a case. Raises `NietGevonden`."""
    zaak, _ = zoek_zaak(wie, zaak_id, Recht.EIGEN_BLAD)
    return zaak, list(Mantelzorgblad.objects.filter(eigenaar=wie.gebruiker, zaak=zaak).order_by("gemaakt_op"))


def schrijf_op_blad(wie: Persoon, zaak_id: Any, soort: str, tekst: str, uren: Decimal | None) -> Mantelzorgblad:
    """Add an item, private. Raises `NietGevonden`."""
    zaak, _ = zoek_zaak(wie, zaak_id, Recht.EIGEN_BLAD)
    return Mantelzorgblad.objects.create(
        eigenaar=wie.gebruiker, zaak=zaak, soort=soort, tekst=tekst, uren=uren, gemaakt_op=timezone.now()
    )


def deel_item(wie: Persoon, zaak_id: Any, item_id: Any, *, delen: bool) -> None:
    """Share one item of the own sheet, or take it back. Raises `NietGevonden`."""
    _eigen_item(wie, zaak_id, item_id).update(gedeeld_op=timezone.now() if delen else None)


def wis_item(wie: Persoon, zaak_id: Any, item_id: Any) -> None:
    """Throw one item of the own sheet away. Raises `NietGevonden`."""
    _eigen_item(wie, zaak_id, item_id).delete()


def steunvragen(wie: Persoon, zaak: Zaak) -> list[Feit]:
    """What this carer asked the municipality for herself, newest first."""
    return list(zaak.feiten.filter(door=wie.gebruiker, soort="mantelzorger_vroeg_steun").order_by("-nr"))


def _eigen_item(wie: Persoon, zaak_id: Any, item_id: Any) -> QuerySet[Mantelzorgblad]:
    zaak, _ = zoek_zaak(wie, zaak_id, Recht.EIGEN_BLAD)
    rij = Mantelzorgblad.objects.filter(pk=item_id, eigenaar=wie.gebruiker, zaak=zaak)
    if not rij.exists():
        raise NietGevonden
    return rij


def gedeeld(zaak: Zaak) -> list[Mantelzorgblad]:
    """What carers shared of their sheets on this case; for who has opened the case."""
    return _GEDEELD(zaak=zaak.pk)


_GEDEELD = Vraag(
    lambda: (
        Mantelzorgblad.objects.filter(zaak_id=Plaats("zaak", UUIDField()), gedeeld_op__isnull=False)
        .select_related("eigenaar")
        .order_by("gemaakt_op")
    )
)


# --- what is still being written ------------------------------------------------------------------------------------


def concept(wie: Persoon, soort: str, zaak: Zaak | None = None) -> Concept | None:
    """What this person was writing, if anything."""
    return Concept.objects.filter(eigenaar=wie.gebruiker, soort=soort, zaak=zaak).first()


def geschreven(rij: Concept | None) -> dict[str, Any]:
    """What a draft holds; nothing for none."""
    inhoud: Any = rij.inhoud if rij is not None else {}
    return dict(inhoud)


def bewaar_concept(wie: Persoon, soort: str, inhoud: dict[str, Any], zaak: Zaak | None = None) -> Concept:
    """Keep what was typed; the last word counts."""
    with transaction.atomic():
        rij = concept(wie, soort, zaak) or Concept(eigenaar=wie.gebruiker, soort=soort, zaak=zaak, versie=0)
        rij.inhoud = inhoud  # type: ignore[assignment]
        rij.versie, rij.bewaard_op = rij.versie + 1, timezone.now()
        rij.save()
        return rij


def wis_concept(wie: Persoon, soort: str, zaak: Zaak | None = None) -> None:
    """Throw away what was being written (it was handed in, or given up)."""
    Concept.objects.filter(eigenaar=wie.gebruiker, soort=soort, zaak=zaak).delete()
