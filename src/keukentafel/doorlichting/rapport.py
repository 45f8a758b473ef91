"""The report of a screening: one page of HTML that needs nothing else, for the screen and for paper."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from keukentafel.doorlichting.beeld import BAKKEN, balk, getal, in_bakken, verdeling
from keukentafel.doorlichting.fouten import Invoerfout
from keukentafel.doorlichting.uitkomst import Doorlichting, Groepuitkomst, Termijnuitkomst, Waarborguitkomst
from keukentafel.doorlichting.verbergen import DREMPEL
from keukentafel.procedure.taal import datum_voluit

_GENOEMD: Final = 100
_GEWICHT: Final = {"wet": 0, "rechtspraak": 1, "norm": 2}
_SOORT: Final = {"wet": "wet", "rechtspraak": "rechtspraak", "norm": "norm"}
_FASEN: Final = {
    "M": "Melding", "O": "Onderzoek", "V": "Verslag", "A": "Aanvraag en besluit", "R": "Rechtsbescherming",
    "W": "Vervolg en wijziging", "P": "Privacy",
}  # fmt: skip


def schrijf_rapport(doorlichting: Doorlichting, pad: Path) -> None:
    """Write the report in one go: who reads `pad` meanwhile sees the old page or the new one. Raises `Invoerfout`."""
    tijdelijk = ""
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=pad.parent, prefix=f".{pad.name}-", delete=False
        ) as bestand:
            tijdelijk = bestand.name
            bestand.write(maak_rapport(doorlichting))
        os.chmod(tijdelijk, 0o644)
        os.replace(tijdelijk, pad)
    except OSError as fout:
        if tijdelijk:
            Path(tijdelijk).unlink(missing_ok=True)
        raise Invoerfout(f"Het rapport {pad} is niet te schrijven: {fout.strerror or fout}.") from None


def maak_rapport(d: Doorlichting) -> str:
    """The whole page."""
    css = files("keukentafel.doorlichting").joinpath("rapport.css").read_text(encoding="utf-8")
    titel = escape(f"Doorlichting van {d.profiel or d.log}")
    delen = (_eerst(d), _termijnen(d), _waarborgen(d), _groepen(d), _niet_te_toetsen(d), _geweigerd(d), _grenzen(d))
    return (
        f'<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"><title>{titel}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{css}</style></head>\n'
        f'<body><header><h1>{titel}</h1>{_kern(d)}</header>\n<main id="inhoud">{"".join(delen)}</main>\n'
        f"<footer><p>Gemaakt met Keukentafel uit het bestand {escape(d.log)}. Beoordeeld zoals het was op "
        f"{datum_voluit(d.peildatum.toordinal())}.</p></footer></body></html>\n"
    )


def _kern(d: Doorlichting) -> str:
    cijfers = (
        ("Peildatum", datum_voluit(d.peildatum.toordinal())), ("Zaken", getal(d.zaken)), ("Feiten", getal(d.feiten)),
        ("Geweigerde rijen", getal(d.geweigerd_aantal)), ("Overgeslagen rijen", getal(d.genegeerd)),
    )  # fmt: skip
    return '<dl class="kern">' + "".join(f"<div><dt>{n}</dt><dd>{w}</dd></div>" for n, w in cijfers) + "</dl>"


# --- the finding that matters first ----------------------------------------------------------------------------------


def _eerst(d: Doorlichting) -> str:
    bevindingen = sorted(_bevindingen(d))[:5]
    if not bevindingen:
        tekst = "<p>In dit bestand is niets gevonden dat te laat was of niet is nagekomen.</p>"
    else:
        tekst = '<ol class="bevindingen">' + "".join(f"<li>{html}</li>" for *_, html in bevindingen) + "</ol>"
    return (
        f'<section class="eerst" aria-labelledby="eerst"><h2 id="eerst">Wat het eerst aandacht vraagt</h2>{tekst}'
        "<p>Wat de wet eist staat voorop, daarna rechtspraak en normen. Binnen die volgorde komt eerst wat in de "
        "meeste zaken speelt.</p></section>"
    )


def _bevindingen(d: Doorlichting) -> Iterator[tuple[int, int, str, str]]:
    for t in d.termijnen:
        te_laat, samen = t.aantallen["overschreden"], t.aantallen["overschreden"] + t.aantallen["gehaald"]
        if te_laat:
            kop = f"{escape(t.termijn.naam)}: {_deel(te_laat, samen)} te laat"
            rest = f"Het gaat om zaken waarin de termijn voorbij is ({_soort(str(t.termijn.binding))})."
            yield _GEWICHT[str(t.termijn.binding)], -te_laat, t.termijn.id, f"<strong>{kop}.</strong> {rest}"
    volgt = {t.termijn.naam for t in d.termijnen}
    for w in d.waarborgen:
        geschonden = w.aantallen["geschonden"]
        if geschonden and w.waarborg.titel not in volgt and not _is_termijn(w):
            kop = (
                f"{escape(w.waarborg.id)} {escape(w.waarborg.titel)}: in {_deel(geschonden, w.beslist)} niet nagekomen"
            )
            rest = f"Bron: {escape(', '.join(w.waarborg.bron_tekst))} ({_soort(str(w.waarborg.binding))})."
            yield _GEWICHT[str(w.waarborg.binding)], -geschonden, w.waarborg.id, f"<strong>{kop}.</strong> {rest}"


def _is_termijn(w: Waarborguitkomst) -> bool:
    return type(w.waarborg.familie).__name__ == "VolgtTermijn"


def _deel(deel: int, geheel: int) -> str:
    return f"{getal(deel)} van de {getal(geheel)} ({_procent(deel, geheel)})"


def _procent(deel: int, geheel: int) -> str:
    return f"{100 * deel / geheel:.1f}%".replace(".", ",") if geheel else "-"


def _soort(binding: str) -> str:
    return f'<span class="soort">{_SOORT[binding]}</span>'


# --- terms -----------------------------------------------------------------------------------------------------------


def _termijnen(d: Doorlichting) -> str:
    begonnen = [t for t in d.termijnen if t.begonnen]
    if not begonnen:
        return "<section><h2>Termijnen</h2><p>In geen enkele zaak is een termijn begonnen.</p></section>"
    koppen = (
        "Termijn", "Begonnen", "Op tijd", "Te laat", "Loopt nog", "Vervallen", "Niet vast te stellen",
        "Mediaan (dagen)", "90% binnen (dagen)", "Einde verschoven",
    )  # fmt: skip
    rijen = [_termijnrij(t) for t in begonnen]
    beelden = "".join(
        _verdeling(t) for t in begonnen if t.na_einde and t.aantallen["gehaald"] + t.aantallen["overschreden"]
    )
    return (
        "<section><h2>Termijnen</h2><p>Elke zaak telt één keer per termijn. "
        "“Einde verschoven” telt de termijnen waarvan de Algemene termijnenwet de laatste dag heeft verschoven, "
        "omdat die op een zaterdag, zondag of feestdag viel.</p>"
        f"{_tabel('Termijnen in alle zaken', koppen, rijen)}{beelden}</section>"
    )


def _termijnrij(t: Termijnuitkomst) -> list[str]:
    a = t.aantallen
    uit = t.als_dict()
    binding, bron = _soort(str(t.termijn.binding)), _bron(t.termijn.bron_tekst)
    naam = f'{escape(t.termijn.naam)} {binding}<span class="bron">{bron}</span>'
    tellers = (t.begonnen, a["gehaald"], a["overschreden"], a["loopt"], a["vervallen"], a["niet_vast_te_stellen"])
    return [
        naam,
        *map(getal, tellers),
        _dagen(uit["mediaan_dagen"]),
        _dagen(uit["p90_dagen"]),
        getal(t.einde_op_rustdag),
    ]


def _bron(teksten: Sequence[str]) -> str:
    return escape("; ".join(teksten))


def _dagen(waarde: float | None) -> str:
    return "-" if waarde is None else f"{waarde:g}".replace(".", ",")


def _verdeling(t: Termijnuitkomst) -> str:
    gedaan, open_ = in_bakken(t.na_einde), in_bakken(t.nog_niet)
    titel = f"{t.termijn.naam}: dagen vóór of na de laatste dag"
    rijen = [[naam, getal(g), getal(o)] for (_, _, naam), g, o in zip(BAKKEN, gedaan, open_, strict=True) if g or o]
    return (
        f"<h3>{escape(t.termijn.naam)}</h3><figure><figcaption>{escape(titel)}</figcaption>"
        f"{verdeling(t.termijn.id.replace(' ', '-'), titel, gedaan)}</figure>"
        f"{_tabel(titel, ('Wanneer', 'Gedaan', 'Nog niet gedaan op de peildatum'), rijen)}"
    )


# --- safeguards ------------------------------------------------------------------------------------------------------


def _waarborgen(d: Doorlichting) -> str:
    if not d.waarborgen:
        return ""
    koppen = (
        "Waarborg",
        "Nagekomen",
        "Niet nagekomen",
        "Deel",
        "Loopt nog",
        "Niet aan de orde",
        "Niet vast te stellen",
    )
    delen = []
    for letter, fase in _FASEN.items():
        rijen = [_waarborgrij(w) for w in d.waarborgen if w.waarborg.id[0] == letter]
        if rijen:
            delen.append(f"<h3>{fase}</h3>{_tabel(f'Waarborgen: {fase.lower()}', koppen, rijen)}")
    return (
        "<section><h2>Waarborgen</h2><p>Wat de inwoner mag verwachten. Een norm is geen wet: een gemeente kan hem zelf "
        "aanpassen. “Niet vast te stellen” betekent dat het bestand het niet zegt.</p>" + "".join(delen) + "</section>"
    )


def _waarborgrij(w: Waarborguitkomst) -> list[str]:
    a = w.aantallen
    naam = (
        f"{escape(w.waarborg.id)} {escape(w.waarborg.titel)} {_soort(str(w.waarborg.binding))}"
        f'<span class="bron">{_bron(w.waarborg.bron_tekst)}</span>'
    )
    deel = _procent(a["nagekomen"], w.beslist) + balk(a["nagekomen"], a["geschonden"])
    rest = (a["loopt"], a["niet_van_toepassing"], a["niet_vast_te_stellen"])
    return [naam, getal(a["nagekomen"]), getal(a["geschonden"]), deel, *map(getal, rest)]


# --- groups and the rest ---------------------------------------------------------------------------------------------


def _groepen(d: Doorlichting) -> str:
    delen = [_groep(naam, waarden, d) for naam, waarden in d.groepen.items() if waarden]
    te_veel = ""
    if d.groepen_te_veel:
        namen = escape(", ".join(d.groepen_te_veel))
        te_veel = f"<p>Niet getoond, want er zijn te veel verschillende waarden: {namen}.</p>"
    if not delen and not te_veel:
        return ""
    return (
        f"<section><h2>Per groep</h2><p>Aantallen van 1 tot en met {DREMPEL - 1} zijn verborgen, zodat niemand is te "
        "herkennen. Soms is een tweede aantal verborgen, omdat het eerste anders uit te rekenen is.</p>"
        f"{''.join(delen)}{te_veel}</section>"
    )


def _groep(naam: str, waarden: Sequence[Groepuitkomst], d: Doorlichting) -> str:
    delen = []
    for t in d.termijnen:
        rijen = [rij for g in waarden for rij in _groeprijen(g, t.termijn.id)]
        if rijen and t.aantallen["gehaald"] + t.aantallen["overschreden"]:
            kop = f"{t.termijn.naam}, per {naam}"
            koppen = (naam, "Zaken", "Op tijd", "Te laat", "Loopt nog", "Mediaan (dagen)")
            delen.append(_tabel(kop, tuple(map(escape, koppen)), rijen))
    return f"<h3>Per {escape(naam)}</h3>{''.join(delen)}" if delen else ""


def _groeprijen(g: Groepuitkomst, termijn_id: str) -> Iterator[list[str]]:
    for t in g.termijnen:
        if t["id"] == termijn_id:
            cellen = (g.zaken, t["gehaald"], t["overschreden"], t["loopt"])
            yield [escape(g.waarde), *map(_of_verborgen, cellen), _dagen(t["mediaan_dagen"])]


def _of_verborgen(aantal: Any) -> str:
    return '<span class="verborgen">verborgen</span>' if aantal is None else getal(aantal)


def _niet_te_toetsen(d: Doorlichting) -> str:
    if not d.niet_te_toetsen:
        return ""
    regels = "".join(f"<li>{escape(w.id)} {escape(w.titel)}</li>" for w in d.niet_te_toetsen)
    return (
        "<section><h2>Niet te toetsen met dit bestand</h2><p>Van deze waarborgen bevat het bestand geen feit of kolom "
        f"die iets zegt. Ze zijn niet meegeteld.</p><ul>{regels}</ul></section>"
    )


def _geweigerd(d: Doorlichting) -> str:
    if not d.geweigerd_aantal:
        return ""
    rijen = [[str(rij), f'<span class="tekst">{escape(reden)}</span>'] for rij, reden in d.geweigerd[:_GENOEMD]]
    meer = d.geweigerd_aantal - len(rijen)
    rest = f"<p>En nog {getal(meer)} rijen.</p>" if meer > 0 else ""
    return (
        "<section><h2>Geweigerde rijen</h2><p>Deze rijen zijn niet beoordeeld. De kopregel is regel 1.</p>"
        f"{_tabel('Geweigerde rijen', ('Regel', 'Reden'), rijen)}{rest}</section>"
    )


def _grenzen(d: Doorlichting) -> str:
    punten = [
        "Het bestand zegt wanneer iets is vastgelegd. Of het goed is gedaan, kan alleen een mens beoordelen.",
        "Een zaak waarin de handeling vóór het begin van de termijn ligt, telt als niet vast te stellen.",
        "De regels zijn die van dit programma op de dag dat het rapport is gemaakt. Normen staan apart van de wet.",
    ]
    if d.feiten_na_peildatum:
        punten.append(
            f"{getal(d.feiten_na_peildatum)} feiten liggen na de peildatum. Ze zijn geteld, maar nog niet gebeurd."
        )
    if d.zaken_voor_2015:
        punten.append(
            f"{getal(d.zaken_voor_2015)} zaken hebben een feit van vóór 2015, toen de Wmo 2015 nog niet gold. "
            "Hun termijnen en waarborgen zijn niet vast te stellen."
        )
    punten.extend(map(escape, d.waarschuwingen))
    return (
        "<section><h2>Wat dit rapport niet zegt</h2><ul>" + "".join(f"<li>{p}</li>" for p in punten) + "</ul></section>"
    )


def _tabel(titel: str, koppen: Iterable[str], rijen: Iterable[Sequence[str]]) -> str:
    """A table with a caption and headers for rows and columns; wide ones can be moved by keyboard."""
    kop = "".join(f'<th scope="col">{naam}</th>' for naam in koppen)
    lijf = "".join(
        f'<tr><th scope="row">{rij[0]}</th>' + "".join(f"<td{_klasse(cel)}>{cel}</td>" for cel in rij[1:]) + "</tr>"
        for rij in rijen
    )
    naam = escape(titel)
    return (
        f'<div class="tabel" role="region" aria-label="Tabel: {naam}" tabindex="0"><table><caption>{naam}</caption>'
        f"<thead><tr>{kop}</tr></thead><tbody>{lijf}</tbody></table></div>"
    )


def _klasse(cel: str) -> str:
    return ' class="tekst"' if cel.startswith('<span class="tekst"') else ""
