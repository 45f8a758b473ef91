"""What a public repository may not hold: paths of one machine, the hosts of registries, numbers of real people."""

import re

from tests.huis.bron import naam, teksten

# Written in pieces, so that this file does not find itself.
PADEN = re.compile(
    r"(?<![\w.])/(?:" + "|".join(["wor" + "k", "roo" + "t", "ho" + "me", "Use" + "rs"]) + r")/\w|/tm" + r"p/\w"
)
GASTHEREN = re.compile(
    "|".join(
        re.escape(a + b)
        for a, b in [("pypi", ".org"), ("pythonhosted", ".org"), ("registry.npm", "js"), ("deb.", "debian")]
    )
)
GETAL = re.compile(r"(?<![\w.])\d{9}(?![\w.])")


def is_bsn(getal: str) -> bool:
    """Say whether nine digits pass the eleven test, as a citizen service number does."""
    return (
        sum(gewicht * int(cijfer) for gewicht, cijfer in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), getal, strict=True)) % 11
        == 0
    )


def test_de_proef_kent_een_nummer() -> None:
    assert is_bsn("999900006")
    assert not is_bsn("999900007")


def test_geen_bestand_noemt_een_pad_van_een_machine() -> None:
    assert not {naam(pad): PADEN.findall(tekst) for pad, tekst in teksten() if PADEN.search(tekst)}


def test_geen_bestand_noemt_het_adres_van_een_pakketbron() -> None:
    assert not {naam(pad): GASTHEREN.findall(tekst) for pad, tekst in teksten() if GASTHEREN.search(tekst)}


def test_burgerservicenummers_zijn_verzonnen() -> None:
    echte = {
        naam(pad): gevonden
        for pad, tekst in teksten()
        if (gevonden := [g for g in GETAL.findall(tekst) if is_bsn(g) and not g.startswith("9999")])
    }
    assert not echte
