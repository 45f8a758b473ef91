"""A form out of every declaration of a fact: all words are there, what is typed becomes what the record takes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.translation import override

from keukentafel.dossier.formulieren import Feitformulier
from keukentafel.procedure import CasusFout, Fout, casus_uit_dict
from keukentafel.procedure.feit import lees_velden
from keukentafel.procedure.register import FEITSOORTEN

VRIJDAG = date(2026, 11, 20)
BEHOEFTEN = [
    {"id": "b1", "leefgebied": "huishouden", "vraag": "Ik kan niet meer stofzuigen"},
    {"id": "b2", "leefgebied": "vervoer", "vraag": "Ik kom nergens meer"},
]


def formulier(soort: str, getypt: dict[str, Any] | None = None, **meer: Any) -> Feitformulier:
    data = None
    if getypt is not None:
        data = QueryDict(mutable=True)
        for naam, waarde in getypt.items():
            data.setlist(f"f-{naam}", waarde if isinstance(waarde, list) else [waarde])
    return Feitformulier(data, soort=soort, vandaag=VRIJDAG, behoeften=BEHOEFTEN, **meer)


@pytest.mark.parametrize("soort", sorted(FEITSOORTEN))
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_elk_feit_heeft_een_formulier_met_alle_woorden(soort: str, taal: str) -> None:
    with override(taal):
        f = formulier(soort, {}, met_datum=True)
        tekst = render_to_string("onderdelen/feitformulier.html", {"formulier": f})
    assert 'name="f-datum-dag"' in tekst
    for veld in f.fields.values():
        assert str(veld.label) not in ("", "None")


@pytest.mark.parametrize("soort", sorted(FEITSOORTEN))
def test_een_leeg_formulier_zegt_niets(soort: str) -> None:
    f = formulier(soort, {})
    assert f.is_valid(), f.errors
    assert f.als_feit() == {"soort": soort, "datum": "2026-11-20"}


def test_een_besluit_met_alles_erin() -> None:
    f = formulier(
        "besluit_bekendgemaakt",
        {
            "uitkomst": "deels_toegekend", "motivering": "ja", "rechtsmiddelenclausule": "nee",
            "ingangsdatum-dag": "1", "ingangsdatum-maand": "december", "ingangsdatum-jaar": "2026",
            "behoeften-0-uitkomst": "toegekend", "behoeften-0-leveringsvorm": "pgb",
            "behoeften-0-pgb_voorwaarden-bekwaam": "ja", "behoeften-1-uitkomst": "afgewezen",
            "behoeften-1-grond": "algemeen",
        },
    )  # fmt: skip
    assert f.is_valid(), f.errors
    assert f.als_feit() == {
        "soort": "besluit_bekendgemaakt", "datum": "2026-11-20", "uitkomst": "deels_toegekend", "motivering": True,
        "rechtsmiddelenclausule": False, "ingangsdatum": "2026-12-01",
        "behoeften": [
            {"id": "b1", "uitkomst": "toegekend", "leveringsvorm": "pgb", "pgb_voorwaarden": {"bekwaam": "ja"}},
            {"id": "b2", "uitkomst": "afgewezen", "grond": "algemeen"},
        ],
    }  # fmt: skip


def test_een_melding_met_nieuwe_hulpvragen_gaat_zo_de_zaak_in() -> None:
    f = formulier(
        "melding_ontvangen",
        {"kanaal": "web", "behoeften-0-vraag": "Ik val vaak", "behoeften-0-leefgebied": "wonen",
         "behoeften-2-vraag": "Ik ben veel alleen"},
    )  # fmt: skip
    assert f.is_valid(), f.errors
    feit = f.als_feit()
    assert [b["id"] for b in feit["behoeften"]] == ["b1", "b2"]
    assert casus_uit_dict({"zaak": "z", "feiten": [feit]}, vandaag=VRIJDAG).feiten


def test_geen_van_deze_is_iets_anders_dan_niets_zeggen() -> None:
    assert "onderwerpen" not in formulier_feit("gesprek_gevoerd", {})
    assert formulier_feit("gesprek_gevoerd", {"onderwerpen": ["geen-van-deze"]})["onderwerpen"] == []


def formulier_feit(soort: str, getypt: dict[str, Any]) -> dict[str, Any]:
    f = formulier(soort, getypt)
    assert f.is_valid(), f.errors
    return f.als_feit()


def test_wat_getypt_is_leest_het_domein_terug() -> None:
    begin = {
        "gespreksvoerder": {"naam": "S. de Boer", "professional": True}, "vorm": "huisbezoek",
        "aanwezig": ["inwoner", "tolk"], "behoeften": [{"id": "b2"}],
    }  # fmt: skip
    f = formulier("gesprek_gevoerd", None, begin=begin)
    getypt = {
        "vorm": "huisbezoek", "aanwezig": ["inwoner", "tolk"], "gespreksvoerder-naam": "S. de Boer",
        "gespreksvoerder-professional": "ja", "behoeften": ["b2"],
    }  # fmt: skip
    for naam, waarde in getypt.items():
        assert f[naam].value() == waarde
    feit = formulier_feit("gesprek_gevoerd", getypt)
    velden = {naam: waarde for naam, waarde in feit.items() if naam not in ("soort", "datum")}
    assert velden == begin
    assert lees_velden(FEITSOORTEN["gesprek_gevoerd"].velden, velden)


@pytest.mark.parametrize(
    ("soort", "getypt", "veld", "woorden"),
    [
        ("evaluatie_gehouden", {"cijfer": "11"}, "cijfer", "1 tot en met 10"),
        ("dwangsom_betaald", {"bedrag": "veel"}, "bedrag", "1.442,00"),
        ("gesprek_verzet", {"naar-dag": "31", "naar-maand": "4", "naar-jaar": "2026"}, "naar", "30 dagen"),
        ("gesprek_verzet", {"naar-dag": "3", "naar-maand": "mrtt", "naar-jaar": "2026"}, "naar", "maand"),
        ("toestemming_gegeven", {"gegevens": "alles"}, "gegevens", "antwoorden die er staan"),
        ("gesprek_gevoerd", {"aanwezig": ["tolk", "geen-van-deze"]}, "aanwezig", "geen van deze"),
        ("melding_ingetrokken", {"toelichting": "x" * 5001}, "toelichting", "5000"),
    ],
)
def test_een_fout_zegt_wat_goed_zou_zijn_bij_het_veld(
    soort: str, getypt: dict[str, Any], veld: str, woorden: str
) -> None:
    f = formulier(soort, getypt)
    assert not f.is_valid()
    [(anker, tekst)] = f.foutlijst()
    assert woorden in tekst
    pagina = render_to_string("onderdelen/feitformulier.html", {"formulier": f})
    assert f'id="{anker}"' in pagina
    assert all(str(stuk) in pagina for stuk in getypt.values() if isinstance(stuk, str) and len(stuk) > 5)


def test_bedrag_zoals_men_het_schrijft() -> None:
    assert formulier_feit("dwangsom_betaald", {"bedrag": "€ 1.442,-"})["bedrag"] == "1442.00"


def test_een_dag_die_nog_komt_kan_geen_feit_zijn() -> None:
    getypt = {"datum-dag": "21", "datum-maand": "11", "datum-jaar": "2026"}
    assert not formulier("gesprek_gevoerd", getypt, met_datum=True).is_valid()
    getypt["datum-dag"] = "20"
    assert formulier("gesprek_gevoerd", getypt, met_datum=True).is_valid()


def test_wat_de_zaak_weigert_staat_bij_het_veld_of_erboven() -> None:
    f = formulier("gesprek_verzet", {})
    assert f.is_valid()
    f.neem_fouten(CasusFout([Fout("naar: 'x' is geen datum; door: 'y' mag niet"), Fout("gesprek_verzet: kan nu niet")]))
    assert f.foutlijst() == [
        ("", "kan nu niet"), ("id_f-door", "'y' mag niet"), ("id_f-naar-dag", "'x' is geen datum")
    ]  # fmt: skip


def test_wat_moet_wordt_gevraagd() -> None:
    f = formulier("reactie_op_verslag_ontvangen", {"toelichting": "  "}, verplicht={"toelichting"})
    assert not f.is_valid()
    assert f.foutlijst()[0][0] == "id_f-toelichting"
