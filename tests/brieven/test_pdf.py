"""The PDF: tagged, in Dutch, with its own fonts, readable aloud, the same bytes for the same letter."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
import pytest

from keukentafel import brieven
from keukentafel.brieven import pdf
from tests.brieven.gevallen import AFZENDER, GEVALLEN, beoordeeld

VORMEN = [False, True]


def concept(naam: str) -> brieven.Concept:
    op, feiten = GEVALLEN[naam]
    oordeel, zaak, vandaag = beoordeeld(feiten, op)
    return brieven.concept(naam, oordeel, zaak, AFZENDER, vandaag)


def open_pdf(inhoud: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(inhoud))


def knopen(knoop: Any) -> Iterator[str]:
    """The structure types of a tagged PDF, depth first."""
    if isinstance(knoop, pikepdf.Array):
        for deel in knoop:
            yield from knopen(deel)
    elif isinstance(knoop, pikepdf.Dictionary):
        if "/S" in knoop:
            yield str(knoop.S)
        if "/K" in knoop:
            yield from knopen(knoop.K)


def lettertypen(bestand: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    gevonden = []
    for bladzijde in bestand.pages:
        for font in bladzijde.Resources.Font.values():
            gevonden.append(
                font.DescendantFonts[0].FontDescriptor if "/DescendantFonts" in font else font.FontDescriptor
            )
    return gevonden


def keur(inhoud: bytes, tmp_path: Path) -> None:
    """No finding of the machine-checkable PDF/UA rules."""
    bestand = tmp_path / "brief.pdf"
    bestand.write_bytes(inhoud)
    rapport = pdfua.validate(str(bestand))
    assert not rapport.findings, rapport.findings


@pytest.mark.parametrize("groot", VORMEN)
@pytest.mark.parametrize("naam", GEVALLEN)
def test_elke_brief_is_een_toegankelijke_pdf(naam: str, groot: bool, tmp_path: Path) -> None:
    brief = concept(naam)
    inhoud = brieven.als_pdf(brief, groot)
    keur(inhoud, tmp_path)
    with open_pdf(inhoud) as bestand:
        assert bestand.Root.MarkInfo.Marked
        assert str(bestand.Root.Lang) == "nl-NL"
        assert bestand.Root.ViewerPreferences.DisplayDocTitle
        xmp = bestand.open_metadata()
        assert xmp["pdfuaid:part"] == "1"
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")
        assert brief.onderwerp in str(xmp["dc:title"])
        soorten = list(knopen(bestand.Root.StructTreeRoot.K))
        assert soorten.count("/H1") == 1
        assert soorten.count("/P") >= len(brief.alineas)
        assert all(font.get("/FontFile2") or font.get("/FontFile3") for font in lettertypen(bestand))
        assert all("NotoSans" in str(font.FontName) for font in lettertypen(bestand))


def test_een_opsomming_is_een_lijst_en_geen_streepjes() -> None:
    with open_pdf(brieven.als_pdf(concept("uitnodiging-vragen"))) as bestand:
        soorten = list(knopen(bestand.Root.StructTreeRoot.K))
    assert soorten.count("/L") == 1
    assert soorten.count("/LI") == 5


def test_dezelfde_brief_geeft_dezelfde_bytes() -> None:
    assert brieven.als_pdf(concept("ingebrekestelling")) == brieven.als_pdf(concept("ingebrekestelling"))


def test_grote_letters_zijn_achttien_punten() -> None:
    def corpsen(groot: bool) -> set[float]:
        with open_pdf(brieven.als_pdf(concept("spoed"), groot)) as bestand:
            return {
                round(float(deel.operands[1]), 1)
                for blad in bestand.pages
                for deel in pikepdf.parse_content_stream(blad)
                if str(deel.operator) == "Tf"
            }

    assert 11.0 in corpsen(False)
    assert 18.0 in corpsen(True)
    assert min(corpsen(True)) >= 16


def test_de_maat_is_a4() -> None:
    with open_pdf(brieven.als_pdf(concept("spoed"))) as bestand:
        breed, hoog = (float(x) / 72 * 25.4 for x in list(bestand.pages[0].MediaBox)[2:])
    assert (round(breed), round(hoog)) == (210, 297)


def test_in_de_pdf_staat_geen_machine_en_geen_tijd() -> None:
    """Neither the hour nor a path tells where or when it was made; the day of the letter is the day of the file."""
    inhoud = brieven.als_pdf(concept("klacht"))
    with open_pdf(inhoud) as bestand:
        assert str(bestand.docinfo["/CreationDate"]).startswith("D:20261020")
        assert "/Author" not in bestand.docinfo
    assert str(Path(__file__).parents[2]).encode() not in inhoud


VIJANDIG = [
    '#read("/etc/passwd")',
    '#import "/huisstijl.typ": *; #panic("x")',
    "$ sum_(i=0)^n $ *vet* _schuin_ `code` <label> @verwijzing = Kop",
    "```raw``` \\ \\u{41} // geen commentaar /* ook niet */ ~ --- ...",
    "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;",
    "{% url 'x' %} {{ geheim }} ${7*7} %(naam)s {op_melding} {0.__class__}",
    "]] ) } #] #{ [",
]


@pytest.mark.parametrize("tekst", VIJANDIG)
@pytest.mark.parametrize("groot", VORMEN)
def test_opmaak_van_anderen_blijft_gewone_tekst(tekst: str, groot: bool, tmp_path: Path) -> None:
    van = dict.fromkeys(AFZENDER, tekst)
    feiten = [{"soort": "melding_ontvangen", "datum": "2026-09-07", "behoeften": [{"id": "b1", "vraag": tekst}]}]
    oordeel, zaak, vandaag = beoordeeld(feiten, "2026-09-08")
    brief = brieven.concept("spoed", oordeel, zaak, van, vandaag)
    assert tekst in brieven.als_tekst(brief)
    inhoud = brieven.als_pdf(brief, groot)
    keur(inhoud, tmp_path)
    assert letterlijk(inhoud, tekst)


def letterlijk(inhoud: bytes, tekst: str) -> bool:
    """Does the text of the PDF hold these characters, in order? (Spaces and line ends aside.)"""
    return "".join(tekst.split()) in "".join("".join(bladen(inhoud)).split())


def bladen(inhoud: bytes) -> list[str]:
    """The text of every page of a PDF by its own character maps, in the order of the content streams."""
    teksten = []
    with open_pdf(inhoud) as bestand:
        for blad in bestand.pages:
            kaarten = {naam: tekenkaart(font) for naam, font in blad.Resources.Font.items()}
            kaart: dict[int, str] = {}
            delen = []
            for stuk in pikepdf.parse_content_stream(blad):
                if str(stuk.operator) == "Tf":
                    kaart = kaarten[str(stuk.operands[0])]
                delen += [kaart.get(code, "") for deel in getoond(stuk) for code in codes(deel)]
            teksten.append("".join(delen))
    return teksten


def getoond(stuk: Any) -> list[bytes]:
    if str(stuk.operator) not in ("Tj", "TJ"):
        return []
    waarden = stuk.operands[0] if str(stuk.operator) == "TJ" else [stuk.operands[0]]
    return [bytes(w) for w in waarden if isinstance(w, pikepdf.String)]


def tekenkaart(font: Any) -> dict[int, str]:
    """The ToUnicode map of a font, as code to text."""
    kaart: dict[int, str] = {}
    deel = ""
    for regel in font.ToUnicode.read_bytes().decode("ascii").splitlines():
        if regel.endswith(("beginbfchar", "beginbfrange")):
            deel = regel.split()[-1]
        elif regel.startswith("<") and deel == "beginbfchar":
            van, naar = (r.strip("<>") for r in regel.split())
            kaart[int(van, 16)] = bytes.fromhex(naar).decode("utf-16-be")
    return kaart


@pytest.mark.parametrize(
    "tekst",
    [
        "😀 👩🏽‍🦽 🇳🇱",
        "日本語 한국어 ไทย",
        "Cafe\u0301 \u202eomgekeerd\u202c \u200bonzichtbaar\ufeff",
        "مرحبا بالعالم שלום עולם",
        "Żółć Çağrı Đorđević Ελληνικά Български",
        "\x00\x07\x1b[31m\x7f\ud800",
        "a" * 3000,
        "woord " * 4000,
        "\n" * 500 + "einde",
    ],
)
def test_vreemde_tekens_en_lange_teksten_breken_niets(tekst: str, tmp_path: Path) -> None:
    inhoud = pdf.maak(
        "blad",
        {
            "titel": "Proef",
            "datum": "2026-11-21",
            "blokken": [{"soort": "tekst", "tekst": tekst}, {"soort": "kop", "tekst": "K"}],
        },
    )
    keur(inhoud, tmp_path)


def test_wat_niet_op_papier_kan_wordt_genoemd() -> None:
    assert pdf.niet_toonbaar("Ik ben 😀 en 😀, €5, “ja” – Ğ") == ["😀"]
    assert pdf.toonbaar({"a": ["b😀", 3, None]}) == {"a": ["b\ufffd", 3, None]}


def test_een_lang_woord_loopt_niet_van_het_papier() -> None:
    assert max(len(deel) for deel in pdf.toonbaar("x" * 100).split("\u200b")) <= 30
    assert pdf.toonbaar("gewone-woorden blijven heel") == "gewone-woorden blijven heel"


def test_een_onbekend_sjabloon_of_verkeerde_gegevens_is_een_duidelijke_fout() -> None:
    for naam in ("bestaatniet", "../brief", "huisstijl.typ", ""):
        with pytest.raises(pdf.PdfFout, match="sjabloon"):
            pdf.maak(naam, {"titel": "x", "datum": "2026-11-21"})
    with pytest.raises(pdf.PdfFout, match="blad"):
        pdf.maak("blad", {"titel": "x", "datum": "2026-11-21", "blokken": [{"soort": "raar"}]})


@pytest.mark.parametrize(("taal", "code"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_een_blad_met_alle_blokken_is_toegankelijk_in_beide_talen(taal: str, code: str, tmp_path: Path) -> None:
    blokken = [
        {"soort": "kop", "tekst": "Datums"},
        {
            "soort": "tabel",
            "kop": ["Wat", "Wanneer"],
            "rijen": [["Verslag", "maandag 19 oktober 2026"]],
            "breedtes": [2, 1],
        },
        {"soort": "kop", "tekst": "Meenemen", "niveau": 3},
        {
            "soort": "vakjes",
            "regels": [{"nummer": "1.1", "tekst": "Identiteitsbewijs", "aan": True}, {"tekst": "Plan"}],
        },
        {"soort": "lijst", "regels": ["een", "twee"]},
        {"soort": "stappen", "regels": ["een", "twee"]},
        {"soort": "kader", "kop": "Let op", "tekst": "Neem iemand mee."},
        {"soort": "schrijfregels", "aantal": 3},
        {"soort": "nieuwe_bladzijde"},
        {"soort": "klein", "tekst": "Klein."},
        {"soort": "tekst", "tekst": "Gewoon."},
    ]
    inhoud = pdf.maak("blad", {"titel": "Mijn datums", "datum": "2026-11-21", "blokken": blokken}, taal, groot=True)
    keur(inhoud, tmp_path)
    with open_pdf(inhoud) as bestand:
        assert str(bestand.Root.Lang) == code
        soorten = list(knopen(bestand.Root.StructTreeRoot.K))
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/L", "/Figure"} <= set(soorten)


def test_een_brief_van_twee_bladzijden_is_er_snel() -> None:
    """Far from the goal of 400 ms on purpose: the bench measures, this only catches a fall."""
    begin = time.perf_counter()
    inhoud = brieven.als_pdf(concept("uitnodiging-vragen"), groot=True)
    duur = time.perf_counter() - begin
    with open_pdf(inhoud) as bestand:
        assert len(bestand.pages) >= 2
    assert duur < 2


def test_een_lange_laatste_alinea_blijft_heel() -> None:
    lang = " ".join(f"woord{nummer}" for nummer in range(1500))
    inhoud = brieven.als_pdf(replace(concept("klacht"), alineas=(lang,)))
    assert letterlijk(inhoud, "woord1499")
    with open_pdf(inhoud) as bestand:
        assert len(bestand.pages) >= 3


def test_de_handtekening_staat_niet_alleen_op_een_blad() -> None:
    brief = concept("klacht")
    _, laatste = bladen(brieven.als_pdf(brief))
    assert brief.alineas[-1].replace(" ", "") in laatste.replace(" ", "")
    assert "Metvriendelijkegroet" in laatste.replace(" ", "")


def plekken(inhoud: bytes) -> list[tuple[float, float, str]]:
    """Every run of text on the first page: millimetres from the left, from the top, and what it says."""
    runs: list[tuple[float, float, str]] = []
    with open_pdf(inhoud) as bestand:
        blad = bestand.pages[0]
        kaarten = {naam: tekenkaart(font) for naam, font in blad.Resources.Font.items()}
        kaart: dict[int, str] = {}
        links = boven = 0.0
        for stuk in pikepdf.parse_content_stream(blad):
            if str(stuk.operator) == "cm":
                links, onder = (float(x) / 72 * 25.4 for x in stuk.operands[4:6])
                boven = 297 - onder
            if str(stuk.operator) == "Tf":
                kaart = kaarten[str(stuk.operands[0])]
            if delen := getoond(stuk):
                runs.append((links, boven, "".join(kaart.get(c, "") for deel in delen for c in codes(deel))))
    return runs


def codes(deel: bytes) -> list[int]:
    return [int.from_bytes(deel[i : i + 2], "big") for i in range(0, len(deel), 2)]


def test_het_adres_staat_in_het_venster_van_de_envelop() -> None:
    """The window of a Dutch envelope shows 20 to 110 mm from the left and 45 to 85 mm from the top: the address of the
    municipality and nothing else."""
    runs = plekken(brieven.als_pdf(concept("klacht")))
    in_venster = [tekst for links, boven, tekst in runs if 45 < boven < 85 and tekst.strip()]
    assert "".join(in_venster).replace(" ", "") == (
        "GemeenteVoorbeeldstadCollegevanburgemeesterenwethoudersPostbus1001234ZZVoorbeeldstad"
    )
    assert all(20 <= links <= 110 for links, boven, tekst in runs if 45 < boven < 85 and tekst.strip())
