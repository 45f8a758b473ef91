"""Every text on a page exists in English too, and says so with the same blanks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.utils.translation import trans_real

from .teksten import PAKKET, uit_code, uit_sjablonen

PORTAAL = PAKKET / "portaal"
SJABLONEN = {"kader": ["kader", "onderdelen"], "uitleg": ["uitleg"], "watnu": ["watnu"], "check": ["check"]}
SJABLONEN |= {"voorbereiden": ["voorbereiden"], "brief": ["brief"], "../inrichting": ["inloggen"]}
GAT = re.compile(r"%\((\w+)\)s")


def engels() -> dict[str, str]:
    """What the site can say in English, plurals by their singular and by their plural."""
    catalogus = trans_real.translation("en")._catalog
    return {(k[0] if isinstance(k, tuple) else k): v for laag in catalogus._catalogs for k, v in laag.items()}


def meervouden(deel: str) -> set[str]:
    pad = PORTAAL / deel / "locale" / "en" / "LC_MESSAGES" / "django.po"
    return set(re.findall(r'^msgid_plural "(.*)"$', pad.read_text("utf-8"), re.MULTILINE)) if pad.exists() else set()


def teksten(deel: str) -> list[tuple[str, str]]:
    gevonden = [paar for map_ in SJABLONEN[deel] for paar in uit_sjablonen(PORTAAL / "templates" / map_)]
    return [*gevonden, *uit_code(PORTAAL / deel)]


@pytest.mark.parametrize("deel", ["kader", "uitleg", "../inrichting"])
def test_elke_tekst_is_er_in_het_engels(deel: str) -> None:
    bekend = set(engels()) | meervouden(deel)
    alle = teksten(deel)
    ontbreekt = [f"{bestand}: {tekst}" for bestand, tekst in alle if tekst not in bekend]
    assert len(alle) > 30
    assert not ontbreekt, "\n".join(ontbreekt)


def test_een_vertaling_heeft_dezelfde_gaten() -> None:
    for laag in trans_real.translation("en")._catalog._catalogs:
        for nl, en in laag.items():
            if isinstance(nl, str) and nl:
                assert set(GAT.findall(en)) == set(GAT.findall(nl)), nl


def test_de_verzamelaar_vindt_wat_er_staat(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '{% trans "Eén" %} {% blocktrans count n=n %}{{ n }} dag{% plural %}{{ n }} dagen{% endblocktrans %}'
        '{% trans "Twee" as x %}{% blocktrans with d=d|date %}Op {{ d }}.{% endblocktrans %}'
    )
    (tmp_path / "b.py").write_text('x = _("Drie")\ny = gettext_lazy("Vi" "er")\n')
    assert [tekst for _, tekst in uit_sjablonen(tmp_path)] == ["Eén", "%(n)s dag", "%(n)s dagen", "Twee", "Op %(d)s."]
    assert [tekst for _, tekst in uit_code(tmp_path)] == ["Drie", "Vier"]
