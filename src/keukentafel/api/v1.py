"""Version 1: all routes together, described in OpenAPI 3.1 with every error they can give."""

from __future__ import annotations

from typing import Any, Final

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from keukentafel.api import documenten, zaken
from keukentafel.api.problemen import MEDIATYPE, TITELS, ken_alle_fouten
from keukentafel.api.sleutel import PerMinuut
from keukentafel.api.vormen import Probleem

_UITLEG: Final = """\
Zaken, feiten, klok, waarborgen en documenten. Een sleutel hoort bij één persoon in één gemeente en kan nooit meer dan
die persoon. Een zaak die u niet mag zien, is er voor u niet. Elke blik in een zaak staat in het kijklog, dat de inwoner
leest. Elke fout komt als application/problem+json."""
_ALTIJD: Final = (401, 403, 429, 503)
_MET_ZAAK: Final = (404,)
_MET_INHOUD: Final = (400, 409, 413, 415, 422)


class Api(NinjaAPI):
    """The API with its errors in its description."""

    def get_openapi_schema(self, *args: Any, **kwargs: Any) -> OpenAPISchema:
        """Add to every operation the problems it can answer with."""
        schema = super().get_openapi_schema(*args, **kwargs)
        vormen = schema["components"]["schemas"]
        vormen["Probleem"] = Probleem.model_json_schema(ref_template="#/components/schemas/{model}")
        for pad, handelingen in schema["paths"].items():
            for methode, handeling in handelingen.items():
                handeling["responses"] |= {str(s): _antwoord(s) for s in _fouten(pad, methode, handeling)}
        return schema


def _fouten(pad: str, methode: str, handeling: dict[str, Any]) -> list[int]:
    vragen = any(p["in"] == "query" for p in handeling.get("parameters", ()))
    uit = [*_ALTIJD, *(_MET_ZAAK if "{" in pad else ())]
    uit += _MET_INHOUD if methode == "post" else (422,) if vragen else (409,) if "document_id" in pad else ()
    return sorted(uit)


def _antwoord(status: int) -> dict[str, Any]:
    return {
        "description": TITELS[status],
        "content": {MEDIATYPE: {"schema": {"$ref": "#/components/schemas/Probleem"}}},
    }


api = Api(
    title="Keukentafel", version="1", description=_UITLEG, urls_namespace="api", docs_url=None, throttle=PerMinuut()
)
ken_alle_fouten(api)
api.add_router("", zaken.router)
api.add_router("", documenten.router)
