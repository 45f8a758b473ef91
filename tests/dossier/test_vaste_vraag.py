"""Questions that are put into SQL once answer as the queryset does, each time with the values of that time."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

import pytest
from django.db import models
from django.forms.models import model_to_dict
from django.utils import timezone

from keukentafel.dossier.models import Betrokkene, Feit, Kijk, Zaak
from keukentafel.dossier.vaste_vraag import Plaats, Vraag, voeg_in, werk_bij
from keukentafel.dossier.vastleggen import open_zaak
from tests.dossier.wereld import BEVESTIGING, BSN, GESPREK, MELDING, Wereld

ZAKEN = Vraag(
    lambda: (
        Zaak.objects.select_related("gemeente", "betrokkene", "team", "behandelaar")
        .annotate(plaats=models.F("gemeente__naam"))
        .filter(gemeente_id=Plaats("gemeente", models.BigAutoField()), uiterlijk__lte=Plaats("dag", models.DateField()))
        .order_by("nummer")
    )
)


def test_het_antwoord_is_dat_van_de_queryset(wereld: Wereld) -> None:
    een, twee = wereld.zaak(BEVESTIGING, GESPREK).zaak, wereld.zaak().zaak
    assert een.uiterlijk and twee.uiterlijk
    dag = max(een.uiterlijk, twee.uiterlijk)
    gevonden = ZAKEN(gemeente=wereld.gemeente.pk, dag=dag)
    echt = list(Zaak.objects.filter(gemeente=wereld.gemeente, uiterlijk__lte=dag).order_by("nummer"))
    assert [model_to_dict(z) for z in gevonden] == [model_to_dict(z) for z in echt] and len(echt) == 2
    assert (gevonden[0].betrokkene.naam, gevonden[0].team, gevonden[0].behandelaar) == (
        "A. Bloemendaal", wereld.noord, None,
    )  # fmt: skip
    assert gevonden[0].plaats == "Voorbeeldstad"  # type: ignore[attr-defined]
    assert ZAKEN(gemeente=wereld.elders.pk, dag=dag) == []


def test_feiten_komen_terug_zoals_django_ze_leest(wereld: Wereld) -> None:
    zaak = wereld.zaak(BEVESTIGING, GESPREK).zaak
    velden = [v.attname for v in Feit._meta.concrete_fields]
    assert [[getattr(f, v) for v in velden] for f in zaak.rijen()] == [
        list(rij) for rij in Feit.objects.filter(zaak=zaak).order_by("nr").values_list(*velden)
    ]


def test_een_waarde_die_geen_waarde_is_wordt_geweigerd(wereld: Wereld) -> None:
    with pytest.raises(KeyError):
        ZAKEN(gemeente=wereld.gemeente.pk)


def test_invoegen_en_bijwerken_bewaren_wat_django_zou_bewaren(wereld: Wereld) -> None:
    wie, zaak = wereld.wie("consulent"), wereld.zaak().zaak
    nu: datetime = timezone.now()
    rij = Kijk(zaak=zaak, gebruiker=wie.gebruiker, rol="consulent", wat="zaak", waarom="proef", wanneer=nu)
    voeg_in(rij)
    assert rij.pk and model_to_dict(Kijk.objects.get(pk=rij.pk)) == model_to_dict(rij)
    nieuw = Betrokkene(gemeente=wereld.gemeente, naam="B. de Wit", telefoon="0612345678", aow_gerechtigd=True)
    voeg_in(nieuw)
    assert model_to_dict(Betrokkene.objects.get(pk=nieuw.pk)) == model_to_dict(nieuw)
    nieuw.naam, nieuw.telefoon = "B. Zwart", "blijft weg"
    werk_bij(nieuw, ["naam"])
    er = Betrokkene.objects.get(pk=nieuw.pk)
    assert (er.naam, er.telefoon) == ("B. Zwart", "0612345678")


def test_wie_de_gemeente_al_kent_wordt_niet_nog_eens_bewaard(wereld: Wereld) -> None:
    wie = wereld.wie("consulent")

    def zelfde(gemeente_id: int, index: str) -> Betrokkene:
        onbekend = Betrokkene(id=uuid4(), gemeente_id=gemeente_id, naam="A. B.", bsn=BSN, bsn_index=index)
        return open_zaak(
            wereld.gemeente, onbekend, MELDING, wie=wie, deur="proef", team=wereld.noord
        ).zaak.betrokkene  # fmt: skip

    assert zelfde(wereld.gemeente.pk, wereld.betrokkene.bsn_index) == wereld.betrokkene
    assert zelfde(wereld.gemeente.pk, "") != wereld.betrokkene
