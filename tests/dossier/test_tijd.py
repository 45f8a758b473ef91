"""Days are those of the Netherlands, also in the night when the clock goes back; norms hold from their own day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from keukentafel.dossier import inzage, keten, outbox
from keukentafel.dossier.models import Instelling, Uitgaand, Zaak
from keukentafel.dossier.vastleggen import Bericht, open_zaak, vandaag, vastleggen
from tests.dossier.wereld import MELDING, VANDAAG, Wereld, gegevensvraag

TERUG = datetime(2026, 10, 25, 1, 0, tzinfo=UTC)
"""03:00 summer time becomes 02:00 winter time: every time between two and three comes twice."""


@pytest.mark.parametrize(
    ("moment", "dag"),
    [
        (datetime(2026, 10, 24, 21, 59, tzinfo=UTC), date(2026, 10, 24)),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 26)),
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
    ],
)
def test_de_dag_is_die_van_nederland(moment: datetime, dag: date) -> None:
    with time_machine.travel(moment, tick=False):
        assert vandaag() == dag


def test_in_het_uur_dat_twee_keer_komt_blijft_alles_op_volgorde(wereld: Wereld) -> None:
    wie = wereld.wie("consulent", date(2026, 10, 25))
    zaak = None
    for minuten in (-45, -15, 15, 45):  # 02:15 and 02:45 summer time, then the same two in winter time
        with time_machine.travel(TERUG + timedelta(minutes=minuten), tick=False):
            if zaak is None:
                zaak = open_zaak(
                    wereld.gemeente, wereld.betrokkene, MELDING | {"datum": "2026-10-25"}, wie=wie, deur="x",
                    team=wereld.noord, berichten=lambda *_: [Bericht("brief", "print", "x", {})],
                ).zaak  # fmt: skip
            else:
                vastleggen(zaak.pk, gegevensvraag(minuten) | {"datum": "2026-10-25"}, wie=wie, deur="x")
            inzage.kijk(wie, zaak.pk, wat=str(minuten), waarom="proef")
    assert zaak is not None
    tijden = [f.vastgelegd_op for f in zaak.feiten.all()]
    assert tijden == [TERUG + timedelta(minutes=m) for m in (-45, -15, 15, 45)]
    assert [k.wat for k in zaak.kijken.all()] == ["45", "15", "-15", "-45"]
    assert keten.controleer_zaak(Zaak.objects.get(pk=zaak.pk)) is None


def test_een_wachttijd_is_in_die_nacht_niet_een_uur_langer(wereld: Wereld) -> None:
    with time_machine.travel(TERUG - timedelta(seconds=30), tick=False):
        zaak = wereld.zaak().zaak
        vastleggen(
            zaak.pk, gegevensvraag(), wie=wereld.wie("consulent"), deur="x",
            berichten=lambda *_: [Bericht("brief", "email", "x", {})],
        )  # fmt: skip
        assert outbox.werk_af({}) == 0
    assert Uitgaand.objects.get().volgende_poging == TERUG + timedelta(seconds=30)


def norm(wereld: Wereld, naam: str, aantal: int, vanaf: date) -> None:
    """A norm of the municipality's own, in weeks."""
    from django.utils import timezone

    Instelling.objects.create(
        gemeente=wereld.gemeente, soort="norm", naam=naam, waarde={"aantal": aantal, "eenheid": "week"}, vanaf=vanaf,
        vastgelegd_op=timezone.now(),
    )  # fmt: skip


def uitnodigen_voor(wereld: Wereld, zaak: Zaak) -> str:
    """The last day to send the invitation."""
    b = inzage.kijk(wereld.wie("beslisser"), zaak.pk, wat="zaak", waarom="proef").beoordeling
    return next(t["uiterlijk"] for t in b.als_dict()["termijnen"] if t["id"] == "uitnodiging")


def test_een_eigen_norm_geldt_vanaf_zijn_dag_en_meteen(wereld: Wereld) -> None:
    zaak = wereld.zaak().zaak
    assert uitnodigen_voor(wereld, zaak) == "2026-11-16"
    norm(wereld, "uitnodiging", 1, VANDAAG)
    assert uitnodigen_voor(wereld, zaak) == "2026-11-16", "the melding was before the new norm"
    norm(wereld, "uitnodiging", 3, date(2026, 11, 1))
    assert uitnodigen_voor(wereld, zaak) == "2026-11-23"


def test_een_norm_van_een_ander_geldt_hier_niet(kleine_wereld: Wereld) -> None:
    w = kleine_wereld
    zaak = w.zaak().zaak
    norm(Wereld(w.elders, w.gemeente, w.noord, w.zuid, w.betrokkene), "uitnodiging", 8, date(2026, 1, 1))
    assert uitnodigen_voor(w, zaak) == "2026-11-16"
