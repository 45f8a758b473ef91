"""Translations: the compiled files are those of the sources, and the compiler makes what gettext reads."""

import gettext
from io import BytesIO
from pathlib import Path

import pytest

from gereedschap.vertalingen import PAKKET, VertalingFout, bronnen, lees, schrijf

PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#: een/bron.html:3
msgid "Het verslag"
msgstr "The report"

msgctxt "knop"
msgid "Open"
msgstr ""
"Open "
"it \\"now\\""

msgid "%(n)s dag"
msgid_plural "%(n)s dagen"
msgstr[0] "%(n)s day"
msgstr[1] "%(n)s days"

#, fuzzy
msgid "Vaag"
msgstr "Vague"

msgid "Leeg"
msgstr ""
"""


def bewaar(map_: Path, tekst: str) -> Path:
    pad = map_ / "django.po"
    pad.write_text(tekst, "utf-8")
    return pad


def test_gettext_leest_wat_wij_vertalen(tmp_path: Path) -> None:
    taal = gettext.GNUTranslations(BytesIO(schrijf(lees(bewaar(tmp_path, PO)))))
    assert taal.gettext("Het verslag") == "The report"
    assert taal.pgettext("knop", "Open") == 'Open it "now"'
    assert [taal.ngettext("%(n)s dag", "%(n)s dagen", n) for n in (1, 2)] == ["%(n)s day", "%(n)s days"]


def test_wat_vaag_of_leeg_is_blijft_onvertaald(tmp_path: Path) -> None:
    taal = gettext.GNUTranslations(BytesIO(schrijf(lees(bewaar(tmp_path, PO)))))
    assert [taal.gettext(woord) for woord in ("Vaag", "Leeg")] == ["Vaag", "Leeg"]


@pytest.mark.parametrize("regel", ['msgid "open', "zomaar iets", '"los"'])
def test_een_fout_noemt_bestand_en_regel(tmp_path: Path, regel: str) -> None:
    with pytest.raises(VertalingFout, match=r"django\.po, regel 2"):
        lees(bewaar(tmp_path, f"\n{regel}\n"))


def test_elke_vertaling_is_bijgewerkt() -> None:
    achter = [
        bron.relative_to(PAKKET).as_posix()
        for bron in bronnen()
        if not bron.with_suffix(".mo").exists() or catalogus(bron.with_suffix(".mo")) != lees(bron)
    ]
    assert not achter, "draai: make vertalingen"


def catalogus(mo: Path) -> dict[str, str]:
    """The texts in a compiled file, whoever compiled it."""
    inhoud = mo.read_bytes()

    def woord(plek: int) -> int:
        return int.from_bytes(inhoud[plek : plek + 4], "little")

    def tekst(plek: int) -> str:
        return inhoud[woord(plek + 4) : woord(plek + 4) + woord(plek)].decode()

    aantal, van, naar = woord(8), woord(12), woord(16)
    return {tekst(van + 8 * i): tekst(naar + 8 * i) for i in range(aantal)}
