"""Who may open which address. What is not named here does not exist for anybody: the default is no."""

from __future__ import annotations

from enum import StrEnum

from django.urls import ResolverMatch


class Toegang(StrEnum):
    """An access rule."""

    OPENBAAR = "openbaar"


# By full route name, or by the name of a whole part of the site.
TOEGANG: dict[str, Toegang] = {
    "gezond": Toegang.OPENBAAR,
    "lezen": Toegang.OPENBAAR,
    "robots": Toegang.OPENBAAR,
    "security": Toegang.OPENBAAR,
    "thema": Toegang.OPENBAAR,
    "logo": Toegang.OPENBAAR,
    "portaal": Toegang.OPENBAAR,
    "watnu": Toegang.OPENBAAR,
    "check": Toegang.OPENBAAR,
    "voorbereiden": Toegang.OPENBAAR,
    "brief": Toegang.OPENBAAR,
}


def toegang(route: ResolverMatch) -> Toegang | None:
    """The rule of a route: its own, else that of the part it stands in; none means no."""
    return TOEGANG.get(route.view_name) or TOEGANG.get(route.namespaces[0] if route.namespaces else "")
