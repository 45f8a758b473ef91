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
_KOLOMMEN: Final = """id, gemeente_id, nummer, betrokkene_id, team_id, behandelaar_id, begonnen_op, uiterlijk, \
bijgewerkt_tot, fase, spoed, versie, ketting, geschonden, open, eerstvolgend"""
# Days around today, one in ten urgent and one in ten of one worker (a thousand cases fill a page then), five phases.
_ZAAK: Final = f"""
INSERT INTO dossier_zaak ({_KOLOMMEN})
SELECT {{id}}, %(gemeente)s, 'Z-2020-' || {{nummer}}, %(betrokkene)s, %(team)s, CASE WHEN i %% 10 = 7 THEN {{wie}} END,
 {{begin}}, {{dag}}, {{vandaag}}, CASE i %% 5 WHEN 0 THEN 'melding' WHEN 1 THEN 'verslag' WHEN 2 THEN 'aanvraag'
 WHEN 3 THEN 'vervolg' ELSE 'onderzoek' END, {{spoed}}, 0, '', 0, {{open}}, 'onderzoek' FROM n
"""
_SQLITE: Final = "WITH RECURSIVE n(i) AS (SELECT %(van)s UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %(tot)s)" + (
    _ZAAK.format(
        id="lower(hex(randomblob(16)))", nummer="printf('%%07d', i)", wie="%(behandelaar)s", open="1",
        begin="date(%(vandaag)s, '-30 days')", vandaag="date(%(vandaag)s)",
        dag="date(%(vandaag)s, (abs(random()) %% 120 - 40) || ' days')", spoed="abs(random()) %% 10 = 0",
    )
)  # fmt: skip
_POSTGRES: Final = "WITH n(i) AS (SELECT generate_series(%(van)s::int, %(tot)s::int - 1))" + _ZAAK.format(
    id="gen_random_uuid()", nummer="lpad(i::text, 7, '0')", wie="%(behandelaar)s::uuid", open="true",
    begin="%(vandaag)s::date - 30", vandaag="%(vandaag)s::date",
    dag="%(vandaag)s::date + (random() * 120)::int - 40", spoed="random() < 0.1",
)  # fmt: skip


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

    from keukentafel.dossier.models import Betrokkene, Gebruiker, Team
    from keukentafel.dossier.vastleggen import vandaag

    team = Team.objects.get()
    betrokkene = Betrokkene.objects.order_by("zaken__nummer").first()
    assert betrokkene is not None
    postgres = connection.vendor == "postgresql"
    beslisser = Gebruiker.objects.get(onderwerp="beslisser")
    wie, van_wie = (rij.pk if postgres else rij.pk.hex for rij in (betrokkene, beslisser))
    waarden = {
        "van": van, "tot": tot, "gemeente": team.gemeente_id, "betrokkene": wie, "team": team.pk,
        "behandelaar": van_wie, "vandaag": str(vandaag()),
    }  # fmt: skip
    with connection.cursor() as c:
        if not postgres:  # else the indexes are written over and over while they grow
            c.execute("PRAGMA cache_size = -800000")
        c.execute(_POSTGRES if postgres else _SQLITE, waarden)
        c.execute("VACUUM ANALYZE" if postgres else "ANALYZE")  # as PostgreSQL does by itself soon after


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
