"""One case: judge it (`toets`), and the ready cases (`voorbeeld`)."""

from __future__ import annotations

import argparse

from keukentafel.inrichting.opdrachten.invoer import INVOER, lees_datum, lees_tekst, noem, vandaag
from keukentafel.inrichting.opdrachten.uitvoer import schrijf_json
from keukentafel.inrichting.opdrachten.weigering import Geweigerd


def toets(aanroep: argparse.Namespace) -> None:
    """`toets`: the whole judgement of one case, as JSON or as tables."""
    redenen: list[str] = []
    peildatum, tekst = None, None
    try:
        peildatum = lees_datum(aanroep, "peildatum")
    except Geweigerd as fout:
        redenen += fout.redenen
    try:
        tekst = lees_tekst(aanroep.casus)
    except Geweigerd as fout:
        redenen += fout.redenen
    if tekst is None:
        raise Geweigerd(redenen)

    from keukentafel.procedure import CasusFout, beoordeel, lees_casus

    naam = noem(aanroep.casus)
    try:
        casus = lees_casus(tekst, bestand=naam, vandaag=vandaag(), peildatum=peildatum)
    except CasusFout as fout:
        redenen += [f.zin(naam) for f in fout.fouten]
    if redenen:
        raise Geweigerd(redenen)
    uit = beoordeel(casus)
    if aanroep.json:
        schrijf_json(uit.als_dict())
        return

    from keukentafel.inrichting.opdrachten.tabellen import toon_beoordeling

    toon_beoordeling(uit)


def voorbeeld(aanroep: argparse.Namespace) -> None:
    """`voorbeeld`: the list of ready cases, or the text of one."""
    from keukentafel.inrichting.voorbeelden import lees, namen, titel

    if aanroep.naam is None:
        breedte = max(map(len, namen()))
        print(*(f"{naam:<{breedte}}  {titel(naam)}" for naam in namen()), "", sep="\n")
        print(f"Lees er één:   keukentafel voorbeeld {namen()[0]}")
        print(f"Toets er één:  keukentafel voorbeeld {namen()[0]} | keukentafel toets {INVOER}")
        return
    if aanroep.naam not in namen():
        raise Geweigerd(_onbekend(aanroep.naam, namen()))
    print(lees(aanroep.naam), end="")


def _onbekend(naam: str, namen: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    lijkt = get_close_matches(naam, namen, 1)
    bedoelt = f" Bedoelt u {lijkt[0]}?" if lijkt else ""
    return f"Er is geen voorbeeld {naam!r}.{bedoelt} Kies uit: {', '.join(namen)}."
