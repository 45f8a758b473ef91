"""The manager tries what the site leans on, and reads in plain words what does not work."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from keukentafel.dossier.models import Document, Zaak
from keukentafel.inrichting.inloggen.aanbieders import Aanbieder
from keukentafel.koppelingen import inlogdienst

HIER = "/beheer/voorbeeldstad/koppelingen/"


@pytest.fixture
def beheer(als: Callable[[str], Client]) -> Client:
    return als("beheerder")


def tekst(antwoord: Any) -> str:
    return antwoord.getvalue().decode()


def test_zonder_iets_ingesteld_werkt_niets_en_staat_er_waarom(beheer: Client, settings: Any) -> None:
    settings.UITGAAND = settings.VIRUSSCANNER = ""
    assert "Werkt niet" not in tekst(beheer.get(HIER))
    inhoud = tekst(beheer.post(HIER))
    assert inhoud.count("Werkt niet") == 4
    assert "KEUKENTAFEL_UITGAAND" in inhoud and "Er is geen virusscanner ingericht." in inhoud


def test_wat_het_doet_en_wat_niet(beheer: Client, settings: Any, tmp_path: Path) -> None:
    settings.UITGAAND, settings.DEMO, settings.MAIL = str(tmp_path), True, f"map://{tmp_path}"
    assert "Werkt niet" not in tekst(beheer.post(HIER))
    assert not list(tmp_path.rglob("*.pdf"))
    settings.MAIL = "ergens"
    inhoud = tekst(beheer.post(HIER))
    assert "KEUKENTAFEL_MAIL: schrijf smtp://" in inhoud
    with socket.socket() as dicht:
        dicht.bind(("127.0.0.1", 0))
        settings.MAIL = f"smtp-open://127.0.0.1:{dicht.getsockname()[1]}"
        assert "De mailserver antwoordt niet." in tekst(beheer.post(HIER))


def test_documenten_die_wachten_worden_geteld_in_de_eigen_gemeente(beheer: Client) -> None:
    zaak = Zaak.objects.order_by("nummer")[0]
    Document.objects.create(
        zaak=zaak, naam="geheim.pdf", mediatype="application/pdf", grootte=8, sha256="0" * 64, rol="inwoner",
        toegevoegd_op=timezone.now(),
    )  # fmt: skip
    inhoud = tekst(beheer.get(HIER))
    assert "Er wacht 1 document op de virusscanner." in inhoud and "geheim" not in inhoud


class Dienst(BaseHTTPRequestHandler):
    antwoord = b"{}"

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.antwoord)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def dienst() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Dienst) as server:
        draad = Thread(target=server.serve_forever)
        draad.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        draad.join()


def test_een_inlogdienst_die_antwoordt_en_een_die_iets_anders_zegt(beheer: Client, settings: Any, dienst: str) -> None:
    Dienst.antwoord = f'{{"issuer": "{dienst}"}}'.encode()
    settings.AANBIEDERS = {"inwoner": Aanbieder("inwoner", dienst, "kt", "geheim", "DigiD", ("hoog",), "bsn")}
    assert "Inloggen van inwoners" in tekst(beheer.get(HIER))
    inlogdienst.controleer(dienst)
    for antwoord in (b'{"issuer": "https://elders.example"}', b"[]", b"geen json"):
        Dienst.antwoord = antwoord
        assert "De inlogdienst" in tekst(beheer.post(HIER))
    with pytest.raises(inlogdienst.Dienststoring):
        inlogdienst.controleer("http://127.0.0.1:9")


def test_de_brief_van_een_andere_dag(beheer: Client) -> None:
    adres = "/beheer/voorbeeldstad/brieven/besluit/voorbeeld.pdf"
    assert tekst_van_pdf(beheer.get(adres, {"op": "2030-01-01"})).startswith(b"%PDF-")
    for onzin in ("gisteren", "2030-13-01", "9" * 50):
        assert beheer.get(adres, {"op": onzin}).status_code == 404


def tekst_van_pdf(antwoord: Any) -> bytes:
    assert antwoord.status_code == 200
    return bytes(antwoord.getvalue())
