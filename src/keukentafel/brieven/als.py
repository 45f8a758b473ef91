"""When a paragraph belongs in a letter. Without a case only the general paragraphs stand."""

from __future__ import annotations

from collections.abc import Callable

from keukentafel.brieven.beeld import Zaakbeeld
from keukentafel.brieven.velden import gevallen

Als = Callable[[Zaakbeeld], bool]


def heeft(*soorten: str) -> Als:
    return lambda beeld: beeld.heeft(*soorten)


def zonder(*soorten: str) -> Als:
    return lambda beeld: not beeld.heeft(*soorten)


def einde_bekend(termijn: str) -> Als:
    """The last day is known, or is a blank to fill in (no case)."""
    return lambda beeld: beeld.leeg or beeld.uiterlijk(termijn) is not None


def einde_onbekend(termijn: str) -> Als:
    return lambda beeld: not beeld.leeg and beeld.uiterlijk(termijn) is None


def voorbij(termijn: str) -> Als:
    return lambda beeld: beeld.voorbij(termijn)


def niet_voorbij(termijn: str) -> Als:
    return lambda beeld: not beeld.voorbij(termijn)


def geschonden(*waarborgen: str) -> Als:
    return lambda beeld: beeld.geschonden(*waarborgen)


def niet_onderzocht(beeld: Zaakbeeld) -> bool:
    """There are subjects of the law that the writer does not read back in the report."""
    return bool(beeld.niet_onderzocht)


def viel_weg(stap: str) -> Als:
    return lambda beeld: gevallen(beeld, stap)


def allebei(*voorwaarden: Als) -> Als:
    return lambda beeld: all(v(beeld) for v in voorwaarden)


def geen_van(*voorwaarden: Als) -> Als:
    return lambda beeld: not any(v(beeld) for v in voorwaarden)
