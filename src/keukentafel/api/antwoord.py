"""What goes out, as plain data. Written straight to JSON: it was checked when it was recorded."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from pydantic_core import to_json

from keukentafel.dossier.models import Document, Feit, Zaak
from keukentafel.dossier.vertaling import rij_als_dict


def als_json(inhoud: Any, status: int = 200, **koppen: str) -> HttpResponse:
    """An answer in JSON."""
    return HttpResponse(to_json(inhoud), status=status, content_type="application/json", headers=koppen)


def regel(zaak: Zaak) -> dict[str, Any]:
    """A case in a list."""
    return {
        "id": str(zaak.pk),
        "nummer": zaak.nummer,
        "versie": zaak.versie,
        "fase": zaak.fase,
        "open": zaak.open,
        "spoed": zaak.spoed,
        "begonnen_op": _dag(zaak.begonnen_op),
        "eerstvolgend": zaak.eerstvolgend or None,
        "uiterlijk": _dag(zaak.uiterlijk),
        "geschonden": zaak.geschonden,
        "team": zaak.team_id,
    }


def feit(rij: Feit) -> dict[str, Any]:
    """A fact as it was recorded."""
    vast = {"nr": rij.nr, "rol": rij.rol, "vastgelegd_op": rij.vastgelegd_op.isoformat()}
    return rij_als_dict(rij) | vast


def document(rij: Document) -> dict[str, Any]:
    """A document, without its content."""
    return {
        "id": str(rij.pk),
        "naam": rij.naam,
        "mediatype": rij.mediatype,
        "grootte": rij.grootte,
        "sha256": rij.sha256,
        "rol": rij.rol,
        "toegevoegd_op": rij.toegevoegd_op.isoformat(),
        "gekeurd": rij.gekeurd,
    }


def _dag(dag: date | None) -> str | None:
    return None if dag is None else dag.isoformat()
