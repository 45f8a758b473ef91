"""Every text of the worker's pages exists in English too, the names of terms and safeguards included."""

from __future__ import annotations

from django.utils.translation import trans_real

from keukentafel.procedure.register import TERMIJNEN, WAARBORGEN
from tests.portaal.teksten import PAKKET, uit_code, uit_sjablonen

WERKPLEK = PAKKET / "werkplek"


def test_elke_tekst_is_er_in_het_engels() -> None:
    catalogus = trans_real.translation("en")._catalog
    bekend = {(k[0] if isinstance(k, tuple) else k) for laag in catalogus._catalogs for k in laag}
    bekend |= {"Nog %(n)s dagen", "%(n)s dagen te laat", "Hiermee worden %(n)s waarborgen gemist"}
    bekend |= {"%(n)s zaken gevonden.", "%(n)s zaken"}
    gevonden = [*uit_sjablonen(WERKPLEK / "templates" / "werkplek"), *uit_code(WERKPLEK)]
    gevonden += [("termijn", t.naam) for t in TERMIJNEN] + [("waarborg", w.titel) for w in WAARBORGEN]
    mist = [f"{bestand}: {tekst}" for bestand, tekst in gevonden if tekst not in bekend]
    assert len(gevonden) > 200
    assert not mist, "\n".join(mist)
