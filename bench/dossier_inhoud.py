"""`python -m bench.dossier_inhoud begin|vul|tel`: puts a made-up municipality in the database of the environment.

`begin` makes people, a token, sessions and real cases, and prints what is needed to ask for them; `vul A B` adds the
bare rows A to B of cases that only fill the list; `tel` reads what writers had acknowledged and says what is gone.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from typing import Any, Final

ECHTE_ZAKEN: Final = 60
DAG: Final = date(2026, 6, 1)
_LEEG: Final = "versie, ketting, geschonden, spoed, open, fase, eerstvolgend"
_SQLITE: Final = f"""
WITH RECURSIVE n(i) AS (SELECT %(van)s UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %(tot)s)
INSERT INTO dossier_zaak
 (id, gemeente_id, nummer, betrokkene_id, team_id, begonnen_op, uiterlijk, bijgewerkt_tot, {_LEEG})
SELECT lower(hex(randomblob(16))), %(gemeente)s, 'Z-2020-' || printf('%%07d', i), %(betrokkene)s, %(team)s,
 '2026-05-01', date('2026-06-01', (abs(random()) %% 120 - 40) || ' days'), '2026-06-01',
 0, '', 0, abs(random()) %% 50 = 0, 1, 'onderzoek', 'onderzoek' FROM n
"""
_POSTGRES: Final = f"""
INSERT INTO dossier_zaak
 (id, gemeente_id, nummer, betrokkene_id, team_id, begonnen_op, uiterlijk, bijgewerkt_tot, {_LEEG})
SELECT gen_random_uuid(), %(gemeente)s, 'Z-2020-' || lpad(i::text, 7, '0'), %(betrokkene)s, %(team)s,
 '2026-05-01', date '2026-06-01' + (random() * 120)::int - 40, '2026-06-01',
 0, '', 0, random() < 0.02, true, 'onderzoek', 'onderzoek' FROM generate_series(%(van)s, %(tot)s - 1) AS n(i)
"""


def _plat(velden: Mapping[str, Any]) -> dict[str, Any]:
    """Fields as a case file has them."""
    uit: dict[str, Any] = json.loads(json.dumps(velden, default=str))
    return uit


def begin() -> dict[str, Any]:
    """People in every role, a token with every scope, sessions, and real cases of eleven facts."""
    from bench.zaak import FEITEN
    from keukentafel.dossier import sleutels
    from keukentafel.dossier.models import Betrokkene, Gebruiker, Gemeente, Mandaat, Team
    from keukentafel.dossier.sleutels import Bereik
    from keukentafel.dossier.toegang import Persoon
    from keukentafel.dossier.vastleggen import open_zaak

    gemeente = Gemeente.objects.create(naam="Voorbeeldstad", kenmerk="voorbeeldstad")
    team = Team.objects.create(gemeente=gemeente, naam="Noord")
    mensen = {}
    for rol in ("consulent", "beslisser", "inwoner"):
        mensen[rol] = Gebruiker.objects.create(uitgever="bench", onderwerp=rol, naam=rol)
    betrokkene = Betrokkene.objects.create(gemeente=gemeente, naam="A. Bloemendaal")
    basis = {"gemeente": gemeente, "vanaf": date(2026, 1, 1)}
    Mandaat.objects.create(gebruiker=mensen["consulent"], rol="consulent", team=team, **basis)
    Mandaat.objects.create(gebruiker=mensen["beslisser"], rol="beslisser", **basis)
    Mandaat.objects.create(gebruiker=mensen["inwoner"], rol="inwoner", betrokkene=betrokkene, **basis)
    allen = Persoon(mensen["consulent"], tuple(Mandaat.objects.select_related("gemeente", "team")), DAG)
    feiten = [{"soort": soort, "datum": f"2026-{m:02}-{d:02}"} | _plat(velden) for soort, (m, d), velden in FEITEN]
    zaken = [
        str(open_zaak(gemeente, betrokkene, feiten, wie=allen, deur="bench", team=team).zaak.pk)
        for _ in range(ECHTE_ZAKEN)
    ]
    geheim = sleutels.geef_uit(gemeente, mensen["consulent"], "bench", Bereik, _over_een_jaar()).geheim
    sessies = {rol: _sessie(mens, "inwoner" if rol == "inwoner" else "medewerker") for rol, mens in mensen.items()}
    return {
        "zaken": zaken, "versie": len(feiten), "sleutel": geheim, "sessies": sessies,
        "gebruiker": str(mensen["consulent"].pk),
    }  # fmt: skip


def _over_een_jaar() -> Any:
    from datetime import timedelta

    from django.utils import timezone

    return timezone.now() + timedelta(days=365)


def _sessie(gebruiker: Any, soort: str) -> str:
    """The cookie of somebody who has just logged in."""
    from django.conf import settings

    from keukentafel.inrichting import sessie

    nu = int(time.time())
    winkel = import_module(settings.SESSION_ENGINE).SessionStore()
    winkel.update({sessie.GEBRUIKER: str(gebruiker.pk), sessie.BEGIN: nu, sessie.LAATST: nu, sessie.SOORT: soort})
    winkel.save()
    return str(winkel.session_key)


def vul(van: int, tot: int) -> None:
    """Fill the list with bare cases."""
    from django.db import connection

    from keukentafel.dossier.models import Betrokkene, Team

    team = Team.objects.get()
    betrokkene = Betrokkene.objects.order_by("zaken__nummer").first()
    assert betrokkene is not None
    postgres = connection.vendor == "postgresql"
    wie = betrokkene.pk if postgres else betrokkene.pk.hex
    waarden = {"van": van, "tot": tot, "gemeente": team.gemeente_id, "betrokkene": wie, "team": team.pk}
    with connection.cursor() as c:
        if not postgres:  # else the indexes are written over and over while they grow
            c.execute("PRAGMA cache_size = -800000")
        c.execute(_POSTGRES if postgres else _SQLITE, waarden)
        c.execute("ANALYZE")


def tel(bevestigd: Mapping[str, list[int]]) -> str:
    """How many facts were acknowledged, how many of those are gone, and how many facts or cases are half."""
    from keukentafel.dossier import keten
    from keukentafel.dossier.models import Uitgaand, Zaak

    verloren = half = 0
    for pk, nummers in bevestigd.items():
        zaak = Zaak.objects.get(pk=pk)
        er = set(zaak.feiten.values_list("nr", flat=True))
        verloren += len(set(nummers) - er)
        brieven = set(Uitgaand.objects.filter(zaak=zaak).values_list("feit_nr", flat=True))
        half += keten.controleer_zaak(zaak) is not None
        half += len(set(zaak.feiten.filter(deur="proef").values_list("nr", flat=True)) ^ brieven)
    return f"{sum(map(len, bevestigd.values()))}, {verloren}, {half}"


if __name__ == "__main__":
    import django

    django.setup()
    if sys.argv[1] == "begin":
        print(json.dumps(begin()))
    elif sys.argv[1] == "tel":
        print(tel(json.load(sys.stdin)))
    else:
        vul(int(sys.argv[2]), int(sys.argv[3]))
