"""Cases and facts: the same one way in and the same look as the pages."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema

from keukentafel.api import vormen
from keukentafel.api.antwoord import als_json, feit, regel
from keukentafel.api.problemen import Geweigerd
from keukentafel.api.sleutel import Sleutel, Vrager
from keukentafel.brieven.gemeente import berichten_voor
from keukentafel.dossier import inzage
from keukentafel.dossier.herhaling import AndereInhoud, Uitkomst, eenmaal, uitkomst
from keukentafel.dossier.herhaling import Sleutel as Sleutelgebruik
from keukentafel.dossier.models import Betrokkene, Mandaat
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.sleutels import Bereik
from keukentafel.dossier.toegang import NietToegestaan
from keukentafel.dossier.vastleggen import Vastgelegd, open_zaak, vastleggen
from keukentafel.dossier.versleuteld import blinde_index
from keukentafel.dossier.werklijst import Filter, bladzijde, lees_plek

DEUR = "api"
lezen, schrijven = Sleutel(Bereik.ZAKEN_LEZEN), Sleutel(Bereik.ZAKEN_SCHRIJVEN)
router = Router(tags=["zaken"])


@router.get("/zaken", auth=lezen, response=vormen.Lijst, summary="De zaken die u mag zien")
def lijst(request: HttpRequest, keuze: Query[vormen.Keuze]) -> HttpResponse:
    """Op volgorde van de eerstvolgende termijn. Een lijst noemt geen namen en telt niet als kijken in een zaak."""
    _alleen_bekende(request, vormen.Keuze)
    zeef = Filter(open=keuze.open, fase="" if keuze.fase is None else keuze.fase.value, team=keuze.team)
    na = None if keuze.na is None else lees_plek(keuze.na)
    if keuze.na is not None and na is None:
        raise Geweigerd(422, "na moet de waarde van verder zijn, zoals de vorige bladzijde die gaf")
    blad = bladzijde(_vrager(request).persoon, Recht.ZAAK_ZIEN, zeef, na=na, aantal=keuze.aantal)
    verder = None if blad.verder is None else str(blad.verder)
    return als_json({"zaken": [regel(z) for z in blad.zaken], "verder": verder})


@router.post("/zaken", auth=schrijven, response={201: vormen.Vastgelegd}, summary="Een zaak openen")
def open_nieuwe(request: HttpRequest, nieuw: vormen.NieuweZaak, sleutel: vormen.Herhaalsleutel) -> HttpResponse:
    """Kent de gemeente dit bsn al, dan hoort de zaak bij wie zij al kent; de andere gegevens veranderen dan niet."""
    vrager = _vrager(request)
    mandaat = _mandaat_om_te_openen(vrager, nieuw.team)
    gedaan = _eenmaal(
        request, sleutel,
        lambda: open_zaak(
            mandaat.gemeente, _betrokkene(mandaat, nieuw.betrokkene), nieuw.feiten,
            wie=vrager.persoon, deur=DEUR, team=mandaat.team, berichten=berichten_voor,
        ),
    )  # fmt: skip
    return als_json(_gedaan(gedaan), 201, Location=f"{request.path}/{gedaan.zaak.pk}")


@router.get("/zaken/{uuid:zaak_id}", auth=lezen, response=vormen.Zaak, summary="Een zaak heel")
def heel(request: HttpRequest, zaak_id: uuid.UUID) -> HttpResponse:
    """Feiten, klok, waarborgen en draden samen."""
    gezien = _kijk(request, zaak_id, "zaak")
    zaak = gezien.zaak
    return als_json({
        "id": str(zaak.pk), "nummer": zaak.nummer, "gemeente": zaak.gemeente.naam, "naam": zaak.betrokkene.naam,
        "versie": zaak.versie, "feiten": [feit(r) for r in gezien.rijen], "beoordeling": gezien.beoordeling.als_dict(),
    })  # fmt: skip


@router.get("/zaken/{uuid:zaak_id}/feiten", auth=lezen, response=vormen.Feiten, summary="De feiten van een zaak")
def feiten(request: HttpRequest, zaak_id: uuid.UUID) -> HttpResponse:
    """Zoals ze zijn vastgelegd, ook wat later is rechtgezet."""
    gezien = _kijk(request, zaak_id, "feiten")
    return als_json({"versie": gezien.zaak.versie, "feiten": [feit(r) for r in gezien.rijen]})


@router.post(
    "/zaken/{uuid:zaak_id}/feiten", auth=schrijven, response={201: vormen.Vastgelegd}, summary="Feiten vastleggen"
)
def leg_vast(
    request: HttpRequest, zaak_id: uuid.UUID, nieuw: vormen.NieuweFeiten, sleutel: vormen.Herhaalsleutel
) -> HttpResponse:
    """Alle feiten of geen. Legde iemand anders intussen iets vast, dan 409 met wat erbij kwam en wat u stuurde."""
    gedaan = _eenmaal(
        request, sleutel,
        lambda: vastleggen(
            zaak_id, nieuw.feiten, wie=_vrager(request).persoon, deur=DEUR,
            gezien=nieuw.gezien, berichten=berichten_voor,
        ),
    )  # fmt: skip
    return als_json(_gedaan(gedaan), 201)


@router.get("/zaken/{uuid:zaak_id}/klok", auth=lezen, response=vormen.Klok, summary="De klok van een zaak")
def klok(request: HttpRequest, zaak_id: uuid.UUID) -> HttpResponse:
    """Termijnen met hun einde en waarom, de dwangsom, en wat nu kan."""
    return _deel(request, zaak_id, "klok", "peildatum", "fase", "termijnen", "dwangsom", "stappen")


@router.get(
    "/zaken/{uuid:zaak_id}/waarborgen", auth=lezen, response=vormen.Waarborgen, summary="De waarborgen van een zaak"
)
def waarborgen(request: HttpRequest, zaak_id: uuid.UUID) -> HttpResponse:
    """Elke waarborg met oordeel, bron en uitleg."""
    return _deel(request, zaak_id, "waarborgen", "peildatum", "waarborgen")


def _vrager(request: HttpRequest) -> Vrager:
    vrager: Vrager = request.auth  # type: ignore[attr-defined]
    return vrager


def _kijk(request: HttpRequest, zaak_id: uuid.UUID, wat: str) -> inzage.Inzage:
    vrager = _vrager(request)
    return inzage.kijk(vrager.persoon, zaak_id, wat=wat, waarom=vrager.waarom)


def _deel(request: HttpRequest, zaak_id: uuid.UUID, wat: str, *delen: str) -> HttpResponse:
    gezien = _kijk(request, zaak_id, wat)
    geheel = gezien.beoordeling.als_dict()
    return als_json({"versie": gezien.zaak.versie} | {deel: geheel[deel] for deel in delen})


def _eenmaal(request: HttpRequest, sleutel: str | None, doe: Callable[[], Vastgelegd]) -> Uitkomst:
    """Record, once for a key. Raises `Geweigerd` for a key that belongs to another request."""
    if sleutel is None:
        return uitkomst(doe())
    vrager = _vrager(request)
    inhoud = hashlib.sha256(f"{request.method} {request.path}\n".encode() + request.body).hexdigest()
    try:
        return eenmaal(Sleutelgebruik(vrager.houder.zegel, sleutel, inhoud), vrager.persoon, doe)
    except AndereInhoud:
        raise Geweigerd(422, "Deze Idempotency-Key hoort bij een ander verzoek. Neem een nieuwe.") from None


def _gedaan(gedaan: Uitkomst) -> dict[str, Any]:
    zaak = gedaan.zaak
    return {
        "id": str(zaak.pk), "nummer": zaak.nummer, "versie": gedaan.versie, "fase": gedaan.fase,
        "feiten": [feit(r) for r in gedaan.feiten],
    }  # fmt: skip


def _mandaat_om_te_openen(vrager: Vrager, team: int | None) -> Mandaat:
    """The mandate under which a case is opened, which gives its team. Raises `NietToegestaan`, `Geweigerd`."""
    mandaten = {m.team_id: m for m in vrager.persoon.met(Recht.REGISTREREN)}
    if not mandaten:
        raise NietToegestaan("Met deze sleutel kunt u geen zaak openen.")
    if team is None and len(mandaten) == 1:
        return next(iter(mandaten.values()))
    if team not in mandaten:
        raise Geweigerd(422, f"team moet een van uw teams zijn: {', '.join(str(t) for t in sorted(mandaten, key=str))}")
    return mandaten[team]


def _betrokkene(mandaat: Mandaat, gegevens: vormen.Betrokkene) -> Betrokkene:
    """Who the case is about, as the request says it."""
    index = blinde_index(gegevens.bsn or "")
    velden = gegevens.model_dump(mode="json")
    leeg = {naam: "" for naam in ("bsn", "geboortedatum") if velden[naam] is None}
    return Betrokkene(gemeente_id=mandaat.gemeente_id, bsn_index=index, **velden | leeg)


def _alleen_bekende(request: HttpRequest, vorm: type[Schema]) -> None:
    """A question with a mistyped name would be answered as if it had not been asked. Raises `Geweigerd`."""
    vreemd = [naam for naam in request.GET if naam not in vorm.model_fields]
    if vreemd:
        bekend = ", ".join(vorm.model_fields)
        raise Geweigerd(422, f"{', '.join(vreemd)} is niet bekend; u kunt vragen naar: {bekend}")
