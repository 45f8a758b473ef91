"""Tokens for programs: of one municipality, as one person, for some things, until a day.

A token is shown once, when it is made; kept is only its digest. What a program may do is never more than what the
mandates of its person allow on the day itself.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db import models
from django.db.models import Q
from django.utils import timezone

from keukentafel.dossier.gebeurtenissen import Gebeurtenis, meld
from keukentafel.dossier.mensen import Gebruiker, Gemeente
from keukentafel.dossier.woorden import Woord

VOORVOEGSEL = "kt_"
LANGST = 366
"""Days that a token may hold at most."""
GEBRUIK_PER = timedelta(hours=1)
_GEMERKT: dict[str, datetime] = {}
"""By digest, when this process last saw a token. Only tokens that hold come here, so it stays small."""


class Bereik(StrEnum):
    """What a token is for."""

    ZAKEN_LEZEN = "zaken:lezen"
    ZAKEN_SCHRIJVEN = "zaken:schrijven"
    DOCUMENTEN_LEZEN = "documenten:lezen"
    DOCUMENTEN_SCHRIJVEN = "documenten:schrijven"


BEREIKWOORDEN = {
    Bereik.ZAKEN_LEZEN: Woord("Zaken lezen", "Read cases"),
    Bereik.ZAKEN_SCHRIJVEN: Woord("Zaken openen en feiten vastleggen", "Open cases and record facts"),
    Bereik.DOCUMENTEN_LEZEN: Woord("Documenten lezen", "Read documents"),
    Bereik.DOCUMENTEN_SCHRIJVEN: Woord("Documenten toevoegen", "Add documents"),
}


class Toegangssleutel(models.Model):
    """A token as it is kept: never the token itself."""

    id = models.BigAutoField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="sleutels")
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="sleutels")
    naam = models.CharField(max_length=80)
    zegel = models.CharField(max_length=64, unique=True, null=True)
    """The digest; none as long as the token was not fetched."""
    bereik = models.JSONField(default=list)
    gemaakt_op = models.DateTimeField()
    verloopt_op = models.DateTimeField()
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    gemaakt_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ingetrokken_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    gebruikt_op = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.naam

    @property
    def laatste_dag(self) -> date:
        """The last day on which it holds, in the Netherlands: people read a day, not the midnight after it."""
        return timezone.localtime(self.verloopt_op - timedelta(seconds=1)).date()


@dataclass(frozen=True, slots=True)
class Uitgegeven:
    """A new token: `geheim` is what the program sends, to be read now or never."""

    sleutel: Toegangssleutel
    geheim: str


def geef_uit(
    gemeente: Gemeente,
    gebruiker: Gebruiker,
    naam: str,
    bereik: Iterable[Bereik],
    verloopt_op: datetime,
    door: Gebruiker | None = None,
) -> Uitgegeven:
    """Make a token; `door` is None on the command line. Raises ValueError for a scope that does not exist."""
    geheim = VOORVOEGSEL + secrets.token_urlsafe(32)
    rij = Toegangssleutel.objects.create(
        gemeente=gemeente, gebruiker=gebruiker, naam=naam, zegel=zegel(geheim),
        bereik=sorted({Bereik(b).value for b in bereik}), gemaakt_op=timezone.now(), verloopt_op=verloopt_op,
        gemaakt_door=door,
    )  # fmt: skip
    meld(Gebeurtenis.SLEUTEL_GEMAAKT, sleutel=rij.pk, als=gebruiker.pk, door=door.pk if door else "opdracht")
    return Uitgegeven(rij, geheim)


def zet_klaar(
    gemeente: Gemeente,
    gebruiker: Gebruiker,
    naam: str,
    bereik: Iterable[Bereik],
    verloopt_op: datetime,
    door: Gebruiker,
) -> Toegangssleutel:
    """Grant a token that its person fetches: who grants it must not hold what opens a case."""
    rij = Toegangssleutel.objects.create(
        gemeente=gemeente, gebruiker=gebruiker, naam=naam, zegel=None, bereik=sorted({Bereik(b).value for b in bereik}),
        gemaakt_op=timezone.now(), verloopt_op=verloopt_op, gemaakt_door=door,
    )  # fmt: skip
    meld(Gebeurtenis.SLEUTEL_GEMAAKT, sleutel=rij.pk, als=gebruiker.pk, door=door.pk)
    return rij


def haal_op(sleutel: Toegangssleutel) -> str:
    """The token itself, the first time; empty when it was fetched before, or has ended."""
    geheim = VOORVOEGSEL + secrets.token_urlsafe(32)
    klaar = Toegangssleutel.objects.filter(pk=sleutel.pk, zegel=None, ingetrokken_op=None)
    if not klaar.update(zegel=zegel(geheim)):
        return ""
    meld(Gebeurtenis.SLEUTEL_OPGEHAALD, sleutel=sleutel.pk, door=sleutel.gebruiker_id)
    return geheim


def zoek(geheim: str) -> Toegangssleutel | None:
    """The token that a program sent, if it holds now."""
    nu = timezone.now()
    geldig = Toegangssleutel.objects.filter(ingetrokken_op=None, verloopt_op__gt=nu, gebruiker__is_active=True)
    return geldig.select_related("gebruiker").filter(zegel=zegel(geheim)).first()


def trek_in(sleutel: Toegangssleutel, door: Gebruiker | None = None) -> int:
    """End a token now; it stays readable in the list of tokens. 1 when it ended, 0 when it had ended before."""
    open_ = Toegangssleutel.objects.filter(pk=sleutel.pk, ingetrokken_op=None)
    aantal = open_.update(ingetrokken_op=timezone.now(), ingetrokken_door=door)
    if aantal:
        meld(Gebeurtenis.SLEUTEL_BEEINDIGD, sleutel=sleutel.pk, door=door.pk if door else "opdracht")
    return aantal


def merk_gebruik(zegel: str) -> None:
    """Keep that a token was used, once an hour at most: a program that asks all day costs no write each time."""
    nu = timezone.now()
    if nu - _GEMERKT.get(zegel, nu - GEBRUIK_PER) < GEBRUIK_PER:
        return
    _GEMERKT[zegel] = nu
    lang_geleden = Q(gebruikt_op=None) | Q(gebruikt_op__lt=nu - GEBRUIK_PER)
    if Toegangssleutel.objects.filter(lang_geleden, zegel=zegel).update(gebruikt_op=nu):
        nummer = Toegangssleutel.objects.values_list("pk", flat=True).get(zegel=zegel)
        meld(Gebeurtenis.SLEUTEL_GEBRUIKT, sleutel=nummer)


def zegel(geheim: str) -> str:
    """The digest that is kept. Thirty-two random bytes cannot be guessed, so one round of SHA-256 is enough."""
    return hashlib.sha256(b"keukentafel-toegangssleutel:" + geheim.encode("utf-8", "replace")).hexdigest()
