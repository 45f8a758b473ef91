"""Documents: known by their content, scanned, encrypted outside the web root, and seen only by who may."""

from __future__ import annotations

import io
import os
import socketserver
import struct
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from keukentafel.dossier import documenten
from keukentafel.dossier.documentsoort import DOCX, Afgekeurd, nette_naam, soort_van
from keukentafel.dossier.models import Document, Zaak
from keukentafel.dossier.toegang import NietGevonden
from keukentafel.koppelingen import virusscan
from tests.dossier.wereld import Wereld

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 30 + b"IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\0" * 50 + b"\xff\xd9"
TEKST = "Beste gemeente,\r\n\tik heb één vraag.\n".encode()
SCHOON, KAPOT = virusscan.Demo(), virusscan.Stuk()


def pakket(*namen: str, inhoud: bytes = b"x") -> bytes:
    """A zip with these parts."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam in namen:
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


def met_sjabloon(doel: str) -> bytes:
    """A Word document that names a template."""
    uit = io.BytesIO(WORD)
    with zipfile.ZipFile(uit, "a") as zip_:
        soort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
        rij = f'<Relationship Id="r1" Type="{soort}" Target="{doel}" TargetMode="External"/>'
        zip_.writestr("word/_rels/settings.xml.rels", f"<Relationships>{rij}</Relationships>")
    return uit.getvalue()


WORD = pakket("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    ("inhoud", "soort"),
    [(PDF, "application/pdf"), (PNG, "image/png"), (JPEG, "image/jpeg"), (WORD, DOCX), (TEKST, "text/plain")],
)
def test_wat_mag_wordt_herkend_aan_de_inhoud(inhoud: bytes, soort: str) -> None:
    assert soort_van(inhoud) == soort


@pytest.mark.parametrize(
    "inhoud",
    [
        b"<!DOCTYPE html><html><script>alert(1)</script></html>",
        b"<html>" + PDF,
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'></svg>",
        b"<?xml version='1.0'?><a/>",
        b"MZ" + b"\0" * 200,
        b"\x7fELF" + b"\0" * 60,
        b"GIF89a" + b"\0" * 30,
        b"%PDF-1.7 afgebroken",
        pakket("een.txt"),
        pakket("[Content_Types].xml", "xl/workbook.xml"),
        pakket("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        pakket("[Content_Types].xml", "word/document.xml", inhoud=b"0" * 60_000_000),
        WORD[:60],
        bytes(range(256)),
        "hoi".encode("utf-16"),
    ],
    ids=[
        "html", "html voor pdf", "svg", "xml", "exe", "elf", "gif", "halve pdf", "zip", "xlsx", "docm", "zwelt op",
        "half docx", "bytes", "utf-16",
    ],
)  # fmt: skip
def test_wat_niet_mag_wordt_geweigerd_met_wat_wel_mag(inhoud: bytes) -> None:
    with pytest.raises(Afgekeurd, match=r"pdf, een foto \(jpg of png\), Word \(docx\) en platte tekst"):
        soort_van(inhoud)


@pytest.mark.parametrize("doel", ["https://elders.example/x.dotm", "\\\\elders\\x.dotm", "file://elders/x.dotm"])
def test_een_document_dat_macros_van_elders_haalt_mag_niet(doel: str) -> None:
    with pytest.raises(Afgekeurd):
        soort_van(met_sjabloon(doel))
    assert soort_van(met_sjabloon("file:///C:/Sjablonen/brief.dotx")) == DOCX


def test_een_leeg_bestand_wordt_geweigerd() -> None:
    with pytest.raises(Afgekeurd, match="leeg"):
        soort_van(b"")


@pytest.mark.parametrize(
    ("naam", "mediatype", "wordt"),
    [
        ("brief.pdf", "application/pdf", "brief.pdf"),
        ("Foto.JPEG", "image/jpeg", "Foto.JPEG"),
        ("../../etc/passwd", "text/plain", "passwd.txt"),
        ("C:\\Users\\ik\\brief.docx", DOCX, "brief.docx"),
        ("foto.pdf", "image/png", "foto.pdf.png"),
        ("factuur\u202efdp.exe", "application/pdf", "factuurfdp.exe.pdf"),
        ("a\x00b\r\nc.txt", "text/plain", "abc.txt"),
        ("", "application/pdf", "document.pdf"),
        ("...", "application/pdf", "document.pdf"),
        (".pdf", "application/pdf", "pdf.pdf"),
        ("e" * 300 + ".pdf", "application/pdf", "e" * 116 + ".pdf"),
    ],
)
def test_een_naam_wordt_veilig_en_zegt_wat_het_is(naam: str, mediatype: str, wordt: str) -> None:
    assert nette_naam(naam, mediatype) == wordt


@pytest.fixture
def kast(tmp_path: Path, settings: Settings) -> Path:
    """Where the documents lie."""
    settings.MAP = str(tmp_path)
    return tmp_path / "documenten"


def bestanden(kast: Path) -> list[Path]:
    """Every file in the cupboard, hidden ones too."""
    return [Path(map_) / naam for map_, _, namen in os.walk(kast) for naam in namen]


def voeg_toe(wereld: Wereld, zaak: Zaak, inhoud: bytes = PDF, **anders: Any) -> Document:
    """Add a document as the resident."""
    anders = {"met": SCHOON, "waarom": "proef"} | anders
    return documenten.voeg_toe(
        wereld.wie("inwoner"), zaak.pk, "brief.pdf" if inhoud.startswith(b"%PDF") else "brief.txt", inhoud, **anders
    )


def test_een_document_ligt_versleuteld_en_komt_er_heel_uit(wereld: Wereld, kast: Path) -> None:
    zaak = wereld.zaak().zaak
    document = voeg_toe(wereld, zaak)
    [ligt] = bestanden(kast)
    assert PDF not in ligt.read_bytes()
    assert ligt.name == document.sha256
    assert ligt.stat().st_mode & 0o077 == 0
    gelezen, inhoud = documenten.lees(wereld.wie("consulent"), zaak.pk, document.pk, waarom="proef")
    assert (gelezen, inhoud) == (document, PDF)
    assert (document.naam, document.mediatype, document.grootte) == ("brief.pdf", "application/pdf", len(PDF))
    assert (document.rol, document.gekeurd) == ("inwoner", True)


def test_elke_blik_op_documenten_komt_in_het_kijklog(kleine_wereld: Wereld, kast: Path) -> None:
    zaak = kleine_wereld.zaak().zaak
    document = voeg_toe(kleine_wereld, zaak)
    wie = kleine_wereld.wie("consulent")
    assert documenten.lijst(wie, zaak.pk, waarom="voorbereiden") == [document]
    documenten.lees(wie, zaak.pk, document.pk, waarom="voorbereiden")
    assert [k.wat for k in zaak.kijken.all()] == ["document", "lijst van documenten", "document toevoegen"]


@pytest.mark.parametrize("rol", ["mantelzorger", "deskundige", "beheerder"])
def test_wie_de_documenten_niet_mag_zien_vindt_niets(kleine_wereld: Wereld, kast: Path, rol: str) -> None:
    zaak = kleine_wereld.zaak().zaak
    document = voeg_toe(kleine_wereld, zaak)
    wie = kleine_wereld.wie(rol)
    for doe in (
        lambda: documenten.lijst(wie, zaak.pk, waarom="x"),
        lambda: documenten.lees(wie, zaak.pk, document.pk, waarom="x"),
        lambda: documenten.voeg_toe(wie, zaak.pk, "x", PDF, waarom="x", met=SCHOON),
    ):
        with pytest.raises(NietGevonden):
            doe()


def test_een_document_van_een_andere_zaak_is_er_niet(kleine_wereld: Wereld, kast: Path) -> None:
    een, twee = kleine_wereld.zaak().zaak, kleine_wereld.zaak().zaak
    document = voeg_toe(kleine_wereld, een)
    for pk in (document.pk, "onzin"):
        with pytest.raises(NietGevonden):
            documenten.lees(kleine_wereld.wie("consulent"), twee.pk, pk, waarom="proef")


def test_te_groot_wordt_geweigerd(kleine_wereld: Wereld, kast: Path, settings: Settings) -> None:
    settings.GROOTSTE_DOCUMENT = 1024 * 1024
    with pytest.raises(Afgekeurd, match="hoogstens 1 MB"):
        voeg_toe(kleine_wereld, kleine_wereld.zaak().zaak, TEKST * 50_000)
    assert bestanden(kast) == []


def test_een_virus_wordt_nergens_bewaard(kleine_wereld: Wereld, kast: Path) -> None:
    with pytest.raises(Afgekeurd, match="virus"):
        voeg_toe(kleine_wereld, kleine_wereld.zaak().zaak, virusscan.PROEFVIRUS)
    assert bestanden(kast) == []
    assert not Document.objects.exists()


def test_zonder_scanner_wacht_een_document_en_leest_niemand_het(wereld: Wereld, kast: Path) -> None:
    zaak = wereld.zaak().zaak
    goed, slecht = (voeg_toe(wereld, zaak, inhoud, met=KAPOT) for inhoud in (PDF, TEKST + virusscan.PROEFVIRUS))
    wie = wereld.wie("consulent")
    with pytest.raises(documenten.NogNietGekeurd, match="nog gecontroleerd"):
        documenten.lees(wie, zaak.pk, goed.pk, waarom="proef")
    assert documenten.keur_wachtende(KAPOT) == 2
    assert documenten.keur_wachtende(SCHOON) == 0
    assert documenten.lees(wie, zaak.pk, goed.pk, waarom="proef")[1] == PDF
    with pytest.raises(NietGevonden):
        documenten.lees(wie, zaak.pk, slecht.pk, waarom="proef")
    assert [p.name for p in bestanden(kast)] == [goed.sha256]


def test_een_document_dat_niet_te_lezen_is_houdt_de_rest_niet_op(kleine_wereld: Wereld, kast: Path) -> None:
    zaak = kleine_wereld.zaak().zaak
    weg, goed = (voeg_toe(kleine_wereld, zaak, inhoud, met=KAPOT) for inhoud in (PDF, TEKST))
    next(p for p in bestanden(kast) if p.name == weg.sha256).unlink()
    assert documenten.keur_wachtende(SCHOON) == 1
    assert documenten.lees(kleine_wereld.wie("inwoner"), zaak.pk, goed.pk, waarom="proef")[1] == TEKST


def test_dezelfde_inhoud_ligt_er_een_keer_en_per_gemeente(kleine_wereld: Wereld, kast: Path) -> None:
    zaak = kleine_wereld.zaak().zaak
    voeg_toe(kleine_wereld, zaak)
    voeg_toe(kleine_wereld, zaak)
    assert len(bestanden(kast)) == 1
    assert bestanden(kast)[0].parents[1].name == str(kleine_wereld.gemeente.pk)


def test_een_volle_schijf_laat_geen_half_document_achter(
    kleine_wereld: Wereld, kast: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vol(_: int) -> None:
        raise OSError(28, "No space left on device")

    zaak = kleine_wereld.zaak().zaak
    monkeypatch.setattr(os, "fsync", vol)
    with pytest.raises(OSError):
        voeg_toe(kleine_wereld, zaak)
    assert bestanden(kast) == []
    assert not Document.objects.exists()


# --- clamd: its real protocol, spoken by a server of our own


class Clamd(socketserver.BaseRequestHandler):
    """Speaks INSTREAM as clamd does: chunks with their length before them, an empty one at the end."""

    antwoord: bytes | None = None

    def handle(self) -> None:
        vraag = self._lees(10)
        assert vraag == b"zINSTREAM\0", vraag
        inhoud = b""
        while lengte := struct.unpack("!I", self._lees(4))[0]:
            inhoud += self._lees(lengte)
        besmet = b"stream: Win.Test.EICAR_HDB-1 FOUND\0" if virusscan.PROEFVIRUS in inhoud else b"stream: OK\0"
        self.server.gekregen.append(len(inhoud))  # type: ignore[attr-defined]
        self.request.sendall(besmet if self.server.antwoord is None else self.server.antwoord)  # type: ignore[attr-defined]

    def _lees(self, aantal: int) -> bytes:
        uit = b""
        while len(uit) < aantal:
            deel = self.request.recv(aantal - len(uit))
            assert deel, "the line closed early"
            uit += deel
        return uit


@pytest.fixture(params=["poort", "socket"])
def clamd(request: pytest.FixtureRequest, tmp_path: Path, settings: Settings) -> Iterator[Any]:
    """A clamd on a loopback port, and once more on a socket file; the setting points to it."""
    if request.param == "poort":
        server: Any = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Clamd)
        settings.VIRUSSCANNER = f"clamd://127.0.0.1:{server.server_address[1]}"
    else:
        server = socketserver.ThreadingUnixStreamServer(str(tmp_path / "clamd.ctl"), Clamd)
        settings.VIRUSSCANNER = f"clamd://{tmp_path / 'clamd.ctl'}"
    server.antwoord, server.gekregen = None, []
    draad = threading.Thread(target=server.serve_forever, daemon=True)
    draad.start()
    yield server
    server.shutdown()
    server.server_close()
    draad.join(timeout=5)


@pytest.mark.parametrize("grootte", [1, virusscan.BROK, virusscan.BROK * 3 + 7])
def test_clamd_krijgt_het_hele_bestand(clamd: Any, grootte: int) -> None:
    assert documenten.scanner().besmetting(b"a" * grootte) is None
    assert clamd.gekregen == [grootte]


def test_clamd_noemt_wat_het_vond(clamd: Any) -> None:
    assert documenten.scanner().besmetting(b"x" * 70_000 + virusscan.PROEFVIRUS) == "Win.Test.EICAR_HDB-1"


@pytest.mark.parametrize("antwoord", [b"", b"INSTREAM size limit exceeded. ERROR\0", b"stream: \0", b"OK\0", b"\xff\0"])
def test_een_vreemd_antwoord_van_clamd_is_geen_goedkeuring(clamd: Any, antwoord: bytes) -> None:
    clamd.antwoord = antwoord
    with pytest.raises(documenten.Scannerstoring):
        documenten.scanner().besmetting(b"x")


@pytest.mark.parametrize("adres", ["clamd://127.0.0.1:1", "clamd:///bestaat/niet.ctl", ""])
def test_een_scanner_die_er_niet_is_keurt_niets_goed(settings: Settings, adres: str) -> None:
    settings.VIRUSSCANNER, settings.DEMO = adres, False
    with pytest.raises(documenten.Scannerstoring):
        documenten.scanner().besmetting(b"x")


def test_een_scanner_die_zwijgt_houdt_niemand_vast() -> None:
    import socket

    with (
        socket.create_server(("127.0.0.1", 0)) as luister,
        pytest.raises(documenten.Scannerstoring),
    ):
        virusscan.Clamd("127.0.0.1", luister.getsockname()[1], geduld=0.2).besmetting(b"x")


def test_de_scanner_van_de_demo_is_er_alleen_in_de_demo(settings: Settings) -> None:
    settings.VIRUSSCANNER = ""
    settings.DEMO = True
    assert isinstance(documenten.scanner(), virusscan.Demo)
    settings.DEMO = False
    assert isinstance(documenten.scanner(), virusscan.Stuk)


@pytest.mark.parametrize("adres", ["demo", "http://127.0.0.1:3310", "clamd:"])
def test_een_verkeerd_adres_zegt_wat_goed_zou_zijn(settings: Settings, adres: str) -> None:
    settings.VIRUSSCANNER = adres
    with pytest.raises(ValueError, match="clamd://adres:3310"):
        documenten.scanner()
