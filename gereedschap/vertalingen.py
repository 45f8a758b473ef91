"""Compile every translation (.po) of the package to the form the program reads (.mo), without msgfmt.

The compiled files are committed: who installs the package needs no compiler, and a test holds both the same.
"""

from __future__ import annotations

import ast
import struct
from pathlib import Path

PAKKET = Path(__file__).resolve().parents[1] / "src" / "keukentafel"
MAGISCH = 0x950412DE
SLEUTELS = ("msgctxt", "msgid_plural", "msgid", "msgstr")

Boodschap = dict[str, str]


class VertalingFout(ValueError):
    """A .po file cannot be read; the message names the file and the line."""


def lees(pad: Path) -> dict[str, str]:
    """Read a .po file to the catalogue of a .mo file: original (with context, with plural) to translation.

    Fuzzy and empty translations are left out, as msgfmt does. Raises VertalingFout.
    """
    catalogus: dict[str, str] = {}
    boodschap: Boodschap = {}
    vaag, sleutel = False, ""
    for nummer, regel in enumerate([*pad.read_text("utf-8").splitlines(), ""], 1):
        kaal = regel.strip()
        if not kaal:
            _voeg_toe(catalogus, boodschap, vaag=vaag)
            boodschap, vaag, sleutel = {}, False, ""
        elif kaal.startswith("#"):
            vaag = vaag or (kaal.startswith("#,") and "fuzzy" in kaal)
        else:
            sleutel, tekst = _regel(pad, nummer, kaal, sleutel)
            boodschap[sleutel] = boodschap.get(sleutel, "") + tekst
    return catalogus


def _regel(pad: Path, nummer: int, kaal: str, vorige: str) -> tuple[str, str]:
    """Split a line in its keyword (the one before, for a string that goes on) and its text."""
    sleutel, aanhaling, rest = kaal.partition('"')
    sleutel = sleutel.strip() or vorige
    if not aanhaling or not sleutel.startswith(SLEUTELS):
        raise VertalingFout(f"{pad}, regel {nummer}: hier hoort een msgid of msgstr met een tekst te staan")
    try:
        return sleutel, str(ast.literal_eval(aanhaling + rest))
    except (SyntaxError, ValueError) as fout:
        raise VertalingFout(f"{pad}, regel {nummer}: de tekst is niet goed afgesloten") from fout


def _voeg_toe(catalogus: dict[str, str], boodschap: Boodschap, *, vaag: bool) -> None:
    """Put one message in the catalogue, unless it is not translated yet."""
    if "msgid" not in boodschap or (vaag and boodschap["msgid"]):
        return
    meervouden = [boodschap[sleutel] for sleutel in sorted(boodschap) if sleutel.startswith("msgstr")]
    if not all(meervouden):
        return
    origineel = boodschap["msgid"]
    if "msgctxt" in boodschap:
        origineel = f"{boodschap['msgctxt']}\x04{origineel}"
    if "msgid_plural" in boodschap:
        origineel = f"{origineel}\x00{boodschap['msgid_plural']}"
    catalogus[origineel] = "\x00".join(meervouden)


def schrijf(catalogus: dict[str, str]) -> bytes:
    """Lay a catalogue out as a .mo file: a header, two tables of (length, place), then the texts."""
    paren = sorted((van.encode(), naar.encode()) for van, naar in catalogus.items())
    aantal = len(paren)
    kop = struct.pack("<7I", MAGISCH, 0, aantal, 28, 28 + 8 * aantal, 0, 28 + 16 * aantal)
    plek = 28 + 16 * aantal
    tabellen, teksten = b"", b""
    for kant in (0, 1):
        for paar in paren:
            tabellen += struct.pack("<2I", len(paar[kant]), plek + len(teksten))
            teksten += paar[kant] + b"\x00"
    return kop + tabellen + teksten


def bronnen() -> list[Path]:
    """Every .po file of the package."""
    return sorted(PAKKET.rglob("*.po"))


def main() -> None:
    """Compile what changed."""
    for bron in bronnen():
        doel = bron.with_suffix(".mo")
        inhoud = schrijf(lees(bron))
        if not doel.exists() or doel.read_bytes() != inhoud:
            doel.write_bytes(inhoud)
            print(f"{doel.relative_to(PAKKET)}: vertaald")


if __name__ == "__main__":
    main()
