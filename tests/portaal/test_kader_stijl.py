"""The built style sheet: everything that pages use is in it, nothing comes from elsewhere, and it may be passed on."""

from __future__ import annotations

import json
import re

import pytest

from .teksten import PAKKET

STATISCH = PAKKET / "portaal" / "static" / "keukentafel"
GEREEDSCHAP = PAKKET.parents[1] / "gereedschap" / "stijl"


@pytest.fixture(scope="module")
def stijl() -> str:
    return (STATISCH / "stijl.css").read_text("utf-8")


def test_elke_gebruikte_klasse_heeft_een_regel() -> None:
    bladen = "".join(pad.read_text("utf-8") for pad in PAKKET.rglob("static/keukentafel/*.css"))
    bekend = set(re.findall(r"\.((?:utrecht|kt)-[\w-]+)", bladen))
    mist = {}
    for pad in (PAKKET / "portaal" / "templates").rglob("*.html"):
        for klasse in re.findall(
            r"(?<![\w/-])(?:utrecht|kt)-[a-z][\w-]*", " ".join(re.findall(r'class="(.*?)"', pad.read_text("utf-8")))
        ):
            if klasse not in bekend and not any(k.startswith(klasse) for k in bekend):
                mist.setdefault(klasse, pad.name)
    assert not mist


def test_niets_van_buiten(stijl: str) -> None:
    assert "@import" not in stijl and "//" not in stijl
    for plek in re.findall(r'url\("?([^")]+)', stijl):
        assert plek.startswith("data:") or (STATISCH / plek).is_file(), plek


def test_alle_tokens_die_gelezen_worden_en_geen_terugval_hebben_bestaan(stijl: str) -> None:
    gezet = set(re.findall(r"(--[\w-]+)\s*:", stijl))
    nodig = set(re.findall(r"var\((--(?:kt|basis|voorbeeld)-[\w-]+)\)", stijl))
    assert len(nodig) > 50
    assert not nodig - gezet


def test_de_licentie_en_de_versies_staan_erbij(stijl: str) -> None:
    kop = stijl[: stijl.index("*/")]
    gepind = json.loads((GEREEDSCHAP / "package.json").read_text("utf-8"))["devDependencies"]
    assert "EUPL-1.2" in kop and "OFL-1.1" in kop
    assert all(f"{naam} {versie}" in kop for naam, versie in gepind.items() if naam.startswith(("@utrecht", "@nl-")))
    assert "SIL Open Font License" in (STATISCH / "letter" / "OFL.txt").read_text("utf-8")


def test_het_slot_van_npm_noemt_geen_adres() -> None:
    assert "://" not in (GEREEDSCHAP / "package-lock.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("voor", "achter"),
    [
        ("grijs-700", "grijs-50"),
        ("grijs-500", "grijs-50"),
        ("grijs-400", "grijs-50"),
        ("violet-500", "grijs-50"),
        ("violet-500", "violet-100"),
        ("violet-700", "violet-100"),
    ],
)
def test_tekst_steekt_genoeg_af(stijl: str, voor: str, achter: str) -> None:
    kleuren = dict(
        re.findall(r"--voorbeeld-kleuren-([a-z]+-\d+):\s*(#[0-9a-fA-F]{6})", stijl.split(".kt-contrast{")[0])
    )
    assert contrast(kleuren[voor], kleuren[achter]) >= 4.5


def contrast(een: str, ander: str) -> float:
    """The ratio of WCAG 2 between two colours."""

    def licht(kleur: str) -> float:
        delen = [int(kleur[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        lineair = [d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen]
        return 0.2126 * lineair[0] + 0.7152 * lineair[1] + 0.0722 * lineair[2]

    hoog, laag = sorted((licht(een), licht(ander)), reverse=True)
    return (hoog + 0.05) / (laag + 0.05)
