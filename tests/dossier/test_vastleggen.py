"""The one way in: all or nothing, in order, once, and nobody writes over somebody else."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import keukentafel
from keukentafel.dossier import afgeleid, keten
from keukentafel.dossier.models import Feit, Uitgaand, Zaak
from keukentafel.dossier.toegang import Persoon
from keukentafel.dossier.vastleggen import Bericht, Conflict, open_zaak, vastleggen
from keukentafel.procedure import CasusFout, beoordeel, casus_uit_dict
from tests.dossier.wereld import BEVESTIGING, GESPREK, MELDING, VANDAAG, Wereld, gegevensvraag

VOORBEELDEN = sorted((Path(keukentafel.__file__).parent / "inrichting" / "voorbeelden").glob("*.yaml"))
KOLOMMEN = afgeleid.KOLOMMEN


def stand(zaak: Zaak) -> tuple[Any, ...]:
    """Everything of a case that may not change when something is refused."""
    rij = Zaak.objects.get(pk=zaak.pk)
    return (
        rij.versie,
        rij.ketting,
        *[getattr(rij, k) for k in KOLOMMEN],
        Feit.objects.count(),
        Uitgaand.objects.count(),
    )


def brief(zaak: Zaak, feit: Feit, _: Any) -> list[Bericht]:
    """A letter with every fact."""
    return [Bericht("brief", "print", f"over {feit.soort}", {"nr": feit.nr})]


def test_een_feit_krijgt_nummer_rol_deur_en_tijd(wereld: Wereld) -> None:
    zaak = wereld.zaak().zaak
    wie = wereld.wie("consulent")
    gedaan = vastleggen(zaak.pk, BEVESTIGING, wie=wie, deur="formulier", gezien=1)
    [feit] = gedaan.feiten
    assert (feit.nr, feit.soort, feit.datum) == (2, "ontvangst_bevestigd", date(2026, 11, 3))
    assert (feit.rol, feit.deur, feit.door, feit.velden) == (
        "consulent",
        "formulier",
        wie.gebruiker,
        {"wijze": "brief"},
    )
    assert feit.vastgelegd_op.tzinfo is not None


def test_de_werklijst_weet_meteen_wat_er_nu_moet(wereld: Wereld) -> None:
    zaak = wereld.zaak().zaak
    rij = Zaak.objects.get(pk=zaak.pk)
    assert (rij.fase, rij.open, rij.begonnen_op) == ("melding", True, date(2026, 11, 2))
    assert (rij.eerstvolgend, rij.uiterlijk) != ("", None)
    vastleggen(
        zaak.pk, {"soort": "melding_ingetrokken", "datum": "2026-11-19"}, wie=wereld.wie("inwoner"), deur="proef"
    )
    assert (Zaak.objects.get(pk=zaak.pk).fase, Zaak.objects.get(pk=zaak.pk).open) == ("afgesloten", False)


def test_meer_feiten_gaan_samen_of_niet(wereld: Wereld) -> None:
    zaak = wereld.zaak().zaak
    eerder = stand(zaak)
    with pytest.raises(CasusFout):
        vastleggen(
            zaak.pk, [BEVESTIGING, GESPREK | {"vorm": "vlucht"}], wie=wereld.wie("consulent"), deur="x", berichten=brief
        )
    assert stand(zaak) == eerder
    vastleggen(zaak.pk, [BEVESTIGING, GESPREK], wie=wereld.wie("consulent"), deur="proef", berichten=brief)
    assert [f.nr for f in zaak.feiten.all()] == [1, 2, 3]
    assert [u.feit_nr for u in zaak.uitgaand.order_by("id")] == [2, 3]


def test_een_geweigerde_melding_laat_geen_lege_zaak_achter(wereld: Wereld) -> None:
    with pytest.raises(CasusFout):
        open_zaak(
            wereld.gemeente, wereld.betrokkene, MELDING | {"kanaal": "duif"}, wie=wereld.wie("consulent"), deur="x",
            team=wereld.noord,
        )  # fmt: skip
    assert not Zaak.objects.exists()


def test_als_een_brief_niet_te_maken_is_wordt_er_niets_vastgelegd(wereld: Wereld) -> None:
    def stuk(*_: Any) -> list[Bericht]:
        raise ZeroDivisionError

    zaak = wereld.zaak().zaak
    eerder = stand(zaak)
    with pytest.raises(ZeroDivisionError):
        vastleggen(zaak.pk, BEVESTIGING, wie=wereld.wie("consulent"), deur="proef", berichten=stuk)
    assert stand(zaak) == eerder


@pytest.mark.parametrize(
    ("feit", "wat"),
    [
        ({"soort": "melding_ontvangen", "datum": "2026-11-05"}, "maar één keer"),
        ({"soort": "gesprek_gevoerd", "datum": "2026-11-21"}, "na de peildatum 2026-11-20"),
        ({"soort": "gesprek_gevoerd", "datum": "2026-02-30"}, "geen bestaande datum"),
        ({"soort": "gesprek_gevoerd"}, "datum ontbreekt"),
        ({"soort": "gesprek_gevoerd", "datum": "2026-11-12", "vorm": "thuis"}, "mag alleen zijn"),
    ],
)
def test_wat_de_procedure_weigert_zegt_wat_er_mis_is(kleine_wereld: Wereld, feit: dict[str, Any], wat: str) -> None:
    zaak = kleine_wereld.zaak().zaak
    eerder = stand(zaak)
    with pytest.raises(CasusFout, match=wat) as fout:
        vastleggen(zaak.pk, feit, wie=kleine_wereld.wie("consulent"), deur="proef")
    assert [f.feit for f in fout.value.fouten] == [2]
    assert stand(zaak) == eerder


def test_wie_na_een_ander_komt_krijgt_beide_teksten(wereld: Wereld) -> None:
    zaak = wereld.zaak().zaak
    vastleggen(zaak.pk, gegevensvraag(1), wie=wereld.wie("consulent"), deur="proef", gezien=1)
    eerder = stand(zaak)
    with pytest.raises(Conflict) as botsing:
        vastleggen(zaak.pk, gegevensvraag(2), wie=wereld.wie("consulent"), deur="proef", gezien=1, berichten=brief)
    assert [f.velden["doel"] for f in botsing.value.erbij] == ["vraag 1"]
    assert botsing.value.eigen == gegevensvraag(2)
    assert stand(zaak) == eerder
    vastleggen(zaak.pk, gegevensvraag(2), wie=wereld.wie("consulent"), deur="proef", gezien=2)
    assert Zaak.objects.get(pk=zaak.pk).versie == 3


@pytest.mark.parametrize("gezien", [0, 3, 99])
def test_een_versie_die_niet_de_laatste_is_is_een_botsing(kleine_wereld: Wereld, gezien: int) -> None:
    zaak = kleine_wereld.zaak(BEVESTIGING).zaak
    with pytest.raises(Conflict):
        vastleggen(zaak.pk, GESPREK, wie=kleine_wereld.wie("consulent"), deur="proef", gezien=gezien)


def test_een_fout_wordt_rechtgezet_en_beide_blijven_leesbaar(wereld: Wereld) -> None:
    zaak = wereld.zaak(BEVESTIGING).zaak
    wie = wereld.wie("consulent")
    rechtgezet = {
        "soort": "feit_gecorrigeerd", "datum": "2026-11-20", "betreft": 2, "reden": "verkeerde dag",
        "vervangt_door": {"datum": "2026-11-04"},
    }  # fmt: skip
    b = vastleggen(zaak.pk, rechtgezet, wie=wie, deur="proef").beoordeling
    assert [(f.soort, f.datum) for f in b.zaak.feiten if f.nr == 2] == [("ontvangst_bevestigd", date(2026, 11, 4))]
    assert [(f.nr, f.datum.day) for f in zaak.feiten.all()] == [(1, 2), (2, 3), (3, 20)]
    b = vastleggen(zaak.pk, rechtgezet | {"vervangt_door": None}, wie=wie, deur="proef").beoordeling
    assert not b.zaak.heeft("ontvangst_bevestigd")
    assert keten.controleer_zaak(Zaak.objects.get(pk=zaak.pk)) is None


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=lambda p: p.stem)
def test_een_bewaarde_zaak_is_dezelfde_als_die_uit_het_bestand(wereld: Wereld, voorbeeld: Path) -> None:
    """What comes out of the tables is judged exactly as the case file that went in."""
    inhoud = yaml.safe_load(voorbeeld.read_text("utf-8"))
    dag = date.fromisoformat(str(inhoud["peildatum"]))
    huis = inhoud.get("huishouden", {})
    wereld.betrokkene.personen, wereld.betrokkene.aow_gerechtigd = huis.get("personen"), huis.get("aow_gerechtigd")
    wereld.betrokkene.save()
    allen = Persoon(
        wereld.mens("allen"),
        tuple(m for rol in ("consulent", "beslisser", "inwoner", "deskundige") for m in wereld.wie(rol).mandaten),
        dag,
    )
    eerst, *rest = copy.deepcopy(inhoud["feiten"])
    zaak = open_zaak(wereld.gemeente, wereld.betrokkene, eerst, wie=allen, deur="x", team=wereld.noord).zaak
    for m in allen.mandaten:
        m.zaak_id = zaak.pk
    for feit in rest:
        vastleggen(zaak.pk, feit, wie=allen, deur="x")
    gelezen = Zaak.objects.select_related("betrokkene", "gemeente").get(pk=zaak.pk)
    bewaard = afgeleid.beoordeel_zaak(gelezen, gelezen.feiten.all(), dag).als_dict()
    uit_bestand = beoordeel(casus_uit_dict(inhoud | {"zaak": zaak.nummer}, vandaag=dag)).als_dict()
    assert {**bewaard, "gemeente": None, "bijdrage": None} == {**uit_bestand, "gemeente": None, "bijdrage": None}


def test_herbouw_geeft_dezelfde_kolommen(wereld: Wereld) -> None:
    zaken = [wereld.zaak().zaak, wereld.zaak(BEVESTIGING, GESPREK).zaak]
    eerder = [stand(z) for z in zaken]
    assert afgeleid.herbouw(VANDAAG) == 0
    Zaak.objects.update(fase="besluit", eerstvolgend="x", uiterlijk=None, geschonden=9, spoed=True, open=False)
    assert afgeleid.herbouw(VANDAAG) == 2
    assert [stand(z) for z in zaken] == eerder


def test_twee_tegelijk_wie_het_eerst_komt_en_de_ander_hoort_het(wereld: Wereld, tegelijk: Callable[..., Any]) -> None:
    zaak = wereld.zaak().zaak
    mensen = [wereld.wie("consulent") for _ in range(4)]
    uit = tegelijk(
        *[
            lambda nr=nr, wie=wie: vastleggen(zaak.pk, gegevensvraag(nr), wie=wie, deur="proef", gezien=1).feiten[0].nr
            for nr, wie in enumerate(mensen)
        ]
    )
    assert sorted(str(u) if isinstance(u, int) else type(u).__name__ for u in uit) == ["2", *["Conflict"] * 3]
    assert Zaak.objects.get(pk=zaak.pk).versie == 2


def test_twee_tegelijk_zonder_botsing_krijgen_elk_een_nummer(wereld: Wereld, tegelijk: Callable[..., Any]) -> None:
    zaak = wereld.zaak().zaak
    wie = wereld.wie("consulent")

    def schrijf(van: int) -> list[int]:
        return [vastleggen(zaak.pk, gegevensvraag(van + i), wie=wie, deur="x").feiten[0].nr for i in range(5)]

    uit = tegelijk(lambda: schrijf(0), lambda: schrijf(100))
    assert sorted(uit[0] + uit[1]) == list(range(2, 12))
    assert list(keten.controleer()) == []


def test_zaken_tegelijk_geopend_krijgen_opvolgende_nummers(wereld: Wereld, tegelijk: Callable[..., Any]) -> None:
    wie = wereld.wie("consulent")

    def maak() -> list[str]:
        b = wereld.betrokkene
        return [
            open_zaak(wereld.gemeente, b, MELDING, wie=wie, deur="x", team=wereld.noord).zaak.nummer for _ in range(4)
        ]

    uit = tegelijk(maak, maak, maak)
    assert sorted(nr for reeks in uit for nr in reeks) == [f"Z-2026-{nr:07d}" for nr in range(1, 13)]


def test_elke_gemeente_en_elk_jaar_telt_voor_zich(kleine_wereld: Wereld) -> None:
    w = kleine_wereld
    nieuwjaar = w.wie("consulent", date(2027, 1, 2))
    elders = w.wie("consulent", gemeente=w.elders)
    nummers = [
        w.zaak().zaak.nummer,
        open_zaak(w.gemeente, w.betrokkene, MELDING, wie=nieuwjaar, deur="x", team=w.noord).zaak.nummer,
        open_zaak(w.elders, w.betrokkene, MELDING, wie=elders, deur="x", team=w.noord).zaak.nummer,
        w.zaak().zaak.nummer,
    ]
    assert nummers == ["Z-2026-0000001", "Z-2027-0000001", "Z-2026-0000001", "Z-2026-0000002"]
