"""The made-up municipality: its record holds what a real one would hold, and no day that cannot be."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from keukentafel.brieven.gemeente import als_tekst, berichten_voor, brieven_uit
from keukentafel.dossier.afgeleid import beoordeel_zaak
from keukentafel.dossier.inzage import kijk
from keukentafel.dossier.models import Betrokkene, Uitgaand, Voorstel, Zaak
from keukentafel.dossier.toegang import persoon
from keukentafel.dossier.vastleggen import vandaag
from keukentafel.inrichting.verhalen import VAN_DE_BRIEF, VERHALEN, Verhaal
from keukentafel.inrichting.voorbeeldgemeente import NAMEN, bouw, speler
from keukentafel.werkplek.formulieren import formulier
from keukentafel.werkplek.voorleggen import geschreven
from keukentafel.wet.kalender import is_vrij

ANNIE = [v for nr, v in enumerate(VERHALEN) if nr == 0 or v.van_eerste]
GESPREKKEN = ("gesprek_gevoerd", "identiteit_vastgesteld")


@pytest.fixture
def annie(db: Any) -> list[Zaak]:
    """Her four cases, in the order of the stories."""
    bouw(vandaag(), berichten_voor, verhalen=ANNIE)
    return list(Zaak.objects.order_by("nummer"))


def test_het_zijn_er_een_stuk_of_veertig_en_ieder_heet_anders() -> None:
    anderen = [v for v in VERHALEN if not v.van_eerste]
    assert 38 <= len(VERHALEN) <= 45
    assert len(set(NAMEN)) == len(NAMEN) >= len(anderen)


def test_een_inwoner_heeft_een_zaak_bij_elke_beurt(annie: list[Zaak]) -> None:
    """An invitation for a talk to come, a report without an application, and a refusal that is open to objection."""
    assert {zaak.betrokkene_id for zaak in annie} == {Betrokkene.objects.get().pk}
    nu = vandaag()
    _, uitgenodigd, met_verslag, afgewezen = (beoordeel_zaak(z, z.feiten.all(), nu) for z in annie)
    afspraak = uitgenodigd.zaak.van("uitnodiging_verstuurd")[-1].velden["gesprek_op"]
    assert afspraak > nu and not uitgenodigd.zaak.heeft("gesprek_gevoerd")
    assert met_verslag.zaak.heeft("verslag_verstuurd") and not met_verslag.zaak.heeft("aanvraag_ontvangen")
    assert afgewezen.zaak.van("besluit_bekendgemaakt")[-1].velden["uitkomst"] == "afgewezen"
    bezwaar = afgewezen.zaak.einde("bezwaar")
    assert bezwaar is not None and bezwaar >= nu.toordinal()


@pytest.mark.parametrize("dag", [date(2026, 11, 22) + timedelta(days=n) for n in range(7)] + [date(2026, 4, 7)])
def test_alles_gebeurt_op_een_werkdag_en_een_gesprek_op_zijn_afspraak(db: Any, dag: date) -> None:
    """Also around a weekend and around Easter Monday."""
    bouw(dag, verhalen=[Verhaal(90, VERHALEN[0].feiten)])
    feiten = list(Zaak.objects.get().feiten.order_by("nr"))
    dagen = [feit.datum for feit in feiten]
    assert dagen == sorted(dagen)
    assert not [d for d in dagen if is_vrij(d)]
    velden = {feit.soort: feit.velden for feit in feiten}
    afspraak = velden["uitnodiging_verstuurd"]
    gesprek = next(feit.datum for feit in feiten if feit.soort == "gesprek_gevoerd")
    assert afspraak["gesprek_op"] == f"{gesprek.isoformat()}T{afspraak['tijdstip'].replace('.', ':')}"


def test_elk_verslag_bevat_wat_het_dossier_ervan_zegt() -> None:
    verslagen = [feit for v in VERHALEN for _, feit in v.feiten if feit["soort"] == "verslag_verstuurd"]
    assert verslagen
    for feit in verslagen:
        assert feit["onderdelen"] == ["behoeften", *feit["teksten"], *VAN_DE_BRIEF]
        assert all(feit["teksten"].values()) and all(rij["oplossing"] for rij in feit["behoeften"])


def test_de_curator_krijgt_van_elke_brief_een_kopie_en_de_inwoner_leest_dat(voorbeeldstad: Any) -> None:
    zaak = Zaak.objects.order_by("nummer")[1]
    berichten = {b.soort: b for b in Uitgaand.objects.filter(zaak=zaak)}
    brieven = [soort for soort in berichten if "-kopie" not in soort]
    assert {"bevestiging-melding", "uitnodiging", "verslag"} <= set(brieven)
    for soort in brieven:
        (brief,), inwoner = brieven_uit(berichten[soort].inhoud)
        assert "naar Mr. P. Zandstra, als uw vertegenwoordiger" in als_tekst(brief, inwoner)
        (kopie,), curator = brieven_uit(berichten[f"{soort}-kopie1"].inhoud)
        assert (curator.naam, curator.adres) == ("Mr. P. Zandstra", "Gracht 3")
        assert "omdat u J. Terpstra vertegenwoordigt" in als_tekst(kopie, curator)


def test_een_besluit_ligt_klaar_om_te_nemen(db: Any) -> None:
    """Not in the first three cases, and filled in so that it can be decided on as it is."""
    bouw(vandaag(), verhalen=[*VERHALEN[:3], VERHALEN[1], VERHALEN[1]])
    voorstel = Voorstel.objects.get()
    assert voorstel.zaak == Zaak.objects.order_by("nummer").last()
    beslisser = persoon(speler("beslisser"), vandaag())
    inzage = kijk(beslisser, voorstel.zaak_id, wat="proef", waarom="proef")
    getypt = formulier(voorstel.soort, geschreven(voorstel, beslisser).post, inzage, beslisser)
    assert getypt.is_valid(), getypt.errors
    assert getypt.verschillen()
