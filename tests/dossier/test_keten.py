"""Facts are only added, each sealed on top of the one before; what is changed behind our back shows itself."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from keukentafel.dossier import inzage, keten
from keukentafel.dossier.models import Feit, Kijk, Zaak
from keukentafel.dossier.vastleggen import vastleggen
from keukentafel.procedure import CasusFout
from tests.dossier.wereld import BEVESTIGING, GESPREK, Wereld, gegevensvraag

TRIGGERS = ("dossier_feit_geen_UPDATE", "dossier_feit_geen_DELETE")


def breek(opdracht: str, *waarden: object) -> None:
    """Do to the table what the triggers forbid, as someone with the keys of the database could."""
    with connection.cursor() as c:
        for trigger in TRIGGERS:
            c.execute(f"DROP TRIGGER {trigger}" + (" ON dossier_feit" if connection.vendor == "postgresql" else ""))
        c.execute(opdracht, waarden)


def test_een_hele_keten_is_in_orde(wereld: Wereld) -> None:
    wereld.zaak(BEVESTIGING, GESPREK)
    wereld.zaak()
    assert list(keten.controleer()) == []


def test_elk_feit_staat_op_het_zegel_van_het_vorige(wereld: Wereld) -> None:
    zaak = wereld.zaak(BEVESTIGING, GESPREK).zaak
    feiten = list(zaak.feiten.all())
    assert [f.nr for f in feiten] == [1, 2, 3]
    assert [f.vorige for f in feiten] == [keten.BEGIN, feiten[0].hash, feiten[1].hash]
    assert Zaak.objects.get(pk=zaak.pk).ketting == feiten[2].hash


@pytest.mark.parametrize(
    ("wat", "nr"),
    [
        ("UPDATE dossier_feit SET datum = '2026-11-04' WHERE nr = 2", 2),
        ("UPDATE dossier_feit SET velden = '{}' WHERE nr = 1", 1),
        ("UPDATE dossier_feit SET rol = 'beslisser' WHERE nr = 3", 3),
        ("UPDATE dossier_feit SET hash = vorige WHERE nr = 2", 2),
        ("DELETE FROM dossier_feit WHERE nr = 2", 2),
        ("DELETE FROM dossier_feit WHERE nr = 3", 3),
    ],
)
def test_de_eerste_gebroken_schakel_wordt_genoemd(wereld: Wereld, wat: str, nr: int) -> None:
    zaak = wereld.zaak(BEVESTIGING, GESPREK).zaak
    heel = wereld.zaak().zaak
    breek(wat + " AND zaak_id = %s", str(zaak.pk) if connection.vendor == "postgresql" else zaak.pk.hex)
    [breuk] = keten.controleer()
    assert (breuk.zaak, breuk.nr) == (zaak.nummer, nr)
    assert keten.controleer_zaak(Zaak.objects.get(pk=heel.pk)) is None


def test_een_verzonnen_laatste_feit_valt_op(wereld: Wereld) -> None:
    zaak = wereld.zaak().zaak
    [feit] = zaak.feiten.all()
    Feit.objects.create(
        zaak=zaak, nr=2, soort="ontvangst_bevestigd", datum=feit.datum, velden={}, door=feit.door, rol=feit.rol,
        deur="achterdeur", vastgelegd_op=feit.vastgelegd_op, vorige=feit.hash, hash="0" * 64,
    )  # fmt: skip
    [breuk] = keten.controleer()
    assert breuk.nr == 2


@pytest.mark.parametrize("wat", ["UPDATE dossier_{} SET rol = 'x'", "DELETE FROM dossier_{}"])
@pytest.mark.parametrize("tabel", ["feit", "kijk"])
def test_de_database_zelf_weigert_veranderen_en_weghalen(wereld: Wereld, tabel: str, wat: str) -> None:
    zaak = wereld.zaak().zaak
    inzage.kijk(wereld.wie("beslisser"), zaak.pk, wat="zaak", waarom="proef")
    with pytest.raises(DatabaseError, match="alleen toegevoegd"), transaction.atomic(), connection.cursor() as c:
        c.execute(wat.format(tabel))
    assert (Feit.objects.count(), Kijk.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    "waarde", [1.10, 1e22, -0.0, 123456789012345678901234567890, "😀 \u2028 é", ["a", {"b": None}], True]
)
def test_wat_in_een_veld_staat_komt_er_zo_weer_uit(wereld: Wereld, waarde: object) -> None:
    """A field that the procedure does not know is kept as written: also numbers that a database writes its own way."""
    zaak = wereld.zaak().zaak
    vastleggen(zaak.pk, gegevensvraag() | {"x-eigen": waarde}, wie=wereld.wie("consulent"), deur="proef")
    assert keten.controleer_zaak(Zaak.objects.get(pk=zaak.pk)) is None


@pytest.mark.parametrize("tekst", ["\x00", "half \ud83d teken"])
def test_tekst_die_geen_database_bewaart_wordt_geweigerd(wereld: Wereld, tekst: str) -> None:
    zaak = wereld.zaak().zaak
    with pytest.raises(CasusFout, match="geen leesbare tekst"):
        vastleggen(zaak.pk, gegevensvraag() | {"toelichting": tekst}, wie=wereld.wie("consulent"), deur="proef")
    assert zaak.feiten.count() == 1
