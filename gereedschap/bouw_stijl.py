"""Build the one style sheet and the two letter files of the site out of open NL Design System parts.

Run after a change in gereedschap/stijl (needs node once, for `npm ci` there). Users of the package need none of this:
what comes out is committed. Only what the templates use is kept: the components named below, and of the theme only the
tokens that these components (and our own layer) read, followed through.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

HIER = Path(__file__).resolve().parent / "stijl"
PAKKETTEN = HIER / "node_modules"
DOEL = Path(__file__).resolve().parents[1] / "src" / "keukentafel" / "portaal" / "static" / "keukentafel"
THEMA = "@nl-design-system-unstable/voorbeeld-design-tokens"
LETTER = "@fontsource/atkinson-hyperlegible-next"
TOKEN = re.compile(r"^\s*(--[\w-]+):\s*([^;]+);", re.MULTILINE)
GEBRUIK = re.compile(r"var\(\s*(--[\w-]+)")
REGEL = re.compile(r"([^{}]+)\{([^{}]*)\}")
COMMENTAAR = re.compile(r"/\*.*?\*/", re.DOTALL)
KLASSE = re.compile(r"utrecht-[a-z0-9_-]+")
BRONNEN = ("*.html", "*.py", "*.js")


def main() -> None:
    """Write stijl.css and the letter files; with --controle fail when the committed file would change."""
    if not PAKKETTEN.is_dir():
        subprocess.run(["npm", "ci", "--ignore-scripts"], cwd=HIER, check=True)
    css = bouw()
    doel = DOEL / "stijl.css"
    if "--controle" in sys.argv[1:]:
        sys.exit(doel.read_text("utf-8") != css)
    doel.write_text(css, "utf-8")
    _letters()
    print(f"{doel.name}: {len(css.encode())} bytes")


def bouw() -> str:
    """The whole style sheet: licence note, tokens in use, components in use, own theme, own parts."""
    klassen = gebruikt()
    onderdelen = "".join(_zuinig(_onderdeel(naam), klassen) for naam in _namen("@utrecht"))
    eigen = _krimp((HIER / "thema.css").read_text("utf-8")) + _krimp((HIER / "eigen.css").read_text("utf-8"))
    tokens = _tokens(onderdelen + eigen)
    return f"{_licentie()}\n:root{{{tokens}}}\n{onderdelen}\n{eigen}\n"


def _namen(groep: str) -> list[str]:
    """The pinned packages of one group, in the order of package.json."""
    gepind = json.loads((HIER / "package.json").read_text("utf-8"))["devDependencies"]
    return [naam for naam in gepind if naam.startswith(groep)]


def _onderdeel(naam: str) -> str:
    return COMMENTAAR.sub("", (PAKKETTEN / naam / "dist" / "index.min.css").read_text("utf-8"))


def gebruikt() -> set[str]:
    """The classes of the design system that templates and code name; `utrecht-alert--` stands for all its variants."""
    bestanden = (pad for soort in BRONNEN for pad in DOEL.parents[1].rglob(soort))
    return {klasse for pad in bestanden for klasse in KLASSE.findall(pad.read_text("utf-8"))}


def _zuinig(css: str, klassen: set[str]) -> str:
    """Drop the selectors of parts, states and variants that no template uses."""
    begin = tuple(klasse for klasse in klassen if klasse.endswith("--"))

    def houd(regel: re.Match[str]) -> str:
        if regel[1].lstrip().startswith("@"):
            return regel[0]
        kiezers = [kiezer for kiezer in re.split(r",(?![^(]*\))", regel[1]) if nodig(kiezer)]
        return f"{','.join(kiezers)}{{{regel[2]}}}" if kiezers else ""

    def nodig(kiezer: str) -> bool:
        return all(
            klasse in klassen or klasse.startswith(begin) for klasse in re.findall(r"\.(utrecht-[\w-]+)", kiezer)
        )

    return re.sub(r"@media[^{]*\{\}", "", REGEL.sub(houd, css))


def _tokens(css: str) -> str:
    """The theme's declarations that the given style sheet reads, directly or through another token."""
    thema = dict(TOKEN.findall((PAKKETTEN / THEMA / "dist" / "theme.css").read_text("utf-8")))
    zoek, gezien = set(GEBRUIK.findall(css)), set[str]()
    while zoek:
        naam = zoek.pop()
        if naam in thema and naam not in gezien:
            gezien.add(naam)
            zoek |= set(GEBRUIK.findall(thema[naam]))
    return ";".join(f"{naam}:{COMMENTAAR.sub('', thema[naam]).strip()}" for naam in sorted(gezien))


def _krimp(css: str) -> str:
    """Take out comments and needless white space; keep the space that selectors and calc() need."""
    css = re.sub(r"\s+", " ", COMMENTAAR.sub("", css))
    return re.sub(r" ?([{};]) ?", r"\1", css).replace(";}", "}").strip()


def _licentie() -> str:
    """The notice that goes with the file: where each part comes from, with its version and licence."""
    versies = ", ".join(
        f"{naam} {json.loads((PAKKETTEN / naam / 'package.json').read_text('utf-8'))['version']}"
        for naam in [*_namen("@utrecht"), *_namen("@nl-design-system")]
    )
    return (
        "/*! Keukentafel, EUPL-1.2. Gebouwd met gereedschap/bouw_stijl.py; niet met de hand wijzigen.\n"
        f"Bevat delen van NL Design System (EUPL-1.2), bewerkt en ingekort: {versies}.\n"
        "Letter: Atkinson Hyperlegible Next, Braille Institute of America (OFL-1.1), zie letter/OFL.txt. */"
    )


def _letters() -> None:
    map_ = DOEL / "letter"
    map_.mkdir(parents=True, exist_ok=True)
    for gewicht in (400, 700):
        naam = f"atkinson-hyperlegible-next-latin-{gewicht}-normal.woff2"
        shutil.copyfile(PAKKETTEN / LETTER / "files" / naam, map_ / f"atkinson-hyperlegible-next-{gewicht}.woff2")
    shutil.copyfile(PAKKETTEN / LETTER / "LICENSE", map_ / "OFL.txt")


if __name__ == "__main__":
    main()
