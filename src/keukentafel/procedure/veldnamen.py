"""What a field of a fact is called in a sentence to a resident. `mist` keeps the name of the field itself."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from keukentafel.procedure.taal import opsomming

VELDNAMEN: Final = {
    "aanwezig": "wie er was",
    "afwijking_van_advies_gemotiveerd": "of er een reden is om van het advies af te wijken",
    "bedenktijd_gemeld": "of is verteld van de bedenktijd",
    "bedrag": "het bedrag",
    "behoefte": "voor welke behoefte",
    "behoeften": "over welke behoeften het gaat",
    "beslist_door": "wie heeft beslist",
    "betrokken": "of de behandelaar er zelf bij betrokken was",
    "betreft": "waar het over gaat",
    "commissie": "of er een commissie is",
    "datum": "de datum",
    "document": "welk document is gezien",
    "doel": "waarvoor",
    "gebaseerd_op_verslag": "of het besluit op het verslag steunt",
    "gegevens": "welke gegevens",
    "geinformeerd_over": "waarover is verteld",
    "gespreksvoerder.belang": "of de gespreksvoerder een belang had",
    "gespreksvoerder.professional": "of de gespreksvoerder een professional was",
    "grond": "de grond",
    "ingangsdatum": "vanaf welke dag het geldt",
    "instemming": "of u akkoord bent gegaan",
    "inwoner_ingelicht": "of dat aan u is verteld",
    "klager": "of de klager is gehoord",
    "beklaagde": "of de beklaagde is gehoord",
    "leveringsvorm": "in welke vorm de hulp is gevraagd",
    "motivering": "of er uitleg bij staat",
    "onderdelen": "wat erin staat",
    "onderwerpen": "waarover is gesproken",
    "ondertekend_en_gemotiveerd": "of het bezwaar ondertekend is en redenen geeft",
    "oplossing": "de oplossing",
    "overgangstermijn_weken": "hoeveel weken overgang er is",
    "pgb_voorwaarden": "hoe de voorwaarden voor een pgb zijn gewogen",
    "reactie_beantwoord": "of de reactie is beantwoord",
    "rechtsmiddelenclausule": "of erin staat hoe bezwaar maken gaat",
    "reden": "de reden",
    "richting": "wat het advies inhoudt",
    "schriftelijk": "of het op papier staat",
    "soort_oplossing": "welk soort oplossing het is",
    "toezegging_nagekomen": "of de toezegging is nagekomen",
    "tot": "tot welke dag",
    "uitkomst": "de uitkomst",
    "van": "van wie",
    "vorm": "hoe het gesprek ging",
    "weken": "hoeveel weken",
    "wijze": "hoe het is gestuurd",
}
"""Every field whose absence can leave a safeguard untold, or a last day unsure."""


def veldnaam(veld: str) -> str:
    """The field in words, with its own name behind it so that it can be found in the file."""
    woorden = VELDNAMEN.get(veld)
    return f"'{veld}'" if woorden is None else f"{woorden} (veld {veld})"


@lru_cache(maxsize=1024)
def veldnamen(velden: tuple[str, ...]) -> str:
    """These fields in words: `a, b en c`."""
    return opsomming([veldnaam(veld) for veld in velden])
