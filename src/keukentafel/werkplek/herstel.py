"""How a missed safeguard is mended: which facts would do it, read from its own declaration."""

from __future__ import annotations

from functools import cache

from keukentafel.procedure.moment import eindmomenten
from keukentafel.procedure.register import FEITSOORTEN, TERMIJN, WAARBORG, WAARBORGEN
from keukentafel.procedure.waarborg import Brief, Eigen, Onderdelen, Oordeel, Orde, Rol, VolgtTermijn, Waarborg

_EIGEN = {
    "M5": ("persoonlijk_plan_aangeboden",),
    "O3": ("gesprek_gevoerd", "onderzoeksvorm_gekozen"),
    "O4": ("gesprek_gevoerd", "onderzoeksvorm_gekozen"),
    "O8": ("uitnodiging_verstuurd",),
    "O12": ("gegevens_gevraagd",),
    "O21": ("gesprek_gevoerd",),
    "O24": ("gesprek_gevoerd",),
    "O25": ("gesprek_gevoerd",),
    "V4": ("verslag_verstuurd",),
    "V6": ("verslag_verstuurd", "besluit_bekendgemaakt"),
    "W1": ("heronderzoek_gestart", "gesprek_gevoerd"),
    "A2": ("beslistermijn_verlengd",),
    "A3": ("dwangsombesluit_bekendgemaakt",),
}
"""Only for safeguards that are a small function: their declaration does not name what mends them."""


def soorten(waarborg: Waarborg) -> tuple[str, ...]:
    """The kinds of fact with which the requirement is met, in the order of the procedure."""
    return _soorten(waarborg.id)


_AL_GEDAAN = {"M5": frozenset({"persoonlijk_plan_aangeboden", "uitnodiging_verstuurd"})}
"""Where one of these brought the verdict about, doing it again mends nothing: the explanation says what does."""


def voor(waarborg: Waarborg, oordeel: Oordeel) -> tuple[str, ...]:
    """The kinds of fact with which this verdict is mended."""
    gedaan = _AL_GEDAAN.get(waarborg.id, frozenset())
    return () if any(feit.soort in gedaan for feit in oordeel.feiten) else soorten(waarborg)


@cache
def _soorten(waarborg_id: str) -> tuple[str, ...]:
    gevonden = set(_uit_familie(WAARBORG[waarborg_id]))
    return tuple(soort for soort in FEITSOORTEN if soort in gevonden)


def _uit_familie(waarborg: Waarborg) -> tuple[str, ...]:
    match waarborg.familie:
        case Orde(dan=dan):
            return tuple(soort for rij, _ in eindmomenten(dan) for soort in rij)
        case Onderdelen(soorten=rij):
            return rij
        case Brief(soort=soort) | Rol(soort=soort):
            return (soort,)
        case VolgtTermijn(termijn=termijn):
            return TERMIJN[termijn].gehaald_door
        case Eigen(velden=velden):
            return _EIGEN.get(waarborg.id) or tuple({veld.partition(".")[0] for veld in velden})
        case _:
            return ()


@cache
def raakt(soort: str) -> tuple[Waarborg, ...]:
    """The safeguards that a fact of this kind has to do with."""
    return tuple(w for w in WAARBORGEN if soort in soorten(w))
