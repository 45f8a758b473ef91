"""Documents of a case."""

from __future__ import annotations

import uuid
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from ninja import File, Router
from ninja.files import UploadedFile

from keukentafel.api import vormen
from keukentafel.api.antwoord import als_json, document
from keukentafel.api.sleutel import Sleutel, Vrager
from keukentafel.dossier import documenten
from keukentafel.dossier.documentsoort import EXTENSIES
from keukentafel.dossier.sleutels import Bereik

lezen, schrijven = Sleutel(Bereik.DOCUMENTEN_LEZEN), Sleutel(Bereik.DOCUMENTEN_SCHRIJVEN)
router = Router(tags=["documenten"])
INHOUD = {mediatype: {"schema": {"type": "string", "format": "binary"}} for mediatype in EXTENSIES}


@router.get(
    "/zaken/{uuid:zaak_id}/documenten", auth=lezen, response=vormen.Documenten, summary="De documenten van een zaak"
)
def lijst(request: HttpRequest, zaak_id: uuid.UUID) -> HttpResponse:
    """Zonder de inhoud."""
    vrager = _vrager(request)
    rijen = documenten.lijst(vrager.persoon, zaak_id, waarom=vrager.waarom)
    return als_json({"documenten": [document(r) for r in rijen]})


@router.post(
    "/zaken/{uuid:zaak_id}/documenten", auth=schrijven, response={201: vormen.Document}, summary="Een document bewaren"
)
def bewaar(request: HttpRequest, zaak_id: uuid.UUID, bestand: File[UploadedFile]) -> HttpResponse:
    """Een pdf, foto (jpg, png), Word-bestand (docx) of platte tekst. De inhoud telt, niet de naam."""
    vrager = _vrager(request)
    rij = documenten.voeg_toe(
        vrager.persoon, zaak_id, bestand.name or "document", bestand.read(), waarom=vrager.waarom
    )  # fmt: skip
    return als_json(document(rij), 201, Location=f"{request.path}/{rij.pk}")


@router.get(
    "/zaken/{uuid:zaak_id}/documenten/{uuid:document_id}",
    auth=lezen,
    summary="De inhoud van een document",
    openapi_extra={"responses": {200: {"description": "De inhoud", "content": INHOUD}}},
)
def inhoud(request: HttpRequest, zaak_id: uuid.UUID, document_id: uuid.UUID) -> HttpResponse:
    """Is het document nog niet gekeurd, dan 409."""
    vrager = _vrager(request)
    rij, bytes_ = documenten.lees(vrager.persoon, zaak_id, document_id, waarom=vrager.waarom)
    koppen = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(rij.naam)}"}
    return HttpResponse(bytes_, content_type=rij.mediatype, headers=koppen)


def _vrager(request: HttpRequest) -> Vrager:
    vrager: Vrager = request.auth  # type: ignore[attr-defined]
    return vrager
