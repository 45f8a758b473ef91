"""Text of unknown origin into plain data: bounded, without aliases, with dates as ISO text."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final

import yaml
from django.utils.translation import gettext as _

GRENS: Final = 200_000
"""Characters. A very full case of one person stays below 60 thousand."""
DIEPTE: Final = 12


class DossierFout(ValueError):
    """A file that cannot be used; `fouten` says what is wrong and what would be right."""

    def __init__(self, fouten: list[str]) -> None:
        super().__init__(*fouten)
        self.fouten = fouten


class _Lezer(yaml.SafeLoader):
    """YAML without aliases: a small file cannot become a large one."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("alias")
        return super().compose_node(parent, index)


def _geen_getal(naam: str) -> Any:
    raise ValueError(naam)


def lees_tekst(tekst: str, *, yaml: bool = False) -> dict[str, Any]:
    """The data in a JSON (or YAML) text. Raises `DossierFout`."""
    if len(tekst) > GRENS:
        raise DossierFout([_("Het bestand is te groot. Een eigen dossier is kleiner dan 200 kB.")])
    try:
        gegevens = _lees_yaml(tekst) if yaml else json.loads(tekst, parse_constant=_geen_getal)
        gegevens = _gewoon(gegevens, DIEPTE)
    except (ValueError, RecursionError):
        raise DossierFout(
            [_("Dit is geen dossier van deze website. Kies het bestand dat u hier eerder hebt bewaard.")]
        ) from None
    if not isinstance(gegevens, dict):
        raise DossierFout([_("Dit is geen dossier van deze website. Kies het bestand dat u hier eerder hebt bewaard.")])
    feiten = gegevens.get("feiten")
    if feiten is not None and not (isinstance(feiten, list) and all(isinstance(feit, dict) for feit in feiten)):
        raise DossierFout(
            [_("Onder ‘feiten’ hoort een lijst te staan van dingen die zijn gebeurd, elk met soort en datum.")]
        )
    return gegevens


def _lees_yaml(tekst: str) -> Any:
    try:
        return yaml.load(tekst, Loader=_Lezer)
    except yaml.YAMLError as fout:
        raise ValueError("yaml") from fout


def _gewoon(waarde: Any, diepte: int) -> Any:
    """The same data in what JSON can hold; refuses what is nested too deeply."""
    if diepte == 0:
        raise ValueError("te diep")
    if isinstance(waarde, dict):
        return {str(sleutel): _gewoon(deel, diepte - 1) for sleutel, deel in waarde.items()}
    if isinstance(waarde, list):
        return [_gewoon(deel, diepte - 1) for deel in waarde]
    if isinstance(waarde, date):
        return waarde.isoformat()
    if waarde is None or isinstance(waarde, (str, bool, int, float)):
        return waarde
    raise ValueError(type(waarde).__name__)
