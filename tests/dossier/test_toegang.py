"""Who may see and do what. Default is no, and refused looks exactly like absent."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from keukentafel.dossier import inzage
from keukentafel.dossier.models import Kijk, Mandaat
from keukentafel.dossier.rechten import ROLLEN, Recht, Reikwijdte
from keukentafel.dossier.toegang import NietGevonden, NietToegestaan, persoon, zaken_voor, zoek_zaak
from keukentafel.dossier.vastleggen import vastleggen
from keukentafel.dossier.werklijst import Filter, bladzijde
from keukentafel.procedure.register import FEITSOORTEN
from tests.dossier.wereld import BEVESTIGING, VANDAAG, Wereld, gegevensvraag

ROLNAMEN = tuple(ROLLEN)
DE_HELE_ZAAK = {"inwoner", "vertegenwoordiger", "clientondersteuner", "consulent", "beslisser"}
BESLUIT = {"soort": "besluit_bekendgemaakt", "datum": "2026-11-19", "uitkomst": "toegekend"}


@pytest.mark.parametrize("rol", ROLNAMEN)
def test_elke_rol_ziet_de_hele_zaak_of_niets(kleine_wereld: Wereld, rol: str) -> None:
    zaak = kleine_wereld.zaak().zaak
    wie = kleine_wereld.wie(rol)
    if rol in DE_HELE_ZAAK:
        assert inzage.kijk(wie, zaak.pk, wat="zaak", waarom="proef").zaak == zaak
        assert list(zaken_voor(wie, Recht.ZAAK_ZIEN)) == [zaak]
    else:
        with pytest.raises(NietGevonden):
            inzage.kijk(wie, zaak.pk, wat="zaak", waarom="proef")
        assert not zaken_voor(wie, Recht.ZAAK_ZIEN)


@pytest.mark.parametrize("rol", ROLNAMEN)
def test_een_rol_in_een_andere_gemeente_reikt_niet(kleine_wereld: Wereld, rol: str) -> None:
    zaak = kleine_wereld.zaak().zaak
    wie = kleine_wereld.wie(rol, gemeente=kleine_wereld.elders)
    for recht in Recht:
        assert not zaken_voor(wie, recht)
        with pytest.raises(NietGevonden):
            zoek_zaak(wie, zaak.pk, recht)
    with pytest.raises(NietGevonden):
        vastleggen(zaak.pk, BEVESTIGING, wie=wie, deur="proef")


def test_geweigerd_is_niet_te_onderscheiden_van_afwezig(kleine_wereld: Wereld) -> None:
    zaak = kleine_wereld.zaak().zaak
    wie = kleine_wereld.wie("consulent", team=kleine_wereld.zuid)
    fouten = []
    for pk in (zaak.pk, str(zaak.pk), uuid.uuid4(), "geen-uuid", "", None):
        with pytest.raises(NietGevonden) as kijken:
            inzage.kijk(wie, pk, wat="zaak", waarom="proef")
        with pytest.raises(NietGevonden) as schrijven:
            vastleggen(pk, gegevensvraag(), wie=wie, deur="proef")
        fouten += [repr(kijken.value), repr(schrijven.value)]
    assert set(fouten) == {"NietGevonden()"}
    assert Kijk.objects.count() == 0


def test_lijst_en_deur_zeggen_hetzelfde(wereld: Wereld) -> None:
    """The query that lists and the check at the door are two readings of one table: they agree on every case."""
    zaken = [wereld.zaak().zaak for _ in range(3)]
    zaken[1].team = wereld.zuid
    zaken[1].save()
    for rol in ROLNAMEN:
        for anders in ({}, {"gemeente": wereld.elders}, {"team": wereld.zuid}, {"zaak": zaken[2]}):
            wie = wereld.wie(rol, **anders)
            for recht in [*ROLLEN[rol].rechten, next(r for r in Recht if r not in ROLLEN[rol].rechten)]:
                in_lijst = set(zaken_voor(wie, recht))
                for zaak in zaken:
                    try:
                        open_ = zoek_zaak(wie, zaak.pk, recht)[0] in in_lijst
                    except NietGevonden:
                        open_ = zaak not in in_lijst
                    assert open_, (rol, anders, recht, zaak)


@pytest.mark.parametrize(
    ("vanaf", "tot", "mag"),
    [
        (date(2026, 11, 20), None, True),
        (date(2026, 11, 21), None, False),
        (date(2026, 1, 1), date(2026, 11, 20), True),
        (date(2026, 1, 1), date(2026, 11, 19), False),
    ],
)
def test_een_mandaat_geldt_van_dag_tot_en_met_dag(
    kleine_wereld: Wereld, vanaf: date, tot: date | None, mag: bool
) -> None:
    zaak = kleine_wereld.zaak().zaak
    wie = kleine_wereld.wie("vertegenwoordiger", vanaf=vanaf, tot=tot)
    assert bool(zaken_voor(wie, Recht.ZAAK_ZIEN)) is mag
    assert Mandaat.objects.filter(gebruiker=wie.gebruiker).exists(), "an ended mandate stays readable"
    assert zaak.pk


def test_wie_niet_meer_actief_is_heeft_geen_mandaat(kleine_wereld: Wereld) -> None:
    kleine_wereld.zaak()
    gebruiker = kleine_wereld.wie("beslisser").gebruiker
    gebruiker.is_active = False
    assert persoon(gebruiker, VANDAAG).mandaten == ()


def test_een_rol_die_niemand_kent_geeft_niets(kleine_wereld: Wereld) -> None:
    gebruiker = kleine_wereld.mens("x", {"rol": "burgemeester"})
    assert persoon(gebruiker, VANDAAG).mandaten == ()


@pytest.mark.parametrize("rol", ["inwoner", "vertegenwoordiger", "mantelzorger", "clientondersteuner"])
def test_een_mandaat_zonder_betrokkene_reikt_nergens(kleine_wereld: Wereld, rol: str) -> None:
    kleine_wereld.zaak()
    wie = kleine_wereld.wie(rol, betrokkene=None)
    assert not [recht for recht in Recht if zaken_voor(wie, recht)]


@pytest.mark.parametrize("rol", ["consulent", "inwoner", "clientondersteuner"])
def test_beslissen_doet_alleen_de_beslisser(kleine_wereld: Wereld, rol: str) -> None:
    zaak = kleine_wereld.zaak({"soort": "aanvraag_ontvangen", "datum": "2026-11-16"}).zaak
    with pytest.raises(NietToegestaan, match="mag u in deze zaak niet"):
        vastleggen(zaak.pk, BESLUIT, wie=kleine_wereld.wie(rol), deur="proef")
    gedaan = vastleggen(zaak.pk, BESLUIT, wie=kleine_wereld.wie("beslisser"), deur="proef")
    assert gedaan.feiten[0].rol == "beslisser"


def test_wie_het_besluit_nam_beslist_niet_op_het_bezwaar(kleine_wereld: Wereld) -> None:
    zaak = kleine_wereld.zaak({"soort": "aanvraag_ontvangen", "datum": "2026-11-16"}).zaak
    eerste = kleine_wereld.wie("beslisser")
    vastleggen(zaak.pk, BESLUIT, wie=eerste, deur="proef")
    vastleggen(
        zaak.pk, {"soort": "bezwaar_ontvangen", "datum": "2026-11-19"}, wie=kleine_wereld.wie("inwoner"), deur="proef"
    )
    op_bezwaar = {"soort": "beslissing_op_bezwaar_bekendgemaakt", "datum": "2026-11-20", "uitkomst": "ongegrond"}
    with pytest.raises(NietToegestaan, match="10:3 lid 3"):
        vastleggen(zaak.pk, op_bezwaar, wie=eerste, deur="proef")
    assert vastleggen(zaak.pk, op_bezwaar, wie=kleine_wereld.wie("beslisser"), deur="proef").zaak.versie == 5


def test_toestemming_geeft_alleen_de_inwoner_of_wie_hem_vertegenwoordigt() -> None:
    mogen = {rol.naam for rol in ROLLEN.values() if "toestemming_gegeven" in rol.feiten}
    assert mogen == {"inwoner", "vertegenwoordiger"}


def test_de_tabel_van_rollen_noemt_alleen_soorten_die_bestaan() -> None:
    assert not {soort for rol in ROLLEN.values() for soort in rol.feiten} - FEITSOORTEN.keys()


def test_wie_inricht_ziet_geen_zaak_en_legt_niets_vast() -> None:
    beheer = [rol for rol in ROLLEN.values() if Recht.INRICHTEN in rol.rechten]
    assert [(rol.naam, rol.reikwijdte, rol.feiten) for rol in beheer] == [("beheerder", Reikwijdte.GEEN, frozenset())]
    assert beheer[0].rechten == {Recht.INRICHTEN}


def test_een_blik_wordt_bewaard_met_wie_wanneer_welke_zaak_en_waarom(wereld: Wereld) -> None:
    zaak = wereld.zaak().zaak
    wie = wereld.wie("beslisser")
    inzage.kijk(wie, zaak.pk, wat="w" * 90, waarom="besluit voorbereiden")
    [kijk] = zaak.kijken.all()
    assert (kijk.gebruiker, kijk.rol, kijk.waarom) == (wie.gebruiker, "beslisser", "besluit voorbereiden")
    assert kijk.wat == "w" * 60
    assert kijk.wanneer is not None


@pytest.mark.parametrize("rol", [naam for naam, rol in ROLLEN.items() if rol.reikwijdte is Reikwijdte.BETROKKENE])
def test_een_mandaat_voor_een_zaak_reikt_niet_naar_een_andere_van_dezelfde_mens(
    kleine_wereld: Wereld, rol: str
) -> None:
    eerste, tweede = (kleine_wereld.zaak().zaak for _ in range(2))
    wie = kleine_wereld.wie(rol, zaak=eerste)
    for recht in ROLLEN[rol].rechten:
        assert zoek_zaak(wie, eerste.pk, recht)[0] == eerste
        assert list(zaken_voor(wie, recht)) == [eerste]
        assert [z.pk for z in bladzijde(wie, recht, Filter()).zaken] == [eerste.pk]
        with pytest.raises(NietGevonden):
            zoek_zaak(wie, tweede.pk, recht)
    heel = kleine_wereld.wie(rol)
    assert {z.pk for z in bladzijde(heel, Recht.AFSPRAAK_ZIEN, Filter()).zaken} == {eerste.pk, tweede.pk}
