"""What a screening found: the result model, and its JSON (the contract of `doorlicht --json`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.lezen import Log
from keukentafel.doorlichting.telling import KLASSEN, Groepen, Telling, Termijntelling, als_dagen
from keukentafel.doorlichting.toetsbaar import toetsbaar
from keukentafel.doorlichting.verbergen import DREMPEL, verberg
from keukentafel.procedure.termijn import Termijn
from keukentafel.procedure.waarborg import Waarborg

Dagen = Mapping[int, int]
"""How often each number of days occurred."""


@dataclass(frozen=True)
class Termijnuitkomst:
    """One term over all cases.

    `duur`: days from the fact that starts it to the act; `na_einde`: days past the last day (before it: < 0).
    """

    termijn: Termijn
    aantallen: Mapping[str, int]
    einde_op_rustdag: int
    opgeschort: int
    duur: Dagen
    na_einde: Dagen
    nog_niet: Dagen

    @property
    def begonnen(self) -> int:
        return sum(self.aantallen.values())

    def als_dict(self) -> dict[str, Any]:
        return {
            "id": self.termijn.id, "naam": self.termijn.naam, "binding": str(self.termijn.binding),
            "bron": list(self.termijn.bron_tekst), **self.aantallen, "opgeschort": self.opgeschort,
            "mediaan_dagen": kwantiel(self.duur, 0.5), "p90_dagen": kwantiel(self.duur, 0.9),
            "einde_op_rustdag": self.einde_op_rustdag,
        }  # fmt: skip


@dataclass(frozen=True)
class Waarborguitkomst:
    """One safeguard over all cases: how often each verdict."""

    waarborg: Waarborg
    aantallen: Mapping[str, int]

    @property
    def beslist(self) -> int:
        return self.aantallen["nagekomen"] + self.aantallen["geschonden"]

    def als_dict(self) -> dict[str, Any]:
        w = self.waarborg
        return {"id": w.id, "titel": w.titel, "binding": str(w.binding), "bron": list(w.bron_tekst), **self.aantallen}


@dataclass(frozen=True)
class Groepuitkomst:
    """One value of a group. Hidden counts are None."""

    waarde: str
    zaken: int | None
    termijnen: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Doorlichting:
    """The result of one screening."""

    log: str
    profiel: str
    peildatum: date
    zaken: int
    feiten: int
    feiten_na_peildatum: int
    zaken_voor_2015: int
    geweigerd: tuple[tuple[int, str], ...]
    geweigerd_aantal: int
    genegeerd: int
    termijnen: tuple[Termijnuitkomst, ...]
    waarborgen: tuple[Waarborguitkomst, ...]
    niet_te_toetsen: tuple[Waarborg, ...]
    groepen: Mapping[str, tuple[Groepuitkomst, ...]]
    groepen_te_veel: tuple[str, ...]
    seconden: float
    alleen_eigen: bool = False
    waarschuwingen: tuple[str, ...] = field(default=())

    def als_dict(self) -> dict[str, Any]:
        """Exactly the JSON of `doorlicht --json`."""
        return {
            "peildatum": self.peildatum.isoformat(), "zaken": self.zaken, "feiten": self.feiten,
            "feiten_na_peildatum": self.feiten_na_peildatum, "zaken_voor_2015": self.zaken_voor_2015,
            "geweigerd": [{"rij": rij, "reden": reden} for rij, reden in self.geweigerd],
            "geweigerd_aantal": self.geweigerd_aantal, "genegeerd": self.genegeerd,
            "termijnen": [t.als_dict() for t in self.termijnen],
            "waarborgen": [w.als_dict() for w in self.waarborgen],
            "niet_te_toetsen": [w.id for w in self.niet_te_toetsen],
            "groepen": {
                naam: {g.waarde: {"zaken": g.zaken, "termijnen": list(g.termijnen)} for g in waarden}
                for naam, waarden in self.groepen.items()
            },
            "groepen_te_veel_waarden": list(self.groepen_te_veel), "verborgen_onder": DREMPEL,
            "profiel": self.profiel or None, "seconden": round(self.seconden, 3),
        }  # fmt: skip


def kwantiel(dagen: Dagen, deel: float) -> float | int | None:
    """The quantile of days by how often, straight between two values; None without any."""
    aantal = sum(dagen.values())
    if not aantal:
        return None
    waarden = np.array(sorted(dagen))
    tot_en_met = np.cumsum([dagen[int(w)] for w in waarden])
    plek = (aantal - 1) * deel
    onder, boven = (int(waarden[np.searchsorted(tot_en_met, p, side="right")]) for p in (int(plek), int(np.ceil(plek))))
    waarde = onder + (boven - onder) * (plek - int(plek))
    return int(waarde) if waarde == int(waarde) else round(float(waarde), 2)


def maak_uitkomst(
    log: Log, telling: Telling, groepen: Groepen, termijnen: Iterable[Termijn], waarborgen: Iterable[Waarborg],
    peildatum: date, seconden: float,
) -> Doorlichting:  # fmt: skip
    """Put the counts together with what they are about."""
    termijnen = tuple(termijnen)
    te_zien, niet = _verdeel(log, telling, tuple(waarborgen))
    return Doorlichting(
        log=log.pad.name, profiel=log.profiel.naam, peildatum=peildatum,
        zaken=telling.zaken, feiten=telling.feiten, feiten_na_peildatum=telling.later,
        zaken_voor_2015=0 if log.profiel.alleen else telling.voor_de_wet,
        geweigerd=tuple(log.geweigerd.rijen), geweigerd_aantal=log.geweigerd.aantal, genegeerd=log.genegeerd,
        termijnen=tuple(_termijn(t, telling.termijnen.get(t.id, Termijntelling())) for t in termijnen),
        waarborgen=tuple(_waarborg(w, telling) for w in te_zien),
        niet_te_toetsen=() if log.profiel.alleen else niet,
        groepen={naam: _groep(naam, waarden, telling, termijnen) for naam, waarden in groepen.waarden.items()},
        groepen_te_veel=tuple(groepen.te_veel), seconden=seconden, alleen_eigen=log.profiel.alleen,
    )  # fmt: skip


def _verdeel(
    log: Log, telling: Telling, waarborgen: tuple[Waarborg, ...]
) -> tuple[list[Waarborg], tuple[Waarborg, ...]]:
    """The safeguards of which the log can hold something that decides, and the others."""
    kan = log.kan_soorten
    gezien = {regels.SOORTEN[code] for code in np.flatnonzero(telling.soorten)}
    velden = log.gedragen_velden
    te_zien = [w for w in waarborgen if toetsbaar(w, lambda s: kan is None or s in kan or s in gezien, velden)]
    return te_zien, tuple(w for w in regels.WAARBORGEN.values() if w not in te_zien)


def _termijn(termijn: Termijn, telling: Termijntelling) -> Termijnuitkomst:
    aantallen = dict(zip(KLASSEN, telling.klassen.tolist(), strict=True))
    return Termijnuitkomst(
        termijn, aantallen, telling.op_rustdag, telling.opgeschort, als_dagen(telling.duur.tellen()),
        als_dagen(telling.na_einde.tellen()), als_dagen(telling.nog_niet.tellen()),
    )  # fmt: skip


def _waarborg(waarborg: Waarborg, telling: Telling) -> Waarborguitkomst:
    aantallen = telling.waarborgen.get(waarborg.id)
    return Waarborguitkomst(
        waarborg, {str(u): int(aantallen[nr]) if aantallen is not None else 0 for nr, u in enumerate(regels.UITSLAGEN)}
    )


def _groep(
    naam: str, waarden: Mapping[str | None, int], telling: Telling, termijnen: tuple[Termijn, ...]
) -> tuple[Groepuitkomst, ...]:
    """The values of one group, small counts hidden; cases without a value count for the hiding.

    In order of name, also for the hiding: of equal counts the same one is hidden each time, for two reports that hide
    another one would together tell both.
    """
    n = len(waarden)
    zaken = _lang(telling.groepen[naam].tellen(), n) if naam in telling.groepen else np.zeros(n, np.int64)
    waarde_van = {code: waarde for waarde, code in waarden.items()}
    toon = sorted(np.flatnonzero(zaken).tolist(), key=lambda code: (waarde_van[code] is not None, waarde_van[code]))
    zaken_weg = verberg(zaken[toon, None])[:, 0]
    per_termijn = [_termijn_per_groep(naam, t, telling, n, toon) for t in termijnen if t.id in telling.termijnen]
    uit = []
    for plek, code in enumerate(toon):
        waarde = waarde_van[code]
        if waarde is not None:
            rij = tuple(d for delen in per_termijn if (d := delen[plek]) is not None)
            uit.append(Groepuitkomst(waarde, None if zaken_weg[plek] else int(zaken[code]), rij))
    return tuple(uit)


def _lang(tellen: np.ndarray[Any, Any], n: int) -> np.ndarray[Any, Any]:
    return np.pad(tellen, (0, max(0, n - len(tellen))))[:n]


def _termijn_per_groep(
    naam: str, termijn: Termijn, telling: Telling, n: int, toon: list[int]
) -> list[dict[str, Any] | None]:
    """One term for each value that is shown; None where it never started."""
    emmers = telling.termijnen[termijn.id].per_groep.get(naam)
    if emmers is None:
        return [None] * len(toon)
    breed = len(KLASSEN) + 1  # the last place is for cases in which it never started
    klassen = _lang(emmers[0].tellen(), n * breed).reshape(n, breed)[toon, :-1]
    tabel = np.column_stack((klassen, _lang(emmers[1].tellen(), n)[toon]))
    weg = verberg(tabel, np.array([True] * len(KLASSEN) + [False]))
    uit: list[dict[str, Any] | None] = []
    for plek, code in enumerate(toon):
        if not klassen[plek].any():
            uit.append(None)
            continue
        cellen = [None if verborgen else int(aantal) for aantal, verborgen in zip(tabel[plek], weg[plek], strict=True)]
        dagen = emmers[2].van(code)
        genoeg = sum(dagen.values()) >= DREMPEL and not weg[plek][:2].any()
        uit.append({
            "id": termijn.id, **dict(zip(KLASSEN, cellen, strict=False)),
            "mediaan_dagen": kwantiel(dagen, 0.5) if genoeg else None,
            "p90_dagen": kwantiel(dagen, 0.9) if genoeg else None, "einde_op_rustdag": cellen[-1],
        })  # fmt: skip
    return uit
