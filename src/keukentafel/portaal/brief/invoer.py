"""What came in with the form: the case, and the letter as its writer has it now. Nothing of it is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from keukentafel import brieven
from keukentafel.brieven.taal import schrijf_datum
from keukentafel.portaal.brief.velden import AFZENDER, ALLE, GEMEENTE
from keukentafel.portaal.check.gaten import niet_aangekruist
from keukentafel.portaal.check.lezing import uit_dossier
from keukentafel.portaal.watnu.beeld import Beeld
from keukentafel.portaal.watnu.billijk import INGEBREKESTELLING, eerst_weten
from keukentafel.portaal.watnu.dossier import Dossier, lees_dossier
from keukentafel.portaal.watnu.lezen import DossierFout
from keukentafel.portaal.watnu.model import Stap
from keukentafel.procedure import Casus

Fout = tuple[str, str]
"""Id of the field (may be empty) and what is wrong, with what would be right."""

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_POSTCODE = re.compile(r"\s*([1-9]\d{3})\s*([A-Za-z]{2})\s*")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Herkomst:
    """The kept case that a letter was made from, to go back to; its door is guarded there, not here."""

    id: UUID
    nummer: str


@dataclass(frozen=True, slots=True)
class Zaak:
    """The case behind a letter, judged on this day; all empty for an open letter."""

    dossier: str = ""
    casus: Casus | None = None
    beoordeling: dict[str, Any] | None = None
    eerst: Mapping[str, Stap] = field(default_factory=dict)
    """By letter the question without whose answer nobody knows whether it may be sent."""
    niet_onderzocht: tuple[str, ...] = ()
    """The subjects of the law that the check of the report did not find."""
    uit: Herkomst | None = None


def lees_zaak(post: Mapping[str, str], vandaag: date) -> tuple[Zaak, list[Fout]]:
    """The case in the hidden field `dossier`; without facts it is an open letter."""
    zaak, fouten = _lees_dossier(post, vandaag)
    return replace(zaak, uit=_herkomst(post)), fouten


def _herkomst(post: Mapping[str, str]) -> Herkomst | None:
    """The case to go back to; None when the visitor comes from no kept case."""
    try:
        return Herkomst(UUID(post.get("uit_zaak", "")), post.get("uit_nummer", "")[:40])
    except ValueError:
        return None


def _lees_dossier(post: Mapping[str, str], vandaag: date) -> tuple[Zaak, list[Fout]]:
    tekst = post.get("dossier", "")
    if not tekst:
        return Zaak(), []
    try:
        dossier: Dossier = lees_dossier(tekst, vandaag)
    except DossierFout as fout:
        return Zaak(), [("", reden) for reden in fout.fouten]
    if not dossier.feiten:
        return Zaak(dossier=tekst), []
    beeld = Beeld(dossier, vandaag)
    eerst = {naam: stap for naam, termijn in INGEBREKESTELLING.items() if (stap := eerst_weten(termijn, beeld))}
    return Zaak(tekst, beeld.casus, dict(beeld.oordeel), eerst, _niet_onderzocht(dossier)), []


def _niet_onderzocht(dossier: Dossier) -> tuple[str, ...]:
    return tuple(punt.naam for punt in niet_aangekruist("onderzocht", uit_dossier("verslag", dossier)))


@dataclass(slots=True)
class Formulier:
    """The fields as they were sent, tidied, with what is wrong about them."""

    waarden: dict[str, str] = field(default_factory=dict)
    fouten: list[Fout] = field(default_factory=list)

    @property
    def geschreven(self) -> bool:
        """Did the writer send a text, or only ask for the letter?"""
        return "tekst" in self.waarden

    def afzender(self) -> dict[str, str]:
        return {veld.naam: self.waarden.get(veld.naam, "") for veld in (*AFZENDER, *GEMEENTE)}

    def toegepast(self, basis: brieven.Concept) -> brieven.Concept:
        """The letter with the writer's own subject, text and enclosures."""
        if not self.geschreven:
            return basis
        return replace(
            basis,
            onderwerp=self.waarden.get("onderwerp") or basis.onderwerp,
            alineas=_alineas(self.waarden["tekst"]),
            bijlagen=_bijlagen(self.waarden.get("bijlagen", "")),
        )


def lees_formulier(post: QueryDict) -> Formulier:
    """Every field of the post, bounded; all mistakes at once."""
    formulier = Formulier()
    for veld in ALLE:
        if veld.naam not in post:
            continue
        waarde = str(post[veld.naam]).replace("\r\n", "\n").replace("\x00", "")
        waarde = waarde.strip("\n").rstrip() if veld.regels else " ".join(waarde.split())
        if len(waarde) > veld.groot:
            fout = _("%(veld)s is te lang: er passen %(groot)d tekens in, dit zijn er %(aantal)d.") % {
                "veld": veld.label,
                "groot": veld.groot,
                "aantal": len(waarde),
            }
            formulier.fouten.append((veld.naam, fout))
        elif veld.soort == "email" and waarde and not _MAIL.fullmatch(waarde):
            fout = _("Dit e-mailadres klopt niet: %(waarde)s. Het hoort eruit te zien als naam@voorbeeld.nl.")
            formulier.fouten.append((veld.naam, fout % {"waarde": waarde}))
        formulier.waarden[veld.naam] = _netjes(veld.naam, waarde)
    return formulier


def beginwaarden(concept: brieven.Concept, zaak: Zaak) -> dict[str, str]:
    """What the form shows when the letter was just asked for."""
    return {
        "gemeente": (zaak.casus.gemeente if zaak.casus else None) or "",
        "onderwerp": concept.onderwerp,
        "tekst": "\n\n".join(concept.alineas),
        "bijlagen": "\n".join(concept.bijlagen),
    }


def _netjes(naam: str, waarde: str) -> str:
    if naam.endswith("postcode") and (gevonden := _POSTCODE.fullmatch(waarde)):
        return f"{gevonden[1]} {gevonden[2].upper()}"
    if naam == "geboortedatum" and _ISO.fullmatch(waarde):
        try:
            return schrijf_datum(date.fromisoformat(waarde))
        except ValueError:
            return waarde
    return waarde


def _bijlagen(tekst: str) -> tuple[str, ...]:
    regels = (regel.strip().removeprefix("- ") for regel in tekst.splitlines())
    return tuple(regel for regel in regels if regel)


def _alineas(tekst: str) -> tuple[str, ...]:
    return tuple(deel.strip() for deel in re.split(r"\n[ \t]*\n", tekst) if deel.strip())
