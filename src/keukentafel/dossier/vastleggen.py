"""The one way in. Whatever door a change comes through, it is these steps in one transaction.

May this person (access), may this happen now (procedure), append with the next number, refresh what lists need, put
letters and messages in the outbox. Nothing else writes facts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.db.models import BigAutoField
from django.utils import timezone

from keukentafel.dossier import afgeleid, keten, normen
from keukentafel.dossier.models import Betrokkene, Feit, Gemeente, Mandaat, Team, Uitgaand, Zaak
from keukentafel.dossier.rechtzetting import toegestaan
from keukentafel.dossier.toegang import OP_ID, NietToegestaan, Persoon, haal, mandaat_voor_feit
from keukentafel.dossier.vaste_vraag import Plaats, Vraag, voeg_in, werk_bij
from keukentafel.dossier.vertaling import keur
from keukentafel.dossier.voorstellen import ruim_op
from keukentafel.procedure import Beoordeling
from keukentafel.procedure.register import CORRECTIE

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_LAATSTE = (
    "SELECT (SELECT nummer FROM dossier_zaak WHERE gemeente_id = %s AND nummer LIKE %s ORDER BY nummer DESC LIMIT 1), "
    f"({normen.LAATSTE})"
)
"""The last case number of a municipality in a year, and the number of its last norm."""
_GEMEENTE_OP_SLOT = Vraag(lambda: Gemeente.objects.select_for_update().filter(pk=Plaats("id", BigAutoField())))
_OP_SLOT = Vraag(
    lambda: (
        Zaak.objects.select_for_update(of=("self",)).select_related("gemeente", "betrokkene", "team").filter(pk=OP_ID)
    )
)


class Conflict(Exception):
    """Someone else recorded something first. `erbij`: the facts that were added since the version that was seen."""

    def __init__(self, erbij: list[Feit], eigen: Mapping[str, Any]) -> None:
        self.erbij = erbij
        self.eigen = eigen
        super().__init__("Iemand anders heeft intussen iets vastgelegd. Bekijk wat erbij kwam en probeer het opnieuw.")


@dataclass(frozen=True, slots=True)
class Bericht:
    """A letter or message that goes out with a fact. `kanaal`: email, print or portaal."""

    soort: str
    kanaal: str
    onderwerp: str
    inhoud: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Vastgelegd:
    """What came of it: the case, its new facts, and the judgement that holds now."""

    zaak: Zaak
    feiten: tuple[Feit, ...]
    beoordeling: Beoordeling


Berichten = Callable[[Zaak, Feit, Beoordeling], Sequence[Bericht]]
"""Gives the letters that go out with a new fact; put in by the room that knows letters."""


def vastleggen(
    zaak_id: Any,
    nieuw: Mapping[str, Any] | Sequence[Mapping[str, Any]],
    *,
    wie: Persoon,
    deur: str,
    gezien: int | None = None,
    berichten: Berichten | None = None,
) -> Vastgelegd:
    """Record one or more facts (as in a case file) in a case, all or none.

    `gezien`: the version of the case that the person had before them; later facts make it a `Conflict`.
    Raises `NietGevonden`, `NietToegestaan`, `CasusFout` (every error), `Conflict`.
    """
    with transaction.atomic():
        zaak = _slot(zaak_id)
        return _schrijf(zaak, zaak.rijen(), nieuw, wie, deur, gezien, berichten)


def _schrijf(
    zaak: Zaak,
    rijen: list[Feit],
    nieuw: Mapping[str, Any] | Sequence[Mapping[str, Any]],
    wie: Persoon,
    deur: str,
    gezien: int | None,
    berichten: Berichten | None,
) -> Vastgelegd:
    """The steps themselves, on a case that is locked, with the facts that it has."""
    reeks = [nieuw] if isinstance(nieuw, Mapping) else list(nieuw)
    mandaten = [mandaat_voor_feit(wie, zaak, str(n.get("soort"))) for n in reeks]
    if gezien is not None and gezien != zaak.versie:
        raise Conflict([r for r in rijen if r.nr > gezien], reeks[0])
    nu = timezone.now()
    erbij = [_voeg_toe(zaak, rijen, n, m, wie, deur, nu) for n, m in zip(reeks, mandaten, strict=True)]
    beoordeling = afgeleid.vul(zaak, rijen, wie.vandaag)
    if zaak._state.adding:  # a fact may come before its case: the transaction's end looks whether it is there
        voeg_in(zaak)
    else:
        werk_bij(zaak, ("versie", "ketting", *afgeleid.KOLOMMEN))
    ruim_op(zaak, {feit.soort for feit in erbij})
    if berichten is not None:
        for feit in erbij:
            _zet_klaar(zaak, feit, berichten(zaak, feit, beoordeling), nu)
    return Vastgelegd(zaak, tuple(erbij), beoordeling)


def open_zaak(
    gemeente: Gemeente,
    betrokkene: Betrokkene,
    nieuw: Mapping[str, Any] | Sequence[Mapping[str, Any]],
    *,
    wie: Persoon,
    deur: str,
    team: Team | None = None,
    berichten: Berichten | None = None,
) -> Vastgelegd:
    """Start a case with its first fact(s), a melding as a rule. Raises as `vastleggen`.

    A betrokkene who is new is kept with the case, unless the municipality knows this BSN: then it is who is known.
    """
    with transaction.atomic():
        nummer, norm = _nummer(gemeente, wie.vandaag.year)
        zaak = Zaak(gemeente=gemeente, betrokkene=_bekend(betrokkene), team=team, nummer=nummer)
        zaak.laatste_norm = norm
        return _schrijf(zaak, [], nieuw, wie, deur, None, berichten)


def _slot(zaak_id: Any) -> Zaak:
    """The case, locked until the transaction ends (SQLite locks the whole file at its start)."""
    return haal(_OP_SLOT, zaak_id)


def _voeg_toe(
    zaak: Zaak, rijen: list[Feit], nieuw: Mapping[str, Any], mandaat: Mandaat, wie: Persoon, deur: str, nu: datetime
) -> Feit:
    _niet_op_eigen_besluit(rijen, nieuw, wie)
    if nieuw.get("soort") == CORRECTIE.soort:
        toegestaan(wie, zaak, rijen, nieuw)
    datum, velden = keur(zaak, rijen, nieuw, wie.vandaag)
    feit = Feit(
        zaak=zaak, nr=zaak.versie + 1, soort=str(nieuw["soort"]), datum=datum, velden=velden, door=wie.gebruiker,
        rol=mandaat.rol, deur=deur, vastgelegd_op=nu, vorige=zaak.ketting or keten.BEGIN,
    )  # fmt: skip
    feit.hash = keten.zegel(feit, feit.vorige)
    voeg_in(feit)
    zaak.versie, zaak.ketting = feit.nr, feit.hash
    rijen.append(feit)
    return feit


def _niet_op_eigen_besluit(rijen: Sequence[Feit], nieuw: Mapping[str, Any], wie: Persoon) -> None:
    """Who took the decision does not decide on the objection to it (Awb 10:3 lid 3)."""
    if nieuw.get("soort") != "beslissing_op_bezwaar_bekendgemaakt":
        return
    besluiten = [r for r in rijen if r.soort == "besluit_bekendgemaakt"]
    if besluiten and besluiten[-1].door_id == wie.gebruiker.pk:
        raise NietToegestaan(
            "U nam zelf het besluit. Iemand anders moet beslissen op het bezwaar (Awb art. 10:3 lid 3)."
        )


def _zet_klaar(zaak: Zaak, feit: Feit, berichten: Sequence[Bericht], nu: datetime) -> None:
    """Put what goes out with a fact in the outbox, once: the key is the fact's own."""
    for bericht in berichten:
        Uitgaand.objects.create(
            zaak=zaak, feit_nr=feit.nr, soort=bericht.soort, kanaal=bericht.kanaal,
            sleutel=f"{zaak.pk}/{feit.nr}/{bericht.soort}/{bericht.kanaal}", onderwerp=bericht.onderwerp,
            inhoud=dict(bericht.inhoud), gemaakt_op=nu, volgende_poging=nu,
        )  # fmt: skip


def _bekend(betrokkene: Betrokkene) -> Betrokkene:
    """Who the case is about, kept: under the lock of the municipality, so that nobody is kept twice."""
    if not betrokkene._state.adding:
        return betrokkene
    if betrokkene.bsn_index:
        zelfde = Betrokkene.objects.filter(gemeente_id=betrokkene.gemeente_id, bsn_index=betrokkene.bsn_index)
        if (er := zelfde.order_by("pk").first()) is not None:
            return er
    voeg_in(betrokkene)
    return betrokkene


def _nummer(gemeente: Gemeente, jaar: int) -> tuple[str, int]:
    """The next case number of a municipality in a year, under its lock; and the number of its last norm."""
    _GEMEENTE_OP_SLOT(id=gemeente.pk)
    voorvoegsel = f"Z-{jaar}-"
    with connection.cursor() as c:
        c.execute(_LAATSTE, (gemeente.pk, voorvoegsel + "%", gemeente.pk, normen.SOORT))
        laatste, norm = c.fetchone()
    return f"{voorvoegsel}{(int(laatste.removeprefix(voorvoegsel)) if laatste else 0) + 1:07d}", norm


def vandaag() -> Any:
    """Today in the Netherlands: the day that the law means."""
    return timezone.now().astimezone(AMSTERDAM).date()
