"""The sizes that keep it a house. Complexity (at most 8) is ruff's, in pyproject.toml."""

from tests.huis.bron import functies, modules, naam

MODULE = 400
FUNCTIE = 40
LADES = {"util", "utils", "helper", "helpers", "misc", "common", "diversen", "hulp", "gereedschappen"}


def test_geen_module_is_langer_dan_400_regels() -> None:
    lengtes = {naam(pad): len(pad.read_text("utf-8").splitlines()) for pad in modules()}
    assert lengtes, "geen module gevonden"
    assert not {pad: n for pad, n in lengtes.items() if n > MODULE}


def test_geen_functie_is_langer_dan_40_regels() -> None:
    lengtes = {
        f"{naam(pad)}:{functie.lineno} {functie.name}": (functie.end_lineno or 0) - functie.lineno + 1
        for pad in modules()
        for functie in functies(pad)
    }
    assert lengtes, "geen functie gevonden"
    assert not {plek: n for plek, n in lengtes.items() if n > FUNCTIE}


def test_geen_module_is_een_lade_voor_van_alles() -> None:
    lades = [naam(pad) for pad in modules() if LADES & {pad.stem, pad.parent.name}]
    assert not lades, "noem een module naar wat erin staat"
