"""A request with an Idempotency-Key counts once, however often it is sent; a browser on another site gets a problem."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from keukentafel.dossier.models import Feit, Herhaling, Mandaat, Uitgaand, Zaak
from keukentafel.dossier.toegang import Persoon
from tests.api.conftest import NU, Programma
from tests.dossier.wereld import BEVESTIGING, MELDING, Wereld, gegevensvraag

NIEUW = {"betrokkene": {"naam": "J. Terpstra"}, "feiten": [MELDING, BEVESTIGING]}


@pytest.fixture
def wie(wereld: Wereld) -> Persoon:
    return wereld.wie("consulent")


@pytest.fixture
def p(programma: Callable[..., Programma], wereld: Wereld, wie: Persoon) -> Programma:
    return programma(wie, wereld.gemeente)


def met(sleutel: str) -> dict[str, Any]:
    return {"headers": {"Idempotency-Key": sleutel}}


def test_een_zaak_die_nog_eens_wordt_gestuurd_is_dezelfde_zaak(p: Programma) -> None:
    eerst = p.stuur("/zaken", NIEUW, **met("a-1"))
    meer = {"gezien": 2, "feiten": [gegevensvraag()]}
    assert p.stuur(f"/zaken/{eerst.json()['id']}/feiten", meer, **met("b-1")).status_code == 201
    nog_eens = p.stuur("/zaken", NIEUW, **met("a-1"))
    assert (eerst.status_code, nog_eens.status_code) == (201, 201)
    assert (nog_eens.json(), nog_eens.headers["Location"]) == (eerst.json(), eerst.headers["Location"])
    assert Zaak.objects.count() == 1
    assert p.stuur("/zaken", NIEUW, **met("a-2")).json()["id"] != eerst.json()["id"]


def test_feiten_die_nog_eens_worden_gestuurd_staan_er_een_keer(p: Programma, wereld: Wereld) -> None:
    zaak = wereld.zaak().zaak
    lijf = {"gezien": 1, "feiten": [BEVESTIGING, gegevensvraag()]}
    antwoorden = [p.stuur(f"/zaken/{zaak.pk}/feiten", lijf, **met("x")) for _ in range(3)]
    assert {a.status_code for a in antwoorden} == {201}
    assert antwoorden[0].json() == antwoorden[1].json() == antwoorden[2].json()
    assert Feit.objects.filter(zaak=zaak).count() == 3
    brieven = Uitgaand.objects.filter(zaak=zaak).values_list("feit_nr", "soort", "kanaal")
    assert len(brieven) == len(set(brieven))


def test_dezelfde_sleutel_voor_iets_anders_wordt_geweigerd(p: Programma, wereld: Wereld) -> None:
    zaak = wereld.zaak().zaak
    assert p.stuur("/zaken", NIEUW, **met("x")).status_code == 201
    for pad, lijf in [
        ("/zaken", NIEUW | {"feiten": [MELDING]}),
        (f"/zaken/{zaak.pk}/feiten", {"gezien": 1, "feiten": [BEVESTIGING]}),
    ]:
        antwoord = p.stuur(pad, lijf, **met("x"))
        assert antwoord.status_code == 422
        assert antwoord.headers["Content-Type"] == "application/problem+json"
        assert "Idempotency-Key" in antwoord.json()["detail"]
    assert Feit.objects.filter(zaak=zaak).count() == 1


def test_wat_mislukte_mag_met_dezelfde_sleutel_opnieuw(p: Programma) -> None:
    fout = NIEUW | {"feiten": [MELDING | {"datum": "2027-01-01"}]}
    assert p.stuur("/zaken", fout, **met("x")).status_code == 422
    assert not Herhaling.objects.exists() and not Zaak.objects.exists()
    assert p.stuur("/zaken", NIEUW, **met("x")).status_code == 201


def test_een_sleutel_van_een_ander_programma_is_een_andere(
    p: Programma, programma: Callable[..., Programma], wereld: Wereld, wie: Persoon
) -> None:
    ander = programma(wie, wereld.gemeente)
    nummers = {q.stuur("/zaken", NIEUW, **met("x")).json()["nummer"] for q in (p, ander)}
    assert len(nummers) == 2


def test_na_een_dag_is_een_sleutel_vergeten(p: Programma) -> None:
    eerst = p.stuur("/zaken", NIEUW, **met("x")).json()
    with time_machine.travel(NU + timedelta(hours=25), tick=False):
        assert p.stuur("/zaken", NIEUW, **met("x")).json()["id"] != eerst["id"]
        assert Herhaling.objects.count() == 1


def test_wie_er_niet_meer_bij_mag_krijgt_ook_geen_herhaling(p: Programma, wie: Persoon) -> None:
    assert p.stuur("/zaken", NIEUW, **met("x")).status_code == 201
    elders = Mandaat.objects.get(gebruiker=wie.gebruiker)
    elders.team_id = elders.gemeente.teams.exclude(pk=elders.team_id).get().pk
    elders.save()
    assert p.stuur("/zaken", NIEUW, **met("x")).status_code == 404


@pytest.mark.parametrize("sleutel", ["", "x" * 201, "met spatie"])
def test_een_sleutel_heeft_een_vorm(p: Programma, sleutel: str) -> None:
    assert p.stuur("/zaken", NIEUW, **met(sleutel)).status_code == 422


@pytest.mark.parametrize(
    "koppen", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elders.example"}, {"Sec-Fetch-Site": "same-site"}]
)
def test_een_formulier_van_een_andere_site_krijgt_een_probleem(p: Programma, koppen: dict[str, str]) -> None:
    antwoord = p.stuur("/zaken", NIEUW, headers=koppen)
    assert antwoord.status_code == 403
    assert antwoord.headers["Content-Type"] == "application/problem+json"
    assert "andere website" in antwoord.json()["detail"]
    assert not Zaak.objects.exists()


def test_een_onbekende_methode_en_een_kale_lijn_krijgen_een_probleem(p: Programma, settings: Any) -> None:
    vreemd = p.generic("TRACE", "/api/v1/zaken")
    settings.HTTPS = True
    kaal = p.vraag("/zaken")
    assert (vreemd.status_code, kaal.status_code) == (405, 403)
    assert {a.headers["Content-Type"] for a in (vreemd, kaal)} == {"application/problem+json"}
