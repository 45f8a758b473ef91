"""Who may open which address. What is not named here does not exist for anybody: the default is no."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from django.urls import ResolverMatch

from keukentafel.dossier.rechten import ROLLEN, Recht
from keukentafel.inrichting.delen import AANWEZIG, API_AANWEZIG


class Toegang(StrEnum):
    """How a visitor is met at an address."""

    OPENBAAR = "openbaar"
    """Anybody. No session, no cookie, no query."""
    DEUR = "deur"
    """The door itself: logging in and out. A session, but nobody need be known yet."""
    DEMO = "demo"
    """As DEUR, and only in the demonstration; elsewhere it is not there."""
    INGELOGD = "ingelogd"
    """Who is logged in and holds one of the roles of this rule."""
    DIENST = "dienst"
    """The login service itself, with a message that it signed. No session: the view checks the signature."""
    SLEUTEL = "sleutel"
    """A program with a token. No session: the part itself reads the token."""


@dataclass(frozen=True, slots=True)
class Regel:
    """An access rule: how one is met and, behind the login, which roles may come and which rights suffice (any).

    `zonder_rol`: who is logged in and has no role anywhere may come as well.
    """

    toegang: Toegang
    rollen: frozenset[str] = frozenset()
    rechten: frozenset[Recht] = frozenset()
    zonder_rol: bool = False


OPENBAAR = Regel(Toegang.OPENBAAR)
DEUR = Regel(Toegang.DEUR)


def ingelogd(deel: str, *rechten: Recht) -> Regel:
    """A rule for a route of a part behind the login; with rights, for who holds at least one of them."""
    rollen = next(d.rollen for d in AANWEZIG if d.naam == deel)
    if rechten:
        rollen = frozenset(rol for rol in rollen if ROLLEN[rol].rechten & set(rechten))
    return Regel(Toegang.INGELOGD, rollen, frozenset(rechten))


# By full route name, or by the name of a whole part of the site.
TOEGANG: dict[str, Regel] = {
    "gezond": OPENBAAR,
    "lezen": OPENBAAR,
    "robots": OPENBAAR,
    "security": OPENBAAR,
    "thema": OPENBAAR,
    "logo": OPENBAAR,
    "portaal": OPENBAAR,
    "watnu": OPENBAAR,
    "check": OPENBAAR,
    "voorbereiden": OPENBAAR,
    "brief": OPENBAAR,
    "inloggen": DEUR,
    "inloggen:afmelden": Regel(Toegang.DIENST),
    "demo": Regel(Toegang.DEMO),
    **{deel.naam: ingelogd(deel.naam) for deel in AANWEZIG},
    **({"api": Regel(Toegang.SLEUTEL)} if API_AANWEZIG else {}),
}
# Routes inside a part that ask for a right of their own: name of the route -> rights, one of which suffices.
_ZIEN = (Recht.ZAAK_ZIEN,)
RECHTEN: dict[str, tuple[Recht, ...]] = {
    **dict.fromkeys(("mijn:zaak", "mijn:doen", "mijn:plan", "mijn:toestemming", "mijn:feiten", "mijn:bewijs"), _ZIEN),
    "mijn:postwijze": _ZIEN,
    **dict.fromkeys(("mijn:post", "mijn:bericht", "mijn:bericht_pdf", "mijn:bericht_groot"), (Recht.BRIEVEN,)),
    **dict.fromkeys(("mijn:documenten", "mijn:document"), (Recht.DOCUMENTEN,)),
    **dict.fromkeys(("mijn:meenemen", "mijn:bestand"), (Recht.MEENEMEN,)),
    "mijn:kijklog": (Recht.KIJKLOG,),
    **dict.fromkeys(("mijn:meekijken", "mijn:meekijken_laat", "mijn:meekijken_stop"), (Recht.MEEKIJKERS,)),
    **dict.fromkeys(("mijn:nodig_uit", "mijn:uitnodiging_weg"), (Recht.MEEKIJKERS,)),
    "mijn:afspraak": (Recht.AFSPRAAK_ZIEN,),
    "mijn:notities": (Recht.EIGEN_NOTITIES,),
    **dict.fromkeys(("mijn:blad", "mijn:steun"), (Recht.EIGEN_BLAD,)),
    "werk:melding": (Recht.REGISTREREN,),
    **dict.fromkeys(("werk:neem", "werk:adres"), (Recht.REGISTREREN,)),
    **dict.fromkeys(("werk:zaak", "werk:vastleggen", "werk:feiten", "werk:rechtzetten"), _ZIEN),
    **dict.fromkeys(("werk:brieven", "werk:brief", "werk:brief_pdf"), (Recht.BRIEVEN,)),
    **dict.fromkeys(("werk:documenten", "werk:document"), (Recht.DOCUMENTEN,)),
    "werk:voorstel": (Recht.VOORLEGGEN,),
    "werk:voorstel_terug": (Recht.BESLISSEN,),
    **dict.fromkeys(
        ("werk:vertegenwoordiger", "werk:vertegenwoordiger_stop", "werk:vertegenwoordiger_weg"),
        (Recht.VERTEGENWOORDIGING,),
    ),
    "werk:afspraak": (Recht.AFSPRAAK_ZIEN,),
    "werk:vraag": (Recht.VRAAG_ZIEN,),
}
_DEELNAMEN = frozenset(deel.naam for deel in AANWEZIG)
TOEGANG.update({
    naam: ingelogd(naam.split(":")[0], *rechten) for naam, rechten in RECHTEN.items()
    if naam.split(":")[0] in _DEELNAMEN
})  # fmt: skip
# Who was invited brings a code, and often nothing else yet.
TOEGANG["mijn:uitnodiging"] = replace(ingelogd("mijn"), zonder_rol=True)


# What can do much harm in a session that somebody else sits at: here one first shows again who one is.
VERS = frozenset({
    "inloggen:overal_uit", "inloggen:sleutel", "beheer:mandaat", "beheer:sleutel_nieuw", "mijn:meekijken_laat",
    "mijn:nodig_uit", "werk:vertegenwoordiger",
})  # fmt: skip


def toegang(route: ResolverMatch) -> Regel | None:
    """The rule of a route: its own, else that of the part it stands in; none means no."""
    return TOEGANG.get(route.view_name) or TOEGANG.get(route.namespaces[0] if route.namespaces else "")
