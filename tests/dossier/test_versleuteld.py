"""What identifies a person is unreadable in the database, and findable only with the key."""

from __future__ import annotations

import pytest
from django.conf import settings as instellingen
from django.db import connection
from pytest_django import Settings

from keukentafel.dossier.models import Betrokkene, Concept
from keukentafel.dossier.versleuteld import blinde_index, ontsleutel, versleutel
from tests.dossier.wereld import BSN, Wereld

PLEK = "tabel.kolom"


def test_wie_de_tabel_leest_ziet_geen_naam_en_geen_bsn(wereld: Wereld) -> None:
    with connection.cursor() as c:
        c.execute("SELECT * FROM dossier_betrokkene")
        ruw = repr(c.fetchall())
    assert "Bloemendaal" not in ruw
    assert BSN not in ruw
    assert Betrokkene.objects.get().naam == "A. Bloemendaal"


def test_een_bsn_is_te_vinden_zonder_het_te_lezen(wereld: Wereld) -> None:
    assert Betrokkene.objects.get(bsn_index=blinde_index(BSN)) == wereld.betrokkene
    assert not Betrokkene.objects.filter(bsn_index=blinde_index("999990020"))


def test_leeg_blijft_leeg(wereld: Wereld) -> None:
    assert wereld.betrokkene.telefoon == ""
    assert Betrokkene.objects.get().telefoon == ""
    assert blinde_index("") == ""


def test_dezelfde_tekst_wordt_elke_keer_anders_opgeschreven() -> None:
    assert versleutel("x", PLEK) != versleutel("x", PLEK)


@pytest.mark.parametrize("tekst", ["x", "é😀", "a" * 10_000, "1.2.3"])
def test_wat_erin_gaat_komt_eruit(tekst: str) -> None:
    assert ontsleutel(versleutel(tekst, PLEK), PLEK) == tekst


def test_een_waarde_past_alleen_in_haar_eigen_kolom() -> None:
    from cryptography.exceptions import InvalidTag

    with pytest.raises(InvalidTag):
        ontsleutel(versleutel("x", "tabel.naam"), "tabel.adres")


def test_een_veranderde_waarde_wordt_geweigerd() -> None:
    from cryptography.exceptions import InvalidTag

    geheim = versleutel("toegekend", PLEK)
    ander = geheim[:-6] + ("AAAA" if geheim[-6:-2] != "AAAA" else "BBBB") + geheim[-2:]
    with pytest.raises(InvalidTag):
        ontsleutel(ander, PLEK)


def test_een_oude_sleutel_leest_nog_en_schrijft_niet_meer(settings: Settings) -> None:
    nu = list(instellingen.DOSSIER_SLEUTELS)
    oud = versleutel("x", PLEK)
    settings.DOSSIER_SLEUTELS = ["nieuwer", *nu]
    assert ontsleutel(oud, PLEK) == "x"
    assert versleutel("x", PLEK).split(".")[1] != oud.split(".")[1]
    settings.DOSSIER_SLEUTELS = ["nieuwer"]
    with pytest.raises(ValueError, match="DOSSIER_SLEUTELS"):
        ontsleutel(oud, PLEK)


def test_een_concept_bewaart_elke_vorm_van_gegevens(wereld: Wereld) -> None:
    from django.utils import timezone

    inhoud = {"a": [1, "é", None, {"b": True}]}
    mens = wereld.mens("schrijver")
    Concept.objects.create(eigenaar=mens, soort="melding", inhoud=inhoud, bewaard_op=timezone.now())
    assert Concept.objects.get().inhoud == inhoud
