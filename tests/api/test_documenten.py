"""Documents over the API."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from keukentafel.dossier.models import Document
from tests.api.test_sleutels import fout
from tests.dossier.test_documenten import PDF
from tests.dossier.wereld import Wereld


def bewaar(programma: Any, zaak: Any, naam: str = "brief.pdf", inhoud: bytes = PDF) -> Any:
    """Send a file as a form does."""
    return programma.post(f"/api/v1/zaken/{zaak.pk}/documenten", {"bestand": SimpleUploadedFile(naam, inhoud)})


def test_een_document_gaat_erin_en_komt_eruit(wereld: Wereld, programma: Any) -> None:
    zaak = wereld.zaak().zaak
    p = programma(wereld.wie("consulent"), wereld.gemeente)
    gemaakt = bewaar(p, zaak, "mijn brié f.pdf")
    assert gemaakt.status_code == 201, gemaakt.content
    document = gemaakt.json()
    assert (document["naam"], document["mediatype"], document["gekeurd"]) == (
        "mijn brié f.pdf",
        "application/pdf",
        True,
    )
    assert p.vraag(f"/zaken/{zaak.pk}/documenten").json() == {"documenten": [document]}
    gelezen = p.get(gemaakt["Location"])
    assert (gelezen.content, gelezen["Content-Type"]) == (PDF, "application/pdf")
    assert gelezen["Content-Disposition"] == "attachment; filename*=UTF-8''mijn%20bri%C3%A9%20f.pdf"
    assert gelezen["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(("inhoud", "wat"), [(b"<html>", "pdf, een foto"), (b"", "leeg")])
def test_wat_niet_mag_zegt_wat_wel_mag(kleine_wereld: Wereld, programma: Any, inhoud: bytes, wat: str) -> None:
    zaak = kleine_wereld.zaak().zaak
    p = programma(kleine_wereld.wie("consulent"), kleine_wereld.gemeente)
    assert wat in fout(bewaar(p, zaak, inhoud=inhoud), 422)["detail"]
    assert not Document.objects.exists()


def test_wat_te_groot_is_wordt_niet_eens_gelezen(kleine_wereld: Wereld, programma: Any, settings: Settings) -> None:
    settings.GROOTSTE_DOCUMENT = 1024 * 1024
    zaak = kleine_wereld.zaak().zaak
    p = programma(kleine_wereld.wie("consulent"), kleine_wereld.gemeente)
    assert "1 MB" in fout(bewaar(p, zaak, inhoud=PDF * 30_000), 413)["detail"]


def test_wat_nog_niet_gekeurd_is_leest_niemand(kleine_wereld: Wereld, programma: Any, settings: Settings) -> None:
    settings.DEMO = False
    zaak = kleine_wereld.zaak().zaak
    p = programma(kleine_wereld.wie("consulent"), kleine_wereld.gemeente)
    gemaakt = bewaar(p, zaak)
    assert gemaakt.json()["gekeurd"] is False
    assert "virussen" in fout(p.get(gemaakt["Location"]), 409)["detail"]


def test_zonder_bestand_wordt_gezegd_dat_het_ontbreekt(kleine_wereld: Wereld, programma: Any) -> None:
    zaak = kleine_wereld.zaak().zaak
    p = programma(kleine_wereld.wie("consulent"), kleine_wereld.gemeente)
    assert "bestand ontbreekt" in fout(p.post(f"/api/v1/zaken/{zaak.pk}/documenten", {}), 422)["detail"]
