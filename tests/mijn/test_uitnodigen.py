"""The resident invites somebody herself, with a code that is shown once; who brings it sees what it is and chooses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from keukentafel.dossier import uitnodigingen
from keukentafel.dossier.models import Betrokkene, Gebruiker, Mandaat, Uitnodiging, Zaak
from keukentafel.dossier.uitnodigingen import LETTERS
from keukentafel.dossier.vastleggen import vandaag
from keukentafel.inrichting.voorbeeldgemeente import speler
from keukentafel.portaal.mijn import uitnodiging

from .conftest import Als, tekst, vul_in

HIER = "/mijn/uitnodiging/"
CODE = re.compile(rf"\b[{LETTERS}]{{4}}(?:-[{LETTERS}]{{4}}){{2}}\b")
WERKT_NIET = "Deze code werkt niet."


@pytest.fixture(autouse=True)
def _niemand_probeerde_al() -> Iterator[None]:
    """The tries of another test do not count here."""
    for venster in (uitnodiging.PER_MENS, uitnodiging.PER_ADRES):
        venster._nummer = -1
    yield


@pytest.fixture
def karin(voorbeeldstad: Any) -> Gebruiker:
    """Somebody who logged in, and has no role anywhere."""
    return Gebruiker.objects.create(uitgever="test", onderwerp="karin", naam="Karin de Boer")


def adres(zaak: Zaak) -> str:
    return f"/mijn/zaak/{zaak.pk}/meekijken/nodig-uit/"


def lijst(client: Client, zaak: Zaak) -> str:
    return tekst(client.get(f"/mijn/zaak/{zaak.pk}/meekijken/"))


def nodig_uit(client: Client, zaak: Zaak, rol: str = "mantelzorger", reikt: str = "alles", **meer: str) -> str:
    """The code for Karin."""
    gegevens = {"f-naam": "Karin de Boer", "f-rol": rol, "f-reikt": reikt} | meer
    gemaakt = vul_in(client, adres(zaak), gegevens)
    assert gemaakt.status_code == 302, "wie opnieuw laadt, maakt geen nieuwe code"
    code: str = CODE.findall(tekst(client.get(gemaakt["Location"])))[0]
    assert code not in tekst(client.get(gemaakt["Location"])), "de code is er één keer"
    return code


def tot(dag: date) -> dict[str, str]:
    return {"f-tot-dag": str(dag.day), "f-tot-maand": str(dag.month), "f-tot-jaar": str(dag.year)}


def test_wie_de_code_brengt_leest_eerst_wat_het_is_en_zegt_dan_ja(als: Als, zaak: Zaak, karin: Gebruiker) -> None:
    annie, helper = als("inwoner"), als(karin)
    laatste = vandaag() + timedelta(days=60)
    code = nodig_uit(annie, zaak, **tot(laatste))
    assert code not in lijst(annie, zaak) and "Karin de Boer" in lijst(annie, zaak)
    assert helper.get("/mijn/").status_code == 404, "zonder uitnodiging is er niets"
    assert "A. Bloemendaal" not in tekst(helper.get(HIER))
    gezien = tekst(helper.post(HIER, {"code": f" {code.lower().replace('-', ' ')} "}))
    assert zaak.betrokkene.naam in gezien and "als mantelzorger" in gezien and "Bij alle zaken" in gezien
    assert not Mandaat.objects.filter(gebruiker=karin).exists(), "kijken is nog geen ja"
    assert helper.post(HIER, {"code": code, "antwoord": "ja"})["Location"] == "/mijn/?gelukt"
    assert "U kijkt nu mee." in tekst(helper.get("/mijn/?gelukt"))
    assert zaak.nummer in tekst(helper.get("/mijn/"))
    assert helper.get(f"/mijn/zaak/{zaak.pk}/").status_code == 404, "een mantelzorger ziet de zaak niet"
    mandaat = Mandaat.objects.get(gebruiker=karin)
    assert (mandaat.rol, mandaat.soort, mandaat.vanaf, mandaat.tot) == (
        "mantelzorger",
        "toestemming",
        vandaag(),
        laatste,
    )
    assert mandaat.gegeven_door == speler("inwoner")
    assert f"/meekijken/{mandaat.pk}/stop/" in lijst(annie, zaak)
    assert "Karin de Boer kijkt sinds" in tekst(annie.get("/mijn/")) and "mee als mantelzorger." in tekst(
        annie.get("/mijn/")
    )
    assert annie.post(f"/mijn/zaak/{zaak.pk}/meekijken/{mandaat.pk}/stop/").status_code == 302
    assert helper.get("/mijn/").status_code == 404


def test_een_vertegenwoordiger_voor_een_zaak_ziet_die_zaak_en_geen_andere(
    als: Als, zaak: Zaak, karin: Gebruiker
) -> None:
    ander = Zaak.objects.create(gemeente=zaak.gemeente, betrokkene=zaak.betrokkene, nummer="TEST-2")
    helper = als(karin)
    code = nodig_uit(als("inwoner"), zaak, "vertegenwoordiger", "deze")
    assert "Alleen bij de melding van" in tekst(helper.post(HIER, {"code": code}))
    helper.post(HIER, {"code": code, "antwoord": "ja"})
    assert helper.get(f"/mijn/zaak/{zaak.pk}/").status_code == 200
    assert helper.get(f"/mijn/zaak/{ander.pk}/").status_code == 404
    assert ander.nummer not in tekst(helper.get("/mijn/"))
    assert helper.get("/mijn/melding/").status_code == 404 or "Voor wie" not in tekst(helper.get("/mijn/melding/"))
    assert Mandaat.objects.get(gebruiker=karin).soort == "gevolmachtigde"


def test_elke_code_die_niet_werkt_krijgt_hetzelfde_antwoord(als: Als, zaak: Zaak, karin: Gebruiker) -> None:
    annie, helper = als("inwoner"), als(karin)
    gebruikt, ingetrokken, verlopen = (
        nodig_uit(annie, zaak, **{"f-naam": naam}) for naam in ("Gebruikt", "Ingetrokken", "Verlopen")
    )
    wachtend = {u.naam: u for u in Uitnodiging.objects.all()}
    annie.post(f"/mijn/zaak/{zaak.pk}/meekijken/uitnodiging/{wachtend['Ingetrokken'].pk}/weg/")
    Uitnodiging.objects.filter(pk=wachtend["Verlopen"].pk).update(verloopt_op=timezone.now())
    assert "U zei nee" in tekst(helper.post(HIER, {"code": gebruikt, "antwoord": "nee"}))
    antwoorden = set()
    for code in ("BCDF-GHJK-MNPQ", gebruikt, ingetrokken, verlopen):
        for antwoord in ("", "ja"):
            uitnodiging.PER_MENS._nummer = -1
            gekregen = helper.post(HIER, {"code": code, "antwoord": antwoord})
            pagina = re.sub(r'(csrfmiddlewaretoken" value=")\w+', "", tekst(gekregen)).replace(code, "CODE")
            antwoorden.add((gekregen.status_code, pagina))
    ((status, pagina),) = antwoorden
    assert status == 422 and WERKT_NIET in pagina
    assert not Mandaat.objects.filter(gebruiker=karin).exists()
    assert [w in lijst(annie, zaak) for w in ("zei nee", "uitnodiging ingetrokken", "niet gereageerd")] == [True] * 3


def test_wie_raadt_moet_wachten_ook_met_de_goede_code(als: Als, zaak: Zaak, karin: Gebruiker) -> None:
    helper, code = als(karin), nodig_uit(als("inwoner"), zaak)
    for _ in range(5):
        assert WERKT_NIET in tekst(helper.post(HIER, {"code": "BCDF-GHJK-MNPQ"}))
    antwoord = helper.post(HIER, {"code": code})
    assert antwoord.status_code == 429 and int(antwoord["Retry-After"]) <= 901
    pagina = tekst(antwoord)
    assert "Te vaak een verkeerde code" in pagina and "seconde" not in pagina
    assert re.search(r"Probeer het na \d\d\.\d\d uur weer\.", pagina)
    assert als("mantelzorger").post(HIER, {"code": "BCDF"}).status_code == 422, "een ander kan nog wel"


def test_een_code_werkt_tot_en_met_de_dag_die_er_staat(als: Als, zaak: Zaak) -> None:
    annie = als("inwoner")
    pagina = tekst(
        annie.post(adres(zaak), {"f-naam": "Karin", "f-rol": "mantelzorger", "f-reikt": "deze"}, follow=True)
    )
    verloopt = timezone.localtime(Uitnodiging.objects.get().verloopt_op)
    assert f"tot en met {date_format(verloopt, 'j F Y')}" in pagina and f"tot en met {verloopt.day} " in lijst(
        annie, zaak
    )
    assert (verloopt.date(), verloopt.hour) == (timezone.localdate() + timedelta(days=14), 23)


def test_de_code_zelf_staat_nergens(als: Als, zaak: Zaak) -> None:
    code = nodig_uit(als("inwoner"), zaak)
    rij = Uitnodiging.objects.values().get()
    kaal = code.replace("-", "")
    assert not [w for w in rij.values() if kaal in str(w).replace("-", "")]


def test_een_nieuwe_code_voor_dezelfde_mens_maakt_de_oude_ongeldig(als: Als, zaak: Zaak, karin: Gebruiker) -> None:
    annie, helper = als("inwoner"), als(karin)
    oud, nieuw = nodig_uit(annie, zaak), nodig_uit(annie, zaak)
    assert helper.post(HIER, {"code": oud}).status_code == 422
    assert helper.post(HIER, {"code": nieuw}).status_code == 200


def test_wie_zelf_niets_meer_mag_nodigt_ook_niemand_meer_uit(als: Als, late_zaak: Zaak, karin: Gebruiker) -> None:
    code = nodig_uit(als("vertegenwoordiger"), late_zaak)
    Mandaat.objects.filter(gebruiker=speler("vertegenwoordiger")).update(tot=vandaag() - timedelta(days=1))
    assert WERKT_NIET in tekst(als(karin).post(HIER, {"code": code}))


def test_wie_voor_welke_rol_uitnodigt(als: Als, zaak: Zaak, late_zaak: Zaak) -> None:
    """A representative makes no other one; who has a curator does not choose one either (Wmo 1.1.1 lid 2)."""
    assert 'value="vertegenwoordiger"' in tekst(als("inwoner").get(adres(zaak)))
    for wie in ("vertegenwoordiger", "inwoner (andere zaak)"):
        client = als(wie)
        assert 'value="vertegenwoordiger"' not in tekst(client.get(adres(late_zaak)))
        gegevens = {"f-naam": "Karin", "f-rol": "vertegenwoordiger", "f-reikt": "deze"}
        assert client.post(adres(late_zaak), gegevens).status_code == 422
    for wie in ("mantelzorger", "clientondersteuner", "consulent", "inwoner (andere zaak)"):
        assert als(wie).get(adres(zaak)).status_code == 404
    assert not Uitnodiging.objects.exists()


def test_wie_de_code_heeft_en_het_toch_niet_kan_leest_waarom(als: Als, zaak: Zaak) -> None:
    annie = als("inwoner")
    code = nodig_uit(annie, zaak)
    assert "uw eigen zaak" in tekst(annie.post(HIER, {"code": code, "antwoord": "ja"}))
    assert "U helpt deze persoon al zo" in tekst(als("mantelzorger").post(HIER, {"code": code}))
    assert als("consulent").post(HIER, {"code": code}).status_code == 404
    werker = speler("beslisser")
    eigen = Betrokkene.objects.create(gemeente=zaak.gemeente, naam="Zelf")
    Mandaat.objects.create(
        gebruiker=werker, gemeente=zaak.gemeente, rol="inwoner", betrokkene=eigen, vanaf=vandaag()
    )  # fmt: skip
    assert "account van de gemeente" in tekst(als(werker).post(HIER, {"code": code, "antwoord": "ja"}))
    assert Uitnodiging.objects.get().afloop == ""


def test_alle_fouten_van_het_formulier_in_een_keer(als: Als, zaak: Zaak) -> None:
    antwoord = als("inwoner").post(adres(zaak), tot(vandaag() - timedelta(days=1)))
    assert antwoord.status_code == 422
    assert [w in tekst(antwoord) for w in ("Hoe heet deze persoon?", "Deze dag is al geweest.")] == [True, True]
    assert "Vul de code in die u kreeg." in tekst(als("inwoner").post(HIER, {"code": " "}))


@pytest.mark.parametrize(("dagen", "over"), [(89, 1), (91, 0)])
def test_wat_niemand_aannam_verdwijnt_met_de_naam_na_negentig_dagen(
    als: Als, zaak: Zaak, karin: Gebruiker, dagen: int, over: int
) -> None:
    client = als("inwoner")
    zus, code = nodig_uit(client, zaak, **{"f-naam": "Zus"}), nodig_uit(client, zaak)
    assert zus != code and vul_in(als(karin), HIER, {"code": code, "antwoord": "ja"}).status_code == 302
    Uitnodiging.objects.update(verloopt_op=timezone.now() - timedelta(days=dagen))
    uitnodigingen.ruim_op()
    assert Uitnodiging.objects.filter(mandaat=None).count() == over
    assert Mandaat.objects.filter(gebruiker=karin).exists() and Uitnodiging.objects.exclude(mandaat=None).exists()
