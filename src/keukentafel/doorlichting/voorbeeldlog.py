"""Made-up logs of a municipality, for the demonstration, the measurements and the tests. The same seed, the same log.

The chances and the days are invented; they resemble a year of a middle-sized municipality and say nothing about any.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np
import polars as pl

PER_KEER: Final = 250_000
_EPOCH: Final = date(1970, 1, 1).toordinal()
_WIJKEN: Final = ("Centrum", "Noord", "Oost", "Zuid", "West", "Buitengebied")
_TEAMS: Final = ("Wijkteam Noord", "Wijkteam Zuid", "Wijkteam Midden")
_UITNODIGING: Final = (
    "gesprekspartner|datum_en_tijd|verzetten|gesprekspunten|mantelzorger|clientondersteuning|persoonlijk_plan",
    "gesprekspartner|datum_en_tijd|gesprekspunten|clientondersteuning|persoonlijk_plan",
    "datum_en_tijd|gesprekspunten",
)
_ONDERWERPEN: Final = (
    "behoeften|persoonskenmerken|voorkeuren|eigen_kracht|gebruikelijke_hulp|sociaal_netwerk|mantelzorg|"
    "ondersteuning_mantelzorger|algemene_voorzieningen|maatwerkvoorzieningen|andere_domeinen|gevolgen_aandoening",
    "behoeften|persoonskenmerken|voorkeuren|eigen_kracht|gebruikelijke_hulp|sociaal_netwerk|mantelzorg",
)
_INGELICHT: Final = (
    "rechten_en_plichten|vervolgprocedure|verslagdatum|reactie_op_verslag|eigen_bijdrage|zin_of_pgb|voor_en_nadelen_pgb",
    "vervolgprocedure|verslagdatum|eigen_bijdrage",
)
_VERSLAG: Final = (
    "behoeften|netwerk|mogelijkheden_gemeente|ondersteuning_mantelzorger|aanvraag_maatwerk|eigen_bijdrage|pgb|"
    "status_en_procedure",
    "behoeften|netwerk|mogelijkheden_gemeente|aanvraag_maatwerk|eigen_bijdrage|pgb|status_en_procedure",
)
_VELDEN: Final[dict[str, dict[str, tuple[tuple[str, ...], tuple[float, ...]]]]] = {
    "uitnodiging_verstuurd": {"onderdelen": (_UITNODIGING, (0.7, 0.22, 0.08))},
    "gesprek_gevoerd": {
        "onderwerpen": (_ONDERWERPEN, (0.75, 0.25)), "geinformeerd_over": (_INGELICHT, (0.7, 0.3)),
        "vorm": (("huisbezoek", "gemeentehuis", "telefoon"), (0.7, 0.12, 0.18)),
        "gespreksvoerder.professional": (("ja", "nee"), (0.97, 0.03)),
    },
    "verslag_verstuurd": {"onderdelen": (_VERSLAG, (0.6, 0.4))},
    "identiteit_vastgesteld": {"document": (("identiteitskaart", "paspoort", "digid"), (0.6, 0.3, 0.1))},
    "besluit_bekendgemaakt": {
        "uitkomst": (("toegekend", "deels_toegekend", "afgewezen"), (0.78, 0.12, 0.1)),
        "motivering": (("ja", "nee"), (0.96, 0.04)), "gebaseerd_op_verslag": (("ja", "nee"), (0.93, 0.07)),
        "rechtsmiddelenclausule": (("ja", "nee"), (0.98, 0.02)),
    },
    "beslistermijn_verlengd": {"schriftelijk": (("ja",), (1.0,)), "instemming": (("ja", "nee"), (0.4, 0.6))},
    "bezwaar_ontvangen": {"commissie": (("ja", "nee"), (0.8, 0.2))},
}  # fmt: skip
_VELDNAMEN: Final = tuple(dict.fromkeys(veld for velden in _VELDEN.values() for veld in velden))

_STAPPEN: Final[tuple[tuple[str, str | None, float, float, float], ...]] = (
    ("ontvangst_bevestigd", "melding_ontvangen", 0.93, 0.0, 2.5),
    ("clientondersteuning_aangeboden", "melding_ontvangen", 0.82, 0.0, 4.0),
    ("persoonlijk_plan_aangeboden", "melding_ontvangen", 0.70, 0.0, 2.0),
    ("persoonlijk_plan_ontvangen", "melding_ontvangen", 0.10, 2.0, 3.0),
    ("uitnodiging_verstuurd", "melding_ontvangen", 0.92, 1.0, 6.0),
    ("gesprek_gevoerd", "uitnodiging_verstuurd", 0.92, 5.0, 10.0),
    ("identiteit_vastgesteld", "gesprek_gevoerd", 0.80, 0.0, 1.0),
    ("advies_gevraagd", "gesprek_gevoerd", 0.05, 0.0, 3.0),
    ("advies_ontvangen", "advies_gevraagd", 0.90, 5.0, 9.0),
    ("verslag_verstuurd", "gesprek_gevoerd", 0.95, 1.0, 9.0),
    ("melding_ingetrokken", "melding_ontvangen", 0.02, 3.0, 20.0),
    ("aanvraag_ontvangen", "verslag_verstuurd", 0.80, 0.0, 6.0),
    ("aanvulling_gevraagd", "aanvraag_ontvangen", 0.05, 1.0, 3.0),
    ("aanvulling_ontvangen", "aanvulling_gevraagd", 0.85, 2.0, 7.0),
    ("beslistermijn_verlengd", "aanvraag_ontvangen", 0.04, 5.0, 3.0),
    ("besluit_bekendgemaakt", "aanvraag_ontvangen", 0.97, 2.0, 7.0),
    ("voorziening_gestart", "besluit_bekendgemaakt", 0.80, 3.0, 12.0),
    ("evaluatie_gehouden", "voorziening_gestart", 0.50, 20.0, 18.0),
    ("bezwaar_ontvangen", "besluit_bekendgemaakt", 0.02, 5.0, 15.0),
    ("hoorzitting_gehouden", "bezwaar_ontvangen", 0.70, 20.0, 15.0),
    ("beslissing_op_bezwaar_bekendgemaakt", "bezwaar_ontvangen", 0.85, 40.0, 35.0),
    ("klacht_ontvangen", "melding_ontvangen", 0.008, 10.0, 40.0),
    ("klacht_afgedaan", "klacht_ontvangen", 0.90, 10.0, 20.0),
)
"""Kind, after which kind, chance, least days, mean days on top of that."""


def maak_log(
    zaken: int, *, zaad: int = 1, peildatum: date = date(2026, 6, 1), velden: bool = True, eerste_nummer: int = 0
) -> pl.DataFrame:
    """A log with `zaak`, `soort`, `datum`, `wijk`, `team` and, if asked, fields of facts; grouped by case, by day."""
    toeval = np.random.default_rng((zaad, eerste_nummer))
    nu = peildatum.toordinal() - _EPOCH
    dagen: dict[str, Any] = {"melding_ontvangen": nu - toeval.integers(0, 540, zaken)}
    for soort, na, kans, minst, gemiddeld in _STAPPEN:
        begin = dagen[na or "melding_ontvangen"]
        dag = begin + minst + toeval.exponential(gemiddeld, zaken)
        dagen[soort] = np.where((toeval.random(zaken) < kans) & (begin <= nu), np.floor(dag), nu + 1).astype(np.int64)
    soorten = list(dagen)
    tabel = np.stack([dagen[soort] for soort in soorten])
    code, zaak = np.nonzero(tabel <= nu)
    dag = tabel[code, zaak]
    volgorde = np.argsort((zaak << 32) + (dag << 8) + code)
    code, zaak, dag = code[volgorde], zaak[volgorde], dag[volgorde]
    nummers = pl.select(
        pl.lit("Z-") + pl.arange(eerste_nummer, eerste_nummer + zaken).cast(pl.String).str.zfill(8)
    ).to_series()
    kolommen = {
        "zaak": nummers.gather(zaak),
        "soort": pl.Series(soorten).gather(code),
        "datum": pl.Series(dag.astype(np.int32)).cast(pl.Date),
        "wijk": _kies(toeval, _WIJKEN, (0.3, 0.2, 0.18, 0.17, 0.1, 0.05), zaken).gather(zaak),
        "team": _kies(toeval, _TEAMS, (0.4, 0.35, 0.25), zaken).gather(zaak),
    }
    if velden:
        kolommen |= {veld: _veld(toeval, veld, soorten, code) for veld in _VELDNAMEN}
    return pl.DataFrame(kolommen)


def _kies(toeval: np.random.Generator, waarden: tuple[str, ...], kansen: tuple[float, ...], aantal: int) -> pl.Series:
    return pl.Series(waarden).gather(toeval.choice(len(waarden), aantal, p=kansen))


def _veld(toeval: np.random.Generator, veld: str, soorten: list[str], code: np.ndarray[Any, Any]) -> pl.Series:
    """One field column: filled for the kinds that bear it."""
    waarden: list[str | None] = [None]
    keuze = np.zeros(len(code), np.int64)
    for nr, soort in enumerate(soorten):
        if veld in _VELDEN.get(soort, {}):
            teksten, kansen = _VELDEN[soort][veld]
            plek = np.flatnonzero(code == nr)
            keuze[plek] = len(waarden) + toeval.choice(len(teksten), len(plek), p=kansen)
            waarden.extend(teksten)
    return pl.Series(waarden, dtype=pl.String).gather(keuze)


def delen(zaken: int, *, zaad: int = 1, velden: bool = True) -> Iterator[pl.DataFrame]:
    """The same in parts of at most a quarter of a million cases, for logs that do not fit in memory."""
    for begin in range(0, zaken, PER_KEER):
        yield maak_log(min(PER_KEER, zaken - begin), zaad=zaad, velden=velden, eerste_nummer=begin)


def schrijf_log(pad: Path, zaken: int, *, zaad: int = 1, velden: bool = True) -> None:
    """Write a log as `.csv` (with semicolons) or `.parquet`, in bounded memory."""
    if pad.suffix == ".csv":
        with pad.open("wb") as bestand:
            for nr, deel in enumerate(delen(zaken, zaad=zaad, velden=velden)):
                deel.write_csv(bestand, separator=";", include_header=nr == 0)
        return
    with TemporaryDirectory() as map_:
        for nr, deel in enumerate(delen(zaken, zaad=zaad, velden=velden)):
            deel.write_parquet(Path(map_) / f"{nr:05d}.parquet")
        pl.scan_parquet(f"{map_}/*.parquet").sink_parquet(pad)
