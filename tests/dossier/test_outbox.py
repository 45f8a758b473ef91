"""What must go out goes out once, is tried again when it fails, and is listed when it is stuck."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from keukentafel.dossier import outbox
from keukentafel.dossier.models import Uitgaand
from keukentafel.dossier.vastleggen import Bericht, vastleggen
from tests.dossier.wereld import BEVESTIGING, Wereld, gegevensvraag

NU = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


class Kanaal:
    """Keeps what was sent; fails with what it is told to."""

    def __init__(self, fout: Exception | None = None) -> None:
        self.fout, self.gekregen = fout, []

    def verstuur(self, bericht: Uitgaand) -> None:
        if self.fout is not None:
            raise self.fout
        self.gekregen.append(bericht.sleutel)


def zet(wereld: Wereld, *kanalen: str) -> list[str]:
    """A fact with a letter for each of these channels; gives their keys."""
    zaak = wereld.zaak().zaak
    brieven = [Bericht(f"brief {nr}", kanaal, "onderwerp", {}) for nr, kanaal in enumerate(kanalen)]
    vastleggen(zaak.pk, BEVESTIGING, wie=wereld.wie("consulent"), deur="proef", berichten=lambda *_: brieven)
    return list(Uitgaand.objects.order_by("id").values_list("sleutel", flat=True))


def test_elk_bericht_gaat_een_keer_de_deur_uit(wereld: Wereld) -> None:
    sleutels = zet(wereld, "email", "print")
    email, print_ = Kanaal(), Kanaal()
    assert outbox.werk_af({"email": email, "print": print_}) == 2
    assert outbox.werk_af({"email": email, "print": print_}) == 0
    assert email.gekregen + print_.gekregen == sleutels


def test_hetzelfde_bericht_bij_hetzelfde_feit_past_er_geen_tweede_keer_in(wereld: Wereld) -> None:
    from django.db import IntegrityError

    zaak = wereld.zaak().zaak
    dubbel = [Bericht("brief", "print", "x", {})] * 2
    with pytest.raises(IntegrityError):
        vastleggen(zaak.pk, BEVESTIGING, wie=wereld.wie("consulent"), deur="x", berichten=lambda *_: dubbel)
    assert zaak.feiten.count() == 1


def test_een_kapotte_mailserver_houdt_niets_anders_op_en_verliest_niets(wereld: Wereld) -> None:
    stuk = Kanaal(outbox.Verzendfout("De mailserver antwoordt niet."))
    heel = Kanaal()
    tijden = []
    with time_machine.travel(NU, tick=False) as klok:
        mail, print_, brieven = zet(wereld, "email", "print", "email")
        for _ in range(5):
            outbox.werk_af({"email": stuk, "print": heel})
            wacht = Uitgaand.objects.get(sleutel=mail).volgende_poging
            tijden.append(int((wacht - datetime.now(UTC)).total_seconds() / 60))
            klok.move_to(wacht)
        assert heel.gekregen == [print_]
        assert tijden == [1, 5, 15, 60, 240]
        assert {u.sleutel: u.fout for u in outbox.vastgelopen()} == {
            mail: "De mailserver antwoordt niet.",
            brieven: "De mailserver antwoordt niet.",
        }
        assert outbox.werk_af({"email": heel}) == 2
    assert not outbox.vastgelopen()
    assert not Uitgaand.objects.exclude(fout="")


@pytest.mark.parametrize(
    ("fout", "tekst"),
    [
        (ZeroDivisionError("geheim"), "(ZeroDivisionError)"),
        (KeyError("naam"), "(KeyError)"),
        (OSError(5, "x"), "OSError"),
    ],
)
def test_een_kanaal_dat_op_zijn_eigen_manier_breekt_houdt_de_rest_niet_op(
    kleine_wereld: Wereld, fout: Exception, tekst: str
) -> None:
    zet(kleine_wereld, "email", "print")
    heel = Kanaal()
    assert outbox.werk_af({"email": Kanaal(fout), "print": heel}) == 1
    [vast] = Uitgaand.objects.filter(klaar_op=None)
    assert tekst in vast.fout
    assert "geheim" not in vast.fout


def test_een_kanaal_dat_niet_is_ingericht_wordt_genoemd(kleine_wereld: Wereld) -> None:
    zet(kleine_wereld, "email")
    assert outbox.werk_af({}) == 0
    assert Uitgaand.objects.get().fout == "Er is geen kanaal email ingericht."


def test_wie_sterft_laat_zijn_bericht_na_de_lease_aan_een_ander(wereld: Wereld) -> None:
    zet(wereld, "email")
    nu = Uitgaand.objects.get().volgende_poging
    eerste = outbox.claim("een", nu)
    assert eerste is not None
    assert outbox.claim("twee", nu + outbox.LEASE - timedelta(seconds=1)) is None
    tweede = outbox.claim("twee", nu + outbox.LEASE + timedelta(seconds=1))
    assert tweede is not None and tweede.pk == eerste.pk
    assert outbox.rond_af(eerste, nu) is False, "the lease had passed to another"
    assert outbox.rond_af(tweede, nu) is True
    assert outbox.rond_af(tweede, nu) is False


def test_twee_werkers_krijgen_nooit_hetzelfde_bericht(wereld: Wereld, tegelijk: Callable[..., list[Any]]) -> None:
    sleutels = zet(wereld, *["print"] * 20)
    kanalen = [Kanaal() for _ in range(3)]
    uit = tegelijk(*[lambda k=k: outbox.werk_af({"print": k}) for k in kanalen])
    assert sum(uit) == 20
    assert sorted(s for k in kanalen for s in k.gekregen) == sorted(sleutels)


def test_een_vastgelopen_bericht_kan_meteen_opnieuw(kleine_wereld: Wereld) -> None:
    zet(kleine_wereld, "email")
    outbox.werk_af({"email": Kanaal(outbox.Verzendfout("stuk"))})
    heel = Kanaal()
    assert outbox.werk_af({"email": heel}) == 0
    outbox.opnieuw(Uitgaand.objects.get().pk)
    assert outbox.werk_af({"email": heel}) == 1


def test_een_geweigerd_feit_zet_geen_brief_klaar(kleine_wereld: Wereld) -> None:
    zaak = kleine_wereld.zaak().zaak
    brief = [Bericht("brief", "print", "x", {})]
    with pytest.raises(ValueError):
        vastleggen(
            zaak.pk, [BEVESTIGING, gegevensvraag() | {"gegevens": "alles"}], wie=kleine_wereld.wie("consulent"),
            deur="proef", berichten=lambda *_: brief,
        )  # fmt: skip
    assert not Uitgaand.objects.exists()
