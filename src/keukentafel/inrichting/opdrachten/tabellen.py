"""One judgement on the terminal: readable at any width, in words before colours, plain when it is not a terminal."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from keukentafel.inrichting.opdrachten.uitvoer import MAANDEN, WEEKDAGEN, euro
from keukentafel.procedure import Beoordeling
from keukentafel.procedure.draad import Draad, Knoop
from keukentafel.procedure.fase import Fase
from keukentafel.procedure.register import FEITSOORTEN
from keukentafel.procedure.termijn import Aard, Stand, Status
from keukentafel.procedure.uitleg import uitleg
from keukentafel.procedure.waarborg import NORM, Oordeel, Uitslag, Waarborg
from keukentafel.procedure.zaak import Dwangsomstand

SMALST, BREEDST, ONBEKENDE_BREEDTE = 40, 120, 100
TABEL_VANAF = 84
"""Below this width the clock is a list instead of a table."""
DWANGSOMDAGEN = 42
HOOGSTENS_KORT = 4
"""So many broken safeguards does the short view name; of the others it gives the number."""

STATUS: dict[Status, tuple[str, str, str]] = {
    Status.LOOPT: ("●", "loopt", "cyan"),
    Status.OPGESCHORT: ("‖", "staat stil", "cyan"),
    Status.GEHAALD: ("✓", "op tijd", "green"),
    Status.OVERSCHREDEN: ("✗", "te laat", "bold red"),
    Status.TE_LAAT_GEHAALD: ("✗", "te laat gedaan", "red"),
    Status.VERVALLEN: ("–", "vervallen", "dim"),
}
OORDEEL: dict[Uitslag, tuple[str, str, str]] = {
    Uitslag.GESCHONDEN: ("✗", "Geschonden", "bold red"),
    Uitslag.LOOPT: ("●", "Loopt nog", "bold cyan"),
    Uitslag.NIET_VAST_TE_STELLEN: ("?", "Niet vast te stellen", "bold yellow"),
    Uitslag.NAGEKOMEN: ("✓", "Nagekomen", "bold green"),
    Uitslag.NIET_VAN_TOEPASSING: ("–", "Niet van toepassing", "bold"),
}
GEVOLG_VAN_TE_LAAT = {"respijt_ingebrekestelling", "dwangsom"}
"""What these terms say, the dwangsom says already."""
INGEBREKESTELLING = "ingebrekestelling_ontvangen"
STAP_IN_FASE = {
    "aanvraag_ontvangen": (Fase.MELDING, Fase.ONDERZOEK, Fase.VERSLAG),
    INGEBREKESTELLING: (Fase.AANVRAAG, Fase.RECHTSBESCHERMING),
}
_EENVOUDIG = str.maketrans(
    {
        "●": "o",
        "‖": "|",
        "✓": "+",
        "✗": "x",
        "–": "-",
        "→": ">",
        "█": "#",
        "░": ".",
        "·": "-",
        "“": '"',
        "”": '"',
        "€": "EUR",
    }
)


def toon_beoordeling(b: Beoordeling, scherm: Console | None = None) -> None:
    """Print the whole judgement: phase, clock, dwangsom, safeguards, threads, what now, warnings."""
    scherm = scherm or maak_scherm()
    delen = (_kop(b), _klok(b, scherm.width), _dwangsommen(b), _waarborgen(b), _behoeften(b), _wat_nu(b), _slot(b))
    toon(scherm, (regel for deel in delen for regel in deel))


def toon(scherm: Console, regels: Iterable[RenderableType]) -> None:
    """Print without the spaces that fill out a line; in ASCII signs where the terminal knows no others."""
    with scherm.capture() as gevangen:
        for regel in regels:
            scherm.print(regel)
    tekst = "\n".join(regel.rstrip() for regel in gevangen.get().splitlines())
    eenvoudig = not (scherm.encoding or "").lower().startswith("utf")
    print(tekst.translate(_EENVOUDIG) if eenvoudig else tekst, file=scherm.file)


def maak_scherm() -> Console:
    """Standard output, with colours only on a terminal that wants them."""
    breedte = shutil.get_terminal_size((ONBEKENDE_BREEDTE, 24)).columns
    return Console(
        file=sys.stdout, width=min(max(breedte, SMALST), BREEDST), markup=False, highlight=False, emoji=False
    )


def schoon(tekst: str) -> str:
    """Text out of a file, without the signs that steer a terminal."""
    return "".join(" " if unicodedata.category(t).startswith("C") else t for t in tekst)


def _dag(d: date | int | None) -> str:
    if d is None:
        return "niet bekend"
    d = date.fromordinal(d) if isinstance(d, int) else d
    return f"{WEEKDAGEN[d.weekday()][:2]} {d.day} {MAANDEN[d.month - 1]} {d.year}"


def kopje(tekst: str) -> Text:
    return Text(f"\n{tekst.upper()}", style="bold")


def inspringen(regel: Text | Table, diep: int = 2) -> Padding:
    return Padding(regel, (0, 0, 0, diep))


def toon_kort(b: Beoordeling, titel: str, scherm: Console) -> None:
    """Print what matters first of one case: phase, dwangsom, what was broken, what now."""
    delen = (_kop(b), _dwangsommen(b), _geschonden(b), _wat_nu(b))
    toon(scherm, [Text(f"\n=== {titel}", style="bold"), *(regel for deel in delen for regel in deel)])


# --- the parts -----------------------------------------------------------------------------------------------------


def _kop(b: Beoordeling) -> Iterator[RenderableType]:
    delen = [f"Zaak {b.casus.zaak}", b.casus.gemeente or "", f"peildatum {_dag(b.casus.peildatum)}"]
    yield Text(schoon(" · ".join(d for d in delen if d)), style="bold")
    yield Text(f"Fase: {b.fase.value}")
    if b.bijdrage is not None:
        per = "per maand" if b.bijdrage.per == "maand" else "per vier weken"
        yield Text(f"Eigen bijdrage: hoogstens {euro(b.bijdrage.bedrag)} {per}")


def _klok(b: Beoordeling, breedte: int) -> Iterator[RenderableType]:
    standen = [s for s in b.termijnen if s.termijn.aard is not Aard.BEWAREN]
    if not standen and not b.termijnen:
        return
    yield kopje("Termijnen")
    yield from _kloktabel(standen) if breedte >= TABEL_VANAF else _kloklijst(standen)
    bewaard = [s.uiterlijk_nr for s in b.termijnen if s.termijn.aard is Aard.BEWAREN and s.uiterlijk_nr]
    if bewaard:
        yield inspringen(Text(f"Bewaren: elk stuk 15 jaar, het laatste tot en met {_dag(max(bewaard))}.", style="dim"))
    for stand in standen:
        waarom = _bijzonder(stand)
        if waarom:
            yield inspringen(Text.assemble((f"{stand.termijn.naam}: ", "italic"), waarom))


def _kloktabel(standen: Iterable[Stand]) -> Iterator[RenderableType]:
    tabel = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", show_edge=False)
    for kop in ("", "Termijn", "Uiterlijk", "Gedaan", "Bron"):
        tabel.add_column(kop, no_wrap=kop in ("", "Uiterlijk", "Gedaan"), overflow="fold")
    for s in standen:
        tabel.add_row(_status(s), Text(s.termijn.naam), Text(_uiterlijk(s)), Text(_gedaan(s)), Text(_bron(s)))
    yield inspringen(tabel)


def _kloklijst(standen: Iterable[Stand]) -> Iterator[RenderableType]:
    for s in standen:
        yield inspringen(Text.assemble(_status(s), f"  {s.termijn.naam}"))
        gedaan = f", gedaan {_gedaan(s)}" if s.gehaald is not None else ""
        yield inspringen(Text(f"uiterlijk {_uiterlijk(s)}{gedaan} ({_bron(s)})", style="dim"), 5)


def _status(s: Stand) -> Text:
    icoon, woord, stijl = STATUS[s.status]
    return Text(f"{icoon} {woord}", style=stijl)


def _uiterlijk(s: Stand) -> str:
    einde = s.einddag
    if einde.uiterlijk is None and einde.vanaf is not None:
        return f"vanaf {_dag(einde.vanaf)}"
    return _dag(einde.uiterlijk)


def _gedaan(s: Stand) -> str:
    return _dag(s.gehaald.dag) if s.gehaald is not None else ""


def _bron(s: Stand) -> str:
    norm = "norm: " if s.termijn.binding is NORM else ""
    return norm + s.termijn.bron_tekst[0]


def _bijzonder(s: Stand) -> str:
    """Why this day is not simply the start plus the length."""
    einde = s.einddag
    if einde.tussentijden or einde.verlengd_door is not None or (einde.zonder or 0) != (einde.uiterlijk or 0):
        return " ".join(uitleg(s)[1:-1])
    return ""


def _dwangsommen(b: Beoordeling) -> Iterator[RenderableType]:
    if not b.dwangsommen:
        return
    yield kopje("Dwangsom")
    for stand in b.dwangsommen:
        yield from _een_dwangsom(stand)


def _een_dwangsom(stand: Dwangsomstand) -> Iterator[RenderableType]:
    x = stand.dwangsom
    woord = "loopt" if stand.loopt else "loopt nog niet" if x.dagen == 0 else "is klaar"
    over = "het bezwaar" if stand.betreft == "bezwaar" else "de aanvraag"
    yield inspringen(Text(f"{euro(x.bedrag)} van hoogstens {euro(x.maximum)}; over {over}; {woord}", style="bold"))
    yield inspringen(Text("█" * x.dagen + "░" * (DWANGSOMDAGEN - x.dagen) + f" dag {x.dagen} van {DWANGSOMDAGEN}"))
    yield inspringen(Text(f"Van {_dag(x.eerste_dag)} tot en met uiterlijk {_dag(x.laatste_dag)}."))


def _waarborgen(b: Beoordeling) -> Iterator[RenderableType]:
    yield kopje("Waarborgen")
    for uitslag, (icoon, woord, stijl) in OORDEEL.items():
        rij = [(w, o) for w, o in b.waarborgen if o.oordeel is uitslag]
        if not rij:
            continue
        yield inspringen(Text(f"{icoon} {woord} ({len(rij)})", style=stijl))
        if uitslag is Uitslag.NIET_VAN_TOEPASSING:
            yield inspringen(Text(", ".join(w.id for w, _ in rij), style="dim"), 4)
        else:
            yield from (deel for w, o in rij for deel in _een_waarborg(w, o))


def _een_waarborg(w: Waarborg, o: Oordeel) -> Iterator[RenderableType]:
    binding = (o.binding or w.binding).value
    yield inspringen(Text.assemble((f"{w.id:<4}", "bold"), f"{w.titel} ", (f"[{binding}]", "dim")), 4)
    if o.oordeel is not Uitslag.NAGEKOMEN:
        bron = "; ".join(w.bron_tekst)
        yield inspringen(Text.assemble(schoon(o.uitleg), (f" ({bron})", "dim")), 8)


def _geschonden(b: Beoordeling) -> Iterator[RenderableType]:
    """The first broken safeguards, a line each, and how many more there are."""
    rij = [(w, o) for w, o in b.waarborgen if o.oordeel is Uitslag.GESCHONDEN]
    if not rij:
        yield Text("✓ Geen waarborg geschonden", style="green")
        return
    icoon, woord, stijl = OORDEEL[Uitslag.GESCHONDEN]
    yield kopje("Waarborgen")
    yield inspringen(Text(f"{icoon} {woord}: {len(rij)}", style=stijl))
    for w, o in rij[:HOOGSTENS_KORT]:
        yield inspringen(Text(f"{w.titel} [{(o.binding or w.binding).value}, waarborg {w.id}]"), 4)
    if len(rij) > HOOGSTENS_KORT:
        yield inspringen(Text(f"en nog {len(rij) - HOOGSTENS_KORT} andere"), 4)


def _behoeften(b: Beoordeling) -> Iterator[RenderableType]:
    if b.behoeften:
        yield kopje("Behoeften, van melding tot besluit")
    for draad in b.behoeften:
        vraag = f": “{draad.vraag}”" if draad.vraag else ""
        yield inspringen(Text(schoon(f"{draad.id} {draad.leefgebied or ''}".strip() + vraag), style="bold"))
        yield inspringen(Text(schoon(" → ".join(map(_knoop, draad.knopen)))), 4)
        yield inspringen(_einde_draad(draad), 4)


def _knoop(knoop: Knoop) -> str:
    uitkomst = f" ({knoop.uitkomst})" if knoop.uitkomst and knoop.stap != "melding" else ""
    return f"{knoop.stap} {_dag(knoop.feit.dag)}{uitkomst}"


def _einde_draad(draad: Draad) -> Text:
    if draad.gevallen_tussen is not None:
        return Text(f"✗ ontbreekt in het {draad.gevallen_tussen}", style="bold red")
    return Text("● nog open", style="cyan") if draad.open else Text("✓ beantwoord", style="green")


def _wat_nu(b: Beoordeling) -> Iterator[RenderableType]:
    regels = [*_te_laat(b), *_lopend(b), *_stappen(b)]
    if regels:
        yield kopje("Wat nu")
        yield from map(inspringen, regels)


def _te_laat(b: Beoordeling) -> Iterator[Text]:
    for s in b.termijnen:
        if s.status is Status.OVERSCHREDEN and s.termijn.id not in GEVOLG_VAN_TE_LAAT:
            yield Text(f"✗ Te laat sinds {_dag(s.uiterlijk_nr)}: {s.termijn.naam.lower()} ({_wie(s)})", style="red")


def _lopend(b: Beoordeling) -> Iterator[Text]:
    lopend = [s for s in b.termijnen if s.loopt and s.uiterlijk_nr is not None and s.termijn.aard is not Aard.BEWAREN]
    for s in sorted(lopend, key=lambda s: s.uiterlijk_nr or 0):
        if s.termijn.id not in GEVOLG_VAN_TE_LAAT:
            plan = f"; houd {_dag(s.einddag.plan_op)} aan" if s.einddag.plan_op is not None else ""
            yield Text(f"● Uiterlijk {_dag(s.uiterlijk_nr)}: {s.termijn.naam.lower()} ({_wie(s)}){plan}")


def _wie(s: Stand) -> str:
    """Whose turn it is: whoever brings about the act that meets the term."""
    soort = s.termijn.gehaald_door[0] if s.termijn.gehaald_door else ""
    return FEITSOORTEN[soort].door[0].value if soort else "inwoner"


def _stappen(b: Beoordeling) -> Iterator[Text]:
    """The steps of which the day decides whether they have a use, where they are the next ones."""
    for stap in b.stappen:
        if b.fase not in STAP_IN_FASE.get(stap.soort, ()) or (stap.soort == INGEBREKESTELLING and b.dwangsommen):
            continue
        woord, stijl = ("→ Kan nu", "") if stap.mag else ("– Nog niet", "dim")
        yield Text(f"{woord}: {schoon(stap.waarom)}", style=stijl)


def _slot(b: Beoordeling) -> Iterator[RenderableType]:
    if b.waarschuwingen:
        yield kopje("Let op")
    for w in b.waarschuwingen:
        bron = f" ({'; '.join(str(x) for x in w.bron)})" if w.bron else ""
        yield inspringen(Text.assemble("! ", schoon(w.tekst), (bron, "dim")))
    yield Text("\nHet programma geeft datums en volledigheid. Over hulp beslist een mens.", style="dim")
