"""YAML or JSON text as plain values that know their line; nothing in it can run or blow up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as _Lader
except ImportError:  # a PyYAML without its C part reads the same, slower
    from yaml import SafeLoader as _Lader  # type: ignore[assignment]

HOOGSTENS_TEKENS = 2_000_000
HOOGSTENS_DIEP = 12
_SOORTEN = {"tag:yaml.org,2002:bool": "bool", "tag:yaml.org,2002:int": "int", "tag:yaml.org,2002:null": "null"}


class Tekstfout(ValueError):
    """Text that is no readable YAML or JSON; `regel` is the line, if known."""

    def __init__(self, tekst: str, regel: int | None = None) -> None:
        super().__init__(tekst)
        self.regel = regel


@dataclass(frozen=True, slots=True)
class Waarde:
    """A value and the line it stands on, if it came from text. Lists hold `Waarde`, records map text to `Waarde`."""

    inhoud: Any
    regel: int | None

    def kaal(self) -> Any:
        """The value without its lines."""
        if isinstance(self.inhoud, dict):
            return {naam: w.kaal() if isinstance(w, Waarde) else w for naam, w in self.inhoud.items()}
        if isinstance(self.inhoud, list):
            return [w.kaal() for w in self.inhoud]
        return self.inhoud


def van_gegevens(gegevens: Any) -> Waarde:
    """Data that was parsed already, as values without a line. Raises `Tekstfout` for what is nested too deep."""
    return _van(gegevens, 0)


def _van(gegevens: Any, diepte: int) -> Waarde:
    if diepte > HOOGSTENS_DIEP:
        raise Tekstfout("hier zitten te veel velden in elkaar")
    if isinstance(gegevens, Mapping):
        return Waarde({str(naam): _van(w, diepte + 1) for naam, w in gegevens.items()}, None)
    if isinstance(gegevens, (list, tuple)):
        return Waarde([_van(w, diepte + 1) for w in gegevens], None)
    return Waarde(gegevens, None)


def ontleed(tekst: str) -> Waarde:
    """Parse one document. Raises `Tekstfout` (plain Dutch, with the line) for what cannot be read."""
    if len(tekst) > HOOGSTENS_TEKENS:
        raise Tekstfout(f"dit bestand is te groot; hoogstens {HOOGSTENS_TEKENS // 1_000_000} miljoen tekens")
    if not tekst.strip():
        raise Tekstfout("dit bestand is leeg; een zaak heeft de velden zaak en feiten")
    try:
        _keur(tekst)
        knoop = yaml.compose(tekst, Loader=_Lader)
        return Waarde(None, 1) if knoop is None else _waarde(knoop)
    except yaml.MarkedYAMLError as fout:
        plek = fout.problem_mark or fout.context_mark
        raise Tekstfout(_leesbaar(fout), plek.line + 1 if plek else None) from None
    except (yaml.YAMLError, ValueError) as fout:
        if isinstance(fout, Tekstfout):
            raise
        raise Tekstfout("dit bestand is geen leesbare YAML of JSON; er staan vreemde tekens in") from None


def _leesbaar(fout: yaml.MarkedYAMLError) -> str:
    if "expected a single document" in str(fout):
        return "er staan meer zaken in dit bestand; zet elke zaak in een eigen bestand"
    return "hier klopt de opmaak niet (YAML of JSON); kijk naar de inspringing, de dubbele punt en de haakjes"


def _keur(tekst: str) -> None:
    """Refuse what a case file never needs and what can blow up: references, and deep nesting."""
    diepte = 0
    for gebeurtenis in yaml.parse(tekst, Loader=_Lader):
        regel = gebeurtenis.start_mark.line + 1 if gebeurtenis.start_mark else None
        if isinstance(gebeurtenis, yaml.AliasEvent) or getattr(gebeurtenis, "anchor", None):
            raise Tekstfout("verwijzingen (& en *) mogen niet in een zaak; schrijf het uit", regel)
        if isinstance(gebeurtenis, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            diepte += 1
        elif isinstance(gebeurtenis, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            diepte -= 1
        if diepte > HOOGSTENS_DIEP:
            raise Tekstfout("hier zitten te veel velden in elkaar", regel)


def _waarde(knoop: yaml.Node) -> Waarde:
    regel = knoop.start_mark.line + 1
    if isinstance(knoop, yaml.ScalarNode):
        return Waarde(_enkel(knoop), regel)
    if isinstance(knoop, yaml.SequenceNode):
        return Waarde([_waarde(k) for k in knoop.value], regel)
    uit: dict[str, Waarde] = {}
    for naam, waarde in knoop.value:
        sleutel = str(naam.value) if isinstance(naam, yaml.ScalarNode) else ""
        if not sleutel or sleutel in uit:
            wat = f"het veld {sleutel!r} staat er twee keer" if sleutel else "een veldnaam moet tekst zijn"
            raise Tekstfout(wat, naam.start_mark.line + 1)
        uit[sleutel] = _waarde(waarde)
    return Waarde(uit, regel)


def _enkel(knoop: yaml.ScalarNode) -> Any:
    """A scalar; dates stay text, so that a message can quote them as they were written."""
    soort = _SOORTEN.get(knoop.tag)
    tekst = str(knoop.value)
    if soort == "null":
        return None
    if soort == "bool":
        return tekst.lower() in ("true", "yes", "on", "y")
    if (
        soort == "int"
        and tekst.lstrip("+-").isdigit()
        and len(tekst) < 16
        and (tekst == "0" or not tekst.startswith("0"))
    ):
        return int(tekst)
    return tekst
