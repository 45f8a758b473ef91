"""What a screening found, on the terminal: the counts per term and per safeguard, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from keukentafel.doorlichting import Doorlichting
from keukentafel.inrichting.opdrachten.tabellen import inspringen, kopje, maak_scherm, schoon, toon
from keukentafel.procedure.waarborg import Uitslag

HOOGSTENS_GEWEIGERD = 5
TERMIJNKOLOMMEN = {
    "gehaald": "gehaald", "overschreden": "te laat", "loopt": "loopt", "vervallen": "vervallen",
    "niet_vast_te_stellen": "onbekend", "mediaan_dagen": "mediaan", "p90_dagen": "p90",
}  # fmt: skip
WAARBORGKOLOMMEN = {
    Uitslag.NAGEKOMEN: "nagekomen", Uitslag.GESCHONDEN: "geschonden", Uitslag.LOOPT: "loopt",
    Uitslag.NIET_VAST_TE_STELLEN: "onbekend",
}  # fmt: skip


def toon_kort(uit: Doorlichting, rapport: Path, hoogstens: int = 3, scherm: Console | None = None) -> None:
    """Print how much was read, the terms and safeguards that were missed most often, and where the report stands."""
    scherm = scherm or maak_scherm()
    toon(scherm, (*_kop(uit), *_vaakst_te_laat(uit, hoogstens), *_vaakst_geschonden(uit, hoogstens)))
    print(f"\nRapport: {schoon(str(rapport.resolve()))}")


def _vaakst_te_laat(uit: Doorlichting, hoogstens: int) -> Iterator[RenderableType]:
    rijen = sorted(
        ((t.als_dict()["overschreden"], t.begonnen, t.termijn.naam) for t in uit.termijnen), key=lambda rij: -rij[0]
    )
    if any(te_laat for te_laat, _, _ in rijen):
        yield kopje("Termijnen die het vaakst te laat zijn")
    for te_laat, begonnen, naam in rijen[:hoogstens]:
        if te_laat:
            yield inspringen(Text(schoon(f"{naam}: in {_getal(te_laat)} van {_getal(begonnen)} zaken te laat")))


def _vaakst_geschonden(uit: Doorlichting, hoogstens: int) -> Iterator[RenderableType]:
    rijen = sorted(
        ((w.aantallen[str(Uitslag.GESCHONDEN)], w.waarborg) for w in uit.waarborgen), key=lambda rij: -rij[0]
    )
    if any(aantal for aantal, _ in rijen):
        yield kopje("Waarborgen die het vaakst geschonden zijn")
    for aantal, w in rijen[:hoogstens]:
        if aantal:
            yield inspringen(Text(f"{w.titel} [{w.binding}, waarborg {w.id}]: in {_getal(aantal)} zaken"))


def toon_doorlichting(uit: Doorlichting, rapport: Path | None = None, scherm: Console | None = None) -> None:
    """Print the counts of a screening, and where its report stands."""
    scherm = scherm or maak_scherm()
    toon(
        scherm,
        (regel for deel in (_kop(uit), _termijnen(uit), _waarborgen(uit), _slot(uit, rapport)) for regel in deel),
    )


def _getal(n: int) -> str:
    return f"{n:,}".replace(",", ".")


def _kop(uit: Doorlichting) -> Iterator[RenderableType]:
    profiel = f" · profiel {uit.profiel}" if uit.profiel else ""
    yield Text(schoon(f"Logboek {uit.log}{profiel} · peildatum {uit.peildatum.isoformat()}"), style="bold")
    seconden = f"{uit.seconden:.1f}".replace(".", ",")
    yield Text(f"{_getal(uit.zaken)} zaken, {_getal(uit.feiten)} feiten, in {seconden} seconden")
    if uit.genegeerd or uit.geweigerd_aantal:
        yield Text(f"Genegeerd: {_getal(uit.genegeerd)} rijen. Geweigerd: {_getal(uit.geweigerd_aantal)} rijen.")


def _tabel(*koppen: str) -> Table:
    tabel = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", show_edge=False)
    tabel.add_column(koppen[0], overflow="fold")
    for kop in koppen[1:]:
        tabel.add_column(kop, justify="right", no_wrap=True)
    return tabel


def _termijnen(uit: Doorlichting) -> Iterator[RenderableType]:
    begonnen = [t for t in uit.termijnen if t.begonnen]
    if not begonnen:
        return
    yield kopje("Termijnen (aantal zaken; mediaan en p90 in dagen)")
    tabel = _tabel("Termijn", *TERMIJNKOLOMMEN.values())
    for t in begonnen:
        rij = t.als_dict()
        tabel.add_row(Text(schoon(t.termijn.naam)), *(_cel(rij[naam]) for naam in TERMIJNKOLOMMEN))
    yield inspringen(tabel)
    rest = len(uit.termijnen) - len(begonnen)
    if rest:
        yield inspringen(Text(f"In geen enkele zaak begonnen: {rest} andere termijnen.", style="dim"))


def _cel(waarde: float | int | None) -> str:
    if waarde is None:
        return "–"
    return _getal(waarde) if isinstance(waarde, int) else f"{waarde:.1f}".replace(".", ",")


def _waarborgen(uit: Doorlichting) -> Iterator[RenderableType]:
    beslist = [w for w in uit.waarborgen if any(w.aantallen[str(u)] for u in WAARBORGKOLOMMEN)]
    if beslist:
        yield kopje("Waarborgen (aantal zaken)")
        tabel = _tabel("Waarborg", *WAARBORGKOLOMMEN.values())
        for w in beslist:
            tabel.add_row(
                Text(f"{w.waarborg.id:<4}{w.waarborg.titel} [{w.waarborg.binding}]"),
                *(_getal(w.aantallen[str(u)]) for u in WAARBORGKOLOMMEN),
            )
        yield inspringen(tabel)
    if uit.niet_te_toetsen:
        ids = ", ".join(w.id for w in uit.niet_te_toetsen)
        yield inspringen(Text(f"Niet te toetsen met dit logboek: {ids}.", style="dim"))


def _slot(uit: Doorlichting, rapport: Path | None) -> Iterator[RenderableType]:
    if uit.geweigerd:
        yield kopje("Geweigerde rijen")
        for rij, reden in uit.geweigerd[:HOOGSTENS_GEWEIGERD]:
            yield inspringen(Text(schoon(f"rij {rij}: {reden}")))
        rest = uit.geweigerd_aantal - HOOGSTENS_GEWEIGERD
        if rest > 0:
            yield inspringen(Text(f"en nog {_getal(rest)}; met --json staan ze er allemaal"))
    for waarschuwing in uit.waarschuwingen:
        yield Text(schoon(f"! {waarschuwing}"))
    if rapport is not None:
        yield Text(f"\nRapport: {schoon(str(rapport.resolve()))}")
