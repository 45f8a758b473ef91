"""Every text of the resident's side, and of the forms both sides use, exists in English too."""

from __future__ import annotations

import re

from django.utils.translation import trans_real

from keukentafel.dossier.woorden import _TABEL
from tests.portaal.teksten import PAKKET, uit_code, uit_sjablonen


def test_elke_tekst_is_er_in_het_engels() -> None:
    lagen = trans_real.translation("en")._catalog._catalogs
    bekend = {k[0] if isinstance(k, tuple) else k for laag in lagen for k in laag}
    for po in PAKKET.rglob("django.po"):
        bekend |= set(re.findall(r'^msgid_plural "(.*)"$', po.read_text("utf-8"), re.MULTILINE))
    sjablonen = PAKKET / "portaal" / "templates"
    alle = [*uit_sjablonen(sjablonen / "mijn"), *uit_sjablonen(sjablonen / "onderdelen")]
    alle += [*uit_code(PAKKET / "portaal" / "mijn"), *uit_code(PAKKET / "dossier")]
    assert len(alle) > 150
    assert not [paar for paar in alle if paar[1] not in bekend]


def test_elk_woord_van_een_veld_is_er_in_twee_talen() -> None:
    def eenzijdig(tabel: dict[str, object], pad: str) -> list[str]:
        uit = [f"{pad}.{naam}" for naam in tabel if naam.endswith("nl") and not tabel.get(f"{naam[:-2]}en")]
        return uit + [p for naam, deel in tabel.items() if isinstance(deel, dict) for p in eenzijdig(deel, naam)]

    assert not eenzijdig(dict(_TABEL), "")
