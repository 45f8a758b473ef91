"""The shapes of what goes in and comes out. What a fact may hold is for `procedure` to say; here it only has a form."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from ninja import Header, Schema
from pydantic import AfterValidator, ConfigDict, Field, WithJsonSchema

from keukentafel.procedure.fase import Fase
from keukentafel.procedure.register import FEITSOORTEN

DATUM = r"^(\d{4}-\d{2}-\d{2}|onbekend)$"
HOOGSTENS_FEITEN = 50
NIET_GEVRAAGD: Any = None
"""What was not asked for; it cannot be sent."""
Regel = Annotated[str, Field(max_length=200)]


def _elfproef(bsn: str) -> str:
    """Refuse a number that cannot be a BSN. Raises ValueError."""
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    if bsn and sum(g * int(c) for g, c in zip(gewichten, bsn, strict=True)) % 11:
        raise ValueError("is geen geldig burgerservicenummer")
    return bsn


_SOORT = {"type": "string", "enum": sorted(FEITSOORTEN)}
_DATUM = {"type": "string", "pattern": DATUM, "description": "jjjj-mm-dd, of onbekend"}
Feit = Annotated[
    dict[str, Any],
    WithJsonSchema({
        "type": "object", "title": "Feit", "required": ["soort", "datum"], "additionalProperties": True,
        "properties": {"soort": _SOORT, "datum": _DATUM},
        "description": "Een feit: soort, datum, en de velden van die soort (docs/procedure.md).",
    }),
]  # fmt: skip
"""A fact as in a case file; the reader of case files checks it, and says everything that is wrong at once."""


Herhaalsleutel = Annotated[
    str | None,
    Header(
        NIET_GEVRAAGD, alias="Idempotency-Key", min_length=1, max_length=200, pattern=r"^[!-~]+$",
        description="Een kenmerk dat u voor dit ene verzoek verzint. Stuurt u het nog eens, dan telt het één keer.",
    ),
]  # fmt: skip
"""The key by which a request that is sent twice counts once."""


class Bewaardfeit(Schema):
    """Een feit zoals het is vastgelegd, met zijn nummer in de zaak en de velden van zijn soort."""

    model_config = ConfigDict(extra="allow")

    soort: str
    datum: str
    nr: int
    rol: str
    vastgelegd_op: str


class Betrokkene(Schema):
    """Om wie het gaat."""

    model_config = ConfigDict(extra="forbid")

    naam: Annotated[str, Field(min_length=1, max_length=200)]
    bsn: Annotated[str, Field(pattern=r"^[0-9]{9}$"), AfterValidator(_elfproef)] | None = None
    geboortedatum: date | None = None
    adres: Regel = ""
    postcode_plaats: Regel = ""
    telefoon: Annotated[str, Field(max_length=30)] = ""
    email: Regel = ""
    taal: Literal["nl", "en"] = "nl"
    personen: Literal[1, 2] | None = None
    aow_gerechtigd: bool | None = None


class NieuweZaak(Schema):
    """Een zaak die begint: om wie het gaat, bij welk team, en de eerste feiten."""

    model_config = ConfigDict(extra="forbid")

    betrokkene: Betrokkene
    team: Annotated[int, Field(ge=1, le=2**31 - 1)] | None = None
    feiten: Annotated[list[Feit], Field(min_length=1, max_length=HOOGSTENS_FEITEN)]


class NieuweFeiten(Schema):
    """Feiten die erbij komen: alle of geen. `gezien` is de versie van de zaak die u voor u had."""

    model_config = ConfigDict(extra="forbid")

    gezien: Annotated[int, Field(ge=0, le=2**31 - 1)]
    feiten: Annotated[list[Feit], Field(min_length=1, max_length=HOOGSTENS_FEITEN)]


class Keuze(Schema):
    """Wat u van de lijst wilt zien."""

    model_config = ConfigDict(extra="forbid")

    open: bool = Field(NIET_GEVRAAGD)
    fase: Fase = Field(NIET_GEVRAAGD)
    team: int = Field(NIET_GEVRAAGD, ge=1, le=2**31 - 1)
    aantal: int = Field(20, ge=1, le=100)
    na: str = Field(NIET_GEVRAAGD, max_length=60, description="`verder` van de vorige bladzijde")


class Zaakregel(Schema):
    """Een zaak in de lijst."""

    id: str
    nummer: str
    versie: int
    fase: str
    open: bool
    spoed: bool
    begonnen_op: str | None
    eerstvolgend: str | None
    uiterlijk: str | None
    geschonden: int
    team: int | None


class Lijst(Schema):
    """Een bladzijde van de lijst. `verder` vraagt de volgende op; leeg op de laatste."""

    zaken: list[Zaakregel]
    verder: str | None


class Vastgelegd(Schema):
    """Wat er is vastgelegd, en hoe de zaak nu staat."""

    id: str
    nummer: str
    versie: int
    fase: str
    feiten: list[Bewaardfeit]


class Feiten(Schema):
    """De feiten van een zaak, op volgorde van vastleggen."""

    versie: int
    feiten: list[Bewaardfeit]


class Klok(Schema):
    """Fase, termijnen, dwangsom en wat nu kan."""

    versie: int
    peildatum: str
    fase: str
    termijnen: list[dict[str, Any]]
    dwangsom: dict[str, Any] | None
    stappen: list[dict[str, Any]]


class Waarborgen(Schema):
    """De waarborgen met hun oordeel."""

    versie: int
    peildatum: str
    waarborgen: list[dict[str, Any]]


class Zaak(Schema):
    """Een zaak heel: feiten, klok, waarborgen en de draad van elke behoefte."""

    id: str
    nummer: str
    gemeente: str
    naam: str
    versie: int
    feiten: list[Bewaardfeit]
    beoordeling: dict[str, Any]


class Document(Schema):
    """Een document van een zaak. Is het nog niet gekeurd, dan is de inhoud er nog niet."""

    id: str
    naam: str
    mediatype: str
    grootte: int
    sha256: str
    rol: str
    toegevoegd_op: str
    gekeurd: bool


class Documenten(Schema):
    """De documenten van een zaak, oudste eerst."""

    documenten: list[Document]


class Probleem(Schema):
    """Wat er mis is (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    fouten: list[dict[str, Any]] | None = None
    erbij: list[dict[str, Any]] | None = None
    eigen: dict[str, Any] | None = None
    wacht: int | None = None
