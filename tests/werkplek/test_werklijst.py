"""The work list: what must be done first is on top, and its cost does not depend on how many cases there are."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from keukentafel.dossier.models import Team, Zaak
from keukentafel.dossier.vastleggen import vandaag
from keukentafel.dossier.versleuteld import blinde_index
from keukentafel.dossier.werklijst import lees_plek


@pytest.fixture
def vijftig(zaken: list[Zaak]) -> list[Zaak]:
    """Fifty open cases of team Noord beside the three: every other one without a term, many on the same day."""
    noord, dag = Team.objects.get(naam="Noord"), vandaag()
    Zaak.objects.bulk_create(
        Zaak(
            gemeente=zaken[0].gemeente, nummer=f"Y-{nr:04}", betrokkene=zaken[0].betrokkene, team=noord,
            uiterlijk=None if nr % 2 else dag + timedelta(days=nr % 7 - 3), eerstvolgend="" if nr % 2 else "onderzoek",
            fase="onderzoek" if nr % 5 else "melding", spoed=nr % 10 == 0,
        )
        for nr in range(50)
    )  # fmt: skip
    return list(Zaak.objects.filter(team=noord, open=True))


def alles(client: Client, vraag: str = "") -> list[str]:
    """The numbers of all cases in the list, page after page."""
    nummers, adres = [], f"/werk/{vraag}"
    for _ in range(10):
        tekst = client.get(adres).content.decode()
        nummers += re.findall(r'<a class="utrecht-link" href="/werk/zaak/[^"]+/">([^<]+)</a><br>', tekst)
        verder = re.search(r'href="(/werk/\?[^"]*)">Volgende 20<', tekst)
        if verder is None:
            return nummers
        adres = verder[1].replace("&amp;", "&")
    raise AssertionError("de lijst houdt niet op")


def test_elke_zaak_staat_er_een_keer_en_wat_eerst_moet_staat_vooraan(consulent: Client, vijftig: list[Zaak]) -> None:
    nummers = alles(consulent)
    assert sorted(nummers) == sorted(z.nummer for z in vijftig)
    dagen = {z.nummer: z.uiterlijk or date.max for z in vijftig}
    spoed = [z.nummer for z in vijftig if z.spoed]
    assert len(spoed) == 5 and set(nummers[:5]) == set(spoed), "zolang bij spoed niets is geregeld, staat die vooraan"
    gewoon = [dagen[n] for n in nummers[5:]]
    assert gewoon == sorted(gewoon)


@pytest.mark.parametrize(
    ("vraag", "past"),
    [
        ("?fase=melding", lambda z: z.fase == "melding"),
        ("?te_laat=ja", lambda z: z.uiterlijk is not None and z.uiterlijk < vandaag()),
        ("?spoed=ja", lambda z: z.spoed),
        ("?wie=eigen", lambda z: z.behandelaar_id is not None),
        ("?te_laat=ja&fase=melding", lambda z: z.fase == "melding" and z.uiterlijk and z.uiterlijk < vandaag()),
        ("?fase=onzin&na=onzin", lambda z: True),
    ],
)
def test_de_lijst_wordt_kleiner(
    consulent: Client, vijftig: list[Zaak], vraag: str, past: Callable[[Zaak], bool]
) -> None:
    verwacht = sorted(z.nummer for z in vijftig if past(z))
    assert verwacht
    assert sorted(alles(consulent, vraag)) == verwacht


def test_de_lijst_zegt_wat_eerst_moet_en_of_het_te_laat_is(als: Callable[[str], Client], zaken: list[Zaak]) -> None:
    Zaak.objects.filter(pk=zaken[0].pk).update(
        uiterlijk=vandaag() - timedelta(days=4), eerstvolgend="onderzoek", geschonden=2, spoed=True
    )
    tekst = als("consulent").get("/werk/").content.decode()
    for woord in ("Onderzoek en verslag", "4 dagen te laat", "2 gemist", "Spoed"):
        assert woord in tekst
    engels = als("consulent").get("/en/werk/").content.decode()
    for woord in ("Investigation and report", "4 days late", "2 missed", "Urgent"):
        assert woord in engels


def test_een_ander_team_staat_er_niet_in(consulent: Client, zaken: list[Zaak]) -> None:
    zuid = Team.objects.get(naam="Zuid")
    Zaak.objects.filter(pk=zaken[0].pk).update(team=zuid)
    assert zaken[0].nummer not in alles(consulent)


def test_de_beslisser_ziet_de_hele_gemeente(beslisser: Client, zaken: list[Zaak]) -> None:
    Zaak.objects.filter(pk=zaken[0].pk).update(team=Team.objects.get(naam="Zuid"), open=True)
    assert zaken[0].nummer in alles(beslisser)


def test_een_bladzijde_kost_altijd_evenveel_vragen(consulent: Client, vijftig: list[Zaak]) -> None:
    """Who asks (session; account with mandates), rows with and without a term (urgent apart), the count, the names,
    the letters that wait for an address, and on the first page what waits for this worker.
    """
    volgende = re.search(r'href="(/werk/\?[^"]*)">Volgende 20<', consulent.get("/werk/").content.decode())
    assert volgende is not None
    for adres in ("/werk/", volgende[1].replace("&amp;", "&"), "/werk/?fase=melding", "/werk/?spoed=ja&wie=eigen"):
        with CaptureQueriesContext(connection) as gevangen:
            consulent.get(adres)
        assert len(gevangen) <= (9 if "na=" in adres else 10), [v["sql"] for v in gevangen.captured_queries]


@pytest.mark.parametrize("tekst", ["", "x", "2026-01-01", "2026-01-01.x", "2026-13-01.0"])
def test_wat_geen_plek_is_begint_vooraan(tekst: str) -> None:
    assert lees_plek(tekst) is None


def test_terug_per_bladzijde_en_hoeveel_er_zijn(consulent: Client, vijftig: list[Zaak]) -> None:
    def naar(tekst: str, woord: str) -> str:
        gevonden = re.search(rf'href="(/werk/[^"]*)">{woord}<', tekst)
        assert gevonden, woord
        return gevonden[1].replace("&amp;", "&")

    eerste = consulent.get("/werk/").content.decode()
    assert f"{len(vijftig)} zaken<" in eerste and "Vorige 20" not in eerste
    tweede = consulent.get(naar(eerste, "Volgende 20")).content.decode()
    derde = consulent.get(naar(tweede, "Volgende 20")).content.decode()
    weer_tweede = consulent.get(naar(derde, "Vorige 20")).content.decode()
    assert alle_nummers(weer_tweede) == alle_nummers(tweede) != alle_nummers(derde)
    assert alle_nummers(consulent.get(naar(weer_tweede, "Vorige 20")).content.decode()) == alle_nummers(eerste)


def alle_nummers(tekst: str) -> list[str]:
    return re.findall(r'href="/werk/zaak/[^"]+/">([^<]+)</a><br>', tekst)


@pytest.mark.parametrize("vraag", ["fase=onzin", "wie=x", "te_laat=misschien", "na=onzin"])
def test_een_keuze_die_er_niet_is_wordt_gezegd(consulent: Client, vijftig: list[Zaak], vraag: str) -> None:
    assert "Deze keuze in het adres kennen we niet." in consulent.get(f"/werk/?{vraag}").content.decode()
    assert "kennen we niet" not in consulent.get("/werk/?wie=team&fase=&te_laat=ja").content.decode()


def test_een_zaak_is_te_vinden(consulent: Client, vijftig: list[Zaak], zaken: list[Zaak]) -> None:
    """By its number, by the whole surname without capitals or accents, or by a BSN; closed cases too."""
    Zaak.objects.filter(pk=zaken[1].pk).update(open=False)
    mens = zaken[1].betrokkene
    mens.naam, mens.bsn, mens.bsn_index = "Inès van Dómmelen", "999990019", blinde_index("999990019")
    mens.save()
    for gevraagd in (zaken[1].nummer, zaken[1].nummer.lower(), "dommelen", "Van DÓMMELEN", "9999.90.019"):
        antwoord = consulent.post("/werk/", {"zoek": f" {gevraagd} "})
        assert zaken[1].nummer in alle_nummers(antwoord.content.decode()), gevraagd
    assert "Wij vinden geen zaak" in consulent.post("/werk/", {"zoek": "domme"}).content.decode()
    leeg = consulent.post("/werk/", {"zoek": " "})
    assert leeg.status_code == 422 and "Vul een zaaknummer, een achternaam of een BSN in." in leeg.content.decode()


def test_zoeken_vindt_geen_zaak_van_een_ander_team(consulent: Client, zaken: list[Zaak]) -> None:
    Zaak.objects.filter(pk=zaken[0].pk).update(team=Team.objects.get(naam="Zuid"))
    assert alle_nummers(consulent.post("/werk/", {"zoek": zaken[0].nummer}).content.decode()) == []
