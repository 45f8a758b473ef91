"""No letter about what never happened, and none with an empty place: it is refused before anything is recorded."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

import pytest
from django.utils.translation import override

from keukentafel.brieven.gemeente import als_tekst, berichten_voor, voorvertoning
from keukentafel.brieven.gemeente.model import Ontvanger
from keukentafel.dossier.models import Uitgaand, Zaak
from keukentafel.dossier.vastleggen import vastleggen
from keukentafel.dossier.vertaling import keur
from keukentafel.procedure import CasusFout
from keukentafel.procedure.register import CORRECTIE, FEITSOORTEN
from tests.dossier.wereld import VANDAAG, Wereld
from tests.procedure.generator import _waarde

pytestmark = pytest.mark.django_db
NU = VANDAAG.isoformat()
SOORTEN = [s for s in FEITSOORTEN if s not in (CORRECTIE.soort, "melding_ontvangen")]


@pytest.fixture
def wereld(db: Any) -> Wereld:
    return Wereld.maak()


def gevuld(soort: str, getal: int) -> dict[str, Any]:
    """A fact of today with any of its fields."""
    kans = random.Random(f"{soort}{getal}")
    velden = {
        naam: _waarde(kans, vorm, VANDAAG)
        for naam, vorm in FEITSOORTEN[soort].velden.items()
        if naam not in ("tijdstip", "vastgelegd_op", "door") and kans.random() < getal / 4
    }
    return {"soort": soort, "datum": NU} | velden


@pytest.mark.parametrize("soort", SOORTEN)
def test_op_een_kale_melding_een_weigering_of_een_brief_die_af_is(wereld: Wereld, soort: str) -> None:
    zaak, wie = wereld.zaak().zaak, wereld.wie("consulent")
    for getal in range(5):
        feit = gevuld(soort, getal)
        try:
            brieven = voorvertoning(zaak, feit, wie)
        except CasusFout as fout:
            assert len(str(fout)) > 20
            continue
        for brief in brieven:
            tekst = als_tekst(brief, Ontvanger("A. Bloemendaal")).lower()
            for woord in ("onbekend", "unknown", "none", " ."):
                assert woord not in tekst.replace("onbekende", ""), (feit, tekst)


# wat de gemeente doet, en wat er dan eerst moet zijn
ANTWOORDEN = [
    ("aanvulling_gevraagd", "aanvraag_ontvangen"),
    ("termijn_opgeschort", "aanvraag_ontvangen"),
    ("termijn_opgeschort", "bezwaar_ontvangen"),
    ("beslistermijn_verlengd", "aanvraag_ontvangen"),
    ("verzuim_herstel_gevraagd", "bezwaar_ontvangen"),
    ("bezwaartermijn_verdaagd", "bezwaar_ontvangen"),
    ("hoorzitting_gepland", "bezwaar_ontvangen"),
    ("hoorzitting_gehouden", "bezwaar_ontvangen"),
    ("commissieadvies_ontvangen", "bezwaar_ontvangen"),
    ("bezwaar_tegen_verslag_beantwoord", "bezwaar_tegen_verslag_ontvangen"),
    ("klacht_verdaagd", "klacht_ontvangen"),
    ("klacht_gehoord", "klacht_ontvangen"),
    ("klacht_afgedaan", "klacht_ontvangen"),
    ("inzage_gegeven", "inzage_gevraagd"),
    ("vernietiging_beantwoord", "vernietiging_gevraagd"),
    ("dwangsombesluit_bekendgemaakt", "ingebrekestelling_ontvangen"),
    ("voorziening_gestart", "tijdelijke_voorziening_verstrekt"),
    ("voorziening_gestart", "onderzoek_afgesloten"),
    ("besluit_bekendgemaakt", "aanvraag_ontvangen"),
]


@pytest.mark.parametrize(("soort", "eerst"), ANTWOORDEN)
def test_een_antwoord_kan_pas_vastgelegd_na_de_vraag(wereld: Wereld, soort: str, eerst: str) -> None:
    zaak, nieuw = wereld.zaak().zaak, {"soort": soort, "datum": NU}
    with pytest.raises(CasusFout, match="Leg eerst vast, op die dag of eerder: “") as fout:
        keur(zaak, zaak.rijen(), nieuw, VANDAAG)
    assert "_" not in str(fout.value).split(": ", 2)[2], "geen codenaam in de zin zelf"
    vastleggen(zaak.pk, {"soort": eerst, "datum": NU}, wie=wereld.wie("consulent"), deur="proef")
    zaak = Zaak.objects.get(pk=zaak.pk)
    assert keur(zaak, zaak.rijen(), nieuw, VANDAAG)
    gisteren = {"soort": soort, "datum": (VANDAAG - timedelta(days=1)).isoformat()}
    with pytest.raises(CasusFout):
        keur(zaak, zaak.rijen(), gisteren, VANDAAG)


def test_een_heronderzoek_en_een_verzetting_hebben_iets_nodig(wereld: Wereld) -> None:
    zaak = wereld.zaak().zaak
    for feit in (
        {"soort": "heronderzoek_gestart", "datum": NU},
        {"soort": "gesprek_verzet", "datum": NU, "door": "gemeente", "naar": NU},
    ):
        with pytest.raises(CasusFout):
            keur(zaak, zaak.rijen(), feit, VANDAAG)


def test_wat_een_inwoner_doet_wordt_ook_zonder_afspraak_bewaard(wereld: Wereld) -> None:
    zaak = wereld.zaak().zaak
    for meer in ({"door": "inwoner"}, {}):
        keur(zaak, zaak.rijen(), {"soort": "gesprek_verzet", "datum": NU} | meer, VANDAAG)
    vastleggen(
        zaak.pk, {"soort": "gesprek_verzet", "datum": NU}, wie=wereld.wie("inwoner"), deur="p", berichten=berichten_voor
    )
    assert not Uitgaand.objects.filter(zaak=zaak).exists(), "zonder nieuwe dag gaat er geen brief over een nieuwe dag"


def test_een_rechtgezette_vraag_telt_niet_meer(wereld: Wereld) -> None:
    zaak = wereld.zaak({"soort": "klacht_ontvangen", "datum": NU}).zaak
    weg = {"soort": "feit_gecorrigeerd", "datum": NU, "betreft": zaak.versie, "reden": "verkeerde zaak"}
    vastleggen(zaak.pk, weg, wie=wereld.wie("consulent"), deur="proef")
    zaak = Zaak.objects.get(pk=zaak.pk)
    with pytest.raises(CasusFout, match="Er is geen klacht"):
        keur(zaak, zaak.rijen(), {"soort": "klacht_afgedaan", "datum": NU}, VANDAAG)


def test_een_brief_die_niet_af_is_houdt_alles_tegen_en_noemt_wat_mist(wereld: Wereld) -> None:
    zaak = wereld.zaak({"soort": "bezwaar_ontvangen", "datum": "onbekend"}).zaak
    feit = {"soort": "verzuim_herstel_gevraagd", "datum": NU}
    with pytest.raises(CasusFout) as fout:
        vastleggen(zaak.pk, feit, wie=wereld.wie("consulent"), deur="proef", berichten=berichten_voor)
    assert "de dag van “Het bezwaar ontvangen”; " in str(fout.value)
    assert Zaak.objects.get(pk=zaak.pk).versie == zaak.versie and not Uitgaand.objects.filter(zaak=zaak).exists()
    with override("en"), pytest.raises(CasusFout, match="A letter goes with this"):
        voorvertoning(zaak, feit, wereld.wie("consulent"))


def test_een_kop_zonder_iets_eronder_houdt_de_brief_tegen(wereld: Wereld) -> None:
    zaak = wereld.zaak({"soort": "klacht_ontvangen", "datum": NU}).zaak
    with pytest.raises(CasusFout, match="onder “Wat wij vonden en vinden”"):
        voorvertoning(zaak, {"soort": "klacht_afgedaan", "datum": NU}, wereld.wie("consulent"))
