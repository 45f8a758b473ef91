"""The word *waarborg*: what must hold in every case, declared as data in a few families.

The families are those of DECLARE (Pesic, Schonenberg and Van der Aalst, 2007): an act that must follow or precede
(`Orde`), a content (`Onderdelen`, `Brief`), a role (`Rol`), an absence (`Afwezig`), and the outcome of a term
(`VolgtTermijn`). What fits none of them is a small function (`Eigen`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from keukentafel.procedure.feit import Feit
from keukentafel.procedure.moment import Moment, Waar, soorten_van
from keukentafel.wet.artikel import Artikel, Binding

if TYPE_CHECKING:
    from keukentafel.procedure.zaak import Zaak


class Uitslag(StrEnum):
    NAGEKOMEN = "nagekomen"
    GESCHONDEN = "geschonden"
    LOOPT = "loopt"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"
    NIET_VAST_TE_STELLEN = "niet_vast_te_stellen"


WET, RECHTSPRAAK, NORM = Binding.WET, Binding.RECHTSPRAAK, Binding.NORM
NAGEKOMEN, GESCHONDEN, LOOPT = Uitslag.NAGEKOMEN, Uitslag.GESCHONDEN, Uitslag.LOOPT
NVT, NVTS = Uitslag.NIET_VAN_TOEPASSING, Uitslag.NIET_VAST_TE_STELLEN


class Oordeel(NamedTuple):
    """One verdict: the outcome, the facts that decide it, one sentence why, and the last day while it runs."""

    oordeel: Uitslag
    uitleg: str
    feiten: tuple[Feit, ...] = ()
    uiterlijk: int | None = None
    mist: tuple[str, ...] = ()
    binding: Binding | None = None
    """Only where one safeguard has two bindings (O6): the one that decides here."""


@dataclass(frozen=True, slots=True)
class Grens:
    """Until when it may still be done: before the first of these acts, and at the latest the end of a term or norm.

    `acten`: moments (the earliest counts). `termijn`: id of the term whose end closes it. `norm`: a dated local norm,
    counted from what set the safeguard going. `tot_en_met`: an act on the same day is still in time.
    """

    acten: tuple[Moment, ...] = ()
    termijn: str | None = None
    norm: str | None = None
    tot_en_met: bool = False


@dataclass(frozen=True, slots=True)
class Orde:
    """`dan` must come, before `grens`, once `als` has happened (no `als`: from the melding on).

    `te_laat_mag`: done late still counts as kept, with the days said (the law gives no day).
    """

    dan: Moment
    als: Moment | None = None
    grens: Grens = field(default_factory=Grens)
    te_laat_mag: bool = False
    behalve: Moment | None = None
    """After this it need not be done any more; `waarom_niet` says so."""
    waarom_niet: str = ""


@dataclass(frozen=True, slots=True)
class Onderdelen:
    """Over all facts of these kinds before `grens`, a list field holds every part (groups: at least all of a group).

    `delen` maps a label for the explanation to the values that make it up.
    """

    soorten: tuple[str, ...]
    delen: Mapping[str, tuple[tuple[str, str], ...]]
    als: Moment | None = None
    grens: Grens = field(default_factory=Grens)
    velden: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        velden = dict.fromkeys(veld for delen in self.delen.values() for veld, _ in delen)
        object.__setattr__(self, "velden", tuple(velden))


@dataclass(frozen=True, slots=True)
class Brief:
    """A letter of this kind holds all parts; incomplete is broken at once, a later complete one mends it.

    `delen`: always; `alleen_als`: parts that are asked only when a moment exists.
    """

    soort: str
    veld: str
    delen: Mapping[str, str]
    alleen_als: tuple[tuple[Moment, tuple[str, ...]], ...] = ()
    herstel_tot: Moment | None = None


@dataclass(frozen=True, slots=True)
class Rol:
    """In every fact of this kind each field has the right value. `loopt_na`: it runs from this moment until then.

    `tenzij`: after this there will be no such fact any more; `waarom_niet` says so.
    """

    soort: str
    velden: tuple[tuple[str, bool], ...]
    loopt_na: Moment | None = None
    tenzij: Moment | None = None
    waarom_niet: str = ""


@dataclass(frozen=True, slots=True)
class Afwezig:
    """No fact of this kind meets `waar`; the safeguard applies once there is a fact of the kind."""

    soort: str
    waar: Waar


@dataclass(frozen=True, slots=True)
class VolgtTermijn:
    """Kept when the term was met in time."""

    termijn: str


@dataclass(frozen=True, slots=True)
class Eigen:
    """A small function. `soorten`: the kinds without any of which it does not apply; `velden`: what it looks at.

    `beslist_door`: kinds of which a fact decides, whatever fields it bears.
    """

    functie: Callable[[Zaak, Waarborg], Oordeel]
    soorten: tuple[str, ...]
    velden: tuple[str, ...] = ()
    beslist_door: tuple[str, ...] = ()


def gangmakers(familie: Familie) -> frozenset[str]:
    """The kinds of fact without any of which a safeguard does not apply; empty: it cannot be told from kinds."""
    match familie:
        case Orde(als=als) | Onderdelen(als=als):
            return frozenset({"melding_ontvangen"}) if als is None else soorten_van(als)
        case Rol(soort=soort, loopt_na=na):
            return frozenset({soort}) | (soorten_van(na) if na is not None else frozenset())
        case Brief(soort=soort) | Afwezig(soort=soort):
            return frozenset({soort})
        case Eigen(soorten=soorten):
            return frozenset(soorten)
        case VolgtTermijn():
            return frozenset()


Familie = Orde | Onderdelen | Brief | Rol | Afwezig | VolgtTermijn | Eigen


@dataclass(frozen=True, slots=True)
class Waarborg:
    """A safeguard. `eis` completes "Nog te doen: …"; `nvt` says why it may not apply (both plain Dutch)."""

    id: str
    titel: str
    binding: Binding
    bron: tuple[Artikel, ...]
    familie: Familie
    eis: str
    nvt: str
    bron_tekst: tuple[str, ...] = field(init=False)
    niet_aan_de_orde: Oordeel = field(init=False)
    gangmakers: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "bron_tekst", tuple(str(b) for b in self.bron))
        object.__setattr__(self, "gangmakers", gangmakers(self.familie))
        object.__setattr__(self, "niet_aan_de_orde", Oordeel(NVT, f"Niet aan de orde: {self.nvt}."))

    def kan_spelen(self, soorten: Set[str]) -> bool:
        """Can facts of these kinds set it going?"""
        return not self.gangmakers or not soorten.isdisjoint(self.gangmakers)


def waarborg(
    id: str, titel: str, familie: Familie, *, binding: Binding, bron: tuple[Artikel, ...], eis: str, nvt: str = ""
) -> Waarborg:
    """Declare a safeguard."""
    return Waarborg(id, titel, binding, bron, familie, eis, nvt or "wat dit in gang zet, is nog niet gebeurd")
