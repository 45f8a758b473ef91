"""Write docs/procedure.md out of the declarations: facts, terms, safeguards and steps, phase by phase.

Run it after a change in `keukentafel.procedure`; a test holds the page and the declarations the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

from keukentafel.procedure.fase import Fase
from keukentafel.procedure.feit import ALGEMENE_VELDEN, Feitsoort, Groep, Lijst, Veldvorm
from keukentafel.procedure.moment import Moment, Voorrang, Vroegste, Waar, eerste
from keukentafel.procedure.normen import STANDAARDNORMEN
from keukentafel.procedure.register import CORRECTIE, FASEN, FEITSOORTEN, STAPPEN, TERMIJNEN, WAARBORGEN
from keukentafel.procedure.termijn import Aard, Termijn
from keukentafel.procedure.waarborg import Afwezig, Brief, Eigen, Familie, Onderdelen, Orde, Rol, VolgtTermijn, Waarborg

PAGINA = Path(__file__).resolve().parents[1] / "docs" / "procedure.md"
KOP = """\
# De procedure

<!-- Gemaakt uit de beschrijvingen in `src/keukentafel/procedure`. Niet met de hand wijzigen:
     python gereedschap/procedure_pagina.py -->

Een zaak is een reeks feiten met een datum. Al het andere volgt daaruit: de fase, elke termijn, elke waarborg en wat \
er nu kan gebeuren. Deze pagina noemt alles wat het programma kent, in de volgorde van de procedure.

- Een **feit** heeft een `soort` en een `datum`, en soms velden. Een veld dat ontbreekt is niet bekend. Het is nooit \
"nee" en nooit leeg. Een lijst die er wel staat, is volledig.
- Een **termijn** begint bij een feit en eindigt op een laatste dag. De dag van het feit telt niet mee.
- Een **waarborg** geeft één oordeel: nagekomen, geschonden, loopt, niet van toepassing of niet vast te stellen.
- **Binding** zegt hoe sterk een regel is: wet, rechtspraak of norm. Een norm is geen wet; een gemeente kan hem \
anders zetten.

Het programma geeft datums en volledigheid. Het zegt niets over recht op hulp."""

FASENAAM = {
    "melding": "Melding", "onderzoek": "Onderzoek", "verslag": "Verslag", "aanvraag": "Aanvraag", "besluit": "Besluit",
    "rechtsbescherming": "Rechtsbescherming", "te_laat": "Te laat beslissen", "vervolg": "Vervolg",
    "privacy": "Privacy",
}  # fmt: skip

BIJZONDERE_START = {
    "aanvulling": "tot en met de dag die de gemeente noemt",
    "buiten_behandeling": "vanaf de aanvulling, of vanaf de ongebruikte laatste dag daarvoor",
    "bezwaar_per_post": "vanaf het einde van `bezwaar`",
    "beslissing_op_bezwaar": "6 weken, met een commissie 12 weken, vanaf het einde van `bezwaar`",
    "stukken_hoorzitting": "tot 10 dagen vóór de zitting; terugtellen schuift niet op",
    "nieuw_besluit_na_uitspraak": "alleen na een gegrond beroep tegen niet op tijd beslissen",
    "klacht": "met een klachtadviescommissie 10 weken",
    "respijt_ingebrekestelling": "alleen na een ingebrekestelling die niet te vroeg kwam",
    "dwangsom": "vanaf het einde van `respijt_ingebrekestelling`",
    "beroep_niet_tijdig": "kan vanaf twee weken na de ingebrekestelling; er is geen laatste dag",
    "dwangsombeschikking": "vanaf de laatste dag met dwangsom",
    "inzage": "schuift op volgens Verordening 1182/71",
    "bewaren": "elk feit is een stuk met een eigen bewaartijd",
}
"""What terms that reckon their own start do: each has a line here, or the page is not made."""

EINDE_ONGEBRUIKT = {
    Aard.PLICHT: "overschreden",
    Aard.RECHT: "vervallen",
    Aard.BEVOEGDHEID: "vervallen",
    Aard.BEWAREN: "vervallen",
}


def pagina() -> str:
    """The whole page."""
    delen = [KOP, _fasen(), *map(_fase, FASEN), _correctie(), _normen()]
    return "\n\n".join(delen) + "\n"


def _code(namen: Iterable[str]) -> str:
    return ", ".join(f"`{naam}`" for naam in namen)


def _tabel(koppen: tuple[str, ...], rijen: Iterable[tuple[str, ...]]) -> str:
    regels = [koppen, ("---",) * len(koppen), *rijen]
    return "\n".join("| " + " | ".join(cel.replace("|", "\\|") for cel in rij) + " |" for rij in regels)


def _fasen() -> str:
    return f"De fasen van een zaak: {_code(f.value for f in Fase)}."


def _fase(module: ModuleType) -> str:
    naam = module.__name__.rpartition(".")[2]
    delen = [f"## {FASENAAM[naam]}", f"### Feiten van {FASENAAM[naam].lower()}", "\n".join(_feiten(module.FEITEN))]
    if module.TERMIJNEN:
        delen += [f"### Termijnen van {FASENAAM[naam].lower()}", _termijnen(module.TERMIJNEN)]
        delen += filter(None, ["\n".join(_verloop(module.TERMIJNEN))])
    if module.WAARBORGEN:
        delen += [f"### Waarborgen van {FASENAAM[naam].lower()}", _waarborgen(module.WAARBORGEN)]
    if module.STAPPEN:
        delen += [f"### Stappen van {FASENAAM[naam].lower()}", "\n".join(_stappen(s.soort for s in module.STAPPEN))]
    return "\n\n".join(delen)


# --- facts ---------------------------------------------------------------------------------------------------------


def _feiten(soorten: Iterable[Feitsoort]) -> Iterator[str]:
    for soort in soorten:
        eenmalig = " Eén keer per zaak." if soort.eenmalig else ""
        na = f" Kan pas na {_code(soort.na)}." if soort.na else ""
        if soort.slaat_op:
            na = f" Vastleggen kan pas na {_code(soort.slaat_op)}."
        yield f"- `{soort.soort}`: {soort.titel}. Door: {', '.join(rol.value for rol in soort.door)}.{eenmalig}{na}"
        yield from _velden(
            {n: v for n, v in soort.velden.items() if n not in ALGEMENE_VELDEN or v != ALGEMENE_VELDEN[n]}, 1
        )


def _velden(velden: Mapping[str, Veldvorm], diep: int) -> Iterator[str]:
    for naam, vorm in velden.items():
        binnen = vorm.velden if isinstance(vorm, (Groep, Lijst)) else {}
        wat = {Groep: "groep", Lijst: "lijst"}.get(type(vorm), "") if binnen else vorm.beschrijving()
        yield f"{'  ' * diep}- `{naam}`: {wat}"
        yield from _velden(binnen, diep + 1)


def _correctie() -> str:
    regels = "\n".join(_feiten([FEITSOORTEN[CORRECTIE.soort]]))
    return (
        f"## Elk feit\n\nElk feit mag ook deze velden hebben: {_code(ALGEMENE_VELDEN)}. Een feit verandert nooit. "
        f"Een fout herstelt u met een nieuw feit; beide blijven leesbaar.\n\n{regels}"
    )


# --- terms ---------------------------------------------------------------------------------------------------------


def _termijnen(termijnen: Iterable[Termijn]) -> str:
    koppen = ("Id", "Naam", "Binding", "Begint bij", "Lengte", "Gehaald door", "Ongebruikt voorbij", "Atw", "Bron")
    return _tabel(koppen, map(_termijn, termijnen))


def _termijn(t: Termijn) -> tuple[str, ...]:
    begin = _code(t.vanaf) or "elk feit"
    if t.start is not None:
        begin += f"; {BIJZONDERE_START[t.id]}"
    if t.laatste:
        begin += " (het laatste)"
    if t.staat is not None:
        begin += f"; telt pas na `{t.staat.na_soort}` of na het einde van `{t.staat.of_na_termijn}`"
    return (
        f"`{t.id}`", t.naam, t.binding.value, begin, _lengte(t), _code(t.gehaald_door) or "–", EINDE_ONGEBRUIKT[t.aard],
        "ja" if t.atw and t.norm is None else "nee", "; ".join(t.bron_tekst),
    )  # fmt: skip


def _lengte(t: Termijn) -> str:
    if t.norm is not None:
        return f"{_normlengte(t.norm)} (norm)"
    return str(t.duur) if t.duur is not None else "–"


def _verloop(termijnen: Iterable[Termijn]) -> Iterator[str]:
    """What stops, lengthens or ends a term."""
    for t in termijnen:
        for stil in t.opschortingen:
            tot = f"tot {_code(stil.tot)}, of tot de genoemde dag"
            yield f"- `{t.id}` staat stil vanaf `{stil.van}` {tot} ({stil.bron})."
        for langer in t.verlengingen:
            als = f", als {' en '.join(f'`{v}`' for v in langer.voorwaarden)} waar zijn" if langer.voorwaarden else ""
            hoogstens = f" met hoogstens {langer.hoogstens} weken" if langer.hoogstens else ""
            yield f"- `{t.id}` wordt langer door `{langer.door}`{hoogstens}{als} ({langer.bron})."
        if t.vervalt_door:
            door = ", ".join(_moment(eerste(soort, waar=waar)) for soort, waar in t.vervalt_door)
            yield f"- `{t.id}` vervalt door {door}."


# --- safeguards ----------------------------------------------------------------------------------------------------


def _waarborgen(waarborgen: Iterable[Waarborg]) -> str:
    koppen = ("Id", "Wat moet kloppen", "Binding", "Hoe getoetst", "Niet aan de orde als", "Bron")
    return _tabel(
        koppen, ((w.id, w.titel, w.binding.value, _hoe(w.familie), w.nvt, "; ".join(w.bron_tekst)) for w in waarborgen)
    )


def _hoe(familie: Familie) -> str:
    match familie:
        case Orde(dan=dan, als=als):
            eerst = f"{_moment(als)}, daarna " if als is not None else ""
            return f"volgorde: {eerst}{_moment(dan)}{_tot(familie)}"
        case Onderdelen(soorten=soorten):
            return f"inhoud van {_code(soorten)}, samen{_tot(familie)}"
        case Brief(soort=soort, veld=veld):
            return f"inhoud van `{soort}`, veld `{veld}`"
        case Rol(soort=soort, velden=velden):
            return f"velden van `{soort}`: {_code(veld for veld, _ in velden)}"
        case Afwezig(soort=soort, waar=waar):
            return f"komt niet voor: `{soort}` met `{waar.pad}` {_waarden(waar)}"
        case VolgtTermijn(termijn=termijn):
            return f"volgt de termijn `{termijn}`"
        case Eigen(soorten=soorten, velden=velden):
            return f"eigen toets op {_code(soorten)}" + (f"; velden {_code(velden)}" if velden else "")


def _tot(familie: Orde | Onderdelen) -> str:
    grens = familie.grens
    delen = [f"vóór {_moment(m)}" for m in grens.acten]
    delen += [f"binnen `{grens.termijn}`"] if grens.termijn else []
    delen += [f"binnen {_normlengte(grens.norm)} (norm)"] if grens.norm else []
    return f"; {', '.join(delen)}" if delen else ""


def _moment(moment: Moment) -> str:
    if isinstance(moment, Voorrang):
        return ", anders ".join(map(_moment, moment.momenten))
    if isinstance(moment, Vroegste):
        return " of ".join(map(_moment, moment.momenten))
    waar = f" ({_waarden(moment.waar)})" if moment.waar is not None else ""
    return " of ".join(f"`{soort}`" for soort in moment.soorten) + waar


def _waarden(waar: Waar) -> str:
    return " of ".join({True: "ja", False: "nee"}.get(w, str(w)) for w in waar.een_van)


# --- steps and norms -----------------------------------------------------------------------------------------------


def _stappen(soorten: Iterable[str]) -> Iterator[str]:
    for soort in soorten:
        dag = " (of het nu al zin heeft, hangt af van de dag)" if STAPPEN[soort].nog_niet is not None else ""
        yield f"- `{soort}`: {STAPPEN[soort].waarom}{dag}"


def _normlengte(naam: str) -> str:
    norm = STANDAARDNORMEN[naam][-1]
    return f"{norm.duur.aantal} werkdagen" if norm.werkdagen else str(norm.duur)


def _normen() -> str:
    rijen = ((f"`{naam}`", _normlengte(naam), reeks[-1].bron) for naam, reeks in STANDAARDNORMEN.items())
    tabel = _tabel(("Naam", "Lengte", "Bron"), rijen)
    return f"## Normen\n\nEen gemeente kan deze lengtes zelf zetten, met een begindag.\n\n{tabel}"


if __name__ == "__main__":
    PAGINA.write_text(pagina(), "utf-8")
    print(f"{PAGINA.name}: {len(FEITSOORTEN)} soorten feiten, {len(TERMIJNEN)} termijnen, {len(WAARBORGEN)} waarborgen")
