"""Every route, with every role and every kind of relation to the case: what is refused looks exactly like what is
not there, and leaves no trace in the case."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from keukentafel.dossier import documenten
from keukentafel.dossier.models import Betrokkene, Document, Gebruiker, Gemeente, Kijk, Mandaat, Team, Zaak
from keukentafel.dossier.toegang import persoon
from keukentafel.dossier.vastleggen import open_zaak, vandaag, vastleggen
from keukentafel.dossier.versleuteld import versleutel_bytes
from keukentafel.inrichting.delen import AANWEZIG
from keukentafel.inrichting.voorbeeldgemeente import ROLSPELERS, speler

from .routes import Route, loop, routes

ROUTES = routes()
ZAAKROUTES = [route for route in ROUTES if route.van_een_zaak]
ROLLEN_VAN = {deel.naam: deel.rollen for deel in AANWEZIG}
UUID = r"[0-9a-f]{8}-[0-9a-f-]{27}"
MELDING = {
    "soort": "melding_ontvangen",
    "kanaal": "telefoon",
    "behoeften": [{"id": "b1", "leefgebied": "huishouden", "vraag": "De was"}],
}


def _zaak(gemeente: Gemeente, team: Team, door: Gebruiker, naam: str) -> Zaak:
    betrokkene = Betrokkene.objects.create(gemeente=gemeente, naam=naam)
    wie = persoon(door, vandaag())
    melding = {"datum": vandaag().isoformat()} | MELDING
    return open_zaak(gemeente, betrokkene, melding, wie=wie, deur="test", team=team).zaak


def _geef(gebruiker: Gebruiker, rol: str, zaak: Zaak, **dagen: date | None) -> None:
    """A mandate of this role that reaches this case, whatever the reach of the role."""
    Mandaat.objects.create(
        gebruiker=gebruiker, gemeente=zaak.gemeente, rol=rol, team=zaak.team, betrokkene=zaak.betrokkene, zaak=zaak,
        vraag="Kan dit?", **dagen,
    )  # fmt: skip


@pytest.fixture
def zaken(voorbeeldstad: Gemeente, settings: Any, tmp_path: Path) -> dict[str, Zaak]:
    """A case of every kind of relation: own, of another team, of another municipality, once, not yet, not there."""
    ander = Gemeente.objects.create(naam="Elders", kenmerk="elders")
    team = Team.objects.create(gemeente=ander, naam="Noord")
    collega = Gebruiker.objects.create(uitgever="test", onderwerp="collega", naam="Collega")
    Mandaat.objects.create(gebruiker=collega, gemeente=ander, rol="consulent", team=team, vanaf=date(2025, 1, 1))
    zuid = voorbeeldstad.teams.get(naam="Zuid")
    eerste, tweede, derde = Zaak.objects.order_by("nummer")
    uit = {
        "van Annie": eerste,
        "van Jelle": tweede,
        "met een vraag": derde,
        "van Zuid": _zaak(voorbeeldstad, zuid, Gebruiker.objects.get(onderwerp="consulent-zuid"), "Van Zuid"),
        "elders": _zaak(ander, team, collega, "Elders"),
        "vroeger": _zaak(ander, team, collega, "Vroeger"),
        "straks": _zaak(ander, team, collega, "Straks"),
        "er niet": Zaak(id=uuid.uuid4()),
    }
    gisteren, morgen = vandaag() - timedelta(days=1), vandaag() + timedelta(days=1)
    for r in ROLSPELERS:
        _geef(speler(r.knop), r.rol, uit["vroeger"], vanaf=date(2025, 1, 1), tot=gisteren)
        _geef(speler(r.knop), r.rol, uit["straks"], vanaf=morgen)
    settings.MAP = str(tmp_path)
    for zaak in Zaak.objects.all():
        _document(zaak)
    nog_een = {"soort": "uitnodiging_verstuurd", "datum": vandaag().isoformat(), "gesprek_op": morgen.isoformat()}
    vastleggen(eerste.pk, nog_een, wie=persoon(speler("consulent"), vandaag()), deur="test")
    return uit


def _document(zaak: Zaak) -> None:
    """A document in the case, put there without a look into it."""
    plek = documenten._plek(zaak.gemeente_id, "0" * 64)
    documenten._bewaar(plek, versleutel_bytes(b"%PDF-1.7", documenten._binding(zaak.gemeente_id, "0" * 64)))
    Document.objects.create(
        zaak=zaak, naam="a.pdf", mediatype="application/pdf", grootte=8, sha256="0" * 64, rol="inwoner",
        toegevoegd_op=timezone.now(), gekeurd=True,
    )  # fmt: skip


MAG = {
    "inwoner": {"van Annie"},
    "inwoner (andere zaak)": {"van Jelle"},
    "vertegenwoordiger": {"van Jelle"},
    "mantelzorger": {"van Annie"},
    "clientondersteuner": {"van Annie"},
    "consulent": {"van Annie", "van Jelle", "met een vraag"},
    "deskundige": {"met een vraag"},
    "beslisser": {"van Annie", "van Jelle", "met een vraag", "van Zuid"},
    "beheerder": set(),
}


def adres(route: Route, zaak: Zaak) -> str:
    document = Document.objects.filter(zaak=zaak.pk).first()
    vast = {"document_id": document.pk} if document else {}
    return route.met(zaak_id=zaak.pk, **vast)


def kaal(antwoord: Any) -> tuple[int, str]:
    """An answer without what only repeats the address that was asked for, and without one-time tokens."""
    tekst = antwoord.getvalue().decode("utf-8", "replace")
    tekst = re.sub(UUID, "UUID", tekst)
    return antwoord.status_code, re.sub(r'(csrfmiddlewaretoken" value=")\w+', r"\1", tekst)


def test_er_zijn_routes_om_na_te_lopen() -> None:
    assert {route.deel for route in ROUTES} == {deel.naam for deel in AANWEZIG}


@pytest.mark.parametrize("speler_", ROLSPELERS, ids=lambda r: r.knop)
def test_geweigerd_ziet_eruit_als_afwezig(als: Callable[[str], Client], zaken: dict[str, Zaak], speler_: Any) -> None:
    client = als(speler_.knop)
    vreemd = {relatie: zaak for relatie, zaak in zaken.items() if relatie not in MAG[speler_.knop]}
    weinig = {relatie: zaken[relatie] for relatie in ("elders", "vroeger")}
    eigen = [route for route in ZAAKROUTES if speler_.rol in ROLLEN_VAN[route.deel]]
    for doe, welke in ((client.get, vreemd), (client.post, weinig)):
        for route in eigen:
            er_niet = kaal(doe(adres(route, zaken["er niet"])))
            assert er_niet[0] in (404, 405), route
            for relatie, zaak in welke.items():
                assert kaal(doe(adres(route, zaak))) == er_niet, (route.naam, relatie)
    assert not Kijk.objects.filter(zaak__in=[zaak.pk for zaak in vreemd.values()]).exists()


@pytest.mark.parametrize("wijze", ["get", "post"])
def test_een_rol_komt_in_geen_deel_dat_niet_van_die_rol_is(
    als: Callable[[str], Client], zaken: dict[str, Zaak], wijze: str
) -> None:
    for r in ROLSPELERS:
        client = als(r.knop)
        weg = kaal(client.get("/bestaat-niet/"))[0]
        for route in ROUTES:
            if r.rol not in ROLLEN_VAN[route.deel]:
                antwoord = getattr(client, wijze)(adres(route, zaken["van Annie"]))
                assert antwoord.status_code == weg == 404, (r, route)


def test_wie_niet_is_ingelogd_ziet_alleen_de_deur(zaken: dict[str, Zaak]) -> None:
    client = Client()
    for route in ROUTES:
        for zaak in (zaken["van Annie"], zaken["er niet"]):
            antwoord = client.get(adres(route, zaak))
            assert antwoord.status_code == 302 and antwoord["Location"].startswith("/inloggen/?verder="), route
            antwoord = client.post(adres(route, zaak))
            assert antwoord.status_code == 403 and "niet meer ingelogd" in antwoord.content.decode(), route
    assert not Kijk.objects.exists()


def test_wat_men_vindt_in_de_eigen_zaak_is_er_niet_in_een_andere(
    als: Callable[[str], Client], zaken: dict[str, Zaak]
) -> None:
    """Follow every link from home, as every role: each leads to a page, and no page is without a link to it.

    Then with the very numbers and words that work in one's own case, put in the address of another.
    """
    bereikt: set[str] = set()
    for r in ROLSPELERS:
        deel = next((deel for deel in AANWEZIG if r.rol in deel.rollen), None)
        if deel is None:
            continue
        client = als(r.knop)
        gelopen = loop(client, f"/{deel.adres}")
        bereikt |= {soort.split()[0] for soort in gelopen}
        for ander in _in_andere_zaken(gelopen.values(), r.knop, zaken):
            assert client.get(ander).status_code in (404, 405), (r.knop, ander)
            assert client.post(ander).status_code in (404, 405), (r.knop, ander)
        eigen = zaken[next(iter(MAG[r.knop]), "er niet")]
        bereikt |= {route.naam for route in ROUTES if _alleen_post(client, route, eigen)}
    nooit = sorted({route.naam for route in ROUTES} - bereikt)
    assert not nooit


def _alleen_post(client: Client, route: Route, zaak: Zaak) -> bool:
    """A button, which stands on a page only when there is something to press it for; or its form leads back there."""
    return client.get(adres(route, zaak)).status_code in (302, 405)


def _in_andere_zaken(paden: Iterable[str], knop: str, zaken: dict[str, Zaak]) -> Iterator[str]:
    eigen = {str(zaken[relatie].pk) for relatie in MAG[knop]}
    vreemd = [str(zaken[relatie].pk) for relatie in ("van Annie", "van Jelle", "elders") if relatie not in MAG[knop]]
    for pad in paden:
        for nummer in eigen & set(re.findall(UUID, pad)):
            yield from (pad.replace(nummer, ander) for ander in vreemd)
