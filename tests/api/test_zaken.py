"""Cases over the API: the same one way in, the same look, the same refusals as for people."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from keukentafel.dossier import keten, vastleggen
from keukentafel.dossier.models import Betrokkene, Kijk, Uitgaand, Zaak
from tests.api.test_sleutels import fout
from tests.dossier.wereld import BEVESTIGING, BSN, GESPREK, MELDING, VANDAAG, Wereld, gegevensvraag

NIET = "00000000-0000-4000-8000-000000000000"
NIEUW: dict[str, Any] = {"betrokkene": {"naam": "J. Terpstra", "bsn": "999990020"}, "feiten": [MELDING]}


def test_een_zaak_openen_vastleggen_en_teruglezen(wereld: Wereld, programma: Any) -> None:
    p = programma(wereld.wie("consulent"), wereld.gemeente)
    gemaakt = p.stuur("/zaken", NIEUW | {"betrokkene": {"naam": "J. Terpstra", "bsn": BSN}})
    assert gemaakt.status_code == 201, gemaakt.content
    zaak = gemaakt.json()
    assert gemaakt["Location"] == f"/api/v1/zaken/{zaak['id']}"
    assert (zaak["nummer"], zaak["versie"], zaak["fase"]) == ("Z-2026-0000001", 1, "melding")
    erbij = p.stuur(f"/zaken/{zaak['id']}/feiten", {"gezien": 1, "feiten": [BEVESTIGING, GESPREK]})
    assert erbij.status_code == 201, erbij.content
    assert [f["nr"] for f in erbij.json()["feiten"]] == [2, 3]
    heel = p.vraag(f"/zaken/{zaak['id']}").json()
    assert [f["soort"] for f in heel["feiten"]] == [f["soort"] for f in (MELDING, BEVESTIGING, GESPREK)]
    assert heel["feiten"][0]["behoeften"] == MELDING["behoeften"]
    assert heel["beoordeling"]["fase"] == "onderzoek"
    assert {w["id"] for w in heel["beoordeling"]["waarborgen"]} > {"M1", "O1", "V1"}
    klok = p.vraag(f"/zaken/{zaak['id']}/klok").json()
    assert klok["termijnen"] == heel["beoordeling"]["termijnen"]
    assert p.vraag(f"/zaken/{zaak['id']}/waarborgen").json()["waarborgen"] == heel["beoordeling"]["waarborgen"]
    assert p.vraag(f"/zaken/{zaak['id']}/feiten").json() == {"versie": 3, "feiten": heel["feiten"]}
    assert list(keten.controleer()) == []
    assert [f.deur for f in Zaak.objects.get().feiten.all()] == ["api"] * 3


def test_een_verzoek_kost_altijd_evenveel_vragen(wereld: Wereld, programma: Any) -> None:
    """Who asks, the case or the next number, the facts with the norms; the look, or one row for each thing written."""
    p = programma(wereld.wie("consulent"), wereld.gemeente)
    zaak = p.stuur("/zaken", NIEUW).json()["id"]
    feiten = {"gezien": 1, "feiten": [BEVESTIGING]}
    for doe, hoogstens in (
        (lambda: p.vraag(f"/zaken/{zaak}"), 4),
        (lambda: p.stuur("/zaken", {"betrokkene": {"naam": "B"}, "feiten": [MELDING]}), 9),
        (lambda: p.stuur(f"/zaken/{zaak}/feiten", feiten), 8),
    ):
        with CaptureQueriesContext(connection) as gevangen:
            assert doe().status_code in (200, 201)
        assert len(gevangen) <= hoogstens, [v["sql"] for v in gevangen.captured_queries]


def test_wie_de_gemeente_al_kent_wordt_niet_nog_eens_gemaakt_en_niet_veranderd(wereld: Wereld, programma: Any) -> None:
    p = programma(wereld.wie("consulent"), wereld.gemeente)
    assert p.stuur("/zaken", NIEUW | {"betrokkene": {"naam": "Iemand anders", "bsn": BSN}}).status_code == 201
    assert Zaak.objects.get().betrokkene == wereld.betrokkene
    assert Betrokkene.objects.get().naam == "A. Bloemendaal"


def test_hetzelfde_bsn_in_een_andere_gemeente_is_iemand_anders(kleine_wereld: Wereld, programma: Any) -> None:
    w = kleine_wereld
    p = programma(w.wie("consulent", gemeente=w.elders), w.elders)
    assert p.stuur("/zaken", NIEUW | {"betrokkene": {"naam": "B", "bsn": BSN}}).status_code == 201
    assert Betrokkene.objects.count() == 2


def test_wie_geen_melding_mag_opnemen_opent_geen_zaak(kleine_wereld: Wereld, programma: Any) -> None:
    p = programma(kleine_wereld.wie("beslisser"), kleine_wereld.gemeente)
    fout(p.stuur("/zaken", NIEUW), 403)
    assert not Zaak.objects.exists()


def test_wie_in_twee_teams_werkt_zegt_voor_welk(kleine_wereld: Wereld, programma: Any) -> None:
    from keukentafel.dossier.models import Mandaat

    wie = kleine_wereld.wie("consulent")
    Mandaat.objects.create(
        gebruiker=wie.gebruiker,
        gemeente=kleine_wereld.gemeente,
        rol="consulent",
        team=kleine_wereld.zuid,
        vanaf=VANDAAG,
    )
    p = programma(wie, kleine_wereld.gemeente)
    assert str(kleine_wereld.zuid.pk) in fout(p.stuur("/zaken", NIEUW), 422)["detail"]
    assert p.stuur("/zaken", NIEUW | {"team": kleine_wereld.zuid.pk}).status_code == 201
    fout(p.stuur("/zaken", NIEUW | {"team": 987}), 422)


def test_wie_na_een_ander_komt_krijgt_beide_teksten(wereld: Wereld, programma: Any) -> None:
    zaak = wereld.zaak().zaak
    p = programma(wereld.wie("consulent"), wereld.gemeente)
    assert p.stuur(f"/zaken/{zaak.pk}/feiten", {"gezien": 1, "feiten": [gegevensvraag(1)]}).status_code == 201
    lijf = fout(p.stuur(f"/zaken/{zaak.pk}/feiten", {"gezien": 1, "feiten": [gegevensvraag(2)]}), 409)
    assert [f["doel"] for f in lijf["erbij"]] == ["vraag 1"]
    assert lijf["eigen"]["doel"] == "vraag 2"
    assert zaak.feiten.count() == 2


@pytest.mark.parametrize("deel", ["", "/feiten", "/klok", "/waarborgen", "/documenten", f"/documenten/{NIET}"])
def test_geweigerd_en_afwezig_zijn_hetzelfde(kleine_wereld: Wereld, programma: Any, deel: str) -> None:
    zaak = kleine_wereld.zaak().zaak
    vreemd = programma(kleine_wereld.wie("consulent", team=kleine_wereld.zuid), kleine_wereld.gemeente)
    er, niet = (vreemd.vraag(f"/zaken/{pk}{deel}") for pk in (zaak.pk, uuid.uuid4()))
    fout(er, 404)
    assert (er.content, er.headers.items() >= set()) == (niet.content, True)
    assert dict(er.headers) == dict(niet.headers)
    er, niet = (
        vreemd.stuur(f"/zaken/{pk}/feiten", {"gezien": 9, "feiten": [GESPREK]}) for pk in (zaak.pk, uuid.uuid4())
    )
    fout(er, 404)
    assert er.content == niet.content
    assert not Kijk.objects.exists()


def test_elke_blik_staat_in_het_kijklog_met_de_naam_van_de_koppeling(kleine_wereld: Wereld, programma: Any) -> None:
    zaak = kleine_wereld.zaak().zaak
    p = programma(kleine_wereld.wie("beslisser"), kleine_wereld.gemeente)
    for deel in ("", "/feiten", "/klok", "/waarborgen", "/documenten"):
        assert p.vraag(f"/zaken/{zaak.pk}{deel}").status_code == 200
    kijken = [(k.wat, k.waarom, k.rol) for k in zaak.kijken.order_by("id")]
    waarom = ("koppeling zaaksysteem", "beslisser")
    assert kijken == [(wat, *waarom) for wat in ("zaak", "feiten", "klok", "waarborgen", "lijst van documenten")]


def test_de_lijst_noemt_niemand_en_gaat_blad_na_blad(kleine_wereld: Wereld, programma: Any) -> None:
    for _ in range(5):
        kleine_wereld.zaak()
    p = programma(kleine_wereld.wie("beslisser"), kleine_wereld.gemeente)
    gezien, verder = [], ""
    while verder is not None:
        blad = p.vraag(f"/zaken?aantal=2{verder and '&na=' + verder}")
        assert "Bloemendaal" not in blad.content.decode()
        gezien += [z["nummer"] for z in blad.json()["zaken"]]
        verder = blad.json()["verder"]
    assert sorted(gezien) == [f"Z-2026-000000{n}" for n in range(1, 6)]
    assert not Kijk.objects.exists()
    assert len(p.vraag("/zaken?open=false").json()["zaken"]) == 0
    assert len(p.vraag(f"/zaken?fase=melding&team={kleine_wereld.noord.pk}").json()["zaken"]) == 5
    assert len(p.vraag("/zaken?fase=besluit").json()["zaken"]) == 0


@pytest.mark.parametrize(
    ("vraag", "wat"),
    [
        ("aantal=0", "aantal moet 1 of meer zijn"),
        ("aantal=101", "aantal mag hoogstens 100 zijn"),
        ("aantal=veel", "aantal moet een heel getal zijn"),
        ("open=misschien", "open moet true of false zijn"),
        ("fase=begin", "fase mag alleen zijn: 'melding'"),
        ("opne=true", "opne is niet bekend; u kunt vragen naar: open, fase"),
        ("na=onzin", "na moet de waarde van verder zijn"),
        ("team=x&aantal=0", "team moet een heel getal zijn; aantal moet 1 of meer zijn"),
    ],
)
def test_een_verkeerde_vraag_zegt_wat_er_mis_is(kleine_wereld: Wereld, programma: Any, vraag: str, wat: str) -> None:
    p = programma(kleine_wereld.wie("beslisser"), kleine_wereld.gemeente)
    assert wat in fout(p.vraag(f"/zaken?{vraag}"), 422)["detail"]


@pytest.mark.parametrize(
    ("lijf", "wat"),
    [
        ({}, ["betrokkene ontbreekt", "feiten ontbreekt"]),
        (NIEUW | {"feiten": []}, ["feiten moet minstens 1 regel hebben"]),
        (NIEUW | {"feiten": "x"}, ["feiten moet een lijst zijn"]),
        (NIEUW | {"x": 1}, ["x is niet bekend"]),
        (NIEUW | {"betrokkene": {"naam": "", "bsn": "12"}}, ["naam moet minstens 1 tekens", "bsn heeft niet de goede"]),
        (NIEUW | {"betrokkene": {"naam": "A", "bsn": "999990021"}}, ["bsn is geen geldig burgerservicenummer"]),
        (NIEUW | {"feiten": [{"soort": "melding_ontvangen"}]}, ["datum ontbreekt"]),
        (NIEUW | {"feiten": [{"soort": "meldingontvangen", "datum": "2026-11-02"}]}, ["bedoelt u melding_ontvangen?"]),
        (NIEUW | {"feiten": [MELDING | {"datum": "2026-11-31"}]}, ["geen bestaande datum"]),
        (NIEUW | {"feiten": [MELDING | {"kanaal": "duif"}]}, ["mag alleen zijn"]),
        (NIEUW | {"feiten": [MELDING | {"toelichting": "\x00"}]}, ["geen leesbare tekst"]),
    ],
)
def test_wat_niet_klopt_wordt_alles_samen_gezegd(
    kleine_wereld: Wereld, programma: Any, lijf: dict[str, Any], wat: list[str]
) -> None:
    p = programma(kleine_wereld.wie("consulent"), kleine_wereld.gemeente)
    uit = fout(p.stuur("/zaken", lijf), 422)
    assert all(deel in uit["detail"] for deel in wat), uit
    assert len(uit["fouten"]) >= len(wat)
    assert not Zaak.objects.exists()
    assert Betrokkene.objects.count() == 1, "nobody is kept without a case"


@pytest.mark.parametrize("lijf", [b"{", b"\xff", b"[" * 100_000, b"nee"])
def test_wat_geen_json_is_wordt_geweigerd(kleine_wereld: Wereld, programma: Any, lijf: bytes) -> None:
    p = programma(kleine_wereld.wie("consulent"), kleine_wereld.gemeente)
    assert "JSON" in fout(p.stuur("/zaken", lijf), 400)["detail"]


@pytest.mark.parametrize("soort", ["text/plain", "application/x-www-form-urlencoded", "application/xml", ""])
def test_wat_niet_zegt_json_te_zijn_wordt_niet_gelezen(kleine_wereld: Wereld, programma: Any, soort: str) -> None:
    p = programma(kleine_wereld.wie("consulent"), kleine_wereld.gemeente)
    assert "application/json" in fout(p.post("/api/v1/zaken", b"{}", content_type=soort), 415)["detail"]


def test_te_veel_in_een_keer_wordt_geweigerd(kleine_wereld: Wereld, programma: Any) -> None:
    p = programma(kleine_wereld.wie("consulent"), kleine_wereld.gemeente)
    assert "2 MB" in fout(p.stuur("/zaken", b" " * (2 * 1024 * 1024 + 1)), 413)["detail"]


@pytest.mark.parametrize("pad", ["/", "/nietes", "/zaken/", "/zaken/geen-uuid", f"/zaken/{NIET}/geheim"])
def test_een_adres_dat_er_niet_is_is_een_probleem(kleine_wereld: Wereld, programma: Any, pad: str) -> None:
    fout(programma(kleine_wereld.wie("beslisser"), kleine_wereld.gemeente).vraag(pad), 404)


def test_een_methode_die_er_niet_is_noemt_wat_wel_kan(kleine_wereld: Wereld, programma: Any) -> None:
    p = programma(kleine_wereld.wie("beslisser"), kleine_wereld.gemeente)
    antwoord = p.delete(f"/api/v1/zaken/{uuid.uuid4()}")
    fout(antwoord, 405)
    assert antwoord["Allow"] == "GET"


@pytest.mark.parametrize(("kapot", "status"), [(DatabaseError("disk full"), 503), (ZeroDivisionError("geheim"), 500)])
def test_wat_bij_ons_misgaat_vertelt_niets_en_legt_niets_vast(
    kleine_wereld: Wereld, programma: Any, monkeypatch: pytest.MonkeyPatch, kapot: Exception, status: int
) -> None:
    def breek(*_: Any) -> None:
        raise kapot

    zaak = kleine_wereld.zaak().zaak
    p = programma(kleine_wereld.wie("consulent"), kleine_wereld.gemeente)
    monkeypatch.setattr(vastleggen.afgeleid, "vul", breek)
    antwoord = p.stuur(f"/zaken/{zaak.pk}/feiten", {"gezien": 1, "feiten": [GESPREK]})
    fout(antwoord, status)
    assert str(kapot) not in antwoord.content.decode()
    assert zaak.feiten.count() == 1


def test_ook_over_de_api_gaat_de_brief_mee(kleine_wereld: Wereld, programma: Any) -> None:
    p = programma(kleine_wereld.wie("consulent"), kleine_wereld.gemeente)
    zaak = p.stuur("/zaken", NIEUW | {"feiten": [MELDING | {"datum": VANDAAG.isoformat()}]}).json()
    feit = {"soort": "ontvangst_bevestigd", "datum": VANDAAG.isoformat(), "wijze": "brief"}
    assert p.stuur(f"/zaken/{zaak['id']}/feiten", {"gezien": 1, "feiten": [feit]}).status_code == 201
    assert [(u.feit_nr, u.kanaal) for u in Uitgaand.objects.all()] == [(2, "print")]


def test_de_beschrijving_is_openapi_3_1_en_haalt_niets_van_elders(kleine_wereld: Wereld, client: Any) -> None:
    tekst = client.get("/api/v1/openapi.json", SERVER_NAME="localhost").content.decode()
    schema = json.loads(tekst)
    assert schema["openapi"].startswith("3.1")
    assert "://" not in tekst
    handelingen = [h for pad in schema["paths"].values() for h in pad.values()]
    assert len(handelingen) == 10
    assert all({"401", "403", "429", "503"} <= h["responses"].keys() and h["security"] for h in handelingen)
