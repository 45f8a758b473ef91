"""What the explanation says: complete, with sources, in two languages, and true to today's amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils.translation import override

from keukentafel.portaal.uitleg import inhoud
from keukentafel.portaal.uitleg.gemeenten import VOORBEELD, Gemeente, GemeentenFout, lees, zoek

BRON = re.compile(r"^(Wmo 2015|Awb|AVG) art\. [\d:.a-z, ]+( (lid|en) .+)?$|^CRvB \d|^ANBO spelregel \d+$")
ZONDAG = date(2026, 11, 22)


@pytest.fixture
def client() -> Client:
    return Client()


def losse_teksten(deel: object) -> Iterator[str]:
    """Every text in nested data, but for sources and addresses."""
    if isinstance(deel, str):
        yield deel
    elif isinstance(deel, dict):
        for naam, waarde in deel.items():
            yield from losse_teksten([] if naam in {"bron", "naar"} else waarde)
    elif isinstance(deel, list):
        for waarde in deel:
            yield from losse_teksten(waarde)


def bladzinnen(taal: str) -> list[str]:
    """Every sentence of the explanation texts in one language."""
    delen = [zorg[taal] for zorg in inhoud.lees("zorgen")["zorg"]]
    delen += [regel[taal] for regel in inhoud.lees("regels")["regel"]]
    delen += [blad[taal] for naam, blad in inhoud.lees("bladen").items() if naam != "nagekeken"]
    return [zin for tekst in losse_teksten(delen) for zin in re.split(r"(?<=[.?!:])\s+", tekst) if zin]


def test_elf_zorgen_in_twee_talen_met_wat_er_veranderde() -> None:
    zorgen = inhoud.lees("zorgen")["zorg"]
    assert [zorg["nummer"] for zorg in zorgen] == list(range(1, 12))
    for zorg in zorgen:
        assert all(BRON.match(bron) for bron in zorg["bron"]), zorg["bron"]
        for taal in inhoud.TALEN:
            assert set(zorg[taal]) == {"titel", "antwoord", "doen", "sinds"}
        assert len(zorg["nl"]["antwoord"]) == len(zorg["en"]["antwoord"])


def test_dertig_regels_elk_met_herkomst() -> None:
    gegevens = inhoud.lees("regels")
    assert [regel["nummer"] for regel in gegevens["regel"]] == list(range(1, 31))
    groepen = {groep["naam"] for groep in gegevens["groep"]}
    for regel in gegevens["regel"]:
        assert regel["binding"] in {"wet", "norm", "rechtspraak"}
        assert regel["groep"] in groepen
        assert all(BRON.match(bron) for bron in regel["bron"]), regel["bron"]
        assert all(set(regel[taal]) == {"regel", "verschil"} for taal in inhoud.TALEN)


@pytest.mark.parametrize(
    ("nummer", "binding", "woorden"),
    [
        (1, "norm", "De twee weken zijn dat niet"),
        (3, "norm", "het hele onderzoek klaar zijn"),
        (18, "norm", "De zes weken zijn wet"),
        (19, "norm", "geen handtekening"),
        (24, "wet", "schriftelijk in gebreke stellen"),
        (29, "rechtspraak", "reasonable transition"),
    ],
)
def test_waar_de_regels_van_de_wet_afwijken_staat_dat_erbij(nummer: int, binding: str, woorden: str) -> None:
    (regel,) = [r for r in inhoud.lees("regels")["regel"] if r["nummer"] == nummer]
    assert regel["binding"] == binding
    assert woorden in regel["nl"]["verschil"] + regel["en"]["verschil"]


def test_een_norm_staat_niet_in_een_artikel(client: Client) -> None:
    kaarten = re.split(r'<li class="kt-kaart"', client.get("/het-gesprek/regels/").content.decode())[1:]
    assert len(kaarten) == 30
    for kaart in kaarten:
        norm = "kt-binding--norm" in kaart
        assert ("Vergelijk:" in kaart, "Staat in:" in kaart) == (norm, not norm)


def test_beide_talen_van_een_blad_hebben_dezelfde_bouw() -> None:
    for naam, blad in inhoud.lees("bladen").items():
        if naam != "nagekeken":
            vormen = [
                [
                    (len(d.get("alineas", [])), len(d.get("punten", [])), len(d.get("naar", [])))
                    for d in blad[taal]["deel"]
                ]
                for taal in inhoud.TALEN
            ]
            assert vormen[0] == vormen[1], naam


def test_de_zinnen_zijn_kort() -> None:
    zinnen = bladzinnen("nl")
    lang = [zin for zin in zinnen if len(zin.split()) > 30]
    gemiddeld = sum(len(zin.split()) for zin in zinnen) / len(zinnen)
    assert len(zinnen) > 250
    assert not lang, lang
    assert gemiddeld < 12


def test_de_uitleg_noemt_de_drie_voorwaarden_voor_een_pgb() -> None:
    with override("nl"):
        voorwaarden = inhoud.blad("pgb")["deel"][0]
    assert "drie" in voorwaarden["kop"] and len(voorwaarden["punten"]) == 3
    assert "waarom" in voorwaarden["punten"][1]


@pytest.mark.parametrize("pad", ["zorgen", "regels", "vier-vragen", "spoed", "ondersteuning", "pgb"])
def test_een_engels_blad_spreekt_engels(client: Client, pad: str) -> None:
    tekst = client.get(f"/en/het-gesprek/{pad}/").content.decode()
    kaal = re.sub(r"<[^>]*lang=\"nl\"[^>]*>.*?</", "", tekst)
    assert not re.search(
        r"\b(gemeente|wordt|niet|hebben|krijgt)\b", re.sub(r"href=\"[^\"]*\"|action=\"[^\"]*\"", "", kaal)
    )


# --- What it costs


@pytest.mark.parametrize(
    ("dag", "huishouden", "bedrag"),
    [
        ((22, 11, 2026), "alleen", "€\u00a021,80"),
        ((22, 11, 2026), "samen_aow", "€\u00a021,80"),
        ((22, 11, 2026), "samen", "€\u00a00,00"),
        ((1, 1, 2025), "alleen", "€\u00a021,00"),
        ((31, 12, 2024), "alleen", "€\u00a020,60"),
        ((1, 1, 2020), "alleen", "€\u00a019,00"),
    ],
)
def test_de_bijdrage_per_dag_en_huishouden(
    client: Client, dag: tuple[int, int, int], huishouden: str, bedrag: str
) -> None:
    velden = dict(zip(("datum-dag", "datum-maand", "datum-jaar"), map(str, dag), strict=True))
    tekst = client.post("/het-gesprek/kosten/", {**velden, "huishouden": huishouden}).content.decode()
    assert bedrag in tekst
    assert "Uw inkomen en uw spaargeld tellen niet mee." in tekst


@pytest.mark.parametrize(
    ("velden", "fouten"),
    [
        (("", "", "", ""), ["Vul een dag in.", "Kies met hoeveel volwassenen u bent."]),
        (("30", "2", "2026", "alleen"), ["De dag 30-2-2026 bestaat niet."]),
        (("x", "2", "2026", ""), ["met cijfers", "Kies met hoeveel volwassenen"]),
        (("1", "1", "2027", "alleen"), ["nog niet bekend"]),
        (("31", "12", "2019", "alleen"), ["vanaf 1 januari 2020"]),
        (("1", "1", "2026", "tien"), ["Kies met hoeveel volwassenen"]),
        (("²", "1", "2026", "alleen"), ["met cijfers"]),
    ],
)
def test_fouten_staan_bovenaan_en_allemaal_tegelijk(client: Client, velden: tuple[str, ...], fouten: list[str]) -> None:
    namen = ("datum-dag", "datum-maand", "datum-jaar", "huishouden")
    antwoord = client.post("/het-gesprek/kosten/", dict(zip(namen, velden, strict=True)))
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    boven = tekst[tekst.index('id="fouten"') : tekst.index("<h1")]
    assert all(fout in boven for fout in fouten)
    assert "<title>Fout:" in tekst
    assert f'value="{velden[2]}"' in tekst


@time_machine.travel(ZONDAG, tick=False)
def test_de_vraag_begint_bij_vandaag(client: Client) -> None:
    tekst = client.get("/het-gesprek/kosten/").content.decode()
    assert all(f'value="{deel}"' in tekst for deel in ("22", "11", "2026"))


# --- Where to go

REGISTER = """<?xml version="1.0" encoding="UTF-8"?>
<p:overheidsorganisaties xmlns:p="urn:proef/export/2.6.13"><p:organisaties>
 <p:organisatie p:systeemId="1"><p:naam>Gemeente Voorbeeldstad</p:naam><p:types><p:type>Gemeente</p:type></p:types>
  <p:contact><p:internetadressen>
   <p:internetadres><p:url>https://www.voorbeeldstad.example/contact</p:url></p:internetadres>
   <p:internetadres><p:url>https://www.voorbeeldstad.example</p:url></p:internetadres></p:internetadressen>
   <p:contactpaginas><p:contactpagina><p:url>https://a.example</p:url></p:contactpagina></p:contactpaginas></p:contact>
  <p:organisaties><p:organisatie><p:naam>Griffie</p:naam><p:types><p:type>Organisatieonderdeel</p:type></p:types>
  </p:organisatie></p:organisaties></p:organisatie>
 <p:organisatie><p:naam>Gemeente Opgeheven</p:naam><p:types><p:type>Gemeente</p:type></p:types>
  <p:eindDatum>2019-01-01</p:eindDatum><p:contact><p:internetadressen><p:internetadres>
  <p:url>https://www.opgeheven.example</p:url></p:internetadres></p:internetadressen></p:contact></p:organisatie>
 <p:organisatie><p:naam>Gemeente Later</p:naam><p:types><p:type>Gemeente</p:type></p:types>
  <p:eindDatum>2027-01-01</p:eindDatum><p:contact><p:internetadressen><p:internetadres>
  <p:url>https://later.example</p:url></p:internetadres></p:internetadressen></p:contact></p:organisatie>
 <p:organisatie><p:naam>Gemeente Gevaar</p:naam><p:types><p:type>Gemeente</p:type></p:types>
  <p:contact><p:internetadressen><p:internetadres><p:url>javascript:alert(1)</p:url></p:internetadres>
  </p:internetadressen></p:contact></p:organisatie>
 <p:organisatie><p:naam>Waterschap Voorbeeld</p:naam><p:types><p:type>Waterschap</p:type></p:types>
  <p:contact><p:internetadressen><p:internetadres><p:url>https://w.example</p:url></p:internetadres>
  </p:internetadressen></p:contact></p:organisatie>
</p:organisaties></p:overheidsorganisaties>"""


def test_het_register_als_xml(tmp_path: Path) -> None:
    pad = tmp_path / "register.xml"
    pad.write_text(REGISTER, "utf-8")
    assert lees(pad, ZONDAG) == (
        Gemeente("Later", "https://later.example"),
        Gemeente("Voorbeeldstad", "https://www.voorbeeldstad.example"),
    )
    assert [gemeente.naam for gemeente in lees(pad, date(2027, 1, 2))] == ["Voorbeeldstad"]


@pytest.mark.parametrize(
    "tekst",
    [
        "naam;type;website\nGemeente Ééndorp;Gemeente;https://een.example\nWaterschap X;Waterschap;https://x.example\n",
        "\ufeffOfficiële naam,Organisatietype,Internetadres,Einddatum\r\n"
        "Gemeente Ééndorp,Gemeente,https://een.example,\r\nGemeente Oud,Gemeente,https://o.example,2020-01-01\r\n",
        "Naam\tWebsite\nÉéndorp\thttps://een.example\n",
    ],
)
def test_het_register_als_csv(tmp_path: Path, tekst: str) -> None:
    pad = tmp_path / "register.csv"
    pad.write_text(tekst, "utf-8")
    assert lees(pad, ZONDAG) == (Gemeente("Ééndorp", "https://een.example"),)


@pytest.mark.parametrize(
    ("naam", "inhoud_"),
    [("a.xml", "geen xml"), ("b.csv", "a;b\n1;2\n"), ("c.csv", ""), ("d.xml", "<x/>"), ("e.csv", None)],
)
def test_een_onbruikbare_lijst_zegt_dat(tmp_path: Path, naam: str, inhoud_: str | None) -> None:
    if inhoud_ is not None:
        (tmp_path / naam).write_text(inhoud_)
    with pytest.raises(GemeentenFout, match=naam):
        lees(tmp_path / naam, ZONDAG)


def test_een_entiteit_in_het_register_wordt_niet_gevolgd(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("geheim")
    vijandig = REGISTER.replace("?>\n", f'?>\n<!DOCTYPE x [<!ENTITY g SYSTEM "{tmp_path}/geheim.txt">]>\n', 1)
    pad = tmp_path / "v.xml"
    pad.write_text(vijandig.replace("Gemeente Voorbeeldstad", "&g;"), "utf-8")
    assert "geheim" not in str(lees(pad, ZONDAG))


@pytest.mark.parametrize(
    ("woord", "eerste"),
    [
        ("utr", "Utrecht"),
        ("DEN  HAAG", "Den Haag"),
        ("hertogenbosch", "'s-Hertogenbosch"),
        ("‘s hertog", "'s-Hertogenbosch"),
    ],
)
def test_zoeken_zonder_op_tekens_te_letten(woord: str, eerste: str) -> None:
    assert zoek(lees(VOORBEELD, ZONDAG), woord)[0].naam == eerste


def test_zoeken_op_niets_geeft_niets() -> None:
    assert zoek(lees(VOORBEELD, ZONDAG), " - ") == []


def test_de_zoeker_op_de_pagina(client: Client) -> None:
    gevonden = client.post("/het-gesprek/gemeente/", {"gemeente": "delft"}).content.decode()
    assert "1 gemeente gevonden" in gevonden and 'rel="external noreferrer"' in gevonden
    assert "geen gemeente met die naam" in client.post("/het-gesprek/gemeente/", {"gemeente": "Xyz"}).content.decode()


def test_een_eigen_lijst(client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pad = tmp_path / "register.xml"
    pad.write_text(REGISTER, "utf-8")
    monkeypatch.setattr(settings, "GEMEENTEN", str(pad))
    tekst = client.post("/het-gesprek/gemeente/", {"gemeente": "voorbeeld"}).content.decode()
    assert "https://www.voorbeeldstad.example" in tekst
    assert "nog niet alle gemeenten" not in tekst
