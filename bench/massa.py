"""The screening in bulk: in memory, from file to report, and beside pm4py and openfisca-core on the same cases.

Peers run in a process of their own; a peer that is not installed is said, and skipped.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import polars as pl

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.blok import Blok
from keukentafel.doorlichting.datums import DAG0
from keukentafel.doorlichting.groeperen import aaneengesloten
from keukentafel.doorlichting.kalender import einden
from keukentafel.doorlichting.kiezen import Getallen
from keukentafel.doorlichting.lezen import Log
from keukentafel.doorlichting.profiel import Profiel
from keukentafel.doorlichting.reeks import NOOIT, SCHUIF
from keukentafel.doorlichting.standen import Standen
from keukentafel.doorlichting.termijnen import standen
from keukentafel.doorlichting.voorbeeldlog import schrijf_log
from keukentafel.doorlichting.waarborgen import oordelen
from keukentafel.procedure.waarborg import Eigen, Waarborg
from keukentafel.wet.termijn import weken

ZAKEN = int(os.environ.get("BENCH_ZAKEN", "1000000"))
TIENVOUD = os.environ.get("BENCH_TIENVOUD", "ja") == "ja"
PEILDATUM = date(2026, 6, 1)
VANDAAG = PEILDATUM.toordinal() - DAG0
BUREN = 10_000
RONDES = 5
EISEN = (
    ("melding_ontvangen", "ontvangst_bevestigd", 1), ("melding_ontvangen", "uitnodiging_verstuurd", 2),
    ("melding_ontvangen", "gesprek_gevoerd", 6), ("melding_ontvangen", "verslag_verstuurd", 6),
    ("gesprek_gevoerd", "verslag_verstuurd", 2), ("verslag_verstuurd", "aanvraag_ontvangen", 4),
    ("aanvraag_ontvangen", "besluit_bekendgemaakt", 2), ("besluit_bekendgemaakt", "voorziening_gestart", 4),
    ("voorziening_gestart", "evaluatie_gehouden", 6), ("bezwaar_ontvangen", "beslissing_op_bezwaar_bekendgemaakt", 12),
)  # fmt: skip
"""Ten time constraints: start, act, weeks."""

Cijfer = tuple[str, str, str]


def cijfers() -> list[Cijfer]:
    """Every figure of the screening."""
    with TemporaryDirectory() as map_:
        pad = Path(map_)
        schrijf_log(pad / "log.parquet", ZAKEN)
        stukken = list(aaneengesloten(Log(pad / "log.parquet", Profiel()).stroom()))
        return [*_tien_eisen(pad, stukken), *_alles(stukken), *_vijf_termijnen(pad, stukken), *_van_bestand(pad)]


def _tel_eis(begin: Getallen, act: Getallen, duur: Any) -> tuple[int, int, int]:
    """In time, late, and over without an act, of one constraint over columns of days."""
    einde, _ = einden(begin, duur, atw=True)
    gedaan, op_tijd = act != NOOIT, act <= einde
    return (
        int(np.count_nonzero(op_tijd)),
        int(np.count_nonzero(gedaan & ~op_tijd)),
        int(np.count_nonzero(~gedaan & (einde < VANDAAG))),
    )


def _tien_eisen(pad: Path, stukken: list[pl.DataFrame]) -> list[Cijfer]:
    kolommen = [_dagkolommen(Blok(stuk, VANDAAG)) for stuk in stukken]
    duren = [weken(aantal) for _, _, aantal in EISEN]

    def stuk(paren: list[tuple[Getallen, Getallen]]) -> list[tuple[int, int, int]]:
        return [_tel_eis(begin, act, duur) for (begin, act), duur in zip(paren, duren, strict=True)]

    with ThreadPoolExecutor(2) as draden:
        snelheid = ZAKEN / _mediaan(lambda: list(draden.map(stuk, kolommen)))
    uit = [("tien tijdseisen met Atw, in geheugen", f"{snelheid / 1e6:.1f} miljoen zaken/s", "≥ 13 miljoen/s")]
    eerste = (
        pl.scan_parquet(pad / "log.parquet").filter(pl.col("zaak") < f"Z-{BUREN:08d}").select("zaak", "soort", "datum")
    )
    eerste.collect().write_parquet(pad / "buren.parquet")
    buur = _buur("pm4py_declare", str(pad / "buren.parquet"), json.dumps([eis[:2] for eis in EISEN]))
    if buur is None:
        return [*uit, ("tien tijdseisen naast pm4py", "niet gemeten (niet geïnstalleerd)", "-")]
    for naam, duur in buur.items():
        uit.append((f"naast pm4py {naam} ({BUREN / duur:.0f} zaken/s)", f"{snelheid / (BUREN / duur):.0f}x", "sneller"))
    return uit


def _dagkolommen(blok: Blok) -> list[tuple[Getallen, Getallen]]:
    """Start and act of each constraint as days, for the cases in which it started."""
    uit = []
    for van, tot, _ in EISEN:
        begin = blok.van(van).eerste
        zaken = np.flatnonzero(begin != NOOIT)
        act = blok.van(tot).eerste[zaken]
        uit.append((begin[zaken] >> SCHUIF, np.where(act == NOOIT, NOOIT, act >> SCHUIF)))
    return uit


def _alles(stukken: list[pl.DataFrame]) -> list[Cijfer]:
    """Medians over a few rounds; the first, which reads the declarations for the first time, does not count."""
    in_kolommen = [w for w in regels.WAARBORGEN.values() if not isinstance(w.familie, Eigen)]
    per_verloop = [w for w in regels.WAARBORGEN.values() if isinstance(w.familie, Eigen)]
    rondes = [_een_ronde(stukken, in_kolommen, per_verloop) for _ in range(RONDES + 1)][1:]
    duur, rekentijd, duur_verloop = map(median, zip(*rondes, strict=True))
    return [
        (f"{len(regels.TERMIJNEN)} termijnen en {len(in_kolommen)} waarborgen uit kolommen, in geheugen",
         f"{ZAKEN / duur / 1e6:.2f} miljoen zaken/s, {rekentijd / ZAKEN * 1e6:.2f} µs rekentijd per zaak",
         "≥ 2 miljoen/s"),
        (f"en met de {len(per_verloop)} waarborgen die kleine functies zijn",
         f"{ZAKEN / (duur + duur_verloop) / 1e6:.2f} miljoen zaken/s", "-"),
    ]  # fmt: skip


def _een_ronde(
    stukken: list[pl.DataFrame], in_kolommen: list[Waarborg], per_verloop: list[Waarborg]
) -> tuple[float, float, float]:
    """Two blocks at a time over two threads, as the program does. Only the judging is timed, also in processor time:
    that stays nearly the same when other programs use the machine. Third: the time of the small functions."""
    duur = rekentijd = duur_verloop = 0.0
    with ThreadPoolExecutor(2) as draden:
        for nr in range(0, len(stukken), 2):
            blokken = [_klaargezet(stuk) for stuk in stukken[nr : nr + 2]]
            begin, reken_begin = time.perf_counter(), time.process_time()
            list(draden.map(lambda b: _oordeel(b, in_kolommen), blokken))
            midden = time.perf_counter()
            rekentijd += time.process_time() - reken_begin
            list(draden.map(lambda b: [oordelen(b, w) for w in per_verloop] and None, blokken))
            duur += midden - begin
            duur_verloop += time.perf_counter() - midden
    return duur, rekentijd, duur_verloop


def _klaargezet(stuk: pl.DataFrame) -> Blok:
    """A block as it lies in memory: per kind the key of the first fact of each case, and the fields as codes."""
    blok = Blok(stuk, VANDAAG)
    for soort in regels.SOORTEN:
        if blok.heeft(soort):
            assert len(blok.van(soort).eerste) == blok.n
    for naam in stuk.columns:
        if naam.startswith("v:"):
            blok.kolom(naam[2:])
    return blok


def _oordeel(blok: Blok, waarborgen: Iterable[Waarborg]) -> list[Standen]:
    for w in waarborgen:
        oordelen(blok, w)
    return [standen(blok, t) for t in regels.TERMIJNEN.values()]


def _vijf_termijnen(pad: Path, stukken: list[pl.DataFrame]) -> list[Cijfer]:
    """Five deadline variables from one start day, beside openfisca-core with numpy's working days."""
    begin = np.concatenate([Blok(stuk, VANDAAG).van("melding_ontvangen").eerste >> SCHUIF for stuk in stukken])
    np.save(pad / "begin.npy", begin)
    duren = [weken(aantal) for aantal in (1, 2, 4, 6, 8)]
    eigen = _mediaan(lambda: [einden(begin, duur, atw=True) for duur in duren])
    buur = _buur("openfisca_vijf", str(pad / "begin.npy"))
    if buur is None:
        return [("vijf termijnen naast openfisca-core", "niet gemeten (niet geïnstalleerd)", "≥ 3x")]
    return [("vijf termijnen over alle zaken naast openfisca-core", f"{buur['vijf'] / eigen:.1f}x", "≥ 3x")]


def _van_bestand(pad: Path) -> list[Cijfer]:
    """From file to report in a new process, with the memory it took at most."""
    uit = []
    for naam, doel in (("parquet", "≤ 4 s, ≤ 2 GiB"), ("csv", "≤ 12 s, ≤ 2 GiB")):
        schrijf_log(pad / f"kaal.{naam}", ZAKEN, velden=False)
        duur, geheugen = _drie_keer(pad / f"kaal.{naam}")
        uit.append(
            (f"{ZAKEN:_} zaken van {naam} tot rapport".replace("_", "."), f"{duur:.1f} s, {geheugen:.2f} GiB", doel)
        )
    duur, geheugen = _drie_keer(pad / "log.parquet")
    uit.append(("hetzelfde met dertien kolommen met velden", f"{duur:.1f} s, {geheugen:.2f} GiB", "≤ 2 GiB"))
    if TIENVOUD:
        (pad / "kaal.csv").unlink()
        een, _ = _drie_keer(pad / "kaal.parquet")
        _tienmaal(pad / "kaal.parquet", pad / "tien.parquet")
        tien, geheugen = _doorlicht(pad / "tien.parquet")
        uit.append(("tien keer zoveel zaken", f"{tien / een:.1f}x de tijd, {geheugen:.2f} GiB", "≤ 12x, ≤ 2 GiB"))
    return uit


def _tienmaal(bron: Path, doel: Path) -> None:
    """The same log ten times over, with other case numbers each time; as a stream."""
    keren = [pl.scan_parquet(bron).with_columns(zaak=pl.lit(str(nr)) + pl.col("zaak")) for nr in range(10)]
    pl.concat(keren).sink_parquet(doel, compression="lz4", statistics=False)


_DOORLICHT = """
import sys, time, json
from datetime import date
from pathlib import Path
begin = time.perf_counter()
from keukentafel.doorlichting import doorlicht, schrijf_rapport
uitkomst = doorlicht(Path(sys.argv[1]), peildatum=date(2026, 6, 1))
schrijf_rapport(uitkomst, Path(sys.argv[1] + ".html"))
duur = time.perf_counter() - begin
top = next(int(regel.split()[1]) for regel in open("/proc/self/status") if regel.startswith("VmHWM"))
print(json.dumps([duur, top / 1024 ** 2]))
"""


def _drie_keer(pad: Path) -> tuple[float, float]:
    """The median time and the most memory of three runs."""
    duren, geheugens = zip(*(_doorlicht(pad) for _ in range(3)), strict=True)
    return median(duren), max(geheugens)


def _doorlicht(pad: Path) -> tuple[float, float]:
    klaar = subprocess.run([sys.executable, "-c", _DOORLICHT, str(pad)], capture_output=True, text=True, check=True)
    duur, geheugen = json.loads(klaar.stdout)
    return duur, geheugen


def _mediaan(functie: Callable[[], object]) -> float:
    functie()
    duren = []
    for _ in range(7):
        begin = time.perf_counter()
        functie()
        duren.append(time.perf_counter() - begin)
    return median(duren)


def _buur(naam: str, *argumenten: str) -> dict[str, float] | None:
    """Seconds of a peer, measured in its own process; None when it is not installed."""
    script = Path(__file__).parent / "tegenover" / f"{naam}.py"
    klaar = subprocess.run([sys.executable, str(script), *argumenten], capture_output=True, text=True, check=False)
    if klaar.returncode == 3:
        return None
    if klaar.returncode:
        raise RuntimeError(f"{naam}: {klaar.stderr[-2000:]}")
    return dict(json.loads(klaar.stdout.splitlines()[-1]))
