"""How long one whole judgement of a case of twelve facts takes: every term, safeguard, step and explanation."""

from __future__ import annotations

import time
from datetime import date, timedelta
from statistics import median
from typing import Any

from keukentafel.procedure.beoordeling import beoordeel
from keukentafel.procedure.feit import Feit
from keukentafel.procedure.zaak import Casus

RONDES = 2000
BEHOEFTE = ({"id": "b1", "leefgebied": "huishouden", "vraag": "stofzuigen"},)
FEITEN = (
    ("melding_ontvangen", (3, 2), {"kanaal": "telefoon", "behoeften": BEHOEFTE}),
    ("ontvangst_bevestigd", (3, 4), {"wijze": "brief"}),
    ("clientondersteuning_aangeboden", (3, 4), {}),
    ("persoonlijk_plan_aangeboden", (3, 4), {}),
    ("uitnodiging_verstuurd", (3, 9), {"wijze": "brief", "onderdelen": ("datum_en_tijd", "gesprekspunten")}),
    ("gesprek_gevoerd", (3, 20), {"vorm": "huisbezoek", "onderwerpen": ("behoeften", "eigen_kracht")}),
    ("identiteit_vastgesteld", (3, 20), {"document": "paspoort"}),
    ("verslag_verstuurd", (3, 31), {"behoeften": ({"id": "b1", "soort_oplossing": "maatwerk"},)}),
    ("aanvraag_ontvangen", (4, 2), {"behoeften": ({"id": "b1"},), "leveringsvorm": "zin"}),
    ("beslistermijn_verlengd", (4, 10), {"tot": date(2026, 5, 1), "schriftelijk": True, "instemming": True}),
    ("besluit_bekendgemaakt", (4, 24), {"uitkomst": "toegekend", "motivering": True}),
    ("voorziening_gestart", (5, 6), {}),
)


def casus(dagen: int = 0) -> Casus:
    """The case, so many days earlier."""
    eerder = timedelta(days=dagen)
    feiten = tuple(
        Feit(nr, soort, date(2026, *dag).toordinal() - dagen, _eerder(velden, eerder))
        for nr, (soort, dag, velden) in enumerate(FEITEN, 1)
    )
    return Casus("Z-1", "Voorbeeldstad", date(2026, 6, 1) - eerder, feiten)


def _eerder(velden: dict[str, Any], hoeveel: timedelta) -> dict[str, Any]:
    return {naam: waarde - hoeveel if isinstance(waarde, date) else waarde for naam, waarde in velden.items()}


def cijfers() -> list[tuple[str, str, str]]:
    """Medians of one judgement, the explanations with it: by the clock, and in processor time, which stays nearly the
    same when other programs use the machine. Each case has days of its own, so that no answer was reckoned before."""
    zaken = [casus(dagen) for dagen in range(RONDES)]
    for een in zaken[: RONDES // 10]:
        beoordeel(een)
    duren, rekentijden = zip(*(_meet(een) for een in zaken), strict=True)
    return [
        (
            "hele beoordeling van een zaak met twaalf feiten, mediaan",
            f"{median(duren) * 1000:.2f} ms, {median(rekentijden) * 1000:.2f} ms rekentijd",
            "≤ 0,5 ms (hoogstens 1)",
        )
    ]


def _meet(een: Casus) -> tuple[float, float]:
    begin, reken_begin = time.perf_counter(), time.process_time()
    beoordeel(een)
    return time.perf_counter() - begin, time.process_time() - reken_begin
