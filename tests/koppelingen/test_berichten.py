"""The ways out: paper in a folder, e-mail by a real server on this machine, the notice of the portal; also broken."""

from __future__ import annotations

import email
import socket
import threading
from collections.abc import Iterator
from datetime import timedelta
from email import policy
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from keukentafel.brieven.gemeente import berichten_voor
from keukentafel.brieven.gemeente.berichten import _versleuteld, ontvanger_van
from keukentafel.dossier import outbox
from keukentafel.dossier.models import Uitgaand, Zaak
from keukentafel.dossier.vastleggen import vastleggen
from keukentafel.koppelingen.berichten import kanalen, lees_mailadres
from keukentafel.koppelingen.berichten.proef import KapotKanaal, Proefkanaal
from tests.dossier.wereld import VANDAAG, Wereld

pytestmark = pytest.mark.django_db
JA = {"soort": "elektronisch_bereikbaar_verklaard", "datum": "2026-11-04"}


class Mailserver:
    """A mail server of a few lines on this machine; `weigert` is what it says to a letter instead of taking it."""

    def __init__(self) -> None:
        self.brieven: list[str] = []
        self.weigert = ""
        self.deur = socket.create_server(("127.0.0.1", 0))
        self.poort: int = self.deur.getsockname()[1]
        threading.Thread(target=self._werk, daemon=True).start()

    def _werk(self) -> None:
        while True:
            try:
                lijn, _ = self.deur.accept()
            except OSError:
                return
            with lijn, lijn.makefile("rw", encoding="utf-8", newline="\r\n") as praat:
                self._gesprek(praat)

    def _gesprek(self, praat: Any) -> None:
        def zeg(tekst: str) -> None:
            praat.write(f"{tekst}\n")
            praat.flush()

        zeg("220 proef")
        for regel in praat:
            woord = regel.split(":")[0].split()[0].upper() if regel.strip() else ""
            if woord == "QUIT":
                zeg("221 dag")
                return
            if woord == "RCPT" and self.weigert:
                zeg(self.weigert)
            elif woord == "DATA":
                zeg("354 ga uw gang")
                delen = []
                for deel in praat:
                    if deel.rstrip("\r\n") == ".":
                        break
                    delen.append(deel)
                self.brieven.append("".join(delen))
                zeg("250 gekregen")
            else:
                zeg("250 goed")


@pytest.fixture
def mailserver() -> Iterator[Mailserver]:
    server = Mailserver()
    yield server
    server.deur.close()


@pytest.fixture(autouse=True)
def instellen(settings: Any, tmp_path: Path) -> None:
    settings.UITGAAND = str(tmp_path / "uitgaand")
    settings.MAIL = ""


@pytest.fixture
def wereld(db: Any) -> Iterator[Wereld]:
    with time_machine.travel(f"{VANDAAG}T10:00:00+01:00", tick=False):
        wereld = Wereld.maak()
        wereld.gemeente.email = "wmo@voorbeeldstad.example"
        wereld.gemeente.save()
        yield wereld


def zet_klaar(wereld: Wereld, kanaal: str = "print", taal: str = "nl") -> Uitgaand:
    """A confirmation that waits to go out by this channel."""
    b = wereld.betrokkene
    b.email, b.adres, b.taal = "annie@voorbeeld.example", "Lindelaan 1", taal
    b.save()
    zaak: Zaak = wereld.zaak().zaak
    if kanaal != "print":
        vastleggen(zaak.pk, JA, wie=wereld.wie("inwoner"), deur="proef")
    feit = {
        "soort": "ontvangst_bevestigd",
        "datum": VANDAAG.isoformat(),
        "wijze": {"print": "brief"}.get(kanaal, kanaal),
    }
    vastleggen(zaak.pk, feit, wie=wereld.wie("consulent"), deur="proef", berichten=berichten_voor)
    return Uitgaand.objects.select_related("zaak__gemeente", "zaak__betrokkene").get(zaak=zaak)


def vers(bericht: Uitgaand) -> Uitgaand:
    return Uitgaand.objects.get(pk=bericht.pk)


# --- paper ----------------------------------------------------------------------------------------------------------


def test_papier_ligt_per_dag_klaar_met_een_lijst(wereld: Wereld, tmp_path: Path) -> None:
    bericht = zet_klaar(wereld)
    assert outbox.werk_af(kanalen()) == 1
    map_ = tmp_path / "uitgaand" / "post" / "voorbeeldstad" / "2026-11-20"
    naam = f"{bericht.zaak.nummer}-0002-bevestiging-melding.pdf"
    assert {p.name for p in map_.iterdir()} == {naam, "lijst.csv"}
    assert (map_ / naam).read_bytes().startswith(b"%PDF-")
    kop, regel = (map_ / "lijst.csv").read_text("utf-8").splitlines()
    assert kop == "bestand,kenmerk,soort,sleutel"
    assert regel == f"{naam},{bericht.zaak.nummer},bevestiging-melding,{bericht.sleutel}"
    assert "Bloemendaal" not in regel
    assert vers(bericht).klaar_op is not None


def test_dezelfde_brief_nog_eens_verandert_niets(wereld: Wereld, tmp_path: Path) -> None:
    """A worker that died after writing: the next one does the same and nothing is printed twice."""
    bericht = zet_klaar(wereld, taal="en")
    post = kanalen()["print"]
    for _ in range(3):
        post.verstuur(bericht)
    map_ = tmp_path / "uitgaand" / "post" / "voorbeeldstad" / "2026-11-20"
    assert len((map_ / "lijst.csv").read_text("utf-8").splitlines()) == 3  # the head, the letter, its reading version
    assert len(list(map_.glob("*.pdf"))) == 2


def test_een_map_die_niet_kan_is_een_fout_die_later_opnieuw_komt(wereld: Wereld, settings: Any, tmp_path: Path) -> None:
    bericht = zet_klaar(wereld)
    (tmp_path / "vol").write_text("geen map")
    settings.UITGAAND = str(tmp_path / "vol")
    assert outbox.werk_af(kanalen()) == 0
    assert vers(bericht).fout == "De map voor de post is vol of niet te beschrijven."
    settings.UITGAAND = str(tmp_path / "ruimte")
    outbox.opnieuw(bericht.pk)
    assert outbox.werk_af(kanalen()) == 1


# --- e-mail ---------------------------------------------------------------------------------------------------------


def test_een_brief_per_email_heeft_de_brief_als_pdf_en_geen_inhoud_in_het_onderwerp(
    wereld: Wereld, settings: Any, mailserver: Mailserver
) -> None:
    settings.MAIL = f"smtp-open://127.0.0.1:{mailserver.poort}"
    bericht = zet_klaar(wereld, "email", taal="en")
    assert outbox.werk_af(kanalen()) == 1
    brief = email.message_from_string(mailserver.brieven[0], policy=policy.default)
    assert brief["Subject"] == "Een brief van de gemeente Voorbeeldstad"
    assert (brief["To"], brief["From"]) == ("annie@voorbeeld.example", "wmo@voorbeeldstad.example")
    assert [b.get_filename() for b in brief.iter_attachments()] == [
        "bevestiging-melding.pdf",
        "bevestiging-melding-en.pdf",
    ]
    assert all(b.get_content().startswith(b"%PDF-") for b in brief.iter_attachments())
    tekst = brief.get_body().get_content()
    assert "Beste A. Bloemendaal," in tekst
    assert "Dear A. Bloemendaal," in tekst
    assert "stofzuigen" not in tekst + brief["Subject"]
    assert vers(bericht).klaar_op is not None


def test_dezelfde_email_gaat_geen_tweede_keer_weg(wereld: Wereld, settings: Any, mailserver: Mailserver) -> None:
    settings.MAIL = f"smtp-open://127.0.0.1:{mailserver.poort}"
    bericht = zet_klaar(wereld, "email")
    for _ in range(3):
        kanalen()["email"].verstuur(bericht)
    assert len(mailserver.brieven) == 1


def test_dezelfde_email_draagt_hetzelfde_kenmerk_ook_als_het_merk_weg_is(
    wereld: Wereld, settings: Any, mailserver: Mailserver, tmp_path: Path
) -> None:
    settings.MAIL = f"smtp-open://127.0.0.1:{mailserver.poort}"
    bericht = zet_klaar(wereld, "email")
    kanalen()["email"].verstuur(bericht)
    settings.UITGAAND = str(tmp_path / "elders")
    kanalen()["email"].verstuur(bericht)
    een, twee = (email.message_from_string(b)["Message-ID"] for b in mailserver.brieven)
    assert een == twee


def test_een_mailserver_die_weg_is_verliest_niets(wereld: Wereld, settings: Any, mailserver: Mailserver) -> None:
    """Tried again later and later; stuck after three times, and listed; sent when the server is back."""
    with socket.create_server(("127.0.0.1", 0)) as deur:
        weg = deur.getsockname()[1]
    settings.MAIL = f"smtp-open://127.0.0.1:{weg}"
    bericht = zet_klaar(wereld, "email")
    begin = timezone.now()
    for minuut in (0, 1, 6):
        with time_machine.travel(begin + timedelta(minutes=minuut), tick=False):
            assert outbox.werk_af(kanalen()) == 0
    assert vers(bericht).fout == "De mailserver antwoordt niet."
    assert [rij.pk for rij in outbox.vastgelopen()] == [bericht.pk]
    settings.MAIL = f"smtp-open://127.0.0.1:{mailserver.poort}"
    with time_machine.travel(begin + timedelta(minutes=22), tick=False):
        assert outbox.werk_af(kanalen()) == 1
    assert len(mailserver.brieven) == 1
    assert not outbox.vastgelopen()


@pytest.mark.parametrize(
    ("zegt", "fout"),
    [
        ("550 die woont hier niet", "De mailserver neemt dit e-mailadres niet aan."),
        ("421 nu even niet", "De mailserver neemt dit e-mailadres niet aan."),
    ],
)
def test_een_mailserver_die_weigert_zegt_waarom_zonder_namen(
    wereld: Wereld, settings: Any, mailserver: Mailserver, zegt: str, fout: str
) -> None:
    settings.MAIL = f"smtp-open://127.0.0.1:{mailserver.poort}"
    mailserver.weigert = zegt
    bericht = zet_klaar(wereld, "email")
    assert outbox.werk_af(kanalen()) == 0
    assert vers(bericht).fout == fout
    assert not mailserver.brieven


def test_zonder_afzender_gaat_er_niets_weg(wereld: Wereld, settings: Any, mailserver: Mailserver) -> None:
    settings.MAIL = f"smtp-open://127.0.0.1:{mailserver.poort}"
    wereld.gemeente.email = ""
    wereld.gemeente.save()
    bericht = zet_klaar(wereld, "email")
    assert outbox.werk_af(kanalen()) == 0
    assert vers(bericht).fout == "De gemeente heeft nog geen e-mailadres om vanaf te sturen."


# --- portal, demonstration, not set up ------------------------------------------------------------------------------


def test_het_portaal_meldt_alleen_dat_er_iets_klaarstaat(wereld: Wereld, settings: Any, mailserver: Mailserver) -> None:
    settings.MAIL = f"smtp-open://127.0.0.1:{mailserver.poort}"
    zet_klaar(wereld, "portaal")
    assert outbox.werk_af(kanalen()) == 1
    brief = email.message_from_string(mailserver.brieven[0], policy=policy.default)
    assert "staat een bericht" in brief["Subject"]
    assert not list(brief.iter_attachments())
    assert "melding" not in brief.get_body().get_content()


def test_de_demo_schrijft_email_naar_een_map(wereld: Wereld, settings: Any, tmp_path: Path) -> None:
    settings.MAIL = "map://"
    zet_klaar(wereld, "email")
    assert outbox.werk_af(kanalen()) == 1
    assert len(list((tmp_path / "uitgaand" / "email").iterdir())) == 1


def test_zonder_instellingen_wacht_alles_met_de_reden(wereld: Wereld, settings: Any) -> None:
    bericht = zet_klaar(wereld, "email")
    outbox.werk_af(kanalen())
    assert vers(bericht).fout == "Er is nog geen mailserver ingesteld (KEUKENTAFEL_MAIL)."
    settings.UITGAAND = ""
    assert set(kanalen()) == {"print", "email", "portaal"}
    outbox.opnieuw(bericht.pk)
    outbox.werk_af(kanalen())
    assert "KEUKENTAFEL_UITGAAND" in vers(bericht).fout


def test_een_bericht_zonder_brief_staat_vast_met_de_reden(wereld: Wereld, settings: Any) -> None:
    bericht = zet_klaar(wereld)
    Uitgaand.objects.filter(pk=bericht.pk).update(inhoud={})
    outbox.werk_af(kanalen())
    assert vers(bericht).fout == "Dit bericht bevat geen brief."


def test_proefkanalen(wereld: Wereld) -> None:
    bericht = zet_klaar(wereld)
    proef = Proefkanaal()
    assert outbox.werk_af({"print": KapotKanaal()}) == 0
    outbox.opnieuw(bericht.pk)
    assert outbox.werk_af({"print": proef}) == 1
    proef.verstuur(bericht)
    assert list(proef.gekregen) == [bericht.sleutel]


def test_elk_kanaal_zegt_of_het_werkt(settings: Any, mailserver: Mailserver, tmp_path: Path) -> None:
    settings.MAIL = f"smtp-open://127.0.0.1:{mailserver.poort}"
    for kanaal in kanalen().values():
        kanaal.controleer()
    settings.MAIL = ""
    for naam in ("email", "portaal"):
        with pytest.raises(outbox.Verzendfout, match="mailserver"):
            kanalen()[naam].controleer()
    (tmp_path / "bestand").touch()
    settings.UITGAAND = str(tmp_path / "bestand")
    with pytest.raises(outbox.Verzendfout, match="post"):
        kanalen()["print"].controleer()


@pytest.mark.parametrize(
    ("tekst", "uitkomst"),
    [
        ("", None),
        ("map://", ("map", "", 0, "", "")),
        ("smtp://jan:ge%40heim@mail.example", ("smtp", "mail.example", 587, "jan", "ge@heim")),
        ("smtps://mail.example:4465", ("smtps", "mail.example", 4465, "", "")),
    ],
)
def test_het_adres_van_de_mailserver(tekst: str, uitkomst: tuple[Any, ...] | None) -> None:
    assert lees_mailadres(tekst) == uitkomst


@pytest.mark.parametrize("tekst", ["mail.example", "http://mail.example", "smtp://", "smtp://mail.example:99999"])
def test_een_verkeerd_adres_zegt_wat_goed_is(tekst: str) -> None:
    with pytest.raises(ValueError, match="KEUKENTAFEL_MAIL"):
        lees_mailadres(tekst)


def test_papier_zonder_adres_wacht_tot_het_er_is(wereld: Wereld, tmp_path: Path) -> None:
    adres = {"adres": wereld.betrokkene.adres, "postcode_plaats": wereld.betrokkene.postcode_plaats}
    mens = type(wereld.betrokkene).objects.filter(pk=wereld.betrokkene.pk)
    bericht = zet_klaar(wereld)
    mens.update(adres="")
    Uitgaand.objects.update(inhoud=bericht.inhoud | {"aan": _versleuteld(ontvanger_van(Zaak.objects.get()))})
    assert outbox.werk_af(kanalen()) == 0
    assert vers(bericht).fout == outbox.GEEN_ADRES and list(outbox.vastgelopen()) == [bericht]
    mens.update(**adres)
    outbox.opnieuw(bericht.pk)
    assert outbox.werk_af(kanalen()) == 1
    assert not outbox.vastgelopen() and list(tmp_path.glob("uitgaand/post/*/*/*.pdf"))
