"""The own contribution on the result page: for who got help, or may still get it."""

from __future__ import annotations

import time_machine
from django.test import Client

from tests.portaal.gang import AANVRAAG, BESLUIT, MAANDAG, MELDING, uitkomst


@time_machine.travel(MAANDAG, tick=False)
def test_de_eigen_bijdrage_staat_erbij_voor_wie_hulp_krijgt_of_nog_kan_krijgen() -> None:
    bezoeker = Client(headers={"host": "127.0.0.1"})
    thuis = {"huishouden": {"personen": 1}}
    voor = uitkomst(bezoeker, [MELDING], **thuis).tekst
    assert "€\u00a021,80" in voor and "Krijgt u hulp op maat? Dan betaalt u:" in voor
    toegekend, geweigerd = ({**BESLUIT, "uitkomst": wat} for wat in ("toegekend", "afgewezen"))
    na = uitkomst(bezoeker, [MELDING, AANVRAAG, toegekend], **thuis).tekst
    assert "€\u00a021,80" in na and "Krijgt u hulp op maat?" not in na
    assert "Uw eigen bijdrage" not in uitkomst(bezoeker, [MELDING, AANVRAAG, geweigerd], **thuis).tekst
