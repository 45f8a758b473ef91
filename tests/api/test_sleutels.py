"""A token is one person in one municipality, for some things, until a day; kept is only its digest."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from pytest_django import Settings

from keukentafel.dossier import sleutels
from keukentafel.dossier.models import Mandaat, Toegangssleutel
from keukentafel.dossier.sleutels import Bereik
from tests.api.conftest import NU, Programma
from tests.dossier.wereld import VANDAAG, Wereld


def fout(antwoord: Any, status: int) -> dict[str, Any]:
    """An error, checked to be a problem in the right form."""
    assert antwoord.status_code == status, antwoord.content
    assert antwoord["Content-Type"] == "application/problem+json"
    lijf: dict[str, Any] = antwoord.json()
    assert (lijf["type"], lijf["status"]) == ("about:blank", status)
    assert lijf["title"] and lijf["detail"]
    return lijf


def test_de_databank_kent_de_sleutel_zelf_niet(wereld: Wereld) -> None:
    uit = sleutels.geef_uit(wereld.gemeente, wereld.mens("p"), "x", [Bereik.ZAKEN_LEZEN], NU + timedelta(days=1))
    with connection.cursor() as c:
        c.execute("SELECT * FROM dossier_toegangssleutel")
        assert uit.geheim not in repr(c.fetchall())
    assert uit.geheim.startswith("kt_")
    assert sleutels.zoek(uit.geheim) == uit.sleutel


@pytest.mark.parametrize("kop", [None, "", "Bearer", "Bearer ", "Bearer kt_x", "Basic eDp5", "kt_x", "Bearer \xe9\x00"])
def test_zonder_geldige_sleutel_komt_niemand_binnen(kleine_wereld: Wereld, kop: str | None) -> None:
    from django.test import Client

    client = Client(SERVER_NAME="localhost", **({} if kop is None else {"HTTP_AUTHORIZATION": kop}))
    antwoord = client.get("/api/v1/zaken")
    fout(antwoord, 401)
    assert antwoord["WWW-Authenticate"].startswith("Bearer")


def test_een_verlopen_of_ingetrokken_sleutel_werkt_niet_meer(kleine_wereld: Wereld, programma: Any) -> None:
    wie = kleine_wereld.wie("beslisser")
    fout(programma(wie, kleine_wereld.gemeente, dagen=0).vraag("/zaken"), 401)
    levend = programma(wie, kleine_wereld.gemeente)
    assert levend.vraag("/zaken").status_code == 200
    sleutels.trek_in(Toegangssleutel.objects.latest("id"))
    fout(levend.vraag("/zaken"), 401)


def test_wie_niet_meer_werkt_heeft_ook_geen_sleutel_meer(kleine_wereld: Wereld, programma: Any) -> None:
    wie = kleine_wereld.wie("beslisser")
    program = programma(wie, kleine_wereld.gemeente)
    wie.gebruiker.is_active = False
    wie.gebruiker.save()
    fout(program.vraag("/zaken"), 401)


def test_een_beeindigd_mandaat_eindigt_ook_voor_de_sleutel(kleine_wereld: Wereld, programma: Any) -> None:
    zaak = kleine_wereld.zaak().zaak
    wie = kleine_wereld.wie("beslisser")
    program = programma(wie, kleine_wereld.gemeente)
    assert program.vraag(f"/zaken/{zaak.pk}").status_code == 200
    Mandaat.objects.filter(gebruiker=wie.gebruiker).update(tot=VANDAAG - timedelta(days=1))
    fout(program.vraag(f"/zaken/{zaak.pk}"), 404)


def test_een_sleutel_reikt_niet_buiten_haar_gemeente(kleine_wereld: Wereld, programma: Any) -> None:
    """Someone who works in two municipalities reads with a token only in the one it is for."""
    zaak = kleine_wereld.zaak().zaak
    wie = kleine_wereld.wie("beslisser")
    Mandaat.objects.create(gebruiker=wie.gebruiker, gemeente=kleine_wereld.elders, rol="beslisser", vanaf=VANDAAG)
    elders = programma(wie, kleine_wereld.elders)
    fout(elders.vraag(f"/zaken/{zaak.pk}"), 404)
    assert elders.vraag("/zaken").json()["zaken"] == []


@pytest.mark.parametrize(
    ("bereik", "doe"),
    [
        (Bereik.ZAKEN_LEZEN, lambda p, pk: p.vraag("/zaken")),
        (Bereik.ZAKEN_LEZEN, lambda p, pk: p.vraag(f"/zaken/{pk}")),
        (Bereik.ZAKEN_LEZEN, lambda p, pk: p.vraag(f"/zaken/{pk}/klok")),
        (Bereik.ZAKEN_SCHRIJVEN, lambda p, pk: p.stuur("/zaken", {})),
        (Bereik.ZAKEN_SCHRIJVEN, lambda p, pk: p.stuur(f"/zaken/{pk}/feiten", {})),
        (Bereik.DOCUMENTEN_LEZEN, lambda p, pk: p.vraag(f"/zaken/{pk}/documenten")),
        (Bereik.DOCUMENTEN_SCHRIJVEN, lambda p, pk: p.stuur(f"/zaken/{pk}/documenten", {})),
    ],
)
def test_een_sleutel_doet_waarvoor_zij_is(kleine_wereld: Wereld, programma: Any, bereik: Bereik, doe: Any) -> None:
    zaak = kleine_wereld.zaak().zaak
    wie = kleine_wereld.wie("consulent")
    zonder = programma(wie, kleine_wereld.gemeente, *(set(Bereik) - {bereik}))
    assert bereik.value in fout(doe(zonder, zaak.pk), 403)["detail"]
    met = programma(wie, kleine_wereld.gemeente, bereik)
    assert doe(met, zaak.pk).status_code in (200, 422)
    assert zaak.feiten.count() == 1


def test_te_vaak_vragen_wordt_gezegd_met_hoe_lang_te_wachten(
    kleine_wereld: Wereld, programma: Any, settings: Settings
) -> None:
    settings.API_PER_MINUUT = 3
    wie = kleine_wereld.wie("beslisser")
    een: Programma = programma(wie, kleine_wereld.gemeente)
    ander: Programma = programma(wie, kleine_wereld.gemeente)
    assert [een.vraag("/zaken").status_code for _ in range(4)] == [200, 200, 200, 429]
    antwoord = een.vraag("/zaken")
    fout(antwoord, 429)
    assert 1 <= int(antwoord["Retry-After"]) <= 60
    assert ander.vraag("/zaken").status_code == 200
